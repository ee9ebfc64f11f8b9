import type { AuditedPart } from '../audit/result';
import { render } from '../message';
import { declaredKeys, type Model } from '../model';
import { INVENTORY_FACTS, type PolicyInventory } from '../policy/policy';
import { isLicenseInferred } from '../policy/sureness';
import { uuidOf } from '../text/hash';
import { reservationText } from '../wording';
import type { AuditReport, ReportedFinding, ReportedReference, ReportedService } from './auditReport';
import { authorsOf, commitName, datasetsOf, madeOn, partName } from './basis';
import { ownVerdict } from './ownVerdict';
import { jsonParts } from './json';
import { namedLicenses } from './licenseNames';
import { modelDescription, releasedParts } from './modelDescription';
import { pinnedCommit, purlOf, weightsDigest } from './purl';
import { isWebAddress } from './webAddress';
import { evidenceLines } from './evidenceLines';
import { calledPlaces, calledServices, endpointsOf, hasWeights, placeTag, processedIn } from './services';
import { modalitiesOf } from './taskModalities';
import {
  byContext,
  isDependency,
  isUse,
  type ListedPlace,
  modelRows,
  type ModelRow,
  rulesOf,
} from './summary';
import { grouped } from '../text/grouped';
import { distinct } from '../text/sorted';

export const CYCLONEDX_VERSIONS = ['1.6', '1.7'] as const;
export type CycloneDxVersion = (typeof CYCLONEDX_VERSIONS)[number];

export interface BomOptions {
  /** Name of the audited project. */
  readonly project: string;
  readonly specVersion?: CycloneDxVersion;
  /** RFC 3339 time to write into the file; by default what {@link madeOn} says. */
  readonly timestamp?: string;
}

type Json = Readonly<Record<string, unknown>>;

const PROJECT_REF = 'project';

/**
 * A machine-learning bill of materials (CycloneDX 1.6, ECMA-424): models whose weights the project loads, serves, ships or derives
 * from as components, models that others run for it as services with provider, endpoint and data flow. Only facts that are known
 * are written; a name without a record is a component without license, on which the project is not said to depend.
 */
export function billOfMaterials(
  report: AuditReport,
  { project, specVersion = '1.6', timestamp = madeOn(report) }: BomOptions,
): Json {
  const rows = modelRows(report);
  const findings = grouped(report.findings, ({ model }) => model ?? '');
  const components = rows.filter(hasWeights);
  const services = calledServices(report, rows);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const { facts = {} } = report.project?.inventory ?? {};
  const datasets = datasetsOf(report.project);
  const commit = commitName(report.project);
  const { parts = [] } = report.project ?? {};
  const authors = authorsOf(report.project);
  const body = {
    metadata: {
      timestamp,
      ...(authors.length > 0 && { authors: authors.map((name) => ({ name })) }),
      tools: { components: [{ type: 'application', name: report.tool.name, version: report.tool.version }] },
      // Sources are read before anything is built from them.
      lifecycles: [{ phase: 'pre-build' }],
      component: {
        ...systemOf({ ref: PROJECT_REF, name: project, facts, commit }),
        ...(parts.length > 0 && { components: parts.map(partOf) }),
      },
      properties: [
        property('catalogDate', report.tool.catalogDate),
        ...catalogProperties(report.tool),
        property('complete', String(report.stats.complete)),
        ...report.policies.map(({ path }) => property('policy', path)),
      ],
    },
    components: [
      ...components.map((row) => componentOf(row, findings.get(row.id))),
      ...Object.entries(datasets).map(([name, facts]) => datasetOf(name, facts)),
    ],
    ...(services.length > 0 && {
      services: services.map((service) =>
        serviceOf(service, byId.get(service.model ?? service.id), {
          findings: findings.get(service.model ?? service.id),
          contexts: contextsOf(calledPlaces(service, report)),
        }),
      ),
    }),
    dependencies: [
      {
        ref: PROJECT_REF,
        dependsOn: [...components.filter(isDependency).map(refOf), ...services.map(serviceRef)],
      },
    ],
  };
  const serialNumber = `urn:uuid:${uuidOf(jsonParts(body))}`;
  return { bomFormat: 'CycloneDX', specVersion, serialNumber, version: 1, ...body };
}

