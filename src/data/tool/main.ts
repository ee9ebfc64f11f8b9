import { writeFileSync } from 'node:fs';
import { encodeCatalog } from '../../core/catalog/compiled';
import { buildCatalog } from './buildCatalog';

const [command, target = 'dist/catalog.json'] = process.argv.slice(2);
if (command === 'build') {
  writeFileSync(target, encodeCatalog(buildCatalog('src/data')));
} else {
  process.stderr.write('usage: catalogTool build [file]\n');
  process.exitCode = 2;
}
