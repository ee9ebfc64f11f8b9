import { hostAddress } from '../catalog/hostAddress';
import type { HostRecord } from '../catalog/hostRecords';
import type { Catalog } from '../catalog/records';
import { message, type Message } from '../message';
import { closest } from '../text/closest';
import { nearestName } from '../lookup/nearestName';
import { isNameOfHost, statedOf, underlying } from '../lookup/policyModel';
import { namesOfHost } from './hostNames';
import type {
  LicenseSelector,
  ModelSelector,
  OriginSelector,
  Policy,
  PolicyException,
  PolicyModel,
  PolicyProblem,
  Stated,
} from './policy';
import { looksLikeCountry } from './regions';
import { statedEnd } from './statedEnd';
import { categoryOf, isCategory } from './textForms';
import { wideMarkIn } from './wideMarks';
import { LICENSE_CATEGORIES, OPENNESS_LEVELS, SELF } from '../vocabulary';
import { byStart } from '../text/range';

/**
 * Names in a policy that the catalog does not know: a license, an organization, a base. They are warnings, for a catalog does
 * not know everything; but a misspelled entry of `deny` denies nothing, so that is an error. An exception whose reason alone says when it
 * ends is a warning too.
 */
export function checkPolicy(policy: Policy, catalog: Catalog): readonly PolicyProblem[] {
  const { licenses, origins, hosting, models, modelLists, exceptions, duties } = policy;
  return [
    ...[...licenses.allow, ...licenses.warn].flatMap((selector) => licenseProblem(selector, catalog)),
    ...[...origins.allow, ...origins.warn].flatMap((origin) => originProblem(origin, catalog)),
    ...[...hosting.allow, ...hosting.processedIn].flatMap((host) => hostProblem(host, catalog, isOwnAddress)),
    ...hosting.warn.flatMap((host) => hostProblem(host, catalog)),
    ...asErrors([
      ...licenses.deny.flatMap((selector) => licenseProblem(selector, catalog)),
      ...origins.deny.flatMap((origin) => originProblem(origin, catalog)),
      ...hosting.deny.flatMap((host) => hostProblem(host, catalog)),
      ...modelLists.deny.flatMap((model) => [...letterProblem(model), ...formProblem(model, catalog)]),
    ]),
    ...modelLists.allow.flatMap((model) => [...letterProblem(model), ...formProblem(model, catalog)]),
    ...[...modelLists.allow, ...modelLists.deny].flatMap((model) => spellingProblem(model, catalog)),
    ...models.flatMap((model) => modelProblems(model, policy, catalog)),
    ...exceptions.flatMap(endProblem),
    ...duties.flatMap((duty) =>
      duty.licenses.flatMap((key) => licenseProblem({ ...duty, kind: 'license', key }, catalog)),
    ),
  ].sort(byStart);
}

/** An exception holds up to `expires`: an end in the words of its reason would never come. */
function endProblem(exception: PolicyException): readonly PolicyProblem[] {
  const end = exception.expires === null ? statedEnd(exception.reason) : undefined;
  if (end === undefined) return [];
  return warning(exception, message('The reason names an end ("{0}") that only `expires` sets', end.until));
}

function licenseProblem(selector: LicenseSelector, catalog: Catalog): readonly PolicyProblem[] {
  if (selector.kind === 'category' || catalog.license(selector.key) !== undefined) return [];
  const home = vocabularyOf(selector.key, 'licenses', catalog);
  if (home !== undefined) return warning(selector, home.message, home.suggestion);
  const near = closest(
    selector.key,
    catalog.licenses.map(({ key }) => key),
  );
  const category = near === undefined ? closest(selector.key, LICENSE_CATEGORIES) : undefined;
  if (category !== undefined) {
    const meant = `category:${category}`;
    return warning(
      selector,
      message('No license is called "{0}"; did you mean "{1}"?', selector.key, meant),
      meant,
    );
  }
  return warning(
    selector,
    near === undefined
      ? message('No license is called "{0}"', selector.key)
      : message('No license is called "{0}"; did you mean "{1}"?', selector.key, near),
    near,
  );
}

function originProblem(origin: OriginSelector, catalog: Catalog): readonly PolicyProblem[] {
  if (looksLikeCountry(origin.value) || catalog.organization(origin.value) !== undefined) return [];
  const home = vocabularyOf(origin.value, 'origins', catalog);
  if (home !== undefined) return warning(origin, home.message, home.suggestion);
  const near = closest(
    origin.value,
    catalog.organizations.map(({ id }) => id),
  );
  return warning(
    origin,
    near === undefined
      ? notCalled(origin.value)
      : message('No organization is called "{0}"; did you mean "{1}"?', origin.value, near),
    near,
  );
}

