import { describe, expect, it } from 'vitest';
import { isSource, ProjectLicenses, statesLicense } from '../../../src/core/audit/projectLicense';
import { TEST_CATALOG } from '../../support/catalog';

function stated(...files: readonly (readonly [path: string, text: string])[]): ProjectLicenses {
  const licenses = new ProjectLicenses(TEST_CATALOG);
  for (const [path, text] of files) licenses.add(path, text);
  return licenses;
}

const AGPL_TEXT =
  'GNU AFFERO GENERAL PUBLIC LICENSE\n  Version 3, 19 November 2007\n13. Remote Network Interaction';

const BSD_TEXT =
  'Redistribution and use in source and binary forms, with or without modification, are permitted';

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

  it('is that of the card of the model that the project is', () => {
    const card = (
      license: string,
      base = 'base_model: google/gemma-2-9b-it\n',
    ): readonly [string, string] => ['README.md', `---\nlicense: ${license}\n${base}---\n# A model\n`];
    expect(stated(card('mit')).of('train/lora.yaml')).toBe('mit');
    expect(stated(card('other\nlicense_name: Acme')).of('x.py')).toBe('Acme');
    expect(stated(['LICENSE', AGPL_TEXT], card('agpl-3.0')).of('x.py')).toBe('agpl-3.0');
    expect(stated(card('mit', '')).of('x.py')).toBeUndefined();
    expect(stated(card('[mit, apache-2.0]')).of('x.py')).toBeUndefined();
    expect(stated(['models/README.md', card('mit')[1]]).of('models/x.py')).toBeUndefined();
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

describe('what a manifest says that decides nothing', () => {
  it.each(['https://example.com/license', 'see the website'])(
    'is %s beside a text that is known',
    (license) => {
      const licenses = stated(['setup.py', `setup(license="${license}")`], ['LICENSE', AGPL_TEXT]);
      expect(licenses.of('x.py')).toBe('agpl-3.0');
      expect(licenses.disagreements()).toEqual([]);
    },
  );

  it.each(['Commercial, all rights reserved', 'LicenseRef-Acme'])('is not %s', (license) =>
    expect(stated(['setup.py', `setup(license="${license}")`], ['LICENSE', AGPL_TEXT]).of('x.py')).toBe(
      license,
    ),
  );

  it('is what a manifest of the documents or of a private package says below a license', () => {
    const root = ['LICENSE', AGPL_TEXT] as const;
    const site = '{ "license": "ISC" }';
    expect(stated(root, ['docs/package.json', site]).of('docs/a.md')).toBe('agpl-3.0');
    const tool = '{ "private": true, "license": "ISC" }';
    expect(stated(root, ['web/package.json', tool]).of('web/src/a.ts')).toBe('agpl-3.0');
    expect(stated(root, ['web/package.json', site]).of('web/src/a.ts')).toBe('isc');
    expect(stated(['web/package.json', tool]).of('web/src/a.ts')).toBe('isc');
    const closed = '{ "private": true, "license": "UNLICENSED" }';
    expect(stated(root, ['web/package.json', closed]).of('web/src/a.ts')).toBe('proprietary');
  });
});

describe('the headers of the sources', () => {
  const MIT = '# SPDX-License-Identifier: MIT\n';

  it('state the license where no manifest and no text does, and all agree', () => {
    const licenses = stated();
    licenses.addSource(MIT);
    licenses.addSource('import os\n');
    licenses.addSource(MIT);
    expect(licenses.of('src/x.py')).toBe('mit');
    licenses.addSource('# SPDX-License-Identifier: AGPL-3.0-only\n');
    expect(licenses.of('src/x.py')).toBeUndefined();
  });

  it('count for nothing beside a manifest', () => {
    const licenses = stated(['package.json', '{ "license": "AGPL-3.0-only" }']);
    licenses.addSource(MIT);
    expect(licenses.of('x.ts')).toBe('agpl-3.0');
  });

  it.each(['a.py', 'src/deep/b.ts', 'c.rs'])('are those of code such as %s', (path) =>
    expect(isSource(path)).toBe(true),
  );
  it.each(['README.md', 'vendor/a.py', 'third_party/x/b.c', 'data.json'])('are not those of %s', (path) =>
    expect(isSource(path)).toBe(false),
  );
});

describe('files that disagree on the license', () => {
  it('are told with the place of the one that is trusted more', () => {
    const text = '{\n  "license": "MIT"\n}';
    const [first, ...others] = stated(['LICENSE', AGPL_TEXT], ['package.json', text]).disagreements();
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      stated: {
        path: 'package.json',
        license: 'mit',
        span: { line: 2, column: 15, endLine: 2, endColumn: 18 },
      },
      other: { path: 'LICENSE', license: 'agpl-3.0' },
    });
  });

  it.each([
    ['they agree', '{ "license": "AGPL-3.0-only" }'],
    ['one is an expression with the other', '{ "license": "MIT OR AGPL-3.0-only" }'],
    ['the manifest is closed', '{ "license": "UNLICENSED" }'],
    ['nobody knows the manifest', '{ "license": "SEE LICENSE IN LICENSE" }'],
  ])('are none where %s', (_, text) =>
    expect(stated(['LICENSE', AGPL_TEXT], ['package.json', text]).disagreements()).toEqual([]),
  );

  it('are none where one states the family of the other, which is exact', () => {
    const classifier = 'setup(classifiers=["License :: OSI Approved :: BSD License"])';
    const bsd = stated(['LICENSE', BSD_TEXT], ['setup.py', classifier]);
    expect(bsd.disagreements()).toEqual([]);
    expect(bsd.of('x.py')).toBe('bsd-2-clause');
    const gpl = stated(
      ['package.json', '{ "license": "GPL" }'],
      ['setup.py', 'setup(license="GPL-3.0-only")'],
    );
    expect(gpl.disagreements()).toEqual([]);
    expect(gpl.of('x.py')).toBe('gpl-3.0');
    expect(stated(['setup.py', classifier]).of('x.py')).toBe('bsd');
    const other = stated(['LICENSE', AGPL_TEXT], ['setup.py', classifier]);
    expect(other.of('x.py')).toBe('bsd OR agpl-3.0');
    expect(
      stated(['LICENSE', AGPL_TEXT], ['package.json', '{ "license": "GPL" }']).disagreements(),
    ).toHaveLength(1);
  });

  it('are none where the manifest adds later versions, which the text of a GPL leaves open', () => {
    const text = ['LICENSE', 'GNU GENERAL PUBLIC LICENSE\n  Version 3, 29 June 2007'] as const;
    const licenses = stated(text, ['package.json', '{ "license": "GPL-3.0-or-later" }']);
    expect(licenses.disagreements()).toEqual([]);
    expect(licenses.of('x.ts')).toBe('gpl-3.0-plus');
    expect(stated(text, ['package.json', '{ "license": "LGPL-3.0-or-later" }']).disagreements()).toHaveLength(
      1,
    );
  });
});

describe('a file that may state a license', () => {
  it.each(['package.json', 'a/x.gemspec', 'Cam.csproj', 'LICENCE.md', 'mix.exs'])('is %s', (path) =>
    expect(statesLicense(path)).toBe(true),
  );
  it.each(['docs/README.md', 'LICENSE-THIRD-PARTY', 'src/license.ts'])('is not %s', (path) =>
    expect(statesLicense(path)).toBe(false),
  );
});
