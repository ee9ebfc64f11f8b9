import { describe, expect, it } from 'vitest';
import { evaluateWorkspace } from '../../../src/core/policy/evaluateWorkspace';
import type { LedgerEntry, WorkspaceUse } from '../../../src/core/policy/ledger';
import { EvidenceCollector, EvidenceFinder } from '../../../src/core/policy/workspaceEvidence';
import { namedBySetting, nothingMore } from '../../../src/core/detect/uses/nameAlone';
import { message, type Message, render } from '../../../src/core/message';
import { createClaimStore, type ModelClaim } from '../../../src/core/lookup/claim';
import { createLookup } from '../../../src/core/lookup/lookup';
import type { Confidence, LineageRelation, Registry, Role } from '../../../src/core/vocabulary';
import { TEST_CATALOG } from '../../support/catalog';
import { contextOf, reference, words } from './support';

const LLAMA = 'meta-llama/Llama-3.1-8B-Instruct';
const NOTICE =
  'Llama 3.1 is licensed under the Llama 3.1 Community License, Copyright © Meta Platforms, Inc. All Rights Reserved.';
const APACHE =
  '      Apache License\n   Version 2.0, January 2004\n\n2. Grant of Copyright License. ...\n3. Grant of Patent License. ...\n';
const SERVICE = 'use: { purpose: commercial, distribution: service }';
const SHIPPED = 'use: { purpose: commercial, distribution: weights }';

const FINDER = new EvidenceFinder(TEST_CATALOG);

function evidenceOf(files: Readonly<Record<string, string>>): EvidenceCollector {
  const collector = new EvidenceCollector();
  for (const [path, text] of Object.entries(files)) collector.add(path, FINDER.find(path, text));
  return collector;
}

interface Given {
  readonly policy?: string;
  readonly role?: Role;
  readonly host?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly registry?: Registry;
  /** What lies beside weights of the tree. */
  readonly claim?: ModelClaim;
}

function judgedWorkspace(
  id: string,
  { policy, role = 'loads', host, files = {}, registry, claim }: Given = {},
) {
  const context = contextOf(policy);
  const claims = createClaimStore();
  if (claim !== undefined) claims.add(id, claim);
  const use: WorkspaceUse = {
    path: 'app.py',
    reference: reference(id, {
      role,
      ...(registry !== undefined && { registry }),
      ...(host !== undefined && { reference: { host } }),
    }),
    context: {
      ...context,
      ...(claim !== undefined && { lookup: createLookup(TEST_CATALOG, context.policy?.models, claims) }),
    },
  };
  return evaluateWorkspace([use], evidenceOf(files));
}

function found(id: string, given: Given): readonly string[] {
  return judgedWorkspace(id, given).findings.map(
    ({ finding }) => `${finding.severity} ${finding.rule}: ${words(finding)}`,
  );
}

function entry(ledger: readonly LedgerEntry[], what: string): LedgerEntry {
  const match = ledger.find((candidate) => candidate.what === what);
  if (match === undefined)
    throw new Error(`no ${what} among ${ledger.map((candidate) => candidate.what).join(', ')}`);
  return match;
}

describe('what a policy states of duties', () => {
  it('is of use where a license asks that of such a model, whether it is shown to be done or not', () => {
    const stated = (model: string, done: string): string => `  - { model: ${model}, done: ${done}, how: h }`;
    const policy = [
      SHIPPED,
      'duties:',
      stated('Qwen/*', 'include-license'),
      stated('Qwen/*', 'name-prefix'),
      stated('Qwne/*', 'include-license'),
    ].join('\n');
    const { usedDuties } = judgedWorkspace('Qwen/Qwen3-8B', {
      policy,
      role: 'ships',
      files: { 'licenses/Apache-2.0.txt': APACHE },
    });
    expect([...usedDuties.values()].map((used) => [...used])).toEqual([['0 include-license']]);
  });
});

