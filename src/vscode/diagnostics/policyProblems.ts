import { isoDay } from '../../core/engine';
import type { Audits } from '../audit/audits';
import { Owner } from '../disposables';
import type { PolicyFiles, PolicyState } from '../project/policyFiles';
import { findingsAboutPolicy } from '../project/policyFindings';
import { rangeIn } from '../range';
import type { Problems } from './problems';
import { toDiagnostic } from './toDiagnostic';

/** Shows the mistakes of policy files where they stand, also of files that no editor shows: they decide about all others. */
export class PolicyProblems extends Owner {
  private readonly states = new Map<string, PolicyState>();

  constructor(policies: PolicyFiles, private readonly audits: Audits, private readonly problems: Problems) {
    super();
    this.own(policies.onDidRead((state) => {
      this.states.set(state.uri.toString(), state);
      this.publish(state);
    }));
    this.own(policies.onDidGo((uri) => {
      this.states.delete(uri.toString());
      problems.forget(uri);
    }));
    this.own(audits.onDidChange(() => this.states.forEach((state) => this.publish(state))));
  }

  private publish(state: PolicyState): void {
    const findings = findingsAboutPolicy(state, isoDay(Date.now()), this.audits.last);
    this.problems.setLive(state.uri, findings.map((finding) => toDiagnostic(finding, rangeIn(state.lines, finding.range), undefined)), false);
  }
}
