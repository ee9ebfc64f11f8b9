/**
 * What OpenRouter answers where it is asked for its models, as programs save it:
 * https://openrouter.ai/docs/api-reference/list-available-models
 */

/** The keys by which a record of that answer names its model: what is asked for, and what that stands for today. */
export const NAMES_IN_ANSWER: ReadonlySet<string> = new Set(['id', 'canonical_slug']);

/** What OpenRouter itself says of a model: a record with another key was made, or gone over, by somebody else. */
export const KEYS_OF_ANSWER: ReadonlySet<string> = new Set([
  'id',
  'canonical_slug',
  'hugging_face_id',
  'name',
  'created',
  'description',
  'context_length',
  'architecture',
  'pricing',
  'top_provider',
  'per_request_limits',
  'supported_parameters',
  'default_parameters',
  'expiration_date',
]);

/** A word that each record of the answer has, and hardly another text. */
export const WORD_OF_ANSWER = 'top_provider';

/** Whether a value has the form of a record in that answer: all that only OpenRouter says of a model, together. */
export function isRecordOfAnswer(value: unknown): boolean {
  if (!isMapping(value)) return false;
  return (
    typeof value['id'] === 'string' &&
    (typeof value['canonical_slug'] === 'string' || typeof value['created'] === 'number') &&
    typeof value['context_length'] === 'number' &&
    isMapping(value[WORD_OF_ANSWER]) &&
    isArchitecture(value['architecture']) &&
    isPricing(value['pricing'])
  );
}

function isArchitecture(value: unknown): boolean {
  return isMapping(value) && 'tokenizer' in value && ('modality' in value || 'input_modalities' in value);
}

function isPricing(value: unknown): boolean {
  return isMapping(value) && typeof value['prompt'] === 'string' && typeof value['completion'] === 'string';
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
