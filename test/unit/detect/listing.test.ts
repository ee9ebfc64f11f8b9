import { describe, expect, it } from 'vitest';
import { detectReferences } from '../../../src/core/detect/detectReferences';
import { builtCatalog } from '../../support/builtCatalog';
import { detect, roles } from './marked';

function rolesIn(text: string, path: string): readonly string[] {
  return detect(text, path).references.map(({ role }) => role);
}

describe('a default of a parameter', () => {
  it.each([
    ['a.py', 'def ask(p, model="gpt-4o"):\n    return call(p, model)\n'],
    ['a.py', 'def ask(p, model: str = "gpt-4o"):\n    return call(p, model)\n'],
    ['a.rb', 'def ask(p, model = "gpt-4o")\nend\n'],
    ['a.rb', 'def ask(p, model: "gpt-4o")\nend\n'],
    ['a.ex', 'def ask(p, model \\\\ "gpt-4o"), do: 1\n'],
  ])('in %s is asked for: %s', (path, text) => {
    expect(rolesIn(text, path)).toEqual(['calls']);
  });

  it('is none in a clause of a function', () => {
    expect(rolesIn('def size("gpt-4o"), do: 1\n', 'a.ex')).toEqual(['lists']);
  });
});

describe('a list in brackets of YAML', () => {
  it('is what the names around it say of it', () => {
    expect(rolesIn('ollama:\n  models:\n    run: ["gemma2:2b"]\n', 'values.yaml')).toEqual(['loads']);
    expect(rolesIn('menu:\n  show: ["gemma2:2b"]\n', 'values.yaml')).toEqual(['lists']);
  });
});

describe('a name alone in a list of YAML that says more of others', () => {
  const LONG = '  - model: acme/other-14b\n    tensor_parallel_size: 2\n';

  it.each([
    ['  - acme/thing-7b\n', LONG, 'loads'],
    [`${LONG}  # the small one\n\n`, '  - acme/thing-7b\n', 'loads'],
    ['  - acme/thing-7b\n', '', 'lists'],
    ['  - acme/thing-7b\n', `others:\n${LONG}`, 'lists'],
    ['  - acme/thing-7b\n', '  - label: acme/other-14b\n', 'lists'],
  ])('is used as these are: %j %j', (before, behind, role) => {
    const found = roles(`capabilities_models:\n${before}${behind}lanes: { vllm: true }\n`, 'worker.yml');
    expect(found.filter(([name]) => name === 'acme/thing-7b')).toEqual([['acme/thing-7b', role]]);
  });
});

describe('a value in an enumeration', () => {
  it('is the default of a variable that is read there', () => {
    const member = (value: string): string =>
      `import os\nfrom enum import Enum\n\nclass Defaults(Enum):\n    OPENAI = {"language_model": ${value}}\n`;
    expect(rolesIn(member('os.getenv("CHAT_MODEL_NAME", "gpt-4o")'), 'a.py')).toEqual(['calls']);
    expect(rolesIn(member('os.getenv(\n        "CHAT_MODEL_NAME", "gpt-4o"\n    )'), 'a.py')).toEqual([
      'calls',
    ]);
    expect(rolesIn(member('"gpt-4o"'), 'a.py')).toEqual(['lists']);
  });
});

describe('records that say how long a prompt may be', () => {
  it('are rows of a table', () => {
    const row = (name: string): string =>
      `  {\n    model: 'openai:${name}',\n    maxPromptLength: 300000,\n  },\n`;
    const text = `export const modelInfo = [\n${['o3', 'o3-mini', 'gpt-4o'].map(row).join('')}];\n`;
    expect(rolesIn(text, 'a.ts')).toEqual(['lists', 'lists', 'lists']);
  });
});

describe('a list in a function', () => {
  it('is none of what the function gets', () => {
    const list = 'const models = ["gpt-4o", "gpt-4o-mini", "gpt-4.1"];\n';
    expect(rolesIn(`const fetchData = async () => {\n  ${list}  fill(data, models);\n};\n`, 'a.js')).toEqual([
      'lists',
      'lists',
      'lists',
    ]);
    expect(rolesIn('const fetch = { models: ["gpt-4o", "gpt-4o-mini", "gpt-4.1"] };\n', 'a.js')).toEqual([
      'calls',
      'calls',
      'calls',
    ]);
  });
});

describe('several values of R', () => {
  const LISTED = ['lists', 'lists'];
  const CALLED = ['calls', 'calls'];
  const NAMES = 'models <- c("gpt-4o", "gpt-4o-mini")\n';
  it.each([
    ['list_models <- function(service) {\n  c(\n    "gpt-4o",\n    "gpt-4o-mini"\n  )\n}\n', LISTED],
    [NAMES, LISTED],
    ['ask <- function(prompt, model = c("gpt-4o", "gpt-4o-mini")) {\n}\n', CALLED],
    ['model <- c("gpt-4o")\n', ['calls']],
    ['model <- c("gpt-4o", "gpt-4o-mini")[1]\n', CALLED],
    ['ask(model = sample(c("gpt-4o", "gpt-4o-mini"), 1)) -> x; y <- 1\n', CALLED],
    ['cfg <- c(model = "gpt-4o", other = "gpt-4o-mini")\n', ['calls', 'lists']],
    [`${NAMES}lapply(models, function(m) create_chat_completion(model = m, messages = x))\n`, CALLED],
    [`${NAMES}sapply(models, \\(m) create_chat_completion(model = m, messages = x))\n`, CALLED],
    [`${NAMES}purrr::map(models, ~ create_chat_completion(model = .x, messages = x))\n`, CALLED],
    [`${NAMES}purrr::map(models, ~ paste(.x, "model"))\n`, LISTED],
    [`${NAMES}for (m in models) create_chat_completion(model = m, messages = x)\n`, CALLED],
  ])('are what is done with them: %s', (text, roles) => {
    expect(rolesIn(text, 'a.R')).toEqual(roles);
  });
});

describe('models that Spring AI pulls when a program starts', () => {
  const init = '      init:\n        chat:\n          additional-models: [gemma2:2b]\n';

  it.each([
    ['application.yml', `spring:\n  ai:\n    ollama:\n${init}`],
    [
      'application.yml',
      `spring:\n  ai:\n    ollama:\n${init.replace('[gemma2:2b]', '\n            - gemma2:2b')}`,
    ],
    ['application.properties', 'spring.ai.ollama.init.chat.additional-models=gemma2:2b\n'],
    ['application.properties', 'spring.ai.ollama.init.chat.additional-models[0]=gemma2:2b\n'],
  ])('are loaded, in %s: %s', (path, text) => {
    expect(rolesIn(text, path)).toEqual(['loads']);
  });

  it('are no others of a list', () => {
    expect(rolesIn('menu:\n  additional-models: [gemma2:2b]\n', 'a.yml')).toEqual(['lists']);
  });
});

describe('each of several values that a condition chooses from', () => {
  it.each([
    ['a.ts', 'ask({ model: cheap ? "gpt-4o-mini" : "gpt-4o" });\n'],
    ['a.ts', 'const model = low\n  ? "gpt-4.1-nano"\n  : mid\n    ? "gpt-4.1-mini"\n    : "gpt-4.1";\n'],
    ['a.rb', 'ask(model: cheap ? "gpt-4o-mini" : "gpt-4o")\n'],
    ['a.php', "<?php\n$r = ask(['model' => $cheap ? 'gpt-4o-mini' : 'gpt-4o']);\n"],
    ['a.swift', 'let q = ChatQuery(messages: m, model: cheap ? "gpt-4o-mini" : "gpt-4o")\n'],
    ['a.tsx', 'const A = () => <Chat model={cheap ? "claude-3-haiku-20240307" : "gpt-4o"} />;\n'],
    ['a.tsx', 'const A = () => <Chat onSend={() => go()} model={"gpt-4o"} />;\n'],
    ['a.rs', 'let model = match tier {\n    Tier::Free => "gpt-4o-mini",\n    _ => "gpt-4o",\n};\n'],
    [
      'a.rs',
      'impl Tier {\n    fn model(&self) -> &str {\n        match self {\n            Self::Free => "gpt-4o-mini",\n        }\n    }\n}\n',
    ],
    ['a.rs', 'let m = match tier {\n    Tier::Free => Some("gpt-4o-mini".to_owned()),\n};\n'],
    ['a.ts', 'switch (m) {\n  case ModelType.FAST:\n    return "gpt-4o-mini";\n}\n'],
    ['a.kt', 'val id = when (m) {\n    ModelType.EMBEDDING -> "text-embedding-ada-002"\n}\n'],
    ['a.py', 'if m == ModelType.CHAT:\n    return "gpt-4o"\n'],
    ['a.cs', 'var model = tier switch {\n    Tier.Free => "gpt-4o-mini",\n    _ => "gpt-4o",\n};\n'],
    ['a.scala', 'val model = tier match {\n  case Tier.Free => "gpt-4o-mini"\n  case _ => "gpt-4o"\n}\n'],
    ['a.php', "<?php\n$model = match ($tier) {\n    'free' => 'gpt-4o-mini',\n    'pro' => 'gpt-4o',\n};\n"],
    [
      'a.rb',
      'model = case tier\n        when :free then "gpt-4o-mini"\n        else "gpt-4o"\n        end\n',
    ],
  ])('is asked for, in %s: %s', (path, text) => {
    expect(new Set(rolesIn(text, path))).toEqual(new Set(['calls']));
  });

  it.each([
    ['a.rs', 'match self {\n    Claude::Haiku => "claude-3-haiku-20240307",\n}\n'],
    [
      'a.rs',
      'impl GeminiModel {\n  fn id(&self) -> &str {\n    match self {\n      Self::Pro => "gemini-2.5-pro",\n    }\n  }\n}\n',
    ],
    ['a.rb', "name = case given\n       when /haiku/ then 'claude-3-haiku-20240307'\n       end\n"],
    ['a.php', "<?php\n$can = match ($m) { 'gpt-4o', 'gpt-4.1' => true };\n"],
    ['a.rs', 'match kind {\n    LlmType::Omni => Some("gpt-4o".to_owned()),\n}\n'],
    ['a.rs', 'match kind {\n    LlmType::Omni => {\n        Ok("gpt-4o".to_string())\n    }\n}\n'],
    ['a.rs', 'match kind {\n    LlmType::Omni => String::from("gpt-4o"),\n}\n'],
    ['a.kt', 'val id = when (m) {\n    ModelType.OMNI -> "gpt-4o"\n}\n'],
    ['a.ts', 'switch (m) {\n  case ModelType.OMNI:\n    return "gpt-4o";\n}\n'],
    ['a.ts', 'const ids = { [ModelType.OMNI]: "gpt-4o" };\n'],
    ['a.ts', 'if (m === ModelType.OMNI) return "gpt-4o";\n'],
    ['a.py', 'if m == ModelType.OMNI:\n    return "gpt-4o"\n'],
  ])('is only respelled where the condition names the model, in %s: %s', (path, text) => {
    expect(new Set(rolesIn(text, path))).toEqual(new Set(['lists']));
  });
});

