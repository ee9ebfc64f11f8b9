import { perObject } from '../once';
import { IDENTIFIER } from '../text/charClass';
import { grouped } from '../text/grouped';
import { matchesOf } from '../text/matches';
import { textBefore, textFrom } from '../text/pieces';
import { calleeBefore, type Bracket } from './brackets';
import type { Knowledge } from './knowledge';
import type { Place } from './uses/place';

/**
 * Regions of the providers of Terraform and Pulumi that have names of their own: only what names such a provider is
 * there, and that is nowhere else.
 */

/** How much of a block is read, in characters. */
const REACH = 4_000;
const LEAD = 200;

/** Stands for the provider that has no name. */
export const DEFAULT = '';

const PROVIDER_BLOCK = /\bprovider\s{1,9}"[\w-]{1,60}"\s{0,9}$/;
const ALIAS = /\balias\s{0,20}=\s{0,20}"([\w-]{1,60})"/;
/** `new aws.Provider("hk", { … })`, `aws.NewProvider(ctx, "hk", …)` */
const MAKES_PROVIDER = /(?:^|\.)(?:New)?Provider$/;
const GIVEN_TO = new RegExp(
  String.raw`(${IDENTIFIER})(?:\s{0,4},\s{0,4}\w{1,20})?\s{0,4}:?=\s{0,9}(?:await\s|new\s){0,2}\s{0,4}$`,
);

/** The name of the provider that a place is in; `undefined` where it is in none. */
export function providerAround({ text, brackets }: Knowledge, at: number): string | undefined {
  for (const bracket of brackets.around(at)) {
    const name =
      bracket.mark === '{'
        ? ofBlock(text, bracket)
        : bracket.mark === '('
          ? ofCall(text, bracket)
          : undefined;
    if (name !== undefined) return name;
  }
  return undefined;
}

function ofBlock(text: string, { at, close }: Bracket): string | undefined {
  if (!PROVIDER_BLOCK.test(textBefore(text, at, LEAD))) return undefined;
  return ALIAS.exec(textFrom(text, at, close, REACH))?.[1] ?? DEFAULT;
}

function ofCall(text: string, bracket: Bracket): string | undefined {
  const callee = calleeBefore(text, bracket);
  if (!MAKES_PROVIDER.test(callee)) return undefined;
  return GIVEN_TO.exec(textBefore(text, bracket.at - callee.length, LEAD))?.[1];
}

/** The blocks of Terraform that are set up with a provider. */
const SET_UP =
  /(?:^|\n)[ \t]{0,9}(?:resource|data|module|ephemeral)\s{1,9}"[\w-]{1,80}"(?:\s{1,9}"[\w-]{1,80}")?\s{0,9}$/;
const KEPT = /(?:^|\n)[ \t]{0,9}(?:locals|variable\s{1,9}"([\w-]{1,80})")\s{0,9}$/;
/** `provider = aws.hk`, and the entries of `providers = { aws = aws.hk }`. */
const NAMED = /\bprovider\s{0,20}=\s{0,20}[\w-]{1,60}(?:\.([\w-]{1,60}))?(?=\s)/g;
const MAPPING = /\bproviders\s{0,20}=\s{0,20}\{([^{}]{0,600})\}/g;
const ENTRY = /=\s{0,20}[\w-]{1,60}(?:\.([\w-]{1,60}))?/g;
/** `provider: hk`, `pulumi.Provider(hk)`, `{ provider }` */
const OPTION = new RegExp(
  String.raw`\b[Pp]rovider\s{0,4}[:=(]\s{0,4}(${IDENTIFIER})|[{,]\s{0,4}(provider)\s{0,4}[,}]`,
  'g',
);

/**
 * The names of the providers that what stands at a place may be set up with, {@link DEFAULT} among them; `undefined`
 * where nothing tells.
 */
export function providersFor(
  place: Pick<Place, 'start' | 'site' | 'knowledge'>,
): ReadonlySet<string> | undefined {
  const { knowledge, start, site } = place;
  const { text, brackets } = knowledge;
  const open = brackets.open(start);
  const head = open.at(-1);
  const before = head?.mark === '{' ? textBefore(text, head.at, LEAD) : '';
  if (head !== undefined && SET_UP.test(before)) return namedIn(text, head);
  const kept = head === undefined ? null : KEPT.exec(before);
  if (kept !== null) return ofUses(knowledge, kept[1] ?? site.key);
  const call = open.findLast(({ mark }) => mark === '(');
  return call === undefined ? undefined : optionIn(text, call);
}

function namedIn(text: string, { at, close }: Bracket): ReadonlySet<string> {
  const block = textFrom(text, at, close, REACH);
  const own = [...matchesOf(block, NAMED)].map(([, name]) => name ?? DEFAULT);
  const given = [...matchesOf(block, MAPPING)].flatMap(([, entries = '']) =>
    [...matchesOf(entries, ENTRY)].map(([, name]) => name ?? DEFAULT),
  );
  return new Set(own.length + given.length === 0 ? [DEFAULT] : [...own, ...given]);
}

/** The options of a call of Pulumi; a call without them is of the provider without a name. */
function optionIn(text: string, { at, close }: Bracket): ReadonlySet<string> {
  const named = [...matchesOf(textFrom(text, at, close, REACH), OPTION)].map(
    ([, name, same]) => name ?? same ?? '',
  );
  return new Set(named.length === 0 ? [DEFAULT] : named);
}

/** What is kept under a name is set up with the providers of the blocks that have it; nobody knows where none does. */
function ofUses(knowledge: Knowledge, name: string): ReadonlySet<string> | undefined {
  const uses = usesIn(knowledge).get(name) ?? [];
  const providers = uses.map(({ index }) => {
    const head = knowledge.brackets.open(index).at(-1);
    const isSetUp = head?.mark === '{' && SET_UP.test(textBefore(knowledge.text, head.at, LEAD));
    return isSetUp ? namedIn(knowledge.text, head) : undefined;
  });
  return providers.length === 0 || providers.includes(undefined)
    ? undefined
    : new Set(providers.flatMap((some) => [...(some ?? [])]));
}

const USE = /(?<![\w.])(?:var|local)\.([A-Za-z_][\w-]{0,80})/g;

const usesIn = perObject(({ text }: Knowledge) =>
  grouped([...matchesOf(text, USE)], ([, name = '']) => name),
);
