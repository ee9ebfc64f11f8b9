import { describe, expect, it } from 'vitest';
import { detectReferences } from '../../../../src/core/detect/detectReferences';
import { BARE_HOSTS, ID_SCHEMES, SCHEMES } from '../../../../src/core/registries/tables';
import { builtCatalog } from '../../../support/builtCatalog';
import { detect, found, unmark } from '../marked';

/** Places of different strength, by what they are: the path, and the text with a name in it. */
const PLACES: Readonly<Record<string, readonly [path: string, text: (name: string) => string]>> = {
  loader: ['a.py', (name) => `AutoModel.from_pretrained("${name}")\n`],
  key: ['a.yaml', (name) => `model: ${name}\n`],
  value: ['a.py', (name) => `x = "${name}"\n`],
  other: ['a.py', (name) => `os.path.join("${name}")\n`],
  text: ['a.md', (name) => `We use ${name} here.\n`],
  marked: ['a.md', (name) => `We use \`${name}\` here.\n`],
  data: ['a.py', (name) => `load_dataset("${name}")\n`],
  entry: ['a.py', (name) => `x = {"${name}": 1}\n`],
};

/** Places of commands, of lists, and under keys that say more or less. */
const KEYS: typeof PLACES = {
  flag: ['a.sh', (name) => `tool --model ${name}\n`],
  operand: ['a.sh', (name) => `ollama run ${name}\n`],
  word: ['a.sh', (name) => `tool ${name}\n`],
  variable: ['a.env', (name) => `MODEL=${name}\n`],
  named: ['a.yaml', (name) => `models:\n  - name: ${name}\n`],
  titled: ['a.yaml', (name) => `models:\n  - title: ${name}\n`],
  keyed: ['a.yaml', (name) => `models:\n  ${name}: 1\n`],
  setting: ['a.yaml', (name) => `thing: ${name}\n`],
  element: ['a.py', (name) => `models = ["${name}"]\n`],
  path: ['a.py', (name) => `model_path = "${name}"\n`],
  cell: ['a.md', (name) => `| Model |\n|---|\n| ${name} |\n`],
  comment: ['a.py', (name) => `# Model: ${name}\nx = 1\n`],
  said: ['a.md', (name) => `The model \`${name}\` is here.\n`],
};

/** The registries of which a name is one at these places, `registry: places; …`, in a text that also speaks of something. */
function takenAt(name: string, spokenOf: string, of = PLACES): string {
  const places = new Map<string, string[]>();
  for (const [place, [path, textOf]] of Object.entries(of)) {
    const lead = spokenOf === '' ? '' : path === 'a.md' ? `Of ${spokenOf}.\n\n` : `# ${spokenOf}\n`;
    const text = lead + textOf(name);
    const found = detectReferences(text, { path, catalog: builtCatalog() })
      .references.filter(({ range }) => range.start >= text.lastIndexOf(name))
      .map((reference) => `${reference.text === name ? '' : `${reference.text} `}${reference.registry}`)
      .join(' + ');
    if (found !== '') places.set(found, [...(places.get(found) ?? []), place]);
  }
  return [...places].map(([found, at]) => `${found}: ${at.join(' ')}`).join('; ');
}

