import * as vscode from 'vscode';
import { layeredCatalog } from '../../core';
import { localize } from '../localize';
import { layerUri } from './layerUri';

/** The most that is told of a file: the first problem has to be mended anyway. */
const MOST_TOLD = 3;

/**
 * A compiled catalog with the records of an organization's files on top, compiled. Rejects where a file cannot be read or says what cannot
 * be, naming it and the line.
 * @param text a compiled catalog
 * @param paths absolute paths, or addresses of files as the editor has them (`vscode-vfs://…`)
 */
export async function layered(text: string, paths: readonly string[]): Promise<string> {
  const files = await Promise.all(paths.map(async (path) => ({ path, text: await textOf(path) })));
  const whole = layeredCatalog(text, files);
  if ('text' in whole) return whole.text;
  const told = whole.problems
    .slice(0, MOST_TOLD)
    .map(({ line, column, message }) => `${whole.path}:${line}:${column}: ${localize(message)}`);
  throw new Error(told.join('\n'));
}

async function textOf(path: string): Promise<string> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(layerUri(path)));
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
