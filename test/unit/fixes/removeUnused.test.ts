import { describe, expect, it } from 'vitest';
import { fixesFor } from '../../../src/core/fixes/fixesFor';
import { policyFindings } from '../../../src/core/policy/policyFindings';
import { readPolicy } from '../../../src/core/policy/readPolicy';
import { TEST_CATALOG } from '../../support/catalog';
import { policy, TODAY } from '../policy/support';
import { after, edits, fixContext, fixes, type Workspace } from './support';

const LLAMA = 'meta-llama/Llama-3.1-8B-Instruct';
const MARK = 'model-license-lens: ignore[license/denied]';

function removals(text: string, path = 'app.py') {
  const workspace: Workspace = {
    path,
    text,
    ids: [LLAMA],
    policy: 'version: 1\nrules: { model/unpinned-revision: off }\n',
  };
  return fixes(workspace, 'policy/unused-ignore', 'remove');
}

describe('remove an ignore comment that has no effect', () => {
  it.each([
    ['app.py', `a = 1\n  # ${MARK} a pilot\nb = 2\n`, 'a = 1\nb = 2\n'],
    ['app.py', `a = 1  # ${MARK} a pilot\nb = 2\n`, 'a = 1\nb = 2\n'],
    ['app.py', `# ${MARK} a pilot`, ''],
    ['app.ts', `f(/* ${MARK} a pilot */ 1);`, 'f( 1);'],
    ['page.html', `<p>\n<!-- ${MARK} a pilot -->\r\n</p>`, '<p>\n</p>'],
  ])('%s: %j', (path, text, expected) => {
    const [fix] = removals(text, path);
    expect(after(fix!, path, text)).toBe(expected);
  });

  it('is not offered while one of its rules is needed', () => {
    const text = `# model-license-lens: ignore[license/denied, license/region] a pilot\nm = "${LLAMA}"`;
    const workspace: Workspace = {
      text,
      ids: [LLAMA],
      policy: 'version: 1\nlicenses: { deny: [llama3.1] }\n',
    };
    expect(fixes(workspace, 'policy/unused-ignore', 'remove')).toEqual([]);
  });

  it('makes no edit in a block of several lines', () => {
    const text = `/*\n * Why.\n * ${MARK} a pilot\n */\n`;
    expect(edits(removals(text, 'app.ts')[0]!)).toEqual([]);
  });
});

describe('remove an exception that is unused or expired', () => {
  function without(text: string, model: string): string {
    const read = policy(text);
    const finding = policyFindings(read, { catalog: TEST_CATALOG, used: new Set(), today: TODAY }).find(
      ({ range }) => text.slice(range.start, range.end) === model,
    );
    const [fix] = fixesFor(
      finding!,
      fixContext({ path: '.model-policy.yaml', text, ids: [], policy: text }),
    ).filter(({ kind }) => kind === 'remove');
    return after(fix!, '.model-policy.yaml', text);
  }

  it.each([
    [
      'the only one',
      'version: 1\nexceptions:\n  - model: a/b\n    reason: x # y\nrules: {}\n',
      'a/b',
      'version: 1\nexceptions:\nrules: {}\n',
    ],
    [
      'the first',
      'version: 1\nexceptions:\n- model: a/b\n  reason: x\n# next\n- model: c/d\n  reason: y\n',
      'a/b',
      'version: 1\nexceptions:\n# next\n- model: c/d\n  reason: y\n',
    ],
    [
      'the last',
      'version: 1\nexceptions:\n  - { model: a/b, reason: x }\n  - model: c/d\n    reason: y\n    expires: 2020-01-01\n\n# end\n',
      'c/d',
      'version: 1\nexceptions:\n  - { model: a/b, reason: x }\n\n# end\n',
    ],
    [
      'one in brackets',
      'version: 1\nexceptions: [{ model: a/b, reason: x }, { model: c/d, reason: y }]\n',
      'a/b',
      'version: 1\nexceptions: [{ model: c/d, reason: y }]\n',
    ],
  ])('%s', (_which, text, model, expected) => {
    expect(without(text, model)).toBe(expected);
    expect(readPolicy(expected, 'p').problems).toEqual([]);
  });
});
