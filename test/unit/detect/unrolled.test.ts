import { describe, expect, it } from 'vitest';
import { unrolled } from '../../../src/core/detect/unrolled';
import type { ModelReference } from '../../../src/core/reference';
import { detect } from './marked';

const rolesOf = (text: string, path: string): readonly string[] => [
  ...new Set(detect(text, path).references.map(({ role }) => role)),
];
const used = (text: string, path: string): readonly string[] =>
  detect(text, path)
    .references.filter(({ role }) => role === 'loads' || role === 'calls')
    .map((reference) => reference.text);

const KNOWN = '"gpt-4o", "gpt-4o-mini"';
const NEW = '"acme/one-7b", "acme/other-7b"';
const BOTH = ['acme/one-7b', 'acme/other-7b'];

describe('elements of a list that a loop gives to a client', () => {
  it.each([
    [
      'a.go',
      `import "github.com/sashabaranov/go-openai"\nvar models = []string{${KNOWN}}\nfunc main() {\n\tfor _, name := range models {\n\t\tc.CreateChatCompletion(nil, openai.ChatCompletionRequest{Model: name})\n\t}\n}\n`,
    ],
    [
      'b.go',
      `import "github.com/tmc/langchaingo/llms/openai"\nfunc main() {\n\tfor _, m := range []string{${KNOWN}} {\n\t\tllm, err := openai.New(openai.WithModel(m))\n\t}\n}\n`,
    ],
    [
      'A.java',
      `import dev.langchain4j.model.openai.OpenAiChatModel;\nclass A { static final String[] models = {${KNOWN}};\n void ask() { for (String name : models) OpenAiChatModel.builder().modelName(name).build(); } }\n`,
    ],
    [
      'B.java',
      `import dev.langchain4j.model.openai.OpenAiChatModel;\nclass B { static final List<String> MODELS = List.of(${KNOWN});\n void ask() { MODELS.stream().map(m -> OpenAiChatModel.builder().modelName(m).build()).toList(); } }\n`,
    ],
    [
      'a.kt',
      `import dev.langchain4j.model.openai.OpenAiChatModel\nval models = listOf(${KNOWN})\nfun ask() = models.map { name -> OpenAiChatModel.builder().modelName(name).build() }\n`,
    ],
    [
      'b.kt',
      `import dev.langchain4j.model.openai.OpenAiChatModel\nfun ask() { listOf(${KNOWN}).forEach { OpenAiChatModel.builder().modelName(it).build() } }\n`,
    ],
    [
      'a.cs',
      `using OpenAI.Chat;\nstring[] models = { ${KNOWN} };\nforeach (var name in models) new ChatClient(name, key);\n`,
    ],
    [
      'b.cs',
      `using OpenAI.Chat;\nvar models = new List<string> { ${KNOWN} };\nvar clients = models.Select(m => new ChatClient(m, key)).ToList();\n`,
    ],
    [
      'a.scala',
      `import dev.langchain4j.model.openai.OpenAiChatModel\nobject A { val models = Seq(${KNOWN})\n for (m <- models) OpenAiChatModel.builder().modelName(m).build() }\n`,
    ],
    ['a.R', `models <- c(${KNOWN})\nr <- lapply(models, function(m) chat_openai(model = m, prompt = p))\n`],
    [
      'a.ex',
      `models = [${KNOWN}]\nEnum.map(models, fn m -> OpenAI.chat_completion(model: m, messages: []) end)\n`,
    ],
    ['b.ex', `[${KNOWN}]\n|> Enum.map(&OpenAI.chat_completion(model: &1, messages: []))\n`],
    ['a.jl', `models = [${KNOWN}]\nr = [aigenerate("hi"; model = m) for m in models]\n`],
    [
      'a.php',
      "<?php\n$limits = ['gpt-4o' => 1, 'gpt-4o-mini' => 2];\nforeach ($limits as $m => $n) { $c->chat()->create(['model' => $m, 'messages' => []]); }\n",
    ],
    [
      'b.php',
      "<?php\n$models = ['gpt-4o', 'gpt-4o-mini'];\n$r = array_map(fn($m) => $c->chat()->create(['model' => $m, 'messages' => []]), $models);\n",
    ],
    [
      'a.rb',
      'LIMITS = { "gpt-4o" => 1, "gpt-4o-mini" => 2 }\nLIMITS.each do |m, n|\n  client.chat(parameters: { model: m, messages: [] })\nend\n',
    ],
  ])('are called: %s', (path, text) => expect(rolesOf(text, path)).toEqual(['calls']));
});

