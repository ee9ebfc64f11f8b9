import { describe, expect, it } from 'vitest';
import { invalidPolicyFindings, policyFindings } from '../../../src/core/policy/policyFindings';
import { readPolicy } from '../../../src/core/policy/readPolicy';
import { TEST_CATALOG } from '../../support/catalog';
import { policy, TODAY, words } from './support';

const TEXT = `version: 1
exceptions:
  - { model: a/used, reason: x }
  - { model: a/unused, reason: x }
  - { model: a/expired, reason: x, expires: 2026-11-23 }
  - { model: a/today, reason: x, expires: 2026-11-24 }
`;

function found(text: string, used: readonly number[] | undefined): readonly string[] {
  return policyFindings(policy(text), {
    catalog: TEST_CATALOG,
    used: used && new Set(used),
    today: TODAY,
  }).map(
    (finding) =>
      `${finding.severity} ${finding.rule} ${text.slice(finding.range.start, finding.range.end)}: ${words(finding)}`,
  );
}

describe('policyFindings', () => {
  it('names exceptions that expired and that nothing needs, at their models', () => {
    expect(found(TEXT, [0, 3])).toEqual([
      'information policy/unused-exception a/unused: The exception for a/unused has no effect',
      'warning policy/expired-exception a/expired: The exception for a/expired expired on 2026-11-23',
    ]);
  });

  it('does not call an exception unused where not everything was looked at', () => {
    expect(found(TEXT, undefined)).toEqual([
      'warning policy/expired-exception a/expired: The exception for a/expired expired on 2026-11-23',
    ]);
  });

  it('follows the severities of the policy', () => {
    expect(
      found(`${TEXT}rules: { policy/expired-exception: error, policy/unused-exception: off }\n`, []),
    ).toEqual([
      'error policy/expired-exception a/expired: The exception for a/expired expired on 2026-11-23',
    ]);
  });

  it('names the duties of a statement that no license asks, or not the one that it names', () => {
    const text = 'version: 1\nduties: [{ model: a/b, done: [register, name-prefix], how: h }]\n';
    const ofLicense = text.replace('how: h', 'how: h, license: [mit, gemma]');
    const told = (...asked: readonly string[]) => toldOf(text, ...asked);
    const toldOf = (written: string, ...asked: readonly string[]) =>
      policyFindings(policy(written), {
        catalog: TEST_CATALOG,
        used: new Set(),
        usedDuties: new Set(asked),
        today: TODAY,
      }).map(words);
    expect(told()).toEqual([
      '`duties` states for a/b what no license asks of this use: register, name-prefix',
    ]);
    expect(toldOf(ofLicense, '0 register')).toEqual([
      '`duties` states for a/b what mit, gemma does not ask of this use: name-prefix',
    ]);
    expect(
      toldOf(text.replace('how: h', 'how: h, license: apche-2.0'), '0 register', '0 name-prefix'),
    ).toEqual(['No license is called "apche-2.0"; did you mean "apache-2.0"?']);
    expect(told('0 name-prefix')).toEqual([
      '`duties` states for a/b what no license asks of this use: register',
    ]);
    expect(told('0 name-prefix', '0 register')).toEqual([]);
  });

  it('leaves inherited exceptions to the file they stand in', () => {
    const own = policy(TEXT);
    const inherited = {
      ...own,
      exceptions: own.exceptions.map((exception) => ({ ...exception, path: 'base.yaml' })),
    };
    expect(policyFindings(inherited, { catalog: TEST_CATALOG, used: new Set(), today: TODAY })).toEqual([]);
  });
});

