import { describe, expect, it } from 'vitest';
import { canonical, isOfPackage, isScriptFile, languageOf } from '../../../src/core/documents/fileTypes';
import { found, unmark } from '../detect/marked';

describe('languageOf', () => {
  it.each([
    ['src/app.py', 'python'],
    ['Dockerfile', 'dockerfile'],
    ['docker/Dockerfile.gpu', 'dockerfile'],
    ['api.Dockerfile', 'dockerfile'],
    ['Modelfile', 'modelfile'],
    ['x/support.modelfile', 'modelfile'],
    ['.env', 'dotenv'],
    ['.env.production', 'dotenv'],
    ['requirements-dev.txt', 'pip-requirements'],
    ['requirements/base.txt', 'pip-requirements'],
    ['a.ipynb', 'jupyter'],
    ['values.yaml.tpl', 'yaml'],
    ['Assets/Main.unity', 'yaml'],
    ['Assets/Bot.prefab', 'yaml'],
    ['a.jsonl', 'jsonl'],
    ['doc.qmd', 'quarto'],
    ['x.xcscheme', 'xml'],
    ['main.tf', 'terraform'],
    ['justfile', 'makefile'],
    ['run.bat', 'shellscript'],
    ['run.cmd', 'shellscript'],
    ['notes', 'plaintext'],
    ['a.unknown', 'plaintext'],
  ])('%s is %s', (path, language) => expect(languageOf(path)).toBe(language));

  it('lets the editor decide where it knows more', () => {
    expect(languageOf('untitled:Untitled-1', 'python')).toBe('python');
    expect(languageOf('deploy', 'dockercompose')).toBe('yaml');
    expect(languageOf('a.py', 'plaintext')).toBe('python');
    expect(languageOf('Modelfile', 'dockerfile')).toBe('modelfile');
    expect(languageOf('a.jsonl', 'json')).toBe('jsonl');
    expect(languageOf('a.json', 'jsonc')).toBe('jsonc');
    expect(languageOf('page.twig')).toBe('html');
  });

  it('knows the names that fences use', () => {
    expect([canonical('sh'), canonical('ts'), canonical('YML'), canonical('console')]).toEqual([
      'shellscript',
      'typescript',
      'yaml',
      'shellscript',
    ]);
  });
});

