import { describe, expect, it } from 'vitest';
import { replacementsFor } from '../../../src/core/fixes/candidates';
import { createLookup } from '../../../src/core/lookup/lookup';
import type { ModelReference } from '../../../src/core/reference';
import type { ServiceRecord } from '../../../src/core/catalog/hostRecords';
import type { ModelRecord } from '../../../src/core/catalog/records';
import { modelRecord, testCatalog } from '../../support/catalog';
import { hostRecord, service } from '../../support/hosts';
import { policy, reference, TODAY } from '../policy/support';

/** Ids of the replacements for `x/model-7B-Instruct`, which the policy denies. */
function replacements(
  others: readonly ModelRecord[],
  old: Partial<ModelRecord> = {},
  yaml = 'licenses: { deny: [gemma] }',
): readonly (string | undefined)[] {
  const denied = modelRecord('x/model-7B-Instruct', { task: 'text-generation', license: 'gemma', ...old });
  const catalog = testCatalog([denied, ...others]);
  const context = { catalog, lookup: createLookup(catalog), policy: policy(yaml), today: TODAY };
  const model = context.lookup.find(denied.id, 'huggingface');
  return replacementsFor(model!, { ...reference(denied.id), registry: 'huggingface' }, context).map(
    ({ record }) => record?.id,
  );
}

function other(id: string, facts: Partial<ModelRecord> = {}): ModelRecord {
  return modelRecord(id, {
    task: 'text-generation',
    license: 'mit',
    openness: 'open-weights',
    publisher: 'meta',
    ...facts,
  });
}

