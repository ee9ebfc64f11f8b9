import { INVENTORY_TITLE } from '../audit/contentRules';
import type { AuditReport } from './auditReport';
import { type BomOptions, toCycloneDx } from './cyclonedx';
import type { DatasetFact, InventoryFact, PolicyInventory } from '../policy/policy';
import { escapeMarkdown, markdownTable } from './markdownText';
import { downstreamSheet, originStatement } from './regulatorySheets';
import { plural } from './summary';
import { visible } from './visible';

/**
 * - `filled`: the bill of materials says it, where the fact is known.
 * - `by-hand`: people know it, files do not tell it.
 * - `not-assessed`: no reading of sources can tell it, and nobody stated it.
 */
export type ElementState = 'filled' | 'by-hand' | 'not-assessed';

/** One of the minimum elements, and what this project's bill of materials has of it. */
export interface InventoryElement {
  readonly id: string;
  readonly cluster: string;
  readonly name: string;
  readonly state: ElementState;
  /** Where it is filled: the field. Elsewhere: who can tell it. */
  readonly note: string;
  /** Where a policy can state it, as `inventory.author`; absent where none can. */
  readonly policyKey?: string;
  /** Of how many things that should have it how many do; absent where there is one of it. */
  readonly covered?: { readonly type: string; readonly of: number; readonly have: number };
}

/** The document that names the elements. */
export const MINIMUM_ELEMENTS_SOURCE =
  'https://www.bsi.bund.de/SharedDocs/Downloads/EN/BSI/KI/SBOM-for-AI_minimum-elements.pdf';

interface Bom {
  readonly bomFormat?: string;
  readonly specVersion?: string;
  readonly version?: number;
  readonly signature?: object;
  readonly metadata?: {
    readonly timestamp?: string;
    readonly authors?: readonly object[];
    readonly lifecycles?: readonly object[];
    readonly tools?: {
      readonly components?: readonly { readonly name?: string; readonly version?: string }[];
    };
    readonly component?: BomSystem;
  };
  readonly components?: readonly BomComponent[];
  readonly services?: readonly { readonly data?: readonly object[] }[];
  readonly dependencies?: readonly { readonly dependsOn?: readonly string[] }[];
}

interface BomSystem {
  readonly name?: string;
  readonly version?: string;
  readonly supplier?: object;
  readonly properties?: readonly { readonly name: string; readonly value: string }[];
}

interface BomDataset {
  readonly type?: string;
  readonly name?: string;
  readonly description?: string;
  readonly hashes?: readonly object[];
  readonly licenses?: readonly object[];
  readonly data?: readonly {
    readonly contents?: { readonly url?: string; readonly properties?: readonly object[] };
    readonly sensitiveData?: readonly string[];
  }[];
  readonly properties?: readonly { readonly name: string; readonly value: string }[];
}

interface BomModel {
  readonly type?: string;
  readonly name?: string;
  readonly purl?: string;
  readonly version?: string;
  readonly supplier?: object;
  readonly description?: string;
  readonly hashes?: readonly object[];
  readonly licenses?: readonly object[];
  readonly externalReferences?: readonly object[];
  readonly pedigree?: { readonly ancestors?: readonly object[] };
  readonly modelCard?: {
    readonly modelParameters?: {
      readonly task?: string;
      readonly inputs?: readonly object[];
      readonly outputs?: readonly object[];
      readonly datasets?: readonly object[];
    };
  };
  readonly properties?: readonly { readonly name: string; readonly value: string }[];
}

type BomComponent = BomModel & BomDataset;

interface Element {
  readonly name: string;
  /** The field that fills it, and how to tell; absent where no file can tell it. */
  readonly field?: string;
  readonly ofBom?: (bom: Bom) => boolean;
  readonly ofModel?: (model: BomModel) => boolean;
  readonly ofDataset?: (dataset: BomDataset) => boolean;
  /** The key under `inventory` of the policy where people state it. */
  readonly key?: string;
  /** Who can tell it where it is not filled; absent where nobody can by sources. */
  readonly byHand?: string;
}

const PREFIX = 'model-license-lens:';
const POLICY_PART = 'inventory.';

/** Where a policy states a fact about a dataset, whose own name is left out. */
function datasetKey(fact: string): string {
  return `datasets.….${fact}`;
}

const some = (list: readonly unknown[] | undefined): boolean => list !== undefined && list.length > 0;
const hasProperty =
  (name: string) =>
  ({ properties = [] }: Pick<BomModel, 'properties'>): boolean =>
    properties.some((property) => property.name === PREFIX + name && property.value !== 'unknown');

