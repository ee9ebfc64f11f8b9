import { describe, expect, it } from 'vitest';
import type { Catalog } from '../../../src/core/catalog/records';
import { decodeCatalog, encodeCatalog } from '../../../src/core/catalog/compiled';
import type { Registry } from '../../../src/core/vocabulary';
import { builtCatalog, builtRecords } from '../../support/builtCatalog';

const catalogs = { built: builtCatalog(), compiled: decodeCatalog(encodeCatalog(builtRecords())) };

/** What a spelling leads to, in the words `registry:id via`. */
function resolved(catalog: Catalog, spelling: string, registry?: Registry): string | undefined {
  const found = catalog.resolve(spelling, registry);
  return found && `${found.record.registry}:${found.record.id}`;
}

describe('a repository without a record', () => {
  it.each([
    'iic/speech_new',
    'damo/speech_new',
    'modelscope/iic/speech_new',
    'https://www.modelscope.cn/models/iic/new',
  ])('has the publisher of its namespace at ModelScope too: %s', (spelling) => {
    for (const catalog of Object.values(catalogs))
      expect(catalog.resolve(spelling, 'modelscope')?.record.publisher).toBe('alibaba');
  });

  it('has none where the namespace is nobody’s', () => {
    expect(catalogs.built.resolve('acme/speech_new', 'modelscope')).toBeUndefined();
    expect(catalogs.built.resolve('speech_new', 'modelscope')).toBeUndefined();
    // What ModelScope calls damo is no namespace of the Hub.
    expect(catalogs.built.resolve('damo/speech_new', 'huggingface')).toBeUndefined();
  });
});

const SPELLINGS: readonly (readonly [spelling: string, registry: Registry | undefined, leadsTo: string])[] = [
  ['https://huggingface.co/Qwen/Qwen3-8B/tree/main', undefined, 'huggingface:Qwen/Qwen3-8B'],
  ['hf://meta-llama/Llama-3.1-8B-Instruct', undefined, 'huggingface:meta-llama/Llama-3.1-8B-Instruct'],
  ['meta-llama/Meta-Llama-3.1-8B-Instruct', 'huggingface', 'huggingface:meta-llama/Llama-3.1-8B-Instruct'],
  ['tts_models/deu/fairseq/vits', undefined, 'huggingface:facebook/mms-tts-deu'],
  ['tts_models/[lang]/fairseq/vits', undefined, 'huggingface:facebook/mms-tts'],
  ['xtts_v2', undefined, 'huggingface:coqui/XTTS-v2'],
  ['bert-base-uncased', 'huggingface', 'huggingface:google-bert/bert-base-uncased'],
  ['THUDM/chatglm3-6b', 'huggingface', 'huggingface:zai-org/chatglm3-6b'],
  ['qwen3:8b-q4_K_M', 'ollama', 'huggingface:Qwen/Qwen3-8B'],
  ['ai/qwen3:8B-Q4_K_M', 'docker', 'huggingface:Qwen/Qwen3-8B'],
  ['hf.co/Qwen/Qwen3-8B:Q4_K_M', 'ollama', 'huggingface:Qwen/Qwen3-8B'],
  ['hf.co/acme/Qwen3-8B-GGUF:Q4_K_M', 'ollama', 'huggingface:acme/Qwen3-8B-GGUF'],
  ['gpt-35-turbo', 'azure', 'openai:gpt-3.5-turbo'],
  ['us.anthropic.claude-3-5-sonnet-20241022-v2:0', 'bedrock', 'anthropic:claude-3-5-sonnet-20241022'],
  [
    'arn:aws:bedrock:us-east-1::foundation-model/meta.llama3-1-70b-instruct-v1:0',
    'bedrock',
    'huggingface:meta-llama/Llama-3.1-70B-Instruct',
  ],
  ['publishers/google/models/gemini-2.5-pro@001', 'vertex', 'google:gemini-2.5-pro'],
  [
    'accounts/fireworks/models/llama-v3p1-70b-instruct',
    'fireworks',
    'huggingface:meta-llama/Llama-3.1-70B-Instruct',
  ],
  ['openai/gpt-4o-batch', undefined, 'openai:gpt-4o'],
  ['openai/gpt-4o:batch', 'openrouter', 'openai:gpt-4o'],
  ['spacexai/grok-3', undefined, 'xai:grok-3'],
  ['meta-llama/llama-3.3-70b-instruct:free', 'openrouter', 'huggingface:meta-llama/Llama-3.3-70B-Instruct'],
  ['nvidia/nemotron-nano-9b-v2', 'openrouter', 'huggingface:nvidia/NVIDIA-Nemotron-Nano-9B-v2'],
  ['nvidia/nemotron-nano-9b-v2', 'other', 'huggingface:nvidia/NVIDIA-Nemotron-Nano-9B-v2'],
  ['@cf/meta/llama-3.1-8b-instruct', 'cloudflare', 'huggingface:meta-llama/Llama-3.1-8B-Instruct'],
  ['meta-llama/Llama-3.3-70B-Instruct-Turbo', 'together', 'huggingface:meta-llama/Llama-3.3-70B-Instruct'],
  ['whisper-large-v3-turbo', 'groq', 'huggingface:openai/whisper-large-v3-turbo'],
  ['en_core_web_sm', 'spacy', 'huggingface:spacy/en_core_web_sm'],
  ['all-MiniLM-L6-v2', undefined, 'huggingface:sentence-transformers/all-MiniLM-L6-v2'],
  ['zephyr-7b-beta', 'huggingface', 'huggingface:HuggingFaceH4/zephyr-7b-beta'],
  ['meta-llama/llama-3-3-70b-instruct', 'huggingface', 'huggingface:meta-llama/Llama-3.3-70B-Instruct'],
  ['DeepSeek-R1', undefined, 'huggingface:deepseek-ai/DeepSeek-R1'],
  ['deepseek-r1', 'openrouter', 'huggingface:deepseek-ai/DeepSeek-R1'],
  ['deepseek-chat-v3-0324', 'openrouter', 'huggingface:deepseek-ai/DeepSeek-V3-0324'],
  ['gpt-3.5-turbo', 'together', 'openai:gpt-3.5-turbo'],
  ['lmsys/vicuna-7b-v1.5', 'groq', 'huggingface:lmsys/vicuna-7b-v1.5'],
  ['us.cohere.embed-english-v3', 'bedrock', 'cohere:embed-english-v3.0'],
  ['Llama-3.1-8B-Instruct', undefined, 'huggingface:meta-llama/Llama-3.1-8B-Instruct'],
  ['Llama-2-7b-chat-hf', 'huggingface', 'huggingface:meta-llama/Llama-2-7b-chat-hf'],
  ['Llama-3.2-1B-Instruct.Q4_K_M', 'huggingface', 'huggingface:meta-llama/Llama-3.2-1B-Instruct'],
  ['qwen2.5-bakeneko-32b-instruct', undefined, 'huggingface:rinna/qwen2.5-bakeneko-32b-instruct'],
  ['Llama-3-ELYZA-JP-8B-q4_k_m.gguf', 'local', 'huggingface:elyza/Llama-3-ELYZA-JP-8B'],
  ['Llama-3.2-1B-Instruct-Q4_K_M.gguf', 'local', 'huggingface:meta-llama/Llama-3.2-1B-Instruct'],
];

