import { describe, expect, it } from 'vitest';
import { createLookup } from '../../../src/core/lookup/lookup';
import { render } from '../../../src/core/message';
import { evaluate } from '../../../src/core/policy/evaluate';
import { loadPolicy } from '../../../src/core/policy/loadPolicy';
import { useProblems } from '../../../src/core/policy/locks';
import { notInherited } from '../../../src/core/policy/notInherited';
import type { Policy } from '../../../src/core/policy/policy';
import { TEST_CATALOG } from '../../support/catalog';
import { contextOf, detection, reference } from './support';

const PACKAGE = 'node_modules/@acme/model-policy/.model-policy.yaml';
const ORGANIZATION = `version: 1
locked: [license/denied, origin/warned]
licenses: { deny: ["category:community-restricted"] }
origins: { warn: [CN] }
exceptions: [{ model: google/gemma-2-9b-it, rules: [license/denied], reason: bought }]
`;
const LLAMA = 'meta-llama/Llama-3.1-8B-Instruct';
const HEAD = 'version: 1\nextends: npm:@acme/model-policy\n';

async function load(own: string, organization = ORGANIZATION, files: Readonly<Record<string, string>> = {}) {
  const all: Readonly<Record<string, string>> = { [PACKAGE]: organization, ...files };
  const { policy, problems } = await loadPolicy('.model-policy.yaml', `${HEAD}${own}`, (path) =>
    Promise.resolve(all[path] === undefined ? { failure: 'missing' } : { text: all[path] }),
  );
  return {
    policy,
    problems: problems.map(
      ({ message, range }) =>
        `${`${HEAD}${own}`.slice(0, range.start).split('\n').length}: ${render(message)}`,
    ),
  };
}

async function usable(own: string): Promise<Policy> {
  const { policy, problems } = await load(own);
  expect(problems).toEqual([]);
  if (policy === undefined) throw new Error('no policy');
  return policy;
}

async function rulesFor(id: string, own: string, text = ''): Promise<readonly string[]> {
  const policy = await usable(own);
  const context = { ...contextOf(undefined), policy, lookup: createLookup(TEST_CATALOG, policy.models) };
  return evaluate(text, detection([reference(id, {}, text.length)]), context).findings.map(
    ({ rule, severity }) => `${severity} ${rule}`,
  );
}

describe('places of processing that an organization locks', () => {
  const EUROPE = 'version: 1\nlocked: [hosting/denied, hosting/warned]\nhosting: { processedIn: [EU] }\n';
  const problemsOf = async (places: string, organization = EUROPE) =>
    (await load(`hosting: { processedIn: [${places}] }\n`, organization)).problems;

  it('are told to hold at each place that a project adds to them', async () => {
    expect(await problemsOf('EU, US')).toEqual([
      '3: US has no effect under `hosting.processedIn`: hosting/denied, which is locked by ' +
        `${PACKAGE}:2, lets requests be processed in EU only`,
    ]);
    expect(await problemsOf('us, ionos')).toHaveLength(2);
  });

  it('leave the policy of a project that adds to them in force', async () => {
    const { policy } = await load('hosting: { processedIn: [US] }\norigins: { deny: [RU] }\n', EUROPE);
    expect(policy?.origins.deny.map(({ value }) => value)).toEqual(['RU']);
    expect(policy?.lockedBy.has('hosting/denied')).toBe(true);
  });

  it("may be narrowed, and are the project's where they are not locked", async () => {
    expect(await problemsOf('EU')).toEqual([]);
    expect(await problemsOf('de, FR')).toEqual([]);
    expect(await problemsOf('US', EUROPE.replace(/locked.*/, 'locked: [license/denied]'))).toEqual([]);
  });
});

