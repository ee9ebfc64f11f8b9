import type { Detection, ModelReference, RuntimeChoice } from '../reference';
import { folderName } from '../registries/names/weights';
import { matchesOf } from '../text/matches';
import { textBefore } from '../text/pieces';
import { byStart, type TextRange } from '../text/range';
import { isUse } from '../vocabulary';
import { isWrittenPath } from './filePath';
import { atLeast, evidenceOr, type Intent } from './intent';
import { whole, type Match } from './match';
import { withoutOverlaps } from './overlaps';
import { isNamedAlone } from './uses/nameAlone';
import type { Place } from './uses/place';

/** What a folder is called, in letters of any script: one word, or several with blanks between them. */
const PART = String.raw`[\w.\x80-\uffff-]{1,96}(?: [\w.\x80-\uffff-]{1,96}){0,4}`;
/**
 * `models/mine`, `./weights/base/`, `/srv/weights/mine`, `~/models/mine`, `D:/models/mine`: of more than one part, and
 * of no more than names have.
 */
const PATH = new RegExp(String.raw`^(?:(?:\.{1,2}/){0,8}|(?:~|[A-Za-z]:)?/)${PART}(?:/${PART}){0,8}/?$`);
/** Of the machine that the program runs on, wherever the project lies there. */
const OF_MACHINE = /^(?:~|[A-Za-z]:)?\//;

/** In a folder that machines have, up to a name: `/root/models/`. */
const BEFORE_NAME = new RegExp(
  String.raw`["'\x60 =:](?:~|[A-Za-z]:|/(?:root|home|mnt|opt|srv|var|usr|tmp|Users|Volumes|workspace))/` +
    String.raw`(?:[\w.@ -]{1,80}/){0,8}$`,
);
const LONGEST_PATH = 200;

/** The name of a repository ends a path of the machine, `/root/models/owner/name`: no route of a server. */
export function isOnMachine({ text, start, registry }: Pick<Place, 'text' | 'start' | 'registry'>): boolean {
  return registry === 'huggingface' && BEFORE_NAME.test(textBefore(text, start, LONGEST_PATH));
}

/** What is seen or heard: a model is given it, and it is none. */
const OF_MEDIA = /\.(?:png|jpe?g|gif|webp|bmp|svg|tiff?|avif|wav|mp3|flac|ogg|m4a|mp4|webm|mov|mkv)$/i;

/** A path in a place for a model, which is a folder of the project where there is one with weights. */
export function folderAt(value: string, intent: Intent): Match | undefined {
  return !intent.excluded && atLeast(intent, 'model') && value.includes('/') && isOfFolder(value)
    ? whole(value, 'local', folderName(value), evidenceOr(intent, 'folder'))
    : undefined;
}

function isOfFolder(path: string): boolean {
  return PATH.test(path) && !OF_MEDIA.test(path);
}

/**
 * The folders that a path in a file may mean, relative to the project, the nearest first: programs start in the folder
 * of the file or in one above it. None for a path that leads out of the project, or to the project itself.
 */
export function foldersMeant(file: string, path: string): readonly string[] {
  if (OF_MACHINE.test(path)) return [];
  const folders = file.split('/').slice(0, -1);
  return [...Array(folders.length + 1).keys()].flatMap((up) => {
    const parts = folders.slice(0, folders.length - up);
    for (const part of path.split('/')) {
      if (part !== '..') parts.push(part);
      else if (parts.pop() === undefined) return [];
    }
    return parts.length === 0 ? [] : [parts.join('/')];
  });
}

/** All folders that the paths of a detection may mean. */
export function foldersNamed({ folders = [] }: Detection, file: string): readonly string[] {
  return [...new Set(folders.flatMap(({ id }) => foldersMeant(file, id)))];
}

