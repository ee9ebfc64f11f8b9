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
