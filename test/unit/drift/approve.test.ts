import { describe, expect, it } from 'vitest';
import { approveModels, type Approval } from '../../../src/core/drift/approve';
import { readLock, type LockEntry } from '../../../src/core/drift/lockFile';

const entry: LockEntry = {
  model: 'acme/model-7b',
  license: 'apache-2.0',
  effectiveLicense: 'apache-2.0',
  openness: 'open-weights',
  publisher: 'acme',
  origin: ['JP'],
  revision: 'a'.repeat(40),
  gated: false,
  evidence: 'https://huggingface.co/acme/model-7b',
  approvedBy: 'legal',
  approvedOn: '2026-01-01',
};
const now: Approval = { approvedBy: 'someone', approvedOn: '2026-11-24' };
const locked = new Map([['acme/model-7b', entry]]);

function approve(
  current: readonly Partial<LockEntry>[],
  {
    before = locked,
    whole = true,
    approval = now,
    renamedFrom,
  }: {
    before?: ReadonlyMap<string, LockEntry>;
    whole?: boolean;
    approval?: Approval;
    renamedFrom?: string;
  } = {},
) {
  const text = approveModels(
    current.map((facts) => ({
      entry: { ...entry, approvedBy: null, approvedOn: null, ...facts },
      ...(renamedFrom !== undefined && { renamedFrom }),
    })),
    approval,
    { locked: before, whole },
  );
  return [...(readLock(text).entries?.values() ?? [])].map(({ entry: kept }) => kept);
}

describe('approving', () => {
  it('a model for the first time records who and when', () => {
    expect(approve([{}], { before: new Map() })).toEqual([
      { ...entry, approvedBy: 'someone', approvedOn: '2026-11-24' },
    ]);
  });

  it('what did not change keeps who approved it, and when', () => expect(approve([{}])).toEqual([entry]));

  it('what is not known now keeps what was known, as without a network', () => {
    expect(
      approve([
        {
          license: null,
          effectiveLicense: null,
          openness: 'unknown',
          publisher: null,
          origin: [],
          revision: null,
          gated: null,
          evidence: null,
        },
      ]),
    ).toEqual([entry]);
  });

  it('a changed fact is a new approval', () => {
    expect(approve([{ license: 'llama3.1' }])).toEqual([
      { ...entry, license: 'llama3.1', approvedBy: 'someone', approvedOn: '2026-11-24' },
    ]);
  });

  it('another source of the same facts is none', () =>
    expect(approve([{ evidence: 'elsewhere' }])).toEqual([entry]));

  it('with a name what nobody had put a name to', () => {
    const nameless = new Map([['acme/model-7b', { ...entry, approvedBy: null }]]);
    expect(approve([{}], { before: nameless })[0]).toMatchObject({
      approvedBy: 'someone',
      approvedOn: '2026-11-24',
    });
    expect(
      approve([{}], { before: nameless, approval: { approvedBy: null, approvedOn: '2026-11-24' } })[0],
    ).toMatchObject({ approvedBy: null, approvedOn: '2026-01-01' });
  });

  it('leaves out what is not in use, unless only a part was looked at', () => {
    expect(approve([{ model: 'acme/other' }]).map(({ model }) => model)).toEqual(['acme/other']);
    expect(approve([{ model: 'acme/other' }], { whole: false }).map(({ model }) => model)).toEqual([
      'acme/model-7b',
      'acme/other',
    ]);
  });

  it('moves the entry of a model that was renamed, also where only a part was looked at', () => {
    expect(approve([{ model: 'acme/new-name' }], { renamedFrom: 'acme/model-7b', whole: false })).toEqual([
      { ...entry, model: 'acme/new-name', approvedBy: 'someone', approvedOn: '2026-11-24' },
    ]);
  });
});
