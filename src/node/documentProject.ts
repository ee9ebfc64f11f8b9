import { readdir } from 'node:fs/promises';
import { isAbsolute, join, relative } from 'node:path';
import {
  ConfigValues,
  decodeText,
  type Engine,
  failureText,
  folderOf,
  type LoadedPolicy,
  loadPolicy,
  type Message,
  pathGlobs,
  POLICY_FILE_NAME,
  policyAbove,
  type PolicyFileText,
  type ProjectContext,
  readPolicies,
  refusedPolicy,
  saysSettings,
} from '../core';
import { diskFiles } from './fileSource';
import { decode } from './host';
import { diskPlaces } from './policyText';
import { licenseOf } from './projectAt';
import { placesAbove, slashes } from './target';

/** Configuration is small; a larger file of such a name is something else. */
const MAX_BYTES = 500_000;
/** A folder with more of them is full of data. */
const MAX_FILES = 50;

/** What a document of a folder tree is judged by. */
export interface DocumentProject {
  /** Absolute; paths of documents are relative to it. */
  readonly root: string;
  readonly context: ProjectContext;
  /** Of the nearest policy, relative to the root; `undefined` where there is none. */
  readonly policyPath: string | undefined;
  /** What is wrong with the policy; while there is any, nothing may be judged. */
  readonly broken: readonly Message[];
  /** Whether the policy leaves out a path that is relative to the root. */
  readonly leavesOut: (path: string) => boolean;
}

/**
 * Reads what an audit of the root would judge the files of a folder by: the nearest policy up to the root of the git work tree, the
 * license that the project states, and what configuration beside and above calls the models.
 * @param root absolute
 * @param folder relative to the root, with `/`; `''` for the root itself
 */
export async function documentProject(
  root: string,
  folder: string,
  engine: Engine,
): Promise<DocumentProject> {
  const found = await policyOf(root, folder);
  const inTree = [...upTo(folder)];
  const projectLicense = await licenseOf(
    inTree.map((one) => join(root, one)),
    engine,
  );
  const config = await configOf(root, inTree);
  const file = `${folder === '' ? '' : `${folder}/`}file`;
  const policy = found?.loaded.policy;
  const globs = pathGlobs(policy?.ignorePaths ?? []);
  const base = found === undefined || policy?.down !== undefined ? '' : folderOf(found.path);
  return {
    root,
    context: {
      policy,
      configValues: config.of(file),
      servedNames: config.served(file),
      ...(projectLicense !== undefined && { projectLicense }),
    },
    policyPath: found?.path,
    broken:
      found === undefined || policy !== undefined ? [] : found.loaded.problems.map(({ message }) => message),
    leavesOut: (path) =>
      globs(
        policy?.down === undefined ? path.slice(base === '' ? 0 : base.length + 1) : `${policy.down}/${path}`,
      ),
  };
}

interface FoundPolicy {
  readonly path: string;
  readonly loaded: LoadedPolicy;
}

async function policyOf(root: string, folder: string): Promise<FoundPolicy | undefined> {
  const read = readPolicies(diskPlaces(root), decode);
  for (const one of upTo(folder)) {
    const path = one === '' ? POLICY_FILE_NAME : `${one}/${POLICY_FILE_NAME}`;
    const file = await read(path);
    if ('text' in file) return { path, loaded: await loadPolicy(path, file.text, read) };
    if (file.failure !== 'missing') return { path, loaded: refusedPolicy(failureText(file.failure, path)) };
  }
  const above = await policyAbove(placesAbove(root, root), decode);
  if (above === undefined) return undefined;
  const { path } = above;
  if ('failure' in above) return { path, loaded: refusedPolicy(failureText(above.failure, path)) };
  return { path, loaded: await loadPolicy(path, above.text, above.read ?? read, above.down) };
}

/** Reads a text as the policy at a path, with what it builds on from the disk: as it would be in force once it is saved. */
export function policyFromText(root: string, path: string, text: string): Promise<LoadedPolicy> {
  const read = readPolicies(diskPlaces(root), decode);
  return loadPolicy(path, text, (other): Promise<PolicyFileText> => read(other));
}

/** A folder and those above it, the nearest first, up to the root, which is `''`. */
function* upTo(folder: string): Generator<string> {
  for (let one = folder; one !== ''; one = folderOf(one)) yield one;
  yield '';
}

async function configOf(root: string, folders: readonly string[]): Promise<ConfigValues> {
  const values = new ConfigValues();
  await readIn(root, folders, { takes: saysSettings, take: (path, text) => values.read(path, text) });
  const takes = (path: string): boolean => values.mayMakeClient(path);
  await readIn(root, folders, { takes, take: (path, text) => values.readCode(path, text) });
  return values;
}

/** Reads the files of some folders, the first of each, that are to be taken by their path. */
async function readIn(
  root: string,
  folders: readonly string[],
  { takes, take }: { takes: (path: string) => boolean; take: (path: string, text: string) => void },
): Promise<void> {
  const files = diskFiles(root);
  for (const folder of folders) {
    const paths = (await readdir(join(root, folder)).catch(() => []))
      .sort()
      .map((name) => (folder === '' ? name : `${folder}/${name}`))
      .filter(takes);
    for (const path of paths.slice(0, MAX_FILES)) {
      const text = await textOf(files, path);
      if (text !== undefined) take(path, text);
    }
  }
}

async function textOf(files: ReturnType<typeof diskFiles>, path: string): Promise<string | undefined> {
  try {
    const bytes = await files.readRange(path, 0, MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) return undefined;
    const decoded = decodeText(bytes, decode);
    return 'text' in decoded ? decoded.text : undefined;
  } catch {
    return undefined; // It went between being listed and being read.
  }
}

/** The path of a file relative to a root, with `/`; `undefined` when it lies elsewhere. */
export function pathIn(root: string, file: string): string | undefined {
  const path = slashes(relative(root, file));
  return path === '' || path === '..' || path.startsWith('../') || isAbsolute(path) ? undefined : path;
}
