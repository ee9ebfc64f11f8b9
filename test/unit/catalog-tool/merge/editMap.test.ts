import { describe, expect, it } from 'vitest';
import { MapEditor } from '../../../../src/catalog-tool/merge/editMap';

const TEXT = `# what the file is
registry: huggingface
models:
  # about one
  acme/one: { license: mit, released: "2024" } # read twice
  # about three
  acme/three:
    license: mit # why
    # inner
    sources: [a]

  # about two
  'acme/two': { x: [1] }
`;
const edited = (edit: (editor: MapEditor) => void, text = TEXT): string => {
  const editor = new MapEditor('f.yaml', text, 'models');
  edit(editor);
  return editor.toString();
};

describe('an edited map', () => {
  it('is byte for byte the same without a change', () => expect(edited(() => undefined)).toBe(TEXT));

  it('keeps comments, quotes and styles around and inside a changed entry', () =>
    expect(
      edited((editor) => {
        editor.change('acme/one', { license: 'apache-2.0', gated: true });
        editor.change('acme/three', { license: 'apache-2.0', task: 'x', sources: ['b'] });
      }),
    ).toBe(
      TEXT.replace(
        '{ license: mit, released: "2024" }',
        '{ license: apache-2.0, released: "2024", gated: true }',
      ).replace(
        '    license: mit # why\n    # inner\n    sources: [a]\n',
        '    license: apache-2.0 # why\n    task: x\n    # inner\n    sources: [ b ]\n',
      ),
    ));

  it('puts a new entry behind the one before it, also as first and as last', () =>
    expect(
      edited((editor) => {
        for (const key of ['acme/zero', 'ACME/Between', 'aaa/x']) editor.add(key, { n: 1 });
      })
        .split('\n')
        .filter((line) => line.includes('n: 1') || line.includes('acme/') || line.includes('models')),
    ).toEqual([
      'models:',
      '  aaa/x: { n: 1 }',
      '  ACME/Between: { n: 1 }',
      '  acme/one: { license: mit, released: "2024" } # read twice',
      '  acme/three:',
      "  'acme/two': { x: [1] }",
      '  acme/zero: { n: 1 }',
    ]));

  it('stays a map when the last entry goes, and takes entries again', () => {
    const text = 'registry: x\nmodels:\n  a/b: { n: 1 }\n';
    const empty = edited((editor) => editor.remove('a/b'), text);
    expect(empty).toBe('registry: x\nmodels: {}\n');
    expect(edited((editor) => editor.add('a/b', { n: 1 }), empty)).toBe(text);
    expect(
      edited((editor) => {
        editor.remove('a/b');
        editor.add('a/c', { n: 2 });
      }, text),
    ).toBe('registry: x\nmodels:\n  a/c: { n: 2 }\n');
  });

  it('renames in place and keeps line ends of Windows', () =>
    expect(
      edited((editor) => {
        editor.change('a/b', {}, 'a/B');
        editor.add('a/c', { n: 1 });
      }, 'models:\r\n  a/b: { n: 1 }\r\n'),
    ).toBe('models:\r\n  a/B: { n: 1 }\r\n  a/c: { n: 1 }\r\n'));

  it('refuses, naming the file, what it cannot change without loss', () => {
    expect(() => edited(() => undefined, 'models: { a/b: { n: 1 } }\n')).toThrow('f.yaml');
    expect(() => edited(() => undefined, 'models: [\n')).toThrow('f.yaml');
    expect(() =>
      edited((editor) => editor.change('a/b', { n: 2 }), 'base: &b { n: 1 }\nmodels:\n  a/b: { m: *b }\n'),
    ).toThrow('f.yaml: a/b');
  });
});
