import { describe, expect, it } from 'vitest';
import { detect, roles } from '../marked';

const BOTH_LISTED = [
  ['gpt-4o', 'lists'],
  ['claude-sonnet-4-5', 'lists'],
];

describe('models for several providers', () => {
  it.each([
    [
      'a.ts',
      'const MODELS: Record<Provider, string> = {\n  openai: "gpt-4o",\n  anthropic: "claude-sonnet-4-5",\n};\nexport const of = (provider: Provider) => MODELS[provider];\n',
    ],
    [
      'a.ts',
      'const MODELS = { [Provider.OpenAI]: "gpt-4o", [Provider.Anthropic]: "claude-sonnet-4-5" };\nreturn MODELS[provider];\n',
    ],
    ['a.ts', 'return { openai: "gpt-4o", anthropic: "claude-sonnet-4-5" }[provider];\n'],
    [
      'a.ts',
      'const config = { models: { openai: "gpt-4o", anthropic: "claude-sonnet-4-5" } };\nask(config.models[provider]);\n',
    ],
    ['a.py', 'M = {"openai": "gpt-4o", "anthropic": "claude-sonnet-4-5"}\nmodel = M.get(provider)\n'],
    [
      'a.py',
      'M = {Provider.OPENAI.value: "gpt-4o", Provider.ANTHROPIC.value: "claude-sonnet-4-5"}\nmodel = M[provider]\n',
    ],
    [
      'a.go',
      'var m = map[string]string{\n\t"openai": "gpt-4o",\n\t"anthropic": "claude-sonnet-4-5",\n}\nfunc f(provider string) string { return m[provider] }\n',
    ],
    [
      'a.go',
      'var m = map[Provider]string{ProviderOpenAI: "gpt-4o", ProviderAnthropic: "claude-sonnet-4-5"}\nfunc f(p Provider) string { return m[p] }\n',
    ],
    [
      'A.kt',
      'val m = mapOf("openai" to "gpt-4o", "anthropic" to "claude-sonnet-4-5")\nfun f(p: String) = m[p]\n',
    ],
    [
      'A.cs',
      'static readonly Dictionary<string, string> M = new() { ["openai"] = "gpt-4o", ["anthropic"] = "claude-sonnet-4-5" };\nstring F(string p) => M[p];\n',
    ],
    [
      'a.rb',
      "M = { openai: 'gpt-4o', anthropic: 'claude-sonnet-4-5' }.freeze\ndef f(provider) = M.fetch(provider)\n",
    ],
    [
      'a.php',
      "<?php\nclass A { private $m = ['openai' => 'gpt-4o', 'anthropic' => 'claude-sonnet-4-5'];\nfunction f($p) { return $this->m[$p]; } }\n",
    ],
    [
      'a.swift',
      'let m: [Provider: String] = [.openai: "gpt-4o", .anthropic: "claude-sonnet-4-5"]\nfunc f(_ p: Provider) -> String? { m[p] }\n',
    ],
    [
      'a.ex',
      '@m %{"openai" => "gpt-4o", "anthropic" => "claude-sonnet-4-5"}\ndef f(provider), do: Map.get(@m, provider)\n',
    ],
  ])('are listed in a mapping that a variable looks in: %s %s', (path, text) => {
    expect(roles(text, path)).toEqual(BOTH_LISTED);
  });

  it.each([
    [
      'a.rs',
      'match provider {\n    "openai" => "gpt-4o",\n    "anthropic" => "claude-sonnet-4-5",\n    _ => "x",\n}\n',
    ],
    [
      'a.rs',
      'match provider {\n    "openai" => Some("gpt-4o"),\n    "anthropic" => Some("claude-sonnet-4-5"),\n}\n',
    ],
    [
      'A.kt',
      'fun f(p: Provider) = when (p) {\n    Provider.OPENAI -> "gpt-4o"\n    Provider.ANTHROPIC -> "claude-sonnet-4-5"\n}\n',
    ],
    [
      'A.cs',
      'string F(string p) => p switch { "openai" => "gpt-4o", "anthropic" => "claude-sonnet-4-5" };\n',
    ],
    [
      'A.java',
      'String f(Provider p) { return switch (p) { case OPENAI -> "gpt-4o"; case ANTHROPIC -> "claude-sonnet-4-5"; }; }\n',
    ],
    ['a.php', "<?php\nreturn match ($p) { 'openai' => 'gpt-4o', 'anthropic' => 'claude-sonnet-4-5' };\n"],
    [
      'a.swift',
      'switch provider {\ncase .openai: return "gpt-4o"\ncase .anthropic: return "claude-sonnet-4-5"\n}\n',
    ],
    [
      'a.ts',
      'switch (provider) {\n  case "openai":\n    return "gpt-4o";\n  case "anthropic":\n    return "claude-sonnet-4-5";\n}\n',
    ],
    [
      'a.py',
      'def f(provider):\n    if provider == "openai":\n        return "gpt-4o"\n    if provider == "anthropic":\n        return "claude-sonnet-4-5"\n',
    ],
    [
      'a.ts',
      'if (provider === "openai") {\n  return "gpt-4o";\n}\nif (provider === "anthropic") {\n  return "claude-sonnet-4-5";\n}\n',
    ],
  ])('are listed in arms: %s %s', (path, text) => {
    expect(roles(text, path)).toEqual(BOTH_LISTED);
  });

  it('are listed where other files look in a mapping of defaults', () => {
    const text = (name: string): string =>
      `export const ${name} = { openai: "gpt-4o", anthropic: "claude-sonnet-4-5", groq: "llama-3.3-70b-versatile" };\n`;
    const role = (name: string): unknown => detect(text(name), 'a.ts').references[0]?.role;
    expect([role('DEFAULT_MODELS'), role('modelsByProvider'), role('ENSEMBLE')]).toEqual([
      'lists',
      'lists',
      'calls',
    ]);
  });

  it('are listed with those of names that nobody knows as providers, and the last resort is asked', () => {
    expect(
      roles(
        'const M = { openai: "gpt-4o", anthropic: "claude-sonnet-4-5", groq: "llama-3.3-70b-versatile", "codex-cli": "gpt-5.3-codex", default: "gpt-4.1" };\nreturn M[provider];\n',
        'a.ts',
      ),
    ).toEqual([
      ['gpt-4o', 'lists'],
      ['claude-sonnet-4-5', 'lists'],
      ['llama-3.3-70b-versatile', 'lists'],
      ['gpt-5.3-codex', 'lists'],
      ['gpt-4.1', 'calls'],
    ]);
  });

  const mapping = 'M = {"openai": "gpt-4o", "anthropic": "claude-sonnet-4-5"}\n';

  it.each([
    'def f(provider="openai"):\n    return M[provider]\n',
    'def f(provider: str = "openai"):\n    return M[provider]\n',
    'provider = Provider.OPENAI\nmodel = M[provider]\n',
    'provider = os.getenv("LLM_PROVIDER", "openai")\nmodel = M[provider]\n',
    'provider = os.environ.get("LLM_PROVIDER") or "openai"\nmodel = M[provider]\n',
    'provider = given if given else "openai"\nmodel = M[provider]\n',
    'model = M.get(provider, M["openai"])\n',
  ])('are asked where the text chooses the provider: %s', (text) => {
    expect(roles(mapping + text, 'a.py')).toEqual([
      ['gpt-4o', 'calls'],
      ['claude-sonnet-4-5', 'lists'],
    ]);
  });

  it.each([
    ['a.ts', 'const p = process.env.LLM_PROVIDER ?? "openai";\n'],
    ['a.ts', 'const p = process.env.LLM_PROVIDER || "openai";\n'],
    ['a.ts', 'const env = z.object({ LLM_PROVIDER: z.enum(["openai", "anthropic"]).default("openai") });\n'],
    ['a.ts', 'const p = given ?? (process.env.LLM_PROVIDER ||= "openai");\n'],
    ['a.ts', 'const p = provider ? provider : config.backend ?? Provider.OpenAI;\n'],
    ['a.ts', 'ask(M["openai"]);\n'],
    ['a.ts', 'ask(M.openai);\n'],
  ])('are asked where %s chooses the provider: %s', (path, text) => {
    const map = 'const M = { openai: "gpt-4o", anthropic: "claude-sonnet-4-5" };\nask(M[provider]);\n';
    expect(roles(map + text, path)).toEqual([
      ['gpt-4o', 'calls'],
      ['claude-sonnet-4-5', 'lists'],
    ]);
  });

  it.each([
    ['a.py', `${mapping}for name, model in M.items():\n    ask(name, model)\n`],
    ['a.py', `${mapping}for provider in PROVIDERS:\n    ask(M[provider])\n`],
    ['a.py', `${mapping}for provider in M:\n    ask(M[provider])\n`],
    ['a.ts', 'compare({ openai: "gpt-4o", anthropic: "claude-sonnet-4-5" });\n'],
    [
      'a.ts',
      'const M = { openai: "gpt-4o", anthropic: "claude-sonnet-4-5" };\nObject.entries(M).map(([p, m]) => ask(p, m));\n',
    ],
    [
      'a.ts',
      'const M = { openai: "gpt-4o", anthropic: "claude-sonnet-4-5" };\nproviders.map((p) => ask(p, M[p]));\n',
    ],
    [
      'a.ts',
      'switch (provider) {\n  case "openai":\n    return new ChatOpenAI({ model: "gpt-4o" });\n  case "anthropic":\n    return new ChatAnthropic({ model: "claude-sonnet-4-5" });\n}\n',
    ],
  ])('are asked where all are, or by each client: %s %s', (path, text) => {
    expect(roles(text, path)).toEqual([
      ['gpt-4o', 'calls'],
      ['claude-sonnet-4-5', 'calls'],
    ]);
  });
});

