import { message } from '../message';
import type { Detection, ModelReference } from '../reference';
import { SELF } from '../vocabulary';
import { lastName } from './intent';
import { mayHaveName } from './uses/client';
import { isToldBySpelling } from './uses/nameAlone';

/** By {@link keptKey} of what a file keeps, the host that all other files ask for it, and a call that does. */
export type AskedHosts = ReadonlyMap<string, { readonly host: string; readonly callee: string }>;

/** One key for the names that lead to a value. */
export function keptKey(path: readonly string[]): string {
  return path.join('\n');
}

/** Whether only its spelling says who is asked for what code keeps under a name. */
export function isHostOpen({ role, keptAs, why }: ModelReference): boolean {
  return role === 'calls' && keptAs !== undefined && isToldBySpelling(why);
}

/**
 * Whether clients of a host may ask for a name of which only the spelling says more. OpenAI's are those of all who took
 * over its interface.
 */
export function mayBeAskedAt(host: string, name: Parameters<typeof mayHaveName>[1]): boolean {
  return host !== SELF && host !== 'openai' && mayHaveName(host, name);
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
      const { registry, host, why } = reference;
      const by = isHostOpen(reference) ? asked.get(keptKey(reference.keptAs ?? [])) : undefined;
      if (by === undefined || by.host === host) return reference;
      if (!mayBeAskedAt(by.host, { registry, isApiOnly: isApiOnly(reference) })) return reference;
      const told = message('{0} gets it from here', lastName(by.callee));
      return { ...reference, host: by.host, why: [told, ...why.slice(1)] };
    }),
  };
}
