import { describe, expect, it } from 'vitest';
import { contentSkip } from '../../../src/core/audit/contentRules';
import { toRenovate, type Replacement } from '../../../src/core/report/renovate';

interface Preset {
  readonly customManagers: readonly {
    readonly managerFilePatterns: readonly string[];
    readonly matchStrings: readonly string[];
  }[];
  readonly packageRules: readonly {
    readonly matchDepNames: readonly string[];
    readonly matchFileNames: readonly string[];
    readonly replacementName: string;
    readonly prBodyNotes: readonly string[];
    readonly dependencyDashboardApproval?: boolean;
  }[];
}

function replacement(was: string, now: string, more: Partial<Replacement> = {}): Replacement {
  return { path: 'a.py', was, now, before: '"', after: '"', reason: 'It ended.', choice: false, ...more };
}

const presetOf = (...replacements: Replacement[]): Preset => JSON.parse(toRenovate(replacements)) as Preset;

const fits = (pattern = '', text: string): boolean => new RegExp(pattern.slice(1, -1)).test(text);

/** A file after Renovate's replacements: each name that a manager finds and a rule replaces, found again afterwards. */
function replaced({ customManagers, packageRules }: Preset, path: string, text: string): string {
  let content = text;
  for (const manager of customManagers.filter(({ managerFilePatterns: [first] }) => fits(first, path))) {
    for (const [index, found] of [
      ...content.matchAll(new RegExp(manager.matchStrings[0] ?? '', 'g')),
    ].entries()) {
      const name = found.groups?.['depName'] ?? '';
      const rule = packageRules.find(
        ({ matchDepNames, matchFileNames }) => fits(matchDepNames[0], name) && fits(matchFileNames[0], path),
      );
      if (rule === undefined) continue;
      content = content.replace(found[0], found[0].replace(name, rule.replacementName));
      const again = [...content.matchAll(new RegExp(manager.matchStrings[0] ?? '', 'g'))][index];
      expect(again?.groups?.['depName']).toBe(rule.replacementName);
    }
  }
  return content;
}

describe('a preset for Renovate', () => {
  it.each<readonly [string, Replacement, string, string]>([
    ['a quoted name', replacement('gpt-4', 'gpt-5'), 'm = "gpt-4"', 'm = "gpt-5"'],
    ['every place', replacement('gpt-4', 'gpt-5'), '"gpt-4"\n"gpt-4"', '"gpt-5"\n"gpt-5"'],
    ['no longer name', replacement('gpt-4', 'gpt-5'), '"gpt-4-turbo" "x/gpt-4"', '"gpt-4-turbo" "x/gpt-4"'],
    ['no other spelling of a point', replacement('v1.5', 'v2'), '"v1x5"', '"v1x5"'],
    ['a name at the ends', replacement('a:1', 'a:2', { before: '', after: '' }), 'a:1', 'a:2'],
    ['a name in another, where it stands so', replacement('b', 'c', { before: '/' }), 'a/b"', 'a/c"'],
  ])('replaces %s', (_, one, before, after) => {
    expect(replaced(presetOf(one), 'a.py', before)).toBe(after);
  });

  it('looks only into the files that have the name', () => {
    const preset = presetOf(replacement('gpt-4', 'gpt-5', { path: 'src/a.b' }));
    expect(preset.customManagers[0]?.managerFilePatterns).toEqual([String.raw`/^src\/a\.b$/`]);
    expect(preset.packageRules[0]?.matchFileNames).toEqual([String.raw`/^src\/a\.b$/`]);
  });

  it('has one manager and one rule for a name in several files, with each reason once', () => {
    const { customManagers, packageRules } = presetOf(
      replacement('x', 'y', { path: 'b.py' }),
      replacement('x', 'y', { path: 'a.py', after: '-' }),
      replacement('x', 'z', { path: 'c.py', reason: 'It is denied.', choice: true }),
    );
    expect(customManagers.map(({ managerFilePatterns }) => managerFilePatterns)).toEqual([
      [String.raw`/^a\.py$/`, String.raw`/^b\.py$/`],
      [String.raw`/^c\.py$/`],
    ]);
    expect(
      packageRules.map((rule) => [rule.replacementName, rule.prBodyNotes, rule.dependencyDashboardApproval]),
    ).toEqual([
      ['y', ['It ended.'], undefined],
      ['z', ['It is denied.'], true],
    ]);
  });

  it('leaves to people what is no name on one line', () => {
    const left = [replacement('', 'x'), replacement('x', 'x'), replacement('a\nb', 'x')];
    expect(presetOf(...left)).toMatchObject({ customManagers: [], packageRules: [] });
  });

  it('is not searched for models itself', () => {
    expect(contentSkip('renovate-models.json', toRenovate([replacement('gpt-4', 'gpt-5')]))).toBe(
      'own-output',
    );
  });
});
