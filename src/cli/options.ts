import type { OptionSpec } from './command';

/** Whether facts may be asked of the Hub. Offline is the default; the switch says so in scripts. */
export const CONNECTION_OPTIONS: readonly OptionSpec[] = [
  { name: 'offline', help: 'use only the catalogue (default)' },
];
