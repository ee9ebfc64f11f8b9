import type { ModelReference } from '../reference';
import { IDENTIFIER, IN_WORD, WORD_START } from '../text/charClass';
import { matchesOf } from '../text/matches';
import { textBefore } from '../text/pieces';
import { covers, type TextRange } from '../text/range';
import { countUpTo, lastUpTo } from '../text/sorted';
import { HOLDS_FILES } from '../registries/tables';
import { Brackets, calleeBefore, type Bracket } from './brackets';
import { lastName } from './intent';
import { pin } from './match';
import { keyWords } from './signatures/keys';
import { lineBefore } from './surroundings';

/** A commit of a repository, as a string of code. */
const COMMIT = /["'`]([0-9a-f]{40})["'`]/g;
const LONGEST_HEAD = 600;
const MOST_USES = 40;

/** The name that a line gives a value. */
const GIVEN = new RegExp(
  String.raw`(${IDENTIFIER})\s{0,40}(?::\s{0,4}[^=\n]{1,60})?:?=\s{0,40}(?:[\w.:&!?()]{0,60}\()?["'\x60]?$`,
);
/** A name that is given nothing where it stands. */
const USED = new RegExp(String.raw`(?<![${IN_WORD}.])${WORD_START}{1,80}(?![${IN_WORD}]|\s{0,4}=(?!=))`, 'g');
/** The keyword or key of a value, which a wrapper may be around: `revision=`, `"revision": Some(`. */
const KEYED = /([\w$]{1,60})["']?\s{0,4}(?:=>|:=|[:=])\s{0,40}(?:Some\(|String::from\()?$/;
/** Words of such keys: `model_revision`, `commit_hash`, and none for the code or the data beside a model. */
const OF_KEY = new Set(
  'model hf hub huggingface repo repository weights pinned default revision rev commit hash sha id'.split(
    ' ',
  ),
);
const SAYS_REVISION = ['revision', 'rev', 'commit', 'sha'];
/** What is called with a revision: `Repo::with_revision`, `.revision(`, `WithRevision`. */
const CALLED = /revision$/i;
/** What makes a string of one. */
const WRAPS = /^(?:to_string|String|from|new|into|Some|str|format|string)$/;
/** `"owner/name" @ "…"` of a macro. */
const AT = /["'`]\s{0,4}@\s{0,4}$/;
/** A statement up to a call in it, over lines that a dot joins or that end what is in parentheses. */
const STATEMENT = /(?:^|[;{}\n])(?:[^;{}\n]|\n[ \t]*[.)]|(?<=\.)\n)*$/;
/** Calls that only show what they are given. */
const SHOWS = /^(?:print\w*|eprintln|log|debug|info|warn\w*|error|format|len|str|String|assert\w*)$/;

/**
 * The references whose commits a text fixes apart from them: by a constant (`revision=REVISION`), in the call that
 * makes the repository (`Repo::with_revision(REPO, RepoType::Model, "…")`), in options (`{ revision: "…" }`), behind
 * the name (`model!("owner/name" @ "…")`).
 * @param text that was read
 */
export function withFixedCommits(
  references: readonly ModelReference[],
  text: string,
): readonly ModelReference[] {
  const open = references.filter(
    ({ registry, revision, where }) =>
      HOLDS_FILES.has(registry) && revision === undefined && where !== 'file',
  );
  if (open.length === 0) return references;
  const commits = [...matchesOf(text, COMMIT)];
  if (commits.length === 0) return references;
  const pins = new Pins(
    text,
    open,
    commits.map(({ index }) => index),
  );
  for (const { 1: value = '', index } of commits) pins.add(value, index);
  const found = pins.found();
  return references.map((reference) => {
    const value = found.get(reference);
    return value === undefined ? reference : { ...reference, revision: pin(value) };
  });
}

/** A stretch of a text in which repositories are asked for at a commit. */
interface Pinned extends TextRange {
  readonly value: string;
}

class Pins {
  private readonly brackets: Brackets;
  private readonly ranges: Pinned[] = [];
  private readonly direct = new Map<ModelReference, string>();
  /** By where an entry begins. */
  private readonly ofRepositories = new Map<number, boolean>();
  private readonly uses: ReadonlyMap<string, readonly number[]>;

  constructor(
    private readonly text: string,
    private readonly references: readonly ModelReference[],
    commits: readonly number[],
  ) {
    this.brackets = new Brackets(text);
    const given = [...commits, ...references.map(({ range }) => range.start)];
    this.uses = usesOfNames(text, new Set(given.flatMap((at) => nameGiven(text, at) ?? [])));
  }

  /** Takes in a commit that stands at a place. */
  add(value: string, at: number): void {
    this.addAt(value, at);
    const name = nameGiven(this.text, at);
    if (name !== undefined) for (const use of this.usesOf(name, at)) this.addAt(value, use);
  }

  private addAt(value: string, at: number): void {
    const mark = AT.exec(textBefore(this.text, at, 20));
    if (mark !== null) {
      const end = at - mark[0].length;
      const own = lastUpTo(this.references, end, (one) => one.range.start);
      if (own?.range.end === end) this.direct.set(own, value);
      return;
    }
    const range = this.rangeOf(at);
    if (range !== undefined) this.ranges.push({ ...range, value });
  }

  /** What a revision at a place is for: the call or mapping that it is an argument of. */
  private rangeOf(at: number): TextRange | undefined {
    const key = KEYED.exec(lineBefore(this.text, at))?.[1];
    const around = this.brackets
      .open(at)
      .filter((one) => one.mark !== '(' || !WRAPS.test(lastName(calleeBefore(this.text, one))));
    const [own, outer] = around;
    if (own === undefined) return undefined;
    const callee = own.mark === '(' ? lastName(calleeBefore(this.text, own)) : '';
    if (CALLED.test(callee)) return { start: this.statementBefore(own), end: own.close };
    if (key === undefined || !this.isForModel(key, own)) return undefined;
    const call = own.mark === '{' && outer?.mark === '(' ? outer : own;
    return { start: call.at, end: call.close };
  }

  private statementBefore({ at }: Bracket): number {
    const head = textBefore(this.text, at, LONGEST_HEAD);
    return at - head.length + Math.max(0, head.search(STATEMENT));
  }

  /** A bare commit may be one of the code, unless a repository is what the entry is about. */
  private isForModel(key: string, own: Bracket): boolean {
    const words = keyWords(key);
    if (!words.every((word) => OF_KEY.has(word)) || !words.some((word) => SAYS_REVISION.includes(word)))
      return false;
    return words.includes('revision') || this.isOfRepository(own);
  }

  /** Whether an entry says a repository: asked once of each, however many commits it has. */
  private isOfRepository({ at, close }: Bracket): boolean {
    const known = this.ofRepositories.get(at);
    if (known !== undefined) return known;
    const is = /\brepo\w{0,12}["']?\s{0,4}[:=]/i.test(this.text.slice(at, close));
    this.ofRepositories.set(at, is);
    return is;
  }

  /** The commits of references, as the places say that they or their names stand at. */
  found(): ReadonlyMap<ModelReference, string> {
    const found = new Map(this.direct);
    if (this.ranges.length === 0) return found;
    for (const reference of this.references) {
      const { start } = reference.range;
      const value = this.valueAt(start) ?? this.valueOfName(start);
      if (value !== undefined && !found.has(reference)) found.set(reference, value);
    }
    return found;
  }

  private valueAt(at: number): string | undefined {
    return this.ranges.find((range) => covers(range, at))?.value;
  }

  /** The commit that all calls ask for which get the name of a value. */
  private valueOfName(at: number): string | undefined {
    const name = nameGiven(this.text, at);
    if (name === undefined) return undefined;
    const values = this.usesOf(name, at)
      .filter((use) => this.isArgument(use))
      .map((use) => this.valueAt(use));
    return values.every((value) => value === values[0]) ? values[0] : undefined;
  }

  private isArgument(at: number): boolean {
    const [own] = this.brackets.open(at);
    return own?.mark === '(' && !SHOWS.test(lastName(calleeBefore(this.text, own)));
  }

  /** Where a name stands behind the place that gives it a value. */
  private usesOf(name: string, from: number): readonly number[] {
    const places = this.uses.get(name) ?? [];
    const before = countUpTo(places, from, (at) => at);
    return places.slice(before, before + MOST_USES);
  }
}

/** The name that a value at a place is given to. */
function nameGiven(text: string, at: number): string | undefined {
  return GIVEN.exec(lineBefore(text, at))?.[1];
}

/** Where names stand and are given nothing, read in one pass however many commits a text has. */
function usesOfNames(text: string, names: ReadonlySet<string>): ReadonlyMap<string, readonly number[]> {
  const uses = new Map<string, number[]>(Array.from(names, (name) => [name, []]));
  if (names.size > 0) for (const { 0: name, index } of matchesOf(text, USED)) uses.get(name)?.push(index);
  return uses;
}
