import { describe, expect, it } from 'vitest';
import { roles } from '../marked';

describe('a variable of a function', () => {
  const body = (rest: string): string =>
    `def run(request):\n    if request:\n        clip_model = "acme/thing-7b"\n${rest}`;

  it('that nothing reads is no use', () => {
    expect(roles(body('        if request.clip:\n            clip_model = request.clip\n'), 'a.py')).toEqual([
      ['acme/thing-7b', 'mentions'],
    ]);
  });

  it.each([
    ['is read', '        start(clip_model)\n'],
    ['is read in a text', '        start(f"{clip_model}")\n'],
    ['is read by its name', '        start(**locals())\n'],
    ['is added to', '        clip_model += request.clip\n'],
  ])('is one where it %s', (_, rest) => {
    expect(roles(body(rest), 'a.py')).toEqual([['acme/thing-7b', 'loads']]);
  });

  it('is one where another file reads it: a constant of a module, an attribute of a class', () => {
    expect(roles('clip_model = "acme/thing-7b"\n', 'a.py')).toEqual([['acme/thing-7b', 'loads']]);
    expect(roles('class A:\n    clip_model = "acme/thing-7b"\n', 'a.py')).toEqual([
      ['acme/thing-7b', 'loads'],
    ]);
  });
});

describe('a value that is written again', () => {
  const twice = (between: string): string =>
    `def export():\n    base_model = "acme/thing-7b"\n${between}    base_model = "acme/thing-70b"\n    load(base_model)\n`;

  it('before it is read is no use, the last is', () => {
    expect(roles(twice('    name = "x"\n'), 'a.py')).toEqual([
      ['acme/thing-7b', 'mentions'],
      ['acme/thing-70b', 'loads'],
    ]);
  });

  it.each([
    '    load(base_model)\n',
    '    if small:\n        return\n',
    '  # less far in\n',
    '    if small:\n        load(base_model)\n',
  ])('is one behind %j', (between) => {
    expect(roles(twice(between), 'a.py')).toContainEqual(['acme/thing-7b', 'loads']);
  });

  it.each([
    'def ask(q):\n    return load(base_model, q)\nbase_model = "acme/thing-7b"\nask(1)\nbase_model = "acme/thing-70b"\nask(1)\n',
    'def run():\n    def ask(q):\n        return load(base_model, q)\n    base_model = "acme/thing-7b"\n    ask(1)\n    base_model = "acme/thing-70b"\n    ask(1)\n',
  ])('is one that a function reads which is called between: %j', (text) => {
    expect(roles(text, 'a.py')).toEqual([
      ['acme/thing-7b', 'loads'],
      ['acme/thing-70b', 'loads'],
    ]);
  });

  it('is none where what is called between has nothing that reads it', () => {
    const text = 'base_model = "acme/thing-7b"\nprint(1)\nbase_model = "acme/thing-70b"\n';
    expect(roles(text, 'a.py')).toEqual([
      ['acme/thing-7b', 'mentions'],
      ['acme/thing-70b', 'loads'],
    ]);
  });

  it('is one where another branch writes it', () => {
    expect(
      roles(
        'def f():\n    if a:\n        base_model = "acme/thing-7b"\n    else:\n        base_model = "acme/thing-70b"\n    load(base_model)\n',
        'a.py',
      ),
    ).toEqual([
      ['acme/thing-7b', 'loads'],
      ['acme/thing-70b', 'loads'],
    ]);
  });

  it('is one where the next value is made of it', () => {
    expect(
      roles(
        'def f():\n    base_model = "acme/thing-7b"\n    base_model = base_model + "-x"\n    load(base_model)\n',
        'a.py',
      ),
    ).toContainEqual(['acme/thing-7b', 'loads']);
  });
});

describe('a private constant', () => {
  const java = (line: string): string =>
    `class A {\n    private static final String TOKENIZER_MODEL = "gpt2";\n    void a(String model) {\n        ${line}\n    }\n}\n`;

  it('that is only compared is no use', () => {
    expect(
      roles(
        java(
          'if (!TOKENIZER_MODEL.equals(model)) {\n            throw new E("expected " + TOKENIZER_MODEL);\n        }',
        ),
        'A.java',
      ),
    ).toEqual([['gpt2', 'lists']]);
  });

  it('is one where it is also given', () => {
    expect(
      roles(java('if (!TOKENIZER_MODEL.equals(model)) load(TOKENIZER_MODEL);'), 'A.java'),
    ).toContainEqual(['gpt2', 'loads']);
  });
});

