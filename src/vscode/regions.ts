import * as vscode from 'vscode';
import { countryLabels } from '../core';

let labels: ((code: string) => string) | undefined;

/** `Japan (JP)` or `European Union (EU)`, in the editor's language; a code that is none stays as it is. */
export function regionName(code: string): string {
  labels ??= countryLabels([vscode.env.language, 'en']);
  return labels(code);
}
