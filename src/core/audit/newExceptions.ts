import { fromFolderOf } from '../policy/contextCap';
import { isNamedBy } from '../policy/exceptions';
import { compileGlob } from '../text/glob';
import type {
  AuditReport,
  AddedException,
  ReportedException,
  ReportedReference,
} from '../report/auditReport';
import type { IsGone } from './baseline';

/**
 * The exceptions that excuse what none did before: another model, another rule, other files or a longer time. One whose policy
 * was renamed is none.
 * @returns each with the models named in the later report that it is for
 */
export function newExceptions(
  before: AuditReport,
  after: AuditReport,
  isGone: IsGone = () => false,
): readonly AddedException[] {
  const earlier = exceptionsOf(before);
  return exceptionsOf(after)
    .filter(
      (exception) =>
        !earlier.some(
          (old) => (old.policy === exception.policy || isGone(old.policy)) && excusesAll(old, exception),
        ),
    )
    .map((exception) => ({ ...exception, models: modelsUnder(exception, after.references) }));
}

type InPolicy = Omit<AddedException, 'models'>;

function exceptionsOf({ policies }: AuditReport): readonly InPolicy[] {
  return policies.flatMap(({ path, exceptions }) =>
    exceptions.map((exception) => ({ ...exception, policy: path })),
  );
}

/** Whether an exception excuses all that another one does. */
function excusesAll(one: ReportedException, other: ReportedException): boolean {
  return (
    one.model === other.model &&
    covers(one.rules, other.rules) &&
    covers(one.paths ?? [], other.paths ?? []) &&
    (one.expires === null || (other.expires !== null && other.expires <= one.expires))
  );
}

/** An empty list stands for everything. */
function covers(all: readonly string[], some: readonly string[]): boolean {
  return all.length === 0 || (some.length > 0 && some.every((one) => all.includes(one)));
}

function modelsUnder(
  { model, paths = [], policy }: InPolicy,
  references: readonly ReportedReference[],
): readonly string[] {
  const isNamed = compileGlob(model, { ignoreCase: true });
  const globs = paths.map((glob) => compileGlob(glob));
  const isFor = ({ path, model: known, id, text }: ReportedReference): boolean => {
    const below = fromFolderOf({ path: policy }, path);
    return (
      isNamedBy(isNamed, [known ?? id, id, text]) && (globs.length === 0 || globs.some((glob) => glob(below)))
    );
  };
  return [...new Set(references.filter(isFor).map(({ model: known, id }) => known ?? id))].sort();
}
