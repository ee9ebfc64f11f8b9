import { describe, expect, it } from 'vitest';
import { bothParts, collectParts, isPartName, partsGiven } from '../../../src/core/detect/partsElsewhere';

describe('what settings give the parts of names', () => {
  it.each([
    [
      'chart/values.yaml',
      'model:\n  owner: acme # ours\n  name: "thing-7b"\nimage:\n  tag: 1.0\n',
      ['model.owner acme', 'model.name thing-7b', 'image.tag 1.0'],
    ],
    ['chart/values-prod.yaml', 'llm:\n  hub:\n    org: acme\n', ['llm.hub.org acme']],
    [
      '.env',
      'OWNER=acme\nexport NAME="thing-7b"\nPORT=8000\nURL=https://a.example/x\n',
      ['OWNER acme', 'NAME thing-7b'],
    ],
    ['a.tfvars', 'owner = "acme"\nenable_name = true\n', ['owner acme']],
    ['variables.tf', 'variable "owner" {\n  type = string\n  default = "acme"\n}\n', ['owner acme']],
    ['deploy.yaml', 'owner: acme\n', []],
    ['a.py', 'OWNER = "acme"\n', []],
    ['src/main.go', 'const Owner = "acme"\n', []],
  ])('in %s', (path, text, given) => {
    const parts = collectParts(text, path);
    expect([...parts.keys()].every(isPartName)).toBe(true);
    const told = given
      .map((one) => one.split(' '))
      .map(([name = '', value = '']) => [partsGiven(name, parts), [{ value, rows: [path] }]]);
    for (const [found, value] of told) expect(found).toEqual(value);
    expect(
      [...parts.values()].filter(
        (value) =>
          !given.some((one) => value === `${one.split(' ')[1]}\t${path}`) && value !== `string\t${path} 0`,
      ),
    ).toEqual([]);
  });

  it.each([
    ['consts.py', 'OWNER = "acme"\nNAME: Final = "thing"\n', ['consts OWNER', 'consts NAME']],
    [
      'src/config/index.ts',
      'export const config = {\n  owner: "acme", name: "thing",\n};\n',
      ['config owner'],
    ],
    ['src/constants.rs', 'pub const OWNER: &\'static str = "acme";\n', ['constants OWNER']],
    ['llm/names.go', 'const (\n\tOwner = "acme"\n)\n', ['names Owner', 'llm Owner']],
    ['a/Defaults.java', '  public static final String OWNER = "acme";\n', ['Defaults OWNER', 'a OWNER']],
    ['consts.py', 'OWNER == "acme"\nCOLOR = "acme"\nx = pick("OWNER", "acme")\n', []],
  ])('are constants of code, by their modules: %s', (path, text, names) => {
    const parts = collectParts(text, path);
    for (const name of names) expect(partsGiven(name, parts)).not.toEqual([]);
    if (names.length === 0) expect([...parts]).toEqual([]);
  });

  it.each([
    ['a.ini', '[a]\nname = one\n\n[b]\nowner = acme\nname = two\n', 16],
    ['a.tf', 'module "a" {\n  name = "one"\n}\nmodule "b" {\n  owner = "acme"\n  name = "two"\n}\n', 30],
  ])('is told with the section of a file that gives it: %s', (path, text, second) => {
    const parts = collectParts(text, path);
    expect(partsGiven('owner', parts)).toEqual([{ value: 'acme', rows: [`${path} ${second}`] }]);
    expect(partsGiven('name', parts)).toEqual([
      { value: 'one', rows: [`${path} 0`] },
      { value: 'two', rows: [`${path} ${second}`] },
    ]);
  });

  it('is told with the files that give it', () => {
    const files = ['a/values.yaml', 'b/values.yaml'].map((path) => collectParts('m:\n  owner: acme\n', path));
    const [one, other] = files.map((parts) => [...parts.values()].join());
    const both = new Map([['part m.owner', bothParts(one, other ?? '')]]);
    expect(partsGiven('m.owner', both)).toEqual([
      { value: 'acme', rows: ['a/values.yaml', 'b/values.yaml'] },
    ]);
    expect(partsGiven('m.owner', new Map([['part m.owner', 'acme']]))).toEqual([{ value: 'acme', rows: [] }]);
  });

  it('is all that several files give one', () =>
    expect([bothParts(undefined, 'a'), bothParts('a', 'a'), bothParts('a\nb', 'b\nc')]).toEqual([
      'a',
      'a',
      'a\nb\nc',
    ]));
});
