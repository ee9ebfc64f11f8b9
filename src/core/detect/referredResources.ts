import { perObject } from '../once';
import { matchesOf } from '../text/matches';
import { covers, type TextRange } from '../text/range';
import type { HostEvidence } from './beside';
import type { Brackets } from './brackets';
import { FOR_MODELS, ORDER, refersElsewhere } from './modulePlaces';

/**
 * Which resources of a template another one refers to: a deployment lies where its account does, not where the other
 * accounts of the template do.
 */

/** What a resource of Terraform or Bicep begins with, up to its bracket. */
const HEAD = new RegExp(
  String.raw`(?:^|\n)[ \t]{0,9}(resource|data)\s{1,9}"([\w-]{1,80})"\s{1,9}"([\w-]{1,80})"\s{0,9}(?=\{)|` +
    String.raw`\bresource\s{1,9}(\w{1,80})\s{1,9}'([\w./-]{1,100})@[\w-]{1,40}'\s{0,9}(?:existing\s{0,9})?=\s{0,9}` +
    String.raw`(?:if\s{0,4}\([^()]{0,80}\)\s{0,9})?(?=[{[])`,
  'g',
);
/** `azurerm_cognitive_account.us`, `data.azurerm_cognitive_account.us`; `parent: us`, `us.id`, `${us[0].name}`. */
const REFERENCE = new RegExp(
  String.raw`(?<![\w.'"-])((?:data\.)?[a-z]\w{0,80}\.[\w-]{1,80})|` +
    String.raw`(?<![\w.'"-])(\w{1,80})(?:\[[^\]\n]{0,80}\])?!?\.\w|\bparent\s{0,4}:\s{0,4}(\w{1,80})`,
  'g',
);
/** How much of a resource is read, and how far references are followed. */
const LONGEST = 4_000;
const MOST_STEPS = 4;

interface Resource extends TextRange {
  readonly name: string;
  readonly isForModels: boolean;
  /** It refers to those whose names are in its own, and to the one that it stands in. */
  readonly isByName?: boolean;
}

interface Template {
  readonly text: string;
  readonly brackets: Brackets;
}

/** What a program of Pulumi makes and keeps: `const us = new azure.cognitiveservices.Account(`. */
const MADE = new RegExp(
  String.raw`(?:^|\n)[ \t]{0,20}(?:(?:const|let|var)\s{1,4})?(\w{1,80})(?:,\s{0,4}\w{1,20})?\s{0,4}:?=\s{0,4}` +
    String.raw`(?:new\s{1,4})?([\w.]{1,100})(?=\()`,
  'g',
);

/** The type of a resource in an ARM template, also of one within its account: `"type": "deployments"`. */
const ARM_TYPE = /"type"\s{0,8}:\s{0,8}"([A-Za-z][\w./]{2,120})"/g;
const ARM_NAME = /"name"\s{0,8}:\s{0,8}"([^"\n]{1,200})"/g;
const IS_ARM = /"Microsoft\.\w{2,40}\//;

/**
 * What an ARM template makes, with its name, which may be put together of others':
 * `"[concat(parameters('account'), '/chat')]"`, `"acme/chat"`.
 */
function armResources({ text, brackets }: Template): readonly Resource[] {
  if (!IS_ARM.test(text)) return [];
  return [...matchesOf(text, ARM_TYPE)].flatMap(({ 1: type = '', index }) => {
    const [block] = brackets.open(index);
    if (block?.mark !== '{') return [];
    const { at: start, close: end } = block;
    const name = [...matchesOf(text.slice(start, Math.min(end, start + LONGEST)), ARM_NAME)].find(
      (one) => brackets.open(start + one.index)[0]?.at === start,
    )?.[1];
    return name === undefined
      ? []
      : [{ start, end, name: expressionIn(name), isForModels: FOR_MODELS.test(type), isByName: true }];
  });
}

