import * as vscode from 'vscode';

/** File systems and editors whose documents may name models: on disk, remote, virtual, not yet saved, and notebook cells. */
const EDITABLE = [
  'file',
  'untitled',
  'vscode-notebook-cell',
  'vscode-remote',
  'vscode-vfs',
  'vscode-test-web',
  'vsls',
  'gist',
  'github',
  'memfs',
  'ssh',
  'sftp',
];

/** One side of a comparison is an old version of a file: worth reading about, not worth complaining of. */
const READ_ONLY = ['git', 'pr', 'review'];

export const READABLE_DOCUMENTS: vscode.DocumentSelector = [...EDITABLE, ...READ_ONLY].map((scheme) => ({
  scheme,
}));
export const EDITABLE_DOCUMENTS: vscode.DocumentSelector = EDITABLE.map((scheme) => ({ scheme }));

export function isReadable(document: vscode.TextDocument): boolean {
  return vscode.languages.match(READABLE_DOCUMENTS, document) > 0;
}

export function isEditable(document: vscode.TextDocument): boolean {
  return vscode.languages.match(EDITABLE_DOCUMENTS, document) > 0;
}

export const NOTEBOOK_CELL = 'vscode-notebook-cell';