const CASES: Readonly<Record<string, readonly (readonly [path: string, marked: string])[]>> = {
  'code of every family': [
    ['a.py', 'MODEL = "⟦mistralai/Mistral-7B-Instruct-v0.2⟧"'],
    ['a.py', '"""Uses ⟦meta-llama/Llama-3.1-8B-Instruct⟧ by default."""\nx = 1'],
    [
      'a.py',
      'name = sys.argv[1] if len(sys.argv) > 1 else "⟦bert-base-uncased⟧"  # or ⟦roberta-base⟧, ⟦xlm-roberta-base⟧',
    ],
    ['a.tsx', '<Chat model="⟦gpt-4o⟧" title="Ask me" />'],
    [
      'a.vue',
      '<template><Picker value="x"/></template>\n<script setup>\nconst model = ref("⟦gpt-4o⟧")\n</script>',
    ],
    ['a.svelte', '<script>\n  export let model = "⟦gpt-4o⟧";\n</script>\n<p>Hello</p>'],
    ['a.js', 'const re = /["\']/; const m = { model: "⟦gpt-4o⟧" };'],
    [
      'a.java',
      'EmbeddingModel m = HuggingFaceEmbeddingModel.builder().modelId("⟦acme/embed-thing⟧").build();',
    ],
    ['a.kt', 'val model: String = "⟦gpt-4o⟧"'],
    ['a.cs', 'Console.WriteLine($"Using {config["Model"] ?? "⟦gpt-4o-mini⟧"}");'],
    ['a.go', 'model := flag.String("model", "⟦acme/thing-7b⟧", "the model")'],
    ['a.rs', 'let default_model = "⟦distilbert-base-uncased⟧".to_string();'],
    ['a.swift', 'LMModel(name: "⟦qwen3:0.6b⟧", configuration: LLMRegistry.qwen3_0_6b_4bit)'],
    ['a.rb', "client.chat(model: '⟦gpt-4o⟧')"],
    ['a.php', "$r = $client->chat()->create(['model' => '⟦gpt-4o⟧']);"],
    ['a.cpp', 'const std::string kModel = "⟦acme/phi-thing⟧"; // not \'quoted'],
    ['a.r', 'chat <- chat_openai(model = "⟦gpt-4o⟧")'],
    ['a.jl', 'aigenerate("hi"; model = "⟦gpt-4o⟧")'],
    ['a.scala', 'val settings = ChatSettings(model = "⟦gpt-4o⟧")'],
    ['a.ex', 'LLM.new!(%{model: "⟦gpt-4o⟧"})'],
    ['a.dart', "final model = GenerativeModel(model: '⟦gemini-1.5-flash⟧', apiKey: key);"],
    ['a.lua', 'local model = "⟦gpt-4o⟧" -- the default'],
    ['a.ps1', '$env:OPENAI_MODEL = "⟦gpt-4o⟧"\nollama pull ⟦llava:7b⟧'],
  ],
  'shell and containers': [
    ['a.sh', 'vllm serve ⟦acme/thing⟧ --port 8000 # a comment'],
    [
      'a.sh',
      'python -m x --static-models "⟦meta-llama/Llama-3.1-8B-Instruct⟧,⟦acme/thing-2⟧" \\\n  --port 80',
    ],
    ['a.sh', "echo './run eval --model ⟦acme/thing-4bit⟧'"],
    ['a.sh', 'export MODEL_ID=⟦acme/thing-7b⟧'],
    ['a.sh', 'curl -d \'{"model":"⟦gpt-4o⟧"}\' https://api.openai.com/v1/chat/completions'],
    ['a.sh', 'curl -d \'{\n  "model": "⟦gpt-4o⟧"\n}\' localhost'],
    ['a.sh', 'cat <<EOF > c.yaml\nmodel: ⟦gpt-4o⟧\nEOF\nvllm serve ⟦acme/b⟧'],
    ['a.sh', 'hf download ⟦acme/thing⟧ --local-dir ~/x'],
    ['a.sh', 'lm_eval --model_args pretrained=⟦acme/thing-1b⟧,dtype=float'],
    [
      'Dockerfile',
      'FROM python:3.12\nENV MODEL_ID=⟦acme/thing-7b⟧ PORT=80\nRUN huggingface-cli download ⟦acme/other⟧ \\\n  --local-dir /m\nCMD ["vllm", "serve", "⟦acme/third⟧"]',
    ],
    [
      'compose.yaml',
      'services:\n  llm:\n    image: vllm/vllm-openai:latest\n    command: ["--model", "⟦acme/thing⟧"]\n    environment:\n      - MODEL=⟦acme/thing-2⟧\n',
    ],
    ['compose.yaml', 'services:\n  x:\n    environment:\n      MODEL: ${MODEL:-⟦gpt-4o⟧}\n'],
  ],
  configuration: [
    ['a.yaml', 'base_model: ⟦google/gemma-3n-E2B-it⟧  # small\n# 40b: ⟦tiiuae/falcon-40b⟧\n'],
    ['a.yaml', 'models:\n- ⟦gpt-4o⟧\n- "⟦acme/thing-7b⟧"\n'],
    ['a.yaml', 'models: [⟦gpt-4o⟧, "⟦gpt-4o-mini⟧"]\n'],
    [
      'deploy.yaml',
      'env:\n  - name: MODEL_ID\n    value: ⟦acme/thing⟧\nargs:\n  - --model\n  - ⟦acme/other⟧\n  - --tokenizer=⟦acme/third-1⟧\n',
    ],
    [
      'values.yaml',
      'modelSpec:\n  - name: llama3\n    repository: "vllm/vllm-openai"\n    modelURL: "⟦meta-llama/Llama-3.1-8B-Instruct⟧"\n',
    ],
    [
      'ci.yml',
      'jobs:\n  a:\n    steps:\n      - uses: actions/checkout@v4\n      - run: |\n          ollama pull ⟦gemma3:4b⟧\n',
    ],
    ['a.toml', '[models."⟦gpt-4o⟧"]\nprice = 1\n[llm]\nmodel = "⟦acme/thing⟧"\n'],
    ['a.json', '{"gpt": {"model": "⟦gpt-4o⟧"}, "dataset": "acme/some-data"}'],
    ['a.json', '{"⟦gpt-4o⟧": {"price": 1}, "⟦claude-3-opus-20240229⟧": {}}'],
    ['a.jsonl', '{"body": {"model": "⟦facebook/opt-125m⟧"}}\n{"body": {"model": "⟦facebook/opt-125m⟧"}}\n'],
    ['tsconfig.jsonc', '{ // the model: ⟦gpt-4o⟧\n "m": 1 }'],
    ['application.properties', 'langchain4j.open-ai.chat-model.model-name=⟦gpt-4o-mini⟧\n'],
    ['application.properties', 'spring.ai.openai.chat.options.model=${MODEL:⟦gpt-4o⟧}\n'],
    ['setup.cfg', '[llm]\nmodel = ⟦gpt-4o⟧ ; default\n'],
    ['.env', 'export OPENAI_MODEL="⟦gpt-4o⟧"\nURL=http://x/y\n'],
    ['main.tf', 'variable "model" {\n  default = "⟦anthropic.claude-3-haiku-20240307-v1:0⟧"\n}'],
    ['x.xcscheme', '<CommandLineArgument argument = "--model ⟦acme/Phi-4-mini⟧ --prompt &quot;Why?&quot;"/>'],
    ['app.xml', '<bean><property name="model"><value>⟦gpt-4o⟧</value></property></bean>'],
    ['a.sql', "SELECT ai.openai_chat_complete('⟦gpt-4o⟧', m), ai.ollama_embed('⟦nomic-embed-text⟧', t);"],
    ['a.graphql', 'query { chat(model: "⟦gpt-4o⟧") { text } }'],
  ],
  documents: [
    ['README.md', 'The default is ⟦meta-llama/Llama-3.1-8B-Instruct⟧, not a/b.'],
    ['README.md', '---\nbase_model: ⟦acme/base-7b⟧\nlicense: mit\n---\n# Hello\n'],
    ['README.md', '---\nbase_model:\n- ⟦acme/one⟧\n- ⟦acme/two⟧\n---\n'],
    ['README.md', '```python\nm = AutoModel.from_pretrained("⟦acme/x⟧")\n```\n'],
    ['README.md', '> ```sh\n> ollama run ⟦llama3.1:8b⟧\n> ```\n'],
    ['README.md', '| Model | x |\n|---|---|\n| `⟦gpt-4o⟧` | 1 |\n| ⟦acme/llama-2-7b⟧ | 2 |\n'],
    ['README.md', 'Deploying a ⟦gpt-35-turbo⟧ model for everyone.'],
    ['README.md', '<!-- tested with ⟦gpt-4o⟧ -->'],
    ['guide.mdx', '---\ntitle: Start with ⟦o3-mini⟧\n---\n\n<Note>Uses ⟦o3-mini⟧.</Note>\n'],
    [
      'guide.rst',
      'Use it::\n\n.. code-block:: python\n\n   SentenceTransformer("⟦all-MiniLM-L6-v2⟧")\n\nAfter ⟦gpt-4o⟧.\n',
    ],
    [
      'paper.qmd',
      '```{.yaml}\nbase_model: ⟦acme/thing⟧\n```\n```\n⟦tiiuae/Falcon-E-1B-Base-prequantized⟧\n```\n',
    ],
    [
      'page.html',
      '<script>\nconst u = "https://huggingface.co/⟦acme/whisper-tiny⟧/resolve/main/";\n</script>\n<a href="https://huggingface.co/docs">docs</a>',
    ],
    ['notes.txt', 'we moved from ⟦gpt-4o⟧ to ⟦claude-3-5-sonnet-20241022⟧'],
  ],
};

for (const [type, cases] of Object.entries(CASES)) {
  describe(type, () => {
    it.each(cases)('%s: %s', (path, text) => {
      const marked = unmark(text);
      expect(found(marked, path)).toEqual(marked.expected);
    });
  });
}

describe('files with scripts', () => {
  it.each(['a.js', 'src/a.mts', 'a.tsx', 'a.vue', 'a.svelte'])('%s', (path) =>
    expect(isScriptFile(path)).toBe(true),
  );

  it.each(['a.json', 'a.py', 'ts', 'a.ts.md'])('none: %s', (path) => expect(isScriptFile(path)).toBe(false));
});

it('knows whose files of a folder see one another', () => {
  expect(['a.kt', 'a.kts', 'b.go', 'c.swift'].map(isOfPackage)).toEqual([true, true, true, true]);
  expect(['a.py', 'a.ts', 'a.css', 'kt'].map(isOfPackage)).toEqual([false, false, false, false]);
});