/** A program, with what the policy states of it. */
function systemOf({
  ref,
  name,
  facts,
  commit,
}: {
  readonly ref: string;
  readonly name: string;
  readonly facts: PolicyInventory['facts'];
  readonly commit: string | null;
}): Json {
  const version = facts.version ?? commit;
  return {
    type: 'application',
    'bom-ref': ref,
    ...(facts.producer !== undefined && { supplier: { name: facts.producer } }),
    name: facts.name ?? name,
    ...(version && { version }),
    ...systemLinks(facts),
    ...systemProperties(facts, commit),
  };
}

/** A part of a merged report. */
function partOf(part: AuditedPart): Json {
  const name = partName(part);
  return systemOf({
    ref: `part:${name}`,
    name,
    facts: part.inventory?.facts ?? {},
    commit: commitName(part),
  });
}

/** The text of a {@link billOfMaterials}, in parts. */
export function* toCycloneDx(report: AuditReport, options: BomOptions): Generator<string> {
  yield* jsonParts(billOfMaterials(report, options), '  ');
  yield '\n';
}

function catalogProperties({ catalogVersion, catalogDigest }: AuditReport['tool']): readonly Json[] {
  return [
    ...(catalogVersion === undefined ? [] : [property('catalogVersion', catalogVersion)]),
    ...(catalogDigest === undefined ? [] : [property('catalogDigest', catalogDigest)]),
  ];
}

/** The first second of a day, as RFC 3339 writes it. */
/** Types of external references for what a policy gives the address of (CycloneDX 1.6, `externalReferences[].type`). */
const LINK_TYPES: Readonly<Partial<Record<keyof PolicyInventory['facts'], string>>> = {
  dataUsage: 'documentation',
  software: 'bom',
  hardware: 'bom',
  securityCompliance: 'certification-report',
  securityPolicy: 'rfc-9116',
  vulnerabilities: 'advisories',
  securityMetrics: 'quality-metrics',
  performance: 'quality-metrics',
};

function systemLinks(facts: PolicyInventory['facts']): Json {
  const links = INVENTORY_FACTS.flatMap((fact) => {
    const [type, url] = [LINK_TYPES[fact], facts[fact]];
    return type !== undefined && url !== undefined && isWebAddress(url) ? [{ type, url, comment: fact }] : [];
  });
  return links.length === 0 ? {} : { externalReferences: links };
}

/** What the policy states of the system that has no field of its own. */
function systemProperties(facts: PolicyInventory['facts'], commit: string | null): Json {
  const stated = INVENTORY_FACTS.flatMap((fact) => {
    const value = facts[fact];
    return value === undefined || HAS_FIELD.has(fact) ? [] : [property(`system:${fact}`, value)];
  });
  const properties = [...stated, ...(facts.version && commit ? [property('commit', commit)] : [])];
  return properties.length === 0 ? {} : { properties };
}

const HAS_FIELD: ReadonlySet<string> = new Set(['name', 'author', 'producer', 'version']);

/** A dataset that the policy tells of: a component of type `data`, which unlike the data itself can have licenses and hashes. */
function datasetOf(name: string, facts: PolicyInventory['datasets'][string]): Json {
  const { description, content, url, sha256, sensitivity, license } = facts;
  const more = (['provenance', 'statistics', 'derivedFrom'] as const).flatMap((fact) => {
    const value = facts[fact];
    return value === undefined ? [] : [property(`dataset:${fact}`, value)];
  });
  return {
    type: 'data',
    'bom-ref': `dataset:${name}`,
    name,
    ...(description !== undefined && { description }),
    ...(sha256 !== undefined && { hashes: [{ alg: 'SHA-256', content: sha256.toLowerCase() }] }),
    ...(license !== undefined && { licenses: [{ license: { name: license } }] }),
    ...(url !== undefined && isWebAddress(url) && { externalReferences: [{ type: 'distribution', url }] }),
    data: [
      {
        type: 'dataset',
        name,
        ...((content ?? url) !== undefined && {
          contents: {
            ...(url !== undefined && isWebAddress(url) && { url }),
            ...(content !== undefined && { properties: [property('dataset:content', content)] }),
          },
        }),
        ...(sensitivity !== undefined && { sensitiveData: [sensitivity] }),
      },
    ],
    ...(more.length > 0 && { properties: more }),
  };
}

function refOf({ id }: ModelRow): string {
  return `model:${id}`;
}