describe.each(Object.entries(catalogs))('resolve, in the catalog that is %s', (_, catalog) => {
  it.each(SPELLINGS)('leads %s (%s) to %s', (spelling, registry, expected) => {
    expect(resolved(catalog, spelling, registry)).toBe(expected);
  });

  it('says that an old name was renamed, and a present one was not', () => {
    expect(catalog.resolve('distilbert-base-uncased', 'huggingface')).toMatchObject({
      via: 'alias',
      renamed: true,
    });
    expect(catalog.resolve('distilbert/distilbert-base-uncased', 'huggingface')).toMatchObject({
      via: 'id',
      renamed: false,
    });
  });

  it.each<readonly [string, Registry | undefined]>([
    ['amazon/nova-micro', undefined],
    ['claude-4-sonnet', 'anthropic'],
    ['alibaba/qwen3-next-80b-a3b-instruct', undefined],
    ['qwen3:8b', 'ollama'],
  ])('takes %s, another name that goes on, for no rename', (spelling, registry) => {
    expect(catalog.resolve(spelling, registry)).toMatchObject({ renamed: false });
  });

  it.each([
    ['Qwen/Qwen3-8B', 'huggingface', 'an id'],
    ['THUDM/chatglm3-6b', 'huggingface', 'an alias'],
    [' QWEN/qwen3-8b ', 'huggingface', 'an id in other letters'],
    ['https://huggingface.co/Qwen/Qwen3-8B', 'ollama', 'a spelling by a rule'],
    ['Qwen/Qwen3-8B', 'ollama', 'an id of another registry'],
    ['acme/Qwen3-8B-GGUF', 'huggingface', 'told by its family'],
    ['', 'huggingface', 'nothing'],
    ['x'.repeat(301), 'huggingface', 'no name'],
    ...SPELLINGS.flatMap(([spelling, registry]) =>
      registry === undefined ? [] : ([[spelling, registry, 'listed above']] as const),
    ),
  ] as const)('says of %s whether %s has it written, without its rules: %s', (spelling, registry) => {
    const via = catalog.resolve(spelling, registry)?.via;
    expect(catalog.isWritten(spelling, registry)).toBe(via === 'id' || via === 'alias');
  });

  it('compares without case', () => {
    expect(resolved(catalog, 'QWEN/qwen3-8B', 'huggingface')).toBe('huggingface:Qwen/Qwen3-8B');
  });

  it.each([
    ['unsloth/Llama-3.1-8B-Instruct', 'meta-llama/Llama-3.1-8B-Instruct', 'llama3.1'],
    ['Qwen/Qwen2.5-14B-Instruct-AWQ', 'Qwen/Qwen2.5-14B-Instruct', 'apache-2.0'],
    ['stranger/Qwen3-8B-int4-AutoRound', 'Qwen/Qwen3-8B', 'apache-2.0'],
    ['mlx-community/Kimi-K2.6-mlx-DQ3_K_M-q8', 'moonshotai/Kimi-K2.6', 'kimi-k2-modified-mit'],
  ])('tells that %s is a copy of %s, listed or not, under its license: %s', (id, copyOf, license) => {
    expect(catalog.resolve(id, 'huggingface')?.record).toMatchObject({ copyOf, license });
  });

  it('tells no copy by a name that has more', () => {
    expect(
      catalog.resolve('bartowski/Qwen3-8B-UNLISTED-GGUF', 'huggingface')?.record.license ?? null,
    ).toBeNull();
    expect(
      catalog.resolve('stranger/Qwen3-8B-heretic-GGUF', 'huggingface')?.record.copyOf ?? null,
    ).toBeNull();
  });

  it('tells what a copy without a record is a copy of', () => {
    expect(catalog.resolve('TheBloke/Llama-2-7B-Chat-GGUF', 'huggingface')?.record.copyOf).toBe(
      'meta-llama/Llama-2-7b-chat-hf',
    );
  });

  it('says of a name that only a service has no more than who made it, whatever its family', () => {
    const of = (registry?: Registry) => catalog.resolve('baidu/ernie-4.5-turbo', registry)?.record;
    expect(of('openrouter')).toMatchObject({
      registry: 'openrouter',
      publisher: 'baidu',
      license: null,
      openness: null,
    });
    expect(of('huggingface')).toMatchObject({ publisher: 'baidu', license: 'apache-2.0' });
  });

  it('lends the license of a family to a new member, and to no slip of the pen', () => {
    expect(catalog.resolve('Qwen/Qwen3-9B')?.record).toMatchObject({ license: 'apache-2.0' });
    expect(catalog.resolve('facebook/mms-tts-swe')?.record).toMatchObject({ license: 'cc-by-nc-4.0' });
    expect(catalog.resolve('Qwen/Qwen3-8')?.record).toMatchObject({
      publisher: 'alibaba-cloud',
      license: null,
      openness: null,
    });
  });

  it('says of an unlisted repository of an organization no more than who published it', () => {
    expect(catalog.resolve('facebook/a-model-nobody-made', 'huggingface')).toMatchObject({
      via: 'family',
      record: { publisher: 'meta', license: null, openness: null },
    });
  });

  it.each([
    '',
    ' ',
    '/',
    '//',
    'a/',
    '/b',
    ':',
    '@',
    'arn:',
    'arn:aws:bedrock',
    'x'.repeat(10_000),
    '\u0000',
    '%E0%A4%A',
    'hf://',
    'https://huggingface.co/',
    'weights_f16.gguf',
    'toString',
    '__proto__',
    'constructor/prototype',
  ])('finds nothing for %j and does not throw', (spelling) => {
    expect(catalog.resolve(spelling)).toBeUndefined();
  });
});

describe('the compiled catalog', () => {
  it('gives back every record as it was', () => {
    const { models } = catalogs.compiled;
    expect(models).toHaveLength(builtRecords().models.length);
    expect(models).toEqual(catalogs.built.models);
  });

  it('gives back licenses by key, SPDX id and alias, without case', () => {
    for (const name of ['apache-2.0', 'Apache-2.0', 'APACHE-2.0'])
      expect(catalogs.compiled.license(name)?.key).toBe('apache-2.0');
  });

  it('is as empty as what it was made of', () => {
    const none = decodeCatalog(
      encodeCatalog({ ...builtRecords(), models: [], licenses: [], organizations: [], families: [] }),
    );
    expect([none.models, none.resolve('acme/one'), none.license('mit'), none.organization('acme')]).toEqual([
      [],
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('refuses another version', () => {
    expect(() => decodeCatalog('{"version":0}\n')).toThrow('format 0');
  });
});
