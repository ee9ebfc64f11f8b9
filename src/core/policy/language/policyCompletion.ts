import type { Catalog } from '../../catalog/records';
import { message, type Message } from '../../message';
import type { TextRange } from '../../text/range';
import { CATEGORY_CHOICES } from '../policyShape';
import { countryCodes, EUROPEAN_UNION } from '../regions';
import { hostTitle } from './hostTitle';
import { RULES } from '../rules';
import type { Field, ScalarShape, Shape, TextForm } from '../shape';
import { expectedAt, type Place } from './place';
import { SELF } from '../../vocabulary';

/** One thing that can be written at a place of a policy. */
export interface PolicyCompletion {
  readonly label: string;
  readonly kind: 'key' | 'value';
  /** What it means. */
  readonly about: Message;
  readonly insertText: string;
  /** What is replaced: the word that is being typed. */
  readonly range: TextRange;
}

export interface PolicyCompletionOptions {
  readonly catalog: Catalog;
  /** Name of a country or of the European Union in the reader's language, by its code. */
  readonly countryName: (code: string) => string;
}

/** A longer list of models is no help; more letters make it shorter. */
const MAX_MODELS = 200;

interface Proposal {
  readonly label: string;
  readonly about: Message;
  /** What is written, where it differs from the label. */
  readonly text?: string;
}

/** What can be written at an offset of a policy: keys that are not there yet, words of a fixed set, licenses, countries, rules, models. */
export function policyCompletion(
  text: string,
  offset: number,
  options: PolicyCompletionOptions,
): readonly PolicyCompletion[] {
  if (text.trim() === '')
    return completions({ role: 'key', range: { start: offset, end: offset } }, [
      { label: 'version', about: message('Version of this file format.'), text: 'version: 1' },
    ]);
  const place = expectedAt(text, offset);
  if (place === undefined) return [];
  return place.role === 'key'
    ? completions(place, keys(place, text, options))
    : completions(place, values(place, options));
}

function completions(
  { role, range }: Pick<Place, 'role' | 'range'>,
  proposals: readonly Proposal[],
): readonly PolicyCompletion[] {
  return proposals.map(({ label, about, text = label }) => ({
    label,
    kind: role,
    about,
    insertText: text,
    range,
  }));
}

function keys(
  { shape, siblings, range, word }: Place,
  text: string,
  options: PolicyCompletionOptions,
): readonly Proposal[] {
  // Where a colon follows, only the word is exchanged.
  const hasColon = /^[ \t]*:/.test(text.slice(range.end));
  const ending = (under: Shape): string =>
    hasColon ? '' : under.kind === 'map' || under.kind === 'record' || under.kind === 'list' ? ':' : ': ';
  if (shape.kind !== 'map' && shape.kind !== 'record') return [];
  const fixed = (shape.fields ?? []).map(({ name, about, shape: under }: Field) => ({
    label: name,
    about,
    text: name + ending(under),
  }));
  const free =
    shape.kind === 'map'
      ? []
      : scalars(shape.keys, word, options).map((proposal) => ({
          ...proposal,
          text: (proposal.text ?? proposal.label) + ending(shape.value),
        }));
  return [...fixed, ...free].filter(({ label }) => !siblings.includes(label));
}

function values({ shape, word }: Place, options: PolicyCompletionOptions): readonly Proposal[] {
  if (shape.kind === 'map' || shape.kind === 'record') return [];
  if (shape.kind !== 'list') return scalars(shape, word, options);
  // A list whose first entry has no dash yet.
  return shape.item.kind === 'map' || shape.item.kind === 'record' || shape.item.kind === 'list'
    ? []
    : scalars(shape.item, word, options).map((proposal) => ({
        ...proposal,
        text: `- ${proposal.text ?? proposal.label}`,
      }));
}

function scalars(shape: ScalarShape, word: string, options: PolicyCompletionOptions): readonly Proposal[] {
  switch (shape.kind) {
    case 'choice':
      return shape.choices.map(({ value, about }) => ({ label: String(value), about }));
    case 'boolean':
      return [
        { label: 'true', about: message('Yes') },
        { label: 'false', about: message('No') },
      ];
    case 'count':
      return [];
    case 'text':
      return FORMS[shape.form]?.(options, word) ?? [];
  }
}

const FORMS: Readonly<
  Partial<Record<TextForm, (options: PolicyCompletionOptions, word: string) => readonly Proposal[]>>
> = {
  rule: () => RULES.map(({ code, summary }) => ({ label: code, about: summary })),
  license: licenses,
  selector: (options) => [...categories(), ...licenses(options)],
  region: regions,
  country: countries,
  origin: (options) => [...regions(options), ...organizations(options)],
  host: (options) => [...hosts(options), ...regions(options)],
  glob: models,
  model: models,
};

function licenses({ catalog }: PolicyCompletionOptions): readonly Proposal[] {
  return catalog.licenses.map(({ key, name }) => ({ label: key, about: message('{0}', name) }));
}

function categories(): readonly Proposal[] {
  return CATEGORY_CHOICES.map(({ value, about }) => ({
    label: `category:${value}`,
    about,
    text: `"category:${value}"`,
  }));
}

function countries({ countryName }: PolicyCompletionOptions): readonly Proposal[] {
  return countryCodes().map((code) => place(code, countryName));
}

function regions(options: PolicyCompletionOptions): readonly Proposal[] {
  return [place(EUROPEAN_UNION, options.countryName), ...countries(options)];
}

function place(code: string, countryName: PolicyCompletionOptions['countryName']): Proposal {
  return { label: code, about: message('{0}', countryName(code)) };
}

function organizations({ catalog }: PolicyCompletionOptions): readonly Proposal[] {
  return catalog.organizations.map(({ id, name, country }) => ({
    label: id,
    about: message('{0}', country === null ? name : `${name} (${country})`),
  }));
}

function hosts({ catalog, countryName }: PolicyCompletionOptions): readonly Proposal[] {
  return [
    { label: SELF, about: message("The project's own machines") },
    ...catalog.hosts
      .filter(({ id }) => id !== SELF)
      .map((host) => ({ label: host.id, about: message('{0}', hostTitle(host, catalog, countryName)) })),
  ];
}

/** Those whose id has the typed letters. */
function models({ catalog }: PolicyCompletionOptions, word: string): readonly Proposal[] {
  const wanted = word.toLowerCase();
  const found: Proposal[] = [];
  for (const { id, license } of catalog.models) {
    if (!id.toLowerCase().includes(wanted)) continue;
    found.push({ label: id, about: license === null ? message('License unknown') : message('{0}', license) });
    if (found.length === MAX_MODELS) break;
  }
  return found;
}
