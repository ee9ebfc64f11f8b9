import { describe, expect, it } from 'vitest';
import { PolicyText, type ListPath, type TextEdit } from '../../../src/core/fixes/policyEdit';
import { readPolicy } from '../../../src/core/policy/readPolicy';

function applied(text: string, edit: TextEdit | undefined): string {
  if (edit === undefined) throw new Error('no edit');
  return text.slice(0, edit.range.start) + edit.newText + text.slice(edit.range.end);
}

const EXCEPTION = [
  ['model', 'gpt-4o'],
  ['rules', ['license/denied']],
  ['reason', 'a pilot: until spring'],
] as const;

function withException(text: string): string {
  return applied(text, new PolicyText(text).add(['exceptions'], EXCEPTION));
}

function withAllowed(text: string, path: ListPath = ['licenses', 'allow']): string {
  return applied(text, new PolicyText(text).add(path, 'llama3.1'));
}

/** The added entry can be read back, and nothing else changed. */
function expectAdded(before: string, after: string): void {
  const [old, now] = [readPolicy(before, 'p').policy, readPolicy(after, 'p').policy];
  expect(now?.exceptions.at(-1)).toMatchObject({
    model: 'gpt-4o',
    rules: ['license/denied'],
    reason: 'a pilot: until spring',
  });
  expect(now?.exceptions.length).toBe((old?.exceptions.length ?? 0) + 1);
}

describe('adding an exception', () => {
  it('makes the list at the end of the file, where there is none', () => {
    const text = '# ours\nversion: 1\nrules:\n  model/renamed: off # noisy\n';
    expect(withException(text)).toBe(
      `${text}exceptions:\n  - model: gpt-4o\n    rules: [license/denied]\n    reason: "a pilot: until spring"\n`,
    );
  });

  it('goes after the last one, with its indentation, before comments and keys that follow', () => {
    const text =
      'version: 1\nexceptions:\n    - model: a/b # first\n      reason: old\n      # more to come\n\n# models of our own\nmodels: {}\n';
    const after = withException(text);
    expect(after).toBe(
      'version: 1\nexceptions:\n    - model: a/b # first\n      reason: old\n    - model: gpt-4o\n      rules: [license/denied]\n' +
        '      reason: "a pilot: until spring"\n      # more to come\n\n# models of our own\nmodels: {}\n',
    );
    expectAdded(text, after);
  });

  it('keeps dashes that are not indented', () => {
    const text = 'version: 1\nexceptions:\n- model: a/b\n  reason: old\n';
    expect(withException(text)).toBe(
      'version: 1\nexceptions:\n- model: a/b\n  reason: old\n- model: gpt-4o\n  rules: [license/denied]\n  reason: "a pilot: until spring"\n',
    );
  });

  it('keeps a comment at the end of the last line', () => {
    const text = 'version: 1\nexceptions:\n  - model: a/b\n    reason: old # why not\nrules: {}\n';
    const after = withException(text);
    expect(after).toContain('reason: old # why not\n  - model: gpt-4o\n');
    expectAdded(text, after);
  });

  it.each([
    ['an empty list in brackets', 'version: 1\nexceptions: []\nrules: {}\n'],
    ['a list in brackets', 'version: 1\nexceptions: [{ model: a/b, reason: old }]\nrules: {}\n'],
    ['a key without a value', 'version: 1\nexceptions: # none yet\nrules: {}\n'],
    ['a file in braces', '{ version: 1, exceptions: [] }\n'],
    ['a file in braces without the key', '{ version: 1 }\n'],
    ['no line end at the end', 'version: 1\nrules: {}'],
    ['a byte order mark', '\uFEFFversion: 1\n'],
    ["a marker of the document's start", '---\nversion: 1\n'],
    ['a quoted key', 'version: 1\n"exceptions":\n  - { model: a/b, reason: old }\n'],
  ])('works with %s', (_what, text) => {
    const after = withException(text);
    expectAdded(text, after);
    expect(after.startsWith(text.slice(0, 8))).toBe(true);
  });

  it('keeps CRLF line ends', () => {
    const text = 'version: 1\r\nexceptions:\r\n  - model: a/b\r\n    reason: old\r\n';
    const after = withException(text);
    expect(after.replaceAll('\r\n', '')).not.toContain('\n');
    expectAdded(text, after);
  });

  it('starts a policy in an empty file and in one of comments only', () => {
    for (const text of ['', '# to be written\n']) {
      expect(withException(text)).toBe(
        `${text}version: 1\n\nexceptions:\n  - model: gpt-4o\n    rules: [license/denied]\n    reason: "a pilot: until spring"\n`,
      );
    }
  });

  it.each([
    'version: [',
    '- a\n- b\n',
    'just words',
    'version: 1\nexceptions: word\n',
    `# ${'x'.repeat(300_000)}`,
  ])('leaves a file alone that has another form', (text) => {
    expect(new PolicyText(text).add(['exceptions'], EXCEPTION)).toBeUndefined();
  });
});

