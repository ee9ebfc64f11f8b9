import { describe, expect, it } from 'vitest';
import { roles } from '../marked';

describe('an attribute of a trace', () => {
  it.each([
    ['a.ts', 'const a = [{ key: "gen_ai.request.model", value: { stringValue: "gpt-4-0613" } }];\n'],
    ['a.py', 'span.set_attribute("gen_ai.request.model", "gpt-4-0613")\n'],
    ['a.ts', "span.setAttributes({ 'ai.model.id': 'gpt-4-0613' });\n"],
    ['a.json', '{ "attributes": { "gen_ai.response.model": "gpt-4-0613" } }\n'],
  ])('asks nothing in %s: %s', (path, text) => {
    expect(roles(text, path)).toEqual([['gpt-4-0613', 'lists']]);
  });

  it('is none by a key that is like it, or that settings have', () => {
    expect(roles('ask({ "gen_ai.model": "gpt-4-0613" })\n', 'a.ts')).toEqual([['gpt-4-0613', 'calls']]);
    expect(roles('{ "llm.model_name": "gpt-4-0613" }\n', 'settings.json')).toEqual([['gpt-4-0613', 'calls']]);
  });
});

describe('a record of what a program has found', () => {
  const role = (text: string): unknown => roles(text, 'a.py')[0]?.[1];
  const record = 'results = {\n  "audio_file": path,\n  "model": "BAAI/bge-m3",\n  "segments": [],\n}\n';

  it('loads nothing', () => expect(role(`def f(path):\n  ${record}`)).toBe('lists'));

  it.each([
    record.replace('results', 'config'),
    record.replace('"segments": []', '"segments": "all"'),
    `${record}run_it(**results)\n`,
    `${record}ask_llm(results)\n`,
    record.replace('"segments": [],', '"segments": [], "temperature": 0,'),
  ])('is a setting where it may be one: %s', (text) => expect(role(text)).toBe('loads'));

  it('is a request where it may be sent', () => {
    expect(role(`${record}requests.post(base + "/v1/completions", json=results)\n`)).toBe('calls');
  });
});

