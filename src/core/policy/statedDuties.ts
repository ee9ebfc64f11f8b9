import { compileGlob } from '../text/glob';
import type { LedgerEntry } from './ledger';
import type { DutyStatement } from './policy';
import { ATTRIBUTION_MISSING, LICENSE_COPY_MISSING } from './rules/obligationRules';

/** The rule that reports a duty which is due and was not found done. */
export function ruleOfDuty({ what }: Pick<LedgerEntry, 'what'>): typeof ATTRIBUTION_MISSING {
  return what === 'include-license' ? LICENSE_COPY_MISSING : ATTRIBUTION_MISSING;
}

/**
 * A duty as the policy states it: done, with how. What was found in the workspace needs no statement, and what bases lock for its rule
 * only statements of each of them settle.
 */
export function asStated(entry: LedgerEntry): LedgerEntry {
  const { policy } = entry.use.context;
  if (entry.state === 'done' || policy === undefined) return entry;
  const locks = entry.state === 'open' ? policy.lockedBy.get(ruleOfDuty(entry).code) : undefined;
  const statements = (locks ?? [policy]).map(({ duties }) => duties.find((duty) => isAbout(duty, entry)));
  const [statement] = statements;
  return statement === undefined || statements.includes(undefined)
    ? entry
    : { ...entry, state: 'done', stated: statement.how };
}

/** One duty that a statement of the policy says is done: `0 name-prefix`, by the place of the statement. */
export function dutyKey(index: number, what: string): string {
  return `${index} ${what}`;
}

/** What statements of the policy say of a duty, by {@link dutyKey}, whether it needs one or not. */
export function statementsAbout(entry: LedgerEntry): readonly string[] {
  const { policy } = entry.use.context;
  return (policy?.duties ?? []).flatMap((duty, index) =>
    isAbout(duty, entry) ? [dutyKey(index, entry.what)] : [],
  );
}

function isAbout({ model, done }: DutyStatement, entry: LedgerEntry): boolean {
  const { id, text } = entry.use.reference;
  return done.includes(entry.what) && [entry.model, id, text].some(compileGlob(model, { ignoreCase: true }));
}
