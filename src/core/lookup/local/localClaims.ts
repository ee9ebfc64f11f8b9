import type { FileSource } from '../../ports';
import { folderOf } from '../../text/relativePath';
import type { Registry } from '../../vocabulary';
import type { ModelClaim } from '../claim';
import type { EvidenceTools } from './evidenceTools';
import { claimFromHubCache } from './hubCache';
import { claimFromFolder } from './modelFolder';
import { readOllamaEntry } from './ollamaStore';
import { claimFromWeights } from './weightsFile';
import { withoutLinks } from './withoutLinks';

/** Where files may be read. A host leaves out what it may not: the two stores outside of a trusted desktop workspace. */
export interface LocalSources {
  readonly workspace?: FileSource;
  readonly hubCache?: FileSource;
  readonly ollama?: FileSource;
}

/** A name as a text gives it. */
export interface NamedModel {
  readonly id: string;
  readonly registry: Registry;
  /** Of a file of weights: where it lies, relative to the workspace folder. */
  readonly path?: string;
  /** Of a folder of weights: where it lies. */
  readonly folder?: string;
}

/** Everything that files on this machine say of one model. Never throws: what cannot be read says nothing. */
export async function localClaims(
  model: NamedModel,
  sources: LocalSources,
  tools: EvidenceTools,
): Promise<readonly ModelClaim[]> {
  const { workspace, hubCache, ollama } = sources;
  const claims = await Promise.all([
    hubCache && model.registry === 'huggingface' ? claimFromHubCache(hubCache, model.id, tools) : undefined,
    ollama && model.registry === 'ollama' ? claimFromOllama(ollama, model.id, tools) : undefined,
    workspace && model.path !== undefined
      ? claimFromFile(withoutLinks(workspace), model.path, model.id, tools)
      : undefined,
    workspace && model.folder !== undefined
      ? claimFromWeightsFolder(withoutLinks(workspace), model.folder, model.id, tools)
      : undefined,
  ]);
  return claims
    .filter((claim) => claim !== undefined)
    .map((claim) => ({ ...claim, registry: model.registry }));
}

async function claimFromOllama(
  store: FileSource,
  name: string,
  tools: EvidenceTools,
): Promise<ModelClaim | undefined> {
  const entry = await readOllamaEntry(store, name, tools.decode);
  if (entry === undefined) return undefined;
  const keys = entry.licenseTexts
    .map((text) => tools.recognizeLicense(text))
    .filter((key): key is string => key !== undefined);
  if (keys.length === 0) return undefined;
  return {
    model: name,
    origin: 'local file',
    source: `Ollama store: ${name}`,
    date: tools.today,
    confidence: 'high',
    licenses: [...new Set(keys)],
    licenseText: `Ollama store: ${name}`,
    weights: true,
    ...(entry.digest !== null && { revision: entry.digest }),
  };
}

/** The file's own header first; else what lies beside it: a card, a license text, a configuration. */
async function claimFromFile(
  files: FileSource,
  path: string,
  model: string,
  tools: EvidenceTools,
): Promise<ModelClaim | undefined> {
  return (await claimFromWeights(files, path, model, tools)) ?? claimFromBeside(files, path, model, tools);
}

/** What lies in the folder beside the weights first; else the header of the first file of weights. */
async function claimFromWeightsFolder(
  files: FileSource,
  folder: string,
  model: string,
  tools: EvidenceTools,
): Promise<ModelClaim | undefined> {
  const claim = await claimFromFolder(files, folder, model, tools);
  if (claim !== undefined) return claim;
  const entries = await files.list(folder).catch(() => []);
  const weights = entries.find(({ path }) => /\.(?:safetensors|gguf)$/i.test(path));
  return weights && claimFromWeights(files, weights.path, model, tools);
}

/** The root of a workspace describes the project, not the weights that lie in it. */
async function claimFromBeside(
  files: FileSource,
  path: string,
  model: string,
  tools: EvidenceTools,
): Promise<ModelClaim | undefined> {
  const folder = folderOf(path);
  return folder === '' ? undefined : claimFromFolder(files, folder, model, tools);
}