/** What is known of folders, and asked about those of which nothing is. */
export interface FolderFacts {
  /** Under which name something is known of a folder, or of a path as it is written. */
  readonly idOf: (folder: string) => string | undefined;
  /** Whether a path of which nothing is known is to be judged as a model of which nothing is known. */
  readonly isAsked?: (path: string) => boolean;
}

/**
 * A detection in which paths are references of models where something is known of the folder that they mean, whatever
 * model it is called after. Of the others a loader or program gets weights that nobody knows: they are judged as such
 * where that is asked for, but for those that the text writes itself.
 */
export function withKnownFolders(
  { folders = [], ...found }: Detection,
  { text, path }: { readonly text: string; readonly path: string },
  { idOf, isAsked = () => false }: FolderFacts,
): Detection {
  const known: ModelReference[] = [];
  const unknown: RuntimeChoice[] = [];
  const described: TextRange[] = [];
  for (const reference of folders) {
    const [id] = [...foldersMeant(path, reference.id), reference.id].flatMap((folder) => idOf(folder) ?? []);
    const choice = unjudged(reference);
    if (id !== undefined) {
      known.push({ ...reference, id });
      described.push(reference.range);
    } else if (choice === undefined || endsInName(reference, found)) continue;
    else if (isSurelyGot(reference) && isAsked(reference.id) && !isWrittenIn(text, reference.id))
      known.push(reference);
    else unknown.push(choice);
  }
  if (known.length + unknown.length === 0) return found;
  const others = found.references.filter(({ range }) => !described.some((one) => holds(one, range)));
  return {
    ...found,
    references: [...others, ...known].sort(byStart),
    runtimeChoices: withoutOverlaps([...found.runtimeChoices, ...unknown]),
  };
}

/** Whether the folder that a path means is called after a model. */
function endsInName({ range }: ModelReference, { references }: Pick<Detection, 'references'>): boolean {
  return references.some((name) => holds(range, name.range));
}

function holds(path: TextRange, name: TextRange): boolean {
  return name.start >= path.start && name.end <= path.end;
}

/** A loader, a program, or a setting for one model, as evidence tells it. */
const GETS =
  /^(?:(?:loader|command):(.+)|(?:key|call):(-m|.*model(?:[-_]?(?:id|path|dir|name(?:[-_]?or[-_]?path)?))?))$/i;

/** What gets a folder of which nothing is known, where the place says what that is. */
function unjudged({ range, text, evidence, role, context }: ModelReference): RuntimeChoice | undefined {
  const [, loader, key = ''] = GETS.exec(evidence[0] ?? '') ?? [];
  const isTold = loader !== undefined || (key !== '' && isWrittenPath(text));
  if (!isTold || !isUse(role) || context === 'docs') return undefined;
  return { range, loader: loader ?? key, expression: text, isFolder: true };
}

/** Files that hold nothing but weights of a model that answers. */
const OF_WEIGHTS = /\.(?:gguf|ggml|safetensors)$/i;

/** Whether a loader, a program or a server gets what lies there: a model of a game or a database has a path as well. */
function isSurelyGot({ id, evidence, why }: ModelReference): boolean {
  return /^(?:loader|command):/.test(evidence[0] ?? '') || OF_WEIGHTS.test(id) || !isNamedAlone(why);
}

/** Where a text says that what it fetched, trained or converted is saved: what that is of is named beside it. */
const SAVES = new RegExp(
  String.raw`(?:\bsave(?:_\w{1,20})?\(|\b(?:output|out|save|local)[-_]?(?:dir|path|file)?["']?\s{0,4}[:=\s])` +
    String.raw`\s{0,4}["'\x60]?([\w./~\x80-\uffff-]{1,300})`,
  'gi',
);

function isWrittenIn(text: string, path: string): boolean {
  const read = folderName(path);
  return [...matchesOf(text, SAVES)].some(([, saved = '']) => {
    const folder = folderName(saved);
    return folder !== '' && (read === folder || read.startsWith(`${folder}/`));
  });
}
