import { describe, expect, it } from 'vitest';
import { GivenParts } from '../../../src/core/detect/givenParts';
import { putTogetherIn } from '../../../src/core/detect/putTogether';
import { detect } from './marked';

const START = 'naver/splade-';
const END = 'cocondenser-ensembledistil';

/** What is done with which model of the one publisher. */
function made(text: string, path: string): readonly string[] {
  const { references } = detect(text.replaceAll('@S', START).replaceAll('@E', END), path);
  return references.filter(({ model }) => model === START + END).map(({ role }) => role);
}

describe('a name that a function puts together of what its calls give it', () => {
  it.each([
    ['a.py', 'def repo(kind):\n    return f"@S{kind}"\n\n\np = pipeline("fill-mask", model=repo("@E"))\n'],
    [
      'a.py',
      'KIND = "@E"\n\n\ndef repo(kind):\n    return "@S{}".format(kind)\n\n\np = pipeline("fill-mask", model=repo(KIND))\n',
    ],
    ['a.py', 'REPO = "@S{}"\np = pipeline("fill-mask", model=REPO.format("@E"))\n'],
    [
      'a.py',
      'class A:\n    def __init__(self, kind: Kind = "@E"):\n        self.p = pipeline("x", model=repo(kind))\n\n\ndef repo(size):\n    return f"@S{size}"\n',
    ],
    [
      'a.ts',
      'const repo = (kind: string) => `@S${kind}`;\nexport const p = pipeline("fill-mask", repo("@E"));\n',
    ],
    [
      'a.ts',
      'function repo(kind = "@E") {\n  return `@S${kind}`;\n}\nexport const p = pipeline("x", repo());\n',
    ],
    [
      'a.go',
      'package a\n\nfunc repo(kind string) string { return fmt.Sprintf("@S%s", kind) }\n\nvar p = load(repo("@E"))\n',
    ],
    ['a.sh', 'fetch() {\n  hf download "@S$1"\n}\nfetch @E\n'],
    ['a.sh', 'fetch() {\n  hf download "@S${2}" --local-dir "$1"\n}\nfetch /models "@E"\n'],
  ])('is the model: %s %s', (path, text) => {
    expect(made(text, path)).toHaveLength(1);
    expect(['loads', 'calls']).toContain(made(text, path)[0]);
  });

  it.each([
    ['gets it of nobody', 'a.py', 'def repo(kind):\n    return f"@S{kind}"\n'],
    [
      'gets something else',
      'a.py',
      'def repo(kind):\n    return f"@S{kind}"\n\n\nrepo("other")\nother("@E")\n',
    ],
    ['gets it at another place', 'a.sh', 'fetch() {\n  hf download "@S$1"\n}\nfetch /models @E\n'],
    ['is another one', 'a.sh', 'fetch() {\n  hf download "@S$1"\n}\nsay() {\n  echo "$1"\n}\nsay @E\n'],
    ['is over', 'a.sh', 'fetch() {\n  true\n}\nhf download "@S$1"\nfetch @E\n'],
    [
      'makes something else of it',
      'a.py',
      'def repo(kind):\n    return f"@S{short(kind)}"\n\n\nrepo("@E")\n',
    ],
  ])('is none where the function %s', (_, path, text) => {
    expect(made(text, path)).toEqual([]);
  });

  it('is that of its default where no call gives another', () => {
    const text =
      'def repo(kind: str = "@E") -> str:\n    return f"@S{kind}"\n\n\np = pipeline("fill-mask", model=repo())\n';
    expect(made(text, 'a.py')).toEqual(['loads']);
  });

  it('may be a file of weights', () => {
    const text =
      'GEN = "yolo11"\nSIZE = "m"\n\n\ndef weights(size: str = SIZE) -> str:\n    return f"{GEN}{size}.pt"\n';
    const places = putTogetherIn(text, new GivenParts(text, { path: 'a.py', language: 'python' }, new Map()));
    expect(places.flatMap(({ names }) => names)).toEqual(['yolo11m.pt']);
  });
});
