import { describe, expect, it } from 'vitest';
import {
  canStandIn,
  purposeDistance,
  sizeDistance,
  type Wanted,
  taskByName,
} from '../../../src/core/fixes/standIn';
import { modelRecord, testCatalog } from '../../support/catalog';

function wanted(id: string, more: Partial<Wanted> = {}): Wanted {
  return {
    id,
    aliases: [],
    parameters: null,
    publisher: null,
    lineage: [],
    copyOf: null,
    openness: { level: 'open-weights', components: {} },
    ...more,
  };
}

describe('the task that a name tells', () => {
  it.each([
    ['BAAI/bge-reranker-v2-m3', 'text-ranking'],
    ['Qwen/Qwen3-Embedding-0.6B', 'feature-extraction'],
    ['Qwen/Qwen3-VL-8B-Instruct', 'image-text-to-text'],
    ['nvidia/parakeet-tdt-0.6b-v2', 'automatic-speech-recognition'],
    ['facebook/nllb-200-3.3B', 'translation'],
    ['Qwen/Qwen3-8B', 'text-generation'],
    ['openai/gpt-oss-20b', 'text-generation'],
    ['depth-anything/Depth-Anything-V2-Large', 'depth-estimation'],
    ['clips/e5-base-trm-nl', 'feature-extraction'],
    ['apple/MobileCLIP-S1', 'zero-shot-image-classification'],
    ['Qwen/Qwen3-ASR-0.6B', 'automatic-speech-recognition'],
    ['Qwen/Qwen3-TTS-12Hz-0.6B-Base', 'text-to-speech'],
    ['naver/splade-v3', 'fill-mask'],
    ['naver/v-splade-quality', 'feature-extraction'],
    ['claude-opus-4-8', 'text-generation'],
    ['acme/gripper', undefined],
  ])('%s: %s', (id, task) => expect(taskByName(id)).toBe(task));
});

