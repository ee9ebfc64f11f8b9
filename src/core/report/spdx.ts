import { declaredKeys, type LicenseSummary, type Model } from '../model';
import { render } from '../message';
import { INVENTORY_FACTS, type PolicyInventory } from '../policy/policy';
import { isLicenseInferred } from '../policy/sureness';
import { uuidOf } from '../text/hash';
import { authorsOf, catalogText, commitName, datasetsOf, madeOn, partName } from './basis';
import type { AuditedPart } from '../audit/result';
import type { AuditReport, ReportedReference, ReportedService } from './auditReport';
import { namedLicenses, type Acknowledgement, type NamedLicense } from './licenseNames';
import { jsonParts } from './json';
import { modelDescription } from './modelDescription';
import { pinnedCommit, purlOf, weightsDigest } from './purl';
import { isWebAddress } from './webAddress';
import { evidenceLines } from './evidenceLines';
import { calledServices, endpointsOf, endText, hasWeights, placeTag, processedIn } from './services';
import { isDependency, modelRows, type ModelRow } from './summary';
import { uriPart } from '../text/uriPart';
import { inferredLicenseText, NO_TERMS } from '../wording';

export interface SpdxOptions {
  /** Name of the audited project. */
  readonly project: string;
  /**
   * When the content was made, RFC 3339 in whole seconds; by default what {@link madeOn} says.
   */
  readonly created?: string;
}

type Json = Readonly<Record<string, unknown>>;
type Element = Json & { readonly spdxId: string };

const CONTEXT = 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld';
/** The specification's individuals for "no statement can be made" and "there is no license". */
const NO_ASSERTION = 'https://spdx.org/rdf/3.0.1/terms/Licensing/NoAssertion';
const NONE = 'https://spdx.org/rdf/3.0.1/terms/Licensing/None';
const CREATION_INFO = '_:creationInfo';
/** What the AI profile demands of every `AIPackage` (SPDX 3.0.1, AI/Classes/AIPackage). */
const AI_PROFILE_FIELDS = [
  'releaseTime',
  'suppliedBy',
  'software_downloadLocation',
  'software_packageVersion',
  'software_primaryPurpose',
];

/**
 * The audit as an SPDX 3.0.1 document in JSON-LD. Every model whose weights the project has is an `ai_AIPackage` with exactly one
 * declared and one concluded license; a model that others run for it is a `Tool` that it uses, for SPDX has no services before 3.1. The AI profile is claimed only when every package has all that it demands; otherwise the document says that it is not.
 * @returns the text in parts
 */
export function* toSpdx(
  report: AuditReport,
  { project, created = madeOn(report) }: SpdxOptions,
): Generator<string> {
  const all = modelRows(report);
  const rows = all.filter(hasWeights);
  const services = calledServices(report, all);
  const graph = new Graph(
    report,
    rows,
    `urn:uuid:${uuidOf(jsonParts([project, report.references, report.models, services]))}#`,
  );
  const packages = rows.map((row) => graph.addModel(row));
  const { facts = {} } = report.project?.inventory ?? {};
  const datasets = datasetsOf(report.project);
  const elements = graph.finish(project, {
    packages: packages.filter((_, index) => isDependency(rows[index] as ModelRow)),
    services: services.map((service) => graph.addService(service)),
    datasets: Object.entries(datasets).map(([name, dataset]) => graph.addDataset(name, dataset)),
    facts,
    commit: commitName(report.project),
    parts: report.project?.parts ?? [],
  });
  const claimed =
    packages.length > 0 && packages.every((element) => AI_PROFILE_FIELDS.every((field) => field in element));
  const document = {
    '@context': CONTEXT,
    '@graph': [
      creationInfo(report, graph, created),
      ...elements,
      ...graph.collections(project, elements, claimed),
    ],
  };
  yield* jsonParts(document, '  ');
  yield '\n';
}

