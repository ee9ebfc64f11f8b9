import { describe, expect, it } from 'vitest';
import { rolesIn } from '../marked';

const A = '"acme/one-7b-chat"';
const B = '"acme/two-7b-chat"';
/** The roles of two models in a text. */
const both = (role: string): readonly string[] => [role, role];

describe('a pair of a mapping', () => {
  it.each([
    ['A.java', `class A {\n    static final Map<Q, String> NAMES = Map.of(Q.FAST, ${A}, Q.BEST, ${B});\n}\n`],
    [
      'A.java',
      `class A {\n    static final Map<Q, String> NAMES = ImmutableMap.of(\n        "fast", ${A},\n        "best", ${B});\n}\n`,
    ],
    ['A.java', `class A {\n    static final Map<Integer, String> NAMES = Map.of(1, ${A}, 2, ${B});\n}\n`],
    ['a.ts', `export const NAMES = new Map<Q, string>([\n  [Q.Fast, ${A}],\n  [Q.Best, ${B}],\n]);\n`],
    ['a.ts', `export const NAMES: ReadonlyMap<string, string> = new Map([[FAST, ${A}], ['best', ${B}]]);\n`],
    [
      'A.cs',
      `class A {\n  static readonly Dictionary<Q, string> Names = new()\n  {\n    { Q.Fast, ${A} },\n    { Q.Best, ${B} },\n  };\n}\n`,
    ],
    [
      'a.rs',
      `fn names() -> HashMap<&'static str, &'static str> {\n    HashMap::from([("fast", ${A}), ("best", ${B})])\n}\n`,
    ],
    ['a.py', `NAMES = dict([("fast", ${A}), ("best", ${B})])\n`],
  ])('has a value that is used as those of other mappings: %s %s', (path, text) => {
    expect(rolesIn(text, path)).toEqual(both('loads'));
  });

  it.each([
    // What people choose from, and rows of more than a key and a value.
    ['a.py', `CHOICES = [("fast", ${A}), ("best", ${B})]\n`],
    ['a.ts', `const CHOICES = [\n  [Q.Fast, ${A}],\n  [Q.Best, ${B}],\n];\n`],
    ['a.ts', `const ALL = new Set([FAST, ${A}, ${B}]);\n`],
    ['a.ts', `const KNOWN = new Map([["a", [FAST, ${A}]], ["b", [BEST, ${B}]]]);\n`],
    ['A.java', `class A {\n    static final List<String> NAMES = List.of(FAST, ${A}, BEST, ${B});\n}\n`],
    // What stands for a model that is told by another name.
    [
      'A.java',
      `class A {\n    static final Map<M, String> N = Map.of(LlmModel.A1, ${A}, LlmModel.B2, ${B});\n}\n`,
    ],
    [
      'a.ts',
      'const N = new Map([["sonnet", "claude-3-5-sonnet-20241022"], ["gemini", "gemini-2.5-flash-lite"]]);\n',
    ],
    [
      'A.java',
      'class A {\n    static final Map<K, String> N = Map.of(K.SONNET, "claude-3-5-sonnet-20241022", K.O3_MINI, "o3-mini");\n}\n',
    ],
  ])('is another thing where it is %s %s', (path, text) => {
    expect(rolesIn(text, path)).toEqual(both('lists'));
  });

  it('has no use where it tells what an older model is called now', () => {
    const text = `const N = new Map([["gpt-3.5-turbo", ${A}], ["acme/old-llama-7b", ${B}]]);\n`;
    expect(rolesIn(text, 'a.ts')).toEqual([...both('lists'), ...both('lists')]);
  });

  it('has a key that is none of its values', () => {
    const text =
      'class A {\n    static final Map<String, String> NAMES = Map.of("gpt-4o", "GPT", "gpt-4.1", "New");\n}\n';
    expect(rolesIn(text, 'A.java')).toEqual(both('lists'));
  });

  it.each([
    `"acme/one-7b-chat", 1, // big, wide\n    "acme/two-7b-chat", MAX`,
    `"acme/one-7b-chat", 1 /* big, wide */, "acme/two-7b-chat", MAX`,
    `"acme/one-7b-chat", "say \\"a, b", "acme/two-7b-chat", MAX`,
    `"acme/one-7b-chat", of(1, of(2, 3)), "acme/two-7b-chat", MAX`,
  ])('is counted without what else has commas: %s', (pairs) => {
    const text = (written: string): string => `class A {\n    Map<String, X> n = Map.of(${written});\n}\n`;
    expect(rolesIn(text(`${pairs}, LOW, "acme/three-7b-chat"`), 'A.java')).toEqual([
      ...both('lists'),
      'loads',
    ]);
    expect(rolesIn(text(`${pairs}, "acme/three-7b-chat", MAX`), 'A.java')).toEqual([
      ...both('lists'),
      'lists',
    ]);
  });
});
