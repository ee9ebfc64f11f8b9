import { message, type Message } from '../message';
import type { ModelReference } from '../reference';
import { matchesOf } from '../text/matches';
import { textBefore } from '../text/pieces';
import { hostedRegistry } from '../registries/names/hosted';
import { DEPLOYMENT_ENTRIES } from '../registries/tables';
import { Brackets } from './brackets';
import { pin } from './match';

/**
 * Which model a deployment of the project runs, as the template or the command that makes it says: the name is its
 * owner's.
 */
export type RunsModel = `deployment:${string}`;

const MARK = 'deployment:';
/** Between model, version and type, which no name has. */
const BETWEEN = '@';

/** `model { … }`, `model: { … }`, `"model": { … }`, without blocks in it. */
const MODEL_BLOCK = /\bmodel["']?\s{0,8}[:=]?\s{0,8}\{([^{}]{0,600})\}/g;
/**
 * What stands before the name of a part of a resource: that one's name, or what gives it, `${account.name}/`, of which
 * {@link directly} leaves the sign alone, and `[concat(parameters('account'), '/`.
 */
const OF_RESOURCE = String.raw`(?:(?:[\w.-]|\$(?:\{[^{}\n]{0,80}\}|\s)){1,100}/|\[concat\([^\n"]{1,120},\s{0,4}'/)?`;
/** An entry with a written value, as in Bicep, JSON and Terraform, whose blocks have their marks in one column. */
const written = (key: string): RegExp =>
  new RegExp(
    String.raw`(?:^|[\s{,])["']?${key}["']?\s{0,60}[:=]\s{0,8}["']${OF_RESOURCE}([\w.-]{1,100})["']`,
  );
const NAME = written('name');
const NUMBER = written('version');
/** `sku { name = "Standard" }`, `sku: { name: 'GlobalStandard' }`, `scale { type = "Standard" }`. */
const TYPE =
  /\b(?:sku|scale)["']?\s{0,8}[:=]?\s{0,8}\{[^{}]{0,200}?\b(?:name|type)["']?\s{0,8}[:=]\s{0,8}["'](\w{1,60})["']/;
/** How far before a model its entry begins, and how long a deployment is, in characters. */
const REACH = 1_500;
const LONGEST_BLOCK = 2 * REACH;
/** `properties` and the deployment itself. */
const MOST_LEVELS = 2;

/** `az cognitiveservices account deployment create`, with the lines that go on in it. */
const COMMAND = /\bdeployment\s+create\b((?:[^\n\\]|\\\r?\n|\\.){0,1000})/g;
const flag = (name: string): RegExp => new RegExp(String.raw`--${name}[\s=]+["']?([\w.-]{1,100})`);
const [DEPLOYMENT_FLAG, MODEL_FLAG, VERSION_FLAG, TYPE_FLAG] = [
  flag('deployment-name'),
  flag('model-name'),
  flag('model-version'),
  flag('sku(?:-name)?'),
] as const;

/** The deployments that a text makes, by name, each with the model that it runs. */
export function deploymentsIn(text: string): ReadonlyMap<string, RunsModel> {
  const found = new Map<string, RunsModel>();
  const made = /deployment/i.test(text) ? [...inTemplate(text), ...inCommands(text), ...byModels(text)] : [];
  for (const [name, runs] of [...made, ...inGateway(text)]) found.set(name, oneOf(found.get(name), runs));
  return found;
}

export function isDeployment(told: string): told is RunsModel {
  return told.startsWith(MARK);
}

/** What a name runs of which two places tell; where they differ, nobody knows. */
export function oneOf(known: RunsModel | undefined, told: RunsModel): RunsModel {
  if (known === undefined || known === told) return told;
  const [one, other] = [withoutType(known), withoutType(told)];
  return one === other ? one : MARK;
}

function withoutType(runs: RunsModel): RunsModel {
  const [model = '', version] = runs.slice(MARK.length).split(BETWEEN);
  return version === undefined ? MARK : `${MARK}${model}${BETWEEN}${version}${BETWEEN}`;
}

function inTemplate(text: string): readonly (readonly [string, RunsModel])[] {
  const brackets = new Brackets(text);
  return [...matchesOf(text, MODEL_BLOCK)].flatMap(({ 1: block = '', index }) => {
    const model = DEPLOYMENT_ENTRIES.some(([form]) => form.test(block)) ? NAME.exec(block)?.[1] : undefined;
    if (model === undefined) return [];
    const around = blocksAround(text, brackets, index);
    return runs(
      first(around, (one) => NAME.exec(directly(one))?.[1]),
      {
        model,
        version: NUMBER.exec(block)?.[1],
        type: first(around, (one) => TYPE.exec(one)?.[1]),
      },
    );
  });
}

/** Whether a block says of a deployment which model it runs, in a block of its own. */
export function saysModel(block: string): boolean {
  return [...matchesOf(block, MODEL_BLOCK)].some(([, model = '']) =>
    DEPLOYMENT_ENTRIES.some(([form]) => form.test(model)),
  );
}

/** The block that a place is in, and the one around that. */
function blocksAround(text: string, brackets: Brackets, at: number): readonly string[] {
  return brackets
    .open(at)
    .filter(({ mark, at: open, close }) => mark === '{' && close - open < LONGEST_BLOCK)
    .slice(0, MOST_LEVELS)
    .map(({ at: open, close }) => text.slice(open + 1, close));
}

/** What the first of some blocks says that says it. */
function first(blocks: readonly string[], saidIn: (block: string) => string | undefined): string | undefined {
  return blocks.map(saidIn).find((said) => said !== undefined);
}

/** A block without those in it. */
function directly(block: string): string {
  const less = block.replace(/\{[^{}]*\}/g, ' ');
  return less === block ? block : directly(less);
}

function inCommands(text: string): readonly (readonly [string, RunsModel])[] {
  return [...matchesOf(text, COMMAND)].flatMap(([, options = '']) => {
    const [name, model, version, type] = [DEPLOYMENT_FLAG, MODEL_FLAG, VERSION_FLAG, TYPE_FLAG].map(
      (of) => of.exec(options)?.[1],
    );
    return runs(name, { model, version, type });
  });
}

/**
 * What LiteLLM is told that a deployment of Azure runs, beside the call of it by its whole name:
 * https://docs.litellm.ai/docs/proxy/cost_tracking
 */
const BASED = /\bbase_model["']?\s{0,8}:\s{0,8}["']?(?:azure\/)?([\w.-]{1,100})/g;
const ASKED =
  /\bmodel["']?\s{0,8}:\s{0,8}["']?(azure\/[\w./-]{1,100})(?![^]*\b(?:model_name|model)["']?\s{0,8}:)/;

/** The deployment of Azure whose entry of LiteLLM a place is in; `undefined` for every other place. */
export function deploymentBefore(text: string, at: number): string | undefined {
  return ASKED.exec(textBefore(text, at, REACH))?.[1];
}

function inGateway(text: string): readonly (readonly [string, RunsModel])[] {
  if (!text.includes('litellm_params')) return [];
  return [...matchesOf(text, BASED)].flatMap(({ 1: model, index }) => {
    const name = deploymentBefore(text, index);
    // Clients of the service itself ask for it without the provider.
    return [name, name?.slice(name.indexOf('/') + 1)].flatMap((one) => runs(one, { model }));
  });
}

/**
 * Deployments under the names of their models, in brackets and in YAML's block style:
 * `models: { gpt-4-turbo: { deploymentName: house } }`, as LibreChat has them
 * (https://www.librechat.ai/docs/configuration/azure).
 */
const UNDER_MODEL = new RegExp(
  String.raw`(?<![\w./-])["']?([a-z][\w.-]{1,60})["']?\s{0,4}:\s{0,4}(?:\{\s{0,80}|\r?\n[ \t]{1,60})` +
    String.raw`(?:["']?(?!deployment)\w{1,40}["']?\s{0,4}:[ \t]{0,8}["']?[\w.-]{0,60}["']?` +
    String.raw`(?:\s{0,8},\s{0,80}|\r?\n[ \t]{1,60})){0,2}` +
    String.raw`["']?deployment_?[Nn]ame["']?\s{0,4}:\s{0,4}["']?([\w.-]{1,100})`,
  'g',
);

function byModels(text: string): readonly (readonly [string, RunsModel])[] {
  return [...matchesOf(text, UNDER_MODEL)].flatMap(([, model = '', name]) =>
    hostedRegistry(model) === undefined ? [] : runs(name, { model }),
  );
}

/** Without a version the service chooses one of the model's. */
function runs(
  name: string | undefined,
  { model, version = '', type = '' }: Partial<Record<'model' | 'version' | 'type', string | undefined>>,
): readonly (readonly [string, RunsModel])[] {
  return name === undefined || model === undefined
    ? []
    : [[name, `${MARK}${[model, version, type].join(BETWEEN)}`]];
}

/** Why the name of a deployment is a call of a model. */
const deployedUnderIt = (model: string): Message => message('the project deploys {0} under this name', model);

/** Whether a reference has the name of a deployment, by which the project calls the model that it runs. */
export function isUnderOwnName({ why }: Pick<ModelReference, 'why'>): boolean {
  return why.some(({ template }) => template === deployedUnderIt('').template);
}

/**
 * A call of a deployment as one of the model that it runs, where the account is whose address is called.
 * @param canonical id of what the catalog has under a name there; `null` where it has nothing
 * @param regionOf the region of the account at an address
 */
export function runningModel(
  reference: ModelReference,
  deployment: RunsModel,
  {
    canonical,
    regionOf,
  }: {
    readonly canonical: (name: string) => string | null;
    readonly regionOf: (address: string) => string | undefined;
  },
): ModelReference {
  const [model = '', version, type = ''] = deployment.slice(MARK.length).split(BETWEEN);
  if (version === undefined) return reference;
  const id = (version === '' ? null : canonical(`${model}-${version}`)) ?? model;
  return {
    ...reference,
    id,
    model: canonical(id),
    why: [...reference.why, deployedUnderIt(model)],
    ...(version === '' ? { isDeployed: true } : { revision: pin(version) }),
    ...regionAt(reference, type, regionOf),
  };
}

/** Where a deployment processes its calls: its type may let them go further than the region of its account. */
function regionAt(
  { region: address = '', deploymentType }: ModelReference,
  type: string,
  regionOf: (address: string) => string | undefined,
): Pick<ModelReference, 'region' | 'deploymentType'> {
  if (type === '' || deploymentType !== undefined) return {};
  const region = regionOf(address);
  return { deploymentType: type, ...(region !== undefined && { region }) };
}
