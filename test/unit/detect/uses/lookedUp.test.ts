import { describe, expect, it } from 'vitest';
import { detect } from '../marked';

/** The names that a text uses. */
const used = (text: string, path: string): readonly string[] =>
  detect(text, path)
    .references.filter(({ role }) => role !== 'mentions' && role !== 'lists')
    .map(({ text: name }) => name);

const ID = 'stabilityai/stablelm-zephyr-3b';

describe('a name in a condition of SQL', () => {
  it('is looked for, also where the statement goes on over lines', () => {
    expect(
      used(
        `q = query(<<~SQL)\n  SELECT * FROM posts p\n  WHERE p.id > 0 AND\n    p.model_name = '${ID}' AND\n    p.ok\nSQL\n`,
        'a.rb',
      ),
    ).toEqual([]);
  });

  it('is a setting where a column for models is set to it', () => {
    for (const text of [
      "UPDATE settings SET model_name = 'gpt-4-0613' WHERE id = 1;\n",
      "UPDATE settings\nSET label = 'this and that',\n    model_name = 'gpt-4-0613'\nWHERE id = 1;\n",
    ])
      expect(used(text, 'a.sql')).toEqual(['gpt-4-0613']);
    expect(used("UPDATE settings SET label = 'gpt-4-0613' WHERE id = 1;\n", 'a.sql')).toEqual([]);
    expect(used("UPDATE settings SET a = 1 WHERE model = 'gpt-4-0613' AND b = 2;\n", 'a.sql')).toEqual([]);
  });

  it('is looked for among several', () => {
    expect(used("SELECT * FROM runs WHERE model IN ('gpt-4-0613', 'claude-2.1');\n", 'a.sql')).toEqual([]);
  });

  it('is asked for where a function of SQL gets it', () => {
    expect(
      used("SELECT SNOWFLAKE.CORTEX.COMPLETE('mistral-large', p) FROM t WHERE x = 1;\n", 'a.sql'),
    ).toEqual(['mistral-large']);
  });

  it('is none where no statement stands before', () => {
    expect(used("and model = 'gpt-4-0613'\n", 'a.rb')).toEqual(['gpt-4-0613']);
  });
});

describe('a record that is looked up', () => {
  it('is no use of the name', () => {
    expect(used('LlmModel.find_by(model: "gpt-4-0613")\n', 'a.rb')).toEqual([]);
    expect(used('Agent.objects.filter(model="gpt-4-0613").all()\n', 'a.py')).toEqual([]);
    expect(used('await db.run.findMany({ where: { model: "gpt-4-0613" } });\n', 'a.ts')).toEqual([]);
  });

  it('is one where the call makes something', () => {
    expect(used('client.create(model: "gpt-4-0613")\n', 'a.rb')).toEqual(['gpt-4-0613']);
  });
});

describe('a record that says which model was used', () => {
  it('is no use', () => {
    expect(used(`Result.create!(\n  model_used: "${ID}",\n  score: 1\n)\n`, 'a.rb')).toEqual([]);
  });

  it.each([
    ['a.json', '{"model_used": "gpt-4-0613", "score": 1}'],
    ['a.json', '{"used_model": "gpt-4-0613", "output": "x"}'],
    ['a.yaml', 'run:\n  used_model: gpt-4-0613\n  created_at: 2024-01-01\n'],
    ['a.ts', 'const r = { usedModel: "gpt-4-0613", answer };\n'],
  ])('is no use beside what was made, in %s: %s', (path, text) => {
    expect(used(text, path)).toEqual([]);
  });

  it.each([
    ['.env', 'USED_MODEL=gpt-4-0613\n'],
    ['a.yaml', 'llm:\n  provider: openai\n  used_model: gpt-4-0613\n'],
    ['a.toml', '[llm]\nprovider = "openai"\nused_model = "gpt-4-0613"\n'],
    ['compose.yaml', 'services:\n  a:\n    environment:\n      USED_MODEL: gpt-4-0613\n'],
  ])('is a setting beside nothing that was made, in %s: %s', (path, text) => {
    expect(used(text, path)).toEqual(['gpt-4-0613']);
  });

  it('is one where a call gets it', () => {
    expect(
      used('model_used = "gpt-4-0613"\nclient.chat.completions.create(model=model_used)\n', 'a.py'),
    ).toEqual(['gpt-4-0613']);
  });
});

