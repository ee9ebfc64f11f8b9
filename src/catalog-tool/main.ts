import { writeFileSync } from 'node:fs';
import { encodeCatalog } from '../core';
import { buildCatalog } from './buildCatalog';
import { checkFiles } from './check/checkFiles';
import { checkRecords } from './check/checkRecords';
import { COVERAGE_USAGE, coverageCommand, SERVICES_USAGE, servicesCommand } from './coverage/command';
import { EXPORT_USAGE, exportCommand } from './exportCatalog';
import { mergeClaims } from './merge/mergeClaims';
import { refreshCommand } from './refresh/command';
import { REFRESH_USAGE } from './refresh/refreshOptions';
import { SITE_USAGE, siteCommand } from './site/command';
import { sourcePage } from './sourceTable';
import { statsOf } from './stats';
import { UsageError } from './usageError';
import { WHY_USAGE, whyOf } from './why';

const DATA = 'src/catalog';
const USAGE = `usage: catalog check | build [FILE] | stats | sources | merge CLAIMS… REPORT
               ${REFRESH_USAGE}
               ${WHY_USAGE}
               ${EXPORT_USAGE}
               ${SITE_USAGE}
               ${COVERAGE_USAGE}
               ${SERVICES_USAGE}
  check  holds every file to its schema and the records to each other
  build  compiles the catalog
  stats  counts the records by kind, registry, evidence and year
  sources  writes SOURCES.md, the table of sources
  merge  weighs claims by the order of trust and writes them into the YAML; the losing ones go into REPORT
  refresh  asks the Hub (HF_ENDPOINT, HF_TOKEN) about models and writes what differs as a proposal; only --write merges it
  why  prints which file and line set the facts of a model, and what they outranked
  export  writes models, licenses, organizations and hosts as JSON Lines, each fact with its evidence
  site  writes a search page over the same data, which opens without a server
  coverage  prints how much is known of the names that packages on npm list today
  services  writes those names into listed/, one file a host
`;

function check(): number {
  const problems = [...checkFiles(DATA), ...checkRecords(buildCatalog(DATA))];
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  process.stdout.write(`catalog: ${problems.length} problems\n`);
  return problems.length === 0 ? 0 : 1;
}

function whyLines([model, fact, ...rest]: readonly string[]): readonly string[] {
  if (model === undefined || rest.length > 0) throw new UsageError(`usage: catalog ${WHY_USAGE}`);
  return whyOf(DATA, buildCatalog(DATA), model, fact);
}

async function run([command, ...args]: readonly string[]): Promise<number> {
  switch (command) {
    case 'check':
      return check();
    case 'build':
      writeFileSync(args[0] ?? 'dist/catalog.jsonl', encodeCatalog(buildCatalog(DATA)));
      return 0;
    case 'stats':
      process.stdout.write(`${statsOf(buildCatalog(DATA)).join('\n')}\n`);
      return 0;
    case 'sources':
      writeFileSync(`${DATA}/SOURCES.md`, sourcePage(buildCatalog(DATA)));
      return 0;
    case 'merge':
      process.stdout.write(
        `${JSON.stringify(mergeClaims(DATA, args.slice(0, -1), args.at(-1) ?? 'losing.jsonl'))}\n`,
      );
      return 0;
    case 'why':
      process.stdout.write(`${whyLines(args).join('\n')}\n`);
      return 0;
    case 'export':
      return exportCommand(args, buildCatalog(DATA));
    case 'site':
      return siteCommand(args, buildCatalog(DATA));
    case 'coverage':
      return coverageCommand(args, buildCatalog(DATA));
    case 'services':
      return servicesCommand(args, DATA, buildCatalog(DATA));
    case 'refresh':
      return refreshCommand(args, DATA);
    default:
      process.stderr.write(USAGE);
      return 2;
  }
}

run(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    // A file with a mistake is named in the message; where in the tool it was met helps nobody.
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  },
);
