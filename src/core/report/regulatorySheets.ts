import type { AuditReport, ReportedReference } from './auditReport';
import { catalogText } from './basis';
import { escapeMarkdown, markdownTable } from './markdownText';
import { licenseText } from './modelText';
import { isUse, modelRows, pathsByReason, plural, type ModelRow } from './summary';
import { modalitiesOf } from './taskModalities';
import { visible } from './visible';

const NOT_KNOWN = 'not known';

/** Annex XII of the AI Act: what a provider of a general-purpose model has to tell those who build on it (Article 53(1), point (b)). */
export const AI_ACT_SOURCE = 'https://eur-lex.europa.eu/eli/reg/2024/1689/oj';

/** Models that the project uses; names that nobody knows may be none. */
function usedRows(report: AuditReport): readonly ModelRow[] {
  return modelRows(report).filter(({ places }) => places.some(isUse));
}

/**
 * From which countries the models that a project uses and their hosts are, so that it can be said of every other country that nothing
 * is from there; with what this does not hold for. Without a whole audit nothing can be said.
 * @returns lines of Markdown
 */
export function originStatement(report: AuditReport): readonly string[] {
  const title = '## Where models and hosts are from';
  if (!report.stats.complete)
    return [
      title,
      '',
      'The audit was not complete, so that nothing can be said of countries that are not in it.',
    ];
  const rows = usedRows(report);
  const models = new Map<string, Set<string>>();
  const hosts = new Map<string, Set<string>>();
  const put = (table: Map<string, Set<string>>, country: string | null, name: string): void => {
    const key = country ?? NOT_KNOWN;
    table.set(key, (table.get(key) ?? new Set()).add(name));
  };
  for (const { id, model } of rows) {
    const origins = model?.origin ?? [];
    if (origins.length === 0) put(models, null, id);
    for (const { model: of, country, probable } of origins)
      put(
        models,
        country,
        probable === true ? `${id} (perhaps, by its name)` : of === id ? id : `${of} (base of ${id})`,
      );
  }
  for (const { name, operatorName, country } of report.services ?? [])
    put(hosts, country, operatorName === null ? name : `${name} (${operatorName})`);
  const countries = [...new Set([...models.keys(), ...hosts.keys()])].sort();
  const open = [
    ...count(models.get(NOT_KNOWN), 'model', 'of a country that is not known'),
    ...count(hosts.get(NOT_KNOWN), 'host', 'of a country that is not known'),
    ...count(unplaced(report), 'name', 'whose host is not known'),
    ...count(
      new Set(report.runtimeChoices),
      'place',
      'at which a model, and with it perhaps its host, is chosen at run time',
    ),
  ];
  const asOf = [
    filesText(report.project),
    ...(report.day === undefined ? [] : [`on ${report.day}`]),
    `with the catalog of ${catalogText(report.tool)}`,
  ].join(', ');
  return [
    title,
    '',
    `${asOf}: the project uses no model and calls no host of a country that is not in this table.`,
    ...(open.length === 0 ? [] : [`This does not hold for ${open.join(', ')}.`]),
    '',
    ...table(
      ['Country', 'Models', 'Hosts'],
      countries.map((country) => [country, listed(models.get(country)), listed(hosts.get(country))]),
    ),
    ...notRead(report),
  ];
}

/** How many files of one reason are named. */
const MOST_NAMED = 20;

/** What was not searched: the statement does not speak of what stands there. */
function notRead(report: AuditReport): readonly string[] {
  const reasons = pathsByReason(report);
  if (reasons.length === 0) return [];
  return [
    '',
    'Not searched for models:',
    '',
    ...reasons.map(([reason, paths]) => {
      const more = paths.length - MOST_NAMED;
      const named = paths.slice(0, MOST_NAMED).map((path) => escapeMarkdown(visible(path)));
      return `- ${escapeMarkdown(visible(reason))}: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
    }),
  ];
}

/** Of which files something is said: those of a commit, or others. */
function filesText(project: AuditReport['project']): string {
  const { commit = null, differs } = project ?? {};
  if (commit === null) return 'As of the files that were read';
  if (differs === undefined)
    return `As of commit ${commit} (whether the files are those of that commit was not checked)`;
  return differs ? `As of files that differ from commit ${commit}` : `As of commit ${commit}`;
}

/** Names that are called where nothing says who runs them. */
function unplaced({ references }: AuditReport): ReadonlySet<string> {
  const isOpen = ({ role, host }: ReportedReference): boolean => role === 'calls' && (host ?? null) === null;
  return new Set(references.filter(isOpen).map(({ model, id }) => model ?? id));
}

function count(of: ReadonlySet<unknown> | undefined, one: string, rest: string): readonly string[] {
  return of === undefined || of.size === 0 ? [] : [`${plural(of.size, one)} ${rest}`];
}

function listed(names: ReadonlySet<string> = new Set()): string {
  return [...names].sort().join(', ');
}

/**
 * What is known of each model that a project uses, by the points of Annex XII of the AI Act; the rest has to come from its provider.
 * @returns lines of Markdown
 */
export function downstreamSheet(report: AuditReport): readonly string[] {
  const rows = usedRows(report).map((row) => [row.id, rolesOf(row), ...pointsOf(row, report)]);
  return [
    '## What is known for those who build on the models (AI Act, Article 53(1), point (b), Annex XII)',
    '',
    'Points of the annex without a column, and cells without an entry, have to come from the provider: its documentation tells acceptable use (1b), hardware and software (1d, 1e), integration (2a) and the size of inputs (2b).',
    '',
    ...table(
      [
        'Model',
        'Use here',
        '1a task',
        '1c released',
        '1f parameters',
        '1g inputs → outputs',
        '1h license',
        '2c training data',
        'Documentation',
      ],
      rows,
    ),
    '',
    `Points: Regulation (EU) 2024/1689, Annex XII, <${AI_ACT_SOURCE}>.`,
  ];
}

function rolesOf({ places }: ModelRow): string {
  return [...new Set(places.filter(isUse).map(({ role }) => role))].sort().join(', ');
}

function pointsOf({ model }: ModelRow, report: AuditReport): readonly string[] {
  if (model === undefined) return ['', '', '', '', '', '', ''];
  const said = model.task === null ? undefined : modalitiesOf(model.task);
  return [
    model.task ?? '',
    model.released ?? '',
    model.parameters === null ? '' : String(model.parameters),
    said === undefined ? '' : `${said.inputs.join(', ')} → ${said.outputs.join(', ')}`,
    model.license.declared === null && model.license.effective === null ? '' : licenseText(model),
    trainingData(model),
    model.registry === 'huggingface' ? `https://huggingface.co/${model.id}` : termsOf(model.id, report),
  ];
}

/** Whether the data was released, and the models that it was made from. */
function trainingData({ openness: { components }, lineage }: NonNullable<ModelRow['model']>): string {
  return [
    ...(components.trainingData === undefined
      ? []
      : [components.trainingData ? 'data released' : 'data not released']),
    ...lineage.map(({ model, relation }) => `${relation} of ${model}`),
  ].join('; ');
}

/** The page of the terms under which a model is called. */
function termsOf(id: string, { services = [] }: AuditReport): string {
  return services.find(({ model, termsUrl }) => model === id && termsUrl !== null)?.termsUrl ?? '';
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  return markdownTable(
    head,
    rows.map((row) => row.map(escapeMarkdown)),
  );
}