describe('the ranking of replacements', () => {
  it('goes by purpose and then by size, from the name where it is not stated', () => {
    expect(
      replacements([
        other('a/base-7B'),
        other('b/far-20B-chat'),
        other('c/near-8b-it'),
        other('d/stated-instruct', { parameters: 14e9 }),
        other('e/small-500M-chat'),
      ]),
    ).toEqual(['c/near-8b-it', 'd/stated-instruct', 'b/far-20B-chat']);
  });

  it('takes a copy of which no day of release is known for as old as its original', () => {
    const original = other('y/model-7B-Instruct', { license: 'gemma', released: '2025-10-02' });
    const copy = { copyOf: original.id, released: null };
    const old = other('a/old-7B-chat', { released: '2022-01-01' });
    const later = other('b/later-14B-chat', { released: '2025-11-01' });
    expect(replacements([original, old, later], copy)[0]).toBe(later.id);
    expect(replacements([old, later])[0]).toBe(old.id);
  });

  it('leaves out what is far larger or smaller, or is for another job by its name', () => {
    expect(
      replacements([
        other('a/big-70B-chat'),
        other('b/tiny-500M-chat'),
        other('c/guard-8B-chat'),
        other('d/reranker-8B'),
        other('e/clip-8B'),
        other('f/8B-chat'),
      ]),
    ).toEqual(['f/8B-chat']);
  });

  it('then by the month, openness, and how widely it is known', () => {
    expect(
      replacements([
        other('a/w-7B-chat', { openness: 'weights-available', released: '2025-01-01' }),
        other('b/old-7B-chat', { released: '2023-01-01' }),
        other('c/new-7B-chat', { released: '2025-06-01' }),
        other('d/open-7B-chat', { released: '2025-01-31', aliases: ['ollama:known'] }),
        other('e/open-7B-chat', { released: '2025-01-31' }),
      ]),
    ).toEqual(['c/new-7B-chat', 'd/open-7B-chat', 'e/open-7B-chat']);
  });

  it('takes a day that is not known for that of its line, or of the model it replaces', () => {
    expect(
      replacements(
        [
          other('a/alpha-7B-chat'),
          other('a/alpha-70B-chat', { released: '2026-01-01' }),
          other('b/old-7B-chat', { released: '2024-03-01' }),
          other('c/beta-7B-chat'),
        ],
        { released: '2025-01-01' },
      ),
    ).toEqual(['a/alpha-7B-chat', 'c/beta-7B-chat', 'b/old-7B-chat']);
  });

  it('prefers the family of the same publisher, and the exact size among the same day', () => {
    expect(
      replacements(
        [
          other('a/nova-8B-chat', { released: '2026-01-01' }),
          other('x/model-9B-chat', { released: '2024-01-01' }),
          other('b/nova-7B-chat', { released: '2026-01-01' }),
        ],
        { publisher: 'meta' },
      ),
    ).toEqual(['x/model-9B-chat', 'b/nova-7B-chat', 'a/nova-8B-chat']);
  });

  it('takes no slow one for pictures before a fast one, where the replaced one is fast', () => {
    const image = { task: 'text-to-image' };
    const both = [other('a/wide', { ...image, released: '2026-01-01' }), other('b/wide-schnell', image)];
    expect(replacements(both, { ...image, id: 'x/sdxl-turbo' })).toEqual(['b/wide-schnell', 'a/wide']);
    expect(replacements(both, { ...image, id: 'x/sdxl' })).toEqual(['a/wide', 'b/wide-schnell']);
  });

  it('takes the smaller one where the size of the replaced one is not known', () => {
    const speech = { task: 'automatic-speech-recognition', released: '2026-01-01' };
    const many = [other('a/asr-10B-multilingual', speech), other('b/asr-3B-multilingual', speech)];
    expect(replacements(many, { ...speech, id: 'x/asr-multilingual' })).toEqual([
      'b/asr-3B-multilingual',
      'a/asr-10B-multilingual',
    ]);
  });

  it("leaves out strangers' models where the replaced one is a publisher's own and there are many", () => {
    const stranger = other('a/7B-chat', { publisher: null });
    expect(replacements([stranger], { publisher: 'meta' })).toEqual([]);
    expect(
      replacements([{ ...stranger, task: 'depth-estimation' }], {
        publisher: 'meta',
        task: 'depth-estimation',
      }),
    ).toEqual(['a/7B-chat']);
  });

  it('knows one that follows instructions by the base beside it', () => {
    expect(
      replacements([
        other('a/marked-7B'),
        other('a/marked-7B-Base'),
        other('b/plain-7B', { publisher: null }),
      ]),
    ).toEqual(['a/marked-7B']);
  });

  it('are none where nothing tells whether the replaced one follows instructions, which no base model stands in for', () => {
    const others = [other('a/nova-7B-chat'), other('b/plain-7B'), other('c/nova-7B-base')];
    expect(replacements(others, { id: 'x/model-7B' })).toEqual([]);
    expect(replacements(others.slice(1))).toEqual([]);
    expect(
      replacements([...others, other('x/model-7B-chat', { license: 'gemma' })], { id: 'x/model-7B' }),
    ).toEqual(['b/plain-7B', 'c/nova-7B-base', 'a/nova-7B-chat']);
  });

  it('compares served models of one publisher by their grades, and offers none that may be older or that its host does not list', () => {
    const served = (id: string, released: string | null): ModelRecord =>
      modelRecord(id, { license: 'mit', openness: 'api-only', publisher: 'meta', released }, 'anthropic');
    const denied = served('claude-3-opus', '2024-03-01');
    const others = [
      served('claude-opus-5', '2026-01-01'),
      served('claude-opus-5-1', '2026-05-01'),
      served('claude-opus-6', null),
      served('claude-opus', null),
      served('claude-haiku-5', '2026-01-01'),
    ];
    const listed = others.filter(({ id }) => id !== 'claude-opus-5-1');
    const catalog = testCatalog(
      [denied, ...others],
      [hostRecord('anthropic', { names: listed.map(({ id }) => service(id)) })],
    );
    const context = {
      catalog,
      lookup: createLookup(catalog),
      policy: policy('models: { deny: [claude-3-opus] }'),
      today: TODAY,
    };
    expect(
      replacementsFor(
        context.lookup.find(denied.id, 'anthropic')!,
        reference(denied.id, { registry: 'anthropic' }),
        context,
      ).map(({ record }) => record?.id),
    ).toEqual(['claude-opus-5', 'claude-opus-6']);
  });

  it("prefers a publisher's own model to a stranger's", () => {
    expect(replacements([other('a/7B-chat', { publisher: null }), other('b/7B-chat')])).toEqual([
      'b/7B-chat',
      'a/7B-chat',
    ]);
  });

  it('leaves out what nobody can move to', () => {
    expect(
      replacements([
        other('a/7B-chat', { task: 'text-to-image' }),
        other('c/7B-chat', { license: null }),
        other('d/7B-chat', { copyOf: 'x/y' }),
        other('e/7B-chat', { license: 'gemma' }),
        modelRecord('gpt', { task: 'text-generation', license: 'mit' }, 'openai'),
        other('f/7B-chat', { license: 'none-stated' }),
      ]),
    ).toEqual([]);
  });

  it('takes the task of the base where the model has none, and two names of one task as the same', () => {
    expect(
      replacements([other('a/7B-chat')], {
        task: null,
        lineage: [{ model: 'a/7B-chat', relation: 'finetune' }],
      }),
    ).toEqual(['a/7B-chat']);
    expect(
      replacements([other('a/multilingual-embed', { task: 'sentence-similarity' })], {
        task: 'feature-extraction',
      }),
    ).toEqual(['a/multilingual-embed']);
    expect(replacements([other('a/7B-chat')], { task: null })).toEqual([]);
  });

  it('takes no task of a base that fills gaps, which is there to be trained for others', () => {
    const bases = [
      other('a/bert-7B', { task: 'fill-mask' }),
      other('b/modern-bert-7B', { task: 'fill-mask' }),
    ];
    const made = (relation: 'finetune' | 'quantized') =>
      replacements(bases, { task: null, lineage: [{ model: 'a/bert-7B', relation }] });
    expect(made('finetune')).toEqual([]);
    expect(made('quantized')).toContain('b/modern-bert-7B');
  });

  it('goes by the name where the task that is stated is a wide one', () => {
    expect(
      replacements([other('a/m2m100_7B', { task: 'text2text-generation' })], { task: 'translation' }),
    ).toEqual(['a/m2m100_7B']);
  });

  it("are none for a bare name in code of which no loader says that it is Ollama's", () => {
    const catalog = testCatalog([
      modelRecord('x/model-7B-it', {
        task: 'text-generation',
        license: 'gemma',
        aliases: ['ollama:model', 'ollama:model:7b'],
      }),
      other('a/other-7B-it', { aliases: ['ollama:other'] }),
    ]);
    const context = {
      catalog,
      lookup: createLookup(catalog),
      policy: policy('licenses: { deny: [gemma] }'),
      today: TODAY,
    };
    const offered = (id: string, more: Partial<ModelReference>): readonly string[] =>
      replacementsFor(
        context.lookup.find(id, 'ollama')!,
        { ...reference(id, { registry: 'ollama' }), ...more },
        context,
      ).map(({ spelling }) => spelling);
    expect(offered('model', { evidence: ['key:model', 'catalog'] })).toEqual([]);
    expect(offered('model', { evidence: ['loader:ollama.chat'] })).toEqual(['other']);
    expect(offered('model', { evidence: ['key:model'], where: 'config' })).toEqual(['other']);
    expect(offered('model:7b', { evidence: ['key:model'] })).toEqual(['other']);
  });

  it('are searched for once for all contexts of one policy and day, and anew for another', () => {
    const catalog = testCatalog([
      modelRecord('x/model-7B-it', { task: 'text-generation', license: 'gemma' }),
      other('a/other-7B-it'),
    ]);
    const rules = policy('licenses: { deny: [gemma] }');
    const context = { catalog, lookup: createLookup(catalog), policy: rules, today: TODAY };
    const found = (more: object): readonly unknown[] =>
      replacementsFor(
        context.lookup.find('x/model-7B-it')!,
        { ...reference('x/model-7B-it'), registry: 'huggingface' },
        { ...context, ...more },
      );
    expect(found({}).length).toBe(1);
    expect(found({})).toBe(found({}));
    expect(found({ policy: policy('licenses: { deny: [gemma, mit] }') })).toEqual([]);
    expect(found({ today: '2099-01-01' })).not.toBe(found({}));
  });
});

