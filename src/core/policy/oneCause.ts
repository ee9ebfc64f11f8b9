import { joined, type Message } from '../message';
import { type Finding, tellsOfEnd } from './finding';
import { rank } from './severity';

/**
 * One finding per place: the gravest speaks, and names the rules of the others in `also`.
 * @param findings all about one reference
 * @param order rule codes, the gravest first; decides between findings of one severity, here and in the product
 * @returns the finding that speaks with those it speaks for in `merged`, or none
 */
export function oneCause(findings: readonly Finding[], order: readonly string[]): readonly Finding[] {
  const [first, ...rest] = [...findings].sort(
    (a, b) =>
      rank(a.severity) - rank(b.severity) ||
      rank(a.inProduct ?? a.severity) - rank(b.inProduct ?? b.severity) ||
      order.indexOf(a.rule) - order.indexOf(b.rule),
  );
  if (first === undefined) return [];
  if (rest.length === 0) return [first];
  return [{ ...first, also: [...new Set(rest.map(({ rule }) => rule))], merged: rest }];
}

/**
 * Whether a finding can be one with an open duty at its place. One that only informs cannot: beside a duty that is graver it would be
 * weighed like it. That users must be bound to a list of barred uses is a remark whatever it stands beside, and asks for what the same
 * license asks for.
 */
export function canSpeakForDuties({ rule, severity }: Finding): boolean {
  return rank(severity) <= rank('warning') || rule.startsWith('obligation/') || rule === 'license/use-policy';
}

/** Two findings about one place as one: the graver speaks, the first where they are alike. */
export function together(first: Finding, second: Finding): Finding {
  const [speaker, other] = rank(second.severity) < rank(first.severity) ? [second, first] : [first, second];
  const { also = [], merged = [] } = speaker;
  const { also: spoken = [], merged: others = [], ...alone } = other;
  return {
    ...speaker,
    also: [...new Set([...also, other.rule, ...spoken])].filter((rule) => rule !== speaker.rule),
    merged: [...merged, alone, ...others],
  };
}

/** The findings of a file with the open duties of its places, each duty with what else is found at its place. */
export function withDuties(findings: readonly Finding[], duties: readonly Finding[]): readonly Finding[] {
  const all = [...findings];
  for (const duty of duties) {
    const at = all.findIndex((finding) => finding.reference === duty.reference && canSpeakForDuties(finding));
    const there = duty.reference === undefined ? undefined : all[at];
    if (there === undefined) all.push(duty);
    else all[at] = together(there, duty);
  }
  return all;
}

/**
 * What a report says of a finding: its message, and those of the findings it speaks for that are no part of the same cause. The end of a
 * name, another name that it has now and an open duty are settled in another way than terms, and on another day.
 */
export function messageOf({ message, merged = [] }: Finding): Message {
  return joined(message, ...merged.filter(isAnotherMatter).map((one) => one.message));
}

/** The findings that a finding speaks for and whose own message {@link messageOf} leaves out, without hints. */
export function furtherOf({ merged = [] }: Finding): readonly Finding[] {
  return merged.filter((one) => one.severity !== 'hint' && !isAnotherMatter(one));
}

function isAnotherMatter({ rule, severity }: Finding): boolean {
  const isOther = tellsOfEnd(rule) || rule === 'model/renamed' || rule.startsWith('obligation/');
  return severity !== 'hint' && isOther;
}

/** The rules that have to be excused for a finding to be gone: hints beside it ask nobody to decide anything. */
export function rulesToSettle({ rule, merged: others = [] }: Finding): readonly string[] {
  return [...new Set([rule, ...others.filter(({ severity }) => severity !== 'hint').map((one) => one.rule)])];
}
