import { describe, expect, it } from 'vitest';
import { isWrittenName } from '../../../src/core/catalog/writtenName';

describe('a name that the catalog has as it is', () => {
  it.each(['id', 'alias'] as const)('is written as an %s', (via) =>
    expect(isWrittenName({ via })).toBe(true),
  );

  it.each(['spelling', 'family'] as const)('is none that a %s tells', (via) =>
    expect(isWrittenName({ via })).toBe(false),
  );

  it('is not what nobody knows', () => expect(isWrittenName(undefined)).toBe(false));
});