describe('a pattern', () => {
  it.each([
    ['a.py', `if re.search(r"stablelm-zephyr-3b", name):\n  pass\n`],
    ['a.ts', `const r = new RegExp("stablelm-zephyr-3b");\n`],
    ['a.ts', `if (name.includes("stablelm-zephyr-3b")) x();\n`],
    ['a.java', `if (Pattern.matches("stablelm-zephyr-3b", n)) {}\n`],
    ['a.go', `var re = regexp.MustCompile("stablelm-zephyr-3b")\n`],
    ['a.go', `if strings.Contains(name, "stablelm-zephyr-3b") {}\n`],
    ['a.rb', `return 1 if name =~ /stablelm-zephyr-3b/\n`],
    ['a.cs', `if (Regex.IsMatch(name, "stablelm-zephyr-3b")) {}\n`],
    ['a.kt', `val r = "stablelm-zephyr-3b".toRegex()\n`],
    ['a.rs', `let re = Regex::new(r"stablelm-zephyr-3b").unwrap();\n`],
    ['a.php', `if (preg_match('/stablelm-zephyr-3b/', $name)) {}\n`],
    ['a.php', `if (str_contains($name, 'stablelm-zephyr-3b')) {}\n`],
  ])('in %s uses nothing: %s', (path, text) => {
    const { references } = detect(`${text}`, path);
    expect(
      references.map(({ role }) => role).filter((role) => role !== 'mentions' && role !== 'lists'),
    ).toEqual([]);
  });

  it('is the same name in another spelling where one is put in the place of the other', () => {
    expect(used('name = name.replace("gpt4", "gpt-4")\n', 'a.py')).toEqual([]);
    expect(used('const n = name.replaceAll("claude2.1", "claude-2.1");\n', 'a.ts')).toEqual([]);
    expect(used('const n = name.replace("auto", "gpt-4-0613");\n', 'a.ts')).toEqual(['gpt-4-0613']);
  });

  it('is no call by the name of a model', () => {
    expect(used('model = load("stablelm-zephyr-3b")\n', 'a.py')).toEqual(['stablelm-zephyr-3b']);
  });
});

describe('a question about a name', () => {
  it.each([
    ['a.py', 'ok = is_allowed("gpt-4-0613", user)\n'],
    ['a.ts', 'const ok = supports("gpt-4-0613", "vision");\n'],
    ['a.py', 'ok = supports_images("gpt-4-0613", provider="x")\n'],
    ['a.ts', 'const ok = isAllowed("gpt-4-0613", ALLOWED);\n'],
    ['a.go', 'package a\n\nfunc f() bool { return IsModelValid("gpt-4-0613", x) }\n'],
    ['a.py', 'ok = is_reasoning_model("gpt-4-0613")\n'],
    ['a.py', 'ok = litellm.supports_vision(model="gpt-4-0613")\n'],
    ['a.ts', 'expect(isReasoningModel("gpt-4-0613")).toBe(false);\n'],
    ['a.rb', 'return if models.reasoning?("gpt-4-0613")\n'],
    ['a.ex', 'assert Models.reasoning?("gpt-4-0613")\n'],
    ['a.jl', '@test Models.is_reasoning_model("gpt-4-0613") == false\n'],
    ['a.go', 'package a\n\nfunc f() bool { return client.Supports("gpt-4-0613") }\n'],
    ['a.py', 'ok = supports_feature("gpt-4-0613", "vision")\n'],
    ['a.ts', "const ok = hasCapability('gpt-4-0613', 'vision');\n"],
    ['a.py', 'ok = is_model_allowed("gpt-4-0613", tenant)\n'],
  ])('asks nothing of the model: %s', (path, text) => {
    expect(used(text, path)).toEqual([]);
  });

  it.each([
    ['a.py', 'bad = is_toxic(text, model="gpt-4-0613")\n'],
    ['a.py', 'bad = is_toxic(model="gpt-4-0613", text=text)\n'],
    ['a.py', 'bad = is_toxic("gpt-4-0613", text)\n'],
    ['a.py', 'ok = is_valid("gpt-4-0613", text)\n'],
    ['a.py', 'ok = is_allowed("gpt-4-0613", message)\n'],
    ['a.py', 'ok = contains_pii("gpt-4-0613", row["text"])\n'],
    ['a.ts', "const ok = await matchesPolicy('gpt-4-0613', answer, policy);\n"],
    ['a.py', 'ok = supports_claim("gpt-4-0613", f(x))\n'],
    ['a.py', 'out = do_chat("gpt-4-0613", text)\n'],
    ['a.ts', "const ok = canAnswer('gpt-4-0613', q, { temperature: 0 });\n"],
    ['a.ts', "const out = doRequest('gpt-4-0613');\n"],
    ['a.ts', 'const agent = isolated("gpt-4-0613");\n'],
    ['a.py', 'agent = uses("gpt-4-0613")\n'],
  ])('may be one to the model where it gets something else, or is none: %s %s', (path, text) => {
    expect(used(text, path)).toEqual(['gpt-4-0613']);
  });
});

