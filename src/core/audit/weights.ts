import { contextOfPath } from '../detect/context/context';
import { pin } from '../detect/match';
import { message } from '../message';
import type { ClaimStore } from '../lookup/claim';
import type { EvidenceTools } from '../lookup/local/evidenceTools';
import { localClaims, type NamedModel } from '../lookup/local/localClaims';
import type { FileSource } from '../ports';
import type { Detection } from '../reference';
import { baseName } from './pathRules';
import { folderOf } from '../text/relativePath';

/** How libraries name the weights of a model, whole or in parts, whatever it is called: its folder has its name. */
const OF_FOLDER = new RegExp(
  String.raw`^(?:pytorch_model|model|adapter_model|diffusion_pytorch_model|tf_model|flax_model|consolidated)` +
    String.raw`(?:[.-]\d+(?:-of-\d+)?)?\.(?:safetensors|bin|h5|msgpack|pth)$`,
);

/**
 * What files of weights are called by: the folder that they are alone in as one model, else their own paths.
 * @param paths all files of weights of a project
 */
export function idsOfWeights(paths: readonly string[]): ReadonlyMap<string, string> {
  const others = new Set(paths.filter((path) => !OF_FOLDER.test(baseName(path))).map(folderOf));
  return new Map(
    paths.map((path) => {
      const folder = folderOf(path);
      const isPart = OF_FOLDER.test(baseName(path)) && folder !== '' && !others.has(folder);
      return [path, isPart ? folder : path];
    }),
  );
}

/**
 * A file of weights in the tree names its model by being there: one reference, to the file itself.
 * @param id what it is called by
 * @param digest `sha256:` and the digest of the weights, where the file is a pointer that states it
 */
export function weightsReference(path: string, id: string, digest?: string): Detection {
  const name = baseName(path);
  return {
    references: [
      {
        range: { start: 0, end: 0 },
        text: name,
        id,
        registry: 'local',
        role: 'ships',
        host: 'self',
        context: contextOfPath(path),
        why: [message('the file itself is part of the project')],
        where: 'file',
        confidence: 'high',
        evidence: ['file:weights'],
        ...(digest !== undefined && { revision: pin(digest) }),
        model: null,
      },
    ],
    uses: [],
    runtimeChoices: [],
  };
}

/** What a host lends for reading what weights say of themselves. */
export interface WeightsReading {
  /** Takes what is read; the engine's look-ups must be built over it. */
  readonly claims: ClaimStore;
  readonly readGguf?: EvidenceTools['readGguf'];
}

/**
 * Reads the headers of files of weights, and the card and license beside them, so that looking them up finds what they state. A text
 * names such a file by its name alone.
 * @param ids what the files are called by, by path
 */
export async function readWeights(
  ids: ReadonlyMap<string, string>,
  source: FileSource,
  reading: WeightsReading,
  tools: Omit<EvidenceTools, 'readGguf'>,
): Promise<void> {
  for (const [path, id] of ids)
    await read({ id, registry: 'local', path }, [id, baseName(path)], { source, reading, tools });
}

/**
 * Reads what the folders that a text may name by a path say of the weights in them.
 * @param folders paths relative to the source
 */
export async function readFolders(
  folders: readonly string[],
  source: FileSource,
  reading: WeightsReading,
  tools: Omit<EvidenceTools, 'readGguf'>,
): Promise<void> {
  for (const folder of folders)
    await read({ id: folder, registry: 'local', folder }, [folder], { source, reading, tools });
}

async function read(
  model: NamedModel,
  names: readonly string[],
  {
    source,
    reading: { claims, readGguf },
    tools,
  }: {
    readonly source: FileSource;
    readonly reading: WeightsReading;
    readonly tools: Omit<EvidenceTools, 'readGguf'>;
  },
): Promise<void> {
  const found = await localClaims(model, { workspace: source }, { ...tools, ...(readGguf && { readGguf }) });
  for (const claim of found) for (const name of names) claims.add(name, claim);
}