function componentOf(row: ModelRow, findings: readonly ReportedFinding[] | undefined): Json {
  const { id, model, places } = row;
  const commit = pinnedCommit(places);
  const purl = model && purlOf(model, commit);
  const digest = weightsDigest(places);
  const description = model && modelDescription(model);
  return {
    type: 'machine-learning-model',
    'bom-ref': refOf(row),
    ...nameOf(id),
    ...(commit !== undefined && { version: commit }),
    ...(model?.publisher && { supplier: organization(model.publisher) }),
    ...(description !== undefined && { description }),
    // Of tests, examples and the like: nothing of it is in the product.
    ...(!contextsOf(places.filter(isUse)).includes('product') && { scope: 'excluded' }),
    ...(digest !== undefined && { hashes: [{ alg: 'SHA-256', content: digest }] }),
    ...(model && !isLicenseInferred(model) && licensesOf(model)),
    ...(purl !== undefined && { purl }),
    ...(model && pedigreeOf(model)),
    ...linksOf(model, commit),
    evidence: {
      ...(model && isLicenseInferred(model) && licensesOf(model)),
      occurrences: places.map(occurrence),
    },
    ...(model?.task && { modelCard: { modelParameters: { task: model.task, ...formatsOf(model.task) } } }),
    properties: propertiesOf(row, findings),
  };
}

/** What goes in and comes out, as the task says. */
function formatsOf(task: string): Json {
  const said = modalitiesOf(task);
  const format = (name: string): Json => ({ format: name });
  return said === undefined ? {} : { inputs: said.inputs.map(format), outputs: said.outputs.map(format) };
}

function serviceRef(service: ReportedService): string {
  const tag = placeTag(service);
  return `service:${service.host}/${service.id}${tag === '' ? '' : `@${tag}`}`;
}

/** The parts of the project that places are in, the product first. */
function contextsOf(places: readonly ListedPlace[]): readonly string[] {
  return distinct(byContext(places).map(({ context }) => context ?? 'product'));
}

/** Prompts go out and answers come back, across the border between the project and the host (CycloneDX 1.6, `services[]`). */
function serviceOf(
  service: ReportedService,
  row: ModelRow | undefined,
  {
    findings = [],
    contexts,
  }: { readonly findings: readonly ReportedFinding[] | undefined; readonly contexts: readonly string[] },
): Json {
  const { host, id, name, operatorName, country, termsName, termsUrl, places } = service;
  const endpoints = endpointsOf(service);
  const place = processedIn(service);
  const called = new Set(places.map(({ path, line, column }) => `${path}:${line}:${column}`));
  return {
    'bom-ref': serviceRef(service),
    ...(operatorName !== null && { provider: organization({ id: host, name: operatorName, country }) }),
    group: name,
    name: id,
    ...(endpoints.length > 0 && { endpoints }),
    'x-trust-boundary': true,
    data: [{ flow: 'bi-directional', classification: 'prompts and answers' }],
    ...(termsName !== null && {
      licenses: [{ license: { name: termsName, ...(termsUrl !== null && { url: termsUrl }) } }],
    }),
    properties: [
      property('host', host),
      ...(place === undefined ? [] : [property('region', place)]),
      property('model', service.model ?? 'unknown'),
      ...contexts.map((context) => property('context', context)),
      ...endOf(service),
      ...originsOf(row?.model),
      property('openness', row?.model?.openness.level ?? 'unknown'),
      property('license:declared', declaredOf(row?.model)),
      ...findingProperties(
        findings.filter(({ path, line, column }) => called.has(`${path}:${line}:${column}`)),
      ),
      ...[...called].map((place) => property('occurrence', place)),
    ],
  };
}

/** Each link of the origin with its country; one that only a name hints at says so. */
function originsOf(model: Model | undefined): readonly Json[] {
  return (model?.origin ?? []).map(({ model: of, country, probable }) =>
    property('origin', `${probable === true ? 'perhaps ' : ''}${of}: ${country ?? 'unknown'}`),
  );
}

function endOf({ status, endsOn, successor, mayHaveEndedSince: since }: ReportedService): readonly Json[] {
  if (status === 'active') return [];
  return [
    property('status', status),
    ...(endsOn === null ? [] : [property('status:date', endsOn)]),
    ...(since === undefined ? [] : [property('status:mayHaveEndedSince', since)]),
    ...(successor === null ? [] : [property('status:successor', successor)]),
  ];
}

function nameOf(id: string): Json {
  const slash = id.indexOf('/');
  return slash < 0 ? { name: id } : { group: id.slice(0, slash), name: id.slice(slash + 1) };
}

function organization({ name, country }: NonNullable<Model['publisher']>): Json {
  return { name, ...(country !== null && { address: { country } }) };
}

