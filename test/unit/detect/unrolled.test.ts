import { describe, expect, it } from 'vitest';
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
    [
      'a.sh',
      'declare -A L=([acme/one-7b]=1 [acme/other-7b]=2)\nfor m in "${!L[@]}"; do hf download "$m"; done\n',
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