describe('a name is taken for a model where it and its place say enough', () => {
  it.each([
    ['acme/thing-7b', '', 'huggingface: loader key value text marked entry'],
    ['acme/thing', '', 'huggingface: loader'],
    ['acme/bagel-8b-v1.0', '', 'huggingface: loader key value text marked entry'],
    ['acme/my-llama', '', ''],
    ['mistralai/thing', '', 'huggingface: loader key'],
    ['src/models/x', '', ''],
    ['acme/llama-7b@main', '', 'acme/llama-7b huggingface: loader key value text marked entry'],
    ['acme/llama-7b:q4', '', 'huggingface: loader key value text marked entry'],
    ['acme/thing:q4', '', 'huggingface: loader'],
    ['a/b', '', 'huggingface: loader'],
    ['acme/model', '', ''],
    ['qwen2/qwen3', '', 'huggingface: loader key value marked entry'],
    ['iic/nlp_corom', '', 'modelscope: loader'],
    ['damo/x', '', 'modelscope: loader'],
    ['acme/llama-7b:free', '', 'openrouter: loader key value text marked entry'],
    ['acme/llama-7b/tokenizer.model', '', 'acme/llama-7b huggingface: loader key value text marked entry'],
    ['Assets/Lists/models.txt', '', ''],
    ['gpt2', '', 'huggingface: loader key'],
    ['bert-base-uncased', '', 'huggingface: loader key value other text marked'],
    ['all-MiniLM-L6-v2', '', 'huggingface: loader key value other text marked entry'],
    [
      'distilbert-base-uncased-finetuned-sst-2-english',
      '',
      'huggingface: loader key value other text marked',
    ],
    ['tigerbot-7b-sft', '', 'huggingface: loader key'],
    ['sailor_4b_lr1e-5_bs_512', '', 'huggingface: loader'],
    ['mpnet.embeddings.LayerNorm', '', ''],
    ['llama3.1', '', 'huggingface: loader; ollama: key'],
    ['llama3.1:8b', '', 'ollama: key value other text marked data entry'],
    ['mistral', '', ''],
    ['orca', '', ''],
    ['qwen2.5:7b', '', 'ollama: key value other text marked data entry'],
    ['codellama:7b-instruct', '', 'ollama: key value text marked entry'],
    ['foo:8b', '', ''],
    ['gpt-4o', '', 'openai: loader key value other text marked entry'],
    ['o1', '', 'openai: loader key'],
    ['gpt-2', '', 'openai: loader key; huggingface: value marked'],
    ['gpt-4', '', 'openai: loader key value other text marked entry'],
    ['claude-3-5-sonnet-20241022', '', 'anthropic: loader key value other text marked entry'],
    ['gemini-2.5', '', 'google: loader key value other marked entry'],
    ['gemini-2.5-pro', '', 'google: loader key value other text marked entry'],
    ['openai/gpt-4o', '', 'huggingface: loader; openai: key value other text marked entry'],
    ['openai/gpt-oss-20b', '', 'huggingface: loader key value other text marked entry'],
    ['groq/llama-3.3-70b-versatile', '', 'groq: loader key value other text marked entry'],
    ['openai:chat:gpt-4o-mini', '', 'openai: loader key value other text marked entry'],
    ['openai:embeddings:text-embedding-3-small', '', 'openai: loader key value other text marked entry'],
    ['anthropic.claude-3-5-sonnet-20240620-v1:0', '', 'bedrock: loader key value other text marked entry'],
    ['nvidia/x', '', 'huggingface: loader'],
    ['azure/gpt-4o', '', 'azure: loader key value other text marked entry'],
    ['ollama/llama3.1', '', 'ollama: loader key value other marked entry'],
    ['ollama/thing', '', 'huggingface: loader key'],
    [
      'openrouter/deepseek/some-model-2',
      '',
      'huggingface: loader; openrouter: key value other text marked entry',
    ],
    ['text-embedding-3-small', '', 'openai: loader key value other text marked entry'],
    ['qwen-max', '', 'alibaba: loader key value other text marked entry'],
    ['fast:gpt-4o-mini', '', 'gpt-4o-mini openai: loader key value other text marked entry'],
    ['yolov8n.pt', '', 'ultralytics: loader key value other text marked data entry'],
    ['model.gguf', '', ''],
    ['llama-2-7b.Q4_K_M.gguf', '', 'local: loader key value other text marked data entry'],
    ['pytorch_model.bin', '', ''],
    ['accounts/fireworks/models/llama-v3-8b', '', 'fireworks: loader key value other text marked entry'],
    ['@cf/meta/llama-3-8b-instruct', '', 'cloudflare: loader key value other text marked data entry'],
    ['vit_base_patch16_224', '', 'timm: loader key value other text marked entry'],
    ['resnet50', '', 'huggingface: loader; timm: key'],
    ['en_core_web_sm', '', 'spacy: loader key value other text marked data entry'],
    ['whisper-1', '', 'openai: loader key value other text marked entry'],
    ['hf.co/acme/thing-7b', '', 'huggingface: loader key value other text marked data entry'],
    [
      'https://huggingface.co/acme/thing-7b',
      '',
      'acme/thing-7b huggingface: loader key value other text marked data entry',
    ],
    ['https://huggingface.co/datasets/acme/thing-7b', '', ''],
    ['hf://acme/thing-7b', '', 'huggingface: loader key value other text marked data entry'],
    ['models/gemini-1.5-pro', '', 'google: loader key value other text marked entry'],
    ['/v1/models/gpt-4o', '', 'gpt-4o openai: loader key value other text marked entry'],
    ['/v1/engines/davinci/completions', '', ''],
    ['publishers/google/models/gemini-1.5-pro', '', 'vertex: loader key value other text marked entry'],
    ['llama3.1', 'ollama', 'huggingface: loader; ollama: key value marked entry'],
    ['llama3.1:8b', 'ollama', 'ollama: key value other text marked data entry'],
    ['mistral', 'ollama', 'ollama: key'],
    ['orca', 'ollama', 'ollama: key'],
    ['foo:8b', 'ollama', ''],
    ['acme/llama-7b:q4', 'ollama', 'huggingface: loader; ollama: key value text marked entry'],
    ['MXBAI-EMBED-LARGE', 'ollama', 'huggingface: loader; ollama: key'],
    ['deepseek-r1', 'ollama', 'ollama: loader key value other text marked entry'],
    ['o1', 'gpt-3', 'openai: loader key marked'],
    ['o3-mini', 'gpt-3', 'openai: loader key value other text marked entry'],
    ['gpt-2', 'gpt-3', 'openai: loader key; huggingface: value marked'],
    ['nvidia/x', 'openai', 'huggingface: loader'],
    // Names that a service has for somebody's weights, and those that only look like them.
    ['llama-3.1-8b-instant', '', 'huggingface: loader; groq: key value text marked entry'],
    ['Llama-3.1-8b-instant', '', 'huggingface: loader; groq: key value marked entry'],
    ['llama-3.1-8b-instant-x', '', 'huggingface: loader key'],
    ['llama3-70b-8192', 'openai', 'huggingface: loader; groq: key value text marked entry'],
    ['deepseek-r1-distill-llama-70b', '', 'huggingface: loader key value marked entry'],
    ['mxbai-embed-large-v1', '', 'huggingface: loader value marked; other: key'],
    ['aura-2-thalia-en', '', 'other: key value marked entry'],
    ['gpt-oss-120b', '', 'openai: loader key value other text marked entry'],
    ['Sonar-pro-2', '', 'huggingface: loader key'],
    ['acme/my-llama', 'hugging', ''],
    ['acme/llama-thing', 'hugging', 'huggingface: loader key'],
  ])('%s, in a text that speaks of "%s": %s', (name, spokenOf, places) =>
    expect(takenAt(name, spokenOf)).toBe(places),
  );
});