describe('a search of the Hub', () => {
  it('uses no repository', () => {
    expect(used('f = HfModelFilter(model_name="acme/parakeet-tdt", task="asr")\n', 'a.py')).toEqual([]);
    expect(used('f = HfPipeline(model_name="acme/parakeet-tdt", task="asr")\n', 'a.py')).toEqual([
      'acme/parakeet-tdt',
    ]);
  });
});

describe('a reference to a resource of a cluster', () => {
  const text = (key: string): string =>
    `apiVersion: acme.dev/v1\nspec:\n  ${key}:\n    name: llama-3-8b-local\n    namespace: acme\n`;

  it('is a name that the project gives', () => {
    expect(used(text('modelRef'), 'a.yaml')).toEqual([]);
  });

  it('is a model elsewhere', () => {
    expect(used(text('model'), 'a.yaml')).toEqual(['llama-3-8b-local']);
  });
});

describe('a model as a resource', () => {
  it('is got or deleted', () => {
    expect(used('curl -X DELETE https://api.openai.com/v1/models/gpt-4-0613 -H "A: b"\n', 'a.sh')).toEqual(
      [],
    );
    expect(used('client.models.delete("ft:gpt-3.5-turbo:acme::abc")\n', 'a.py')).toEqual([]);
  });

  it('is asked where a method stands behind it', () => {
    expect(
      used(
        'curl https://generativelanguage.googleapis.com/v1beta/models/gemini-1.5-pro:generateContent -d x\n',
        'a.sh',
      ),
    ).toEqual(['gemini-1.5-pro']);
  });
});

describe('the header of an answer', () => {
  it('says which model gave it', () => {
    expect(used('{"headers": {"x-ms-served-model": ["text-embedding-3-small-1"]}}', 'a.json')).toEqual([]);
    expect(used('{"headers": {"x-ask-model": "text-embedding-3-small-1"}}', 'a.json')).toEqual([
      'text-embedding-3-small-1',
    ]);
  });
});

describe('a name that another is turned into', () => {
  it.each([
    [
      'a.rb',
      'name = given\nname = "command-r-plus" if name == "old"\nLlm.joins(:user).where(name: name).last\n',
    ],
    [
      'a.py',
      'if name == "old":\n    name = "command-r-plus"\nreturn Llm.objects.filter(name=name).first()\n',
    ],
    ['a.ts', 'if (model === "old") model = "gpt-4-0613";\nreturn PRICES[model];\n'],
    ['a.go', 'if model == "old" {\n\tmodel = "gpt-4-0613"\n}\nreturn prices[model]\n'],
    [
      'a.php',
      "<?php if ($model === 'old') $model = 'gpt-4-0613';\nreturn Llm::where('name', $model)->first();\n",
    ],
  ])('is only looked up: %s', (path, text) => {
    expect(used(text, path)).toEqual([]);
  });

  it.each([
    ['a call gets it', 'if (model === "old") model = "gpt-4-0613";\nreturn run(PRICES[model], model);\n'],
    ['nothing is compared', 'model = "gpt-4-0613";\nreturn PRICES[model];\n'],
    ['nothing reads it here', 'if (model === "old") model = "gpt-4-0613";\n'],
    [
      'another function looks it up',
      'if (model === "old") model = "gpt-4-0613";\nfunction f(model) {\n  return P[model];\n}\n',
    ],
  ])('is asked for where %s', (_, text) => {
    expect(used(text, 'a.ts')).toEqual(['gpt-4-0613']);
  });
});