describe('a rule that an organization locks', () => {
  it('holds whatever lists of the project say', async () => {
    expect(await rulesFor(LLAMA, '')).toContain('error license/denied');
    expect(await rulesFor(LLAMA, 'licenses: { allow: [llama3.1] }\n')).toContain('error license/denied');
    expect(await rulesFor(LLAMA, 'licenses: { warn: ["category:community-restricted"] }\n')).toContain(
      'error license/denied',
    );
  });

  it('can be made stricter', async () => {
    const rules = await rulesFor('Qwen/Qwen3-8B', 'rules: { origin/warned: error }\n');
    expect(rules).toContain('error origin/warned');
    expect(
      await rulesFor('mistralai/Mistral-7B-Instruct-v0.3', 'licenses: { deny: [apache-2.0] }\n'),
    ).toContain('error license/denied');
  });

  it('is not silenced by a comment, which is told', async () => {
    const rules = await rulesFor(LLAMA, '', '# model-license-lens: ignore[license/denied] pilot\n');
    expect(rules).toContain('error license/denied');
    expect(rules).toContain('information policy/unused-ignore');
  });

  it('keeps the exceptions of the organization', async () => {
    expect(await rulesFor('google/gemma-2-9b-it', '')).not.toContain('error license/denied');
  });

  it.each([
    [
      'rules: { license/denied: warning }\n',
      `3: license/denied is locked at error by ${PACKAGE}:2: a policy that builds on it cannot make it lighter`,
    ],
    [
      'exceptions:\n  - { model: a/b, rules: [license/denied], reason: pilot }\n',
      `4: license/denied is locked by ${PACKAGE}:2: a policy that builds on it cannot make an exception`,
    ],
    [
      'rules: { origin/warned: off }\n',
      `3: origin/warned is locked at warning by ${PACKAGE}:2: a policy that builds on it cannot make it lighter`,
    ],
  ])('makes an error of %j, at its line', async (own, problem) => {
    expect(await load(own)).toEqual({ policy: undefined, problems: [problem] });
  });

  it('asks exceptions to state their rules', async () => {
    const { policy, problems } = await load('exceptions: [{ model: a/b, reason: pilot }]\n');
    expect(policy).toBeUndefined();
    expect(problems).toContain(
      `3: An exception for every rule covers license/denied, which is locked by ${PACKAGE}:2: state its \`rules\``,
    );
  });

  it('is judged by what the project states of its use, and tells what differs', async () => {
    const organization = `${ORGANIZATION}use: { purpose: commercial, distribution: service, seat: DE, annualRevenue: { USD: 5000, EUR: 4000 } }\n`;
    const told = async (own: string, base = organization): Promise<readonly string[]> => {
      const { policy } = await load(own, base);
      return policy === undefined ? ['broken'] : useProblems(policy).map(({ message }) => render(message));
    };
    const own = 'use: { purpose: research, distribution: product, seat: US, annualRevenue: { USD: 1 } }\n';
    expect(await told(own)).toEqual([
      `use.purpose, use.distribution, use.seat, use.annualRevenue is not what ${PACKAGE} states, which locks rules: they are judged by what is stated here`,
    ]);
    expect((await load(own, organization)).policy?.use.purpose).toBe('research');
    for (const same of [
      '',
      'use: { purpose: commercial, regions: [US], monthlyActiveUsers: 5 }\n',
      'use: { distribution: service, annualRevenue: { USD: 5000, JPY: 7 } }\n',
    ])
      expect(await told(same)).toEqual([]);
    expect(await told(own, ORGANIZATION)).toEqual([]);
    expect(await told(own, organization.replace(/^locked: .*$/m, ''))).toEqual([]);
  });

  it('leaves the others to the project', async () => {
    await usable(
      'rules: { license/denied: error, model/renamed: off }\nexceptions: [{ model: a/b, rules: [model/retired], reason: r }]\n',
    );
  });

  it('holds whatever the project states of a model of which more is known', async () => {
    const describe = `describe: { ${LLAMA}: { license: mit, openness: open-source, origin: FR } }\n`;
    expect(await rulesFor(LLAMA, describe)).toContain('error license/denied');
    expect(await rulesFor('Qwen/Qwen3-8B', 'describe: { Qwen/Qwen3-8B: { origin: FR } }\n')).toEqual(
      await rulesFor('Qwen/Qwen3-8B', ''),
    );
  });

  it('takes what the project states of a model of which nothing else is known', async () => {
    const own = 'describe: { acme/own: { license: llama3.1 } }\n';
    expect(await rulesFor('acme/own', own)).toContain('error license/denied');
    expect(await rulesFor('acme/own', own.replace('llama3.1', 'mit'))).not.toContain('error license/denied');
  });

  it('is not passed by files that the project leaves out', async () => {
    const { policy, problems } = await load('ignore: { paths: ["**"] }\n');
    expect(policy).toBeUndefined();
    expect(problems).toEqual([
      `3: \`ignore.paths\` would leave files out of license/denied, which is locked by ${PACKAGE}:2: state the paths in that policy, or their context under \`contexts\``,
    ]);
    const inherited = await load('', `${ORGANIZATION}ignore: { paths: [vendor/**] }\n`);
    expect(inherited.policy?.ignorePaths).toEqual(['vendor/**']);
  });

  it('stays locked for those that build on a policy in between', async () => {
    const files = { 'team.yaml': `${HEAD}licenses: { allow: [llama3.1] }\n` };
    const text = 'version: 1\nextends: team.yaml\nrules: { license/denied: off }\n';
    const { policy, problems } = await loadPolicy('.model-policy.yaml', text, (path) => {
      const all: Readonly<Record<string, string>> = { [PACKAGE]: ORGANIZATION, ...files };
      return Promise.resolve(all[path] === undefined ? { failure: 'missing' } : { text: all[path] });
    });
    expect(policy).toBeUndefined();
    expect(problems.map(({ message }) => render(message))).toEqual([
      `license/denied is locked at error by ${PACKAGE}:2: a policy that builds on it cannot make it lighter`,
    ]);
  });

  it('holds whatever another base says beside it', async () => {
    const beside = (own: string, ...extended: readonly string[]) =>
      loadPolicy('.model-policy.yaml', `version: 1\nextends: [${extended.join(', ')}]\n`, (path) => {
        const all: Readonly<Record<string, string>> = { [PACKAGE]: ORGANIZATION, 'own.yaml': own };
        return Promise.resolve(all[path] === undefined ? { failure: 'missing' } : { text: all[path] });
      });
    const weaker = [
      'exceptions: [{ model: "*/*", reason: pilot }]',
      'locked: license/denied\nexceptions: [{ model: "*/*", reason: pilot }]',
      'locked: license/denied\nlicenses: { allow: ["category:community-restricted"] }',
      'licenses: { allow: ["category:community-restricted", llama3.1] }',
      'contexts: { product: hint }',
    ];
    for (const own of weaker)
      for (const order of [
        ['npm:@acme/model-policy', 'own.yaml'],
        ['own.yaml', 'npm:@acme/model-policy'],
      ]) {
        const { policy } = await beside(`version: 1\n${own}\n`, ...order);
        const context = {
          ...contextOf(undefined),
          policy,
          lookup: createLookup(TEST_CATALOG, policy?.models ?? []),
        };
        const { findings } = evaluate('', detection([reference(LLAMA)]), context);
        expect(
          findings.map(({ rule, severity }) => `${severity} ${rule}`),
          `${own} ${order.join()}`,
        ).toContain('error license/denied');
      }
    const lighter = await beside(
      'version: 1\nrules: { license/denied: off, origin/warned: error }\n',
      'npm:@acme/model-policy',
      'own.yaml',
    );
    expect([...(lighter.policy?.rules ?? [])]).toEqual([
      ['license/denied', 'error'],
      ['origin/warned', 'error'],
    ]);
    const { policy, problems } = await beside(
      'version: 1\nignore: { paths: ["src/**"] }\n',
      'npm:@acme/model-policy',
      'own.yaml',
    );
    expect(policy).toBeUndefined();
    expect(problems.map(({ message, range }) => [range.start, render(message)])).toEqual([
      [
        'version: 1\nextends: [npm:@acme/model-policy, '.length,
        `\`ignore.paths\` would leave files out of license/denied, which is locked by ${PACKAGE}:2: state the paths in that policy, or their context under \`contexts\``,
      ],
    ]);
  });

  it('is held by each policy on the way that locks it', async () => {
    const files: Readonly<Record<string, string>> = {
      [PACKAGE]: ORGANIZATION,
      'team.yaml': `${HEAD}locked: license/denied\nlicenses: { deny: [apache-2.0] }\n`,
    };
    const { policy } = await loadPolicy(
      '.model-policy.yaml',
      `version: 1\nextends: team.yaml\nlicenses: { allow: [apache-2.0, llama3.1] }\n`,
      (path) => Promise.resolve(files[path] === undefined ? { failure: 'missing' } : { text: files[path] }),
    );
    const context = { ...contextOf(undefined), policy, lookup: createLookup(TEST_CATALOG, []) };
    for (const id of [LLAMA, 'mistralai/Mistral-7B-Instruct-v0.3'])
      expect(
        evaluate('', detection([reference(id)]), context).findings.map(({ rule }) => rule),
        id,
      ).toContain('license/denied');
  });

  it('is an error where a policy of a folder leaves it out', async () => {
    const outer = await usable('');
    const { policy } = await loadPolicy('a/.model-policy.yaml', 'version: 1\n', () =>
      Promise.resolve({ failure: 'missing' }),
    );
    if (policy === undefined) throw new Error('no policy');
    expect(
      notInherited(policy, 'version: 1\n', { path: '.model-policy.yaml', policy: outer }, TEST_CATALOG).map(
        ({ severity }) => severity,
      ),
    ).toEqual(['error']);
  });
});

describe('a policy in a package', () => {
  it('that is not installed is an error, and no policy is in force', async () => {
    const { policy, problems } = await loadPolicy('.model-policy.yaml', HEAD, () =>
      Promise.resolve({ failure: 'missing' }),
    );
    expect(policy).toBeUndefined();
    expect(problems.map(({ message }) => render(message))).toEqual([
      expect.stringMatching(/^npm:@acme\/model-policy is not installed: .*audit or open that folder$/),
    ]);
  });

  it('behind a link is refused', async () => {
    const { policy, problems } = await loadPolicy('.model-policy.yaml', HEAD, () =>
      Promise.resolve({ failure: 'link' }),
    );
    expect(policy).toBeUndefined();
    expect(problems.map(({ message }) => render(message))).toEqual([
      'npm:@acme/model-policy is a link or lies behind one; policies are real files of their workspace',
    ]);
  });
});
