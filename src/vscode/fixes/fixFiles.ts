import * as vscode from 'vscode';
import {
  type Engine,
  type FixContext,
  type FixFile,
  NOTICE_FILE_NAME,
  POLICY_FILE_NAME,
  README_FILE_NAME,
} from '../../core';
import { pathOf } from '../analyses';
import { currentText, exists } from '../files/documentText';
import type { Project } from '../project/projects';

/** What fixes of a document may look at and change, with the addresses behind the paths that the engine knows. */
export interface FixScope {
  readonly context: FixContext;
  /** The address of a path of an edit. */
  readonly uriOf: (path: string) => vscode.Uri;
  /** A file's text, when it is one of the scope's. */
  readonly textOf: (path: string) => string | undefined;
}

export async function fixScope(
  document: vscode.TextDocument,
  project: Project,
  engine: Engine,
): Promise<FixScope> {
  const own = { path: pathOf(document), text: () => document.getText() };
  const root = project.folder?.uri;
  const policyUri = project.policy?.uri ?? (root && vscode.Uri.joinPath(root, POLICY_FILE_NAME));
  const noticeUri = root && vscode.Uri.joinPath(root, NOTICE_FILE_NAME);
  const readmeUri = root && vscode.Uri.joinPath(root, README_FILE_NAME);
  const [policy, notice, readme] = await Promise.all([
    fixFile(policyUri, POLICY_FILE_NAME),
    fixFile(noticeUri, NOTICE_FILE_NAME),
    fixFile(readmeUri, README_FILE_NAME),
  ]);
  const files: readonly (FixFile & { readonly uri: vscode.Uri })[] = [
    { ...own, uri: document.uri },
    policy,
    notice,
    readme,
  ].filter((file) => hasUri(file));
  const find = (path: string): (typeof files)[number] | undefined => files.find((file) => file.path === path);
  return {
    context: {
      document: own,
      languageId: document.languageId,
      evaluation: { ...engine.evaluation(project.context), path: own.path },
      policy,
      notice,
      ...(readme.text() !== undefined && { readme }),
    },
    textOf: (path) => find(path)?.text(),
    uriOf: (path) => {
      const uri = find(path)?.uri ?? (root && vscode.Uri.joinPath(root, path));
      if (uri === undefined)
        throw new Error(vscode.l10n.t('Open a folder first: {0} belongs to no workspace.', path));
      return uri;
    },
  };
}

type PlacedFile = FixFile & { readonly uri?: vscode.Uri };

function hasUri(file: PlacedFile): file is FixFile & { readonly uri: vscode.Uri } {
  return file.uri !== undefined;
}

async function fixFile(uri: vscode.Uri | undefined, name: string): Promise<PlacedFile> {
  if (uri === undefined) return { path: name, text: () => undefined };
  // The text of a file that was deleted can live on in an editor.
  const text = (await exists(uri)) ? await currentText(uri).catch(() => undefined) : undefined;
  return { path: vscode.workspace.asRelativePath(uri, false), uri, text: () => text };
}
