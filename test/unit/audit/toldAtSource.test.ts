import { describe, expect, it } from 'vitest';
import { message } from '../../../src/core/message';
import { toldAtSource, type Told } from '../../../src/core/audit/toldAtSource';
import type { Finding } from '../../../src/core/policy/finding';
import { reference } from '../policy/support';

function told(
  path: string,
  severity: Finding['severity'] = 'error',
  more: Partial<Told> & { host?: string } = {},
): Told {
  const { host = 'openai', scope = '' } = more;
  const finding: Finding = {
    rule: 'model/retired',
    severity,
    range: { start: 0, end: 1 },
    message: { template: '', args: [] },
    model: 'gpt-4',
    reference: { ...reference('gpt-4', { role: 'calls' }), host },
  };
  return { finding, path, scope };
}

const severities = (...all: readonly Told[]): readonly string[] =>
  toldAtSource(all).map(({ severity }) => severity);

describe('a file that a build made', () => {
  it.each([
    'dist/index.js',
    'packages/web/build/main.js',
    'app/target/classes/application.yml',
    'src/App/bin/Release/net8.0/appsettings.json',
    '.output/server/index.mjs',
    'build/lib/acme/client.py',
  ])('tells no more than its sources: %s', (path) => {
    expect(severities(told(path), told('src/client.ts'))).toEqual(['hint', 'error']);
    expect(severities(told(path))).toEqual(['error']);
  });

  it('is also what Bicep makes of the template beside it', () => {
    expect(severities(told('infra/main.json'), told('infra/main.bicep'))).toEqual(['hint', 'error']);
    expect(severities(told('infra/main.json'), told('infra/ai.bicep'))).toEqual(['error', 'error']);
    expect(severities(told('infra/main.json'), told('infra/main.ts'))).toEqual(['error', 'error']);
  });

  it('tells what its sources do not, or less gravely', () => {
    expect(severities(told('dist/a.js'), told('src/a.ts', 'error', { host: 'azure' }))).toEqual([
      'error',
      'error',
    ]);
    expect(severities(told('dist/a.js'), told('docs/a.md', 'hint'))).toEqual(['error', 'hint']);
    expect(severities(told('dist/a.js'), told('src/a.ts', 'error', { scope: 'other' }))).toEqual([
      'error',
      'error',
    ]);
    expect(severities(told('dist/a.js'), told('dist/b.js'))).toEqual(['error', 'error']);
  });

  it('is none that only has such a word in its name', () => {
    expect(severities(told('src/distance/a.ts'), told('bin/start.js'), told('src/a.ts'))).toEqual([
      'error',
      'error',
      'error',
    ]);
  });
});

describe('a name of a deployment that the project makes', () => {
  const ofDeployment = (path: string, rule = 'model/ending'): Told => {
    const one = told(path, 'error', { host: 'azure' });
    const own = { ...reference('house', { role: 'calls' }), host: 'azure' };
    const why = [message('the project deploys {0} under this name', 'gpt-4')];
    return { ...one, finding: { ...one.finding, rule, reference: { ...own, why } } } as Told;
  };
  const definition = (severity: Finding['severity'] = 'error', rule = 'model/ending'): Told => {
    const one = told('infra/main.tf', severity, { host: 'azure' });
    return { ...one, finding: { ...one.finding, rule } } as Told;
  };

  it('tells the end of its model at the deployment', () => {
    expect(severities(ofDeployment('.env'), definition())).toEqual(['hint', 'error']);
  });

  it('tells it itself where nothing else does as gravely, and whatever else is told of it', () => {
    expect(severities(ofDeployment('.env'), ofDeployment('b/.env'))).toEqual(['error', 'error']);
    expect(severities(ofDeployment('.env'), definition('information'))).toEqual(['error', 'information']);
    expect(severities(ofDeployment('.env'), definition('error', 'model/retired'))).toEqual([
      'error',
      'error',
    ]);
    const denied = 'hosting/denied';
    expect(severities(ofDeployment('.env', denied), definition('error', denied))).toEqual(['error', 'error']);
  });
});
