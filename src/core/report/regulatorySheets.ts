import { behindText } from '../lookup/whereItRuns';
import { labeled, message, type Message } from '../message';
import { hintOfOwnName } from '../model';
import { isSure } from '../policy/sureness';
import { CONFIDENCE_WORDS, LINEAGE_WORDS, ROLE_WORDS } from '../wording';
import type { AuditReport, ReportedReference } from './auditReport';
import { catalogText } from './basis';
import { type Governing, governingOf, governingText } from './governing';
import { headed, type Language, listed, say, sayWord } from './language';
import { escapeMarkdown, markdownTable } from './markdownText';
import { TOLD } from './reportedServices';
import {
  isUse,
  modelCountText,
  modelRows,
  moreText,
  nameCountText,
  pathsByReason,
  placesText,
  type ModelRow,
} from './summary';
import { modalitiesOf } from './taskModalities';
import { visible } from './visible';

/** In place of a country, behind all codes. */
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
export function originStatement(report: AuditReport, language: Language): readonly string[] {
  const said = (text: Message): string => say(text, language);
  const title = `## ${said(message('Where models and hosts are from'))}`;
  if (!report.stats.complete)
    return [
      title,
      '',
      said(
        message('The audit was not complete, so that nothing can be said of countries that are not in it.'),
      ),
    ];
  const { models, hosts } = byCountry(report, language);
  const countries = [...new Set([...models.keys(), ...hosts.keys()])].sort();
  const open = [
    ...openOf(report, models.get(NOT_KNOWN)?.size ?? 0, hosts.get(NOT_KNOWN)?.size ?? 0),
    ...offeredOf(report, models, language),
  ];
  const asOf = [
    filesText(report.project),
    ...(report.day === undefined ? [] : [message('judged on {0}', report.day)]),
    message('with the catalog of {0}', catalogText(report.tool)),
  ].map(said);
  return [
    title,
    '',
    said(
      message(
        '{0}: the project uses no model of a country that is not in this table, and calls no host run from one. Where requests are processed is not part of it.',
        listed(asOf, language),
      ),
    ),
    ...(open.length === 0
      ? []
      : [said(message('This does not hold for {0}.', listed(open.map(said), language)))]),
    '',
    ...table(
      [message('Country'), message('Models'), message('Hosts')].map(said),
      countries.map((country) => [
        country === NOT_KNOWN ? said(message('not known')) : country,
        namesText(models.get(country), language),
        namesText(hosts.get(country), language),
      ]),
    ),
    ...notRead(report, language),
  ];
}

type ByCountry = ReadonlyMap<string, ReadonlySet<string>>;

/** The models that are used and the hosts that are called, by the country each is from. */
function byCountry(
  report: AuditReport,
  language: Language,
): { readonly models: ByCountry; readonly hosts: ByCountry } {
  const rows = usedRows(report);
  const models = new Map<string, Set<string>>();
  const hosts = new Map<string, Set<string>>();
  const put = (table: Map<string, Set<string>>, country: string | null, name: string): void => {
    const key = country ?? NOT_KNOWN;
    table.set(key, (table.get(key) ?? new Set()).add(name));
  };
  for (const { id, model } of rows) {
    const origins = model?.origin ?? [];
    // A name that somebody chose places nothing: the model is also one of a country that is not known.
    if (model === undefined || origins.length === 0 || hintOfOwnName(model) !== undefined)
      put(models, null, id);
    for (const { model: of, country, probable } of origins)
      put(
        models,
        country,
        probable === true
          ? say(message('{0} (perhaps, by its name)', id), language)
          : of === id
            ? id
            : say(message('{0} (base of {1})', of, id), language),
      );
  }
  for (const { name, operatorName, country, passesOn } of report.services ?? []) {
    put(hosts, country, operatorName === null ? name : `${name} (${operatorName})`);
    if (passesOn === true) put(hosts, null, say(behindText(name), language));
  }
  return { models, hosts };
}

