import type { ModelStatus } from '../model';

const STATES: readonly ModelStatus['state'][] = ['active', 'unknown', 'renamed', 'deprecated', 'retired'];

/**
 * What a report says of a model that ends on one service and goes on at another: the end, for that is what the findings speak of. Of
 * two ends the earlier.
 */
export function gravestStatus(a: ModelStatus, b: ModelStatus): ModelStatus {
  const difference = STATES.indexOf(b.state) - STATES.indexOf(a.state);
  if (difference !== 0) return difference > 0 ? b : a;
  return b.date !== undefined && (a.date === undefined || b.date < a.date) ? b : a;
}
