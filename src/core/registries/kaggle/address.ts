import { spanOf, type AddressPath, type NameInAddress } from '../address';

/** `/models/owner/model/framework/variation/version`: the whole path is the handle. */
export function readKaggleAddress(path: AddressPath): NameInAddress | undefined {
  return path.parts[0] === 'models' && path.parts.length >= 3 ? handle(path, 1) : undefined;
}

/** `publisher/name/version`; TensorFlow Hub's models moved to Kaggle. */
export function readTfHubAddress(path: AddressPath): NameInAddress | undefined {
  return path.parts.length >= 2 && path.parts[1] !== 'collections' ? handle(path, 0) : undefined;
}

function handle(path: AddressPath, first: number): NameInAddress | undefined {
  let count = path.parts.length - first;
  while (count > 0 && path.parts[first + count - 1] === '') count--;
  const { start, end, text } = spanOf(path, first, count);
  return /^[\w./-]+$/.test(text) ? { start, end, id: text } : undefined;
}