const OLD = 'anthropic.claude-3-haiku-20240307-v1:0';

/** Spellings of the replacements for a name at Bedrock, whose calendar has the given names. */
function atBedrock(
  names: Readonly<Record<string, Partial<ServiceRecord>>>,
  { id = OLD, yaml = '', more = [] }: { id?: string; yaml?: string; more?: readonly ModelRecord[] } = {},
): readonly string[] {
  const claude = (name: string, released: string | null): ModelRecord =>
    modelRecord(
      name,
      {
        license: 'mit',
        openness: 'api-only',
        publisher: 'anthropic',
        released,
        aliases: [`bedrock:anthropic.${name}`],
      },
      'anthropic',
    );
  const catalog = testCatalog(
    [
      claude('claude-3-haiku-20240307', '2024-03-07'),
      claude('claude-haiku-4-5', '2025-10-01'),
      claude('claude-haiku-5-5', null),
      claude('claude-sonnet-5', '2026-06-01'),
      claude('claude-sonnet-4-5', '2025-09-01'),
      ...more,
    ],
    [
      hostRecord('bedrock', {
        operator: 'google',
        names: Object.entries(names).map(([name, facts]) => service(name, facts)),
        regions: {
          from: 'id-prefix',
          places: { 'apac.': 'APAC', 'jp.': 'JP' },
          spans: { 'apac.': ['JP', 'SG'] },
        },
        resells: ['huggingface'],
      }),
    ],
  );
  const context = {
    catalog,
    lookup: createLookup(catalog),
    policy: yaml === '' ? undefined : policy(yaml),
    today: TODAY,
  };
  return replacementsFor(
    context.lookup.find(id, 'bedrock', 'bedrock')!,
    reference(id, { registry: 'bedrock', role: 'calls' }),
    context,
  ).map(({ spelling }) => spelling);
}