describe('a key of a table', () => {
  it.each([
    [
      'a.go',
      'import "github.com/openai/openai-go"\nvar modelPrices = map[string]P{\n\topenai.ChatModelGPT4o: {1},\n}\n',
    ],
    ['a.swift', 'let sizes: [String: Int] = [\n    "gpt-4o": 128000,\n]\n'],
    ['A.java', 'class A { Map<String, Integer> a = Map.ofEntries(Map.entry("gpt-4o", 1)); }\n'],
    ['a.kt', 'fun f() { prices.put("gpt-4o", 2.5) }\n'],
    ['a.kt', 'fun f() { llmPrices.put("gpt-4o", 2.5) }\n'],
    ['a.rs', 'fn f() { prices.insert("gpt-4o", 2.5); }\n'],
    ['a.cpp', 'std::map<std::string, double> prices = {{"gpt-4o", 2.5}, {"gpt-4.1", 2.0}};\n'],
    ['a.cs', 'var a = new Dictionary<string, int>() {\n  { "gpt-4o", 1 },\n  { "gpt-4.1", 2 },\n};\n'],
  ])('is listed in %s: %s', (path, text) => {
    expect(new Set(rolesIn(text, path))).toEqual(new Set(['lists']));
  });

  it.each([
    ['a.go', 'import "github.com/openai/openai-go"\nvar p = Params{\n\tModel: openai.ChatModelGPT4o,\n}\n'],
    ['a.swift', 'let query = ["model": "gpt-4o"]\n'],
    ['a.kt', 'fun f() { body.put("model", "gpt-4o") }\n'],
    ['a.py', 'llm.put("gpt-4o", prompt)\n'],
    ['a.py', 'llm.list("gpt-4o", prompt)\n'],
    ['a.ts', 'await this.chatBot.put("gpt-4o", prompt);\n'],
    ['a.py', 'reply = ask(prompt, ("gpt-4o"))\n'],
    ['a.py', 'for m in ["gpt-4o", "gpt-4.1"]:\n    ask(m)\n'],
  ])('is no value that is asked for, in %s: %s', (path, text) => {
    expect(new Set(rolesIn(text, path))).toEqual(new Set(['calls']));
  });

  it('is also the name of a record that begins with a comment', () => {
    const row = (id: string): string =>
      `  [\n    // Ended: gone since May.\n    'model' => '${id}',\n    'name' => 'GPT',\n    'price' => ['in' => 1],\n  ],\n`;
    expect(rolesIn(`<?php\ndefine('M', [\n${row('gpt-4o')}${row('gpt-4.1')}]);\n`, 'a.php')).toEqual([
      'lists',
      'lists',
    ]);
  });

  it('is none in a sample of a schema', () => {
    const sample =
      'class A(BaseModel):\n    model_config = {"json_schema_extra": {"example": {"model": "gpt-4o"}}}\n';
    expect(rolesIn(sample, 'a.py')).toEqual(['lists']);
  });

  it('is none in a tuple of choices that a call gets', () => {
    expect(rolesIn('st.radio("Model", ("gpt-4o", "gpt-4.1"), index=0)\n', 'a.py')).toEqual([
      'lists',
      'lists',
    ]);
  });
});

describe('a name that is looked for in another', () => {
  it.each([
    ['a.php', `<?php\nif ( strpos( $this->model, 'gpt-4o' ) !== false ) { $name = 'x'; }\n`],
    ['a.php', `<?php\nif (stripos($model, 'gpt-4o') === 0) { return 1; }\n`],
    ['a.lua', 'if model:find("gpt-4o-mini") then end\n'],
    ['a.sh', 'case "$MODEL" in\n  gpt-4o|gpt-4.1) small=1;;\nesac\n'],
    ['a.py', 'if any(m in model for m in ["gpt-4o", "gpt-4.1"]):\n    pass\n'],
    ['a.py', 'ok = all(not model.startswith(m) for m in ["gpt-4o", "gpt-4.1"])\n'],
    ['a.sh', 'if [ "$MODEL" = "gpt-4o" ]; then\n  x=1\nfi\n'],
    ['a.cs', 'var x = id switch { "gpt-4o" or "gpt-4.1" => 1, _ => 2 };\n'],
    [
      'a.rs',
      'match model.as_deref() {\n    Some("gpt-4o") | Some("gpt-4.1") => { strip(); }\n    _ => {}\n}\n',
    ],
    ['a.rs', 'match model {\n    Some("gpt-4o" | "gpt-4.1") if strict => strip(),\n    _ => {}\n}\n'],
    ['a.dart', "bool can(String m) => _matchesExactOrSnapshot(m, alias: 'gpt-4o', from: '2024-09-19');\n"],
    [
      'a.dart',
      "bool can(String m) {\n  const able = <String>{\n    'gpt-4o',\n    'gpt-4.1',\n  };\n  return able.contains(m);\n}\n",
    ],
    ['a.kt', 'fun can(m: String) = when (m) {\n    "gpt-4o", "gpt-4.1" -> true\n    else -> false\n}\n'],
    ['a.php', `<?php\n$can = match ($m) { 'gpt-4o', 'gpt-4.1' => true, default => false };\n`],
    ['a.go', 'var can = sets.New("gpt-4o", "gpt-4.1").Has(m)\n'],
    ['a.java', 'class A { boolean can(String m) { return Stream.of("gpt-4o").anyMatch(m::startsWith); } }\n'],
    ['a.ts', 'const can = isOneOf(model, "gpt-4o", "gpt-4.1");\n'],
    ['a.dart', "final can = switch (m) { 'gpt-4o' || 'gpt-4.1' => true, _ => false };\n"],
    ['a.dart', "bool can(String m) => {'gpt-4o', 'gpt-4.1'}.contains(m);\n"],
    ['a.rs', 'static ABLE: phf::Set<&str> = phf_set! { "gpt-4o", "gpt-4.1" };\n'],
  ])('is only compared, in %s: %s', (path, text) => {
    expect(new Set(rolesIn(text, path))).toEqual(new Set(['lists']));
  });
});

describe('a list of records in one line', () => {
  it.each([
    ['a.nix', '{ models = [ { alias = "a"; params.model = "gpt-4o"; } ]; }\n'],
    ['a.toml', 'models = [ { model = "gpt-4o" } ]\n'],
    ['a.tf', 'locals {\n  routes = [ { model = "gpt-4o" } ]\n}\n'],
  ])('compares nothing, in %s: %s', (path, text) => expect(rolesIn(text, path)).toEqual(['calls']));
});

describe('a name in the place of one that begins alike', () => {
  it.each([
    ['a.js', "if (model.startsWith('gpt-4o-2024')) {\n  model = 'gpt-4o';\n}\n"],
    ['a.js', "if (model === 'gpt-4o') model = 'gpt-4o-2024-08-06';\n"],
    ['a.py', 'if model.startswith("gpt-4o"):\n    model = "gpt-4o"\n'],
    ['a.rb', "if model.start_with?('gpt-4o')\n  model = 'gpt-4o'\nend\n"],
    ['a.go', 'if strings.HasPrefix(model, "gpt-4o") {\n\tmodel = "gpt-4o"\n}\n'],
    ['a.php', `<?php\nif (strpos($model, 'gpt-4o') === 0) {\n  $model = 'gpt-4o';\n}\n`],
    ['a.rb', 'case name\nwhen "claude-2"\n  "anthropic.claude-v2:1"\nend\n'],
    ['a.rb', 'case name\nwhen "claude-3-haiku"\n  "anthropic.claude-3-haiku-20240307-v1:0"\nend\n'],
  ])('is its spelling, in %s: %s', (path, text) => {
    expect(rolesIn(text, path)).toEqual(['lists', 'lists']);
  });

  it.each([
    ['a.js', "if (model === 'auto') model = 'gpt-4o';\n"],
    ['a.js', "if (model.startsWith('gpt')) model = 'gpt-4o';\n"],
    ['a.js', "if (model.startsWith('gpt-3.5')) {\n  model = 'gpt-4o';\n}\n"],
    ['a.js', "if (tier.startsWith('gpt-4')) model = 'gpt-4o';\n"],
  ])('is chosen where it is another model, in %s: %s', (path, text) => {
    expect(rolesIn(text, path)).toContain('calls');
  });
});

describe('a record in the brackets of PHP', () => {
  const record = (model: string, more: string): string =>
    `[\n  'model' => '${model}',\n  'name' => 'x',\n  'price' => [ 'in' => 2.0 ],\n  ${more}\n],\n`;

  it('is of a table, whatever tools its model can use', () => {
    const tools = "'tools' => ['web_search', 'code_interpreter'],";
    expect(
      rolesIn(`<?php\n$models = [\n${record('gpt-4o', tools)}${record('gpt-4.1', tools)}];\n`, 'a.php'),
    ).toEqual(['lists', 'lists']);
  });

  it('is a request where it says what is asked', () => {
    expect(
      rolesIn("<?php\n$r = $http->post($url, [\n  'model' => 'gpt-4o',\n  'messages' => $m,\n]);\n", 'a.php'),
    ).toEqual(['calls']);
  });
});

describe('what a service can be asked for', () => {
  it.each([
    [
      'a list of a property',
      'A.cs',
      'IReadOnlyList<ModelInfo> SupportedModels { get; } =\n[\n  new ModelInfo("gpt-4o", "GPT-4o"),\n  new ModelInfo("o1", "o1"),\n];\n',
    ],
    [
      'pairs of names and models',
      'A.kt',
      'val m = mapOf(\n  Gpt_4o to "gpt-4o",\n  Opus_4_6 to "claude-opus-4-6",\n)\n',
    ],
    [
      'a template of a long enumeration',
      'A.kt',
      `enum class Template(\n${'  val field: MutableMap<String, String>,\n'.repeat(5)}) {\n  OPENAI("https://api.openai.com/v1", mapOf("model" to "gpt-4o")),\n  OTHER("x", mapOf("model" to "o1"))\n}\n`,
    ],
  ])('is listed: %s', (_, path, text) => {
    expect(new Set(rolesIn(text, path))).toEqual(new Set(['lists']));
  });
});

describe('the models of a chart', () => {
  const list = 'models:\n  - llama3.1:8b\n  - qwen2.5:7b\n';

  it('are got where it runs the image of Ollama', () =>
    expect(rolesIn(`${list}image:\n  repository: ollama/ollama\n`, 'charts/llm/values.yaml')).toEqual([
      'loads',
      'loads',
    ]));

  it('are a list where nothing gets them', () =>
    expect(new Set(rolesIn(`${list}image:\n  repository: acme/chat\n`, 'charts/chat/values.yaml'))).toEqual(
      new Set(['lists']),
    ));
});

describe('a list that a loop goes over by its name', () => {
  const ask = 'await client.messages.create({ model, messages });';

  it.each([
    ['a.ts', `const CHAIN = ['gpt-4o', 'o1'];\nfor (const model of CHAIN) {\n  ${ask}\n}\n`],
    ['a.py', 'CHAIN = ["gpt-4o", "o1"]\nfor name in CHAIN:\n    client.create(model=name, messages=m)\n'],
  ])('is asked in turn where the loop asks each, in %s', (path, text) => {
    expect(rolesIn(text, path)).toEqual(['calls', 'calls']);
  });

  it.each([
    ['a.ts', `const CHAIN = ['gpt-4o', 'o1'];\nfor (const model of CHAIN) {\n  show({ model });\n}\n`],
    ['a.ts', `const CHAIN = ['gpt-4o', 'o1'];\nfor (const model of OTHERS) {\n  ${ask}\n}\n`],
  ])('is offered where it asks none of them: %s %s', (path, text) => {
    expect(rolesIn(text, path)).toEqual(['lists', 'lists']);
  });
});

describe('how providers spell a model', () => {
  it('is listed under its own name', () =>
    expect(
      rolesIn(
        '{"gpt-4o": {"openrouter": "openai/gpt-4o", "azure": "gpt-4o"}, "llama-3.1-8b": {"groq": "llama-3.1-8b-instant"}}',
        'aliases.json',
      ).filter((role) => role !== 'lists'),
    ).toEqual([]));

  it('is called under another key', () => {
    expect(rolesIn('{"chat": {"azure": "gpt-4o"}}', 'a.json')).toEqual(['calls']);
    expect(rolesIn('{"gpt-4o": {"openrouter": "openai/gpt-4.1"}}', 'a.json')).toContain('calls');
  });
});

describe('a name that `when` compares with', () => {
  it('is listed, also where the names stand on several lines', () =>
    expect(
      rolesIn(
        "def date(id)\n  case id\n  when 'gpt-4o-mini',\n       'gpt-4o' then '2024-05-13'\n  end\nend\n",
        'a.rb',
      ),
    ).toEqual(['lists', 'lists']));
});