describe('a name is taken for a model by what a command, a list or a key says of it', () => {
  it.each([
    ['acme/thing', '', 'huggingface: flag path; ollama: operand'],
    ['acme/thing-7b-corpus', '', 'huggingface: flag variable named path; ollama: operand'],
    ['mistralai/thing', '', 'huggingface: flag variable element path; ollama: operand'],
    ['acme/llama-x', '', 'huggingface: flag variable named element path; ollama: operand'],
    [
      'acme/llama-7b@main',
      '',
      'acme/llama-7b huggingface: flag word variable named keyed setting element path cell comment said; acme/llama-7b ollama: operand',
    ],
    ['acme/llama-7b@a/b', '', ''],
    [
      'acme/llama-7b:q4_K_M',
      '',
      'huggingface: flag word variable named keyed setting element path cell comment said; ollama: operand',
    ],
    [
      'acme/llama-7b:q4_K_M',
      'ollama',
      'ollama: flag operand word variable named keyed setting element path cell comment said',
    ],
    [
      'acme/llama-7b-GGUF:Q4_K_M',
      'ollama',
      'huggingface: flag word variable named keyed setting element path cell comment said; ollama: operand',
    ],
    [
      'acme/llama-7b-GGUF:UD-Q4_K_M',
      'ollama',
      'huggingface: flag word variable named keyed setting element path cell comment said; ollama: operand',
    ],
    [
      'acme/llama-7b-GGUF:BF16',
      'ollama',
      'huggingface: flag word variable named keyed setting element path cell comment said; ollama: operand',
    ],
    [
      'acme/llama-7b-GGUF:tiny',
      'ollama',
      'ollama: flag operand word variable named keyed setting element path cell comment said',
    ],
    [
      'acme/llama-7b:free',
      '',
      'openrouter: flag word variable named keyed setting element path cell comment said; ollama: operand',
    ],
    ['acme/llama-7b:80', '', 'huggingface: flag variable named keyed element path cell; ollama: operand'],
    [
      'acme/llama-7b::adapter.pth',
      '',
      'acme/llama-7b huggingface: flag variable named keyed element path cell; acme/llama-7b ollama: operand',
    ],
    ['acme/thing/data/x.txt', '', ''],
    [
      'acme/strange-word-here-and-there-7b',
      '',
      'huggingface: flag variable named element path; ollama: operand',
    ],
    ['acme/my-odd-llama-3b-thing', '', ''],
    ['models/thing-7b', '', ''],
    ['acme-examples/thing-7b', '', ''],
    ['microsoft.web/thing-7b', '', ''],
    ['iic/thing', '', 'modelscope: flag operand path'],
    ['gpt2', '', 'huggingface: flag variable named keyed element path; ollama: operand'],
    [
      'bert-base-uncased',
      '',
      'huggingface: flag word variable named titled keyed setting element path cell comment said; ollama: operand',
    ],
    ['multi-qa-thing-cos-v1', 'sentence', 'ollama: operand'],
    [
      'Llama-2-13b-chat',
      '',
      'huggingface: flag word variable named keyed setting element path cell comment said; ollama: operand',
    ],
    [
      'llama-2-13b-chat',
      '',
      'huggingface: flag word variable named keyed setting element path comment said; ollama: operand',
    ],
    [
      'LLaMA2-13B',
      '',
      'huggingface: flag word variable named keyed setting element path comment said; ollama: operand',
    ],
    ['tigerbot-7b-sft', '', 'huggingface: flag variable named element path; ollama: operand'],
    ['sailor_4b_lr1e-5_bs_512', '', ''],
    ['MXBAI-EMBED-LARGE', 'ollama', 'ollama: flag operand variable named keyed element path cell said'],
    ['llama3.1', '', 'ollama: flag operand variable named keyed element path cell'],
    [
      'llama3.1',
      'ollama',
      'ollama: flag operand word variable named keyed setting element path cell comment said',
    ],
    [
      'llama3.1:8b',
      '',
      'ollama: flag operand word variable named titled keyed setting element path cell comment said',
    ],
    ['llama3:house', '', 'ollama: operand'],
    ['orca', '', 'ollama: operand'],
    ['orca', 'ollama', 'ollama: operand variable'],
    ['library/llama3.1', '', 'ollama: operand'],
    [
      'hf.co/acme/thing-7b:Q4_K_M',
      '',
      'huggingface: flag word variable named titled keyed setting element path cell comment said; ollama: operand',
    ],
    [
      'https://huggingface.co/acme/thing-7b/resolve/main/x.gguf',
      '',
      'acme/thing-7b huggingface: flag word variable named titled keyed setting element path cell comment said; acme/thing-7b ollama: operand',
    ],
    [
      'https://example.com/thing-7b.Q4_K_M.gguf',
      '',
      'thing-7b.Q4_K_M.gguf local: flag operand word variable named titled keyed setting element path cell comment said',
    ],
    [
      'ollama://llama3.1:8b',
      '',
      'ollama: flag operand word variable named titled keyed setting element path cell comment said',
    ],
    [
      '$HF/acme/thing-7b/resolve/main/x.gguf',
      '',
      'acme/thing-7b huggingface: flag operand word variable named titled keyed setting element path cell',
    ],
    [
      'git@hf.co:acme/thing-7b',
      '',
      'acme/thing-7b huggingface: flag operand word variable named titled keyed setting element path cell comment said',
    ],
    [
      'djl://ai.djl.huggingface.pytorch/acme/thing-7b',
      '',
      'acme/thing-7b huggingface: flag operand word variable named titled keyed setting element path cell comment said',
    ],
    [
      `https://openaipublic.azureedge.net/main/whisper/models/${'0a'.repeat(32)}/base.en.pt`,
      '',
      'whisper: flag operand word variable named titled keyed setting element path cell comment said',
    ],
    ['onnx-merged/sentencepiece.model', '', 'ollama: operand'],
    [
      'ggml-base.en.bin',
      '',
      'whisper: flag operand word variable named titled setting element path cell comment said',
    ],
    ['o1', '', 'openai: flag variable named keyed element path cell; ollama: operand'],
    [
      'gpt-2',
      '',
      'openai: flag variable named keyed element path cell; ollama: operand; huggingface: word setting comment said',
    ],
    [
      'openai:gpt-4o',
      '',
      'openai: flag word variable named titled keyed setting element path cell comment said; gpt-4o openai: operand',
    ],
    [
      'groq::llama-3.3-70b-versatile',
      '',
      'groq: flag word variable named titled keyed setting element path cell comment said',
    ],
    ['nvidia/thing', '', 'huggingface: flag path; ollama: operand'],
    [
      'meta/llama-3.1-8b-instruct',
      '',
      'nvidia: flag word variable named keyed setting element path cell comment said; ollama: operand',
    ],
    [
      'llama-3.1-8b-instant',
      '',
      'groq: flag word variable named keyed setting element path cell comment said; ollama: operand',
    ],
    ['sonar', '', ''],
    ['nova', '', ''],
    ['resnet50', '', 'timm: flag variable named keyed element path cell; ollama: operand'],
    [
      'en_core_web_sm',
      '',
      'spacy: flag operand word variable named titled setting element path cell comment said',
    ],
    ['stable-diffusion-xl-1024-v1-0', '', 'huggingface: flag variable named element path; ollama: operand'],
  ])('%s, in a text that speaks of "%s": %s', (name, spokenOf, places) =>
    expect(takenAt(name, spokenOf, KEYS)).toBe(places),
  );
});