describe('a member of an enumeration', () => {
  it('is no variable', () => {
    expect(roles('enum M {\n  A_MODEL = "gpt-4o",\n  A_MODEL = "gpt-4o",\n}\n', 'a.ts')).toEqual([
      ['gpt-4o', 'lists'],
      ['gpt-4o', 'lists'],
    ]);
  });
});

describe('a value whose comment says that nothing is asked by it', () => {
  const text = (comment: string): string => `MODEL = "gpt-4o"  # ${comment}\n`;

  it('is no use', () => {
    expect(roles(text('Default (not used in transcription mode)'), 'a.py')).toEqual([['gpt-4o', 'mentions']]);
    expect(roles('const MODEL = "gpt-4o"; // unused\n', 'a.ts')).toEqual([['gpt-4o', 'mentions']]);
  });

  it('is one where the comment speaks of tests, or of something else', () => {
    expect(roles(text('not used in tests'), 'a.py')).toEqual([['gpt-4o', 'calls']]);
    expect(roles(text('used everywhere'), 'a.py')).toEqual([['gpt-4o', 'calls']]);
  });

  it.each([
    'unused',
    'currently unused',
    'TODO: unused',
    'Legacy, never used.',
    'not used anymore',
    'this is not used',
    'has no effect',
    'unused, but required by the schema',
    'not used, as it is chosen by the router',
    'not used as they choose one themselves',
    'unused (see the router)',
    'not used (see the router).',
  ])('is no use where the comment is of the value: %s', (comment) => {
    expect(roles(text(comment), 'a.py')).toEqual([['gpt-4o', 'mentions']]);
  });

  it.each([
    'our data is never used for training',
    'not used for embeddings',
    'never sent to logs',
    'answers are never sent to customers',
    'unused tokens are refunded',
    'unused-token budget',
    'has no effect on latency',
    'not used when offline',
    'not used in debug mode',
    'not used in batch mode',
    'not used as fallback',
    'not used as is',
    'not used, except by the nightly job',
    'not used, if USE_AZURE is set',
    'not used because of cost in dev',
    'default, not used when cached',
    'never sent, only its hash',
    'has no effect, unless LLM=1',
    'unused; only in prod',
    'not used (yet) for embeddings',
    'unused yet for long texts',
    'not used (see README) for batch jobs',
    'not used (we switched) in chat, which uses it for titles',
    'not called at all on weekends',
  ])('is one where the comment is of something else: %s', (comment) => {
    expect(roles(text(comment), 'a.py')).toEqual([['gpt-4o', 'calls']]);
    expect(roles(`openai_model: gpt-4o # ${comment}\n`, 'a.yaml')).toEqual([['gpt-4o', 'calls']]);
  });

  it.each(['MODEL = "gpt-4o"  # unused\nask(MODEL)\n', 'MODEL: str = "gpt-4o"  # unused\nask(MODEL)\n'])(
    'is one where something reads it all the same: %s',
    (read) => expect(roles(read, 'a.py')).toEqual([['gpt-4o', 'calls']]),
  );
});

describe('a default of which only is asked what it can do', () => {
  const body = (rest: string): string =>
    `class A {\n  run(model) {\n    const used = model || 'gpt-4o';\n    if (!Factory.modelSupportsVision(used)) {\n${rest}    }\n  }\n}\n`;

  it('is no use', () => {
    expect(roles(body('      throw new Error(`This model (${used}) sees nothing.`);\n'), 'a.ts')).toEqual([
      ['gpt-4o', 'lists'],
    ]);
  });

  it.each(['      ask(used);\n', '      get(`${base}/${used}:ask`);\n', '      return { model: used };\n'])(
    'is one where it is sent: %j',
    (rest) => {
      expect(roles(body(rest), 'a.ts')).toEqual([['gpt-4o', 'calls']]);
    },
  );
});

describe('a constant that is called after a vocabulary', () => {
  it('asks nobody where a tokenizer alone gets it', () => {
    const text = 'const vocabularyOf = "gpt-4o"\nfunc f() { tiktoken.EncodingForModel(vocabularyOf) }\n';
    expect(roles(text, 'a.go')).toEqual([['gpt-4o', 'lists']]);
  });
});

