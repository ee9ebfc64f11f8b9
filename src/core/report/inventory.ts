import { GENERATOR } from '../audit/contentRules';
import { message, type Message } from '../message';
import type { AuditReport } from './auditReport';
import { billOfMaterials, type BomOptions } from './cyclonedx';
import type { DatasetFact, InventoryFact, PolicyInventory } from '../policy/policy';
import { ENGLISH, type Language, noted, say } from './language';
import { judged, leaving } from './markdown';
import { escapeMarkdown, markdownTable } from './markdownText';
import { downstreamSheet, originStatement } from './regulatorySheets';
import { signOffLines } from './signOff';
import { modelCountText, modelRows } from './summary';
import { visible, visibleLines } from './visible';

/**
 * - `filled`: the bill of materials says it, where the fact is known.
 * - `by-hand`: people know it, files do not tell it.
 * - `not-assessed`: no reading of sources can tell it, and nobody stated it.
 */
export type ElementState = 'filled' | 'by-hand' | 'not-assessed';

/** One of the minimum elements, and what this project's bill of materials has of it. */
export interface InventoryElement {
  readonly id: string;
  readonly cluster: Message;
  readonly name: Message;
  readonly state: ElementState;
  /** Where it is filled: the field. Elsewhere: who can tell it. */
  readonly note: Message;
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
  readonly name: Message;
  /** The field that fills it, and how to tell; absent where no file can tell it. */
  readonly field?: string;
  readonly ofBom?: (bom: Bom) => boolean;
  readonly ofModel?: (model: BomModel) => boolean;
  readonly ofDataset?: (dataset: BomDataset) => boolean;
  /** The key under `inventory` of the policy where people state it. */
  readonly key?: string;
  /** Who can tell it where it is not filled; absent where nobody can by sources. */
  readonly byHand?: Message;
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
function stated(name: Message, key: InventoryFact, byHand?: Message): Element {
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
  name: Message,
  key: DatasetFact | undefined,
  field: string,
  has: (dataset: BomDataset) => boolean,
): Element {
  return {
    name,
    key: key === undefined ? 'datasets' : datasetKey(key),
    field: `components[type=data].${field}`,
    ofDataset: has,
    byHand: message("the model's and the dataset's cards"),
  };
}

/** The names and their order are those of the document. */
const CLUSTERS: readonly (readonly [cluster: Message, code: string, elements: readonly Element[]])[] = [
  [
    message('Metadata'),
    'MD',
    [
      {
        name: message('SBOM author'),
        field: 'metadata.authors',
        key: 'author',
        ofBom: ({ metadata }) => some(metadata?.authors),
        byHand: message('who is responsible for the file'),
      },
      { name: message('SBOM version'), field: 'version', ofBom: ({ version }) => version !== undefined },
      {
        name: message('SBOM data format name'),
        field: 'bomFormat',
        ofBom: ({ bomFormat }) => bomFormat !== undefined,
      },
      {
        name: message('SBOM data format version'),
        field: 'specVersion',
        ofBom: ({ specVersion }) => specVersion !== undefined,
      },
      {
        name: message('SBOM author signature'),
        field: 'signature',
        ofBom: ({ signature }) => signature !== undefined,
        byHand: message('sign the file after it is made'),
      },
      {
        name: message('SBOM tool name'),
        field: 'metadata.tools',
        ofBom: ({ metadata }) => metadata?.tools?.components?.[0]?.name !== undefined,
      },
      {
        name: message('SBOM tool version'),
        field: 'metadata.tools',
        ofBom: ({ metadata }) => metadata?.tools?.components?.[0]?.version !== undefined,
      },
      {
        name: message('SBOM generation context'),
        field: 'metadata.lifecycles',
        ofBom: ({ metadata }) => some(metadata?.lifecycles),
      },
      {
        name: message('SBOM timestamp'),
        field: 'metadata.timestamp',
        ofBom: ({ metadata }) => metadata?.timestamp !== undefined,
      },
      {
        name: message('SBOM dependency relationship'),
        field: 'dependencies',
        ofBom: ({ dependencies }) => some(dependencies?.[0]?.dependsOn),
      },
    ],
  ],
  [
    message('System level properties'),
    'SLP',
    [
      {
        name: message('System name'),
        field: 'metadata.component.name',
        key: 'name',
        ofBom: ({ metadata }) => metadata?.component?.name !== undefined,
      },
      {
        name: message('System components'),
        field: 'components',
        ofBom: ({ components, services }) => some(components) || some(services),
      },
      {
        name: message('System producer'),
        field: 'metadata.component.supplier',
        key: 'producer',
        ofBom: ({ metadata }) => metadata?.component?.supplier !== undefined,
        byHand: message('who makes the system'),
      },
      {
        name: message('System version'),
        field: 'metadata.component.version',
        key: 'version',
        ofBom: ({ metadata }) => metadata?.component?.version !== undefined,
        byHand: message('audit the root of a git work tree'),
      },
      stated(message('System timestamp'), 'released', message('when the system is released')),
      {
        name: message('System data flow'),
        field: 'services.data',
        ofBom: ({ services = [] }) => services.some(({ data }) => some(data)),
        byHand: message('which data goes where'),
      },
      stated(message('System data usage'), 'dataUsage', message('what the data is used for')),
      stated(
        message('System input/output properties'),
        'inputsAndOutputs',
        message('what the system takes and gives'),
      ),
      stated(message('Intended application area'), 'applicationArea', message('what the system is for')),
    ],
  ],
  [
    message('Models'),
    'MDL',
    [
      { name: message('Model name'), field: 'components.name', ofModel: ({ name }) => name !== undefined },
      {
        name: message('Model identifier'),
        field: 'components.purl',
        ofModel: ({ purl }) => purl !== undefined,
      },
      {
        name: message('Model version'),
        field: 'components.version',
        ofModel: ({ version }) => version !== undefined,
        byHand: message('pin the commit of each model'),
      },
      {
        name: message('Model timestamp'),
        field: `components.properties ${PREFIX}released, ${PREFIX}created`,
        ofModel: (model) => hasProperty('released')(model) || hasProperty('created')(model),
        byHand: message('when the model was released'),
      },
      {
        name: message('Model producer'),
        field: 'components.supplier',
        ofModel: ({ supplier }) => supplier !== undefined,
        byHand: message('who released the model'),
      },
      {
        name: message('Model description'),
        field: 'components.description',
        ofModel: ({ description }) => description !== undefined,
        byHand: message("the model's card"),
      },
      {
        name: message('Model hash value'),
        field: 'components.hashes',
        ofModel: ({ hashes }) => some(hashes),
        byHand: message('of the files that are deployed'),
      },
      {
        name: message('Model hash algorithm'),
        field: 'components.hashes',
        ofModel: ({ hashes }) => some(hashes),
        byHand: message('of the files that are deployed'),
      },
      {
        name: message('Model properties'),
        field: `components.properties ${PREFIX}openness …`,
        ofModel: (model) => hasProperty('openness')(model) || hasProperty('parameters')(model),
        byHand: message("the model's card"),
      },
      {
        name: message('Model input/output properties'),
        field: 'modelCard.modelParameters.inputs',
        ofModel: ({ modelCard }) => some(modelCard?.modelParameters?.inputs),
        byHand: message("the model's card"),
      },
      {
        name: message('Model training properties'),
        field: 'components.pedigree',
        ofModel: ({ pedigree }) => some(pedigree?.ancestors),
        byHand: message("the model's card"),
      },
      {
        name: message('Model license'),
        field: 'components.licenses',
        ofModel: ({ licenses }) => some(licenses),
        byHand: message("the model's card"),
      },
      {
        name: message('Model external references'),
        field: 'components.externalReferences',
        ofModel: ({ externalReferences }) => some(externalReferences),
        byHand: message("the model's card"),
      },
    ],
  ],
  [
    message('Dataset properties'),
    'DP',
    [
      {
        ...ofDatasets(message('Dataset name'), undefined, 'name', ({ name }) => name !== undefined),
        ofModel: ({ modelCard }) => some(modelCard?.modelParameters?.datasets),
      },
      ofDatasets(
        message('Dataset description'),
        'description',
        'description',
        ({ description }) => description !== undefined,
      ),
      ofDatasets(message('Dataset content'), 'content', 'data.contents', ({ data = [] }) =>
        data.some(({ contents }) => some(contents?.properties)),
      ),
      ofDatasets(message('Dataset identifier'), 'url', 'data.contents.url', ({ data = [] }) =>
        data.some(({ contents }) => contents?.url !== undefined),
      ),
      ofDatasets(message('Dataset hash'), 'sha256', 'hashes', ({ hashes }) => some(hashes)),
      ofDatasets(
        message('Dataset provenance'),
        'provenance',
        `properties ${PREFIX}dataset:provenance`,
        hasProperty('dataset:provenance'),
      ),
      ofDatasets(
        message('Dataset statistical properties'),
        'statistics',
        `properties ${PREFIX}dataset:statistics`,
        hasProperty('dataset:statistics'),
      ),
      ofDatasets(message('Dataset sensitivity'), 'sensitivity', 'data.sensitiveData', ({ data = [] }) =>
        data.some(({ sensitiveData }) => some(sensitiveData)),
      ),
      ofDatasets(
        message('Dataset dependency relationship'),
        'derivedFrom',
        `properties ${PREFIX}dataset:derivedFrom`,
        hasProperty('dataset:derivedFrom'),
      ),
      ofDatasets(message('Dataset license'), 'license', 'licenses', ({ licenses }) => some(licenses)),
    ],
  ],
  [
    message('Infrastructure'),
    'INF',
    [
      stated(message('Infrastructure software'), 'software'),
      stated(message('Infrastructure hardware'), 'hardware'),
    ],
  ],
  [
    message('Security properties'),
    'SP',
    [
      stated(message('Security controls'), 'securityControls'),
      stated(message('Security compliance'), 'securityCompliance'),
      stated(message('Cybersecurity policy information'), 'securityPolicy'),
      stated(message('Vulnerability referencing'), 'vulnerabilities'),
    ],
  ],
  [
    message('Key performance indicators'),
    'KPI',
    [
      stated(message('Security metrics'), 'securityMetrics'),
      stated(message('Operational performance KPIs'), 'performance'),
    ],
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
    if (have > 0)
      return { state: 'filled', note: message('{0}', field), covered: { type, of: those.length, have } };
  }
  if (ofBom?.(bom) === true) return { state: 'filled', note: message('{0}', field) };
  return byHand === undefined && key !== undefined
    ? { state: 'not-assessed', note: message('no reading of sources tells it') }
    : { state: 'by-hand', note: byHand ?? message('nothing that is known of the models says it') };
}

const STATE_WORDS: Readonly<Record<ElementState, Message>> = {
  filled: message('filled'),
  'by-hand': message('by hand'),
  'not-assessed': message('not assessed'),
};

/**
 * The elements with the state of each, where models and hosts are from, who is called under which terms and until when, what is known of
 * each model for those who build on it, and what was judged and found: as Markdown for whoever completes the inventory and signs it.
 */
export function toInventory(report: AuditReport, options: BomOptions, language: Language = ENGLISH): string {
  const bom: Bom = billOfMaterials(report, options);
  const elements = minimumElements(bom);
  const isStated = statedIn(report.project?.inventory);
  const page = { report, rows: modelRows(report), language };
  const calls = leaving(page);
  const said = (text: Message): string => say(text, language);
  const head = [
    message('Element'),
    message('Cluster'),
    message('Name'),
    message('State'),
    message('Where, or who can tell'),
  ];
  const rows = elements.map((element) => [
    element.id,
    said(element.cluster),
    nameText(element, language),
    said(stateText(element)),
    said(noteText(element, isStated(element))),
  ]);
  return visibleLines(
    `${[
      `# ${escapeMarkdown(visible(said(message('SBOM for AI: minimum elements of {0}', options.project))))}`,
      // By this an audit knows the file.
      `<!-- ${GENERATOR} -->`,
      said(countsText(elements, isStated)),
      ...modelsCounted(bom).map(said),
      ...(report.stats.complete ? [] : [said(message('The audit was not complete: models may be missing.'))]),
      '',
      ...markdownTable(
        head.map(said),
        rows.map((row) => row.map((cell) => escapeMarkdown(visible(cell)))),
      ),
      '',
      said(
        message(
          "Elements: *SBOM for AI – Minimum Elements*, G7 Cybersecurity Working Group, published by the BSI on 2026-05-12, <{0}>. Numbers count the elements of each cluster in the document's order.",
          MINIMUM_ELEMENTS_SOURCE,
        ),
      ),
      '',
      ...originStatement(report, language),
      '',
      ...(calls.length === 0 ? [] : [...calls, '']),
      ...downstreamSheet(report, language),
      '',
      ...judged(page),
      ...signOffLines(report, language),
      '',
    ].join('\n')}`,
  );
}

/** How many elements are in which state. */
function countsText(
  elements: readonly InventoryElement[],
  isStated: (element: InventoryElement) => boolean,
): Message {
  const count = (state: ElementState): number => elements.filter((element) => element.state === state).length;
  const byPolicy = elements.filter((element) => element.state === 'filled' && isStated(element)).length;
  return message(
    'Of {0} elements the CycloneDX file fills {1}; {2} are for people to fill in, {3} are not assessed.',
    elements.length,
    byPolicy === 0
      ? count('filled')
      : message('{0}, {1} of them as the policy states them', count('filled'), byPolicy),
    count('by-hand'),
    count('not-assessed'),
  );
}

/** Which models the states count, where the project has others. */
function modelsCounted({ services = [] }: Bom): readonly Message[] {
  if (services.length === 0) return [];
  return [
    message(
      'Models are those whose weights the project has; what it calls at others stands in the file as {0}.',
      services.length === 1 ? message('1 service') : message('{0} services', services.length),
    ),
  ];
}

/** In other languages the name that the document gives stands behind. */
function nameText({ name }: InventoryElement, language: Language): string {
  const text = say(name, language);
  return language.tag === ENGLISH.tag ? text : noted(text, say(name, ENGLISH), language);
}

function stateText({ state, covered }: InventoryElement): Message {
  if (covered === undefined) return STATE_WORDS[state];
  const { type, of, have } = covered;
  const datasets = of === 1 ? message('1 dataset') : message('{0} datasets', of);
  const all = type === 'data' ? datasets : modelCountText(of);
  return message('{0} ({1} of {2})', STATE_WORDS[state], have, all);
}

function noteText({ state, note, policyKey }: InventoryElement, isStated: boolean): Message {
  if (state === 'filled') return isStated ? message('{0}, as the policy states it', note) : note;
  return policyKey === undefined ? note : message('{0}; {1} in the policy', note, policyKey);
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
