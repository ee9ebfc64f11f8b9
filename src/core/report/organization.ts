import { GENERATOR } from '../audit/contentRules';
import { english, message, type Message, paragraph, render } from '../message';
import { joinReservations, type Reservation } from '../policy/reservations';
import { graver } from '../policy/verdict';
import { chainOfCodes } from '../lookup/originCountries';
import { isAllowed, SELF, SEVERITIES, type Severity } from '../vocabulary';
import { EVIDENCE_WORDS, reservationText, SEVERITY_WORDS, VERDICT_WORDS } from '../wording';
import { grouped } from '../text/grouped';
import { html, Html, type HtmlPart } from './htmlText';
import { REPORT_STYLE } from './htmlStyle';
import { commitName } from './basis';
import { NO_POLICY, ownVerdict, type OwnVerdict } from './ownVerdict';
import { governedText } from './governing';
import { BYTE_ORDER_MARK, csvLine } from './csv';
import { ENGLISH, type Language, listed, say, sayWord } from './language';
import type { AuditLine, NoUseLine, UseLine } from './jsonLines';

/** Longer tables are cut on the page, and say so. */
const MAX_ROWS = 10_000;
const NOT_KNOWN = 'unknown';

interface Count {
  uses: number;
  repositories: number;
  /** The repository that was counted last: the lines of one stand together. */
  last: string;
}

/** What is not judged outweighs what is allowed. */
function graverOwn(a: OwnVerdict, b: OwnVerdict): OwnVerdict {
  if (a !== NO_POLICY && b !== NO_POLICY) return graver(a, b);
  return [a, b].find((one) => one !== NO_POLICY && !isAllowed(one)) ?? NO_POLICY;
}

/** What a repository does with a model. */
export interface OwnUse {
  /** Who runs it, each with the country of who runs the host: `together (US)`. */
  readonly hosts: Set<string>;
  verdict: string;
  /** What has to be said of its verdict. */
  reservations: readonly Reservation[];
  /** That the model is chosen when the program runs, and only the address is known. */
  readonly isAddress: boolean;
  readonly governed: Governed;
}

/** What decides about some uses of a model: the license of its weights, terms under which it is called, or both. */
interface Governed {
  byLicense: boolean;
  /** Keys, `null` for those of a host of which none are recorded. */
  readonly terms: Set<string | null>;
}

function newGoverned(): Governed {
  return { byLicense: false, terms: new Set() };
}

function govern(governed: Governed, { terms }: UseLine): void {
  if (terms === undefined) governed.byLicense = true;
  else governed.terms.add(terms);
}

interface RepositoryCount {
  uses: number;
  readonly models: Map<string, OwnUse>;
  readonly found: Record<Severity, number>;
  commit: string | null;
  day: string;
  complete: boolean;
  readonly policy: PolicyState;
}

/** What judged a repository. */
interface PolicyState {
  /** Paths of its policies, none where nothing tells of one. */
  readonly paths: Set<string>;
  /** Whether some of its uses, or an audit without any, were judged by none. */
  isMissing: boolean;
}

interface ModelFacts {
  readonly id: string;
  /** Whose weights they are, where only the path in that repository names them; empty for a model of everybody. */
  readonly repository: string;
  readonly publisher: string;
  /** Keys of the catalog, and what is said of them. */
  readonly license: string | Message;
  readonly origin: string | Message;
  worst: Severity | undefined;
  /** The gravest of all repositories; `undefined` where none tells one. */
  verdict: OwnVerdict | undefined;
  /** The repositories that use it. */
  readonly holders: Set<string>;
  /** Those of all repositories. */
  reservations: readonly Reservation[];
  readonly rules: Set<string>;
  readonly isAddress: boolean;
  /** Whether a license of weights is known, and not only the terms of who made them. */
  readonly hasWeightsLicense: boolean;
  readonly governed: Governed;
}

/**
 * Adds up uses of models over any number of repositories. What it keeps grows with the number of repositories, models and the like,
 * never with that of uses. Lines of one repository have to stand together.
 */
export class OrganizationTally {
  private uses = 0;
  private readonly repositories = new Map<string, RepositoryCount>();
  private readonly models = new Map<string, Count & ModelFacts>();
  private readonly licenses = new Map<string, Count>();
  private readonly origins = new Map<string, Count>();
  private readonly hosts = new Map<string, Count & HostFacts>();
  private readonly days = new Set<string>();
  private readonly catalogs = new Set<string>();

