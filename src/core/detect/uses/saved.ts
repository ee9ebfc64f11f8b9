import { message } from '../../message';
import { perObject } from '../../once';
import { IDENTIFIER } from '../../text/charClass';
import { escapeRegExp } from '../../text/escapeRegExp';
import { matchesOf } from '../../text/matches';
import { memoized } from '../../text/memo';
import { textBefore, textBehind } from '../../text/pieces';
import { calleeBefore } from '../brackets';
import { lastName } from '../intent';
import type { Knowledge } from '../knowledge';
import { isWeightsFile } from '../match';
import { lineBefore } from '../surroundings';
import { mentioned, needing, type Needs, type Place } from './place';

/**
 * Calls of libraries of models that write weights: `torch.save`, `save_file` of safetensors, `torch.onnx.export`,
 * `save` of Keras and candle. What only writes bytes is none of them: it may have fetched these.
 */
const SAVES = new RegExp(
  String.raw`^(?:save|[sS]ave_?(?:file|model|weights|to|checkpoint|state_?dict|safetensors|lora_weights)|` +
    String.raw`serialize_to_file|export|[eE]xport_?[oO]nnx|ConvertToOnnx|GGUFWriter)$`,
);
/** What is saved as a file though it came from elsewhere. */
const FETCHED = /download|response|request|blob|fetch|attachment/i;
/** What joins parts of a path, in whose place the path stands. */
const PATH_OF = /^(?:join|Path|PathBuf|from|new|str|String|format|resolve|abspath|as_posix|Combine)$/;
/** Keywords of such calls for what they write. */
const WRITTEN = /^(?:f|\w*(?:path|file|file_?name|output|out|dest|target)|weight_name|model_output)$/i;
const IN_ONLY = /input|source|src|model_path/i;

const SAVED: Needs = {
  where: ['code'],
  words: ['save', 'export', 'serialize_to_file', 'ggufwriter', 'toonnx'],
};

/** The name that a line gives a value. */
const GIVEN = new RegExp(
  String.raw`^\s*(?:(?:export|const|let|var|final|static|pub|readonly|private|public)\s+){0,3}(${IDENTIFIER})\s{0,4}` +
    String.raw`(?::\s{0,4}[^=\n]{1,40})?:?=\s{0,4}[rf]?["'\x60][\w./-]{0,200}$`,
);
const MOST_USES = 20;

