import type { HostEvidence } from './beside';
import type { Hosts } from './host';
import { matchesOf } from '../text/matches';
import { textBefore, textBehind } from '../text/pieces';

/**
 * Directives of nginx, Apache, Caddy and HAProxy whose last word is a backend, with what they take before it: a path, a
 * matcher, the name of a server or of a variable.
 */
const DIRECTIVE =
  String.raw`(?:^|[{;])[ \t]{0,80}(?:(?:proxy|grpc)_pass|set[ \t]{1,40}\$\w{1,60}|BalancerMember|` +
  String.raw`ProxyPass(?:Match)?(?:[ \t]{1,40}[^\s#]{1,200})?|` +
  String.raw`reverse_proxy(?:[ \t]{1,40}[/*@][^\s#]{0,200})?|` +
  String.raw`server(?:[ \t]{1,40}[\w.-]{1,100})?)[ \t]{1,40}`;
/** Keys of Kubernetes, Envoy and Traefik whose value is a backend; between them stand line ends or a brace. */
const ENTRY = String.raw`["']?[ \t]{0,4}:\s{0,80}-?\s{0,4}\{?\s{0,40}["']?`;
const PROTOCOL = String.raw`(?:protocol["']?:[ \t]{0,4}\w{1,8},?\s{1,80})?`;
const KEY =
  String.raw`\b(?:externalName|fqdn${ENTRY}hostname|socket_address${ENTRY}${PROTOCOL}address|` +
  String.raw`loadBalancer${ENTRY}servers${ENTRY}url)["']?[ \t]{0,4}:[ \t]{0,4}|` +
  String.raw`\bloadBalancer\.servers\]\]\s{1,40}url[ \t]{0,4}=[ \t]{0,4}`;
const ADDRESS =
  String.raw`(?:https?://)?(?:[a-z\d][\w-]{0,62}\.){1,6}[a-z]{2,20}(?::\d{1,5})?` +
  String.raw`(?:/[^\s"';,(){}]{0,200})?`;
const BACKEND = new RegExp(String.raw`(?:${DIRECTIVE}|${KEY})["']?(${ADDRESS})(?![\w.-])`, 'gm');
/** Most texts have none of their words, which this tells sooner. */
const MAY_FORWARD = new RegExp(
  String.raw`(?:proxy|grpc)_pass|set[ \t]{1,40}\$|BalancerMember|ProxyPass|reverse_proxy|server[ \t]|externalName|` +
    'fqdn|socket_address|loadBalancer',
);
/** How far before a place its line is looked at for the mark of a comment. */
const LINE_REACH = 300;

/**
 * The backends of reverse proxies, and hosts that a name of a cluster stands for, at which a service of the catalog
 * answers: what a program asks the proxy, that service is asked.
 */
export function forwardsIn(text: string, hosts: Hosts): readonly HostEvidence[] {
  if (!hosts.mayBeNamedIn(text) || !MAY_FORWARD.test(text)) return [];
  return [...matchesOf(text, BACKEND)].flatMap(({ 0: all, 1: said = '', index }): HostEvidence[] => {
    const end = index + all.length;
    const at = end - said.length;
    const host = hosts.answersAt(said) && !isCommented(text, at) ? hosts.at(said) : undefined;
    return host === undefined ? [] : [{ host, said, kind: 'address', at, end }];
  });
}

/**
 * A route of LiteLLM to all models of a provider, `model: "gemini/*"`, from the head of its entry on:
 * https://docs.litellm.ai/docs/wildcard_routing
 */
const OPEN_ROUTE = new RegExp(
  String.raw`\blitellm_params["']?\s{0,8}[:=]\s{0,80}((?:(?!litellm_params|model_name)[^]){0,600}?` +
    String.raw`(?<![\w-])model["']?\s{0,8}[:=]\s{0,8}["']?)(([a-z][\w-]{1,40})/[\w./:-]{0,80}\*)(?![\w*])`,
  'g',
);
/** How far behind a route its entry is read, up to the next one. */
const ENTRY_REACH = 400;
const NEXT_ROUTE = /\bmodel_name\b|\blitellm_params\b/;
const BASE = /\b(?:api_base|base_url)["']?\s{0,8}[:=]\s{0,8}["']?(https?:|\S)/;

/** The providers whose models a gateway passes all on to: what it is asked for, they are asked. */
export function openRoutesIn(text: string, hosts: Hosts): readonly HostEvidence[] {
  if (!text.includes('litellm_params')) return [];
  return [...matchesOf(text, OPEN_ROUTE)].flatMap((match): HostEvidence[] => {
    const [all, lead = '', said = '', provider = ''] = match;
    const end = match.index + all.length;
    const [behind = ''] = textBehind(text, end, ENTRY_REACH).split(NEXT_ROUTE, 1);
    const [, base] = BASE.exec(`${lead}${behind}`) ?? [];
    const host = hosts.ofProvider(provider);
    // At a written address that one is asked, and at any other whoever speaks the protocol.
    const isElsewhere = base?.startsWith('http') === true || (base !== undefined && host === 'openai');
    return host === undefined || isElsewhere
      ? []
      : [{ host, said, kind: 'provider', at: end - said.length, end }];
  });
}

function isCommented(text: string, at: number): boolean {
  const before = textBefore(text, at, LINE_REACH);
  return /(?:^|\s)#/.test(before.slice(before.lastIndexOf('\n') + 1));
}
