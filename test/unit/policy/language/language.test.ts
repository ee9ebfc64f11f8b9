import { describe, expect, it } from 'vitest';
import { english } from '../../../../src/core/message';
import { policyCompletion } from '../../../../src/core/policy/language/policyCompletion';
import { policyHover } from '../../../../src/core/policy/language/policyHover';
import { readPolicy } from '../../../../src/core/policy/readPolicy';
import { TEST_CATALOG } from '../../../support/catalog';

const OPTIONS = {
  catalog: TEST_CATALOG,
  translate: english,
  countryName: (code: string) => ({ JP: 'Japan (JP)', EU: 'European Union (EU)' })[code] ?? code,
};

/** `|` marks the cursor. */
function completionsAt(marked: string) {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  return policyCompletion(text, offset, OPTIONS).map((item) => ({
    ...item,
    result: text.slice(0, item.range.start) + item.insertText + text.slice(item.range.end),
  }));
}

function labels(marked: string): readonly string[] {
  return completionsAt(marked).map(({ label }) => label);
}

const ROOT = [
  'version',
  'extends',
  'locked',
  'use',
  'require',
  'licenses',
  'origins',
  'hosting',
  'lifecycle',
  'rules',
  'ignore',
  'exceptions',
  'duties',
  'models',
  'describe',
  'detect',
  'contexts',
  'inventory',
];

describe('policyCompletion', () => {
  it.each([
    ['an empty file', '|', ['version']],
    ['a new line', 'version: 1\n|', ROOT.slice(1)],
    ['a key that is being typed', 'version: 1\nlic|', ROOT.slice(1)],
    [
      'a line between others',
      'version: 1\n|\nrules: {}\n',
      ROOT.filter((key) => key !== 'version' && key !== 'rules'),
    ],
    [
      'an indented line',
      'version: 1\nuse:\n  |',
      [
        'purpose',
        'distribution',
        'regions',
        'seat',
        'monthlyActiveUsers',
        'annualRevenue',
        'annualRevenueUsd',
        'trainsOnOutputs',
      ],
    ],
    [
      'an indented line after others',
      'version: 1\nlicenses:\n  deny: [gemma]\n  |\nrules: {}\n',
      ['allow', 'warn', 'unknown'],
    ],
    ['what detection is told', 'version: 1\ndetect:\n  |', ['loaders', 'keys', 'prefixes']],
    ['braces', 'version: 1\nlicenses: { | }\n', ['allow', 'warn', 'deny', 'unknown']],
    ['braces after a comma', 'version: 1\nlicenses: { deny: [], | }\n', ['allow', 'warn', 'unknown']],
    [
      'a new exception',
      'version: 1\nexceptions:\n  - |',
      ['model', 'rules', 'paths', 'reason', 'approvedBy', 'expires'],
    ],
    [
      'an exception that has begun',
      'version: 1\nexceptions:\n  - model: gpt-4o\n    rea|',
      ['rules', 'paths', 'reason', 'approvedBy', 'expires'],
    ],
    [
      "a model of one's own",
      'version: 1\nmodels:\n  acme/x:\n    |',
      ['license', 'origin', 'openness', 'is', 'base'],
    ],
    [
      'a key that has its colon',
      'version: 1\nuse:\n  pur|: research\n',
      [
        'purpose',
        'distribution',
        'regions',
        'seat',
        'monthlyActiveUsers',
        'annualRevenue',
        'annualRevenueUsd',
        'trainsOnOutputs',
      ],
    ],
  ])('offers the keys that are not there yet: %s', (_what, text, expected) => {
    expect(labels(text)).toEqual(expected);
  });

  it.each([
    ['version: |', ['1']],
    ['version: 1\nuse:\n  purpose: |\n', ['commercial', 'internal', 'research', 'personal']],
    ['version: 1\nuse: { purpose: com| }\n', ['commercial', 'internal', 'research', 'personal']],
    ['version: 1\nuse: { trainsOnOutputs: | }\n', ['true', 'false']],
    ['version: 1\nrequire:\n  openness: |', ['api-only', 'weights-available', 'open-weights', 'open-source']],
    ['version: 1\nlicenses: { unknown: | }', ['error', 'warning', 'information', 'hint', 'off']],
    ['version: 1\nrules:\n  license/denied: |', ['error', 'warning', 'information', 'hint', 'off']],
    [
      'version: 1\nmodels: { a/b: { openness: | } }',
      ['api-only', 'weights-available', 'open-weights', 'open-source'],
    ],
  ])('offers the words of a fixed set: %j', (text, expected) => {
    expect(labels(text)).toEqual(expected);
  });

  it.each([
    ['version: 1\nlicenses:\n  deny: [gem|]\n', ['gemma', 'llama3.1', 'category:permissive']],
    ['version: 1\nlicenses:\n  deny: [gemma, |]\n', ['llama3.1']],
    ['version: 1\nlicenses:\n  deny: [gemma, |', ['llama3.1']],
    ['version: 1\nlicenses:\n  deny:\n    - |\n', ['gemma']],
    ['version: 1\nlicenses:\n  deny:\n    |\n', ['gemma']],
    ['version: 1\nmodels: { a/b: { license: | } }', ['apache-2.0']],
    ['version: 1\norigins: { deny: [|] }', ['CN', 'EU', 'alibaba']],
    ['version: 1\nuse: { regions: [JP, |] }', ['EU', 'DE']],
    ['version: 1\nmodels: { a/b: { origin: | } }', ['JP']],
    ['version: 1\nrules:\n  |', ['license/denied', 'model/retired']],
    ['version: 1\nrules:\n  license/denied: off\n  lic|', ['license/warned']],
    ['version: 1\nexceptions: [{ model: a, reason: b, rules: [|] }]', ['license/denied']],
    ['version: 1\nexceptions:\n  - model: llama|', ['meta-llama/Llama-3.1-8B-Instruct']],
    ['version: 1\nmodels: { a/b: { base: qwen| } }', ['Qwen/Qwen3-8B']],
  ])('offers names of the catalog: %j', (text, expected) => {
    expect(labels(text)).toEqual(expect.arrayContaining(expected));
  });

  it.each([
    ['version: 1\nexceptions: |'],
    ['version: 1\nuse: { monthlyActiveUsers: | }'],
    ['version: 1\nexceptions: [{ reason: | }]'],
  ])('offers nothing where no single word is expected: %j', (text) => {
    expect(labels(text)).toEqual([]);
  });

  it('writes the dash of a list that has none yet', () => {
    const written = (text: string): readonly string[] =>
      completionsAt(text).map(({ insertText }) => insertText);
    expect(written('version: 1\nlicenses:\n  deny:\n    |\n')).toEqual(
      expect.arrayContaining(['- gemma', '- "category:permissive"']),
    );
    expect(written('version: 1\nlicenses:\n  deny:\n    - |\n')).toEqual(
      expect.arrayContaining(['gemma', '"category:permissive"']),
    );
  });

  it('writes what can be read', () => {
    for (const [text, label] of [
      ['version: 1\n|', 'licenses'],
      ['version: 1\nlicenses:\n  deny: [gem|]\n', 'category:copyleft'],
      ['version: 1\nlicenses:\n  deny:\n    |\n', 'gemma'],
      ['version: 1\nlicenses:\n  deny:\n    - "cat|"\n', 'category:copyleft'],
      ['version: 1\nrules: { lic|: off }', 'license/denied'],
      ['version: 1\nuse:\n  pur|: research\n', 'purpose'],
    ] as const) {
      const found = completionsAt(text).find((item) => item.label === label);
      expect(readPolicy(found?.result ?? '', 'p').problems, found?.result).toEqual([]);
    }
  });

  it.each([
    'version: 1 # com|ment',
    '# |',
    'version: 1\nexceptions:\n  - model: a\n    reason: |',
    'version: 1\nuse: { monthlyActiveUsers: | }',
    'version: 1\nextends: [|]',
    'version: 1\nsomething:\n  |',
    'version: 1\nuse:\n  purpose:\n    deeper:\n      |',
  ])('offers nothing where nothing is known: %j', (text) => {
    expect(labels(text)).toEqual([]);
  });

  it('stays within the text where an open quote takes in the rest of it', () => {
    const text = '{"version: 1, licenses: {deny: [llama3.1]}}\n';
    for (let offset = 0; offset <= text.length; offset++)
      for (const { range } of policyCompletion(text, offset, OPTIONS))
        expect(range.end, `at ${offset}`).toBeLessThanOrEqual(text.length);
  });

  it('keeps a list of models short', () => {
    expect(labels('version: 1\nexceptions:\n  - model: |').length).toBeLessThanOrEqual(200);
    expect(labels('version: 1\nexceptions:\n  - model: zzzz|')).toEqual([]);
  });

  it('never throws, wherever the cursor is', () => {
    const text = 'version: 1\r\nuse: { purpose: "comm',
      more = 'ercial", regions: [JP\n]}\nlicenses:\n  - &a *a\n? x\n: !!y\n"';
    for (let offset = 0; offset <= text.length + more.length; offset++) {
      expect(() => policyCompletion(text + more, offset, OPTIONS)).not.toThrow();
      expect(() => policyHover(text + more, offset, OPTIONS)).not.toThrow();
    }
  });
});

