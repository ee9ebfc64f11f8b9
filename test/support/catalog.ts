import { join } from 'node:path';
import { createCatalog } from '../../src/core/catalog/createCatalog';
import { NOTHING_KNOWN } from '../../src/core/catalog/nothingKnown';
import type {
  Catalog,
  CatalogRecords,
  ModelRecord,
  OrganizationRecord,
} from '../../src/core/catalog/records';
import type { HostRecord } from '../../src/core/catalog/hostRecords';
import { readLicenses } from '../../src/catalog-tool/readData';
import { hostRecord, service } from './hosts';
import type { Registry } from '../../src/core/vocabulary';

/** A small catalog for tests: the real license records, and models made up to have one property each. */

type Facts = Partial<Omit<ModelRecord, 'id' | 'registry'>>;

export function modelRecord(id: string, facts: Facts = {}, registry: Registry = 'huggingface'): ModelRecord {
  return {
    id,
    registry,
    ...NOTHING_KNOWN,
    sources: [
      { source: 'test', date: '2026-11-01', facts: ['license', 'openness', 'status'], confidence: 'high' },
    ],
    ...facts,
  };
}

export function organization(
  id: string,
  country: string | null,
  owners: readonly string[],
  name = id,
): OrganizationRecord {
  return {
    id,
    name,
    kind: 'company',
    country,
    parent: null,
    owners,
    sources: [{ source: 'test', date: '2026-10-01', facts: ['country'], confidence: 'high' }],
  };
}

export const ORGANIZATIONS: readonly OrganizationRecord[] = [
  organization('meta', 'US', ['huggingface:meta-llama', 'ollama:meta'], 'Meta'),
  organization('alibaba', 'CN', ['huggingface:Qwen'], 'Alibaba'),
  organization('mistral-ai', 'FR', ['huggingface:mistralai'], 'Mistral AI'),
  organization('google', 'US', ['huggingface:google'], 'Google'),
  organization('openai', 'US', ['openai:openai', 'huggingface:openai'], 'OpenAI'),
  organization('anthropic', 'US', ['anthropic:anthropic'], 'Anthropic'),
  organization('cohere', 'CA', ['huggingface:CohereLabs'], 'Cohere'),
  organization('tencent', 'CN', ['huggingface:tencent'], 'Tencent'),
  organization('zhipu', 'CN', ['huggingface:zai-org'], 'Z.ai'),
  organization('pfn', 'JP', ['huggingface:pfnet'], 'Preferred Networks'),
  organization('placeless', null, ['huggingface:placeless'], 'Placeless'),
];

const TEXT = { task: 'text-generation', multimodal: false } as const;

