/**
 * Is it known who is called: host, operator, country and terms of each call?
 *
 *   npm run evaluate -- hosts [--cli FILE] [--misses N] [--floor PERCENT]
 *
 * The calls in `test/fixtures/hosted-calls` are written as the documentation of each client writes them: through the client of the host itself
 * (`own.*`) and through one of OpenAI's protocol that is given the host's address (`compatible.*`).
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';

const files = join(import.meta.dirname, '..', 'fixtures', 'hosted-calls');
const OPTIONS = {
  cli: { type: 'string', default: join(import.meta.dirname, '..', '..', 'dist', 'cli.js') },
  misses: { type: 'string', default: '0' },
  floor: { type: 'string', default: '95' },
};
const FIELDS = ['host', 'operator', 'country', 'terms'];

/** Prints the grades. Returns the exit code: 0, 1 where one of the fields is below the floor. */
export function run(args) {
  const { values } = parseArgs({ args, options: OPTIONS });
  const { hosts, calls } = JSON.parse(readFileSync(join(import.meta.dirname, 'hosts.json'), 'utf8'));
  const report = JSON.parse(audit(values.cli));
  const graded = calls.map((call) => gradeCall(call, hosts[call.host], report));
  for (const { call, wrong } of graded
    .filter(({ wrong }) => wrong.length > 0)
    .slice(0, Number(values.misses)))
    console.log(`wrong  ${call.path} ${call.text}: ${wrong.join('; ')}`);
  let below = 0;
  for (const form of ['own', 'compatible', '']) {
    const those = graded.filter(({ call }) => form === '' || call.path.includes(`/${form}.`));
    for (const field of FIELDS) {
      const right = those.filter(({ right }) => right.includes(field)).length;
      if (form === '' && (100 * right) / those.length < Number(values.floor)) below++;
      console.log(`${`${field} ${form}`.padEnd(22)}${right} of ${those.length}`);
    }
  }
  const unverified = unreadTerms();
  const unread = new Set(
    calls
      .map(({ host }) => host)
      .filter((host) => hosts[host].terms === null || unverified.has(hosts[host].terms)),
  );
  const whole = graded.filter(({ wrong }) => wrong.length === 0).length;
  console.log(
    `hosts: ${percent(whole / calls.length)} of the calls right in all of ${FIELDS.join(', ')} (${whole} of ${calls.length} calls at ` +
      `${new Set(calls.map(({ host }) => host)).size} hosts; the text of the terms of ${unread.size} hosts was not read: ${[...unread].sort().join(', ')})`,
  );
  return below > 0 ? 1 : 0;
}

/** Keys of terms of which only the name and the address are known. */
function unreadTerms() {
  const folder = join(import.meta.dirname, '..', '..', 'src', 'catalog', 'licenses');
  const records = readdirSync(folder).flatMap((file) => parse(readFileSync(join(folder, file), 'utf8')));
  return new Set(records.filter(({ verification }) => verification === 'unverified').map(({ key }) => key));
}

/** Which fields of a call are right, and what is wrong about the others. The project's own machines have no operator and no terms. */
function gradeCall(call, expected, { references, services }) {
  const found = references.filter(({ path, text }) => path === call.path && text === call.text);
  const [reference] = found;
  const others = references.filter(({ path, text }) => path === call.path && text !== call.text);
  if (reference === undefined || others.length > 0)
    return {
      call,
      right: [],
      wrong: [`found ${[...found, ...others].map(({ text }) => text).join(', ') || 'nothing'}`],
    };
  const isOwn = call.host === 'self';
  const service = services.find(
    ({ host, places }) =>
      host === reference.host &&
      places.some(
        ({ path, line, column }) =>
          path === call.path && line === reference.line && column === reference.column,
      ),
  );
  const got = {
    host:
      reference.role === (isOwn ? 'loads' : 'calls') ? reference.host : `${reference.role} ${reference.host}`,
    operator: service?.operator ?? null,
    country: service?.country ?? null,
    terms: service?.terms ?? null,
  };
  // A client may speak to a place of its host for which other terms hold: those of mainland China were not read.
  const wanted = { operator: null, country: null, terms: null, ...expected, ...call };
  const wrong = FIELDS.filter((field) => got[field] !== wanted[field]);
  return {
    call,
    right: FIELDS.filter((field) => !wrong.includes(field)),
    wrong: wrong.map((field) => `${field} ${got[field]}, not ${wanted[field]}`),
  };
}

function audit(cli) {
  return execFileSync(
    process.execPath,
    [resolve(cli), 'audit', '.', '--format', 'json', '--offline', '--fail-on', 'never'],
    { cwd: files, maxBuffer: 1 << 28, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  );
}

function percent(share) {
  return `${(100 * share).toFixed(1)} %`;
}