describe('what is listed', () => {
  it.each([
    ['a.py', 'PRICES = {"gpt-4o": (2.5, 10.0)}'],
    ['a.py', 'VISION = ["gpt-4o"]'],
    ['a.cs', 'static readonly HashSet<string> Vision = new() { "gpt-4o" };'],
    ['a.cs', 'var vision = new HashSet<string>(StringComparer.Ordinal) { "gpt-4o" };'],
    ['a.cs', 'var prices = new Dictionary<string, decimal> { { "gpt-4o", 2.5m } };'],
    ['a.swift', 'enum Model: String {\n  case large = "gpt-4o"\n}\n'],
    ['a.py', 'if model == "gpt-4o": pass'],
    ['a.py', 'if model.startswith("gpt-4o"): pass'],
    ['a.ts', "type Model = 'gpt-4o' | 'gpt-4o-mini';"],
    ['a.ts', "const Model = z.enum(['gpt-4o', 'gpt-4o-mini']);"],
    ['a.py', 'model: Literal["gpt-4o", "gpt-4o-mini"]'],
    ['a.py', 'class Model(str, Enum):\n    SMALL = "gpt-4o-mini"\n'],
    ['a.go', 'const GPT4o = "gpt-4o"'],
    [
      'a.go',
      'var m = map[ID]Model{\n  A: {ID: A, APIModel: "gpt-4o", CostPer1MIn: 2.5, ContextWindow: 128000},\n}\n',
    ],
    ['a.ts', "switch (model) { case 'gpt-4o': return 1; }"],
    [
      'a.json',
      '{"models": [{"id": "gpt-4o", "context_window": 128000}, {"id": "gpt-4o-mini", "context_window": 128000}]}',
    ],
    [
      'a.yaml',
      'models:\n  - id: gpt-4o\n    label: Large\n    price_in: 2.5\n  - id: gpt-4o-mini\n    label: Small\n    price_in: 0.1\n',
    ],
    ['a.json', '{"properties": {"model": {"enum": ["gpt-4o", "gpt-4o-mini"]}}}'],
    ['a.yaml', 'providers:\n  - openai:gpt-4o\n'],
    ['a.yaml', 'prompts: [p]\nproviders:\n  - gpt-4o\n'],
    ['a.json', '{"id": "x", "object": "chat.completion", "model": "gpt-4o", "choices": []}'],
    ['test_a.py', 'def test_a():\n    assert settings.model == "gpt-4o"\n'],
    ['a.test.ts', "expect(name).toBe('gpt-4o');"],
    ['a.php', "<?php $prices = ['gpt-4o' => 2.5, 'gpt-4o-mini' => 0.15];"],
    ['a.kt', 'val prices = mapOf("gpt-4o" to 2.5)'],
    ['a.scala', 'x match { case "gpt-4o" => 1 }\nval all = Seq("gpt-4o", "gpt-4o-mini")'],
    ['a.clj', '(def prices {"gpt-4o" 2.5 "gpt-4o-mini" 0.15})\n(s/def ::model #{"gpt-4o" "gpt-4o-mini"})'],
    ['a.ex', '@models ~w(gpt-4o gpt-4o-mini)\ndef size("gpt-4o"), do: 128_000'],
    ['a.rs', 'match m { Model::Gpt4o => "gpt-4o", Model::Small => "gpt-4o-mini" }'],
    [
      'a.py',
      'class M(StrEnum):\n    A = "gpt-4o"\n    def f(self):\n        return 1\n    B = "gpt-4o-mini"\n',
    ],
    ['a.py', 'parser.add_argument("--model", choices=["gpt-4o", "gpt-4o-mini"])'],
    ['a.ts', 'interface Config { embed?: "text-embedding-3-small" }'],
    ['a.ts', "const all = [{ value: 'gpt-4o', label: 'GPT-4o' }, { value: 'gpt-4o-mini', label: 'Mini' }];"],
    [
      'a.go',
      'var m = M{\n\tOpenAI: {\n\t\t// large\n\t\t{Name: "gpt-4o", Known: true}, // the default\n\t\t// small ones\n\t\t{Name: "gpt-4o-mini", Known: true},\n\t\t// tiny\n\t\t{Name: "gpt-4.1-nano"},\n\t},\n}\n',
    ],
    [
      'a.cs',
      'var all = new[] {\n  new Info { Name = "gpt-4o" },\n  // small\n  new Info { Name = "gpt-4o-mini" },\n};\n',
    ],
    [
      'a.go',
      `var m = []Info{\n${'\t{Name: "none", Known: true},\n'.repeat(90)}\t{Name: "gpt-4o", Known: true},\n\t{Name: "gpt-4o-mini"},\n}\n`,
    ],
    ['a.go', 'var pricing = []Price{{Model: "gpt-4o", Input: 2.5}, {Model: "gpt-4o-mini", Input: 0.15}}'],
    ['a.go', 'const (\n\tModelGPT4o ModelName = "gpt-4o"\n)'],
    [
      'a.sql',
      "CREATE TYPE model AS ENUM ('gpt-4o', 'gpt-4o-mini');\nSELECT * FROM t WHERE model = 'gpt-4o';",
    ],
    [
      'a.toml',
      '[models."gpt-4o"]\ncontext_window = 128000\n\n[[model]]\nid = "gpt-4o-mini"\ninput_price = 0.15\n',
    ],
    ['a.xml', '<resources><string-array name="models"><item>gpt-4o</item></string-array></resources>'],
    ['a.java', 'boolean supports(Call call) { return "gpt-4o".equals(call.model()); }'],
    ['a.java', 'boolean supports(Call call) { return Objects.equals(call.model(), "gpt-4o"); }'],
    ['a.cs', 'bool Supports(Call call) => "gpt-4o".Equals(call.Model);'],
    ['a.go', 'ok := strings.EqualFold(call.Model, "gpt-4o")'],
    ['a.rb', 'return true if "gpt-4o".eql?(model)'],
    ['a.cs', 'if (modelName is "gpt-4o" || modelName is not "gpt-4o-mini") return 1;'],
    ['a.cs', 'if (modelName is "gpt-4o" or "gpt-4o-mini") return 1;'],
    ['a.go', 'switch name {\ncase "gpt-4o", // large\n\t"gpt-4o-mini",\n\t"gpt-4.1":\n\treturn true\n}\n'],
    ['a.json', '{"conditions": [{"key": "model", "operator": "regex", "value": "gpt-4o"}], "then": "x"}'],
    ['a.yaml', 'rules:\n  - key: model\n    op: contains\n    value: gpt-4o\n  - key: other\n'],
    ['a.py', 'REASONING = "grok-3-mini", "grok-4"\n'],
    ['a.py', 'encoder = tiktoken.encoding_for_model("gpt-4o")'],
    ['a.py', 'default_tokenizer = "gpt-4o"\n'],
    ['a.py', 'import tiktoken\nname = ["gpt-4o"]\nencoder = tiktoken.encoding_for_model(name)\n'],
    ['a.go', 'const (\n\tAsr = "Asr"\n\tSpeechT5 = "SpeechT5"\n)\nvar x = "transformers"'],
    [
      'a.ts',
      'const A: LLM = { modelId: "gpt-4", modelName: "GPT-4", hostedId: "gpt-4" };\nconst B: LLM = { modelId: "gpt-4o", modelName: "GPT-4o", hostedId: "gpt-4o" };',
    ],
    [
      'a.js',
      'const MODELS = {\n  "sonar-pro": { id: "sonar-pro", name: "sonar-pro", maxLength: 200000 },\n  "sonar": { id: "sonar", name: "sonar", maxLength: 127072 },\n};',
    ],
    [
      'bench/perf.json',
      '{"base_model": "Qwen/Qwen2.5-7B-Instruct", "date": "2026-01-02", "git_sha": "55d3", "gpus": "1", "generate_time": 14.5}\n{"base_model": "Qwen/Qwen2.5-7B-Instruct", "date": "2026-01-03", "git_sha": "55d4", "gpus": "2", "generate_time": 9.1}\n',
    ],
    ['app/migrations/0001_a.py', 'Model.objects.filter(name="facebook/nllb-200-distilled-600M").delete()'],
  ])('%s: %s', (path, text) => {
    const roles = rolesIn(text, path);
    expect(roles).toContain('lists');
    // A label beside the id is a mention.
    expect(roles.filter((role) => role !== 'lists' && role !== 'mentions')).toEqual([]);
  });
});

describe('what looks like a list and is a use', () => {
  it.each([
    ['a.py', 'client.chat.completions.create(model="gpt-4o", max_tokens=5, messages=[])', 'calls'],
    [
      'test_a.py',
      'def test_a():\n    client.chat.completions.create(model="gpt-4o", messages=[])\n',
      'calls',
    ],
    ['a.py', 'DEFAULT_MODEL = "gpt-4o"', 'calls'],
    ['a.rs', 'let model = std::env::var("OPENAI_MODEL").unwrap_or_else(|_| "gpt-4o".to_string());', 'calls'],
    ['a.json', '{"env": {"OPENAI_MODEL": {"description": "What answers", "value": "gpt-4o"}}}', 'calls'],
    ['a.swift', 'enum Defaults {\n  static let modelName = "gpt-4o"\n}\n', 'calls'],
    [
      'a.swift',
      'enum Local {\n  static let configuration = ModelConfiguration(\n    id: "acme/thing-7b-instruct"\n  )\n}\n',
      'loads',
    ],
    [
      'a.swift',
      'extension ModelConfiguration {\n  static let one = ModelConfiguration(\n    id: "acme/thing-7b"\n  )\n}\n',
      'loads',
    ],
    [
      'a.kt',
      'enum class Kind(val id: String) {\n  A("a");\n  companion object {\n    const val DEFAULT = "gpt-4o"\n  }\n}\n',
      'calls',
    ],
    ['a.json', '{"model": "gpt-4o", "temperature": 0, "description": "x"}', 'calls'],
    ['a.json', '{"provider": "openai", "model": "gpt-4o", "maxOutputTokens": 800}', 'calls'],
    ['a.json', '{"llm": {"model": "gpt-4o", "contextWindow": 128000}}', 'calls'],
    ['a.json', '{"llm": {"provider": "openai", "modelId": "gpt-4o", "contextWindow": 128000}}', 'calls'],
    ['a.ts', 'export const llm = { provider: "openai", name: "gpt-4o", displayName: "Helper" };', 'calls'],
    ['a.ts', 'export const llm = { provider: "openai", model: "gpt-4o", supportsVision: true };', 'calls'],
    ['a.py', 'LLM = {"model": "gpt-4o", "display_name": "Our helper"}', 'calls'],
    ['a.py', 'def ask(p, gpt_4o: str = "gpt-4o"):\n    return call(p, gpt_4o)\n', 'calls'],
    [
      'a.sql',
      "CREATE OR REPLACE MODEL m REMOTE WITH CONNECTION c OPTIONS(ENDPOINT = 'gemini-2.5-pro');",
      'calls',
    ],
    ['a.sh', './sd --t5xxl models/t5xxl_fp16.safetensors\n', 'loads'],
    ['a.py', 'snapshot_download("acme/thing-7b")', 'loads'],
    ['a.py', 'parser.add_argument("--model", default="gpt-4o")', 'calls'],
    [
      'a.py',
      'class M(StrEnum):\n    def f(self):\n        return client.chat.completions.create(model="gpt-4o", messages=[])\n',
      'calls',
    ],
    [
      'a.ts',
      'const r = await client.embeddings.create({ model: "text-embedding-3-small", input: "x" });',
      'calls',
    ],
    ['a.toml', '[llm]\nmodel = "gpt-4o"\nmax_tokens = 100\n', 'calls'],
    ['a.yaml', 'download:\n  - meta-llama/Llama-3.1-8B-Instruct\n', 'loads'],
    ['A.java', 'OpenAiChatOptions options = OpenAiChatOptions.builder().model("gpt-4o").build();', 'calls'],
    [
      'a.kt',
      'val options = LlmOptions.builder().setModelPath("/data/gemma3-1b-it-int4.task").build()',
      'loads',
    ],
    ['a.cs', 'var options = new ChatOptions().WithModel("gpt-4o");', 'calls'],
  ])('%s: %s', (path, text, role) => expect(rolesIn(text, path)).toEqual([role]));
});

