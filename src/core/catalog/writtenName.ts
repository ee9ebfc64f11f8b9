import type { Resolution } from './records';

/** Whether the catalog has a name as it is, as an id or an alias, and not only by a rule for names or a family. */
export function isWrittenName(found: Pick<Resolution, 'via'> | undefined): boolean {
  return found?.via === 'id' || found?.via === 'alias';
}