describe('what only counts tokens', () => {
  it.each([
    ['a.py', 's = CharacterTextSplitter.from_tiktoken_encoder(chunk_size=3, model_name="gpt-4-0613")\n'],
    ['a.py', 'n = litellm.token_counter(model="gpt-4-0613", text=x)\n'],
    ['a.cs', 'var t = TiktokenTokenizer.CreateForModel("gpt-4-0613");\n'],
    ['a.java', 'Tokenizer t = new OpenAiTokenizer("gpt-4-0613");\n'],
    ['a.py', 'c = calculate_cost(model="gpt-4-0613", tokens=3)\n'],
    ['a.py', 'n = num_tokens_from_messages(messages, model="gpt-4-0613")\n'],
    ['a.py', 'c = get_context_window(model="gpt-4-0613")\n'],
    ['a.go', 'package a\n\nfunc f() int { return ContextWindow("gpt-4-0613") }\n'],
    ['a.py', 't = CostTracker(model="gpt-4-0613")\n'],
    ['a.py', 'c = price_run(usage, "openai", "gpt-4-0613")\n'],
    ['a.ts', "const c = calculateCost({ model: 'gpt-4-0613', inputTokens: 3 });\n"],
    ['a.ts', "const c = pricing.for('gpt-4-0613');\n"],
    ['a.go', 'func f() { c := NewTokenCounter("gpt-4-0613") }\n'],
    ['a.java', 'class A { int n = tokenCounter.count("gpt-4-0613", text); }\n'],
    ['a.rs', 'fn f() { let c = TokenCounter::new("gpt-4-0613"); }\n'],
    ['a.py', 'def estimate_cost(tokens, model="gpt-4-0613"):\n    return PRICES[model] * tokens\n'],
    ['a.ts', 'export function getContextWindow(model = "gpt-4-0613") { return WINDOWS[model]; }\n'],
    [
      'a.ts',
      'const calculateCost = async (tokens: number, model = "gpt-4-0613") => tokens * PRICES[model];\n',
    ],
    [
      'a.py',
      'def estimate_cost(t, model="gpt-4-0613"):\n    return PRICES[model] * t\n\ndef ask(m):\n    return c.chat.completions.create(model=m)\n',
    ],
    ['a.rb', 'c = CostCalculator.new(model: "gpt-4-0613")\n'],
    ['a.go', 'func f(t string) (int, error) { return model.GetTokenSize("gpt-4-0613", t) }\n'],
    ['a.rs', 'fn f() { let n = get_chat_completion_max_tokens("gpt-4-0613", &m); }\n'],
    ['a.ts', "const t = encodeChat(chat, 'gpt-4-0613');\n"],
    ['a.go', 'func f(t string) int { return CountTokenInput(t, "gpt-4-0613") }\n'],
    ['tokenizer.py', 'DEFAULT = "gpt-4-0613"\ndef f(text):\n    return len(encode(text))\n'],
    ['token-limits.ts', 'export const DEFAULT = { model: "gpt-4-0613", tokens: 8192 };\n'],
    ['token_limits.go', 'var limits = map[string]int{"gpt-4-0613": 8192} // tokens\n'],
  ])('in %s calls nothing: %s', (path, text) => {
    expect(roles(text, path)).toEqual([['gpt-4-0613', 'lists']]);
  });

  it.each([
    ['a.py', 'n = client.messages.count_tokens(model="gpt-4-0613", messages=m)\n'],
    ['a.ts', "const n = await ai.models.countTokens({ model: 'gpt-4-0613', contents });\n"],
    ['a.py', 'def count_tokens(text, model="gpt-4-0613"):\n    return client.count(model)\n'],
    ['a.py', 'def get_prices_of_page(page, model="gpt-4-0613"):\n    return ask(model, page)\n'],
    ['a.py', 'c = estimate_cost_with_llm(model="gpt-4-0613")\n'],
    ['a.py', 'c = price_products(products, model="gpt-4-0613")\n'],
    ['a.py', 'c = price_tokens(["BTC"], model="gpt-4-0613")\n'],
    [
      'a.py',
      'def estimate_cost(brief, model="gpt-4-0613"):\n    return c.chat.completions.create(model=model, messages=[brief])\n',
    ],
    [
      'token_counter.py',
      'M = "gpt-4-0613"\ndef ask(m):\n    return c.chat.completions.create(model=M, messages=m)\n',
    ],
    ['a.py', 'c = get_context(question, model="gpt-4-0613")\n'],
    ['a.ts', "const c = new CostTrackingClient({ model: 'gpt-4-0613' });\n"],
    ['a.ts', "const n = countTokens(await ask({ model: 'gpt-4-0613', messages }));\n"],
    ['a.ts', "const t = new CostTracker({ client: { model: 'gpt-4-0613', apiKey } });\n"],
    [
      'tokenizer.py',
      'M = "gpt-4-0613"\nrequests.post("https://api.openai.com/v1/chat/completions", json={"model": M})\n',
    ],
    [
      'a.py',
      'import tiktoken\ndef count_tokens(t, model="gpt-4-0613"):\n    create = c.chat.completions.create\n    return create(model=model)\n',
    ],
    ['src/tokenizers.ts', 'export const model = openai("gpt-4-0613"); // counts its tokens\n'],
    [
      'tokenizer.ts',
      'const MODEL = "gpt-4-0613";\nexport const chat = new ChatOpenAI({ model: MODEL, maxTokens: 9 });\n',
    ],
    [
      'token_counter.py',
      'M = "gpt-4-0613"\ntokens = openai.ChatCompletion.create(model=M, messages=m).usage\n',
    ],
    ['tokenizer.py', 'M = "gpt-4-0613"\na = Agent(name="tokens", model=M)\n'],
    ['tokenizer.py', 'from acme import ask\nM = "gpt-4-0613"\nask(M, text, max_tokens=3)\n'],
    ['tokenizer.py', 'from acme import run\nM = "gpt-4-0613"\nrun(M)\n'],
    [
      'a.py',
      'import tiktoken\ndef num_tokens(t, model="gpt-4-0613"):\n    return llm.invoke(t, model=model)\n',
    ],
  ])('is none that may ask it: %s %s', (path, text) => {
    expect(roles(text, path)).toEqual([['gpt-4-0613', 'calls']]);
  });

  it('has no weights of a model of a service, whatever runs others beside', () => {
    const text = 'fn f() { match s { Source::Ollama => get_bpe_from_model("gpt-3.5-turbo").expect("x") } }\n';
    expect(roles(text, 'a.rs')).toEqual([['gpt-3.5-turbo', 'lists']]);
  });

  it('is a row that says the encoding of a model', () => {
    expect(roles('object A :\n  ModelType("gpt-4-0613", CL100K_BASE, 4097, tokens = 3)\n', 'a.kt')).toEqual([
      ['gpt-4-0613', 'lists'],
    ]);
    expect(roles('object A :\n  ModelType("gpt-4-0613", 4097, tokens = 3)\n', 'a.kt')).toEqual([
      ['gpt-4-0613', 'calls'],
    ]);
  });
});

