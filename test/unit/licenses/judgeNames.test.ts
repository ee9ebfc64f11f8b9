import { describe, expect, it } from 'vitest';
import { judgeNames } from '../../../src/core/licenses/judgeNames';
import { severity } from '../../../src/core/licenses/judgement';
import { CATALOG } from './support';

const judged = (upstream: string, downstream: string) =>
  judgeNames({ upstream, downstream, relation: 'derives' }, CATALOG);

describe('licenses that hold together', () => {
  it('are judged by the hardest, whose reasons come first, and ask for the duties of both', () => {
    const mild = judged('apache-2.0', 'mit');
    const hard = judged('cc-by-nc-4.0', 'mit');
    expect(severity(hard.verdict)).toBeGreaterThan(severity(mild.verdict));
    for (const both of ['apache-2.0 AND cc-by-nc-4.0', 'cc-by-nc-4.0 AND apache-2.0']) {
      const found = judged(both, 'mit');
      expect(found.verdict).toBe(hard.verdict);
      const severities = found.reasons.map((reason) => severity(reason.verdict));
      expect(severities).toEqual([...severities].sort((a, b) => b - a));
      expect(found.reasons).toHaveLength(mild.reasons.length + hard.reasons.length);
      expect(found.obligations).toHaveLength(mild.obligations.length + hard.obligations.length);
    }
  });
});

describe('licenses to choose from', () => {
  it.each([
    ['apache-2.0 OR cc-by-nc-4.0', 'mit', 'apache-2.0', 'mit'],
    ['cc-by-nc-4.0 OR apache-2.0', 'mit', 'apache-2.0', 'mit'],
    // Of two that suit as well, the first.
    ['mit OR apache-2.0', 'mit', 'mit', 'mit'],
    ['apache-2.0 OR mit', 'mit', 'apache-2.0', 'mit'],
    // A label that offers both has to suit under each.
    ['gpl-3.0', 'gpl-3.0 OR mit', 'gpl-3.0', 'mit'],
    ['gpl-3.0', 'mit OR gpl-3.0', 'gpl-3.0', 'mit'],
    ['gpl-3.0', 'mit AND gpl-3.0', 'gpl-3.0', 'gpl-3.0'],
    ['cc-by-nc-4.0', 'mit OR apache-2.0', 'cc-by-nc-4.0', 'mit'],
  ])('%s under %s is judged as %s under %s', (upstream, downstream, asUpstream, asDownstream) =>
    expect(judged(upstream, downstream)).toEqual(judged(asUpstream, asDownstream)),
  );
});
