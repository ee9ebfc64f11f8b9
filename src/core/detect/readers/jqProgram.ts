import { matchesOf } from '../../text/matches';
import { textFrom } from '../../text/pieces';
import type { TextRange } from '../../text/range';
import { keyKind } from '../signatures/keys';
import { type Intake, OF_COMMAND } from '../site';

/*
 * Programs of jq and its like write JSON: `jq -n '{model: "…", messages: $m}' | curl …`, `yq '.model = "…"'`. What
 * they set is the value of a key as in the document that they write.
 * https://jqlang.org/manual/#object-construction, https://jqlang.org/manual/#assignment
 */

/** A program that writes JSON, by its path or name, also behind `$(`. */
const WRITES_JSON = /(?:^|[/(\x60])(?:jq|gojq|jaq|yq)$/;
/** Words before the text of such a program. */
const MOST_WORDS = 60;
const LONGEST_WORD = 80;
const LONGEST_PROGRAM = 20_000;
/**
 * `model: "…"` of an object, also behind what is taken first (`env.MODEL // "…"`), and `.model = "…"`, but no
 * comparison: `.model == "…"`.
 */
const SET = new RegExp(
  String.raw`(?:(?<=[{,(]\s{0,80})\\?"?([A-Za-z_][\w-]{0,60})\\?"?\s{0,8}:|` +
    String.raw`\.([A-Za-z_][\w-]{0,60})\s{0,8}(?:\/\/|\|)?=(?!=))\s{0,8}(?:\(?[\w.$]{1,60}\s{0,4}\/\/\s{0,4})?` +
    String.raw`\\?"([^"\\\s]{2,200})\\?"`,
  'g',
);

/** Reads the models that a word of a command sets, where a program gets it that writes JSON by it. */
export function readJqProgram(intake: Intake, words: readonly TextRange[], index: number): void {
  const word = words[index];
  if (word === undefined || !isOfJq(intake.text, words.slice(0, Math.min(index, MOST_WORDS)))) return;
  const program = textFrom(intake.text, word.start, word.end, LONGEST_PROGRAM);
  for (const { 0: whole, 1: key, 2: path = '', 3: value = '', index: at } of matchesOf(program, SET)) {
    const name = key ?? path;
    if (keyKind(name) !== 'model') continue;
    const start = word.start + at + whole.lastIndexOf(value);
    intake.value({ start, end: start + value.length }, { ...OF_COMMAND, lexical: 'string', key: name });
  }
}

function isOfJq(text: string, words: readonly TextRange[]): boolean {
  return words.some(
    ({ start, end }) => end - start <= LONGEST_WORD && WRITES_JSON.test(text.slice(start, end)),
  );
}
