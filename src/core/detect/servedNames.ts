import { languageOf } from '../documents/fileTypes';
import type { Detection, ModelReference } from '../reference';
import { namesInOllama } from './namesInOllama';
import { aliasesOfLlama, namesBehindFlag, namesIn } from './namesOfServer';
import { accountsIn, type AccountIn, isAccount, oneAccount, regionOfAccount } from './ownAccounts';
import { deploymentsIn, isDeployment, oneOf, runningModel, type RunsModel } from './ownDeployments';
import { providerRegistry, splitProvider } from '../registries/names/providerPath';
import { hostOf, HUBS } from '../registries/tables';
import { isUse, type Registry, SELF } from '../vocabulary';
import { isToldBySpelling } from './uses/nameAlone';
import { isToldByOwnAddress, OFFERED } from './uses/ownAddress';
import { matchesOf } from '../text/matches';

/**
 * What a server of the project offers under a name: a model that its settings give the `name`, or that those of a
 * `gateway` do, which asks another server for it; weights by an `alias` that is the name of another service's model; or
 * which model a deployment at a service runs, and where an account is.
 */
export type ServedAs = 'name' | 'gateway' | 'alias' | RunsModel | AccountIn;

/** What a name is of which two files tell. */
export function bothServed(known: ServedAs | undefined, told: ServedAs): ServedAs {
  if (known === undefined || known === told) return told;
  const server = BY_SERVERS.find((as) => known === as || told === as);
  if (server !== undefined) return server;
  if (isAccount(known) && isAccount(told)) return oneAccount(known, told);
  // Accounts have names that nothing else has.
  return isDeployment(known) && isDeployment(told) ? oneOf(known, told) : told;
}

/** What servers offer under a name: the first goes before the others. */
const BY_SERVERS = ['name', 'gateway', 'alias'] as const;

export type ServedNames = ReadonlyMap<string, ServedAs>;

/** The flag of vLLM and others for the names that the server answers to, which may be several. */
const FLAG = /--served[-_]model[-_]name(?![\w-])/g;
/**
 * vLLM's settings file, and its arguments as keys (https://docs.vllm.ai/en/stable/serving/openai_compatible_server/),
 * also as values of a chart and variables are spelled: `servedModelName`. Several names stand in a list or in a row.
 */
const SETTING = new RegExp(
  String.raw`^[ \t]*(?:-[ \t]+)?["']?served[-_]?model[-_]?name["']?[ \t]*[:=](?:[ \t]*([^\n#]{1,400})|[ \t]*\r?\n` +
    String.raw`((?:[ \t]*-[ \t][^\n]{1,200}(?:\n|$)){1,20}))`,
  'gim',
);
/**
 * A name of LiteLLM's proxy (https://docs.litellm.ai/docs/proxy/configs): what is asked for it stands beside it,
 * under `litellm_params`.
 */
const GATEWAY_NAME =
  /^[ \t]*(?:-[ \t]+)?["']?model_name["']?[ \t]*:[ \t]*["']?([A-Za-z0-9\x80-\uffff][\w./:@\x80-\uffff-]{0,199})/gm;
const GATEWAY = 'litellm_params';

/** A model that KubeAI serves under the name of its resource (https://www.kubeai.org/reference/kubernetes-api/). */
const RESOURCE_NAME = new RegExp(
  String.raw`^apiVersion:[ \t]*kubeai\.org/\w+[ \t]*\r?\nkind:[ \t]*Model[ \t]*\r?\nmetadata:[ \t]*\r?\n` +
    String.raw`(?:[ \t][^\n]*\n){0,8}?[ \t]{1,8}name:[ \t]*["']?([A-Za-z0-9][\w.-]{0,199})`,
  'gm',
);
const RESOURCE = 'kubeai.org/';

/**
 * A container of NVIDIA NIM, which answers to the name in its path
 * (https://docs.nvidia.com/nim/large-language-models/latest/getting-started.html).
 */
const NIM = /\bnvcr\.io\/nim\/([\w-]{1,60}\/[\w.-]{1,120})/g;
const NIM_IMAGES = 'nvcr.io/nim/';

