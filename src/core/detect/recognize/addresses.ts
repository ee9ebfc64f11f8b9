import { isService } from '../host';
import { atLeast } from '../intent';
import { pin, whole, type Match } from '../match';
import { addressName, type AddressName } from '../../registries/names/address';
import { likenessOf } from '../../registries/names/families';
import { hasFileEnding, hubId, isPathLike, isPlaceholder } from '../../registries/names/hubId';
import { isLibraryName, ollamaName } from '../../registries/names/ollama';
import { splitProvider } from '../../registries/names/providerPath';
import { isWhisperSize } from '../../registries/names/library';
import { hasWeightsEnding, isWhisperCpp, isYolo, weightsFile } from '../../registries/names/weights';
import { BARE_HOSTS, ID_SCHEMES, SCHEMES } from '../../registries/tables';
import type { Registry } from '../../vocabulary';
import { archivedPackage } from './paths';
import type { Question } from './question';

/** How addresses begin that have no scheme; repositories of the Hub are cloned from the first two. */
const BARE_STARTS = ['git@hf.co:', 'git@huggingface.co:', ...BARE_HOSTS];

/** A user before a host, which may be filled in: `${HF_USER}:${HF_TOKEN}@`. */
const USER = /(?<=^https?:\/\/)[^/@\s]{1,200}@/;

/** Addresses of models, with a scheme or without. */
export function address(question: Question): Match | undefined {
  const { value } = question;
  const isAddress = value.includes('://') || BARE_STARTS.some((start) => value.startsWith(start));
  if (!isAddress || /[<>{}*]|\.\.\./.test(value.replace(USER, ''))) return undefined;
  if (value.startsWith('git@')) return cloned(value);
  const found = addressName(value);
  if (found === undefined) return archivedPackage(value) ?? hubScheme(question) ?? file(question);
  return isPlaceholder(found.id) || isUnknown(found, question) ? undefined : inAddress(found, question);
}

/** The form of the address alone is not certain, and nobody knows the name. */
function isUnknown({ uncertain, id, registry }: AddressName, { knowledge }: Question): boolean {
  return uncertain === true && !knowledge.knows(id, 'huggingface') && !knowledge.knows(id, registry);
}

/** The name in an address, or the whole of what has no scheme of the web: `hf.co/owner/name` is a name itself. */
function inAddress(found: AddressName, { value, intent }: Question): Match {
  const { registry, id, uncertain, revision, isEndpoint } = found;
  const isOfHub = registry === 'huggingface';
  const isWhole = isOfHub && (!value.includes('://') || value.startsWith('hf://'));
  const { start, end } = isWhole ? { start: 0, end: value.length } : found;
  const isInOllama = isOfHub && intent.registry === 'ollama';
  return {
    start,
    end,
    registry: isInOllama ? 'ollama' : registry,
    id: isInOllama ? `hf.co/${id}` : id,
    evidence: `url:${registry}`,
    ...(uncertain !== true && { confidence: 'high' as const }),
    ...(revision !== undefined && { revision: pin(revision) }),
    ...(isEndpoint && { isEndpoint }),
    ...fileIn(value),
  };
}

/**
 * The address of a repository behind the provider that a gateway is to ask for it, which gets and runs it:
 * `ollama/hf.co/owner/name:Q4_K_M`, `openai/hf.co/owner/name` (https://docs.litellm.ai/docs/providers/ollama).
 */
export function providedAddress({ value, intent }: Question): Match | undefined {
  const path = intent.excluded || isPlaceholder(value) ? undefined : splitProvider(value);
  if (path === undefined || !BARE_HOSTS.some((start) => path.rest.startsWith(start))) return undefined;
  const found = addressName(path.rest);
  if (found?.registry !== 'huggingface') return undefined;
  const isOfOllama = path.registry === 'ollama';
  return whole(
    value,
    isOfOllama ? 'ollama' : found.registry,
    isOfOllama ? `hf.co/${found.id}` : found.id,
    `provider:${path.prefix}`,
  );
}