describe('the name of a resource of a cluster', () => {
  const resource = (metadata: string): string =>
    `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n${metadata}spec:\n  replicas: 1\n`;

  it.each([
    '  name: deepseek-llm-7b-chat\n',
    '  labels:\n    model.acme.ai/name: deepseek-llm-7b-chat\n',
    '  labels:\n    model: deepseek-llm-7b-chat\n',
  ])('is chosen by its owner: %j', (metadata) => {
    expect(used(resource(metadata), 'a.yaml')).toEqual([]);
  });

  it('is a model where the resource asks for one', () => {
    expect(
      used(`${resource('  name: chat\n')}  model: deepseek-ai/deepseek-llm-7b-chat\n`, 'a.yaml'),
    ).toEqual(['deepseek-ai/deepseek-llm-7b-chat']);
    expect(used('model:\n  labels:\n    model: deepseek-llm-7b-chat\n', 'a.yaml')).toEqual([
      'deepseek-llm-7b-chat',
    ]);
  });
});

describe('the name of a resource of a cluster in code', () => {
  const rolesOf = (text: string): readonly string[] =>
    detect(text, 'a.py').references.map(({ role }) => role);
  const client = 'models = k8s.get(api_version="kubeai.org/v1", kind="Model")\n';

  it('is chosen by its owner', () => {
    expect(rolesOf(`${client}m = models.get(name="facebook-opt-125m", namespace="default")\n`)).toEqual([
      'mentions',
    ]);
  });

  it('is that of a model where no resource is asked for', () => {
    expect(rolesOf('m = models.get(name="facebook-opt-125m", namespace="default")\n')).toEqual(['loads']);
  });
});

describe('a repository of code that begins with where it lies', () => {
  it.each([
    ['flake.nix', '{ inputs = { whisper.url = "github:openai/whisper"; }; }\n'],
    ['run.sh', 'nix run github:openai/whisper\nnpm install github:openai/whisper\n'],
    ['package.json', '{"dependencies": {"gemma": "github:google/gemma"}}\n'],
  ])('is no model: %s', (path, text) => expect(used(text, path)).toEqual([]));

  it.each([
    ['a.py', "agent = Agent('github:openai/gpt-4o')\n"],
    ['a.yaml', 'model: github:openai/gpt-4o\n'],
    ['a.sh', 'llm -m github:openai/gpt-4o hello\n'],
  ])('is a provider where a model is asked for: %s', (path, text) =>
    expect(used(text, path)).toEqual(['github:openai/gpt-4o']),
  );
});

describe('a repository of code that the text has the address of', () => {
  const said = '/** https://github.com/acme/py-engine */\n';
  it('is no model', () =>
    expect(used(`${said}export const PY_ENGINE_REPO = 'acme/py-engine';\n`, 'a.ts')).toEqual([]));

  it.each([
    [`${said}export const MODEL_REPO = 'acme/py-engine';\n`],
    [`${said}export const PY_ENGINE_REPO = 'acme/engine-py';\n`],
    [`${said}export const GENERATOR_REPO = 'acme/py-engine';\n`],
    ["// https://github.com/acme/zeta-7b-eval\nexport const ENGINE_REPO = 'acme/zeta-7b';\n"],
    [
      "// https://github.com/openai/whisper-large-v3\nexport const ENGINE_REPO = 'openai/whisper-large-v3';\n",
    ],
  ])('may be one by its key, its name or the catalog: %s', (text) =>
    expect(used(text, 'a.ts')).toHaveLength(1),
  );
});

describe('a repository in a text that speaks to a forge alone', () => {
  it.each([
    ['a.swift', 'let repoSlug = "acme/app"\nrun(gh, ["api", "user/starred/\\(repoSlug)"])\n'],
    ['a.ts', 'const repoSlug = "acme/app";\nfetch("https://api.github.com/user/starred/" + repoSlug);\n'],
  ])('is no model in %s: %s', (path, text) => expect(used(text, path)).toEqual([]));

  it.each([
    [
      'a.ts',
      'const repoSlug = "acme/app";\nload(`hf://${repoSlug}`);\nfetch("https://api.github.com/repos/x/y");\n',
    ],
    [
      'a.ts',
      'const repoSlug = "acme/app";\nloadModel(repoSlug);\nfetch("https://api.github.com/repos/x/y");\n',
    ],
    ['a.ts', 'const repoSlug = "acme/qwen3-8b";\nfetch("https://api.github.com/user/starred/x");\n'],
    ['a.ts', 'const repoSlug = "acme/app";\nstart(repoSlug);\n'],
  ])('may be one in %s: %s', (path, text) => expect(used(text, path)).toHaveLength(1));
});