describe('recognizers are chosen by the marks in a value', () => {
  it('for every scheme has a colon', () => {
    const schemes = [...SCHEMES.map(({ scheme }) => scheme), ...ID_SCHEMES];
    expect(schemes.filter((scheme) => !scheme.includes(':'))).toEqual([]);
  });

  it('for every address without a scheme has a slash', () => {
    expect(BARE_HOSTS.filter((host) => !host.includes('/'))).toEqual([]);
  });
});

describe('a tag of the library of Ollama under the key of another client', () => {
  it.each([
    [
      'a.json',
      '{"env": {"ANTHROPIC_BASE_URL": "http://localhost:4000", "ANTHROPIC_MODEL": "⟦llama3.1:8b|ollama⟧"}}',
    ],
    ['a.env', 'OPENAI_BASE_URL=http://localhost:4000/v1\nOPENAI_MODEL=⟦llama3.1:8b|ollama⟧\n'],
  ])('in %s is a name of Ollama', (path, text) => {
    const marked = unmark(text);
    expect(found(marked, path)).toEqual(marked.expected);
  });
});

describe('a provider that the settings define', () => {
  it.each([
    ['a.json', '{"model": "lan/⟦acme/thing-7b⟧", "provider": {"lan": {"npm": "x"}}}'],
    ['a.yaml', 'model: lan/⟦acme/thing-7b⟧\nproviders:\n  lan:\n    url: http://localhost:1\n'],
    ['a.json', '{"model": "⟦lan/thing-7b⟧", "provider": {"wan": {"npm": "x"}}}'],
    ['a.json', '{"model": "lan/⟦acme/thing-7b⟧", "provider": {"wan": {"npm": "x"}, "lan": {"npm": "x"}}}'],
    [
      'a.yaml',
      'model: lan/⟦acme/thing-7b⟧\nproviders:\n  wan:\n    url: http://localhost:1\n  lan:\n    url: x\n',
    ],
    ['a.yaml', 'lan:\n  url: http://localhost:1\nproviders: x\nmodel: ⟦lan/thing-7b⟧\n'],
    ['a.json', '{"model": "⟦lan/thing-7b⟧", "lan": {"npm": "x"}}'],
  ])('is no owner in %s: %s', (path, text) => {
    const marked = unmark(text);
    expect(found(marked, path)).toEqual(marked.expected);
  });
});

