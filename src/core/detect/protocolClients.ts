import { once } from '../once';
import { MAKERS, PACKAGES, resells } from '../registries/tables';
import { escapeRegExp } from '../text/escapeRegExp';
import { countUpTo } from '../text/sorted';
import { matchesOf } from '../text/matches';
import type { Registry } from '../vocabulary';

/** Any of these words, where it is none's end. Plain words only: nothing in it can backtrack. */
const formOf = (words: Iterable<string>): RegExp =>
  new RegExp(`(?<![\\w$])(?:${[...words].map(escapeRegExp).join('|')})`, 'g');
const MAKER = formOf(MAKERS.keys());
const MAKER_ONCE = new RegExp(MAKER.source);
/** How settings of such clients are called that give an address. */
const GIVEN_ADDRESS = /base[_-]?ur[il]|uri[_-]?base|api[_-]?base|endpoint|[^a-z]host[^a-z]/i;
const PACKAGE = formOf(PACKAGES.keys());

/** The same, given no text and nothing that stands for none. */
const OPEN_ADDRESS = new RegExp(
  String.raw`(?:base[-_]?ur[il]|uri[-_]?base|api[-_]?base|endpoint)["']?\s{0,8}(?::?=|=>|:|\()\s{0,8}` +
    String.raw`(?:new\s+)?(?:ur[il]\(\s{0,8})?(?!nil\b|null\b|None\b|https?:|System|os\b|env\b)[A-Za-z_$@]`,
  'gi',
);
/** The head of what is done in one case alone, at the end of a text. */
const IN_CASE = /(?:\bif\b|\bunless\b|\belse\b|\bcase\b|\?)[^\n;]{0,200}\s{0,80}$/;
/** How far before and behind what makes a client its address is looked for, in characters. */
const BEFORE_MAKER = 600;
const BEHIND_MAKER = 300;

/**
 * Whose clients a text makes in languages where neither the class nor its arguments tell: Go, Java, Kotlin, C#, Ruby,
 * PHP, Rust, Swift and their like. One protocol is spoken to several services; which one is asked, its client tells,
 * or the package that it comes from. Read in one pass when it is first asked for.
 */
export class ProtocolClients {
  private made: readonly Made[] | undefined;
  private plain: boolean | undefined;
  private readonly ones = new Map<number, boolean>();

  private readonly makers = once(() => all(this.text, MAKER, MAKERS));
  /** Those of them that make something where they stand. */
  private readonly making = once(() => this.makers().filter((one) => isMade(this.text, one)));
  /** Those of these that make a client, and not what one is made with. */
  private readonly clients = once(() => this.making().filter(({ word }) => !SETTINGS.test(word)));

  constructor(private readonly text: string) {}

  /**
   * The service whose client was made last before a place; where the text makes none, the one whose package it uses.
   */
  at(offset: number): Registry | undefined {
    this.made ??= this.read();
    const last = countUpTo(this.made, offset, ({ at }) => at) - 1;
    const [one, before] = [this.made[last] ?? this.made[0], this.made[last - 1]];
    const isOfSettings = one && before && TAKES_SETTINGS.test(one.word) && SETTINGS.test(before.word);
    return (isOfSettings ? before : one)?.registry;
  }

  /** Whether the text makes a client and says nothing of an address: it asks the service that it is of. */
  isPlain(): boolean {
    return (this.plain ??= MAKER_ONCE.test(this.text) && !GIVEN_ADDRESS.test(this.text));
  }

  /** Whether every client that the text makes is given an address which is not written, in whatever case. */
  readonly isOpen = once(() => {
    const clients = this.clients();
    return clients.length > 0 && clients.every((one, index) => this.isGivenOpen(one, clients[index - 1]));
  });

  private isGivenOpen({ at, word }: Made, before: Made | undefined): boolean {
    const from = Math.max(at - BEFORE_MAKER, (before?.at ?? 0) + (before?.word.length ?? 0));
    const stretch = this.text.slice(from, at + word.length + BEHIND_MAKER);
    return [...matchesOf(stretch, OPEN_ADDRESS)].some(({ index }) => {
      const line = stretch.lastIndexOf('\n', index) + 1;
      return !IN_CASE.test(stretch.slice(0, line)) && !IN_CASE.test(stretch.slice(line, index));
    });
  }

  /**
   * Whether the text makes one client of such a protocol, which is given what is written at a place: none could ask
   * elsewhere.
   */
  makesOneWith(offset: number): boolean {
    let is = this.ones.get(offset);
    if (is === undefined) this.ones.set(offset, (is = this.isOneMadeWith(offset)));
    return is;
  }

  /** Whether the text makes no more than one such client, whatever it is given. */
  makesOne(): boolean {
    return this.clients().length <= 1;
  }

  private isOneMadeWith(offset: number): boolean {
    const last = this.making()
      .filter(({ at }) => at < offset)
      .at(-1);
    if (last === undefined || this.clients().length !== 1) return false;
    return !OTHER.test(this.text.slice(last.at + last.word.length, offset));
  }

  private read(): readonly Made[] {
    const made = this.makers();
    if (made.length > 0) return made;
    // The package of a service that sells another's models builds on the other's: where both are used, it is the one
    // that is meant.
    const packages = all(this.text, PACKAGE, PACKAGES);
    const seller = packages.find((one) => packages.some((other) => resells(one.registry, other.registry)));
    return (seller === undefined ? packages : [seller]).slice(0, 1);
  }
}

/** Makers of what a client is made with. */
const SETTINGS = /(?:(?<!with_?)config(?:::new)?|options|host\()$/i;
/** A maker whose client is of what it is made with. */
const TAKES_SETTINGS = /with_?config$/i;
/** The beginning of a line that makes nothing. */
const IMPORT = /^\s*(?:import|using|use|package|from|require|open|@import|alias)\b/;
/** What stands behind the name of a class where it makes one. */
const MADE = /^\s?[.(:]/;

/** A blank line, or the maker of something else. */
const OTHER = /\n[ \t]*\r?\n|\bnew\s|(?<![\w$])[A-Z]\w{0,60}(?:\.builder|::new)?\(/;

function isMade(text: string, { at, word }: Made): boolean {
  const line = text.slice(text.lastIndexOf('\n', at) + 1, at);
  return (
    !IMPORT.test(line) && (/\W/.test(word) || MADE.test(text.slice(at + word.length, at + word.length + 2)))
  );
}

interface Made {
  readonly at: number;
  readonly word: string;
  readonly registry: Registry;
}

function all(text: string, form: RegExp, of: ReadonlyMap<string, Registry>): Made[] {
  const found: Made[] = [];
  for (const { 0: word, index } of matchesOf(text, form)) {
    const registry = of.get(word);
    if (registry !== undefined) found.push({ at: index, word, registry });
  }
  return found;
}