describe('elements that a test runs for', () => {
  const PYTEST = `import pytest\n@pytest.mark.parametrize("m", [${KNOWN}])\ndef test_a(m):\n`;
  const JUNIT = `class AIT {\n @ParameterizedTest\n @ValueSource(strings = { ${KNOWN} })\n void asks(String m) {\n`;

  it.each([
    ['test_a.py', `${PYTEST}    OpenAI().chat.completions.create(model=m, messages=[])\n`],
    ['AIT.java', `${JUNIT}  client.prompt().options(Options.builder().model(m)).user("hi").call();\n }\n}\n`],
    [
      'a.test.ts',
      `it.each([${KNOWN}])('asks %s', async (model) => {\n  await client.chat.completions.create({ model, messages: [] });\n});\n`,
    ],
  ])('are called where it asks: %s %s', (path, text) => expect(rolesOf(text, path)).toEqual(['calls']));

  it('are loaded where it loads', () =>
    expect(used(PYTEST.replace(KNOWN, NEW) + '    AutoModel.from_pretrained(m)\n', 'test_a.py')).toEqual(
      BOTH,
    ));

  it.each([
    ['test_a.py', `${PYTEST}    assert window_of(m) == 128000\n`],
    ['AIT.java', `${JUNIT}  assertThat(windows.of(m)).isGreaterThan(0);\n }\n}\n`],
    ['a.test.ts', `it.each([${KNOWN}])('knows %s', (model) => {\n  expect(windowOf(model)).toBe(1);\n});\n`],
  ])('are listed where it asks nobody: %s %s', (path, text) =>
    expect(rolesOf(text, path)).toEqual(['lists']),
  );
});

