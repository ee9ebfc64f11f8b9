import { describe, expect, it } from 'vitest';
import { auditTree, skippedOf } from './memory';

/** Packets of a transport stream: 188 bytes, of which the first is 0x47. */
const VIDEO = Uint8Array.from({ length: 188 * 3 }, (_, at) => (at % 188 === 0 ? 0x47 : 0));
const ZEROS = '\0\0\0\0';

describe('a file that holds no text', () => {
  it.each<readonly [string, string | Uint8Array, string, boolean]>([
    ['a.py', ZEROS, 'not-utf8', false],
    ['.env', ZEROS, 'not-utf8', false],
    ['a.ts', ZEROS, 'not-utf8', false],
    ['a.ts', VIDEO, 'binary', true],
    ['a.dat', ZEROS, 'binary', true],
  ])(
    '%s is told as such, and leaves the audit open where it is called like code',
    async (path, content, reason, isComplete) => {
      const result = await auditTree({ [path]: content });
      expect(skippedOf(result)).toEqual({ [path]: reason });
      expect(result.stats.complete).toBe(isComplete);
    },
  );
});