export const MODELS: readonly ModelRecord[] = [
  modelRecord('Qwen/Qwen3-8B', {
    ...TEXT,
    publisher: 'alibaba',
    license: 'apache-2.0',
    openness: 'open-weights',
    parameters: 8_200_000_000,
    released: '2025-04-29',
    aliases: ['ollama:qwen3:8b'],
  }),
  modelRecord('Qwen/Qwen3-0.6B', {
    ...TEXT,
    publisher: 'alibaba',
    license: 'apache-2.0',
    openness: 'open-weights',
    parameters: 600_000_000,
    released: '2025-04-29',
  }),
  modelRecord('mistralai/Mistral-7B-Instruct-v0.3', {
    ...TEXT,
    publisher: 'mistral-ai',
    license: 'apache-2.0',
    openness: 'open-weights',
    parameters: 7_250_000_000,
    released: '2024-05-22',
    aliases: ['ollama:mistral:7b'],
  }),
  modelRecord('mistralai/Mistral-Nemo-Instruct-2407', {
    ...TEXT,
    publisher: 'mistral-ai',
    license: 'apache-2.0',
    openness: 'open-weights',
    parameters: 12_200_000_000,
    released: '2024-07-18',
  }),
  modelRecord('meta-llama/Llama-3.1-8B-Instruct', {
    ...TEXT,
    publisher: 'meta',
    license: 'llama3.1',
    openness: 'weights-available',
    parameters: 8_030_000_000,
    released: '2024-07-23',
    aliases: ['ollama:llama3.1:8b'],
  }),
  modelRecord('meta-llama/Meta-Llama-3-8B', {
    ...TEXT,
    publisher: 'meta',
    license: 'llama3',
    openness: 'weights-available',
    parameters: 8_030_000_000,
  }),
  modelRecord('meta-llama/Llama-3.2-11B-Vision-Instruct', {
    publisher: 'meta',
    license: 'llama3.2',
    openness: 'weights-available',
    task: 'image-text-to-text',
    multimodal: true,
  }),
  modelRecord('meta-llama/Llama-3.2-1B', {
    ...TEXT,
    publisher: 'meta',
    license: 'llama3.2',
    openness: 'weights-available',
  }),
  modelRecord('meta-llama/Llama-4-Scout-17B-16E-Instruct', {
    publisher: 'meta',
    license: 'llama4',
    openness: 'weights-available',
    task: 'image-text-to-text',
    multimodal: true,
  }),
  modelRecord('meta-llama/Llama-4-Unsaid', {
    publisher: 'meta',
    license: 'llama4',
    openness: 'weights-available',
  }),
  modelRecord('someone/llama-3.2-unsaid', { license: 'llama3.2', openness: 'weights-available' }),
  modelRecord('someone/llama-3.2-3b', {
    license: 'llama3.2',
    openness: 'weights-available',
    parameters: 3_000_000_000,
  }),
  modelRecord('someone/llama-3.3-unsaid', {
    license: 'llama3.3',
    openness: 'weights-available',
    multimodal: true,
  }),
  modelRecord('someone/seeing-llama-text', {
    license: 'llama3.2',
    openness: 'weights-available',
    multimodal: true,
    lineage: [{ model: 'meta-llama/Llama-3.2-1B', relation: 'finetune' }],
  }),
  modelRecord('someone/llama-vision-tuned', {
    license: 'llama3.2',
    openness: 'weights-available',
    lineage: [{ model: 'meta-llama/Llama-3.2-11B-Vision-Instruct', relation: 'finetune' }],
  }),
  modelRecord('someone/llama-vision-gguf', {
    openness: 'weights-available',
    copyOf: 'someone/llama-vision-tuned',
  }),
  modelRecord('someone/gallery-copy', {
    license: 'mit',
    openness: 'weights-available',
    copyOf: 'meta-llama/Llama-3.1-8B-Instruct',
    sources: [{ source: 'test', date: '2026-11-01', facts: ['license', 'copyOf'], confidence: 'low' }],
  }),
  modelRecord('google/gemma-2-9b-it', {
    ...TEXT,
    publisher: 'google',
    license: 'gemma',
    openness: 'weights-available',
    parameters: 9_240_000_000,
  }),
  modelRecord('CohereLabs/c4ai-command-r-v01', {
    ...TEXT,
    publisher: 'cohere',
    license: 'cc-by-nc-4.0',
    openness: 'weights-available',
  }),
  modelRecord('apple/research-only', { ...TEXT, license: 'apple-amlr', openness: 'weights-available' }),
  modelRecord('tencent/HunyuanVideo', {
    publisher: 'tencent',
    license: 'tencent-hunyuan-community',
    openness: 'weights-available',
    task: 'text-to-video',
  }),
  modelRecord('moonshotai/Kimi-K2-Instruct', {
    ...TEXT,
    license: 'kimi-k2-modified-mit',
    openness: 'weights-available',
  }),
  modelRecord('MiniMaxAI/MiniMax-M2.5', {
    ...TEXT,
    license: 'minimax-m2.5-modified-mit',
    openness: 'weights-available',
  }),
  modelRecord('mistralai/Devstral-2-123B-Instruct-2512', {
    ...TEXT,
    publisher: 'mistral-ai',
    license: 'mistral-modified-mit',
    openness: 'weights-available',
  }),
  modelRecord('mistralai/Mistral-Large-Instruct-2407', {
    ...TEXT,
    publisher: 'mistral-ai',
    license: 'mrl-0.1',
    openness: 'weights-available',
  }),
  modelRecord('LGAI-EXAONE/EXAONE-3.5-7.8B-Instruct', {
    ...TEXT,
    license: 'exaone-1.1-nc',
    openness: 'weights-available',
  }),
  modelRecord('stabilityai/stable-diffusion-3-medium', {
    license: 'stabilityai-community',
    openness: 'weights-available',
    task: 'text-to-image',
  }),
  modelRecord('black-forest-labs/FLUX.1-dev', {
    license: 'flux-1-dev-nc',
    openness: 'weights-available',
    task: 'text-to-image',
  }),
  modelRecord('runwayml/stable-diffusion-v1-5', {
    license: 'creativeml-openrail-m',
    openness: 'weights-available',
    task: 'text-to-image',
  }),
  modelRecord('ultralytics/yolo11n', {
    license: 'agpl-3.0',
    openness: 'open-weights',
    task: 'object-detection',
  }),
  modelRecord('Qwen/Qwen2.5-72B-Instruct', {
    ...TEXT,
    publisher: 'alibaba',
    license: 'qwen',
    openness: 'weights-available',
  }),
  modelRecord('someone/llama-in-apache', {
    ...TEXT,
    license: 'apache-2.0',
    lineage: [{ model: 'meta-llama/Llama-3.1-8B-Instruct', relation: 'finetune' }],
  }),
  modelRecord('someone/Llama-3.1-8B-Instruct-GGUF', {
    ...TEXT,
    license: 'apache-2.0',
    copyOf: 'meta-llama/Llama-3.1-8B-Instruct',
  }),
  modelRecord('someone/nc-over-llama', {
    ...TEXT,
    license: 'cc-by-nc-4.0',
    lineage: [{ model: 'meta-llama/Llama-3.1-8B-Instruct', relation: 'finetune' }],
  }),
  modelRecord('someone/qwen-tuned', {
    ...TEXT,
    license: 'apache-2.0',
    openness: 'open-weights',
    lineage: [{ model: 'Qwen/Qwen3-8B', relation: 'finetune' }],
  }),
  modelRecord('pfnet/Qwen-ja', {
    ...TEXT,
    publisher: 'pfn',
    license: 'apache-2.0',
    openness: 'open-weights',
  }),
  modelRecord('someone/sa-and-rail', {
    license: 'cc-by-sa-4.0',
    lineage: [
      { model: 'runwayml/stable-diffusion-v1-5', relation: 'merge' },
      { model: 'someone/share-alike', relation: 'merge' },
    ],
  }),
  modelRecord('someone/share-alike', { license: 'cc-by-sa-4.0', openness: 'open-weights' }),
  modelRecord('someone/two-licenses', {
    ...TEXT,
    license: 'apache-2.0',
    alsoLicenses: ['llama3.3', 'gemma'],
  }),
  modelRecord('pfnet/Two-Licenses-8B-Instruct', {
    ...TEXT,
    publisher: 'pfn',
    license: 'gemma',
    alsoLicenses: ['llama3.3'],
    openness: 'weights-available',
    parameters: 8_000_000_000,
    released: '2023-01-01',
    lineage: [{ model: 'Qwen/Qwen3-8B', relation: 'finetune' }],
  }),
  modelRecord('someone/no-license', { ...TEXT, license: 'none-stated' }),
  modelRecord('someone/other-license', { ...TEXT, license: 'other' }),
  modelRecord('someone/rail-family', { license: 'openrail' }),
  modelRecord('facebook/musicgen-small', {
    license: 'cc-by-nc-4.0',
    codeLicense: 'mit',
    openness: 'weights-available',
    task: 'text-to-audio',
  }),
  modelRecord('placeless/model', {
    ...TEXT,
    publisher: 'placeless',
    license: 'mit',
    openness: 'open-weights',
  }),
  modelRecord('zai-org/glm-4-9b-chat', {
    ...TEXT,
    publisher: 'zhipu',
    license: 'glm-4',
    openness: 'weights-available',
    aliases: ['huggingface:THUDM/glm-4-9b-chat'],
  }),
  modelRecord(
    'gpt-4o',
    {
      publisher: 'openai',
      license: 'openai-terms',
      openness: 'api-only',
      task: 'text-generation',
      multimodal: true,
    },
    'openai',
  ),
  modelRecord(
    'claude-2.1',
    {
      publisher: 'anthropic',
      license: 'anthropic-terms',
      openness: 'api-only',
      task: 'text-generation',
    },
    'anthropic',
  ),
  modelRecord(
    'claude-3-opus',
    {
      publisher: 'anthropic',
      license: 'anthropic-terms',
      openness: 'api-only',
      task: 'text-generation',
    },
    'anthropic',
  ),
  modelRecord('someone/agpl-detector', {
    license: 'agpl-3.0',
    openness: 'open-source',
    task: 'object-detection',
  }),
  modelRecord('someone/hosting-by-agreement', {
    ...TEXT,
    license: 'k-exaone',
    openness: 'weights-available',
  }),
  modelRecord('someone/registered-use', {
    ...TEXT,
    license: 'plamo-community',
    openness: 'weights-available',
  }),
  modelRecord('someone/registered-commerce', {
    ...TEXT,
    license: 'orion-14b',
    openness: 'weights-available',
  }),
  modelRecord('someone/chat-llama-3.1-8b', { ...TEXT, license: 'apache-2.0', openness: 'open-weights' }),
  modelRecord('someone/listed-nc', {
    ...TEXT,
    license: 'cc-by-nc-4.0',
    sources: [{ source: 'test', date: '2026-10-01', facts: ['license'], confidence: 'medium' }],
  }),
  modelRecord('someone/guessed-nc', {
    ...TEXT,
    license: 'cc-by-nc-4.0',
    sources: [{ source: 'of-original', date: '2026-10-01', facts: ['license'], confidence: 'low' }],
  }),
  modelRecord('someone/guessed-mit', {
    ...TEXT,
    license: 'mit',
    sources: [{ source: 'of-original', date: '2026-10-01', facts: ['license'], confidence: 'low' }],
  }),
  modelRecord('someone/no-tag', {
    ...TEXT,
    license: 'none-stated',
    sources: [{ source: 'tags', date: '2026-10-01', facts: ['license'], confidence: 'high' }],
  }),
  modelRecord(
    'claude-sonnet-4-5',
    { publisher: 'anthropic', license: 'anthropic-terms', openness: 'api-only', task: 'text-generation' },
    'anthropic',
  ),
];