describe('the word of a host before a name', () => {
  const host = (text: string, path = 'a.yaml'): readonly unknown[] =>
    detect(text, path).references.map(({ role, host: asked }) => [role, asked]);

  it.each([
    ['scaleway/llama-3.3-70b-instruct', 'scaleway'],
    ['siliconflow-cn/Qwen/Qwen2.5-72B-Instruct', 'siliconflow'],
    ['opencode-go/qwen3.6-plus', 'opencode'],
    ['moonshotai-cn/kimi-k2.5', 'moonshot'],
  ])('says who is called: %s', (name, expected) => {
    expect(host(`model: ${name}\n`)).toEqual([['calls', expected]]);
  });

  it('is the maker where a gateway is written beside it', () => {
    expect(host('provider: openrouter\nmodel: z-ai/glm-4.6\n')).toEqual([['calls', 'openrouter']]);
    expect(host('provider: requesty\nmodel: zai/glm-4.6\n')).toEqual([['calls', 'requesty']]);
  });

  it('says nothing before a word that is no model, and to a loader', () => {
    expect(host('model: scaleway/settings\n')).toEqual([]);
    expect(host('AutoModel.from_pretrained("Qwen/Qwen2.5-7B-Instruct")', 'a.py')).toEqual([
      ['loads', 'self'],
    ]);
  });
});

describe('an id that nobody knows, under a key for models', () => {
  const called = (text: string, path: string): readonly unknown[] =>
    detect(text, path).references.map(({ id, role, host }) => [id, role, host]);

  it.each([
    ['a.yaml', 'primary:\n  provider: openrouter\n  model: acme/zeta-9\n'],
    ['a.yaml', 'fallback:\n  model: acme/zeta-9\n  provider: openrouter\n'],
    ['a.toml', '[fallback]\nprovider = "openrouter"\nmodel = "acme/zeta-9"\n'],
    ['a.json', '{"fallback": {"provider": "openrouter", "model": "acme/zeta-9"}}'],
    ['a.py', 'FALLBACK = {"provider": "openrouter", "model": "acme/zeta-9"}\n'],
  ])('is asked of the provider beside it: %s: %s', (path, text) =>
    expect(called(text, path)).toEqual([['acme/zeta-9', 'calls', 'openrouter']]),
  );

  it('may end like a file of weights, and be a fallback', () =>
    expect(called('fallback:\n  provider: together\n  model: acme/zeta-nemo\n', 'a.yaml')).toEqual([
      ['acme/zeta-nemo', 'calls', 'together'],
    ]));

  it.each([
    'disk:\n  type: docker\n  model: acme/zeta-9\n',
    'phone:\n  vendor: google\n  model: acme/zeta-9\n',
    'rows:\n  type: snowflake\n  model: staging/orders-2\n',
  ])('is none beside what asks no such ids: %s', (text) => expect(called(text, 'a.yaml')).toEqual([]));
});

