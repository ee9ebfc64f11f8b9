import type { Catalog } from '../catalog/records';
import { isKnown } from '../licenses/terms';
import { message } from '../message';
import { compileGlob } from '../text/glob';
import { OPENNESS_LEVELS } from '../vocabulary';
import type { Finding } from './finding';
import { lockedRules, locksAt, locksBelow } from './locks';
import type { LicenseSelector, ModelSelector, OriginSelector, Policy } from './policy';
import { countryCodes, isWithin, looksLikeCountry } from './regions';
import { HOSTING_DENIED } from './rules/hostingRules';
import { LICENSE_DENIED } from './rules/licenseRules';
import { MODEL_DENIED } from './rules/modelListRules';
import { OPENNESS_BELOW_REQUIRED, ORIGIN_DENIED } from './rules/originRules';
import { NOT_INHERITED } from './rules/policyRules';
import { ruleInfo } from './rules';
import { silencedIn } from './silencedIn';
import { rulingOnLicense, rulingOnOrigin, type Origin, type Ruling } from './selectors';
import { severityOf, rank } from './severity';

/** A policy that would be in force in a folder if there was none in the folder itself. */
export interface OuterPolicy {
  /** As reports name it. */
  readonly path: string;
  readonly policy: Policy;
}

/** How many entries a message names. */
const MAX_NAMED = 5;

/**
 * A policy in a folder takes the place of the one above it, whole. What is found when it allows what the other denies: one finding
 * at its beginning, for a reviewer to see. How grave it is, the outer policy decides: the inner one cannot switch it off.
 * What keeps findings from being told counts too. Licenses and origins are compared by what the two policies make of them, so that a
 * list that is written in another way, or is narrower, is not reported; globs over models and lists of hosts by their entries. Locks are
 * held only by building on the file that states them, for whatever it says holds with them.
 */
export function notInherited(
  inner: Policy,
  text: string,
  outer: OuterPolicy,
  catalog: Catalog,
): readonly Finding[] {
  // Who locks rules does not want them gone in a folder.
  const severity = lockedRules(outer.policy).size > 0 ? 'error' : severityOf(NOT_INHERITED, outer.policy);
  if (severity === 'off') return [];
  const lost = [...new Set(lostDenials(inner, outer.policy, catalog))];
  if (lost.length === 0) return [];
  const named = lost.slice(0, MAX_NAMED).join(', ');
  const more = lost.length - MAX_NAMED;
  return [
    {
      rule: NOT_INHERITED.code,
      severity,
      range: { start: 0, end: text.split(/[\r\n]/, 1)[0]?.length ?? 0 },
      message: message(
        'This policy replaces {0} in its folder and leaves out: {1}',
        outer.path,
        more > 0 ? message('{0}, and {1} more', named, more) : named,
      ),
      model: null,
    },
  ];
}

/** What the outer policy denies and the inner one does not, in the words of policy files. */
function lostDenials(inner: Policy, outer: Policy, catalog: Catalog): readonly string[] {
  return [
    ...lostLicenses(inner, outer, catalog),
    ...(outer.licenses.unknown === 'error' && inner.licenses.unknown !== 'error'
      ? ['licenses.unknown error']
      : []),
    ...lostModels(inner.modelLists, outer.modelLists),
    ...lostOrigins(inner, outer, catalog),
    ...lostHosts(inner, outer),
    ...lostOpenness(inner, outer),
    ...loweredRules(inner, outer),
    ...silencedIn(inner, outer),
    ...lostLocks(inner, outer),
  ];
}

/**
 * The locks under which the outer policy is, or puts those that build on it, and the inner one is not. A lock holds what the file says
 * that states it: another file that says the same again locks nothing for it.
 */
function lostLocks(inner: Policy, outer: Policy): readonly string[] {
  const held = locksBelow(inner);
  return locksAt(outer)
    .filter((lost) => !held.some(({ rule, file }) => rule === lost.rule && file === lost.file))
    .map(({ rule }) => `locked ${rule}`);
}

function lostLicenses(inner: Policy, outer: Policy, catalog: Catalog): readonly string[] {
  const { licenses } = outer;
  const ownNames = new Set(inner.licenses.deny.map(licenseName));
  const unknownNames = licenses.deny.filter(
    (entry) => entry.kind === 'license' && catalog.license(entry.key) === undefined,
  );
  return [
    ...catalog.licenses.filter(isKnown).flatMap((license) => {
      const before = rulingOnLicense(licenses, license, catalog);
      const after = rulingOnLicense(inner.licenses, license, catalog);
      if (isDenied(inner.licenses, after) || !isDenied(licenses, before)) return [];
      return [deniedBy('licenses', before, licenseName)];
    }),
    ...unknownNames
      .map(licenseName)
      .filter((name) => !ownNames.has(name))
      .map((name) => `licenses.deny ${name}`),
  ];
}

function lostOrigins(inner: Policy, outer: Policy, catalog: Catalog): readonly string[] {
  const { origins } = outer;
  const named = [origins, inner.origins].flatMap(({ allow, warn, deny }) => [...allow, ...warn, ...deny]);
  const places = named.flatMap(({ value }) => placesOf(value, catalog));
  const lost = places.flatMap((place) => {
    const before = rulingOnOrigin(origins, place, catalog);
    const after = rulingOnOrigin(inner.origins, place, catalog);
    if (isDenied(inner.origins, after) || !isDenied(origins, before)) return [];
    return [deniedBy('origins', before, ({ value }) => value)];
  });
  const opens = origins.allow.length > 0 && inner.origins.allow.length === 0;
  return opens ? [...lost, 'origins.allow'] : lost;
}

