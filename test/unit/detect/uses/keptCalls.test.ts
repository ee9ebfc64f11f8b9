import { describe, expect, it } from 'vitest';
import { roles } from '../marked';

describe('rows of a log of calls', () => {
  const row = (id: string): string =>
    `  {\n    id: "${id}",\n    duration: 2345,\n    requestedModel: "gpt-4o",\n    requestedProvider: "openai",\n` +
    '    promptTokens: "512",\n    completionTokens: "128",\n    temperature: 0.2,\n    maxTokens: 1000,\n' +
    '    messages: JSON.stringify([{ role: "user", content: "How?" }]),\n    cost: 0.32,\n    finishReason: "stop",\n  },\n';
  const log = (...rows: readonly string[]): string => `export const logs = [\n${rows.join('')}];\n`;
  const rolesIn = (text: string, path = 'db/logs.ts'): readonly unknown[] => [
    ...new Set(roles(text, path).map(([, role]) => role)),
  ];
  const TWO = log(row('a'), row('b'));

  it('are calls that were made', () => expect(rolesIn(TWO)).toEqual(['lists']));

  it.each([
    TWO.replace(/"(\d+)"/g, '$1').replace(/cost: .*/g, 'createdAt: now(),'),
    TWO.replaceAll('promptTokens', '"input_tokens"').replaceAll('completionTokens', '"output_tokens"'),
    TWO.replaceAll('requestedModel', 'usedModel'),
  ])('are so in other words, too: %s', (text) => expect(rolesIn(text)).toEqual(['lists']));

  it.each([
    log(row('a')),
    TWO.replaceAll(/.*completionTokens.*\n/g, ''),
    TWO.replaceAll(/.*(?:duration|cost).*\n/g, ''),
    TWO.replaceAll(/.*finishReason.*\n/g, ''),
    TWO.replaceAll('finishReason: "stop"', 'requestId: true'),
    TWO.replaceAll('promptTokens: "512"', 'promptTokens: limit'),
    TWO.replaceAll('promptTokens', 'maxPromptTokens'),
    TWO.replaceAll('promptTokens: "512",', 'history: [{ promptTokens: 512 }],'),
  ])('are none where one is alone, or says less: %s', (text) => expect(rolesIn(text)).toEqual(['calls']));

  it('are no settings of a model', () => {
    const setting = '  { model: "gpt-4o", provider: "openai", maxTokens: 1000, temperature: 0.2 },\n';
    expect(rolesIn(log(setting, setting))).toEqual(['calls']);
  });
});