describe('an icon', () => {
  it('is no tag of a model', () =>
    expect(used('{"ollama": {"model_section": "mdi:brain", "model": "mdi:account-box"}}', 'a.json')).toEqual(
      [],
    ));

  it('is told by its set: tags of one model may be as many', () =>
    expect(
      used('A_MODEL=vicuna:text\nB_MODEL=vicuna:chat\nC_MODEL=vicuna:latest\nOLLAMA=1\n', '.env'),
    ).toHaveLength(3));
});

describe('a script that asks how much of a model may be deployed', () => {
  const asks = 'M="gpt-4o-mini:200,gpt-4o:10"\naz cognitiveservices usage list --location "$R" | grep "$M"\n';

  it('uses none', () => expect(used(asks, 'a.sh')).toEqual([]));

  it('may go on to deploy it', () =>
    expect(used(`${asks}azd up\n`, 'a.sh')).toEqual(['gpt-4o-mini', 'gpt-4o']));
});

describe('a store of sessions', () => {
  it('asks no model', () => {
    const kept =
      'class Bot:\n    def __init__(self):\n        self.all = SessionManager(Session, model=m or "gpt-4-0613")\n';
    expect(used(kept, 'a.py')).toEqual([]);
  });

  it('is asked where it is given a model, and no class of what it keeps', () => {
    const asked = 's = SessionManager(model="gpt-4-0613", provider="openai")\ns.ask("x")\n';
    expect(used(asked, 'a.py')).toEqual(['gpt-4-0613']);
  });

  it('is asked where the class is of what answers', () => {
    expect(used('s = SessionPool(Chat, model="gpt-4-0613")\ns.ask("x")\n', 'a.py')).toEqual(['gpt-4-0613']);
    expect(used('s = SessionPool(ChatSession, model="gpt-4-0613")\n', 'a.py')).toEqual([]);
  });

  it('is no session with a model', () => {
    expect(used('session = RealtimeSession(model="gpt-4-0613")\n', 'a.py')).toEqual(['gpt-4-0613']);
  });
});

describe('a part of a name that is replaced', () => {
  it.each([
    ['a.ts', "const label = id.replace('stablelm-zephyr-3b', 'Stable LM');\n"],
    ['a.py', 'label = name.replace("stablelm-zephyr-3b", "Stable LM")\n'],
    ['a.rb', 'label = name.gsub("stablelm-zephyr-3b", "Stable LM")\n'],
    ['A.java', 'class A { String s = n.replaceAll("stablelm-zephyr-3b", "Stable LM"); }\n'],
    ['A.cs', 'class A { string S() => n.Replace("stablelm-zephyr-3b", "Stable LM"); }\n'],
    ['a.go', 'var s = strings.ReplaceAll(n, "stablelm-zephyr-3b", "Stable LM")\n'],
    ['a.php', "<?php $s = str_replace('stablelm-zephyr-3b', 'Stable LM', $n);\n"],
    ['a.rs', 'fn f() { let s = n.replace("stablelm-zephyr-3b", "Stable LM"); }\n'],
    ['a.ex', 'String.replace(name, "stablelm-zephyr-3b", "Stable LM")\n'],
  ])('in %s uses nothing: %s', (path, text) => {
    expect(used(text, path)).toEqual([]);
  });

  it('is asked for where it is what is put there', () => {
    expect(used("const body = template.replace('MODEL', 'gpt-4-0613');\n", 'a.ts')).toEqual(['gpt-4-0613']);
    expect(used('var body = strings.Replace(t, "MODEL", "gpt-4-0613", 1)\n', 'a.go')).toEqual(['gpt-4-0613']);
  });
});

describe('a program that is kept where models are', () => {
  const url = (file: string): string =>
    `url = "https://modelscope.cn/models/acme/app-deps/resolve/master/${file}"\n`;

  it.each([
    'ffmpeg-6.1-linux-64.zip',
    'ffmpeg-macos.tar.gz',
    'setup.exe',
    'whisper-faster.exe',
    'yt-dlp_linux',
    'tools/win64/yt-dlp-win.zip',
  ])('is no model: %s', (file) => {
    expect(used(url(file), 'a.py')).toEqual([]);
  });

  it.each([
    'faster-whisper-large-v2.zip',
    'whisper-linux.zip',
    'deps.zip',
    'voice-any-py3-none-any.whl',
    'whisper.llamafile.exe',
    'mistral_linux',
  ])('may be one: %s', (file) => {
    expect(used(url(file), 'a.py')).toEqual(['acme/app-deps']);
  });
});