describe('a variable that a tokenizer alone gets', () => {
  const ts = (rest: string): string =>
    `class A {\n  cut() {\n    const counted = LIST.includes(this.model) ? this.model : "gpt-4o";\n${rest}  }\n}\n`;
  const py = (rest: string): string => `def cut(text):\n    counted = "gpt-4o"\n${rest}`;

  it.each([
    ['a.ts', ts('    const encoder = encoding_for_model(counted as TiktokenModel);\n')],
    ['a.ts', ts('    return countTokens(counted, text);\n')],
    [
      'a.py',
      py('    encoding = tiktoken.encoding_for_model(counted)\n    return len(encoding.encode(text))\n'),
    ],
    ['a.py', py('    tiktoken.encoding_for_model(counted)\n\ndef ask(counted):\n    return call(counted)\n')],
    ['a.py', py('    if counted in KNOWN:\n        tiktoken.encoding_for_model(counted)\n')],
    ['a.py', py('    other, counted = text.split(",")\n    tiktoken.encoding_for_model(counted)\n')],
    ['a.ts', 'import { x } from "x";\nconst counted = "gpt-4o";\nencoding_for_model(counted);\n'],
    ['a.py', 'size = len_tokens(text, "gpt-4o")\n'],
  ])('asks nobody, in %s: %s', (path, text) => {
    expect(roles(text, path)).toEqual([['gpt-4o', 'lists']]);
  });

  it.each([
    ['a.ts', ts('    encoding_for_model(counted);\n    ask({ model: counted });\n')],
    ['a.ts', ts('    ask(counted);\n')],
    ['a.py', 'counted = "gpt-4o"\nencoding = tiktoken.encoding_for_model(counted)\n'],
    ['a.py', py('    tiktoken.encoding_for_model(counted)\n    return ask(counted)\n')],
    ['a.py', py('    tiktoken.encoding_for_model(counted)\n    self.counted = counted\n')],
    ['a.go', 'const counted = "gpt-4o"\nfunc f() { tiktoken.EncodingForModel(counted) }\n'],
  ])('asks somebody where another gets it, or may: in %s: %s', (path, text) => {
    expect(roles(text, path)).toEqual([['gpt-4o', 'calls']]);
  });
});

describe('a variable of Go, Rust or Java that a tokenizer alone gets', () => {
  const go = (rest: string): string => `package a\nfunc c(t string) int {\n\tcounted := "gpt-4o"\n${rest}}\n`;

  it.each([
    ['a.go', go('\ttkm, _ := tiktoken.EncodingForModel(counted)\n'), 'lists'],
    ['a.go', go('\ttkm, _ := tiktoken.EncodingForModel(counted)\n\tsend(Req{Model: counted})\n'), 'calls'],
    [
      'a.rs',
      'use tiktoken_rs::get_bpe_from_model;\nfn f() {\n    let counted = "gpt-4o";\n    let b = get_bpe_from_model(&counted)?;\n}\n',
      'lists',
    ],
    [
      'A.java',
      'class A {\n  int f() {\n    String counted = "gpt-4o";\n    r.getEncodingForModel(counted);\n  }\n}\n',
      'lists',
    ],
  ])('in %s: %s', (path, text, role) => {
    expect(roles(text, path)).toEqual([['gpt-4o', role]]);
  });
});

