import { namesAt } from '../catalog/hostIndex';
import type { HostRecord, ServiceRecord } from '../catalog/hostRecords';
import { perObject } from '../once';
import { grouped } from '../text/grouped';

/** What a calendar has behind a name for its versions: `-0613`, `-2407-v1:0`, `-2024-08-06`, `-001`. */
const VERSION = /-\d{3,8}(?:-\d\d-\d\d)?(?:-v\d+(?::\d+)?)?$/;

interface End {
  readonly date: string;
  readonly source: ServiceRecord['source'];
}

/**
 * The day on which the last of the versions of a name ends, where only versions of it are recorded at a host and each
 * of them has an end: which of them it stands for, nobody has to know. A calendar of nothing but ends does not have
 * what goes on: there the name may stand for a version that runs. So it may at a host whose names outlive the versions
 * that are recorded of them, and end on days of their own.
 */
export function versionsEnd(host: Pick<HostRecord, 'id' | 'names'>, name: string): End | null {
  const { names } = host;
  if (!names.some(({ status }) => status === 'active') || outliveVersions(host)) return null;
  const forms = namesAt(host.id, name);
  return lastOf(names.filter(({ id }) => VERSION.test(id) && forms.includes(stemOf(id))));
}

/** So many of a host's names, and such a share of them, outlive their versions where that is its way. */
const FEWEST = 2;
const SHARE = 1 / 3;

/**
 * Whether names at a host go on when the versions of them that are recorded have ended, as its calendar tells of names
 * that it has by themselves: `qwen-turbo` has ended months after `qwen-turbo-2024-09-19`, its last.
 */
const outliveVersions = perObject(({ names }: Pick<HostRecord, 'id' | 'names'>): boolean => {
  const versions = grouped(
    names.filter(({ id }) => VERSION.test(id)),
    ({ id }) => stemOf(id),
  );
  const lives = names.flatMap(({ id, status, endsOn }) => {
    const last = lastOf(versions.get(id.toLowerCase()) ?? []);
    return last === null ? [] : [status === 'active' || (endsOn !== null && endsOn > last.date)];
  });
  const outlived = lives.filter(Boolean).length;
  return outlived >= FEWEST && outlived >= lives.length * SHARE;
});

/** The name of which a version is one, in lower case. */
function stemOf(id: string): string {
  return id.toLowerCase().replace(VERSION, '');
}

/** The last of the ends of versions, where each of them has ended or has a day on which it does. */
function lastOf(versions: readonly ServiceRecord[]): End | null {
  if (
    !versions.every(
      ({ status, endsOn }) => status === 'retired' || (status === 'deprecated' && endsOn !== null),
    )
  )
    return null;
  let last: End | null = null;
  for (const { endsOn, source } of versions)
    if (endsOn !== null && (last === null || endsOn >= last.date)) last = { date: endsOn, source };
  return last;
}
