import { execFile } from 'node:child_process';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { citationOf, type NamedSources } from '../../src/catalog-tool/namedSources';
import { citationsOf, type ModelEntry } from '../../src/catalog-tool/readModels';
import { readYaml } from '../../src/catalog-tool/readData';
import { readStore } from '../../src/catalog-tool/merge/store';
import { folderWith, ROOT } from './cli';

const SOURCES = readYaml(join(ROOT, 'src/catalog'), 'sources.yaml').value as NamedSources;

/** Every file of a catalog with its bytes as text. */
function bytesOf(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    names.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(folder.length), readFileSync(path, 'latin1')] as const;
    }),
  );
}

/** Merges rows into a copy of the catalog with the built tool; gives the files that are not as they were. */
async function merge(
  rows: readonly unknown[],
): Promise<{ readonly changed: readonly string[]; readonly data: string }> {
  const folder = folderWith({ 'claims.jsonl': rows.map((row) => `${JSON.stringify(row)}\n`).join('') });
  const data = join(folder, 'src/catalog');
  cpSync(join(ROOT, 'src/catalog'), data, { recursive: true });
  await promisify(execFile)(
    process.execPath,
    [join(ROOT, 'dist/catalogTool.js'), 'merge', 'claims.jsonl', 'losing.jsonl'],
    { cwd: folder },
  );
  const before = bytesOf(join(ROOT, 'src/catalog'));
  const after = bytesOf(data);
  const names = new Set([...before.keys(), ...after.keys()]);
  return {
    changed: [...names].filter((name) => before.get(name) !== after.get(name)),
    data,
  };
}

/** What an entry says, as rows of a claims file word it: one row a source that claims files can name. */
function rowsOf(id: string, entry: ModelEntry): unknown[] {
  return citationsOf(entry).flatMap(([cited, facts]) => {
    const citation = citationOf(cited, SOURCES);
    const name = SOURCES[citation?.source ?? '']?.claims?.[0];
    if (citation === undefined || name === undefined) return [];
    const said: Record<string, unknown> = { source: name, date: citation.date };
    const values: Record<string, () => Record<string, unknown>> = {
      license: () => (entry.license === 'none-stated' ? { hub: true } : { license: entry.license }),
      released: () => ({ released: entry.released }),
      task: () => ({ task: entry.task }),
      gated: () => ({ gated: entry.gated }),
      lineage: () => ({ base_model: entry.lineage?.map(({ model, relation }) => `${relation}:${model}`) }),
      components: () => ({
        components: Object.entries(entry.components ?? {}).flatMap(([part, has]) => (has ? [part] : [])),
      }),
    };
    for (const fact of facts) Object.assign(said, values[fact]?.());
    return [{ id, namespace: 'hf', sources: [said] }];
  });
}

describe('catalog merge over the whole catalog', () => {
  let stored: ReturnType<typeof readStore>;
  beforeAll(() => {
    stored = readStore(join(ROOT, 'src/catalog'));
  });

  it('changes one line for a new fact of one model, and no byte for claims that say what is there', async () => {
    const rows = stored.flatMap(({ id, entry }) => rowsOf(id, entry));
    expect(rows.length).toBeGreaterThan(15_000);
    const { changed, data } = await merge([
      ...rows,
      {
        id: 'Helsinki-NLP/opus-mt-af-de',
        namespace: 'hf',
        sources: [{ source: 'hub-api', date: '2026-11-26', hub: true, license: 'apache-2.0', gated: false }],
      },
    ]);
    expect(changed).toEqual(['/generated/huggingface/helsinki-nlp.yaml']);
    const lines = (folder: string): string[] =>
      readFileSync(join(folder, 'generated/huggingface/helsinki-nlp.yaml'), 'utf8').split('\n');
    const before = lines(join(ROOT, 'src/catalog'));
    const after = lines(data);
    expect(after).toHaveLength(before.length);
    expect(after.filter((line, index) => line !== before[index])).toEqual([
      '  Helsinki-NLP/opus-mt-af-de: { license: apache-2.0, gated: false, sources: [ hub-api 2026-11-26 ] }',
    ]);
  });
});