/**
 * A model that Ray Serve offers under a name, with the repository behind it that it gets it from
 * (https://docs.ray.io/en/latest/serve/llm/index.html). A name with an owner tells the model itself where what stands
 * behind is a folder.
 */
const RAY_NAME = new RegExp(
  String.raw`^[ \t]*(?:-[ \t]+)?["']?model_id["']?[ \t]*:[ \t]*["']?([A-Za-z\d][\w.-]{0,199})["']?,?[ \t]*\r?\n` +
    String.raw`[ \t]*["']?model_source["']?[ \t]*:[ \t]*["']?[A-Za-z\d][\w.-]{0,95}/[\w.-]{1,96}["']?[ \t]*$`,
  'gm',
);
const RAY_SOURCE = 'model_source';

/**
 * Where the commands of hubs, and what a script calls of their libraries, put a model: programs get it there
 * (https://hf.co/docs/huggingface_hub/guides/cli, https://modelscope.cn/docs/models/download).
 */
const FOLDER = /\blocal[-_]dir["']?[\s"',=\\]{1,20}([\w./~\x80-\uffff-]{1,200})/g;
const PUTS = /local[-_]dir/;

/**
 * Between words of a command: also of one that is a list of words, or goes on in another line. No character can be
 * taken in two ways, nor can one of a word, else what fits nothing would be tried in all of them.
 */
const GAP = String.raw`(?:[ \t\r\n"',]|\\(?=\r?\n)|-(?=[ \t])){1,200}`;
const WORD = String.raw`(?!-[ \t])[\w.=:-]{1,60}(?![\w.=:-])`;
/** A repository that is cloned, with the host that it is got from and the folder that it is put in. */
const CLONED = new RegExp(
  String.raw`\bclone(?:${GAP}${WORD}){0,6}?${GAP}(?:https://(?:[^\s@/"']{1,120}@)?|git@)` +
    String.raw`([\w.-]{1,60})[/:][\w.-]{1,96}/[\w.-]{1,96}${GAP}((?:[\w.~-]{0,96}/){1,8}[\w.-]{0,96})`,
  'g',
);

/** The folders into which a text clones repositories of a hub. */
function clonesIn(text: string): readonly string[] {
  return [...matchesOf(text, CLONED)].flatMap(([, host = '', folder = '']) =>
    HUBS.has(hostOf(host)?.registry ?? 'other') ? [folder] : [],
  );
}

/**
 * A model that LocalAI offers under a name of its owner's, by the file that has its settings
 * (https://localai.io/docs/advanced/), or by those that are loaded when it starts.
 */
const LOCAL_AI_NAME =
  /^name:[ \t]*["']?([A-Za-z\d\x80-\uffff][\w./:@\x80-\uffff-]{0,199})["']?[ \t]*(?:#[^\n]*)?$/gm;
const LOCAL_AI_MODEL =
  /^parameters:[ \t]*\r?\n(?:(?:[ \t][^\n]*)?\n){0,20}?[ \t]{1,8}model:[ \t]*["']?([^\s"'#]{1,200})/m;
const PRELOADED = /PRELOAD_MODELS\b["']?\s{0,4}[:=]\s{0,4}["']?(\[[^\]]{1,4000}\])/g;
const PRELOADED_NAME = /\\?"name\\?"\s{0,4}:\s{0,4}\\?"([^"\\]{1,200})/g;

function namesOfLocalAi(text: string): readonly string[] {
  const source = text.includes('parameters:') ? LOCAL_AI_MODEL.exec(text)?.[1] : undefined;
  const [own, ...others] = source === undefined ? [] : [...matchesOf(text, LOCAL_AI_NAME)];
  // Several documents in one file are no settings of a model, and a model by its own name is none that its owner chose.
  const name = others.length === 0 && own?.[1] !== source ? own?.[1] : undefined;
  const preloaded = [...matchesOf(text, PRELOADED)].flatMap(([, list = '']) => [
    ...matchesOf(list, PRELOADED_NAME),
  ]);
  return [...(name === undefined ? [] : [name]), ...preloaded.map(([, one = '']) => one)];
}

/** Files that start servers or set them up. */
const STARTERS = new Set([
  'yaml',
  'json',
  'jsonc',
  'toml',
  'dockerfile',
  'shellscript',
  'makefile',
  'dotenv',
  'terraform',
  'bicep',
]);

/** Whether a file may start a server that gives its model a name. */
export function mayServe(path: string): boolean {
  return STARTERS.has(languageOf(path));
}

/** A file or a key that has the aliases of a server that speaks another service's protocol. */
const ALIAS_FILE = /alias(?:es)?[^/]{0,40}\.(?:json|ya?ml|toml)$/i;
/** The table in braces, or in the lines below that are further in or give values in TOML. */
const ALIAS_TABLES = [
  /\b(?:model|engine)[-_]?alias(?:es)?["']?[ \t]*[:=][ \t]*\{([^{}]{0,20000})\}/gi,
  /\b(?:model|engine)[-_]?alias(?:es)?["']?\]?:?[ \t]*\r?\n((?:(?:[ \t]|[\w"'.-]{1,80} ?=)[^\n]*\n){1,400})/gi,
];
/** `"tts-1": "owner/name"`: a name, and the repository of the weights that answer to it. */
const ALIAS = new RegExp(
  String.raw`(?:^|[\s{,])["']?([A-Za-z][\w.:-]{1,80})["']?[ \t]{0,20}[:=][ \t]{0,20}["']?([A-Za-z\d][\w.-]{0,95})/` +
    String.raw`[A-Za-z\d][\w.-]{0,95}["']?[ \t]{0,20}(?=[,}\r\n#]|$)`,
  'g',
);

/** The aliases that a text of settings gives to weights. `openai/gpt-4o` is asked at a service itself. */
function aliasesIn(text: string, path: string): readonly string[] {
  const tables = ALIAS_FILE.test(path)
    ? [text]
    : ALIAS_TABLES.flatMap((form) => [...matchesOf(`${text}\n`, form)].map(([, table = '']) => table));
  return tables.flatMap((table) =>
    [...matchesOf(table, ALIAS)].flatMap(([, name = '', owner = '']) =>
      providerRegistry(owner) === undefined ? [name] : [],
    ),
  );
}

/**
 * The names that servers and gateways of the project give to what they offer, as its settings and commands state
 * them.
 */
export function servedNames(text: string, path: string): ServedNames {
  if (!mayServe(path)) return new Map();
  const served = /served[-_]?model[-_]?name/i.test(text) ? namesOfServers(text) : [];
  const patterns = [
    ...(PUTS.test(text) ? [FOLDER] : []),
    ...(text.includes(RESOURCE) ? [RESOURCE_NAME] : []),
    ...(text.includes(RAY_SOURCE) ? [RAY_NAME] : []),
  ];
  const namesBy = (pattern: RegExp): readonly string[] =>
    [...matchesOf(text, pattern)].map(([, name = '']) => name);
  const names = [
    ...patterns.flatMap(namesBy),
    ...(text.includes('clone') ? clonesIn(text) : []),
    ...aliasesOfLlama(text),
    ...namesInOllama(text),
    ...namesOfLocalAi(text),
  ];
  const aliases = /alias/i.test(path) || /alias/i.test(text) ? aliasesIn(text, path) : [];
  const containers = text.includes(NIM_IMAGES) ? namesBy(NIM) : [];
  const atGateway = text.includes(GATEWAY) ? namesBy(GATEWAY_NAME) : [];
  return new Map<string, ServedAs>([
    ...deploymentsIn(text),
    ...accountsIn(text),
    ...[...aliases, ...containers].map((name) => [name, 'alias'] as const),
    ...atGateway.map((name) => [name, 'gateway'] as const),
    ...[...served, ...names].map((name) => [name, 'name'] as const),
  ]);
}

/** All names that flags and settings of servers give their models. */
function namesOfServers(text: string): readonly string[] {
  const behindFlags = [...matchesOf(text, FLAG)].map(({ 0: flag, index }) =>
    namesBehindFlag(text, index + flag.length),
  );
  const inSettings = [...matchesOf(text, SETTING)].map(([, row = '', lines = '']) =>
    namesIn(row === '' ? lines : row),
  );
  return [...behindFlags, ...inSettings].flat();
}

/** A name without an owner that no hub and no other service is asked for: the project's own server knows it. */
function isAskedHere({ text, registry, role, host, evidence }: ModelReference): boolean {
  return (
    registry === 'huggingface' &&
    role === 'loads' &&
    host === SELF &&
    !text.includes('/') &&
    !evidence.some((one) => /^(?:loader|command|url):/.test(one))
  );
}

/** `openai/house` of a gateway, which asks for `house`: no name of a gateway's own, which may stand for just this. */
function isAskedBehindPrefix({ role, text }: ModelReference, served: ServedNames): boolean {
  const name = isUse(role) ? splitProvider(text)?.rest : undefined;
  return name !== undefined && served.get(name) === 'name';
}

/** As what a name is served; what a gateway asks for behind a provider may be called like its own name for it. */
function servedAs({ id, text }: ModelReference, served: ServedNames): ServedAs | undefined {
  const as = served.get(id) ?? served.get(text);
  return as === 'gateway' && splitProvider(text)?.rest === id ? undefined : as;
}

/**
 * A detection in which names that only the project's own servers know are no uses: which model it is, the setting of
 * the server says, which is the use. A name that the catalog knows stays what it is, for it may be asked elsewhere
 * too: unless the address of its client is the project's own, or a server of the project answers to it with weights
 * and nothing but its spelling says who is asked.
 */
export function withoutServedNames(found: Detection, served: ServedNames | undefined): Detection {
  if (served === undefined || served.size === 0) return found;
  const isOwn = (reference: ModelReference): boolean => {
    const { model, registry, role, why } = reference;
    const as = isUse(role) ? servedAs(reference, served) : undefined;
    // What is called like weights that Ollama's library has is taken for these: what it was made of may be anywhere.
    const isName = (as === 'name' && !(registry === 'ollama' && model !== null)) || as === 'gateway';
    if (isToldByOwnAddress(why) && (isName || as === 'alias' || isAskedBehindPrefix(reference, served)))
      return true;
    if (as === 'alias') return isToldBySpelling(why);
    return isName && (model === null || isAskedHere(reference));
  };
  const own = new Set(found.references.filter(isOwn).map(({ id }) => id));
  if (own.size === 0) return found;
  return {
    ...found,
    references: found.references.map((reference) => {
      if (isOwn(reference))
        return {
          ...reference,
          role: 'mentions' as const,
          host: SELF,
          why: [OFFERED, ...reference.why.slice(1)],
        };
      // What the text says of a name that it asks the project's server for is of that one.
      const isOfOwn = reference.role === 'mentions' && own.has(reference.id);
      return isOfOwn ? { ...reference, host: SELF } : reference;
    }),
  };
}

/**
 * A detection in which the deployments that the project itself makes are the models that they run.
 * @param isChosen tells the hosts at which owners choose the names of what they call
 * @param isDescribed tells what the policy says of a name, which goes before
 * @param canonical id of what the catalog has under a name at a service; `null` where it has nothing
 */
export function withDeployments(
  found: Detection,
  served: ServedNames | undefined,
  {
    isChosen,
    isDescribed,
    canonical,
  }: {
    readonly isChosen: (host: string) => boolean;
    readonly isDescribed: (name: string) => boolean;
    readonly canonical: (name: string, registry: Registry) => string | null;
  },
): Detection {
  if (served === undefined || served.size === 0) return found;
  return {
    ...found,
    references: found.references.map((reference) => {
      const { text, id, host, role, registry, isDeployed } = reference;
      // What makes a deployment names the model itself.
      const isAsked = role === 'calls' && isDeployed !== true && host !== null && isChosen(host);
      const as = isAsked ? (served.get(text) ?? served.get(id)) : undefined;
      return as === undefined || !isDeployment(as) || isDescribed(text)
        ? reference
        : runningModel(reference, as, {
            canonical: (name) => canonical(name, registry),
            regionOf: (address) => regionOfAccount(served, address),
          });
    }),
  };
}