/** An element about the system that only people can tell, and state in the policy. */
function stated(name: string, key: InventoryFact, byHand?: string): Element {
  const has = hasProperty(`system:${key}`);
  return {
    name,
    key,
    field: `metadata.component.properties ${PREFIX}system:${key}`,
    ofBom: ({ metadata }) => metadata?.component !== undefined && has(metadata.component),
    ...(byHand !== undefined && { byHand }),
  };
}

/** An element about datasets, which people state in the policy. */
function ofDatasets(
  name: string,
  key: DatasetFact | undefined,
  field: string,
  has: (dataset: BomDataset) => boolean,
): Element {
  return {
    name,
    key: key === undefined ? 'datasets' : datasetKey(key),
    field: `components[type=data].${field}`,
    ofDataset: has,
    byHand: "the model's and the dataset's cards",
  };
}

/** The names and their order are those of the document. */
const CLUSTERS: readonly (readonly [cluster: string, code: string, elements: readonly Element[]])[] = [
  [
    'Metadata',
    'MD',
    [
      {
        name: 'SBOM author',
        field: 'metadata.authors',
        key: 'author',
        ofBom: ({ metadata }) => some(metadata?.authors),
        byHand: 'who is responsible for the file',
      },
      { name: 'SBOM version', field: 'version', ofBom: ({ version }) => version !== undefined },
      {
        name: 'SBOM data format name',
        field: 'bomFormat',
        ofBom: ({ bomFormat }) => bomFormat !== undefined,
      },
      {
        name: 'SBOM data format version',
        field: 'specVersion',
        ofBom: ({ specVersion }) => specVersion !== undefined,
      },
      {
        name: 'SBOM author signature',
        field: 'signature',
        ofBom: ({ signature }) => signature !== undefined,
        byHand: 'sign the file after it is made',
      },
      {
        name: 'SBOM tool name',
        field: 'metadata.tools',
        ofBom: ({ metadata }) => metadata?.tools?.components?.[0]?.name !== undefined,
      },
      {
        name: 'SBOM tool version',
        field: 'metadata.tools',
        ofBom: ({ metadata }) => metadata?.tools?.components?.[0]?.version !== undefined,
      },
      {
        name: 'SBOM generation context',
        field: 'metadata.lifecycles',
        ofBom: ({ metadata }) => some(metadata?.lifecycles),
      },
      {
        name: 'SBOM timestamp',
        field: 'metadata.timestamp',
        ofBom: ({ metadata }) => metadata?.timestamp !== undefined,
      },
      {
        name: 'SBOM dependency relationship',
        field: 'dependencies',
        ofBom: ({ dependencies }) => some(dependencies?.[0]?.dependsOn),
      },
    ],
  ],
  [
    'System level properties',
    'SLP',
    [
      {
        name: 'System name',
        field: 'metadata.component.name',
        ofBom: ({ metadata }) => metadata?.component?.name !== undefined,
      },
      {
        name: 'System components',
        field: 'components',
        ofBom: ({ components, services }) => some(components) || some(services),
      },
      {
        name: 'System producer',
        field: 'metadata.component.supplier',
        key: 'producer',
        ofBom: ({ metadata }) => metadata?.component?.supplier !== undefined,
        byHand: 'who makes the system',
      },
      {
        name: 'System version',
        field: 'metadata.component.version',
        key: 'version',
        ofBom: ({ metadata }) => metadata?.component?.version !== undefined,
        byHand: 'audit the root of a git work tree',
      },
      stated('System timestamp', 'released', 'when the system is released'),
      {
        name: 'System data flow',
        field: 'services.data',
        ofBom: ({ services = [] }) => services.some(({ data }) => some(data)),
        byHand: 'which data goes where',
      },
      stated('System data usage', 'dataUsage', 'what the data is used for'),
      stated('System input/output properties', 'inputsAndOutputs', 'what the system takes and gives'),
      stated('Intended application area', 'applicationArea', 'what the system is for'),
    ],
  ],
  [
    'Models',
    'MDL',
    [
      { name: 'Model name', field: 'components.name', ofModel: ({ name }) => name !== undefined },
      { name: 'Model identifier', field: 'components.purl', ofModel: ({ purl }) => purl !== undefined },
      {
        name: 'Model version',
        field: 'components.version',
        ofModel: ({ version }) => version !== undefined,
        byHand: 'pin the commit of each model',
      },
      {
        name: 'Model timestamp',
        field: `components.properties ${PREFIX}released`,
        ofModel: hasProperty('released'),
        byHand: 'when the model was released',
      },
      {
        name: 'Model producer',
        field: 'components.supplier',
        ofModel: ({ supplier }) => supplier !== undefined,
        byHand: 'who released the model',
      },
      {
        name: 'Model description',
        field: 'components.description',
        ofModel: ({ description }) => description !== undefined,
        byHand: "the model's card",
      },
      {
        name: 'Model hash value',
        field: 'components.hashes',
        ofModel: ({ hashes }) => some(hashes),
        byHand: 'of the files that are deployed',
      },
      {
        name: 'Model hash algorithm',
        field: 'components.hashes',
        ofModel: ({ hashes }) => some(hashes),
        byHand: 'of the files that are deployed',
      },
      {
        name: 'Model properties',
        field: `components.properties ${PREFIX}openness and others`,
        ofModel: (model) => hasProperty('openness')(model) || hasProperty('parameters')(model),
        byHand: "the model's card",
      },
      {
        name: 'Model input/output properties',
        field: 'modelCard.modelParameters.inputs',
        ofModel: ({ modelCard }) => some(modelCard?.modelParameters?.inputs),
        byHand: "the model's card",
      },
      {
        name: 'Model training properties',
        field: 'components.pedigree',
        ofModel: ({ pedigree }) => some(pedigree?.ancestors),
        byHand: "the model's card",
      },
      {
        name: 'Model license',
        field: 'components.licenses',
        ofModel: ({ licenses }) => some(licenses),
        byHand: "the model's card",
      },
      {
        name: 'Model external references',
        field: 'components.externalReferences',
        ofModel: ({ externalReferences }) => some(externalReferences),
        byHand: "the model's card",
      },
    ],
  ],
  [
    'Dataset properties',
    'DP',
    [
      {
        ...ofDatasets('Dataset name', undefined, 'name', ({ name }) => name !== undefined),
        ofModel: ({ modelCard }) => some(modelCard?.modelParameters?.datasets),
      },
      ofDatasets(
        'Dataset description',
        'description',
        'description',
        ({ description }) => description !== undefined,
      ),
      ofDatasets('Dataset content', 'content', 'data.contents', ({ data = [] }) =>
        data.some(({ contents }) => some(contents?.properties)),
      ),
      ofDatasets('Dataset identifier', 'url', 'data.contents.url', ({ data = [] }) =>
        data.some(({ contents }) => contents?.url !== undefined),
      ),
      ofDatasets('Dataset hash', 'sha256', 'hashes', ({ hashes }) => some(hashes)),
      ofDatasets(
        'Dataset provenance',
        'provenance',
        `properties ${PREFIX}dataset:provenance`,
        hasProperty('dataset:provenance'),
      ),
      ofDatasets(
        'Dataset statistical properties',
        'statistics',
        `properties ${PREFIX}dataset:statistics`,
        hasProperty('dataset:statistics'),
      ),
      ofDatasets('Dataset sensitivity', 'sensitivity', 'data.sensitiveData', ({ data = [] }) =>
        data.some(({ sensitiveData }) => some(sensitiveData)),
      ),
      ofDatasets(
        'Dataset dependency relationship',
        'derivedFrom',
        `properties ${PREFIX}dataset:derivedFrom`,
        hasProperty('dataset:derivedFrom'),
      ),
      ofDatasets('Dataset license', 'license', 'licenses', ({ licenses }) => some(licenses)),
    ],
  ],
  [
    'Infrastructure',
    'INF',
    [stated('Infrastructure software', 'software'), stated('Infrastructure hardware', 'hardware')],
  ],
  [
    'Security properties',
    'SP',
    [
      stated('Security controls', 'securityControls'),
      stated('Security compliance', 'securityCompliance'),
      stated('Cybersecurity policy information', 'securityPolicy'),
      stated('Vulnerability referencing', 'vulnerabilities'),
    ],
  ],
  [
    'Key performance indicators',
    'KPI',
    [stated('Security metrics', 'securityMetrics'), stated('Operational performance KPIs', 'performance')],
  ],
];

