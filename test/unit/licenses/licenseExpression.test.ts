import { describe, expect, it } from 'vitest';
import type { LicenseRecord } from '../../../src/core/catalog/records';
import { readLicense, type LicenseExpression } from '../../../src/core/licenses/licenseExpression';
import { CATALOG, license } from './support';

function keys(expression: LicenseExpression): unknown {
  return expression.kind === 'license'
    ? expression.record.key
    : { [expression.kind]: expression.parts.map(keys) };
}

const read = (text: string): unknown => keys(readLicense(text, CATALOG));

describe('a license as people write it', () => {
  it.each([
    ['  MIT ', 'mit'],
    ['Apache-2.0 OR MIT', { any: ['apache-2.0', 'mit'] }],
    ['mit and (gpl-3.0 or llama3.1)', { all: ['mit', { any: ['gpl-3.0', 'llama3.1'] }] }],
    ['GPL-2.0+', 'gpl-2.0-plus'],
    ['GPL-2.0+ OR MIT', { any: ['gpl-2.0-plus', 'mit'] }],
    ['GPL-3.0-only WITH Classpath-exception-2.0', 'gpl-3.0'],
    ['unheard-of-1.0', 'unheard-of-1.0'],
    ['unheard-of-1.0+', 'unheard-of-1.0+'],
    ['MIT OR', 'MIT OR'],
    ['mit  or\tApache-2.0', { any: ['mit', 'apache-2.0'] }],
    ['(MIT)', '(MIT)'],
  ])('%j', (text, expected) => expect(read(text)).toEqual(expected));

  it('takes a record under the whole text before it reads an expression', () => {
    const record: LicenseRecord = { ...license('mit'), key: 'this and that' };
    const source = { license: (name: string) => (name === 'this and that' ? record : undefined) };
    expect(readLicense(' this and that ', source)).toEqual({ kind: 'license', record });
  });

  it('takes the record of "that version or later" before that of the version, and that before a guess', () => {
    const named = (...names: readonly string[]) => ({
      license: (name: string) => (names.includes(name) ? { ...license('mit'), key: name } : undefined),
    });
    const both = named('x-1', 'x-1-or-later');
    expect(keys(readLicense('x-1+', both))).toBe('x-1-or-later');
    expect(keys(readLicense('x-1+', named('x-1')))).toBe('x-1');
    expect(keys(readLicense('x-1', both))).toBe('x-1');
    expect(keys(readLicense('x-1+', named('x-1+', 'x-1')))).toBe('x-1+');
    // Without the plus nothing is cut off.
    expect(keys(readLicense('x-12', named('x-1')))).toBe('x-12');
  });
});
