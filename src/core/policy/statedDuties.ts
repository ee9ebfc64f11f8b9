import { compileGlob } from '../text/glob';
import { distinct } from '../text/sorted';
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
 * @param ledger with all duties, among which those of other licenses that the same statement marks
 */
export function asStated(entry: LedgerEntry, ledger: readonly LedgerEntry[]): LedgerEntry {
  const { policy } = entry.use.context;
  if (entry.state === 'done' || policy === undefined) return entry;
  const locks = entry.state === 'open' ? policy.lockedBy.get(ruleOfDuty(entry).code) : undefined;
  const statements = (locks ?? [policy]).map(({ duties }) => duties.find((duty) => isAbout(duty, entry)));
  const [statement] = statements;
  return statement === undefined || statements.includes(undefined)
    ? entry
    : {
        ...entry,
        state: 'done',
        stated: {
          how: statement.how,
          approvedBy: statement.approvedBy,
          licenses: markedAlike(statement, entry, ledger),
        },
      };
}

/** The licenses of a model whose duty of one kind a statement marks that names none of them: who made it may have meant one. */
function markedAlike(
  statement: DutyStatement,
  { model, what }: LedgerEntry,
  ledger: readonly LedgerEntry[],
): readonly string[] {
  if (statement.licenses.length > 0) return [];
  const alike = ledger.filter(
    (other) => other.model === model && other.what === what && isAbout(statement, other),
  );
  const licenses = distinct(alike.map(({ license }) => license));
  return licenses.length > 1 ? licenses : [];
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

function isAbout({ model, done, licenses }: DutyStatement, entry: LedgerEntry): boolean {
  const { reference, context } = entry.use;
  const { id, text } = reference;
  const isOfLicense =
    licenses.length === 0 ||
    licenses.some((name) => (context.catalog.license(name)?.key ?? name) === entry.license);
  return (
    isOfLicense &&
    done.includes(entry.what) &&
    [entry.model, id, text].some(compileGlob(model, { ignoreCase: true }))
  );
}
