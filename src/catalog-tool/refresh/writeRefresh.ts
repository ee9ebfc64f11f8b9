import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mergeClaims, type MergeResult } from '../merge/mergeClaims';
import { isRenamed, type Proposal } from './proposal';

const SPELLINGS = 'aliases/huggingface.yaml';

/**
 * Takes a proposal into the catalog: renames become spellings, the claims file is merged by the order of trust, and the
 * source is dated by its newest answer. The claims that lost go into `report`.
 */
export function writeRefresh(
  dataFolder: string,
  proposal: Proposal,
  files: { readonly claims: string; readonly report: string },
): MergeResult {
  const renames = proposal.answered.filter(isRenamed).map(({ asked, facts }) => [asked, facts.id] as const);
  edit(dataFolder, SPELLINGS, (text) => withSpellings(text, renames));
  const newest = proposal.rows
    .map(({ sources: [said] }) => said?.date ?? '')
    .sort()
    .at(-1);
  if (newest !== undefined)
    edit(dataFolder, 'sources.yaml', (text) =>
      text.replace(/(^hub-api:\n(?: {2}.*\n)*? {2}date: )"\d{4}-\d{2}-\d{2}"/m, `$1"${newest}"`),
    );
  return mergeClaims(dataFolder, [files.claims], files.report);
}

/** Adds former names to the sorted list at the end of the file; one that is there already stays as it is. */
function withSpellings(text: string, renames: readonly (readonly [string, string])[]): string {
  const at = text.indexOf('\nspellings:\n') + '\nspellings:\n'.length;
  const lines = text
    .slice(at)
    .split('\n')
    .filter((line) => line !== '');
  const known = new Set(lines.map(nameOf));
  const fresh = renames
    .filter(([old]) => !known.has(old.toLowerCase()))
    .map(([old, id]) => `  ${old}: ${id}`);
  const sorted = [...lines, ...fresh].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  return `${text.slice(0, at)}${sorted.join('\n')}\n`;
}

function nameOf(line: string): string {
  return (/^ {2}"?([^":]+)"?:/.exec(line)?.[1] ?? '').toLowerCase();
}

function edit(dataFolder: string, path: string, change: (text: string) => string): void {
  const file = join(dataFolder, path);
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}
