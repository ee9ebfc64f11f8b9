import type { Plugin } from 'esbuild';

export function directImports(door: string): Plugin;
export function exportsOf(door: string): ReadonlyMap<string, string>;
export function withDirectImports(
  text: string,
  fileOf: (from: string, name: string) => string | undefined,
): string;
