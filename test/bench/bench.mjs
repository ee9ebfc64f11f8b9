/**
 * npm run bench -- SUBJECT …     measures a part of the project beside something everybody knows, as ratios of one run
 *
 * Nothing here is asserted: a benchmark informs, it never fails a build.
 */
const SUBJECTS = {
  audit: () => import('./audit.mjs'),
  catalog: () => import('./catalog.mjs'),
  organization: () => import('./organization.mjs'),
  detect: () => import('./detect.mjs'),
  start: () => import('./start.mjs'),
};

const [subject = 'detect', ...rest] = process.argv.slice(2);
if (Object.hasOwn(SUBJECTS, subject)) {
  const { run } = await SUBJECTS[subject]();
  process.exitCode = await run(rest);
} else {
  console.error(`bench: no such subject "${subject}"; there is: ${Object.keys(SUBJECTS).join(', ')}`);
  process.exitCode = 2;
}