function creationInfo({ tool, project }: AuditReport, graph: Graph, created: string): Json {
  return {
    type: 'CreationInfo',
    '@id': CREATION_INFO,
    specVersion: '3.0.1',
    created,
    createdBy: [...authorsOf(project).map((author) => graph.addParty(author)), graph.id('agent')],
    comment: `Facts about models are those of the catalog of ${catalogText(tool)}.`,
  };
}

class Graph {
  private readonly elements = new Map<string, Element>();
  private readonly named: ReadonlySet<string>;

  constructor(
    { tool }: AuditReport,
    rows: readonly ModelRow[],
    private readonly namespace: string,
  ) {
    this.named = new Set(rows.map(({ id }) => id));
    const { name, version } = tool;
    this.add({ spdxId: this.id('agent'), type: 'SoftwareAgent', name: `${name} ${version}` });
  }

  id(part: string): string {
    return `${this.namespace}${uriPart(part)}`;
  }

  addModel(row: ModelRow): Element {
    const { id, model, places } = row;
    const commit = pinnedCommit(places);
    const spdxId = this.id(`model-${id}`);
    const purl = model && purlOf(model, commit);
    const description = model && modelDescription(model);
    const digest = weightsDigest(places);
    const element = this.add({
      spdxId,
      type: 'ai_AIPackage',
      name: id,
      software_primaryPurpose: 'model',
      comment: commentOf(row),
      ...(commit !== undefined && { software_packageVersion: commit }),
      ...(purl !== undefined && { software_packageUrl: purl }),
      ...(model?.registry === 'huggingface' && {
        software_downloadLocation: `https://huggingface.co/${model.id}`,
      }),
      ...(model?.publisher && { suppliedBy: this.addOrganization(model.publisher) }),
      ...(description !== undefined && { description }),
      ...(digest !== undefined && { verifiedUsing: [sha256(digest)] }),
      ...training(model),
      ...(isDay(model?.released) && { releaseTime: `${model.released}T00:00:00Z` }),
      ...(model?.task && { ai_domain: [model.task] }),
      ...endOf(model),
    });
    for (const acknowledgement of ['declared', 'concluded'] as const)
      this.addLicense(row, spdxId, acknowledgement);
    for (const base of model?.lineage ?? [])
      this.relate(spdxId, 'descendantOf', [this.addBase(base.model)], `${base.relation} of ${base.model}`);
    this.addPlaces(spdxId, id, places);
    this.addEvidence(spdxId, row);
    return element;
  }

  /** A model at a host that somebody else runs, with its endpoints and who provides it. */
  addService(service: ReportedService): Element {
    const { host, id, name, operator, operatorName, country, terms, places } = service;
    const endpoints = endpointsOf(service);
    const place = processedIn(service);
    const tag = placeTag(service);
    const called = `service-${host}/${id}${tag === '' ? '' : `-${tag}`}`;
    const spdxId = this.id(called);
    const facts = [
      `Host: ${name}${country === null ? '' : ` (${country})`}.`,
      ...(place === undefined ? [] : [`Processed in: ${place}.`]),
      `Model: ${service.model ?? 'unknown'}.`,
      `Terms: ${terms ?? render(NO_TERMS)}.`,
      'Prompts go out and answers come back.',
      ...(endText(service) === '' ? [] : [`Status: ${endText(service)}.`]),
    ];
    const element = this.add({
      spdxId,
      type: 'Tool',
      name: `${id} at ${name}`,
      comment: facts.join(' '),
      ...(endpoints.length > 0 && {
        externalRef: [
          {
            type: 'ExternalRef',
            externalRefType: 'other',
            locator: endpoints,
            comment: 'Endpoints',
          },
        ],
      }),
    });
    if (operator !== null && operatorName !== null)
      this.relate(spdxId, 'availableFrom', [
        this.addOrganization({ id: operator, name: operatorName, country }),
      ]);
    this.add({
      spdxId: this.id(`places-${called}`),
      type: 'Annotation',
      annotationType: 'other',
      contentType: 'text/plain',
      subject: spdxId,
      statement: places.map(({ path, line, column }) => `${path}:${line}:${column} calls ${id}`).join('\n'),
    });
    return element;
  }

