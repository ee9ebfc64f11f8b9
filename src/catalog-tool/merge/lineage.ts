import { LINEAGE_RELATIONS, type LineageRelation } from '../../core';

export interface Base {
  readonly model: string;
  readonly relation: LineageRelation;
}

/**
 * The bases that a card's `base_model` tags name. A tag `quantized:owner/name` states the relation; a bare one is a
 * fine-tune, as the Hub itself reads it. Free text is left out.
 */
export function basesOf(tags: readonly string[], self: string): Base[] {
  const bases = new Map<string, Base>();
  for (const tag of tags) {
    const colon = tag.indexOf(':');
    const relation = LINEAGE_RELATIONS.find((name) => name === tag.slice(0, Math.max(colon, 0)));
    const model = relation === undefined ? tag : tag.slice(colon + 1);
    if (!isHubId(model) || model.toLowerCase() === self.toLowerCase()) continue;
    const known = bases.get(model.toLowerCase());
    if (known === undefined || relation !== undefined)
      bases.set(model.toLowerCase(), { model, relation: relation ?? 'finetune' });
  }
  return [...bases.values()];
}

function isHubId(text: string): boolean {
  const parts = text.split('/');
  return parts.length === 2 && parts.every((part) => /^[\w.-]+$/.test(part));
}
