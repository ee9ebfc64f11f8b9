import { message } from '../../message';
import { isPlaceholder } from '../../registries/names/hubId';
import { DEPLOYMENT_ENTRIES } from '../../registries/tables';
import { escapeRegExp } from '../../text/escapeRegExp';
import { textAround, textBehind } from '../../text/pieces';
import { hostOfRegistry } from '../host';
import type { Registry } from '../../vocabulary';
import { mayServe } from '../servedNames';
import { nearestKey, type Site } from '../site';
import { deploymentBefore, saysModel } from '../ownDeployments';
import { commandAround, FURTHEST, lineBefore, textOf, type Surroundings } from '../surroundings';
import { spelledAs } from './nameAlone';
import { GIVEN, is, mentioned, needing, type Needs, type Place, type Use } from './place';

const NAME: Needs = { loader: false, key: is(/^(?:model_?)?name$/i), words: ['format'] };

/**
 * The model that a deployment at a service runs, in a template which sets it up:
 * `model: { format: 'OpenAI', name: 'gpt-4o', version: '2024-08-06' }`, or `model_format` and `model_name` of a module.
 * It is asked for there, whoever makes it.
 */
export const byDeployment = needing(NAME, ({ text, site }, around) => {
  const isFlat = !/^name$/i.test(site.key);
  if (!isFlat && !/^model$/i.test(site.parents[0] ?? '')) return undefined;
  const beside = textOf(text, around().own);
  const said = isFlat ? beside.replace(/\bmodel_?(?=format)/gi, '') : beside;
  const service = DEPLOYMENT_ENTRIES.find(([form]) => form.test(said))?.[1];
  return service && deployedAt(service);
});

/** The name that the project gives such a deployment, which may be that of another model than it runs. */
export const nameOfTemplate = needing(
  NAME,
  ({ text, start, end, site, registry, knowledge: { brackets } }) => {
    const [own] = /^name$/i.test(site.key) ? brackets.open(start) : [];
    if (own?.mark !== '{' || /^model$/i.test(site.parents[0] ?? '')) return undefined;
    const content = brackets.contentOf(own, end);
    return saysModel(text.slice(content.start, content.end)) ? mentioned(registry, GIVEN) : undefined;
  },
);

const BOUND: Needs = { loader: false, words: ['parameterbinding', 'parameter_binding'] };

/**
 * The same where a deployment is made of a configuration with parameters: `{ "key": "modelName", "value": "…" }`.
 */
export const byBoundParameter = needing(BOUND, ({ text }, around) => {
  const beside = textOf(text, around().own);
  const service = DEPLOYMENT_ENTRIES.find(([form]) => form.test(beside))?.[1];
  return service && deployedAt(service);
});

function deployedAt(service: Registry): Use {
  return { role: 'calls', host: hostOfRegistry(service), why: [spelledAs(service)], isDeployed: true };
}

/** A deployment that is asked for, by its key and the begin of its name. */
const ASKED_FOR = new RegExp(
  String.raw`(?<![\w.])["']?(?:(?:azure[-_]?)?(?:open_?ai_?api_?)?deployment(?:[-_]?(?:name|id))?|engine)["']?\s{0,4}` +
    String.raw`(?::|=(?![=>]))\s{0,4}(?!(?:None|null|undefined|nil)\b|["']{2})[\w"'$@({]`,
  'i',
);

/**
 * The address of a model in a registry of Azure, which names what a deployment runs: `azureml://registries/…/models/…`
 * (https://learn.microsoft.com/azure/machine-learning/how-to-share-models-pipelines-across-workspaces-with-registries).
 */
const OF_REGISTRY = /^scheme:azureml:/;

/**
 * Says of a model that it is the one which a deployment runs, where the same call or mapping asks for that:
 * `AzureChatOpenAI(azure_deployment="house", model="gpt-4o")`.
 */
export function besideDeployment({ text, site, match }: Place, use: Use, around: () => Surroundings): Use {
  if (use.role !== 'calls' || use.host !== 'azure') return use;
  if (OF_REGISTRY.test(match.evidence)) return { ...use, isDeployed: true };
  if (!/^model(?:[-_]?(?:name|id))?$/i.test(site.key)) return use;
  return ASKED_FOR.test(textOf(text, around().own)) ? { ...use, isDeployed: true } : use;
}

const OF_AZURE: Needs = { loader: false, words: ['azure'] };
/** The key of a setting for a model of Azure's service, by its last word. */
const MODEL_OF_AZURE = /^(?=.*azure).*model$/i;
/** A parameter or variable of Bicep, up to its text. */
const PARAMETER = /^[ \t]*(?:param|var)[ \t]+(\w{1,80})[ \t]+string[ \t]*=[ \t]*'$/;

