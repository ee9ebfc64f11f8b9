import type { Catalog } from './catalog/records';
import { Additions, type DetectionAdditions, isEmpty } from './detect/additions';
import { detectReferences } from './detect/detectReferences';
import { withKnownFolders } from './detect/localFolders';
import { withAskedHosts, type AskedHosts } from './detect/askedElsewhere';
import { hostsOf } from './detect/host';
import { withPublished } from './detect/published';
import { withDeployments, withoutServedNames, type ServedNames } from './detect/servedNames';
import type { ClaimSource } from './lookup/claim';
import { hostOf } from './lookup/hostOf';
import { createLookup, type Lookup } from './lookup/lookup';
import { isChosenName, type Service } from './lookup/service';
import type { Model } from './model';
import type { Clock } from './ports';
import { folderName } from './registries/names/weights';
import { asksOfPaths } from './policy/asksOfPaths';
import { subjectOf } from './policy/subject';
import { isoDay } from './isoDay';
import { evaluate, type Evaluation } from './policy/evaluate';
import type { EvaluationContext } from './policy/evaluationContext';
import type { Policy } from './policy/policy';
import type { Excused } from './policy/excused';
import { type Reservation, unreadTerms } from './policy/reservations';
import type { Detection, ModelReference } from './reference';
import { LineIndex } from './text/lineIndex';
import { isUse } from './vocabulary';

