import { memoized } from '../../text/memo';

/**
 * The form of the Hub's ids, `owner/name`, and what merely looks like one: paths, MIME types, packages, placeholders.
 * The rules for owner and name are those of the Hub's own validation: letters, digits, `-`, `_` and `.`, at most 96
 * characters, no `--` or `..`, no `-` or `.` at either end (huggingface_hub, `validate_repo_id`).
 */

export interface HubId {
  readonly owner: string;
  readonly name: string;
}

const LONGEST_PART = 96;

/** Folders that programs keep things in: `models/x` is a path unless the catalog knows it. */
const FOLDERS = new Set(
  (
    'model models output outputs checkpoint checkpoints ckpt ckpts data dataset datasets saved_model ' +
    'saved_models results result weights pretrained pretrained_models ' +
    'pretrained-models logs log run runs tmp temp experiments exp artifacts cache assets out build ' +
    'dist src lib libs test tests example examples sample samples script scripts config configs conf ' +
    'resources ' +
    'resource static public private local home usr opt mnt app apps workspace work bin etc var dev ' +
    'root content drive volumes volume storage media img images image docs doc api v1 v2 v3 core ' +
    'utils util common ' +
    'packages package modules module components pages server client web www node_modules vendor ' +
    'internal cmd pkg tools tool templates template train training eval evals benchmarks save saves ' +
    'saved merged lora loras adapters adapter ' +
    'export exports onnx gguf tokenizer tokenizers my_model my-model path to folder dir downloads ' +
    'download llm llms hub refs origin feature features fix release releases branch main master user ' +
    'users ' +
    'text audio video application font multipart message chemical x-world actions github com org net ' +
    'http https file files input inputs and or not type types ' +
    'deployment deployments svc service services pod pods job jobs statefulset daemonset configmap ' +
    'secret ingress namespace node nodes ipc nginx library ghcr.io docker.io quay.io gcr.io registry ' +
    'project projects demo demos finetuned fine-tuned fine_tuned fine_tuning finetuning llama.cpp ' +
    'models_cache blobs snapshots tmp_model chat venv venvs env envs virtualenv virtualenvs'
  ).split(' '),
);

/** What stands for a name that the reader should fill in. */
const PLACEHOLDERS = new Set(
  (
    'user user-id user_id username your_username your-username yourusername your-org your_org org ' +
    'organization owner namespace author name your-name your_name hf-username hf_username hf-user me ' +
    'myorg my-org my_org mycompany company ' +
    'your-hf-username your_hf_username your-user repo your-repo xxx xxxx foo bar baz abc someone ' +
    'someuser some-user repo_id repo-id org-id org_id model_id model-id model_name model-name ' +
    'owner_name repo_owner provider ' +
    'xx your-model your_model my-model my_model mymodel custom_model_name custom-model model-or-path ' +
    'some-model my-awesome-model new-model your-model-name your_model_name your-model-id placeholder ' +
    'example fake dummy mock test-org test_org some-org fake-org dummy-org mock-org testorg ' +
    'test-model test_model test-user testuser vendor owner-name my-user invalid-model unknown-model bad-model'
  ).split(' '),
);

/** Endings of files that are no models. */
const FILE_ENDINGS = new Set(
  (
    'py js ts tsx jsx mjs cjs json jsonl yaml yml toml md mdx rst txt csv tsv xml html htm css scss ' +
    'png jpg jpeg gif svg webp ico wav mp3 mp4 flac ogg webm zip tar gz tgz whl lock sh bash ps1 bat ' +
    'go rs java kt swift rb php c h cc cpp hpp cs r jl scala ex exs lua sql ipynb pdf ini cfg conf ' +
    'env log pid sock tpl jinja j2 tf hcl proto parquet arrow pkl npy npz db sqlite dockerfile map ' +
    'vue svelte ' +
    'properties gradle plist lproj storyboard xib dll so dylib exe jar war class o a obj glsl wgsl ' +
    'metal cu cuh patch diff snap bib tex gguf safetensors onnx pt pth ckpt tflite'
  ).split(' '),
);

/** An owner of numbers alone, `2121-8/name`, which are no date: `2024-12/name` is a folder. */
const NUMBERS = /^(?!(?:19|20)\d\d-|\d{1,2}-\d{1,2}(?:-\d{2,4})?$)\d{1,20}(?:-\d{1,20}){1,4}$/;

