import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonParts } from '../../../src/core/report/json';
import { joined } from '../../support/joined';

describe('JSON in parts', () => {
  it('is what JSON.stringify writes, on one line and indented', () => {
    const value = fc.oneof(
      fc.object({ maxDepth: 5, values: [fc.string(), fc.integer(), fc.boolean(), fc.constant(null)] }),
      fc.array(fc.jsonValue()),
      fc.dictionary(fc.string(), fc.constantFrom(undefined, 'line\nbreak', [], {}, { a: undefined })),
    );
    fc.assert(
      fc.property(value, fc.constantFrom('', '  '), (of, indent) => {
        expect(joined(jsonParts(of, indent))).toBe(JSON.stringify(of, null, indent));
      }),
    );
  });

  it('has each item of a list in a part of its own', () => {
    const parts = [...jsonParts({ findings: [{ rule: 'a' }, { rule: 'b' }] })];
    expect(parts).toContain('{"rule":"a"}');
    expect(parts).toContain('{"rule":"b"}');
  });
});
