import type { Model } from '../model';
import type { ModelReference } from '../reference';
import { hubIdOf } from './hub/hubId';
import type { NamedModel } from './local/localClaims';

/** The names under which more can be learnt of a reference: on the Hub or in its cache, and in the Ollama store of this machine. */
export function namedModels(
  reference: Pick<ModelReference, 'id' | 'registry'>,
  model: Model | undefined,
): readonly NamedModel[] {
  const { id, registry } = reference;
  const hubId = hubIdOf(reference, model);
  return [
    ...(hubId === undefined ? [] : [{ id: hubId, registry: 'huggingface' } as const]),
    ...(registry === 'ollama' ? [{ id, registry }] : []),
  ];
}
