import * as vscode from 'vscode';

/** Documents that the extension writes itself, so that a rule or license can be read without a network. */
export const EXPLANATION_SCHEME = 'model-license';

export const SUBJECTS = ['rule', 'license', 'model', 'place', 'compatibility', 'comparison'] as const;
export type Subject = (typeof SUBJECTS)[number];

/** The address of the page about a rule code, a license key, a model's name, a place (see {@link placeName}), a question of compatibility or a comparison of models. The last part of the path is the page's title. */
export function explanationUri(subject: Subject, name: string): vscode.Uri {
  return vscode.Uri.from({
    scheme: EXPLANATION_SCHEME,
    authority: subject,
    path: `/${title(subject, name)}.md`,
    query: name,
  });
}

export function subjectOf({
  scheme,
  authority,
  query,
}: vscode.Uri): { readonly subject: Subject; readonly name: string } | undefined {
  const subject = SUBJECTS.find((candidate) => candidate === authority);
  return scheme === EXPLANATION_SCHEME && subject !== undefined && query !== ''
    ? { subject, name: query }
    : undefined;
}

/** A place as pages and commands name it: an offset in UTF-16 code units, and the document. */
export function placeName(uri: vscode.Uri, offset: number): string {
  return `${offset} ${uri.toString()}`;
}

/** What a name of a place names; `undefined` for any other text. */
export function placeOf(name: string): { readonly offset: number; readonly uri: vscode.Uri } | undefined {
  const [, offset, uri] = /^(\d{1,9}) (\S+)$/.exec(name) ?? [];
  return uri === undefined ? undefined : { offset: Number(offset), uri: vscode.Uri.parse(uri) };
}

function title(subject: Subject, name: string): string {
  const file = subject === 'place' ? placeOf(name)?.uri.path.split('/').at(-1) : undefined;
  return (file ?? name).replaceAll('/', ' › ');
}
