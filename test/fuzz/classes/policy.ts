import fc from 'fast-check';
import { parse } from 'yaml';
import { PolicyText } from '../../../src/core/fixes/policyEdit';
import { applyEdits } from '../../../src/core/fixes/policyFile';
import { yamlText } from '../../../src/core/fixes/yamlText';
import { english } from '../../../src/core/message';
import { readInlineIgnores, ignores } from '../../../src/core/policy/inlineIgnores';
import { policyCompletion } from '../../../src/core/policy/language/policyCompletion';
import { policyHover } from '../../../src/core/policy/language/policyHover';
import type { Policy } from '../../../src/core/policy/policy';
import { readPolicy } from '../../../src/core/policy/readPolicy';
import { TEST_CATALOG } from '../../support/catalog';
import { isWellFormed, mutated, repeated, soup, valueOf } from '../arbitraries';
import { fuzzClass, must, mustEqual } from '../fuzzClass';

const KEYS = [
  'version',
  'use',
  'purpose',
  'distribution',
  'regions',
  'monthlyActiveUsers',
  'annualRevenueUsd',
  'trainsOnOutputs',
  'require',
  'openness',
  'licenses',
  'allow',
  'warn',
  'deny',
  'unknown',
  'origins',
  'rules',
  'exceptions',
  'model',
  'reason',
  'approvedBy',
  'expires',
  'models',
  'license',
  'origin',
  'base',
  'extends',
  'audit',
];
const GOOD = [
  'version: 1\nlicenses:\n  deny: ["category:non-commercial"]\n',
  '# ours\nversion: 1\nuse:\n  purpose: commercial\n  regions: [JP, EU]\n  monthlyActiveUsers: 50_000\nlicenses:\n  allow: ["category:permissive"]\n  deny: [llama3.1]\n  unknown: warning\n',
  'version: 1\norigins:\n  warn: [CN] # ask\nrules:\n  model/renamed: off\nexceptions:\n  - model: a/b\n    rules: [license/denied]\n    reason: pilot\n    expires: 2035-03-31\n',
  'version: 1\nmodels:\n  acme/one:\n    license: mit\n    base: a/b\n',
  '{version: 1, licenses: {deny: [llama3.1]}}\n',
];
const WORDS = KEYS.map((key) => `\n${key}: `).concat(
  KEYS.map((key) => `  ${key}: `),
  ['version: 1\n', '["category:permissive"]', '[llama3.1]', '- a/b\n', 'error', 'off'],
);

/** A reading either is a policy without a mistake, or says what is wrong, at places within the text. */
function checkReading(text: string): void {
  const { policy, problems } = readPolicy(text, '.model-policy.yaml');
  const errors = problems.filter(({ severity }) => severity === 'error');
  must(
    (policy === undefined) === problems.length > 0 || errors.length === 0,
    'what has an error is no policy, and what has none is one',
  );
  must(policy !== undefined || problems.length > 0, 'what is no policy says why');
  for (const { range } of problems)
    must(
      range.start >= 0 && range.start <= range.end && range.end <= text.length,
      () => `${JSON.stringify(range)} is within the text`,
    );
  mustEqual(readPolicy(text, '.model-policy.yaml'), { policy, problems }, 'read again it is the same');
}

/** What a policy says, without where it says it. */
function said(policy: Policy | undefined): unknown {
  return JSON.parse(
    JSON.stringify(policy ?? null, (key, value: unknown) =>
      key === 'range' || key === 'useRange' ? undefined : value,
    ),
  );
}

const selectors = fc.array(
  fc.constantFrom(
    'mit',
    'llama3.1',
    'gemma',
    'category:permissive',
    'category:non-commercial',
    'category:copyleft',
    'apache-2.0',
  ),
  { maxLength: 3 },
);
const glob = fc.constantFrom('a/b', 'gpt-4o', '**', '*claude*', 'x: y', '#', 'no', '- a', 'é😀');
const reason = fc.oneof(
  fc.constantFrom('pilot', 'a: b', '# none', 'yes', '"q"', '2027-01-01', "it's"),
  fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text.trim() !== ''),
);