  add(line: UseLine | NoUseLine): void {
    const row = this.repositoryOf(line);
    this.catalogs.add(line.catalogDate);
    if (line.day !== undefined) this.days.add(line.day);
    if (line.model === null) return;
    this.uses++;
    addUse(row, line);
    this.addModel(line);
    this.addHost(line);
  }

  private addModel(use: UseLine): void {
    const { repository, severity, rules = [], reservations = [] } = use;
    const verdict = ownVerdict(use);
    const countries = countriesOf(use);
    const own = use.registry === 'local' ? repository : '';
    const key = `${own}\n${use.model}`;
    let model = this.models.get(key);
    if (model === undefined)
      this.models.set(
        key,
        (model = {
          ...newCount(),
          id: use.model,
          repository: own,
          publisher: use.publisher ?? NOT_KNOWN,
          license: licenseText(use),
          origin: originText(use),
          worst: undefined,
          verdict: undefined,
          holders: new Set(),
          reservations: [],
          rules: new Set(),
          isAddress: use.isAddress === true,
          hasWeightsLicense: isWeightsLicense(use),
          governed: newGoverned(),
        }),
      );
    govern(model.governed, use);
    if (countIn(model, repository)) model.holders.add(repository);
    model.worst = SEVERITIES.find((one) => one === severity || one === model.worst);
    if (verdict !== null) model.verdict = graverOwn(model.verdict ?? verdict, verdict);
    model.reservations = joinReservations([...model.reservations, ...reservations]);
    for (const rule of rules) model.rules.add(rule);
    if (model.isAddress) return;
    for (const license of licensesInEffect(use)) countFor(this.licenses, license, repository);
    for (const country of countries) countFor(this.origins, country, repository);
  }

  private addHost(use: UseLine): void {
    const { host, repository } = use;
    const id = host ?? NOT_KNOWN;
    const row = this.hosts.get(id) ?? { ...newCount(), country: countryText(use) };
    this.hosts.set(id, row);
    countIn(row, repository);
  }

  /** The days by which was judged, and those of the catalogs, the earliest first. */
  get dates(): Readonly<Record<'days' | 'catalogs', readonly string[]>> {
    return { days: [...this.days].sort(), catalogs: [...this.catalogs].sort() };
  }

  /** Whether every audit could read everything. */
  get complete(): boolean {
    return [...this.repositories.values()].every(({ complete }) => complete);
  }

  get totals(): Readonly<Record<'uses' | 'repositories' | 'models', number>> {
    return {
      uses: this.uses,
      repositories: this.repositories.size,
      models: named(new Map(this.modelRows())),
    };
  }

  /** How often each value stands, by table; the most frequent first. */
  tables(): Readonly<Record<'licenses' | 'origins', readonly (readonly [string, number, number])[]>> {
    return { licenses: rows(this.licenses), origins: rows(this.origins) };
  }

  hostRows(): readonly (readonly [id: string, row: Count & HostFacts])[] {
    return byUses(this.hosts);
  }

  /** What is said of each model, weights of one path once for all repositories that have the same there. */
  modelRows(): readonly (readonly [name: string, row: Count & ModelFacts])[] {
    const rows = new Map<string, Count & ModelFacts>();
    for (const alike of grouped([...this.models.values()], ({ id }) => id).values()) {
      const groups = [...grouped(alike, factsKey).values()];
      for (const group of groups) {
        const row = group.reduce(added);
        const isOfAll = groups.length === 1 || group.some(({ repository }) => repository === '');
        rows.set(isOfAll ? row.id : `${row.id} (${holdersText(group)})`, row);
      }
    }
    return byUses(rows);
  }

  /** What is said of a model that a repository uses. */
  factsOf(repository: string, model: string): ModelFacts | undefined {
    return this.models.get(`${repository}\n${model}`) ?? this.models.get(`\n${model}`);
  }

  /** What is said of each model, weights of a path for each repository by itself; by keys that another count has too. */
  factRows(): ReadonlyMap<string, ModelFacts> {
    return this.models;
  }

  repositoryRows(): readonly (readonly [name: string, row: RepositoryCount])[] {
    return byUses(this.repositories);
  }

