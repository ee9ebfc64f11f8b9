import { describe, expect, it } from 'vitest';
import { isFilePath } from '../../../src/core/detect/filePath';
import { detect, unmark } from './marked';

const isPath = (text: string): boolean => isFilePath(text, { start: 0, end: text.length });

describe('the path of a file', () => {
  it.each([
    '/srv/モデル/x.gguf',
    'モデル/追加学習',
    './größe/x',
    '/srv/AI models/x.gguf',
    String.raw`/srv/AI\ models/x.gguf`,
    String.raw`C:\AI モデル\x.gguf`,
    String.raw`C:\\モデル\\x.gguf`,
    String.raw`\\server\модели\x.gguf`,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: as files have it
    '${HOME}/模型/x.gguf',
    '~/AI models/x',
    '~/ollama models/x.gguf',
    '/srv/vllm models/meta-llama/Llama-3.1-8B',
  ])('may have blanks and letters of any script: %s', (text) => expect(isPath(text)).toBe(true));

  it.each([
    'モデル',
    'download it from models/x.gguf',
    '/path/to/it is at /models/x.gguf',
    './run.sh -m models/x.gguf',
    './run.sh meta-llama/Llama-3.1-8B',
    '/opt/start MODEL=meta-llama/Llama-3.1-8B',
    '/usr/bin/python serve.py meta-llama/Llama-3.1-8B',
    '/opt/venv/bin/vllm serve meta-llama/Llama-3.1-8B',
    '/opt/vllm serve meta-llama/Llama-3.1-8B',
    String.raw`C:\Program Files\Ollama\ollama.exe run llama3.1`,
    'https://example.org/モデル',
    'これは/あれ。',
    'a/b, c/d',
    '/a\n/b',
  ])('is no text: %s', (text) => expect(isPath(text)).toBe(false));
});

const FILE = '⟦Qwen2.5-7B-Instruct-Q4_K_M.gguf⟧';

describe('weights in folders of any name', () => {
  it.each([
    ['run.sh', `llama-server -m /srv/モデル/${FILE} --port 80`],
    ['run.sh', `llama-server -m "/srv/AI models/${FILE}" --port 80`],
    ['run.sh', `llama-server -m /srv/AI\\ models/${FILE} --port 80`],
    ['run.bat', `llama-server.exe -m "C:\\AI モデル\\${FILE}"`],
    ['Dockerfile', `CMD ["-m", "/srv/AI モデル/${FILE}"]`],
    ['compose.yaml', `services:\n  a:\n    image: x\n    command: -m /srv/größe/${FILE}\n`],
    ['.env', `MODEL_PATH=/srv/AI モデル/${FILE}`],
    ['app.ini', `[llm]\nmodel_path=C:\\モデル\\${FILE}`],
    ['app.yaml', `model_path: /srv/AI モデル/${FILE}`],
    ['app.json', `{"model_path": "C:\\\\AI モデル\\\\${FILE}"}`],
    ['app.toml', `model_path = "/srv/модели/${FILE}"`],
    ['app.xml', `<app><modelPath>/srv/AI モデル/${FILE}</modelPath></app>`],
    ['app.py', `Llama(model_path="/srv/モデル/${FILE}")`],
    ['App.cs', `var p = new ModelParams(@"C:\\AI モデル\\${FILE}");`],
    ['app.ts', `await llama.loadModel({ modelPath: \`\${dir}/モデル/${FILE}\` });`],
  ])('are loaded: %s, %s', (path, marked) => {
    const { text, expected } = unmark(marked);
    const found = detect(text, path).references.map(({ range, role }) => ({ start: range.start, role }));
    expect(found).toEqual(expected.map(({ start }) => ({ start, role: 'loads' })));
  });

  it.each(['# /srv/モデル/Qwen2.5-7B-Instruct-Q4_K_M.gguf', 'print("/モデル を使う: gpt-4o")'])(
    'are only named in a text: %s',
    (text) => expect(detect(text, 'app.py').references.map(({ role }) => role)).toEqual(['mentions']),
  );
});

describe('a command that begins with a path', () => {
  it.each([
    ['app.py', 'subprocess.run("/opt/venv/vllm serve ⟦meta-llama/Llama-3.1-8B-Instruct⟧", shell=True)'],
    ['app.py', 'os.system("/usr/local/ollama run ⟦llama3.1⟧")'],
    ['app.py', 'os.system("C:\\\\ollama\\\\ollama.exe run ⟦llama3.1⟧")'],
    ['app.py', 'os.system("./start.sh ⟦meta-llama/Llama-3.1-8B-Instruct⟧")'],
    ['app.json', '{"command": "/opt/venv/vllm serve ⟦meta-llama/Llama-3.1-8B-Instruct⟧"}'],
    [
      'package.json',
      '{"scripts": {"a": "./node_modules/.bin/vllm serve ⟦meta-llama/Llama-3.1-8B-Instruct⟧"}}',
    ],
    ['app.toml', '[tasks]\nserve = "./tools/vllm serve ⟦meta-llama/Llama-3.1-8B-Instruct⟧"'],
    ['app.ts', 'execSync("/usr/local/bin/ollama pull ⟦llama3.1⟧");'],
    ['app.ts', 'exec(`./node_modules/.bin/ollama run ⟦llama3.1⟧`);'],
  ])('runs its model: %s, %s', (path, marked) => {
    const { text, expected } = unmark(marked);
    const found = detect(text, path).references.map(({ range, host }) => ({ start: range.start, host }));
    expect(found).toEqual(expected.map(({ start }) => ({ start, host: 'self' })));
  });
});
