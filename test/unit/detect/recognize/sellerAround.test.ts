import { describe, expect, it } from 'vitest';
import { detect } from '../marked';

/** Each name of a text with whom it is asked at. */
const hostsIn = (text: string, path: string): Record<string, string | null> =>
  Object.fromEntries(detect(text, path).references.map((one) => [one.text, one.host]));

const ENTRIES = [
  ['deepseek/deepseek-v4-flash', 'DEEPSEEK_API_KEY'],
  ['openrouter/mistralai/mistral-nemo', 'OPENROUTER_API_KEY'],
  ['moonshot/kimi-k2.6', 'MOONSHOT_API_KEY'],
  ['novita/deepseek/deepseek-v3', 'NOVITA_API_KEY'],
] as const;
const HOSTS = {
  'deepseek/deepseek-v4-flash': 'deepseek',
  'openrouter/mistralai/mistral-nemo': 'openrouter',
  'moonshot/kimi-k2.6': 'moonshot',
  'novita/deepseek/deepseek-v3': 'novita',
};

describe('names with their providers, one of which is OpenRouter', () => {
  it.each([
    [
      'litellm.yaml',
      `model_list:\n${ENTRIES.map(
        ([model, key], at) =>
          `  - model_name: m${at}\n    litellm_params:\n      model: ${model}\n      api_key: os.environ/${key}\n`,
      ).join('')}`,
    ],
    [
      'router.py',
      `router = Router(model_list=[\n${ENTRIES.map(
        ([model, key]) =>
          `    {"model_name": "a", "litellm_params": {"model": "${model}", "api_key": os.environ["${key}"]}},\n`,
      ).join('')}])\n`,
    ],
    [
      'models.toml',
      ENTRIES.map(([model, key], at) => `[llm.m${at}]\nmodel = "${model}"\nkey_env = "${key}"\n`).join(''),
    ],
    ['.env', ENTRIES.map(([model, key], at) => `LLM_${at}_MODEL=${model}\n${key}=\n`).join('')],
  ])('are each asked at their own in %s', (path, text) => {
    expect(hostsIn(text, path)).toEqual(HOSTS);
  });

  it('are those of the settings of OpenCode', () => {
    const settings = {
      $schema: 'https://opencode.ai/config.json',
      model: 'anthropic/claude-haiku-4-5',
      provider: { openrouter: { models: {} } },
      agent: { build: { model: 'openrouter/qwen/qwen3-coder' } },
    };
    expect(hostsIn(JSON.stringify(settings, null, 2), 'opencode.json')).toEqual({
      'anthropic/claude-haiku-4-5': 'anthropic',
      'openrouter/qwen/qwen3-coder': 'openrouter',
    });
  });

  it("are those of Mastra's agents and of CrewAI's, and a factory of OpenRouter beside them makes its own", () => {
    const mastra =
      "import { Agent } from '@mastra/core/agent';\n" +
      "import { createOpenRouter } from '@openrouter/ai-sdk-provider';\n" +
      'const openrouter = createOpenRouter({ apiKey });\n' +
      "const a = new Agent({ name: 'a', model: 'deepseek/deepseek-v4-pro' });\n" +
      "const b = new Agent({ name: 'b', model: openrouter('mistralai/mistral-large-2512') });\n";
    const hosts = { 'deepseek/deepseek-v4-pro': 'deepseek', 'mistralai/mistral-large-2512': 'openrouter' };
    expect(hostsIn(mastra, 'a.ts')).toEqual(hosts);
    const client =
      'client = OpenAI(base_url="https://openrouter.ai/api/v1")\n' +
      'client.chat.completions.create(model="mistralai/mistral-large-2512", messages=[])\n';
    const crew = 'from crewai import Agent\na = Agent(role="x", llm="deepseek/deepseek-v4-pro")\n';
    expect(hostsIn(crew + client, 'a.py')).toEqual(hosts);
  });

  it("are those of a record that is given to Mastra's agent as its model", () => {
    const text =
      "import { Agent } from '@mastra/core/agent';\nconst openrouter = createOpenRouter({ apiKey });\n" +
      "const a = new Agent({ id: 'weather', model: { id: 'deepseek/deepseek-v4-pro', apiKey } });\n";
    expect(hostsIn(text, 'a.ts')).toEqual({ 'deepseek/deepseek-v4-pro': 'deepseek' });
  });

  it('are names of OpenRouter where an own class gets them', () => {
    const own =
      "import { OpenRouter } from '@openrouter/sdk';\nconst openrouter = new OpenRouter({ apiKey });\n" +
      "const a = new Agent({ model: 'deepseek/deepseek-v4-pro' });\n";
    expect(hostsIn(own, 'a.ts')).toEqual({ 'deepseek/deepseek-v4-pro': 'openrouter' });
  });

  it('are of OpenRouter where the key for it stands in the same mapping', () => {
    const services = [
      'services:',
      '  app:',
      '    environment:',
      '      OPENROUTER_API_KEY: ${KEY}',
      '      CHAT_MODEL: anthropic/claude-sonnet-4.5',
      '  gateway:',
      '    environment:',
      '      CHAT_MODEL: deepseek/deepseek-v4-flash',
      '      BACKUP_MODEL: openrouter/mistralai/mistral-nemo',
    ];
    expect(hostsIn(services.join('\n'), 'compose.yaml')).toEqual({
      'anthropic/claude-sonnet-4.5': 'openrouter',
      'deepseek/deepseek-v4-flash': 'deepseek',
      'openrouter/mistralai/mistral-nemo': 'openrouter',
    });
    expect(hostsIn('OPENROUTER_API_KEY=\nCHAT_MODEL=deepseek/deepseek-chat-v3.1\n', '.env')).toEqual({
      'deepseek/deepseek-chat-v3.1': 'openrouter',
    });
  });
});
