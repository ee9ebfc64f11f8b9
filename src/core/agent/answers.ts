/**
 * What agents are answered, as data: by the tools of the editor and by the server for agents, in the same words. Facts of the catalog
 * and of the project only, each with its source; never a sentence of a model's card, which could talk to the agent.
 */
import type { Engine, ProjectContext } from '../engine';
import { nearestName } from '../lookup/nearestName';
import { searchModels, withoutTask } from '../lookup/searchModels';
import { english, render } from '../message';
import { isKnown, type Model } from '../model';
import { exceptionsElsewhere } from '../policy/evaluate';
import { ruleInfo, RULE_CODES } from '../policy/rules';
import { severityNotes } from '../policy/severity';
import { verdictOfUse } from '../policy/verdict';
import type { AuditReport } from '../report/auditReport';
import { regionText } from '../report/services';
import { byGravity, countReport, modelRows, ruleCounts, verdictText } from '../report/summary';
import { closest } from '../text/closest';
import { NO_TERMS, verdictWord } from '../wording';
import { judgeName, type NameJudgment } from './judgeName';
import { findingFacts, modelFacts, serviceFacts } from './modelFacts';

/** More would bury what matters, and an agent reads every word. */
const MAX_NAMES = 10;
const MAX_ROWS = 40;
const MAX_FOUND = 20;

export const NOT_KNOWN =
  'Not in the catalog. Unknown does not mean allowed: ask the user, or use a model that is known.';
const ONLY_IN_PATHS =
  'The verdict is for files elsewhere. In files of these paths the policy excepts the model from these rules: ' +
  'do not replace what is allowed there.';
const NO_PROJECT: ProjectContext = { policy: undefined };
const NO_NAMES = { error: 'Give "names": a list of model ids as they are written in code.' };

/** What is known of models, whatever the project. */
export function lookUpAnswer(engine: Engine, names: readonly string[]): object {
  if (names.length === 0) return NO_NAMES;
  const lookup = engine.lookup();
  return {
    catalogDate: engine.catalog.date,
    models: names.slice(0, MAX_NAMES).map((query) => {
      const model = lookup.find(query);
      return { query, ...known(engine, query, model), ...called(judgeName(engine, query, NO_PROJECT)) };
    }),
    ...cut(names, MAX_NAMES, 'names'),
  };
}

/** Whether the project may use models: what its policy finds about each. */
export function checkAnswer(engine: Engine, names: readonly string[], project: ProjectContext): object {
  if (names.length === 0) return NO_NAMES;
  return {
    policyInForce: project.policy !== undefined,
    models: names.slice(0, MAX_NAMES).map((query) => {
      const judgment = judgeName(engine, query, project);
      const verdict = verdictOfUse(judgment);
      return {
        query,
        verdict,
        outcome: render(verdictWord(verdict, project.policy !== undefined, judgment.reservations), english),
        findings: judgment.findings.map(findingFacts),
        ...exceptedElsewhere(judgment),
        ...known(engine, query, judgment.model),
        ...called(judgment),
      };
    }),
    ...cut(names, MAX_NAMES, 'names'),
  };
}

function known({ catalog }: Engine, query: string, model: Model | undefined): object {
  const facts = model === undefined ? {} : modelFacts(model);
  if (isKnown(model)) return { known: true, ...facts };
  const didYouMean = nearestName(catalog, query);
  return { known: false, advice: NOT_KNOWN, ...(didYouMean !== undefined && { didYouMean }), ...facts };
}

/** Where the policy lets a model through that it does not elsewhere: what is allowed there needs no other model. */
function exceptedElsewhere({ findings, context }: NameJudgment): object {
  const exceptions = new Set(findings.flatMap((finding) => exceptionsElsewhere(finding, context)));
  if (exceptions.size === 0) return {};
  return {
    exceptions: [...exceptions].map(({ paths, rules, expires }) => ({
      paths,
      rules: rules.length === 0 ? 'all' : rules,
      ...(expires !== null && { expires }),
    })),
    exceptionsNote: ONLY_IN_PATHS,
  };
}

