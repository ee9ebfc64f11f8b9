import * as vscode from 'vscode';
import { type Finding, LineIndex } from '../../core';
import { rangeIn } from '../range';
import type { PolicyState } from './policyFiles';

const indexes = new WeakMap<PolicyState['sources'], Map<string, LineIndex>>();

/** The line of the policy that decided about a finding, in whichever file it stands; `undefined` where a license's clause or a fact did. */
export function locationInPolicy(
  { decision }: Finding,
  policy: PolicyState | undefined,
): vscode.Location | undefined {
  if (decision?.kind !== 'policy' || policy === undefined) return undefined;
  const lines = linesOf(policy, decision.path);
  return (
    lines &&
    new vscode.Location(vscode.Uri.joinPath(policy.root, decision.path), rangeIn(lines, decision.range))
  );
}

/** Many findings point into the same text. */
function linesOf({ sources }: PolicyState, path: string): LineIndex | undefined {
  const text = sources.get(path);
  if (text === undefined) return undefined;
  let known = indexes.get(sources);
  if (known === undefined) indexes.set(sources, (known = new Map()));
  let lines = known.get(path);
  if (lines === undefined) known.set(path, (lines = new LineIndex(text)));
  return lines;
}
