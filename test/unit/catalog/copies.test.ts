import { describe, expect, it } from 'vitest';
import { CopyFinder, copyNames } from '../../../src/core/catalog/copies';
import { asCopy } from '../../../src/core/catalog/copyFacts';
import type { ModelRecord } from '../../../src/core/catalog/records';
import { modelRecord, organization, ORGANIZATIONS } from '../../support/catalog';

describe('what a copy is a copy of', () => {
  const organizations = [
    ...ORGANIZATIONS.filter(({ id }) => id !== 'meta'),
    organization('meta', 'US', ['huggingface:meta-llama', 'huggingface:metacode', 'other:meta'], 'Meta'),
    organization('nous', 'US', ['huggingface:NousResearch', 'other:nousresearch']),
    organization('chips', 'US', ['huggingface:chips']),
  ];
  const ids = [
    'meta-llama/Llama-3.1-8B-Instruct',
    'meta-llama/Meta-Llama-3-8B',
    'NousResearch/Meta-Llama-3-8B',
    'NousResearch/Hermes-3-8B',
    'unsloth/Llama-3.1-8B-Instruct',
    'Qwen/Qwen3-8B',
    'someone/Qwen3-8B',
    'a/Twice-7B',
    'b/Twice-7B',
    'c/chat',
    'maker/Known-13B',
    'huihui-ai/Qwen3-8B-abliterated',
    'unsloth/only-here-7b',
    'chips/Qwen3-8B-tuned',
    'google/gemma-2-2b-it',
    'google/voice-tiny.en',
    'maker/house-voice-large-wwm',
    'maker/house-voice-large',
    'a/many-voices-in-house',
    'b/many-voices-in-house',
    'meta-llama/CodeThing-7B',
    'metacode/CodeThing-7B',
    'someone/voice-small',
    'google/CodeGem-13b-hf',
    'someone/gemma-2-2b-it',
    'meta-llama/Llama-3.3-70B-Instruct',
  ];
  const finder = new CopyFinder(
    copyNames(
      [
        ...ids.map((id) => ({ spelling: id, id })),
        {
          spelling: 'meta-llama/Meta-Llama-3.1-8B-Instruct',
          id: 'meta-llama/Llama-3.1-8B-Instruct',
        },
      ],
      organizations,
    ),
  );

  it.each([
    ["a publisher's own packing", 'Qwen/Qwen3-8B-AWQ', 'Qwen/Qwen3-8B'],
    ['the only model of that name', 'TheBloke/Known-13B-GGUF', 'maker/Known-13B'],
    ["a publisher's before a stranger's", 'mradermacher/Qwen3-8B-GGUF', 'Qwen/Qwen3-8B'],
    [
      'a former name',
      'hugging-quants/Meta-Llama-3.1-8B-Instruct-AWQ-INT4',
      'meta-llama/Llama-3.1-8B-Instruct',
    ],
    ['the owner in the name', 'bartowski/b_Twice-7B-GGUF', 'b/Twice-7B'],
    ['the owner in the name, after a dot', 'DevQuasar/a.Twice-7B-GGUF', 'a/Twice-7B'],
    ['another case', 'mlx-community/QWEN3-8b-4bit', 'Qwen/Qwen3-8B'],
    ['Llama 3 without its Meta', 'casperhansen/llama-3-8b-awq', 'meta-llama/Meta-Llama-3-8B'],
    [
      'Llama 3.3 with it',
      'ibnzterrell/Meta-Llama-3.3-70B-Instruct-AWQ-INT4',
      'meta-llama/Llama-3.3-70B-Instruct',
    ],
    ['no figure, under an owner that hands on', 'mlx-community/voice-tiny.en-mlx', 'google/voice-tiny.en'],
    [
      'no figure, but many words, under any owner',
      'stranger/house-voice-large-wwm-onnx',
      'maker/house-voice-large-wwm',
    ],
    [
      'the form for Transformers, whose suffix the packing leaves out',
      'TheBloke/CodeGem-13B-GGUF',
      'google/CodeGem-13b-hf',
    ],
    ['one model under two owners of its maker', 'TheBloke/CodeThing-7B-GGUF', 'meta-llama/CodeThing-7B'],
    ['a mirror, without a suffix', 'unsloth/gemma-2-2b-it', 'google/gemma-2-2b-it'],
    ['a mirror that joins name and version', 'litert-community/Gemma2-2B-IT', 'google/gemma-2-2b-it'],
    [
      'a mirror that serves models of its own too',
      'NousResearch/Meta-Llama-3-8B',
      'meta-llama/Meta-Llama-3-8B',
    ],
    [
      "a mirror's packing of what it mirrors",
      'unsloth/Llama-3.1-8B-Instruct-bnb-4bit',
      'meta-llama/Llama-3.1-8B-Instruct',
    ],
    ["a mirror's packing of its own", 'NousResearch/Hermes-3-8B-GGUF', 'NousResearch/Hermes-3-8B'],
    [
      'a packing of an abliterated model, by its own name',
      'mradermacher/Qwen3-8B-abliterated-GGUF',
      'huihui-ai/Qwen3-8B-abliterated',
    ],
  ])('%s', (_, copy, original) => {
    expect(finder.originalOf(copy)).toBe(original);
  });

  it('has the one model of an organization by its name alone', () => {
    expect(finder.organizationsModel('qwen3-8b')).toBe('Qwen/Qwen3-8B');
    expect(finder.organizationsModel('Known-13B')).toBeUndefined();
    expect(finder.organizationsModel('Twice-7B')).toBeUndefined();
    expect(finder.organizationsModel('chat')).toBeUndefined();
  });

  it.each([
    ['two originals of one name', 'TheBloke/Twice-7B-GGUF'],
    ['a name that is a mere word', 'TheBloke/chat-GGUF'],
    ["a stranger's name without a figure", 'mlx-community/voice-small-mlx'],
    ['a name without a figure under any owner', 'stranger/voice-tiny.en-mlx'],
    ['three words without a figure under any owner', 'stranger/house-voice-large-onnx'],
    ['many words that two have', 'stranger/many-voices-in-house-onnx'],
    ['more than the many words of one', 'stranger/house-voice-large-wwm-tuned-onnx'],
    ['more in the name: uncensored', 'bartowski/Qwen3-8B-uncensored-GGUF'],
    ['more in the name: heretic', 'unsloth/Qwen3-8B-heretic'],
    ['more in the name: distilled', 'unsloth/Qwen3-8B-Claude-4.6-Opus-Reasoning-Distilled'],
    ['another version', 'TheBloke/Known-13B-v2-GGUF'],
    ['the name of a model without a suffix under any owner', 'stranger/gemma-2-2b-it'],
    ["a mirror's model that only strangers have", 'unsloth/Known-13B'],
    ['what only those hand on who copy', 'TheBloke/only-here-7b-GGUF'],
    ['a model itself', 'Qwen/Qwen3-8B'],
    ['the original that a mirror copies', 'meta-llama/Llama-3.1-8B-Instruct'],
  ])('is not told by %s', (_, id) => {
    expect(finder.originalOf(id)).toBeUndefined();
  });
});

