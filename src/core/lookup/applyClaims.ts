import type { Catalog } from '../catalog/records';
import { hasLicenseOfOriginal, licenseEvidence, type Evidence, type Model } from '../model';
import { NONE_STATED, type OpennessLevel } from '../vocabulary';
import { basesOf } from './bases';
import type { ModelClaim } from './claim';
import { licensesUnder, statedIn, type StatedLicense } from './licenseSummary';
import { levelOfWeights, opennessUnder } from './openness';
import { countryOf, originFrom, originsOf, ownerOf } from './origin';
import { unlistedModel } from './unlistedModel';

/**
 * A model with what the Hub and local files say of it. Per fact the freshest trustworthy claim wins; where a known fact and
 * a claim contradict each other, both are named in `contradictions`.
 * @param known what the catalog says, `undefined` when it says nothing
 */
export function applyClaims(
  catalog: Catalog,
  known: Model | undefined,
  claims: readonly ModelClaim[],
): Model | undefined {
  const ordered = [...claims].sort((a, b) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : rank(a) - rank(b),
  );
  return ordered.reduce<Model | undefined>(
    (model, claim) => applyClaim(catalog, model ?? startOf(catalog, claim), claim),
    known,
  );
}

/** Of two claims of one day, a license's own text counts for more than a card's label. */
function rank({ licenseText, origin }: ModelClaim): number {
  return licenseText !== undefined ? 2 : origin === 'hub' ? 1 : 0;
}

function startOf(catalog: Catalog, claim: ModelClaim): Model {
  const { registry = 'huggingface' } = claim;
  const model = unlistedModel(claim.model, registry);
  const owner = registry === 'huggingface' ? ownerOf(catalog, claim.model) : undefined;
  const publisher =
    owner === undefined ? null : { id: owner.id, name: owner.name, country: countryOf(catalog, owner) };
  return { ...model, publisher, origin: originsOf(catalog, originFrom(catalog, model.id, owner), []) };
}

function applyClaim(catalog: Catalog, model: Model, claim: ModelClaim): Model {
  const lineage = lineageOf(catalog, model, claim);
  const key = claimedKey(catalog, claim);
  const before = model.license.declared?.key ?? null;
  const wins = key !== undefined && licenseWins(model, claim, key);
  const license =
    wins || claim.lineage !== undefined
      ? licensesUnder(
          catalog,
          wins ? statedBy(catalog, claim, key, model) : statedIn(model.license),
          basesOf(catalog, { publisher: model.publisher, lineage }),
        )
      : model.license;
  return {
    ...model,
    license,
    lineage,
    origin: claim.lineage === undefined ? model.origin : originsUnder(catalog, model, lineage),
    openness: {
      components:
        claim.weights === true ? { ...model.openness.components, weights: true } : model.openness.components,
      level: levelUnder(model.openness.level, claim, license.effective, catalog),
    },
    task: model.task ?? claim.task ?? null,
    gated: claim.gated ?? model.gated,
    status: statusUnder(model, claim),
    contradictions: contradictionsOf(model, claim, { before, key }),
    evidence: [
      ...evidenceOf(claim, { license: wins, lineage: claim.lineage !== undefined }),
      ...model.evidence,
    ],
  };
}

/** Where a model comes from by the lineage that holds now. */
function originsUnder(catalog: Catalog, model: Model, lineage: Model['lineage']): Model['origin'] {
  const [own = originFrom(catalog, model.id, undefined)] = model.origin;
  const bases = lineage.map(({ model: base, relation }) => ({
    model: catalog.resolve(base, 'huggingface')?.record.id ?? base,
    relation,
  }));
  return originsOf(catalog, own, bases);
}

/** What the Hub answers of a model that nobody knew is that it is there. */
function statusUnder(model: Model, claim: ModelClaim): Model['status'] {
  if (isRenamed(model, claim)) return { state: 'renamed', successor: claim.model };
  const isFound =
    claim.origin === 'hub' && model.registry === 'huggingface' && model.status.state === 'unknown';
  return isFound ? { state: 'active' } : model.status;
}

/** Only the Hub tells names: a file on this machine is called what somebody called it. */
function isRenamed({ id, registry }: Model, claim: ModelClaim): boolean {
  return (
    claim.origin === 'hub' && registry === 'huggingface' && claim.model.toLowerCase() !== id.toLowerCase()
  );
}

