import { describe, expect, it } from 'vitest';
import { english, render } from '../../../src/core/message';
import { checkPolicy } from '../../../src/core/policy/checkPolicy';
import { mergePolicies } from '../../../src/core/policy/mergePolicies';
import { readPolicy } from '../../../src/core/policy/readPolicy';
import { TEST_CATALOG } from '../../support/catalog';
import { MALFORMED, unmark } from './malformed';
import { policy } from './support';

const WHOLE = `version: 1
use:                        # what this project does with models
  purpose: commercial
  distribution: service
  regions: [jp, EU]
  monthlyActiveUsers: 50_000
  annualRevenueUsd: 2_000_000
  trainsOnOutputs: false
require:
  openness: weights-available
licenses:
  allow: [apache-2.0, mit, "category:permissive"]
  warn:  [llama3.1, gemma]
  deny:  ["category:non-commercial"]
  unknown: warning
origins:
  allow: []
  warn:  [us]
  deny:  [alibaba]
rules:
  model/unpinned-revision: off
ignore:
  paths: ["third_party/**"]
exceptions:
  - model: meta-llama/Llama-3.1-8B-Instruct
    rules: [license/denied]
    reason: approved for the pilot
    approvedBy: legal
    expires: 2027-03-31
models:
  acme/support-7b: { license: proprietary, origin: jp, openness: api-only, base: Qwen/Qwen3-8B }
`;

describe('readPolicy', () => {
  it('reads what is stated for bills of materials, and inherits it key by key', () => {
    const read = policy(
      'version: 1\ninventory:\n  author: " Acme "\n  released: 2026-11-02\n  datasets: { acme/mails: { license: mit, sha256: ' +
        `${'A'.repeat(64)} } }\n`,
    ).inventory;
    expect(read).toEqual({
      facts: { author: 'Acme', released: '2026-11-02' },
      datasets: { 'acme/mails': { license: 'mit', sha256: 'A'.repeat(64) } },
    });
    const base = policy(
      'version: 1\ninventory: { author: Group, producer: Group, datasets: { x: { license: mit } } }\n',
    );
    expect(mergePolicies(policy('version: 1\ninventory: { author: Acme }\n'), [base]).inventory).toEqual({
      facts: { author: 'Acme', producer: 'Group' },
      datasets: { x: { license: 'mit' } },
    });
    expect(policy('version: 1\n').inventory).toEqual({ facts: {}, datasets: {} });
  });

  it('reads every key', () => {
    const read = policy(WHOLE);
    expect(read.use).toEqual({
      purpose: 'commercial',
      distribution: 'service',
      regions: ['JP', 'EU'],
      monthlyActiveUsers: 50_000,
      annualRevenueUsd: 2_000_000,
      trainsOnOutputs: false,
    });
    expect(read.requireOpenness?.level).toBe('weights-available');
    expect(
      read.licenses.allow.map((selector) =>
        selector.kind === 'category' ? selector.category : selector.key,
      ),
    ).toEqual(['apache-2.0', 'mit', 'permissive']);
    expect(read.licenses.unknown).toBe('warning');
    expect(read.origins.warn.map(({ value }) => value)).toEqual(['US']);
    expect(read.origins.deny.map(({ value }) => value)).toEqual(['alibaba']);
    expect([...read.rules]).toEqual([['model/unpinned-revision', 'off']]);
    expect(read.ignorePaths).toEqual(['third_party/**']);
    expect(read.exceptions).toMatchObject([
      {
        model: 'meta-llama/Llama-3.1-8B-Instruct',
        rules: ['license/denied'],
        reason: 'approved for the pilot',
        approvedBy: 'legal',
        expires: '2027-03-31',
      },
    ]);
    expect(read.models).toMatchObject([
      {
        id: 'acme/support-7b',
        license: 'proprietary',
        origin: 'JP',
        openness: 'api-only',
        base: 'Qwen/Qwen3-8B',
      },
    ]);
  });

  it('points at the words that decide', () => {
    const read = policy(WHOLE);
    const words = ({
      range: { start, end },
    }: {
      readonly range: { readonly start: number; readonly end: number };
    }): string => WHOLE.slice(start, end);
    expect(words(read.licenses.deny[0]!)).toBe('"category:non-commercial"');
    expect(words(read.licenses.warn[1]!)).toBe('gemma');
    expect(words(read.origins.deny[0]!)).toBe('alibaba');
    expect(words(read.requireOpenness!)).toBe('weights-available');
    expect(words(read.exceptions[0]!)).toBe('meta-llama/Llama-3.1-8B-Instruct');
    expect(words(read.models[0]!)).toBe('acme/support-7b');
  });

  it.each([
    ['the smallest one', 'version: 1\n'],
    ['JSON', '{"version": 1, "licenses": {"deny": ["gemma"]}}'],
    ['CRLF and a byte order mark', '\uFEFFversion: 1\r\nuse:\r\n  purpose: research\r\n'],
    ['keys whose lines are commented out', 'version: 1\nlicenses:\n  # deny: [gemma]\nexceptions:\nrules:\n'],
    ['a few aliases', 'version: 1\nlicenses:\n  warn: &restricted [gemma, llama3.1]\n  deny: *restricted\n'],
    ['a marker at the start and at the end', '---\nversion: 1\n...\n'],
    ['one base without brackets', 'version: 1\nextends: ../base.yaml\n'],
  ])('accepts %s', (_what, text) => {
    expect(readPolicy(text, 'p').problems).toEqual([]);
    expect(readPolicy(text, 'p').policy).toBeDefined();
  });

  it('takes NO for Norway and 50_000 for a number, as YAML 1.2 and people do', () => {
    const { use, origins } = policy(
      'use: { regions: [NO], monthlyActiveUsers: 50_000, annualRevenueUsd: "1_000" }\norigins: { deny: [no] }',
    );
    expect(use).toMatchObject({ regions: ['NO'], monthlyActiveUsers: 50_000, annualRevenueUsd: 1000 });
    expect(origins.deny[0]?.value).toBe('NO');
  });
});

