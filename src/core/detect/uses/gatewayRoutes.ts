import { perObject } from '../../once';
import { splitProvider } from '../../registries/names/providerPath';
import { ADDRESS_VARIABLES, RENAMES_OTHERS } from '../../registries/tables';
import { SELF } from '../../vocabulary';
import type { HostEvidence } from '../beside';
import { registryOfHost } from '../host';
import type { Knowledge } from '../knowledge';
import { textOf } from '../surroundings';
import { AT_RUN_TIME, calledAt } from './client/asked';
import { GIVEN, is, mentioned, needing, NOT_CODE, WITHOUT_LOADER, type Place, type Use } from './place';
import { saidBy } from './saidHost';
import { matchesOf } from '../../text/matches';
import { textBefore, textBehind } from '../../text/pieces';

/**
 * Routes of gateways: `openai` before a name says only which protocol the gateway is asked by, where the text says more
 * of who is behind it.
 */

/** The setting of an address that LiteLLM reads from the environment: https://docs.litellm.ai/docs/proxy/configs */
const OPEN_BASE = /\bapi_base["']?\s{0,8}:\s{0,8}["']?os\.environ\//;
/** The name that an entry of LiteLLM gives its model, up to the provider in it. */
const ALIAS = /\bmodel_name["']?\s{0,8}:\s{0,8}["']?([\w-]{2,40})\//;
const OF_LITELLM = { where: NOT_CODE, words: ['litellm_params'], key: is(/^model$/) };

/**
 * The provider that the alias of a route says, where the address is a secret: `model_name: azure/gpt-4o` beside
 * `model: openai/gpt-4o` and `api_base: os.environ/BASE`.
 */
export const byAlias = needing(OF_LITELLM, (place, around) => {
  const { text, knowledge } = place;
  const { own, outer } = around();
  if (!OPEN_BASE.test(textOf(text, own))) return undefined;
  const alias = ALIAS.exec(textOf(text, outer[0] ?? []))?.[1] ?? '';
  const host = knowledge.hosts.ofProvider(alias);
  return host === undefined || host === SELF ? undefined : saidBy(host, alias);
});

/**
 * `openai:azure/gpt-4o`: at the address that the client of the first provider is given beside it, else at the cloud
 * that the second one says.
 */
export const byRoute = needing(WITHOUT_LOADER, (place) => {
  const { text, start, end, knowledge } = place;
  const path = splitProvider(text.slice(start, end));
  if (path?.registry !== 'openai') return undefined;
  const address = place.site.where === 'code' ? undefined : addressOfVariable(place);
  if (address !== undefined) return calledAt(address);
  const inner = splitProvider(path.rest);
  const host = inner && knowledge.hosts.ofProvider(inner.prefix);
  const cloud = host === undefined ? undefined : registryOfHost(host);
  return inner !== undefined && host !== undefined && cloud !== undefined && RENAMES_OTHERS.has(cloud)
    ? saidBy(host, inner.prefix)
    : undefined;
});

/** What asks GitHub Models for a model in a workflow, where it is given no other address. */
const ACTION = /\buses["']?\s{0,4}:\s{0,4}["']?actions\/ai-inference@/;
const OF_ACTION = { where: NOT_CODE, words: ['actions/ai-inference@'], key: is(/^model$/) };

/** The model of GitHub's own action: https://github.com/actions/ai-inference */
export const byInferenceAction = needing(OF_ACTION, ({ text }, around) => {
  const { own, outer } = around();
  const isGivenAddress = /\bendpoint["']?\s{0,4}:/.test(textOf(text, own));
  return !isGivenAddress && ACTION.test(textOf(text, outer[0] ?? []))
    ? saidBy('github-models', 'actions/ai-inference')
    : undefined;
});

/** The provider that a plugin of Kong's asks: https://developer.konghq.com/plugins/ai-proxy */
const PROVIDER_OF_PLUGIN = /(?<![\w-])["']?provider["']?\s{0,4}:\s{0,4}["']?([a-z][\w-]{1,30})/;
/** The deployment that it asks a provider for, among its options. */
const DEPLOYMENT_KEY = /^(\w{2,20})_deployment_id$/;
const OF_PLUGIN = {
  where: NOT_CODE,
  words: ['ai-proxy'],
  key: (key: string) => key === 'name' || DEPLOYMENT_KEY.test(key),
};

/** The model of such a plugin: the address of the service around it counts for nothing, only `upstream_url` does. */
export const byProxyPlugin = needing(OF_PLUGIN, ({ text, site, knowledge }, around) => {
  const ofDeployment = DEPLOYMENT_KEY.exec(site.key)?.[1];
  if (ofDeployment === undefined && site.parents[0] !== 'model') return undefined;
  const own = textOf(text, around().own);
  const provider = ofDeployment ?? PROVIDER_OF_PLUGIN.exec(own)?.[1] ?? '';
  const host = /\bupstream_url\b/.test(own) ? undefined : knowledge.hosts.ofProvider(provider);
  return host === undefined || host === SELF ? undefined : saidBy(host, provider);
});

/** A rule of a route, up to the next one: by the lines that are further in than its first. */
function ruleAround(text: string, start: number): string {
  const before = textBefore(text, start, RULE_REACH);
  const first = [...before.matchAll(/^([ \t]*)- (?:matches|backendRefs|name|timeouts)\b[^\n]*$/gm)].findLast(
    ([line]) => /- (?:matches|backendRefs)\b/.test(line),
  );
  if (first === undefined) return '';
  const rest = textBehind(text, start, RULE_REACH);
  const indent = first[1]?.length ?? 0;
  const next = rest.search(new RegExp(String.raw`\n[ \t]{0,${indent}}\S`));
  return before.slice(first.index) + (next < 0 ? rest : rest.slice(0, next));
}

/** How far from a name the rule that it is in goes, in characters. */
const RULE_REACH = 3_000;
const BEHIND_ROUTE = /\bbackendRefs["']?\s{0,4}:([^]*?)(?=\bmatches["']?\s{0,4}:|$)/;
const OF_ROUTE = { where: NOT_CODE, words: ['x-ai-eg-model'] };

/** Whether a place is what the header is compared with by which a route is chosen. */
function isOfRoute(text: string, start: number): boolean {
  return /x-ai-eg-model["']?[\s,}]*(?:value["']?\s{0,4}:\s{0,4}["']?)?$/.test(textBefore(text, start, 80));
}

function serversOfRule(text: string, start: number): string {
  return BEHIND_ROUTE.exec(ruleAround(text, start))?.[1] ?? '';
}

/**
 * The name by which clients choose a route of Envoy AI Gateway, where each server behind that is asked for another one:
 * https://aigateway.envoyproxy.io/docs/capabilities/traffic/model-virtualization
 */
export const nameOfRoute = needing(OF_ROUTE, ({ registry, text, start }) => {
  if (!isOfRoute(text, start)) return undefined;
  const servers = serversOfRule(text, start);
  const overrides = servers.match(/\bmodelNameOverride["']?\s{0,4}:/g)?.length ?? 0;
  const named = servers.match(/(?<![\w-])name["']?\s{0,4}:/g)?.length ?? 0;
  return overrides > 0 && overrides >= named ? mentioned(registry, GIVEN) : undefined;
});

/** The resources of a kind in a stream of YAML. */
function resourcesIn(text: string, kind: string): readonly string[] {
  const ofKind = new RegExp(String.raw`^kind:[ \t]*["']?${kind}["']?[ \t]*\r?$`, 'm');
  return text.split(/^---.*$/m).filter((one) => ofKind.test(one));
}

/** What a resource says under a key, in braces or in the lines below. */
function saidUnder(resource: string, key: string, name = 'name'): string {
  const entry = new RegExp(String.raw`\b${key}:\s{0,40}\{?[^{}]{0,400}?\b${name}:\s{0,4}["']?([\w.-]+)`);
  return entry.exec(resource)?.[1] ?? '';
}

/** Who is asked by the servers of Envoy AI Gateway, by their names: where each is, or whose protocol it speaks. */
const backends = perObject(({ text, hosts }: Knowledge): ReadonlyMap<string, Use> => {
  const addresses = new Map(
    resourcesIn(text, 'Backend').map((one) => [
      saidUnder(one, 'metadata'),
      saidUnder(one, 'fqdn', 'hostname'),
    ]),
  );
  return new Map(
    resourcesIn(text, 'AIServiceBackend').flatMap((one): [string, Use][] => {
      const said = addresses.get(saidUnder(one, 'backendRef')) ?? '';
      const host = hosts.at(said);
      const schema = saidUnder(one, 'schema');
      const provider = schema === 'OpenAI' ? undefined : hosts.ofProvider(providerOf(schema));
      const use =
        host === undefined
          ? provider === undefined
            ? undefined
            : saidBy(provider, schema)
          : calledAt({ host, said, kind: 'address' });
      return use === undefined ? [] : [[saidUnder(one, 'metadata'), use]];
    }),
  );
});

/** The provider of a schema, which may be a maker's at a cloud: `GCPAnthropic`, `AWSBedrock`. */
function providerOf(schema: string): string {
  return schema.replace(/^AWS\w*$/, 'bedrock').replace(/^GCP\w*$/, 'vertex');
}

/** The servers of a rule that are asked for the name itself, and not for another instead. */
function serversForName(text: string, start: number): string {
  return serversOfRule(text, start)
    .split(/^[ \t]*-[ \t]|\}/m)
    .filter((server) => !/\bmodelNameOverride["']?\s{0,4}:/.test(server))
    .join('\n');
}

/**
 * At the server behind a route of that gateway, or beside the name that it is asked for instead, as the same text sets
 * that up: https://aigateway.envoyproxy.io/docs/api
 */
export const byGatewayServer = needing(OF_ROUTE, (place, around) => {
  const { text, start, site, knowledge } = place;
  const isOverride = site.key === 'modelNameOverride';
  if (!isOverride && !isOfRoute(text, start)) return undefined;
  const servers = isOverride ? textOf(text, around().own) : serversForName(text, start);
  const known = backends(knowledge);
  const [first, ...others] = [...matchesOf(servers, SERVER)].flatMap(
    ([, name = '']) => known.get(name) ?? [],
  );
  // Several share the requests, or one stands in for another: which of them is asked, nobody says.
  return first === undefined || others.every(({ host }) => host === first.host)
    ? first
    : { role: 'calls', host: null, why: [AT_RUN_TIME] };
});

const SERVER = /(?<![\w-])name["']?\s{0,4}:\s{0,4}["']?([\w.-]+)/g;

/** The one address of a text that its client reads, in the block of settings that a name is in: `OPENAI_BASE_URL`. */
function addressOfVariable({ text, start, knowledge }: Place): HostEvidence | undefined {
  const { evidence } = knowledge;
  const variables = ADDRESS_VARIABLES.get('openai') ?? [];
  const [address, ...others] = evidence
    .all('addresses')
    .filter((one) => variables.includes(evidence.keyOf(one)));
  if (address === undefined || others.length > 0) return undefined;
  const [from, to] = [Math.min(address.at, start), Math.max(address.at, start)];
  return isOneBlock(text, from, to) ? address : undefined;
}

/** No line between two places is less far in than both of theirs, and no document begins there. */
function isOneBlock(text: string, from: number, to: number): boolean {
  const lines = text.slice(text.lastIndexOf('\n', from) + 1, to).split('\n');
  const depths = lines.flatMap((line) => (/^\s*(?:#.*)?$/.test(line) ? [] : [line.search(/\S/)]));
  const least = Math.min(depths[0] ?? 0, depths.at(-1) ?? 0);
  return depths.every((depth) => depth >= least) && !lines.some((line) => line.startsWith('---'));
}