describe('elements that a loop gives to a loader, which nobody has recorded', () => {
  it.each([
    ['a.py', `for q in [${NEW}]:\n    SentenceTransformer(q)\n`],
    ['a.py', `loaded = [AutoModel.from_pretrained(m) for m in (${NEW})]\n`],
    [
      'a.py',
      `MODELS = [${NEW}]\nfor i, m in enumerate(MODELS):\n    print(m)\n    AutoTokenizer.from_pretrained(m)\n`,
    ],
    [
      'a.py',
      'D = {"acme/one-7b": ["x.bin"], "acme/other-7b": ["y.bin"]}\nfor repo, files in D.items():\n    for f in files:\n        hf_hub_download(repo, f)\n',
    ],
    [
      'a.py',
      'D = {"acme/one-7b": 1, "acme/other-7b": 2}\nfor repo in D:\n    AutoModel.from_pretrained(repo)\n',
    ],
    [
      'a.py',
      'P = [("acme/one-7b", "x.bin"), ("acme/other-7b", "y.bin")]\nfor repo, file in P:\n    hf_hub_download(repo_id=repo, filename=file)\n',
    ],
    [
      'a.py',
      'R = [{"id": "acme/one-7b"}, {"id": "acme/other-7b"}]\nfor r in R:\n    AutoModel.from_pretrained(r["id"])\n',
    ],
    ['a.ts', `const MODELS = [${NEW}];\nfor (const m of MODELS) await pipeline('text-generation', m);\n`],
    [
      'a.ts',
      "const MODELS = [{ id: 'acme/one-7b' }, { id: 'acme/other-7b' }];\nMODELS.forEach(async (m) => { await pipeline('text-generation', m.id); });\n",
    ],
    [
      'a.ts',
      "const MODELS = [{ id: 'acme/one-7b' }, { id: 'acme/other-7b' }];\nfor (const { id } of MODELS) await pipeline('text-generation', id);\n",
    ],
    [
      'a.rs',
      `use hf_hub::api::sync::Api;\nconst MODELS: &[&str] = &[${NEW}];\nfn main() { for name in MODELS.iter() { api.model((*name).into()); } }\n`,
    ],
    ['a.ex', `for m <- [${NEW}] do\n  {:ok, x} = Bumblebee.load_model({:hf, m})\nend\n`],
    ['a.sh', 'for m in acme/one-7b acme/other-7b; do\n  hf download "$m"\ndone\n'],
    ['a.sh', 'M="acme/one-7b acme/other-7b"\nfor m in $M; do\n  hf download "$m"\ndone\n'],
    ['a.sh', 'M="acme/one-7b\nacme/other-7b"\nfor m in $M; do hf download "$m"; done\n'],
    [
      'a.sh',
      'declare -A L=([acme/one-7b]=1 [acme/other-7b]=2)\nfor m in "${!L[@]}"; do hf download "$m"; done\n',
    ],
    [
      'a.go',
      'var models = []m{\n\t{name: "acme/one-7b"},\n\t{name: "acme/other-7b", file: "x.onnx"},\n}\nfunc main() {\n\tfor _, m := range models {\n\t\thugot.DownloadModel(ctx, m.name, "./models", options)\n\t}\n}\n',
    ],
    ['a.rb', '%w[acme/one-7b acme/other-7b].each do |m|\n  system("hf download #{m}")\nend\n'],
    [
      'main.tf',
      `resource "null_resource" "pull" {\n  for_each = toset([${NEW}])\n  provisioner "local-exec" { command = "hf download \${each.value}" }\n}\n`,
    ],
    ['a.ps1', `$models = @(${NEW})\nforeach ($m in $models) { hf download $m }\n`],
    ['a.bat', 'for %%m in (acme/one-7b acme/other-7b) do hf download %%m\n'],
  ])('are loaded: %s %s', (path, text) => expect(used(text, path)).toEqual(BOTH));

  it.each([
    ['a.py', `for 名 in (\n    ${NEW},\n):\n    AutoModel.from_pretrained(名)\n`],
    ['a.py', `一覧 = [${NEW}]\nfor 名 in 一覧:\n    snapshot_download(名)\n`],
    [
      'a.ts',
      `const モデル一覧 = [${NEW}];\nfor (const 名 of モデル一覧) await pipeline('text-generation', 名);\n`,
    ],
    [
      'a.ts',
      `const 一覧 = [${NEW}];\nawait Promise.all(一覧.map((名) => pipeline('text-generation', 名)));\n`,
    ],
    [
      'a.py',
      'модели = {"acme/one-7b": 1, "acme/other-7b": 2}\nfor имя in модели:\n    AutoModel.from_pretrained(имя)\n',
    ],
  ])('are loaded, in whatever letters names are written: %s %s', (path, text) =>
    expect(used(text, path)).toEqual(BOTH),
  );
});

describe('what a table or a function gives', () => {
  it.each([
    [
      'a.py',
      'TABLE = {"small": "acme/one-7b", "large": "acme/other-7b"}\ndef load(size):\n    return SentenceTransformer(TABLE[size])\n',
    ],
    [
      'a.ts',
      "const TABLE: Record<string, string> = { s: 'acme/one-7b', l: 'acme/other-7b' };\nconst p = await pipeline('x', TABLE[size]);\n",
    ],
    [
      'a.py',
      'def pick(x):\n    if x:\n        return "acme/one-7b"\n    return "acme/other-7b"\nAutoModel.from_pretrained(pick(x))\n',
    ],
    [
      'a.py',
      'def pick(x):\n    return "acme/one-7b" if x else "acme/other-7b"\nname = pick(x)\nAutoModel.from_pretrained(name)\n',
    ],
    [
      'a.ts',
      "function pick(s: string): string { return s === 's' ? 'acme/one-7b' : 'acme/other-7b'; }\nawait pipeline('x', pick(s));\n",
    ],
  ])('is loaded: %s %s', (path, text) => expect(used(text, path)).toEqual(BOTH));

  it('is only what its key names, where that is written', () =>
    expect(used('T = {"s": "acme/one", "l": "acme/other"}\nSentenceTransformer(T["l"])\n', 'a.py')).toEqual([
      'acme/other',
    ]));
});

