/**
 * Is it known that a host has switched a name off?
 *
 *   npm run evaluate -- ends [--cli FILE] [--misses N]
 *
 * Each row of `ends.jsonl` is asked as `host:name`, as somebody would who has it in front of them. `lifecycle` are the ended names of one list
 * (modeldeprecations.dev, MIT), `others` names of hosts' own pages and of other lists, also ones that go on. A name whose end is known is
 * right as `retired`; one that goes on is right as anything else. Worse than not to know of an end is to call the name active.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const OPTIONS = {
  cli: { type: 'string', default: join(import.meta.dirname, '..', '..', 'dist', 'cli.js') },
  misses: { type: 'string', default: '0' },
};
/** Least share of right answers by set, in percent, and the greatest share of ended names that are called active. */
const LEAST = { lifecycle: 97, others: 92 };
const MOST_ACTIVE = 2;
const GOES_ON = new Set(['active', 'deprecated']);

/** Prints the shares. Returns the exit code: 0, 1 where one is out of its bounds. */
export function run(args) {
  const { values } = parseArgs({ args, options: OPTIONS });
  const rows = readFileSync(join(import.meta.dirname, 'ends.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const states = statesOf(rows, values.cli);
  const graded = rows.map((row, index) => ({ ...row, state: states[index] }));
  const isRight = ({ ended, state }) => ended === (state === 'retired');
  for (const { host, id, ended, endsOn, state } of graded
    .filter((row) => !isRight(row))
    .slice(0, Number(values.misses)))
    console.log(`wrong  ${host}:${id} ${ended ? `ended ${endsOn ?? ''}` : 'goes on'}, not ${state}`);
  let outside = 0;
  for (const [set, least] of Object.entries(LEAST)) {
    const those = graded.filter((row) => row.set === set);
    const ended = those.filter((row) => row.ended);
    const right = those.filter(isRight).length;
    const active = ended.filter(({ state }) => GOES_ON.has(state)).length;
    if ((100 * right) / those.length < least || (100 * active) / ended.length > MOST_ACTIVE) outside++;
    console.log(
      `ends of ${set}: ${percent(right / those.length)} right (${right} of ${those.length} names at ` +
        `${new Set(those.map(({ host }) => host)).size} hosts), ${percent(active / ended.length)} of ${ended.length} ended names called active (${active})`,
    );
  }
  return outside > 0 ? 1 : 0;
}

/** What look-up says of each name, in order; `null` where it knows nothing of it. */
function statesOf(rows, cli) {
  const input = rows.map(({ host, id }) => `${host}:${id}\n`).join('');
  const printed = execFileSync(
    process.execPath,
    [resolve(cli), 'lookup', '--stdin', '--offline', '--format', 'json'],
    {
      input,
      maxBuffer: 1 << 28,
      encoding: 'utf8',
    },
  );
  return printed
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).model?.status.state ?? null);
}

function percent(share) {
  return `${(100 * share).toFixed(1)} %`;
}
