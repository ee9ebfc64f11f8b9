import { describe, expect, it } from 'vitest';
import { audit, type AuditOptions } from '../../../src/core/audit/audit';
import { auditWithResearch } from '../../../src/core/audit/auditWithResearch';
import { findingsInLock } from '../../../src/core/audit/locks';
import type { AuditResult } from '../../../src/core/audit/result';
import { approveModels } from '../../../src/core/drift/approve';
import { DRIFT_RULES } from '../../../src/core/drift/compareLock';
import { createEngine } from '../../../src/core/engine';
import { createClaimStore, type ClaimStore, type ModelClaim } from '../../../src/core/lookup/claim';
import type { Research } from '../../../src/core/lookup/research';
import { render } from '../../../src/core/message';
import { ruleInfo } from '../../../src/core/policy/rules';
import { TEST_CATALOG } from '../../support/catalog';
import { memoryFiles, memoryHost, type Tree } from './memory';

const LOCK = '.model-lock.yaml';
const SHA = 'a'.repeat(40);
const USE = 'model = AutoModel.from_pretrained("Qwen/Qwen3-8B")\n';

function lock(model: string, facts: Readonly<Record<string, unknown>>): string {
  return `version: 1\nmodels:\n  ${JSON.stringify(model)}:\n${Object.entries(facts)
    .map(([key, value]) => `    ${key}: ${JSON.stringify(value)}\n`)
    .join('')}`;
}

function hostWith(claims: ClaimStore) {
  return { ...memoryHost, engine: createEngine(TEST_CATALOG, { now: () => Date.UTC(2026, 10, 24) }, claims) };
}

function run(
  tree: Tree,
  claims = createClaimStore(),
  options: Partial<AuditOptions> = {},
): Promise<AuditResult> {
  return audit({ folders: [{ name: 'root', source: memoryFiles(tree) }], ...options }, hostWith(claims));
}

function claim(facts: Partial<ModelClaim>): ModelClaim {
  return {
    model: 'Qwen/Qwen3-8B',
    origin: 'hub',
    source: 'https://huggingface.co/Qwen/Qwen3-8B',
    date: '2026-11-24',
    confidence: 'high',
    ...facts,
  };
}

const driftOf = ({ findings }: AuditResult): readonly string[] =>
  findings
    .filter(({ finding }) => finding.rule.startsWith('drift/'))
    .map(
      ({ path, span, finding }) =>
        `${path}:${span.line}:${span.column} ${finding.severity} ${finding.rule} ${render(finding.message)}`,
    );

