import { describe, expect, it } from 'vitest';
import { percent, score } from '../../benchmark/score.mjs';

const label = (line: number, text: string, more = {}) => ({ line, text, ...more });
const none = new Map<string, boolean | undefined>();

describe('the score of a tool', () => {
  const files = [
    {
      key: 'a.py',
      labels: [label(1, 'gpt-4'), label(3, 'x/y', { endLine: 4, canonical: 'o/y' })],
      ignore: [{ line: 9 }],
    },
    { key: 'b.py', labels: [label(1, 'gpt-4')] },
  ];

  it('takes a name on its line for found, in any spelling, and other lines for false, each once', () => {
    const reports = [
      { path: 'a.py', line: 1, name: 'GPT-4' },
      { path: 'a.py', line: 4, name: 'o/y', role: 'loads' },
      { path: 'a.py', line: 9, name: 'left open' },
      { path: 'a.py', line: 7, name: 'z' },
      { path: 'a.py', line: 7, name: 'z2' },
    ];
    expect(score(files, reports, none)).toMatchObject({
      labels: 3,
      found: 2,
      false: 1,
      roles: 1,
      licenses: 0,
      names: 2,
      namesFound: 2,
    });
  });

  it('takes another name on the line for no find, and for no false one either', () => {
    const sum = score(files, [{ path: 'b.py', line: 1, name: 'claude' }], none);
    expect(sum).toMatchObject({ found: 0, false: 0 });
  });

  it('takes a report without a name for the line, and one without a line for the file', () => {
    const sum = score(
      files,
      [
        { path: 'b.py', line: 1 },
        { path: 'a.py', name: 'gpt-4' },
      ],
      none,
    );
    expect(sum).toMatchObject({ found: 2, false: 0, namesFound: 1 });
  });

  it('counts ends that are known, and ends that are none', () => {
    const ends = new Map<string, boolean | undefined>([
      ['gpt-4', true],
      ['x/y', false],
    ]);
    const reports = [
      { path: 'a.py', line: 1, ended: true },
      { path: 'a.py', line: 3, ended: true, license: 'mit', base: 'o/b' },
      { path: 'b.py', line: 1, ended: false },
    ];
    expect(score(files, reports, ends)).toMatchObject({
      ended: 2,
      endsFound: 1,
      goOn: 1,
      endsFalse: 1,
      licenses: 1,
      bases: 1,
    });
  });

  it('has no share of nothing', () => {
    expect([percent(1, 3), percent(0, 0)]).toEqual(['33.3', '–']);
  });
});