function declaredOf(model: Model | undefined): string {
  return (model && declaredKeys(model)) ?? 'unknown';
}

/** What is only inferred nobody has declared or concluded: it is no more than evidence. */
function licensesOf(model: Model): Json {
  const isInferred = isLicenseInferred(model);
  const named = namedLicenses(model).filter(
    ({ acknowledgement }) => !isInferred || acknowledgement === 'declared',
  );
  const licenses = named.map(({ acknowledgement, license, spdxId }) => ({
    license: {
      ...(spdxId === null ? { name: license.name } : { id: spdxId }),
      ...(!isInferred && { acknowledgement }),
      ...(license.url !== null && { url: license.url }),
    },
  }));
  return licenses.length === 0 ? {} : { licenses };
}

/** The bases as ancestors; CycloneDX has no word for the relation, so a note says it. */
function pedigreeOf({ lineage, registry }: Model): Json {
  if (lineage.length === 0) return {};
  const ancestors = lineage.map(({ model }) => {
    const purl = model.includes('/') ? purlOf({ id: model, registry }, undefined) : undefined;
    return { type: 'machine-learning-model', ...nameOf(model), ...(purl !== undefined && { purl }) };
  });
  return {
    pedigree: {
      ancestors,
      notes: lineage.map(({ model, relation }) => `${relation} of ${model}`).join('; '),
    },
  };
}

/** Its page, and the files of the revision that is asked for. */
function linksOf(model: Model | undefined, commit: string | undefined): Json {
  if (model?.registry !== 'huggingface') return {};
  const url = `https://huggingface.co/${model.id}`;
  return {
    externalReferences: [
      { type: 'model-card', url },
      { type: 'distribution', url: `${url}/tree/${commit ?? 'main'}` },
    ],
  };
}

function occurrence({ path, line, text, role }: ReportedReference): Json {
  return { location: path, line, symbol: text, additionalContext: role };
}

function propertiesOf(row: ModelRow, findings: readonly ReportedFinding[] = []): readonly Json[] {
  const { model, places, reservations } = row;
  const verdict = ownVerdict(row);
  return [
    property('known', String(model !== undefined)),
    ...(verdict === null ? [] : [property('verdict', verdict)]),
    ...reservations.map((reservation) =>
      property('verdict:reservation', render(reservationText(reservation))),
    ),
    property('openness', model?.openness.level ?? 'unknown'),
    ...(model === undefined
      ? []
      : Object.entries(releasedParts(model)).flatMap(([state, parts]) =>
          parts.map((part) => property(`openness:${state}`, part)),
        )),
    property('license:declared', declaredOf(model)),
    property('license:effective', model?.license.effective?.key ?? 'unknown'),
    // CycloneDX has no word for a license that is not known; a component without one would look as if none were needed.
    ...(model === undefined || namedLicenses(model).length === 0 ? [property('license', 'NOASSERTION')] : []),
    ...(model?.released ? [property('released', model.released)] : []),
    ...(model?.created ? [property('created', model.created)] : []),
    ...(model?.parameters ? [property('parameters', String(model.parameters))] : []),
    ...statusOf(model),
    ...(model === undefined
      ? []
      : evidenceLines(model).map(({ fact, text }) => property(`evidence:${fact}`, text))),
    ...originsOf(model),
    ...distinct(places.map(({ role }) => role)).map((role) => property('role', role)),
    ...contextsOf(places.filter(isUse)).map((context) => property('context', context)),
    ...distinct(places.map(({ registry }) => registry)).map((registry) => property('registry', registry)),
    ...findingProperties(findings),
  ];
}

/** `error license/denied`, and `also license/region` for a further rule that the same cause breaks, each once. */
function findingProperties(findings: readonly ReportedFinding[]): readonly Json[] {
  const texts = findings.flatMap((finding) => {
    const [rule = '', ...also] = rulesOf(finding);
    return [`${finding.severity} ${rule}`, ...also.map((code) => `also ${code}`)];
  });
  return distinct(texts).map((text) => property('finding', text));
}

/** That a model ends, when, and what its publisher names in its place. */
function statusOf(model: Model | undefined): readonly Json[] {
  const { state = 'active', date, successor } = model?.status ?? {};
  if (state === 'active') return [];
  return [
    property('status', state),
    ...(date === undefined ? [] : [property('status:date', date)]),
    ...(successor === undefined ? [] : [property('status:successor', successor)]),
  ];
}

function property(name: string, value: string): Json {
  return { name: `model-license-lens:${name}`, value };
}