describe('the lock file of an audited root', () => {
  it('that agrees gives no finding, and neither does a root without one', async () => {
    expect(
      driftOf(
        await run({ 'a.py': USE, [LOCK]: lock('Qwen/Qwen3-8B', { license: 'apache-2.0', origin: ['CN'] }) }),
      ),
    ).toEqual([]);
    expect(driftOf(await run({ 'a.py': USE }))).toEqual([]);
  });

  it('gives old and new at the first use of the model', async () => {
    const result = await run({
      'a.py': USE,
      'b.py': USE,
      [LOCK]: lock('Qwen/Qwen3-8B', { license: 'mit', approvedBy: 'legal', approvedOn: '2026-01-02' }),
    });
    expect(driftOf(result)).toEqual([
      'a.py:1:36 information drift/license-changed Qwen/Qwen3-8B: the license was mit when it was approved and is apache-2.0 now',
    ]);
    expect(
      result.findings.find(({ finding }) => finding.rule === 'drift/license-changed')?.finding,
    ).toMatchObject({
      data: { was: 'mit', is: 'apache-2.0' },
      decision: { kind: 'fact', source: '.model-lock.yaml, legal, 2026-01-02' },
    });
  });

  it('lists a use that nobody approved and, in the lock, an entry that is not in use', async () => {
    expect(driftOf(await run({ 'a.py': USE, [LOCK]: lock('acme/left-over', { license: 'mit' }) }))).toEqual([
      '.model-lock.yaml:3:3 information drift/unused-entry acme/left-over is in the lock and no longer in use',
      'a.py:1:36 information drift/new-model Qwen/Qwen3-8B is in use but not in the lock: approve it, or remove it',
    ]);
  });

  it('does not call an entry unused when only a part was looked at, or something could not be read', async () => {
    const left = lock('acme/left-over', { license: 'mit' });
    const part = await audit(
      {
        folders: [
          {
            name: 'root',
            source: memoryFiles({ 'a.py': 'x', 'b.py': 'y', [LOCK]: left }),
            include: ['a.py'],
          },
        ],
      },
      hostWith(createClaimStore()),
    );
    expect(driftOf(part)).toEqual([]);
    expect(driftOf(await run({ 'a.py': new Error('EACCES'), [LOCK]: left }))).toEqual([]);
  });

  it.each([
    [
      'a name of a gateway',
      'llm_model: str = "openai/chat-default"\nllm_base_url: str = "http://litellm:4000"\n',
    ],
    ['a deployment', 'litellm.completion(model="azure/house-prod")\n'],
  ])('leaves %s that the rest may tell to an audit of the whole', async (_, text) => {
    const tree = { 'a.py': text, 'b.py': USE, [LOCK]: lock('acme/left-over', { license: 'mit' }) };
    const of = (include: readonly string[]): Promise<AuditResult> =>
      audit(
        { folders: [{ name: 'root', source: memoryFiles(tree), include }] },
        hostWith(createClaimStore()),
      );
    expect(driftOf(await of(['a.py']))).toEqual([]);
    expect(driftOf(await of(['b.py']))).toEqual([expect.stringContaining('drift/new-model Qwen/Qwen3-8B')]);
    expect(driftOf(await run(tree))).toContainEqual(expect.stringMatching(/^a\.py.*drift\/new-model/));
  });

  it('speaks of the uses in its own folder alone', async () => {
    const left = lock('acme/left-over', { license: 'mit' });
    const folders = [
      { name: 'one', source: memoryFiles({ 'a.py': USE }) },
      { name: 'two', source: memoryFiles({ 'b.py': 'x', [LOCK]: left }) },
    ];
    const result = await audit({ folders }, hostWith(createClaimStore()));
    expect(driftOf(result)).toEqual([
      'two/.model-lock.yaml:3:3 information drift/unused-entry acme/left-over is in the lock and no longer in use',
    ]);
    expect(result.locks.map(({ current }) => current.length)).toEqual([1, 0]);
  });

  it('judges no mention', async () => {
    expect(
      driftOf(
        await run({
          'README.md': 'We compared it with Qwen/Qwen3-8B.\n',
          [LOCK]: 'version: 1\nmodels: {}\n',
        }),
      ),
    ).toEqual([]);
  });

  it('with a mistake counts for nothing and gives the place', async () => {
    const result = await run({ 'a.py': USE, [LOCK]: 'version: 1\nmodels:\n  a/b: yes\n' });
    expect(driftOf(result)).toEqual([
      '.model-lock.yaml:3:3 error drift/invalid-lock "a/b" of the lock file must map to its facts',
    ]);
    expect(result.locks).toMatchObject([{ broken: { line: 3 } }]);
  });

  it.each([
    ['a link', 'link'],
    ['a folder', 'folder'],
    ['a pipe', 'other'],
  ] as const)('that is %s is a lock with a mistake', async (_, kind) => {
    const files = memoryFiles({ 'a.py': USE, [LOCK]: lock('Qwen/Qwen3-8B', { license: 'mit' }) });
    const source = {
      ...files,
      list: async (folder: string) =>
        (await files.list(folder)).map((entry) => (entry.path === LOCK ? { ...entry, kind } : entry)),
    };
    const result = await audit({ folders: [{ name: 'root', source }] }, hostWith(createClaimStore()));
    expect(driftOf(result)).toEqual([
      `${LOCK}:1:1 error drift/invalid-lock ${LOCK} is a link, a folder or a device: put the file itself in its place`,
    ]);
  });

  it('that cannot be read is a lock with a mistake, and the audit is not complete', async () => {
    const result = await run({ 'a.py': USE, [LOCK]: new Error('EACCES') });
    expect(driftOf(result)).toEqual([`${LOCK}:1:1 error drift/invalid-lock ${LOCK} cannot be read: EACCES`]);
    expect(result.stats.complete).toBe(false);
    const binary = await run({ 'a.py': USE, [LOCK]: new Uint8Array([0xff, 0, 0x80, 0xfe, 0, 1, 2]) });
    expect(driftOf(binary)).toEqual([
      `${LOCK}:1:1 error drift/invalid-lock ${LOCK} is neither UTF-8 nor UTF-16 text`,
    ]);
  });

  it('that is half right counts for nothing', async () => {
    for (const facts of [{ licence: 'mit' }, { license: 5 }, { license: ['mit'] }])
      expect(driftOf(await run({ 'a.py': USE, [LOCK]: lock('Qwen/Qwen3-8B', facts) })).join()).toMatch(
        /^\.model-lock\.yaml:4:\d+ error drift\/invalid-lock/,
      );
  });

  it('takes its severities from the policy, which can switch a rule off', async () => {
    const tree = { 'a.py': USE, [LOCK]: lock('Qwen/Qwen3-8B', { license: 'mit', openness: 'api-only' }) };
    expect(
      driftOf(await run({ ...tree, '.model-policy.yaml': 'version: 1\n' })).map((line) =>
        line.split(' ').slice(1, 3).join(' '),
      ),
    ).toEqual(['error drift/license-changed', 'warning drift/openness-changed']);
    expect(
      driftOf(
        await run({
          ...tree,
          '.model-policy.yaml':
            'version: 1\nrules: { drift/license-changed: warning, drift/openness-changed: off }\n',
        }),
      ).map((line) => line.split(' ').slice(1, 3).join(' ')),
    ).toEqual(['warning drift/license-changed']);
  });

  it('is silenced by an exception, which then is used', async () => {
    const tree = {
      'a.py': USE,
      [LOCK]: lock('Qwen/Qwen3-8B', { license: 'mit' }),
      '.model-policy.yaml':
        'version: 1\nexceptions:\n  - { model: Qwen/*, rules: [drift/license-changed], reason: known }\n',
    };
    const result = await run(tree);
    expect(driftOf(result)).toEqual([]);
    expect(result.findings.map(({ finding }) => finding.rule)).not.toContain('policy/unused-exception');
  });

  it('is compared with what the Hub says: gated, moved, renamed, gone', async () => {
    const tree = {
      'a.py': USE,
      [LOCK]: lock('Qwen/Qwen3-8B', { license: 'apache-2.0', gated: false, revision: SHA }),
    };
    const claims = createClaimStore();
    claims.add(
      'Qwen/Qwen3-8B',
      claim({ licenses: ['apache-2.0'], gated: true, revision: 'b'.repeat(40), model: 'Qwen/Qwen3-8B-v2' }),
    );
    expect(driftOf(await run(tree, claims)).map((line) => line.split(' ')[2])).toEqual([
      'drift/gated',
      'drift/renamed',
      'drift/revision-moved',
    ]);
    const absent = createClaimStore();
    absent.setGone('Qwen/Qwen3-8B', true);
    expect(driftOf(await run(tree, absent))).toEqual([
      'a.py:1:36 information drift/gone Qwen/Qwen3-8B was approved, and the Hub no longer shows it',
    ]);
  });

  it('compares the commit that the text names, whatever the Hub’s own is', async () => {
    const claims = createClaimStore();
    claims.add('Qwen/Qwen3-8B', claim({ revision: 'b'.repeat(40) }));
    const tree = {
      'a.py': `model = AutoModel.from_pretrained("Qwen/Qwen3-8B", revision="${SHA}")\n`,
      [LOCK]: lock('Qwen/Qwen3-8B', { license: 'apache-2.0', revision: SHA }),
    };
    expect(driftOf(await run(tree, claims))).toEqual([]);
  });

  it('that approves what the audit found agrees with the next audit, and is the same bytes again', async () => {
    const tree = {
      'a.py': USE,
      'c.py': 'AutoModel.from_pretrained("acme/unknown-7b")\n',
      'd.yaml': 'model: gpt-4o\n',
    };
    const approval = { approvedBy: 'legal', approvedOn: '2026-11-24' };
    const [first] = (await run(tree)).locks;
    const text = first === undefined ? '' : approveModels(first.current, approval, first);
    const second = await run({ ...tree, [LOCK]: text });
    expect(driftOf(second)).toEqual([]);
    const [again] = second.locks;
    expect(
      again === undefined
        ? ''
        : approveModels(again.current, { approvedBy: 'someone else', approvedOn: '2027-01-01' }, again),
    ).toBe(text);
  });

  it('has an explanation for each kind of finding', () => {
    for (const rule of [...DRIFT_RULES, 'drift/invalid-lock']) expect(ruleInfo(rule), rule).toBeDefined();
  });
});

