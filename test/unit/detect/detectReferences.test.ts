import { describe, expect, it } from 'vitest';
import { detect } from './marked';

/** A block scalar in a block scalar, as deep as asked for, around a setting that names a model. */
function nested(depth: number): string {
  let text = 'model: acme/thing-7b\nport: 80\n';
  for (let level = 0; level < depth; level++)
    text = `config.yaml: |\n${text
      .split('\n')
      .map((line) => `  ${line}`)
      .join('\n')}\nport: 80\n`;
  return text;
}

const rolesIn = (text: string, path: string): readonly string[] =>
  detect(text, path).references.map(({ range, role }) => `${text.slice(range.start, range.end)} ${role}`);

describe('a document in a document', () => {
  it('is read as such eight deep, and as words below that', () => {
    expect(rolesIn(nested(1), 'a.yaml')).toEqual(['acme/thing-7b loads']);
    expect(rolesIn(nested(8), 'a.yaml')).toEqual(['acme/thing-7b loads']);
    expect(detect(nested(12), 'a.yaml').references.every(({ role }) => role === 'mentions')).toBe(true);
  });

  it('speaks for itself, and is not told twice', () => {
    const text = 'kind: Pod\ncommand: ["sh", "-c", "vllm serve acme/thing-7b"]\n';
    expect(rolesIn(text, 'a.yaml')).toEqual(['acme/thing-7b serves']);
  });

  it('has no neighborhood but its own', () => {
    const text =
      'env:\n  OPENROUTER_API_KEY: x\nrun: |\n  vllm serve acme/thing-7b\nconfig: |\n  model: acme/thing-7b\n  port: 80\n';
    expect(rolesIn(text, 'a.yaml')).toEqual(['acme/thing-7b serves', 'acme/thing-7b loads']);
  });

  it('stands with the others in the order of the file', () => {
    const text =
      'model: acme/one-7b\na.yaml: |\n  model: acme/two-7b\n  port: 1\nsecond_model: acme/three-7b\n';
    expect(rolesIn(text, 'a.yaml')).toEqual([
      'acme/one-7b loads',
      'acme/two-7b loads',
      'acme/three-7b loads',
    ]);
  });
});

describe('what a file makes for others', () => {
  const BODY = '{"model": "gpt-4o", "temperature": 0.5}';
  const MADE =
    'from openai import AzureOpenAI\nai = AzureOpenAI()\n@register_model\nclass Net(Model):\n    pass\n';
  const madeBy = (text: string, path: string): readonly (readonly (string | null)[])[] => {
    const { clients = [], ownClasses = [] } = detect(text, path);
    return [clients.flatMap(({ name, host }) => [name, host]), ownClasses];
  };

  it('is told beside a document in it', () => {
    const text = `${MADE}BODY = '${BODY}'\n`;
    expect(rolesIn(text, 'a.py')).not.toEqual([]);
    expect(madeBy(text, 'a.py')).toEqual([['ai', 'azure'], ['Net']]);
  });

  it('is told where characters are written by other signs', () => {
    const text = `<script>\nimport { AzureOpenAI } from "openai";\nexport const ai = new AzureOpenAI({});\n</script>\n`;
    expect(madeBy(text, 'a.vue')).toEqual([['ai', 'azure'], []]);
    expect(madeBy(`<p>a &#45; b</p>\n${text}`, 'a.vue')).toEqual([['ai', 'azure'], []]);
  });

  it('is not what a document in it makes, or a notebook', () => {
    const [client = ''] = MADE.split('@');
    expect(madeBy(`run("python", "-c", """\n${client}""")\n`, 'a.py')).toEqual([[], []]);
    const cell = { cell_type: 'code', metadata: {}, source: [MADE], outputs: [] };
    const notebook = { cells: [cell], metadata: { kernelspec: { language: 'python' } }, nbformat: 4 };
    expect(madeBy(JSON.stringify(notebook), 'a.ipynb')).toEqual([[], []]);
  });
});

