/** Things that are no plain files, in every place that the program looks at. */
import { chmodSync, mkdirSync, rmSync, truncateSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { link, pipe, write } from '../repository.mjs';

const PLACES = [
  'x.py',
  'x.yaml',
  'x.ipynb',
  'x.md',
  'README.md',
  'package.json',
  'pyproject.toml',
  'LICENSE',
  'NOTICE',
  '.gitignore',
  '.env',
  'weights/model.safetensors',
  'weights/model.gguf',
  'weights/config.json',
  'weights/README.md',
  '.git',
  'node_modules',
];
/** A broken one here must be told, not taken for none. */
const JUDGING = ['sub/.model-policy.yaml', '.model-lock.yaml'];

const KINDS = {
  'a link to a file': (folder, path) => {
    write(folder, 'elsewhere/target', 'text\n');
    link(folder, path, join(folder, 'elsewhere/target'));
  },
  'a link to nothing': (folder, path) => link(folder, path, '/no/such/place'),
  'a link to itself': (folder, path) => link(folder, path, join(folder, path)),
  'a link to its parent': (folder, path) => link(folder, path, '..'),
  'a link to /dev/zero': (folder, path) => link(folder, path, '/dev/zero'),
  'a link to /proc/self': (folder, path) => link(folder, path, '/proc/self'),
  'a pipe': pipe,
  'a socket': async (folder, path) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    const server = createServer();
    await new Promise((resolve, reject) => server.once('error', reject).listen(join(folder, path), resolve));
    return () => server.close();
  },
  'a folder': (folder, path) => write(folder, `${path}/inside.py`, 'x = 1\n'),
  'an empty file': (folder, path) => write(folder, path, ''),
  'a file of 20 MB without content': (folder, path) => {
    write(folder, path, '');
    truncateSync(join(folder, path), 20_000_000);
  },
};

/** Walks that do not end, or nearly. */
const TREES = {
  '200 folders deep': (folder) => write(folder, `${'d/'.repeat(200)}x.py`, 'x = 1\n'),
  'a ring of links': (folder) => {
    for (const [from, to] of ['ab', 'bc', 'ca']) link(folder, `ring/${from}`, join(folder, 'ring', to));
  },
  '3,000 files': (folder) => {
    for (let index = 0; index < 3000; index++) write(folder, `many/${index}.py`, '');
  },
  'a link to the root of the disk': (folder) => link(folder, 'disk', '/'),
  'a folder that cannot be listed': (folder) => {
    write(folder, 'closed/x.py', 'x = 1\n');
    chmodSync(join(folder, 'closed'), 0);
    return () => chmodSync(join(folder, 'closed'), 0o700);
  },
  'a file that cannot be read': (folder) => {
    write(folder, 'closed.py', 'x = 1\n');
    chmodSync(join(folder, 'closed.py'), 0);
  },
  'a file that goes away': (folder) => {
    for (let index = 0; index < 400; index++) write(folder, `going/${index}.py`, 'x = 1\n'.repeat(500));
    const timer = setTimeout(() => rmSync(join(folder, 'going'), { recursive: true, force: true }), 250);
    return () => clearTimeout(timer);
  },
};

/** What is named on the command line has to be read, or it is said that it was not. */
// All of /proc, which a person may name, takes its time.
const NAMED = Object.entries(KINDS).filter(
  ([kind]) => kind !== 'a folder' && kind !== 'a link to /proc/self' && kind !== 'an empty file',
);

/** @type {import('../repository.mjs').Shape[]} */
export const FILES = [
  ...Object.entries(KINDS).flatMap(([kind, make]) => [
    ...PLACES.map((place) => ({
      class: 'no plain file',
      name: `${kind} as ${place}`,
      kind: 'files',
      build: (folder) => make(folder, place),
    })),
    ...JUDGING.map((place) => ({
      class: 'no plain file as policy or lock',
      name: `${kind} as ${place}`,
      kind: 'files',
      build: (folder) => make(folder, place),
      allowed: [1, 2, 3],
    })),
    {
      class: 'no plain file as policy or lock',
      name: `${kind} as the policy of the root`,
      kind: 'files',
      build: (folder) => {
        rmSync(join(folder, '.model-policy.yaml'));
        return make(folder, '.model-policy.yaml');
      },
      allowed: [2, 3],
    },
    {
      class: 'no plain file as policy or lock',
      name: `${kind} as the policy above what is audited`,
      kind: 'files',
      build: (folder) => {
        rmSync(join(folder, '.model-policy.yaml'));
        mkdirSync(join(folder, '.git'));
        return make(folder, '.model-policy.yaml');
      },
      args: ['audit', 'kept', '--format', 'json'],
      allowed: [2, 3],
    },
    ...['--policy', '--baseline'].map((option) => ({
      class: 'no plain file for an option',
      name: `${kind} for ${option}`,
      kind: 'files',
      build: (folder) => make(folder, 'given'),
      args: ['audit', option, 'given', '--format', 'json'],
      allowed: [2, 3],
    })),
  ]),
  ...NAMED.map(([kind, make]) => ({
    class: 'named and not read',
    name: kind,
    kind: 'files',
    build: (folder) => make(folder, 'named.py'),
    args: ['audit', 'named.py', '--format', 'json'],
    allowed: [1, 2, 3],
  })),
  ...Object.entries(TREES).map(([name, build]) => ({ class: 'trees', name, kind: 'files', build })),
];
