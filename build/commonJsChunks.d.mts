import type { Plugin } from 'esbuild';

export function commonJsChunks(
  folder: string,
  small?: number,
  told?: Readonly<Record<string, string>>,
): Plugin;
export function refuseImport(metafile: object, entry: string, isRefused: (module: string) => boolean): void;
