import type { Plugin } from 'esbuild';

export function commonJsChunks(folder: string, small?: number): Plugin;
export function refuseImport(metafile: object, entry: string, module: string): void;