it.each([
  ['{"prompt": "Why?", "model": "gpt-4-0613", "answer": "So."}', 'lists'],
  ['{"prompt": "Why?", "model": "gpt-4-0613", "max_tokens": 9}', 'calls'],
  ['{"question": "Which?", "model": "gpt-4-0613", "answer": "B"}', 'lists'],
  ['{"prompt": "How good?", "model": "gpt-4-0613", "rating": 4}', 'lists'],
  [
    '{"messages": [{"role": "user", "content": "x"}], "model": "gpt-4-0613", "output": [{"text": "y"}]}',
    'lists',
  ],
  ['{"provider": "openai", "model": "gpt-4-0613", "input": "docs", "output": "summary"}', 'calls'],
  ['{"model": "gpt-4-0613", "input": "docs", "output": "summary"}', 'calls'],
  ['{"model": "gpt-4-0613", "prompt": "You answer.", "response": "json"}', 'calls'],
  ['{"model": "gpt-4-0613", "prompt": "You answer.", "output": "{{ summary }}"}', 'calls'],
])('a record with what was asked and answered asks nobody: %s', (record, role) => {
  expect(roles(`${record}\n${record}\n`, 'runs/a.jsonl')).toEqual([
    ['gpt-4-0613', role],
    ['gpt-4-0613', role],
  ]);
});

it('a row of a table of data asks nobody', () => {
  expect(roles('model,pair,bleu\nfacebook/nllb-200-3.3B,de-en,41.2\n', 'bench/results.csv')).toEqual([
    ['facebook/nllb-200-3.3B', 'lists'],
  ]);
});

describe('a call that asks for a model', () => {
  const CALL = 'fn f() { let t = Self::try_from_model("gpt-4-0613"); }\n';

  it('makes an encoding where the text is about them', () => {
    expect(roles(`use tiktoken_rs::CoreBPE;\n${CALL}`, 'a.rs')).toEqual([['gpt-4-0613', 'lists']]);
    expect(roles(CALL, 'a.rs')).toEqual([['gpt-4-0613', 'calls']]);
  });
});

describe('a setting with the encoding of a tokenizer', () => {
  it.each([
    [
      'a.rs',
      'let o = Options { size: 5, model_name: String::from("gpt-4-0613"), encoding_name: String::from("cl100k_base") };',
    ],
    ['a.ts', "const o = { size: 5, modelName: 'gpt-4-0613', encodingName: 'cl100k_base' };"],
    ['a.py', 'o = Options(size=5, model_name="gpt-4-0613", encoding_name="cl100k_base")'],
    ['a.py', 'o = Options("gpt-4-0613", "cl100k_base", size=len(sizes))'],
  ])('in %s only counts: %s', (path, text) => {
    expect(roles(text, path)).toEqual([['gpt-4-0613', 'lists']]);
  });

  it.each([
    'litellm.completion("gpt-4-0613", trim(messages, "o200k_base"))',
    'llm = ChatOpenAI("gpt-4-0613", encoding_name="o200k_base")',
    'a = Agent("gpt-4-0613", tiktoken.get_encoding("o200k_base"))',
    'LLM = {"provider": "openai", "model": "gpt-4-0613", "encoding": "o200k_base"}',
  ])('is none where the model is asked beside: %s', (text) => {
    expect(roles(`import litellm\nfrom langchain_openai import ChatOpenAI\n${text}\n`, 'a.py')).toEqual([
      ['gpt-4-0613', 'calls'],
    ]);
  });

  it('asks where a request is made of it', () => {
    expect(
      roles("const o = { model: 'gpt-4-0613', temperature: 0, encodingName: 'cl100k_base' };", 'a.ts'),
    ).toEqual([['gpt-4-0613', 'calls']]);
  });
});

