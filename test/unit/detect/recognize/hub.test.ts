import { describe, expect, it } from 'vitest';
import { detect } from '../marked';
import { takenAt } from './takenAt';

const SHA = '0a'.repeat(32);

describe('a name with an owner of the Hub, or none', () => {
  it.each([
    [`acme/thing-7b:${SHA}`, 'replicate acme/thing-7b: gateway client ollama loader key value entry text'],
    [
      'acme/thing-7b@0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a',
      'huggingface acme/thing-7b: gateway loader key; together acme/thing-7b: client; ollama acme/thing-7b: ollama',
    ],
    [
      'acme/llama-7b/tokenizer.model',
      'huggingface acme/llama-7b: gateway loader key value entry text; together acme/llama-7b: client; ollama acme/llama-7b: ollama',
    ],
    ['acme/thing/tokenizer.model', ''],
    [
      'acme/llama-7b::adapter.pth',
      'huggingface acme/llama-7b: gateway loader key; together acme/llama-7b: client; ollama acme/llama-7b: ollama',
    ],
    [
      'acme/llama-7b/',
      'huggingface acme/llama-7b: gateway loader key value entry; together acme/llama-7b: client; ollama acme/llama-7b: ollama',
    ],
    [
      'acme/llama-7b:free',
      'openrouter acme/llama-7b: gateway client loader key value entry text; ollama acme/llama-7b: ollama',
    ],
    [
      'acme/llama-7b:thinking',
      'openrouter acme/llama-7b: gateway client loader key value entry text; ollama acme/llama-7b: ollama',
    ],
    [
      'acme/llama-7b:80',
      'huggingface acme/llama-7b: gateway loader key; together acme/llama-7b: client; ollama acme/llama-7b: ollama',
    ],
    ['acme/llama-7b@a/b', ''],
    ['@acme/llama-7b', ''],
    [
      'meta/llama-3.1-8b-instruct',
      'huggingface: gateway loader; together: client; ollama: ollama; nvidia: key value entry text',
    ],
    [
      'meta-llama/Llama-3.1-8B-Instruct',
      'huggingface: gateway loader key value entry text; together: client; ollama: ollama',
    ],
    ['google/house', 'huggingface: gateway loader; together: client; ollama: ollama'],
    ['house/qwen3', 'huggingface: gateway loader key value entry; together: client; ollama: ollama'],
    ['qwen2/qwen3', 'huggingface: gateway loader key value entry; together: client; ollama: ollama'],
    [
      'acme/mixtral-thing-of-odd-words-8x7b',
      'huggingface: gateway loader key value entry text; together: client; ollama: ollama',
    ],
    [
      'acme/some-long-odd-name-of-many-parts-7b',
      'huggingface: gateway loader key; together: client; ollama: ollama',
    ],
    ['acme/name_3b', 'huggingface: gateway loader key value entry text; together: client; ollama: ollama'],
    ['acme/my-model', ''],
    ['a/b-7b', 'huggingface: gateway loader key value entry text; together: client; ollama: ollama'],
    ['acme/thing-gguf', 'huggingface: gateway loader key; together: client; ollama: ollama'],
    ['LLM-Research/thing-1', 'modelscope: gateway client ollama loader key'],
    [
      'Llama-2-13b-chat',
      'other: gateway; together: client; ollama: ollama; huggingface: loader key value entry',
    ],
    ['LLaMA2-13B', 'other: gateway; together: client; ollama: ollama; huggingface: loader key value'],
    [
      'llama3-70b-8192',
      'other: gateway; groq: client key value entry text; ollama: ollama; huggingface: loader',
    ],
    [
      'mixtral-8x7b-32768',
      'other: gateway; groq: client key value entry text; ollama: ollama; huggingface: loader',
    ],
    [
      'bert-base-uncased',
      'other: gateway; together: client; ollama: ollama; huggingface: loader key value text',
    ],
    [
      'distilbert-base-uncased-house-sst-2-english',
      'other: gateway; together: client; ollama: ollama; huggingface: loader key',
    ],
    ['house-7b-sft', 'other: gateway; together: client; ollama: ollama; huggingface: loader key'],
    ['house-odd-7b-sft', 'other: gateway; ollama: ollama; huggingface: loader'],
    ['house_4b_lr1e-5_bs_512', ''],
    ['mpnet.embeddings.LayerNorm', ''],
    [
      'all-MiniLM-L6-v2',
      'huggingface sentence-transformers/all-MiniLM-L6-v2: gateway ollama loader key value entry text; together sentence-transformers/all-MiniLM-L6-v2: client',
    ],
    [
      'tiiuae/falcon-7b',
      'huggingface: gateway loader key value entry text; together: client; ollama: ollama',
    ],
    ['llama-7b-hf', 'other: gateway; together: client; ollama: ollama; huggingface: loader key value entry'],
  ])('%s is of %s', (name, places) => expect(takenAt(name)).toBe(places));
});

