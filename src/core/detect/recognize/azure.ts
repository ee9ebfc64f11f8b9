import { evidenceOr } from '../intent';
import { whole, type Match } from '../match';
import { likenessOf } from '../../registries/names/families';
import { hasFileEnding, isPlaceholder } from '../../registries/names/hubId';
import { DEPLOYMENT_ENTRIES } from '../../registries/tables';
import { keyWords } from '../signatures/keys';
import type { Registry } from '../../vocabulary';
import { nearestKey } from '../site';
import type { Question } from './question';
import { mayBeAny } from './nameForms';

/**
 * Names at Azure: those of its catalog, what a deployment runs, and deployments by the names that their owners
 * chose.
 */

/**
 * Arguments for the name of a deployment, which its owner chose:
 * https://learn.microsoft.com/azure/ai-foundry/openai/how-to/create-resource
 */
export const DEPLOYMENT_KEY = /^(?:(?:azure_?)?deployment(?:_?name)?|engine)$/i;
/** Names of deployments that a reader has to fill in. */
const MADE_UP = /^(?:dummy|example|sample|some|fake|mock)[-_]|[-_](?:example|sample|placeholder)$/i;

export function isOfAzure(call: Question['site']['call']): boolean {
  return call !== undefined && /azure/i.test(`${call.callee} ${call.module ?? ''}`);
}

export function deployedAs(name: string): Registry | undefined {
  return MADE_UP.test(name) ? undefined : 'azure';
}

/** Azure's catalog names the models of other makers as they do, without an owner: `Phi-4`, `Llama-3.3-70B-Instruct`. */
export function azureName({ value, at, intent, knowledge }: Question): Match | undefined {
  if (
    intent.strength !== 'model' ||
    intent.excluded ||
    !/^[A-Za-z][\w.-]+$/.test(value) ||
    hasFileEnding(value) ||
    isPlaceholder(value)
  )
    return undefined;
  if ((intent.registry ?? 'azure') !== 'azure' || knowledge.serviceNear(at) !== 'azure') return undefined;
  const { family, strange, score } = likenessOf(value);
  return family !== '' && strange === 0 && score >= 2
    ? whole(value, 'azure', value, intent.evidence)
    : undefined;
}

/** The name of the model in what sets a deployment up, or that of its flag. */
const DEPLOYED_KEY = /^(?:-{0,2}model[-_]?)?name$/i;
/** So far from the name the service stands that the deployment is of, in characters. */
const DEPLOYED_REACH = 200;

/**
 * The model that a deployment runs, by the name that its service has for it, which may be a plain word: `whisper` and
 * `tts` beside `format: "OpenAI"`.
 */
export function deployed(question: Question): Match | undefined {
  const { value, site, intent } = question;
  if (!isOfDeployment(site) || !/^[A-Za-z][\w.-]{1,80}$/.test(value) || isPlaceholder(value))
    return undefined;
  const said = besideDeployed(question)
    .replace(/-{0,2}\bmodel[-_]?(?=format)/gi, '')
    .replace(/\bformat (?=\w)/g, 'format: ');
  const service = DEPLOYMENT_ENTRIES.find(([form]) => form.test(said))?.[1];
  return service && whole(value, service, value, evidenceOr(intent, 'form:deployment'));
}

function isOfDeployment({ key, parents }: Question['site']): boolean {
  return DEPLOYED_KEY.test(key) && (!/^name$/i.test(key) || /^model$/i.test(parents[0] ?? ''));
}

/** What stands beside the name in its mapping or its command. */
function besideDeployed({ at, site, knowledge: { text, brackets } }: Question): string {
  const [own] = brackets.open(at);
  const before = text.slice(Math.max(own?.at ?? 0, at - DEPLOYED_REACH), at);
  const behind = text.slice(at, Math.min(own?.close ?? text.length, at + DEPLOYED_REACH));
  const isBlock = own === undefined && !site.key.startsWith('-');
  return isBlock ? besideInBlock(before, behind) : before + behind;
}

/** The lines of a mapping in block style beside a place: as far in as its own, without a break. */
function besideInBlock(before: string, behind: string): string {
  const above = before.split('\n').reverse();
  const depth = above[0]?.search(/[^ -]/) ?? -1;
  const ofBlock = (lines: readonly string[]): readonly string[] => {
    const stop = lines.findIndex((line) => line.search(/[^ -]/) !== depth);
    return stop < 0 ? lines : lines.slice(0, stop);
  };
  return [...ofBlock(above), ...ofBlock(behind.split('\n').slice(1))].join('\n');
}

/** What runs models at Azure, in words. Other services there are no such: `azure.aiops`, `azure_ai_search`. */
const AZURE_AI = 'azure_?(?:open_?ai|ai(?![a-z\\d]|_(?:search|vision|speech)(?:_|$)))';
/**
 * A setting for a deployment of Azure OpenAI, in words, with the sections around: `AZURE_OPENAI_CHAT_DEPLOYMENT_NAME`,
 * `azureOpenAIApiDeploymentName`, and `spring.ai.azure.openai.chat.options` with `deployment-name` in it.
 */
const DEPLOYMENT_SETTING = new RegExp(String.raw`${AZURE_AI}\w{0,100}?deployment_?(?:name|id)?$`);
const AZURE_SECTION = new RegExp(AZURE_AI);
/** What deploys programs, in a section of Azure's. */
const OF_CLUSTER = /azure\w*_(?:k8s|aks|kubernetes)_/;
const MOST_SECTIONS = 6;

/** The name of a deployment in a setting for it, whatever its owner called it: code asks for it by the setting. */
export function deployment({ value, site, intent }: Question): Match | undefined {
  const { where, parents } = site;
  if (where !== 'config' || intent.excluded || !/[-\d]/.test(value) || !mayBeAny(value)) return undefined;
  const key = nearestKey(site);
  const setting = inWords([key, ...parents.slice(0, MOST_SECTIONS)].reverse());
  const isDeployment =
    !OF_CLUSTER.test(setting) &&
    (DEPLOYMENT_SETTING.test(setting) ||
      (DEPLOYMENT_KEY.test(key) &&
        parents.slice(0, 2).some((section) => AZURE_SECTION.test(inWords([section])))));
  return isDeployment && deployedAs(value) !== undefined
    ? whole(value, 'azure', value, evidenceOr(intent, `key:${key}`))
    : undefined;
}

function inWords(sections: readonly string[]): string {
  return sections.flatMap(keyWords).join('_');
}