/**
 * What a CycloneDX bill of materials has of the minimum elements of the G7 for an SBOM for AI, in the document's order. Looks at the
 * file alone, so that it checks what was written and not what was meant. An element of models counts as filled when at least one has
 * it; `covered` says how many.
 * @param bom parsed JSON
 */
export function minimumElements(bom: object): readonly InventoryElement[] {
  const read = bom as Bom;
  return CLUSTERS.flatMap(([cluster, code, elements]) =>
    elements.map((element, index) => ({
      id: `${code}-${String(index + 1).padStart(2, '0')}`,
      cluster,
      name: element.name,
      ...stateOf(element, read),
      ...(element.key !== undefined && { policyKey: POLICY_PART + element.key }),
    })),
  );
}

function stateOf(
  { field = '', ofBom, ofModel, ofDataset, key, byHand }: Element,
  bom: Bom,
): Pick<InventoryElement, 'state' | 'note' | 'covered'> {
  const { components = [] } = bom;
  const inQuestion: readonly (readonly [type: string, has: ((of: BomComponent) => boolean) | undefined])[] = [
    ['machine-learning-model', ofModel],
    ['data', ofDataset],
  ];
  for (const [type, has] of inQuestion) {
    const those = components.filter((component) => component.type === type);
    const have = has === undefined ? 0 : those.filter(has).length;
    if (have > 0) return { state: 'filled', note: field, covered: { type, of: those.length, have } };
  }
  if (ofBom?.(bom) === true) return { state: 'filled', note: field };
  return byHand === undefined && key !== undefined
    ? { state: 'not-assessed', note: 'no reading of sources tells it' }
    : { state: 'by-hand', note: byHand ?? 'nothing that is known of the models says it' };
}

