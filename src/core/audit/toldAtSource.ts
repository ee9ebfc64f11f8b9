import type { Finding } from '../policy/finding';
import { rank } from '../policy/severity';
import { asHint } from '../policy/toldOnce';
import { isUnderOwnName } from '../detect/ownDeployments';
import { isBuildOutput } from './pathRules';

/** A finding, where it is, and what it may be told again in: the files of a project that one policy governs. */
export interface Told {
  readonly finding: Finding;
  readonly path: string;
  readonly scope: string;
}

/**
 * Findings of which those in files that a build made are hints where its sources tell the same, at least as gravely:
 * people change the sources. The same for the end of a model that a deployment runs, at names of the deployment where
 * it is told at that.
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
    const end = endOf(one);
    if (end !== undefined && !isOfDeployment(one)) note(end, rank(one.finding.severity));
    if (one.path.endsWith(BICEP)) note(made(one.path, BICEP, matter), rank(one.finding.severity));
  }
  return all.map((one) => {
    const { finding, path } = one;
    const matter = matterOf(one) ?? '';
    const isOutput = isBuildOutput(path);
    const isMade = isOutput || path.endsWith(ARM);
    const atSource = isMade ? told.get(isOutput ? matter : made(path, ARM, matter)) : undefined;
    const source = atSource ?? (isOfDeployment(one) ? told.get(endOf(one) ?? '') : undefined);
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

/** What is told of the end of a model at a host, which whoever chose the model settles. */
function endOf({ finding: { rule, model, reference }, scope }: Told): string | undefined {
  return reference && END.test(rule) ? ['end', scope, rule, model, reference.host].join('\n') : undefined;
}

const END = /^model\/(?:retired|ending|renamed)$/;

/** Whether the finding is of a name of which a deployment elsewhere tells what it runs. */
function isOfDeployment({ finding: { reference } }: Told): boolean {
  return reference !== undefined && isUnderOwnName(reference);
}

/** What is told of which use; `undefined` where it is of none. */
function matterOf({ finding: { rule, model, reference }, scope }: Told): string | undefined {
  return reference && [scope, rule, model, reference.id, reference.host, reference.role].join('\n');
}
