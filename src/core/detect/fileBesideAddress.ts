import { message } from '../message';
import type { ModelReference } from '../reference';
import { LineIndex } from '../text/lineIndex';
import { textBefore, textBehind } from '../text/pieces';
import type { TextRange } from '../text/range';
import { countUpTo } from '../text/sorted';
import { isFileOfRepository } from './askedElsewhere';
import { isConfiguration } from './configValues';
import { ARGUMENTS, FROM_REPOSITORY, LONGEST_COMMAND } from './filesOfRepository';
import { lineBefore } from './surroundings';

/** An address and the file it is kept as stand on one line, in a record of settings on lines that follow each other. */
const MAX_LINES = 2;
/** So far apart are constants of code for a file and for its address, in lines. */
const MAX_LINES_OF_CODE = 4;
/** What gives its value to a constant or property of code, and to no argument of a call. */
const CONSTANT = /^[^()]{0,160}[:=]\s{0,8}["'`]$/;
const LONGEST_ADDRESS = 2_000;

const REASON = message('its address stands beside it');

/**
 * A file of weights that stands beside the address it is fetched from is no second use:
 * `wget https://…/x.gguf -O models/x.gguf`, a record with `url` and `filename`. The address is the use; a loader that
 * opens the file stays one.
 */
export function withoutFilesBesideAddress(
  references: readonly ModelReference[],
  text: string,
  path: string,
): readonly ModelReference[] {
  const addresses = addressesOf(references, text);
  if (addresses.size === 0) return references;
  const addressed = [...addresses.keys()];
  const reachOf = ({ range }: ModelReference): number =>
    isConfiguration(path) ? MAX_LINES : CONSTANT.test(lineBefore(text, range.start)) ? MAX_LINES_OF_CODE : 0;
  const lines = new LineIndex(text);
  const lineOf = ({ range }: ModelReference): number => lines.positionAt(range.start).line;
  const byName = new Map<string, { readonly line: number; readonly file: string }[]>();
  for (const [reference, address] of addresses)
    byName.set(nameOf(reference), [
      ...(byName.get(nameOf(reference)) ?? []),
      { line: lineOf(reference), file: fileOf(address) },
    ]);
  return references.map((reference) => {
    const { role, range, evidence } = reference;
    if (role !== 'loads' || addresses.has(reference)) return reference;
    if (evidence.some((one) => one.startsWith('loader:'))) return reference;
    const line = lineOf(reference);
    const file = fileOf(reference.text);
    const beside = byName.get(nameOf(reference)) ?? [];
    // The text tells that the file comes from there, whatever it is called on the disk.
    const isOfRecord = isFileOfRepository(reference);
    const isBeside = beside.some(
      (one) => (isOfRecord || one.file === file) && Math.abs(one.line - line) <= reachOf(reference),
    );
    return isBeside || (evidence[0] === 'weights-file' && isTarget(text, range, addressed))
      ? { ...reference, role: 'mentions' as const, why: [REASON, ...reference.why.slice(1)] }
      : reference;
  });
}

/** The references in addresses that a program loads from, in their order, with the addresses. */
function addressesOf(
  references: readonly ModelReference[],
  text: string,
): ReadonlyMap<ModelReference, string> {
  const addresses = new Map<ModelReference, string>();
  for (const reference of references) {
    const address = reference.role === 'loads' ? addressAt(text, reference.range.start) : undefined;
    if (address !== undefined) addresses.set(reference, address);
  }
  return addresses;
}

/** The option of a command that downloads, up to the file that it writes; and what a shell writes to. */
const WRITTEN_TO = /(?:\s-[a-zA-Z]{0,6}[oO]|\s--(?:output(?:-document)?|out)|>)[ =]?["']?[^\s"'|;&<>]*$/;
const DOWNLOADS = /\b(?:wget|curl|aria2c)\s(?:\\\r?\n|[^\r\n;|&])*$/;
/** A variable of a shell or of settings that is given a value, alone on its line. */
const VARIABLE = /^\s*(?:export\s+|ENV\s+|ARG\s+|-\s+)?([A-Za-z_]\w{0,80})\s{0,4}[:=]\s{0,4}["']?[^\s"'=]*$/;
/** What the name of a variable for an address has behind that for the file. */
const OF_ADDRESS = /^_?(?:download_?)?(?:ur[il]|link|source)$/i;

/**
 * Whether a file is what an address is kept as, whatever it is called there: `wget URL -O name.gguf`, `MODEL=name.gguf`
 * above `MODEL_DOWNLOAD_URL=…`.
 */
function isTarget(text: string, { start, end }: TextRange, addressed: readonly ModelReference[]): boolean {
  const before = lineBefore(text, start);
  const name = VARIABLE.exec(before)?.[1];
  const isWritten = WRITTEN_TO.test(before);
  if (name === undefined && !isWritten) return false;
  const near = addressed.slice(
    countUpTo(addressed, start - LONGEST_COMMAND, endOf),
    countUpTo(addressed, end + LONGEST_COMMAND, endOf),
  );
  return near.some(({ range }) => {
    const between = range.start < start ? text.slice(range.end, start) : text.slice(end, range.start);
    if (isWritten && ARGUMENTS.test(between.replace(/>/g, ' ')))
      return DOWNLOADS.test(commandBefore(text, Math.min(range.start, start)));
    const other = VARIABLE.exec(lineBefore(text, range.start))?.[1] ?? '';
    return (
      name !== undefined &&
      other.startsWith(name) &&
      OF_ADDRESS.test(other.slice(name.length)) &&
      between.split('\n').length - 1 <= MAX_LINES
    );
  });
}

/** What stands before a place, as far as the command that it is in may begin. */
function commandBefore(text: string, at: number): string {
  return textBefore(text, at, LONGEST_COMMAND);
}

/**
 * A file of weights whose repository the same text gets is no second use: `hf_repo` and `hf_filename` of a record,
 * `hf_hub_download(repo_id, filename)`. The repository is the use; a path on a disk that something opens stays one.
 * @param text that was read
 * @returns the references, such files among them as mentions
 */
export function withoutFilesBesideRepository(
  references: readonly ModelReference[],
  text: string,
): readonly ModelReference[] {
  const isFile = ({ evidence }: ModelReference): boolean =>
    evidence[0] === 'weights-file' && evidence[1] === 'repository';
  const repositories = new Set(
    references
      .filter((reference) => reference.role === 'loads' && !isFile(reference))
      .map(({ id, context }) => `${context} ${id}`),
  );
  if (repositories.size === 0) return references;
  return references.map((reference) => {
    const { role, context, id, range, why } = reference;
    if (role !== 'loads' || !isFile(reference) || !repositories.has(`${context} ${id}`)) return reference;
    return text.charAt(range.start - 1) === '/' && !text.startsWith(`${id}/`, range.start - id.length - 1)
      ? reference
      : { ...reference, role: 'mentions' as const, why: [FROM_REPOSITORY, ...why.slice(1)] };
  });
}

function endOf({ range: { end } }: ModelReference): number {
  return end;
}

function nameOf({ model, id }: ModelReference): string {
  return model ?? id;
}

/** The address that an offset lies in, from its scheme to its end; `undefined` where it lies in none. */
function addressAt(text: string, at: number): string | undefined {
  const before = textBefore(text, at, LONGEST_ADDRESS);
  const start = before.search(/https?:\/\/[^\s"'`<>]*$/);
  return start < 0
    ? undefined
    : before.slice(start) + (/^[^\s"'`<>]*/.exec(textBehind(text, at, LONGEST_ADDRESS))?.[0] ?? '');
}

/** The last part of a path or address, without what is asked of it. */
function fileOf(path: string): string {
  const plain = path.split(/[?#]/, 1)[0] ?? '';
  return plain.slice(plain.lastIndexOf('/') + 1);
}