describe('names nobody knows', () => {
  it('of models are told where they are written as none is, or nearly as a known one', () => {
    expect(found('version: 1\nmodels: { deny: ["サラシナ", "ｒｉｎｎａ/*", own/model] }\n', [])).toEqual([
      'error policy/invalid "サラシナ": Ids of models have plain letters only: "サラシナ" names none',
      'error policy/invalid "ｒｉｎｎａ/*": Ids of models have plain letters only: "ｒｉｎｎａ/*"; did you mean "rinna/*"?',
    ]);
    expect(found('version: 1\nmodels: { allow: [Qwen/Qwen3-8, "Qwen/*", Qwen/Qwen3-8B] }\n', [])).toEqual([
      'warning policy/invalid Qwen/Qwen3-8: No model "Qwen/Qwen3-8" in the catalog; did you mean "Qwen/Qwen3-8B"?',
    ]);
    // A service has names without an owner, and an own deployment one that is like none of them.
    expect(found('version: 1\nmodels: { deny: [gpt-4o-0531, triage-prod, gpt-4o] }\n', [])).toEqual([]);
    expect(found('version: 1\nmodels: { deny: [gpt-4oo] }\n', [])).toEqual([
      'warning policy/invalid gpt-4oo: No model "gpt-4oo" in the catalog; did you mean "gpt-4o"?',
    ]);
  });

  it('of bases are told where they stand, with the known name that is near', () => {
    const describing = (facts: string) => found(`version: 1\ndescribe: { a/b: { ${facts} } }\n`, []);
    expect(describing('license: mit, base: Qwen/Qwne3-8B')).toEqual([
      'warning policy/invalid Qwen/Qwne3-8B: Nothing is known of Qwen/Qwne3-8B, the base of a/b; did you mean Qwen/Qwen3-8B?',
    ]);
    expect(describing('base: nobody/nothing')).toEqual([
      'warning policy/invalid nobody/nothing: Nothing is known of nobody/nothing, the base of a/b',
    ]);
    for (const known of ['Qwen/Qwen3-8B', 'qwen3-8b', 'gpt-4o-0513', 'gpt-4o'])
      expect(describing(`license: mit, base: ${known}`)).toEqual([]);
    expect(describing('is: Qwen/Qwne3-8B')).toEqual([
      'warning policy/invalid Qwen/Qwne3-8B: Nothing is known of Qwen/Qwne3-8B, which a/b is said to be; did you mean Qwen/Qwen3-8B?',
    ]);
    expect(describing('is: Qwen/Qwen3-8B')).toEqual([]);
    expect(describing('is: gpt-4o, base: gpt-4o')).toEqual([
      'warning policy/invalid gpt-4o: Of a/b, `base` and `is` are stated: `base` counts; leave one of them out',
    ]);
    const own = found('version: 1\ndescribe: { a/b: { base: A/c }, a/c: { license: mit } }\n', []);
    expect(own).toEqual([]);
  });

  it.each([
    ['gpt2', undefined],
    ['*abliterated*', undefined],
    ['/models/own', undefined],
    ['nobody-knows-them', undefined],
    ['Qwen', 'No id has the form of "Qwen"; did you mean "Qwen/*"?'],
    ['Qwen/', 'No id has the form of "Qwen/"; did you mean "Qwen/*"?'],
    [' Qwen/* ', 'No id has the form of " Qwen/* "; did you mean "Qwen/*"?'],
    [
      'https://huggingface.co/own/model',
      'No id has the form of "https://huggingface.co/own/model"; did you mean "own/model"?',
    ],
    ['see https://huggingface.co/own/model', undefined],
    [
      'HTTP://huggingface.co/own/model',
      'No id has the form of "HTTP://huggingface.co/own/model"; did you mean "own/model"?',
    ],
    ['/Qwen.*/', 'Models are named by globs: "/Qwen.*/" is a regular expression'],
    ['^Qwen', 'Models are named by globs: "^Qwen" is a regular expression'],
  ])('of models are told where they have the form of none: %j', (written, told) => {
    const { problems } = readPolicy(`version: 1\nmodels: { deny: ["${written}"] }\n`, 'p.yaml');
    expect(problems).toEqual([]);
    expect(found(`version: 1\nmodels: { deny: ["${written}"] }\n`, [])).toEqual(
      told === undefined ? [] : [`error policy/invalid "${written}": ${told}`],
    );
  });

  it('are warnings with what was probably meant, and errors where they are denied', () => {
    expect(found('version: 1\nlicenses: { warn: [gema] }\n', [])).toEqual([
      'warning policy/invalid gema: No license is called "gema"; did you mean "gemma"?',
    ]);
    expect(found('version: 1\nlicenses: { deny: [gema] }\n', [])).toEqual([
      'error policy/invalid gema: No license is called "gema"; did you mean "gemma"?',
    ]);
  });
});

describe('addresses in lists of hosts', () => {
  it('are told where they are one of many of a host', () => {
    expect(found('version: 1\nhosting: { allow: [api.openai.com, llm.corp.example] }\n', [])).toEqual([]);
    const told =
      'policy/invalid acme.openai.azure.com: "acme.openai.azure.com" counts only where a text gives this address; the host is "azure"';
    expect(found('version: 1\nhosting: { warn: [acme.openai.azure.com] }\n', [])).toEqual([
      `warning ${told}`,
    ]);
    expect(found('version: 1\nhosting: { deny: [acme.openai.azure.com] }\n', [])).toEqual([`error ${told}`]);
  });

  it.each(['allow', 'processedIn'])('are no problem under `%s`, which means the own account alone', (key) => {
    expect(found(`version: 1\nhosting: { ${key}: [acme.openai.azure.com] }\n`, [])).toEqual([]);
  });
});

describe('invalidPolicyFindings', () => {
  it('makes an error of each problem, with what was meant', () => {
    const { problems } = readPolicy('version: 1\nlicences: {}\n', 'p');
    expect(invalidPolicyFindings(problems)).toMatchObject([
      {
        rule: 'policy/invalid',
        severity: 'error',
        range: { start: 11, end: 19 },
        model: null,
        data: { suggestion: 'licenses' },
      },
    ]);
  });

  it('cannot be turned off by the policy that is broken', () => {
    const { problems } = readPolicy('version: 1\nrules: { policy/invalid: off }\nlicences: {}\n', 'p');
    expect(invalidPolicyFindings(problems)).toHaveLength(1);
  });
});