describe('a client that is made where it is called', () => {
  const made = (call: string): readonly unknown[] =>
    detect(`from openai import OpenAI\nfrom anthropic import Anthropic\n${call}\n`, 'a.py').references.map(
      ({ id, host }) => [id, host].join(' '),
    );

  it.each([
    ['OpenAI().responses.create(model="house-1")', ['house-1 openai']],
    ['Anthropic(api_key="k").messages.create(model="house-1")', ['house-1 anthropic']],
    ['OpenAI(base_url=url).responses.create(model="house-1")', []],
  ])('is asked for a model of whatever name: %s', (call, expected) => expect(made(call)).toEqual(expected));
});

describe('a factory of the AI SDK', () => {
  const AI_SDK =
    'import { createAzure, azure as own } from "@ai-sdk/azure";\n' +
    'import { createOpenAI } from "@ai-sdk/openai";\n' +
    'import { bedrock } from "@ai-sdk/amazon-bedrock";\n' +
    'import { groq } from "@ai-sdk/groq";\n' +
    'import { createOpenAICompatible } from "@ai-sdk/openai-compatible";\n' +
    'import { createOllama } from "ollama-ai-provider-v2";\n' +
    'import { useChat } from "@ai-sdk/react";\n' +
    'const az = createAzure({ resourceName: "mail" });\n' +
    'const house = createOpenAICompatible({ name: "house", baseURL: "http://vllm:8000/v1" });\n' +
    'const any = createOpenAI({ baseURL: process.env.LLM_URL });\n' +
    'const deep = createOpenAI({ baseURL: "https://api.deepseek.com/v1" });\n';
  const made = (call: string, lead = AI_SDK): readonly unknown[] =>
    detect(`${lead}export const a = ${call};\n`, 'a.ts').references.map(({ id, registry, host }) =>
      [id, registry, host].join(' '),
    );

  it.each([
    ['bedrock("acme.zeta-v1:0")', 'acme.zeta-v1:0 bedrock bedrock'],
    ['groq("acme-zeta-70b")', 'acme-zeta-70b groq groq'],
    ['groq.transcription("acme-zeta")', 'acme-zeta groq groq'],
    ['own("mail-drafts")', 'mail-drafts azure azure'],
    ['az("drafts")', 'drafts azure azure'],
    ['az.chat("mail-drafts")', 'mail-drafts azure azure'],
    ['az.textEmbeddingModel("mail-vectors")', 'mail-vectors azure azure'],
    ['house("acme/our-tuned-thing")', 'acme/our-tuned-thing huggingface self'],
    ['house("tagger")', 'tagger other self'],
    ['any("tagger")', 'tagger other '],
    ['deep("zeta-next")', 'zeta-next deepseek deepseek'],
  ])('gets a model whatever it is called: %s', (call, expected) => expect(made(call)).toEqual([expected]));

  it('is told by the functions of the SDK where it is made in another file', () => {
    const lead = 'import { generateText } from "ai";\nimport { azure } from "./providers";\n';
    expect(made('generateText({ model: azure("mail-drafts") })', lead)).toEqual(['mail-drafts azure azure']);
    expect(made('azure("mail-drafts")', 'import { azure } from "./colors";\n')).toEqual([]);
  });

  it.each([
    'useChat("mail-drafts")',
    'groq.tools.search("mail-drafts")',
    'az("your-deployment")',
    'az(name, "drafts")',
  ])('gets none here: %s', (call) => expect(made(call)).toEqual([]));
});