describe('a provider that a text only compares with, or speaks of', () => {
  const map = 'const M = { openai: "gpt-4o", anthropic: "claude-sonnet-4-5" };\nask(M[provider]);\n';

  it.each([
    'if (provider === "openai") warn();\n',
    'if (provider !== "openai") warn();\n',
    'const providerModel = "openai-compatible";\n',
    'const name = "openai";\n',
  ])('is not chosen: %s', (text) => {
    expect(roles(map + text, 'a.ts')).toEqual(BOTH_LISTED);
  });
});

describe('the default of a provider in Rust and Kotlin', () => {
  it.each([
    [
      'a.rs',
      'let provider = env::var("PROVIDER").unwrap_or("openai".into());\nmatch provider {\n    "openai" => "gpt-4o",\n    "anthropic" => "claude-sonnet-4-5",\n}\n',
    ],
    [
      'A.kt',
      'val provider = env("PROVIDER") ?: "openai"\nfun f(p: String) = when (p) {\n    "openai" -> "gpt-4o"\n    "anthropic" -> "claude-sonnet-4-5"\n}\n',
    ],
  ])('asks its model: %s %s', (path, text) => {
    expect(roles(text, path)).toEqual([
      ['gpt-4o', 'calls'],
      ['claude-sonnet-4-5', 'lists'],
    ]);
  });
});

