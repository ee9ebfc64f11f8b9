/**
 * Of the calls that load a model in real repositories, how many are known to load which?
 *
 *   npm run evaluate -- callsites DIR… [--list N]
 *
 * Each DIR is one repository: its configuration files give values to the names that its code reads. A call counts as resolved
 * when its model is written in place, or is found through a constant, a default, a parameter or configuration; else the audit lists it
 * as chosen at run time. Calls whose argument is a path on disk are left out. `--list` prints some of either kind, to be read.
 */
import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { loadDetection } from '../support/loadDetection.mjs';
import { textsIn } from '../support/sourceFiles.mjs';

/** Languages in which models are loaded. */
const CODE = /\.(?:py|ipynb|ts|tsx|js|mjs|cjs|jsx|java|kt|cs|go|rs|swift|rb|php|scala|ex|exs|livemd|r|jl)$/i;

/** Prints the shares. Returns the exit code. */
export async function run(args) {
  const { values, positionals } = parseArgs({
    args,
    options: { list: { type: 'string', default: '0' } },
    allowPositionals: true,
  });
  if (positionals.length === 0) {
    console.error('usage: evaluate callsites DIR… [--list N]');
    return 2;
  }
  const detection = await loadDetection();
  const rows = positionals.map((folder) => ({ folder, calls: callsIn(folder, detection) }));
  for (const { folder, calls } of rows) console.log(`${folder.split('/').at(-1).padEnd(36)}${share(calls)}`);
  const all = rows.flatMap(({ calls }) => calls);
  printLibraries(all);
  list(all, Number(values.list));
  const withCalls = rows.filter(({ calls }) => calls.length > 0).length;
  console.log(`call sites: ${share(all)} in ${withCalls} of ${rows.length} repositories`);
  return 0;
}

function callsIn(folder, { detect, collectConfigValues, ConfigValues, LineIndex }) {
  const texts = textsIn(folder);
  const config = new ConfigValues();
  for (const { path, text } of texts) config.add(relative(folder, path), collectConfigValues(text, path));
  return texts
    .filter(({ path }) => CODE.test(path))
    .flatMap(({ path, text }) => {
      const lines = new LineIndex(text);
      const { references, uses, runtimeChoices } = detect(path, text, config.of(relative(folder, path)));
      const at = (range) => `${relative(folder, path)}:${lines.positionAt(range.start).line}`;
      const loads = (reference) =>
        reference.evidence[0].startsWith('loader:') && reference.role !== 'mentions';
      const defined = new Set(uses.map((use) => use.definedAt?.start));
      return [
        ...references
          .filter((reference) => loads(reference) && !defined.has(reference.range.start))
          .map((reference) => ({
            kind: 'literal',
            library: library(reference),
            text: reference.text,
            id: reference.id,
            at: at(reference.range),
          })),
        ...uses.map((use) => ({
          kind: kindOf(use),
          library: library(use),
          text: use.text,
          id: use.id,
          at: at(use.range),
        })),
        ...runtimeChoices.map((choice) => ({
          kind: 'run time',
          library: choice.loader.split(/[.:]+/).at(-1),
          text: choice.expression,
          at: at(choice.range),
        })),
      ];
    });
}

function kindOf({ evidence: [first] }) {
  return first.startsWith('config:')
    ? 'configuration'
    : first === 'template'
      ? 'template'
      : 'constant or default';
}

function library({ evidence }) {
  return (
    evidence
      .find((item) => item.startsWith('loader:'))
      ?.split('.')
      .at(-1) ?? 'other'
  );
}

function share(calls) {
  const resolved = calls.filter(({ kind }) => kind !== 'run time').length;
  const kinds = ['literal', 'constant or default', 'template', 'configuration'].map(
    (kind) => `${kind} ${calls.filter((call) => call.kind === kind).length}`,
  );
  return `${percent(resolved, calls.length)} resolved (${resolved} of ${calls.length}: ${kinds.join(', ')})`;
}

function printLibraries(calls) {
  const names = new Map();
  for (const { library: name, kind } of calls) {
    const row = names.get(name) ?? [0, 0];
    row[1]++;
    if (kind !== 'run time') row[0]++;
    names.set(name, row);
  }
  const most = [...names].sort(([, a], [, b]) => b[1] - a[1]).slice(0, 12);
  console.log(
    `by loader: ${most.map(([name, [resolved, count]]) => `${name} ${resolved} of ${count}`).join(', ')}`,
  );
}

/** Evenly spaced calls of either kind. */
function list(calls, count) {
  if (count <= 0) return;
  for (const resolved of [true, false]) {
    const some = calls.filter(
      ({ kind }) =>
        (kind !== 'run time' && kind !== 'literal') === resolved && (resolved || kind === 'run time'),
    );
    const step = Math.max(1, some.length / count);
    for (let i = 0; i < some.length && i < count * step; i += step) {
      const { at, text, id, kind } = some[Math.floor(i)];
      console.log(`${kind.padEnd(20)} ${at}  ${text}${id === undefined ? '' : `  →  ${id}`}`);
    }
  }
}

function percent(part, whole) {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
}
