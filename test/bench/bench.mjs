/**
 * npm run bench                  measures all that has an aim, and says which aims are met
 * npm run bench -- SUBJECT …     measures a part of the project beside something everybody knows, as ratios of one run
 *
 * Nothing here is asserted: a benchmark informs, it never fails a build.
 */
const SUBJECTS = {
  audit: () => import('./audit.mjs'),
  catalog: () => import('./catalog.mjs'),
  organization: () => import('./organization.mjs'),
  editor: () => import('./editor.mjs'),
  detect: () => import('./detect.mjs'),
  report: () => import('./report.mjs'),
  start: () => import('./start.mjs'),
  table: () => import('./table.mjs'),
};

const given = process.argv.slice(2);
const namesSubject = given.length > 0 && !given[0].startsWith('-');
const [subject, ...rest] = namesSubject ? given : ['table', ...given];
if (Object.hasOwn(SUBJECTS, subject)) {
  const { run } = await SUBJECTS[subject]();
  process.exitCode = await run(rest);
} else {
  console.error(`bench: no such subject "${subject}"; there is: ${Object.keys(SUBJECTS).join(', ')}`);
  process.exitCode = 2;
}