describe('replacements at a host', () => {
  const ended = { status: 'retired', endsOn: '2026-09-10' } as const;

  it('are spelled as the host lists them, behind the same group of regions', () => {
    const names = {
      [OLD]: ended,
      'anthropic.claude-haiku-4-5': {},
      'jp.anthropic.claude-haiku-5-5': {},
      'anthropic.claude-sonnet-5': {},
    };
    expect(atBedrock(names)).toEqual(['anthropic.claude-haiku-4-5']);
    expect(atBedrock(names, { id: `jp.${OLD}` })).toEqual(['jp.anthropic.claude-haiku-5-5']);
    expect(atBedrock(names, { id: `apac.${OLD}` })).toEqual([]);
    const inJapan = { id: `apac.${OLD}`, yaml: 'hosting: { processedIn: [JP] }' };
    expect(atBedrock(names, inJapan)).toEqual(['jp.anthropic.claude-haiku-5-5']);
    expect(atBedrock(names, { ...inJapan, yaml: 'hosting: { processedIn: [SG] }' })).toEqual([]);
  });

  it('are spelled like the name that they replace where the host lists several', () => {
    const names = {
      [OLD]: ended,
      'r/anthropic.claude-haiku-4-5': {},
      'models/anthropic.claude-haiku-4-5': {},
    };
    expect(atBedrock(names, { id: `models/${OLD}` })).toEqual(['models/anthropic.claude-haiku-4-5']);
  });

  it('begin with the successor that the host names', () => {
    const names = { 'anthropic.claude-haiku-4-5': {}, 'anthropic.claude-sonnet-5': {} };
    const renewed = { ...names, [OLD]: { ...ended, successor: 'anthropic.claude-sonnet-5' } };
    expect(atBedrock(renewed)).toEqual(['anthropic.claude-sonnet-5', 'anthropic.claude-haiku-4-5']);
    expect(atBedrock(renewed, { yaml: 'models: { deny: [claude-sonnet-*] }' })).toEqual([
      'anthropic.claude-haiku-4-5',
    ]);
    expect(atBedrock(renewed, { id: `eu.${OLD}` })).toEqual([]);
  });

  it('have no successor that the policy warns of, as it warns of the replaced one', () => {
    const names = {
      [OLD]: { ...ended, successor: 'anthropic.claude-sonnet-5' },
      'anthropic.claude-sonnet-5': {},
    };
    expect(atBedrock(names, { yaml: 'origins: { warn: [US] }' })).toEqual([]);
  });

  it('have the successor also where only the host tells of it', () => {
    const names = { [OLD]: { ...ended, successor: 'anthropic.claude-new' }, 'anthropic.claude-new': {} };
    expect(atBedrock(names)).toEqual(['anthropic.claude-new']);
  });

  it('have no successor that is called in another way by its name', () => {
    const names = {
      [OLD]: { ...ended, successor: 'anthropic.claude-realtime' },
      'anthropic.claude-realtime': {},
    };
    expect(atBedrock(names)).toEqual([]);
  });

  it('are like the successor where that ends too, and nothing is like the model itself', () => {
    const names = {
      [OLD]: { ...ended, successor: 'anthropic.claude-sonnet-4-5' },
      'anthropic.claude-sonnet-4-5': { status: 'deprecated', endsOn: '2027-04-08' } as const,
      'anthropic.claude-sonnet-5': {},
    };
    expect(atBedrock(names)).toEqual(['anthropic.claude-sonnet-5']);
  });

  it("are none of another maker's, whose size says nothing beside a served model's", () => {
    const names = { [OLD]: ended, 'google.gemma-2b-it': {} };
    const gemma = other('google/gemma-2b-it', { aliases: ['bedrock:google.gemma-2b-it'] });
    expect(atBedrock(names, { more: [gemma] })).toEqual([]);
  });

  it('are none from a country whose hosts the policy turns away, unless the replaced one is from there', () => {
    const old = other('acme/nova-8B-chat', { aliases: ['bedrock:acme.nova-8b'], publisher: 'meta' });
    const chinese = other('Qwen/Qwen9-8B-chat', { aliases: ['bedrock:qwen.qwen9-8b'], publisher: 'alibaba' });
    const american = other('meta/nova-7B-chat', { aliases: ['bedrock:meta.nova-7b'] });
    const names = { 'acme.nova-8b': ended, 'qwen.qwen9-8b': {}, 'meta.nova-7b': {} };
    const more = [old, chinese, american];
    expect(atBedrock(names, { id: 'acme.nova-8b', more })).toContain('qwen.qwen9-8b');
    const yaml = 'hosting: { deny: [CN] }';
    expect(atBedrock(names, { id: 'acme.nova-8b', more, yaml })).toEqual(['meta.nova-7b']);
    const own = { ...old, publisher: 'alibaba' };
    expect(atBedrock(names, { id: 'acme.nova-8b', more: [own, chinese], yaml })).toEqual(['qwen.qwen9-8b']);
  });

  it('are of the same family before those of a nearer size, and no preview before what stays', () => {
    const names = {
      'acme.nova-8b': ended,
      'meta.nova-16b': {},
      'qwen.qwen9-8b': {},
      'meta.nova-8b-preview': {},
    };
    const more = [
      other('acme/nova-8B-chat', { aliases: ['bedrock:acme.nova-8b'] }),
      other('meta/nova-16B-chat', { aliases: ['bedrock:meta.nova-16b'] }),
      other('meta/nova-8B-preview-chat', { aliases: ['bedrock:meta.nova-8b-preview'] }),
      other('Qwen/Qwen9-8B-chat', { aliases: ['bedrock:qwen.qwen9-8b'], publisher: 'alibaba' }),
    ];
    expect(atBedrock(names, { id: 'acme.nova-8b', more })).toEqual([
      'meta.nova-16b',
      'qwen.qwen9-8b',
      'meta.nova-8b-preview',
    ]);
  });
});

describe('what is asked again', () => {
  const old = modelRecord('x/model-7B-Instruct', { task: 'text-generation' });
  const catalog = testCatalog([old, other('a/near-7B-chat')]);
  const context = { catalog, lookup: createLookup(catalog), today: TODAY };
  const model = context.lookup.find(old.id, 'huggingface')!;
  const at = (path: string, rules?: ReturnType<typeof policy>) =>
    replacementsFor(
      model,
      { ...reference(old.id), registry: 'huggingface' },
      { ...context, path, policy: rules },
    );

  it('is answered once without a policy, but for what builds an image', () => {
    expect(at('a.py')).toHaveLength(1);
    expect(at('b.py')).toBe(at('a.py'));
    expect(at('Dockerfile')).not.toBe(at('a.py'));
  });

  it('is answered for each path with a policy, which may have rules for paths', () => {
    const rules = policy('licenses: { deny: [gemma] }');
    expect(at('b.py', rules)).not.toBe(at('a.py', rules));
    expect(at('a.py', rules)).toBe(at('a.py', rules));
  });
});
