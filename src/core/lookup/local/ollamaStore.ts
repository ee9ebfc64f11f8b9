import type { Decode, FileSource } from '../../ports';

/** What an Ollama store on this machine holds of one model. */
export interface OllamaEntry {
  /** Texts of the license layers, in order. */
  readonly licenseTexts: readonly string[];
  /** Digest of the weights, `sha256:…`: what exactly is installed. */
  readonly digest: string | null;
}

const MAX_MANIFEST = 200_000;
const MAX_LICENSE = 400_000;

/**
 * Looks a name up in an Ollama store (the folder `models`): its manifest, and the license layers the manifest names.
 * @param name as Ollama spells it: `llama3.1`, `qwen3:8b`, `user/name:tag`, `hf.co/owner/name:Q4`
 * @returns `undefined` when the store does not hold the name or its manifest cannot be read.
 */
export async function readOllamaEntry(
  store: FileSource,
  name: string,
  decode: Decode,
): Promise<OllamaEntry | undefined> {
  const path = manifestPath(name);
  if (path === undefined) return undefined;
  const manifest = await readText(store, path, MAX_MANIFEST, decode);
  const layers = layersOf(manifest);
  if (layers === undefined) return undefined;
  const licenses = layers.filter(({ type }) => type === 'application/vnd.ollama.image.license');
  const texts = await Promise.all(
    licenses.map(({ digest }) => readText(store, `blobs/${digest.replace(':', '-')}`, MAX_LICENSE, decode)),
  );
  return {
    licenseTexts: texts.filter((text): text is string => text !== undefined),
    digest: layers.find(({ type }) => type === 'application/vnd.ollama.image.model')?.digest ?? null,
  };
}

/** `registry.ollama.ai/library/name/tag` unless the name says otherwise. Parts that could climb out are refused. */
function manifestPath(name: string): string | undefined {
  const [path = '', tag = 'latest'] = name.split(':');
  const parts = path.split('/');
  if (![...parts, tag].every((part) => /^[\w.-]{1,128}$/.test(part) && !/^\.+$/.test(part))) return undefined;
  if (parts.length === 1) return `manifests/registry.ollama.ai/library/${path}/${tag}`;
  if (parts.length === 2) return `manifests/registry.ollama.ai/${path}/${tag}`;
  return parts.length === 3 ? `manifests/${path}/${tag}` : undefined;
}

function layersOf(manifest: string | undefined): { type: string; digest: string }[] | undefined {
  if (manifest === undefined) return undefined;
  try {
    const { layers } = JSON.parse(manifest) as { layers?: unknown };
    if (!Array.isArray(layers)) return undefined;
    return layers.flatMap((layer: { mediaType?: unknown; digest?: unknown } | null) =>
      typeof layer?.mediaType === 'string' &&
      typeof layer.digest === 'string' &&
      /^sha256:[0-9a-f]{64}$/.test(layer.digest)
        ? [{ type: layer.mediaType, digest: layer.digest }]
        : [],
    );
  } catch {
    return undefined;
  }
}

async function readText(
  store: FileSource,
  path: string,
  most: number,
  decode: Decode,
): Promise<string | undefined> {
  try {
    return decode(await store.readRange(path, 0, most), 'utf-8');
  } catch {
    return undefined;
  }
}
