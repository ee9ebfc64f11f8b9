import type { Audits } from '../audit/audits';
import { Owner } from '../disposables';
import type { EngineHost } from '../engineHost';
import type { Log } from '../log';
import type { PolicyFiles, PolicyState } from '../project/policyFiles';
import { findingsAboutPolicy } from '../project/policyFindings';
import { rangeIn } from '../range';
import type { Problems } from './problems';
import { toDiagnostic } from './toDiagnostic';

export interface PolicyProblemsParts {
  readonly engineHost: EngineHost;
  readonly policies: PolicyFiles;
  readonly audits: Audits;
  readonly problems: Problems;
  readonly log: Log;
}

/** Shows the mistakes of policy files where they stand, also of files that no editor shows: they decide about all others. */
export class PolicyProblems extends Owner {
  private readonly states = new Map<string, PolicyState>();

  constructor(private readonly parts: PolicyProblemsParts) {
    super();
    const { policies, audits, problems, engineHost } = parts;
    const refreshAll = (): void => this.states.forEach((state) => this.refresh(state));
    this.own(
      policies.onDidRead((state) => {
        this.states.set(state.uri.toString(), state);
        this.refresh(state);
      }),
    );
    this.own(
      policies.onDidGo((uri) => {
        this.states.delete(uri.toString());
        problems.forget(uri);
      }),
    );
    this.own(audits.onDidChange(refreshAll));
    this.own(engineHost.onDidReplace(refreshAll));
  }

  private refresh(state: PolicyState): void {
    this.parts.log.watch(this.publish(state), `problems of ${state.uri.toString()}`);
  }

  private async publish(state: PolicyState): Promise<void> {
    const { engineHost, audits, problems } = this.parts;
    const engine = await engineHost.engine();
    // Another reading may have come in the meantime.
    if (this.states.get(state.uri.toString()) !== state) return;
    const findings = findingsAboutPolicy(state, engine.evaluation({ policy: state.policy }), audits.last);
    problems.setLive(
      state.uri,
      findings.map((finding) => toDiagnostic(finding, rangeIn(state.lines, finding.range), undefined)),
      false,
    );
  }
}
