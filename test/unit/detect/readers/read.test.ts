import { describe, expect, it } from 'vitest';
import { detectReferences } from '../../../../src/core/detect/detectReferences';
import { builtCatalog } from '../../../support/builtCatalog';

/** The names that are found, with their registries, what is done with them, and the revision that is asked for. */
function namesIn(path: string, text: string): readonly string[] {
  return detectReferences(`${text}\n`, { path, catalog: builtCatalog() }).references.map(
    ({ text: name, registry, role, revision }) =>
      `${name} ${registry} ${role}${revision === undefined ? '' : ` @${revision.value}`}`,
  );
}

describe('names in the language of a file', () => {
  it.each([
    ['a.py', 'x = f("gpt-4o")', ['gpt-4o openai calls']],
    ['a.py', 'x == "gpt-4o"', ['gpt-4o openai lists']],
    ['a.py', 'x != "gpt-4o"', ['gpt-4o openai lists']],
    ['a.py', '"gpt-4o" in x', ['gpt-4o openai lists']],
    ['a.py', 'f(model="gpt-4o", x=1)', ['gpt-4o openai calls']],
    ['a.py', 'f(x, "gpt-4o", revision="abc")', ['gpt-4o openai calls @abc']],
    [
      'a.py',
      'AutoModel.from_pretrained("acme/thing", revision="abc")',
      ['acme/thing huggingface loads @abc'],
    ],
    ['a.py', 'snapshot_download("acme/thing", repo_type="dataset")', []],
    ['a.py', 'snapshot_download("acme/thing", repo_type="model")', ['acme/thing huggingface loads']],
    ['a.py', 'd = {"model": "gpt-4o"}', ['gpt-4o openai calls']],
    ['a.py', 'd = {"gpt-4o": 1}', ['gpt-4o openai lists']],
    ['a.js', 'const m = { model: "gpt-4o" };', ['gpt-4o openai calls']],
    [
      'setup.py',
      'setup(install_requires=["ja_core_news_lg @ https://github.com/explosion/spacy-models/releases/download/ja_core_news_lg-3.8.0/ja_core_news_lg-3.8.0-py3-none-any.whl"])',
      ['ja_core_news_lg spacy mentions', 'ja_core_news_lg spacy loads @3.8.0'],
    ],
    [
      'pyproject.toml',
      '[project]\ndependencies = ["w[x] @ git+https://huggingface.co/spacy/ja_core_news_lg"]',
      ['spacy/ja_core_news_lg huggingface loads'],
    ],
    ['.env', 'LLM_MODEL=openai/gpt-6-luna', ['openai/gpt-6-luna openai calls']],
    ['.env', 'LLM_MODEL=openai/gpt-oss-20b', ['openai/gpt-oss-20b huggingface loads']],
    ['a.js', 'type M = "gpt-4o" | "gpt-4o-mini";', ['gpt-4o openai lists', 'gpt-4o-mini openai lists']],
    ['a.js', 'const re = /gpt-4o|o3-mini/;', []],
    ['a.js', '// gpt-4o here', ['gpt-4o openai mentions']],
    ['a.js', 'const t = `use gpt-4o now`;', ['gpt-4o openai mentions']],
    ['a.js', 'const m = `acme/${x}-7b`;', []],
    ['a.js', 'options => options.model = "gpt-4o"', ['gpt-4o openai calls']],
    ['a.rb', 'models = %w[gpt-4o gpt-4o-mini]', ['gpt-4o openai lists', 'gpt-4o-mini openai lists']],
    ['a.rb', 'model "gpt-4o"', ['gpt-4o openai calls']],
    [
      '.gitmodules',
      '[submodule "deepseek-ai/DeepSeek-OCR"]\n\tpath = deepseek-ai/DeepSeek-OCR\n\turl = git@github.com:deepseek-ai/DeepSeek-OCR.git',
      [],
    ],
    [
      '.gitmodules',
      '[submodule "models/ocr"]\n\tpath = models/ocr\n\turl = https://huggingface.co/deepseek-ai/DeepSeek-OCR',
      ['deepseek-ai/DeepSeek-OCR huggingface loads'],
    ],
    ['a.tf', 'model = "gpt-4o"', ['gpt-4o openai calls']],
    ['a.tf', 'settings {\n  model = "gpt-4o"\n}', ['gpt-4o openai calls']],
    ['a.go', 'const M = "gpt-4o"', ['gpt-4o openai calls']],
    ['a.go', 'x := openai.GPT4o', []],
    ['a.rs', 'let m = "gpt-4o".to_string();', ['gpt-4o openai calls']],
    ['a.clj', '{:model "gpt-4o"}', ['gpt-4o openai calls']],
    ['a.clj', '{:model :gpt-4-turbo}', ['gpt-4-turbo openai calls']],
    ['a.edn', '{:llm/model :gpt-4-turbo :n 3}', ['gpt-4-turbo openai calls']],
    ['a.clj', '{:gpt-4-turbo {:price 2} :gpt-4-32k {:price 3}}', []],
    ['a.rb', 'f(model: x, other: :gpt-4)', []],
    [
      'a.yaml',
      'command: ["curl", "http://ollama:11434/api/pull", "-d", "{\\"name\\": \\"qwen3:8b\\"}"]',
      ['qwen3:8b ollama loads'],
    ],
    [
      'a.yaml',
      'command:\n  - curl\n  - http://ollama:11434/api/pull\n  - --data\n  - \'{"model": "qwen3:8b"}\'\n',
      ['qwen3:8b ollama loads'],
    ],
    [
      'a.json',
      '{"cmd": ["curl", "http://ollama:11434/api/pull", "-d", "{\\"model\\": \\"qwen3:8b\\"}"]}',
      ['qwen3:8b ollama loads'],
    ],
    ['a.py', 'parser.add_argument("--model", default="acme/thing-7b")', ['acme/thing-7b huggingface loads']],
    ['a.py', 'os.getenv("MODEL", "acme/thing-7b")', ['acme/thing-7b huggingface loads']],
    ['a.js', 'process.env.MODEL ?? "gpt-4o"', ['gpt-4o openai calls']],
    ['a.py', 'x = "gpt-4o" + y', ['gpt-4o openai calls']],
    ['a.py', 'print("using gpt-4o")', ['gpt-4o openai mentions']],
    ['a.py', 'import gpt4o', []],
    ['a.java', 'String m = "gpt-4o";', ['gpt-4o openai calls']],
    ['a.java', '.modelName("gpt-4o")', ['gpt-4o openai calls']],
    ['a.py', '"""\nUses gpt-4o.\n"""', ['gpt-4o openai mentions']],
    ['a.py', 'class M(str, Enum):\n    A = "gpt-4o"', ['gpt-4o openai lists']],
    ['a.sql', "INSERT INTO m VALUES ('gpt-4o');", ['gpt-4o openai lists']],
    ['a.toml', '[tool.x]\nmodel = "gpt-4o"', ['gpt-4o openai calls']],
    ['a.pkl', 'llm {\n  model = "gpt-4o"\n}', ['gpt-4o openai calls']],
    [
      'Snakefile',
      'rule a:\n    output: "x"\n    shell: "ollama pull llama3.1:8b > {output}"',
      ['llama3.1:8b ollama loads'],
    ],
    [
      'a.smk',
      'rule a:\n    shell:\n        "echo {params.a} && "\n        "ollama pull llama3.1:8b"',
      ['llama3.1:8b ollama loads'],
    ],
    [
      'a.smk',
      'rule a:\n    shell:\n        """\n        hf download acme/thing-7b\n        """',
      ['acme/thing-7b huggingface loads'],
    ],
    ['a.smk', 'rule a:\n    message: "we use ollama pull llama3.1:8b"', ['llama3.1:8b ollama mentions']],
    [
      'a.wdl',
      'task a {\n  command <<<\n    hf download acme/thing-7b\n  >>>\n}',
      ['acme/thing-7b huggingface loads'],
    ],
    ['a.ini', 'model = gpt-4o', ['gpt-4o openai calls']],
    ['a.json', '{"model": "gpt-4o"}', ['gpt-4o openai calls']],
    ['a.json', '{"a": {"gpt-4o": {"price": 1}}}', ['gpt-4o openai lists']],
    ['Dockerfile', 'FROM x\nENV MODEL=acme/thing-7b', ['acme/thing-7b huggingface loads']],
    ['Dockerfile', 'FROM ollama/ollama\nRUN ollama pull llama3.1:8b', ['llama3.1:8b ollama loads']],
    ['Dockerfile', 'FROM x\nARG M\nCMD ["vllm", "serve", "acme/thing"]', ['acme/thing huggingface serves']],
    [
      'Modelfile',
      'FROM llama3.1:8b\nADAPTER acme/thing-7b\nPARAMETER x gpt-4o\nSYSTEM use gpt-4o',
      ['llama3.1:8b ollama derives', 'acme/thing-7b ollama derives', 'gpt-4o openai mentions'],
    ],
    ['a.html', '<option value="gpt-4o">x</option>', ['gpt-4o openai lists']],
    [
      'a.html',
      '<p>We use gpt-4o</p><!-- gpt-4o-mini -->',
      ['gpt-4o openai mentions', 'gpt-4o-mini openai mentions'],
    ],
    ['a.vue', `<template><Chat :model="'gpt-4o'" /></template>`, ['gpt-4o openai calls']],
    [
      'a.vue',
      `<template><Chat v-bind:model="cheap ? 'gpt-4o-mini' : 'gpt-4o'" /></template>`,
      ['gpt-4o-mini openai calls', 'gpt-4o openai calls'],
    ],
    ['a.html', `<app-chat [model]="'gpt-4o'"></app-chat>`, ['gpt-4o openai calls']],
    ['a.html', `<app-chat :models="['gpt-4o']"></app-chat>`, ['gpt-4o openai lists']],
    ['a.heex', '<.chat model="gpt-4o" />', ['gpt-4o openai calls']],
    ['a.astro', '---\nconst model = "gpt-4o";\n---\n<Chat model={model} />', ['gpt-4o openai calls']],
    ['a.html', '<script>const m = "gpt-4o"</script>', ['gpt-4o openai calls']],
    ['a.xml', '<model>gpt-4o</model>', ['gpt-4o openai calls']],
    ['a.properties', 'app.model=gpt-4o', ['gpt-4o openai calls']],
    [
      'a.ipynb',
      '{"cells":[{"cell_type":"code","source":["m = \\"gpt-4o\\""],"outputs":[]}],"metadata":{"language_info":{"name":"python"}},"nbformat":4,"nbformat_minor":5}',
      ['gpt-4o openai calls'],
    ],
  ])('%s: %s', (path, text, names) => expect(namesIn(path, text)).toEqual(names));
});
