import { render } from '../message';
import type { RuleInfo } from '../policy/rule';
import { hashText } from '../text/hash';
import type { Severity } from '../vocabulary';
import type { AuditReport, ReportedFinding } from './auditReport';
import { escapeMarkdown } from './markdownText';
import { rulePageUrl } from './rulePages';
import { byGravity, grouped, plural, rulesOf, toldFindings, type Statement } from './summary';
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
  const alerts = alertsOf(report);
  const kept = alerts.slice(0, MAX_RESULTS);
  const reported = rules.filter(({ code }) => kept.some(({ first }) => first.rule === code));
  const fingerprint = fingerprints();
  const run = {
    tool: {
      driver: {
        name: 'Model License Lens',
        semanticVersion: report.tool.version,
        version: report.tool.version,
        rules: reported.map(ruleOf),
        properties: catalogOf(report.tool),
      },
    },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The audited folder.' } } },
    invocations: [
      {
        executionSuccessful: report.stats.complete,
        toolExecutionNotifications: notes(report, alerts.length - kept.length),
      },
    ],
    results: kept.map((alert) => resultOf(alert, reported, fingerprint(alert.first))),
  };
  return `${JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] })}\n`;
}

function catalogOf({ catalogDate, catalogVersion, catalogDigest }: AuditReport['tool']): Json {
  return {
    catalogDate,
    ...(catalogVersion !== undefined && { catalogVersion }),
    ...(catalogDigest !== undefined && { catalogDigest }),
  };
}

/**
 * One alert for a rule and a model, at the gravest of its places; code scanning shows the others as related locations. What is of
 * no model is an alert of its own.
 */
function alertsOf(report: AuditReport): readonly Statement[] {
  const all = byGravity(toldFindings(report));
  const alike = grouped(all, ({ rule, model, path, line, column }) =>
    model === null ? `${rule}\n\n${path}:${line}:${column}` : `${rule}\n${model}`,
  );
  return [...alike.values()].flatMap((places) => {
    const [first] = places;
    return first === undefined ? [] : [{ first, places }];
  });
}

function ruleOf({ code, severity, summary, checks, why, settle }: RuleInfo): Json {
  const paragraphs = [render(checks), render(why)];
  const steps = settle.map((step) => render(step));
  return {
    id: code,
    shortDescription: { text: render(summary) },
    fullDescription: { text: render(checks) },
    helpUri: rulePageUrl(code),
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

/** GitHub shows no more related locations than this. */
const MAX_RELATED = 1_000;

function resultOf({ first, places }: Statement, rules: readonly RuleInfo[], fingerprint: string): Json {
  const { rule, severity, message, model } = first;
  const also = [...new Set(places.flatMap(rulesOf))].filter((code) => code !== rule);
  const related = [...places.slice(1), ...relatedTo(first)].slice(0, MAX_RELATED);
  const sentences = [
    message,
    ...(also.length > 0 ? [`Also ${also.join(', ')}`] : []),
    ...(related.length > 0 ? [plural(related.length, 'more place')] : []),
  ];
  const ruleIndex = rules.findIndex(({ code }) => code === rule);
  return {
    ruleId: rule,
    ...(ruleIndex >= 0 && { ruleIndex }),
    level: LEVELS[severity],
    message: {
      text: sentences.length === 1 ? message : `${sentences.join('. ')}.`,
    },
    locations: [{ physicalLocation: locationOf(first) }],
    ...(related.length > 0 && {
      relatedLocations: related.map((place, at) => ({
        id: at + 1,
        physicalLocation: locationOf(place),
        message: { text: place.message },
      })),
    }),
    partialFingerprints: { primaryLocationLineHash: fingerprint, 'modelLicenseLens/v1': fingerprint },
    ...(model !== null && { properties: { model, ...(also.length > 0 && { also }) } }),
  };
}

/** Places that one finding speaks of, each as if it had been found there. */
function relatedTo({ related = [], ...finding }: ReportedFinding): readonly ReportedFinding[] {
  return related.map(({ name, ...span }) => ({ ...finding, ...span, message: name }));
}

function locationOf({ path, line, column, endLine, endColumn }: ReportedFinding): Json {
  return {
    artifactLocation: { uri: path.split('/').map(uriPart).join('/'), uriBaseId: '%SRCROOT%' },
    region: { startLine: line, startColumn: column, endLine, endColumn },
  };
}

/**
 * Names an alert by rule and model, or by file and message where it is of no model, and which of its like it is: not by its line,
 * so that it stays the same alert when lines move.
 */
function fingerprints(): (finding: ReportedFinding) => string {
  const seen = new Map<string, number>();
  return ({ rule, path, model, message }) => {
    const key = model === null ? `${rule}\n${path}\n${message}` : `${rule}\n${model}`;
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
