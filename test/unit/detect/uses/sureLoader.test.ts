import { describe, expect, it } from 'vitest';
import { detect, roles } from '../marked';

describe('an image that holds the weights it runs', () => {
  it.each([
    ['run.sh', 'IMG=nvcr.io/nim/meta/llama-3.1-8b-instruct:latest\ndocker run --gpus all "$IMG"\n', 'serves'],
    ['run.sh', ': "${NIM_CONTAINER:=nvcr.io/nim/meta/llama-3.1-8b-instruct:1.2}"\n', 'serves'],
    [
      'values.yaml',
      'image:\n  registry: nvcr.io\n  repository: nim/meta/llama-3.1-8b-instruct\n  tag: 1.2\n',
      'serves',
    ],
    ['run.sh', 'REPO=nim/meta/llama-3.1-8b-instruct\ndocker run "nvcr.io/${REPO}:1.2"\n', 'serves'],
    ['Dockerfile', 'FROM nvcr.io/nim/meta/llama-3.1-8b-instruct:latest\n', 'ships'],
  ])('in %s is run or shipped, whatever the variable is called: %s', (path, text, role) => {
    expect(new Set(detect(text, path).references.map((reference) => reference.role))).toEqual(
      new Set([role]),
    );
  });
});

it('the path of an image without a registry is none', () =>
  expect(roles('model: nim/meta/llama-3.1-8b-instruct\n', 'a.yaml').map(([, role]) => role)).toEqual([
    'calls',
  ]));

describe('a configuration that trains', () => {
  const config = (checkpoint: string): string =>
    `model_name: micro-llama-300M\n${checkpoint}\ntrain:\n  micro_batch_size: 4\n`;

  it('derives from what it begins with', () => {
    expect(roles(config('initial_checkpoint_dir: checkpoints/x'), 'a.yaml')).toContainEqual([
      'micro-llama-300M',
      'derives',
    ]);
  });

  it('derives from nothing where it begins with nothing', () => {
    expect(roles(config('initial_checkpoint_dir:'), 'a.yaml')).toEqual([['micro-llama-300M', 'mentions']]);
    expect(roles(config('train_from_scratch: true'), 'a.yaml')).toEqual([['micro-llama-300M', 'mentions']]);
  });
});

it.each([
  ['[embedding]\nbase_model = "acme/embed-7b"\n', 'a.toml', 'loads'],
  ['embedding:\n  base_model: acme/embed-7b\n', 'a.yaml', 'loads'],
  ['[llm]\nbase_model = "acme/embed-7b"\n', 'a.toml', 'loads'],
  ['base_model: acme/embed-7b\n', 'a.yaml', 'derives'],
  ['[train]\nbase_model = "acme/embed-7b"\n', 'a.toml', 'derives'],
])('the base of a section that asks a model is no base that is trained: %j', (text, path, role) => {
  expect(roles(text, path)).toEqual([['acme/embed-7b', role]]);
});

it.each([
  ['model_name: acme/embed-7b\nlearning_rate: 1e-6\n', 'derives'],
  ['reward_model_name: acme/embed-7b\nlearning_rate: 1e-6\n', 'loads'],
])('what only scores the answers of a model in training is loaded: %j', (text, role) => {
  expect(roles(text, 'a.yaml')).toEqual([['acme/embed-7b', role]]);
});

it('the configuration that is saved with weights tells what they were made from, whoever else is named in it', () => {
  const text = '{"_name_or_path": "Qwen/Qwen3-8B", "model_type": "cohere"}\n';
  expect(roles(text, 'config.json')).toEqual([['Qwen/Qwen3-8B', 'derives']]);
});

it('nothing is trained from a model without weights by a key alone', () => {
  expect(roles('base_model: gpt-4o\n', 'a.yaml')).toEqual([['gpt-4o', 'calls']]);
});

it.each([
  'from TTS.api import TTS\nvoice = TTS("tts_models/en/vctk/vits")\n',
  'from TTS.api import TTS\nvoice = TTS(model_name="tts_models/en/vctk/vits", gpu=True)\n',
  'voice.load_tts_model_by_name("tts_models/en/vctk/vits")\n',
])('Coqui TTS loads the voice that it is given: %j', (text) => {
  expect(roles(text, 'a.py')).toEqual([['tts_models/en/vctk/vits', 'loads']]);
});

