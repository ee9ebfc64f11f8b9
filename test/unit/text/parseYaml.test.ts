import { describe, expect, it } from 'vitest';
import { PolicyText } from '../../../src/core/fixes/policyEdit';
import { readLock } from '../../../src/core/drift/lockFile';
import { readModelCard } from '../../../src/core/lookup/local/modelCard';
import { expectedAt, placeAt } from '../../../src/core/policy/language/place';
import { readPolicy } from '../../../src/core/policy/readPolicy';
import { MAX_NESTING } from '../../../src/core/text/nesting';
import { parseYaml } from '../../../src/core/text/parseYaml';
import { stepsOf } from '../steps';

/** What may be repeated to nest a text. */
const NESTING = [
  '[',
  '{',
  '- ',
  '? ',
  ': ',
  'a: ',
  '{a: ',
  '[a, ',
  '&a [',
  '? - ',
  '[\n',
  'a: [b, {c: ',
  '"a": ',
];
/** What may be repeated to make a text that looks hard. */
const HARD = [
  '"',
  "'",
  '}',
  ']',
  '@,',
  '* ',
  '& ',
  '!a ',
  '&a ',
  'a\n',
  'a:\n',
  '- a\n',
  '---\n',
  '"\n',
  '*a\n',
].concat([
  'a: *a\n',
  '- &a a\n',
  '[]: ',
  '|\n',
  '- >2\n',
  'a b ',
  '#\n',
  '\r',
  ' ',
  '? a\n',
  '!<a> ',
  '%a\n',
  'k: "b\n',
]);

/** Every reader of YAML that a hostile file can reach. */
const READERS: readonly [string, (text: string) => unknown][] = [
  ['a policy', (text) => readPolicy(text, 'p.yaml')],
  ['a policy that is typed', (text) => [placeAt(text, 5), expectedAt(text, 5)]],
  ['a policy that is edited', (text) => new PolicyText(text)],
  ['a lock', readLock],
  ['a model card', (text) => readModelCard(`---\n${text}\n---\n`)],
];

describe('parseYaml', () => {
  it('reads the first document, and tells of a second', () => {
    expect(parseYaml('a: [1, {b: c}]\n').document?.toJS()).toEqual({ a: [1, { b: 'c' }] });
    expect(parseYaml('a: 1\n').second).toBeUndefined();
    expect(parseYaml('a: 1\n---\nb: 2\n').second?.toJS()).toEqual({ b: 2 });
    expect(parseYaml('').document?.contents).toBeNull();
  });

  it.each(NESTING)('says where values nest too deep: %j', (unit) => {
    const { document, tooDeepAt } = parseYaml(unit.repeat(10_000));
    expect(document).toBeUndefined();
    expect(tooDeepAt).toBeGreaterThan(0);
    expect(tooDeepAt).toBeLessThanOrEqual(MAX_NESTING * 2 * unit.length);
  });

  it('sees the depth of indentation', () => {
    const deep = (levels: number): string =>
      Array.from({ length: levels }, (_, level) => `${' '.repeat(level)}a:\n`).join('');
    expect(parseYaml(deep(MAX_NESTING / 2)).tooDeepAt).toBeUndefined();
    expect(parseYaml(deep(MAX_NESTING * 2)).tooDeepAt).toBeDefined();
  });

  it('counts no bracket of a text or comment', () => {
    const many = '['.repeat(1_000);
    const { document } = parseYaml(`a: "${many}"\nb: x ${many}\nc: |\n  ${many}\n# ${many}\n`);
    expect(document?.errors).toEqual([]);
  });
});

describe.each(READERS)('reading %s', (_, read) => {
  // The parser ends the stack in the first reading, which is caught; in a later one the process is aborted, and with it this test.
  it.each(NESTING)('outlives a nested text, however often it is read: %j', (unit) => {
    for (let reading = 0; reading < 6; reading++) read(unit.repeat(2_000));
    expect(read('a: 1')).toBeDefined();
  });

  it.each(HARD)('takes work that grows as the text does: %j', (unit) => {
    const text = unit.repeat(Math.ceil(2_000 / unit.length));
    read(text);
    const once = stepsOf(() => read(text));
    expect(stepsOf(() => read(text + text)) / once).toBeLessThan(2.5);
  });
});
