import { message } from '../core';
import type { OptionSpec } from './command';

/** Whether more is asked than the catalog knows. Offline is the default; the switch says so in scripts. */
export const CONNECTION_OPTIONS: readonly OptionSpec[] = [
  { name: 'offline', help: message('use only the catalog and the files given (default)') },
  {
    name: 'online',
    help: message(
      'ask the Hub (HF_ENDPOINT, HF_TOKEN; not where HF_HUB_OFFLINE is set) about the models: their ids are sent, nothing else',
    ),
  },
  {
    name: 'local',
    help: message("also read what this machine has downloaded: the Hub's cache and the Ollama store"),
  },
];