describe('names in their type', () => {
  const ask = (name: string): string =>
    `val r = ChatCompletionRequest(\n    model = ModelId("${name}"),\n    messages = listOf()\n)\n`;

  it.each([3, 24])('are asked for, however many requests there are: %i', (count) => {
    const text = Array.from({ length: count }, (_, at) => ask(at % 2 === 0 ? 'gpt-4o' : 'gpt-4.1')).join('');
    expect(new Set(rolesIn(`val client = OpenAI(token = t)\n${text}`, 'a.kt'))).toEqual(new Set(['calls']));
  });
});

describe('a set of Kotlin', () => {
  it.each(['linkedSetOf', 'mutableListOf', 'hashSetOf', 'sortedSetOf', 'mutableSetOf'])(
    'is a list: %s',
    (make) => {
      const text = `object Models {\n    val openaiModels = ${make}("gpt-4o", "gpt-4.1", "gpt-4o-mini")\n}\n`;
      expect(new Set(rolesIn(text, 'a.kt'))).toEqual(new Set(['lists']));
    },
  );
});

describe('items of a list in YAML without a price or label', () => {
  it('are models to run', () => {
    const text =
      'models:\n  - model_id: acme/thing-7b\n    device: gpu\n  - model_id: acme/other-7b\n    device: cpu\n';
    expect(rolesIn(text, 'a.yaml')).toEqual(['loads', 'loads']);
  });
});

describe('a menu of models that people begin with', () => {
  const menu = (name: string, ids: readonly string[], model = (id: string): string => id): string =>
    `const ${name} = [\n${ids.map((id) => `  { type: P.openai, id: "${id}", model: "${model(id)}" },\n`).join('')}];\n`;
  const IDS = ['gpt-4o', 'gpt-4.1', 'o3', 'o1', 'gpt-4o-mini'];

  it('is listed where each of its records is called after its model', () => {
    expect(new Set(rolesIn(menu('DEFAULT_CHAT_MODELS', IDS), 'a.ts'))).toEqual(new Set(['lists']));
  });

  it.each([
    ['a few', menu('DEFAULT_CHAT_MODELS', IDS.slice(0, 2))],
    ['fallbacks', menu('FALLBACK_MODELS', IDS)],
    [
      'all that a loop asks',
      `${menu('DEFAULT_CHAT_MODELS', IDS)}for (const m of DEFAULT_CHAT_MODELS) ask(m);\n`,
    ],
    ['records called otherwise', menu('DEFAULT_CHAT_MODELS', ['a', 'b', 'c', 'd', 'e'], () => 'gpt-4o')],
  ])('is asked where they are %s', (_, text) => {
    expect(rolesIn(text, 'a.ts')).toContain('calls');
  });

  it('is also what a record made by a call has behind its first name', () => {
    const made =
      'Model[] _models = new Model[]\n{\n  new("o1-preview", "o1"),\n  new("gpt-4o", "gpt4o"),\n};\n' +
      'List<Entry> FallbackModels =\n[\n  new("whisper-1", "Whisper 1", "whisper-1"),\n  new("x", "X", "x"),\n];\n';
    expect(new Set(rolesIn(made, 'a.cs'))).toEqual(new Set(['lists']));
  });
});

describe('records of a list that is called one of models', () => {
  const GO = 'var ModelList = []model.Config{\n\t{\n\t\tModel: "gpt-4o",\n\t\tOwner: model.OpenAI,\n\t},\n';

  it.each([
    ['a.go', `${GO}\t{\n\t\tModel: "gpt-4o-mini",\n\t\tOwner: model.OpenAI,\n\t},\n}\n`],
    [
      'a.cs',
      'var more = new[] {};\nvar moreModels = new[]\n{\n  new Model("gpt-4o", "Large"),\n  new Model("gpt-4.1", "x"),\n};\n',
    ],
    [
      'a.cs',
      'private static readonly Model[] KNOWN_MODELS =\n[\n  new("gpt-4o", "Large"),\n  new("gpt-4.1", "x"),\n];\n',
    ],
    ['a.kt', 'val models = listOf(ModelInfo("gpt-4o", 1), ModelInfo("gpt-4.1", 2))\n'],
    [
      'a.py',
      'OPENAI_MODELS = [\n  ModelOption("gpt-4o", "GPT-4o"),\n  ModelOption("o3-mini", "o3-mini"),\n]\n' +
        'def models():\n  return [model.to_dict() for model in OPENAI_MODELS]\n',
    ],
    [
      'a.go',
      'var defaultModels = []Model{\n\t{Name: "gpt-4o", Config: Config{Temperature: 0.5, ModelName: "gpt-4o"}},\n\t{Name: "gpt-4.1", Config: Config{Temperature: 0.5, ModelName: "gpt-4.1"}},\n}\n',
    ],
    [
      'a.ts',
      "const all = [\n  { id: 'gpt-4o', modelString: 'gpt-4o', contextWindow: 1 },\n  { id: 'gpt-4.1', modelString: 'gpt-4.1', contextWindow: 1 },\n];\n",
    ],
  ])('are listed: %s %s', (path, text) => {
    expect(rolesIn(text, path).filter((role) => role !== 'lists' && role !== 'mentions')).toEqual([]);
  });

  it.each([
    ['a.go', `${GO}}\n`],
    ['a.ts', "const models = [{ model: 'gpt-4o', temperature: 0 }, { model: 'gpt-4.1', temperature: 0 }];\n"],
    [
      'a.ts',
      "const defaultModels = [{ model: 'gpt-4o', for: 'chat' }, { model: 'gpt-4.1', for: 'code' }];\n",
    ],
    [
      'a.ts',
      "const models = [{ model: 'gpt-4o', n: 1 }, { model: 'gpt-4.1', n: 1 }];\nfor (const m of models) ask(m);\n",
    ],
    ['a.ts', "const agents = [{ model: 'gpt-4o', n: 1 }, { model: 'gpt-4.1', n: 1 }];\n"],
    ['a.ts', "const preloadModels = [{ model: 'gpt-4o', n: 1 }, { model: 'gpt-4.1', n: 1 }];\n"],
    ['a.py', 'models = [OpenAIModel("gpt-4o"), OpenAIModel("gpt-4.1")]\n'],
    ['a.py', 'models = [{"model": "llama3.1:8b", "file": "a"}, {"model": "llama3.2:3b", "file": "b"}]\n'],
  ])('are uses where something uses them: %s %s', (path, text) => {
    expect(rolesIn(text, path).filter((role) => role !== 'calls' && role !== 'loads')).toEqual([]);
  });
});

describe('a table that leads from old names to present ones', () => {
  it.each([
    ['a.go', 'var successors = map[string]string{\n\t"gpt-4-32k": "gpt-4o",\n}\n'],
    ['a.py', 'GEMINI_SYNONYMS = {"gpt-4": "gpt-4o"}\n'],
    ['a.go', 'var successors = map[string]string{\n\t"deepseek-reasoner": "gpt-4o",\n}\n'],
    ['a.py', 'DEPRECATED_MODELS = {"o1-mini": "gpt-4o"}\n'],
    ['a.py', '_GEMINI_SYNONYMS = {\n  "gemini-pro": "gemini-1.5-pro",\n}\n'],
    ['a.py', 'PRICE_KEYS = {"gemini-pro": "gemini-1.5-pro"}\n'],
    ['a.rb', 'RENAMED = { "gpt-4-32k" => "gpt-4o" }.freeze\n'],
    ['a.ts', "export const legacyModelMap: Record<string, string> = { 'gpt-4-32k': 'gpt-4o' };\n"],
  ])('asks for none: %s %s', (path, text) => expect(rolesIn(text, path)).toEqual(['lists', 'lists']));

  it.each([
    ['a.py', 'MODELS = {"gpt-4-32k": "gpt-4o"}\n'],
    ['a.py', 'UPGRADED = {"fast": "gpt-4o"}\n'],
    [
      'a.ts',
      'const aliases = { "gpt-4o": "deepseek-chat" };\nbody.model = aliases[body.model];\nfetch(url);\n',
    ],
    ['a.go', 'var modelAliases = map[string]string{\n\t"gpt-4o": "deepseek-chat",\n}\n'],
    ['a.py', 'normalize = {"gpt-4o": "deepseek-chat"}\nm = normalize.get(m, m)\nlitellm.completion(m)\n'],
    ['a.py', 'PRICING_TIER = {"gpt-4o": "deepseek-chat"}\nlitellm.completion(PRICING_TIER[name])\n'],
  ])('is no other table: %s %s', (path, text) => expect(rolesIn(text, path).at(-1)).toBe('calls'));
});

describe('a table of names that a project has given up', () => {
  it.each([
    [
      'a.kt',
      'val SUPERSEDED_MODELS: Map<Pair<K, String>, String> = mapOf(\n  (K.OPENAI to "gpt-4o-mini") to DEFAULT,\n)\n',
    ],
    ['a.py', 'RETIRED = {("openai", "gpt-4o"): DEFAULT}\n'],
    ['a.ts', "const obsoleteDefaults = new Map([[key('gpt-4o'), current]]);\n"],
  ])('asks for none: %s %s', (path, text) => expect(rolesIn(text, path)).toEqual(['lists']));

  it('is no table of defaults', () => {
    expect(rolesIn('val DEFAULT_MODELS = mapOf(\n  K.OPENAI to ask("gpt-4o-mini"),\n)\n', 'a.kt')).toEqual([
      'calls',
    ]);
  });
});

describe('an element of a list that says that it is off', () => {
  const GO = (more: string): string =>
    `return []Backend{\n\t{Name: "a", URL: "http://a:8000", Model: "openai/whisper-small"},\n\t{Name: "b", URL: "http://b:9000", Model: "openai/whisper-medium"${more}},\n}\n`;

  it.each([
    ['a.go', GO(', Disabled: true')],
    [
      'a.ts',
      "const all = [{ url: 'http://a:1', model: 'openai/whisper-small' }, { url: 'http://b:1', model: 'openai/whisper-medium', enabled: false }];\n",
    ],
    [
      'a.py',
      'ALL = [\n  dict(url="http://a:1", model="openai/whisper-small"),\n  dict(url="http://b:1", model="openai/whisper-medium", enabled=False),\n]\n',
    ],
  ])('is only listed: %s %s', (path, text) => expect(rolesIn(text, path)).toEqual(['loads', 'lists']));

  it.each([
    ['a.go', GO(', Disabled: false')],
    ['a.go', GO(', Cache: Cache{Disabled: true}')],
    ['a.go', GO(', StreamDisabled: true')],
  ])('is used where that is of something else: %s %s', (path, text) =>
    expect(rolesIn(text, path)).toEqual(['loads', 'loads']),
  );

  it.each([
    [
      'a.ts',
      "const defaults = { rerank: { url: 'http://a:1', model: 'openai/whisper-small', enabled: false } };\n",
    ],
    ['a.json', '{"all": [{"url": "http://a:1", "model": "openai/whisper-small", "disabled": true}]}\n'],
    ['a.py', 'model = "openai/whisper-small"\ndisabled = True\n'],
  ])('is used where it is a setting, which may be turned on: %s %s', (path, text) => {
    expect(rolesIn(text, path)).toEqual(['loads']);
  });
});

