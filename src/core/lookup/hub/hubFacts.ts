import type { LineageRelation } from '../../vocabulary';

/** What the Hub's API said of one model, reduced to facts and stripped of everything that could be mistaken for text of ours. */
export interface HubFacts {
  /** The id the Hub answers to now; differs from the asked one after a rename. */
  readonly id: string;
  readonly revision: string | null;
  /** License keys as the card declares them; a card may name several. Empty: the card states none. */
  readonly licenses: readonly string[];
  readonly licenseName: string | null;
  readonly licenseLink: string | null;
  readonly gated: boolean | null;
  /** The card bars people in the EU from a gated model. */
  readonly euDisallowed: boolean;
  readonly disabled: boolean;
  readonly bases: readonly { readonly model: string; readonly relation: LineageRelation }[];
  readonly task: string | null;
  /** Whether the repository holds files of weights; `null` where the answer lists no files. */
  readonly weights: boolean | null;
  /** Day the repository was created, `YYYY-MM-DD`: not always the model's release. */
  readonly created: string | null;
}

/** A map, since a record would also answer to `constructor`. */
const RELATIONS: ReadonlyMap<unknown, LineageRelation> = new Map([
  ['finetune', 'finetune'],
  ['adapter', 'adapter'],
  ['merge', 'merge'],
  ['quantized', 'quantized'],
]);

/**
 * Reads a model's record from the body of an API answer.
 * @returns the facts, or `undefined` when the body is not such a record. Unknown or malformed fields count as not stated;
 *   they never make a fact.
 */
export function readHubFacts(body: string): HubFacts | undefined {
  const record = asObject(parse(body));
  const id = asModelId(record?.['id'] ?? record?.['modelId']);
  if (record === undefined || id === undefined) return undefined;
  const card = asObject(record['cardData']) ?? {};
  const tags = asList(record['tags']).filter(
    (tag): tag is string => typeof tag === 'string' && tag.length <= 300,
  );
  return {
    id,
    revision: asText(record['sha'], /^[0-9a-f]{7,64}$/i),
    licenses: readLicenses(card['license'], tags),
    licenseName: asText(card['license_name'], /^[^\p{C}]{1,120}$/u),
    licenseLink: asText(card['license_link'], /^(https:\/\/[\w.~:/?#@!$&'()*+,;=%-]{4,300}|[\w./-]{1,120})$/),
    gated: readGated(record['gated']),
    euDisallowed: card['extra_gated_eu_disallowed'] === true,
    disabled: record['disabled'] === true,
    bases: readBases(card, tags).filter(({ model }) => model.toLowerCase() !== id.toLowerCase()),
    weights: readWeights(record['siblings']),
    task: asText(record['pipeline_tag'], /^[a-z0-9-]{2,60}$/),
    created: asText(
      typeof record['createdAt'] === 'string' ? record['createdAt'].slice(0, 10) : null,
      /^\d{4}-\d\d-\d\d$/,
    ),
  };
}

/** The error sentence of an answer that is not a record, bounded and in one line; `undefined` when there is none. */
export function readHubError(body: string): string | undefined {
  const error = asObject(parse(body))?.['error'];
  return typeof error === 'string' ? clean(error) : undefined;
}

function readLicenses(declared: unknown, tags: readonly string[]): string[] {
  const fromTags = tags
    .filter((tag) => tag.startsWith('license:'))
    .map((tag) => tag.slice('license:'.length));
  const fromCard = Array.isArray(declared) ? declared : [declared];
  const stated = [...fromCard, ...fromTags]
    .filter((key): key is string => typeof key === 'string')
    .map((key) => key.trim().toLowerCase());
  return [...new Set(stated.filter((key) => /^[a-z0-9][a-z0-9.+_-]{0,79}$/.test(key)))];
}

/** `gated` is false, `"auto"` or `"manual"`; anything else is not a statement. */
function readGated(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value;
  return value === 'auto' || value === 'manual' ? true : null;
}

const WEIGHTS = /\.(safetensors|gguf|bin|pt|pth|onnx|h5|msgpack|ckpt|tflite|nemo|mlmodel)$/i;

function readWeights(files: unknown): boolean | null {
  if (!Array.isArray(files) || files.length === 0) return null;
  return files.some((file) => {
    const name = asObject(file)?.['rfilename'];
    return typeof name === 'string' && name.length <= 400 && WEIGHTS.test(name);
  });
}

/** Tags carry the relation, the card only the names; a base that is free text or a path is not an id and is left out. */
function readBases(card: Readonly<Record<string, unknown>>, tags: readonly string[]): HubFacts['bases'] {
  const found = new Map<string, LineageRelation>();
  const stated = RELATIONS.get(card['base_model_relation']) ?? 'finetune';
  for (const name of asList(card['base_model'])) {
    const id = asModelId(name);
    if (id !== undefined) found.set(id, stated);
  }
  for (const tag of tags) {
    const [kind, second = '', third] = tag.split(':');
    if (kind !== 'base_model') continue;
    const id = asModelId(third ?? second);
    const relation = third === undefined ? undefined : RELATIONS.get(second);
    if (id !== undefined && (relation !== undefined || !found.has(id))) found.set(id, relation ?? stated);
  }
  return [...found].slice(0, 64).map(([model, relation]) => ({ model, relation }));
}

/** The JSON of an answer; `undefined` for a body that is none. */
export function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function asObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

function asList(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

function asText(value: unknown, shape: RegExp): string | null {
  return typeof value === 'string' && shape.test(value) ? value : null;
}

function asModelId(value: unknown): string | undefined {
  return typeof value === 'string' && /^(?:[\w.-]{1,96}\/)?[\w.-]{1,96}$/.test(value) && !value.includes('..')
    ? value
    : undefined;
}

function clean(text: string): string {
  return text
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, 160);
}
