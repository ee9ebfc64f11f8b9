import { describe, expect, it } from 'vitest';
import { GivenParts } from '../../../src/core/detect/givenParts';
import { putTogetherIn } from '../../../src/core/detect/putTogether';

function namesIn(text: string, language: string): readonly (readonly string[])[] {
  const given = new GivenParts(text, { path: 'a', language }, new Map());
  return putTogetherIn(text, given).map(({ names }) => names);
}

describe('names that a text puts together', () => {
  it('are all that several values of three parts make', () => {
    const branch = (n: string): string =>
      `if ${n}:\n  O = "o${n}"\nif x${n}:\n  F = "f${n}"\nif y${n}:\n  S = "s${n}"\n`;
    const [names = []] = namesIn(`${branch('1')}${branch('2')}m = f"{O}/{F}-{S}"\n`, 'python');
    expect(names).toHaveLength(8);
    expect(names).toEqual(expect.arrayContaining(['o1/f1-s1', 'o2/f2-s2']));
  });

  const TWO = ['a/b', 'c/d'];
  it.each([
    // What one block, record or call gives stands together.
    ['if x:\n  O = "a"\n  N = "b"\nelse:\n  O = "c"\n  N = "d"\nm = f"{O}/{N}"\n', TWO],
    ['def get(O, N):\n    return f"{O}/{N}"\n\nget("a", "b")\nget("c", "d")\n', TWO],
    [
      'def get(O, N):\n    return f"{O}/{N}"\n\nget(\n    "a",\n    "b",\n)\nget(\n    "c",\n    "d",\n)\n',
      TWO,
    ],
    // What gives one part alone leaves the other as it was.
    ['O = "a"\nN = "b"\nif x:\n  N = "d"\nm = f"{O}/{N}"\n', ['a/b', 'a/d']],
    [
      'O = "a"\nN = "b"\nif x:\n  O = "c"\n  N = "d"\nif y:\n  N = "e"\nm = f"{O}/{N}"\n',
      [...TWO, 'a/e', 'c/e'],
    ],
    ['O = "a"\nN = "b"\nO = "c"\nm = f"{O}/{N}"\nN = "d"\n', [...TWO, 'a/d', 'c/b']],
    ['for O in ["a", "c"]:\n  for N in ["b", "d"]:\n    m = f"{O}/{N}"\n', [...TWO, 'a/d', 'c/b']],
    // Things that each have both parts may each give one.
    [
      'class A:\n  O = "a"\n  N = "b"\nclass B:\n  O = "c"\n  N = "d"\nm = f"{A.O}/{B.N}"\n',
      [...TWO, 'a/d', 'c/b'],
    ],
    [
      'def f():\n  O = "a"\n  N = "b"\n  x = {"O": "c", "N": "d"}\n  m = f"{O}/{x[\'N\']}"\n',
      [...TWO, 'a/d', 'c/b'],
    ],
    // A parameter has its default where a call passes nothing.
    ['def get(O, N="b"):\n    return f"{O}/{N}"\n\nget("a")\nget("a", "d")\n', ['a/b', 'a/d']],
  ])('are none that no block, record or call gives: %s', (text, all) =>
    expect(namesIn(text, 'python').flat().sort()).toEqual([...all].sort()),
  );

  it('are of a section that gives one part and a file that gives both', () => {
    const given = new Map([
      ['part OWNER', 'a\tbase.ini 0\nc\tmore.ini 9'],
      ['part NAME', 'b\tbase.ini 0\nd\tmore.ini 9\ne\tmore.ini 0'],
    ]);
    const text = "m = f\"{os.getenv('OWNER')}/{os.getenv('NAME')}\"\n";
    const parts = new GivenParts(text, { path: 'a.py', language: 'python' }, given);
    expect(putTogetherIn(text, parts).flatMap(({ names }) => names)).toEqual(['a/b', 'a/e', 'c/d', 'c/e']);
  });

  it('are none of two files that both give all parts', () => {
    const given = new Map([
      ['part m.owner', 'a\tx/values.yaml\nc\ty/values.yaml'],
      ['part m.name', 'b\tx/values.yaml\nd\ty/values.yaml\ne\tz/values.yaml'],
    ]);
    const text = 'm: "{{ .Values.m.owner }}/{{ .Values.m.name }}"\n';
    const parts = new GivenParts(text, { path: 'a.yaml', language: 'yaml' }, given);
    expect(putTogetherIn(text, parts).flatMap(({ names }) => names)).toEqual(['a/b', 'a/e', 'c/d', 'c/e']);
  });

  it.each(['O = "o"\nm = f"{O}/{N}"\n', 'O = "o"\nN = "n"\nm = f"{O} {N}"\n'])(
    'are none where a part is not known or nothing is between them: %s',
    (text) => expect(namesIn(text, 'python')).toEqual([]),
  );
});
