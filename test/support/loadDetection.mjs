import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..', '..');

/**
 * Detection from its sources, bundled on the fly, with the catalogue of the last build: `detect(path, text, configValues?)`,
 * what makes configuration values of files, and every name and other spelling that the catalogue has.
 */
export async function loadDetection() {
  const folder = mkdtempSync(join(tmpdir(), 'detection-'));
  try {
    const outfile = join(folder, 'detection.mjs');
    const stdin = {
      contents: [
        "export { detectReferences } from './detect/detectReferences';",
        "export { collectConfigValues } from './detect/configValues';",
        "export { ConfigValues } from './audit/configValues';",
        "export { decodeCatalog } from './catalog/compiled';",
        "export { LineIndex } from './text/lineIndex';",
      ].join('\n'),
      resolveDir: join(root, 'src', 'core'), loader: 'ts',
    };
    await build({ stdin, bundle: true, platform: 'node', format: 'esm', outfile, mainFields: ['module', 'main'], logLevel: 'error' });
    const { detectReferences, decodeCatalog, ...rest } = await import(pathToFileURL(outfile).href);
    const catalog = decodeCatalog(readFileSync(join(root, 'dist', 'catalog.json'), 'utf8'));
    const names = [...new Set(catalog.models.flatMap(({ id, aliases }) => [id, ...aliases]))];
    return { ...rest, names, detect: (path, text, configValues) => detectReferences(text, { path, catalog, ...(configValues && { configValues }) }) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
