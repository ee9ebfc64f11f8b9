import { sizeInName } from '../catalog/nameSize';
import type { LicenseRecord, ModelRecord } from '../catalog/records';
import { opennessOfWeights } from '../licenses/openWeights';
import { MAX_CHAIN } from '../lookup/origin';
import { HUBS, LIBRARIES } from '../registries/tables';
import { NONE_STATED, type OpennessLevel } from '../vocabulary';

const MORE_THAN_TEXT: ReadonlySet<string> = new Set([
  'image-text-to-text',
  'visual-question-answering',
  'document-question-answering',
  'image-to-text',
  'video-text-to-text',
  'audio-text-to-text',
  'any-to-any',
]);

/**
 * Fills what follows from a record's own facts and the licenses that govern it, all of them at the same time. What a record states
 * stays as it is.
 */
export function derive(model: ModelRecord, licenses: readonly (LicenseRecord | undefined)[]): ModelRecord {
  const isHandedOut = HUBS.has(model.registry) || LIBRARIES.has(model.registry);
  const canBeHad = isHandedOut || model.components.weights === true;
  const weights = canBeHad && model.openness !== 'api-only';
  const components = weights ? { weights: true, ...model.components } : model.components;
  return {
    ...model,
    openness: model.openness ?? (weights ? opennessUnder(licenses, components) : null),
    components,
    multimodal: model.multimodal ?? (model.task === null ? null : MORE_THAN_TEXT.has(model.task) || null),
    parameters: model.parameters ?? parametersIn(model.id),
  };
}

/**
 * The license that governs the weights of a record: its own, or, of a re-packed copy whose card states none or was not read, that
 * of what it is a copy of.
 */
export function governingLicense(
  { license, copyOf }: ModelRecord,
  modelOf: (id: string) => ModelRecord | undefined,
  depth = MAX_CHAIN,
): string | null {
  if (copyOf === null || depth === 0 || (license !== null && license !== NONE_STATED)) return license;
  const original = modelOf(copyOf);
  return original === undefined ? license : (governingLicense(original, modelOf, depth - 1) ?? license);
}

/**
 * How open public weights are under their licenses (see `opennessOfWeights`); open source where besides a source has seen the code
 * that runs and trains the model, and its data or what one needs to know of them (Open Source AI Definition 1.0). `null` where it
 * is not known under what terms they stand.
 */
export function opennessUnder(
  licenses: readonly (LicenseRecord | undefined)[],
  components: ModelRecord['components'] = {},
): OpennessLevel | null {
  const level = opennessOfWeights(licenses);
  const data = components.trainingData === true || components.dataInformation === true;
  return level === 'open-weights' &&
    data &&
    components.inferenceCode === true &&
    components.trainingCode === true
    ? 'open-source'
    : level;
}

/**
 * The number of parameters that a name states. `8x7B` states none: the experts of such a model share what is not expert, so the product
 * is too large (Mixtral 8x7B has 46.7 billion, eugeneyan/open-llms@78a2524). What stands behind the point of a name of timm says how
 * it was trained: `metaclip_400m` is a number of pictures.
 */
export function parametersIn(id: string): number | null {
  const name = id.slice(id.indexOf('/') + 1);
  const size = sizeInName(TIMM.test(id) ? name.replace(/\..*/, '') : name);
  return size === undefined || size.experts > 1 ? null : size.parameters;
}

const TIMM = /^timm\//;
