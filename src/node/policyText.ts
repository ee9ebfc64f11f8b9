import { lstat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  decodeText,
  message,
  type PolicyPlaces,
  type PolicyText,
  readPolicies,
  ToldError,
  within,
} from '../core';
import { diskFiles, kindOf } from './fileSource';
import { decode } from './host';
import { readRegularFile } from './regularFile';

/** The paths of a folder on disk, for reading policies. Unlike a listing it does not cost more in a large folder. */
export function diskPlaces(folder: string): PolicyPlaces {
  const files = diskFiles(folder);
  return {
    async kindOf(path) {
      try {
        return kindOf(await lstat(join(folder, path)));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
    },
    read: (path) => files.read(path),
  };
}

/**
 * A policy that a person named. What it builds on lies beside or below it. Rejects with a reason in words when it cannot be read.
 * @param file absolute
 * @param shown the path that reports name, with `/`
 */
export async function policyText(file: string, shown: string): Promise<PolicyText> {
  const decoded = decodeText(await readRegularFile(file), decode);
  if (!('text' in decoded)) throw new ToldError(message('it is neither UTF-8 nor UTF-16 text'));
  const folder = shown.slice(0, shown.lastIndexOf('/') + 1);
  return {
    path: shown,
    text: decoded.text,
    read: within(folder, readPolicies(diskPlaces(dirname(file)), decode)),
  };
}
