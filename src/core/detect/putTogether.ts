import { isWordCode } from '../text/charClass';
import { matchesOf } from '../text/matches';
import { textBefore } from '../text/pieces';
import { byStart, type TextRange } from '../text/range';
import type { GivenParts, Part } from './givenParts';

/** A place that puts a name together, and what it may be: first what is nearest to it. */
export interface PutTogether {
  readonly range: TextRange;
  readonly names: readonly string[];
  /** What stands there is an expression and no part of a text. */
  readonly isExpression: boolean;
}

/** Places of one text that are read, names that one may give, of which few are known, and the longest of them. */
const MOST_PLACES = 200;
const MOST_NAMES = 40;
const LONGEST_RUN = 300;

/**
 * What is filled into a text: `{{ .Values.name }}`, `${{ env.NAME }}`, `${NAME}`, `#{NAME}`, `$(NAME)`, `$NAME`,
 * `\(name)`, and in the strings that say so `{NAME}`.
 */
const HOLE = new RegExp(
  String.raw`\$?\{\{-?([^{}\n]{1,200}?)-?\}\}|[$#]\{([^{}\n]{1,160})\}|\$\$?\((\w{1,80})\)|\\\(([\w.]{1,80})\)|` +
    String.raw`\$\$?([A-Za-z_]\w{0,80}|\d(?!\d))|\{(\$[\w>-]{1,80})\}|\{\s{0,2}([A-Za-z_][^{}\n]{0,120})\}`,
  'g',
);
/** What stands before the text in which braces alone fill something in. */
const FILLED =
  /(?:(?<!\w)[fF]|\$|\bformat!\()["'\x60]{1,3}[^"'\x60{}]{0,200}(?:\{[^{}]{0,80}\}[^"'\x60{}]{0,40}){0,4}$/;
const LONGEST_LEAD = 400;
const ARGUMENTS = String.raw`((?:[^()\n]|\([^()\n]{0,80}\)){1,240})`;
/** What makes a text of a form and its parts: `printf "%s/%s" a b` of a chart's templates, `format("%s/%s", a, b)`. */
const FORMATTED = new RegExp(
  String.raw`\{\{-?\s{0,4}printf\s{1,4}"([^"\n]{1,120})"((?:\s{1,4}[$.\w-]{1,120}){1,6})` +
    String.raw`(?:\s{0,4}\|\s{0,4}s?quote)?\s{0,4}-?\}\}|` +
    String.raw`(?<![\w.])(?:fmt\.Sprintf|format!?|String\.format|string\.Format|sprintf)\(\s{0,20}` +
    String.raw`["']([^"'\n]{1,120})["']\s{0,4},\s{0,20}${ARGUMENTS}\)|` +
    String.raw`["']([^"'\n]{1,120})["']\s?%\s?\(${ARGUMENTS}\)|["']([^"'\n]{1,120})["']\.format\(${ARGUMENTS}\)|` +
    String.raw`(?<![\w.$])([A-Za-z_]\w{0,60})\.format\(${ARGUMENTS}\)`,
  'g',
);
/** A form that has a name of its own: `REPO = "owner/name-{}"`. */
const NAMED_FORM = (name: string): RegExp =>
  new RegExp(
    String.raw`(?<![\w.])${name}\s{0,4}(?::\s{0,4}\w{1,20}\s{0,4})?=\s{0,4}["']([^"'\n]{1,120})["']`,
  );
