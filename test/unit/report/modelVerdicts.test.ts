import { describe, expect, it } from 'vitest';
import { audit } from '../../../src/core/audit/audit';
import { modelVerdicts, usedWithoutPolicy } from '../../../src/core/report/modelVerdicts';
import type { Verdict } from '../../../src/core/vocabulary';
import { catalogHost, memoryFiles } from '../audit/memory';

const LLAMA = 'meta-llama/Llama-3.1-8B-Instruct';
const load = (id: string): string => `loads ${id}`;

async function verdictsOf(
  files: Readonly<Record<string, string>>,
  policy?: string,
): Promise<ReadonlyMap<string, Verdict>> {
  const all = policy === undefined ? files : { ...files, '.model-policy.yaml': `version: 1\n${policy}` };
  const result = await audit({ folders: [{ name: 'root', source: memoryFiles(all) }] }, catalogHost);
  return modelVerdicts(result);
}

async function verdictOf(id: string, policy?: string, path = 'app.py'): Promise<Verdict | undefined> {
  return (await verdictsOf({ [path]: load(id) }, policy)).get(id);
}

const COMMERCIAL = 'use: { purpose: commercial, distribution: none }\n';

describe('the verdict on a model', () => {
  it.each<readonly [string, string, string | undefined, Verdict]>([
    ['allowed', 'mistralai/Mistral-7B-Instruct-v0.3', COMMERCIAL, 'ok'],
    ['nothing asked', 'mistralai/Mistral-7B-Instruct-v0.3', undefined, 'ok'],
    ['denied', LLAMA, 'licenses: { deny: [llama3.1] }', 'conflict'],
    ['to be looked at', LLAMA, `${COMMERCIAL}licenses: { warn: [llama3.1] }`, 'review'],
    ['something to do', LLAMA, 'use: { purpose: commercial, distribution: service }', 'obligations'],
    ['no license stated', 'someone/no-license', COMMERCIAL, 'unknown'],
    ['a license in other words', 'someone/other-license', COMMERCIAL, 'unknown'],
    ['unknown, although nobody asks', 'someone/other-license', 'licenses: { unknown: off }', 'unknown'],
    ['inferred', 'someone/guessed-mit', 'licenses: { unknown: off }', 'review'],
    ['a name that suggests a base', 'someone/chat-llama-3.1-8b', COMMERCIAL, 'review'],
  ])('%s', async (_, id, policy, verdict) => expect(await verdictOf(id, policy)).toBe(verdict));

  it('is no better in a test', async () => {
    const policy = `${COMMERCIAL}licenses: { deny: [llama3.1] }`;
    expect(await verdictOf(LLAMA, policy, 'tests/test_app.py')).toBe('review');
  });

  it('is that of the gravest use', async () => {
    const files = { 'a.py': load(LLAMA), 'tests/test_a.py': load(LLAMA) };
    expect((await verdictsOf(files, 'licenses: { deny: [llama3.1] }')).get(LLAMA)).toBe('conflict');
  });

  it('is none of what is only named', async () => {
    expect((await verdictsOf({ 'a.py': `mentions ${LLAMA}` }, COMMERCIAL)).size).toBe(0);
  });

  it('is of no policy where the only one governs another folder', async () => {
    const outside = async (policyPath: string): Promise<readonly string[]> => {
      const files = {
        [policyPath]: 'version: 1\nlicenses: { deny: [llama3.1] }\n',
        'a/app.py': load('mistralai/Mistral-7B-Instruct-v0.3'),
        'ab/app.py': load(LLAMA),
      };
      return [
        ...usedWithoutPolicy(
          await audit({ folders: [{ name: 'root', source: memoryFiles(files) }] }, catalogHost),
        ),
      ];
    };
    expect(await outside('a/.model-policy.yaml')).toEqual([LLAMA]);
    expect(await outside('.model-policy.yaml')).toEqual([]);
    expect(await outside('c/policy.yaml')).toEqual([]);
  });
});
