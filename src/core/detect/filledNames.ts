import { Decoder, type DecodedText } from '../documents/decodedText';
import type { Detection, ModelReference } from '../reference';
import { hubId } from '../registries/names/hubId';
import { byStart, overlap, type TextRange } from '../text/range';
import { isInOne } from '../text/sorted';
import { GivenParts } from './givenParts';
import { mayDefineParts } from './namedValues';
import { type PutTogether, putTogetherIn } from './putTogether';

/*
 * A name that is put together of several values names what it would name if it were written out: so it is written
 * out where it is put together, and the text is read again. What only this reading finds is added.
 */

/** How often a text is read again, and the longest that is. */
const MOST_ROUNDS = 4;
const LONGEST_TEXT = 300_000;
/** What fills something in or joins texts: most texts have it, and few of them by a name. */
const MAY_MAKE = new RegExp(
  String.raw`[)}\]\w$]\/[{$\\#]|\}\/\w|["'\x60][\w.-]{0,80}\/["'\x60]|%[sv]\/|\/%[sv]|\{\d?\}\/|\.join\(|` +
    String.raw`-[{$]|\}-|:[$]|-%[sdv]|\{\d?\}["'\x60]|\}\.(?:pt|gguf|onnx|safetensors)`,
);
/** The ending of a file that has a model's name. */
const WEIGHTS = /\.(?:pt|gguf|onnx|safetensors)$/;

/** A text, and how it is read. */
interface Reading {
  readonly text: string;
  readonly path: string;
  readonly language: string;
  readonly configValues: ReadonlyMap<string, string>;
  readonly read: (text: string) => Detection;
  /** Whether the catalog has a model of a name. */
  readonly isKnown: (name: string) => boolean;
}

/** The same with the names that the text puts together of values. */
export function withFilledNames(found: Detection, reading: Reading): Detection {
  const { text, configValues, isKnown } = reading;
  if (text.length > LONGEST_TEXT || !MAY_MAKE.test(text)) return found;
  const places = putTogetherIn(text, new GivenParts(text, reading, configValues)).flatMap((place) => {
    const names = place.names.filter((name, at) =>
      isNamed(name, { isOnly: at === 0 && place.names.length === 1, isKnown }),
    );
    return names.length === 0 ? [] : [{ ...place, names }];
  });
  const rounds = Math.min(MOST_ROUNDS, Math.max(0, ...places.map(({ names }) => names.length)));
  let all = found;
  for (let round = 0; round < rounds; round++) all = withRound(all, places, { round, reading });
  return all;
}

/** Whether a place may name what it puts together: a model that is known, or an id that it can only be. */
function isNamed(
  name: string,
  { isOnly, isKnown }: { readonly isOnly: boolean; readonly isKnown: (name: string) => boolean },
): boolean {
  const parts = name.slice(name.indexOf('://') + 1).split('/');
  const pairs = parts.slice(1).map((part, at) => `${parts[at]}/${part.split(':', 1)[0]}`);
  const isFile = WEIGHTS.test(name) && isKnown(name.replace(WEIGHTS, ''));
  return isKnown(name) || isFile || pairs.some(isKnown) || (isOnly && hubId(name) !== undefined);
}

/** Adds what the text names with the names of one round written out. */
function withRound(
  found: Detection,
  places: readonly PutTogether[],
  { round, reading: { text, read, isKnown } }: { readonly round: number; readonly reading: Reading },
): Detection {
  const { decoded, written } = writtenOut(text, places, round);
  const known = new Set(found.references.filter(({ role }) => role !== 'mentions').map(useOf));
  const added = read(decoded.text).references.flatMap((reference) => {
    const isMade = isInOne(written, reference.range.start) && reference.role !== 'mentions';
    if (!isMade || known.has(useOf(reference))) return [];
    const range = decoded.sourceRange(reference.range);
    if (!isKnown(reference.id) && !isToldByPlace(reference, range, found)) return [];
    return [{ ...reference, range, text: text.slice(range.start, range.end) }];
  });
  return added.length === 0 ? found : withAdded(found, added);
}

/**
 * Whether a name of which nothing is known is one by what gets it: its form alone, which much else has, is not put
 * together for that. Where code asks for it, it is told as a choice.
 */
function isToldByPlace(
  { evidence: [evidence = ''] }: ModelReference,
  range: TextRange,
  found: Detection,
): boolean {
  const isForm = evidence.startsWith('form:') || evidence === 'catalog';
  return !isForm && !found.runtimeChoices.some((choice) => overlap(choice.range, range));
}

/** What is done with which model, wherever. */
function useOf({ id, model, role, host }: ModelReference): string {
  return `${model ?? id} ${role} ${host}`;
}

function withAdded(found: Detection, added: readonly ModelReference[]): Detection {
  const isMade = ({ range }: { readonly range: TextRange }): boolean =>
    added.some((one) => overlap(one.range, range));
  const kept = found.references.filter((one) => one.role !== 'mentions' || !isMade(one));
  return {
    ...found,
    references: [...kept, ...added].sort(byStart),
    runtimeChoices: found.runtimeChoices.filter((choice) => !isMade(choice)),
  };
}

/** A text with the names of a round where they are put together, and where these stand in it. */
function writtenOut(
  text: string,
  places: readonly PutTogether[],
  round: number,
): { readonly decoded: DecodedText; readonly written: readonly TextRange[] } {
  const decoder = new Decoder(text);
  const written: TextRange[] = [];
  // What a named part of a chart gives is told by its expressions.
  const isOfParts = mayDefineParts(text);
  let from = 0;
  let length = 0;
  for (const { range, names, isExpression } of places) {
    const name = names[round];
    if (name === undefined) continue;
    const isDefined = isOfParts && text.startsWith('{{', range.start);
    const meaning = isDefined ? `{{ "${name}" }}` : isExpression ? `"${name}"` : name;
    decoder.copy(from, range.start);
    decoder.replace(range.start, range.end, meaning);
    length += range.start - from;
    written.push({ start: length, end: length + meaning.length });
    length += meaning.length;
    from = range.end;
  }
  decoder.copy(from, text.length);
  return { decoded: decoder.finish(), written };
}
