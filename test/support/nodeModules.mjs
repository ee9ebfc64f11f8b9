import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { npm, step } from './processes.mjs';
import { ROOT } from './project.mjs';

/**
 * Installs the packages of the lock file where they are missing or older than it. npm writes `.package-lock.json` at the
 * end of an install, so one that broke off is noticed too.
 */
export async function ensureNodeModules() {
  const mark = join(ROOT, 'node_modules', '.package-lock.json');
  const fresh =
    existsSync(mark) && statSync(mark).mtimeMs >= statSync(join(ROOT, 'package-lock.json')).mtimeMs;
  if (fresh) return;
  await step('installing the packages of package-lock.json', () =>
    npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']),
  );
}
