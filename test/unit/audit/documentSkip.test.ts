import { expect, it } from 'vitest';
import { documentSkip } from '../../../src/core/audit/documentSkip';

it.each([
  ['node_modules/x/index.js', true],
  ['web/node_modules/x/index.js', true],
  ['package-lock.json', true],
  ['src/app.py', false],
  ['node_modules.py', false],
  ['vendor/lib/demo.py', true],
  ['vendor/lib/README.md', false],
  ['vendor.py', false],
])('a document %s is left out as the audit leaves it out: %s', (path, out) => {
  expect(documentSkip(path, 'x = 1\n') !== undefined).toBe(out);
});

it('so is what its own text says is generated', () => {
  expect(documentSkip('bom.json', '{"bomFormat":"CycloneDX","specVersion":"1.6"}')).toBeDefined();
});

it.each([
  ['node_modules/.git/a.py', 'vendored'],
  ['.git/node_modules/a.py', 'version-control'],
  ['src/node_modules', undefined],
])('of %s the outermost folder says why: %s', (path, reason) => {
  expect(documentSkip(path, 'x = 1\n')).toBe(reason);
});