describe('an encoder that is made for a model', () => {
  it.each([
    ['A.cs', 'class A { int N(string t) { return ModelToEncoder.For("gpt-4-0613").CountTokens(t); } }\n'],
    ['a.php', "<?php\nuse Yethee\\Tiktoken\\EncoderProvider;\n$e = $provider->getForModel('gpt-4-0613');\n"],
    ['a.rs', 'fn f() { let b = tiktoken_rs::bpe_for_model("gpt-4-0613").unwrap(); }\n'],
    ['a.ex', '{:ok, tokens} = Tiktoken.encode("gpt-4-0613", text)\n'],
  ])('in %s calls nothing: %s', (path, text) => {
    expect(roles(text, path)).toEqual([['gpt-4-0613', 'lists']]);
  });

  it('is none for a client', () => {
    const text = 'class A { Task B() { return ModelToClient.For("gpt-4-0613").CompleteAsync(t); } }\n';
    expect(roles(text, 'A.cs')).toEqual([['gpt-4-0613', 'calls']]);
  });
});

describe('an entry of a list in settings', () => {
  const entries = (fields: string): string =>
    ['gpt-4-0613', 'gpt-4-0314'].map((id) => `- model: ${id}\n  ${fields}\n`).join('');
  const rolesOf = (fields: string) => [...new Set(roles(entries(fields), 'a.yaml').map(([, role]) => role))];

  it('is a row of a leaderboard with what was measured', () => {
    const row =
      'pass_rate_1: 40.1\n  percent_cases_well_formed: 99\n  num_malformed_responses: 1\n  date: 2026-01-02';
    expect(rolesOf(row)).toEqual(['lists']);
  });

  it('is an agent with what it is limited by', () => {
    const agent =
      'provider: openai\n  num_retries: 3\n  candidate_count: 1\n  validate: true\n  score_threshold: 0.5\n  update_every: 3';
    expect(rolesOf(agent)).toEqual(['calls']);
  });
});

describe('the report of a run', () => {
  const answered = '[{"question": "Why?", "generated_answer": "So.", "score": 4}]';

  it.each([
    `{"config": {"evaluator": "gpt-4-0613"}, "quality_score": 3.9, "results": ${answered}}`,
    `{"model": "gpt-4-0613", "results": ${answered}}`,
    `{"responses": ${answered.replace(', "score": 4', '')}, "config": {"llm": "gpt-4-0613"}}`,
    '{"results": {"gsm8k": {"exact_match,strict": 0.71}}, "config": {"model": "gpt-4-0613"}}',
    '{"backends": [{"backend": "a", "configured_model": "gpt-4-0613", "results": [{"tokens_per_second": 31.2}]}]}',
    '{"runs": [{"model": "gpt-4-0613", "results": [{"avg_ttft": 306.5}]}]}',
    '{"model": "gpt-4-0613", "results": [{"name": "a", "passed": true}, {"name": "b", "passed": false}]}',
  ])('asks nobody: %s', (text) => {
    expect(roles(`${text}\n`, 'run.json')).toEqual([['gpt-4-0613', 'lists']]);
  });

  it.each([
    '{"config": {"evaluator": "gpt-4-0613"}, "results": "out/results.json"}',
    '{"config": {"evaluator": "gpt-4-0613"}, "results": []}',
    '{"model": "gpt-4-0613", "examples": [{"question": "Why?", "answer": "So."}]}',
    '{"model": "gpt-4-0613", "metrics": {"accuracy": 0.8}}',
    '{"model": "gpt-4-0613", "provider": "openai", "results": [{"name": "a", "success": true}]}',
    '{"steps": [{"model": "gpt-4-0613", "results": [{"into": "summary"}]}]}',
  ])('is none that has no results: %s', (text) => {
    expect(roles(`${text}\n`, 'run.json')).toEqual([['gpt-4-0613', 'calls']]);
  });
});