  /** A dataset that the policy tells of. SPDX demands a type, which the policy states in words. */
  addDataset(name: string, facts: PolicyInventory['datasets'][string]): Element {
    const { description, content, url, sha256: digest, provenance, license } = facts;
    const spdxId = this.id(`dataset-${name}`);
    const rest = (['statistics', 'sensitivity', 'derivedFrom'] as const).flatMap((fact) =>
      facts[fact] === undefined ? [] : [`${fact}: ${facts[fact]}`],
    );
    const element = this.add({
      spdxId,
      type: 'dataset_DatasetPackage',
      name,
      software_primaryPurpose: 'data',
      dataset_datasetType: ['noAssertion'],
      ...(description !== undefined && { dataset_intendedUse: description }),
      ...(content !== undefined && { description: content }),
      ...(url !== undefined && isWebAddress(url) && { software_downloadLocation: url }),
      ...(digest !== undefined && { verifiedUsing: [sha256(digest.toLowerCase())] }),
      ...(provenance !== undefined && { dataset_dataCollectionProcess: provenance }),
      ...(rest.length > 0 && { comment: rest.join('\n') }),
    });
    if (license !== undefined)
      this.relate(spdxId, 'hasDeclaredLicense', [
        this.add({
          spdxId: this.id(`text-${license}`),
          type: 'simplelicensing_SimpleLicensingText',
          name: license,
          simplelicensing_licenseText: `${license}, as the policy of the project states it.`,
        }).spdxId,
      ]);
    return element;
  }

  /** The audited project with what its policy states of it, and that it depends on some models; all elements, by id. */
  finish(
    project: string,
    {
      packages,
      services,
      datasets,
      facts,
      commit,
      parts,
    }: {
      readonly packages: readonly Element[];
      readonly services: readonly Element[];
      readonly datasets: readonly Element[];
      readonly facts: PolicyInventory['facts'];
      readonly commit: string | null;
      readonly parts: readonly AuditedPart[];
    },
  ): readonly Element[] {
    const root = this.addSystem('project', { name: project, facts, commit });
    if (parts.length > 0)
      this.relate(
        root.spdxId,
        'contains',
        parts.map((part) => this.addPart(part).spdxId),
      );
    if (datasets.length > 0)
      this.relate(
        root.spdxId,
        'dependsOn',
        datasets.map(({ spdxId }) => spdxId),
      );
    if (packages.length > 0)
      this.relate(
        root.spdxId,
        'dependsOn',
        packages.map(({ spdxId }) => spdxId),
      );
    if (services.length > 0)
      this.relate(
        root.spdxId,
        'usesTool',
        services.map(({ spdxId }) => spdxId),
        'Prompts leave the project for these services, and answers come back.',
      );
    return [...this.elements.values()].sort((a, b) => (a.spdxId < b.spdxId ? -1 : 1));
  }

  /** A program, with what the policy states of it. */
  private addSystem(
    id: string,
    {
      name,
      facts,
      commit,
    }: { readonly name: string; readonly facts: PolicyInventory['facts']; readonly commit: string | null },
  ): Element {
    const { author, producer, released, version = commit } = facts;
    if (author !== undefined) this.addParty(author);
    const rest = INVENTORY_FACTS.flatMap((fact) =>
      HAS_FIELD.has(fact) || facts[fact] === undefined ? [] : [`${fact}: ${facts[fact]}`],
    );
    return this.add({
      spdxId: this.id(id),
      type: 'software_Package',
      name: facts.name ?? name,
      software_primaryPurpose: 'source',
      ...(producer !== undefined && { suppliedBy: this.addParty(producer) }),
      ...(version !== null && { software_packageVersion: version }),
      ...(isDay(released) && { releaseTime: `${released}T00:00:00Z` }),
      ...(facts.applicationArea !== undefined && { description: facts.applicationArea }),
      ...(rest.length > 0 && { comment: rest.join('\n') }),
    });
  }