describe('what a copy has of its original', () => {
  const DAY = '2026-11-24';
  const source = (confidence: 'high' | 'low') =>
    [{ source: 'test', date: '2026-11-01', facts: ['license'], confidence }] as const;
  const original = modelRecord('acme/Big-7B', {
    license: 'llama3.1',
    publisher: 'acme',
    openness: 'weights-available',
    task: 'text-generation',
    parameters: 7e9,
  });
  const bare = (id: string, facts: Partial<ModelRecord> = {}): ModelRecord =>
    modelRecord(id, { sources: [], ...facts });
  const licenseSource = ({ sources }: ModelRecord) => sources.find(({ facts }) => facts.includes('license'));

  it('is its license, task and size, and the source says so', () => {
    const copy = asCopy(bare('x/Big-7B-GGUF'), original, DAY);
    expect(copy).toMatchObject({
      license: 'llama3.1',
      copyOf: 'acme/Big-7B',
      openness: 'weights-available',
      task: 'text-generation',
      parameters: 7e9,
    });
    expect(copy.sources).toEqual([
      { source: 'by-name', date: DAY, facts: ['copyOf', 'lineage'], confidence: 'low' },
      { source: 'of-original', date: '2026-11-01', facts: ['license'], confidence: 'low' },
    ]);
  });

  it("is surer of a publisher's own packing, and of one whose card names the original, but never than of the original", () => {
    expect(
      licenseSource(asCopy(bare('acme/Big-7B-GGUF', { publisher: 'acme' }), original, DAY))?.confidence,
    ).toBe('medium');
    expect(
      licenseSource(
        asCopy(
          bare('x/Big-7B-GGUF', { lineage: [{ model: 'acme/big-7b', relation: 'finetune' }] }),
          original,
          DAY,
        ),
      )?.confidence,
    ).toBe('medium');
    expect(
      licenseSource(
        asCopy(bare('acme/Big-7B-GGUF', { publisher: 'acme' }), { ...original, sources: source('low') }, DAY),
      )?.confidence,
    ).toBe('low');
  });

  it('leaves what it states itself, a license that differs included', () => {
    const copy = asCopy(modelRecord('x/Big-7B-GGUF', { license: 'mit' }), original, DAY);
    expect(copy).toMatchObject({ license: 'mit', copyOf: 'acme/Big-7B' });
    expect(copy.sources.some(({ source: key }) => key === 'of-original')).toBe(false);
    expect(asCopy(modelRecord('x/Big-7B-GGUF', { license: 'none-stated' }), original, DAY).license).toBe(
      'none-stated',
    );
  });

  it.each([null, 'none-stated', 'other'])('is no license where the original has %s', (license) => {
    expect(asCopy(bare('x/Big-7B-GGUF'), { ...original, license }, DAY).license).toBeNull();
  });

  it('reads a card that names the original without a word on how as a conversion', () => {
    expect(
      asCopy(
        bare('x/Big-7B-GGUF', { lineage: [{ model: 'acme/Big-7B', relation: 'finetune' }] }),
        original,
        DAY,
      ).lineage,
    ).toEqual([{ model: 'acme/Big-7B', relation: 'quantized' }]);
  });

  it('is not the code that shows how an original was made', () => {
    expect(
      asCopy(bare('x/Big-7B-GGUF'), { ...original, license: 'apache-2.0', openness: 'open-source' }, DAY)
        .openness,
    ).toBe('open-weights');
  });
});