  private repositoryOf(line: AuditLine): RepositoryCount {
    const { repository, complete, day = '' } = line;
    let row = this.repositories.get(repository);
    if (row === undefined)
      this.repositories.set(
        repository,
        (row = {
          uses: 0,
          models: new Map(),
          found: { error: 0, warning: 0, information: 0, hint: 0 },
          commit: commitOf(line),
          day,
          complete: true,
          policy: { paths: new Set(), isMissing: false },
        }),
      );
    row.complete &&= complete;
    row.policy.isMissing ||= line.hasPolicy === false;
    for (const path of line.policies ?? []) row.policy.paths.add(path);
    return row;
  }
}

/** What tells weights of one path from others. */
function factsKey({ publisher, license, origin }: ModelFacts): string {
  return JSON.stringify([publisher, license, origin]);
}

/** The repositories whose weights a row is about. */
function holdersText(group: readonly ModelFacts[]): string {
  const [first = '', ...others] = group.map(({ repository }) => repository).sort();
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}

/** What two repositories do with the same weights. */
function added(a: Count & ModelFacts, b: Count & ModelFacts): Count & ModelFacts {
  const verdicts = [a.verdict, b.verdict].filter((one) => one !== undefined);
  const holders = new Set([...a.holders, ...b.holders]);
  return {
    ...a,
    uses: a.uses + b.uses,
    holders,
    repositories: holders.size,
    worst: SEVERITIES.find((one) => one === a.worst || one === b.worst),
    verdict: verdicts.length === 0 ? undefined : verdicts.reduce(graverOwn),
    reservations: joinReservations([...a.reservations, ...b.reservations]),
    rules: new Set([...a.rules, ...b.rules]),
    governed: {
      byLicense: a.governed.byLicense || b.governed.byLicense,
      terms: new Set([...a.governed.terms, ...b.governed.terms]),
    },
  };
}

function isWeightsLicense({ license, category }: UseLine): boolean {
  return license !== null && category !== 'proprietary-api' && category !== 'unknown';
}

/** What decides about a use: the terms of the host that is called, else the licenses of the weights. */
function licensesInEffect(use: UseLine): readonly string[] {
  return use.terms === undefined ? licensesOfWeights(use) : [use.terms ?? NOT_KNOWN];
}

/** The licenses that hold: of several that the model states all; else the one in effect, where it is known what that says. */
function licensesOfWeights({
  license,
  effectiveLicense = null,
  alsoLicenses = [],
  category,
}: UseLine): readonly string[] {
  const inEffect = category === 'unknown' ? null : effectiveLicense;
  const stated = license === null || alsoLicenses.length === 0 ? [] : [license, ...alsoLicenses];
  return stated.length > 0
    ? [...new Set([...stated, ...(inEffect === null ? [] : [inEffect])])]
    : [inEffect ?? license ?? NOT_KNOWN];
}

/** The license that is stated, the one in effect where that is another, and that it is only inferred. */
function licenseText(use: UseLine): string | Message {
  const { license, alsoLicenses = [] } = use;
  const stated = license === null ? [] : [license, ...alsoLicenses];
  const others = licensesOfWeights(use).filter((key) => !stated.includes(key));
  const own = stated.join(' AND ');
  const inEffect = others.join(' AND ');
  const text = own === '' ? inEffect : inEffect === '' ? own : message('{0} (in effect {1})', own, inEffect);
  return use.licenseSureness === 'inferred' ? message('{0} ({1})', text, EVIDENCE_WORDS.inferred) : text;
}

/** A fact in the words of the data. */
export function factData(fact: string | Message): string {
  return typeof fact === 'string' ? fact : render(fact);
}

/** The countries that a use is counted for. */
function countriesOf({ origin }: UseLine): readonly string[] {
  return origin.length === 0 ? [NOT_KNOWN] : origin.map((country) => (country === '?' ? NOT_KNOWN : country));
}

/** `? ← US`: the publisher's country and those of its bases. */
function originText({ origin }: UseLine): string | Message {
  return chainOfCodes(origin, '?') ?? NOT_KNOWN;
}

interface HostFacts {
  readonly country: string;
}