describe('words of a text that a loop goes over', () => {
  const NAMES = 'qwen2.5:7b llama4:scout';

  it.each([
    ['a.sh', `MODELS="${NAMES}"\nfor m in $MODELS; do\n  ollama pull "$m"\ndone\n`],
    ['a.sh', `MODELS=\${MODELS:-"${NAMES}"}\nfor m in \${MODELS}; do ollama pull $m; done\n`],
    ['Dockerfile', `FROM a\nARG MODELS="${NAMES}"\nRUN for m in $MODELS; do ollama pull $m; done\n`],
    ['a.py', `for m in "${NAMES}".split():\n    subprocess.run(["ollama", "pull", m])\n`],
  ])('are loaded by what gets them: %s %s', (path, text) =>
    expect(used(text, path)).toEqual(NAMES.split(' ')),
  );

  it.each([
    ['a.sh', `MODELS="${NAMES}"\nfor m in $MODELS; do echo "$m"; done\n`],
    ['a.py', `NOTE = "we compare ${NAMES}"\nfor w in NOTE.split():\n    print(w)\n`],
  ])('are words where nothing gets them: %s %s', (path, text) => expect(used(text, path)).toEqual([]));
});

describe('a loop over all that the text writes', () => {
  const choices = (text: string, path: string): readonly string[] =>
    detect(text, path).runtimeChoices.map(({ expression }) => expression);
  const pull = (list: string, lead = ''): string => `${lead}for m in ${list}; do ollama pull "$m"; done\n`;

  it.each([
    ['a.sh', pull('qwen3:8b nomic-embed-text')],
    ['a.sh', pull('$LIST', 'LIST="qwen2.5:7b llama4:scout"\n')],
    ['a.sh', pull('"${LIST[@]}"', 'LIST=(qwen2.5:7b llama4:scout)\n')],
    ['a.sh', pull('$LIST', 'LIST="qwen2.5:7b llama4:scout"\nsource venv/bin/activate\necho "$LIST"\n')],
    [
      'a.py',
      'import ollama\nfor model in ["qwen3:8b", "llama3"]:\n    ollama.generate(\n        model=model,\n        stream=False\n    )\n',
    ],
    ['a.sh', 'for m in qwen3:8b llama3; do\n  echo "m=$m"\n  ollama pull "$m"\ndone\n'],
    ['a.py', 'import ollama\nfor m in ["qwen3:8b", "llama3"]:\n    ollama.pull(m)\n'],
    [
      'a.py',
      'import ollama\nfor m in ["qwen3:8b", "llama3"]:\n    if m == "x":\n        pass\n    ollama.pull(m)\n',
    ],
  ])('is no choice: %s %s', (path, text) => expect(choices(text, path)).toEqual([]));

  it.each([
    ['a.sh', pull('"$@"')],
    ['a.sh', pull('qwen3:8b "$OTHER"')],
    ['a.sh', pull('$LIST', 'LIST="${LIST:-qwen2.5:7b llama4:scout}"\n')],
    ['a.sh', pull('$LIST', 'LIST="qwen2.5:7b llama4:scout"\nLIST+=" $OTHER"\n')],
    ['a.sh', pull('$LIST', 'LIST="qwen2.5:7b llama4:scout"\nread -r LIST < /etc/models\n')],
    ['a.sh', pull('"${LIST[@]}"', 'LIST=(qwen2.5:7b llama4:scout)\nmapfile -t LIST < models.txt\n')],
    ['a.sh', pull('"${LIST[@]}"', 'LIST=(qwen2.5:7b llama4:scout)\nLIST[1]="$OTHER"\n')],
    ['a.sh', pull('$LIST', 'LIST="qwen2.5:7b llama4:scout"\nsource ./.env\n')],
    ['a.sh', 'for m in qwen3:8b llama3; do\n  m="${OTHER:-$m}"\n  ollama pull "$m"\ndone\n'],
    ['a.sh', 'for m in qwen3:8b llama3; do\n  read -r m\n  ollama pull "$m"\ndone\n'],
    [
      'a.py',
      'import ollama, os\nfor m in ["qwen3:8b", "llama3"]:\n    m = os.environ["M"]\n    ollama.pull(m)\n',
    ],
    [
      'a.py',
      'import ollama, os\nfor m in ["qwen3:8b", "llama3"]:\n    if (m := os.getenv("M")):\n        ollama.pull(m)\n',
    ],
    ['a.py', 'import ollama, sys\nfor m in ["qwen3:8b", sys.argv[1]]:\n    ollama.pull(m)\n'],
  ])('is one where others may be among it: %s %s', (path, text) =>
    expect(choices(text, path)).toHaveLength(1),
  );
});