describe('a record of what providers offer', () => {
  const facts = { attachment: false, tool_call: true, temperature: true, release_date: '2025-01-01' };
  const more = { modalities: { input: ['text', 'image'], output: ['text'] }, limit: { context: 128_000 } };
  const record = (id: string): object => ({
    id,
    name: id.toUpperCase(),
    family: 'gpt-4o',
    ...facts,
    ...more,
  });
  const IDS = ['gpt-4o', 'acme/llama-3.1-8b'];

  const usesIn = (text: string, path: string): readonly string[] =>
    rolesIn(text, path).filter((role) => role !== 'lists' && role !== 'mentions');

  it('is of a table in JSON and code, whatever its model can do', () => {
    const models = Object.fromEntries(IDS.map((id) => [id, record(id)]));
    const text = JSON.stringify({ openai: { models } });
    expect(usesIn(text, 'a.json')).toEqual([]);
    expect(usesIn(`export const OFFERS = ${text};\n`, 'a.ts')).toEqual([]);
  });

  it('is of a table in YAML and TOML under the name of its model', () => {
    const yaml = IDS.map(
      (id) => `    ${id}:\n      id: ${id}\n      temperature: true\n      modalities: [text]\n`,
    );
    expect(usesIn(`openai:\n  models:\n${yaml.join('')}`, 'a.yaml')).toEqual([]);
    const toml = IDS.map((id) => `[openai.models."${id}"]\nid = "${id}"\nrelease_date = "2025-01-01"\n`);
    expect(usesIn(toml.join('\n'), 'a.toml')).toEqual([]);
  });

  it.each([
    ['a.yaml', 'llm:\n  gpt-4o:\n    id: gpt-4o\n    temperature: 0.2\n    context_window: 8192\n'],
    ['a.toml', '[llm."gpt-4o"]\nid = "gpt-4o"\ntemperature = 0.2\ncontext_window = 8192\n'],
    ['a.json', '{"llm": {"gpt-4o": {"id": "gpt-4o", "temperature": 0.2, "context_window": 8192}}}'],
  ])('is none where a request takes values of it: %s %s', (path, text) =>
    expect(rolesIn(text, path)).toContain('calls'),
  );
});

describe('what is only named', () => {
  it.each([
    ['a.py', '# gpt-4o'],
    ['a.sh', 'vllm serve $M --served-model-name gpt-4o'],
    ['a.yaml', 'model_list:\n  - model_name: gpt-4o\n    litellm_params:\n      model: $M\n'],
    ['a.json', '{"description": "gpt-4o"}'],
  ])('%s: %s', (path, text) => expect(new Set(rolesIn(text, path))).toEqual(new Set(['mentions'])));
});

describe('elements of lists', () => {
  it.each([
    ['a.ts', 'const MODELS = ["gpt-3.5-turbo" as const, "gpt-4" as const];'],
    [
      'test_a.py',
      '@pytest.mark.parametrize("m,c", [("gpt-4o", 15), pytest.param("gpt-4o-mini", 3)])\ndef test_a(m, c): pass',
    ],
    ['a.py', 'if model.startswith(("o1-mini", "o3-mini", "gpt-5")): pass'],
    ['a.pl', 'my @models = qw(gpt-4o gpt-4o-mini);'],
    ['a.sh', 'MODELS=("gpt-4o" "gpt-4o-mini")'],
    ['a.py', `ALL = [\n${'    "gpt-4o-mini",\n'.repeat(200)}    "gpt-4o",\n]\n`],
    ['a.ts', `enum M {\n${'  Gpt4o = "gpt-4o",\n'.repeat(200)}  Best = "claude-3-opus-20240229",\n}\n`],
    ['a.py', 'PROMPT_CACHE_MODELS = ["gpt-4o", "claude-3-opus-20240229"]'],
    ['test_a.py', 'def test_a():\n    assert res == [{"model": "gpt-4o", "n": 1}]\n'],
    ['a.test.ts', "expect(post).toHaveBeenCalledWith({ model: 'gpt-4o' });"],
    [
      'tests/Fixtures/Chat.php',
      "<?php return ['id' => 'x', 'object' => 'chat.completion', 'model' => 'gpt-4o'];",
    ],
  ])('%s lists: %s', (path, text) => {
    expect(new Set(rolesIn(text, path))).toEqual(new Set(['lists']));
  });

  it.each([
    ['a.test.ts', "const r = await ask({ model: 'gpt-4o' });\nexpect(r).toBe(1);", 'calls'],
    ['a.py', 'PRELOAD = ["BAAI/bge-m3"]', 'loads'],
    ['a.cs', 'var c = new OllamaApiClient();\nb.Set(x, options => options.ModelId ??= "llama3.1");', 'loads'],
    ['a.clj', '(p/shell "ollama pull llama3.1")', 'loads'],
    ['values.yaml', 'models:\n  m:\n    url: "hf://google/gemma-2b-it"\n', 'loads'],
    ['a/models.py', 'name = models.CharField(max_length=200, default="whisper-1")', 'calls'],
    ['.env', 'BASE_MODEL=acme/thing-7b-chat', 'loads'],
    ['base.yaml', 'base_model: acme/thing-7b-chat', 'derives'],
  ])('%s: %s', (path, text, role) => {
    expect(rolesIn(text, path)).toEqual([role]);
  });
});

describe('a default behind ||', () => {
  it('is asked for: no type has it', () => {
    expect(rolesIn("const a = { model: agent.model || 'gpt-4o-mini' };\n", 'a.jsx')).toEqual(['calls']);
  });
});

describe('names that a loop goes over', () => {
  it.each([
    ['a.py', 'for model in ["gpt-4o", "gpt-4o-mini"]:\n    run(model)\n'],
    ['a.rs', 'fn f() { for model in vec!["gpt-4o".to_string(), "gpt-4o-mini".into()] { run(model); } }\n'],
    ['a.rs', 'fn f() { for model in ["gpt-4o", "gpt-4o-mini"].iter() { run(model); } }\n'],
    [
      'a.rs',
      'use genai::Client;\nfn f() { let names = vec!["gpt-4o".to_string(), "gpt-4".into()]; for name in names.iter() { client.exec_chat(name, request, None); } }\n',
    ],
    ['a.ts', "for (const model of ['gpt-4o', 'gpt-4o-mini']) run(model);\n"],
  ])('are used in it: %s', (path, text) => {
    expect(rolesIn(text, path)).toEqual(['calls', 'calls']);
  });

  it.each([
    'if any(part in model for part in ["gpt-4o", "gpt-4o-mini"]):\n    pass\n',
    'if any(\n    part in model.lower()\n    for part in ["gpt-4o", "gpt-4o-mini"]\n):\n    pass\n',
  ])('are listed where each is looked for: %s', (text) => {
    expect(rolesIn(text, 'a.py')).toEqual(['lists', 'lists']);
  });

  it('are listed where a condition goes over them', () => {
    expect(rolesIn('ok = model in ["gpt-4o", "gpt-4o-mini"]\n', 'a.py')).toEqual(['lists', 'lists']);
  });
});

describe('constants of a client in a list', () => {
  const IMPORT = 'package a\nimport "github.com/anthropics/anthropic-sdk-go"\n';
  const MODELS =
    'string(anthropic.ModelClaude3_7SonnetLatest), string(anthropic.ModelClaude_3_Opus_20240229)';
  const roles = (text: string): readonly string[] =>
    detectReferences(IMPORT + text, { path: 'a.go', catalog: builtCatalog() }).references.map(
      ({ role }) => role,
    );

  it('are listed, also where each is turned into a text', () => {
    expect(roles(`var models = []string{\n\t${MODELS},\n}\n`)).toEqual(['lists', 'lists']);
  });

  it('are asked for where a call gets one', () => {
    expect(
      roles('var r = anthropic.MessageNewParams{Model: anthropic.ModelClaude_3_Opus_20240229}\n'),
    ).toEqual(['calls']);
  });
});

describe('a list of words', () => {
  it('may have slashes in them', () => {
    expect(
      rolesIn(
        'M = { "openrouter" => %w[anthropic/claude-sonnet-4.5 openai/gpt-4o openai/gpt-4o-mini] }\n',
        'a.rb',
      ),
    ).toEqual(['lists', 'lists', 'lists']);
  });
});

describe('a constant far from its kin', () => {
  it('is one of them, with the note on its deprecation between', () => {
    const note = `    @Deprecated(message = "${'It was retired. '.repeat(25)}")\n`;
    expect(
      rolesIn(
        `object Models {\n    const val MISTRAL_SMALL_32 = "mistral-small-2506"\n    const val CODESTRAL_2508 = "codestral-2508"\n${note}    const val MISTRAL_LARGE_21 = "mistral-large-2411"\n}\n`,
        'a.kt',
      ).at(-1),
    ).toBe('lists');
  });
});

describe('a record with prices and the day of its knowledge', () => {
  it('is of a table, whatever a request to it begins with', () => {
    const record = (name: string): string =>
      `  - name: "${name.replace(/\W/g, '')}"\n    model_id: "${name}"\n    knowledge_cutoff_date: "2024-10-01"\n    temperature: 1.0\n    pricing_model:\n      usd_per1m_input_tokens: 1.25\n  # The next one.\n`;
    expect(
      rolesIn(`models:\n${['gpt-4o', 'gpt-4.1', 'gpt-4.1-mini'].map(record).join('')}`, 'a.yml'),
    ).toEqual(['lists', 'lists', 'lists']);
  });
});

describe('a value of a table of families', () => {
  const lines = (entry: (name: string, family: string) => string, last: string): string =>
    [entry('granitemoe', 'granite'), entry('glm4moe', 'glm'), entry('smollm3', 'smollm'), last].join('\n');

  it.each([
    ['a.go', (a: string, b: string) => `\t"${a}": "${b}",`, '\t"command-r": "command-r",'],
    ['a.yaml', (a: string, b: string) => `  ${a}: ${b}`, '  "command-r": "command-r"'],
    ['a.rb', (a: string, b: string) => `  '${a}' => '${b}',`, "  'command-r' => 'command-r',"],
  ])('in %s is a family itself', (path, entry, last) => {
    const text = `families: {\n${lines(entry, last)}\n`.replace(path === 'a.yaml' ? ' {' : '', '');
    expect(rolesIn(text, path).filter((role) => role !== 'lists')).toEqual([]);
  });

  it('is a model among models', () => {
    expect(
      rolesIn('m:\n  fast: gpt-4o-mini\n  small: gpt-4o-mini\n  "gpt-4o": gpt-4o\n', 'a.yaml'),
    ).toContain('calls');
  });
});

describe('the names that providers have', () => {
  it('are listed under a name without a number, and under a short one', () => {
    expect(
      rolesIn('{"deepseek-chat": {"deepseek": "deepseek-chat"}, "o3": {"openai": "o3"}}', 'a.json').filter(
        (role) => role !== 'lists',
      ),
    ).toEqual([]);
  });
});

describe('a list of words', () => {
  const words = (lead: string): string =>
    `KNOWN = ${lead}[\n${'  gemini-2.5-flash-lite-001\n'.repeat(30)}  text-embedding-005\n].freeze\n`;

  it.each([
    ['a.rb', '%w'],
    ['a.ex', '~w'],
  ])('in %s lists its last word too, however long it is', (path, lead) => {
    expect([...new Set(rolesIn(words(lead), path))]).toEqual(['lists']);
  });
});

describe('a record that is kept under the last part of its model’s name', () => {
  const table = (names: readonly string[]): string =>
    JSON.stringify(
      Object.fromEntries(names.map((name) => [name, { id: `tts_models/en/ljspeech/${name}` }])),
      null,
      2,
    );

  it('is one of a table', () => {
    expect(rolesIn(table(['vits', 'glow-tts', 'tacotron2-DDC']), 'a.json')).toEqual([
      'lists',
      'lists',
      'lists',
    ]);
  });

  it('is a setting where there are few', () => {
    expect(rolesIn(table(['vits', 'glow-tts']), 'a.json')).toEqual(['loads', 'loads']);
  });
});

describe('a tuple in braces', () => {
  it('is one of several choices, with what people read', () => {
    const text = 'def options() do\n  [\n    {"Gemini", "gemini-2.5-pro"}\n  ]\nend\n';
    expect(rolesIn(text, 'a.ex')).toEqual(['lists']);
  });
});

