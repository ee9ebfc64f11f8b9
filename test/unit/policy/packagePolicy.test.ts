import { describe, expect, it } from 'vitest';
import { isPackagePolicy, namesPackage, packageFiles } from '../../../src/core/policy/packagePolicy';

describe('an entry that names a package', () => {
  it.each(['npm:@acme/model-policy', 'npm:acme-policies', 'npm:@acme/policies/strict.yaml', 'npm:a/b/c.yml'])(
    '%s can be looked for',
    (written) => {
      expect(namesPackage(written)).toBe(true);
      expect(isPackagePolicy(written)).toBe(true);
    },
  );

  it.each([
    'npm:',
    'npm:@acme',
    'npm:../elsewhere',
    'npm:acme/../../secret.yaml',
    'npm:.hidden',
    'npm:Acme Policies',
    'npm:https://example.org/x',
  ])('%s cannot', (written) => {
    expect(namesPackage(written)).toBe(true);
    expect(isPackagePolicy(written)).toBe(false);
    expect(packageFiles(written, '.model-policy.yaml')).toBeUndefined();
  });

  it('is no path', () => {
    expect(namesPackage('npm/policy.yaml')).toBe(false);
    expect(packageFiles('base.yaml', '.model-policy.yaml')).toBeUndefined();
  });
});

describe('the files of a package', () => {
  it('are looked for in the folder of the policy and above, under two names', () => {
    expect(packageFiles('npm:@acme/p', 'a/b/.model-policy.yaml')).toEqual([
      'a/b/node_modules/@acme/p/.model-policy.yaml',
      'a/b/node_modules/@acme/p/model-policy.yaml',
      'a/node_modules/@acme/p/.model-policy.yaml',
      'a/node_modules/@acme/p/model-policy.yaml',
      'node_modules/@acme/p/.model-policy.yaml',
      'node_modules/@acme/p/model-policy.yaml',
    ]);
  });

  it('are one where the entry names it, and those of other packages lie beside a package', () => {
    expect(packageFiles('npm:base/strict.yaml', 'node_modules/p/x.yaml')).toEqual([
      'node_modules/p/node_modules/base/strict.yaml',
      'node_modules/base/strict.yaml',
    ]);
  });
});
