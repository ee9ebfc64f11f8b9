import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MapEditor } from '../merge/editMap';
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

/** Adds former names to the sorted spellings; one that is there already stays as it is, and so does every other line. */
function withSpellings(text: string, renames: readonly (readonly [string, string])[]): string {
  if (renames.length === 0) return text;
  const spellings = new MapEditor(SPELLINGS, text, 'spellings');
  for (const [old, id] of renames) if (!spellings.has(old)) spellings.add(old, id);
  return spellings.toString();
}

function edit(dataFolder: string, path: string, change: (text: string) => string): void {
  const file = join(dataFolder, path);
  const before = readFileSync(file, 'utf8');
  const after = change(before);
  if (after !== before) writeFileSync(file, after);
}
