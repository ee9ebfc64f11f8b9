import * as vscode from 'vscode';

/** Documents that the extension writes itself, so that a rule or license can be read without a network. */
export const EXPLANATION_SCHEME = 'model-license';

export const SUBJECTS = ['rule', 'license', 'model', 'compatibility'] as const;
export type Subject = (typeof SUBJECTS)[number];

/** The address of the page about a rule code, a license key, a model's name or a question of compatibility. The last part of the path is the page's title. */
export function explanationUri(subject: Subject, name: string): vscode.Uri {
  return vscode.Uri.from({
    scheme: EXPLANATION_SCHEME,
    authority: subject,
    path: `/${name.replaceAll('/', ' › ')}.md`,
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
