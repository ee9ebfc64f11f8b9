import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { POLICY_TEMPLATES } from '../../src/core/policy/templates';
import { readPolicy } from '../../src/core/policy/readPolicy';
import { cli, folderWith } from './cli';

const POLICY = '.model-policy.yaml';

describe('init', () => {
  it('writes the usual template and says what to do next', async () => {
    const cwd = folderWith({});
    const { code, stdout, stderr } = await cli(['init'], { cwd });
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toContain(`Written to ${POLICY} from the template no-non-commercial`);
    expect(stderr).toContain('model-license-lens audit');
    const usual = POLICY_TEMPLATES.find(({ id }) => id === 'no-non-commercial');
    expect(readFileSync(join(cwd, POLICY), 'utf8')).toBe(usual?.text);
    const { policy } = JSON.parse((await cli(['audit', '--format', 'json'], { cwd })).stdout) as {
      policy: { path: string };
    };
    expect(policy.path).toBe(POLICY);
  });

  it('writes into a folder what was stated of the project', async () => {
    const cwd = folderWith({ 'web/app.py': '' });
    const stated = ['--purpose', 'internal', '--distribution', 'none', '--regions', 'EU, JP', '--seat', 'jp'];
    const { stderr } = await cli(['init', 'web', '--template', 'research', ...stated], { cwd });
    expect(stderr).toContain(`from the template research, for the use that you state\n`);
    const { policy } = readPolicy(readFileSync(join(cwd, 'web', POLICY), 'utf8'), POLICY);
    expect(policy?.use).toMatchObject({
      purpose: 'internal',
      distribution: 'none',
      regions: ['EU', 'JP'],
      seat: 'JP',
    });
  });

  it('leaves a policy that is there as it is', async () => {
    const cwd = folderWith({ [POLICY]: 'version: 1\n' });
    const { code, stderr } = await cli(['init'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('is there already, and is left as it is');
    expect(readFileSync(join(cwd, POLICY), 'utf8')).toBe('version: 1\n');
  });

  it('lists every template of the editor', async () => {
    const { stdout } = await cli(['init', '--list']);
    for (const { id } of POLICY_TEMPLATES) expect(stdout).toMatch(new RegExp(`^${id} `, 'm'));
  });

  it.each([
    [['--template', 'permisive'], 'There is no template "permisive". Did you mean permissive?'],
    [['--regions', 'EU,XX'], 'No policy was written. '],
    [['--seat', 'Japan'], 'No policy was written. '],
    [['--purpose', 'profit'], '--purpose cannot be "profit"'],
    [['no/such/folder'], 'There is no folder "no/such/folder".'],
    [['countries'], 'There is no folder "countries". `init --template countries` takes the template'],
    [['a', 'b'], 'init takes one folder, not "b" too.'],
  ])('%j is wrong usage and writes nothing', async (args, text) => {
    const cwd = folderWith({});
    const { code, stderr } = await cli(['init', ...args], { cwd });
    expect(stderr).toContain(text);
    expect([code, existsSync(join(cwd, POLICY))]).toEqual([2, false]);
  });
});