describe('obligation/attribution-missing', () => {
  it('finds that required words stand nowhere', () => {
    expect(found(LLAMA, { policy: SERVICE })).toEqual([
      `warning obligation/attribution-missing: ${LLAMA} must be credited with “Built with Llama”, which was not found (Llama 3.1 Community License Agreement)`,
    ]);
  });

  it('is no warning where nothing tells that the model is used, unless the policy says so', () => {
    const severities = (policy: string, ...whys: readonly (readonly Message[])[]): readonly string[] => {
      const uses = whys.map((why) => ({
        path: 'app.py',
        reference: reference(LLAMA, { reference: { why } }),
        context: contextOf(policy),
      }));
      return evaluateWorkspace(uses, evidenceOf({})).findings.map(({ finding }) => finding.severity);
    };
    const guessed = [nothingMore()];
    const told = [message('{0} loads it', 'from_pretrained')];
    expect(severities(SERVICE, guessed)).toEqual(['information']);
    expect(severities(SERVICE, [namedBySetting('MODEL')])).toEqual(['warning']);
    expect(severities(SERVICE, guessed, told)).toEqual(['warning']);
    expect(severities(SERVICE, told, guessed)).toEqual(['warning']);
    const stated = (severity: string): string =>
      `${SERVICE}\nrules: { obligation/attribution-missing: ${severity} }`;
    expect(severities(stated('error'), guessed)).toEqual(['error']);
    expect(severities(stated('hint'), guessed)).toEqual(['hint']);
    const [only] = evaluateWorkspace(
      [
        {
          path: 'a',
          reference: reference(LLAMA, { reference: { why: guessed } }),
          context: contextOf(SERVICE),
        },
      ],
      evidenceOf({}),
    ).findings;
    expect(only && words(only.finding)).toMatch(/was not found .*nothing says more of its use/);
  });

  it.each([
    ['in the documentation', 'README.md', '# Ours\n\nBuilt with Llama.\n'],
    ['in the interface', 'web/footer.tsx', '<small>built with\n   LLAMA</small>'],
  ])('is content with the words %s', (_where, path, text) => {
    expect(found(LLAMA, { policy: SERVICE, files: { [path]: text } })).toEqual([]);
  });

  it('does not take a notice file for a display', () => {
    const given = { policy: SERVICE, files: { NOTICE: 'Built with Llama\n' } };
    expect(found(LLAMA, given)).toHaveLength(1);
    expect(
      found(LLAMA, { ...given, files: { ...given.files, 'docs/about.md': 'Built with Llama' } }),
    ).toEqual([]);
  });

  it('does not take a copy of the license for a credit', () => {
    const copy =
      'LLAMA 3.1 COMMUNITY LICENSE AGREEMENT\n... prominently display “Built with Llama” on a related website ... is greater than 700 million monthly active users ...';
    expect(found(LLAMA, { policy: SERVICE, files: { 'LICENSE-llama.txt': copy } })).toHaveLength(1);
  });

  it('asks for the notice where the weights are given on', () => {
    const missing = found(LLAMA, {
      policy: SHIPPED,
      role: 'ships',
      files: { 'README.md': 'Built with Llama' },
    });
    expect(missing).toContainEqual(expect.stringContaining('must come with a notice that was not found'));
    for (const notice of [NOTICE, NOTICE.replace('©', '(c)').replaceAll(' ', '\n')]) {
      const now = found(LLAMA, {
        policy: SHIPPED,
        role: 'ships',
        files: { 'README.md': 'Built with Llama', NOTICE: notice },
      });
      expect(now.filter((text) => text.includes('notice'))).toEqual([]);
    }
  });

  it.each([
    ['used inside only', LLAMA, 'use: { purpose: internal, distribution: none }'],
    ['of a permissive license', 'Qwen/Qwen3-8B', SERVICE],
    ['only called', 'gpt-4o', SERVICE],
    ['of no known license', 'nobody/nothing', SERVICE],
  ])('asks nothing for a model that is %s', (_what, id, policy) => {
    expect(found(id, { policy, role: id === 'gpt-4o' ? 'calls' : 'loads' })).toEqual([]);
  });

  it.each(['loads', 'serves', 'ships', 'derives'] as const)(
    'asks nothing towards others where nobody else gets it: %s',
    (role) => {
      const policy = 'use: { purpose: commercial, distribution: none }';
      expect(found(LLAMA, { policy, role })).toEqual([]);
      expect(found('mistralai/Mistral-7B-Instruct-v0.3', { policy, role })).toEqual([]);
    },
  );

  it('is silent without a policy, for mentions, under an exception and when it is off', () => {
    expect(found(LLAMA, {})).toEqual([]);
    expect(found(LLAMA, { policy: SERVICE, role: 'mentions' })).toEqual([]);
    expect(found(LLAMA, { policy: `${SERVICE}\nrules: { obligation/attribution-missing: off }` })).toEqual(
      [],
    );
    const excepted = judgedWorkspace(LLAMA, {
      policy: `${SERVICE}\nexceptions: [{ model: "${LLAMA}", rules: [obligation/attribution-missing], reason: on the site }]`,
    });
    expect(excepted.findings).toEqual([]);
    expect([...excepted.usedExceptions.values()]).toEqual([new Set([0])]);
  });

  it('tells a fix what is needed', () => {
    const [missing] = judgedWorkspace(LLAMA, { policy: SERVICE }).findings;
    expect(missing?.finding.data).toMatchObject({
      phrase: 'Built with Llama',
      obligation: 'display-phrase',
      licenseKey: 'llama3.1',
    });
  });
});

