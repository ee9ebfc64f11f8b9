import { defineConfig } from 'vitest/config';
import { slowness } from './test/support/machineSpeed.mjs';

/** A test that takes longer hangs. The limits follow the machine, since no test states a speed. */
const slow = slowness();
const limits = (seconds: number) => ({
  testTimeout: seconds * 1000 * slow,
  hookTimeout: seconds * 1000 * slow,
});

/**
 * Test files share the modules they load: loading the engine anew for each of them takes longer than its tests do. So
 * a test leaves nothing behind (a stub, a variable of the environment, a file), and the order of files does not matter.
 */
const shared = { isolate: false };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts', 'src/core/registries/**/*.test.ts'],
          ...shared,
          ...limits(60),
        },
      },
      { test: { name: 'contract', include: ['test/contract/**/*.test.ts'], ...shared, ...limits(120) } },
    ],
  },
});