describe('the name of a vocabulary', () => {
  it('loads no model', () => {
    const text = 'tokenizer_name = "gpt2"\nassert (folder / "gpt2.tiktoken").exists()\n';
    expect(roles(text, 'a.py')).toEqual([['gpt2', 'lists']]);
    expect(roles('tokenizer_name = "gpt2"\n', 'a.py')).toEqual([['gpt2', 'loads']]);
  });
});

describe('records in code of how well models did', () => {
  const usesOf = (text: string, path: string): readonly string[] => [
    ...new Set(roles(text, path).map(([, role]) => role)),
  ];

  it.each([
    [
      'src/leaderboard.rs',
      'const ROWS: &[Row] = &[\n    Row { model: "BAAI/bge-m3", ndcg: 48.8 },\n    Row { model: "acme/embed-7b", ndcg: 41.9 },\n];\n',
    ],
    [
      'a.ts',
      'const RESULTS = [{ model: "BAAI/bge-m3", ndcg: 48.8 }, { model: "acme/embed-7b", ndcg: 41.9 }];\n',
    ],
    [
      'a.py',
      'RESULTS = [{"model": "BAAI/bge-m3", "ndcg@10": 48.8}, {"model": "acme/embed-7b", "ndcg@10": 41.9}]\n',
    ],
    ['a.py', 'RESULTS = [Row(model="BAAI/bge-m3", mteb=48.8), Row(model="acme/embed-7b", mteb=41.9)]\n'],
    [
      'a.go',
      'var results = []Row{\n\t{Model: "BAAI/bge-m3", NDCG: 48.8},\n\t{Model: "acme/embed-7b", NDCG: 41.9},\n}\n',
    ],
  ])('are a list, in %s: %s', (path, text) => expect(usesOf(text, path)).toEqual(['lists']));

  it.each([
    [
      'nothing calls them results',
      'a.py',
      'X = [{"model": "BAAI/bge-m3", "ndcg": 48.8}, {"model": "acme/embed-7b", "ndcg": 41}]\n',
    ],
    [
      'they are set up',
      'a.py',
      'RESULTS = [{"model": "BAAI/bge-m3", "ndcg": 48.8, "device": "cuda"}, {"model": "acme/embed-7b", "ndcg": 41, "device": "cpu"}]\n',
    ],
    [
      'each is loaded',
      'a.py',
      'RESULTS = [{"model": "BAAI/bge-m3", "ndcg": 48.8}, {"model": "acme/embed-7b", "ndcg": 41}]\n' +
        'for row in RESULTS:\n    SentenceTransformer(row["model"])\n',
    ],
  ])('are used where %s', (_, path, text) => expect(usesOf(text, path)).toEqual(['loads']));

  it.each([
    [
      'the best of them is asked',
      'a.py',
      'RESULTS = [\n    {"model": "gpt-4o", "f1": 0.9},\n    {"model": "gpt-4", "f1": 0.8},\n]\n' +
        'best = max(RESULTS, key=score)\nOpenAI().chat.completions.create(model=best["model"])\n',
    ],
    [
      'one of them is spread into a request',
      'a.ts',
      '// by benchmark\nconst ROUTES: Route[] = [{ model: "gpt-4o", mmlu: 86.4 }, { model: "gpt-4", mmlu: 80.1 }];\n' +
        'const choose = () => ROUTES.sort(byScore)[0];\n' +
        'new OpenAI().chat.completions.create({ ...choose(), messages });\n',
    ],
    [
      'only their folder is called like results',
      'benchmark/a.py',
      'X = [{"model": "gpt-4o", "mmlu": 48.8}, {"model": "gpt-4", "mmlu": 41}]\n',
    ],
  ])('are asked where %s', (_, path, text) => expect(usesOf(text, path)).not.toContain('lists'));
});
