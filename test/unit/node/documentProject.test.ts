import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createEngine } from '../../../src/core';
import { documentProject, pathIn } from '../../../src/node/documentProject';
import { folderWith } from '../../contract/cli';
import { testCatalog } from '../../support/catalog';

const engine = createEngine(testCatalog([]), { now: () => Date.UTC(2026, 10, 27) });

it('a folder is judged by the nearest policy, manifest and configuration up to the root', async () => {
  const root = folderWith({
    '.model-policy.yaml': 'version: 1\nignore: { paths: ["gone/**"] }\n',
    'package.json': '{"license":"MIT"}',
    '.env': 'MODEL=acme/kestrel-7b\n',
    'api/.model-policy.yaml': 'version: 1\n',
    'web/x.py': '',
  });
  const web = await documentProject(root, 'web', engine);
  expect(web).toMatchObject({ policyPath: '.model-policy.yaml', broken: [] });
  expect(web.context.projectLicense).toBe('mit');
  expect(web.context.configValues?.get('MODEL')).toBe('acme/kestrel-7b');
  expect([web.leavesOut('gone/a.py'), web.leavesOut('web/x.py')]).toEqual([true, false]);
  expect((await documentProject(root, 'api', engine)).policyPath).toBe('api/.model-policy.yaml');
});

it('a policy that cannot be used is broken and not absent', async () => {
  const root = folderWith({ '.model-policy.yaml': 'version: 1\nlicences: {}\n' });
  const { context, broken } = await documentProject(root, '', engine);
  expect(context.policy).toBeUndefined();
  expect(broken.length).toBeGreaterThan(0);
});

it('a path lies in a root or does not', () => {
  const root = join('/', 'a', 'b');
  expect(pathIn(root, join(root, 'c', 'd.py'))).toBe('c/d.py');
  expect(pathIn(root, join('/', 'a', 'bc.py'))).toBeUndefined();
  expect(pathIn(root, root)).toBeUndefined();
});
