import { describe, expect, it } from 'vitest';
import { GivenParts } from '../../../src/core/detect/givenParts';
import { putTogetherIn } from '../../../src/core/detect/putTogether';

function namesIn(text: string, language: string): readonly (readonly string[])[] {
  const given = new GivenParts(text, { path: 'a', language }, new Map());
  return putTogetherIn(text, given).map(({ names }) => names);
}

describe('names that a text puts together', () => {
  it('are all that several values of three parts make', () => {
    const branch = (n: string): string => `  O = "o${n}"\n  F = "f${n}"\n  S = "s${n}"\n`;
    const [names = []] = namesIn(`if x:\n${branch('1')}else:\n${branch('2')}m = f"{O}/{F}-{S}"\n`, 'python');
    expect(names).toHaveLength(8);
    expect(names).toEqual(expect.arrayContaining(['o1/f1-s1', 'o2/f2-s2']));
  });

  it.each(['O = "o"\nm = f"{O}/{N}"\n', 'O = "o"\nN = "n"\nm = f"{O} {N}"\n'])(
    'are none where a part is not known or nothing is between them: %s',
    (text) => expect(namesIn(text, 'python')).toEqual([]),
  );
});