describe('the name of weights that the policy describes as made from others', () => {
  const MADE = `describe: { acme/support-8b: { base: ${LLAMA}, license: llama3.1 }, acme/Llama-Support-8B: { base: ${LLAMA} } }`;
  const NAMED = 'The name of acme/support-8b must begin with “Llama” (Llama 3.1 Community License Agreement)';

  it.each(['weights', 'product', 'service'])('has to begin as the license of these prescribes: %s', (to) => {
    const policy = `use: { purpose: commercial, distribution: ${to} }\n${MADE}`;
    expect(found('acme/support-8b', { policy })).toContain(
      `warning obligation/attribution-missing: ${NAMED}`,
    );
  });

  it('is right where it begins so, however it is capitalized', () => {
    const { ledger } = judgedWorkspace('acme/Llama-Support-8B', { policy: `${SHIPPED}\n${MADE}` });
    expect(entry(ledger, 'name-prefix').state).toBe('done');
  });

  it('is settled by what the policy states of it', () => {
    const duty = 'duties: [{ model: acme/support-8b, done: name-prefix, how: renamed at release }]';
    const policy = `${SHIPPED}\n${MADE}\n${duty}`;
    const { ledger, findings, usedDuties } = judgedWorkspace('acme/support-8b', { policy });
    expect(entry(ledger, 'name-prefix')).toMatchObject({
      state: 'done',
      stated: { how: 'renamed at release' },
    });
    expect(findings.map(({ finding }) => words(finding))).not.toContain(NAMED);
    expect([...usedDuties.values()].map((used) => [...used])).toEqual([['0 name-prefix']]);
  });

  it.each([
    ['acme/support-8b', { policy: `use: { purpose: commercial, distribution: none }\n${MADE}` }],
    ['acme/support-8b', { policy: `${SHIPPED}\n${MADE}`, role: 'calls' as const, host: 'openrouter' }],
    ['NousResearch/Hermes-3-Llama-3.1-8B', { policy: `${SHIPPED}\n${MADE}` }],
  ])('is no matter where nobody else gets it, or others made it: %s, %j', (id, given) => {
    expect(judgedWorkspace(id, given).ledger.map(({ what }) => what)).not.toContain('name-prefix');
  });
});