describe('what can stand in for a model', () => {
  it.each([
    ['a/model-7B-chat', 'b/other-8B-it', 'text-generation'],
    ['a/coder-7B', 'b/starcoder2-7b', 'text-generation'],
    ['a/bge-small-en', 'b/gte-small', 'feature-extraction'],
    ['a/twitter-roberta-sentiment', 'b/bert-sentiment', 'text-classification'],
    ['a/whisper-tiny', 'b/whisper-tiny-v2', 'automatic-speech-recognition'],
    ['a/image-model', 'b/other-model', 'text-to-image'],
    ['a/depth-vit', 'b/dpt', 'depth-estimation'],
    ['a/wav2vec2-1b', 'b/asr-1b-multilingual', 'automatic-speech-recognition'],
  ])('%s: %s', (id, other, task) => {
    expect(canStandIn(modelRecord(other, { task }), wanted(id), { task })).toBe(true);
  });

  it.each([
    ['a/model-7B-chat', 'b/other-40B-chat', 'text-generation', 'far larger'],
    ['a/speaker-diarization', 'b/asr', 'automatic-speech-recognition', 'no diarization'],
    ['a/asr-tiny', 'b/asr-tiny-ipu', 'automatic-speech-recognition', 'for another machine'],
    ['a/model-7B-chat', 'b/other-1B-chat', 'text-generation', 'far smaller'],
    ['a/model-chat', 'b/other-7B-chat', 'text-generation', 'of a size that cannot be compared'],
    ['a/starcoder2-7b', 'b/zephyr-7b', 'text-generation', 'for no code'],
    ['a/zephyr-7b', 'b/coder-7b', 'text-generation', 'for code alone'],
    ['a/tiny-gpt2', 'b/olmo-1b', 'text-generation', 'no stub'],
    ['a/stsb-minilm', 'b/Compare2Score', 'feature-extraction', 'for no text'],
    ['a/bge-small-en', 'b/arctic-embed-l', 'feature-extraction', 'far larger by its name'],
    [
      'a/xlm-roberta-language-detection',
      'b/deberta-prompt-injection',
      'text-classification',
      'a classifier of something else',
    ],
    ['a/coder-7b', 'b/CodeRM-7b', 'text-generation', 'a judge of code'],
    ['a/chat-8b', 'b/chat-8b-CPT', 'text-generation', 'not yet tuned'],
    ['a/paligemma-3b', 'b/colqwen-3b', 'image-text-to-text', 'a finder of pages'],
    ['a/MobileCLIP-S1', 'b/siglip-giant', 'zero-shot-image-classification', 'far larger by its name'],
    ['a/xtts', 'b/Chatterbox-Multilingual-hi', 'text-to-speech', 'kept for one language'],
    ['a/prm-8b', 'b/chat-8b', 'text-generation', 'no judge of rewards'],
    ['a/chat-8b-GGUF', 'b/chat-8b', 'text-generation', 'no GGUF'],
    ['a/chat-8b-GGUF', 'b/chat-8b-AWQ', 'text-generation', 'packed in another form'],
    ['a/chat-8b', 'b/chat-8b-GGUF', 'text-generation', 'a GGUF'],
    ['a/japanese-chat-8b', 'b/chat-8b', 'text-generation', 'of another language'],
    ['a/multilingual-chat-8b', 'b/german-chat-8b', 'text-generation', 'of one language'],
    ['a/depth-large', 'b/vit-large', 'image-feature-extraction', 'for no depths'],
    ['a/InternVL2-8B', 'b/InternViT-8B', 'image-feature-extraction', 'for pictures alone'],
    ['a/asr-1b', 'b/whisper-tiny', 'automatic-speech-recognition', 'far smaller by its name'],
    ['a/twitter-sentiment', 'b/poems-sentiment', 'text-classification', 'a classifier of other texts'],
    ['a/seamless-large', 'b/whisper-large', 'automatic-speech-recognition', 'for no translation'],
    ['a/sdxl-inpainting', 'b/sdxl', 'text-to-image', 'for whole pictures'],
    ['a/sdxl', 'b/sdxl-controlnet', 'text-to-image', 'no model by itself'],
    ['a/ColBERT-350M', 'b/multilingual-embedding-350M', 'feature-extraction', 'for whole texts'],
    ['a/MuQ-MuLan-large', 'b/multilingual-e5-large', 'feature-extraction', 'for no music'],
    ['a/embedding-300M', 'b/AfriE5-embedding-300M', 'feature-extraction', 'of other languages'],
    ['a/dpr-question_encoder-base', 'b/multilingual-embedding', 'feature-extraction', 'no half of a pair'],
    ['a/chat-8b', 'b/chat-8b-assistant', 'text-generation', 'a helper that drafts'],
    ['a/lcm-lora-sdxl', 'b/other-lora-sdxl', 'text-to-image', 'made for another model'],
    ['a/animagine-xl', 'b/sdxl', 'text-to-image', 'for other pictures'],
    ['a/Med-embedding', 'b/multilingual-embedding', 'feature-extraction', 'for no medicine'],
    ['spacy/it_core_news_sm', 'spacy/uk_core_news_sm', 'token-classification', 'of another language'],
    ['a/llava-7b', 'b/openvla-7b', 'image-text-to-text', 'for a robot'],
    ['a/mms-tts-eng', 'b/qwen3-tts', 'text-to-speech', 'run by another program'],
    ['a/sfr-embedding', 'b/embedding-vn', 'feature-extraction', 'of one language'],
  ])('not %s: %s (%s), which is %s', (id, other, task) => {
    expect(canStandIn(modelRecord(other, { task }), wanted(id), { task })).toBe(false);
  });

  it('is nothing with weights where the model can only be called, as its class is not known', () => {
    const served = wanted('gpt-9', { openness: { level: 'api-only', components: {} } });
    expect(canStandIn(modelRecord('b/other-7B-chat'), served, { task: 'text-generation' })).toBe(false);
    expect(canStandIn(modelRecord('b/other-asr'), served, { task: 'automatic-speech-recognition' })).toBe(
      false,
    );
    expect(canStandIn(modelRecord('b/other-image'), served, { task: 'text-to-image' })).toBe(true);
  });

  it('is the next of its line at a host, whatever its size', () => {
    const glm = wanted('zai/GLM-5', { publisher: { id: 'zhipu', name: 'Zhipu', country: 'CN' } });
    const later = (id: string, isServed: boolean, publisher = 'zhipu'): boolean =>
      canStandIn(modelRecord(id, { publisher }), glm, { task: 'text-generation', isServed });
    expect(later('zai/GLM-5.3', true)).toBe(true);
    expect(later('zai/GLM-5.3', false)).toBe(false);
    expect(later('zai/GLM-4.7', true)).toBe(false);
    expect(later('zai/GLM-5.3-flash', true)).toBe(false);
    expect(later('b/GLM-5.3', true, 'meta')).toBe(false);
  });

  it('has the sizes of its names elsewhere', () => {
    const sized = wanted('a/command', { aliases: ['ollama:command:35b'] });
    expect(canStandIn(modelRecord('b/other-32B'), sized, { task: 'text-generation' })).toBe(true);
    expect(canStandIn(modelRecord('b/other-7B'), sized, { task: 'text-generation' })).toBe(false);
  });

  it('goes by the names of the bases too', () => {
    const tuned = wanted('a/nova-8B', {
      lineage: [{ model: 'b/llama-8B-Instruct', relation: 'finetune', license: null }],
    });
    expect(
      purposeDistance({ id: 'c/other-8B-chat' }, tuned, {
        catalog: testCatalog([]),
        task: 'text-generation',
      }),
    ).toBe(0);
    expect(
      purposeDistance({ id: 'c/other-8B' }, tuned, { catalog: testCatalog([]), task: 'text-generation' }),
    ).toBe(1);
    expect(
      canStandIn(modelRecord('c/chat-8B'), wanted('a/copy-8B-GGUF', { copyOf: 'b/coder-8B' }), {
        task: 'text-generation',
      }),
    ).toBe(false);
  });

  it('differs in a purpose only where that matters for the task', () => {
    const distance = (id: string, other: string, task: string): number =>
      purposeDistance({ id: other }, wanted(id), { catalog: testCatalog([]), task });
    expect(distance('a/embed-instruct', 'b/embed', 'feature-extraction')).toBe(0);
    expect(distance('a/nova-7B-Instruct', 'b/nova-7B-Base', 'text-generation')).toBe(1);
    expect(distance('a/Depth-V2-hf', 'b/Depth-V3', 'depth-estimation')).toBe(1);
    expect(distance('a/llava-7b', 'b/nova-VL-7B-Instruct', 'image-text-to-text')).toBe(0);
    expect(distance('a/minilm-300M', 'b/embedding-300M', 'feature-extraction')).toBe(0);
    expect(distance('a/nova-7b-hf', 'b/nova-7b', 'text-generation')).toBe(0);
  });

  it('measures in doublings, and in the words of sizes where there are no figures', () => {
    expect(
      sizeDistance(
        { id: 'a/7B', parameters: null, aliases: [] },
        { id: 'b/8B', aliases: [], parameters: null },
      ),
    ).toBe(0);
    expect(
      sizeDistance(
        { id: 'a/14B', parameters: null, aliases: [] },
        { id: 'b/x', parameters: 3.5e9, aliases: [] },
      ),
    ).toBe(2);
    expect(
      sizeDistance(
        { id: 'a/embed-small', parameters: null, aliases: [] },
        { id: 'b/embed-large', aliases: [], parameters: null },
      ),
    ).toBe(3);
  });
});
