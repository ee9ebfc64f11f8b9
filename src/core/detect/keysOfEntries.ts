import { isUse } from '../vocabulary';
import type { FoundReferences } from './foundReferences';
import { isNamedAlone } from './uses/nameAlone';
import { GIVEN, mentioned } from './uses/place';

/** The key under which a record says its own model: what it says of a fallback or a tokenizer is of another one. */
const OWN_MODEL = new RegExp(
  String.raw`^(?:hf|hub|gguf|ollama)?[-_]?(?:model|repo(?:sitory)?|checkpoint|weights|path|source)` +
    String.raw`(?:[-_]?(?:id|name|path|repo|key|file)){0,2}$`,
  'i',
);

/** A name that the project gives: with an owner or a tag it is the address of a model of its own. */
const OF_OWN = /^[^/:]+$/;

/**
 * The key of an entry that says which model it is for, where the same text has the key again:
 * `return "house-8b"` and `MODELS = {"house-8b": {"repo": "owner/name"}}`. It is a name that the project gives, where
 * nobody else knows it, nothing asks for it or loads it as it is, and what the entry says is told as a use there.
 * @param references of a text, in which such keys become mentions
 */
export function settleKeysOfEntries(references: FoundReferences): void {
  const { found, knowledge } = references;
  const keys = keysFor(references);
  if (keys.size === 0) return;
  for (const [at, reference] of found) {
    const { id, registry, role, where, why, context, text } = reference;
    if (!isUse(role) || where !== 'code' || !keys.has(`${context} ${text}`) || !isNamedAlone(why)) continue;
    if (knowledge.isUnknown(id, registry))
      found.set(at, { ...reference, ...references.used(at, mentioned(undefined, GIVEN)) });
  }
}

/** The keys of entries whose own model is told as a use, each with the part of the project that it is in. */
function keysFor({ found, places }: FoundReferences): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const [at, { site }] of places) {
    const reference = found.get(at);
    const [entry = '', table] = site.parents;
    if (reference === undefined || !OF_OWN.test(entry) || table === undefined) continue;
    const { role, context, text } = reference;
    // Another service's name is what stands in for the key, or prices it.
    if (isUse(role) && text.includes('/') && OWN_MODEL.test(site.key)) keys.add(`${context} ${entry}`);
  }
  return keys;
}
