import { describe, expect, it } from 'vitest';
import { detectReferences } from '../../../../src/core/detect/detectReferences';
import { builtCatalog } from '../../../support/builtCatalog';
import { rolesIn } from '../marked';

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

describe('a set of Kotlin', () => {
  it.each(['linkedSetOf', 'mutableListOf', 'hashSetOf', 'sortedSetOf', 'mutableSetOf'])(
    'is a list: %s',
    (make) => {
      const text = `object Models {\n    val openaiModels = ${make}("gpt-4o", "gpt-4.1", "gpt-4o-mini")\n}\n`;
      expect(new Set(rolesIn(text, 'a.kt'))).toEqual(new Set(['lists']));
    },
  );
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
