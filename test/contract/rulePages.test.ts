import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RULES } from '../../src/core/policy/rules';
import { ruleIndex, rulePage, rulePageName, rulePageUrl } from '../../src/core/report/rulePages';
import { ROOT } from './cli';

const FOLDER = join(ROOT, 'docs', 'rules');

describe('the pages of the rules', () => {
  // `npm run rules` writes them.
  it.each(RULES)('$code is explained as the program explains it', async (rule) => {
    await expect(rulePage(rule)).toMatchFileSnapshot(join(FOLDER, rulePageName(rule.code)));
    expect(rulePageUrl(rule.code).endsWith(`/docs/rules/${rulePageName(rule.code)}`)).toBe(true);
  });

  it('are listed, and there are no others', async () => {
    await expect(ruleIndex(RULES)).toMatchFileSnapshot(join(FOLDER, 'README.md'));
    const names = RULES.map(({ code }) => rulePageName(code));
    expect(readdirSync(FOLDER).sort()).toEqual(['README.md', ...names].sort());
  });
});
