import { describe, expect, it } from 'vitest';
import { detect } from '../marked';

/** Who is asked for each name that is used. */
const hosts = (text: string, path = 'a.yaml'): readonly unknown[] =>
  detect(text, path)
    .references.filter(({ role }) => role === 'calls' || role === 'loads')
    .map(({ host }) => host);

describe('the alias of a route', () => {
  const route = (alias: string, base: string): string =>
    `model_list:\n  - model_name: ${alias}\n    litellm_params:\n      model: openai/gpt-4o\n      api_base: ${base}\n`;

  it('says the provider where the address is a secret', () => {
    expect(hosts(route('azure/gpt-4o', '"os.environ/openai_base_url_1"'))).toEqual(['azure']);
    expect(hosts(route('azure/gpt-4o', 'os.environ/BASE'))).toEqual(['azure']);
  });

  it.each([
    ['an address is written', 'azure/gpt-4o', 'https://api.openai.com/v1'],
    ['it has no provider', 'fast/gpt-4o', '"os.environ/openai_base_url_1"'],
  ])('says none where %s', (_, alias, base) => {
    expect(hosts(route(alias, base))).toEqual(['openai']);
  });

  it('says none of the entry beside it', () => {
    const entries = `${route('azure/gpt-4o', 'https://a.openai.azure.com')}${route('gpt-4o', 'os.environ/openai_base').replace('model_list:\n', '')}`;
    expect(hosts(entries)).toEqual(['azure', 'openai']);
  });
});

describe('a route behind the protocol', () => {
  it.each([
    ['a.json', '{ "FAST_LLM": "openai:azure/gpt-4o" }', 'azure'],
    ['a.json', '{ "model": "openai/azure/gpt-4o" }', 'azure'],
    ['a.env', 'OPENAI_BASE_URL=https://llm.acme.dev/v1\nFAST_LLM=openai:gpt-4o\n', 'llm.acme.dev'],
    [
      'a.yaml',
      "env:\n  - name: OPENAI_BASE_URL\n    value: https://llm.acme.dev/v1\n  - name: FAST_LLM\n    value: 'openai:azure/gpt-4o'\n",
      'llm.acme.dev',
    ],
  ])('is asked there, in %s: %s', (path, text, host) => {
    expect(hosts(text, path)).toEqual([host]);
  });

  it.each([
    ['{ "FAST_LLM": "openai:groq/gpt-4o" }', 'openai'],
    ['{ "FAST_LLM": "openai:gpt-4o" }', 'openai'],
    ['{ "FAST_LLM": "mistral:azure/gpt-4o" }', 'mistral'],
  ])('is asked at no cloud that renames nothing: %s', (text, host) => {
    expect(hosts(text, 'a.json')).toEqual([host]);
  });

  it('is asked at no address of the environment in code', () => {
    const text =
      'import os\nos.environ["OPENAI_BASE_URL"] = "https://llm.acme.dev/v1"\nFAST_LLM = "openai:azure/gpt-4o"\n';
    expect(hosts(text, 'a.py')).toEqual(['azure']);
  });

  it.each([
    [
      'of another service',
      'services:\n  a:\n    environment:\n      OPENAI_BASE_URL: https://llm.acme.dev/v1\n  b:\n    environment:\n      FAST_LLM: openai:gpt-4o\n',
    ],
    ['of another document', 'OPENAI_BASE_URL: https://llm.acme.dev/v1\n---\nFAST_LLM: openai:gpt-4o\n'],
  ])('is not the address %s', (_, text) => {
    expect(hosts(text)).toEqual(['openai']);
  });
});

describe('the action of GitHub Models', () => {
  const step = (more = ''): string =>
    `jobs:\n  a:\n    steps:\n      - uses: actions/ai-inference@v1\n        with:\n          model: openai/gpt-4o\n${more}`;

  it('asks there, unless it is given another address', () => {
    expect(hosts(step())).toEqual(['github-models']);
    expect(hosts(step('          endpoint: https://api.openai.com/v1\n'))).toEqual(['openai']);
    expect(hosts(step('          "endpoint" : https://api.openai.com/v1\n'))).toEqual(['openai']);
    expect(hosts(step().replace('actions/ai-inference', 'acme/ai-inference'))).toEqual(['openai']);
  });
});