const STATE_WORDS: Readonly<Record<ElementState, string>> = {
  filled: 'filled',
  'by-hand': 'by hand',
  'not-assessed': 'not assessed',
};

/**
 * The elements with the state of each, where models and hosts are from, and what is known of each model for those who build on it: as
 * Markdown for whoever completes the inventory.
 */
export function toInventory(report: AuditReport, options: BomOptions): string {
  const bom = JSON.parse(toCycloneDx(report, options)) as Bom;
  const elements = minimumElements(bom);
  const count = (state: ElementState): number => elements.filter((element) => element.state === state).length;
  const isStated = statedIn(report.project?.inventory);
  const byPolicy = elements.filter((element) => element.state === 'filled' && isStated(element)).length;
  const rows = elements.map((element) =>
    [element.id, element.cluster, element.name, stateText(element), noteText(element, isStated(element))].map(
      (cell) => escapeMarkdown(visible(cell)),
    ),
  );
  return `${[
    `${INVENTORY_TITLE}${escapeMarkdown(visible(options.project))}`,
    '',
    `Of ${elements.length} elements the CycloneDX file fills ${count('filled')}${byPolicy === 0 ? '' : `, ${byPolicy} of them as the policy states them`}; ${count('by-hand')} are for people to fill in, ${count('not-assessed')} are not assessed.`,
    ...modelsCounted(bom),
    ...(report.stats.complete ? [] : ['The audit was not complete: models may be missing.']),
    '',
    ...markdownTable(['Element', 'Cluster', 'Name', 'State', 'Where, or who can tell'], rows),
    '',
    `Elements: *SBOM for AI – Minimum Elements*, G7 Cybersecurity Working Group, published by the BSI on 2026-05-12, <${MINIMUM_ELEMENTS_SOURCE}>. Numbers count the elements of each cluster in the document's order.`,
    '',
    ...originStatement(report),
    '',
    ...downstreamSheet(report),
    '',
  ].join('\n')}`;
}

/** Which models the states count, where the project has others. */
function modelsCounted({ services = [] }: Bom): readonly string[] {
  return services.length === 0
    ? []
    : [
        `Models are those whose weights the project has; what it calls at others stands in the file as ${plural(services.length, 'service')}.`,
      ];
}

function stateText({ state, covered }: InventoryElement): string {
  if (covered === undefined) return STATE_WORDS[state];
  const all = plural(covered.of, covered.type === 'data' ? 'dataset' : 'model');
  return `${STATE_WORDS[state]} (${covered.have} of ${all})`;
}

function noteText({ state, note, policyKey }: InventoryElement, isStated: boolean): string {
  if (state === 'filled') return isStated ? `${note}, as the policy states it` : note;
  return policyKey === undefined ? note : `${note}; ${policyKey} in the policy`;
}

/** Tells whether the policy states what fills an element. */
function statedIn(inventory: PolicyInventory | undefined): (element: InventoryElement) => boolean {
  const { facts = {}, datasets = {} } = inventory ?? {};
  const keys = new Set([
    ...Object.keys(facts),
    ...Object.values(datasets).flatMap((dataset) => ['datasets', ...Object.keys(dataset).map(datasetKey)]),
  ]);
  return ({ policyKey }) => policyKey !== undefined && keys.has(policyKey.slice(POLICY_PART.length));
}
