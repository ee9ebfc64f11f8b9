import { message } from '../core';
import type { OptionSpec } from './command';

/** Of every command that looks something up. */
export const CATALOG_OPTION: OptionSpec = {
  name: 'catalog',
  value: 'FILE',
  help: message('use this compiled catalog (catalog.jsonl of its package) instead of the one in force'),
};

/** Of every command that looks something up. */
export const LAYER_OPTION: OptionSpec = {
  name: 'catalog-layer',
  value: 'FILE',
  many: true,
  help: message("put an organization's own records (YAML) on top of the catalog; may be given several times"),
};

/** Both, as commands list them. */
export const CATALOG_OPTIONS: readonly OptionSpec[] = [CATALOG_OPTION, LAYER_OPTION];
