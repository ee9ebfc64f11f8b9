import { namesAt } from '../catalog/hostIndex';
import type { HostRecord, ServiceRecord } from '../catalog/hostRecords';

/** What a calendar has behind a name for its versions: `-0613`, `-2407-v1:0`, `-2024-08-06`, `-001`. */
const VERSION = /^-\d{3,8}(?:-\d\d-\d\d)?(?:-v\d+(?::\d+)?)?$/;

/**
 * The day on which the last of the versions of a name ends, where only versions of it are recorded at a host and each
 * of them has an end: which of them it stands for, nobody has to know. A calendar of nothing but ends does not have
 * what goes on: there the name may stand for a version that runs.
 */
export function versionsEnd(
  { id: host, names }: Pick<HostRecord, 'id' | 'names'>,
  name: string,
): { readonly date: string; readonly source: ServiceRecord['source'] } | null {
  if (!names.some(({ status }) => status === 'active')) return null;
  const forms = namesAt(host, name);
  const versions = names.filter(({ id }) =>
    forms.some((form) => id.toLowerCase().startsWith(form) && VERSION.test(id.slice(form.length))),
  );
  if (
    !versions.every(
      ({ status, endsOn }) => status === 'retired' || (status === 'deprecated' && endsOn !== null),
    )
  )
    return null;
  let last: { readonly date: string; readonly source: ServiceRecord['source'] } | null = null;
  for (const { endsOn, source } of versions)
    if (endsOn !== null && (last === null || endsOn >= last.date)) last = { date: endsOn, source };
  return last;
}
