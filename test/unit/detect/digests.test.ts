import { describe, expect, it } from 'vitest';
import { Digests } from '../../../src/core/detect/digests';
import type { Site } from '../../../src/core/detect/site';

const HEX = 'a'.repeat(64);
const under = (key: string, group = 1): Site => ({
  lexical: 'string',
  where: 'config',
  key,
  parents: [],
  group,
});

/** The revisions that a name in mapping 1 gets from a value under a key of a mapping. */
function pinned(key: string, value: string, group = 1): readonly unknown[] {
  const digests = new Digests();
  digests.note(value, under(key, group));
  digests.addName(7, 1);
  return [...digests.pinned()].map(({ at, revision }) => [at, revision.value, revision.immutable]);
}

function versioned(key: string, value: string, group = 1): readonly unknown[] {
  const digests = new Digests();
  digests.noteVersion(value, { start: 0, end: value.length }, under(key, group));
  digests.addName(7, 1);
  return [...digests.versioned()].map(({ at, revision }) => [at, revision.value]);
}

describe('a digest beside a name', () => {
  it.each([
    ['sha256', HEX],
    ['file_sha256', `sha256:${HEX}`],
    ['checksum', HEX],
    ['digest', HEX],
    ['hash', HEX],
  ])('under %s says which file is got', (key, value) =>
    expect(pinned(key, value)).toEqual([[7, `sha256:${HEX}`, true]]),
  );

  it.each([
    ['revision', HEX, 1],
    ['sha256', HEX.slice(1), 1],
    ['sha256', `${HEX}a`, 1],
    ['sha256', HEX.toUpperCase(), 1],
    ['sha256', HEX, 2],
    ['sha256', HEX, 0],
  ])('under %s with %s in mapping %i says nothing', (key, value, group) =>
    expect(pinned(key, value, group)).toEqual([]),
  );
});

describe('a version beside a name', () => {
  it.each([
    ['version', '2024-08-06'],
    ['modelVersion', '1'],
    ['model_version', 'turbo-2024-04-09'],
  ])('under %s is %s', (key, value) => expect(versioned(key, value)).toEqual([[7, value]]));

  it.each([
    ['version', 'latest', 1],
    ['version', '${VERSION}', 1],
    ['apiVersion', '2024-08-06', 1],
    ['model_versions', '1', 1],
    ['ver', '1', 1],
    ['version', '1', 2],
    ['version', '1', 0],
    ['version', '12345678901234567', 1],
  ])('is none under %s with %s in mapping %i', (key, value, group) =>
    expect(versioned(key, value, group)).toEqual([]),
  );
});
