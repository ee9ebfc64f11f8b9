import type { ModelReference } from '../reference';

/**
 * Who runs the model of a reference: a host's id, the name in an address that nobody knows, `self` for the project's own
 * machines; `undefined` where nothing tells.
 */
export function hostOf({ host }: Pick<ModelReference, 'host'>): string | undefined {
  return host ?? undefined;
}
