import type { Catalog } from '../catalog/records';
import { message } from '../message';
import type { ModelReference } from '../reference';
import { escapeRegExp } from '../text/escapeRegExp';
import { IDENTIFIER } from '../text/charClass';
import { matchesOf } from '../text/matches';
import { textBefore } from '../text/pieces';
import type { TextRange } from '../text/range';
import { countUpTo } from '../text/sorted';
import { Brackets } from './brackets';
import { FilesInEntries } from './filesInEntries';
import { lineBefore } from './surroundings';
import { isUse } from '../vocabulary';

export const FROM_REPOSITORY = message('its repository stands beside it');

/**
 * A file of weights that a command or call gets out of a repository is no second use: `hf download owner/name x.gguf`,
 * `llama-server --hf-repo owner/name --hf-file x.gguf`, `hf_hub_download(REPOSITORY, FILE)`. Neither is one that an
 * entry or constants name beside it. Of a repository that nobody knows the file may tell more, where its own name is
 * known.
 * @param text that was read
 * @param catalog tells which names of files are known
 * @returns the references, such files among them as mentions
 */
export function withoutFilesOfRepositories(
  references: readonly ModelReference[],
  text: string,
  catalog: Pick<Catalog, 'resolve'>,
): readonly ModelReference[] {
  if (!references.some(isNamedFile)) return references;
  const repositories = references.filter(
    ({ registry, where, role }) => registry === 'huggingface' && where !== 'file' && isUse(role),
  );
  if (repositories.length === 0) return references;
  const brackets = new Brackets(text);
  const calls = MAY_GET.test(text) ? new Calls(text, brackets, repositories) : undefined;
  const entries = new FilesInEntries(text, brackets, repositories.filter(isWritten));
  return references.map((reference) => {
    const { range, why } = reference;
    if (!isNamedFile(reference)) return reference;
    const gotten =
      calls !== undefined && reference.role === 'loads'
        ? (ofCommand(text, range, repositories) ?? calls.sourceOf(range.start))
        : undefined;
    const source = gotten ?? entries.sourceOf(reference);
    return source !== undefined && (source.model !== null || !isKnownFile(reference, catalog))
      ? { ...reference, role: 'mentions' as const, why: [FROM_REPOSITORY, ...why.slice(1)] }
      : reference;
  });
}

const MAY_GET = new RegExp(
  String.raw`\b(?:hf|huggingface-cli)[ \t]+download\b|--hf-file|-hff\b|hf_?hub|from_pretrained|` +
    String.raw`cached_download|resolveModelFile|model_file_download`,
  'i',
);

/** What is only listed and known to be of a repository says no more than that. */
function isNamedFile({ role, where, evidence }: ModelReference): boolean {
  return where === 'file' && (role === 'loads' || (role === 'lists' && evidence[1] !== 'repository'));
}

/** A name that only resembles one that is known says nothing of the file: `yolov8n-layout.pt` is no `yolov8n.pt`. */
function isKnownFile({ id, registry, model }: ModelReference, catalog: Pick<Catalog, 'resolve'>): boolean {
  return model !== null && catalog.resolve(id, registry) !== undefined;
}

/** The repository itself is written, and no name that others have for its model. */
function isWritten({ text }: ModelReference): boolean {
  return text.includes('/');
}

function endOf({ range: { end } }: ModelReference): number {
  return end;
}

// ── Commands ────────────────────────────────────────────────────────────────────────────────────────────────────

