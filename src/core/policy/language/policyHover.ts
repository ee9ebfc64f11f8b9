import type { Catalog } from '../../catalog/records';
import { plain } from '../../hover/markdown';
import { message, render, type Translate } from '../../message';
import type { TextRange } from '../../text/range';
import { CATEGORY_CHOICES } from '../policyShape';
import { EUROPEAN_UNION, isCountryCode } from '../regions';
import { hostTitle } from './hostTitle';
import { ruleInfo } from '../rules';
import type { ScalarShape, TextForm } from '../shape';
import { categoryOf } from '../textForms';
import { placeAt, type Place } from './place';
import { SELF } from '../../vocabulary';

export interface PolicyHover {
  readonly range: TextRange;
  /** Without HTML and without links. */
  readonly markdown: string;
}

export interface PolicyHoverOptions {
  readonly catalog: Catalog;
  readonly translate: Translate;
  /** Name of a country or of the European Union in the reader's language, by its code. */
  readonly countryName: (code: string) => string;
}

/** What a word of a policy means: a key, a word of a fixed set, a license, a country, a rule, a model. */
export function policyHover(
  text: string,
  offset: number,
  options: PolicyHoverOptions,
): PolicyHover | undefined {
  const place = placeAt(text, offset);
  const words = place && meaningOf(place, options);
  if (place === undefined || words === undefined) return undefined;
  return { range: place.range, markdown: `**${plain(place.word)}** · ${words}` };
}

function meaningOf({ role, shape, word }: Place, options: PolicyHoverOptions): string | undefined {
  if (shape.kind === 'map' || shape.kind === 'record') {
    const field = role === 'key' ? shape.fields?.find(({ name }) => name === word) : undefined;
    // Our own sentences, which mark code with backticks.
    if (field !== undefined || shape.kind === 'map') return field && render(field.about, options.translate);
  }
  if (shape.kind === 'record') return role === 'key' ? scalarMeaning(shape.keys, word, options) : undefined;
  return shape.kind === 'list' ? undefined : scalarMeaning(shape, word, options);
}

function scalarMeaning(shape: ScalarShape, word: string, options: PolicyHoverOptions): string | undefined {
  if (shape.kind === 'choice') {
    const choice = shape.choices.find(({ value }) => String(value) === word);
    return choice && render(choice.about, options.translate);
  }
  return shape.kind === 'text' ? MEANINGS[shape.form]?.(word, options) : undefined;
}

const MEANINGS: Readonly<
  Partial<Record<TextForm, (word: string, options: PolicyHoverOptions) => string | undefined>>
> = {
  rule: ruleMeaning,
  license: licenseMeaning,
  selector: (word, options) =>
    categoryOf(word) === undefined ? licenseMeaning(word, options) : categoryMeaning(word, options),
  region: countryMeaning,
  country: countryMeaning,
  origin: (word, options) => countryMeaning(word, options) ?? organizationMeaning(word, options),
  host: (word, options) => countryMeaning(word, options) ?? hostMeaning(word, options),
  glob: modelMeaning,
  model: modelMeaning,
};

function ruleMeaning(word: string, { translate }: PolicyHoverOptions): string | undefined {
  const rule = ruleInfo(word);
  return rule && `${render(rule.summary, translate)}\n\n${render(rule.checks, translate)}`;
}

function licenseMeaning(word: string, { catalog }: PolicyHoverOptions): string | undefined {
  const license = catalog.license(word);
  if (license === undefined) return undefined;
  return `${plain(license.name)} · ${plain(license.category)}${license.summary === '' ? '' : `\n\n${plain(license.summary)}`}`;
}

function categoryMeaning(word: string, { catalog, translate }: PolicyHoverOptions): string | undefined {
  const category = CATEGORY_CHOICES.find(({ value }) => value === categoryOf(word));
  if (category === undefined) return undefined;
  const count = catalog.licenses.filter((license) => license.category === category.value).length;
  return `${render(category.about, translate)} · ${plain(render(message('{0} licenses of the catalog', count), translate))}`;
}

function countryMeaning(word: string, { countryName }: PolicyHoverOptions): string | undefined {
  const code = word.toUpperCase();
  if (code !== EUROPEAN_UNION && !isCountryCode(code)) return undefined;
  return plain(countryName(code));
}

function organizationMeaning(word: string, { catalog }: PolicyHoverOptions): string | undefined {
  const organization = catalog.organization(word);
  return (
    organization &&
    plain(
      organization.country === null ? organization.name : `${organization.name} (${organization.country})`,
    )
  );
}

function hostMeaning(
  word: string,
  { catalog, translate, countryName }: PolicyHoverOptions,
): string | undefined {
  if (word === SELF) return render(message("The project's own machines"), translate);
  const host = catalog.host(word);
  return host && plain(hostTitle(host, catalog, countryName));
}

function modelMeaning(word: string, { catalog, translate }: PolicyHoverOptions): string | undefined {
  const record = catalog.resolve(word)?.record;
  if (record === undefined) return undefined;
  const license = record.license === null ? undefined : catalog.license(record.license);
  return plain(license?.name ?? record.license ?? render(message('license unknown'), translate));
}