/** The words in the arguments of calls that write weights, as far as they may be constants. */
const namesSaved = perObject(
  ({ text }: Knowledge): ReadonlySet<string> =>
    new Set(
      Array.from(matchesOf(text, ARGUMENTS), ([, name = '', given = '']) =>
        SAVES.test(name) ? (given.match(/[\w$]{1,80}/g) ?? []) : [],
      ).flat(),
    ),
);
const ARGUMENTS = /(?<![\w$])(\w{3,30})\(([^()]{0,200}(?:\([^()]{0,200}\)?[^()]{0,200})?)/g;

/** `save_file(state, "x.safetensors")`, `torch.onnx.export(model, args, "x.onnx")`: a file that nothing is read of. */
export const isSaved = needing(SAVED, (place) => {
  const { match, site, start } = place;
  if (!isWeightsFile(match)) return undefined;
  const writer = (isNoInput(site.key) ? writerAt(place, start) : undefined) ?? writerOfConstant(place);
  if (writer !== undefined) return mentioned(undefined, message('{0} loads nothing', writer));
  const before = writerBefore(place);
  return before === undefined
    ? undefined
    : mentioned(undefined, message('{0} has written it before', before));
});

/** How far before it is read again a file is written, in characters. */
const WRITTEN_REACH = 4_000;
/** What another function begins with. */
const ELSEWHERE =
  /\n[ \t]{0,80}(?:(?:async|export|public|private|static|pub)\s+)*(?:def|class|func|function|fn|fun)\b/;

/**
 * What has written a file that is read again: `net.export_onnx("a.onnx")` before `onnx.load("a.onnx")`, in the same
 * function and no farther in. Nothing is said of a file whose name the catalog knows: that may be there before.
 */
function writerBefore(place: Place): string | undefined {
  const { text, start, end, match, knowledge } = place;
  const [path = ''] = PATH_BEFORE.exec(lineBefore(text, start)) ?? [];
  if (path === '' || text.charAt(end) !== path.charAt(0)) return undefined;
  const literal = path + text.slice(start, end + 1);
  const from = start - path.length;
  const before = textBefore(text, from, WRITTEN_REACH);
  const last = before.lastIndexOf(literal);
  if (last < 0 || ELSEWHERE.test(before.slice(last)) || knowledge.knows(match.id)) return undefined;
  const at = from - before.length + last;
  return isSurelyDone(place, at, from)
    ? (writerAt(place, at + 1) ?? exporterAt(place, at + 1, literal))
    : undefined;
}

/** What is done in one case only, or later, as the line before it or behind it says. */
const IN_A_CASE = new RegExp(
  String.raw`^[ \t]*(?:\}\s*)?(?:if|elif|elsif|else|for|while|try|except|catch|finally|case|when|unless)\b|` +
    String.raw`\b(?:if|and|or|unless|lambda)\b|&&|\|\||\?[^.]|[=-]>`,
);
const ONLY_IF = /^[^\n]*\s(?:if|unless)\s/;

/** Whether what stands at a place is done before what stands behind, whatever the case: no line leaves its block. */
function isSurelyDone({ text, knowledge }: Place, at: number, behind: number): boolean {
  const [bracket] = knowledge.brackets.around(at);
  const line = lineBefore(text, bracket?.mark === '(' ? bracket.at : at);
  const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0;
  const between = text.slice(at, behind);
  const isLeft = indent > 0 && new RegExp(String.raw`\n[ \t]{0,${String(indent - 1)}}[^\s]`).test(between);
  return !isLeft && !IN_A_CASE.test(line) && !ONLY_IF.test(between);
}

/** The beginning of a path in quotes, up to a name in it. */
const PATH_BEFORE = /["'\x60][\w./-]{0,200}$/;

/** What exports to its only argument, a file of the kind that it is called after. */
function exporterAt({ text, knowledge }: Place, at: number, literal: string): string | undefined {
  const [bracket] = knowledge.brackets.around(at);
  if (bracket?.mark !== '(' || !/onnx["'\x60]$/i.test(literal)) return undefined;
  const name = lastName(calleeBefore(text, bracket));
  const isOnly = text.slice(bracket.at + 1, bracket.close).trim() === literal;
  return isOnly && /onnx/i.test(name) && EXPORTS.test(name) ? name : undefined;
}

function isNoInput(key: string): boolean {
  return key === '' || (WRITTEN.test(key) && !IN_ONLY.test(key));
}

/**
 * The nearest call around a place, but for those that make its path, where it writes weights there: to what its keyword
 * says, or to an argument that no other file stands behind, which would be what it makes of the first. What exports,
 * and a function of which nothing says whose it is, read their first argument: `exporter.export("in.gguf", folder)`.
 */
function writerAt({ text, knowledge }: Place, at: number): string | undefined {
  const call = callAround(knowledge, at);
  const { callee, open } = call;
  const name = lastName(callee);
  if (!SAVES.test(name) || FETCHED.test(callee) || !isOfModels(holderOf(text, open), name, knowledge))
    return undefined;
  return isWritten(text, call) ? name : undefined;
}

/** Names of such calls that much else has too: `settings.save("…")`, `export(server, "…")`. */
const OF_ANYTHING = /^(?:save|[sS]ave_?[tT]o|export)$/;
/** Libraries that make or write models, as texts name them; a file that ends so says nothing of who writes it. */
const LIBRARY = new RegExp(
  String.raw`(?<!\.)(?:torch|keras|tensorflow|\btf\b|onnx|safetensors|candle|ultralytics|yolo|\bmlx|flax|\bjax\b|` +
    String.raw`unsloth|transformers|diffusers|gguf|\btch\b|\bburn\b|sklearn|fastai|paddle|mindspore|optimum|peft|` +
    String.raw`stable_baselines|llmcompressor|lightning|accelerate|timm|coremltools|\bBSON\b|\bFlux\b|mergekit)`,
  'i',
);
/** What holds a model, and what keeps what a program is told. */
const OF_MODEL =
  /model|net(?:work)?$|varmap|weights|pipe(?:line)?$|trainer|coder$|adapter|lora|policy|agent|learner/i;
const OF_PROGRAM =
  /^\w*(?:settings?|conf|config\w*|prefs|preferences|options|session|store|storage|db|repo|registry|profile|user)$/i;
const saysLibrary = perObject(({ text }: Knowledge): boolean => LIBRARY.test(text));

/**
 * Whether what is called so is likely a library's of models: the text has one, and the name is neither imported from
 * elsewhere nor that of an object which keeps what a program is told; or it is called of what holds a model.
 */
function isOfModels(holder: string, name: string, knowledge: Knowledge): boolean {
  if (!OF_ANYTHING.test(name)) return true;
  if (OF_PROGRAM.test(holder)) return false;
  if (holder !== '') return OF_MODEL.test(holder) || saysLibrary(knowledge);
  const from = importedFrom(name).exec(knowledge.text);
  return from === null ? saysLibrary(knowledge) : LIBRARY.test(from[1] ?? from[2] ?? '');
}

/** What a method is called of, by its last name; `''` for a function. */
function holderOf(text: string, open: number): string {
  return HOLDER.exec(textBefore(text, open, 120))?.[1] ?? '';
}
const HOLDER = /(\w{1,60})(?:\([^()]{0,40}\))?!?\s{0,40}(?:\??\.|->|::)\w{1,30}$/;

/** The module that a text imports a name from. */
const importedFrom = memoized(
  (name: string): RegExp =>
    new RegExp(
      String.raw`\bfrom\s+([\w.]{1,80})\s+import\s[^\n]{0,200}\b${name}\b|` +
        String.raw`\bimport\s*\{[^{}]{0,200}\b${name}\b[^{}]{0,200}\}\s*from\s*["']([^"']{1,80})`,
    ),
);

function isWritten(text: string, { callee, open, close, begins, at }: CallAround): boolean {
  const name = lastName(callee);
  const from = open + 1;
  const before = text.slice(Math.max(from, begins - LONGEST_ARGUMENTS), begins);
  const [, key = ''] = KEYWORD.exec(before) ?? [];
  if (!isNoInput(key)) return false;
  if (key !== '') return true;
  const isFirst = begins - from < LONGEST_ARGUMENTS && !before.includes(',');
  const isBare = callee === name && !/(?:->|::)$/.test(textBefore(text, from - 1 - name.length, 2));
  if (isFirst && (isBare || EXPORTS.test(name)) && !MADE.test(name)) return false;
  return !OTHER_FILE.test(text.slice(at, Math.min(close, at + LONGEST_ARGUMENTS)));
}
const LONGEST_ARGUMENTS = 300;
/** The keyword of an argument, at its beginning. */
const KEYWORD = /(?:^|[,(])\s{0,40}(\w{1,40})\s{0,4}(?:=(?!=)|:(?!:))[^,]{0,200}$/;
/** What may read what it exports, whosever it is. */
const EXPORTS = /^(?:export|[eE]xport_?[oO]nnx|ConvertToOnnx)$/;
/** What is made to write, by its name. */
const MADE = /^[A-Z]\w*Writer$/;
/** A file behind another argument. */
const OTHER_FILE = /,\s{0,40}(?!\w{1,40}\s{0,4}[=:])[^,]{0,60}["'`][\w./ -]{1,200}\.[A-Za-z]\w{1,11}["'`]/;

/** What writes a constant that this text uses for nothing else, and no other text may get. */
function writerOfConstant(place: Place): string | undefined {
  const { text, start, end, knowledge } = place;
  const given = lineBefore(text, start);
  const name = GIVEN.exec(given)?.[1];
  if (name === undefined || OFFERED.test(given) || !/^["'`]/.test(textBehind(text, end, 1))) return undefined;
  if (!namesSaved(knowledge).has(name)) return undefined;
  const form = new RegExp(String.raw`(?<![\w$])${escapeRegExp(name)}(?![\w$])`, 'g');
  const line = text.lastIndexOf('\n', start);
  const uses = [...matchesOf(text, form)].filter(({ index }) => index < line || index > end);
  if (uses.length > MOST_USES) return undefined;
  const isOfModule = PYTHON.test(knowledge.path) && /^\S/.test(given);
  if (isOfModule && !uses.every(({ index }) => isAtTop(knowledge, index))) return undefined;
  const [writer, ...others] = uses.map(({ index }) => writerAt(place, index));
  return others.includes(undefined) ? undefined : writer;
}
/** What other files may get by its name. */
const OFFERED = /^\s*(?:\w{1,12}\s+){0,2}(?:export|pub|public)\s/;
/** Where every name at the top of a file may be imported. */
const PYTHON = /\.pyw?$/i;

/** Whether a statement runs as its file is read, as constants at the top are made: who imports these would run it. */
function isAtTop({ text, brackets }: Knowledge, at: number): boolean {
  const from = brackets.open(at).at(-1)?.at ?? at;
  return !/^\s|\b(?:def|lambda)\b/.test(lineBefore(text, from));
}

/** What removes or moves a file, and what only looks whether there is one. */
const OF_FILES = String.raw`^(?:os|shutil|fs|fsp|fsPromises|File|Files|FileUtils)(?:\.|::)`;
const REMOVES = new RegExp(String.raw`${OF_FILES}(?:unlink\w*|remove\w*|rm\w*|delete\w*)$`, 'i');
const MOVES = new RegExp(String.raw`${OF_FILES}(?:rename\w*|move\w*|mv)$`, 'i');
/** What is behind a path to which something goes that nobody wants: `"old.pt", os.path.join(folder, "backup")`. */
const AWAY = new RegExp(
  String.raw`^[^,]*,[^\n]*(?<![A-Za-z])` +
    String.raw`(?:old|backups?|bak|archived?|trash|deprecated|unused|removed|obsolete)(?![A-Za-z])`,
  'i',
);
const LOOKS = /(?:^|[.:])(?:exists?(?:Sync)?|is_?file|Stat)$/i;
const MOVED: Needs = { where: ['code'], words: ['rename', 'move(', 'unlink', 'remove(', 'mv('] };

/**
 * `if exists("x.pt"): os.rename("x.pt", join(folder, "old", "x.pt"))`: a file that a text looks for and takes out of
 * the way, and does nothing else with. What is put in another place may be loaded from there, and a file that the
 * catalog knows may be fetched again.
 */
export const isOnlyMoved = needing(MOVED, ({ text, start, end, match, knowledge }) => {
  if (!isWeightsFile(match)) return undefined;
  if (text.length > LONGEST_TEXT || !isKept(callAround(knowledge, start)) || knowledge.knows(match.id))
    return undefined;
  const name = escapeRegExp(text.slice(start, end));
  const uses = [...matchesOf(text, new RegExp(String.raw`(?<![\w.-])${name}(?![\w-])`, 'g'))];
  if (uses.length > MOST_USES) return undefined;
  const around = uses.map(({ index }) => callAround(knowledge, index));
  const takers = around.filter((call) => takesAway(text, call));
  const isAway = (call: CallAround): boolean =>
    LOOKS.test(call.callee) || takers.some(({ open }) => open === call.open);
  const [taker] = takers;
  return taker !== undefined && around.every(isAway)
    ? mentioned(undefined, message('{0} loads nothing', taker.callee))
    : undefined;
});

/** Longest text in which every place of a file is looked up, in characters. */
const LONGEST_TEXT = 100_000;

interface CallAround {
  readonly callee: string;
  /** Where the brackets of its arguments open and close. */
  readonly open: number;
  readonly close: number;
  /** Where the parts of the path begin that one of them is, and which of these is meant. */
  readonly begins: number;
  readonly at: number;
}

function isKept({ callee }: CallAround): boolean {
  return MOVES.test(callee) || REMOVES.test(callee) || LOOKS.test(callee);
}

/** Whether a call removes the file that it gets, or moves it to where nothing is loaded from. */
function takesAway(text: string, { callee, open, close, begins, at }: CallAround): boolean {
  const isFirst = !text.slice(open, begins).includes(',');
  const behind = text.slice(at, Math.min(close, at + LONGEST_ARGUMENTS));
  return isFirst && (REMOVES.test(callee) || (MOVES.test(callee) && AWAY.test(behind)));
}

/** The nearest call around a place, but for those that make its path; without a callee where there is none. */
function callAround({ text, brackets }: Knowledge, at: number): CallAround {
  let begins = at;
  for (const bracket of brackets.around(at).slice(0, 3)) {
    if (bracket.mark !== '(') break;
    const callee = calleeBefore(text, bracket);
    if (!PATH_OF.test(lastName(callee)))
      return { callee, open: bracket.at, close: bracket.close, begins, at };
    begins = bracket.at;
  }
  return { callee: '', open: at, close: at, begins: at, at };
}