describe('the arm of a choice', () => {
  it.each([
    ['a.rs', 'match self {\n  Model::Pro => write!(f, "gemini-2.5-pro"),\n}\n'],
    ['a.rs', 'match self {\n  Model::Pro => {\n    write!(f, "gemini-2.5-pro")\n  }\n}\n'],
    ['a.rs', 'match self {\n  Model::Pro => f.write_str("gemini-2.5-pro"),\n}\n'],
    ['a.swift', 'switch self {\ncase .gpt4o: return "gpt-4o"\n}\n'],
    ['a.java', 'switch (m) {\n  case GPT_4O:\n    return "gpt-4o";\n}\n'],
    ['a.kt', 'when (m) {\n  Model.GPT_4O -> "gpt-4o"\n}\n'],
    ['a.kt', 'when (m) {\n  Model.GPT_4O ->\n    "gpt-4o"\n}\n'],
  ])('tells the name of a member, in %s: %s', (path, text) => {
    expect(rolesIn(text, path)).toEqual(['lists']);
  });

  it.each([
    ['a.swift', 'switch self {\ncase .openai: return "gpt-4o"\n}\n'],
    ['a.ts', 'const model = config.gpt4o ? config.gpt4o : "gpt-4o";\n'],
  ])('chooses a model where it is no name of it, in %s: %s', (path, text) => {
    expect(rolesIn(text, path)).toEqual(['calls']);
  });
});

describe('a table of short names for repositories', () => {
  const rows = ['tiny', 'base', 'small', 'medium'].map((size) => `"${size}": "openai/whisper-${size}",`);
  const roles = (text: string): ReadonlySet<string> =>
    new Set(
      detectReferences(text, { path: 'a.py', catalog: builtCatalog() }).references.map(({ role }) => role),
    );

  it('asks for none of them', () => {
    expect(roles(`SIZES: dict[str, str] = {\n${rows.join('\n')}\n}\n`)).toEqual(new Set(['lists']));
  });

  it.each([
    ['all of them are got', `DOWNLOADS = {\n${rows.join('\n')}\n}\n`],
    ['a loop goes over it', `S = {\n${rows.join('\n')}\n}\nfor k in S.values():\n    get(k)\n`],
    ['they are few', `SIZES = {\n${rows.slice(2).join('\n')}\n}\n`],
    ['a key tells a purpose', `SIZES = {\n${rows.join('\n')}\n"speech": "openai/whisper-large-v3",\n}\n`],
  ])('may be of use where %s', (_, text) => {
    expect(roles(text)).toEqual(new Set(['loads']));
  });
});

describe('a list of records that have a name for people', () => {
  const list = (name: string, behind: string): string =>
    `IReadOnlyList<ModelInfo> ${name} =\n[\n  new("gpt-4o"${behind}),\n  new("gpt-4.1"),\n];\n`;

  it('is one to choose from, also where it falls back', () => {
    expect(rolesIn(list('FallbackModels', ', "GPT-4o"'), 'a.cs')[0]).toBe('lists');
    expect(rolesIn(list('ModelEntries', ', "GPT-4o"'), 'a.cs')[0]).toBe('lists');
  });
});

describe('a repository in a record that is kept under it', () => {
  it('is one of the table', () => {
    const record = (id: string): string => `'${id}': { repoName: '${id}', readableName: 'x' },\n`;
    const text = `const repos = {\n${record('Xenova/bge-small-en-v1.5')}${record('Xenova/multilingual-e5-large')}};\n`;
    expect(
      detectReferences(text, { path: 'a.ts', catalog: builtCatalog() }).references.map(({ role }) => role),
    ).toEqual(['lists', 'lists', 'lists', 'lists']);
  });
});

describe('a list whose rows have names for people', () => {
  it.each([
    [
      'a.rs',
      'const BUNDLED_FREE_MODELS: [(&str, &str); 2] = [\n    ("gpt-4o", "GPT 4o"),\n    ("gpt-4.1", "GPT 4.1"),\n];\n',
    ],
    [
      'A.kt',
      'val CATALOG = listOf(\n    Entry(\n        provider = Kind.OPENAI,\n        modelId = "gpt-4o",\n' +
        '        displayName = "GPT-4o",\n        costPer1MInputUsd = 0.2,\n    ),\n    Entry(\n' +
        '        provider = Kind.OPENAI,\n        modelId = "gpt-4.1",\n        displayName = "GPT-4.1",\n' +
        '        costPer1MInputUsd = 0.1,\n    ),\n)\n',
    ],
    [
      'a.dart',
      "final list = <ModelInfo>[\n  Registry.infer(\n    ModelInfo(\n      id: 'acme/thing-7b',\n" +
        "      displayName: 'Thing 7B',\n    ),\n  ),\n  Registry.infer(\n" +
        "    ModelInfo(id: 'acme/other-7b', displayName: 'Other 7B'),\n  ),\n];\n",
    ],
  ])('offers them, in %s: %s', (path, text) => {
    expect(rolesIn(text, path)).toEqual(['lists', 'lists']);
  });

  it('asks what a call gets before a mapping', () => {
    expect(rolesIn('client.chat("gpt-4o", "temperature" => 1)\n', 'a.rb')).toEqual(['calls']);
  });

  it('fetches them where it has none', () => {
    expect(rolesIn('PRELOAD_MODELS = ["gpt-4o", "gpt-4.1"]\n', 'a.py')).toEqual(['calls', 'calls']);
  });
});

describe('a table of what a service has', () => {
  it.each([
    ['a.py', 'KNOWN = [\n    Model("x", 9, deprecated=True, replacement="gpt-4o"),\n    Model("y", 9),\n]\n'],
    [
      'a.ts',
      "const known = define([\n  { idPrefix: 'qwen/qwen3-32b', label: 'Qwen', contextWindow: 9 },\n]);\n",
    ],
    [
      'a.ts',
      "const known = [\n  { idPrefix: 'x', label: 'X', symLink: 'gpt-4o' },\n  { idPrefix: 'y' },\n];\n",
    ],
    [
      'a.json',
      '{"models": [{"id": "acme/thing-7b", "label": "Thing", "capabilities": {"tools": null, "reasoning": null}}]}\n',
    ],
  ])('lists them, in %s: %s', (path, text) => {
    expect(rolesIn(text, path)).toEqual(['lists']);
  });

  it.each([
    ['a.ts', "const known = [\n  { idPrefix: 'gpt-4o', label: 'X', temperature: 0.2 },\n];\n"],
    ['a.json', '{"agents": [{"id": "gpt-4o", "capabilities": {"tools": null}, "temperature": 0.2}]}\n'],
  ])('is none of settings, in %s: %s', (path, text) => {
    expect(rolesIn(text, path)).toEqual(['calls']);
  });

  it('is a type where any other name is allowed too', () => {
    expect(rolesIn('export type Model = "gpt-4o-mini" | string;\n', 'a.ts')).toEqual(['lists']);
    expect(rolesIn('const model = "gpt-4o-mini" || stringOf(x);\n', 'a.ts')).toEqual(['calls']);
  });
});

describe('a name in a condition or a table', () => {
  it.each([
    ['a.rb', 'x = { "gpt-4o" => 2.5 }\n'],
    ['a.rb', 'x = ["gpt-4o", 2.5]\n'],
    ['a.kt', 'val m = mapOf("gpt-4o" to 2.5)\n'],
    ['a.scala', 'val m = Map("gpt-4o" -> 2.5)\n'],
    ['a.clj', '(def p {"gpt-4o" 2.5})\n'],
    ['a.clj', '(def p {"gpt-4o" 2_5.5})\n'],
    ['a.cs', 'var x = m switch { "gpt-4o" or "gpt-4o-mini" => 1 };\n'],
    ['a.rs', 'match m { "gpt-4o" | "gpt-4o-mini" => 1 }\n'],
    ['a.rs', 'match m { "gpt-4o" || "gpt-4o-mini" => 1 }\n'],
    ['a.kt', 'when (m) { "gpt-4o", "gpt-4o-mini" -> 1 }\n'],
    ['a.php', "<?php\n$r = match ($m) {\n 'gpt-4o', 'gpt-4o-mini' => 1,\n};\n"],
    ['a.rs', 'match m { Some("gpt-4o") => 1 }\n'],
    ['a.rs', 'match m { | Some("gpt-4o") => 1 }\n'],
    ['a.rs', 'match m { Ok(Some("gpt-4o")) if x => 1 }\n'],
    ['a.java', 'prices.put("gpt-4o", 2.5);\n'],
    ['a.java', 'prices.put( "gpt-4o" , 2.5);\n'],
    ['a.java', 'm.putIfAbsent("gpt-4o", 2.5);\n'],
    ['a.cpp', 'm.emplace("gpt-4o", 2.5);\n'],
    ['a.cpp', 'm.try_emplace("gpt-4o", 2.5);\n'],
    ['a.cpp', 'auto p = std::make_pair("gpt-4o", 2.5);\n'],
    ['a.cpp', 'std::map<string, double> m = {{"gpt-4o", 2.5}};\n'],
    ['a.cpp', 'std::map<string, double> m = {{ "gpt-4o", 2.5}};\n'],
    ['a.cs', 'new Dictionary<string, int> { { "gpt-4o", 1 } };\n'],
    ['a.cpp', 'std::map<string, double> m = {"gpt-4o", 2.5};\n'],
    ['a.cpp', 'std::map<string, P> m = ({"gpt-4o", 2.5});\n'],
    ['a.toml', '"gpt-4o" = 2.5\n'],
    ['a.toml', '"gpt-4o"   = 2.5\n'],
    ['a.toml', 'x = "gpt-4o" == y\n'],
    ['a.toml', '[models."gpt-4o"]\nx = 1\n'],
    ['a.toml', '  [[models."gpt-4o".x]]\ny = 1\n'],
    ['a.toml', 'x = ["gpt-4o"]\n'],
    ['a.toml', 'x = [["gpt-4o", 1]]\n'],
    ['a.py', 'if "gpt-4o" == m: pass\n'],
    ['a.py', 'if "gpt-4o" != m: pass\n'],
    ['a.js', 'if ("gpt-4o" === m) {}\n'],
    ['a.py', 'if "gpt-4o" in m: pass\n'],
    ['a.py', 'if "gpt-4o" not in m: pass\n'],
    ['a.sh', 'case $M in\n  gpt-4o) x;;\nesac\n'],
    ['a.sh', 'case $M in\n  "gpt-4o") x;;\nesac\n'],
    ['a.sh', 'case $M in\n  gpt-4o*) x;;\nesac\n'],
    ['a.sh', 'case $M in\n  (gpt-4o) x;;\nesac\n'],
    ['a.sh', 'case $M in x) y;; gpt-4o) x;; esac\n'],
    ['a.sh', 'case $M in\n  a | gpt-4o | b) x;;\nesac\n'],
    ['a.sh', '[ "$M" = "gpt-4o" ] && x\n'],
    ['a.sh', '[[ $M = gpt-4o ]] && x\n'],
    ['a.java', 'if (m.equals("gpt-4o")) {}\n'],
    ['a.java', 'if (m.equalsIgnoreCase("gpt-4o")) {}\n'],
    ['a.java', 'if ("gpt-4o".equals(m)) {}\n'],
    ['a.java', 'if ("gpt-4o".equalsIgnoreCase(m)) {}\n'],
    ['a.java', 'if (Objects.equals(m, "gpt-4o")) {}\n'],
    ['a.go', 'if strings.EqualFold(m, "gpt-4o") {}\n'],
    ['a.c', 'if (strcmp(m, "gpt-4o") == 0) {}\n'],
    ['a.c', 'if (strncasecmp(m, "gpt-4o") == 0) {}\n'],
    ['a.rs', 'if "gpt-4o".eq_ignore_ascii_case(m) {}\n'],
    ['a.rb', 'x if m.eql?("gpt-4o")\n'],
    ['a.rb', 'x if "gpt-4o".eql?(m)\n'],
    ['a.js', 'if ("gpt-4o".localeCompare(m)) {}\n'],
    ['a.php', "<?php selected($m, 'gpt-4o');\n"],
    ['a.php', "<?php checked( $o['m'], 'gpt-4o' );\n"],
    ['a.sql', "SELECT * FROM m WHERE model = 'gpt-4o';\n"],
    ['a.sql', "SELECT * FROM m WHERE a = 1 AND model = 'gpt-4o';\n"],
    ['a.ex', 'def size("gpt-4o"), do: 1\n'],
    ['a.ex', 'def size(x, "gpt-4o"), do: 1\n'],
    ['a.ex', 'defp size("gpt-4o"), do: 1\n'],
    ['a.rb', "case m\nwhen 'gpt-4o', 'gpt-4o-mini' then 1\nend\n"],
    ['a.rs', 'if matches!(m, "gpt-4o" | "gpt-4o-mini") {}\n'],
    ['a.cs', 'if (m is "gpt-4o") {}\n'],
    ['a.cs', 'if (m is not "gpt-4o" or "gpt-4o-mini") {}\n'],
    ['a.cs', 'if (m is ("gpt-4o" or "gpt-4o-mini")) {}\n'],
    ['a.go', 'switch m {\ncase "gpt-4o",\n\t"gpt-4o-mini":\n}\n'],
    ['a.go', 'switch m {\ncase "gpt-4o", // big\n\t"gpt-4o-mini":\n}\n'],
    ['a.go', 'x := []string{"gpt-4o",\n\t"gpt-4o-mini"}\n'],
    ['a.js', 'switch (m) {\n  case "gpt-4o": x();\n  case "gpt-4o-mini":\n    return 1;\n}\n'],
    ['a.js', 'matchesAny(m, "gpt-4o")\n'],
    ['a.js', 'isOneOf(m, "gpt-4o")\n'],
    ['a.js', 'u.equalsModel(m, "gpt-4o")\n'],
    ['a.json', '{"conditions": [{"key": "model", "operator": "regex", "value": "gpt-4o"}]}'],
    ['a.json', '{"key": "model", "value": "gpt-4o", "match_type": "starts_with"}'],
    ['a.yaml', '- key: model\n  operator: not_equals\n  value: gpt-4o\n'],
    ['a.yaml', '- key: model\n  op: eq\n  values: ["gpt-4o"]\n'],
  ])('is only compared or a key, in %s: %s', (path, text) => {
    expect(new Set(rolesIn(text, path))).toEqual(new Set(['lists']));
  });

  it.each([
    ['a.scala', 'val m = f("gpt-4o" - 2.5)\n'],
    ['a.kt', 'val r = f("gpt-4o", "gpt-4o-mini") { x -> 1 }\n'],
    ['a.php', "<?php\n$r = match ($m) { 'x' => 'gpt-4o', 'y' => 1 };\n"],
    ['a.rs', 'let x = Some("gpt-4o");\n'],
    ['a.java', 'prices.get("gpt-4o", 2.5);\n'],
    ['a.java', 'prices.put(x, "gpt-4o", 2.5);\n'],
    ['a.cpp', 'output("gpt-4o", 2.5);\n'],
    ['a.cpp', 'vector<P> m = {{"gpt-4o", 2.5}};\n'],
    ['a.cpp', 'std::map<string, double> m = {{x, "gpt-4o", 2.5}};\n'],
    ['a.py', 'f("gpt-4o" is m)\n'],
    ['a.py', 'x = "gpt-4o" if y else z\n'],
    ['a.sh', 'case $M in\n  a) run gpt-4o;;\nesac\n'],
    ['a.sh', 'run (gpt-4o) x\n'],
    ['a.sh', 'M = "gpt-4o"\n'],
    ['a.js', 'x("gpt-4o".concat(m))\n'],
    ['a.php', "<?php chosen($m, 'gpt-4o');\n"],
    ['a.ex', 'size("gpt-4o")\n'],
    ['a.rb', "x = f('gpt-4o', 'gpt-4o-mini')\n"],
    ['a.cs', 'var this_is = "gpt-4o";\n'],
    ['a.js', 'compareTo("gpt-4o", m)\n'],
    ['a.js', 'equalizer(m, "gpt-4o")\n'],
    ['a.json', '{"conditions": [{"key": "model", "operator": "set", "value": "gpt-4o"}]}'],
    ['a.json', '{"operator": "regex", "x": {"value": "gpt-4o"}}'],
    ['a.yaml', '- key: model\n  value: gpt-4o\n- operator: eq\n'],
    ['a.yaml', 'prompts: [p]\nproviders:\n  - openai:gpt-4o\n'],
    ['a.js', "module.exports = { prompts: ['p'], providers: ['openai:gpt-4o'], tests: [] };\n"],
    ['a.yaml', '- key: model\n  operator: eq\n  other: gpt-4o\n'],
  ])('is asked for, in %s: %s', (path, text) => {
    expect(new Set(rolesIn(text, path))).toEqual(new Set(['calls']));
  });
});