/** Their names end on days of their own, their operators are in three countries, and one's terms limit what is done with answers. */
const HOSTS: readonly HostRecord[] = [
  hostRecord('self', { name: "the project's own machines", endpoints: ['localhost'] }),
  hostRecord('huggingface', {
    name: 'Inference Providers',
    names: [service('meta-llama/Llama-2-7b', { status: 'retired', endsOn: '2025-11-13' })],
  }),
  hostRecord('anthropic', {
    name: 'Anthropic',
    operator: 'anthropic',
    terms: 'anthropic-terms',
    endpoints: ['api.anthropic.com'],
    fallback: [{ prefix: 'claude-', publisher: 'anthropic' }],
    names: [
      service('claude-2.1', { status: 'retired', endsOn: '2025-07-21', successor: 'claude-sonnet-4-5' }),
      service('claude-3-opus', {
        status: 'deprecated',
        endsOn: '2027-01-05',
        successor: 'claude-sonnet-4-5',
      }),
      service('claude-old', { status: 'deprecated' }),
      service('claude-1.3', { status: 'retired', endsOn: '2024-11-06', successor: 'claude-promised' }),
      service('claude-promised', { endsNotBefore: '2026-01-01' }),
      service('claude-sonnet-4-5'),
    ],
  }),
  hostRecord('claude-cloud', { name: 'Claude Cloud', operator: 'anthropic' }),
  hostRecord('openai', { operator: 'openai', terms: 'openai-terms', endpoints: ['api.openai.com'] }),
  hostRecord('azure', {
    name: 'Azure OpenAI',
    operator: 'openai',
    endpoints: ['*.openai.azure.com'],
    resells: ['huggingface'],
    fallback: [{ prefix: 'gpt-', publisher: 'openai' }],
    names: [
      service('gpt-4o', { status: 'retired', endsOn: '2026-01-01', successor: 'gpt-5' }),
      service('aged-7b', { status: 'retired', endsOn: '2026-08-31' }),
      service('current-7b'),
      service('gpt-4o-0513', { status: 'retired', endsOn: '2026-02-01' }),
      service('gpt-35-0301', { status: 'retired', endsOn: '2025-02-13' }),
      service('gpt-35-0613', { status: 'retired', endsOn: '2025-05-31' }),
      service('gpt-5-0613', { status: 'retired', endsOn: '2025-05-31' }),
      service('gpt-5-1106', {}),
    ],
  }),
  // Its calendar has nothing but ends.
  hostRecord('alibaba', {
    name: 'DashScope',
    operator: 'alibaba',
    endpoints: ['dashscope.aliyuncs.com'],
    names: [service('qwen-old-0301', { status: 'retired', endsOn: '2025-02-13' })],
  }),
  hostRecord('mistral', {
    operator: 'mistral-ai',
    terms: 'mistral-api-terms',
    endpoints: ['api.mistral.ai'],
  }),
  hostRecord('bedrock', {
    name: 'Amazon Bedrock',
    operator: 'google',
    terms: 'amazon-terms',
    regions: {
      from: 'id-prefix',
      places: { 'eu.': 'EU', 'us.': 'US', 'apac.': 'APAC', 'cn-north-1': 'CN', 'eu-central-1': 'DE' },
      spans: { 'apac.': ['JP', 'SG'], 'eu.': ['CH', 'DE'], 'global.': ['JP', 'US'] },
      keeps: { 'eu.': ['DE', 'FR'] },
    },
    resells: ['huggingface'],
    names: [service('aged-7b', { status: 'retired', endsOn: '2026-08-31' })],
  }),
  hostRecord('openrouter', {
    name: 'openrouter',
    operator: 'meta',
    resells: ['huggingface'],
    endpoints: ['openrouter.ai', '*.own.openrouter.ai'],
    passesOn: {
      except: ['*.own.openrouter.ai'],
      source: { url: 'https://openrouter.ai/docs', read: '2026-11-30' },
    },
  }),
  hostRecord('groq', { operator: 'placeless', terms: 'snowflake-terms', resells: ['huggingface'] }),
];

/** Read once for all catalogs of a process: it takes longer than most tests do. */
const LICENSES = readLicenses(join(__dirname, '../../src/catalog'));

export function testRecords(
  models: readonly ModelRecord[] = MODELS,
  hosts: CatalogRecords['hosts'] = HOSTS,
): CatalogRecords {
  return {
    date: '2026-11-24',
    models,
    licenses: LICENSES,
    organizations: ORGANIZATIONS,
    families: [],
    hosts,
    familyNames: {
      hints: [{ name: 'llama 3.1', base: 'meta-llama/Llama-3.1-8B-Instruct' }],
      lines: [{ name: 'Qwen', base: 'Qwen/Qwen3-8B' }],
      unrelated: [],
    },
    sources: {
      test: { title: 'The test', url: null, license: null, date: '2026-11-01' },
      tags: { title: 'Tags of a hub', url: null, license: null, date: '2026-11-01', tagsOnly: true },
      'of-original': {
        title: 'That of its original',
        url: null,
        license: null,
        date: '2026-11-01',
        inferred: true,
      },
    },
  };
}

export const testCatalog = (...given: Parameters<typeof testRecords>): Catalog =>
  createCatalog(testRecords(...given));

export const TEST_CATALOG: Catalog = testCatalog();