describe('the name of weights in the tree that were made from others', () => {
  const WEIGHTS = 'weights/support-8b';
  const SHIPS = { policy: SHIPPED, role: 'ships', registry: 'local' } as const;
  const lying = (model: string, relation: LineageRelation, confidence: Confidence): Given => ({
    ...SHIPS,
    claim: {
      model,
      origin: 'local file',
      registry: 'local',
      source: `${model}/README.md`,
      date: '2026-11-24',
      confidence,
      licenses: ['llama3.1'],
      lineage: [{ model: LLAMA, relation }],
    },
  });
  const stateOf = (id: string, given: Given): string =>
    entry(judgedWorkspace(id, given).ledger, 'name-prefix').state;

  it('has to begin as the license prescribes, by the policy and by the card beside them', () => {
    const described = `${SHIPPED}\ndescribe: { ${WEIGHTS}: { base: ${LLAMA}, license: llama3.1 } }`;
    const named = `warning obligation/attribution-missing: The name of ${WEIGHTS} must begin with “Llama” (Llama 3.1 Community License Agreement)`;
    expect(found(WEIGHTS, { ...SHIPS, policy: described })).toContain(named);
    expect(found(WEIGHTS, lying(WEIGHTS, 'finetune', 'medium'))).toContain(named);
  });

  it.each(['weights/llama-support/model.gguf', 'weights/Llama-support-8b'])('is right for %s', (id) => {
    expect(stateOf(id, lying(id, 'finetune', 'medium'))).toBe('done');
  });

  it('comes with a word of what was changed, where the license of the base wants that', () => {
    const made = (licenses: readonly string[], base: string): readonly string[] => {
      const given = lying(WEIGHTS, 'finetune', 'medium');
      const claim = { ...given.claim!, licenses, lineage: [{ model: base, relation: 'finetune' as const }] };
      const { ledger } = judgedWorkspace(WEIGHTS, { ...given, claim });
      return ledger.filter(({ what }) => what === 'state-changes').map(({ license }) => license);
    };
    expect(made(['gemma'], 'google/gemma-2-9b-it')).toEqual(['gemma']);
    // Its own terms ask that of others who change it.
    expect(made(['apache-2.0'], LLAMA)).toEqual([]);
  });

  it('has to be looked at where only a configuration hints at the base, and is no matter of what is packed anew', () => {
    expect(stateOf(WEIGHTS, lying(WEIGHTS, 'finetune', 'low'))).toBe('by-hand');
    const { ledger } = judgedWorkspace(WEIGHTS, lying(WEIGHTS, 'quantized', 'medium'));
    expect(ledger.map(({ what }) => what)).not.toContain('name-prefix');
  });
});