/** What an expression of a template says, without its brackets. */
function expressionIn(name: string): string {
  return name.replace(/^\[(.*)\]$/, '$1');
}

/** The resources that a name is put together with, or that a resource stands in. */
function referredByName(one: Resource, all: readonly Resource[]): readonly Resource[] {
  return all.filter((other) => {
    if (other === one || !other.isForModels || other.isByName !== true) return false;
    return (
      covers(other, one.start) || one.name.startsWith(`${other.name}/`) || isPartOf(other.name, one.name)
    );
  });
}

/** Whether an expression is one of those that a name is put together of. */
function isPartOf(expression: string, name: string): boolean {
  return expression.includes('(') && name !== expression && name.includes(expression);
}

const resourcesIn = perObject(({ text, brackets }: Template): readonly Resource[] => {
  const blocks = [...matchesOf(text, HEAD)].map(
    ({ 0: head, 1: word, 2: type, 3: label, 4: symbol, 5: kind, index }) => ({
      start: index + head.length,
      name: symbol ?? `${word === 'data' ? 'data.' : ''}${type ?? ''}.${label ?? ''}`,
      type: type ?? kind ?? '',
    }),
  );
  const made = /pulumi/i.test(text)
    ? [...matchesOf(text, MADE)].map(({ 0: head, 1: name = '', 2: type = '', index }) => ({
        start: index + head.length,
        name,
        type,
      }))
    : [];
  const written = [...blocks, ...made].flatMap(({ start, name, type }) => {
    const close = brackets.open(start + 1)[0]?.close;
    return close === undefined ? [] : [{ start, end: close, name, isForModels: FOR_MODELS.test(type) }];
  });
  return [...written, ...armResources({ text, brackets })];
});

/** The resources for models that a stretch of a template refers to. */
function referredIn(stretch: string, byName: ReadonlyMap<string, Resource>): readonly Resource[] {
  return [...matchesOf(stretch, REFERENCE)].flatMap(([, full = '', symbol = '', parent = '']) =>
    [full, full.split('.', 1)[0] ?? '', symbol, parent].flatMap((name) => {
      const named = byName.get(name);
      return named?.isForModels === true ? named : [];
    }),
  );
}

/**
 * The settings that are not those of other resources, where the resource that a place is in refers to any: of each,
 * what it sets counts, else what those set to which it refers.
 */
export function ofReferred(
  template: Template,
  at: number,
  settings: readonly HostEvidence[],
): readonly HostEvidence[] {
  const { text } = template;
  const all = resourcesIn(template);
  const [own] = all.filter((one) => covers(one, at)).sort((one, other) => other.start - one.start);
  if (own === undefined) return settings;
  const byName = new Map(all.map((one) => [one.name, one]));
  // `location = azurerm_resource_group.us.location` is what that one sets.
  const set = settings.filter((one) => referredIn(text.slice(one.at, one.end), byName).length === 0);
  const reached = new Set([own]);
  let last: readonly Resource[] = [own];
  for (let step = 0; step < MOST_STEPS && last.length > 0; step++) {
    last = last
      .filter((one) => !set.some((setting) => covers(one, setting.at)))
      .flatMap((one) =>
        one.isByName === true ? referredByName(one, all) : referredIn(blockOf(text, one), byName),
      )
      .filter((one) => !reached.has(one));
    for (const one of last) reached.add(one);
  }
  if (reached.size === 1 && !isOfNamedAccount(own) && !refersElsewhere(blockOf(text, own), text))
    return settings;
  const others = all.filter((one) => !reached.has(one));
  return set.filter((setting) => !others.some((one) => covers(one, setting.at)));
}

/** `acme/chat`: what stands before the slash is the account, whether or not the template makes it. */
function isOfNamedAccount({ isByName = false, name }: Resource): boolean {
  return isByName && /^[\w-]+\//.test(name);
}

function blockOf(text: string, { start, end }: Resource): string {
  return text.slice(start, Math.min(end, start + LONGEST)).replace(ORDER, '');
}
