import { render } from '../message';
import type { ModelReference } from '../reference';
import { likenessOf } from '../registries/names/families';
import { type Finding, tellsOfEnd } from './finding';
import { asHint } from './toldOnce';

/**
 * Findings of one file of which each cause speaks once: what a rule says of a repository of which one file after the
 * other is got, of a file that is got and named again, of a model that a record gives to several of its keys, and what
 * only informs. At the further places the finding is a hint.
 * @param text of the file
 * @param findings less what is silenced
 * @returns the same findings in the same order
 */
export function toldBeside(text: string, findings: readonly Finding[]): readonly Finding[] {
  const got = new Set<string>();
  const last = new Map<string, ModelReference>();
  const informed = new Set<string>();
  return findings.map((finding) => {
    const { rule, model, reference } = finding;
    if (reference === undefined) return finding;
    const matter = informsOf(finding, reference);
    if (matter !== undefined && informed.has(matter)) return asHint(finding);
    if (matter !== undefined) informed.add(matter);
    const cause = [rule, model, reference.id, reference.host, reference.role, reference.context].join('\n');
    const before = last.get(cause);
    last.set(cause, reference);
    const address = addressOfFile(text, reference);
    if (address !== undefined) {
      if (got.has(cause)) return asHint(finding);
      got.add(cause);
      if (finding.severity !== 'hint') got.add(ofFile(finding, reference, address));
      return finding;
    }
    if (isNamedAgain(reference) && got.has(ofFile(finding, reference, reference.text)))
      return asHint(finding);
    return before !== undefined && isOfOneRecord(text, before, reference) ? asHint(finding) : finding;
  });
}

/**
 * What a finding informs of, alike at all places of a file; `undefined` where it asks for more, or each place has to be
 * changed by itself. Which license a family suggests is a matter of the license for the rows of one table.
 */
function informsOf(finding: Finding, { id, host, context, why }: ModelReference): string | undefined {
  const { rule, severity, model, data = {}, merged = [] } = finding;
  const isOfPlace = context === 'product' && [finding, ...merged].some((one) => tellsOfEnd(one.rule));
  if (severity !== 'information' || isOfPlace) return undefined;
  const rules = [rule, ...merged.map((one) => one.rule)];
  const license = data['suggestedLicense'];
  const matter = license === undefined ? [model ?? id] : [license, ...why.map((one) => render(one))];
  return [...rules, ...matter, host, context].join('\n');
}

/** What an address has between a repository and a file of it. */
const FILE_OF = /^\/(?:resolve|raw|blob)\/[^/\s"'`<>]+\/[^\s"'`<>?#]+/;

/** The rest of an address behind its repository, where a place is that of a file in one. */
function addressOfFile(text: string, { role, evidence, range: { end } }: ModelReference): string | undefined {
  return role === 'loads' && evidence[0]?.startsWith('url:') === true
    ? FILE_OF.exec(text.slice(end, end + 400))?.[0]
    : undefined;
}

/** A file of weights that is called like a model: another place of that name has the same weights. */
function isNamedAgain({ role, evidence, text }: ModelReference): boolean {
  return role === 'loads' && evidence[0] === 'weights-file' && likenessOf(fileOf(text)).family !== '';
}

function fileOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** What a rule says of a file, by the name of that. */
function ofFile({ rule }: Finding, { host, context }: ModelReference, path: string): string {
  return [rule, fileOf(path), host, context].join('\n');
}

/** How far apart two values of a record stand, in characters. */
const RECORD_REACH = 400;
/** From the end of a value to the beginning of a later one of the same record: nothing but entries with plain values. */
const ENTRIES = new RegExp(
  String.raw`^(["'\x60])\s*,(?:\s*["']?[\w$-]{1,60}["']?\s*:\s*(?:["'][^"'\n]{0,120}["']|[\w.-]{1,40})\s*,)*` +
    String.raw`\s*["']?[\w$-]{1,60}["']?\s*:\s*\1$`,
);

/** Whether two places are values of one mapping in braces, which has nothing deeper between them. */
function isOfOneRecord(
  text: string,
  { range: { end } }: ModelReference,
  { range: { start } }: ModelReference,
): boolean {
  return start - end < RECORD_REACH && ENTRIES.test(text.slice(end, start));
}