describe('obligation/license-copy-missing', () => {
  it('asks for no copy of a license that nobody has read', () => {
    const { findings, ledger } = judgedWorkspace('someone/guessed-mit', { policy: SHIPPED });
    expect(findings).toEqual([]);
    expect(entry(ledger, 'include-license')).toMatchObject({ certain: false, state: 'open' });
  });

  it('finds weights without the text of their license', () => {
    expect(found('Qwen/Qwen3-8B', { policy: SHIPPED, role: 'ships' })).toEqual([
      'warning obligation/license-copy-missing: Qwen/Qwen3-8B must come with a copy of its license, and none was found: Apache License 2.0',
    ]);
  });

  it.each([
    ['LICENSE', APACHE],
    ['models/qwen/license.txt', APACHE],
    ['licenses/Apache-2.0.txt', APACHE],
    ['LICENSES/Apache-2.0.txt', APACHE],
  ])('is content with a copy in %s', (path, text) => {
    expect(found('Qwen/Qwen3-8B', { policy: SHIPPED, role: 'ships', files: { [path]: text } })).toEqual([]);
  });

  const mit = (holder: string): string =>
    `MIT License\n\nCopyright (c) 2026 ${holder}\n\nPermission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software.\n\nThe above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.\n\nTHE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED.\n`;

  it('takes what one maker grants for no copy of what another grants in the same words', () => {
    const missing = (files: Readonly<Record<string, string>>): number =>
      found('placeless/model', { policy: SHIPPED, role: 'ships', files }).length;
    expect(missing({ 'licenses/a.txt': mit('OpenAI') })).toBe(1);
    expect(missing({ NOTICE: `Model\n=====\n${mit('OpenAI')}` })).toBe(1);
    expect(missing({ 'licenses/a.txt': mit('The Placeless Authors') })).toBe(0);
    expect(missing({ 'licenses/a.txt': mit('OpenAI'), 'licenses/b.txt': mit('Placeless') })).toBe(0);
    // Whoever is in no catalog may be one of its authors.
    expect(missing({ 'licenses/a.txt': mit('J. Doe') })).toBe(0);
  });

  it('takes the grant of the project for no copy of what another grants in the same words', () => {
    const missing = (files: Readonly<Record<string, string>>): number =>
      found('acme/own-mit', {
        policy: `${SHIPPED}\ndescribe: { acme/own-mit: { license: mit } }`,
        role: 'ships',
        files,
      }).length;
    expect(missing({ LICENSE: mit('Claims GmbH') })).toBe(1);
    expect(missing({ 'licenses/bge-m3.txt': mit('BAAI') })).toBe(0);
    expect(missing({ LICENSE: `${mit('Claims GmbH')}\nThird parties:\n\n${mit('BAAI')}` })).toBe(0);
  });

  it('takes no title alone for the text', () => {
    const title = 'Llama 3.1 Community License Agreement\n';
    const files = (text: string): Parameters<typeof found>[1] => ({
      policy: SHIPPED,
      role: 'ships',
      files: { 'licenses/llama.txt': text },
    });
    const missing = (text: string): number =>
      found(LLAMA, files(text)).filter((line) => line.includes('license-copy-missing')).length;
    expect(missing(`${title}To be pasted here.`)).toBe(1);
    expect(missing(`${title}${'The text of all sections of the agreement. '.repeat(30)}`)).toBe(0);
  });

  it('wants the right license', () => {
    expect(
      found('Qwen/Qwen3-8B', {
        policy: SHIPPED,
        role: 'ships',
        files: { LICENSE: 'MIT License\n\nPermission is hereby granted, free of charge, to any person' },
      }),
    ).toHaveLength(1);
  });

  it('does not take a notice that names a license for its text', () => {
    const notice =
      'Gemma is provided under and subject to the Gemma Terms of Use found at ai.google.dev/gemma/terms';
    const { ledger } = judgedWorkspace('google/gemma-2-9b-it', {
      policy: SHIPPED,
      role: 'ships',
      files: { NOTICE: notice },
    });
    expect(entry(ledger, 'include-license').state).toBe('open');
    expect(entry(ledger, 'include-notice').state).toBe('done');
  });

  const FLUX_PART =
    'NOTICE: AI models used by acme\n\nFLUX.1 [dev] Non-Commercial License\n-----------------------------------\nModels:\n  black-forest-labs/FLUX.1-dev\n\nThe FLUX.1 [dev] Model is licensed by Black Forest Labs Inc.\n\n';
  const GEMMA_NOTICE =
    'Gemma is provided under and subject to the Gemma Terms of Use found at ai.google.dev/gemma/terms';
  const LLAMA_COPY =
    'LLAMA 3.1 COMMUNITY LICENSE AGREEMENT\n"Agreement" means the terms. "Llama 3.1" means the models. You are granted a license, if not greater than 700 million monthly active users. You shall prominently display "Built with Llama".\n';

  it('takes from a notice file only what stands in it, whatever licenses it names', () => {
    const evidence = evidenceOf({ NOTICE: `${FLUX_PART}${GEMMA_NOTICE}\n` });
    expect(evidence.licenseText('flux-1-dev-nc', new Set())).toBeUndefined();
    expect(evidence.words(GEMMA_NOTICE)).toEqual({ path: 'NOTICE', line: 10 });
  });

  it('finds the text of a license in a part of a notice file, and takes no words from it', () => {
    const evidence = evidenceOf({
      NOTICE: `${FLUX_PART}Llama\n=====\n${LLAMA_COPY}\nGemma\n=====\n${GEMMA_NOTICE}\n`,
    });
    expect(evidence.licenseText('llama3.1', new Set())).toEqual({ path: 'NOTICE', line: 1 });
    expect(evidence.licenseText('flux-1-dev-nc', new Set())).toBeUndefined();
    expect(evidence.words('Built with Llama')).toBeUndefined();
    expect(evidence.words(GEMMA_NOTICE)).toBeDefined();
  });

  it('asks nothing of who only loads a model, or under an exception', () => {
    expect(found('Qwen/Qwen3-8B', { policy: SERVICE })).toEqual([]);
    expect(
      found('Qwen/Qwen3-8B', {
        policy: `${SHIPPED}\nexceptions: [{ model: "Qwen/*", reason: in the release }]`,
        role: 'ships',
      }),
    ).toEqual([]);
  });
});