describe('adding a license', () => {
  it.each([
    ['version: 1\n', 'version: 1\nlicenses:\n  allow: [llama3.1]\n'],
    [
      'version: 1\nlicenses:\n  allow: [mit, "category:permissive"] # fine\n',
      'version: 1\nlicenses:\n  allow: [mit, "category:permissive", llama3.1] # fine\n',
    ],
    [
      'version: 1\nlicenses:\n  allow:\n    - mit\n    - isc # fine\n  deny: []\n',
      'version: 1\nlicenses:\n  allow:\n    - mit\n    - isc # fine\n    - llama3.1\n  deny: []\n',
    ],
    [
      'version: 1\nlicenses:\n  deny: [gemma]\nrules: {}\n',
      'version: 1\nlicenses:\n  deny: [gemma]\n  allow: [llama3.1]\nrules: {}\n',
    ],
    [
      'version: 1\nlicenses:\n    deny:\n    - gemma\n\nrules: {}\n',
      'version: 1\nlicenses:\n    deny:\n    - gemma\n    allow: [llama3.1]\n\nrules: {}\n',
    ],
    [
      'version: 1\nlicenses: { deny: [gemma] }\n',
      'version: 1\nlicenses: { deny: [gemma], allow: [llama3.1] }\n',
    ],
    ['version: 1\nlicenses: {}\n', 'version: 1\nlicenses: {allow: [llama3.1]}\n'],
    ['version: 1\nlicenses:\nrules: {}\n', 'version: 1\nlicenses:\n  allow: [llama3.1]\nrules: {}\n'],
    [
      'version: 1\nlicenses:\n  allow:\n  deny: []\n',
      'version: 1\nlicenses:\n  allow:\n    - llama3.1\n  deny: []\n',
    ],
    ['version: 1\nlicenses:\n  allow: []\n', 'version: 1\nlicenses:\n  allow: [llama3.1]\n'],
    ['{ version: 1, licenses: { allow: } }\n', '{ version: 1, licenses: { allow: [llama3.1] } }\n'],
  ])('%j → %j', (text, expected) => {
    expect(withAllowed(text)).toBe(expected);
    expect(readPolicy(expected, 'p').policy?.licenses.allow.at(-1)).toMatchObject({ key: 'llama3.1' });
  });
});

describe('removing a license', () => {
  it.each([
    ['version: 1\nlicenses:\n  deny: [gemma]\n', 'version: 1\nlicenses:\n  deny: []\n'],
    ['version: 1\nlicenses:\n  deny: [gemma, mit]\n', 'version: 1\nlicenses:\n  deny: [mit]\n'],
    ['version: 1\nlicenses:\n  deny: [mit, gemma]\n', 'version: 1\nlicenses:\n  deny: [mit]\n'],
    ['version: 1\nlicenses:\n  deny: [mit, gemma , isc]\n', 'version: 1\nlicenses:\n  deny: [mit , isc]\n'],
    [
      'version: 1\nlicenses:\n  deny:\n    - mit # a\n    - gemma # b\n    - isc\n',
      'version: 1\nlicenses:\n  deny:\n    - mit # a\n    - isc\n',
    ],
    [
      'version: 1\r\nlicenses:\r\n  deny:\r\n    - gemma\r\n  warn: []\r\n',
      'version: 1\r\nlicenses:\r\n  deny:\r\n  warn: []\r\n',
    ],
  ])('%j → %j', (text, expected) => {
    expect(applied(text, new PolicyText(text).remove(['licenses', 'deny'], 'gemma'))).toBe(expected);
    expect(readPolicy(expected, 'p').problems).toEqual([]);
  });

  it('does nothing where it is not in the list', () => {
    expect(
      new PolicyText('version: 1\nlicenses:\n  deny: [mit]\n').remove(['licenses', 'deny'], 'gemma'),
    ).toBeUndefined();
  });
});