describe('what a function gives back for a tokenizer', () => {
  const go = (name: string, head: string, rest = ''): string =>
    `package a\nfunc ${name}(${head}) string {\n\tif true {\n\t\treturn "gpt-4o"\n\t}\n\treturn ""\n}\n` +
    `func size(m string) int {\n\tused := ${name}(m)\n\tt, _ := tiktoken.EncodingForModel(used)\n${rest}}\n`;
  const ts = (head: string, use: string): string =>
    `import { encodingForModel } from 'js-tiktoken';\n${head} {\n  return 'gpt-4o';\n}\nconst size = ${use};\n`;

  const kt = (head: string): string =>
    `${head} known(name: String): String {\n    return "gpt-4o"\n}\nfun size(s: String): Int {\n` +
    '    val e = registry.getEncodingForModel(known(s))\n    return e.countTokens(s)\n}\n';
  const rs = (head: string): string =>
    `use tiktoken_rs::get_bpe_from_model;\n${head} known(m: &str) -> &str {\n    return "gpt-4o";\n}\n` +
    'fn size(m: &str) {\n    let b = get_bpe_from_model(known(m));\n}\n';

  it.each([
    ['a.kt', kt('private fun')],
    ['a.rs', rs('fn')],
    ['a.ts', ts('function known(model: string)', 'encodingForModel(known(model))')],
  ])('asks nobody, in %s: %s', (path, text) => {
    expect(roles(text, path)).toEqual([['gpt-4o', 'lists']]);
  });

  it.each([
    ['a.go', go('known', 'm string')],
    ['a.go', go('encodingModel', 'm string')],
    ['a.go', go('encodingModel', '')],
    ['a.go', go('encodingModel', 'm string', '\tsend(Req{Model: used})\n')],
    ['a.go', go('encodingModel', 'm string', '\tsend(Req{Model: encodingModel(m)})\n')],
    ['a.kt', kt('fun')],
    ['a.kt', kt('internal fun')],
    ['a.rs', rs('pub fn')],
    ['a.swift', kt('func').replace(': String', ' -> String')],
    ['a.go', go('encodingModel', 'm string', '\tpost("https://a.example/v1/chat/completions")\n')],
    ['a.ts', ts('export function known(model: string)', 'encodingForModel(known(model))')],
    ['a.ts', ts('function known(model: string)', 'ask(known(model))')],
  ])('is what somebody may be asked for, in %s: %s', (path, text) => {
    expect(roles(text, path)).toEqual([['gpt-4o', 'calls']]);
  });
});

describe('a repository of which the Hub is only asked what it has', () => {
  const API = 'URL = f"https://huggingface.co/api/models/{REPO}/tree/main"\n';

  it.each([
    ['a.py', `REPO = "stabilityai/sdxl-turbo"\n${API}`],
    ['a.ts', 'const REPO = "stabilityai/sdxl-turbo";\nfetch(`https://huggingface.co/api/models/${REPO}`);\n'],
  ])('is no use, in %s: %s', (path, text) => {
    expect(roles(text, path)).toEqual([['stabilityai/sdxl-turbo', 'lists']]);
  });

  it.each([
    `REPO = "stabilityai/sdxl-turbo"\n${API}BASE = f"https://huggingface.co/{REPO}/resolve/main"\n`,
    `REPO = "stabilityai/sdxl-turbo"\n${API}get(REPO)\n`,
  ])('is one where its files are got as well: %s', (text) => {
    expect(roles(text, 'a.py')).toEqual([['stabilityai/sdxl-turbo', 'loads']]);
  });
});

describe('a constant that no other file reaches', () => {
  const module = (rest: string): string => `import x from "x";\nconst _MODEL = "gpt-4o";\n${rest}`;

  it.each([
    ['a.ts', module('')],
    ['a.ts', module('export type Known =\n  | typeof _MODEL\n  | "other";\n')],
  ])('is no use where nothing or its type alone is read: %s %s', (path, text) => {
    expect(roles(text, path)).toEqual([['gpt-4o', 'mentions']]);
  });

  it.each([
    ['a.ts', module('ask(_MODEL);\n')],
    ['a.ts', module('export { _MODEL };\n')],
    ['a.ts', module('if (typeof _MODEL === "string") ask();\n')],
    ['a.ts', 'import x from "x";\nexport const MODEL = "gpt-4o";\n'],
    ['a.html', '<script>\nconst _MODEL = "gpt-4o";\n</script>\n'],
    ['A.java', 'class A {\n  private String model = "gpt-4o";\n}\n'],
    ['a.ts', 'import x from "x";\nconst MODEL = "gpt-4o";\n'],
    ['A.java', 'class A {\n  private static final String MODEL = "gpt-4o";\n}\n'],
  ])('is one where it may be read: %s %s', (path, text) => {
    expect(roles(text, path)).toEqual([['gpt-4o', 'calls']]);
  });
});

describe('a variable of a container whose comment says that nothing uses it', () => {
  const env = (comment: string): string =>
    `env:\n- name: OPENAI_MODEL ${comment}\n  value: gpt-4-0613\n- name: OTHER # not used\n  value: x\n`;

  it('is no use', () => {
    expect(roles(env('# not used since explain is off'), 'a.yaml')).toEqual([['gpt-4-0613', 'mentions']]);
    expect(roles('model: gpt-4-0613 # unused\n', 'a.yaml')).toEqual([['gpt-4-0613', 'mentions']]);
  });

  it.each(['# which model', '# not used by default', ''])('is one where it says else: %s', (comment) => {
    expect(roles(env(comment), 'a.yaml')).toEqual([['gpt-4-0613', 'calls']]);
  });
});