/** Three letters are a country's too, and not the ones that policies are written with. */
const THREE_LETTERS = /^[a-z]{3}$/i;

function notCalled(name: string): Message {
  return THREE_LETTERS.test(name)
    ? message(
        'No organization is called "{0}"; a country is written with the two letters of ISO 3166-1',
        name,
      )
    : message('No organization is called "{0}"', name);
}

/**
 * A name with a point is an address, which the catalog need not know; of a host that it knows it may be one of many.
 * @param isMeant whether an address of a known host may be meant to count for itself alone
 */
function hostProblem(
  host: OriginSelector,
  catalog: Catalog,
  isMeant: (value: string, host: HostRecord) => boolean = () => false,
): readonly PolicyProblem[] {
  const { value } = host;
  if (looksLikeCountry(value) || value === SELF || catalog.host(value) !== undefined) return [];
  const home = vocabularyOf(value, 'hosting', catalog);
  if (home !== undefined) return warning(host, home.message, home.suggestion);
  if (value.includes('.')) return partProblem(host, catalog, isMeant);
  const country = countryOfRegion(value, catalog);
  if (country !== undefined)
    return warning(
      host,
      message(
        '"{0}" is a region of a host, not a host: countries are listed here, so write {1}',
        value,
        country,
      ),
      country,
    );
  const ids = catalog.hosts.map(({ id }) => id);
  const near = ids.find((id) => id.startsWith(`${value.toLowerCase()}-`)) ?? closest(value, ids);
  return warning(
    host,
    near === undefined
      ? noHostCalled(value)
      : message('No host is called "{0}"; did you mean "{1}"?', value, near),
    near,
  );
}

/** The country of a region that hosts have under this name, where all that have it agree: `JP` for `ap-northeast-1`. */
function countryOfRegion(name: string, { hosts }: Catalog): string | undefined {
  const region = name.toLowerCase();
  const [country, ...others] = new Set(
    hosts.flatMap(({ regions: { places } }) => (Object.hasOwn(places, region) ? (places[region] ?? []) : [])),
  );
  return country !== undefined && others.length === 0 && looksLikeCountry(country) ? country : undefined;
}

function noHostCalled(name: string): Message {
  return THREE_LETTERS.test(name)
    ? message('No host is called "{0}"; a country is written with the two letters of ISO 3166-1', name)
    : message('No host is called "{0}"', name);
}

function partProblem(
  entry: OriginSelector,
  catalog: Catalog,
  isMeant: (value: string, host: HostRecord) => boolean,
): readonly PolicyProblem[] {
  const address = hostAddress(entry.value);
  const host = address && catalog.hostAt(address);
  if (host === undefined || isNamedBy(entry.value, host) || isMeant(entry.value, host)) return [];
  return warning(
    entry,
    message('"{0}" counts only where a text gives this address; the host is "{1}"', entry.value, host.id),
    host.id,
  );
}

function isNamedBy(value: string, host: HostRecord): boolean {
  const name = value.toLowerCase();
  return namesOfHost(host).includes(name) || Object.hasOwn(host.regions.places, name);
}

/**
 * Whether it is the address of one customer of a host, `acme.openai.azure.com`: what allows a project's own account is
 * narrower than the host on purpose, and a call that does not give the address is told at its place. What denies one
 * would let such a call pass.
 */
function isOwnAddress(value: string, { endpoints }: HostRecord): boolean {
  const name = value.toLowerCase();
  return endpoints.some((endpoint) => endpoint.startsWith('*.') && name.endsWith(endpoint.slice(1)));
}

/**
 * Where a word belongs that does not stand in the list of its kind: a category among licenses, a license among organizations, a host
 * among either; or that it has a wide mark. `undefined` for a word of no list. What its own list knows is not asked about.
 */
function vocabularyOf(
  word: string,
  list: 'licenses' | 'origins' | 'hosting',
  catalog: Catalog,
): { readonly message: Message; readonly suggestion?: string } | undefined {
  const wide = wideMarkIn(word);
  if (wide !== undefined) return { message: wide };
  const category = categoryOf(word) ?? word;
  if (isCategory(category)) {
    const written = `category:${category}`;
    return list === 'licenses'
      ? {
          message: message('"{0}" is a category of licenses: write "{1}"', word, written),
          suggestion: written,
        }
      : { message: message('"{0}" is a category of licenses: write "{1}" under `licenses`', word, written) };
  }
  if ((OPENNESS_LEVELS as readonly string[]).includes(word))
    return { message: message('"{0}" is a level of openness: state it as `require.openness`', word) };
  if (catalog.license(word) !== undefined)
    return { message: message('"{0}" is a license: state it under `licenses`', word) };
  if (looksLikeCountry(word))
    return { message: message('"{0}" is a country: state it under `origins` or `hosting`', word) };
  if (catalog.organization(word) !== undefined)
    return { message: message('"{0}" is an organization: state it under `origins`', word) };
  if (word === SELF || catalog.host(word) !== undefined)
    return { message: message('"{0}" is a host: state it under `hosting`', word) };
  return undefined;
}