  /** A part of a merged report. */
  private addPart(part: AuditedPart): Element {
    const name = partName(part);
    return this.addSystem(`part-${name}`, {
      name,
      facts: part.inventory?.facts ?? {},
      commit: commitName(part),
    });
  }

  collections(project: string, elements: readonly Element[], aiProfile: boolean): readonly Json[] {
    const sbom = {
      spdxId: this.id('sbom'),
      type: 'software_Sbom',
      creationInfo: CREATION_INFO,
      software_sbomType: ['source'],
      rootElement: [this.id('project')],
      element: elements.map(({ spdxId }) => spdxId),
    };
    return [
      sbom,
      {
        spdxId: this.id('document'),
        type: 'SpdxDocument',
        creationInfo: CREATION_INFO,
        name: `AI models of ${project}`,
        profileConformance: ['core', 'software', 'simpleLicensing', ...(aiProfile ? ['ai'] : [])],
        rootElement: [sbom.spdxId],
        element: [...sbom.element, sbom.spdxId],
        comment: aiProfile
          ? 'Conforms to the AI profile.'
          : 'The AI profile is not claimed: a release time, supplier, download location or version is not known of some models.',
      },
    ];
  }

  private addLicense({ id, model }: ModelRow, from: string, acknowledgement: Acknowledgement): void {
    const type = acknowledgement === 'declared' ? 'hasDeclaredLicense' : 'hasConcludedLicense';
    const named =
      model && namedLicenses(model).filter((license) => license.acknowledgement === acknowledgement);
    const isInferred = model !== undefined && isLicenseInferred(model);
    if (named !== undefined && named.length > 0 && !isInferred)
      this.relate(from, type, [this.addExpression(named)]);
    else
      this.relate(
        from,
        type,
        [statesNone(model, acknowledgement) ? NONE : NO_ASSERTION],
        isInferred
          ? `${render(inferredLicenseText(id, model, declaredKeys(model) ?? ''))}.`
          : `No ${acknowledgement} license is known of ${id}.`,
      );
  }

  /** One expression over all licenses that hold at once: a model has one declared and one concluded license. */
  private addExpression(licenses: readonly NamedLicense[]): string {
    const names = licenses.map(
      ({ license, spdxId }) => spdxId ?? `LicenseRef-${license.key.replace(/[^A-Za-z0-9.-]/g, '-')}`,
    );
    const custom = licenses.flatMap(({ license, spdxId }, index) =>
      spdxId === null ? [{ type: 'DictionaryEntry', key: names[index], value: this.addText(license) }] : [],
    );
    return this.add({
      spdxId: this.id(`license-${names.join('-AND-')}`),
      type: 'simplelicensing_LicenseExpression',
      simplelicensing_licenseExpression: names.join(' AND '),
      ...(custom.length > 0 && { simplelicensing_customIdToUri: custom }),
    }).spdxId;
  }

  private addText({ key, name, url }: LicenseSummary): string {
    const where = url === null ? 'Its text was not located.' : `Its text is published at ${url}.`;
    return this.add({
      spdxId: this.id(`text-${key}`),
      type: 'simplelicensing_SimpleLicensingText',
      name,
      simplelicensing_licenseText: `${name}. ${where}`,
    }).spdxId;
  }

  /** A base that is not itself in the audit is known by name only. */
  private addBase(model: string): string {
    const spdxId = this.id(`model-${model}`);
    if (this.named.has(model)) return spdxId;
    return this.add({
      spdxId: this.id(`base-${model}`),
      type: 'software_Package',
      name: model,
      software_primaryPurpose: 'model',
    }).spdxId;
  }

  private addOrganization({ id, name, country }: NonNullable<Model['publisher']>): string {
    return this.add({
      spdxId: this.id(`organization-${id}`),
      type: 'Organization',
      name,
      ...(country !== null && { comment: `Headquarters: ${country} (ISO 3166-1).` }),
    }).spdxId;
  }