describe('a plugin of Kong', () => {
  const plugin = (provider: string, more = ''): string =>
    `services:\n  - name: chat\n    url: http://localhost:32000\n    plugins:\n      - name: ai-proxy\n        config:\n` +
    `          model:\n            provider: ${provider}\n            name: gpt-4o\n${more}`;

  it('asks its provider, whatever the address of the service', () => {
    expect(hosts(plugin('openai'))).toEqual(['openai']);
    expect(hosts(plugin('azure'))).toEqual(['azure']);
    expect(
      hosts(plugin('openai').replace(/model:[^]*/, 'model: { provider: openai, name: gpt-4o }\n')),
    ).toEqual(['openai']);
  });

  it('asks for the deployment among its options at Azure', () => {
    const options = 'options: { azure_instance: acme, azure_deployment_id: gpt-4o-mini }';
    const text = `services:\n- url: http://localhost:32000\n  plugins:\n  - name: ai-proxy\n    config:\n      model: { provider: azure, ${options} }\n`;
    expect(hosts(text)).toEqual(['azure']);
  });

  it('asks nobody in particular where its provider is unknown', () => {
    expect(hosts(plugin('house'))).toEqual([null]);
  });

  it('asks another address where it is given one', () => {
    const options =
      '            options:\n              upstream_url: https://llm.acme.dev/v1/chat/completions\n';
    expect(hosts(plugin('openai', options))).toEqual(['llm.acme.dev']);
  });
});

describe('the name of a route of Envoy AI Gateway', () => {
  const route = (...servers: readonly string[]): string =>
    'spec:\n  rules:\n    - matches:\n        - headers:\n            - type: Exact\n              name: x-ai-eg-model\n' +
    `              value: gpt-4o\n      backendRefs:\n${servers.join('')}`;
  const mistral = '        - name: a\n          modelNameOverride: mistral-large-2512\n';

  it('is none of a model where each server is asked for another', () => {
    expect(hosts(route(mistral))).toEqual(['mistral']);
    expect(hosts(route(mistral, '        - name: b\n'))).toEqual(['openai', 'mistral']);
    expect(hosts(route('        - name: b\n'))).toEqual(['openai']);
  });
});

describe('the server behind a route of Envoy AI Gateway', () => {
  const DS =
    'kind: AIServiceBackend\nmetadata:\n  name: ds\nspec:\n  schema:\n    name: OpenAI\n  backendRef:\n    name: far\n---\n' +
    'kind: Backend\nmetadata:\n  name: far\nspec:\n  endpoints:\n    - fqdn:\n        hostname: api.deepseek.com\n---\n';
  const backend = (name: string, schema: string): string =>
    `kind: AIServiceBackend\nmetadata: { name: ${name} }\nspec:\n  schema: { name: ${schema} }\n---\n`;
  const rule = (model: string, servers: string): string =>
    `    - matches: [{ headers: [{ type: Exact, name: x-ai-eg-model, value: ${model} }] }]\n      backendRefs:\n${servers}`;
  const all = DS + backend('az', 'AzureOpenAI') + backend('aws', 'AWSBedrock') + backend('v', 'GCPAnthropic');
  const ROUTE = 'kind: AIGatewayRoute\nspec:\n  rules:\n';

  it.each([
    ['az', ['azure']],
    ['ds', ['deepseek']],
    ['aws', ['bedrock']],
    ['v', ['vertex']],
    ['other', ['openai']],
  ])('%s is asked, as the same text sets it up', (name, asked) => {
    expect(hosts(all + ROUTE + rule('gpt-4o', `        - name: ${name}\n`))).toEqual(asked);
  });

  it('is asked for the name that stands beside it', () => {
    const servers = '        - name: az\n        - name: ds\n          modelNameOverride: deepseek-chat\n';
    expect(hosts(all + ROUTE + rule('gpt-4o', servers))).toEqual(['azure', 'deepseek']);
    const first = '        - name: ds\n          modelNameOverride: deepseek-chat\n        - name: az\n';
    expect(hosts(all + ROUTE + rule('gpt-4o', first))).toEqual(['azure', 'deepseek']);
  });

  it('is left open where several differ', () => {
    const both = (one: string, other: string): string =>
      all + ROUTE + rule('gpt-4o', `        - name: ${one}\n        - name: ${other}\n`);
    expect(hosts(both('az', 'ds'))).toEqual([null]);
    expect(hosts(both('ds', 'ds'))).toEqual(['deepseek']);
  });

  it('is no service of xAI by the name of the header', () => {
    const text =
      '    - matches:\n        - headers:\n            - name: x-ai-eg-model\n              value: deepseek-chat\n';
    expect(hosts(ROUTE + text)).toEqual(['deepseek']);
  });
});
