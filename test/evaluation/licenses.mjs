/**
 * What does the rule base make of the license pairs that the literature counted?
 *
 *   npm run evaluate -- licenses [--cli FILE] [--misses N]
 *
 * Prints our figures beside the published ones, and exits with 1 when one of the laws that every rule base should keep is
 * broken. The data and where it comes from: test/evaluation/data/README.md.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const here = import.meta.dirname;

const OPTIONS = {
  cli: { type: 'string', default: join(here, '..', '..', 'dist', 'cli.js') },
  misses: { type: 'string', default: '0' },
};

/** Prints the table. Returns the exit code: 0, 1 where a law is broken, 2 for wrong usage. */
export function run(args) {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  if (positionals.length !== 0) {
    console.error('usage: evaluate licenses [--cli FILE] [--misses N]');
    return 2;
  }
  const cli = resolve(values.cli);
  const misses = Number(values.misses);
  const groupOf = groups(cli);
  const rows = [
    ...usedByCode(cli, groupOf, misses),
    ...coverage(cli),
    ...derived(cli, misses),
    ...published(cli, misses),
  ];
  print(rows);
  const broken = rows.filter((row) => row.law && !row.holds);
  for (const row of broken) console.error(`broken: ${row.what}: ${row.ours}`);
  return broken.length > 0 ? 1 : 0;
}

// ── The three questions ─────────────────────────────────────────────────────────────────────────────────────────

/** References from code to models: what LiAgent's term rule flags, and what these rules say. */
function usedByCode(cli, groupOf, misses) {
  const edges = judged(
    cli,
    read('liagent-edges.jsonl').map((row) => ({ ...row, relation: 'references' })),
  );
  const between = (from, to) => edges.filter((edge) => from(edge.upstream) && to(edge.downstream));
  const isPermissive = (name) => groupOf(name) === 'permissive';
  const isNonCommercial = (name) => groupOf(name) === 'non-commercial';
  return [
    noFalseAlarm(
      'permissive model and code (Apache, MIT, BSD, ISC): flagged',
      between(isWellKnown, isWellKnown),
      misses,
    ),
    noFalseAlarm('the same, all permissive licenses', between(isPermissive, isPermissive), misses),
    noFalseAlarm(
      'permissive model, (A)GPL-3.0 code: flagged',
      between(isWellKnown, (name) => ['gpl-3.0', 'agpl-3.0'].includes(name)),
      misses,
    ),
    allSeen(
      'use restrictions (RAIL), Apache-2.0 code: seen',
      between(isRail, (name) => name === 'apache-2.0'),
      misses,
    ),
    allSeen('use restrictions (RAIL), all permissive licenses: seen', between(isRail, isPermissive), misses),
    allSeen('non-commercial model, permissive code: seen', between(isNonCommercial, isWellKnown), misses),
    allSeen('the same, all permissive licenses', between(isNonCommercial, isPermissive), misses),
  ];
}

/** The licenses on which the published figures were recomputed. */
function isWellKnown(name) {
  return ['apache-2.0', 'mit', 'bsd', 'bsd-2-clause', 'bsd-3-clause', 'isc'].includes(name);
}

function isRail(name) {
  return name.includes('rail');
}

/** How much of PeaTMOSS stays undecided. */
function coverage(cli) {
  const edges = judged(
    cli,
    read('peatmoss-edges.jsonl').map((row) => ({ ...row, relation: 'references' })),
  );
  const all = total(edges);
  const unknown = edges.filter((edge) => edge.verdict === 'unknown');
  const licensed = unknown.filter((edge) => edge.downstream !== 'none-stated');
  const restricted = edges.filter((edge) => edge.verdict === 'review' || edge.verdict === 'conflict');
  return [
    {
      what: `PeaTMOSS, ${number(all)} references: undecided`,
      theirs: 'PeaTMOSS 47.33 %',
      ours: percent(total(unknown) / all),
    },
    {
      what: 'of these with a license on the application',
      theirs: 'PeaTMOSS 7.19 %',
      ours: percent(total(licensed) / all),
      law: true,
      holds: total(licensed) / all <= 0.011,
    },
    {
      what: 'restricted model: flagged for a look or as a conflict',
      theirs: 'PeaTMOSS 0',
      ours: number(total(restricted)),
    },
  ];
}