describe('policyHover', () => {
  const text = `version: 1
use: { purpose: commercial, regions: [EU, jp] }
licenses:
  allow: ["category:permissive"] # fine
  deny: [llama3.1, house-rules]
  unknown: warning
origins: { deny: [alibaba, CN] }
rules: { license/region: error }
exceptions:
  - model: gpt-4o
    reason: pilot
models: { acme/x: { base: Qwen/Qwen3-8B, license: mit } }
`;

  function hoverOn(word: string) {
    const offset = text.indexOf(word) + 1;
    return policyHover(text, offset, OPTIONS);
  }

  it.each([
    ['purpose', 'What the project is for'],
    ['commercial', 'Sold, or run for profit'],
    ['EU', 'European Union'],
    ['jp', 'Japan'],
    ['allow', 'every license that no list names is denied'],
    ['category:permissive', 'Notices must be kept, little else · '],
    ['llama3.1', 'Llama 3.1 Community License Agreement · community-restricted'],
    ['warning', 'Is shown as a warning'],
    ['alibaba', 'Alibaba (CN)'],
    ['license/region', 'The license leaves out a region'],
    ['gpt-4o', 'OpenAI Services Agreement'],
    ['Qwen/Qwen3-8B', 'Apache License 2.0'],
    ['mit', 'MIT License · permissive'],
  ])('says what %s means', (word, expected) => {
    expect(hoverOn(word)?.markdown).toContain(expected);
  });

  it('covers exactly the word, with its quotes', () => {
    const found = hoverOn('category:permissive');
    expect(text.slice(found?.range.start, found?.range.end)).toBe('"category:permissive"');
  });

  it.each(['house-rules', '# fine', 'pilot', 'acme/x'])('says nothing of %s', (word) => {
    expect(hoverOn(word)).toBeUndefined();
  });

  it('works in a file with errors', () => {
    expect(
      policyHover('version: 1\nuse:\n  purpose: research\nlicenses: [', 25, OPTIONS)?.markdown,
    ).toContain('purpose');
  });
});