describe('a malformed policy', () => {
  it('is tested in sixty ways and more', () => {
    expect(MALFORMED.length).toBeGreaterThanOrEqual(60);
    expect(new Set(MALFORMED.map(({ name }) => name)).size).toBe(MALFORMED.length);
  });

  it.each(MALFORMED)('$name', ({ text: marked, says }) => {
    const { text, start, end } = unmark(marked);
    const reading = readPolicy(text, '.model-policy.yaml');
    expect(reading.policy).toBeUndefined();
    const found = reading.problems.map(({ message, range, severity }) => ({
      severity,
      says: render(message, english),
      start: range.start,
      end: range.end,
    }));
    expect(found[0]?.says).toContain(says);
    expect(found[0]).toMatchObject({ severity: 'error', start, end });
  });

  it('names every problem, not only the first', () => {
    const { problems } = readPolicy('version: 1\nuse: { purpose: fun, regions: [XX] }\nlicences: {}\n', 'p');
    expect(problems).toHaveLength(3);
  });

  it('says what was probably meant', () => {
    expect(
      readPolicy('version: 1\nlicenses: { deny: ["category:copy-left"] }\n', 'p').problems[0],
    ).toMatchObject({ suggestion: 'category:copyleft' });
    expect(readPolicy('version: 1\nlicences: {}\n', 'p').problems[0]).toMatchObject({
      suggestion: 'licenses',
    });
  });
});

