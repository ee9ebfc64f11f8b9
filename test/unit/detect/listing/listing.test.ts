import { describe, expect, it } from 'vitest';
import { rolesIn } from '../marked';

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

describe('what is only named', () => {
  it.each([
    ['a.py', '# gpt-4o'],
    ['a.sh', 'vllm serve $M --served-model-name gpt-4o'],
    ['a.yaml', 'model_list:\n  - model_name: gpt-4o\n    litellm_params:\n      model: $M\n'],
    ['a.json', '{"description": "gpt-4o"}'],
  ])('%s: %s', (path, text) => expect(new Set(rolesIn(text, path))).toEqual(new Set(['mentions'])));
});

describe('a name in a type, a list or an arm', () => {
  it.each([
    ['a.ts', 'type M = "gpt-4o" | "gpt-4o-mini";\n'],
    ['a.ts', 'type M =\n  | "gpt-4o"\n  | "gpt-4o-mini";\n'],
    ['a.ts', 'let m: "gpt-4o" | "x";\n'],
    ['a.ts', 'function f(m: "gpt-4o" | "x") {}\n'],
    ['a.ts', 'const x = a | "gpt-4o";\n'],
    ['a.sql', "CREATE TYPE m AS ENUM ('gpt-4o', 'gpt-4o-mini');\n"],
    ['a.sql', "CREATE TYPE m AS ENUM (\n    'gpt-4o',\n    'gpt-4o-mini',\n    'custom'\n);\n"],
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
