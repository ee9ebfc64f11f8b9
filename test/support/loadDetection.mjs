import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withCoreBundle } from './coreBundle.mjs';
import { ROOT } from './project.mjs';

const EXPORTS = [
  "export { detectReferences } from './detect/detectReferences';",
  "export { collectConfigValues } from './detect/configValues';",
  "export { ConfigValues } from './audit/configValues';",
  "export { decodeCatalog } from './catalog/compiled';",
  "export { LineIndex } from './text/lineIndex';",
];

/**
 * Detection from its sources, bundled on the fly, with the catalog of the last build: `detect(path, text, configValues?)`,
 * what makes configuration values of files, and every name and other spelling that the catalog has.
 *
 * @param {string} [root] folder of a checkout with its modules installed and its catalog built; this one without it
 */
export async function loadDetection(root = ROOT) {
  const { detectReferences, decodeCatalog, ...rest } = await withCoreBundle(
    EXPORTS,
    (bundle) => import(bundle.href),
    root,
  );
  const catalog = decodeCatalog(readFileSync(join(root, 'dist', 'catalog.jsonl'), 'utf8'));
  const names = [...new Set(catalog.models.flatMap(({ id, aliases }) => [id, ...aliases]))];
  return {
    ...rest,
    names,
    detect: (path, text, configValues) =>
      detectReferences(text, { path, catalog, ...(configValues && { configValues }) }),
  };
}
