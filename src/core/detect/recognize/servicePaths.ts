import { atLeast } from '../intent';
import { whole, type Match } from '../match';
import { bedrockId, isOwnersArn } from '../../registries/bedrock/ids';
import { likenessOf } from '../../registries/names/families';
import { isPlaceholder } from '../../registries/names/hubId';
import { ownPath } from '../../registries/names/providerPath';
import { keyWords } from '../signatures/keys';
import type { Question } from './question';
import { isLookedFor } from './nameForms';

/** Paths, images and ARNs of a form that one service alone has. */

/** Paths of a form that one service alone has. */
export function servicePath(question: Question): Match | undefined {
  const { value, intent } = question;
  const path = ownPath(value) ?? imagePath(question);
  if (path === undefined || (intent.excluded && path.isAnywhere !== true) || isPlaceholder(value))
    return undefined;
  if (!path.certain && !atLeast(intent, 'value') && likenessOf(path.id).family === '') return undefined;
  return {
    ...whole(value, path.registry, path.id, `path:${path.registry}`),
    start: path.start ?? 0,
    confidence: 'high',
  };
}

/** Where images of containers that are models are kept. */
const IMAGES_AT = 'nvcr.io';

/** Such an image whose registry stands elsewhere: `registry: nvcr.io` beside `repository: nim/owner/name`. */
function imagePath({ value, site, knowledge }: Question): ReturnType<typeof ownPath> {
  if (!value.startsWith('nim/') || !knowledge.mentions(IMAGES_AT)) return undefined;
  // `NIM_MODEL=nim/owner/name`: a gateway asks NVIDIA's service for what it is called with.
  if (site.call !== undefined || keyWords(site.key).includes('model')) return undefined;
  const path = ownPath(`${IMAGES_AT}/${value}`);
  return path && { ...path, start: (path.start ?? 0) - IMAGES_AT.length - 1 };
}

/** What an account made at Bedrock, where a model has to stand: which one it runs is not in its name. */
export function ownersArn({ value, intent }: Question): Match | undefined {
  return !intent.excluded && atLeast(intent, 'model') && isOwnersArn(value)
    ? whole(value, 'bedrock', value, 'form:bedrock')
    : undefined;
}

export function bedrock({ value, intent, site, knowledge }: Question): Match | undefined {
  if (intent.excluded) return undefined;
  const found = bedrockId(value);
  if (found === undefined || (isLookedFor(site) && !value.includes(':') && !knowledge.knows(value)))
    return undefined;
  return {
    ...found,
    registry: 'bedrock',
    id: value.slice(found.start, found.end),
    evidence: 'form:bedrock',
    confidence: 'high',
  };
}