describe('a model of SageMaker JumpStart', () => {
  it('is served by each endpoint that is made of one, however many there are', () => {
    const names = [
      'meta-textgeneration-llama-3-8b',
      'huggingface-llm-mistral-7b',
      'huggingface-llm-gemma-7b',
    ];
    const text = names.map((name, at) => `m${at} = JumpStartModel(model_id="${name}")\n`).join('');
    expect(roles(text, 'a.py')).toEqual(names.map((name) => [name, 'serves']));
  });

  it.each([
    ['JumpStartEstimator(model_id="meta-textgeneration-llama-3-8b")', 'derives'],
    ['model_uris.retrieve(model_id="meta-textgeneration-llama-3-8b", model_scope="inference")', 'loads'],
  ])('is trained or got: %s', (text, role) =>
    expect(roles(`x = ${text}\n`, 'a.py')).toEqual([['meta-textgeneration-llama-3-8b', role]]),
  );
});

it.each([
  ["await ollama.create({ model: 'mario', from: 'llama3.2' });\n", 'a.ts', 'llama3.2', 'serves'],
  ['ollama.create(model="mario", from_="gemma2:9b", system="Be brief.")\n', 'a.py', 'gemma2:9b', 'serves'],
  ['ollama.create(model="mario", from_="gemma2:9b", adapters=FILES)\n', 'a.py', 'gemma2:9b', 'derives'],
  ["ollama.create({ model: 'm', from: 'llama3.2', quantize: 'q4_0' });\n", 'a.ts', 'llama3.2', 'derives'],
  ["ollama.create({ model: 'm', from: 'llama3.2', adapters });\n", 'a.ts', 'llama3.2', 'derives'],
  ["ollama.create({ model: 'm', from: 'llama3.2', 'quantize': q });\n", 'a.ts', 'llama3.2', 'derives'],
  [
    'ollama.create(model="m", from_="gemma2:9b", system="Sell adapters: usb")\n',
    'a.py',
    'gemma2:9b',
    'serves',
  ],
  [
    'ollama.create(model="m", from_="gemma2:9b", system="""We quantize,\nadapters, too.""")\n',
    'a.py',
    'gemma2:9b',
    'serves',
  ],
])(
  'a model of Ollama that is made from another derives from it by other weights: %s',
  (text, path, name, role) => expect(roles(text, path)).toEqual([[name, role]]),
);

it.each([
  ['COPY .cache/phi-2.Q4_K_M.gguf /phi-2.Q4_K_M.gguf', ['ships', 'mentions']],
  ['COPY a/phi-2.Q4_K_M.gguf b/phi-2.Q8_0.gguf /models/', ['ships', 'ships']],
  ['ADD https://example.com/phi-2.Q4_K_M.gguf /models/phi-2.Q4_K_M.gguf', ['ships', 'ships']],
])('a file that is put into an image is put there once: %s', (line, expected) => {
  const { references } = detect(`FROM scratch\n${line}\n`, 'Dockerfile');
  expect(references.map(({ role }) => role)).toEqual(expected);
});

it('has the weights of an address of the zoo loaded, whatever client is made beside', () => {
  const text = `class A {
  Object a = Criteria.builder().optModelUrls("djl://ai.djl.huggingface.pytorch/sentence-transformers/all-MiniLM-L6-v2");
  Object b = OpenAiChatModel.builder().baseUrl("https://api.moonshot.cn/v1").modelName("kimi-k2.6").build();
}
`;
  expect(detect(text, 'A.java').references.map(({ role, host }) => [role, host])).toEqual([
    ['loads', 'self'],
    ['calls', 'moonshot'],
  ]);
});

describe('a member of a type of models that are trained on', () => {
  const member = (name: string, id: string): string =>
    `  case object ${name} extends FineTuningModel("${id}")\n`;
  const TYPE = `object FineTuningModel {\n${member('GPT4', 'gpt-4')}${member('GPT40613', 'gpt-4-0613')}}\n`;
  const rolesIn = (text: string): readonly string[] => roles(text, 'a.scala').map(([, role]) => role);

  it('is only listed until it is given', () => {
    expect(rolesIn(TYPE)).toEqual(['lists', 'lists']);
    expect(rolesIn(`${TYPE}val r = client.run(Job(model = FineTuningModel.GPT40613))\n`)).toEqual([
      'lists',
      'calls',
    ]);
  });

  it('is no class that trains from what it is given', () => {
    expect(rolesIn('class House extends FineTuningJob("gpt-4-0613")\n')).toEqual(['derives']);
    expect(rolesIn('val m = FineTuningModel("gpt-4-0613")\n')).toEqual(['derives']);
  });
});
