import { describe, expect, it } from 'vitest';
import { createEngine } from '../../../src/core/engine';
import { readPolicy } from '../../../src/core/policy/readPolicy';
import { mergePolicies } from '../../../src/core/policy/mergePolicies';
import { builtCatalog } from '../../support/builtCatalog';

const engine = createEngine(builtCatalog(), { now: () => Date.UTC(2026, 10, 28) });

const DETECT = `version: 1
models: { deny: ["*secret*"] }
detect:
  loaders:
    acme.load_llm: huggingface
    ask: openai
  keys:
    engineName: ollama
  prefixes:
    corp: openai
`;

/** What is found under a policy: text, id, registry, role and host. */
function found(text: string, path: string, policyText = DETECT): readonly unknown[] {
  const { policy, problems } = readPolicy(policyText, '.model-policy.yaml');
  expect(problems).toEqual([]);
  return engine
    .analyze({ path, text }, { policy })
    .references.map(({ text: name, id, registry, role, host }) => [name, id, registry, role, host]);
}

describe('what a policy says of how a project names models', () => {
  it.each([
    ['a.py', 'm = acme.load_llm("zebra")', ['zebra', 'zebra', 'huggingface', 'loads', 'self']],
    ['a.py', 'm = self.acme.load_llm(model="zebra")', ['zebra', 'zebra', 'huggingface', 'loads', 'self']],
    ['a.go', 'r := llm.ask("zebra")', ['zebra', 'zebra', 'openai', 'calls', 'openai']],
    ['a.yaml', 'engine_name: zebra', ['zebra', 'zebra', 'ollama', 'loads', 'self']],
    ['a.json', '{"engineName": "zebra"}', ['zebra', 'zebra', 'ollama', 'loads', 'self']],
    ['.env', 'ENGINE_NAME=zebra', ['zebra', 'zebra', 'ollama', 'loads', 'self']],
    ['a.sh', 'serve --engine-name zebra', ['zebra', 'zebra', 'ollama', 'loads', 'self']],
    ['a.yaml', 'x: corp/gpt-4o', ['corp/gpt-4o', 'gpt-4o', 'openai', 'calls', 'openai']],
    ['a.ts', "f('corp:zebra-1')", ['corp:zebra-1', 'zebra-1', 'openai', 'calls', 'openai']],
  ])('is found in %s: %s', (path, text, reference) => {
    expect(found(`${text}\n`, path)).toEqual([reference]);
    expect(found(`${text}\n`, path, 'version: 1\n')).not.toEqual([reference]);
  });

  const DESCRIBED = 'version: 1\ndescribe:\n  zebra: { license: mit }\n  社内モデル: { license: mit }\n';

  it.each([
    ['compose.yaml', 'services:\n  app:\n    environment:\n      LLM_MODEL: zebra', 'zebra'],
    ['.env', 'LLM_MODEL=社内モデル', '社内モデル'],
    ['settings.json', '{"llm": {"model": "社内モデル"}}', '社内モデル'],
    ['a.py', 'run(model="zebra")', 'zebra'],
  ])('is a name that it describes, in %s: %s', (path, text, name) => {
    expect(
      found(`${text}\n`, path, DESCRIBED).map((reference) => (reference as readonly string[])[0]),
    ).toEqual([name]);
    expect(found(`${text}\n`, path, 'version: 1\n')).toEqual([]);
  });

  it.each([
    ['a.yaml', 'animal: zebra'],
    ['a.py', 'print("zebra")'],
    ['a.md', 'A zebra is an animal.'],
    ['a.yaml', 'dataset: zebra'],
  ])('is no such name where nothing is for models, in %s: %s', (path, text) => {
    expect(found(`${text}\n`, path, DESCRIBED)).toEqual([]);
  });

  it.each([
    ['', 'loads', 'self'],
    [', base_url="https://gw.acme.example/v1"', 'calls', 'gw.acme.example'],
  ])('is loaded beside a client, but for what is given an address: %s', (given, role, host) => {
    const client = 'c = OpenAI(base_url="https://llm.acme.example/v1")\n';
    expect(found(`${client}m = acme.load_llm("acme/zebra"${given})\n`, 'a.py')).toEqual([
      ['acme/zebra', 'acme/zebra', 'huggingface', role, host],
    ]);
  });

  it.each([
    ['a.json', '{"engineName": ["zebra", "yak"]}'],
    ['a.json', '{"engineName": [{"modelId": "zebra", "region": "eu"}, {"modelId": "yak", "region": "us"}]}'],
    ['a.yaml', 'engineName:\n  - zebra\n  - yak'],
    ['a.yaml', 'engineName:\n  - model: zebra\n    region: eu\n  - model: yak'],
    ['a.ts', 'const c = { engineName: [{ modelId: "zebra", region: "eu" }, { modelId: "yak" }] }'],
  ])('is each of a list in %s: %s', (path, text) => {
    expect(found(`${text}\n`, path)).toEqual(
      ['zebra', 'yak'].map((name) => [name, name, 'ollama', 'loads', 'self']),
    );
  });

  it.each([
    ['a.py', 'm = other.load_llm("zebra")'],
    ['a.py', 'm = acme.load_llm(path_to_file, "zebra")'],
    ['a.py', 'm = acme.load_llm("weights.txt")'],
    ['a.yaml', 'engine: zebra'],
    ['a.yaml', 'x: corpus/zebra'],
  ])('is nothing else: %s %s', (path, text) => {
    expect(found(`${text}\n`, path)).toEqual([]);
  });

  it('is judged by the other rules of the policy', () => {
    const { policy } = readPolicy(DETECT, '.model-policy.yaml');
    const { findings } = engine.analyze({ path: 'a.py', text: 'm = acme.load_llm("secret")\n' }, { policy });
    expect(findings.map(({ rule }) => rule)).toContain('model/denied');
  });

  it.each([
    ['a.yaml', 'エンジン名: zebra', 'ollama'],
    ['a.json', '{"エンジン名": "zebra"}', 'ollama'],
    ['a.py', 'm = 社内.読み込み("zebra")', 'huggingface'],
    ['a.yaml', '機種名: zebra', undefined],
  ])('has names in letters of any script, in %s: %s', (path, text, registry) => {
    const policy =
      'version: 1\ndetect:\n  loaders: { 社内.読み込み: huggingface }\n  keys: { エンジン名: ollama }\n';
    const expected = registry === undefined ? [] : [['zebra', 'zebra', registry, 'loads', 'self']];
    expect(found(`${text}\n`, path, policy)).toEqual(expected);
  });

  it('adds to what an inherited policy says', () => {
    const own = readPolicy('version: 1\ndetect: { keys: { engine: local } }\n', 'a').policy;
    const base = readPolicy(DETECT, 'b').policy;
    if (own === undefined || base === undefined) throw new Error('a policy was not read');
    const { detect } = mergePolicies(own, [base]);
    expect([...detect.keys]).toEqual([
      ['engineName', 'ollama'],
      ['engine', 'local'],
    ]);
    expect(detect.prefixes.get('corp')).toBe('openai');
  });
});
