import type { Registry } from '../../vocabulary';

/**
 * Another way to look a spelling up:
 * - by a spelling that some registry has on record; `own` means a record of that registry's own, no other one's alias,
 * - by a publisher's short name and its model's name (`meta`, `llama3-1-70b-instruct`), compared by {@link nameKey},
 * - by a model's name alone, which counts only when one publisher has it.
 */
export type Candidate =
  | { readonly registry: Registry; readonly spelling: string; readonly own?: true }
  | { readonly vendor: string; readonly name: string }
  | { readonly name: string };

/**
 * How one registry spells the names of models that the catalog knows by another spelling. Gives the candidates to try,
 * most certain first; an empty list when the spelling has not the registry's form. Pure and linear; never throws.
 */
export type SpellingRule = (spelling: string) => readonly Candidate[];

/** Both readings of a gateway's `vendor/name`: the vendor's model of that name, and the Hub's repository of that id. */
export function owned(spelling: string): readonly Candidate[] {
  const slash = spelling.lastIndexOf('/');
  if (slash <= 0) return [];
  const vendor = spelling.slice(spelling.lastIndexOf('/', slash - 1) + 1, slash);
  const name = spelling.slice(slash + 1);
  return [
    { registry: 'huggingface', spelling: `${vendor}/${name}` },
    { vendor, name },
  ];
}

export function startsWith(text: string, prefix: string): boolean {
  return text.slice(0, prefix.length).toLowerCase() === prefix;
}

/**
 * The text without the first of these prefixes that it has; `undefined` when it has none. Prefixes are in lower case.
 */
export function after(text: string, prefixes: readonly string[]): string | undefined {
  const prefix = prefixes.find((start) => startsWith(text, start));
  return prefix === undefined ? undefined : text.slice(prefix.length);
}

/** The text without the first of these endings that it has. Endings are in lower case. */
export function without(text: string, endings: readonly string[]): string {
  const lower = text.toLowerCase();
  const ending = endings.find((end) => lower.endsWith(end));
  return ending === undefined ? text : text.slice(0, text.length - ending.length);
}

/** The text before the first of these characters. */
export function before(text: string, stops: string): string {
  for (let at = 0; at < text.length; at++) if (stops.includes(text.charAt(at))) return text.slice(0, at);
  return text;
}
