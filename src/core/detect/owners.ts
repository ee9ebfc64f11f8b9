import { isHubId } from '../registries/names/hubId';
import type { TextRange } from '../text/range';
import { matchesOf } from '../text/matches';
import type { Brackets } from './brackets';
import type { Knowledge } from './knowledge';
import type { Match } from './match';
import { surroundingsOf, textOf } from './surroundings';

/**
 * The owner that a record says under a key of its own: `org="Qwen"`, `owner: Qwen`, `Publisher = "microsoft"`,
 * `.namespace("acme")`.
 */
const OWNER = new RegExp(
  String.raw`(?:^|[\s{(,.:])["']?(?:(?:hf|hub|repo|model)_?)?(?:org|organi[sz]ation|owner|namespace|publisher|` +
    String.raw`author)["']?\s{0,20}(?:=>|:=|[:=(])\s{0,20}["'\x60]?(\w[\w.-]{0,95})(?=["'\x60\s,;)}]|$)`,
  'gim',
);

/**
 * A name without an owner, completed with the one that the same call, mapping or record says: together they are the id.
 * Only owners that the Hub's models are known to have count: a record may also say whose service it is.
 */
export function withOwner(
  match: Match,
  range: TextRange,
  { text, brackets, knowledge }: { text: string; brackets: Brackets; knowledge: Knowledge },
): Match {
  const { id, registry } = match;
  if (registry !== 'huggingface' || match.isAlias === true || id.includes('/')) return match;
  const own = textOf(text, surroundingsOf(text, brackets, range).own);
  const owners = new Set([...matchesOf(own, OWNER)].map(([, owner = '']) => owner));
  const [owner = ''] = owners;
  if (owners.size !== 1) return match;
  const joined = `${owner}/${id}`;
  return isHubId(joined) && (knowledge.knows(joined, registry) || knowledge.knowsOwner(owner))
    ? { ...match, id: joined }
    : match;
}
