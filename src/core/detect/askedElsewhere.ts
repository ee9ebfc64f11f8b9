import { type Message, message } from '../message';
import type { Detection, ModelReference } from '../reference';
import { SELF } from '../vocabulary';
import { TAKES_HUB_IDS } from '../registries/tables';
import { registryOfHost } from './host';
import { lastName } from './intent';
import { mayHaveName } from './uses/client';
import { isNamedAlone, isToldBySpelling, namedByProvider } from './uses/nameAlone';

/**
 * By {@link keptKey} of what a file keeps, the host that all other files ask for it, and a call that does; `null` where
 * they leave open whom they ask.
 */
export type AskedHosts = ReadonlyMap<string, { readonly host: string | null; readonly callee: string }>;

/** One key for the names that lead to a value. */
export function keptKey(path: readonly string[]): string {
  return path.join('\n');
}

/**
 * Whether only its spelling says who is asked for what code keeps under a name: who makes it, by the word before the
 * slash, or that it has weights.
 */
export function isHostOpen(reference: ModelReference): boolean {
  const { role, keptAs, why } = reference;
  if (keptAs === undefined) return false;
  return (role === 'calls' && isToldBySpelling(why)) || isNamedAfterOwner(reference);
}

/** Whether a file only lists what others may get by a name of its type's own. */
export function isMember({ role, keptAs }: Pick<ModelReference, 'role' | 'keptAs'>): boolean {
  return role === 'lists' && keptAs !== undefined;
}

/** `deepseek/name`, `owner/name`: services that sell the models of others have them under such names. */
function isNamedAfterOwner({ role, text, why }: ModelReference): boolean {
  const owner = text.slice(0, text.indexOf('/'));
  if (owner === '') return false;
  return role === 'calls'
    ? isSameMessage(why[0], namedByProvider(owner))
    : role === 'loads' && isNamedAlone(why);
}

function isSameMessage(a: Message | undefined, b: Message): boolean {
  return a?.template === b.template && a.args[0] === b.args[0];
}

/**
 * Whether clients of a host may ask for a name of which only the spelling says more. OpenAI's are those of all who took
 * over its interface.
 */
export function mayBeAskedAt(host: string, name: Parameters<typeof mayHaveName>[1]): boolean {
  return host !== SELF && host !== 'openai' && mayHaveName(host, name);
}

/** Whether a service calls models by their owners, as the Hub does. */
function takesOwners(host: string): boolean {
  const registry = registryOfHost(host);
  return registry !== undefined && registry !== 'huggingface' && TAKES_HUB_IDS.has(registry);
}

/**
 * A detection in which what a file only keeps is asked for at the host whose clients in other files get it.
 * @param isApiOnly tells whether nobody has the weights of a model but its publisher
 */
export function withAskedHosts(
  found: Detection,
  asked: AskedHosts | undefined,
  isApiOnly: (reference: ModelReference) => boolean,
): Detection {
  if (asked === undefined || asked.size === 0) return found;
  return {
    ...found,
    references: found.references.map((reference) => {
      const by = asked.get(keptKey(reference.keptAs ?? []));
      const host = by && hostOf(reference, by.host, isApiOnly);
      if (by === undefined || host === undefined) return reference;
      const told = message('{0} gets it from here', lastName(by.callee));
      const why = isMember(reference) ? [told] : [told, ...reference.why.slice(1)];
      return { ...reference, role: 'calls', host, why };
    }),
  };
}

/** Whom others ask for what a file keeps, where that is not what the file says itself. */
function hostOf(
  reference: ModelReference,
  asked: string | null,
  isApiOnly: (reference: ModelReference) => boolean,
): string | undefined {
  const { registry, host } = reference;
  const isAskedSo =
    asked !== null &&
    (isNamedAfterOwner(reference)
      ? takesOwners(asked)
      : mayBeAskedAt(asked, { registry, isApiOnly: isApiOnly(reference) }));
  if (isMember(reference)) return (isAskedSo ? asked : host) ?? undefined;
  return isAskedSo && isHostOpen(reference) && asked !== host ? asked : undefined;
}