describe('elements of which nothing is asked', () => {
  it.each([
    ['a.py', `MODELS = [${NEW}]\nfor m in MODELS:\n    print("model", m)\n`],
    ['a.py', `MODELS = [${NEW}]\nfor m in MODELS:\n    load_dataset(m)\n`],
    ['a.py', 'for f in ["data/one", "data/two"]:\n    load_from_disk(f)\n'],
    ['a.py', 'PRICES = {"gpt-4o": 1, "gpt-4o-mini": 2}\nfor m, p in PRICES.items():\n    rows.append(m)\n'],
    [
      'a.py',
      'LIMITS = {"gpt-4o": 1, "gpt-4o-mini": 2}\nfor m, n in LIMITS.items():\n    rows.append({"model": m, "limit": n})\n',
    ],
    [
      'a.tsx',
      "export const MODELS = ['gpt-4o', 'gpt-4o-mini'];\nMODELS.map((m) => <option key={m} value={m}>{m}</option>);\n",
    ],
    [
      'a.go',
      'var prices = map[string]float64{"gpt-4o": 1, "gpt-4o-mini": 2}\nfunc main() { for m, p := range prices { fmt.Println(m, p) } }\n',
    ],
    [
      'A.java',
      `class A { static final String[] MODELS = {${KNOWN}};\n void show() { for (String m : MODELS) { combo.addItem(m); } } }\n`,
    ],
  ])('are no uses: %s %s', (path, text) => expect(used(text, path)).toEqual([]));
});