describe('a call that gets a provider and its model in one name', () => {
  it.each([
    ['import dspy\n', 'dspy.LM("openrouter/acme/zeta")', 'acme/zeta openrouter openrouter'],
    ['import dspy\n', 'dspy.LM("azure/judge")', 'judge azure azure'],
    ['from dspy import LM\n', 'LM(model="groq/zeta")', 'zeta groq groq'],
    ['from pydantic_ai import Agent\n', 'Agent("bedrock:acme.zeta-v1:0")', 'acme.zeta-v1:0 bedrock bedrock'],
    ['from pydantic_ai import Agent\n', 'Agent("azure:judge")', 'judge azure azure'],
    ['import instructor\n', 'instructor.from_provider("azure_openai/judge")', 'judge azure azure'],
    ['import litellm\n', 'litellm.completion(model="azure/judge")', 'judge azure azure'],
    ['from google.adk.models.lite_llm import LiteLlm\n', 'LiteLlm(model="azure/judge")', 'judge azure azure'],
    [
      'from llama_index.llms.azure_openai import AzureOpenAI\n',
      'AzureOpenAI(engine="mail-judge")',
      'mail-judge azure azure',
    ],
  ])('%s%s', (lead, call, expected) =>
    expect(
      detect(`${lead}a = ${call}\n`, 'a.py').references.map(({ id, registry, host }) =>
        [id, registry, host].join(' '),
      ),
    ).toEqual([expected]),
  );

  it('gets no model where another library has a call of this name', () => {
    expect(detect('from agents import Agent\na = Agent("groq:zeta")\n', 'a.py').references).toEqual([]);
    expect(detect('from pydantic_ai import Agent\na = Agent("test")\n', 'a.py').references).toEqual([]);
  });
});

describe('the model argument of a client or request of a vendor', () => {
  it.each([
    ['a.py', 'from langchain_groq import ChatGroq\n', 'ChatGroq(model="acme-zeta")', 'groq'],
    ['a.py', 'from langchain_xai import ChatXAI\n', 'ChatXAI(model="acme-zeta")', 'xai'],
    [
      'a.py',
      'from pydantic_ai.models.openai import OpenAIChatModel\n',
      'OpenAIChatModel("acme-zeta")',
      'openai',
    ],
    [
      'a.ts',
      "import Groq from 'groq-sdk';\nconst g = new Groq();\n",
      "g.chat.completions.create({ model: 'acme-zeta', messages })",
      'groq',
    ],
    [
      'a.go',
      'import "github.com/openai/openai-go/v2"\nc := openai.NewClient()\n',
      'c.Chat.Completions.New(ctx, openai.ChatCompletionNewParams{Model: "acme-zeta"})',
      'openai',
    ],
    [
      'a.go',
      'import "github.com/anthropics/anthropic-sdk-go"\nc := anthropic.NewClient()\n',
      'c.Messages.New(ctx, anthropic.MessageNewParams{Model: anthropic.Model("acme-zeta")})',
      'anthropic',
    ],
    [
      'a.go',
      'import "github.com/tmc/langchaingo/llms/mistral"\n',
      'mistral.New(mistral.WithModel("acme-zeta"))',
      'mistral',
    ],
    [
      'A.java',
      'var o = OpenAIOkHttpClient.fromEnv();\nvar c = AnthropicOkHttpClient.fromEnv();\n',
      'c.messages().create(MessageCreateParams.builder().model("acme-zeta").maxTokens(5).build());',
      'anthropic',
    ],
    [
      'a.rb',
      'client = OpenAI::Client.new\n',
      'client.chat(parameters: { model: "acme-zeta", messages: [] })',
      'openai',
    ],
    [
      'a.php',
      '<?php\n$c = OpenAI::client($key);\n',
      "$c->chat()->create(['model' => 'acme-zeta', 'messages' => []]);",
      'openai',
    ],
    [
      'a.cs',
      'var c = new AnthropicClient(key);\n',
      'await c.Ask(new MessageParameters { Model = "acme-zeta" });',
      'anthropic',
    ],
  ])('%s: names one whatever it is called: %s%s', (path, lead, call, host) =>
    expect(
      detect(`${lead}${call}\n`, path).references.map(({ id, role, host: at }) => [id, role, at].join(' ')),
    ).toEqual([`acme-zeta calls ${host}`]),
  );

  it.each([
    ['a.go', 'c := openai.NewClient()\nd := Device{Model: "acme-zeta"}\n'],
    ['a.ts', "import { Table } from './table';\nconst t = new Table({ model: 'acme-zeta' });\n"],
    ['a.rb', 'client = OpenAI::Client.new\nCar.new(model: "acme-zeta")\n'],
    ['A.java', 'var c = AzureOpenAiChatModel.builder().build();\nCarRequest.builder().model("acme-zeta");\n'],
  ])('%s: is no model of anybody in %s', (path, text) => expect(detect(text, path).references).toEqual([]));
});