/** Who runs the model for one who calls it by this name, told apart from who made it. */
function called({ service, context }: NameJudgment): object {
  return service === undefined ? {} : { service: serviceFacts(service, context.today) };
}

/** Models of the catalog whose id, publisher, task or license contains every word that is asked for. */
export function searchAnswer(engine: Engine, query: string): object {
  if (query.trim() === '')
    return { error: 'Give "query": words of an id, a publisher, a task or a license.' };
  const { catalog } = engine;
  const found = searchModels(catalog, query);
  const lookup = engine.lookup();
  const left = withoutTask(catalog, query);
  return {
    catalogDate: catalog.date,
    found: found.length,
    ...(left > 0 && {
      leftOut: `${left} more with the other words, of which no task is recorded: search without the task`,
    }),
    models: found.slice(0, MAX_FOUND).flatMap(({ id }) => {
      const model = lookup.find(id);
      return model === undefined ? [] : [modelFacts(model)];
    }),
    ...cut(found, MAX_FOUND, 'models'),
  };
}

/** What a rule checks, why, and how to settle it. */
export function explainAnswer(code: string): object {
  const rule = ruleInfo(code);
  if (rule === undefined) {
    const nearest = closest(code, RULE_CODES);
    return {
      error: `There is no rule "${code}".${nearest === undefined ? '' : ` Did you mean ${nearest}?`}`,
      rules: RULE_CODES,
    };
  }
  return {
    rule: rule.code,
    severity: rule.severity,
    severityNotes: severityNotes(rule).map((note) => render(note)),
    summary: render(rule.summary),
    checks: render(rule.checks),
    why: render(rule.why),
    settle: rule.settle.map((way) => render(way)),
  };
}

/** An audit in short: counts, models, whom the project calls, and the gravest findings with their places. */
export function auditAnswer(report: AuditReport): object {
  const { findings, services = [], stats, tool, policy } = report;
  const rows = modelRows(report);
  return {
    complete: stats.complete,
    filesSearched: stats.filesScanned,
    catalogDate: tool.catalogDate,
    policy: policy.path,
    counts: countReport(report),
    findingsByRule: Object.fromEntries(ruleCounts(report)),
    models: rows.slice(0, MAX_ROWS).map((row) => ({
      ...(row.model === undefined ? { id: row.id, known: false } : modelFacts(row.model)),
      verdict: row.verdict,
      outcome: verdictText(row),
    })),
    services: services.slice(0, MAX_ROWS).map(({ mayHaveEndedSince, ...service }) => ({
      host: service.host,
      name: service.name,
      calledAs: service.id,
      model: service.model ?? 'unknown',
      operator: service.operatorName ?? 'unknown',
      operatorCountry: service.country ?? 'unknown',
      processedIn: regionText(service),
      terms: service.termsName ?? render(NO_TERMS),
      status: service.status,
      ...(service.endsOn !== null && { endsOn: service.endsOn }),
      ...(mayHaveEndedSince !== undefined && { mayHaveEndedSince }),
      places: service.places.slice(0, MAX_NAMES).map(({ path, line }) => `${path}:${line}`),
    })),
    unknownNames: rows.flatMap(({ id, model }) => (isKnown(model) ? [] : [id])).slice(0, MAX_ROWS),
    findings: byGravity(findings)
      .slice(0, MAX_ROWS)
      .map(({ path, line, rule, severity, message: text, also = [], further = [] }) => ({
        path,
        line,
        rule,
        severity,
        message: text,
        ...(also.length > 0 && { also }),
        ...(further.length > 0 && { further }),
      })),
    ...cut(findings, MAX_ROWS, 'findings'),
  };
}

function cut(all: readonly unknown[], shown: number, what: string): { readonly note?: string } {
  return all.length > shown ? { note: `Only the first ${shown} of ${all.length} ${what} are listed.` } : {};
}
