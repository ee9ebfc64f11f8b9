import { type AuditResult, grouped, isUsedAs, type UsedPlace } from '../core';
import type { Cli } from './cli';
import { engineOf } from './engine';
import { opening, openedForFixes } from './openedForFixes';

/**
 * The places of an audited folder that use a model, each with what a fix there goes by. What cannot be read any more
 * has none.
 * @param name in any spelling, also `host:id`
 * @param root absolute: the audited folder
 */
export async function usedPlaces(
  { references }: Pick<AuditResult, 'references'>,
  name: string,
  root: string,
  cli: Cli,
): Promise<readonly UsedPlace[]> {
  const files = opening(root, cli);
  const places: UsedPlace[] = [];
  const used = references.filter(({ reference }) => isUsedAs(engineOf(cli), name, reference));
  for (const [path, here] of grouped(used, (one) => one.path)) {
    const opened = await openedForFixes(path, files).catch(() => undefined);
    if (opened === undefined) continue;
    const { context } = opened;
    for (const { span, reference } of here)
      places.push({ place: `${path}:${span.line}`, reference, context });
  }
  return places;
}
