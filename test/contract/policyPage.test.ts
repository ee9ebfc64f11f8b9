import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { readPolicy } from '../../src/core/policy/readPolicy';
import { RULES } from '../../src/core/policy/rules';
import { policyPageUrl } from '../../src/core/report/rulePages';
import { POLICY_FACTS } from '../support/policyFacts';
import { policyKeys, policyPage } from '../support/policyPage';
import { ROOT } from './cli';

const KEYS = policyKeys();
const PATHS = new Set(KEYS.map(({ path }) => path));
const TOP = KEYS.filter(({ path }) => !/[.[]/.test(path));
const below = (top: string): readonly string[] =>
  [...PATHS].filter((path) => path.startsWith(`${top}.`) || path.startsWith(`${top}[]`));

/** The ways to all keys of a text; a key that the file chooses is `ID`. */
function pathsIn(node: unknown, above = ''): string[] {
  if (isSeq(node)) return node.items.flatMap((item) => pathsIn(item, `${above}[]`));
  if (!isMap(node)) return [];
  return node.items.flatMap(({ key, value }) => {
    const name = isScalar(key) ? String(key.value) : '';
    const way = above === '' ? name : `${above}.${name}`;
    const path = PATHS.has(way) ? way : `${above}.ID`;
    return [path, ...pathsIn(value, path)];
  });
}

describe('the page about the policy', () => {
  // `npm run rules` writes it.
  it('is the one that follows from what the reader checks', async () => {
    await expect(policyPage()).toMatchFileSnapshot(join(ROOT, 'docs', 'policy.md'));
    expect(policyPageUrl().endsWith('/docs/policy.md')).toBe(true);
  });

  it('says of a key only what there is', () => {
    expect(Object.keys(POLICY_FACTS).filter((path) => !PATHS.has(path))).toEqual([]);
    const codes = new Set(RULES.map(({ code }) => code));
    const named = Object.values(POLICY_FACTS).flatMap(({ rules }) => rules ?? []);
    expect(named.filter((code) => !codes.has(code))).toEqual([]);
  });

  it('says a default of every key that may be left out and has no keys of its own', () => {
    const silent = KEYS.filter(
      ({ path, field }) =>
        field.required !== true && below(path).length === 0 && POLICY_FACTS[path]?.byDefault === undefined,
    );
    const told = silent.filter(({ path }) => !path.startsWith('inventory.'));
    expect(told.map(({ path }) => path)).toEqual([]);
  });

  it.each(TOP)('has an example of $path with every key below it, which is a policy', ({ path }) => {
    const example = POLICY_FACTS[path]?.example ?? '';
    const text = path === 'version' ? example : `version: 1\n${example}`;
    expect(readPolicy(text, '.model-policy.yaml').problems).toEqual([]);
    const shown = new Set(pathsIn(parseDocument(example).contents));
    expect(below(path).filter((key) => !shown.has(key))).toEqual([]);
  });

  it.each(RULES)('names $code at the keys that it says it asks about', ({ code, checks }) => {
    const words = [...checks.template.matchAll(/`(?<key>[a-z][\w.]*)/gu)].map(
      ({ groups }) => groups?.key ?? '',
    );
    const asked = words.filter((word) => PATHS.has(word) && below(word).length === 0);
    const silent = asked.filter((path) => POLICY_FACTS[path]?.rules?.includes(code) !== true);
    expect(silent).toEqual([]);
  });
});