/** What joins its parts by one mark. */
const JOINED = new RegExp(
  String.raw`["']([/:-])["']\.join\(\s{0,4}[[(]([^[\]()\n]{1,240})[\])]\s{0,4}\)|` +
    String.raw`(?<![\w.])join\(\s{0,4}"([/:-])"\s{0,4},\s{0,4}\[([^[\]\n]{1,240})\]\s{0,4}\)|` +
    String.raw`\[([^[\]\n]{1,240})\]\.join\(\s{0,4}["'\x60]([/:-])["'\x60]\s{0,4}\)|` +
    String.raw`(?<![\w.])(?:os\.path|posixpath|path(?:\.posix)?)\.join\(([^()\n]{1,240})\)|` +
    String.raw`\{\{-?\s{0,4}list((?:\s{1,4}[$.\w-]{1,120}){2,4})\s{0,4}\|\s{0,4}join\s{1,4}"([/:-])"\s{0,4}-?\}\}`,
  'g',
);
const TERM = String.raw`(?:["'\x60][^"'\x60\n]{0,100}["'\x60]|[$A-Za-z_][\w.$]{0,80}(?:->\w{1,40})?)`;
/** `ORG + "/" + NAME`, `$org . "/" . $name`, `org <> "/" <> name`. */
const ADDED = new RegExp(
  String.raw`(?<![\w.$"'\x60])${TERM}(?:\s{0,4}(?:\+|\.(?=\s)|<>|~|&|\.\.)\s{0,4}${TERM}){1,4}`,
  'g',
);
const SIGN = /\s{0,4}(?:\+|\.(?=\s)|<>|~|&|\.\.)\s{0,4}(?=["'\x60$A-Za-z_])/;
/** A place of a form. */
const PLACE = /%[sdvq]|%\d\$s|\{(?:\d|\w{0,40})\}/g;

/** The places of a text that put names together, in order, none within another. */
export function putTogetherIn(text: string, given: GivenParts): readonly PutTogether[] {
  const found = [
    ...formatted(text, given),
    ...joined(text, given),
    ...added(text, given),
    ...filled(text, given),
  ];
  const sorted = found.filter(({ names }) => names.length > 0).sort((a, b) => byStart(a, b));
  const kept: PutTogether[] = [];
  for (const one of sorted) if (one.range.start >= (kept.at(-1)?.range.end ?? 0)) kept.push(one);
  return kept.slice(0, MOST_PLACES);
}

/** A run of texts and of what is filled into them, each with where it stands. */
interface Run {
  readonly start: number;
  end: number;
  readonly pieces: { readonly at: number; readonly written: string; readonly isHole: boolean }[];
}

/** Runs of texts and of what is filled into them, without blanks: `{{ .Values.owner }}/{{ .Values.name }}`. */
function* filled(text: string, given: GivenParts): Generator<PutTogether> {
  let run: Run | undefined;
  for (const { 0: hole, 7: braced, index } of matchesOf(text, HOLE)) {
    if (braced !== undefined && !FILLED.test(textBefore(text, index, LONGEST_LEAD))) continue;
    if (run !== undefined && run.end !== index) {
      yield placeOf(run, given);
      run = undefined;
    }
    run ??= { start: runStart(text, index), end: index, pieces: [] };
    const behind = index + hole.length;
    if (run.start < index && run.pieces.length === 0) run.pieces.push(fixed(text, run.start, index));
    run.pieces.push({ at: index, written: braced ?? hole, isHole: true });
    run.end = runEnd(text, behind);
    if (run.end > behind) run.pieces.push(fixed(text, behind, run.end));
  }
  if (run !== undefined) yield placeOf(run, given);
}

function fixed(text: string, start: number, end: number): Run['pieces'][number] {
  return { at: start, written: text.slice(start, end), isHole: false };
}

/** What a run may be; nothing where its texts are no parts of a name: of a path from somewhere, an address. */
function placeOf({ start, end, pieces }: Run, given: GivenParts): PutTogether {
  const texts = pieces.map(({ written, isHole }) => (isHole ? 'x' : written)).join('');
  const mayBe = end - start <= LONGEST_RUN && HAS_PARTS.test(texts) && OF_NAME.test(texts);
  const parts = mayBe
    ? partsOfAll(pieces, ({ at, written, isHole }) => (isHole ? given.of(written, at) : [{ value: written }]))
    : [];
  return { range: { start, end }, isExpression: false, names: combined(parts) };
}

/**
 * The parts of all pieces of a name; none where one piece is not known, for then nothing is put together and what is
 * behind it need not be looked for.
 */
function partsOfAll<T>(
  pieces: readonly T[],
  partsOf: (piece: T) => readonly Part[],
): readonly (readonly Part[])[] {
  const found: (readonly Part[])[] = [];
  for (const piece of pieces) {
    const parts = partsOf(piece);
    if (parts.length === 0) return [];
    found.push(parts);
  }
  return found;
}

/** A name of two parts or more, perhaps behind the address of the Hub. */
const OF_NAME = /^(?:(?:https?:\/\/)?(?:huggingface\.co|hf\.co)\/|\w{2,20}:\/\/)?[A-Za-z\d][\w.:/-]*$/;
const HAS_PARTS = /[/:-]|\.(?:pt|gguf|onnx|safetensors)$/;

function runStart(text: string, from: number): number {
  let at = from;
  while (at > 0 && from - at < LONGEST_RUN && isInRun(text.charCodeAt(at - 1))) at--;
  return at;
}

function runEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && at - from < LONGEST_RUN && isInRun(text.charCodeAt(at))) at++;
  return at;
}

/** Letters, digits, `_`, `-`, `.`, `/` and `:`. */
function isInRun(code: number): boolean {
  return code !== DOLLAR && code < 128 && (isWordCode(code) || (code >= 45 && code <= 47) || code === 58);
}
const DOLLAR = 36;

function* formatted(text: string, given: GivenParts): Generator<PutTogether> {
  for (const match of matchesOf(text, FORMATTED)) {
    const { 0: whole, index } = match;
    const [written, args] = firstPair(match.slice(1));
    const form = /^\w+$/.test(written) ? (NAMED_FORM(written).exec(text)?.[1] ?? '') : written;
    const parts = argumentsOf(args).map((part) => given.of(part.replace(/^\w+=(?!=)/, ''), index));
    const range = { start: index, end: index + whole.length };
    yield {
      range,
      isExpression: !whole.startsWith('{{'),
      names: combined(inForm(form, argumentsOf(args), parts)),
    };
  }
}