const COMMENT = /(?:^|\s)(?:#|\/\/)[^\n]*/g;

/**
 * The name of a deployment in settings that say its model beside, under the same key with `name` behind:
 * `AZURE_OPENAI_MODEL=gpt-4o` and `AZURE_OPENAI_MODEL_NAME=gpt-4o`. Where both are the same, one of them is told.
 */
export const deploymentLikeModel = needing(OF_AZURE, ({ site, registry, text, start, end }) => {
  const key = PARAMETER.exec(lineBefore(text, start))?.[1] ?? nearestKey(site);
  if (!MODEL_OF_AZURE.test(key)) return undefined;
  // A key or a parameter with nothing between it and its value, at the beginning of its line or of a text or an object.
  const same = String.raw`(?:^|[{,"'])[ \t]*(?:\$\{)?(?:(?:export|param|var)[ \t]+)?${escapeRegExp(key)}_?name`;
  const given = String.raw`["']?(?:[ \t]+string)?[ \t]*[:=]-?[ \t]*(?:\{[ \t]*["']value["'][ \t]*:[ \t]*)?["']?`;
  const value = String.raw`${escapeRegExp(text.slice(start, end))}(?![\w.-])`;
  const form = new RegExp(same + given + value, 'im');
  const around = textAround(text, start, end, FURTHEST).replace(COMMENT, '');
  return form.test(around) ? mentioned(registry, GIVEN) : undefined;
});

const BASE: Needs = { loader: false, key: is(/^base_model$/i), words: ['litellm_params'] };

/**
 * What settings of LiteLLM say that the deployment beside runs: asked is the deployment, if it has a name and none that
 * only stands for one.
 */
export const baseOfDeployment = needing(BASE, ({ registry, text, start, knowledge: { path } }) => {
  const deployment = mayServe(path) ? deploymentBefore(text, start) : undefined;
  return deployment === undefined || isPlaceholder(deployment) ? undefined : mentioned(registry, RUNS);
});
const RUNS = message('it says what the deployment beside runs');

/**
 * A version and a capacity right behind the name, as the command line of Azure takes them for a deployment:
 * https://learn.microsoft.com/cli/azure/cognitiveservices/account/deployment
 */
const VERSION_AND_CAPACITY = new RegExp(
  String.raw`^["']?[\s,;]{0,20}-{0,2}["']?model[-_]?version["']?\s{0,4}[:=\s]\s{0,4}["']?\d[\d.-]{0,20}["']?` +
    String.raw`[\s,;]{0,20}-{0,2}["']?(?:sku[-_]?)?capacity\b`,
  'i',
);
const CAPACITY: Needs = { loader: false, words: ['capacity'] };

/** The same in a script: `-ModelName "gpt-4o" -ModelVersion "2024-08-06" -Capacity 12`. */
export const byDeploymentArguments = needing(CAPACITY, ({ text, end }) =>
  VERSION_AND_CAPACITY.test(textBehind(text, end, 160))
    ? { role: 'calls', host: hostOfRegistry('azure'), why: [spelledAs('azure')] }
    : undefined,
);

/**
 * What makes a deployment from the command line: `--deployment-name chat --model-name gpt-4.1`; see
 * https://learn.microsoft.com/cli/azure/cognitiveservices/account/deployment
 */
const MAKES_BY_COMMAND = /\bdeployment\s+create\b/;
const byCommand = (flag: string): Needs => ({ key: (key) => key === flag, words: ['deployment create'] });

function isMadeByCommand({ text, start }: Place): boolean {
  const { start: from, end } = commandAround(text, start);
  return MAKES_BY_COMMAND.test(text.slice(from, end));
}

/** The name that the project gives it. */
export const nameOfCommand = needing(byCommand('--deployment-name'), (place) =>
  isMadeByCommand(place) ? mentioned(place.registry, GIVEN) : undefined,
);

/** The model that it runs. */
export const byDeploymentCommand = needing(byCommand('--model-name'), (place) =>
  isMadeByCommand(place)
    ? { role: 'calls', host: hostOfRegistry('azure'), why: [spelledAs('azure')], isDeployed: true }
    : undefined,
);

/**
 * What makes a deployment in an Aspire host, by its name, its model and its version:
 * https://learn.microsoft.com/dotnet/aspire/azureai/azureai-openai-integration
 */
const MAKES = /(?:^|\.|\bnew )(?:AddDeployment|AzureOpenAIDeployment)$/;
const MAKES_WORD = 'adddeployment';

/** Whether a value is an argument of what makes a deployment, by its keyword or its position. */
function isArgument({ call, key }: Site, keyword: string, position: number): boolean {
  if (call === undefined || !MAKES.test(call.callee)) return false;
  return key === keyword || (key === '' && call.argument === position);
}

const IN_ASPIRE: Needs = { where: ['code'], words: [MAKES_WORD] };

/** `AddDeployment("chat", "gpt-4o", "2024-08-06")`: the name that the project gives, at once or by a variable. */
export const nameOfDeployment = needing(IN_ASPIRE, ({ site, registry, text, end }) =>
  isArgument(site, 'name', 0) || (site.call === undefined && namesDeployment(site.key, text.slice(end)))
    ? mentioned(registry, GIVEN)
    : undefined,
);

/** Whether what makes a deployment gets a variable as its name. */
function namesDeployment(variable: string, behind: string): boolean {
  return (
    /deployment/i.test(variable) &&
    new RegExp(String.raw`\bAddDeployment\(\s{0,40}(?:name:\s{0,4})?${escapeRegExp(variable)}\s{0,4},`).test(
      behind,
    )
  );
}

/** The model of such a deployment, which is asked for there. */
export const byAspire = needing(IN_ASPIRE, ({ site }) =>
  isArgument(site, 'modelName', 1)
    ? { role: 'calls', host: hostOfRegistry('azure'), why: [spelledAs('azure')], isDeployed: true }
    : undefined,
);