describe('the ledger', () => {
  it('bars acts with the weights only where the project does them', () => {
    const barred = (policy: string, role?: Role) =>
      judgedWorkspace('CohereLabs/c4ai-command-r-v01', { policy, ...(role && { role }) })
        .ledger.filter(({ what }) => what === 'no-additional-terms')
        .map(({ certain }) => certain);
    expect(barred(SERVICE)).toEqual([]);
    expect(barred('use: { purpose: commercial, distribution: none }')).toEqual([]);
    expect(barred('use: { purpose: commercial, distribution: product }')).toEqual([true]);
    expect(barred('use: { purpose: commercial }')).toEqual([false]);
    expect(barred(SHIPPED)).toEqual([true]);
    expect(barred(SERVICE, 'derives')).toEqual([true]);
  });

  it('lists what is to be shown, shipped, named and avoided, by clause, and where it was found', () => {
    const { ledger } = judgedWorkspace(LLAMA, {
      policy: SHIPPED,
      role: 'derives',
      files: { 'docs/about.md': '\n\nBuilt with Llama\n' },
    });
    expect(entry(ledger, 'display-phrase')).toMatchObject({
      kind: 'show',
      state: 'done',
      where: { path: 'docs/about.md', line: 3 },
      clause: 's.1.b.i',
      certain: true,
    });
    expect(entry(ledger, 'include-notice')).toMatchObject({
      kind: 'ship',
      state: 'open',
      where: null,
      words: NOTICE,
    });
    expect(entry(ledger, 'name-prefix')).toMatchObject({ kind: 'name', state: 'by-hand', words: 'Llama' });
    expect(entry(ledger, 'follow-use-policy')).toMatchObject({ kind: 'avoid', state: 'by-hand' });
    expect(entry(ledger, 'field-of-use')).toMatchObject({
      kind: 'avoid',
      state: 'by-hand',
      license: 'llama3.1',
    });
  });

  it('takes the word of the policy for what no file shows, of the duties that it names', () => {
    const stated = `${SHIPPED}\nduties: [{ model: "meta-llama/*", done: [name-prefix, display-phrase], how: checked at release }]`;
    const { ledger, findings } = judgedWorkspace(LLAMA, { policy: stated, role: 'derives' });
    expect(entry(ledger, 'name-prefix')).toMatchObject({
      state: 'done',
      stated: { how: 'checked at release' },
    });
    expect(entry(ledger, 'display-phrase')).toMatchObject({ state: 'done', where: null });
    expect(entry(ledger, 'follow-use-policy')).toMatchObject({ state: 'by-hand', stated: null });
    expect(findings.map(({ finding }) => words(finding)).join()).not.toContain('must be credited');
    expect(findings.map(({ finding }) => words(finding)).join()).toContain('must come with a notice');
    const other = stated.replace('meta-llama/*', 'google/*');
    expect(
      entry(judgedWorkspace(LLAMA, { policy: other, role: 'derives' }).ledger, 'name-prefix').state,
    ).toBe('by-hand');
  });

  it.each(['rules: [obligation/attribution-missing], ', ''])(
    'is excused by an exception, and no more done for that: %j',
    (rules) => {
      const exception = `{ model: "${LLAMA}", ${rules}reason: pilot, approvedBy: Jo, expires: 2999-12-31 }`;
      const { ledger, findings } = judgedWorkspace(LLAMA, {
        policy: `${SERVICE}\nexceptions: [${exception}]`,
      });
      expect(entry(ledger, 'display-phrase')).toMatchObject({
        state: 'open',
        stated: null,
        excused: [{ reason: 'pilot', approvedBy: 'Jo', until: '2999-12-31' }],
      });
      expect(entry(ledger, 'follow-use-policy').excused).toEqual([]);
      expect(findings.map(({ finding }) => words(finding)).join()).not.toContain('must be credited');
    },
  );

  describe('of several licenses of one model', () => {
    const atBedrock = (license: string) =>
      judgedWorkspace('gpt-4o', {
        policy: `${SERVICE}\nduties: [{ model: "gpt-*", done: follow-use-policy, how: AUP review${license} }]`,
        role: 'calls',
        host: 'bedrock',
      }).ledger.filter(({ what }) => what === 'follow-use-policy');

    it('is marked for the license that the statement names alone', () => {
      for (const name of ['amazon-terms', '[amazon-terms]']) {
        const entries = atBedrock(`, license: ${name}`);
        expect(entries.map(({ license }) => license)).toEqual(['openai-terms', 'amazon-terms']);
        expect(entries.map(({ state }) => state)).toEqual(['by-hand', 'done']);
        expect(entries[1]?.stated).toEqual({ how: 'AUP review', approvedBy: null, licenses: [] });
      }
      expect(atBedrock(', license: mit').map(({ state }) => state)).toEqual(['by-hand', 'by-hand']);
    });

    it('says for which licenses one mark stands that names none', () => {
      expect(atBedrock('').map(({ stated }) => stated?.licenses)).toEqual([
        ['amazon-terms', 'openai-terms'],
        ['amazon-terms', 'openai-terms'],
      ]);
      const { ledger } = judgedWorkspace(LLAMA, {
        policy: `${SERVICE}\nduties: [{ model: "meta-llama/*", done: follow-use-policy, how: section 4 }]`,
      });
      expect(entry(ledger, 'follow-use-policy').stated?.licenses).toEqual([]);
    });
  });

  it('has nothing to do with weights where a model is only called', () => {
    const called = (id: string) =>
      judgedWorkspace(id, { policy: SERVICE, role: 'calls' }).ledger.map(({ what }) => what);
    expect(called('gpt-4o')).toEqual(['follow-use-policy', 'no-competing-training']);
    expect(called(LLAMA)).toEqual([]);
    expect(judgedWorkspace('CohereLabs/c4ai-command-r-v01', { policy: SHIPPED }).ledger).not.toEqual([]);
  });

  it('is what the host asks where a model is called at another one than its maker', () => {
    const asking = (host: string, id = 'gpt-4o') => [
      ...new Set(
        judgedWorkspace(id, { policy: SERVICE, role: 'calls', host }).ledger.map(({ license }) => license),
      ),
    ];
    expect(asking('openai')).toEqual(['openai-terms']);
    expect(asking('anthropic')).toEqual(['anthropic-terms']);
    // Its terms hold callers to those of the model.
    expect(asking('bedrock')).toEqual(['openai-terms', 'amazon-terms']);
    // Whoever calls weights agreed to the terms of their host, and to nothing that weights come with.
    expect(asking('bedrock', LLAMA)).toEqual(['amazon-terms']);
    // It passes calls on, its terms were not read, and nobody knows it.
    for (const host of ['openrouter', 'alibaba', 'llm.example.com'])
      expect(asking(host)).toEqual(['openai-terms']);
  });

  it('is asked of each host at which a model is called', () => {
    const uses = ['openai', 'anthropic'].map(
      (host): WorkspaceUse => ({
        path: 'app.py',
        reference: reference('gpt-4o', { role: 'calls', reference: { host } }),
        context: contextOf(SERVICE),
      }),
    );
    const { ledger } = evaluateWorkspace(uses, evidenceOf({}));
    expect(new Set(ledger.map(({ license }) => license))).toEqual(
      new Set(['openai-terms', 'anthropic-terms']),
    );
  });

  it('says above which size a credit is due', () => {
    const [credit] = judgedWorkspace('moonshotai/Kimi-K2-Instruct', {
      policy: 'use: { purpose: commercial, distribution: service, monthlyActiveUsers: 50_000 }',
    }).ledger;
    expect(render(credit?.text ?? { template: '', args: [] })).toBe(
      'Show “Kimi K2”, once the product is above one of these: 100M MAU, USD 20M/month',
    );
  });

  it('lists pass-on duties', () => {
    expect(
      entry(
        judgedWorkspace('google/gemma-2-9b-it', { policy: SHIPPED, role: 'derives' }).ledger,
        'pass-on-restrictions',
      ),
    ).toMatchObject({ kind: 'pass-on', state: 'by-hand' });
  });

  it('names each duty of a model once, for certain where any use makes it so', () => {
    const context = contextOf('use: { purpose: commercial }');
    const uses = (['loads', 'serves', 'loads'] as const).map(
      (role): WorkspaceUse => ({ path: `${role}.py`, reference: reference(LLAMA, { role }), context }),
    );
    const { ledger } = evaluateWorkspace(uses, evidenceOf({}));
    expect(ledger.filter(({ what }) => what === 'display-phrase')).toMatchObject([
      { certain: true, use: { path: 'serves.py' } },
    ]);
  });

  it('places a duty where the model is given to others, not where it is only named before', () => {
    const context = contextOf('use: { purpose: commercial, distribution: product }');
    const named = {
      ...reference('Qwen/Qwen3-8B'),
      why: [message('the setting {0} names a model to run', 'MODEL')],
    };
    const uses = [
      { path: 'a.py', reference: named, context },
      { path: 'b.py', reference: reference('Qwen/Qwen3-8B'), context },
    ];
    expect(
      evaluateWorkspace(uses, evidenceOf({})).findings.map(({ use, finding }) => [use.path, finding.rule]),
    ).toEqual([['b.py', 'obligation/license-copy-missing']]);
  });

  it('asks for what comes with an image into which a server gets the weights, whatever gets them elsewhere', () => {
    const context = contextOf('use: { purpose: commercial, distribution: product }');
    const pulled = reference('qwen3:8b', { registry: 'ollama' });
    const duties = (paths: readonly string[]): readonly string[] =>
      evaluateWorkspace(
        paths.map((path) => ({ path, reference: pulled, context })),
        evidenceOf({}),
      ).findings.map(({ use }) => use.path);
    expect(duties(['start.sh'])).toEqual([]);
    expect(duties(['a.sh', 'docker/Dockerfile'])).toEqual(['docker/Dockerfile']);
  });

  it('is sorted by model, and counts the terms of bases', () => {
    const context = contextOf(SERVICE);
    const uses = ['someone/llama-in-apache', 'google/gemma-2-9b-it', LLAMA].map(
      (id): WorkspaceUse => ({ path: 'a.py', reference: reference(id), context }),
    );
    const { ledger } = evaluateWorkspace(uses, evidenceOf({}));
    const models = ledger.map(({ model }) => model);
    expect(models).toEqual([...models].sort());
    expect(
      ledger.some(({ model, what }) => model === 'someone/llama-in-apache' && what === 'display-phrase'),
    ).toBe(true);
  });
});