/** The catalog's key for what a claim declares first; `undefined` when the claim says nothing, or only that it is not in the Hub's list. */
function claimedKey(catalog: Catalog, claim: ModelClaim): string | undefined {
  if (claim.licenses === undefined) return undefined;
  return claim.licenses.length === 0 ? NONE_STATED : claimedKeys(catalog, claim)[0];
}

function claimedKeys(catalog: Catalog, { licenses = [] }: ModelClaim): readonly string[] {
  return licenses
    .map((name) => catalog.license(name)?.key ?? name)
    .filter((key) => key !== 'other' && key !== 'unknown');
}

/**
 * What holds once a claim has won. Several licenses in one card hold at once. A card with one license says nothing against another
 * that the catalog knows to hold beside it, nor against the words that its text wants shown.
 */
function statedBy(catalog: Catalog, claim: ModelClaim, key: string, { license }: Model): StatedLicense {
  const known = statedIn(license);
  const also = [...claimedKeys(catalog, claim).slice(1), ...(known.also ?? [])];
  return {
    key,
    also: [...new Set(also)].filter((other) => other !== key),
    phrase: key === known.key ? known.phrase : undefined,
  };
}

/**
 * A newer claim wins over an older one; no claim of silence wins over a license that somebody did read. Any claim wins over what a copy
 * only has of its original, whose terms reach it in any case.
 */
function licenseWins(model: Model, claim: ModelClaim, key: string): boolean {
  const known = model.license.declared;
  if (known === null || hasLicenseOfOriginal(model)) return true;
  if (key === NONE_STATED) return known.key === NONE_STATED;
  const evidence = licenseEvidence(model);
  if (evidence === undefined || evidence.origin === 'inferred') return true;
  return claim.date >= evidence.date && !(isLabel(claim) && evidence.confidence === 'high');
}

/** What a copy's header or card says of the license is whatever its maker wrote; it does not unsay what the publisher was read to say. */
function isLabel({ origin, licenseText }: ModelClaim): boolean {
  return origin === 'local file' && licenseText === undefined;
}

/** Only what was read can be contradicted: a label other than the original's license is for the rules about lineage to find. */
function contradictionsOf(
  model: Model,
  claim: ModelClaim,
  { before, key }: { before: string | null; key: string | undefined },
): readonly string[] {
  if (key === undefined || before === null || key.toLowerCase() === before.toLowerCase())
    return model.contradictions;
  if (hasLicenseOfOriginal(model)) return model.contradictions;
  const evidence = licenseEvidence(model);
  const earlier = evidence === undefined ? before : `${before} (${evidence.source}, ${evidence.date})`;
  return [...model.contradictions, `license: ${earlier} against ${key} (${claim.source}, ${claim.date})`];
}

/** A card that names a copy's original says nothing against what is known of that one's bases. */
function lineageOf(catalog: Catalog, model: Model, claim: ModelClaim): Model['lineage'] {
  if (claim.lineage === undefined || claim.lineage.length === 0) return model.lineage;
  const claimed = claim.lineage.map(({ model: base, relation }) => ({
    model: base,
    relation,
    license: catalog.resolve(base, 'huggingface')?.record.license ?? null,
  }));
  const names = new Set(claimed.map(({ model: base }) => base.toLowerCase()));
  const kept =
    model.copyOf !== null && names.has(model.copyOf.toLowerCase())
      ? model.lineage.filter((base) => !names.has(base.model.toLowerCase()))
      : [];
  return [...claimed, ...kept];
}

/** Without weights nothing is claimed. */
function levelUnder(
  known: OpennessLevel | 'unknown',
  { weights }: ModelClaim,
  license: Model['license']['effective'],
  catalog: Catalog,
): OpennessLevel | 'unknown' {
  return known === 'unknown' && weights === true
    ? levelOfWeights(license, catalog)
    : opennessUnder(known, license, catalog);
}

function evidenceOf(claim: ModelClaim, supplied: { license: boolean; lineage: boolean }): Evidence[] {
  const facts = [
    ...(supplied.license ? ['license'] : []),
    ...(supplied.lineage ? ['lineage'] : []),
    ...(claim.gated !== undefined ? ['gated'] : []),
    ...(claim.weights !== undefined ? ['openness'] : []),
  ];
  return facts.map((fact) => ({
    fact,
    source: claim.source,
    confidence: claim.confidence,
    ...(fact === 'lineage' && claim.lineageFrom),
    date: claim.date,
    origin: claim.origin,
  }));
}