describe('a document that a test compares with', () => {
  const body = '# like gpt-4o\nmodel: gpt-4o-mini\nmodel_name_or_path: acme/thing-7b\n';

  it.each([
    ['tests/test_a.py', `assert render() == """\n${body}"""\n`, 'lists'],
    ['tests/test_a.py', `assert render() == """${body}"""\n`, 'lists'],
    ['tests/a.test.ts', `expect(render()).toEqual(\`\n${body}\`);\n`, 'lists'],
    ['tests/test_a.py', `send("""\n${body}""")\n`, 'calls'],
    ['src/a.py', `assert render() == """\n${body}"""\n`, 'calls'],
  ])('asks for nothing, in %s: %j', (path, text, role) => {
    const [comment, asked, loaded] = rolesIn(text, path);
    expect([comment, asked]).toEqual(['gpt-4o mentions', `gpt-4o-mini ${role}`]);
    expect(loaded).toBe(`acme/thing-7b ${role === 'calls' ? 'loads' : role}`);
  });
});

describe('what a notebook printed', () => {
  const printed = (...texts: readonly string[]): string =>
    JSON.stringify({
      cells: texts.map((text) => ({
        cell_type: 'code',
        metadata: {},
        source: ['x = 1\n'],
        outputs: [{ output_type: 'stream', name: 'stdout', text: [text] }],
      })),
      metadata: { kernelspec: { language: 'python' } },
      nbformat: 4,
      nbformat_minor: 5,
    });

  it('only mentions models, and no files', () => {
    const text = printed('got acme/thing-7b\n', 'models/thing-7b.Q4_K_M.gguf\n', '{"model": "gpt-4o"}\n');
    expect(rolesIn(text, 'a.ipynb')).toEqual(['acme/thing-7b mentions', 'gpt-4o mentions']);
  });
});

describe('a file in a document', () => {
  const entry = (name: string, text: string): string =>
    `kind: ConfigMap\ndata:\n  ${name}: |\n${text.replace(/^/gm, '    ')}\n`;

  it.each([
    ['help.md', '# Help\n\nRun a model:\n\n```sh\nvllm serve acme/thing-7b\n```', 'docs'],
    ['start.sh', '#!/bin/sh\nvllm serve acme/thing-7b', 'product'],
    ['test_serve.sh', '#!/bin/sh\nvllm serve acme/thing-7b', 'test'],
    ['notes', 'vllm serve acme/thing-7b --port 8000', 'product'],
  ])('with the name %s has the context of that name', (name, text, context) => {
    const found = detect(entry(name, text), 'deploy/map.yaml').references;
    expect(found.map((reference) => reference.context)).toEqual([context]);
  });

  it('is part of what it stands in where that is no product', () => {
    const [found] = detect(entry('start.sh', 'vllm serve acme/thing-7b'), 'tests/map.yaml').references;
    expect(found?.context).toBe('test');
  });
});

describe('YAML', () => {
  it('takes a block of one word for a value', () => {
    expect(rolesIn('model: >-\n  acme/thing-7b\n', 'a.yaml')).toEqual(['acme/thing-7b loads']);
    expect(rolesIn('model: !tag |\n  acme/thing-7b\n', 'a.yaml')).toEqual(['acme/thing-7b loads']);
  });

  it('knows that the data of an object of Kubernetes is no data set', () => {
    const text =
      'apiVersion: v1\nkind: ConfigMap\ndata:\n  motd: |\n    We run\n    Qwen/Qwen2.5-7B-Instruct here.\n';
    expect(rolesIn(text, 'a.yaml')).toEqual(['Qwen/Qwen2.5-7B-Instruct mentions']);
    expect(rolesIn(text.replace('apiVersion: v1\n', ''), 'a.yaml')).toEqual([]);
  });

  it('reads JSON in quotes', () => {
    expect(rolesIn('x: \'{"model": "acme/thing-7b"}\'\n', 'a.yaml')).toEqual(['acme/thing-7b loads']);
    expect(rolesIn('x: "{\\"model\\": \\"acme/thing-7b\\"}"\n', 'a.yaml')).toEqual(['acme/thing-7b loads']);
  });
});

