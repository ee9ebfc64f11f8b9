import { message, type Message } from '../../message';
import { textBefore } from '../../text/pieces';
import { matchesOf } from '../../text/matches';
import { isCalledLike, sharesWord } from '../constants';
import { providerRegistry } from '../../registries/names/providerPath';
import { lineBefore, signBefore } from '../surroundings';
import { COMPARED_ONLY, type ListedPlace, OF_TYPE } from './listedPlace';

/** Values of arms: names that stand for a member of a type or for another spelling, and not for a choice. */

/** What may wrap what an arm gives: `Some("…")`, `{ Ok("…")`, `return String::from("…")`. */
const GIVES =
  String.raw`\s{0,40}(?:\{\s{0,40})?(?:return\s{1,4})?` +
  String.raw`(?:(?:Some|Ok|(?:String|Cow)::\w{1,20})\(\s{0,40}){0,2}["'\x60]$`;
/**
 * `GeminiModel::Pro => "…"`, `Model.Pro -> "…"`, `case Model.Pro: return "…"`, `[Model.Pro]: "…"`,
 * `if m == Model.Pro: return "…"`, `when /pro/ then '…'`: the type of an arm, and what it is of.
 */
const MEMBER_ARM = new RegExp(
  String.raw`\b(\w{1,80})(?:::|\.)(\w{1,80})\s{0,20}(?:=>|->|\]\s{0,4}:|` +
    String.raw`(?<=\bcase\s{1,4}[\w.:]{1,160})\s{0,4}:|(?<=(?:==|\bis)\s{1,4}[\w.:]{1,160})\)?\s{0,4}:?)${GIVES}`,
);
const WHEN_THEN = /^\s*when\s([^\n]*)\bthen\s+["']$/;
/** What `Self::Pro` is of, and how far above an arm it begins, in characters. */
const OWN_TYPE = /\b(?:impl(?:<[^<>\n]{0,80}>)?|enum)\s+(?:[\w:<>]{1,80}\s+for\s+)?(\w{1,80})/g;
const TYPE_REACH = 3_000;
/** A type of models, by the word that it ends in. */
const TYPE_OF_MODELS = /(?:model|llm)(?:name|id|type|kind)?s?$/i;
/** What a member of it is called that says what its model is for: it chooses one. */
const PURPOSE = new RegExp(
  String.raw`^(?:default|primary|main|fallback|fast|smart|cheap|best|balanced|quick|light|heavy|strong|weak|small|` +
    String.raw`medium|large|basic|advanced|premium|free|chat|text|code|coding|embedd?|vision|image|audio|speech|` +
    String.raw`tts|stt|transcri\w*|summar\w*|translat\w*|moderation|reason\w*|complet\w*|rerank\w*)` +
    String.raw`(?:er|ings?|s|_?model)?$`,
  'i',
);

/**
 * The value of an arm for a model that is told by another name: what a constant or a word for it stands for. An arm
 * for anything else, `Tier::Free => "gpt-4o-mini"`, chooses its model.
 */
export function ofMember({ text, start, site, id }: ListedPlace): Message | undefined {
  if (site.where !== 'code') return undefined;
  const before = lineBefore(text, start);
  const arm = NO_ARM.has(signBefore(text, start)) ? '' : textBefore(text, start, ARM_REACH);
  const [, written = '', member = ''] = MEMBER_ARM.exec(arm) ?? [];
  const type = written === 'Self' || written === 'self' ? ownType(text, start) : written;
  const isCompared =
    member === '' ? sharesWord(WHEN_THEN.exec(before)?.[1] ?? '', id) : standsForModel({ type, member }, id);
  return isCompared ? COMPARED_ONLY : undefined;
}

/** Signs that no arm ends in. */
const NO_ARM = new Set(['=', ',', '[']);

/** How far before a value the arm that gives it begins, in characters. */
const ARM_REACH = 260;

/**
 * Whether a member of a type stands for a model, and chooses none: it is one of a type of models, or has a word of the
 * model's own name, which may be that of its provider.
 */
export function standsForModel(
  { type, member }: { readonly type: string; readonly member: string },
  id: string,
): boolean {
  if (TYPE_OF_MODELS.test(type) && !PURPOSE.test(member)) return true;
  return providerRegistry(member.toLowerCase()) === undefined && sharesWord(`${type} ${member}`, id);
}

function ownType(text: string, start: number): string {
  return [...matchesOf(textBefore(text, start, TYPE_REACH), OWN_TYPE)].at(-1)?.[1] ?? '';
}

/** How far above a value the condition stands that it follows from. */
const CONDITION_REACH = 300;
/** `if (model.startsWith('gpt-4o-2024')) model = '`, over lines: the variable, and what it is compared with. */
const REWRITTEN = new RegExp(
  String.raw`(?<![\w$.])(\$?\w{1,40})(?:(?:\.|->)\w{1,40}\??\(|\s{0,4}={2,3}\s{0,4}|\s{0,4},\s{0,4})` +
    String.raw`["']([^"'\n]{2,80})["'][^"'{}]{0,60}[{:]?\s{0,60}\1\s{0,4}=\s{0,4}["'\x60]$`,
);

/** `when 'claude-3-haiku'` above `'anthropic.claude-3-haiku-20240307-v1:0'`: the value of an arm, alone on its line. */
const ARM_ABOVE = /\b(?:when|case)\s{1,9}["']([^"'\n]{2,80})["']:?[ \t]*\r?\n\s{1,40}(?:return\s{1,9})?["']$/;

/**
 * A name that is put in the place of one that begins alike: something else chose it, and only its spelling is settled
 * here. Where the word compared with has no version, the value is chosen: `if (model == "auto") model = "gpt-4o"`.
 */
export function ofRewritten({ text, start, site, id }: ListedPlace): Message | undefined {
  if (site.where !== 'code') return undefined;
  const { arm, compared } = conditionBefore(text, start);
  const isSame = isCalledLike(arm, id) || id.includes(compared) || compared.startsWith(id);
  return /\d/.test(compared) && isSame
    ? message('it is another spelling of a name that was chosen before')
    : undefined;
}

/** What the arm above a value is for, and what it is compared with there or in the condition before it. */
function conditionBefore(text: string, start: number): { readonly arm: string; readonly compared: string } {
  const before = textBefore(text, start, CONDITION_REACH);
  const sign = signBefore(text, start);
  const arm = NO_ARM.has(sign) ? '' : (ARM_ABOVE.exec(before)?.[1] ?? '');
  const rewritten = sign === '=' || sign === '' ? REWRITTEN.exec(before)?.[2] : undefined;
  return { arm, compared: rewritten ?? arm };
}

/** `GeminiModel::Pro => write!(f, "gemini-2.5-pro")`: how a member of an enumeration is written out in Rust. */
const WRITTEN =
  /=>\s{0,20}(?:\{\s{0,40})?(?:write!\(\s{0,20}\w{1,20}\s{0,4},\s{0,20}|\w{1,20}\.write_str\(\s{0,20})"$/;

const LONGEST_ARM = 160;

/** The arm that writes out a member of an enumeration; one whose value is the name is that of a constant. */
export function ofArm({ text, start, site }: ListedPlace): Message | undefined {
  return site.where === 'code' && WRITTEN.test(textBefore(text, start, LONGEST_ARM)) ? OF_TYPE : undefined;
}
