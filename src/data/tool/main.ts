import { writeFileSync } from 'node:fs';
import { encodeCatalog } from '../../core/catalog/compiled';
import { buildCatalog } from './buildCatalog';
import { mergeClaims } from './merge/mergeClaims';

const [command, ...args] = process.argv.slice(2);
if (command === 'build') {
  writeFileSync(args[0] ?? 'dist/catalog.json', encodeCatalog(buildCatalog('src/data')));
} else if (command === 'merge') {
  process.stdout.write(`${JSON.stringify(mergeClaims('src/data', args.slice(0, -1), args.at(-1) ?? 'losing.jsonl'))}\n`);
} else {
  process.stderr.write('usage: catalogTool build [file] | merge CLAIMS... REPORT\n');
  process.exitCode = 2;
}