function addUse(row: RepositoryCount, use: UseLine): void {
  const { model, host, severity, isToldElsewhere = false, reservations = [], isAddress = false } = use;
  row.uses++;
  if (severity !== null && !isToldElsewhere) row.found[severity]++;
  let own = row.models.get(model);
  if (own === undefined)
    row.models.set(
      model,
      (own = {
        hosts: new Set(),
        verdict: ownVerdict(use) ?? NOT_KNOWN,
        reservations: [],
        isAddress,
        governed: newGoverned(),
      }),
    );
  govern(own.governed, use);
  own.reservations = joinReservations([...own.reservations, ...reservations]);
  own.hosts.add(host === SELF || host === null ? (host ?? NOT_KNOWN) : `${host} (${countryText(use)})`);
}

/** A verdict with what has to be said of it: `ok, by an exception until 2027-01-15`. */
export function verdictText({
  verdict,
  reservations,
}: {
  readonly verdict: string;
  readonly reservations: readonly Reservation[];
}): string {
  return [verdict, ...(isAllowed(verdict) ? reservations.map(textOf) : [])].join(', ');
}

/** Who runs a model for a repository. */
export function hostsText({ hosts }: OwnUse): string {
  return [...hosts]
    .sort()
    .map((host) => (host === SELF ? factData(NO_SERVICE) : host))
    .join(', ');
}

/** In place of the host of a model that is used by its weights: on whose machines they run no file tells. */
const NO_SERVICE = message('not through a service');

/** The gravest finding that is told, and what excuses others that are not. */
export function gravestText({ worst, reservations }: Pick<ModelFacts, 'worst' | 'reservations'>): string {
  const excused = reservations.filter(isExcuse).map(textOf);
  const gravest = worst ?? 'none';
  return excused.length === 0 ? gravest : `${gravest}, beside what is excused ${excused.join(' and ')}`;
}

function textOf(reservation: Reservation): string {
  return render(reservationText(reservation), english);
}

type Excuse = Exclude<Reservation, { readonly kind: 'terms-not-read' }>;

function isExcuse(reservation: Reservation): reservation is Excuse {
  return reservation.kind !== 'terms-not-read';
}

/** How many of the models are named, and not only called at an address. */
function named(models: ReadonlyMap<string, { readonly isAddress: boolean }>): number {
  return [...models.values()].filter(({ isAddress }) => !isAddress).length;
}

/** Nothing leaves the machines of the project. */
function countryText({ host, hostCountry }: Pick<UseLine, 'host' | 'hostCountry'>): string {
  return host === SELF ? '-' : (hostCountry ?? NOT_KNOWN);
}

/** Its first digits, and whether files were changed since. */
function commitOf({ commit, differs }: AuditLine): string | null {
  const short = commit?.slice(0, SHOWN_OF_COMMIT) ?? null;
  return commitName({ commit: short, license: null, use: null, ...(differs !== undefined && { differs }) });
}

const SHOWN_OF_COMMIT = 12;

function newCount(): Count {
  return { uses: 0, repositories: 0, last: '' };
}

function countFor(table: Map<string, Count>, key: string, repository: string): void {
  let count = table.get(key);
  if (count === undefined) table.set(key, (count = newCount()));
  countIn(count, repository);
}

/** Whether it is the first of its repository. */
function countIn(count: Count, repository: string): boolean {
  count.uses++;
  if (count.last === repository) return false;
  count.last = repository;
  count.repositories++;
  return true;
}

function byUses<T extends { readonly uses: number }>(
  table: ReadonlyMap<string, T>,
): readonly (readonly [string, T])[] {
  return [...table].sort(([a, x], [b, y]) => y.uses - x.uses || (a < b ? -1 : 1));
}

function rows(table: ReadonlyMap<string, Count>): readonly (readonly [string, number, number])[] {
  return byUses(table).map(([key, { uses, repositories }]) => [key, uses, repositories]);
}

/** What is otherwise than in an earlier count, and when that was. */
export interface OrganizationChanges {
  readonly list: readonly OrganizationChange[];
  /** The days by which was judged before. */
  readonly since: readonly string[];
}

/** One thing that two counts of the same organization say otherwise. */
export interface OrganizationChange {
  readonly what:
    | 'model added'
    | 'model gone'
    | 'repository added'
    | 'repository gone'
    | 'license'
    | 'origin'
    | 'host'
    | 'verdict'
    | 'gravest finding';
  /** Empty where it is about a model everywhere. */
  readonly repository: string;
  /** Empty where it is about a whole repository. */
  readonly model: string;
  readonly was: string;
  readonly is: string;
}

