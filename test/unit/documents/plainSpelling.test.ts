import { describe, expect, it } from 'vitest';
import { plainSpelling } from '../../../src/core/documents/plainSpelling';
import { detect } from '../detect/marked';

const NAME = 'meta-llama/Llama-3.1-8B-Instruct';

/** What is found, and how the text spells it. */
const spelled = (text: string, path: string): readonly string[] =>
  detect(text, path).references.map(({ id, range }) => `${id} = ${text.slice(range.start, range.end)}`);

describe('a name that is spelled in another way', () => {
  it.each([
    ['a.json', '{"model": "meta-llama\\/Llama-3.1-8B-Instruct"}', 'meta-llama\\/Llama-3.1-8B-Instruct'],
    [
      'a.php',
      '$a = \'{"model": "meta-llama\\/Llama-3.1-8B-Instruct"}\';',
      'meta-llama\\/Llama-3.1-8B-Instruct',
    ],
    [
      'a.json',
      '{"model": "meta-llama\\u002fLlama-3.1-8B-Instruct"}',
      'meta-llama\\u002fLlama-3.1-8B-Instruct',
    ],
    ['a.js', 'const model = "meta-llama\\x2fLlama-3.1-8B-Instruct"', 'meta-llama\\x2fLlama-3.1-8B-Instruct'],
    [
      'a.rs',
      'let model = "meta-llama\\u{2f}Llama-3.1-8B-Instruct";',
      'meta-llama\\u{2f}Llama-3.1-8B-Instruct',
    ],
    ['a.properties', 'model=meta-llama\\/Llama-3.1-8B-Instruct', 'meta-llama\\/Llama-3.1-8B-Instruct'],
    [
      'a.php',
      '$a = "{\\"model\\": \\"meta-llama\\\\/Llama-3.1-8B-Instruct\\"}";',
      'meta-llama\\\\/Llama-3.1-8B-Instruct',
    ],
    ['a.xml', '<model>meta-llama&#47;Llama-3.1-8B-Instruct</model>', 'meta-llama&#47;Llama-3.1-8B-Instruct'],
    [
      'a.html',
      '<a data-model="meta-llama&sol;Llama-3.1-8B-Instruct">',
      'meta-llama&sol;Llama-3.1-8B-Instruct',
    ],
    [
      'a.py',
      'AutoModel.from_pretrained("meta-llama/" "Llama-3.1-8B-Instruct")',
      'meta-llama/" "Llama-3.1-8B-Instruct',
    ],
    [
      'a.py',
      'MODEL = ("meta-llama/"\n    "Llama-3.1-8B-Instruct")',
      'meta-llama/"\n    "Llama-3.1-8B-Instruct',
    ],
    [
      'a.py',
      'MODEL = "meta-llama/" \\\n  "Llama-3.1-8B-Instruct"',
      'meta-llama/" \\\n  "Llama-3.1-8B-Instruct',
    ],
    [
      'a.java',
      'String MODEL = "meta-llama/" +\n  "Llama-3.1-8B-Instruct";',
      'meta-llama/" +\n  "Llama-3.1-8B-Instruct',
    ],
    ['a.php', "$model = 'meta-llama/' . 'Llama-3.1-8B-Instruct';", "meta-llama/' . 'Llama-3.1-8B-Instruct"],
    ['a.lua', 'model = "meta-llama/" .. "Llama-3.1-8B-Instruct"', 'meta-llama/" .. "Llama-3.1-8B-Instruct'],
    ['a.exs', 'model = "meta-llama/" <> "Llama-3.1-8B-Instruct"', 'meta-llama/" <> "Llama-3.1-8B-Instruct'],
    [
      'a.c',
      'const char *model = "meta-llama/" "Llama-3.1-8B-Instruct";',
      'meta-llama/" "Llama-3.1-8B-Instruct',
    ],
    ['a.py', 'MODEL = "meta-llama/\\\nLlama-3.1-8B-Instruct"', 'meta-llama/\\\nLlama-3.1-8B-Instruct'],
    ['a.js', "m = 'meta-llama/\\\nLlama-3.1-8B-Instruct'", 'meta-llama/\\\nLlama-3.1-8B-Instruct'],
    ['a.js', 'm = `meta-llama/\\\nLlama-3.1-8B-Instruct`', 'meta-llama/\\\nLlama-3.1-8B-Instruct'],
    [
      'a.yaml',
      'm: "meta-\\\n  llama/Llama-3.1-\\\n   8B-Instruct"',
      'meta-\\\n  llama/Llama-3.1-\\\n   8B-Instruct',
    ],
    [
      'a.rs',
      'let model = "meta-llama/\\\n    Llama-3.1-8B-Instruct";',
      'meta-llama/\\\n    Llama-3.1-8B-Instruct',
    ],
    ['a.yaml', 'model: "meta-llama/\\\n  Llama-3.1-8B-Instruct"', 'meta-llama/\\\n  Llama-3.1-8B-Instruct'],
    ['a.sh', 'vllm serve meta-llama/\\\nLlama-3.1-8B-Instruct', 'meta-llama/\\\nLlama-3.1-8B-Instruct'],
  ])('%s: %s', (path, text, written) => expect(spelled(text, path)).toEqual([`${NAME} = ${written}`]));

  it('is found in an address', () => {
    const text = 'url = "https://huggingface.co/api/models/meta-llama%2FLlama-3.1-8B-Instruct"';
    expect(detect(text, 'a.py').references.map(({ id }) => id)).toEqual([NAME]);
  });
});

describe('plainSpelling', () => {
  it.each([
    ['python', 'path = r"C:\\users"'],
    ['typescript', 'const owner = /acme\\/thing/'],
    ['json', '{"text": "line\\n\\"quoted\\" \\u4e2d"}'],
    ['clojure', '["acme/" "thing"]'],
    ['python', 'say("Hello, " "world")'],
    ['python', 'f(x, "a", "b")'],
    ['yaml', 'a: acme/\\\n  thing'],
    ['xml', '<a>&lt;b&gt;</a>'],
    ['markdown', 'one\\\ntwo'],
  ])('leaves %s %j as it is', (language, text) => expect(plainSpelling(text, language)).toBeUndefined());

  it('keeps the quotes that escapes mean', () => {
    expect(plainSpelling('{"a": "\\u0022acme\\/x\\u0022"}', 'json')).toBeUndefined();
    expect(plainSpelling('{"a": "acme\\/x\\/y", "b": "\\\\/c"}', 'json')?.text).toBe(
      '{"a": "acme/x/y", "b": "\\\\/c"}',
    );
  });
});
