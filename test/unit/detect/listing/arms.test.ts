import { describe, expect, it } from 'vitest';
import { rolesIn } from '../marked';

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
