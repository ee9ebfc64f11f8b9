import type { FileSource } from '../../ports';
import type { LineageRelation } from '../../vocabulary';
import type { ModelClaim } from '../claim';
import type { EvidenceTools } from './evidenceTools';
import { readSafetensorsMetadata } from './safetensorsHeader';

/**
 * Reads what the header of one weights file says, without reading its weights.
 * @param model the id or file name the file is asked for
 * @returns `undefined` for another kind of file, a header that cannot be read, or one that says nothing.
 */
export async function claimFromWeights(
  files: FileSource,
  path: string,
  model: string,
  tools: EvidenceTools,
): Promise<ModelClaim | undefined> {
  const metadata = await readHeader(files, path, tools);
  if (metadata === undefined) return undefined;
  const license =
    metadata.get('general.license.name') ??
    metadata.get('general.license') ??
    metadata.get('license') ??
    metadata.get('modelspec.license');
  const lineage = basesOf(metadata);
  if (license === undefined && lineage.length === 0) return undefined;
  return {
    model,
    origin: 'local file',
    source: path,
    date: tools.today,
    confidence: 'medium',
    ...(license !== undefined && { licenses: [license.trim()] }),
    ...(lineage.length > 0 && { lineage }),
  };
}

async function readHeader(
  files: FileSource,
  path: string,
  tools: EvidenceTools,
): Promise<ReadonlyMap<string, string> | undefined> {
  try {
    if (path.toLowerCase().endsWith('.safetensors'))
      return await readSafetensorsMetadata(files, path, tools.decode);
    if (path.toLowerCase().endsWith('.gguf') || (await isGguf(files, path)))
      return await tools.readGguf?.(files, path);
  } catch {
    return undefined;
  }
  return undefined;
}

/** Whether a file of any name begins as GGUF does (GGUF, "File Structure"). Rejects where it cannot be read. */
export async function isGguf(files: FileSource, path: string): Promise<boolean> {
  return String.fromCharCode(...(await files.readRange(path, 0, GGUF_MAGIC.length))) === GGUF_MAGIC;
}

const GGUF_MAGIC = 'GGUF';

/** GGUF names each base by its page (`general.base_model.0.repo_url`); a page elsewhere than on the Hub names no id. */
function basesOf(
  metadata: ReadonlyMap<string, string>,
): readonly { model: string; relation: LineageRelation }[] {
  const urls = [...metadata]
    .filter(([key]) => /^general\.base_model\.\d{1,3}\.repo_url$/.test(key))
    .map(([, url]) => url);
  const ids = urls.map(
    (url) => /^https:\/\/(?:huggingface\.co|hf\.co)\/([\w.-]{1,96}\/[\w.-]{1,96})\/?$/.exec(url)?.[1],
  );
  return ids
    .filter((id): id is string => id !== undefined)
    .map((model) => ({ model, relation: ids.length > 1 ? 'merge' : 'quantized' }));
}
