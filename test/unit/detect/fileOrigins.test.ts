import { describe, expect, it } from 'vitest';
import { FileOrigins } from '../../../src/core/detect/fileOrigins';

type Named = readonly [
  kind: 'file' | 'repository',
  name: string,
  at: number,
  entry?: number,
  file?: string | undefined,
  outer?: number,
  key?: string,
];

/** Which repository each file comes from, `offset repository`. */
function origins(...named: readonly Named[]): readonly string[] {
  const found = new FileOrigins();
  for (const [kind, name, at, entry = 0, file, outer = 0, key = ''] of named)
    if (kind === 'file') found.addFile({ at, name, entry, outer, key });
    else found.addRepository({ registry: 'huggingface', id: name }, { at, entry, key, file });
  return [...found.known()].map(({ at, repository }) => `${at} ${repository.id}`);
}

describe('the repository that a file of weights comes from', () => {
  it.each<readonly [string, readonly Named[], readonly string[]]>([
    [
      'an address ends in its name',
      [
        ['repository', 'a/one', 5, 0, 'x.gguf'],
        ['file', 'x.gguf', 90],
      ],
      ['90 a/one'],
    ],
    [
      'a repository stands in the same mapping',
      [
        ['file', 'x.gguf', 5, 3],
        ['repository', 'a/one', 90, 3],
      ],
      ['5 a/one'],
    ],
    [
      'a repository stands beside the mapping or list that it is in',
      [
        ['repository', 'a/one', 1, 3],
        ['file', 'x.gguf', 5, 4, undefined, 3],
        ['file', 'y.gguf', 9, 0, undefined, 3],
      ],
      ['5 a/one', '9 a/one'],
    ],
    [
      'an address beside it ends in another name that its file has',
      [
        ['repository', 'a/gemma-2-2b-gguf', 1, 3, 'gemma-2-2b-q4.gguf'],
        ['file', 'gemma.gguf', 5, 3],
        ['file', 'model.gguf', 9, 3],
      ],
      ['5 a/gemma-2-2b-gguf', '9 a/gemma-2-2b-gguf'],
    ],
    [
      'none where the address beside it ends in a file of another family',
      [
        ['file', 'gemma-2-2b-jpn-it.task', 5, 3],
        ['repository', 'a/sarashina2.2-3b-gguf', 9, 3, 'sarashina2.2-3b-Q4_K_M.gguf'],
      ],
      [],
    ],
    [
      'the same repository stands there twice',
      [
        ['repository', 'a/one', 1, 3],
        ['repository', 'a/one', 2, 3],
        ['file', 'x.gguf', 5, 3],
      ],
      ['5 a/one'],
    ],
    [
      'several repositories stand there, and their keys say for which file they are',
      [
        ['file', 'x.gguf', 1, 3, undefined, 0, 'fileName'],
        ['repository', 'a/one', 2, 3, undefined, 0, 'hfRepo'],
        ['repository', 'a/draft', 3, 3, undefined, 0, 'draftHfRepo'],
        ['file', 'y.gguf', 4, 3, undefined, 0, 'draftFileName'],
        ['file', 'z.gguf', 5, 3, undefined, 0, 'mmproj_file'],
      ],
      ['1 a/one', '4 a/draft'],
    ],
    [
      'another place of the file tells it',
      [
        ['file', 'x.gguf', 5, 3],
        ['repository', 'a/one', 6, 3],
        ['file', 'x.gguf', 90],
      ],
      ['5 a/one', '90 a/one'],
    ],
    [
      'the nearer of two addresses, the one before it where both are as near',
      [
        ['repository', 'a/one', 10, 0, 'x.gguf'],
        ['repository', 'a/two', 30, 0, 'x.gguf'],
        ['file', 'x.gguf', 12],
        ['file', 'x.gguf', 20],
        ['file', 'x.gguf', 21],
        ['file', 'x.gguf', 90],
      ],
      ['12 a/one', '20 a/one', '21 a/two', '90 a/two'],
    ],
    [
      'an address goes before the mapping',
      [
        ['repository', 'a/one', 10, 0, 'x.gguf'],
        ['repository', 'a/two', 20, 3],
        ['file', 'x.gguf', 30, 3],
      ],
      ['30 a/one'],
    ],
  ])('is known where %s', (_, named, known) => expect(origins(...named)).toEqual(known));

  it.each<readonly [string, readonly Named[]]>([
    [
      'two stand in the same mapping',
      [
        ['repository', 'a/one', 1, 3],
        ['repository', 'a/two', 2, 3],
        ['file', 'x.gguf', 5, 3],
      ],
    ],
    [
      'a third is the first again',
      [
        ['repository', 'a/one', 1, 3],
        ['repository', 'a/two', 2, 3],
        ['repository', 'a/one', 3, 3],
        ['file', 'x.gguf', 5, 3],
      ],
    ],
    [
      'two stand in the same mapping, and one around it',
      [
        ['repository', 'a/one', 1, 2],
        ['repository', 'a/two', 2, 3],
        ['repository', 'a/three', 3, 3],
        ['file', 'x.gguf', 5, 3, undefined, 2],
      ],
    ],
    [
      'it stands in another mapping',
      [
        ['repository', 'a/one', 1, 2],
        ['file', 'x.gguf', 5, 3],
      ],
    ],
    [
      'neither stands in one',
      [
        ['repository', 'a/one', 1],
        ['file', 'x.gguf', 5],
      ],
    ],
    [
      'the address is of another file',
      [
        ['repository', 'a/one', 1, 0, 'y.gguf'],
        ['file', 'x.gguf', 5],
      ],
    ],
  ])('is not known where %s', (_, named) => expect(origins(...named)).toEqual([]));
});
