import type { Registry } from '../../vocabulary';
import { hub } from './hub';
import type { Candidate, SpellingRule } from './rule';

const RULES: Readonly<Partial<Record<Registry, SpellingRule>>> = { huggingface: hub };

/** The spellings to try for a name, in order. Without a registry, those of every registry whose form it has. */
export function candidates(spelling: string, registry?: Registry): readonly Candidate[] {
  if (registry !== undefined) return RULES[registry]?.(spelling) ?? [];
  return Object.values(RULES).flatMap((rule) => rule(spelling));
}
