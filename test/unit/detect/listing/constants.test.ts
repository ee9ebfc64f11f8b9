import { describe, expect, it } from 'vitest';
import { rolesIn } from '../marked';

describe('a default of a parameter', () => {
  it.each([
    ['a.py', 'def ask(p, model="gpt-4o"):\n    return call(p, model)\n'],
    ['a.py', 'def ask(p, model: str = "gpt-4o"):\n    return call(p, model)\n'],
    ['a.rb', 'def ask(p, model = "gpt-4o")\nend\n'],
    ['a.rb', 'def ask(p, model: "gpt-4o")\nend\n'],
    ['a.ex', 'def ask(p, model \\\\ "gpt-4o"), do: 1\n'],
  ])('in %s is asked for: %s', (path, text) => {
    expect(rolesIn(text, path)).toEqual(['calls']);
  });

  it('is none in a clause of a function', () => {
    expect(rolesIn('def size("gpt-4o"), do: 1\n', 'a.ex')).toEqual(['lists']);
  });
});

describe('a constant far from its kin', () => {
  it('is one of them, with the note on its deprecation between', () => {
    const note = `    @Deprecated(message = "${'It was retired. '.repeat(25)}")\n`;
    expect(
      rolesIn(
        `object Models {\n    const val MISTRAL_SMALL_32 = "mistral-small-2506"\n    const val CODESTRAL_2508 = "codestral-2508"\n${note}    const val MISTRAL_LARGE_21 = "mistral-large-2411"\n}\n`,
        'a.kt',
      ).at(-1),
    ).toBe('lists');
  });
});
