import { describe, expect, it } from 'vitest';
import { toldOf } from './told';

describe('what is told of a Makefile', () => {
  it.each([
    ['MODEL = a\n', ['a MODEL', 'MODEL := a']],
    ['MODEL := a', ['a MODEL', 'MODEL := a']],
    ['override MODEL ?= "a" # b\n', ['"# b" comment', 'a MODEL', 'MODEL := a']],
    ['export MODEL += a\n', ['a MODEL', 'MODEL := a']],
    ['MODELS = a \\\n  b\n', ['a MODELS', 'MODELS := a', 'b MODELS', 'MODELS := b']],
    ['RUN = a b\n', ['$ a b']],
    ['a b\nMODEL = c\nd e', ['$ a b', 'c MODEL', 'MODEL := c', '$ d e']],
    ['x: y\n\ta b\n\tc d\n', ['$ a b', '$ c d']],
    // The marks of a recipe are no part of its command; a flag is.
    ['x:\n\t@a b\n\t-c d\n\t@-+ e f\n', ['$ a b', '$ c d', '$ e f']],
    ['x:\n\t$(Q)a b\n\t@${AT}c d\n\t$(V)/a b\n', ['$ a b', '$ c d', '$ $(V)/a b']],
    ['x:\n    -@a b\n', ['$ a b']],
    ['a(\n  -m b\n\t--m b\n\t-Dm=b)\n', ['$ a', '$ -m b', '$ --m b', '$ -Dm=b']],
    ['x:\n\ta \\\n\t-m b\n', ['$ a -m b']],
    ['x:', []],
    ['x/y.z $(W): {a} %\n\tb c\n', ['$ b c']],
    ['x: ; a b\n', ['$ x:', '$ a b']],
    ['\tx: y\n', ['$ x: y']],
    ['  x: y\n', ['$ x: y']],
    ['# x: y\n', ['"# x: y" comment']],
    ['x:y z\n', ['$ x:y z']],
    ['x: "y"\n', ['$ x: "y"']],
    [': x\n', ['$ : x']],
    ['a=b x: y\n', ['$ b x: y']],
  ])('%j: %j', (text, told) => expect(toldOf(text, 'makefile')).toEqual(told));
});
