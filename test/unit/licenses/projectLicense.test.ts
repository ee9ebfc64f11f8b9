import { describe, expect, it } from 'vitest';
import {
  isLicenseText,
  isPrivateManifest,
  manifestRank,
  projectLicense,
} from '../../../src/core/licenses/projectLicense';

describe('the license a project states', () => {
  it.each([
    ['package.json', '{ "license": "MIT" }', 'MIT'],
    ['web/package.json', '{ "name": "x", "license": "(MIT OR Apache-2.0)" }', '(MIT OR Apache-2.0)'],
    ['package.json', '{ "license": { "type": "ISC", "url": "…" } }', 'ISC'],
    ['package.json', '{ "license": "SEE LICENSE IN LICENSE.md" }', undefined],
    ['package.json', '{ "name": "x" }', undefined],
    ['package.json', '{ "license": 3 }', undefined],
    ['package.json', '{ broken', undefined],
    ['package.json', '[]', undefined],
    ['pyproject.toml', '[project]\nlicense = "Apache-2.0"', 'Apache-2.0'],
    ['pyproject.toml', '[project]\nlicense = { text = "BSD-3-Clause" }', 'BSD-3-Clause'],
    [
      'pyproject.toml',
      '[project]\nlicense = { file = "LICENSE" }\nclassifiers = ["License :: OSI Approved :: MIT License", "Topic :: X"]',
      'MIT License',
    ],
    ['pyproject.toml', '[project]\nclassifiers = ["License :: OSI Approved"]', undefined],
    [
      'pyproject.toml',
      '[project]\nclassifiers = ["License :: OSI Approved :: MIT License", "License :: OSI Approved :: Apache Software License"]',
      undefined,
    ],
    ['pyproject.toml', '[tool.poetry]\nlicense = "GPL-3.0-only"', 'GPL-3.0-only'],
    ['pyproject.toml', 'not toml at all [', undefined],
    ['crates/a/Cargo.toml', '[package]\nlicense = "MIT OR Apache-2.0"', 'MIT OR Apache-2.0'],
    ['Cargo.toml', '[workspace]\nmembers = []', undefined],
    ['Cargo.toml', '[package]\nlicense = "  "', undefined],
    ['LICENSE', 'Boost Software License - Version 1.0 - August 17th, 2003', 'bsl-1.0'],
    ['COPYING', 'GNU GENERAL PUBLIC LICENSE\n  Version 3, 29 June 2007', 'gpl-3.0'],
    ['LICENSE.md', 'Be nice.', undefined],
    ['composer.json', '{ "license": ["MIT", "GPL-3.0-or-later"] }', 'MIT OR GPL-3.0-or-later'],
    ['composer.json', '{ "license": "proprietary" }', 'proprietary'],
    ['vcpkg.json', '{ "license": "BSL-1.0" }', 'BSL-1.0'],
    [
      'x.gemspec',
      'Gem::Specification.new do |s|\n  # s.license = "MIT"\n  s.license = "AGPL-3.0-only"\nend',
      'AGPL-3.0-only',
    ],
    ['x.gemspec', 's.licenses = ["MIT", "Ruby"]', 'MIT AND Ruby'],
    ['x.gemspec', 's.licenses = %w[MIT Ruby]', 'MIT AND Ruby'],
    ['x.gemspec', 's.name = "x"', undefined],
    ['mix.exs', 'package: [\n  licenses: ["Apache-2.0"],\n]', 'Apache-2.0'],
    ['mix.exs', 'package: [\n  # licenses: ["MIT"],\n  licenses:  ["Apache-2.0"],\n]', 'Apache-2.0'],
    ['mix.exs', 'package: [name: "x"]', undefined],
    ['other.txt', '{ "license": "MIT" }', undefined],
    [
      'pom.xml',
      '<licenses><!-- <license><name>MIT</name></license> --><license><name>EPL-2.0</name></license></licenses>',
      'EPL-2.0',
    ],
    [
      'a/Cam.csproj',
      '<Project><!-- <PackageLicenseExpression>MIT</PackageLicenseExpression> --><PropertyGroup>\n<PackageLicenseExpression>AGPL-3.0-or-later</PackageLicenseExpression></PropertyGroup></Project>',
      'AGPL-3.0-or-later',
    ],
    ['x.nuspec', '<metadata><license type="expression">MIT</license></metadata>', 'MIT'],
    ['x.nuspec', '<metadata><license type="file">LICENSE.txt</license></metadata>', undefined],
    [
      'x.csproj',
      '<PackageLicenseUrl>https://licenses.nuget.org/Apache-2.0</PackageLicenseUrl>',
      'Apache-2.0',
    ],
    [
      'pom.xml',
      '<project><name>x</name><licenses>\n<license><name>The Apache Software License, Version 2.0</name></license></licenses></project>',
      'Apache-2.0',
    ],
    ['pom.xml', '<project><name>x</name></project>', undefined],
    [
      'build.gradle.kts',
      'pom {\n  licenses {\n    license {\n      name.set("GNU Affero General Public License v3")\n      url.set("x")\n    }\n  }\n}',
      'AGPL-3.0-only',
    ],
    ['build.gradle', "licenses {\n license {\n  name = 'MIT License'\n } }", 'MIT License'],
    ['x.cabal', 'name: x\nlicense: BSD-3-Clause\nlicense-file: LICENSE', 'BSD-3-Clause'],
    ['setup.cfg', '[metadata]\nname = x\nlicense = Apache 2.0\n[options]\nlicense = no', 'Apache 2.0'],
    [
      'setup.cfg',
      '[metadata]\nclassifiers =\n    License :: OSI Approved :: GNU General Public License v3 (GPLv3)\n',
      'GPL-3.0-only',
    ],
    ['setup.cfg', '[options]\nlicense = no', undefined],
    ['setup.py', 'setup(\n  name="x",\n  license="MIT",\n)', 'MIT'],
    ['setup.py', 'setup(classifiers=["License :: OSI Approved :: MIT License"])', 'MIT License'],
    ['DESCRIPTION', 'Package: x\nLicense: MIT + file LICENSE\n', 'MIT'],
    ['DESCRIPTION', 'Package: x\nLicense: GPL (>= 3)\n', 'GPL-3.0-or-later'],
    ['DESCRIPTION', 'Package: x\nLicense: GPL-2 | GPL-3\n', 'GPL-2.0-only OR GPL-3.0-only'],
    ['DESCRIPTION', 'Package: x\nLicense: file LICENSE\n', undefined],
    ['DESCRIPTION', 'What this is.', undefined],
    ['setup.py', "setup(license='https://opensource.org/license/apache-2-0/')", 'apache-2.0'],
    ['setup.cfg', '[metadata]\nlicense = https://spdx.org/licenses/MIT.html\n', 'MIT'],
    ['pyproject.toml', '[project]\nlicense = { text = "https://opensource.org/licenses/MIT" }', 'MIT'],
    ['package.json', '{ "license": { "url": "https://opensource.org/licenses/mit-license.php" } }', 'mit'],
    ['Cargo.toml', '[package]\nlicense = "https://www.gnu.org/licenses/agpl-3.0.en.html"', 'AGPL-3.0'],
    ['x.gemspec', 's.license = "https://choosealicense.com/licenses/mit/"', 'mit'],
    [
      'composer.json',
      '{ "license": ["https://opensource.org/license/mit", "GPL-2.0-only"] }',
      'mit OR GPL-2.0-only',
    ],
    [
      'x.csproj',
      '<PackageLicenseUrl>https://www.apache.org/licenses/LICENSE-2.0.html</PackageLicenseUrl>',
      'Apache-2.0',
    ],
    ['x.csproj', '<PackageLicenseUrl>https://example.com/terms</PackageLicenseUrl>', undefined],
    [
      'pom.xml',
      '<licenses><license><name>GNU AGPL</name><url>https://www.gnu.org/licenses/agpl-3.0.txt</url></license></licenses>',
      'AGPL-3.0',
    ],
    [
      'build.gradle',
      "licenses {\n license {\n  url = 'http://www.apache.org/licenses/LICENSE-2.0.txt'\n } }",
      'Apache-2.0',
    ],
    ['DESCRIPTION', 'Package: x\nLicense: https://opensource.org/licenses/BSD-3-Clause\n', 'BSD-3-Clause'],
    ['README.md', 'GNU GENERAL PUBLIC LICENSE Version 3', undefined],
    // A comment behind what is stated, or one that never ends.
    ['pom.xml', '<licenses><license><name>MIT</name></license></licenses><!-- x', 'MIT'],
    [
      'pom.xml',
      '<licenses><!-- a --><license><name>MIT</name></license><!-- b --><license><name>EPL-2.0</name></license></licenses>',
      'MIT OR EPL-2.0',
    ],
    ['x.gemspec', '\t# s.license = "MIT"\n  s.license = "ISC" # or another\n', 'ISC'],
    ['x.gemspec', 's.summary = "a # b"; s.license = "ISC"', 'ISC'],
    ['x.gemspec', 's.licenses = [" MIT "]', 'MIT'],
  ])('%s: %s', (path, text, expected) => {
    expect(projectLicense(path, text)).toBe(expected);
  });
});

