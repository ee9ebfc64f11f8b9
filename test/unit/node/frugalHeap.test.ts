import { setFlagsFromString } from 'node:v8';
import { afterEach, expect, it, vi } from 'vitest';

vi.mock('node:v8', () => ({ setFlagsFromString: vi.fn() }));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
  vi.mocked(setFlagsFromString).mockClear();
});

/** How often an engine of a version is told, where it is asked twice. */
async function timesTold(node: string): Promise<number> {
  vi.stubGlobal('process', { ...process, versions: { ...process.versions, node } });
  const { collectEarly } = await import('../../../src/node/frugalHeap');
  collectEarly();
  collectEarly();
  return vi.mocked(setFlagsFromString).mock.calls.length;
}

it('tells an engine once, and none that may not know the setting', async () => {
  expect(await timesTold('20.20.2')).toBe(1);
  vi.resetModules();
  vi.mocked(setFlagsFromString).mockClear();
  expect(await timesTold('25.0.0')).toBe(0);
});
