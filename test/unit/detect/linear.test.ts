import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Steps } from '../steps';
import { detect } from './marked';

// Detection must take time linear in the text, whatever the text is: the work is counted for a text and for one twice as long.
const steps = new Steps();
beforeEach(() => steps.start());
afterEach(() => steps.stop());

function stepsFor(text: string, path: string): number {
  steps.count = 0;
  detect(text, path);
  return steps.count;
}

/** What may be repeated to make a text that looks hard. */
const UNITS = [
  'a/',
  'a/b ',
  '"',
  "'",
  '`',
  '"\'',
  '\\"',
  '"""',
  "'''",
  '"a/b",',
  "'\"'",
  '${',
  '`${',
  '{{',
  '/*',
  '*/',
  '//',
  '#',
  '<!--',
  '<',
  '<a b=',
  '<a b="c">',
  '</a>',
  '&quot;',
  '(',
  '[',
  '{',
  '([{',
  ')',
  'f(',
  'f(a, ',
  'f(a=',
  '[a, ',
  'a: ',
  'a:\n',
  '- ',
  '- - a\n',
  ' \n',
  '\n',
  '\r',
  'a = b\n',
  'a = "b"\n',
  '```\n',
  '~~~',
  '| a ',
  '> ',
  '---\n',
  '=',
  '==',
  ':',
  '::',
  '@',
  '-',
  '--model ',
  '--model=a/b ',
  '-m ',
  '$(',
  'ollama run ',
  'ollama ',
  'docker run a/b ',
  'cat <<EOF\n',
  'https://',
  'https://huggingface.co/',
  'https://huggingface.co/a/b ',
  'hf://a/b:',
  'gpt-',
  'gpt-4o ',
  'gpt-4o-',
  'llama-7b-',
  'o1 ',
  'us.anthropic.',
  'a.b.c.',
  '.gguf',
  'x.gguf ',
  'model="gpt-4o", ',
  '{"model": "gpt-4o"},',
  'from_pretrained(',
  'from_pretrained(m)\n',
  'm = n\nfrom_pretrained(m)\n',
  'def f(m):\n from_pretrained(m)\nf(m)\n',
  'f(m=f(m=',
  'f"{m}" + ',
  'load(revision="a", ',
  'load("a/b", repo_type="dataset")\n',
  'FROM a\n',
  'ENV A=b \\\n',
  'import a\n',
  'import a as b\n',
  'from a import (b as c,\n',
  'import {',
  'OpenAI(',
  'x = OpenAI(\n',
  'a/models/',
  '/v1/models/gpt-4o?model=',
  'RUN <<EOF\n',
  '| Model | a |\n',
  '<option value="a">',
  '_target_: a\n',
  '{ ',
  '[a](https://b)',
  '**a**',
  '.. code-block:: python\n\n  a\n',
  '%%bash\n',
  '```js\n/*\n```\n',
  '```html\n<!--\n```\n',
  '```html\n<a b="\n```\n',
  "```sh\n'\n```\n",
  '```python\n"""\n```\n',
  '```yaml\na: |\n```\n',
  '<style>',
  '!a\n',
  '!a \\\n',
  '<script>',
  '<script>"</script>',
  '🙂',
  '\u00e9',
  '\u2028',
  'a'.repeat(50),
  'model-'.repeat(9),
];
const PATHS = [
  'a.py',
  'a.ts',
  'a.rs',
  'a.sh',
  'a.yaml',
  'a.json',
  'a.md',
  'a.html',
  'a.rst',
  'a.env',
  'Dockerfile',
  'a.ps1',
  'a.txt',
  'Makefile',
];
const LENGTH = 1_500;
/** Fills the caches before anything is counted. */
const WARM_UP = 200;
/** A little more than twice: caches that fill, and work that is done once, blur the figure. */
const MOST = 2.4;