/** A path of the Hub's pages that begins with a variable for its address, or at its root. */
const AT_BASE = new RegExp(
  String.raw`^(?:\$?\{[^{}/\s]{1,80}\}|\$\w{1,60}|\$\(\w{1,60}\))?/` +
    String.raw`(?=[\w.-]{1,96}/[\w.-]{1,96}/resolve/[^/\s]{1,80}/\S)`,
);

/**
 * A file of a repository whose address begins with a variable: `$HF_BASE/owner/name/resolve/main/model.onnx`. No other
 * site has files below that word.
 */
export function belowBase({ value }: Question): Match | undefined {
  const base = AT_BASE.exec(value)?.[0].length ?? 0;
  const [owner = '', name = '', , revision = ''] = value.slice(base).split('/', 4);
  const id = `${owner}/${name}`;
  if (base === 0 || owner === 'datasets' || hubId(id) === undefined || isPlaceholder(id)) return undefined;
  return {
    start: base,
    end: base + id.length,
    registry: 'huggingface',
    id,
    evidence: 'url:huggingface',
    confidence: 'high',
    ...(/^[\w.-]+$/.test(revision) && { revision: pin(revision) }),
    ...fileIn(value),
  };
}

const PICTURE = /\.(?:png|jpe?g|gif|svg|webp|ico|bmp|avif)$/i;

