import type { Model } from '../model';
import type { ModelReference } from '../reference';
import { hubIdOf } from './hub/hubId';
import type { NamedModel } from './local/localClaims';

/** A reference with what is known of it, and where the file of weights lies that it is or names. */
export interface NamedReference {
  readonly reference: Pick<ModelReference, 'id' | 'registry'>;
  readonly model: Model | undefined;
  readonly paths: readonly string[];
}

/** The names under which more can be learnt of a reference: on the Hub, in a store of this machine, in a file of weights. */
export function namedModels({ reference, model, paths }: NamedReference): readonly NamedModel[] {
  const { id, registry } = reference;
  const hubId = hubIdOf(reference, model);
  return [
    ...(hubId === undefined ? [] : [{ id: hubId, registry: 'huggingface' } as const]),
    ...(registry === 'ollama' ? [{ id, registry }] : []),
    ...paths.map((path): NamedModel => ({ id, registry: 'local', path })),
  ];
}
