import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { text } from 'node:stream/consumers';
import { render } from '../../core';
import { announcedWait } from '../../node/announcedWait';
import { cacheFile } from '../../node/fileStore';
import { hubAccess } from '../../node/hubAccess';
import { interruptSignal } from '../../node/interrupt';
import { progressBar } from '../../node/progressBar';
import { UsageError } from '../usageError';
import { refresh } from './refresh';
import { readRefreshOptions } from './refreshOptions';
import { openStateFile } from './stateFile';

/** Something that was asked for has no answer: the proposal is not complete. */
const INCOMPLETE = 3;

/** `catalog refresh`: reads arguments and environment, runs, and says what was written. Gives the exit code. */
export async function refreshCommand(args: readonly string[], dataFolder: string): Promise<number> {
  const options = readRefreshOptions(args, dirname(dataFolder));
  const hub = hubAccess(
    process.env,
    await openStateFile(options.state ?? cacheFile(process.env, 'refresh.jsonl')),
  );
  if (hub === undefined) {
    say('Nothing is asked: HF_HUB_OFFLINE is set.');
    return INCOMPLETE;
  }
  if ('refused' in hub) throw new UsageError(`HF_ENDPOINT cannot be used: ${render(hub.refused)}`);
  const interrupt = interruptSignal();
  const bar = progressBar(process.stderr, Date.now);
  try {
    const { proposal, complete, files } = await refresh(options, {
      dataFolder,
      hub,
      signal: interrupt,
      waitUntil: announcedWait(say),
      readIds: (path) => (path === '-' ? text(process.stdin) : readFile(path, 'utf8')),
      onProgress: (done, total) => bar.update({ phase: 'ask', done, total }),
    });
    bar.clear();
    for (const { asked, reason } of proposal.failed)
      say(`not answered: ${JSON.stringify(asked)}: ${render(reason)}`);
    for (const reason of proposal.cut) say(`cut off: ${render(reason)}`);
    process.stdout.write(
      `${proposal.answered.length} answered, ${proposal.absent.length} gone, ${proposal.failed.length} not answered; written: ${files.join(', ')}\n`,
    );
    return complete ? 0 : INCOMPLETE;
  } finally {
    bar.clear();
    interrupt.stop();
  }
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
