import { defineConfig } from 'vitest/config';
import { slowness } from '../support/machineSpeed.mjs';

/** The tests that guard one room, for Stryker: `MUTATED_TESTS` lists their folders and files. */
export default defineConfig({
  test: {
    include: (process.env['MUTATED_TESTS'] ?? '')
      .split(',')
      .map((path) => (path.endsWith('.ts') ? path : `${path}/**/*.test.ts`)),
    isolate: false,
    testTimeout: 60_000 * slowness(),
  },
});