/** Reads `owner/name`; `undefined` when the value has not that form. */
export function hubId(value: string): HubId | undefined {
  const slash = value.indexOf('/');
  if (slash <= 0 || slash !== value.lastIndexOf('/') || value.length > 2 * LONGEST_PART + 1) return undefined;
  const owner = value.slice(0, slash);
  const name = value.slice(slash + 1);
  const isOwner = /[a-z]/i.test(owner) || NUMBERS.test(owner);
  return isOwner && isPart(owner) && isPart(name) && /[a-z]/i.test(name) ? { owner, name } : undefined;
}

function isPart(part: string): boolean {
  return (
    part.length > 0 &&
    part.length <= LONGEST_PART &&
    /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(part) &&
    !/[-.]$/.test(part) &&
    !part.includes('--') &&
    !part.includes('..')
  );
}

/** The name of a model without an owner, as the Hub's first models have it. */
export function isBareHubName(value: string): boolean {
  return isPart(value) && value.length >= 3;
}

/** What sets of data are called at their end: `acme/tulu-v2-sft-mixture`. */
export function isOfData({ name }: HubId): boolean {
  return /[-_](?:mixture|datasets?|corpus|preferences|prompts)$/i.test(name);
}

/** A path in a project, a MIME type, an address: not an id unless the catalog knows it. */
export function isPathLike({ owner, name }: HubId): boolean {
  return (
    FOLDERS.has(owner.toLowerCase()) ||
    /[-_](?:examples?|tests?|evals?|benchmarks?|scripts|docs)$/.test(owner) ||
    hasFileEnding(name) ||
    VOCABULARY.test(name) ||
    looksLikeHost(owner) ||
    AZURE_PROVIDER.test(owner) ||
    owner === AWS_NAMESPACE
  );
}

/** A file that a tokenizer reads, in a folder of the project: `onnx-merged/sentencepiece.model`. */
const VOCABULARY = /\.(?:model|spm|tiktoken)$/;

/** `Microsoft.Authorization/roleDefinitions`: types of resources begin with their provider's name. */
const AZURE_PROVIDER = /^microsoft\.[a-z]+$/i;

/**
 * `AWS/Bedrock`: namespaces of the metrics of services,
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/aws-services-cloudwatch-metrics.html
 */
const AWS_NAMESPACE = 'AWS';

/** `GLINER_MODEL`: the name of a variable of the environment. */
const VARIABLE = /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)*_(?:MODEL|NAME|ID|PATH|URL)$/;

/** `chat2db.model`, `house2.chat.modelName`: the key of a setting. */
const SETTING =
  /^[a-z][a-z\d]{0,40}(?:\.[a-z][\w-]{0,40}){0,8}\.(?:model|modelName|modelId|model[-_](?:name|id))$/;

export const isPlaceholder: (value: string) => boolean = memoized((value) => {
  if (VARIABLE.test(value) || SETTING.test(value)) return true;
  const lower = value.toLowerCase();
  if (/(?:^|[-_/. ])(?:your|my|placeholder|xxx+|changeme|todo)(?:[-_/ ]|$)|<|>|\{|\}|\*|\.\.\./.test(lower))
    return true;
  if (/(?:^|[-_/])(?:non-?_?existent|not-exist\w*|no-such)(?:[-_/]|$)/.test(lower)) return true;
  if (/(?:^|\/)(?:some|test)-(?:[\w-]{1,40}-)?(?:repo|user|owner|org|model|account)\//.test(lower))
    return true;
  return lower.split(/[/:]/).some((part) => PLACEHOLDERS.has(part));
});

export function hasFileEnding(name: string): boolean {
  const dot = name.lastIndexOf('.');
  return dot > 0 && FILE_ENDINGS.has(name.slice(dot + 1).toLowerCase());
}

/** `github.com`, `k8s.io`: a host, not an owner. */
function looksLikeHost(owner: string): boolean {
  return /\.(?:com|org|io|net|dev|ai|cn|co|sh|app|cloud|gov|edu|us|de|jp|uk|in|rs|so|me)$/i.test(owner);
}

/** A mark that ids of models have and plain words have not: a digit, a capital or a hyphen in the name. */
export function hasNameMarks(name: string): boolean {
  return /[\dA-Z]|-/.test(name);
}

/** Whether a text has the form `owner/name`. */
export function isHubId(text: string): boolean {
  return hubId(text) !== undefined;
}