/** The Hub's own command, up to the repository that it gets. */
const DOWNLOAD = /\b(?:hf|huggingface-cli)[ \t]+download\b(?:\\\r?\n|[^\r\n;|&])*$/;
/** The flag for a file of the repository beside: https://github.com/ggml-org/llama.cpp (tools/server/README.md) */
const FILE_FLAG = /(?<![\w-])(?:--hf-file|-hff)["']?(?:[ \t=,]|\r?\n[ \t]*-[ \t]|\\\r?\n){1,20}["']?$/;
/** Arguments of one command, over lines that go on. */
export const ARGUMENTS = /^(?:\\\r?\n|[^\r\n;|&])*$/;
/** The same as items of a list. */
const LISTED = /^(?:\\\r?\n|\r?\n[ \t]*-[ \t]|[^\r\n;|&])*$/;
export const LONGEST_COMMAND = 500;

function ofCommand(
  text: string,
  { start, end }: TextRange,
  repositories: readonly ModelReference[],
): ModelReference | undefined {
  const before = textBefore(text, start, LONGEST_COMMAND);
  const isFlagged = FILE_FLAG.test(before);
  const near = repositories.slice(
    countUpTo(repositories, start - LONGEST_COMMAND, endOf),
    countUpTo(repositories, end + LONGEST_COMMAND, endOf),
  );
  return near.find(({ range }) => {
    const isBefore = range.start < start;
    const between = isBefore ? text.slice(range.end, start) : text.slice(end, range.start);
    if (isFlagged) return LISTED.test(between);
    return (
      isBefore && ARGUMENTS.test(between) && DOWNLOAD.test(textBefore(text, range.start, LONGEST_COMMAND))
    );
  });
}

// ── Calls ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** What gets a file out of a repository, of clients of the Hub and of runtimes, up to its arguments. */
const GETS_FILE = new RegExp(
  String.raw`(?:hf_?hub_?(?:download|url)|cached_download|model_file_download|resolveModelFile|` +
    String.raw`try_to_load_from_cache|from_pretrained|\.get|\.download|download(?:File\w*|_file))$`,
  'i',
);
/**
 * The name that is given a value, also as the argument of a call: `let repo = api.model("owner/name")`. Of a file its
 * folders may stand before it: `FILE = "folder/model.safetensors"`.
 */
const GIVEN = new RegExp(
  String.raw`(${IDENTIFIER})\s{0,40}(?::\s{0,4}[^=\n]{1,60})?:?=\s{0,40}(?:[\w.:&!?()]{0,120}\()?["'\x60]` +
    String.raw`(?:[\w.-]{1,60}/){0,6}$`,
);
/** The list that is given to a name, or that a loop goes over with it, up to one of its elements. */
const IN_LIST = new RegExp(
  String.raw`(?:(${IDENTIFIER})\s{0,40}(?::\s{0,4}[^=\n]{1,60})?:?=\s{0,40}|` +
    String.raw`\bfor\s{1,4}\(?(?:const\s|let\s)?(${IDENTIFIER})\s{1,4}(?:in|of)\s{1,4})[[(][^\])]*$`,
);
/** The head of a loop, up to what it goes over. */
const LOOP = new RegExp(
  String.raw`\bfor\s{1,4}\(?(?:const\s|let\s)?(${IDENTIFIER})\s{1,4}(?:in|of)\s{1,4}[^\n:{]{0,200}$`,
);
/** How far a statement reaches to both sides of an argument. */
const REACH = 600;
const MOST_USES = 40;

/** The calls of a text that get files out of its repositories. */
class Calls {
  /** Of each repository, the names that it has. */
  private readonly names: ReadonlyMap<ModelReference, string | undefined>;

  /** Of each name of a file that was asked for, the repository, `null` for none. */
  private readonly ofNames = new Map<string, ModelReference | null>();

  constructor(
    private readonly text: string,
    private readonly brackets: Brackets,
    private readonly repositories: readonly ModelReference[],
  ) {
    this.names = new Map(
      repositories.map((one) => [one, GIVEN.exec(lineBefore(text, one.range.start))?.[1]] as const),
    );
  }

  /** The repository that a file is got from which stands at a place, or what is given its name. */
  sourceOf(at: number): ModelReference | undefined {
    const source = this.gottenAt(at);
    if (source !== undefined) return source;
    const before = textBefore(this.text, at, REACH);
    return this.sourceOfName(nameIn(GIVEN, before) ?? nameIn(IN_LIST, before), at);
  }

  /** The repository that something is got from by a name behind a place, or by that of a loop over it. */
  private sourceOfName(name: string | undefined, from: number): ModelReference | undefined {
    if (name === undefined) return undefined;
    const known = this.ofNames.get(name);
    if (known !== undefined) return known ?? undefined;
    this.ofNames.set(name, null);
    const uses = [...matchesOf(this.text.slice(from), new RegExp(form(name), 'g'))].slice(0, MOST_USES);
    for (const { index } of uses) {
      const at = from + index;
      const found = this.gottenAt(at) ?? this.sourceOfName(nameIn(LOOP, lineBefore(this.text, at)), at);
      if (found === undefined) continue;
      this.ofNames.set(name, found);
      return found;
    }
    return undefined;
  }

  /** The repository that the call gets a file from whose argument stands at a place. */
  private gottenAt(at: number): ModelReference | undefined {
    const [call] = this.brackets.open(at);
    if (call?.mark !== '(' || !GETS_FILE.test(textBefore(this.text, call.at, 60))) return undefined;
    const head = textBefore(this.text, call.at, REACH);
    const start = call.at - head.length + head.search(STATEMENT);
    const end = Math.min(call.close, call.at + REACH);
    const statement = this.text.slice(start, end);
    return this.repositories.find((one) => {
      const name = this.names.get(one);
      return (
        (one.range.start >= start && one.range.end <= end) ||
        (name !== undefined && new RegExp(form(name)).test(statement))
      );
    });
  }
}

/** A statement up to its end, over lines that go on with a dot or end what is in parentheses. */
const STATEMENT = /(?:^|[;{}\n])(?:[^;{}\n]|\n[ \t]*[.)])*$/;

/** The name that a form ends a text with. */
function nameIn(form: RegExp, text: string): string | undefined {
  const [, given, loop = given] = form.exec(text) ?? [];
  return loop;
}

function form(name: string): string {
  return String.raw`(?<![\w$.])${escapeRegExp(name)}(?![\w$]|\s{0,4}=(?!=))`;
}
