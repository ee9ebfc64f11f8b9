import { describe, expect, it } from 'vitest';
import { render } from '../../../src/core/message';
import type { FileSource } from '../../../src/core/ports';
import { auditTree, memoryFiles, memoryHost, type Tree } from './memory';
import { audit } from '../../../src/core/audit/audit';

const POLICY = '.model-policy.yaml';

/** A tree in which one path is a link. */
function withLink(tree: Tree, link: string): FileSource {
  const files = memoryFiles(tree);
  return {
    ...files,
    list: async (folder) =>
      (await files.list(folder)).map((entry) => (entry.path === link ? { ...entry, kind: 'link' } : entry)),
  };
}

async function problemsOf(tree: Tree, link?: string): Promise<readonly string[]> {
  const result =
    link === undefined
      ? await auditTree(tree)
      : await audit({ folders: [{ name: 'root', source: withLink(tree, link) }] }, memoryHost);
  expect(result.policies.map(({ policy }) => policy)).toEqual([undefined]);
  return result.findings
    .filter(({ finding }) => finding.rule === 'policy/invalid')
    .map(({ path, finding }) => `${finding.severity} ${path}: ${render(finding.message)}`);
}

describe('a policy file that is there but cannot be read is broken, never absent', () => {
  it.each([
    [
      'a link',
      { [POLICY]: 'version: 1\n', 'a.py': 'model:one' },
      POLICY,
      `error ${POLICY}: ${POLICY} is a link or lies behind one; policies are real files of their workspace`,
    ],
    [
      'a link further down',
      { [`web/${POLICY}`]: 'version: 1\n', 'web/a.py': 'model:one' },
      `web/${POLICY}`,
      `error web/${POLICY}: web/${POLICY} is a link or lies behind one; policies are real files of their workspace`,
    ],
    [
      'not text',
      { [POLICY]: new Uint8Array([1, 0, 2, 0, 0, 7]), 'a.py': 'model:one' },
      undefined,
      `error ${POLICY}: ${POLICY} is neither UTF-8 nor UTF-16 text; save it as UTF-8`,
    ],
    [
      'not ours to read',
      { [POLICY]: new Error('EACCES'), 'a.py': 'model:one' },
      undefined,
      `error ${POLICY}: ${POLICY} cannot be read; check who may read it`,
    ],
    [
      'a folder',
      { [`${POLICY}/x`]: '', 'a.py': 'model:one' },
      undefined,
      `error ${POLICY}: ${POLICY} is a folder, pipe, socket or device; a policy is a regular file`,
    ],
    [
      'larger than any policy',
      { [POLICY]: `version: 1\n# ${'x'.repeat(5_000_000)}\n`, 'a.py': 'model:one' },
      undefined,
      `error ${POLICY}: The file has 5000014 characters; it may have 250000`,
    ],
  ])('%s', async (_what, tree: Tree, link, expected) => {
    expect(await problemsOf(tree, link)).toEqual([expected]);
  });
});
