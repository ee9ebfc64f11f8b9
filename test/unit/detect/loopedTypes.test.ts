import { expect, it } from 'vitest';
import { detect } from './marked';

const IMPORTS = 'from huggingface_hub import snapshot_download\nfrom app.models import Encoder\n\n';

const importedBy = (text: string): readonly unknown[] =>
  detect(text, 'a.py').runtimeChoices.map(({ imported }) => imported ?? null);

it.each([
  'for e in Encoder:\n    snapshot_download(e.value)\n',
  'for e in list(Encoder):\n    snapshot_download(e)\n',
])('a loop over a type of another file gets each member of it: %s', (loop) =>
  expect(importedBy(IMPORTS + loop)).toEqual([
    { module: 'app.models', path: ['Encoder', '*'], host: null, isEach: true },
  ]),
);

it.each([
  // What is given a name so is a list, and another name is no member.
  IMPORTS.replace('Encoder', 'ENCODERS') + 'for e in ENCODERS:\n    snapshot_download(e)\n',
  `${IMPORTS}for e in Encoder:\n    snapshot_download(other)\n`,
  `${IMPORTS}for e in Encoder:\n    print(e)\nsnapshot_download(e)\n`,
  IMPORTS.replace('from app.models import Encoder', 'class Encoder(Base): ...') +
    'for e in Encoder:\n    snapshot_download(e)\n',
])('nothing else does: %s', (text) => expect(importedBy(text)).toEqual([null]));
