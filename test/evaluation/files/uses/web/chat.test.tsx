import { expect, it, vi } from 'vitest';

it('reads the answer', async () => {
  vi.stubGlobal('fetch', async () => ({ json: async () => ({ model: 'gpt-4o-2024-08-06', usage: { total_tokens: 3 }, choices: [] }) }));
  expect(await name()).toBe('gpt-4o-2024-08-06');
});
