import { describe, expect, it } from 'vitest';
import { detect } from '../marked';

/** Why the names of a text are taken for what they are. */
const reasonsIn = (text: string, path: string): readonly string[] =>
  detect(text, path).references.flatMap(({ text: name, why }) =>
    why.map(({ args }) => `${name} ${args.join(' ')}`),
  );

describe('a constructor whose type is left out', () => {
  it.each([
    ['a.cs', 'ChatClient chat = new("gpt-4-0613", key);\n'],
    ['a.cs', 'class A { private readonly ChatClient _chat =\n    new(model: "gpt-4-0613", key); }\n'],
    ['a.cs', 'class A { public ChatClient? Chat { get; } = new("gpt-4-0613", key); }\n'],
    ['a.swift', 'let chat: ChatClient = .init("gpt-4-0613", key)\n'],
  ])('is that of the type before it in %s: %s', (path, text) => {
    expect(reasonsIn(text, path)).toEqual(
      reasonsIn('var chat = new ChatClient("gpt-4-0613", key);\n', 'a.cs'),
    );
  });

  it('is of no type where none stands before it', () => {
    expect(reasonsIn('chat = new("gpt-4-0613", key);\n', 'a.cs')).not.toEqual(
      reasonsIn('chat = new ChatClient("gpt-4-0613", key);\n', 'a.cs'),
    );
  });
});
