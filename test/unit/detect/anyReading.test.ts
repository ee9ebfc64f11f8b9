import { describe, expect, it } from 'vitest';
import { inAnyReading } from '../../../src/core/detect/anyReading';
import type { Detection, ModelReference, RuntimeChoice } from '../../../src/core/reference';
import type { Role } from '../../../src/core/vocabulary';

const TEXT = '0123456789'.repeat(4);

function reading(
  references: readonly (readonly [start: number, end: number, role: Role])[],
  more: Partial<Detection> = {},
): Detection {
  const placed = references.map(
    ([start, end, role]) => ({ range: { start, end }, role, text: 'as read' }) as ModelReference,
  );
  return { references: placed, uses: [], runtimeChoices: [], ...more };
}

const choice = (start: number, loader: string): RuntimeChoice => ({
  range: { start, end: start + 2 },
  loader,
  expression: 'x',
});

const kept = (...readings: [Detection, ...Detection[]]): readonly string[] =>
  inAnyReading(TEXT, readings).references.map(
    ({ range, role, text }) => `${range.start}-${range.end} ${role} ${text}`,
  );

describe('a text that is read in several ways', () => {
  it('names what any of them names, in order and as the text spells it', () =>
    expect(
      kept(reading([[10, 13, 'mentions']]), reading([[1, 3, 'loads']]), reading([[3, 5, 'lists']])),
    ).toEqual(['1-3 loads 12', '3-5 lists 34', '10-13 mentions 012']));

  it('uses what one of them uses, as the first of them does', () => {
    const mentioned = reading([[1, 4, 'mentions']]);
    const used = reading([[2, 5, 'loads']]);
    expect(kept(mentioned, used)).toEqual(['2-5 loads 234']);
    expect(kept(used, mentioned)).toEqual(['2-5 loads 234']);
    expect(kept(reading([[1, 4, 'calls']]), used)).toEqual(['1-4 calls 123']);
  });

  it('follows what any of them follows to a name', () => {
    const { references, uses } = reading([]);
    const followed = { ...reading([[20, 23, 'loads']]).references[0], definedAt: { start: 1, end: 3 } };
    const found = inAnyReading(TEXT, [
      { references, uses, runtimeChoices: [choice(5, 'one'), choice(21, 'two')] },
      { references, uses: [followed as ModelReference], runtimeChoices: [] },
    ]);
    expect(found.uses).toEqual([followed]);
    expect(found.runtimeChoices).toEqual([choice(5, 'one')]);
    const both = { references, uses: [followed as ModelReference], runtimeChoices: [choice(21, 'two')] };
    expect(inAnyReading(TEXT, [both, both]).runtimeChoices).toEqual([choice(21, 'two')]);
  });

  it('leaves open what any of them leaves open, and makes what any makes', () => {
    const client = { name: 'ai', host: 'openai' };
    const found = inAnyReading(TEXT, [
      reading([], { runtimeChoices: [choice(5, 'one')], clients: [client], ownClasses: ['A'] }),
      reading([], {
        runtimeChoices: [choice(1, 'two'), choice(6, 'three')],
        clients: [
          { name: 'ai', host: null },
          { name: 'other', host: null },
        ],
        ownClasses: ['A', 'B'],
      }),
    ]);
    expect(found.runtimeChoices.map(({ loader }) => loader)).toEqual(['two', 'one']);
    expect(found.clients?.find(({ name }) => name === 'ai')).toEqual(client);
    expect(found.clients).toHaveLength(2);
    expect(found.ownClasses).toEqual(['A', 'B']);
  });
});
