import type { FileSource } from '../../ports';
import type { ModelClaim } from '../claim';
import { isHubId } from '../hub/hubId';
import { readTextFile, type EvidenceTools } from './evidenceTools';
import { claimFromFolder } from './modelFolder';

/**
 * Looks a model up in the cache that Hub clients keep on this machine: `models--owner--name/snapshots/<commit>`.
 * @param cache the folder `hub` under `HF_HOME`
 * @returns `undefined` when the cache does not hold the model or its files say nothing.
 */
export async function claimFromHubCache(
  cache: FileSource,
  id: string,
  tools: EvidenceTools,
): Promise<ModelClaim | undefined> {
  if (!isHubId(id)) return undefined;
  const root = `models--${id.replace('/', '--')}`;
  const revision = await newestRevision(cache, root, tools);
  if (revision === undefined) return undefined;
  const claim = await claimFromFolder(cache, `${root}/snapshots/${revision}`, id, tools);
  return claim && { ...claim, revision };
}

/** What `main` pointed to when it was last downloaded; else the only snapshot; several without a mark say nothing certain. */
async function newestRevision(
  cache: FileSource,
  root: string,
  tools: EvidenceTools,
): Promise<string | undefined> {
  const main = (await readTextFile(cache, `${root}/refs/main`, tools.decode, 100))?.trim();
  if (main !== undefined && /^[0-9a-f]{7,64}$/.test(main)) return main;
  try {
    const snapshots = (await cache.list(`${root}/snapshots`)).map(({ path }) =>
      path.slice(path.lastIndexOf('/') + 1),
    );
    return snapshots.length === 1 ? snapshots[0] : undefined;
  } catch {
    return undefined;
  }
}
