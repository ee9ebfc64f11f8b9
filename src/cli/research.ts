import { isoDay } from '../core/engine';
import { recognizeText } from '../core/licenses/recognizeText';
import { boundedCache } from '../core/lookup/hub/boundedCache';
import { readEndpoint } from '../core/lookup/hub/endpoint';
import { createFetchClient, type WebPlatform } from '../core/lookup/hub/fetchClient';
import { createHubClient } from '../core/lookup/hub/hubClient';
import { createResearch, type Research, type ResearchOptions } from '../core/lookup/research';
import { render } from '../core/message';
import { SILENT, type Cache, type CancellationSignal } from '../core/ports';
import { cacheFile, fileStore } from '../node/fileStore';
import { readGgufMetadata } from '../node/ggufHeader';
import { decode, systemClock } from '../node/host';
import { hubEnvironment } from '../node/hubAccess';
import { knownFolders } from '../node/knownFolders';
import type { Cli } from './cli';
import { UsageError, type Arguments } from './command';

/** What is asked beyond the catalogue, as the options say; `undefined` when nothing is. Throws {@link UsageError} for an address that cannot be asked. */
export function researchFor(args: Arguments, cli: Cli): Research | undefined {
  if (args.has('online') && args.has('offline')) throw new UsageError('--online and --offline contradict each other. Give one of them.');
  const hub = args.has('online') ? hubFor(cli) : undefined;
  if (hub === undefined && !args.has('local')) return undefined;
  return createResearch({
    claims: cli.claims,
    local: args.has('local') ? knownFolders(process.env) : {},
    tools: {
      decode, today: isoDay(systemClock.now()), readGguf: readGgufMetadata, recognizeLicense: (text) => recognizeText(text)?.license,
    },
    waitUntil: announcedWait(cli),
    ...(hub && { hub }),
  });
}

/** The environment is the user's: it may name a mirror, also one on this machine. */
function hubFor(cli: Cli): ResearchOptions['hub'] {
  const { address, token, offline } = hubEnvironment(process.env);
  if (offline) {
    cli.say('Nothing is looked up: HF_HUB_OFFLINE is set.');
    return undefined;
  }
  const reading = readEndpoint(address, true);
  if ('refused' in reading) throw new UsageError(`HF_ENDPOINT cannot be used: ${render(reading.refused)}.`);
  const { endpoint } = reading;
  const http = createFetchClient(globalThis as unknown as WebPlatform);
  return { endpoint, client: createHubClient({ http, cache: lookUpCache(), clock: systemClock, logger: SILENT, endpoint, ...(token !== undefined && { token }) }) };
}

/** Answers of the Hub, kept between runs in the user's cache folder. */
export function lookUpCache(): Cache {
  return boundedCache(fileStore(cacheFile(process.env, 'lookups.json')));
}

const CHECK_MS = 100;

/** Waits, and says so once for all that wait for the same moment. Ends early when the work is cancelled. */
function announcedWait(cli: Cli): (time: number, signal: CancellationSignal) => Promise<void> {
  let announced = 0;
  return async (time, signal) => {
    if (time > announced) cli.say(`The Hub asks for a pause: going on in ${Math.max(1, Math.ceil((time - systemClock.now()) / 1000))} s.`);
    announced = Math.max(announced, time);
    while (!signal.cancelled && systemClock.now() < time) await new Promise((resolve) => setTimeout(resolve, CHECK_MS));
  };
}

/** Every look-up that gave nothing is told, so that its absence from the facts is not taken for an answer. */
export function sayUnanswered(research: Research | undefined, cli: Cli): void {
  for (const { id, reason } of research?.unanswered() ?? []) cli.say(`not looked up: ${id}: ${render(reason)}`);
}
