import type { Detection } from '../reference';
import { folderName } from '../registries/names/weights';
import { atLeast, evidenceOr, type Intent } from './intent';
import { whole, type Match } from './match';

/** `models/mine`, `./weights/base/`: of more than one part, and of no more than names have. */
const PATH = /^(?:\.{1,2}\/){0,8}[\w.-]{1,96}(?:\/[\w.-]{1,96}){0,8}\/?$/;

/** A path in a place for a model, which is a folder of the project where there is one with weights. */
export function folderAt(value: string, intent: Intent): Match | undefined {
  return !intent.excluded && atLeast(intent, 'model') && value.includes('/') && PATH.test(value)
    ? whole(value, 'local', folderName(value), evidenceOr(intent, 'folder'))
    : undefined;
}

/**
 * The folders that a path in a file may mean, relative to the project, the nearest first: programs start in the folder
 * of the file or in one above it. None for a path that leads out of the project, or to the project itself.
 */
export function foldersMeant(file: string, path: string): readonly string[] {
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

/**
 * A detection in which paths are references of models where something is known of the folder that they mean.
 * @param idOf under which name something is known of a folder
 */
export function withKnownFolders(
  { folders = [], ...found }: Detection,
  file: string,
  idOf: (folder: string) => string | undefined,
): Detection {
  const known = folders.flatMap((reference) => {
    const [id] = foldersMeant(file, reference.id).flatMap((folder) => idOf(folder) ?? []);
    return id === undefined ? [] : [{ ...reference, id }];
  });
  if (known.length === 0) return found;
  const references = [...found.references, ...known].sort((a, b) => a.range.start - b.range.start);
  return { ...found, references };
}
