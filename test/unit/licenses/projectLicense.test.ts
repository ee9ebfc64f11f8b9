import { describe, expect, it } from 'vitest';
import { projectLicense } from '../../../src/core/licenses/projectLicense';

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
    ['README.md', 'GNU GENERAL PUBLIC LICENSE Version 3', undefined],
  ])('%s: %s', (path, text, expected) => {
    expect(projectLicense(path, text)).toBe(expected);
  });
});
