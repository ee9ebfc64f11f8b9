import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runScript, type Ran } from '../support/programs';
import { cli, DEMO, folderWith, NPX, ROOT } from './cli';

const TEMPLATE = join(ROOT, 'templates/dependency-track');

interface Policies {
  readonly licenses: Readonly<Record<string, string>>;
  readonly groups: object;
  readonly policies: readonly { readonly name: string }[];
}

const policyFile = JSON.parse(readFileSync(join(TEMPLATE, 'policy.json'), 'utf8')) as Policies;

/** In a process of its own, while the server of this one answers. */
function run(script: string, url: string): Promise<Ran> {
  const env = { DTRACK_URL: url, DTRACK_KEY: 'key' };
  return runScript(script, { cwd: folderWith({}), env, programs: { npx: NPX } });
}

describe('what Dependency-Track is given', () => {
  interface Request {
    readonly asked: string;
    readonly key: string | undefined;
    readonly body: string;
  }

  /** A server that answers like Dependency-Track; `there` are the names that it has already. */
  async function start(there: readonly string[] = []): Promise<{ url: string; requests: Request[] }> {
    const requests: Request[] = [];
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = Buffer.concat(chunks).toString();
        const asked = `${request.method} ${request.url}`;
        requests.push({ asked, key: request.headers['x-api-key'] as string | undefined, body });
        const { name } = (request.method === 'PUT' ? JSON.parse(body) : {}) as { name?: string };
        response.statusCode = there.includes(name ?? '') ? 409 : 200;
        const known = there.map((each) => ({ name: each, uuid: `uuid of ${each}` }));
        const uuid = `uuid of ${name ?? request.url?.split('/').at(-1)}`;
        response.end(JSON.stringify(asked === 'GET /api/v1/licenseGroup' ? known : { uuid, token: 't' }));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
  }

  it('is the bill of materials with the licenses in effect alone', async () => {
    const { url, requests } = await start();
    const { code } = await run(`exec ${join(TEMPLATE, 'upload.sh')} kotoba 1.2 ${DEMO}`, url);
    const [{ asked, key, body } = { asked: '', key: '', body: '' }] = requests;
    expect([code, asked, key]).toEqual([0, 'POST /api/v1/bom', 'key']);
    expect(body).toMatch(/name="projectName"\r\n\r\nkotoba\r\n[\s\S]*name="projectVersion"\r\n\r\n1\.2\r\n/);
    const { components } = JSON.parse(/^\{.*\}$/m.exec(body)?.[0] ?? '') as {
      components: readonly {
        name: string;
        licenses?: readonly { license: { id?: string; name?: string } }[];
      }[];
    };
    const licensesOf = (wanted: string): unknown =>
      components
        .find(({ name }) => name === wanted)
        ?.licenses?.map(({ license }) => license.id ?? license.name);
    expect(licensesOf('flux-ip-adapter-v2')).toEqual(['FLUX.1 [dev] Non-Commercial License']);
    expect(licensesOf('whisper-large-v3')).toEqual(['Apache-2.0']);
  });

  const writePolicy = (url: string): Promise<Ran> => run(`node ${join(TEMPLATE, 'policy.mjs')}`, url);

  it('are licenses, their groups, and policies about these', async () => {
    const { url, requests } = await start();
    expect(await writePolicy(url)).toMatchObject({ code: 0, stdout: '', stderr: '' });
    const group = 'AI models: not for commercial use';
    const asked = requests.map(({ asked: what, body }) => `${decodeURIComponent(what)} ${body}`);
    expect(asked).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^PUT \/api\/v1\/license \{"licenseId":"LicenseRef-flux-1-dev-nc",/),
        `PUT /api/v1/licenseGroup {"name":"${group}"}`,
        `POST /api/v1/licenseGroup/uuid of ${group}/license/uuid of CC-BY-NC-4.0 `,
        `POST /api/v1/policy {"uuid":"uuid of ${group}","name":"${group}","operator":"ANY","violationState":"FAIL"}`,
        `PUT /api/v1/policy/uuid of ${group}/condition {"subject":"LICENSE_GROUP","operator":"IS","value":"uuid of ${group}"}`,
      ]),
    );
    expect(new Set(requests.map(({ key }) => key))).toEqual(new Set(['key']));
  });

  it('is left as it is where it is there already', async () => {
    const { licenses, groups, policies } = policyFile;
    const names = [...Object.values(licenses), ...Object.keys(groups), ...policies.map(({ name }) => name)];
    const { url, requests } = await start(names);
    const { code, stdout } = await writePolicy(url);
    expect([code, stdout]).toEqual([0, names.map((name) => `Exists already: ${name}\n`).join('')]);
    expect(requests.filter(({ asked }) => asked.startsWith('POST'))).toEqual([]);
  });

  it('calls a license that is not of SPDX as the bill of materials does', async () => {
    for (const [id, name] of Object.entries(policyFile.licenses)) {
      const { stdout } = await cli(['licenses', id.replace('LicenseRef-', ''), '--format', 'json']);
      expect((JSON.parse(stdout) as { name: string }).name).toBe(name);
    }
  });
});
