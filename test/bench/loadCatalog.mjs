/** One loading of the catalog, for the bench: `loadCatalog.mjs BUNDLE FILE` prints milliseconds as JSON. */
import { readFileSync } from 'node:fs';

const [bundle, file] = process.argv.slice(2);
const { decodeCatalog } = await import(bundle);
const text = readFileSync(file, 'utf8');
const started = performance.now();
if (decodeCatalog(text).resolve('meta-llama/Llama-3.1-8B-Instruct', 'huggingface') === undefined)
  throw new Error('The catalog does not know a model that it has.');
const load = performance.now() - started;
const again = performance.now();
text
  .trimEnd()
  .split('\n')
  .forEach((line) => JSON.parse(line));
process.stdout.write(JSON.stringify({ load, parse: performance.now() - again }));
