import { resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { isOwner } from '../../core';
import { UsageError } from '../usageError';

export const REFRESH_USAGE =
  'refresh (--ids FILE | --owner NAME | --older-than YYYY-MM-DD)… [--state FILE] [--proposal NAME] [--write]';

/** What a refresh was asked to do. */
export interface RefreshOptions {
  /** File of ids, one a line; `-` for standard input. */
  readonly ids: string | undefined;
  readonly owner: string | undefined;
  readonly olderThan: string | undefined;
  /** Where the answers are kept between runs; `undefined` for the user's cache folder. */
  readonly state: string | undefined;
  /** The proposal is written to NAME.jsonl and NAME.md. */
  readonly proposal: string;
  readonly write: boolean;
}

const DEFAULT_PROPOSAL = 'out/refresh';

/** Reads the arguments. Throws {@link UsageError} for wrong ones, and for files that would lie among the sources. */
export function readRefreshOptions(args: readonly string[], sourceFolder: string): RefreshOptions {
  const {
    ids,
    owner,
    'older-than': olderThan,
    state,
    proposal = DEFAULT_PROPOSAL,
    write = false,
  } = parse(args);
  if (ids === undefined && owner === undefined && olderThan === undefined)
    throw new UsageError('refresh needs --ids, --owner or --older-than');
  if (owner !== undefined && !isOwner(owner))
    throw new UsageError(
      `--owner cannot be ${JSON.stringify(owner.slice(0, 80))}: the Hub has no such names`,
    );
  if (olderThan !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(olderThan))
    throw new UsageError('--older-than needs a day: YYYY-MM-DD');
  for (const path of [state, proposal]) {
    if (path !== undefined && `${resolve(path)}${sep}`.startsWith(`${resolve(sourceFolder)}${sep}`))
      throw new UsageError(`${path} lies among the sources: a refresh writes elsewhere`);
  }
  return { ids, owner, olderThan, state, proposal, write };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      strict: true,
      allowPositionals: false,
      options: {
        ids: text,
        owner: text,
        'older-than': text,
        state: text,
        proposal: text,
        write: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