describe('the name of a deployment of Azure in settings', () => {
  const asked = (path: string, text: string): readonly unknown[] =>
    detect(text, path).references.map(({ text: name, role, host, model }) => [name, role, host, model]);

  it.each([
    ['.env', 'AZURE_OPENAI_DEPLOYMENT=house-chat\n'],
    [
      '.env',
      'AZURE_OPENAI_ENDPOINT=https://x.openai.azure.com\nAZURE_OPENAI_CHAT_DEPLOYMENT_NAME=house-chat\n',
    ],
    ['compose.yaml', 'services:\n  web:\n    environment:\n      AZURE_OPENAI_DEPLOYMENT: house-chat\n'],
    ['k8s.yaml', 'env:\n  - name: AZURE_OPENAI_DEPLOYMENT_NAME\n    value: house-chat\n'],
    ['values.yaml', 'azureOpenAI:\n  deploymentName: house-chat\n'],
    ['appsettings.json', '{ "AzureOpenAI": { "DeploymentName": "house-chat" } }'],
    ['a.toml', '[azure_openai]\ndeployment = "house-chat"\n'],
  ])('is asked for there, whatever it is, in %s: %j', (path, text) => {
    expect(asked(path, text)).toEqual([['house-chat', 'calls', 'azure', null]]);
  });

  it.each([
    ['.env', 'AZURE_OPENAI_DEPLOYMENT=your-deployment-name\n'],
    ['.env', 'AZURE_OPENAI_DEPLOYMENT=house\n'],
    ['.env', 'AZURE_DEPLOYMENT_NAME=house-web\n'],
    ['values.yaml', 'azure:\n  deploymentName: house-web\n'],
    ['values.yaml', 'azureOpenAI:\n  apiVersion: 2024-10-21\n  resourceName: house-weu\n'],
  ])('is none in %s: %j', (path, text) => expect(asked(path, text)).toEqual([]));
});

describe('a plain word that a client asks a gateway for', () => {
  const namesIn = (call: string): readonly string[] =>
    found(
      unmark(`from openai import OpenAI\nc = OpenAI(base_url="http://gateway.internal:4000")\n${call}\n`),
      'a.py',
    ).map(({ text }) => text);

  it('is a name there', () => {
    expect(namesIn('c.chat.completions.create(model="cheap", messages=[])')).toEqual(['cheap']);
    expect(namesIn('c.responses.create(model="default", input=q)')).toEqual(['default']);
  });

  it.each([
    ['what looks it up', 'ask(model="cheap")'],
    ['the key of a table', 'NAMES = {"cheap": name}\nc.chat.completions.create(model="cheap", messages=[])'],
    ['another argument', 'c.chat.completions.create(model=name, messages=[], user="cheap")'],
  ])('is none in %s', (_, call) => {
    expect(namesIn(call)).toEqual([]);
  });
});

describe('weights in somebody’s own storage', () => {
  const found = (address: string): readonly unknown[] =>
    detect(`model = AutoModel.from_pretrained("${address}")\n`, 'a.py').references.map(({ model, role }) => [
      model,
      role,
    ]);

  it.each([
    's3://weights/meta-llama/Llama-3.1-8B-Instruct',
    'gs://bucket/a/meta-llama/Llama-3.1-8B-Instruct/',
    'abfss://c@a.dfs.core.windows.net/meta-llama/Llama-3.1-8B-Instruct/model.safetensors',
  ])('are those of the model that they are called like: %s', (address) =>
    expect(found(address)).toEqual([['meta-llama/Llama-3.1-8B-Instruct', 'loads']]),
  );

  it.each(['s3://logs/openai/gpt-4o-2024-08-06/', 's3://data/acme/house-set-1', 's3://mistralai/readme'])(
    'are none where nobody knows such weights: %s',
    (address) => expect(found(address)).toEqual([]),
  );
});

describe('a setting for the model of a service', () => {
  const found = (text: string, path: string): readonly unknown[] =>
    detect(text, path).references.map(({ id, host }) => [id, host].join(' '));

  it.each([
    ['.env', 'OPENAI_MODEL=house-tuned-1\n', ['house-tuned-1 openai']],
    ['a.yaml', 'openai:\n  model: house-tuned-1\n', ['house-tuned-1 openai']],
    ['appsettings.json', '{"OpenAI": {"Model": "house-tuned-1"}}', ['house-tuned-1 openai']],
    [
      '.env',
      'OPENAI_MODEL=your-model-name\nOPENAI_MODEL_TYPE=chat-completion\nOPENAI_API_KEY=sk-abc-1\n',
      [],
    ],
    ['a.json', '{"provider": "openai", "id": "user-1", "name": "Alice"}', []],
    ['a.yaml', 'team:\n  model: house-tuned-1\n', []],
    [
      'a.swift',
      'static let customOpenAIChatModelID = "openai/gpt-4o"\nstatic let url = "https://openrouter.ai/api/v1"\n',
      ['gpt-4o openrouter'],
    ],
  ])('may have any name, in %s: %s', (path, text, names) => expect(found(text, path)).toEqual(names));
});