describe('a mapping of the defaults of one provider', () => {
  it('holds what the program asks for', () =>
    expect(
      roles(
        'var openAIDefaultModels = map[Kind]string{\n\tKindChat: "gpt-4o",\n}\nvar anthropicDefaultModels = map[Kind]string{\n\tKindChat: "claude-sonnet-4-5",\n}\n',
        'a.go',
      ),
    ).toEqual([
      ['gpt-4o', 'calls'],
      ['claude-sonnet-4-5', 'calls'],
    ]));
});

describe('records of several providers with their addresses', () => {
  const records = (name: string): string =>
    `${name} = {\n    "openai": {"base_url": "https://api.openai.com/v1", "model": "gpt-4o"},\n    "groq": {"base_url": "https://api.groq.com/openai/v1", "model": "llama-3.1-8b-instant"},\n    "anthropic": {"base_url": "https://api.anthropic.com/v1", "model": "claude-sonnet-4-5"},\n}\n`;

  it.each([
    ['looked in by a variable', `${records('PROVIDERS')}p = PROVIDERS[provider]\n`],
    ['called presets, for other files', records('PRESETS')],
  ])('list what a user may choose: %s', (_, text) => {
    expect(roles(text, 'a.py').map(([, role]) => role)).toEqual(['lists', 'lists', 'lists']);
  });

  it('hold what is asked where a loop tries them in turn, or one is the default', () => {
    expect(
      roles(`${records('PROVIDERS')}for p in PROVIDERS.values():\n    ask(p)\n`, 'a.py').map(
        ([, role]) => role,
      ),
    ).toEqual(['calls', 'calls', 'calls']);
    expect(
      roles(
        `${records('PROVIDERS')}provider = os.getenv("LLM_PROVIDER", "groq")\np = PROVIDERS[provider]\n`,
        'a.py',
      ),
    ).toEqual([
      ['gpt-4o', 'lists'],
      ['llama-3.1-8b-instant', 'calls'],
      ['claude-sonnet-4-5', 'lists'],
    ]);
  });
});

describe('the default of a type of providers', () => {
  const arms =
    'impl Provider {\n    fn model(&self) -> &str {\n        match self {\n            Provider::OpenAi => "gpt-4o",\n            Provider::Mistral => "mistral-large-2407",\n        }\n    }\n}\n';
  const rolesIn = (text: string, path: string): readonly string[] =>
    roles(text, path).map(([, role]) => role);

  it.each([
    'impl Default for Provider {\n    fn default() -> Self { Provider::Mistral }\n}\n',
    'impl Default for Provider {\n    fn default() -> Self {\n        Self::Mistral\n    }\n}\n',
    '#[derive(Default)]\nenum Provider {\n    OpenAi,\n    #[default]\n    Mistral,\n}\n',
  ])('is asked: %s', (given) => expect(rolesIn(given + arms, 'a.rs')).toEqual(['lists', 'calls']));

  it('is none where nothing chooses', () => expect(rolesIn(arms, 'a.rs')).toEqual(['lists', 'lists']));

  it('is a symbol of Ruby', () =>
    expect(
      rolesIn(
        "M = { openai: 'gpt-4o', mistral: 'mistral-large-2407' }.freeze\nDEFAULT_PROVIDER = :mistral\ndef model(provider = DEFAULT_PROVIDER) = M.fetch(provider)\n",
        'a.rb',
      ),
    ).toEqual(['lists', 'calls']));
});
