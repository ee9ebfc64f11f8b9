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
  for (const one of all) {
    const matter = matterOf(one);
    const weight = rank(one.finding.severity);
    if (matter !== undefined && !isBuildOutput(one.path) && weight < (told.get(matter) ?? Infinity))
      told.set(matter, weight);
  }
  return all.map((one) => {
    const { finding, path } = one;
    const source = isBuildOutput(path) ? told.get(matterOf(one) ?? '') : undefined;
    return source === undefined || source > rank(finding.severity) ? finding : asHint(finding);
  });
}

/** What is told of which use; `undefined` where it is of none. */
function matterOf({ finding: { rule, model, reference }, scope }: Told): string | undefined {
  return reference && [scope, rule, model, reference.id, reference.host, reference.role].join('\n');
}
