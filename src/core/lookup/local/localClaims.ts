import type { FileSource } from '../../ports';
import type { Registry } from '../../vocabulary';
import type { ModelClaim } from '../claim';
import type { EvidenceTools } from './evidenceTools';
import { claimFromHubCache } from './hubCache';
import { claimFromFolder } from './modelFolder';
import { readOllamaEntry } from './ollamaStore';
import { claimFromWeights } from './weightsFile';

/** Where files may be read. A host leaves out what it may not: the two stores outside of a trusted desktop workspace. */
export interface LocalSources {
  readonly workspace?: FileSource;
  readonly hubCache?: FileSource;
  readonly ollama?: FileSource;
}

/** A name as a text gives it. For a path, `id` is relative to the workspace folder. */
export interface NamedModel {
  readonly id: string;
  readonly registry: Registry;
}

/** Everything that files on this machine say of one model. Never throws: what cannot be read says nothing. */
export async function localClaims(model: NamedModel, sources: LocalSources, tools: EvidenceTools): Promise<readonly ModelClaim[]> {
  const { workspace, hubCache, ollama } = sources;
  const claims = await Promise.all([
    hubCache && model.registry === 'huggingface' ? claimFromHubCache(hubCache, model.id, tools) : undefined,
    ollama && model.registry === 'ollama' ? claimFromOllama(ollama, model.id, tools) : undefined,
    workspace && model.registry === 'local' ? claimFromPath(workspace, model.id, tools) : undefined,
  ]);
  return claims.filter((claim): claim is ModelClaim => claim !== undefined);
}

async function claimFromOllama(store: FileSource, name: string, tools: EvidenceTools): Promise<ModelClaim | undefined> {
  const entry = await readOllamaEntry(store, name, tools.decode);
  if (entry === undefined) return undefined;
  const keys = entry.licenseTexts.map((text) => tools.recognizeLicense(text)).filter((key): key is string => key !== undefined);
  if (keys.length === 0) return undefined;
  return {
    model: name, origin: 'local file', source: `Ollama store: ${name}`, date: tools.today, confidence: 'high', licenses: [...new Set(keys)],
    licenseText: `Ollama store: ${name}`, weights: true, ...(entry.digest !== null && { revision: entry.digest }),
  };
}

/** A path names a weights file or a folder of weights; beside a file lie its card and licence. */
async function claimFromPath(files: FileSource, path: string, tools: EvidenceTools): Promise<ModelClaim | undefined> {
  const inside = withinFolder(path);
  if (inside === undefined) return undefined;
  if (!/\.(gguf|safetensors)$/i.test(inside)) return claimFromFolder(files, inside, path, tools);
  const folder = inside.includes('/') ? inside.slice(0, inside.lastIndexOf('/')) : '';
  return (await claimFromWeights(files, inside, path, tools)) ?? (folder === '' ? undefined : claimFromFolder(files, folder, path, tools));
}

/** A relative path without `./`; `undefined` for one that is absolute or climbs. */
function withinFolder(path: string): string | undefined {
  const parts = path.split(/[\\/]/).filter((part) => part !== '.' && part !== '');
  return path.startsWith('/') || path.startsWith('~') || /^[A-Za-z]:/.test(path) || parts.includes('..') ? undefined : parts.join('/');
}
