import { expect, it } from 'vitest';
import { detect } from './marked';

const rolesIn = (text: string): readonly string[] =>
  detect(`package llm\n${text}`, 'models.go').references.map(({ role }) => role);

const TYPE = 'type Chat string\n';

it.each([
  `${TYPE}const (\n\tA Chat = "gpt-4o"\n\tB Chat = "gpt-4"\n\tC Chat = "gpt-4.1"\n)\n`,
  `${TYPE}const (\n\tA = Chat("gpt-4o")\n\tB = Chat("gpt-4")\n\tC = Chat("gpt-4.1")\n)\n`,
  `${TYPE}const A Chat = "gpt-4o"\nconst B Chat = "gpt-4"\nconst C Chat = "gpt-4.1"\n`,
])('several constants of a type of texts are its values: %s', (text) => {
  expect(rolesIn(text)).toEqual(['lists', 'lists', 'lists']);
});

it.each([
  ['two constants', `${TYPE}const (\n\tA Chat = "gpt-4o"\n\tB Chat = "gpt-4"\n)\n`],
  ['variables', `${TYPE}var (\n\tA Chat = "gpt-4o"\n\tB Chat = "gpt-4"\n\tC Chat = "gpt-4.1"\n)\n`],
  ['another type', 'const (\n\tA Chat = "gpt-4o"\n\tB Chat = "gpt-4"\n\tC Chat = "gpt-4.1"\n)\n'],
])('others are used: %s', (_what, text) => {
  expect(new Set(rolesIn(text))).toEqual(new Set(['calls']));
});

it('a default among them is used, and one that a request names', () => {
  const text = `${TYPE}const (\n\tDefaultChat Chat = "gpt-4o"\n\tB Chat = "gpt-4"\n\tC Chat = "gpt-4.1"\n)\n`;
  expect(rolesIn(text)).toEqual(['calls', 'lists', 'lists']);
  expect(
    rolesIn(
      `${text}func ask() { c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: string(C)}) }\n`,
    ),
  ).toEqual(['calls', 'lists', 'calls']);
});
