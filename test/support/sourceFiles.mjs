import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const SKIPPED_FOLDERS = new Set(['node_modules', '.git', 'dist', 'out', 'vendor', 'third_party', '.venv']);
const LARGEST_FILE = 2e6;

/** The text files of a path, which may be a file or a folder, with their texts. Large and binary files are left out. */
export function textsIn(path) {
  const entry = statSync(path, { throwIfNoEntry: false });
  if (entry === undefined) return [];
  if (entry.isFile()) return read(path, entry.size);
  return readdirSync(path, { withFileTypes: true })
    .filter((item) => !SKIPPED_FOLDERS.has(item.name) && !item.isSymbolicLink())
    .flatMap((item) => textsIn(join(path, item.name)));
}

function read(path, size) {
  if (size > LARGEST_FILE) return [];
  const text = readFileSync(path, 'utf8');
  return text.includes('\0') ? [] : [{ path, text }];
}
