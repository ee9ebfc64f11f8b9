import { SERVICES } from '../registries/tables';
import type { Registry, Role } from '../vocabulary';
import type { Intent } from './intent';
import type { Knowledge } from './knowledge';
import { keyWords } from './signatures/keys';
import { nearestKey, type Site } from './site';

/** Words of configurations that train or merge. */
const TRAINING_MARKS = [
  'lora_r',
  'lora_rank',
  'num_epochs',
  'num_train_epochs',
  'merge_method',
  'learning_rate',
  'finetuning_type',
  'micro_batch_size',
];

/** What the text does with a model, from the place and the registry. */
export function roleOf(site: Site, intent: Intent, registry: Registry, knowledge: Knowledge): Role {
  if (site.lexical === 'comment' || site.lexical === 'prose' || site.lexical === 'span') return 'mentions';
  if (site.isCompared === true || (site.isKey === true && intent.strength !== 'model')) return 'mentions';
  if (REFERENCE_KEY.test(nearestKey(site))) return 'mentions';
  if (derives(site, knowledge)) return 'derives';
  if (SERVICES.has(registry)) return 'calls';
  if (intent.role !== undefined) return intent.role;
  if (REQUEST.test(site.call?.callee ?? '')) return 'calls';
  if (site.where === 'config' && keyWords(site.key).some((word) => word === 'served' || word === 'serve'))
    return 'serves';
  return (registry === 'huggingface' || registry === 'other') && isForService(knowledge) ? 'calls' : 'loads';
}

/** A request of a client to whatever server it is pointed at: that server loads the model, not this text. */
const REQUEST =
  /\b(?:completions|responses|messages|embeddings|images|transcriptions|translations|speech)\.(?:create|parse|stream|generate)$/;
/** Keys of addresses for people who want to read more. */
const REFERENCE_KEY =
  /^(?:urls|links|homepage|website|reference|references|(?:ref|doc|docs|info|card|blog|paper|home)[-_]?(?:url|link)s?)$/i;
/** What a text has that talks to a service somewhere else. */
const SERVICE_MARKS = ['api_key', 'apikey', 'api-key', 'apibase', 'api_base'];
/** What a text has that runs models itself, or talks to a server of its own. */
const OWN_MARKS = [
  'transformers',
  'from_pretrained',
  'diffusers',
  'vllm',
  'llama_cpp',
  'llama.cpp',
  'llama-server',
  'huggingface_hub',
  'torch',
  'gguf',
  'snapshot_download',
  'hf_hub',
  'mlx',
  'onnx',
  'sglang',
  'ollama',
  'safetensors',
  'tgi',
  'localhost',
  '127.0.0.1',
  '0.0.0.0',
  'empty',
  'self-host',
  'selfhost',
  'inference-server',
  'svc.cluster',
];

/** An id of the Hub in a text that gives a key to a service and runs nothing itself: the service runs it. */
function isForService(knowledge: Knowledge): boolean {
  return (
    SERVICE_MARKS.some((mark) => knowledge.mentions(mark)) &&
    !OWN_MARKS.some((mark) => knowledge.mentions(mark))
  );
}

function derives(site: Site, knowledge: Knowledge): boolean {
  if (site.where !== 'config' && site.where !== 'cli') return false;
  const words = keyWords(site.key);
  if (words.includes('base') && words.includes('model')) return true;
  return words.includes('model') && TRAINING_MARKS.some((mark) => knowledge.mentions(mark));
}
