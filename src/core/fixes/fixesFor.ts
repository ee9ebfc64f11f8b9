import type { Finding } from '../policy/finding';
import type { Fix, FixContext } from './fix';

/** The ways to settle a finding, the best first. Cheap: edits are computed when one is chosen. */
export function fixesFor(_finding: Finding, _context: FixContext): readonly Fix[] {
  return [];
}