/** A policy as a value: only what the shape allows. */
const policyValue = fc.record(
  {
    version: fc.constant(1),
    use: fc.record(
      {
        purpose: fc.constantFrom('commercial', 'research'),
        monthlyActiveUsers: fc.nat(10_000),
        trainsOnOutputs: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
    licenses: fc.record(
      {
        allow: selectors,
        warn: selectors,
        deny: selectors,
        unknown: fc.constantFrom('error', 'warning', 'information', 'off'),
      },
      { requiredKeys: [] },
    ),
    exceptions: fc.array(
      fc.record(
        { model: glob, reason, approvedBy: fc.constantFrom('legal', 'ops team') },
        { requiredKeys: ['model', 'reason'] },
      ),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: ['version'] },
);

/** The same value in YAML: with keys in another order, in blocks or brackets, with comments, with line ends of Windows. */
function written(value: unknown, style: number, indent = ''): string {
  if (style % 3 === 0 && indent === '') return JSON.stringify(value, null, style % 2 === 0 ? 2 : 0);
  const note = style % 5 === 0 ? ' # note' : '';
  if (Array.isArray(value)) {
    if (value.length === 0) return ` []${note}\n`;
    if (value.every((item) => typeof item === 'string'))
      return style % 2 === 0
        ? ` [${value.map((item) => JSON.stringify(item)).join(', ')}]${note}\n`
        : `\n${value.map((item) => `${indent}- ${JSON.stringify(item)}${note}\n`).join('')}`;
    return `\n${value.map((item) => `${indent}-${written(item, style, `${indent}  `).replace(/^\n\s*/, ' ')}`).join('')}`;
  }
  if (typeof value !== 'object' || value === null) return ` ${JSON.stringify(value)}${note}\n`;
  const entries = Object.entries(value);
  if (entries.length === 0) return ` {}\n`;
  const ordered = style % 2 === 0 ? entries : [...entries].reverse();
  const lines = ordered
    .map(([key, item]) => `${indent}${key}:${written(item, style, `${indent}  `)}`)
    .join('');
  return indent === '' ? lines : `\n${lines}`;
}

const LANGUAGE = { catalog: TEST_CATALOG, translate: english, countryName: (code: string) => code };

interface Edited {
  readonly value: Record<string, unknown>;
  readonly style: number;
  readonly list: 'allow' | 'warn' | 'deny';
  readonly item: string;
}

export const POLICY = [
  fuzzClass<string>({ name: 'policy: words and marks', share: 6, values: soup(WORDS), check: checkReading }),
  fuzzClass<string>({ name: 'policy: one piece repeated', share: 2, values: repeated, check: checkReading }),
  fuzzClass<string>({
    name: 'policy: changed policies',
    share: 6,
    values: mutated(GOOD),
    check: checkReading,
  }),
  fuzzClass<unknown>({
    name: 'policy: any value',
    share: 3,
    values: valueOf(KEYS),
    check: (value) => checkReading(JSON.stringify(value)),
  }),
  fuzzClass<{ value: Record<string, unknown>; styles: readonly [number, number] }>({
    name: 'policy: the same in another form',
    share: 4,
    values: fc.record({
      value: policyValue as fc.Arbitrary<Record<string, unknown>>,
      styles: fc.tuple(fc.nat(29), fc.nat(29)),
    }),
    check({ value, styles: [one, other] }) {
      const read = (style: number): unknown =>
        said(readPolicy(written(value, style).replace(/\n/g, style > 20 ? '\r\n' : '\n'), 'p').policy);
      must(
        read(one) !== null,
        () =>
          `is a policy: ${JSON.stringify(readPolicy(written(value, one), 'p').problems[0]?.message)}\n${written(value, one)}`,
      );
      mustEqual(read(other), read(one), 'another way to write it means the same');
    },
  }),
  fuzzClass<Edited>({
    name: 'policy edit: adding to a list',
    share: 4,
    values: fc.record({
      value: policyValue as fc.Arbitrary<Record<string, unknown>>,
      style: fc.nat(29),
      list: fc.constantFrom('allow' as const, 'warn' as const, 'deny' as const),
      item: fc.constantFrom('llama3.2', 'category:copyleft', 'cc-by-nc-4.0'),
    }),
    check({ value, style, list, item }) {
      const text = written(value, style);
      const edit = new PolicyText(text).add(['licenses', list], item);
      if (edit === undefined) return;
      const after = applyEdits(text, [edit]);
      const before = (value['licenses'] ?? {}) as Record<string, readonly string[]>;
      mustEqual(
        parse(after),
        { ...value, licenses: { ...before, [list]: [...(before[list] ?? []), item] } },
        `after ${JSON.stringify(after)}`.slice(0, 900),
      );
      const back = new PolicyText(after).remove(['licenses', list], item);
      must(back !== undefined || (before[list] ?? []).includes(item), 'what was added can be taken out');
    },
  }),
  fuzzClass<{ value: Record<string, unknown>; style: number; fields: readonly [string, string] }>({
    name: 'policy edit: adding an exception',
    share: 3,
    values: fc.record({
      value: policyValue as fc.Arbitrary<Record<string, unknown>>,
      style: fc.nat(29),
      fields: fc.tuple(glob, reason),
    }),
    check({ value, style, fields: [model, why] }) {
      const text = written(value, style);
      const edit = new PolicyText(text).add(
        ['exceptions'],
        [
          ['model', model],
          ['rules', ['license/denied']],
          ['reason', why],
        ],
      );
      if (edit === undefined) return;
      const before = (value['exceptions'] ?? []) as readonly unknown[];
      mustEqual(
        parse(applyEdits(text, [edit])),
        { ...value, exceptions: [...before, { model, rules: ['license/denied'], reason: why }] },
        `after ${JSON.stringify(applyEdits(text, [edit]))}`.slice(0, 900),
      );
    },
  }),
  fuzzClass<{ text: string; at: number }>({
    name: 'policy: completion and hover anywhere',
    share: 2,
    values: fc.record({ text: fc.oneof(mutated(GOOD), soup(WORDS)), at: fc.nat(1000) }),
    check({ text, at }) {
      const offset = Math.floor((text.length * at) / 1000);
      const hover = policyHover(text, offset, LANGUAGE);
      must(hover === undefined || hover.range.end <= text.length, 'a hover is within the text');
      for (const { range } of policyCompletion(text, offset, LANGUAGE))
        must(range.start <= range.end && range.end <= text.length, 'a completion is within the text');
    },
  }),
  fuzzClass<string>({
    name: 'yaml: a text is written so that it reads the same',
    share: 3,
    values: fc.oneof(soup([], 4), fc.string()),
    check(text) {
      // A lone half of a pair is no text that a file could hold.
      if (!isWellFormed(text)) return;
      mustEqual(parse(`a: ${yamlText(text)}`), { a: text }, 'as a value');
      mustEqual(parse(`[${yamlText(text)}]`), [text], 'in brackets');
    },
  }),
  fuzzClass<{ before: string; mark: string; reason: string; after: string }>({
    name: 'ignore comments',
    share: 4,
    values: fc.record({
      before: soup([], 6),
      mark: fc.constantFrom('# ', '// ', '/* ', '<!-- ', '-- ', ''),
      reason: soup([], 3),
      after: soup([], 4),
    }),
    check({ before, mark, reason: why, after }) {
      const text = `${before}\n${mark}model-license-lens: ignore[license/denied] ${why}\n${after}`;
      for (const found of readInlineIgnores(text, 'a.py', '2026-11-24').all) {
        must(
          found.range.end <= text.length && found.range.start < found.range.end,
          'the comment is within the text',
        );
        must(
          found.reason !== '' || !ignores(found, found.lines[0] ?? 1, 'license/denied'),
          'without a reason nothing is silenced',
        );
      }
    },
  }),
];
