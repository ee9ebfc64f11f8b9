import { matchesOf } from '../../text/matches';
import { textBefore, textBehind, textFrom } from '../../text/pieces';
import type { TextRange } from '../../text/range';
import { once } from '../../once';
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

/** Programs that send what they get, where they begin a command, also behind a pipe or what runs them. */
const SENDS = String.raw`(?:curl|https?|xh|wget|Invoke-(?:RestMethod|WebRequest))(?:\.exe)?\s`;
const SENDER = new RegExp(String.raw`(?:^|[\s;&|(\x60/])${SENDS}`);
const PIPED = new RegExp(
  String.raw`\|\s{0,80}(?:(?:sudo|xargs|env|time)\s[^|]{0,80}?)?(?:[^\s|]{0,80}\/)?${SENDS}`,
);
/** A variable that gets what the command behind prints: `BODY="$(jq`. */
const KEPT = /(?<![\w$])([A-Za-z_]\w{0,60})=["']?(?:\$\(|\x60)[^()\x60]{0,200}$/;
/** What ends the commands that a pipe joins, and a line that goes on in the next one. */
const PIPELINE_END = /;|&&|\|\||\n/;
const GOES_ON = /(?:\\|(\|))[ \t]{0,20}\r?\n/g;
/** How far around a program of jq its request is looked for, in characters. */
const LONGEST_LINE = 2_000;
const LONGEST_WAY = 8_000;

/** Reads the models that a word of a command sets, where a program gets it that writes JSON by it. */
export function readJqProgram(intake: Intake, words: readonly TextRange[], index: number): void {
  const word = words[index];
  if (word === undefined || !isOfJq(intake.text, words.slice(0, Math.min(index, MOST_WORDS)))) return;
  const program = textFrom(intake.text, word.start, word.end, LONGEST_PROGRAM);
  const isSent = once(() => goesToRequest(intake.text, words));
  for (const { 0: whole, 1: key, 2: path = '', 3: value = '', index: at } of matchesOf(program, SET)) {
    const name = key ?? path;
    if (keyKind(name) !== 'model' || (key !== undefined && !isSent())) continue;
    const start = word.start + at + whole.lastIndexOf(value);
    intake.value({ start, end: start + value.length }, { ...OF_COMMAND, lexical: 'string', key: name });
  }
}

function isOfJq(text: string, words: readonly TextRange[]): boolean {
  return words.some(
    ({ start, end }) => end - start <= LONGEST_WORD && WRITES_JSON.test(text.slice(start, end)),
  );
}

/** Whether what a command prints goes to a request: by a pipe, in its place among the words, or under a name. */
function goesToRequest(text: string, words: readonly TextRange[]): boolean {
  const first = words[0]?.start ?? 0;
  const last = words.at(-1)?.end ?? first;
  const behind = joined(textBehind(text, last, LONGEST_WAY));
  const piped = behind.slice(0, LONGEST_LINE).split(PIPELINE_END, 1)[0] ?? '';
  if (PIPED.test(piped)) return true;
  const before =
    joined(textBefore(text, first, LONGEST_LINE))
      .split('\n')
      .at(-1) ?? '';
  const command = before + textFrom(text, first, last, LONGEST_LINE);
  const program = command.search(/(?<![\w-])(?:jq|gojq|jaq|yq)\s/);
  const lead = program < 0 ? before : command.slice(0, program);
  const [, name] = KEPT.exec(lead) ?? [];
  if (name === undefined) return /(?:[$<]\(|\x60)[^()\x60]{0,200}$/.test(lead) && SENDER.test(lead);
  return behind
    .split('\n')
    .some((line) => SENDER.test(line) && (line.includes(`$${name}`) || line.includes(`\${${name}`)));
}

/** A text whose lines that go on are one. */
function joined(text: string): string {
  return text.replace(GOES_ON, '$1 ');
}
