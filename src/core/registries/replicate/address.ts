import { spanOf, type AddressPath, type NameInAddress } from '../address';
import { hubId } from '../names/hubId';

/** `/owner/name[/versions/…]` on the site. */
export function readReplicateAddress(path: AddressPath): NameInAddress | undefined {
  const { start, end, text } = spanOf(path, 0, 2);
  return hubId(text) === undefined || REPLICATE_PAGES.has(path.parts[0] ?? '')
    ? undefined
    : { start, end, id: text };
}

/** First parts of Replicate's paths that are no owner. */
const REPLICATE_PAGES = new Set(
  (
    'docs collections explore blog account pricing about home login signin api support terms privacy ' +
    'changelog invites p playground deployments guides showcase enterprise static'
  ).split(' '),
);

/** `/v1/models/owner/name` of the API. */
export function readReplicateApi(path: AddressPath): NameInAddress | undefined {
  const at = path.parts.indexOf('models');
  const { start, end, text } = spanOf(path, at + 1, 2);
  return at < 0 || hubId(text) === undefined ? undefined : { start, end, id: text };
}