describe('where an element is written', () => {
  const LOADED = detect('AutoModel.from_pretrained("acme/x-7b")\n', 'a.py').references;

  /** What `load` gets in a text, as if a reader knew it for a loader; `before` is what was found in it by itself. */
  function loaded(text: string, isShell = false, before: readonly ModelReference[] = []) {
    const read = (written: string): readonly ModelReference[] =>
      [...written.matchAll(/(?<=\bload[ (]["'`]?)[\w/]{2,}/g)].flatMap(({ 0: id, index }) =>
        LOADED.map((one) => ({ ...one, id, text: id, range: { start: index, end: index + id.length } })),
      );
    return unrolled({ references: before, runtimeChoices: [] }, { text, isShell, read, modelOf: () => null })
      .references;
  }
  const names = (references: readonly ModelReference[]): string =>
    references.map(({ text }) => text).join(' ');

  it.each([
    // Elements, keys and values of what loops go over.
    ['for m in ["a/b", "c/d"]:\n  load(m)', 'a/b c/d'],
    ['for k in {"a/b": "c/d", "e/f": "g/h"}:\n  load(k)', 'a/b e/f'],
    ['for k, v in {"a/b": "c/d", "e/f": "g/h"}.items():\n  load(k)', 'a/b e/f'],
    ['for k, v in {"a/b": "c/d", "e/f": "g/h"}.items():\n  load(v)', 'c/d g/h'],
    ['for v in {"a/b": "c/d", "e/f": "g/h"}.values():\n  load(v)', 'c/d g/h'],
    ['foreach (["a/b" => "c/d"] as $k => $v) load($v);', 'c/d'],
    ['foreach (["a/b" => "c/d"] as $v) load($v);', 'c/d'],
    ['for i, m in enumerate(["a/b", "c/d"]):\n  load(m)', 'a/b c/d'],
    ['for i, m in enumerate(["a/b", "c/d"]):\n  load(i)', ''],
    ['["a/b", "c/d"].forEach((m, i) => load(m));', 'a/b c/d'],
    ['["a/b", "c/d"].forEach((m, i) => load(i));', ''],
    // Parts of an element.
    ['for m, n in [("a/b", "c/d")]:\n  load(m)', 'a/b'],
    ['for m, n in [("a/b", "c/d")]:\n  load(n)', 'c/d'],
    ['for i, (m, n) in enumerate([("a/b", "c/d")]):\n  load(m)', 'a/b'],
    ['for i, (m, n) in enumerate([("a/b", "c/d")]):\n  load(n)', 'c/d'],
    ['for p in [("a/b", "c/d")]:\n  load(p[1])', 'c/d'],
    ['for r in [{"x": "a/b", "y": "c/d"}]:\n  load(r["y"])', 'c/d'],
    ['for (const r of [{ x: "a/b", y: "c/d" }]) load(r.y);', 'c/d'],
    ['for (const { x, y } of [{ x: "a/b", y: "c/d" }]) load(y);', 'c/d'],
    ['for (p in mapOf("a/b" to "c/d")) load(p.key)', 'a/b'],
    ['for (p in mapOf("a/b" to "c/d")) load(p.value)', 'c/d'],
    ['for m in ["a/b"]:\n  load(m.strip())', 'a/b'],
    ['for m in ["a/b"]:\n  load(m.count())', ''],
    // Tables.
    ['T = {"s": "a/b", "l": "c/d"}\nload(T[size])', 'a/b c/d'],
    ['T = {"s": "a/b", "l": "c/d"}\nx = T[size]\nload(T["l"])', 'c/d'],
    ['T = {"s": "a/b", "l": "c/d"}\nload(self.T.get("l"))', 'c/d'],
    ['T = ["a/b", "c/d"]\nload(T[1])', 'c/d'],
    ['T = {"s": {"x": "a/b", "y": "c/d"}}\nload(T[size]["y"])', 'c/d'],
    ['T = {"s": "a/b"}\nload("T[size]")', ''],
    ['T = {"s": "a/b"}\nload(T["l"])', ''],
    // Functions.
    ['def pick(x):\n  return "a/b" if x else "c/d"\nload(pick(x))', 'a/b c/d'],
    ['T = {"s": "a/b"}\ndef pick(x):\n  return T[x]\nload(pick(x))', 'a/b'],
    ['T = {"s": "a/b"}\ndef pick(x):\n  return T.get(x)\nload(self.pick(x))', 'a/b'],
    ['def pick(x):\n  return ["a/b"]\nload(pick(x))', ''],
    ['def pick(x):\n  return "a/b"\nload(x.pick(x))', ''],
    // In a text, where something fills the name in.
    ['for m in ["a/b"]:\n  run(f"load {m}")', 'a/b'],
    ['for m in ["a/b"]:\n  run(f"load { m }")', 'a/b'],
    ['for m in ["a/b"]:\n  run("\\" load #{m}")', 'a/b'],
    ['for m in ["a/b"]:\n  run("load $m")', 'a/b'],
    ['for m in ["a/b"]:\n  run("load " + m)', 'a/b'],
    ['for m in ["a/b"]:\n  run("load m")', ''],
    ['for m in ["a/b"]:\n  run("load {m or x}")', ''],
    // Words that are no ids are models only where something calls models so.
    ['# ollama\nfor m in ["one", "two"]:\n  load(m)', 'one two'],
    ['for m in ["one", "two"]:\n  load(m)', ''],
    ['# ollama\nfor m in ["r1", "r2", "r3", "r4", "r5"]:\n  load(m)', 'r1 r2 r3 r4'],
    [
      `for m in ["a/${'b'.repeat(60)}", "${'c'.repeat(60)}/${'d'.repeat(60)}"]:\n  load(m)`,
      `a/${'b'.repeat(60)}`,
    ],
  ])('%s', (text, found) => expect(names(loaded(text))).toBe(found));

  it.each([
    ['for m in a/b c/d; do\n  load $m\ndone', 'a/b c/d'],
    ['for m in a/b c/d; do\n  load "${m}"\ndone', 'a/b c/d'],
    ['for m in a/b c/d; do\n  load m\ndone', ''],
    ['T = ["a/b"]\nload(T[0])', ''],
  ])('in a script: %s', (text, found) => expect(names(loaded(text, true))).toBe(found));

  it('is in no text that is too long', () => {
    const text = 'for m in ["a/b"]:\n  load(m)\n';
    expect(names(loaded(text + ' '.repeat(300_000 - text.length)))).toBe('a/b');
    expect(names(loaded(text + ' '.repeat(300_001 - text.length)))).toBe('');
  });

  it.each([
    ['ask({m, x})', 'ask({m: "a/b", x})'],
    ['ask({ x,  m })', 'ask({ x,  m: "a/b" })'],
    ['ask({ x: m })', 'ask({ x: "a/b" })'],
    ['ask({ x }, m, y)', 'ask({ x }, "a/b", y)'],
    ['ask(m, x)', 'ask("a/b", x)'],
    ['ask([m, x])', 'ask(["a/b", x])'],
    ['ask(`${m}`)', 'ask(`a/b`)'],
    ["ask('pull ' . m)", "ask('pull a/b')"],
    ['ask(x)', undefined],
  ])('takes the place of its name: %s', (use, written) => {
    const texts: string[] = [];
    const read = (text: string): readonly ModelReference[] => {
      texts.push(text.split('\n')[1] ?? '');
      return [];
    };
    unrolled(
      { references: [], runtimeChoices: [] },
      { text: `for m in ["a/b"]:\n${use}`, isShell: false, read, modelOf: () => null },
    );
    expect(texts).toEqual(written === undefined ? [] : [written]);
  });

  it.each([
    ['load', 2],
    ['show', 1],
  ])('is asked for by itself first, and the whole text is read where it is used: %s', (call, times) => {
    const asked: (readonly number[] | undefined)[] = [];
    const text = `for m in ["a/b"]:\n  ${call}(m)`;
    const at = text.length - 1;
    const read = (written: string, places?: readonly number[]): readonly ModelReference[] => {
      asked.push(places);
      return written.includes('load')
        ? LOADED.map((one) => ({ ...one, id: 'a/b', text: 'a/b', range: { start: at, end: at + 3 } }))
        : [];
    };
    const found = unrolled(
      { references: [], runtimeChoices: [] },
      { text, isShell: false, read, modelOf: () => null },
    ).references;
    expect(asked).toEqual([[at], undefined].slice(0, times));
    expect(names(found)).toBe(times === 2 ? 'a/b' : '');
  });

  it.each([
    ['an element', 'const all = ["a/b"];', true],
    ['one on a line of its own', 'const all = [\n  "a/b",\n];', true],
    ['a word of a list', 'all = %w[\n  a/b c/d\n]', true],
    ['a key without quotes', 'all = {\n  a/b: "x" }', true],
    ['a part of a path', 'const all = ["./a/b"];', false],
    ['the name of a module', 'import { all } from "a/b";', false],
    ['the name of a module behind a list', 'import {\n  all,\n} from "a/b";', false],
    ['in a comment', '// see a/b\nconst all = [1];', false],
  ])('is written nowhere in a text without one in a list: %s', (_, list, isRead) => {
    let reads = 0;
    const text = `${list}\n// a/b c/d\nall.forEach((m) => load(m));\n`;
    const read = (): readonly ModelReference[] => {
      reads++;
      return [];
    };
    unrolled({ references: [], runtimeChoices: [] }, { text, isShell: false, read, modelOf: () => null });
    expect(reads > 0).toBe(isRead);
  });

  it.each([
    ['what is listed', { role: 'lists', host: null }, 'loads self'],
    ['also by a server of its own', { role: 'lists', host: 'self' }, 'loads self'],
    ['not what a service has', { role: 'lists', host: 'openai' }, 'lists openai'],
    ['nor what is used already', { role: 'calls', host: 'openai' }, 'calls openai'],
  ] as const)('changes %s', (_, told, expected) => {
    const text = 'for m in ["a/b"]:\n  load(m)';
    const before = LOADED.map((one) => ({ ...one, ...told, text: 'a/b', range: { start: 11, end: 14 } }));
    expect(loaded(text, false, before).map(({ role, host }) => `${role} ${host}`)).toEqual([expected]);
  });
});
