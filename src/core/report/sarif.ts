import { message, type Message, paragraph } from '../message';
import type { RuleInfo } from '../policy/rule';
import { hashText } from '../text/hash';
import type { Severity } from '../vocabulary';
import type { AuditReport, ReportedFinding } from './auditReport';
import { ENGLISH, fullStop, type Language, say } from './language';
import { prose } from './markdownText';
import { rulePageUrl } from './rulePages';
import { byGravity, rulesOf, toldFindings, type Statement } from './summary';
import { grouped } from '../text/grouped';
import { uriPart } from '../text/uriPart';

export interface SarifOptions {
  readonly rules: readonly RuleInfo[];
  /** That of the report's findings; English without it. */
  readonly language?: Language;
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
export function toSarif(report: AuditReport, { rules, language = ENGLISH }: SarifOptions): string {
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
        rules: reported.map((rule) => ruleOf(rule, language)),
        properties: catalogOf(report.tool),
      },
    },
    language: language.tag,
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: {
      '%SRCROOT%': { description: { text: say(message('The audited folder.'), language) } },
    },
    invocations: [
      {
        executionSuccessful: report.stats.complete,
        toolExecutionNotifications: notes(report, alerts.length - kept.length).map((text) => ({
          level: 'warning',
          message: { text: say(text, language) },
        })),
      },
    ],
    results: kept.map((alert) =>
      resultOf(alert, { rules: reported, fingerprint: fingerprint(alert.first), language }),
    ),
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

function ruleOf({ code, severity, summary, checks, why, settle }: RuleInfo, language: Language): Json {
  const paragraphs = [say(checks, language), say(why, language)];
  const steps = settle.map((step) => say(step, language));
  return {
    id: code,
    shortDescription: { text: say(summary, language) },
    fullDescription: { text: say(checks, language) },
    helpUri: rulePageUrl(code),
    help: {
      text: [...paragraphs, ...steps].join('\n'),
      markdown: [...paragraphs.map(prose), steps.map((step) => `- ${prose(step)}`).join('\n')].join('\n\n'),
    },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: ['ai-model', code.slice(0, code.indexOf('/'))] },
  };
}

/** GitHub shows no more related locations than this. */
const MAX_RELATED = 1_000;

interface Alert {
  readonly rules: readonly RuleInfo[];
  readonly fingerprint: string;
  readonly language: Language;
}

function resultOf({ first, places }: Statement, { rules, fingerprint, language }: Alert): Json {
  const { rule, severity, model } = first;
  const also = [...new Set(places.flatMap(rulesOf))].filter((code) => code !== rule);
  const related = [...places.slice(1), ...relatedTo(first)].slice(0, MAX_RELATED);
  const more = [
    ...(also.length > 0 ? [message('Also {0}', also.join(', '))] : []),
    ...(related.length > 0
      ? [related.length === 1 ? message('1 more place') : message('{0} more places', related.length)]
      : []),
  ].map((text) => say(text, language));
  const ruleIndex = rules.findIndex(({ code }) => code === rule);
  return {
    ruleId: rule,
    ...(ruleIndex >= 0 && { ruleIndex }),
    level: LEVELS[severity],
    message: {
      text:
        more.length === 0
          ? first.message
          : paragraph([first.message, ...more].map((sentence) => sentence + fullStop(language))),
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

/** How reasons begin for which something of the project is not known. */
const UNREAD = /^(?:could not be read|not checked out)/;

/** What a reader of the results should know beside them: notes that stand for no place. */
function notes({ stats }: AuditReport, leftOut: number): readonly Message[] {
  const unreadable = stats.filesSkipped.filter(({ reason }) => UNREAD.test(reason));
  return [
    ...(leftOut > 0
      ? [
          message(
            '{0} of the least severity left out: a run may hold {1}.',
            leftOut === 1 ? message('1 finding') : message('{0} findings', leftOut),
            MAX_RESULTS,
          ),
        ]
      : []),
    ...unreadable.map(({ path, reason }) => message('{0}: {1}', path, reason)),
    ...(stats.complete ? [] : [message('The audit is not complete.')]),
  ];
}
