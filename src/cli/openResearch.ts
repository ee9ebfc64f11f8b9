import {
  boundedCache,
  type Cache,
  createHubClient,
  createResearch,
  isoDay,
  message,
  recognizeText,
  type Research,
  type ResearchOptions,
  say,
} from '../core';
import { announcedWait } from '../node/announcedWait';
import { cacheFile, fileStore } from '../node/fileStore';
import { readGgufMetadata } from '../node/ggufHeader';
import { decode, systemClock } from '../node/host';
import { hubAccess } from '../node/hubAccess';
import { knownFolders } from '../node/knownFolders';
import type { Cli } from './cli';
import { UsageError, type Arguments } from './command';
import { factsOf } from './facts';
import { languageOf } from './spokenLanguage';

/** What is asked beyond the catalog, as the options say. Throws {@link UsageError} for an address that cannot be asked. */
export function openResearch(args: Arguments, cli: Cli): Research | undefined {
  const hub = args.has('online') ? hubFor(args, cli) : undefined;
  if (hub === undefined && !args.has('local')) return undefined;
  return createResearch({
    claims: factsOf(cli).claims,
    local: args.has('local') ? knownFolders(cli.env) : {},
    tools: {
      decode,
      today: isoDay(systemClock.now()),
      readGguf: readGgufMetadata,
      recognizeLicense: (text) => recognizeText(text)?.license,
    },
    waitUntil: announcedWait(cli.say),
    ...(hub && { hub }),
  });
}

function hubFor(args: Arguments, cli: Cli): ResearchOptions['hub'] {
  const access = hubAccess(cli.env, lookUpCache(cli));
  if (access === undefined)
    cli.say(
      say(message('Nothing is looked up: {0} is set.', 'HF_HUB_OFFLINE'), languageOf(args, 'lines', cli)),
    );
  else if ('refused' in access)
    throw new UsageError(message('{0} cannot be used: {1}.', 'HF_ENDPOINT', access.refused));
  else return { endpoint: access.endpoint, client: createHubClient(access) };
  return undefined;
}

/** Answers of the Hub, kept between runs in the user's cache folder. */
export function lookUpCache({ env }: Cli): Cache {
  return boundedCache(fileStore(cacheFile(env, 'lookups.json')));
}
