import { IDENTIFIER } from '../text/charClass';
import { escapeRegExp } from '../text/escapeRegExp';
import { matchesOf } from '../text/matches';
import { textBefore, textFrom } from '../text/pieces';
import { Tracer } from './tracer';

/** What the calls of a function give it for a name: `repository("Large")`, `fetch 600M` of a shell. */

/** An expression that a call passes, and where it stands. */
export interface Passed {
  readonly written: string;
  readonly at: number;
}

const LONGEST = 160;
/** How far before a place the head of its function stands, and how many of its calls are read. */
const REACH = 2_000;
const MOST_CALLS = 20;
/** The head of a function of a shell, and where the last one ends. */
const HEAD = /(?:^|\n)[ \t]*(?:function[ \t]{1,4})?([A-Za-z_][\w-]{0,60})[ \t]*(?:\(\)[ \t]*)?\{/g;
const END = /\n[ \t]*\}/;
const WORD = /"[^"\n]{0,120}"|'[^'\n]{0,120}'|[^\s"'|&;<>()]{1,120}/g;
const NAME_ALONE = new RegExp(`^${IDENTIFIER}$`);

export class PassedParts {
  private readonly tracer: Tracer;

  constructor(private readonly text: string) {
    this.tracer = new Tracer(text);
  }

  /** What calls give the parameter of that name; of a shell, the one of that number in the function around a place. */
  of(name: string, at: number): readonly Passed[] {
    if (/^\d$/.test(name)) return this.numbered(Number(name), at);
    if (!NAME_ALONE.test(name)) return [];
    return this.tracer
      .expressionsOf(name)
      .map(({ start, end }) => ({ written: textFrom(this.text, start, end, LONGEST), at: start }));
  }

  private numbered(number: number, at: number): readonly Passed[] {
    const lead = textBefore(this.text, at, REACH);
    const head = [...matchesOf(lead, HEAD)].at(-1);
    if (head?.[1] === undefined || END.test(lead.slice(head.index + head[0].length))) return [];
    const called = new RegExp(
      String.raw`(?:^|[\n;&|({\x60]|\b(?:then|do|else))[ \t]*${escapeRegExp(head[1])}[ \t]{1,8}([^\n;&|#]{1,400})`,
      'g',
    );
    return [...matchesOf(this.text, called)]
      .slice(0, MOST_CALLS)
      .flatMap(({ 0: all, 1: given = '', index }) => {
        const word = [...matchesOf(given, WORD)][number - 1]?.[0];
        return word === undefined ? [] : [{ written: word, at: index + all.length - given.length }];
      });
  }
}
