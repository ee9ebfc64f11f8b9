import { GENERATOR } from '../audit/contentRules';
import { message } from '../message';
import { escapeRegExp } from '../text/escapeRegExp';
import { ENGLISH, headed, say } from './language';

/** A name that is to be replaced at one place. */
export interface Replacement {
  readonly path: string;
  readonly was: string;
  readonly now: string;
  /** The characters on both sides; empty at the ends of the file. */
  readonly before: string;
  readonly after: string;
  /** Why, as a sentence. */
  readonly reason: string;
  /** Whether another model would do as well, so that a person has to choose. */
  readonly choice: boolean;
}

const SCHEMA = 'https://docs.renovatebot.com/renovate-schema.json';
/** What names of models are written with: where one of these stands on both sides of a place, the name is only part of another. */
const NAME_CHARACTERS = String.raw`\w./:@-`;
/**
 * Renovate wants a version of everything. One that the versioning does not know is not looked up anywhere, and the replacement of the
 * name is proposed all the same (Renovate, `lookupUpdates`).
 */
const NO_VERSION = { currentValueTemplate: 'model', versioningTemplate: 'semver' };
const DATASOURCE = 'custom.ai-models';

/**
 * A preset for Renovate that replaces names of models: a custom manager for each name that finds it in the files that have it, and a
 * rule with its replacement. A replacement that people have to choose waits for their approval on Renovate's dashboard.
 * @param language of its descriptions
 * @returns JSON with a line break at its end
 */
export function toRenovate(replacements: readonly Replacement[], language = ENGLISH): string {
  const groups = new Map<string, Replacement[]>();
  for (const one of replacements.filter(isName)) {
    const key = JSON.stringify([one.was, one.now]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const each = [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
  const preset = {
    $schema: SCHEMA,
    description: headed(
      GENERATOR,
      say(
        message('replaces names of AI models that ended, were renamed or are denied by the policy'),
        language,
      ),
      language,
    ),
    customManagers: each.map(managerOf),
    packageRules: each.map(ruleOf),
  };
  return `${JSON.stringify(preset, null, 2)}\n`;
}

/** What no regular expression can find as a name, such as a text over several lines, is left to people. */
function isName({ was, now }: Replacement): boolean {
  return was !== '' && was !== now && !/[\r\n]/.test(was + now);
}

/** Finds the new name too: Renovate reads a file again after a change, and takes it back where the new name is not found. */
function managerOf(group: readonly Replacement[]): object {
  const [{ was = '', now = '' } = {}] = group;
  const left = edge(group.map(({ before }) => before));
  const right = edge(group.map(({ after }) => after));
  return {
    customType: 'regex',
    description: `${was} → ${now}`,
    managerFilePatterns: filePatterns(group),
    matchStrings: [`(?:^|${left})(?<depName>${escapeRegExp(was)}|${escapeRegExp(now)})(?:${right}|$)`],
    datasourceTemplate: DATASOURCE,
    ...NO_VERSION,
  };
}

function ruleOf(group: readonly Replacement[]): object {
  const [{ was = '', now = '' } = {}] = group;
  return {
    matchManagers: ['custom.regex'],
    matchDatasources: [DATASOURCE],
    matchDepNames: [`/^${pattern(was)}$/`],
    matchFileNames: filePatterns(group),
    replacementName: now,
    prBodyNotes: [...new Set(group.map(({ reason }) => reason))],
    ...(group.some(({ choice }) => choice) && { dependencyDashboardApproval: true }),
  };
}

/** What may stand beside a name: no character of names, but for those that do stand there. RE2, which Renovate uses, cannot look around. */
function edge(beside: readonly string[]): string {
  const inName = new RegExp(`[${NAME_CHARACTERS}]`);
  const kept = [...new Set(beside)].filter((character) => inName.test(character)).sort();
  return [`[^${NAME_CHARACTERS}]`, ...kept.map(escapeRegExp)].join('|');
}

function filePatterns(group: readonly Replacement[]): readonly string[] {
  return [...new Set(group.map(({ path }) => path))].sort().map((path) => `/^${pattern(path)}$/`);
}

/** As part of a pattern between slashes. */
function pattern(text: string): string {
  return escapeRegExp(text).replaceAll('/', String.raw`\/`);
}
