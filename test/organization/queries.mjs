/**
 * `npm run queries [REPOSITORIES]`: runs the queries of templates/organization in DuckDB over made-up repositories, and holds their figures
 * against the page that `report org` writes. DuckDB (70 MB) is installed into out/duckdb for it, and is no dependency of the project.
 * Exit code 0, or 1 where a figure differs.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { writeOrganization } from '../support/organization.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const CLI = join(ROOT, 'dist/cli.js');
const QUERIES = join(ROOT, 'templates/organization/queries.sql');
const DUCKDB = '@duckdb/node-api@1.5.6-r.1';
/** The tables of the page, each with its query and the columns of the page that the query has, in its order. */
const TABLES = {
  Repositories: { query: 'repositories', columns: [0, 3, 4, 5, 6] },
  Models: { query: 'models', columns: [0, 4, 5] },
  Licenses: { query: 'licenses', columns: [0, 1, 2] },
  'Countries of origin': { query: 'origins', columns: [0, 1, 2] },
  'Who runs the models': { query: 'hosts', columns: [0, 2, 3] },
};

const scratch = mkdtempSync(join(tmpdir(), 'model-queries-'));
try {
  process.exitCode = await compare(Number(process.argv[2] ?? 300));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

async function compare(repositories) {
  const audited = run('audit', [join(ROOT, 'test/fixtures/demo'), '--format', 'jsonl', '--fail-on', 'never']);
  const lines = audited
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  mkdirSync(join(scratch, 'audits'));
  const { uses } = writeOrganization(join(scratch, 'audits'), repositories, lines);
  run('report', ['org', 'audits', '--output', 'page.html']);
  const page = readFileSync(join(scratch, 'page.html'), 'utf8');
  const answers = await ask();
  let wrong = 0;
  const check = (name, page, query) => {
    const same = JSON.stringify(page) === JSON.stringify(query);
    if (!same) wrong++;
    console.log(`${same ? 'same     ' : 'different'} ${name} (${query.length} rows)`);
    if (!same)
      console.error(
        `  page  ${JSON.stringify(page).slice(0, 300)}\n  query ${JSON.stringify(query).slice(0, 300)}`,
      );
  };
  for (const [title, { query, columns }] of Object.entries(TABLES))
    check(
      query,
      sorted(rowsOf(page, title).map((row) => columns.map((at) => row[at]))),
      sorted(answers[query]),
    );
  check(
    'totals',
    cardsOf(page),
    answers.totals[0].map((_, at) => answers.totals[0][[1, 2, 0][at]]),
  );
  const size = existsSync(join(scratch, 'uses.parquet'))
    ? readFileSync(join(scratch, 'uses.parquet')).subarray(0, 4).toString()
    : '';
  check('parquet', [['PAR1']], [[size]]);
  console.log(`${repositories} repositories, ${uses} uses`);
  return wrong === 0 ? 0 : 1;
}

function run(command, args) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [CLI, command, ...args], {
    cwd: scratch,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${stderr}`);
  return stdout;
}

/** The answers of all queries, by name, as rows of text. */
async function ask() {
  const folder = join(ROOT, 'out/duckdb');
  if (!existsSync(join(folder, 'node_modules/@duckdb/node-api'))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{"private":true}\n');
    spawnSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', DUCKDB], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
  const { DuckDBInstance } = createRequire(join(folder, 'package.json'))('@duckdb/node-api');
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const here = process.cwd();
  process.chdir(scratch);
  try {
    const [view, ...queries] = readFileSync(QUERIES, 'utf8').split(/^-- name: /m);
    await connection.run(view);
    const answers = {};
    for (const text of queries) {
      const [name = ''] = text.split('\n');
      const reader = await connection.runAndReadAll(text.slice(name.length));
      answers[name] = reader.getRows().map((row) => row.map(String));
    }
    return answers;
  } finally {
    process.chdir(here);
    connection.closeSync();
  }
}

function rowsOf(page, title) {
  const table = page.slice(page.indexOf(`<h2>${title}</h2>`)).split('</table>')[0] ?? '';
  return [...table.matchAll(/<tr>((?:<td[^>]*>.*?<\/td>)+)<\/tr>/g)].map(([, cells]) =>
    [...cells.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, text]) =>
      text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
    ),
  );
}

/** Repositories, models and uses. */
function cardsOf(page) {
  return [...page.matchAll(/<li><b>(\d+)<\/b>/g)].map(([, count]) => count);
}

function sorted(rows) {
  return [...rows].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}
