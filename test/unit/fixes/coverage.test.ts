import { describe, expect, it } from 'vitest';
import { coverageOf, covers } from '../../../src/core/fixes/coverage';

describe('the languages that names tell', () => {
  it.each([
    [['intfloat/multilingual-e5-large'], 'many'],
    [['BAAI/bge-m3'], 'many'],
    [['openai/whisper-large-v3'], 'many'],
    [['facebook/nllb-200-distilled-600M'], { count: 200 }],
    [['google/madlad400-3b-mt'], { count: 400 }],
    [['facebook/nllb-moe-54b'], { count: 200 }],
    [['facebook/mms-1b-all'], { count: 1000 }],
    [['clips/e5-base-trm-nl', 'intfloat/multilingual-e5-base'], { language: 'nl' }],
    [['x/bert-base-polish-cased'], { language: 'polish' }],
    [['x/nl-tools-embedding'], undefined],
    [['spacy/it_core_news_sm'], { language: 'it' }],
    [['x/KaLM-Instruct-VN-V1'], { language: 'vi' }],
    [['openai/whisper-small.en'], { language: 'en' }],
    [['kotoba-tech/kotoba-whisper-v1.0'], { language: 'ja' }],
    [['x/whisper-bilingual-v1.0'], { language: 'bilingual' }],
    [['x/nllb-finetuned-en2ko'], { language: 'en-ko' }],
    [['elyza/Llama-3-ELYZA-JP-8B'], { language: 'ja' }],
    [['x/tuned', 'tokyotech-llm/Llama-3.1-Swallow-8B-v0.1'], { language: 'ja' }],
    [['Helsinki-NLP/opus-mt-ja-en'], { language: 'ja-en' }],
    [['wonrax/phobert-base-vietnamese-sentiment'], { language: 'vi' }],
    [['meta-llama/Llama-3.1-8B-Instruct'], undefined],
  ])('of %j', (names, expected) => expect(coverageOf(names)).toEqual(expected));
});

describe('a model that covers another', () => {
  const ja = { language: 'ja' };
  const en = { language: 'en' };
  it.each([
    ['many', ja, 'text-generation', true],
    ['many', 'many', 'feature-extraction', true],
    [{ count: 400 }, { count: 200 }, 'translation', true],
    [{ count: 50 }, { count: 200 }, 'translation', false],
    [{ count: 50 }, ja, 'translation', true],
    [{ count: 50 }, 'many', 'translation', false],
    [{ count: 100 }, 'many', 'translation', true],
    ['many', { count: 100 }, 'translation', true],
    ['many', { count: 200 }, 'automatic-speech-recognition', false],
    [ja, { count: 50 }, 'translation', false],
    [ja, ja, 'text-generation', true],
    [undefined, undefined, 'text-generation', true],
    [undefined, en, 'feature-extraction', true],
    [undefined, undefined, 'feature-extraction', false],
    [undefined, ja, 'text-generation', false],
    [undefined, 'many', 'text-generation', false],
    [en, 'many', 'automatic-speech-recognition', false],
    [en, ja, 'text-generation', false],
    [ja, undefined, 'text-generation', false],
  ] as const)('%j for %j at %s: %s', (candidate, wanted, task, expected) =>
    expect(covers(candidate, wanted, task)).toBe(expected),
  );
});
