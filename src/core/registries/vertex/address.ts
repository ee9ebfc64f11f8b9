import { spanOf, type AddressPath, type NameInAddress } from '../address';

/** `publishers/google/models/name`, a method behind a colon left out. */
export function readVertexAddress(path: AddressPath): NameInAddress | undefined {
  const at = path.parts.indexOf('publishers');
  const last = path.parts[at + 3] ?? '';
  if (at < 0 || path.parts[at + 2] !== 'models' || last === '') return undefined;
  const { start, end } = spanOf(path, at, 4);
  const id = last.split(':', 1)[0] ?? '';
  return { start, end: end - (last.length - id.length), id };
}
