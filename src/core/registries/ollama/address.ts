import { spanOf, type AddressPath, type NameInAddress } from '../address';

/** `/library/name[:tag]` and `/owner/name`. */
export function readOllamaAddress(path: AddressPath): NameInAddress | undefined {
  const [owner = '', name = ''] = path.parts;
  if (owner === 'library') return name === '' ? undefined : libraryName(path);
  if (OLLAMA_PAGES.has(owner) || name === '' || path.parts.length > 3) return undefined;
  const { start, end, text } = spanOf(path, 0, 2);
  return { start, end, id: text };
}

const OLLAMA_PAGES = new Set(
  (
    'v1 blog search download public models settings api docs cloud pricing signup signin connect ' +
    'privacy terms install.sh v2'
  ).split(' '),
);

function libraryName(path: AddressPath): NameInAddress {
  const { start, end, text } = spanOf(path, 1, 1);
  return { start, end, id: text };
}
