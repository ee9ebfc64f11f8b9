import type { Plugin } from 'esbuild';

export interface Fetching {
  readonly entry: string;
  readonly part: string;
  readonly name: string;
}

export function commonJsChunks(folder: string, small?: number, fetching?: Fetching): Plugin;
export function refuseImport(metafile: object, entry: string, isRefused: (module: string) => boolean): void;
