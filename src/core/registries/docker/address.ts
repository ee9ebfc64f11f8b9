import { spanOf, type AddressPath, type NameInAddress } from '../address';

/** `/r/ai/name`: a model's page on Docker Hub. */
export function readDockerAddress(path: AddressPath): NameInAddress | undefined {
  const at = path.parts.indexOf('ai');
  if (at < 0 || path.parts.length < at + 2 || path.parts.includes('namespaces')) return undefined;
  const { start, end, text } = spanOf(path, at, 2);
  return { start, end, id: text };
}