/** The file that an address ends in, when it has the ending of weights or of a picture. */
function fileIn(address: string): Pick<Match, 'file' | 'isPicture'> {
  const path = address.split(/[?#]/, 1)[0] ?? '';
  const name = path.slice(path.lastIndexOf('/') + 1);
  return hasWeightsEnding(name) ? { file: name } : PICTURE.test(name) ? { isPicture: true } : {};
}

/** `git@hf.co:owner/name` */
function cloned(value: string): Match | undefined {
  const start = value.indexOf(':') + 1;
  const id = value.slice(start);
  return (
    hubId(id) && {
      start,
      end: value.length,
      registry: 'huggingface',
      id,
      evidence: 'url:huggingface',
      confidence: 'high',
    }
  );
}

function file({ value, knowledge }: Question): Match | undefined {
  const found = weightsFile(value, 'address') ?? knowledge.listedFile(value);
  if (found === undefined || isPlaceholder(value.slice(0, 400))) return undefined;
  const id = value.slice(found.start, found.end);
  return { ...found, registry: registryOfFile(id), id, evidence: 'weights-file' };
}

/**
 * `hf-hub:owner/name`, `hf:owner/name`, `huggingface://owner/name/file.gguf`: a scheme of a library before an id of
 * the Hub, perhaps with a file of it.
 */
export function hubScheme({ value, intent }: Question): Match | undefined {
  const scheme = ID_SCHEMES.find((prefix) => value.startsWith(prefix));
  if (scheme === undefined || intent.excluded) return undefined;
  const path = value.slice(scheme.length).split(/[@:]/, 1)[0] ?? '';
  const { file } = fileIn(path);
  const id = file === undefined ? path : path.split('/', 2).join('/');
  if (hubId(id) === undefined || isPlaceholder(id)) return undefined;
  return {
    start: 0,
    end: value.length,
    registry: 'huggingface',
    id,
    evidence: `scheme:${scheme}`,
    confidence: 'high',
    ...(file !== undefined && { file }),
  };
}

/**
 * A repository, which of its files is loaded, and the length of the context: `owner/name-GGUF/*Q4_K_M.gguf`, as
 * llama-cpp-python has it (https://github.com/abetlen/llama-cpp-python, `from_pretrained`), and of what is built on
 * it `llama-cpp-python/owner/name-GGUF/*Q4_K_M.gguf@8192` (https://github.com/superlinear-ai/raglite).
 */
const CHOSEN_FILE =
  /^(llama[-_]?cpp[-_]python\/)?([\w.-]{1,96}\/[\w.-]{1,96})\/[\w.*-]{1,120}\.gguf(?:@\d{1,9})?$/i;
/** Files of the project are loaded by it: `Llama(model_path="llama/q4/*.gguf")`. */
const PATH_KEY = /model[-_]?path$/i;

export function chosenFile({ value, site, intent, knowledge }: Question): Match | undefined {
  const [, program = '', id = ''] = (intent.excluded ? null : CHOSEN_FILE.exec(value)) ?? [];
  if (program === '' && (!value.includes('*') || PATH_KEY.test(site.key))) return undefined;
  const parts = hubId(id);
  if (parts === undefined || isPlaceholder(id)) return undefined;
  if (isPathLike(parts) && !knowledge.knows(id, 'huggingface')) return undefined;
  return {
    start: program.length,
    end: program.length + id.length,
    registry: 'huggingface',
    id,
    evidence: 'scheme:hub',
    confidence: 'high',
  };
}

/** `ollama://qwen2.5:7b`, `kaggle://keras/bert/keras/bert_base_en/2`, `azureml://registries/azureml-meta/models/…` */
export function ownScheme({ value }: Question): Match | undefined {
  const found = SCHEMES.find(({ scheme }) => value.startsWith(scheme));
  if (found === undefined || isPlaceholder(value)) return undefined;
  const { scheme, registry, name: form } = found;
  const name = form.exec(value.slice(scheme.length));
  if (name === null) return undefined;
  return {
    start: 0,
    end: value.length,
    registry,
    id: name[1] ?? name[0],
    evidence: `scheme:${scheme}`,
    confidence: 'high',
  };
}

/** The Deep Java Library's addresses of its zoo: `djl://ai.djl.huggingface.pytorch/owner/name`. */
export function zooAddress({ value }: Question): Match | undefined {
  const prefix = /^djl:\/\/ai\.djl\.huggingface\.[a-z]+\//.exec(value)?.[0];
  const id = value.slice(prefix?.length ?? 0);
  if (prefix === undefined || hubId(id) === undefined) return undefined;
  return {
    start: prefix.length,
    end: value.length,
    registry: 'huggingface',
    id,
    evidence: 'scheme:djl',
    confidence: 'high',
  };
}

/** A path in somebody's own storage: `gs://bucket/owner/name/`, `s3://bucket/models/name/model.tar.gz`. */
const IN_STORAGE =
  /^(?:s3a?|gs|gcs|az|abfss?|wasbs?|oss|cos|obs|tos|minio|r2|oci):\/\/[^/\s]{1,120}\/([\w./-]{3,200}?)\/?$/;

/** Weights that are kept in a bucket under the name that they are known by. */
export function stored({ value, intent, knowledge }: Question): Match | undefined {
  const path = intent.excluded ? undefined : IN_STORAGE.exec(value)?.[1];
  if (path === undefined) return undefined;
  const folders = path.split('/').filter((part) => part !== '');
  if (hasFileEnding(folders.at(-1) ?? '')) folders.pop();
  for (const id of [folders.slice(-2).join('/'), folders.at(-1) ?? '']) {
    const registry = ofKnownWeights(id, knowledge);
    if (registry !== undefined) return whole(value, registry, id, 'scheme:storage');
  }
  return undefined;
}

/** The registry of a name that is known as that of weights, and no member of a family that nobody knows. */
export function ofKnownWeights(id: string, knowledge: Question['knowledge']): Registry | undefined {
  const found = id.includes('-') && /\d/.test(id) ? knowledge.resolve(id) : undefined;
  return found === undefined || found.via === 'family' || isService(found.registry)
    ? undefined
    : found.registry;
}

/** Where OpenAI publishes the files of Whisper: https://github.com/openai/whisper (`whisper/__init__.py`) */
export function whisperAddress({ value }: Question): Match | undefined {
  const size = OF_WHISPER.exec(value)?.[1] ?? '';
  return isWhisperSize(size) ? whole(value, 'whisper', size, 'scheme:whisper') : undefined;
}

const OF_WHISPER = new RegExp(
  String.raw`^https://openaipublic\.(?:azureedge\.net|blob\.core\.windows\.net)/main/whisper/models/` +
    String.raw`[\da-f]{64}/([\w.-]{1,40})\.pt$`,
);

/** Names of weights files. */
export function weights(question: Question): Match | undefined {
  const { value, site, intent, knowledge } = question;
  const archived = /\.(?:whl|gz)$/.test(value) ? archivedPackage(value) : undefined;
  if (archived !== undefined) return archived;
  if (!mayBeFile(value)) return undefined;
  const place = placeOfFile(question);
  if (place === 'address' && value.includes('/')) return undefined;
  const found = weightsFile(value, place) ?? knowledge.listedFile(value);
  if (found === undefined) return undefined;
  const id = value.slice(found.start, found.end);
  const registry = intent.loader?.registry === 'ultralytics' ? 'ultralytics' : registryOfFile(id);
  if (site.lexical === 'prose' && !/\.(?:gguf|safetensors|ggml|llamafile|pt|onnx)$/i.test(id))
    return undefined;
  return { ...found, registry, id, evidence: 'weights-file' };
}

/** A file of a data set whose ending data has too: https://huggingface.co/docs/hub/datasets-overview */
const OF_DATASET = /^https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co)\/datasets\/[^?#]*\.bin(?:[?#]|$)/i;

function mayBeFile(value: string): boolean {
  return value.includes('.') && !value.startsWith('-') && !isPlaceholder(value) && !OF_DATASET.test(value);
}

/** What the place of a name says of the file. */
function placeOfFile({ site, intent, knowledge }: Question): Parameters<typeof weightsFile>[1] {
  if (site.operand?.evidence === 'link') return 'address';
  if (isGotFromRepository(site, knowledge)) return 'download';
  return site.lexical === 'string' && atLeast(intent, 'model') ? 'model' : 'text';
}

/**
 * `url: "stories15M.bin"`, in a text that has the address of a folder of the Hub to put before it, or the file that a
 * call gets from a repository: `hf_hub_download(repo_id=…, filename="photomaker-v2.bin")`.
 */
export function isGotFromRepository(
  { key, call }: Question['site'],
  knowledge: Question['knowledge'],
): boolean {
  if (call !== undefined)
    return (
      /^(?:filename|weight_name|weightName)$/.test(key) && /(?:hub_download|load_\w+)$/.test(call.callee)
    );
  return /url$/i.test(key) && knowledge.mentions('/resolve/');
}

/** `FROM ./biomistral-7b-q4-gguf`: a Modelfile takes weights whatever the end of their name. */
export function builtFrom({ value, intent }: Question): Match | undefined {
  if (!/^\.{0,2}\//.test(value) || !intent.evidence.startsWith('modelfile:')) return undefined;
  const start = value.lastIndexOf('/') + 1;
  const id = value.slice(start);
  const { family, packed } = likenessOf(id);
  return family !== '' && packed
    ? { start, end: value.length, registry: 'local', id, evidence: intent.evidence }
    : undefined;
}

/** Whose files have names like this: Ultralytics' and whisper.cpp's are the names of their models. */
function registryOfFile(name: string): Registry {
  const stem = name.slice(0, name.lastIndexOf('.'));
  if (isYolo(stem)) return 'ultralytics';
  return isWhisperCpp(stem) ? 'whisper' : 'local';
}

/** `hf.co/owner/name:Q4_K_M` and `library/name:tag` in the places of Ollama names. */
export function ollamaPath({ value, intent }: Question): Match | undefined {
  if (intent.registry !== 'ollama' || !value.startsWith('library/')) return undefined;
  const split = ollamaName(value.slice('library/'.length));
  if (split === undefined || !isLibraryName(split.name)) return undefined;
  return {
    start: 0,
    end: value.length,
    registry: 'ollama',
    id: value.slice('library/'.length),
    evidence: intent.evidence,
  };
}
