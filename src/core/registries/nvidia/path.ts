import type { OwnPath } from '../registry';

const IMAGES = 'nvcr.io/nim/';

/** `nvcr.io/nim/owner/name:tag`: the container of a model. */
export function nimPath(value: string): OwnPath | undefined {
  return /^nvcr\.io\/nim\/[\w-]+\/[\w.-]+(?::[\w.-]+)?$/.test(value)
    ? {
        id: value.slice(IMAGES.length).split(':', 1)[0] ?? '',
        certain: true,
        start: IMAGES.length,
        isAnywhere: true,
        isImage: true,
      }
    : undefined;
}