it('a repository that is known to be of a model has weights, whatever they are packed in', () => {
  const url =
    'url = "https://huggingface.co/meta-llama/Llama-3.1-8B-Instruct/resolve/main/weights_linux.zip"\n';
  expect(used(url, 'a.py')).toEqual(['meta-llama/Llama-3.1-8B-Instruct']);
});

describe('a table that dbt makes', () => {
  const schema = 'version: 2\nmodels:\n  - name: mistral_7b_costs\n    columns:\n      - name: day\n';

  it('is no model', () => {
    expect(used(schema, 'models/schema.yml')).toEqual([]);
  });

  it('is looked for in one pass, however often the version is said', () => {
    const text = `columns: x\n${'version: 2\n'.repeat(40_000)}x:\n  models:\n    - name: gpt-4o\n`;
    expect(used(text, 'a.yaml')).toEqual(['gpt-4o']);
  });

  it('is one where nothing says that it is a table', () => {
    expect(used(schema.replace('version: 2\n', ''), 'models/schema.yml')).toEqual(['mistral_7b_costs']);
  });
});

describe('the type of a thing that is sold', () => {
  it.each([
    ['a.ts', "const lamps = [{ maker: 'Nordhell', model: 'o1', watt: 6 }];\n"],
    ['a.kt', 'val p = Phone(brand = "Nordhell", model = "o1")\n'],
    ['a.py', 'LAMPS = [{"manufacturer": "Nordhell", "model": "o1"}]\n'],
    ['a.yaml', 'lamps:\n  - model: o1\n    watt: 6\n'],
    ['a.toml', '[[lamps]]\nbrand = "Nordhell"\nmodel = "o1"\n'],
    ['a.rb', 'Lamp.create(maker: "Nordhell", model: "o1")\n'],
    ['a.ts', "const l = { brand: 'Nordhell', model: 'o1' };\nshow({ title: l.brand, model: l.model });\n"],
  ])('is no model in %s: %s', (path, text) => {
    expect(used(text, path)).toEqual([]);
  });

  it.each([
    ['a.json', '{"brand": "Acme", "provider": "openai", "model": "o1"}\n'],
    ['a.yaml', 'brand: Acme\nmodel: o1\ntemperature: 0\n'],
    ['a.py', 'cfg = {"brand": "Acme", "model": "o1"}\nc.responses.create(model=cfg["model"], input="")\n'],
    ['a.ts', 'const c = { brand: "Acme", model: "o1" };\nask({ model: c.model, messages });\n'],
    [
      'a.php',
      "<?php $c = ['brand' => 'Acme', 'model' => 'o1'];\nask(['model' => $c['model'], 'messages' => $m]);\n",
    ],
  ])('is one that is asked, in %s: %s', (path, text) => {
    expect(detect(text, path).references.map(({ role }) => role)).toEqual(['calls']);
  });

  it('is one where the record is of a service, or the name is that of nothing else', () => {
    expect(used('c = Config(provider="openai", model="o1")\n', 'a.py')).toEqual(['o1']);
    expect(used('c = {"brand": brand, "model": "gpt-4-0613"}\n', 'a.py')).toEqual(['gpt-4-0613']);
  });
});

describe('what is only called like a repository of models', () => {
  const roleOf = (text: string, path: string): unknown => detect(text, path).references[0]?.role;
  it.each([
    ['.github/workflows/a.yaml', 'env:\n  IMAGE_NAME: acme/llama-7b\n'],
    ['train.yaml', 'model_name: x\nsave_name: "acme/llama-7b"\n'],
    ['package.json', '{ "name": "thing", "repository": "acme/llama-7b" }\n'],
  ])('is no use in %s: %s', (path, text) => expect(roleOf(text, path)).not.toBe('loads'));

  it.each([
    ['chart/values.yaml', 'model:\n  repository: Qwen/Qwen3-8B\n'],
    ['a.json', '{ "model": { "repository": "Qwen/Qwen3-8B" } }\n'],
  ])('is one where a model is meant, in %s: %s', (path, text) => expect(roleOf(text, path)).toBe('loads'));
});