/** The origins that an entry of a list speaks of. */
function placesOf(value: string, catalog: Catalog): readonly Origin[] {
  if (!looksLikeCountry(value))
    return [{ organization: value, country: catalog.organization(value)?.country ?? null }];
  const region = value.toUpperCase();
  return countryCodes()
    .filter((country) => isWithin(country, region))
    .map((country) => ({ organization: null, country }));
}

interface Lists<S> {
  readonly allow: readonly S[];
  readonly deny: readonly S[];
}

function isDenied<S extends OriginSelector | LicenseSelector>(
  lists: Lists<S>,
  ruling: Ruling<S> | undefined,
): boolean {
  return ruling?.list === 'deny' || (ruling === undefined && lists.allow.length > 0);
}

/** The entry by which a policy denies something. */
function deniedBy<S extends OriginSelector | LicenseSelector>(
  key: string,
  ruling: Ruling<S> | undefined,
  nameOf: (entry: S) => string,
): string {
  return ruling === undefined ? `${key}.allow` : `${key}.deny ${nameOf(ruling.selector)}`;
}

function licenseName(selector: LicenseSelector): string {
  return selector.kind === 'license' ? selector.key : `category:${selector.category}`;
}

/** A glob covers another one that it matches when that is read as a name. */
function lostModels(inner: Lists<ModelSelector>, outer: Lists<ModelSelector>): readonly string[] {
  return lostByEntry('models', inner, outer, (wide, narrow) =>
    compileGlob(wide, { ignoreCase: true })(narrow),
  );
}

function lostHosts(inner: Policy, outer: Policy): readonly string[] {
  const together = ({ allow, warn, deny }: Policy['hosting']) => ({
    allow: allow.length > 0 ? [...allow, ...warn] : [],
    deny,
  });
  const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
  return [
    ...lostByEntry('hosting', together(inner.hosting), together(outer.hosting), isSame),
    ...(holdsPlaces(inner, outer.hosting.processedIn) ? [] : ['hosting.processedIn']),
  ];
}

/** What locks the inner policy bounds the places of processing as well, whatever that adds to them. */
function holdsPlaces({ hosting, lockedBy }: Policy, places: readonly OriginSelector[]): boolean {
  const bounds = [{ hosting }, ...(lockedBy.get(HOSTING_DENIED.code) ?? [])];
  const isPlaceIn = (wide: string, narrow: string): boolean => isWithin(narrow, wide);
  return bounds.some(({ hosting: { processedIn } }) => keepsAllow(processedIn, places, isPlaceIn));
}

function lostByEntry(
  key: string,
  inner: Lists<OriginSelector>,
  outer: Lists<OriginSelector>,
  covers: (wide: string, narrow: string) => boolean,
): readonly string[] {
  const lost = outer.deny.filter(({ value }) => !inner.deny.some((wide) => covers(wide.value, value)));
  return [
    ...lost.map(({ value }) => `${key}.deny ${value}`),
    ...(keepsAllow(inner.allow, outer.allow, covers) ? [] : [`${key}.allow`]),
  ];
}

/** Whether nothing is allowed that the outer list does not allow. */
function keepsAllow(
  inner: readonly OriginSelector[],
  outer: readonly OriginSelector[],
  covers: (wide: string, narrow: string) => boolean,
): boolean {
  return (
    outer.length === 0 ||
    (inner.length > 0 && inner.every(({ value }) => outer.some((wide) => covers(wide.value, value))))
  );
}

function lostOpenness(inner: Policy, outer: Policy): readonly string[] {
  if (outer.requireOpenness === null) return [];
  const { level } = outer.requireOpenness;
  const kept = inner.requireOpenness?.level;
  if (kept !== undefined && OPENNESS_LEVELS.indexOf(kept) >= OPENNESS_LEVELS.indexOf(level)) return [];
  return [`require.openness ${level}`];
}

/** Rules that deny, each where the outer policy has something for it to deny. */
const DENYING = [
  { rule: LICENSE_DENIED, asks: ({ licenses }: Policy) => licenses.deny.length + licenses.allow.length > 0 },
  { rule: MODEL_DENIED, asks: ({ modelLists: { allow, deny } }: Policy) => deny.length + allow.length > 0 },
  { rule: ORIGIN_DENIED, asks: ({ origins }: Policy) => origins.deny.length + origins.allow.length > 0 },
  {
    rule: HOSTING_DENIED,
    asks: ({ hosting: { allow, deny, processedIn } }: Policy) =>
      [allow, deny, processedIn].some(({ length }) => length > 0),
  },
  { rule: OPENNESS_BELOW_REQUIRED, asks: ({ requireOpenness }: Policy) => requireOpenness !== null },
];

function loweredRules(inner: Policy, outer: Policy): readonly string[] {
  const asked = DENYING.filter(({ asks }) => asks(outer)).map(({ rule }) => rule);
  return [...new Set([...asked, ...[...lockedRules(outer)].flatMap((code) => ruleInfo(code) ?? [])])]
    .filter((rule) => rank(severityOf(rule, inner)) > rank(severityOf(rule, outer)))
    .map((rule) => `rules ${rule.code} ${severityOf(rule, outer)}`);
}
