/**
 * npm run evaluate -- SUBCOMMAND …     grades a part of the project against labeled or real material
 * npm run evaluate -- LABELS FILES …   short for `detection LABELS FILES …`
 *
 * Each subcommand is a module whose `run(args)` prints and returns the exit code.
 */
const SUBCOMMANDS = {
  detection: () => import('./detection.mjs'),
  callsites: () => import('./callsites.mjs'),
  hosts: () => import('./hosts.mjs'),
  ends: () => import('./ends.mjs'),
  licenses: () => import('./licenses.mjs'),
  record: () => import('./record.mjs'),
  public: () => import('./public.mjs'),
};

const [first = 'detection', ...rest] = process.argv.slice(2);
const isPath = first.endsWith('.json') || first.startsWith('--');
if (!isPath && !Object.hasOwn(SUBCOMMANDS, first)) {
  console.error(`evaluate: no such part "${first}"; there is: ${Object.keys(SUBCOMMANDS).join(', ')}`);
  process.exitCode = 2;
} else {
  const { run } = await SUBCOMMANDS[isPath ? 'detection' : first]();
  process.exitCode = await run(isPath ? [first, ...rest] : rest);
}
