import { describe, expect, it } from 'vitest';
import { foldersMeant, foldersNamed, withKnownFolders } from '../../../src/core/detect/localFolders';
import { detect, unmark } from './marked';

describe('a path in place of a model', () => {
  it.each([
    ['app.py', 'AutoModel.from_pretrained("./models/mine/")', ['models/mine']],
    ['app.py', 'DIR = "../models/mine"\nAutoModel.from_pretrained(DIR)', []],
    ['src/app.py', 'DIR = "../models/mine"\nAutoModel.from_pretrained(DIR)', ['models/mine']],
    ['run.sh', 'vllm serve ./weights/mine', ['weights/mine']],
    ['app.yaml', 'model: ./models/mine', ['models/mine']],
    ['app.py', 'AutoModel.from_pretrained("モデル/追加学習")', ['モデル/追加学習']],
    ['app.py', 'AutoModel.from_pretrained("./my models/mine")', ['my models/mine']],
    ['app.py', 'print("モデル/追加学習")', []],
    ['app.ts', 'await pipeline("text-generation", "./models/mine");', ['models/mine']],
    ['app.yaml', 'output: ./models/mine', []],
    ['app.py', 'AutoModel.from_pretrained("/models/mine")', []],
    ['app.py', 'AutoModel.from_pretrained("https://example.org/models/mine")', []],
    ['app.py', 'load_dataset("./models/mine")', []],
    ['app.py', 'AutoModel.from_pretrained("examples/landscape.jpg")', []],
    ['app.yaml', 'model: ./media/voice.wav', []],
  ])('may mean a folder of the project: %s, %s', (path, text, folders) => {
    const found = detect(text, path);
    expect(found.references).toEqual([]);
    expect(foldersNamed(found, path)).toEqual(folders);
  });

  it('means what lies beside the file first, then what lies in a folder above it', () => {
    expect(foldersMeant('a/b/c.py', 'm/n')).toEqual(['a/b/m/n', 'a/m/n', 'm/n']);
    expect(foldersMeant('a/b/c.py', '../m')).toEqual(['a/m', 'm']);
    expect(foldersMeant('c.py', '..')).toEqual([]);
  });
});

describe('a path of which nothing is known', () => {
  it.each([
    ['app.py', 'AutoModel.from_pretrained("⟦/opt/models/x⟧")', 'transformers.from_pretrained'],
    ['app.py', 'from vllm import LLM\nLLM(model="⟦~/models/x⟧")', 'vllm.LLM'],
    ['app.py', 'from vllm import LLM\nLLM(model="⟦/srv/重み/社内-v1⟧")', 'vllm.LLM'],
    ['app.py', 'SentenceTransformer("⟦models/embedder-v2⟧")', 'sentence-transformers.SentenceTransformer'],
    ['app.py', 'llm = Llama(model_path="⟦/opt/models/x.gguf⟧")', 'model_path'],
    [
      'app.py',
      'import sherpa_onnx\nsherpa_onnx.OfflineRecognizer.from_sense_voice(model="⟦./models/x/model.int8.onnx⟧", tokens="./models/x/tokens.txt")',
      'sherpa-onnx.from_sense_voice',
    ],
    ['app.ts', 'await pipeline("text-generation", "⟦D:/models/x⟧");', 'transformers.pipeline'],
    ['compose.yaml', 'services:\n  llm:\n    command: ["--model", "⟦/weights/x⟧"]\n', '--model'],
    ['compose.yaml', 'services:\n  llm:\n    environment:\n      - MODEL_ID=⟦/data/tuned⟧\n', 'MODEL_ID'],
    ['Dockerfile', 'CMD ["vllm", "serve", "⟦/models/x⟧"]', 'vllm serve'],
    ['lora.yaml', 'base_model: ⟦/workspace/models/x⟧', 'base_model'],
  ])('is told as not judged: %s, %s', (path, marked, loader) => {
    const { text, expected } = unmark(marked);
    const found = withKnownFolders(detect(text, path), { text, path }, { idOf: () => undefined });
    expect(found.references).toEqual([]);
    expect(found.runtimeChoices).toEqual(
      expected.map((name) => ({
        range: { start: name.start, end: name.start + name.text.length },
        loader,
        expression: name.text,
        isFolder: true,
      })),
    );
  });

  it.each([
    ['settings.json', '{"model": "/api/models/list"}'],
    ['settings.json', '{"model": "lib/models"}'],
    ['app.py', 'models_url = "/models/all"'],
    ['README.md', '```python\nAutoModel.from_pretrained("/opt/models/x")\n```'],
  ])('is no model: %s, %s', (path, text) => {
    expect(
      withKnownFolders(detect(text, path), { text, path }, { idOf: () => undefined }).runtimeChoices,
    ).toEqual([]);
  });

  it.each(['/opt/models/x', '~/models/x', '../shared/x'])(
    'is judged where it is described as %s',
    (written) => {
      const text = `AutoModel.from_pretrained("${written}")`;
      const idOf = (folder: string): string | undefined => (folder === written ? 'mine' : undefined);
      const found = withKnownFolders(detect(text, 'app.py'), { text, path: 'app.py' }, { idOf });
      expect(found.references).toMatchObject([{ id: 'mine', text: written }]);
      expect(found.runtimeChoices).toEqual([]);
    },
  );
});

