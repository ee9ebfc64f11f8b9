/**
 * The words of the field, each once. Everything that is one of a fixed set of words is declared here, so that
 * code, policy file, reports and tests cannot drift apart.
 */

/** Where a model name lives: each registry has its own spelling rules. `local` is a file or folder of weights. */
export const REGISTRIES = [
  'huggingface',
  'ollama',
  'openai',
  'anthropic',
  'google',
  'bedrock',
  'vertex',
  'azure',
  'mistral',
  'cohere',
  'groq',
  'together',
  'fireworks',
  'openrouter',
  'docker',
  'modelscope',
  'kaggle',
  'nvidia',
  'replicate',
  'cloudflare',
  'timm',
  'spacy',
  'torchvision',
  'torchhub',
  'ultralytics',
  'whisper',
  'deepseek',
  'xai',
  'alibaba',
  'moonshot',
  'zhipu',
  'minimax',
  'perplexity',
  'ai21',
  'voyage',
  'reka',
  'upstage',
  'amazon',
  'oci',
  'volcengine',
  'cerebras',
  'databricks',
  'watsonx',
  'baseten',
  'sap',
  'other',
  'local',
] as const;
export type Registry = (typeof REGISTRIES)[number];

/** What the text does with the model. */
export const ROLES = ['loads', 'serves', 'calls', 'ships', 'derives', 'lists', 'mentions'] as const;
export type Role = (typeof ROLES)[number];

/** Whether the project does something with the model, so that it is judged: what is only listed or mentioned is not. */
export function isUse(role: Role): boolean {
  return role !== 'mentions' && role !== 'lists';
}

/** What part of the project a text belongs to. `tooling` is the developers' own editor, agent and CI settings. */
export const CONTEXTS = ['product', 'test', 'docs', 'example', 'migration', 'data', 'tooling'] as const;
export type Context = (typeof CONTEXTS)[number];

/** What kind of text the name stands in. */
export const PLACES = ['code', 'config', 'cli', 'comment', 'prose', 'url', 'file'] as const;
export type Where = (typeof PLACES)[number];

export const CONFIDENCES = ['high', 'medium', 'low'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** How open a model is, from least to most. `unknown` is a state of its own and never counts as open. */
export const OPENNESS_LEVELS = ['api-only', 'weights-available', 'open-weights', 'open-source'] as const;
export type OpennessLevel = (typeof OPENNESS_LEVELS)[number];

export const COMPONENTS = [
  'weights',
  'inferenceCode',
  'trainingCode',
  'trainingData',
  'dataInformation',
  'paper',
] as const;
export type Component = (typeof COMPONENTS)[number];

/** How a model came from its base. */
export const LINEAGE_RELATIONS = ['finetune', 'adapter', 'quantized', 'merge', 'distilled'] as const;
export type LineageRelation = (typeof LINEAGE_RELATIONS)[number];

/** What a project does with a model's terms, from the lightest tie to the heaviest. */
export const RELATIONS = ['references', 'calls', 'serves', 'ships', 'derives'] as const;
export type Relation = (typeof RELATIONS)[number];

/** Unknown is never shown as ok, and a missing license is never called a conflict. */
export const VERDICTS = ['ok', 'obligations', 'review', 'conflict', 'unknown'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Whether nothing stands against a use, and what it asks for is no more than duties; also of words that are no verdicts. */
export function isAllowed(verdict: string): verdict is 'ok' | 'obligations' {
  return verdict === 'ok' || verdict === 'obligations';
}

export const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const LICENSE_CATEGORIES = [
  'permissive',
  'weak-copyleft',
  'copyleft',
  'responsible-ai',
  'community-restricted',
  'non-commercial',
  'no-derivatives',
  'proprietary-api',
  'none-stated',
  'unknown',
] as const;
export type LicenseCategory = (typeof LICENSE_CATEGORIES)[number];

/** The card states no license. Known to be absent, which is not the same as not known. */
export const NONE_STATED = 'none-stated';

/** The host that stands for this project's own machines, containers and clusters. */
export const SELF = 'self';
