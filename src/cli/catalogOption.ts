import { message } from '../core';
import type { OptionSpec } from './command';

/** Of every command that looks something up. */
export const CATALOG_OPTION: OptionSpec = {
  name: 'catalog',
  value: 'FILE',
  help: message('use this compiled catalog (catalog.jsonl of its package) instead of the one in force'),
};
