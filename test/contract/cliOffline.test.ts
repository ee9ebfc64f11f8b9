import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { DEMO, folderWith, ROOT, spawnCli, type Outcome } from './cli';

const GUARD = pathToFileURL(join(ROOT, 'test/support/noSockets.mjs')).href;

/** A folder of the demo workspace, where all kinds of models are loaded. */
const SMALL = join(DEMO, 'service');

/** Runs the program where any way to the network throws and is told. */
function offline(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  return spawnCli(args, {
    env: { NODE_OPTIONS: `--import ${GUARD}`, XDG_CACHE_HOME: folderWith({}), ...env },
  });
}

describe('without --online', () => {
  it.each([
    ['audit', ['audit', DEMO, '--fail-on', 'never']],
    ['audit that reads the stores of this machine', ['audit', SMALL, '--fail-on', 'never', '--local']],
    [
      'audit with an address and a token in the environment',
      ['audit', SMALL, '--fail-on', 'never', '--offline'],
    ],
    ['lookup', ['lookup', 'Qwen/Qwen3-8B', 'acme/unheard-of', 'qwen3:8b', '--local']],
    ['lookup that clears what was kept', ['lookup', '--clear-cache']],
    ['compare', ['compare', 'Qwen/Qwen3-8B', 'acme/unheard-of']],
    ['compat', ['compat', 'apache-2.0', 'mit']],
    ['explain', ['explain', 'drift/gone']],
    ['licenses', ['licenses', 'llama3.1']],
    ['catalog status', ['catalog', 'status']],
    ['help', ['--help']],
  ])('%s opens no socket', async (_name, args) => {
    const { code, stderr } = await offline(args, {
      HF_ENDPOINT: 'https://mirror.example',
      HF_TOKEN: 'hf_secret',
    });
    expect(stderr).not.toContain('NETWORK');
    expect(stderr).not.toContain('hf_secret');
    expect(code).toBe(0);
  });

  it('nor does --online where HF_HUB_OFFLINE is set, and it says so', async () => {
    for (const value of ['1', 'true', 'ON', 'yes']) {
      const { code, stdout, stderr } = await offline(['lookup', 'Qwen/Qwen3-8B', '--online'], {
        HF_HUB_OFFLINE: value,
      });
      expect(stderr).toBe('Nothing is looked up: HF_HUB_OFFLINE is set.\n');
      expect([code, (JSON.parse(stdout) as { query: string }).query]).toEqual([0, 'Qwen/Qwen3-8B']);
    }
  });

  it('the guard does see a socket, so that the above means something', async () => {
    const { code, stdout, stderr } = await offline(['lookup', 'Qwen/Qwen3-8B', '--online'], {
      HF_HUB_OFFLINE: '',
    });
    expect(stderr).toContain('NETWORK: globalThis.fetch');
    expect(stderr).toContain(
      'not looked up: Qwen/Qwen3-8B: the Hub could not be reached: the network is off limits',
    );
    expect([code, (JSON.parse(stdout) as { model: { id: string } }).model.id]).toEqual([0, 'Qwen/Qwen3-8B']);
  });
});
