import type { ModelReference } from '../reference';
import { hostOfRegistry, SELF } from './service';

/**
 * Who runs the model of a reference: a host's id, the name in an address that nobody knows, {@link SELF} for the project's own
 * machines; `undefined` where nothing tells.
 */
export function hostOf({ role, registry }: Pick<ModelReference, 'role' | 'registry'>): string | undefined {
  const host = hostOfRegistry(registry);
  if (role === 'calls') return host ?? (registry === 'huggingface' ? 'huggingface' : undefined);
  return host ?? (role === 'mentions' ? undefined : SELF);
}
