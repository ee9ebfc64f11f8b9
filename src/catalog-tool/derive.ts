import {
  type LicenseRecord,
  MAX_CHAIN,
  type ModelRecord,
  NONE_STATED,
  type OpennessLevel,
  opennessOfWeights,
  type Registry,
} from '../core';

/** Registries that hand out weights: a record there is of a model whose weights anyone can fetch. */
const WEIGHTS: ReadonlySet<Registry> = new Set([
  'huggingface',
  'ollama',
  'modelscope',
  'timm',
  'spacy',
  'torchvision',
  'torchhub',
  'ultralytics',
  'whisper',
]);

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
  const canBeHad = WEIGHTS.has(model.registry) || model.components.weights === true;
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
 * The number of parameters that a name states: `7B`, `0.5b`, `1_8b`, `350M`. Names with two sizes (`30B-A3B`) state the whole first.
 * `8x7B` states none: the experts of such a model share what is not expert, so the product is too large (Mixtral 8x7B has 46.7
 * billion, eugeneyan/open-llms@78a2524).
 */
export function parametersIn(id: string): number | null {
  const name = id.slice(id.indexOf('/') + 1).replace(POINT_AS_UNDERSCORE, '$1.$2');
  for (const part of name.split(/[-_:@/ ]+/)) {
    if (/^\d{1,3}x\d{1,4}(?:\.\d{1,3})?[bmt]$/i.test(part)) return null;
    const [, digits, unit] = /^(\d{1,4}(?:\.\d{1,3})?)([bmt])$/i.exec(part) ?? [];
    if (digits !== undefined && unit !== undefined)
      return Math.round(Number(digits) * UNITS[unit.toLowerCase() as keyof typeof UNITS]);
  }
  return null;
}

/** `-1_8b` is 1.8 billion; the underscore of `Llama_3_8B` parts words. */
const POINT_AS_UNDERSCORE = /(?<=^|-)(\d{1,3})_(\d{1,3}[bm])(?=$|[-_:@/ ])/gi;

const UNITS = { m: 1e6, b: 1e9, t: 1e12 } as const;
