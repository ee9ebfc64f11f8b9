import { after, before, owned, type SpellingRule } from '../spelling/rule';

/** NVIDIA's API catalog and NIM containers: `vendor/name`, `nvcr.io/nim/vendor/name:tag`. */
export const nvidiaSpelling: SpellingRule = (spelling) => {
  const path = before(after(spelling, ['nvcr.io/nim/', 'nvidia_nim/']) ?? spelling, ':');
  return [
    { registry: 'nvidia', spelling: path },
    ...owned(path),
    ...(path.includes('/') ? [] : [{ name: path }]),
  ];
};
