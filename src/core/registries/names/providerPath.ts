import type { Registry } from '../../vocabulary';
import type { OwnPath } from '../registry';
import { OTHER_SCHEMES, OWN_PATHS, PREFIXES, type Of } from '../tables';

/**
 * Paths that gateways and services put before a model's name: `openai/gpt-4o`, `accounts/fireworks/models/x`,
 * `@cf/meta/x`.
 */

export type ProviderPath = Of<OwnPath>;

/** A name with a provider before it. */
export interface ProviderName {
  readonly prefix: string;
  /** That the rest is of. */
  readonly registry: Registry;
  readonly rest: string;
  /** Where the rest begins. */
  readonly at: number;
}

/** The registry that the rest of a name with this prefix is of. */
export function providerRegistry(prefix: string): Registry | undefined {
  return PREFIXES.get(prefix.toLowerCase());
}

/** Paths whose form belongs to one service; `undefined` for every other text. */
export function ownPath(value: string): ProviderPath | undefined {
  for (const [registry, read] of OWN_PATHS) {
    const path = read(value);
    if (path !== undefined) return { ...path, registry };
  }
  return undefined;
}

/**
 * A size or `latest`, as Ollama writes it behind the name of a family, which is no model by itself: `mistral:7b`,
 * `deepseek:latest`
 */
const TAG = /^(?:latest|\d+(?:\.\d+)?(?:x\d+)?[bm])(?:-[\w.-]+)?$/i;

/**
 * Whether a provider is written as the scheme of an address, `anthropic://claude-sonnet-4-5`, by RamaLama
 * (https://github.com/containers/ramalama) and others.
 */
export function isProviderScheme(value: string): boolean {
  const mark = value.indexOf('://');
  const prefix = value.slice(0, mark).toLowerCase();
  const isOther = OTHER_SCHEMES.has(prefix) || STORED.test(value);
  return mark > 0 && providerRegistry(prefix) !== undefined && !isOther;
}

/** A path in a container of Azure's storage: the name of a deployment has no slash. */
const STORED = /^azure:\/\/[^/?#]+\/[^?#]/i;

/** What stands between a provider and the name behind it. */
function markAt(value: string, at: number): string {
  if (value.startsWith('://', at) && isProviderScheme(value)) return '://';
  return value.startsWith('::', at) ? '::' : value.charAt(at);
}

/**
 * Splits a gateway's path: `provider/model`, `provider/owner/model`, `provider:model`, `provider::model`,
 * `provider://model`. The model keeps its own slashes and colons. `undefined` when the text before is no provider.
 */
export function splitProvider(value: string): ProviderName | undefined {
  const mark = value.search(/[/:]/);
  if (mark <= 0) return undefined;
  const registry = providerRegistry(value.slice(0, mark));
  if (registry === undefined) return undefined;
  const sign = markAt(value, mark);
  const behind = value.slice(mark + sign.length);
  const rest = sign === '://' ? (behind.split(/[?#]/, 1)[0] ?? '') : behind;
  return rest === '' || (value.charAt(mark) === ':' && TAG.test(rest))
    ? undefined
    : { prefix: value.slice(0, mark), registry, rest, at: value.length - behind.length };
}
