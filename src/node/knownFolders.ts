import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { FileSource } from '../core';
import { absolutePath } from './absolutePath';
import { storeFiles } from './fileSource';

/** The places outside a workspace that are ever read: where Hub clients and Ollama keep what this machine has downloaded. */
export interface KnownFolders {
  readonly hubCache?: FileSource;
  readonly ollama?: FileSource;
}

/**
 * Finds them as their owners document it: `HF_HUB_CACHE`, else `hub` under `HF_HOME`, else under `~/.cache/huggingface`;
 * `OLLAMA_MODELS`, else `~/.ollama/models`. The environment is the user's; nothing in a workspace can set it, and a
 * relative path in it counts for none.
 */
export function knownFolders(env: NodeJS.ProcessEnv, home = homedir()): KnownFolders {
  const set = (name: string): string | undefined => absolutePath(env[name]);
  const hubCache =
    set('HF_HUB_CACHE') ??
    join(set('HF_HOME') ?? join(set('XDG_CACHE_HOME') ?? join(home, '.cache'), 'huggingface'), 'hub');
  const ollama = set('OLLAMA_MODELS') ?? join(home, '.ollama', 'models');
  return {
    ...(existsSync(hubCache) && { hubCache: storeFiles(hubCache) }),
    ...(existsSync(ollama) && { ollama: storeFiles(ollama) }),
  };
}
