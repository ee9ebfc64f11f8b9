import { describe, expect, it } from 'vitest';
import { readMakefile } from '../../../../src/core/detect/readers/makefileReader';
import type { Intake } from '../../../../src/core/detect/site';

/** What a Makefile has: the values of variables, and the words of commands. */
function told(text: string): readonly string[] {
  const found: string[] = [];
  const at = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
  const intake: Partial<Intake> = {
    text,
    accepted: 0,
    programOf: () => undefined,
    mayBeName: () => true,
    newGroup: () => 1,
    value: (range, { key }) => found.push(`${key}=${at(range)}`),
    command: (words) => found.push(`$ ${words.map(at).join(' ')}`),
    prose: (range) => found.push(at(range).trim()),
    define: () => undefined,
    dynamic: () => undefined,
    passed: () => undefined,
  };
  readMakefile(intake as Intake, { start: 0, end: text.length });
  return found;
}

describe('a Makefile', () => {
  it.each([
    // Variables: one word is a value, several only under a key for models.
    ['MODEL = a\n', ['MODEL=a']],
    ['MODEL := a', ['MODEL=a']],
    ['override MODEL ?= "a" # b\n', ['# b', 'MODEL=a']],
    ['export MODEL += a\n', ['MODEL=a']],
    ['MODELS = a \\\n  b\n', ['MODELS=a', 'MODELS=b']],
    ['RUN = a b\n', ['$ a b']],
    // Commands in all other lines, up to the next variable or rule.
    ['a b\nMODEL = c\nd e', ['$ a b', 'MODEL=c', '$ d e']],
    ['x: y\n\ta b\n\tc d\n', ['$ a b', '$ c d']],
    ['x:\n\ta b\n', ['$ a b']],
    ['x:', []],
    ['x/y.z $(W): {a} %\n\tb c\n', ['$ b c']],
    ['x: ; a b\n', ['$ x:', '$ a b']],
    // What looks like a rule and is none.
    ['\tx: y\n', ['$ x: y']],
    ['  x: y\n', ['$ x: y']],
    ['# x: y\n', ['# x: y']],
    ['x:y z\n', ['$ x:y z']],
    ['x: "y"\n', ['$ x: "y"']],
    [': x\n', ['$ : x']],
    ['a=b x: y\n', ['$ b x: y']],
  ])('%j: %j', (text, found) => expect(told(text)).toEqual(found));
});