describe('how far a file is trusted with the license of its project', () => {
  it('is the order of manifests before the text of a license', () => {
    const ranks = ['package.json', 'a/pyproject.toml', 'Cargo.toml', 'x.gemspec', 'pom.xml', 'LICENSE'].map(
      (path) => manifestRank(path),
    );
    expect(ranks).toEqual([...ranks].sort((a, b) => (a ?? 0) - (b ?? 0)));
    expect(new Set(ranks).size).toBe(6);
  });

  it.each(['README.md', 'package.json.bak', 'package.json/x', 'my-package.json'])(
    'is not at all: %s',
    (path) => expect(manifestRank(path)).toBeUndefined(),
  );

  it.each([
    ['LICENSE', true],
    ['sub/COPYING.txt', true],
    ['LICENCE.md', true],
    ['package.json', false],
    ['build.gradle', false],
    ['README.md', false],
  ])('%s is read as the text of a license: %s', (path, isText) => expect(isLicenseText(path)).toBe(isText));
});

describe('a package that is never published', () => {
  it.each([
    ['package.json', '{ "private": true }', true],
    ['web/package.json', '{ "private": true }', true],
    ['package.json', '{ "private": false }', false],
    ['package.json', '{ "private": "true" }', false],
    ['package.json', '{ "name": "x" }', false],
    ['package.json', '[]', false],
    ['package.json', '{ broken', false],
    ['package.json.bak', '{ "private": true }', false],
    ['my-package.json', '{ "private": true }', false],
    ['composer.json', '{ "private": true }', false],
  ])('%s with %s: %s', (path, text, isPrivate) => expect(isPrivateManifest(path, text)).toBe(isPrivate));
});