describe('a name in a type, a list or an arm', () => {
  it.each([
    ['a.ts', 'type M = "gpt-4o" | "gpt-4o-mini";\n'],
    ['a.ts', 'type M =\n  | "gpt-4o"\n  | "gpt-4o-mini";\n'],
    ['a.ts', 'let m: "gpt-4o" | "x";\n'],
    ['a.ts', 'function f(m: "gpt-4o" | "x") {}\n'],
    ['a.ts', 'const x = a | "gpt-4o";\n'],
    ['a.sql', "CREATE TYPE m AS ENUM ('gpt-4o', 'gpt-4o-mini');\n"],
    ['a.py', 'M = Literal["gpt-4o", "gpt-4o-mini"]\n'],
    ['a.py', 'def f(m: Literal["gpt-4o"]): pass\n'],
    ['a.py', 'class M(str, Enum):\n    A = "gpt-4o"\n    B = "gpt-4o-mini"\n'],
    ['a.py', 'class M(StrEnum):\n    A = "gpt-4o"\n'],
    ['a.ts', 'enum M {\n  A = "gpt-4o",\n  B = "gpt-4o-mini",\n}\n'],
    ['a.ts', 'interface M {\n  model: "gpt-4o";\n}\n'],
    ['a.ts', 'z.enum(["gpt-4o", "gpt-4o-mini"])\n'],
    ['a.ts', 'v.picklist(["gpt-4o", "x"])\n'],
    ['a.ts', 'yup.string().oneOf(["gpt-4o"])\n'],
    ['a.py', 'p.add_argument("--model", choices=["gpt-4o", "gpt-4o-mini"])\n'],
    ['a.ps1', 'param([ValidateSet("gpt-4o", "gpt-4o-mini")] $Model)\n'],
    ['a.rb', "validates :model, inclusion: { in: ['gpt-4o', 'gpt-4o-mini'] }\n"],
    ['a.yaml', 'model:\n  type: string\n  enum: [gpt-4o, gpt-4o-mini]\n'],
    ['a.json', '{"properties": {"model": {"type": "string", "enum": ["gpt-4o"]}}}'],
    ['a.tsx', '<select name="model"><option value="gpt-4o">A</option></select>\n'],
    ['a.tsx', '<MenuItem value="gpt-4o">A</MenuItem>\n'],
    ['a.py', 'MODELS = ["gpt-4o", "gpt-4o-mini"]\n'],
    ['a.py', 'MODELS = ("gpt-4o", "gpt-4o-mini")\n'],
    ['a.py', 'MODELS = {"gpt-4o", "gpt-4o-mini"}\n'],
    ['a.py', 'MODELS = "gpt-4o", "gpt-4o-mini"\n'],
    ['a.py', 'MODELS = ["gpt-4o"]\n'],
    ['a.py', 'ask(["gpt-4o", "gpt-4o-mini"])\n'],
    ['a.py', 'MODELS = [\n    "gpt-4o",  # big\n    "gpt-4o-mini",\n]\n'],
    ['a.js', 'const MODELS = new Set(["gpt-4o", "gpt-4o-mini"]);\n'],
    ['a.js', 'const MODELS = [{ id: "gpt-4o", name: "A" }, { id: "gpt-4o-mini", name: "B" }];\n'],
    ['a.js', 'const MODELS = [{ id: "gpt-4o", name: "A", price: 1 }];\n'],
    ['a.js', 'const p = { "gpt-4o": { in: 1, out: 2 } };\n'],
    ['a.js', 'const p = { "gpt-4o": 1, "gpt-4o-mini": 2 };\n'],
    ['a.js', 'ask({ models: ["gpt-4o", "gpt-4o-mini"] });\n'],
    ['a.js', 'ask({ model: ["gpt-4o"][0] });\n'],
    ['a.go', 'var models = []string{"gpt-4o", "gpt-4o-mini"}\n'],
    ['a.go', 'var m = map[string]bool{"gpt-4o": true}\n'],
    ['a.java', 'List<String> m = List.of("gpt-4o", "gpt-4o-mini");\n'],
    ['a.java', 'String[] m = {"gpt-4o", "gpt-4o-mini"};\n'],
    ['a.kt', 'val m = listOf("gpt-4o", "gpt-4o-mini")\n'],
    ['a.kt', 'val m = setOf("gpt-4o")\n'],
    ['a.cs', 'var m = new[] { "gpt-4o", "gpt-4o-mini" };\n'],
    ['a.cs', 'var m = new List<string> { "gpt-4o" };\n'],
    ['a.rb', 'M = %w[gpt-4o gpt-4o-mini].freeze\n'],
    ['a.rb', "M = ['gpt-4o'].freeze\n"],
    ['a.rs', 'const M: &[&str] = &["gpt-4o", "gpt-4o-mini"];\n'],
    ['a.rs', 'let m = vec!["gpt-4o", "gpt-4o-mini"];\n'],
    ['a.rs', 'fn m() -> Vec<String> { vec!["gpt-4o".to_string(), "gpt-4o-mini".into()] }\n'],
    ['a.rs', 'let m = vec![String::from("gpt-4o"), String::from("gpt-4o-mini")];\n'],
    ['a.swift', 'let m = ["gpt-4o", "gpt-4o-mini"]\n'],
    ['a.php', "<?php $m = array('gpt-4o', 'gpt-4o-mini');\n"],
    ['a.php', "<?php $m = ['gpt-4o' => 'A', 'gpt-4o-mini' => 'B'];\n"],
    ['a.lua', 'local m = { "gpt-4o", "gpt-4o-mini" }\n'],
    ['a.ex', '@models ["gpt-4o", "gpt-4o-mini"]\n'],
    ['a.ex', '@models ~w(gpt-4o gpt-4o-mini)\n'],
    ['a.sh', 'MODELS=(gpt-4o gpt-4o-mini)\n'],
    ['a.clj', '(def m #{"gpt-4o" "gpt-4o-mini"})\n'],
    ['a.jl', 'const M = ["gpt-4o", "gpt-4o-mini"]\n'],
    ['a.dart', "const m = <String>{'gpt-4o', 'gpt-4o-mini'};\n"],
    ['a.scala', 'val m = Seq("gpt-4o", "gpt-4o-mini")\n'],
    ['a.yaml', 'models:\n  - gpt-4o\n  - gpt-4o-mini\n'],
    ['a.yaml', 'models: [gpt-4o, gpt-4o-mini]\n'],
    ['a.yaml', 'prices:\n  gpt-4o: 1\n  gpt-4o-mini: 2\n'],
    ['a.yaml', 'allowed_models:\n  - gpt-4o\n'],
    ['a.json', '{"models": ["gpt-4o", "gpt-4o-mini"]}'],
    ['a.json', '{"gpt-4o": {"price": 1}, "gpt-4o-mini": {"price": 2}}'],
    ['a.toml', 'models = ["gpt-4o", "gpt-4o-mini"]\n'],
    ['a.toml', '[[models]]\nid = "gpt-4o"\nprice = 1\n'],
    ['a.tf', 'variable "models" {\n  default = ["gpt-4o", "gpt-4o-mini"]\n}\n'],
    ['a.tf', 'locals {\n  prices = {\n    "gpt-4o" = 1\n  }\n}\n'],
    ['a.rs', 'match model { Model::Gpt4o => "gpt-4o" }\n'],
    ['a.ts', 'const ids = { [LlmModel.OMNI]: "gpt-4o" };\n'],
    ['a.py', 'if m is ModelType.OMNI: return "gpt-4o"\n'],
    ['a.js', 'if (m.startsWith("gpt-4o-2024")) m = "gpt-4o";\n'],
    ['a.js', 'if (m === "gpt-4o-2024") {\n  m = "gpt-4o";\n}\n'],
    ['a.rb', "case m\nwhen 'gpt-4o-2024'\n  'gpt-4o'\nend\n"],
  ])('is one of many, in %s: %s', (path, text) => {
    expect(new Set(rolesIn(text, path))).toEqual(new Set(['lists']));
  });

  it.each([
    ['a.rs', 'let m = x.unwrap_or_else(|_| "gpt-4o".into());\n'],
    ['a.js', 'const m = a || "gpt-4o";\n'],
    ['a.py', 'class M:\n    A = "gpt-4o"\n'],
    ['a.ts', 'z.string().default("gpt-4o")\n'],
    ['a.py', 'p.add_argument("--model", default="gpt-4o")\n'],
    ['a.json', '{"properties": {"model": {"type": "string", "default": "gpt-4o"}}}'],
    ['a.tsx', '<Chat model="gpt-4o" />\n'],
    ['a.py', 'MODEL = "gpt-4o"\n'],
    ['a.py', 'for m in ["gpt-4o", "gpt-4o-mini"]:\n    ask(m)\n'],
    ['a.py', 'models = [ask("gpt-4o"), ask("gpt-4o-mini")]\n'],
    ['a.js', 'const MODELS = { a: "gpt-4o", b: "gpt-4o-mini" };\n'],
    ['a.js', 'const cfg = { model: "gpt-4o", temperature: 1 };\n'],
    ['a.sh', 'MODEL=gpt-4o\n'],
    ['a.sh', 'for m in gpt-4o gpt-4o-mini; do ask $m; done\n'],
    ['a.r', 'm <- "gpt-4o"\n'],
    ['a.yaml', 'models:\n  - name: gpt-4o\n    price: 1\n'],
    ['a.yaml', 'model: gpt-4o\nfallbacks:\n  - gpt-4o-mini\n'],
    ['a.json', '{"model": "gpt-4o", "fallbacks": ["gpt-4o-mini"]}'],
    ['a.tf', 'variable "model" {\n  default = "gpt-4o"\n}\n'],
    ['a.rs', 'match tier { Tier::Free => "gpt-4o-mini", _ => "gpt-4o" }\n'],
    ['a.kt', 'when (m) { Tier.FREE -> "gpt-4o-mini" }\n'],
    ['a.ts', 'const ids = { [Tier.FREE]: "gpt-4o-mini" };\n'],
    ['a.rb', "case m\nwhen /haiku/ then 'gpt-4o'\nend\n"],
    ['a.js', 'if (m === "auto") m = "gpt-4o";\n'],
    ['a.rb', "case m\nwhen 'fast'\n  'gpt-4o-mini'\nend\n"],
  ])('is asked for, in %s: %s', (path, text) => {
    expect(new Set(rolesIn(text, path))).toEqual(new Set(['calls']));
  });
});

