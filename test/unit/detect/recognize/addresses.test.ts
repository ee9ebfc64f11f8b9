import { describe, expect, it } from 'vitest';
import { detect } from '../marked';
import { takenAt } from './takenAt';

const SHA = '0a'.repeat(32);

describe('an address, a scheme or a file', () => {
  it.each([
    [
      'https://huggingface.co/acme/llama-7b/resolve/v1/model.safetensors',
      'huggingface acme/llama-7b: gateway client loader key value entry text data; ollama hf.co/acme/llama-7b: ollama',
    ],
    [
      'https://huggingface.co/acme/thing/blob/main/picture.png',
      'huggingface acme/thing: gateway client loader key value entry text data; ollama hf.co/acme/thing: ollama',
    ],
    [
      'https://huggingface.co/acme/thing',
      'huggingface acme/thing: gateway client loader key value entry text data; ollama hf.co/acme/thing: ollama',
    ],
    ['https://huggingface.co/acme/thing/other', ''],
    ['https://huggingface.co/{owner}/llama-7b', ''],
    ['https://huggingface.co/acme/...', ''],
    ['https://huggingface.co/your-name/your-model', ''],
    [
      'hf.co/acme/thing-7b',
      'huggingface acme/thing-7b: gateway client loader key value entry text data; ollama: ollama',
    ],
    [
      'git@hf.co:acme/thing-7b',
      'huggingface acme/thing-7b: gateway client ollama loader key value entry text data',
    ],
    ['git@hf.co:acme', ''],
    [
      'openai/hf.co/acme/thing-7b',
      'huggingface acme/thing-7b: gateway ollama loader key value entry text; together acme/thing-7b: client',
    ],
    ['ollama/hf.co/datasets/acme/thing', ''],
    ['git@github.com:acme/thing', ''],
    [
      'https://example.com/models/llama-7b.Q4_K_M.gguf',
      'local llama-7b.Q4_K_M.gguf: gateway client ollama loader key value entry text data',
    ],
    ['https://example.com/models/model.gguf', ''],
    ['https://example.com/YOUR_MODEL/llama-7b.Q4_K_M.gguf', ''],
    [
      '$HF/acme/thing-7b/resolve/v1/model.safetensors',
      'huggingface acme/thing-7b: gateway client ollama loader key value entry data',
    ],
    [
      '/acme/thing-7b/resolve/main/a.onnx',
      'huggingface acme/thing-7b: gateway client ollama loader key value entry text data',
    ],
    ['{base}/datasets/thing-7b/resolve/main/a.onnx', ''],
    ['acme/thing-7b/resolve/main/a.onnx', ''],
    ['acme/thing-GGUF/*Q4_K_M.gguf', 'huggingface acme/thing-GGUF: gateway client ollama loader key'],
    [
      'llama-cpp-python/acme/thing/*F16.gguf@512',
      'huggingface acme/thing: gateway client ollama loader key value entry',
    ],
    [
      'llama-cpp-python/acme/thing/thing-F16.gguf',
      'huggingface acme/thing: gateway client ollama loader key value entry text',
    ],
    ['llama-cpp-python/your-name/thing/*F16.gguf', ''],
    ['weights/llama/*.gguf', ''],
    ['checkpoints/final/*.gguf', ''],
    ['output/merged/*.gguf', ''],
    ['acme/thing/*.md', ''],
    ['hf-hub:acme/thing-7b', 'huggingface acme/thing-7b: gateway client ollama loader key value entry text'],
    [
      'hf-hub:acme/thing-7b@v1',
      'huggingface acme/thing-7b: gateway client ollama loader key value entry text',
    ],
    [
      'huggingface://acme/thing-7b/llama-7b.gguf',
      'huggingface acme/thing-7b: gateway client ollama loader key value entry text; local llama-7b.gguf: data',
    ],
    ['huggingface://acme/thing-7b/more/x.json', ''],
    ['hf-hub:acme', 'ollama: ollama'],
    ['ollama://qwen2.5:7b', 'ollama qwen2.5:7b: gateway client ollama loader key value entry text data'],
    ['ollama://your-model', ''],
    [
      'kaggle://keras/bert/keras/bert_base_en/2',
      'kaggle keras/bert/keras/bert_base_en/2: gateway client ollama loader key value entry text data',
    ],
    [
      'djl://ai.djl.huggingface.pytorch/acme/thing-7b',
      'huggingface acme/thing-7b: gateway client ollama loader key value entry text data',
    ],
    ['djl://ai.djl.huggingface.pytorch/acme', ''],
    ['djl://ai.djl.pytorch/acme/thing-7b', ''],
    [
      'gs://bucket/Qwen/Qwen2.5-7B-Instruct/',
      'huggingface Qwen/Qwen2.5-7B-Instruct: gateway ollama loader key value entry text; together Qwen/Qwen2.5-7B-Instruct: client',
    ],
    ['s3://bucket/models/house-7b/model.tar.gz', ''],
    ['s3://bucket/gpt-4o-2024', ''],
    [
      `https://openaipublic.azureedge.net/main/whisper/models/${SHA}/base.en.pt`,
      'whisper base.en: gateway client ollama loader key value entry text data',
    ],
    [`https://openaipublic.azureedge.net/main/whisper/models/${SHA}/huge.pt`, ''],
    ['yolov8n.pt', 'ultralytics: gateway client ollama loader key value entry text data'],
    ['ggml-base.en.bin', 'whisper: gateway client ollama loader key value entry data'],
    ['ggml-house-llama-7b.bin', 'local: gateway client ollama loader key value entry data'],
  ])('%s names %s', (name, places) => expect(takenAt(name)).toBe(places));
});

it('files that are chosen by a pattern are the project’s own where a path is asked for', () => {
  const loaded = (key: string): readonly unknown[] =>
    detect(`from llama_cpp import Llama\nLlama(${key}="acme/thing-GGUF/*Q4_K_M.gguf")\n`, 'a.py').references;
  expect(loaded('model_path')).toEqual([]);
  expect(loaded('model')).toHaveLength(1);
});
