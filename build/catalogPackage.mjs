/**
 * The catalog as a package of its own for the registry of npm: data alone, which programs that are installed already fetch when their
 * user asks for a newer one.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CATALOG = join(ROOT, 'dist/catalog.jsonl');

/**
 * Packs the compiled catalog in `dist`.
 * @param {string} folder where the package is written
 * @param {number} revision counts packages of one day, from 0: a correction of the same day has a higher one
 */
export function packCatalog(folder, revision = 0) {
  const place = mkdtempSync(join(tmpdir(), 'catalog-package-'));
  try {
    writeFileSync(join(place, 'package.json'), `${JSON.stringify(manifest(revision), null, 2)}\n`);
    copyFileSync(CATALOG, join(place, 'catalog.jsonl'));
    copyFileSync(join(ROOT, 'build/catalog/README.md'), join(place, 'README.md'));
    copyFileSync(join(ROOT, 'src/catalog/SOURCES.md'), join(place, 'SOURCES.md'));
    copyFileSync(join(ROOT, 'LICENSE'), join(place, 'LICENSE'));
    // On Windows the program is a script, which only a shell runs.
    execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], {
      cwd: place,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    });
  } finally {
    rmSync(place, { recursive: true });
  }
}

function manifest(revision) {
  const { license, repository, homepage, bugs } = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  );
  const text = readFileSync(CATALOG, 'latin1');
  const { version: format, date, dates } = JSON.parse(text.slice(0, text.indexOf('\n')));
  return {
    name: 'model-license-lens-catalog',
    version: `${format}.${date.replaceAll('-', '')}.${revision}`,
    description:
      'What Model License Lens knows of AI models: licenses, publishers, lineage, services and end dates',
    license,
    repository,
    homepage,
    bugs,
    keywords: ['ai', 'model', 'license', 'catalog'],
    files: ['catalog.jsonl', 'SOURCES.md'],
    exports: { './catalog.jsonl': './catalog.jsonl', './package.json': './package.json' },
    modelLicenseLens: { format, date, dates },
  };
}
