import { describe, expect, it } from 'vitest';
import { ProjectLicenses, statesLicense } from '../../../src/core/audit/projectLicense';
import { TEST_CATALOG } from '../../support/catalog';

function stated(...files: readonly (readonly [path: string, text: string])[]): ProjectLicenses {
  const licenses = new ProjectLicenses(TEST_CATALOG);
  for (const [path, text] of files) licenses.add(path, text);
  return licenses;
}

const AGPL_TEXT =
  'GNU AFFERO GENERAL PUBLIC LICENSE\n  Version 3, 19 November 2007\n13. Remote Network Interaction';

describe('the license of the project that a file belongs to', () => {
  it('is the nearest one up the tree', () => {
    const licenses = stated(
      ['package.json', '{ "license": "MIT" }'],
      ['services/a/composer.json', '{ "license": "AGPL-3.0-only" }'],
    );
    expect(licenses.of('services/a/src/x.php')).toBe('agpl-3.0');
    expect(licenses.of('services/b/x.ts')).toBe('mit');
    expect(stated().of('x.ts')).toBeUndefined();
  });

  it('is that of the manifest before the text, in whatever order they are read', () => {
    expect(stated(['LICENSE', AGPL_TEXT], ['a.gemspec', 's.license = "AGPL-3.0-only"']).of('x.rb')).toBe(
      'agpl-3.0',
    );
  });

  it('is both where the files of a folder disagree', () => {
    expect(stated(['package.json', '{ "license": "MIT" }'], ['LICENSE', AGPL_TEXT]).of('x.ts')).toBe(
      'mit OR agpl-3.0',
    );
  });

  it('is the expression where the text is one of its licenses, and what is closed stays closed', () => {
    expect(
      stated(['package.json', '{ "license": "(MIT OR AGPL-3.0-only)" }'], ['LICENSE', AGPL_TEXT]).of('x.ts'),
    ).toBe('(MIT OR AGPL-3.0-only)');
    expect(stated(['package.json', '{ "license": "UNLICENSED" }'], ['LICENSE', AGPL_TEXT]).of('x.ts')).toBe(
      'proprietary',
    );
  });
});

describe('a file that may state a license', () => {
  it.each(['package.json', 'a/x.gemspec', 'Cam.csproj', 'LICENCE.md', 'mix.exs'])('is %s', (path) =>
    expect(statesLicense(path)).toBe(true),
  );
  it.each(['README.md', 'LICENSE-THIRD-PARTY', 'src/license.ts'])('is not %s', (path) =>
    expect(statesLicense(path)).toBe(false),
  );
});
