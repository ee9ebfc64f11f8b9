import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { policyReader, within } from '../core/audit/policyReader';
import type { PolicyText } from '../core/audit/policyScope';
import { diskFiles } from './fileSource';
import { decode } from './host';

/**
 * A policy outside of the audited tree. What it builds on lies beside or below it. Throws when it cannot be read.
 * @param file absolute
 * @param shown the path that reports name, with `/`
 */
export function policyText(file: string, shown: string): PolicyText {
  const folder = shown.slice(0, shown.lastIndexOf('/') + 1);
  return {
    path: shown,
    text: readFileSync(file, 'utf8'),
    read: within(folder, policyReader(diskFiles(dirname(file)), decode)),
  };
}
