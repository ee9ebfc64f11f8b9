import { describe, expect, it } from 'vitest';
import { readPolicy } from '../../../src/core/policy/readPolicy';
import { after, edits, fixes, title, type Workspace } from './support';

const ID = 'acme/own-7b';
const workspace = (policy?: string): Workspace => ({
  text: `AutoModel.from_pretrained("${ID}")\n`,
  ids: [ID],
  ...(policy !== undefined && { policy }),
});

function described(policy: string, license = 'apache-2.0'): string {
  const [fix] = fixes(workspace(policy), 'license/unknown', 'describe');
  if (fix === undefined) throw new Error('no such fix');
  return after(fix, '.model-policy.yaml', policy, { license });
}

describe('stating the license of a model that nobody knows', () => {
  it('is offered by name, and asks for the license', () => {
    const [fix] = fixes(workspace('version: 1\n'), 'license/unknown', 'describe');
    expect(fix && title(fix)).toBe(`State the license of ${ID} in the policy…`);
    expect(fix?.action).toMatchObject({ kind: 'edit', needs: ['license'] });
  });

  it.each([
    ['no entry yet', 'version: 1\n'],
    [
      'an entry beside it',
      'version: 1\ndescribe:\n    other/x: { license: mit } # ours\norigins: { warn: [CN] }\n',
    ],
  ])('writes it where there is %s, and the rest stays', (_, before) => {
    const text = described(before);
    for (const line of before.trimEnd().split('\n')) expect(text).toContain(line);
    const { policy, problems } = readPolicy(text, '.model-policy.yaml');
    expect(problems).toEqual([]);
    expect(
      policy?.models.some(({ id }) => id === ID),
      text,
    ).toBe(true);
  });

  it('changes nothing in a form that it does not understand', () => {
    const flow = 'version: 1\ndescribe: { other/x: { license: mit } }\n';
    const [fix] = fixes(workspace(flow), 'license/unknown', 'describe');
    expect(fix && edits(fix, { license: 'mit' })).toEqual([]);
  });
});
