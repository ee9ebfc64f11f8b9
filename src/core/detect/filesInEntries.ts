import type { ModelReference } from '../reference';
import { areOfOtherFamilies } from '../registries/names/families';
import { textBefore } from '../text/pieces';
import { countUpTo } from '../text/sorted';
import type { Bracket, Brackets } from './brackets';
import { keyWords } from './signatures/keys';
import { lineBefore } from './surroundings';

/** How far before a bracket what it belongs to is looked for, in characters. */
const LONGEST_HEAD = 200;
/** So far apart are constants of code for a repository and for its file, in lines. */
const MAX_LINES = 4;
const LONGEST_GAP = 1_000;
const MOST_LEVELS = 5;
const MOST_NEAR = 20;

/**
 * A name, up to the block or list that is its own: `repository!("owner/name" @ "commit" {`, `"owner/name": [`,
 * `files("owner/name") {`.
 */
const HEAD = /["'`](?:\s{0,4}@\s{0,4}["'`][^"'`\n]{1,80}["'`])?\s{0,4}\)?\s{0,4}(?:=>|[:,])?\s{0,40}&?$/;
/** The key of a value, which a wrapper of optional values may be around. */
const KEY =
  /([\w$-]{1,60})["']?\s{0,4}(?:=>|:=|[:=])\s{0,40}(?:&|Some\(|String::from\()?\s{0,4}["'`]?[\w./-]{0,120}$/;
/** The key of a list or mapping, up to its bracket. */
const KEY_OF_BRACKET = /([\w$-]{1,60})["']?\s{0,4}(?:=>|:=|[:=])\s{0,40}&?(?:mut\s)?[\w:.<>!]{0,60}$/;
/** The block of a function or a type: what stands in it need not belong together. */
const BLOCK = new RegExp(
  String.raw`(?:\)[^"'{}\n]{0,80}|=>|\b(?:else|try|do|finally|loop|unsafe)|` +
    String.raw`\b(?:class|struct|impl|interface|enum|trait|mod|module|namespace|object|extension|` +
    String.raw`protocol)\s[^{}\n]{0,120})\s{0,4}$`,
);
/** What one has besides its own weights, of another repository. */
const PARTS = /lora|adapter|control|vae|draft|embedding|tokenizer|upscale|refiner|reranker/i;
/** The name that a line gives a value. */
const CONSTANT = new RegExp(
  String.raw`^(\s*)(?:[\w&<>-]{1,30}\s{1,4}){0,5}([A-Za-z_$][\w$]{0,80})\s{0,20}` +
    String.raw`(?::\s{0,4}[^=\n"']{1,60})?(?::?=|:)\s{0,20}[rfb]?["'\x60]?[\w./-]{0,120}$`,
);

const OF_REPOSITORY = new Set('repo repository hub'.split(' '));
const OF_FILE = new Set('file filename gguf weights weight checkpoint ckpt safetensors onnx'.split(' '));
/** Words that say no more than that a file, or the repository that it is in, is named. */
const OF_ANY = new Set([
  ...OF_REPOSITORY,
  ...OF_FILE,
  ...'hf huggingface hugging face id name model default url the'.split(' '),
]);

/** Repositories of a text, by where code names files beside them. */
export class FilesInEntries {
  constructor(
    private readonly text: string,
    private readonly brackets: Brackets,
    /** In the order of the text. */
    private readonly repositories: readonly ModelReference[],
  ) {}

  /** The repository that a file belongs to, as the entry or the constants say that it is in. */
  sourceOf(file: ModelReference): ModelReference | undefined {
    const source = this.aroundOf(file) ?? this.constantBeside(file);
    return source !== undefined && isOfAnother(file, source) ? undefined : source;
  }

  /** The repository that a block around a place is of, or that stands beside the list or call that it is in. */
  private aroundOf({ text, range: { start } }: ModelReference): ModelReference | undefined {
    const keys = [KEY.exec(lineBefore(this.text, start))?.[1] ?? ''];
    for (const bracket of this.brackets.open(start).slice(0, MOST_LEVELS)) {
      const before = textBefore(this.text, bracket.at, LONGEST_HEAD);
      const own = this.ofHead(bracket, before);
      if (own !== undefined) return own;
      if (bracket.mark === '{' && BLOCK.test(before)) return undefined;
      const inside = this.within(bracket.at, bracket.close);
      if (inside.length > 0)
        return this.oneOf(inside, bracket).find(
          ({ id }) => isCalledAfter(text, id) && !keys.some((key) => PARTS.test(key)),
        );
      keys.push(KEY_OF_BRACKET.exec(before)?.[1] ?? '');
    }
    return undefined;
  }

  private ofHead(bracket: Bracket, before: string): ModelReference | undefined {
    const head = bracket.mark === '(' ? null : HEAD.exec(before);
    if (head === null) return undefined;
    const end = bracket.at - before.length + head.index;
    return this.within(end - 1, end + 1, endOf).find(({ range }) => range.end === end);
  }

  /** The only repository of an entry, under a key for such. */
  private oneOf([first, ...others]: readonly ModelReference[], { at }: Bracket): readonly ModelReference[] {
    if (first === undefined || others.some(({ id }) => id !== first.id)) return [];
    const key = KEY.exec(lineBefore(this.text, first.range.start))?.[1] ?? '';
    const [own, outer] = this.brackets.open(first.range.start);
    const direct = own?.mark === '(' && own.at !== at ? outer : own;
    return direct?.at === at && hasWord(key, OF_REPOSITORY) && !PARTS.test(key) ? [first] : [];
  }

  /** `REPO = "owner/name"` above `FILE = "x.gguf"`, whose names say the same of both. */
  private constantBeside({ range: { start } }: ModelReference): ModelReference | undefined {
    const [, margin, name = ''] = CONSTANT.exec(lineBefore(this.text, start)) ?? [];
    if (!hasWord(name, OF_FILE)) return undefined;
    const near = this.within(start - LONGEST_GAP, start + LONGEST_GAP).filter(({ range }) => {
      const [, other, repository = ''] = CONSTANT.exec(lineBefore(this.text, range.start)) ?? [];
      const between = this.text.slice(Math.min(range.start, start), Math.max(range.start, start));
      return (
        other === margin &&
        hasWord(repository, OF_REPOSITORY) &&
        leadOf(repository) === leadOf(name) &&
        between.split('\n').length - 1 <= MAX_LINES
      );
    });
    return near.every(({ id }) => id === near[0]?.id) ? near[0] : undefined;
  }

  /** The first repositories that begin, or end, between two places: of so many none is meant alone. */
  private within(from: number, to: number, placeOf = startOf): readonly ModelReference[] {
    const { repositories } = this;
    const first = countUpTo(repositories, from, placeOf);
    return repositories.slice(first, Math.min(first + MOST_NEAR, countUpTo(repositories, to - 1, placeOf)));
  }
}

/** The file is called after a model of another family. */
function isOfAnother({ text }: ModelReference, { id }: ModelReference): boolean {
  return areOfOtherFamilies(text, id.slice(id.indexOf('/') + 1));
}

/** A word of both names that says which model it is: settings of an entry may be of several. */
export function isCalledAfter(file: string, id: string): boolean {
  const words = new Set(file.toLowerCase().split(/[^a-z\d]+/));
  return id
    .slice(id.indexOf('/') + 1)
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .some((word) => word.length > 2 && !FORMATS.has(word) && words.has(word));
}

const FORMATS = new Set(
  'gguf onnx safetensors bf16 fp16 f16 int4 int8 instruct chat base model mlx awq gptq'.split(' '),
);

function hasWord(name: string, words: ReadonlySet<string>): boolean {
  return keyWords(name).some((word) => words.has(word));
}

function leadOf(name: string): string {
  return keyWords(name)
    .filter((word) => !OF_ANY.has(word))
    .join(' ');
}

function startOf({ range }: ModelReference): number {
  return range.start;
}

function endOf({ range }: ModelReference): number {
  return range.end;
}
