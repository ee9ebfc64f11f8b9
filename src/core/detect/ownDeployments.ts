import { message } from '../message';
import type { ModelReference } from '../reference';
import { matchesOf } from '../text/matches';
import { textBefore } from '../text/pieces';
import { DEPLOYMENT_ENTRIES } from '../registries/tables';
import { Brackets } from './brackets';
import { pin } from './match';

/**
 * Which model a deployment of the project runs, as the template or the command that makes it says: the name is its
 * owner's.
 */
export type RunsModel = `deployment:${string}`;

const MARK = 'deployment:';
/** Between model and version, which no name has. */
const VERSION = '@';

/** `model { … }`, `model: { … }`, `"model": { … }`, without blocks in it. */
const MODEL_BLOCK = /\bmodel["']?\s{0,8}[:=]?\s{0,8}\{([^{}]{0,600})\}/g;
/** An entry with a written value, as in Bicep, JSON and Terraform, whose blocks have their marks in one column. */
const written = (key: string): RegExp =>
  new RegExp(
    String.raw`(?:^|[\s{,])["']?${key}["']?\s{0,60}[:=]\s{0,8}["'](?:[\w.-]{1,100}/)?([\w.-]{1,100})["']`,
  );
const NAME = written('name');
const NUMBER = written('version');
/** How far before a model its entry begins, and how long a deployment is, in characters. */
const REACH = 1_500;
const LONGEST_BLOCK = 2 * REACH;
/** `properties` and the deployment itself. */
const MOST_LEVELS = 2;

/** `az cognitiveservices account deployment create`, with the lines that go on in it. */
const COMMAND = /\bdeployment\s+create\b((?:[^\n\\]|\\\r?\n|\\.){0,1000})/g;
const flag = (name: string): RegExp => new RegExp(String.raw`--${name}[\s=]+["']?([\w.-]{1,100})`);
const [DEPLOYMENT_FLAG, MODEL_FLAG, VERSION_FLAG] = [
  flag('deployment-name'),
  flag('model-name'),
  flag('model-version'),
] as const;

/** The deployments that a text makes, by name, each with the model that it runs. */
export function deploymentsIn(text: string): ReadonlyMap<string, RunsModel> {
  const found = new Map<string, RunsModel>();
  const made = /deployment/i.test(text) ? [...inTemplate(text), ...inCommands(text)] : [];
  for (const [name, runs] of [...made, ...inGateway(text)]) found.set(name, oneOf(found.get(name), runs));
  return found;
}

/** What a name runs of which two places tell; where they differ, nobody knows. */
export function oneOf(known: RunsModel | undefined, told: RunsModel): RunsModel {
  return known === undefined || known === told ? told : MARK;
}

function inTemplate(text: string): readonly (readonly [string, RunsModel])[] {
  const brackets = new Brackets(text);
  return [...matchesOf(text, MODEL_BLOCK)].flatMap(({ 1: block = '', index }) => {
    const model = DEPLOYMENT_ENTRIES.some(([form]) => form.test(block)) ? NAME.exec(block)?.[1] : undefined;
    return model === undefined ? [] : runs(nameAround(text, brackets, index), model, NUMBER.exec(block)?.[1]);
  });
}

/** The name of the block that a place is in, or of the one around that. */
function nameAround(text: string, brackets: Brackets, at: number): string | undefined {
  return brackets
    .open(at)
    .filter(({ mark, at: open, close }) => mark === '{' && close - open < LONGEST_BLOCK)
    .slice(0, MOST_LEVELS)
    .map(({ at: open, close }) => NAME.exec(directly(text.slice(open + 1, close)))?.[1])
    .find((name) => name !== undefined);
}

/** A block without those in it. */
function directly(block: string): string {
  const less = block.replace(/\{[^{}]*\}/g, ' ');
  return less === block ? block : directly(less);
}

function inCommands(text: string): readonly (readonly [string, RunsModel])[] {
  return [...matchesOf(text, COMMAND)].flatMap(([, options = '']) => {
    const [name, model, version] = [DEPLOYMENT_FLAG, MODEL_FLAG, VERSION_FLAG].map(
      (of) => of.exec(options)?.[1],
    );
    return runs(name, model, version);
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
  return [...matchesOf(text, BASED)].flatMap(({ 1: model, index }) =>
    runs(deploymentBefore(text, index), model, undefined),
  );
}

/** Without a version the service chooses one of the model's. */
function runs(
  name: string | undefined,
  model: string | undefined,
  version: string | undefined,
): readonly (readonly [string, RunsModel])[] {
  return name === undefined || model === undefined
    ? []
    : [[name, `${MARK}${model}${VERSION}${version ?? ''}`]];
}

/**
 * A call of a deployment as one of the model that it runs.
 * @param canonical id of what the catalog has under a name there; `null` where it has nothing
 */
export function runningModel(
  reference: ModelReference,
  deployment: RunsModel,
  canonical: (name: string) => string | null,
): ModelReference {
  const [model = '', version] = deployment.slice(MARK.length).split(VERSION);
  if (version === undefined) return reference;
  const id = (version === '' ? null : canonical(`${model}-${version}`)) ?? model;
  return {
    ...reference,
    id,
    model: canonical(id),
    why: [...reference.why, message('the project deploys {0} under this name', model)],
    ...(version === '' ? { isDeployed: true } : { revision: pin(version) }),
  };
}