/** Derived models of the Hub: labels that drop the terms of their base. */
function derived(cli, misses) {
  const models = judged(
    cli,
    read('base-models.jsonl').map((row) => ({
      ...row,
      upstream: row.baseLicense,
      downstream: row.modelLicense,
      edges: 1,
      relation: 'derives',
    })),
  );
  const isRestricted = (name) => isRail(name) || name.startsWith('llama') || name === 'gemma';
  const restricted = models.filter((row) => isRestricted(row.upstream));
  const relabelled = restricted.filter((row) => isWellKnown(row.downstream));
  const kept = restricted.filter((row) => isRestricted(row.downstream));
  const wrong = models.filter((row) => isWellKnown(row.upstream) && isWellKnown(row.downstream));
  return [
    { ...allSeen('restricted base, permissive label: found', relabelled, misses), theirs: '7 by hand' },
    {
      what: 'restricted base, restricted label: called a conflict',
      theirs: '',
      ours: of(
        kept.filter((row) => row.verdict === 'conflict'),
        kept,
      ),
      law: true,
      holds: kept.every((row) => row.verdict !== 'conflict'),
    },
    { ...noFalseAlarm('permissive base, permissive label: flagged', wrong, misses), theirs: '' },
  ];
}

/** The pairs that LISCAN.AI publishes as incompatible. */
function published(cli, misses) {
  const pairs = judged(
    cli,
    read('liscan-pairs.jsonl').map((row) => ({ ...row, edges: 1, relation: 'derives' })),
  );
  const looked = pairs
    .filter((pair) => pair.verdict === 'review')
    .map((pair) => `${pair.upstream} → ${pair.downstream}`);
  return [
    {
      ...allSeen(`LISCAN.AI’s ${pairs.length} pairs: seen`, pairs, misses),
      theirs: `${pairs.length} of ${pairs.length}`,
      note: looked.length > 0 ? `for a look and not as a conflict: ${looked.join(', ')}` : undefined,
    },
  ];
}

// ── Rows ────────────────────────────────────────────────────────────────────────────────────────────────────────

function noFalseAlarm(what, edges, misses) {
  const flagged = edges.filter((edge) => edge.verdict !== 'ok' && edge.verdict !== 'obligations');
  list(flagged, misses);
  return {
    what,
    theirs: liagent(edges),
    ours: of(flagged, edges),
    law: true,
    holds: edges.length > 0 && flagged.length === 0,
  };
}

function allSeen(what, edges, misses) {
  const seen = edges.filter((edge) => edge.verdict === 'review' || edge.verdict === 'conflict');
  list(
    edges.filter((edge) => !seen.includes(edge)),
    misses,
  );
  return {
    what,
    theirs: liagent(edges),
    ours: of(seen, edges),
    law: true,
    holds: edges.length > 0 && seen.length === edges.length,
  };
}

/** Pairs that the published rule leaves undecided are left out of its figure. */
function liagent(edges) {
  const decided = edges.filter((edge) => typeof edge.liagent === 'string');
  return decided.length === 0
    ? ''
    : `LiAgent ${of(
        decided.filter((edge) => edge.liagent === 'conflict'),
        decided,
      )}`;
}

function print(rows) {
  const widths = [
    Math.max(...rows.map((row) => row.what.length)),
    Math.max(...rows.map((row) => row.theirs.length)),
  ];
  console.log(`${''.padEnd(widths[0])}  ${'published'.padEnd(widths[1])}  ours`);
  for (const row of rows) {
    console.log(`${row.what.padEnd(widths[0])}  ${row.theirs.padEnd(widths[1])}  ${row.ours}`);
    if (row.note) console.log(`  ${row.note}`);
  }
}

function list(pairs, misses) {
  for (const pair of pairs.slice(0, misses))
    console.log(`missed  ${pair.upstream} → ${pair.downstream} (${pair.edges}): ${pair.verdict}`);
}

function of(part, whole) {
  return `${number(total(part))} of ${number(total(whole))}`;
}

function total(edges) {
  return edges.reduce((sum, edge) => sum + edge.edges, 0);
}

function number(value) {
  return value.toLocaleString('en');
}

function percent(share) {
  return `${(100 * share).toFixed(2)} %`;
}

// ── Data and the command line ───────────────────────────────────────────────────────────────────────────────────

function read(name) {
  return readFileSync(join(here, 'data', name), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

function judged(cli, rows) {
  const input = rows
    .map(({ upstream, downstream, relation }) => JSON.stringify({ upstream, downstream, relation }))
    .join('\n');
  const answers = ask(cli, ['compat', '--stdin', '--format', 'json'], `${input}\n`)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  if (answers.length !== rows.length)
    throw new Error(`${rows.length} pairs asked, ${answers.length} answers`);
  return rows.map((row, index) => ({ ...row, verdict: answers[index].verdict }));
}

/** The category of a license by any of its names; `undefined` for a name without a record. */
function groups(cli) {
  const records = JSON.parse(ask(cli, ['licenses', '--format', 'json']));
  const named = new Map(
    records.flatMap((record) =>
      [record.key, record.spdx, ...record.aliases]
        .filter(Boolean)
        .map((name) => [name.toLowerCase(), record.category]),
    ),
  );
  for (const record of records) named.set(record.key, record.category);
  return (name) => named.get(name.toLowerCase());
}

function ask(cli, args, input = '') {
  return execFileSync(process.execPath, [cli, ...args], {
    input,
    maxBuffer: 1 << 30,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'inherit'],
  });
}
