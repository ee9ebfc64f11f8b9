import { message } from '../../message';
import { SELF } from '../../vocabulary';
import { isService } from '../host';
import { operandAt, programOfImage } from '../signatures/commands';
import type { Surroundings } from '../surroundings';
import { isAtAddress } from './client/asked';
import { needing, type Place } from './place';
import { matchesOf } from '../../text/matches';
import { textBefore, textBehind } from '../../text/pieces';

/** The key of what a container is started with. */
const ARGUMENTS = /(?:^|[\s{,])["']?(?:args|command|cmd)["']?:/gi;
/** The list has ended: another key begins a line. */
const NEXT_KEY = /\n[ \t]{0,60}(?:-[ \t]{1,8})?[A-Za-z_][\w.-]{0,80}:(?:\s|$)/;
/** How far before a name its list is read, in characters. */
const REACH = 1_500;

/**
 * An argument of a container whose image runs a server: `image: vllm/vllm-openai` with `args: ["owner/name"]`. The
 * program is not written, for the image starts it.
 */
export const byImageArguments = needing({ where: ['config', 'cli'] }, (place, around) => {
  if (!mayBeArgument(place)) return undefined;
  const { text, start, end } = place;
  const written = argumentsBefore(textBefore(text, start, REACH));
  const entry =
    written === undefined ? undefined : entryOf(place, around, written[0] ?? text.slice(start, end));
  if (written === undefined || entry === undefined) return undefined;
  const words = [...entry, ...written];
  const role = operandAt([...words, text.slice(start, end)], words.length)?.role;
  return role === 'serves' || role === 'loads'
    ? { role, host: SELF, why: [message('{0} serves it', entry[0] ?? '')] }
    : undefined;
});

function mayBeArgument({ registry, match, text, start, knowledge: { evidence } }: Place): boolean {
  const isPage = isAtAddress(match) && !OWN_SCHEME.test(textBehind(text, start, LONGEST_SCHEME));
  return !isService(registry) && !isPage && evidence.all('servers').length > 0;
}

/** `huggingface://owner/name`, as LocalAI takes it: no address of the web. */
const OWN_SCHEME = /^(?!https?:)[a-z]{2,16}:\/\//;
const LONGEST_SCHEME = 20;

/** The image in what is said of a server. */
const IMAGE = /^(?:image|repository)\s*(?:[:=]\s*)?([^\s,;]+)/i;

/** What the image beside a place runs. */
function entryOf(
  { knowledge: { evidence } }: Place,
  around: () => Surroundings,
  first: string,
): readonly string[] | undefined {
  const { own, outer } = around();
  for (const part of [own, ...outer.slice(0, 3)])
    for (const { said } of evidence.inPart('servers', part)) {
      const words = programOfImage(IMAGE.exec(said)?.[1] ?? '', first);
      if (words !== undefined) return words;
    }
  return undefined;
}

/** The words of a list of arguments, in brackets or one a line, from its key to the end of a text. */
function argumentsBefore(text: string): readonly string[] | undefined {
  const key = [...matchesOf(text, ARGUMENTS)].at(-1);
  const list = key && text.slice(key.index + key[0].length);
  if (list === undefined || NEXT_KEY.test(list)) return undefined;
  return [...list.matchAll(/"([^"\n]*)"|'([^'\n]*)'|([^\s,[\]"'>|]+)/g)]
    .map(([, double, single, bare]) => double ?? single ?? bare ?? '')
    .filter((word) => word !== '-');
}