export interface SourceText {
  /** Path relative to its workspace folder, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly languageId?: string;
}

/** What a workspace knows beside the text: the same for every file under one policy. */
export interface ProjectContext {
  readonly policy: Policy | undefined;
  readonly configValues?: ReadonlyMap<string, string>;
  /** Names that the project's own servers give to what they offer. */
  readonly servedNames?: ServedNames;
  /** Whom other files ask for what one file keeps under names: of that file alone. */
  readonly askedHosts?: AskedHosts;
  readonly projectLicense?: string;
}

/** All that decides, beside a text and its path, what is found in it. */
export interface DetectionContext {
  readonly configValues?: ReadonlyMap<string, string>;
  /** What the policy says of the project's code: the same object for all files that it governs. */
  readonly additions?: DetectionAdditions | undefined;
}

/** A thread that reads the documents of an editor beside the one who asks. */
export interface DocumentThread {
  /**
   * What a document names, as the engine tells it. `undefined` where the thread cannot tell now: it is starting, has enough to do or broke.
   * Rejects where it breaks meanwhile.
   */
  detect(source: SourceText, context: DetectionContext): Promise<Detection> | undefined;
  close(): Promise<void>;
}

export interface Analysis extends Detection, Omit<Evaluation, 'excuses' | 'excused'> {
  readonly path: string;
  readonly lines: LineIndex;
  /** What is known of a reference's model; `undefined` when nothing is. */
  modelOf(reference: ModelReference): Model | undefined;
  /** Whose service a reference uses; `undefined` where the project runs the model itself, or nothing tells who does. */
  serviceOf(reference: ModelReference): Service | undefined;
  /** The services that see a call beside that one: the gateway before it, and those whom alone it may hand the call to. */
  othersOf(reference: ModelReference): readonly Service[];
  /** What a reader has to know of a verdict that allows a reference. */
  reservationsOf(reference: ModelReference): readonly Reservation[];
  /** What only exceptions of the policy keep from being told of a reference or an address. */
  excusedOf(reference: ModelReference): readonly Excused[];
}

/** The one code path behind hover, diagnostics, audit, command line and agent tools. */
export interface Engine {
  readonly catalog: Catalog;
  /** What the Hub and local files said so far, where a host asks them. */
  readonly claims?: ClaimSource;
  lookup(policy?: Policy): Lookup;
  analyze(source: SourceText, project: ProjectContext): Analysis;
  /** What a text names, which only the text, its path, the values of its configuration and what the policy says for detection decide. */
  detect(source: SourceText, project: DetectionContext): Detection;
  /** Judges what {@link detect} found. */
  judgeDetected(source: SourceText, detection: Detection, project: ProjectContext): Analysis;
  /** Judges references found by other means than reading a text, such as files of weights. */
  judge(source: SourceText, detection: Detection, project: ProjectContext): Analysis;
  /** What a project's references are judged by, for hovers and fixes that say the same. */
  evaluation(project: ProjectContext): EvaluationContext;
}

export function createEngine(catalog: Catalog, clock: Clock, claims?: ClaimSource): Engine {
  const lookups = new WeakMap<Policy, Lookup>();
  const additions = new WeakMap<DetectionAdditions, Additions>();
  const today = (): string => isoDay(clock.now());
  const plain = createLookup(catalog, [], claims, today);

  function lookup(policy?: Policy): Lookup {
    if (policy === undefined || policy.models.length === 0) return plain;
    let own = lookups.get(policy);
    if (own === undefined) lookups.set(policy, (own = createLookup(catalog, policy.models, claims, today)));
    return own;
  }

  /** Made ready once for each policy: they are asked for every value of every text. */
  function additionsOf(given: DetectionAdditions | undefined): { readonly additions?: Additions } {
    if (given === undefined || isEmpty(given)) return {};
    let own = additions.get(given);
    if (own === undefined) additions.set(given, (own = new Additions(given)));
    return { additions: own };
  }

  const detect: Engine['detect'] = ({ text, path, languageId }, { configValues, additions: ofPolicy }) =>
    detectReferences(text, {
      path,
      catalog,
      ...(languageId !== undefined && { languageId }),
      ...(configValues && { configValues }),
      ...additionsOf(ofPolicy),
    });

  const judgeDetected: Engine['judgeDetected'] = (source, detection, project) =>
    judge(source, inProject(detection, source, { project, claims, catalog }), project);

  function analyze(source: SourceText, project: ProjectContext): Analysis {
    return judgeDetected(source, detect(source, detectionContext(project)), project);
  }

  function judge({ text, path }: SourceText, detection: Detection, project: ProjectContext): Analysis {
    const context = { ...evaluation(project), path };
    const { excuses, excused, ...judged } = evaluate(text, detection, context);
    const serviceOf = (reference: ModelReference): Service | undefined => serviceUsed(reference, context);
    return {
      ...detection,
      ...judged,
      path,
      lines: new LineIndex(text),
      serviceOf,
      othersOf: (reference) => othersUsed(reference, context),
      reservationsOf: (reference) =>
        (excuses.get(reference) ?? []).concat(unreadTerms(reference, serviceOf, context)),
      excusedOf: (reference) => excused.get(reference) ?? [],
      modelOf: (reference) => context.lookup.find(reference.id, reference.registry, hostOf(reference)),
    };
  }

  function evaluation({ policy, projectLicense }: ProjectContext): EvaluationContext {
    return {
      catalog,
      lookup: lookup(policy),
      policy,
      today: today(),
      ...(projectLicense !== undefined && { projectLicense }),
      ...(claims && { claims }),
    };
  }

  return { catalog, ...(claims && { claims }), lookup, analyze, detect, judge, judgeDetected, evaluation };
}

/** What a project says for detection. */
export function detectionContext({ configValues, policy }: ProjectContext): DetectionContext {
  return { ...(configValues && { configValues }), additions: policy?.detect };
}

function serviceUsed(reference: ModelReference, context: EvaluationContext): Service | undefined {
  return isUse(reference.role) ? subjectOf(reference, context).service : undefined;
}

function othersUsed(reference: ModelReference, context: EvaluationContext): readonly Service[] {
  if (reference.role !== 'calls') return [];
  const { via, passedTo, elsewhere } = subjectOf(reference, context);
  return [...(via === undefined ? [] : [via]), ...passedTo, ...elsewhere];
}

/** What was found in a text, in the light of what is known of the project beside it. */
function inProject(
  found: Detection,
  source: SourceText,
  {
    project: { policy, servedNames, askedHosts },
    claims,
    catalog,
  }: {
    readonly project: ProjectContext;
    readonly claims: ClaimSource | undefined;
    readonly catalog: Catalog;
  },
): Detection {
  const asked = withAskedHosts(found, askedHosts, {
    isApiOnly: ({ model }) => model !== null && catalog.resolve(model)?.record.openness === 'api-only',
    isListed: ({ id, registry }) => (catalog.resolve(id, registry)?.via ?? 'family') !== 'family',
    hosts: hostsOf(catalog),
  });
  const deployed = withDeployments(asked, servedNames, {
    isChosen: isChosenName,
    isDescribed: (name) => policy?.models.some(({ id }) => id === name) === true,
    canonical: (name, registry) => catalog.resolve(name, registry)?.record.id ?? null,
  });
  const published = withPublished(withoutServedNames(deployed, servedNames), source, givenOn(policy));
  return withKnownFolders(published, source, {
    idOf: (folder) => nameOfFolder(folder, policy, claims),
    isAsked: (folder) => asksOfPaths(policy) && servedNames?.has(folder) !== true,
  });
}

/** What a policy describes where what the project makes reaches others: else who uploads gives nothing on. */
function givenOn(policy: Policy | undefined): readonly string[] {
  const isGivenOn = policy?.use.distribution === 'weights' || policy?.use.distribution === 'product';
  return isGivenOn ? policy.models.map(({ id }) => id) : [];
}

/** The name by which the policy describes a folder, or its path where its files say what it holds. */
function nameOfFolder(
  folder: string,
  policy: Policy | undefined,
  claims: ClaimSource | undefined,
): string | undefined {
  const isNamed = ({ id }: { readonly id: string }): boolean => folderName(id) === folder;
  const isRead = (claims?.claimsOf(folder) ?? []).length > 0;
  return policy?.models.find(isNamed)?.id ?? (isRead ? folder : undefined);
}