  /** Somebody that the policy names: whether it is a person or an organization, it does not say. */
  addParty(name: string): string {
    return this.add({ spdxId: this.id(partyId(name)), type: 'Agent', name }).spdxId;
  }

  private addPlaces(subject: string, id: string, places: readonly ReportedReference[]): void {
    const statement = places
      .map(({ path, line, column, role, text }) => `${path}:${line}:${column} ${role} ${text}`)
      .join('\n');
    this.add({
      spdxId: this.id(`places-${id}`),
      type: 'Annotation',
      annotationType: 'other',
      contentType: 'text/plain',
      subject,
      statement,
    });
  }

  /** SPDX has no fields for where a fact was read and how sure it is. */
  private addEvidence(subject: string, { id, model }: ModelRow): void {
    const statement = (model === undefined ? [] : evidenceLines(model))
      .map(({ fact, text }) => `${fact}: ${text}`)
      .join('\n');
    if (statement === '') return;
    this.add({
      spdxId: this.id(`evidence-${id}`),
      type: 'Annotation',
      annotationType: 'other',
      contentType: 'text/plain',
      subject,
      statement,
    });
  }

  private relate(from: string, relationshipType: string, to: readonly string[], comment?: string): void {
    const spdxId = this.id(`${relationshipType}-${uuidOf([`${from} ${to.join(' ')}`])}`);
    this.add({
      spdxId,
      type: 'Relationship',
      from,
      relationshipType,
      to,
      ...(comment !== undefined && { comment }),
    });
  }

  private add(element: Json & { readonly spdxId: string; readonly type: string }): Element {
    const known = this.elements.get(element.spdxId);
    if (known !== undefined) return known;
    const complete = { ...element, creationInfo: CREATION_INFO };
    this.elements.set(element.spdxId, complete);
    return complete;
  }
}

function statesNone(model: Model | undefined, acknowledgement: Acknowledgement): boolean {
  return acknowledgement === 'declared' && model?.license.declared?.category === 'none-stated';
}

/** The end of a model that its publisher announced (SPDX 3.0.1, Core/Classes/Artifact: `supportLevel`, `validUntilTime`). */
function endOf(model: Model | undefined): Json {
  const { state = 'active', date } = model?.status ?? {};
  if (state !== 'retired' && state !== 'deprecated') return {};
  return {
    supportLevel: [state === 'retired' ? 'endOfSupport' : 'limitedSupport'],
    ...(isDay(date) && { validUntilTime: `${date}T00:00:00Z` }),
  };
}

/** What a model was made from (SPDX 3.0.1, AI/Properties/informationAboutTraining). */
function training(model: Model | undefined): Json {
  if (model === undefined || model.lineage.length === 0) return {};
  const made = model.lineage.map((base) => `${base.relation} of ${base.model}`).join('; ');
  return { ai_informationAboutTraining: made };
}

function sha256(hashValue: string): Json {
  return { type: 'Hash', algorithm: 'sha256', hashValue };
}

function partyId(name: string): string {
  return `party-${name}`;
}

/** What a policy states of the system that SPDX has fields for. */
const HAS_FIELD: ReadonlySet<string> = new Set([
  'name',
  'author',
  'producer',
  'version',
  'released',
  'applicationArea',
]);

function isDay(released: string | null | undefined): released is string {
  return typeof released === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(released);
}

function commentOf({ model }: ModelRow): string {
  if (model === undefined)
    return 'Nothing is known of this name, so that the project is not said to depend on it.';
  const origin = model.origin
    .map(
      ({ model: of, country, probable }) =>
        `${probable === true ? 'perhaps ' : ''}${of} (${country ?? 'unknown'})`,
    )
    .join(', ');
  const successor =
    model.status.successor === undefined
      ? ''
      : ` Its publisher names ${model.status.successor} in its place.`;
  const created = model.created === undefined ? '' : ` Created on the Hub: ${model.created}.`;
  return `Openness: ${model.openness.level}. Origin: ${origin}.${created}${successor}`;
}
