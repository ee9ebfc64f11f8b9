import * as vscode from 'vscode';
import { errorText, layeredCatalog, MOST_LAYER_BYTES as MOST_BYTES, message } from '../../core';
import { localize } from '../localize';
import { isAbsoluteLayer, layerUri } from './layerUri';

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
    if (!isAbsoluteLayer(path)) throw new Error(localize(message('it is not an absolute path')));
    const { size } = await vscode.workspace.fs.stat(layerUri(path));
    if (size > MOST_BYTES) throw new Error(localize(message('it is larger than {0} MB', MOST_BYTES / 1e6)));
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(layerUri(path)));
  } catch (error) {
    throw new Error(`${path}: ${errorText(error)}`, { cause: error });
  }
}
