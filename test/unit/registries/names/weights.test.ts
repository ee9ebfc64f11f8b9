import { describe, expect, it } from 'vitest';
import {
  hasWeightsEnding,
  isYolo,
  weightsFile,
  type WeightsPlace,
  folderName,
  withFoldersOfWeights,
} from '../../../../src/core/registries/names/weights';

/** The file of weights that a path or address ends in. */
function file(value: string, place?: WeightsPlace): string | undefined {
  const found = weightsFile(value, place);
  return found && value.slice(found.start, found.end);
}

describe('a file whose name tells its model', () => {
  it.each([
    ['qwen2.5-7b-instruct-q4_k_m.gguf', 'qwen2.5-7b-instruct-q4_k_m.gguf'],
    ['models/Qwen2.5-7B-Instruct.Q4_K_M.gguf', 'Qwen2.5-7B-Instruct.Q4_K_M.gguf'],
    ['C:\\models\\mistral-7b-instruct.gguf', 'mistral-7b-instruct.gguf'],
    ['https://a.example/x/llama-3.1-8b.safetensors?download=true', 'llama-3.1-8b.safetensors'],
    ['https://a.example/x/llama-3.1-8b.safetensors#top', 'llama-3.1-8b.safetensors'],
    ['ggml-base.en.bin', 'ggml-base.en.bin'],
    ['ggml-large-v3-turbo-q5_0.bin', 'ggml-large-v3-turbo-q5_0.bin'],
    ['en_US-lessac-medium.onnx', 'en_US-lessac-medium.onnx'],
    ['flux1-dev.safetensors', 'flux1-dev.safetensors'],
    ['yolov8n.pt', 'yolov8n.pt'],
    ['thing-q4_k_m.gguf', 'thing-q4_k_m.gguf'],
    ['model.gguf', undefined],
    ['pytorch_model.bin', undefined],
    ['best.pt', undefined],
    ['thing.gguf', undefined],
    ['qwen2.5-7b.txt', undefined],
    ['.gguf', undefined],
    ['qwen2.5-7b', undefined],
    ['qwen2.5 7b.gguf', undefined],
    ['ggml-vocab-llama-bpe.gguf', undefined],
    ['voices/en-llama-3.1-8b-woman.pt', undefined],
    [`${'llama-3.1-8b-'.repeat(10)}.gguf`, undefined],
  ])('%s: %s', (value, found) => expect(file(value)).toBe(found));
});

describe('a file at a place for weights', () => {
  it.each([
    ['text', 'dream-pencil.safetensors', false],
    ['model', 'dream-pencil.safetensors', true],
    ['address', 'dream-pencil.safetensors', true],
    ['download', 'dream-pencil.safetensors', true],
    // One word of its own is enough with a version under a key for models, and without one beside an address.
    ['model', 'dreamPencil_v500.safetensors', true],
    ['address', 'dreamPencil_v500.safetensors', false],
    ['model', 'dreampencil.safetensors', false],
    ['download', 'dreampencil.safetensors', true],
    ['download', 'tokenizer.onnx', false],
    ['download', 'vae.safetensors', false],
    ['download', 'model.safetensors', false],
    ['model', 'final-checkpoint.safetensors', false],
    // An ending that other files have too asks for a family.
    ['model', 'dream-pencil.bin', false],
    ['address', 'dream-pencil.bin', false],
    ['address', 'dream-pencil.ckpt', true],
    ['model', 'dream-pencil.ckpt', false],
  ] as const)('in %s, %s: %s', (place, name, is) => expect(file(name, place)).toBe(is ? name : undefined));
});

describe('the ending of weights', () => {
  it.each(['a.gguf', 'a.GGUF', 'a.b.safetensors', 'x/a.onnx'])('has %s', (name) =>
    expect(hasWeightsEnding(name)).toBe(true),
  );
  it.each(['a.txt', 'gguf', '.gguf', 'a.gguf.txt', ''])('has not %s', (name) =>
    expect(hasWeightsEnding(name)).toBe(false),
  );
});

describe('the weights that Ultralytics publishes', () => {
  it.each([
    'yolov8n',
    'yolo11s-seg',
    'yolov5su',
    'rtdetr-l',
    'sam_b',
    'sam2.1_t',
    'FastSAM-s',
    'mobile_sam',
    'yolo_nas_s',
  ])('are called %s', (stem) => expect(isYolo(stem)).toBe(true));
  it.each(['yolov8n-helmets', 'my-yolov8n', 'rtdetr', 'rtdetr-s', 'sam', 'sam_x'])(
    'are not called %s',
    (stem) => expect(isYolo(stem)).toBe(false),
  );
});

describe('the folders of weights', () => {
  it.each([
    ['a/b/c.gguf', ['a/b/c.gguf', 'a/b', 'a']],
    ['/a/c.gguf', ['/a/c.gguf', '/a']],
    ['c.gguf', ['c.gguf']],
    ['a/b', ['a/b']],
  ])('of %s are told with it', (name, names) => expect(withFoldersOfWeights(name)).toEqual(names));

  it('are compared without what says nothing', () => {
    expect(folderName('././a/b/')).toBe('a/b');
    expect(folderName('a/./b')).toBe('a/./b');
  });
});
