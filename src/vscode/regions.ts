import * as vscode from 'vscode';

let names: Intl.DisplayNames | undefined;

/** `Japan (JP)` or `European Union (EU)`, in the editor's language; a code that is none stays as it is. */
export function regionName(code: string): string {
  try {
    names ??= new Intl.DisplayNames([vscode.env.language, 'en'], { type: 'region', fallback: 'none' });
    const name = names.of(code);
    return name === undefined ? code : `${name} (${code})`;
  } catch {
    return code;
  }
}