describe('lines of settings and instructions', () => {
  it('go on behind a backslash', () => {
    expect(rolesIn('[Service]\nExecStart=/bin/vllm serve \\\n  acme/thing-7b\n', 'a.service')).toEqual([
      'acme/thing-7b serves',
    ]);
    expect(rolesIn('[Service]\nEnvironment="MODEL_ID=acme/thing-7b" "B=2"\n', 'a.service')).toEqual([
      'acme/thing-7b loads',
    ]);
    expect(rolesIn('FROM x\nENV A=1 \\\n  # why\n  MODEL_ID=acme/thing-7b\n', 'Dockerfile')).toEqual([
      'acme/thing-7b loads',
    ]);
  });
});

describe('goals of make', () => {
  it('are no models, unlike its settings', () => {
    const texts = (command: string): readonly string[] =>
      detect(`${command}\n`, 'a.sh').references.map(({ text }) => text);
    expect(texts('PATH="$PATH:x" make acme/thing-7b acme/whisper-7b')).toEqual([]);
    expect(texts('make run MODEL=acme/thing-7b')).toEqual(['acme/thing-7b']);
  });
});

describe('presets of voices', () => {
  it('are no weights, unlike whole models of voices', () => {
    const texts = (path: string): readonly string[] =>
      detect(`curl -LO https://acme.ai/raw/main/voices/${path}\n`, 'a.sh').references.map(({ text }) => text);
    expect(texts('stream/en-Emma_woman.pt')).toEqual([]);
    expect(texts('en_US-lessac-medium.onnx')).not.toEqual([]);
  });
});

describe('a cell of a notebook', () => {
  const cell = (source: string, language = 'python'): string =>
    JSON.stringify({
      metadata: { kernelspec: { language } },
      nbformat: 4,
      cells: [{ cell_type: 'code', metadata: {}, outputs: [], source: source.split(/(?<=\n)/) }],
    });
  const roles = (source: string): readonly string[] =>
    detect(cell(source), 'a.ipynb').references.map(({ text, role }) => `${text} ${role}`);

  it.each([
    ['%%bash\nollama pull mistral:7b\n', ['mistral:7b loads']],
    ['%%sh\nollama pull mistral:7b\n', ['mistral:7b loads']],
    ['%%script bash\nollama pull mistral:7b\n', ['mistral:7b loads']],
    ['x = 1\n', []],
  ])('is of the language that its first line says: %j', (source, found) =>
    expect(roles(source)).toEqual(found),
  );

  it('is not where the mark stands further down', () => {
    expect(roles('x = 1\n# %%bash\nMODEL_NAME="gpt-4o"\n')).not.toEqual([]);
    expect(roles('x = """\n%%bash\nollama pull mistral:7b\n"""\n')).not.toContain('mistral:7b loads');
  });

  it('gives what all cells name in the order of the file', () => {
    const text = JSON.stringify({
      metadata: {},
      nbformat: 4,
      cells: [
        'AutoModel.from_pretrained(name)',
        'AutoModel.from_pretrained("Qwen/Qwen2.5-7B")',
        'AutoModel.from_pretrained(other)',
      ].map((source) => ({ cell_type: 'code', metadata: {}, outputs: [], source: [source] })),
    });
    const { references, runtimeChoices } = detect(text, 'a.ipynb');
    expect(references.map(({ range }) => text.slice(range.start, range.end))).toEqual(['Qwen/Qwen2.5-7B']);
    expect(runtimeChoices.map(({ range }) => text.slice(range.start, range.end))).toEqual(['name', 'other']);
  });
});
