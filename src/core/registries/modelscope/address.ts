import { spanOf, type AddressPath, type NameInAddress } from '../address';
import { hubId } from '../names/hubId';

/**
 * `/models/owner/name`, `/api/v1/models/owner/name`, `/api-inference/v1/models/owner/name`, or `/owner/name` where a
 * repository is cloned.
 */
export function readModelScopeAddress(path: AddressPath): NameInAddress | undefined {
  const models = path.parts.indexOf('models');
  const isOfApi = models === 2 && /^api(?:-inference)?$/.test(path.parts[0] ?? '');
  const first = models === 0 || isOfApi ? models + 1 : 0;
  if (path.parts.length < first + 2 || (first === 0 && !(path.parts[1] ?? '').endsWith('.git')))
    return undefined;
  const { start, end, text } = spanOf(path, first, 2);
  const id = text.endsWith('.git') ? text.slice(0, -4) : text;
  return hubId(id) && { start, end: end - (text.length - id.length), id };
}