/** Ids of models are written in plain letters: what has others, as input methods write them, names none. */
function letterProblem(model: ModelSelector): readonly PolicyProblem[] {
  const { value } = model;
  if (!/[^ -~]/.test(value)) return [];
  const plain = value.normalize('NFKC');
  return /[^ -~]/.test(plain)
    ? warning(model, message('Ids of models have plain letters only: "{0}" names none', value))
    : warning(
        model,
        message('Ids of models have plain letters only: "{0}"; did you mean "{1}"?', value, plain),
        plain,
      );
}

/** What has the form of something else than a glob over ids is never met. */
function formProblem(model: ModelSelector, catalog: Catalog): readonly PolicyProblem[] {
  const { value } = model;
  const plain = value.trim();
  const [, path] = /^https?:\/\/[^/]*\/(.+)$/i.exec(plain) ?? [];
  const meant = path ?? plain;
  if (EXPRESSION.test(meant))
    return warning(model, message('Models are named by globs: "{0}" is a regular expression', value));
  const glob = meant.endsWith('/') ? `${meant}*` : isOwnerOnly(meant, catalog) ? `${meant}/*` : meant;
  return glob === value
    ? []
    : warning(model, message('No id has the form of "{0}"; did you mean "{1}"?', value, glob), glob);
}

/** What stands at the ends of regular expressions, and of no id. */
const EXPRESSION = /^\^|\$$|^\/.*\.[*+].*\/[a-z]*$/;

/** Whether a word is the owner of models and the name of none: without a slash it is compared with names alone. */
function isOwnerOnly(word: string, catalog: Catalog): boolean {
  if (/[/*?{[]/.test(word) || catalog.resolve(word) !== undefined) return false;
  const owner = `${word.toLowerCase()}/`;
  return catalog.models.some(({ id }) => id.toLowerCase().startsWith(owner));
}

/** An id that nobody knows may be one of the project's own; one that is nearly a known one is probably a slip. */
function spellingProblem(model: ModelSelector, catalog: Catalog): readonly PolicyProblem[] {
  const isId = !/[*?{[]/.test(model.value);
  const near = isId ? nearestName(catalog, model.value) : undefined;
  return near === undefined
    ? []
    : warning(model, message('No model "{0}" in the catalog; did you mean "{1}"?', model.value, near), near);
}

function modelProblems(model: PolicyModel, { models }: Policy, catalog: Catalog): readonly PolicyProblem[] {
  const { license } = model;
  return [
    ...(license === null || catalog.license(license) !== undefined
      ? []
      : warning(
          model,
          message('No license is called "{0}": that of {1} counts as unknown', license, model.id),
        )),
    ...baseProblem(model, models, catalog),
  ];
}

/** A slip in the name of a base would leave out what binds the model; a family has no license for it. */
function baseProblem(
  model: PolicyModel,
  models: readonly PolicyModel[],
  catalog: Catalog,
): readonly PolicyProblem[] {
  const { id, is, base: from, range, baseRange = range, path } = model;
  const place = { range: baseRange, ...(path !== undefined && { path }) };
  if (is !== undefined && from !== null)
    return warning(
      place,
      message('Of {0}, `base` and `is` are stated: `base` counts; leave one of them out', id),
    );
  const base = underlying(model);
  if (base === null || statedOf(models, base) !== undefined) return [];
  const near = nearestName(catalog, base);
  if (near !== undefined)
    return warning(
      place,
      is === undefined
        ? message('Nothing is known of {0}, the base of {1}; did you mean {2}?', base, id, near)
        : message('Nothing is known of {0}, which {1} is said to be; did you mean {2}?', base, id, near),
      near,
    );
  const found = catalog.resolve(base);
  const isKnown =
    (found !== undefined && (found.via !== 'family' || found.record.license !== null)) ||
    isNameOfHost(catalog, base);
  if (isKnown) return [];
  return warning(
    place,
    is === undefined
      ? message('Nothing is known of {0}, the base of {1}', base, id)
      : message('Nothing is known of {0}, which {1} is said to be', base, id),
  );
}

function asErrors(problems: readonly PolicyProblem[]): readonly PolicyProblem[] {
  return problems.map((problem) => ({ ...problem, severity: 'error' }));
}

/** What is inherited is told in the file it stands in. */
function warning({ range, path }: Stated, text: Message, suggestion?: string): readonly PolicyProblem[] {
  return path !== undefined
    ? []
    : [{ severity: 'warning', range, message: text, ...(suggestion !== undefined && { suggestion }) }];
}