describe('a path of which nothing is known, where the policy asks', () => {
  function asked(path: string, text: string) {
    return withKnownFolders(
      detect(text, path),
      { text, path },
      { idOf: () => undefined, isAsked: () => true },
    );
  }

  it.each([
    ['app.py', 'AutoModel.from_pretrained("⟦/opt/models/x⟧")', 'loads'],
    ['app.py', 'from vllm import LLM\nLLM(model="⟦/models/chat⟧")', 'loads'],
    ['app.py', 'llm = Llama(model_path="⟦/opt/models/x.gguf⟧")', 'loads'],
    ['app.ts', 'await pipeline("text-generation", "⟦./models/x⟧");', 'loads'],
    ['run.sh', 'vllm serve ⟦/models/chat⟧ --port 8000', 'serves'],
    [
      'compose.yaml',
      'services:\n  a:\n    image: vllm/vllm-openai\n    command: ["--model", "⟦/w/x⟧"]\n',
      'serves',
    ],
    ['values.yaml', 'image:\n  repository: vllm/vllm-openai\nmodel: ⟦/models/chat⟧\n', 'serves'],
  ])('is judged as a model of which nothing is known: %s, %s', (path, marked, role) => {
    const { text, expected } = unmark(marked);
    const { references, runtimeChoices } = asked(path, text);
    expect(references).toMatchObject(expected.map((name) => ({ text: name.text, role, registry: 'local' })));
    expect(runtimeChoices).toEqual([]);
  });

  it.each([
    ['a game', 'car.ts', "const car = { model: '/models/car.glb' };"],
    ['a database', 'user.rb', 'config = { model: "./app/models/user" }'],
    ['a simulation', 'plant.yaml', 'model: ./simulink/plant'],
    [
      'its own training',
      'train.py',
      't.save_model("./out")\nAutoModel.from_pretrained("./out/checkpoint-5")',
    ],
  ])('is none where it is of %s: %s', (_what, path, text) => {
    expect(asked(path, text).references).toEqual([]);
  });
});

describe('a path of which somebody asks', () => {
  const LOAD = 'AutoModel.from_pretrained("./models/mine")\n';
  const asked = (text: string, path = 'app.py'): readonly string[] =>
    withKnownFolders(
      detect(text, path),
      { text, path },
      { idOf: () => undefined, isAsked: () => true },
    ).references.map(({ text: name }) => name);

  it.each([
    ['', ['./models/mine']],
    ['model.save_pretrained("./models/mi")\n', ['./models/mine']],
    ['out_dir = "./"\n', ['./models/mine']],
    ['model.save_pretrained("./models/mine")\n', []],
    ['model.save_pretrained("models/mine/")\n', []],
    ['out_dir = "./models"\n', []],
  ])('is a model, but where the text saves there what it names: %s', (saves, names) => {
    expect(asked(saves + LOAD)).toEqual(names);
  });

  it('is none by the word of its key alone, but for weights', () => {
    expect(asked('MODEL_PATH=./models/mine\n', '.env')).toEqual([]);
    expect(asked('MODEL_PATH=./models/mine.safetensors\n', '.env')).toEqual(['./models/mine.safetensors']);
  });
});
