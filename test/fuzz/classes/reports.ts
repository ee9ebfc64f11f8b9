import fc from 'fast-check';
import { newFindings, withoutAccepted } from '../../../src/core/audit/baseline';
import { mergeReports } from '../../../src/core/audit/merge';
import { plain, safeUrl } from '../../../src/core/hover/markdown';
import type { AuditReport } from '../../../src/core/report/auditReport';
import { FORMATS, renderReport, type Format } from '../../../src/core/report/formats';
import { escapeHtml } from '../../../src/core/report/htmlText';
import { codeSpan, escapeMarkdown } from '../../../src/core/report/markdownText';
import { visible } from '../../../src/core/report/visible';
import { SEVERITIES } from '../../../src/core/vocabulary';
import { finding, model, reference, report } from '../../unit/report/sample';
import { soup } from '../arbitraries';
import { fuzzClass, must, mustEqual } from '../fuzzClass';

const BREAKOUTS = [
  '=1+1',
  '@SUM(A1)',
  '+1',
  '-1',
  '|',
  '<script>alert(1)</script>',
  '</script>',
  '"',
  "'",
  '`',
  '](https://x)',
  '\n',
  '\r\n',
  ',',
  ';',
  '@octocat',
  '#1',
  '&lt;',
  '$(id)',
  '\u001b[31m',
  '\u202e',
];
const third = soup(BREAKOUTS, 4);

interface Parts {
  readonly names: readonly string[];
  readonly path: string;
  readonly message: string;
  readonly reason: string;
  readonly severity: (typeof SEVERITIES)[number];
}

/** Text of third parties in every place that a report has for it. */
const parts: fc.Arbitrary<Parts> = fc.record({
  names: fc.uniqueArray(
    third.map((text) => text || 'a'),
    { minLength: 1, maxLength: 3 },
  ),
  path: third.map((text) => `src/${text.replaceAll('/', '_')}.py`),
  message: third,
  reason: third,
  severity: fc.constantFrom(...SEVERITIES),
});

function reportOf({ names, path, message, reason, severity }: Parts): AuditReport {
  return report({
    ignores: [{ path, line: 1, rules: ['license/denied'], reason }],
    references: names.map((name, index) => reference(path, index + 1, name)),
    models: names.map((name) => model(name, { name: `${name} ${message}` })),
    findings: names.map((name, index) =>
      finding('license/denied', path, index + 1, { model: name, message, severity }),
    ),
  });
}

/** Cells of RFC 4180: what a spreadsheet reads. */
function cells(csv: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  while (at < csv.length) {
    let cell = '';
    if (csv[at] === '"') {
      for (at++; at < csv.length; at++) {
        if (csv[at] !== '"') cell += csv[at];
        else if (csv[at + 1] === '"') cell += csv[++at];
        else break;
      }
      at++;
    } else {
      while (at < csv.length && !',\r'.includes(csv[at] ?? '')) cell += csv[at++];
    }
    rows.at(-1)?.push(cell);
    if (csv.startsWith('\r\n', at) && at + 2 < csv.length) rows.push([]);
    at += csv[at] === ',' ? 1 : 2;
  }
  return rows;
}

const CHECKS: Partial<Record<Format, (text: string, of: AuditReport) => void>> = {
  json: (text, of) => mustEqual(JSON.parse(text), of, 'the report comes back'),
  sarif(text, of) {
    const { runs } = JSON.parse(text) as { runs: { results: unknown[] }[] };
    must(
      (runs[0]?.results.length ?? 0) >= of.findings.filter(({ severity }) => severity !== 'hint').length,
      'every finding is a result',
    );
  },
  cyclonedx: (text) => void JSON.parse(text),
  spdx: (text) => void JSON.parse(text),
  table: (text) =>
    must(!/[\u0000-\u0009\u000b-\u001f\u202e]/.test(text), 'no character of a file acts on the terminal'), // eslint-disable-line no-control-regex -- they are what is looked for
  html: (text) => must(!/<script>alert/.test(text), 'no markup of a file'),
  csv(text, of) {
    const rows = cells(text);
    must(
      rows.length === of.references.length + 1,
      () => `${rows.length} rows of ${of.references.length + 1}`,
    );
    for (const row of rows) {
      must(row.length === rows[0]?.length, () => `${row.length} cells`);
      for (const cell of row) must(!/^[=+\-@\t\r]/.test(cell), () => `${JSON.stringify(cell)} is no formula`);
    }
  },
};

export const REPORTS = [
  ...FORMATS.map((format) =>
    fuzzClass<Parts>({
      name: `report: ${format}`,
      share: 1,
      values: parts,
      check(value) {
        const of = reportOf(value);
        const text = renderReport(of, format, { project: value.reason, timestamp: '2026-11-24T00:00:00Z' });
        CHECKS[format]?.(text, of);
        must(
          renderReport(of, format, { project: value.reason, timestamp: '2026-11-24T00:00:00Z' }) === text,
          'the same each time',
        );
      },
    }),
  ),
  fuzzClass<{ all: readonly Parts[]; prefix: string }>({
    name: 'reports merged',
    share: 3,
    values: fc.record({
      all: fc.array(parts, { minLength: 1, maxLength: 3 }),
      prefix: fc.constantFrom('', 'web', 'a/b'),
    }),
    check({ all, prefix }) {
      const shards = all.map((value) => ({ prefix, report: reportOf(value) }));
      const merged = mergeReports(shards);
      for (const { report: shard } of shards)
        for (const { rule, model: about } of shard.findings)
          must(
            merged.findings.some((found) => found.rule === rule && found.model === about),
            'no finding is lost',
          );
      const twice = mergeReports([...shards, ...shards]);
      mustEqual(twice.findings, merged.findings, 'a shard that comes twice adds nothing');
      mustEqual(
        { ...mergeReports([...shards].reverse()), policy: null }.findings,
        merged.findings,
        'in any order',
      );
    },
  }),
  fuzzClass<readonly [Parts, Parts]>({
    name: 'baselines',
    share: 3,
    values: fc.tuple(parts, parts),
    check([one, other]) {
      const [now, before] = [reportOf(one), reportOf(other)];
      mustEqual(newFindings(now, now), [], 'nothing is new beside itself');
      mustEqual(
        newFindings(now, { findings: [], references: [] }),
        now.findings,
        'all is new beside nothing',
      );
      const left = withoutAccepted(now, before);
      must(
        left.findings.length + (left.accepted ?? 0) === now.findings.length,
        'each finding is new or accepted',
      );
    },
  }),
  fuzzClass<string>({
    name: 'text of others, escaped',
    share: 3,
    values: soup(BREAKOUTS, 10),
    check(text) {
      must(!/[<>"']/.test(escapeHtml(text).replace(/&[a-z#0-9]+;/g, '')), 'no markup of HTML');
      const markdown = escapeMarkdown(text);
      must(
        !/(?<!\\)(?:\\\\)*[`*_<[\]|]/.test(markdown) && !/[\r\n]/.test(markdown),
        () => `no markup of Markdown: ${JSON.stringify(markdown)}`,
      );
      must(!/[\r\n]/.test(codeSpan(text)), 'a code span is one line');
      must(!/[\u0000-\u001f]/.test(visible(text)), 'no control character'); // eslint-disable-line no-control-regex -- they are what is looked for
      must(!/\bhttps?:\/\//.test(plain(text)), 'no address becomes a link');
      const url = safeUrl(text);
      must(url === undefined || /^https:\/\/[^\s()<>"'\\]+$/.test(url), 'a link is an address');
    },
  }),
];
