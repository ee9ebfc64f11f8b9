import type { Model } from '../../model';
import type { ModelReference } from '../../reference';

/** `owner/name`: what the Hub can be asked for, and all that it is ever sent. */
export function isHubId(id: string): boolean {
  return /^[\w.-]{1,96}\/[\w.-]{1,96}$/.test(id) && !id.includes('..');
}

/** The id to ask the Hub for: the model's own where the catalog knows the name as one of its models; `undefined` for one of elsewhere. */
export function hubIdOf(
  { id, registry }: Pick<ModelReference, 'id' | 'registry'>,
  model: Model | undefined,
): string | undefined {
  const own = model?.registry === 'huggingface' ? model.id : registry === 'huggingface' ? id : undefined;
  return own !== undefined && isHubId(own) ? own : undefined;
}