describe('work grows as the text does', () => {
  it.each(PATHS)('in %s', (path) => {
    const worst = UNITS.map((unit) => {
      const text = unit.repeat(Math.ceil(LENGTH / unit.length));
      stepsFor(text.slice(0, WARM_UP), path);
      return { unit, ratio: stepsFor(text + text, path) / stepsFor(text, path) };
    }).filter(({ ratio }) => ratio > MOST);
    expect(worst).toEqual([]);
  });

  it('in a notebook', () => {
    const cells = [
      '{"cell_type": "code", "source": ["model = \\"gpt-4o\\"\\n", "from_pretrained(model)"]},',
      '{"cell_type": "markdown", "source": "gpt-4o"},',
    ];
    for (const cell of cells) {
      const text = (times: number): string => `{"cells": [${cell.repeat(times)} {}]}`;
      // What is looked for before a name is bounded; with fewer cells than these the bound is not reached yet.
      stepsFor(text(300), 'a.ipynb');
      expect(stepsFor(text(600), 'a.ipynb') / stepsFor(text(300), 'a.ipynb'), cell).toBeLessThan(MOST);
    }
  });

  it('with nesting that gets deeper and deeper', () => {
    const yaml = (depth: number): string =>
      Array.from({ length: depth }, (_, at) => `${' '.repeat(at)}a:`).join('\n');
    const size = (depth: number): number => yaml(depth).length;
    stepsFor(yaml(100), 'a.yaml');
    expect(stepsFor(yaml(200), 'a.yaml') / stepsFor(yaml(100), 'a.yaml')).toBeLessThan(
      (MOST / 2) * (size(200) / size(100)),
    );
  });

  it.each<[path: string, what: string, lines: readonly ((at: number) => string)[]]>([
    ['a.py', 'of kinds of records', [(at) => `x = Kind${at}Info("gpt-4o", 8192)\n`]],
    ['A.java', 'of constants of a type', [(at) => `Info i${at} = new Info("gpt-4o", 8192);\n`]],
    [
      'a.py',
      'of addresses, then of names',
      [(at) => `base_url = "https://api.groq.com/v${at}"\n`, (at) => `m${at} = "gpt-4o"\n`],
    ],
    ['a.kt', 'of types of records', [(at) => `val m${at} = Kind${at}("gpt-4o", 1)\n`]],
    ['a.ts', 'of types of constants', [(at) => `const m${at}: Kind${at} = { id: "gpt-4o", n: 1 };\n`]],
    ['a.rb', 'of words of a list', [(at) => `${at === 0 ? 'A = %w[' : ''}gpt-4o-${at} `]],
    [
      'a.py',
      'of models that are loaded and pushed',
      [(at) => `m${at} = AutoModel.from_pretrained("acme/thing-7b")\nn.push_to_hub("x")\n`],
    ],
    ['a.py', 'of functions that test', [(at) => `def test_${at}():\n    m = "gpt-4o"\n    ask(m)\n`]],
    ['a.yaml', 'of brackets that nothing closes', [() => 'model: [\n  "gpt-4o",\n']],
    ['a.yaml', 'of lists in brackets over lines', [() => 'model: [\n  "gpt-4o"\n]\n']],
    ['a.yaml', 'of lists that loops may go over', [(at) => `m${at}:\n  models: [gpt-4o]\n`]],
    ['a.yaml', 'of models that are merged', [() => 'base_model: acme/one-7b\nmerge_method: slerp\n']],
    ['a.sh', 'of names beside quotas', [() => 'az cognitiveservices usage show -m gpt-4o\n']],
    ['a.json', 'of records of one group', [() => '{"Id": "gpt-4", "Name": "gpt-4o-mini"},\n']],
  ])('with the number, in %s, %s', (path, _, lines) => {
    const text = (times: number): string =>
      lines.flatMap((line) => Array.from({ length: times }, (__, at) => line(at))).join('');
    stepsFor(text(400), path);
    expect(stepsFor(text(800), path) / stepsFor(text(400), path)).toBeLessThan(MOST);
  });

  it.each([
    ['a.md', '```markdown\n'],
    ['a.mdx', '~~~~md\n'],
  ])('with documents within documents before a long text, in %s', (path, opening) => {
    const tail = 'some words and gpt-4o here\n'.repeat(400);
    stepsFor(opening.repeat(20) + tail, path);
    const few = stepsFor(opening.repeat(20) + tail, path);
    expect(stepsFor(opening.repeat(80) + tail, path) / few).toBeLessThan(1.5);
  });
});

// What an expression tries when it fails is not counted: these would take as good as forever.
describe('texts of which the last line does not fit', () => {
  beforeEach(() => steps.stop());
  const lines = (line: (at: number) => string, separator: string): string =>
    Array.from({ length: 30 }, (_, at) => line(at)).join(separator);

  it.each([
    [
      'a.yaml',
      `# default\ndatabase:\n${lines((at) => `            key${at}: ${at}`, '\n')}\nmodel: gpt-4o\n`,
    ],
    ['a.yaml', `# default\ndatabase:\n${lines(() => ' '.repeat(40), '\n')}\nmodel: gpt-4o\n`],
    [
      'a.py',
      `def test_m(${lines((at) => `some_long_name_${at}=${at}`, ', ')}, **k):\n    ask(model="gpt-4o")\n`,
    ],
    ['a.py', `def test_m(${lines((at) => `long_name: int = ${at}`, ' ')}\n    ask(model="gpt-4o")\n`],
    [
      'a.py',
      `for m in [\n${lines((at) => `        "a${at}"`, '\n')}, OTHER]:\n    ask(model="gpt-4o", other=m)\n`,
    ],
    [
      'a.py',
      `for m in [\n${lines((at) => `        'a${at}',`, '\n')} + B]:\n    ask(model="gpt-4o", other=m)\n`,
    ],
  ])('are read once, in %s: %s', (path, text) => {
    expect(detect(text, path).references.map((reference) => reference.text)).toEqual(['gpt-4o']);
  });
});

describe('one line', () => {
  beforeEach(() => steps.stop());

  it.each([
    ['a/', 'a.md'],
    ['"\'', 'a.py'],
    ['a/', 'a.ts'],
  ])('of a million %j', (unit, path) => {
    const text = `${unit.repeat(1_000_000)}\n"gpt-4o" '\n m = "gpt-4o-mini"`;
    expect(detect(text, path).references.at(-1)?.text).toBe('gpt-4o-mini');
  });

  it('of 10 MB', () => {
    const text = `{"rows": [${'{"text": "some words here", "n": 12345678},'.repeat(250_000)} {"model": "gpt-4o"}]}`;
    expect(text.length).toBeGreaterThan(10_000_000);
    expect(detect(text, 'a.json').references.map((reference) => reference.text)).toEqual(['gpt-4o']);
  });
});
