import type { HostEvidence } from '../../beside';
import { COMMAND_END } from '../../clients';
import { isService } from '../../host';
import { keyKind, keyWords } from '../../signatures/keys';
import type { Site } from '../../site';
import { FURTHEST, type Surroundings } from '../../surroundings';
import { textBehind } from '../../../text/pieces';
import { needing, servedBy, type Decision, type Place } from '../place';
import { isAtAddress } from './asked';

/** Servers of the project's own that are started with a name, and resources that an operator serves it by. */

/** The flag or argument of a program, or of a container, that serves the weights it is given. */
export const byServer: Decision = (place, around) => {
  const { site, registry, match } = place;
  if (isService(registry) || !isModelSetting(site) || isAtAddress(match)) return undefined;
  const server = serverBeside(place, around) ?? commandServer(place);
  return server && servedBy(server.said.slice(0, LONGEST_SAID));
};

const LONGEST_SAID = 60;

const SCHEME = /^(?!https?:)[a-z][a-z-]{0,16}:\/\//;

/**
 * The address of the weights that a resource of a serving operator runs: `url: hf://owner/name` beside
 * `engine: VLLM`.
 */
export const byOperator = needing({ words: ['://'] }, (place, around) => {
  const { text, site, start, knowledge } = place;
  const isResource = site.where === 'config' || knowledge.mentions('apiversion');
  if (!isResource || !SCHEME.test(textBehind(text, start, 20))) return undefined;
  const server = serverBeside(place, around);
  return server && servedBy(server.said.slice(0, LONGEST_SAID));
});

function serverBeside(place: Place, around: () => Surroundings): HostEvidence | undefined {
  const { evidence } = place.knowledge;
  if (!evidence.isNear('servers', place, FURTHEST)) return undefined;
  const { own, outer } = around();
  return [own, ...outer.slice(0, 3)].flatMap((part) => evidence.inPart('servers', part))[0];
}

/** Keys and flags for the model of a server. */
function isModelSetting({ key, call, parents }: Site): boolean {
  if (call !== undefined) return false;
  const name = key === '' ? (parents[0] ?? '') : key;
  return (
    keyKind(name) === 'model' ||
    /^(?:args|command|cmd|value|storageuri|repo|uri|hf_model_id|entrypoint|path|--.*)$/i.test(name) ||
    keyWords(name).includes('model')
  );
}

/** The server program that the value of a flag is for: in the command before it. */
function commandServer({ text, start, site, knowledge }: Place): HostEvidence | undefined {
  if (!site.key.startsWith('-') && site.where !== 'cli') return undefined;
  const server = knowledge.evidence.before('servers', start, COMMAND_REACH);
  if (server === undefined || server.end > start) return undefined;
  const between = text.slice(server.end, start);
  if (!COMMAND_END.test(between)) return server;
  const isInList = text.slice(Math.max(0, start - COMMAND_REACH), server.at).includes('[');
  return isInList && !between.includes('[') ? server : undefined;
}

/** How far before a flag its program is looked for. */
const COMMAND_REACH = 500;