/** What the statement does not hold for: the rest, of which nobody knows where it is from. */
function openOf(report: AuditReport, models: number, hosts: number): readonly Message[] {
  const names = unplaced(report).size;
  const elsewhere = namesOf(
    report,
    ({ role, host, isAddressOpen }) => role === 'calls' && (host ?? null) !== null && isAddressOpen === true,
  );
  const baseless = usedRows(report).filter(isOfUnrecordedBase).length;
  const places = report.runtimeChoices.length;
  const parts = [
    models > 0 && message('{0} of a country that is not known', modelCountText(models)),
    hosts > 0 &&
      message(
        '{0} of a country that is not known',
        hosts === 1 ? message('1 host') : message('{0} hosts', hosts),
      ),
    names > 0 && message('{0} whose host is not known', nameCountText(names)),
    elsewhere.size > 0 &&
      message('{0} called at an address that the files do not hold', nameCountText(elsewhere.size)),
    baseless > 0 && message('{0} made from others by name, with no base recorded', modelCountText(baseless)),
    places > 0 &&
      message(
        '{0} at which a model, and with it perhaps its host, is chosen at run time',
        placesText(places),
      ),
  ];
  return parts.filter((part) => part !== false);
}

/** Models of further countries that are only listed, where a program may choose one of the list when it runs. */
function offeredOf(report: AuditReport, used: ByCountry, language: Language): readonly Message[] {
  const further = new Set<string>();
  let count = 0;
  for (const { model, places } of modelRows(report)) {
    if (places.some(isUse) || !places.some(mayBeOffered)) continue;
    const origins = model?.origin ?? [];
    const countries = origins.length === 0 ? [null] : origins.map(({ country }) => country);
    const others = countries.map((country) => country ?? NOT_KNOWN).filter((country) => !used.has(country));
    if (others.length > 0) count++;
    for (const country of others) further.add(country);
  }
  if (count === 0) return [];
  const names = [...further]
    .sort()
    .map((one) => (one === NOT_KNOWN ? say(message('not known'), language) : one));
  return [
    message(
      '{0} that files list, of which a program may choose one when it runs (countries: {1})',
      modelCountText(count),
      listed(names, language),
    ),
  ];
}

/** Whether a place may be of a list that a program chooses from: neither of what only tells nor of what a test expects. */
function mayBeOffered({ role, context = 'product' }: ReportedReference): boolean {
  return role === 'lists' && context !== 'test' && !TOLD.has(context);
}

/** How many files of one reason are named. */
const MOST_NAMED = 20;

/** What was not searched: the statement does not speak of what stands there. */
function notRead(report: AuditReport, language: Language): readonly string[] {
  const reasons = pathsByReason(report);
  if (reasons.length === 0) return [];
  return [
    '',
    say(message('Not searched for models:'), language),
    '',
    ...reasons.map(([reason, paths]) => {
      const more = paths.length - MOST_NAMED;
      const named = paths.slice(0, MOST_NAMED).map((path) => escapeMarkdown(visible(path)));
      const rest = more > 0 ? moreText(more, language) : '';
      return `- ${headed(escapeMarkdown(visible(reason)), `${listed(named, language)}${rest}`, language)}`;
    }),
  ];
}

/** Of which files something is said: those of a commit, or others. */
function filesText(project: AuditReport['project']): Message {
  const { commit = null, differs } = project ?? {};
  if (commit === null) return message('As of the files that were read');
  if (differs === undefined)
    return message('As of commit {0} (whether the files are those of that commit was not checked)', commit);
  return differs
    ? message('As of files that differ from commit {0}', commit)
    : message('As of commit {0}', commit);
}

/** Names that are called where nothing says who runs them. */
function unplaced(report: AuditReport): ReadonlySet<string> {
  return namesOf(report, ({ role, host }) => role === 'calls' && (host ?? null) === null);
}

function namesOf(
  { references }: AuditReport,
  fits: (reference: ReportedReference) => boolean,
): ReadonlySet<string> {
  return new Set(references.filter(fits).map(({ model, id }) => model ?? id));
}

/** What names have that were given to models made from others: by training, by merging, or by packing anew. */
const MADE =
  /(?:^|[-_./])(?:ft|fine[-_]?tun(?:e|ed|ing)|q?lora|adapter|merged?|distill(?:ed)?|dpo|orpo|abliterated|gguf|gptq|awq)(?=$|[-_./\d])/i;

/** A name that tells of a base, where nothing is known of that, not even by its name. */
function isOfUnrecordedBase({ id, model }: ModelRow): boolean {
  return MADE.test(id) && (model?.lineage.length ?? 0) === 0 && (model?.origin.length ?? 0) < 2;
}