/** Shows the rows that hold all words of the search box. The page's policy names this script by its digest. */
export const ORGANIZATION_SCRIPT = `
const box = document.getElementById('search'), count = document.getElementById('found'), rows = [...document.querySelectorAll('tbody tr')];
const texts = rows.map((row) => row.textContent.toLowerCase());
box.addEventListener('input', () => {
  const words = box.value.toLowerCase().split(' ').filter(Boolean);
  let found = 0;
  rows.forEach((row, at) => { row.hidden = !words.every((word) => texts[at].includes(word)); if (!row.hidden) found++; });
  count.textContent = words.length === 0 ? '' : count.dataset.rows.replace('#', found);
});
`;

/** What a page is written with. */
interface PageOptions {
  readonly version: string;
  /** Of {@link ORGANIZATION_SCRIPT}, as a content security policy names it: `sha256-…` */
  readonly scriptDigest: string;
  readonly language: Language;
  /** Since an earlier day, for a table of them. */
  readonly changes?: OrganizationChanges;
}

/** One page that needs nothing else, with a box to search its tables. */
export function organizationPage(
  tally: OrganizationTally,
  { version, scriptDigest, language, changes }: PageOptions,
): string {
  const { uses, repositories, models } = tally.totals;
  const { licenses, origins } = tally.tables();
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src '${scriptDigest}'`;
  const words = new Words(language);
  const title = words.of(message('AI models of an organization'));
  const page = html`<!DOCTYPE html>
<html lang="${language.tag}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="generator" content="${GENERATOR} ${version}">
<title>${title}</title><style>${new Html(REPORT_STYLE)}</style></head>
<body><h1>${title}</h1>
<ul class="cards"><li><b>${repositories}</b> ${words.of(repositories === 1 ? message('repository') : message('repositories'))}</li><li><b>${models}</b> ${words.of(models === 1 ? message('model') : message('models'))}</li><li><b>${uses}</b> ${words.of(uses === 1 ? message('use') : message('uses'))}</li></ul>
<p>${datesText(tally, words)}</p>
${!tally.complete && html`<p class="notice">${words.of(message('Some audits were not complete: what they did not read is not counted here.'))}</p>`}
<p><label for="search">${words.of(message('Search all tables'))}</label> <input id="search" type="search" autocomplete="off"> <span id="found" role="status" data-rows="${words.of(message('{0} rows', '#'))}"></span></p>
${changes !== undefined && changesSection(changes, words)}
${repositoriesSection(tally, words)}
${modelsSection(tally, words)}
${excusesSection(tally, words)}
${section(message('Licenses'), [LICENSE, USES, REPOSITORIES], words.firstOf(licenses), words)}
${section(
  message('Countries of origin'),
  [message('Country'), USES, REPOSITORIES],
  origins.map(([code, ...counts]) => [words.known(chainOfCodes([code], NOT_KNOWN) ?? code), ...counts]),
  words,
)}
${section(
  message('Who runs the models'),
  [message('Host'), message('Country of the operator'), USES, REPOSITORIES],
  tally.hostRows().map(([id, row]) => [words.host(id), words.known(row.country), row.uses, row.repositories]),
  words,
)}
<p class="muted">${words.of(message('Facts are those of each audit. This is information, not legal advice.'))}</p>
<script>${new Html(ORGANIZATION_SCRIPT)}</script></body></html>
`;
  return page.markup;
}

const [MODEL, LICENSE, REPOSITORY, REPOSITORIES, USES, VERDICT] = [
  message('Model'),
  message('License'),
  message('Repository'),
  message('Repositories'),
  message('Uses'),
  message('Verdict'),
] as const;

/** The words of a page in its language. In English those for verdicts and severities are those of the data. */
export class Words {
  constructor(readonly language: Language) {}

  of(text: Message): string {
    return say(text, this.language);
  }

  /** A fact, or the word for one that nobody knows. */
  known(fact: string | Message): string {
    if (typeof fact !== 'string') return this.of(fact);
    return fact === NOT_KNOWN ? this.of(message('unknown')) : fact;
  }

  /** What decides about some uses of a model. */
  license({ license, hasWeightsLicense }: ModelFacts, { byLicense, terms }: Governed): string {
    return governedText([...terms], byLicense || hasWeightsLicense ? this.known(license) : undefined, {
      text: (text) => this.of(text),
      list: (parts) => listed(parts, this.language),
    });
  }

  host(id: string): string {
    return id === SELF ? this.of(NO_SERVICE) : this.known(id);
  }

  /** Which policies judged a repository; empty where its lines do not say. */
  policy({ paths, isMissing }: PolicyState): string {
    if (paths.size === 0) return isMissing ? this.of(message('none')) : '';
    const all = listed([...paths].sort(), this.language);
    return isMissing ? this.of(message('{0}, not for all uses', all)) : all;
  }

  hosts({ hosts }: OwnUse): string {
    return listed(
      [...hosts].sort().map((host) => this.host(host)),
      this.language,
    );
  }

  firstOf(
    table: readonly (readonly [string, number, number])[],
  ): readonly (readonly [string, number, number])[] {
    return table.map(([first, ...rest]) => [this.known(first), ...rest]);
  }

  verdict({ verdict, reservations }: Parameters<typeof verdictText>[0]): string {
    const text = sayWord(verdict as OwnVerdict, OWN_VERDICT_WORDS, this.language);
    const more = isAllowed(verdict) ? reservations : [];
    return listed([text, ...more.map((one) => say(reservationText(one), this.language))], this.language);
  }

  gravest({ worst, reservations }: Pick<ModelFacts, 'worst' | 'reservations'>): string {
    const { language } = this;
    if (language.tag === ENGLISH.tag) return gravestText({ worst, reservations });
    const gravest = this.of(worst === undefined ? message('none') : SEVERITY_WORDS[worst]);
    const excused = reservations.filter(isExcuse).map((one) => say(reservationText(one), language));
    return excused.length === 0
      ? gravest
      : this.of(message('{0}, beside what is excused {1}', gravest, listed(excused, language)));
  }
}

const OWN_VERDICT_WORDS: Readonly<Record<OwnVerdict, Message>> = {
  ...VERDICT_WORDS,
  [NO_POLICY]: message('No policy'),
};

const CSV_HEAD = [
  'repository',
  'commit',
  'judged_as_of',
  'complete',
  'model',
  'publisher',
  'license',
  'origin',
  'hosts',
  'verdict',
  'policy',
];

/**
 * A row for each model of each repository, for spreadsheets and registers; one without models has a row without one.
 * @param language of the verdicts; in another one than English the text begins with a byte order mark
 */
export function* organizationCsv(tally: OrganizationTally, language = ENGLISH): Generator<string> {
  const words = new Words(language);
  const isEnglish = language.tag === ENGLISH.tag;
  if (!isEnglish) yield BYTE_ORDER_MARK;
  yield csvLine(CSV_HEAD);
  for (const [repository, { commit, day, complete, models, policy }] of tally.repositoryRows()) {
    const own = [repository, commit ?? '', day, complete ? 'yes' : 'no'];
    if (models.size === 0) yield csvLine([...own, '', '', '', '', '', '', words.policy(policy)]);
    for (const [model, use] of models) {
      const facts = tally.factsOf(repository, model);
      const { publisher = '', origin = '' } = facts ?? {};
      const told = [publisher, facts ? words.license(facts, use.governed) : '', factData(origin)];
      const verdict = isEnglish ? verdictText(use) : words.verdict(use);
      yield csvLine([...own, model, ...told, hostsText(use), verdict, words.policy(policy)]);
    }
  }
}

function repositoriesSection(tally: OrganizationTally, words: Words): HtmlPart {
  return section(
    REPOSITORIES,
    [
      REPOSITORY,
      message('Commit'),
      message('Judged as of'),
      message('Models'),
      USES,
      message('Errors'),
      message('Warnings'),
      message('Policy'),
    ],
    tally
      .repositoryRows()
      .map(([name, { commit, day, models: own, uses: count, found, complete, policy }]) => [
        complete ? name : words.of(message('{0} (not complete)', name)),
        commit ?? '',
        day,
        named(own),
        count,
        found.error,
        found.warning,
        words.policy(policy),
      ]),
    words,
  );
}

function modelsSection(tally: OrganizationTally, words: Words): HtmlPart {
  return section(
    message('Models'),
    [
      MODEL,
      message('Publisher'),
      LICENSE,
      message('Origin'),
      REPOSITORIES,
      USES,
      message('Gravest finding'),
      VERDICT,
      message('Rules'),
    ],
    tally
      .modelRows()
      .map(([id, row]) => [
        row.isAddress
          ? words.of(message('{0} ({1})', id, message('a model chosen when the program runs')))
          : id,
        words.known(row.publisher),
        words.license(row, row.governed),
        words.known(row.origin),
        row.repositories,
        row.uses,
        words.gravest(row),
        row.verdict === undefined
          ? ''
          : words.verdict({ verdict: row.verdict, reservations: row.reservations }),
        [...row.rules].sort().join(', '),
      ]),
    words,
  );
}

/** What lets models through that would not be allowed, the first to end first; nothing without one. */
function excusesSection(tally: OrganizationTally, words: Words): HtmlPart {
  const never = words.of(message('never'));
  const excused = tally
    .repositoryRows()
    .flatMap(([repository, { models }]) =>
      [...models].flatMap(([model, { verdict, reservations }]) =>
        reservations
          .filter(isExcuse)
          .map(
            ({ kind, until }) =>
              [
                until ?? never,
                repository,
                model,
                words.verdict({ verdict, reservations: [] }),
                words.of(EXCUSE_WORDS[kind]),
              ] as const,
          ),
      ),
    )
    .sort((a, b) => (a[0] < b[0] ? -1 : 1));
  return (
    excused.length > 0 &&
    section(
      message('Excused until'),
      [message('Ends'), REPOSITORY, MODEL, message('Verdict by that'), message('By')],
      excused,
      words,
    )
  );
}

const EXCUSE_WORDS: Readonly<Record<Excuse['kind'], Message>> = {
  exception: message('an exception of the policy'),
  comment: message('an ignore comment'),
};

/** By which days and catalogs was judged. */
function datesText(tally: OrganizationTally, words: Words): string {
  const { days, catalogs } = tally.dates;
  const judged = days.length === 0 ? [] : [message('Judged as of {0}.', rangeText(days, words))];
  return paragraph(
    [...judged, message('Catalog of {0}.', rangeText(catalogs, words))].map((text) => words.of(text)),
  );
}

/** `2026-11-20 to 2026-11-29`; one day by itself. */
function rangeText(days: readonly string[], words: Words): string {
  const [first = words.known(NOT_KNOWN), last = first] = [days[0], days.at(-1)];
  return first === last ? first : words.of(message('{0} to {1}', first, last));
}

function changesSection({ list, since }: OrganizationChanges, words: Words): HtmlPart {
  const title =
    since.length === 0 ? message('What changed') : message('What changed since {0}', rangeText(since, words));
  if (list.length === 0) return html`<h2>${words.of(title)}</h2><p>${words.of(message('Nothing.'))}</p>`;
  const all = words.of(message('all'));
  return section(
    title,
    [REPOSITORY, MODEL, message('What'), message('Was'), message('Is')],
    list.map(({ repository, model, what, was, is }) => [
      repository || all,
      model || all,
      words.of(CHANGE_WORDS[what]),
      was,
      is,
    ]),
    words,
  );
}

const CHANGE_WORDS: Readonly<Record<OrganizationChange['what'], Message>> = {
  'model added': message('model added'),
  'model gone': message('model gone'),
  'repository added': message('repository added'),
  'repository gone': message('repository gone'),
  license: message('license'),
  origin: message('origin'),
  host: message('host'),
  verdict: message('verdict'),
  'gravest finding': message('gravest finding'),
};

function section(
  title: Message,
  head: readonly Message[],
  body: readonly (readonly (string | number)[])[],
  words: Words,
): HtmlPart {
  const cell = (value: string | number): Html =>
    typeof value === 'number' ? html`<td class="number">${value}</td>` : html`<td>${value}</td>`;
  return html`<h2>${words.of(title)}</h2>
${body.length > MAX_ROWS && html`<p class="notice">${words.of(message('The first {0} of {1} rows.', MAX_ROWS, body.length))}</p>`}
<div class="scroll"><table><thead><tr>${head.map((name) => html`<th scope="col">${words.of(name)}</th>`)}</tr></thead>
<tbody>${body.slice(0, MAX_ROWS).map((row) => html`<tr>${row.map(cell)}</tr>\n`)}</tbody></table></div>`;
}
