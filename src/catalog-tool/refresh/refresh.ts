import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  type CancellationSignal,
  createHubChannel,
  createHubClient,
  type HubClientOptions,
  listOwner,
  type Message,
  type WaitUntil,
} from '../../core';
import { askModels } from './askModels';
import { viewCatalog, type CatalogView } from './catalogView';
import { claimsFile, isComplete, propose, type Proposal } from './proposal';
import type { RefreshOptions } from './refreshOptions';
import { summaryOf } from './summary';
import { distinct, idsIn, idsOlderThan } from './wantedIds';
import { writeRefresh } from './writeRefresh';

/** What a refresh needs of the world. */
export interface RefreshWorld {
  readonly dataFolder: string;
  readonly hub: HubClientOptions;
  readonly waitUntil: WaitUntil;
  readonly signal: CancellationSignal;
  /** The text of a file of ids, or of standard input for `-`. */
  readonly readIds: (path: string) => Promise<string>;
  readonly onProgress: (done: number, total: number) => void;
}

export interface RefreshResult {
  readonly proposal: Proposal;
  readonly complete: boolean;
  /** What was written, in order. */
  readonly files: readonly string[];
}

/**
 * Asks the Hub for the models that the options want and writes a proposal: a claims file for `catalog merge` and a summary
 * for people. An interrupted run writes what it has; the same command goes on from there. The catalog itself is changed only
 * with `--write`.
 */
export async function refresh(options: RefreshOptions, world: RefreshWorld): Promise<RefreshResult> {
  const catalog = viewCatalog(world.dataFolder);
  const channel = createHubChannel(world.hub);
  const cut: Message[] = [];
  const ids = await wanted(options, world, catalog);
  if (options.owner !== undefined) {
    const list = await listOwner(
      options.owner,
      { channel, endpoint: world.hub.endpoint, patience: { waitUntil: world.waitUntil } },
      world.signal,
    );
    ids.push(...list.ids);
    if (list.incomplete !== undefined) cut.push(list.incomplete);
  }
  const asking = {
    client: createHubClient(world.hub, channel),
    waitUntil: world.waitUntil,
    onProgress: world.onProgress,
  };
  const proposal = propose(await askModels(distinct(ids), asking, world.signal), cut, catalog);
  const claims = `${options.proposal}.jsonl`;
  const files = [write(claims, claimsFile(proposal)), write(`${options.proposal}.md`, summaryOf(proposal))];
  if (options.write) {
    const report = `${options.proposal}.losing.jsonl`;
    writeRefresh(world.dataFolder, proposal, { claims, report });
    files.push(report, world.dataFolder);
  }
  return { proposal, complete: isComplete(proposal), files };
}

async function wanted(
  { ids, olderThan }: RefreshOptions,
  world: RefreshWorld,
  catalog: CatalogView,
): Promise<string[]> {
  return [
    ...(ids === undefined ? [] : idsIn(await world.readIds(ids), catalog)),
    ...(olderThan === undefined ? [] : idsOlderThan(olderThan, catalog)),
  ];
}

function write(path: string, text: string): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}
