import { spanOf, type AddressPath, type NameInAddress } from '../address';
import { hubId } from '../names/hubId';

/** `/models/owner/name`, `/api/v1/models/owner/name`, or `/owner/name` where a repository is cloned. */
export function readModelScopeAddress(path: AddressPath): NameInAddress | undefined {
  const first =
    path.parts.indexOf('models') === 2 && path.parts[0] === 'api' ? 3 : path.parts[0] === 'models' ? 1 : 0;
  if (path.parts.length < first + 2 || (first === 0 && !(path.parts[1] ?? '').endsWith('.git')))
    return undefined;
  const { start, end, text } = spanOf(path, first, 2);
  const id = text.endsWith('.git') ? text.slice(0, -4) : text;
  return hubId(id) && { start, end: end - (text.length - id.length), id };
}