// What is tested is that an answer comes, not how fast this machine is just now.
describe('a hostile policy', () => {
  const bomb = (levels: number): string => {
    const lines = ['version: 1', 'a0: &a0 [x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level <= levels; level++)
      lines.push(
        `a${level}: &a${level} [${Array(9)
          .fill(`*a${level - 1}`)
          .join(', ')}]`,
      );
    return lines.join('\n');
  };

  it.each([
    ['five megabytes', `version: 1\n# ${'x'.repeat(5_000_000)}\n`, 'characters; it may have'],
    ['a bomb of aliases', bomb(9), 'aliases'],
    [
      'aliases that stay under the number but not under the size',
      `version: 1\na: &a [${Array(900).fill('x').join(', ')}]\nb: [${Array(30).fill('*a').join(', ')}]\n`,
      'values',
    ],
    ['brackets without an end', `version: 1\nuse: ${'['.repeat(50_000)}`, ''],
    ['deep maps', `version: 1\nuse: ${'{a: '.repeat(100)}1${'}'.repeat(100)}\n`, 'levels deep'],
    ['deep lists in blocks', `${'- '.repeat(100_000)}x`, ''],
    [
      'more keys than anyone writes',
      Array.from({ length: 22_000 }, (_, index) => `k${index}: 1`).join('\n'),
      'values',
    ],
    ['levels that end with the text', `${'"a": '.repeat(199)}"`, ''],
    ['an error on every line', 'a: "\\q"\n'.repeat(20_000), 'Not valid YAML'],
    ['anchors without an end', '&a '.repeat(80_000), 'Not valid YAML'],
    ['only blanks', ' '.repeat(240_000), 'empty'],
    ['NUL characters', '\0'.repeat(1000), ''],
    ['lone surrogates', 'version: 1\n"\uD800": 1\n', 'no key'],
  ])('is refused: %s', (_what, text, says) => {
    const { policy: read, problems } = readPolicy(text, 'p');
    expect(read).toBeUndefined();
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThanOrEqual(10);
    expect(render(problems[0]!.message)).toContain(says);
    for (const { range } of problems) {
      expect(range.start).toBeLessThanOrEqual(range.end);
      expect(range.end).toBeLessThanOrEqual(text.length);
    }
  });

  it('does not touch the prototype of anything', () => {
    readPolicy('version: 1\n__proto__: { polluted: true }\nmodels: { __proto__: { license: mit } }\n', 'p');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(({} as Record<string, unknown>)['license']).toBeUndefined();
  });
});

it.each([
  ['annualRevenueUsd: 3', 3],
  ['annualRevenue: { USD: 3 }', 3],
  ['annualRevenueUsd: 3, annualRevenue: { USD: 4, JPY: 900 }', 4],
  ['annualRevenueUsd: 5, annualRevenue: { USD: 4 }', 5],
  ['annualRevenue: { JPY: 900 }', null],
])('a revenue in dollars that is stated twice is the larger one: %s', (use, dollars) => {
  expect(policy(`use: { ${use} }`).use.annualRevenueUsd).toBe(dollars);
});

describe('checkPolicy', () => {
  const warnings = (text: string) =>
    checkPolicy(policy(text), TEST_CATALOG).map(({ severity, message, suggestion }) => [
      severity,
      render(message),
      suggestion,
    ]);

  it('warns of an exception whose end stands in its reason only', () => {
    const told = (more: string) => warnings(`exceptions: [{ model: gpt-4o, ${more} }]`);
    expect(told('reason: 試験のみ（2026-12-31まで）')).toEqual([
      ['warning', 'The reason names an end ("2026-12-31") that only `expires` sets', undefined],
    ]);
    expect(told('reason: "a pilot until 31 March"')).toHaveLength(1);
    expect(told('reason: a pilot until 2026-12-31, expires: 2026-12-31')).toEqual([]);
    expect(told('reason: approved on 2026-11-01')).toEqual([]);
  });

  it('takes a denial of what nobody knows for an error: it would deny nothing', () => {
    expect(warnings('licenses: { deny: [gema, Apache-2.0, house-rules] }')).toEqual([
      ['error', 'No license is called "gema"; did you mean "gemma"?', 'gemma'],
      ['error', 'No license is called "house-rules"', undefined],
    ]);
    const wide = '"、" is a full-width character, which YAML takes for a letter: write ","';
    expect(warnings('licenses: { deny: [llama2、gemma] }')).toEqual([['error', wide, undefined]]);
    expect(warnings('origins: { deny: [CHN] }')).toEqual([
      [
        'error',
        'No organization is called "CHN"; a country is written with the two letters of ISO 3166-1',
        undefined,
      ],
    ]);
    expect(warnings('origins: { deny: [alibabba, CN, eu, nobody-in-particular] }')).toEqual([
      ['error', 'No organization is called "alibabba"; did you mean "alibaba"?', 'alibaba'],
      ['error', 'No organization is called "nobody-in-particular"', undefined],
    ]);
  });

  it.each([
    [
      'licenses',
      'non-commercial',
      '"non-commercial" is a category of licenses: write "category:non-commercial"',
      'category:non-commercial',
    ],
    [
      'licenses',
      'non-comercial',
      'No license is called "non-comercial"; did you mean "category:non-commercial"?',
      'category:non-commercial',
    ],
    [
      'licenses',
      'open-weights',
      '"open-weights" is a level of openness: state it as `require.openness`',
      undefined,
    ],
    ['licenses', 'CN', '"CN" is a country: state it under `origins` or `hosting`', undefined],
    ['licenses', 'alibaba', '"alibaba" is an organization: state it under `origins`', undefined],
    ['licenses', 'bedrock', '"bedrock" is a host: state it under `hosting`', undefined],
    [
      'origins',
      'permissive',
      '"permissive" is a category of licenses: write "category:permissive" under `licenses`',
      undefined,
    ],
    ['origins', 'llama3.1', '"llama3.1" is a license: state it under `licenses`', undefined],
    ['origins', 'self', '"self" is a host: state it under `hosting`', undefined],
    ['hosting', 'apache-2.0', '"apache-2.0" is a license: state it under `licenses`', undefined],
    ['hosting', 'llm.example.com', undefined, undefined],
    ['hosting', 'bedrok', 'No host is called "bedrok"; did you mean "bedrock"?', 'bedrock'],
    ['hosting', 'nobody-knows-it', 'No host is called "nobody-knows-it"', undefined],
    [
      'hosting',
      'copyleft',
      '"copyleft" is a category of licenses: write "category:copyleft" under `licenses`',
      undefined,
    ],
  ])('says under %s where %s belongs', (list, word, text, suggestion) => {
    const problems = warnings(`${list}: { deny: [${JSON.stringify(word)}] }`);
    expect(problems).toEqual(text === undefined ? [] : [['error', text, suggestion]]);
  });

  it('warns of other licences, organizations and bases that nobody knows', () => {
    expect(warnings('licenses: { allow: [gema] }\norigins: { warn: [alibabba] }')).toEqual([
      ['warning', 'No license is called "gema"; did you mean "gemma"?', 'gemma'],
      ['warning', 'No organization is called "alibabba"; did you mean "alibaba"?', 'alibaba'],
    ]);
    expect(warnings('hosting: { processedIn: [JPN, ap-northeast-1, EU-central-1, claude] }')).toEqual([
      [
        'warning',
        'No host is called "JPN"; a country is written with the two letters of ISO 3166-1',
        undefined,
      ],
      ['warning', 'No host is called "ap-northeast-1"', undefined],
      [
        'warning',
        '"EU-central-1" is a region of a host, not a host: countries are listed here, so write DE',
        'DE',
      ],
      ['warning', 'No host is called "claude"; did you mean "claude-cloud"?', 'claude-cloud'],
    ]);
    expect(
      warnings('models:\n  a/b: { license: who-knows, base: c/d }\n  e/f: { base: a/b, license: mit }'),
    ).toEqual([
      ['warning', 'No license is called "who-knows": that of a/b counts as unknown', undefined],
      ['warning', 'Nothing is known of c/d, the base of a/b', undefined],
    ]);
  });

  it('finds nothing in a policy of known names', () => {
    expect(warnings(WHOLE)).toEqual([]);
  });
});

describe('a policy that says nothing', () => {
  it.each(['', '# a comment\n', 'null\n', '~\n', '---\n', '--- null\n'])('is an error: %j', (text) => {
    const { policy, problems } = readPolicy(text, 'p.yaml');
    expect(policy).toBeUndefined();
    expect(problems.map(({ message }) => render(message))).toEqual([
      'The policy is empty; it starts with "version: 1"',
    ]);
  });

  it.each(['{}', 'deny', '[]', 'version', 'versoin: 1\n'])('or only something else is one too: %j', (text) =>
    expect(readPolicy(text, 'p.yaml').policy).toBeUndefined(),
  );
});

describe('an exception with an empty list of rules', () => {
  it.each(['[]', '', '# model/retired'])('is an error, for it would silence all of them: %j', (rules) => {
    const text = `version: 1\nexceptions:\n  - model: "**"\n    reason: x\n    rules: ${rules}\n`;
    const { policy, problems } = readPolicy(text, 'p.yaml');
    expect(policy).toBeUndefined();
    expect(problems.map(({ message }) => render(message))).toEqual([
      'No rule is named, so nothing is silenced: name rules, or leave the key out for all of them',
    ]);
  });
});
