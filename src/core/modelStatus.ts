import type { ModelStatus } from './model';

/** Whether calls fail by the given day, `YYYY-MM-DD`: the catalog is older than its reader, so a day it knows may have passed since. */
export function hasEnded({ state, date }: ModelStatus, today: string): boolean {
  return date === undefined || (state !== 'deprecated' && state !== 'retired')
    ? state === 'retired'
    : date <= today;
}
