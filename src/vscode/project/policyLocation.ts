import * as vscode from 'vscode';
import type { Finding } from '../../core/policy/finding';
import { rangeIn } from '../range';
import type { PolicyState } from './policyFiles';

/** The line of the policy file that decided about a finding; `undefined` where a licence's clause or a fact did. */
export function locationInPolicy({ decision }: Finding, policy: PolicyState | undefined): vscode.Location | undefined {
  if (decision?.kind !== 'policy' || policy === undefined) return undefined;
  return new vscode.Location(policy.uri, rangeIn(policy.policyLines, decision.range));
}