describe('an unknown name under a key for where something is got from', () => {
  const NAME = 'odd-owner/qwen2.5-7b-odd';
  const foundIn = (text: string, path: string): unknown =>
    detect(text, path).references.map(({ id, role, confidence }) => [id, role, confidence]);

  it.each([
    ['a.yaml', `model:\n  repository: ${NAME}\n  dtype: bfloat16\n`],
    ['a.yaml', `llm:\n  source: ${NAME}\nimage:\n  repository: acme/server\n  tag: v1\n`],
    ['a.yaml', `models:\n  - uri: ${NAME}\n    name: main\n`],
    ['a.yaml', `model:\n  registry: huggingface\n  repository: ${NAME}\n`],
    ['a.json', `{"model": {"repository": "${NAME}"}, "image": {"tag": "1"}}`],
    ['a.toml', `[model]\nsource = "${NAME}"\n`],
    ['a.tf', `module "a" {\n  source = "./a"\n  model = {\n    repository = "${NAME}"\n  }\n}\n`],
  ])('is the model of a mapping that is called so: %s %s', (path, text) => {
    expect(foundIn(text, path)).toEqual([[NAME, 'loads', 'medium']]);
  });

  it.each([
    ['a.yaml', `model:\n  image:\n    repository: ${NAME}\n`],
    ['a.yaml', `model:\n  repository: ${NAME}\n  tag: v1\n`],
    ['a.yaml', `llm:\n  pullPolicy: Always\n  repository: ${NAME}\n`],
    ['a.yaml', `model:\n  registry: ghcr.io\n  repository: ${NAME}\n`],
    ['a.yaml', `model:\n  source: ${NAME}\n  branch: main\n`],
    ['a.yaml', `site:\n  source: ${NAME}\n`],
    ['a.yaml', `model:\n  repository: acme/server\n`],
    ['a.json', `{"model": {"repository": "${NAME}", "imageTag": "1"}}`],
    ['a.tf', `module "llm" {\n  source = "terraform-odd/qwen2.5-7b-odd/aws"\n}\n`],
  ])('is none of an image, of code or of something else: %s %s', (path, text) => {
    expect(foundIn(text, path)).toEqual([]);
  });
});

describe('the key of a setting in a constant that is called like it, one of many of its group', () => {
  const OTHERS = 'A = "transcriber/task"\nB = "transcriber/language"\n';

  it.each([
    ['a.py', 'LLM_PROMPT = "transcriber/llm-prompt"\n'],
    ['a.py', 'HUGGINGFACE_MODEL_ID = "transcriber/huggingface-model-id"\n'],
    ['a.ts', "const TRANSCRIBER_LLM_MODEL = 'transcriber/llm-model';\n"],
    ['a.py', 'ENABLE_LLM_TRANSLATION = "transcriber/enable-llm-translation"\n'],
  ])('is no model: %s %s', (path, text) => {
    expect(detect(OTHERS + text, path).references).toEqual([]);
  });

  it.each([
    ['a.py', `${OTHERS}HOUSE_WHISPER = "acme/house-whisper"\n`, 'acme/house-whisper'],
    ['a.py', `${OTHERS}LLM_MODEL = "transcriber/house-whisper"\n`, 'transcriber/house-whisper'],
    ['a.yaml', 'llm_model: acme/llm-model\n', 'acme/llm-model'],
    ['a.ts', 'const embeddingModel = "acme/embedding-model";\n', 'acme/embedding-model'],
    [
      'a.py',
      `${OTHERS}m = load(embedding_model="transcriber/embedding-model")\n`,
      'transcriber/embedding-model',
    ],
    [
      'a.py',
      'DEFAULT_MODEL = "Qwen/default-model"\nA = "Qwen/task"\nB = "Qwen/language"\n',
      'Qwen/default-model',
    ],
  ])('is none that names one: %s %s', (path, text, name) => {
    expect(detect(text, path).references.map(({ text: found }) => found)).toContain(name);
  });
});
