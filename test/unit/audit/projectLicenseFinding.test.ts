import { describe, expect, it } from 'vitest';
import { audit } from '../../../src/core/audit/audit';
import { render } from '../../../src/core/message';
import { memoryFiles, memoryHost } from './memory';
import { createEngine } from '../../../src/core/engine';
import { TEST_CATALOG } from '../../support/catalog';

const HOST = { ...memoryHost, engine: createEngine(TEST_CATALOG, { now: () => Date.UTC(2026, 10, 24) }) };
const AGPL_TEXT =
  'GNU AFFERO GENERAL PUBLIC LICENSE\n  Version 3, 19 November 2007\n13. Remote Network Interaction';
const WEIGHTS = { 'a.py': 'model = AutoModel.from_pretrained("acme/unheard-of-7b")\n' };
const MANIFEST = '{\n  "name": "x",\n  "license": "MIT"\n}\n';

async function result(files: Readonly<Record<string, string>>) {
  return audit({ folders: [{ name: 'root', source: memoryFiles(files) }] }, HOST);
}

async function told(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  return (await result({ ...WEIGHTS, ...files })).findings
    .filter(({ finding }) => finding.rule === 'license/project-unclear')
    .map(
      ({ path, span, finding }) =>
        `${path}:${span.line}:${span.column} ${finding.severity} ${render(finding.message)}`,
    );
}

describe('files that state different licenses for the project', () => {
  it('are told in an audit under a policy, at the manifest', async () => {
    expect(
      await told({
        'package.json': MANIFEST,
        LICENSE: AGPL_TEXT,
        '.model-policy.yaml': 'version: 1\n',
      }),
    ).toEqual([
      'package.json:3:15 information package.json states mit for this project, LICENSE states agpl-3.0: weights are held against both',
    ]);
  });

  it('are told as gravely as the policy asks, in examples no more than these may', async () => {
    const policy = 'version: 1\nrules: { license/project-unclear: warning }\n';
    const files = { 'a/package.json': MANIFEST, 'a/LICENSE': AGPL_TEXT, '.model-policy.yaml': policy };
    expect((await told(files))[0]).toContain(' warning ');
    const example = { 'examples/package.json': MANIFEST, 'examples/LICENSE': AGPL_TEXT };
    expect((await told({ ...example, '.model-policy.yaml': policy }))[0]).toContain(' information ');
  });

  it('are a hint where no weights are used that they could be held against', async () => {
    const files = { 'package.json': MANIFEST, LICENSE: AGPL_TEXT, '.model-policy.yaml': 'version: 1\n' };
    expect((await told({ ...files, 'a.py': 'client.responses.create(model="gpt-4")\n' }))[0]).toContain(
      ' hint ',
    );
  });

  it('are not told without a policy, where they agree, or where the rule is off', async () => {
    expect(await told({ 'package.json': MANIFEST, LICENSE: AGPL_TEXT })).toEqual([]);
    expect(await told({ 'package.json': MANIFEST, '.model-policy.yaml': 'version: 1\n' })).toEqual([]);
    expect(
      await told({
        'package.json': MANIFEST,
        LICENSE: AGPL_TEXT,
        '.model-policy.yaml': 'version: 1\nrules: { license/project-unclear: off }\n',
      }),
    ).toEqual([]);
  });
});

describe('the license of the project', () => {
  it('is read from the headers of its sources where nothing at the root states one', async () => {
    const header = '# SPDX-License-Identifier: Apache-2.0\n';
    const files = {
      'src/a.py': header,
      'src/b.py': `${header}x = 1\n`,
      'vendor/c.py': '# SPDX-License-Identifier: MIT\n',
    };
    expect((await result(files)).project.license).toBe('apache-2.0');
    expect((await result({ ...files, LICENSE: AGPL_TEXT })).project.license).toBe('agpl-3.0');
  });
});