/** The texts of a form, with the parts that fill its places in order, by their number or by their name. */
function inForm(
  form: string,
  args: readonly string[],
  parts: readonly (readonly Part[])[],
): readonly (readonly Part[])[] {
  const made: (readonly Part[])[] = [];
  let from = 0;
  let next = 0;
  for (const { 0: place, index } of matchesOf(form, PLACE)) {
    if (index > from) made.push([{ value: form.slice(from, index) }]);
    const key = /^\{(.+)\}$/.exec(place)?.[1] ?? /^%(\d)\$/.exec(place)?.[1];
    const named = key === undefined ? next++ : args.findIndex((arg) => arg.startsWith(`${key}=`));
    const at = /^\d$/.test(key ?? '') ? Number(key) - (place.startsWith('%') ? 1 : 0) : named;
    made.push(parts[at] ?? []);
    from = index + place.length;
  }
  if (from < form.length) made.push([{ value: form.slice(from) }]);
  return made;
}

function* joined(text: string, given: GivenParts): Generator<PutTogether> {
  for (const match of matchesOf(text, JOINED)) {
    const [whole, python, ofPython, terraform, ofTerraform, ofScript, script, ofPath, ofChart, chart] = match;
    const mark = python ?? terraform ?? script ?? chart ?? '/';
    const args = argumentsOf(ofPython ?? ofTerraform ?? ofScript ?? ofPath ?? ofChart ?? '');
    const parts = args.flatMap((part, at) => [
      ...(at > 0 ? [[{ value: mark }]] : []),
      given.of(part, match.index),
    ]);
    const range = { start: match.index, end: match.index + whole.length };
    yield { range, isExpression: !whole.startsWith('{{'), names: combined(parts) };
  }
}

function* added(text: string, given: GivenParts): Generator<PutTogether> {
  for (const { 0: whole, index } of matchesOf(text, ADDED)) {
    if (!/["'\x60][^"'\x60]*[/:-]/.test(whole)) continue;
    const parts = partsOfAll(whole.split(SIGN), (term) => {
      const quoted = /^["'\x60](.*)["'\x60]$/.exec(term)?.[1];
      return quoted === undefined ? given.of(term, index) : [{ value: quoted }];
    });
    yield { range: { start: index, end: index + whole.length }, isExpression: true, names: combined(parts) };
  }
}

/** The arguments of a call, or the words of one of a chart's templates, which has blanks between them alone. */
function argumentsOf(written: string): readonly string[] {
  const isOfChart = /^\s/.test(written) && !written.includes(',');
  const parts = isOfChart ? [...matchesOf(written, WORD)] : [...matchesOf(written, ARGUMENT)];
  return parts.map(([part]) => part.trim()).filter((part) => part !== '' && part !== '-');
}

const WORD = /[^\s]{1,200}/g;
const ARGUMENT = /(?:[^(),]|\([^()]{0,120}\)){1,200}/g;

function firstPair(groups: readonly (string | undefined)[]): readonly [form: string, parts: string] {
  const at = groups.findIndex((group) => group !== undefined);
  return [groups[at] ?? '', groups[at + 1] ?? ''];
}

/** A name as far as it is put together, and the parts that it is made of. */
interface Made {
  readonly name: string;
  readonly parts: readonly Part[];
}

/** What parts make together, what is nearest first; nothing where one of them is not known. */
function combined(places: readonly (readonly Part[])[]): readonly string[] {
  if (places.length === 0 || places.some(({ length }) => length === 0)) return [];
  let made: readonly Made[] = [{ name: '', parts: [] }];
  for (const place of places) {
    const mayStand = (part: Part, { parts }: Made): boolean =>
      parts.every((one, at) => mayStandTogether([one, places[at] ?? []], [part, place]));
    made = made
      .flatMap((one) =>
        place
          .filter((part) => mayStand(part, one))
          .map((part) => ({ name: one.name + part.value, parts: [...one.parts, part] })),
      )
      .slice(0, MOST_NAMES);
  }
  return made.map(({ name }) => name).filter((name) => NAME.test(name));
}

/**
 * Whether two parts may stand in one name: not where each is given by files, blocks or calls that all give the other
 * part something else. What gives one of them alone leaves the other as something else has it.
 */
function mayStandTogether(
  [one, ones]: readonly [Part, readonly Part[]],
  [other, others]: readonly [Part, readonly Part[]],
): boolean {
  const { rows = [] } = one;
  const { rows: otherRows = [] } = other;
  if (rows.length === 0 || otherRows.length === 0 || rows.some((row) => otherRows.includes(row))) return true;
  return !(rows.every((row) => isGivenBy(row, others)) && otherRows.every((row) => isGivenBy(row, ones)));
}

function isGivenBy(row: string, parts: readonly Part[]): boolean {
  return parts.some(({ rows = [] }) => rows.includes(row));
}

/** What a name is made of, perhaps behind the address of its host. */
const NAME = /^(?:[a-z]{2,5}:\/\/)?[A-Za-z\d][\w.:/-]{2,200}$/;