function namesText(names: ReadonlySet<string> = new Set(), language: Language): string {
  return listed([...names].sort(), language);
}

/**
 * What is known of each model that a project uses, by the points of Annex XII of the AI Act; the rest has to come from its provider.
 * @returns lines of Markdown
 */
export function downstreamSheet(report: AuditReport, language: Language): readonly string[] {
  const said = (text: Message): string => say(text, language);
  const governing = governingOf(report);
  const rows = usedRows(report).map((row) => [
    row.id,
    rolesOf(row, language),
    ...pointsOf(row, governing(row.places), { report, language }),
  ]);
  return [
    `## ${said(message('What is known for those who build on the models (AI Act, Article 53(1), point (b), Annex XII)'))}`,
    '',
    said(
      message(
        'Points of the annex without a column, and cells without an entry, have to come from the provider: its documentation tells acceptable use (1b), hardware and software (1d, 1e), integration (2a) and the size of inputs (2b).',
      ),
    ),
    '',
    ...table(
      [
        message('Model'),
        message('Use here'),
        message('1a task'),
        message('1c released'),
        message('1f parameters'),
        message('1g inputs → outputs'),
        message('1h license'),
        message('2c training data'),
        message('Documentation'),
      ].map(said),
      rows,
    ),
    '',
    said(message('Points: Regulation (EU) 2024/1689, Annex XII, <{0}>.', AI_ACT_SOURCE)),
  ];
}

function rolesOf({ places }: ModelRow, language: Language): string {
  const roles = [...new Set(places.filter(isUse).map(({ role }) => role))].sort();
  return listed(
    roles.map((role) => sayWord(role, ROLE_WORDS, language)),
    language,
  );
}

function pointsOf(
  { model }: ModelRow,
  governing: Governing,
  { report, language }: { readonly report: AuditReport; readonly language: Language },
): readonly string[] {
  if (model === undefined) return ['', '', '', '', '', '', ''];
  const said = model.task === null ? undefined : modalitiesOf(model.task);
  return [
    model.task ?? '',
    dayOfRelease(model, language),
    parametersOf(model, language),
    said === undefined ? '' : `${said.inputs.join(', ')} → ${said.outputs.join(', ')}`,
    governing.terms.length === 0 && model.license.declared === null && model.license.effective === null
      ? ''
      : governingText({ model }, governing, language),
    trainingData(model, language),
    model.registry === 'huggingface' ? `https://huggingface.co/${model.id}` : termsOf(model.id, report),
  ];
}

/** The day, and where only a list of low confidence has it, or it is that of the repository, that as well: the page is signed. */
function dayOfRelease(model: NonNullable<ModelRow['model']>, language: Language): string {
  const { released, created } = model;
  if (created !== undefined) return labeled(say(message('Created on the Hub'), language), created);
  if (released === null) return '';
  return isSure(model, 'released')
    ? released
    : say(message('{0} ({1})', released, CONFIDENCE_WORDS.low), language);
}

/** The number that a source says; one that only the name gives is rounded, and the page is signed. */
function parametersOf({ parameters, evidence }: NonNullable<ModelRow['model']>, language: Language): string {
  if (parameters === null) return '';
  const [unit, letter] = parameters < BILLION ? [MILLION, 'M'] : [BILLION, 'B'];
  const rounded = Math.round((parameters / unit) * 100) / 100;
  if (evidence.some(({ fact }) => fact === 'parameters'))
    return rounded * unit === parameters ? `${rounded} ${letter}` : parameters.toLocaleString('en-US');
  return say(message('about {0} (from the name)', `${rounded} ${letter}`), language);
}

const MILLION = 1_000_000;
const BILLION = 1_000 * MILLION;

/** Whether the data was released, and the models that it was made from. */
function trainingData(
  { openness: { components }, lineage }: NonNullable<ModelRow['model']>,
  language: Language,
): string {
  const data =
    components.trainingData === undefined
      ? []
      : [say(components.trainingData ? message('data released') : message('data not released'), language)];
  const bases = lineage.map(({ model, relation }) => labeled(say(LINEAGE_WORDS[relation], language), model));
  return listed([...data, ...bases], language);
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
