import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mcpDefinitions } from '../../../../src/vscode/agent/mcpDefinitions';

const parts = {
  program: process.execPath,
  commandLine: resolve('dist/cli.js'),
  version: '1.2.3',
  layers: [],
};
const folder = (name: string, scheme = 'file') => ({ name, uri: { scheme, fsPath: resolve('test', name) } });

describe('the servers for agents that an editor is offered', () => {
  it('are one for each folder on the disk, named when there are several', () => {
    expect(mcpDefinitions([folder('web'), folder('api'), folder('far', 'vscode-vfs')], true, parts)).toEqual([
      expect.objectContaining({
        label: 'Model License Lens: web',
        args: [parts.commandLine, 'mcp', resolve('test', 'web')],
      }),
      expect.objectContaining({ label: 'Model License Lens: api' }),
    ]);
    expect(mcpDefinitions([folder('web')], true, parts)[0]?.label).toBe('Model License Lens');
  });

  it('judge by the records of the organization that the editor judges by', () => {
    const [server] = mcpDefinitions([folder('web')], true, { ...parts, layers: ['/a.yaml', '/b.yaml'] });
    expect(server?.args.slice(3)).toEqual(['--catalog-layer', '/a.yaml', '--catalog-layer', '/b.yaml']);
  });

  it('are none in a workspace that is not trusted', () => {
    expect(mcpDefinitions([folder('web')], false, parts)).toEqual([]);
  });

  it('can be started as they are defined', () => {
    const [server] = mcpDefinitions([folder('fixtures')], true, parts);
    if (server === undefined) throw new Error('none is offered');
    const hello = {
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 't', version: '1' } },
    };
    const said = execFileSync(server.command, server.args, {
      input: `${JSON.stringify(hello)}\n`,
      env: { ...process.env, ...server.env },
      encoding: 'utf8',
    });
    expect(JSON.parse(said).result.serverInfo.name).toBe('model-license-lens');
  });
});
