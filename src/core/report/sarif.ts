import { render } from '../message';
import type { RuleInfo } from '../policy/rule';
import { hashText } from '../text/hash';
import { SEVERITIES, type Severity } from '../vocabulary';
import type { AuditReport, ReportedFinding } from './auditReport';
import { escapeMarkdown } from './markdownText';
import { plural, toldFindings } from './summary';
import { uriPart } from '../text/uriPart';

export interface SarifOptions {
  readonly rules: readonly RuleInfo[];
}

type Json = Readonly<Record<string, unknown>>;

/** GitHub takes no run with more; what it would refuse is left out, the least severe first, and a note says so. */
const MAX_RESULTS = 25_000;

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/**
 * SARIF 2.1.0 for code scanning: on one line, paths relative to the audited root, and fingerprints that survive edits
 * elsewhere in a file. License findings are no vulnerabilities, so no `security-severity` is set.
 */
export function toSarif(report: AuditReport, { rules }: SarifOptions): string {
  const findings = [...toldFindings(report)].sort(
    (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity),
  );
  const kept = findings.slice(0, MAX_RESULTS);
  const reported = rules.filter(({ code }) => kept.some(({ rule }) => rule === code));
  const fingerprint = fingerprints();
  const run = {
    tool: {
      driver: {
        name: 'Model License Lens',
        semanticVersion: report.tool.version,
        version: report.tool.version,
        rules: reported.map(ruleOf),
        properties: { catalogDate: report.tool.catalogDate },
      },
    },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The audited folder.' } } },
    invocations: [
      {
        executionSuccessful: report.stats.complete,
        toolExecutionNotifications: notes(report, findings.length - kept.length),
      },
    ],
    results: kept.map((finding) => resultOf(finding, reported, fingerprint(finding))),
  };
  return `${JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] })}\n`;
}

function ruleOf({ code, severity, summary, checks, why, settle }: RuleInfo): Json {
  const paragraphs = [render(checks), render(why)];
  const steps = settle.map((step) => render(step));
  return {
    id: code,
    shortDescription: { text: render(summary) },
    fullDescription: { text: render(checks) },
    help: {
      text: [...paragraphs, ...steps].join('\n'),
      markdown: [
        ...paragraphs.map(escapeMarkdown),
        steps.map((step) => `- ${escapeMarkdown(step)}`).join('\n'),
      ].join('\n\n'),
    },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: ['ai-model', code.slice(0, code.indexOf('/'))] },
  };
}

function resultOf(finding: ReportedFinding, rules: readonly RuleInfo[], fingerprint: string): Json {
  const { rule, severity, message, path, line, column, endLine, endColumn, model, also = [] } = finding;
  const ruleIndex = rules.findIndex(({ code }) => code === rule);
  return {
    ruleId: rule,
    ...(ruleIndex >= 0 && { ruleIndex }),
    level: LEVELS[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: {
            uri: path.split('/').map(uriPart).join('/'),
            uriBaseId: '%SRCROOT%',
          },
          region: { startLine: line, startColumn: column, endLine, endColumn },
        },
      },
    ],
    partialFingerprints: { primaryLocationLineHash: fingerprint, 'modelLicenseLens/v1': fingerprint },
    ...(model !== null && { properties: { model, ...(also.length > 0 && { also }) } }),
  };
}

/**
 * Names a finding by rule, file and model, and which of its like it is in the file: not by its line, so that it stays the same
 * finding when lines move.
 */
function fingerprints(): (finding: ReportedFinding) => string {
  const seen = new Map<string, number>();
  return ({ rule, path, model, message }) => {
    const key = `${rule}\n${path}\n${model ?? message}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return `${hashText(key)}:${count}`;
  };
}

/** What a reader of the results should know beside them: notes that stand for no place. */
function notes({ stats }: AuditReport, leftOut: number): readonly Json[] {
  const note = (text: string): Json => ({ level: 'warning', message: { text } });
  const unreadable = stats.filesSkipped.filter(({ reason }) => reason.startsWith('could not be read'));
  return [
    ...(leftOut > 0
      ? [note(`${plural(leftOut, 'finding')} of the least severity left out: a run may hold ${MAX_RESULTS}.`)]
      : []),
    ...unreadable.map(({ path, reason }) => note(`${path} ${reason}`)),
    ...(stats.complete ? [] : [note('The audit is not complete.')]),
  ];
}
