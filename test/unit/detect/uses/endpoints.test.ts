import { describe, expect, it } from 'vitest';
import { detect } from '../marked';

function usesIn(text: string, path: string): readonly string[] {
  return detect(text, path).references.map(({ role, host }) => `${role} ${host ?? ''}`);
}

const BASE = 'https://api.groq.com/openai/v1';

describe('the models of an endpoint that settings give a client', () => {
  const yaml = (key: string, models: string): string =>
    `endpoints:\n  custom:\n    - name: a\n      ${key}\n      baseURL: "${BASE}"\n      models:\n        ${models}\n`;

  it('are asked at its address, whoever made them', () => {
    for (const models of [
      'default: ["qwen/qwen3-32b", "llama-3.1-8b-instant"]',
      'default:\n          - "qwen/qwen3-32b"\n          - "llama-3.1-8b-instant"',
    ])
      expect(usesIn(yaml('apiKey: "${KEY}"', models), 'librechat.yaml')).toEqual([
        'calls groq',
        'calls groq',
      ]);
    const json = `{"providers": [{"base_url": "${BASE}", "api_key": "env:KEY", "models": ["gpt-oss-20b"]}]}`;
    expect(usesIn(json, 'config.json')).toEqual(['calls groq']);
  });

  it('are only listed where the entry has no key, and each at the address of its own entry', () => {
    expect(usesIn(yaml('region: eu', 'default: ["qwen/qwen3-32b"]'), 'a.yaml')[0]).toMatch(/^lists/);
    const known = `{"providers": [{"base_url": "${BASE}", "api_key_env": "KEY", "models": ["gpt-oss-20b"]}]}`;
    expect(usesIn(known, 'providers.json')[0]).toMatch(/^lists/);
    const two =
      yaml('apiKey: "${KEY}"', 'default: ["qwen/qwen3-32b"]') +
      '    - name: b\n      models:\n        default: ["gpt-4o"]\n';
    expect(usesIn(two, 'a.yaml').map((use) => use.split(' ')[0])).toEqual(['calls', 'lists']);
  });
});
