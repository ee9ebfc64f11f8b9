import type { Finding } from '../policy/finding';
import { rank } from '../policy/severity';
import { asHint } from '../policy/toldOnce';
import { isBuildOutput } from './pathRules';

/** A finding, where it is, and what it may be told again in: the files of a project that one policy governs. */
export interface Told {
  readonly finding: Finding;
  readonly path: string;
  readonly scope: string;
}

/**
 * Findings of which those in files that a build made are hints where its sources tell the same, at least as gravely:
 * people change the sources.
 * @param all less what is silenced
 * @returns the same findings in the same order
 */
export function toldAtSource(all: readonly Told[]): readonly Finding[] {
  const told = new Map<string, number>();
  const note = (key: string, weight: number): void => {
    if (weight < (told.get(key) ?? Infinity)) told.set(key, weight);
  };
  for (const one of all) {
    const matter = matterOf(one);
    if (matter === undefined || isBuildOutput(one.path)) continue;
    note(matter, rank(one.finding.severity));
    if (one.path.endsWith(BICEP)) note(made(one.path, BICEP, matter), rank(one.finding.severity));
  }
  return all.map((one) => {
    const { finding, path } = one;
    const matter = matterOf(one) ?? '';
    const isOutput = isBuildOutput(path);
    const source =
      isOutput || path.endsWith(ARM) ? told.get(isOutput ? matter : made(path, ARM, matter)) : undefined;
    return source === undefined || source > rank(finding.severity) ? finding : asHint(finding);
  });
}

/** A template and what is built of it beside: https://learn.microsoft.com/azure/azure-resource-manager/bicep/bicep-cli */
const BICEP = '.bicep';
const ARM = '.json';

/** What is told in a template and in what is built of it. */
function made(path: string, extension: string, matter: string): string {
  return `${path.slice(0, -extension.length)}\n${matter}`;
}

/** What is told of which use; `undefined` where it is of none. */
function matterOf({ finding: { rule, model, reference }, scope }: Told): string | undefined {
  return reference && [scope, rule, model, reference.id, reference.host, reference.role].join('\n');
}
