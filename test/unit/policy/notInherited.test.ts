import { describe, expect, it } from 'vitest';
import { english, render } from '../../../src/core/message';
import { loadPolicy } from '../../../src/core/policy/loadPolicy';
import { notInherited } from '../../../src/core/policy/notInherited';
import { readPolicy } from '../../../src/core/policy/readPolicy';
import { TEST_CATALOG } from '../../support/catalog';

function found(outer: string, inner: string) {
  const read = (text: string) => readPolicy(`version: 1\n${text}`, 'p.yaml').policy!;
  return notInherited(
    read(inner),
    `version: 1\n${inner}`,
    { path: '../p.yaml', policy: read(outer) },
    TEST_CATALOG,
  );
}

describe('a policy in place of an outer one', () => {
  it.each([
    [
      'licenses: { deny: [gemma, category:responsible-ai] }',
      'licenses: { deny: [gemma] }',
      'licenses.deny category:responsible-ai',
    ],
    ['licenses: { allow: [mit] }', '', 'licenses.allow'],
    ['models: { deny: ["x/*", a/b] }', 'models: { deny: [a/b] }', 'models.deny x/*'],
    ['licenses: { unknown: error }', 'licenses: { unknown: warning }', 'licenses.unknown error'],
    [
      'origins: { deny: [CN, RU] }\nhosting: { deny: [CN], allow: [self] }',
      'origins: { deny: [RU] }',
      'origins.deny CN, hosting.deny CN, hosting.allow',
    ],
    ['hosting: { processedIn: [EU] }', '', 'hosting.processedIn'],
    ['hosting: { processedIn: [EU] }', 'hosting: { processedIn: [EU, US] }', 'hosting.processedIn'],
    ['require: { openness: open-weights }', '', 'require.openness open-weights'],
    [
      'require: { openness: open-weights }',
      'require: { openness: weights-available }',
      'require.openness open-weights',
    ],
    ['licenses: { deny: [acme-house] }', '', 'licenses.deny acme-house'],
    [
      'licenses: { deny: [acme-house, acme-shed] }',
      'licenses: { deny: [acme-shed] }',
      'licenses.deny acme-house',
    ],
    ['licenses: { deny: [gemma] }', 'licenses: { allow: [gemma, mit] }', 'licenses.deny gemma'],
    ['licenses: { allow: [mit] }', 'licenses: { allow: [mit, gemma] }', 'licenses.allow'],
    ['models: { allow: ["mistralai/*"] }', 'models: { allow: ["*"] }', 'models.allow'],
    ['origins: { deny: [CN] }', 'origins: { allow: [alibaba] }', 'origins.deny CN'],
    ['origins: { deny: [EU] }', 'origins: { deny: [DE] }', 'origins.deny EU'],
    ['origins: { allow: [EU] }', 'origins: { allow: [EU, US] }', 'origins.allow'],
    ['origins: { allow: [EU] }', '', 'origins.allow'],
    ['origins: { allow: [mistral-ai] }', 'origins: { allow: [alibaba] }', 'origins.allow'],
    [
      'licenses: { deny: [gemma] }',
      'licenses: { deny: [gemma] }\nrules: { license/denied: "off", model/denied: "off" }',
      'rules license/denied error',
    ],
    [
      'models: { deny: [a/b] }',
      'models: { deny: [a/b] }\nexceptions: [{ model: "**", reason: x }]',
      'exceptions **',
    ],
    [
      'models: { deny: [a/a, a/b, a/c, a/d, a/e, a/f, a/g] }',
      '',
      'models.deny a/a, models.deny a/b, models.deny a/c, models.deny a/d, models.deny a/e, and 2 more',
    ],
  ])('says what it leaves out of %s', (outer, inner, lost) => {
    expect(
      found(outer, inner).map(({ message: text, ...finding }) => [render(text, english), finding]),
    ).toEqual([
      [
        `This policy replaces ../p.yaml in its folder and leaves out: ${lost}`,
        { rule: 'policy/not-inherited', severity: 'information', range: { start: 0, end: 10 }, model: null },
      ],
    ]);
  });

  it.each([
    ['licenses: { deny: [gemma] }', 'licenses: { deny: [mit, gemma] }'],
    ['licenses: { deny: [gemma] }', 'licenses: { allow: [mit] }'],
    ['licenses: { deny: [gemma] }', 'licenses: { deny: [category:responsible-ai] }'],
    ['licenses: { allow: [mit, category:permissive] }', 'licenses: { allow: [mit] }'],
    ['models: { deny: [a/b, "A/b-*"], allow: ["m/*", "n/*"] }', 'models: { deny: ["a/*"], allow: ["m/x"] }'],
    ['origins: { deny: [CN, DE] }', 'origins: { allow: [US] }'],
    ['origins: { deny: [DE], allow: [US, FR] }', 'origins: { deny: [EU], allow: [US] }'],
    ['hosting: { allow: [openai, US] }', 'hosting: { allow: [openai] }'],
    ['hosting: { processedIn: [EU] }', 'hosting: { processedIn: [DE] }'],
    ['require: { openness: open-weights }', 'require: { openness: open-source }'],
    ['licenses: { warn: [gemma], unknown: warning }\norigins: { warn: [CN] }', ''],
    ['licenses: { deny: [gemma] }\nrules: { policy/not-inherited: "off" }', ''],
  ])('says nothing where all of %s is kept, or nothing is asked', (outer, inner) => {
    expect(found(outer, inner)).toEqual([]);
  });

  it('is as grave as the outer policy says, whatever it says itself', () => {
    const findings = found(
      'licenses: { deny: [gemma] }\nrules: { policy/not-inherited: error }',
      'rules: { policy/not-inherited: "off" }',
    );
    expect(findings.map(({ severity }) => severity)).toEqual(['error']);
  });

  describe('below locks', () => {
    const BASE = 'version: 1\nmodels: { deny: [a/b] }\nlocked: [model/denied]\n';
    const AGAIN = 'models: { deny: [a/b] }\n';
    const FILES: Readonly<Record<string, string>> = {
      'base.yaml': BASE,
      'other.yaml': 'version: 1\nlocked: [origin/denied]\n',
      '.model-policy.yaml': 'version: 1\nextends: base.yaml\n',
      'sub/own.yaml': `${BASE}exceptions: [{ model: a/b, reason: pilot }]\n`,
    };

    async function load(path: string, text: string) {
      const { policy, problems } = await loadPolicy(path, `version: 1\n${text}`, (file) =>
        Promise.resolve(FILES[file] === undefined ? { failure: 'missing' } : { text: FILES[file] }),
      );
      expect(problems.map(({ message: problem }) => render(problem, english))).toEqual([]);
      return policy!;
    }

    async function leftOut(outer: string, inner: string, path = 'sub/.model-policy.yaml') {
      return notInherited(
        await load(path, inner),
        `version: 1\n${inner}`,
        { path: '.model-policy.yaml', policy: await load('.model-policy.yaml', outer) },
        TEST_CATALOG,
      ).map(({ severity, message: text }) => `${severity} ${render(text, english)}`);
    }

    it('lets places of processing be that are added without effect, and told where they stand', async () => {
      const base = 'version: 1\nhosting: { processedIn: [EU] }\nlocked: [hosting/denied]\n';
      const text = 'version: 1\nextends: base.yaml\nhosting: { processedIn: [EU, US] }\n';
      const read = () => Promise.resolve({ text: base });
      const { policy: inner } = await loadPolicy('.model-policy.yaml', text, read);
      const { policy: outer } = await loadPolicy('base.yaml', base, read);
      expect(notInherited(inner!, text, { path: 'base.yaml', policy: outer! }, TEST_CATALOG)).toEqual([]);
    });

    const LOST =
      'error This policy replaces .model-policy.yaml in its folder and leaves out: locked model/denied';

    it.each([
      ['repeats what they hold', AGAIN],
      ['locks the same again for others', `${AGAIN}locked: [model/denied]\n`],
      ['builds on a file of its own that says the same again', 'extends: own.yaml\n'],
      ['builds on a base of other locks', `extends: ../other.yaml\n${AGAIN}`],
    ])('tells a policy that %s, and does not build on them', async (_what, inner) => {
      expect(await leftOut('extends: base.yaml\n', inner)).toEqual([LOST]);
      expect(await leftOut(`${AGAIN}locked: [model/denied]\n`, inner)).toEqual([LOST]);
    });

    it.each([
      ['the policy above', '../.model-policy.yaml'],
      ['the base itself', '../base.yaml'],
      ['the base beside others', '[../other.yaml, ../base.yaml]'],
    ])('lets one be that builds on %s', async (_what, base) => {
      expect(await leftOut('extends: base.yaml\n', `extends: ${base}\n`)).toEqual([]);
    });

    it('asks for each lock of several files', async () => {
      expect(await leftOut('extends: [base.yaml, other.yaml]\n', 'extends: ../base.yaml\n')).toEqual([
        LOST.replace('model/denied', 'origin/denied'),
      ]);
    });
  });
});