describe('a lock file in an editor', () => {
  const text = lock('acme/left-over', { license: 'mit' });

  it('keeps what an audit found of its entries, where they stand now, as long as they are there', async () => {
    const audited = (await run({ 'a.py': 'x\n', [LOCK]: text })).findings.map(({ finding }) => finding);
    expect(audited.map(({ rule }) => rule)).toEqual(['drift/unused-entry']);
    const moved = `# a comment\n${text}`;
    const [now] = findingsInLock(moved, undefined, audited);
    expect(moved.slice(now?.range.start, now?.range.end)).toBe('"acme/left-over"');
    expect(findingsInLock('version: 1\nmodels: {}\n', undefined, audited)).toEqual([]);
  });

  it('has its mistake alone while it has one', () => {
    expect(
      findingsInLock('version: 7\n', undefined, []).map(({ rule, severity }) => [rule, severity]),
    ).toEqual([['drift/invalid-lock', 'error']]);
  });
});

describe('an audit that asks', () => {
  const NEW = 'AutoModel.from_pretrained("acme/new-7b")\n';

  function asking(claims: ClaimStore): Research & { readonly asked: string[] } {
    const asked: string[] = [];
    return {
      asked,
      stateOf: () => undefined,
      unanswered: () => [],
      async lookUp(models) {
        for (const { id } of models) {
          asked.push(id);
          if (id === 'acme/new-7b') claims.add(id, claim({ model: id, licenses: ['cc-by-nc-4.0'] }));
        }
      },
    };
  }

  it('judges by what it learnt, asks for each model in use once, and reads files that name none once', async () => {
    const claims = createClaimStore();
    const research = asking(claims);
    const result = await auditWithResearch(
      {
        folders: [
          {
            name: 'root',
            source: memoryFiles({
              'a.py': NEW + NEW,
              'b.py': USE,
              'README.md': 'See mistralai/Mistral-7B-Instruct-v0.3.\n',
            }),
          },
        ],
      },
      hostWith(claims),
      research,
    );
    expect(research.asked).toEqual(['acme/new-7b', 'Qwen/Qwen3-8B']);
    expect(result.models.find(({ id }) => id === 'acme/new-7b')?.license.declared?.key).toBe('cc-by-nc-4.0');
    expect(
      result.findings
        .filter(({ finding }) => finding.rule === 'license/non-commercial')
        .map(({ path }) => path),
    ).toEqual(['a.py', 'a.py']);
  });

  it('that is canceled while it asks keeps what it learnt, and says that it is not complete', async () => {
    const claims = createClaimStore();
    const signal = { canceled: false };
    const research = {
      ...asking(claims),
      lookUp: async () => {
        claims.add('acme/new-7b', claim({ model: 'acme/new-7b', licenses: ['mit'] }));
        signal.canceled = true;
      },
    };
    const result = await auditWithResearch(
      { folders: [{ name: 'root', source: memoryFiles({ 'a.py': NEW }) }], signal },
      hostWith(claims),
      research,
    );
    expect(result.models.map(({ id, license }) => [id, license.declared?.key])).toEqual([
      ['acme/new-7b', 'mit'],
    ]);
    expect(result.stats).toMatchObject({ canceled: true, complete: false });
  });
});
