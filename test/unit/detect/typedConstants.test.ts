import { expect, it } from 'vitest';
import { detect } from './marked';

const rolesIn = (text: string): readonly string[] =>
  detect(`package llm\n${text}`, 'models.go').references.map(({ role }) => role);

const TYPE = 'type Chat string\n';
const NAMES = ['gpt-4o', 'gpt-4', 'gpt-4.1', 'gpt-4o-mini', 'gpt-4-turbo', 'gpt-3.5-turbo'];
const block = (constant: (letter: string, name: string) => string, names = NAMES): string =>
  `const (\n${names.map((name, at) => `\t${constant('ABCDEF'.charAt(at), name)}\n`).join('')})\n`;
const TYPED = block((letter, name) => `${letter} Chat = "${name}"`);

it.each([
  `${TYPE}${TYPED}`,
  `${TYPE}${block((letter, name) => `${letter} = Chat("${name}")`)}`,
  `${TYPE}${NAMES.map((name, at) => `const ${'ABCDEF'.charAt(at)} Chat = "${name}"\n`).join('')}`,
  `${TYPE}${TYPED}func f(c Chat) int {\n\tswitch c {\n\tcase A, B:\n\t\treturn 1\n\t}\n\tif c == C {\n\t\treturn 2\n\t}\n\treturn sizes[c]\n}\n`,
  `${TYPE}${TYPED}var sizes = map[Chat]int{\n\tA: 1,\n\tB: 2,\n}\n`,
])('many constants of a type of texts are its values: %s', (text) => {
  expect(rolesIn(text)).toEqual(NAMES.map(() => 'lists'));
});

it.each([
  ['a few constants', `${TYPE}${block((letter, name) => `${letter} Chat = "${name}"`, NAMES.slice(1))}`],
  ['variables', `${TYPE}${TYPED.replace('const', 'var')}`],
  ['another type', TYPED],
])('others are used: %s', (_what, text) => {
  expect(new Set(rolesIn(text))).toEqual(new Set(['calls']));
});

it('a default among them is used, and one that a call gets', () => {
  const text = `${TYPE}${TYPED.replace('A Chat', 'DefaultChat Chat')}`;
  expect(rolesIn(text)).toEqual(['calls', 'lists', 'lists', 'lists', 'lists', 'lists']);
  expect(rolesIn(`${text}func run() { ask(ctx, C, "hi") }\n`)).toEqual([
    'calls',
    'lists',
    'calls',
    'lists',
    'lists',
    'lists',
  ]);
});
