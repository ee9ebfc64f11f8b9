import { english, render } from '../../../src/core/message';
import type { FileEdit, Fix, FixAnswers, FixContext, FixFile, FixKind } from '../../../src/core/fixes/fix';
import { fixesFor } from '../../../src/core/fixes/fixesFor';
import { applyEdits } from '../../../src/core/fixes/policyFile';
import type { Finding } from '../../../src/core/policy/finding';
import { contextOf, findingOf, judgedText, type Scenario } from '../policy/support';

export interface Workspace extends Scenario {
  readonly path?: string;
  readonly languageId?: string;
  readonly text: string;
  /** Ids that the text names. */
  readonly ids: readonly string[];
  /** YAML of the policy, `version` included; none where it is absent. */
  readonly policy?: string;
  readonly notice?: string;
  readonly readme?: string;
}

export function fixContext({
  path = 'app.py',
  languageId,
  text,
  policy,
  notice,
  readme,
  ...scenario
}: Workspace): FixContext {
  const file = (name: string, content: string | undefined): FixFile => ({ path: name, text: () => content });
  return {
    document: file(path, text),
    evaluation: { ...contextOf(policy, scenario), path },
    policy: file('.model-policy.yaml', policy),
    notice: file('NOTICE', notice),
    ...(languageId !== undefined && { languageId }),
    ...(readme !== undefined && { readme: file('README.md', readme) }),
  };
}

export function findingIn(workspace: Workspace, rule: string): Finding {
  return findingOf(judgedText(workspace.text, workspace.ids, workspace.policy, workspace).findings, rule);
}

export function fixes(workspace: Workspace, rule: string, kind?: FixKind): readonly Fix[] {
  return fixesFor(findingIn(workspace, rule), fixContext(workspace)).filter(
    (fix) => kind === undefined || fix.kind === kind,
  );
}

export function title({ title: text }: Fix): string {
  return render(text, english);
}

export function edits({ action }: Fix, answers: FixAnswers = {}): readonly FileEdit[] {
  if (action.kind !== 'edit') throw new Error(`not an edit: ${action.kind}`);
  return action.edits(answers);
}

/** The text of one file after a fix. */
export function after(fix: Fix, path: string, before: string, answers: FixAnswers = {}): string {
  const own = edits(fix, answers).filter((edit) => edit.path === path);
  if (own.length === 0) throw new Error(`no edit of ${path}`);
  return applyEdits(before, own);
}
