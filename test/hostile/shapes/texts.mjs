/** Texts that no reader should be given, in every file that has a reader. */
import { write } from '../repository.mjs';

const PLACES = [
  'x.py',
  'x.ts',
  'x.yaml',
  'x.json',
  'x.toml',
  'x.xml',
  'x.md',
  'x.rst',
  'x.sh',
  'x.ipynb',
  'Dockerfile',
  '.env',
  'package.json',
  'pyproject.toml',
  'LICENSE',
  '.gitignore',
  'sub/.model-policy.yaml',
  '.model-lock.yaml',
  'weights/README.md',
  'weights/config.json',
];
const JUDGING = /policy|lock/;

const bytes = (...parts) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));
const utf16 = (text, bigEndian) => {
  const buffer = Buffer.from(`\ufeff${text}`, 'utf16le');
  return bigEndian ? buffer.swap16() : buffer;
};

const TEXTS = {
  '5,000 open brackets': '['.repeat(5000),
  '5,000 open braces': '{"a":'.repeat(5000),
  '5,000 dashes': '- '.repeat(5000),
  '5,000 question marks': '? '.repeat(5000),
  '3,000 fences in fences': '```markdown\n'.repeat(3000),
  '5,000 elements in elements': '<a b="c">'.repeat(5000),
  '20,000 quotes': '"'.repeat(20_000),
  'front matter of question marks': `---\n${'? '.repeat(5000)}\n---\n`,
  'anchors and aliases': `a: &a [x, x]\n${Array.from({ length: 30 }, (_, index) => `b${index}: &b${index} [*${index === 0 ? 'a' : `b${index - 1}`}, *${index === 0 ? 'a' : `b${index - 1}`}]`).join('\n')}\n`,
  'one line of a million characters': `x = "${'a/b '.repeat(250_000)}"\n`,
  'bytes that are no UTF-8': bytes('model: a\n', [0xff, 0xfe, 0xc0, 0x80], '\n'),
  'UTF-16': utf16('model: "a/b"\n', false),
  'UTF-16 the other way round': utf16('model: "a/b"\n', true),
  'bytes of zero': Buffer.alloc(3000),
  'control characters': 'model: "\u001b[31m\u0007\u202egpt-4o"\n',
  'lone carriage returns': 'a: 1\rb: 2\rmodel: gpt-4o\r',
  'marks of a merge': '<<<<<<< HEAD\nmodel: gpt-4o\n=======\nmodel: gpt-4\n>>>>>>> other\n',
  'names of prototypes': '{"__proto__": {"model": "gpt-4o"}, "constructor": {"prototype": 1}}\n',
};

/** @type {import('../repository.mjs').Shape[]} */
export const TEXTS_IN_FILES = Object.entries(TEXTS).flatMap(([name, content]) =>
  PLACES.map((place) => ({
    class: JUDGING.test(place) ? 'bad texts as policy or lock' : 'bad texts',
    name: `${name} as ${place}`,
    kind: 'input',
    build: (folder) => {
      // A lock whose model is used, and a card beside weights, so that both are read.
      if (place.startsWith('weights/'))
        write(folder, 'weights/model.safetensors', Buffer.from([2, 0, 0, 0, 0, 0, 0, 0, 123, 125]));
      write(folder, place, content);
      if (place.startsWith('sub/')) write(folder, 'sub/a.py', 'model = "gpt-4o"\n');
    },
    ...(JUDGING.test(place) && { allowed: [1, 2, 3] }),
  })),
);
