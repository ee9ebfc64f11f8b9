import { matchesOf } from '../text/matches';
import type { TextRange } from '../text/range';
import { isProgram } from './signatures/commands';

/** `HF=hf`, `OLLAMA="docker exec ollama ollama"`, `CMD=(hf download)`, `HF ?= hf`, `HF="${HF:-hf}"` */
const ASSIGNED = new RegExp(
  String.raw`(?:^|[\s;({])([A-Za-z_]\w{0,60})[ \t]{0,4}[:?]{0,2}=[ \t]{0,4}` +
    String.raw`[("']?(?:\$\{\w{1,60}:-)?([\w./-][^\n"')}#;$]{0,200})`,
  'g',
);
const VARIABLE = /^["']?\$\$?[{(]?(\w+)(?:\[@\])?[})]?["']?$/;
const WORD = /[^\s"']{1,200}/g;

/** Programs that a script or makefile keeps in variables, with the words that it keeps beside them. */
export class ProgramVariables {
  private read: ReadonlyMap<string, readonly TextRange[]> | undefined;

  constructor(private readonly text: string) {}

  /** The words that a word of a command stands for; `undefined` for one that is no variable with a program in it. */
  wordsOf(word: string): readonly TextRange[] | undefined {
    const name = VARIABLE.exec(word)?.[1];
    return name === undefined ? undefined : (this.read ??= programsIn(this.text)).get(name);
  }
}

/** The first program that is kept under each name: of several they are forms of one. */
function programsIn(text: string): ReadonlyMap<string, readonly TextRange[]> {
  const programs = new Map<string, readonly TextRange[]>();
  for (const { 0: whole, 1: name = '', 2: value = '', index } of matchesOf(text, ASSIGNED)) {
    const start = index + whole.length - value.length;
    const words = [...matchesOf(value, WORD)];
    if (!programs.has(name) && words.some(([word]) => isProgram(word)))
      programs.set(
        name,
        words.map(({ 0: word, index: at }) => ({ start: start + at, end: start + at + word.length })),
      );
  }
  return programs;
}
