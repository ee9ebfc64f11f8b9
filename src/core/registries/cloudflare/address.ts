import { spanOf, type AddressPath, type NameInAddress } from '../address';

/** `/accounts/id/ai/run/@cf/owner/name`. */
export function readCloudflareAddress(path: AddressPath): NameInAddress | undefined {
  const at = path.parts.findIndex((part) => part === '@cf' || part === '@hf');
  if (at < 0) return undefined;
  const { start, end, text } = spanOf(path, at, path.parts.length - at);
  return { start, end, id: text };
}
