import { dirname, join } from 'node:path';
import {
  decodeText,
  type FileSource,
  type FixContext,
  KeptPromises,
  NOTICE_FILE_NAME,
  POLICY_FILE_NAME,
  type ProjectContext,
} from '../core';
import { diskFiles } from '../node/fileSource';
import { decode } from '../node/host';
import { projectAt } from '../node/projectAt';
import type { Cli } from './cli';
import { engineOf } from './engine';

/** What it takes to open the files of an audited folder for fixes. */
export interface Opening {
  /** Absolute: the audited folder. */
  readonly root: string;
  readonly source: FileSource;
  /** Read once for each folder, however many of its files are opened. */
  readonly projects: KeptPromises<ProjectContext>;
  readonly cli: Cli;
}

export function opening(root: string, cli: Cli, source = diskFiles(root)): Opening {
  return { root, source, projects: new KeptPromises(), cli };
}

interface Opened {
  readonly bytes: Uint8Array;
  readonly text: string;
  /** Fixes that change further files find none of them. */
  readonly context: FixContext;
}

/**
 * A file, and what its fixes go by. Rejects when it cannot be read, or its policy cannot be used.
 * @param path relative to the audited folder, with `/`
 * @returns `undefined` where the file is no text
 */
export async function openedForFixes(
  path: string,
  { root, source, projects, cli }: Opening,
): Promise<Opened | undefined> {
  const engine = engineOf(cli);
  const bytes = await source.read(path);
  const decoded = decodeText(bytes, decode);
  if (!('text' in decoded)) return undefined;
  const { text } = decoded;
  const folder = dirname(join(root, path));
  const project = await projects.of(folder, () => projectAt(folder, { audited: root, cwd: cli.cwd }, engine));
  const context = {
    document: { path, text: () => text },
    evaluation: { ...engine.evaluation(project), path },
    policy: { path: POLICY_FILE_NAME, text: () => undefined },
    notice: { path: NOTICE_FILE_NAME, text: () => undefined },
  };
  return { bytes, text, context };
}