describe('the rows of a statement of SQL', () => {
  it.each([
    "MERGE INTO [Models] AS target\nUSING (\n    VALUES\n        (1, 2, 'gpt-4o', 'gpt-4o-mini', 0),\n        (2, 2, 'gpt-4o-mini', NULL, 0)\n) AS source ([Id])\nON target.[Id] = source.[Id];\n",
    "INSERT OR IGNORE INTO models VALUES (1, 'gpt-4o', 'gpt-4o-mini');\n",
    "REPLACE INTO models (id, name) VALUES (1, 'gpt-4o');\n",
  ])('are one of many: %s', (text) => {
    expect(new Set(rolesIn(text, 'models.sql'))).toEqual(new Set(['lists']));
  });

  it('end with it', () => {
    const text = "MERGE INTO a USING (VALUES (1)) AS b ON a.i = b.i;\nSELECT ai_ask('gpt-4o', 'Hi');\n";
    expect(rolesIn(text, 'a.sql')).toEqual(['calls']);
  });
});

describe('names in one text with commas between them', () => {
  it.each([
    ['a.go', 'const WebSearchSupportedModels = "gpt-4o,gpt-4o-mini"\n'],
    ['a.ts', 'const visionKeywords: string = "gpt-4o,gpt-4o-mini";\n'],
    ['a.py', 'REASONING_PREFIXES = "gpt-4o,gpt-4o-mini"\n'],
    ['a.php', "<?php\n$c = ['supported_models' => 'gpt-4o,gpt-4o-mini'];\n"],
    ['a.java', 'class A { static final String JSON_CAPABLE = "gpt-4o,gpt-4o-mini"; }\n'],
  ])('are looked for in others where the name says so, in %s: %s', (path, text) => {
    expect(rolesIn(text, path)).toEqual(['lists', 'lists']);
  });

  it('are asked for where it says nothing, and one alone is no list', () => {
    expect(rolesIn('const CHAT_MODELS = "gpt-4o,gpt-4o-mini"\n', 'a.go')).not.toContain('lists');
    expect(rolesIn('const supportedModel = "gpt-4o";\n', 'a.ts')).toEqual(['calls']);
  });
});

describe('the name of an architecture beside its constant', () => {
  it.each([
    [
      'a.cpp',
      'static const std::map<llm_arch, const char *> N = {\n    { LLM_ARCH_COMMAND_R, "command-r" },\n};\n',
    ],
    ['a.py', 'NAMES = {\n    MODEL_ARCH.COMMAND_R: "command-r",\n}\n'],
    ['a.rs', 'match arch { ModelArch::CommandR => "command-r", _ => "x" }\n'],
    ['a.ts', 'const n = { [Arch.CommandR]: "command-r" };\n'],
    ['a.h', '#define X\nstatic const char * LLM_ARCHITECTURE_COMMAND_R = "command-r";\n'],
  ])('is none of a model in %s', (path, text) => {
    expect(
      detectReferences(text, { path, catalog: builtCatalog() }).references.filter(
        ({ role }) => role !== 'lists',
      ),
    ).toEqual([]);
  });
});

describe('what a function tells there is to choose from', () => {
  it.each([
    [
      'a.js',
      'class A {\n  async getAvailableTranscriptionModels() {\n    try {\n      return {\n        fast: {\n' +
        '          model: "gpt-4o-mini",\n          description: "Fast",\n        },\n      };\n    } catch (e) {}\n  }\n}\n',
    ],
    [
      'a.py',
      'def list_models(self):\n    return {\n        "fast": {"model": "gpt-4o-mini", "description": "Fast"},\n    }\n',
    ],
    ['a.ts', 'const supportedModels = (): Model[] => [\n  { model: "gpt-4o-mini", label: "Fast" },\n];\n'],
  ])('is one of many in %s: %s', (path, text) => {
    expect(rolesIn(text, path)).toEqual(['lists']);
  });

  it.each([
    ['a.js', 'function getModel() {\n  return { fast: { model: "gpt-4o-mini", description: "Fast" } };\n}\n'],
    [
      'a.js',
      'function getAvailableModels() {\n  return { fast: { model: "gpt-4o-mini", temperature: 1 } };\n}\n',
    ],
  ])('is asked for where the function tells none, or the record is a setting: %s', (path, text) => {
    expect(rolesIn(text, path)).toEqual(['calls']);
  });
});

describe('a record with other words for its id or its uses', () => {
  it.each([
    [
      'const M = [\n  { baseId: "gpt-4o", name: "A", toolUse: true },\n  { baseId: "gpt-4o-mini", name: "B" },\n];\n',
    ],
    [
      'const M = [\n  { id: "gpt-4o", displayName: "A", roles: ["main", "live"] },\n  { id: "gpt-4o-mini", displayName: "B" },\n];\n',
    ],
  ])('is one of a table: %s', (text) => {
    expect(new Set(rolesIn(text, 'a.ts'))).toEqual(new Set(['lists']));
  });
});

describe('what offers models', () => {
  const options = (last: string): string =>
    `OPENAI_MODELS = [\n    ModelOption("gpt-4o", "GPT-4o"),\n    ModelOption("o3-mini", "o3-mini"),\n]\n${last}`;

  it('is a list of options, though something goes over it', () => {
    const text = options('def f():\n    return [model.to_dict() for model in OPENAI_MODELS]\n');
    expect(rolesIn(text, 'a.py').filter((role) => role !== 'mentions')).toEqual(['lists', 'lists']);
  });

  it.each([
    ['a.py', 'for m in OPENAI_MODELS:\n    client.chat.completions.create(model=m.id, messages=[])\n'],
    ['a.py', 'answers = [litellm.completion(m.id, messages=[]) for m in OPENAI_MODELS]\n'],
    ['a.py', 'def ask(model):\n    client.create(model=model)\nfor m in OPENAI_MODELS:\n    ask(m.id)\n'],
    ['a.ts', 'for (const m of OPENAI_MODELS) await client.chat.completions.create({ model: m.id });\n'],
    [
      'a.ts',
      'await Promise.all(OPENAI_MODELS.map((m) => client.chat.completions.create({ model: m.id })));\n',
    ],
  ])('is no list whose elements a loop asks: %s %s', (path, last) => {
    const text = path === 'a.ts' ? options(last).replaceAll('ModelOption', 'new ModelOption') : options(last);
    expect(rolesIn(text, path).filter((role) => role !== 'mentions')).toEqual(['calls', 'calls']);
  });

  it('is a list of options where another part of the text asks', () => {
    const text = options(
      'for m in OPENAI_MODELS:\n    menu.add(m.name)\n\nclient.chat.completions.create(model=chosen, messages=[])\n',
    );
    expect(rolesIn(text, 'a.py').filter((role) => role !== 'mentions')).toEqual(['lists', 'lists']);
  });

  it('is each element of a list in brackets, whatever stands before it', () => {
    const models = (list: string): string =>
      `endpoints:\n  - name: groq\n    baseURL: https://api.groq.com/openai/v1/\n    models: { default: [${list}] }\n`;
    for (const list of ['openai/gpt-oss-20b, qwen/qwen3-32b', 'qwen/qwen3-32b, openai/gpt-oss-20b'])
      expect(new Set(rolesIn(models(list), 'librechat.yaml'))).toEqual(new Set(['lists']));
  });

  it('is no list of what an evaluation asks in turn, also where tests alone stand beside it', () => {
    const text = 'providers:\n  - openai:gpt-4o\n  - id: openai:o3-mini\ntests: []\n';
    expect(rolesIn(text, 'promptfooconfig.yaml')).toEqual(['calls', 'calls']);
  });
});

describe('a record that is called by what it is used for', () => {
  const RECORD = '{ id: "gpt-4o", contextWindow: 128000, supportsTools: true }';

  it.each([
    ['a.ts', `const defaultModel = ${RECORD};\nuseState(defaultModel);\n`],
    ['a.ts', `const settings = { selectedModel: ${RECORD} };\n`],
    ['a.py', 'DEFAULT_MODEL = {\n    "id": "gpt-4o",\n    "context_window": 128000,\n}\n'],
    ['a.go', 'var defaultModel = ModelInfo{\n\tID: "gpt-4o",\n\tContextWindow: 128000,\n}\n'],
    ['a.json', '{ "defaultModel": { "id": "gpt-4o", "contextWindow": 128000 } }\n'],
  ])('is used: %s %s', (path, text) => expect(rolesIn(text, path)).toEqual(['calls']));

  it.each([
    ['a.ts', `const gpt4o = ${RECORD};\n`],
    ['a.ts', `const defaultModels = [${RECORD}];\n`],
  ])('is one of a table by another name, and in a list: %s %s', (path, text) =>
    expect(rolesIn(text, path)).toEqual(['lists']),
  );
});
