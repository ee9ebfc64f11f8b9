import { perObject } from '../../once';
import { IDENTIFIER } from '../../text/charClass';
import { matchesOf } from '../../text/matches';
import { textBefore } from '../../text/pieces';
import type { Knowledge } from '../knowledge';
import { keyWords } from '../signatures/keys';
import { AT_RUN_TIME, isAddressOpen } from './client/asked';
import { isToldBySpelling } from './nameAlone';
import type { Place, Use } from './place';

/**
 * Calls whose address is not written, and is called after a gateway: `OpenAI(base_url=gateway_url)`,
 * `curl "$LITELLM_URL/v1/chat/completions"`. What answers there has names of its own, and nobody knows whom it asks.
 */

/** Words for what passes calls on, and programs that do. */
const GATEWAYS: ReadonlySet<string> = new Set(
  'gateway gw proxy litellm portkey braintrust helicone bifrost'.split(' '),
);

/** A variable after OpenAI has its address, whatever stands before that: `OPENAI_PROXY_URL`. */
const OF_OPENAI = /open_?ai/i;
const NAME = new RegExp(IDENTIFIER, 'g');

/** The name of a variable, and a text that begins with none: a path, `"/api/gateway"`, is written. */
const QUOTED_NAME = /(["'\x60])([A-Za-z_]\w{0,80})\1/g;
const TEXT = /["'\x60](?!\$?\{)/;

function saysGateway(value: string): boolean {
  return (
    !OF_OPENAI.test(value) &&
    !TEXT.test(value.replace(QUOTED_NAME, '$2')) &&
    Array.from(matchesOf(value, NAME)).some(([name]) => keyWords(name).some((word) => GATEWAYS.has(word)))
  );
}

/** What a client is given as its address, `base_url=url`, `option.WithBaseURL(url)`, where that is not written. */
const GIVEN = new RegExp(
  String.raw`\b(?:with_?)?(?:base_?ur[il]|api_?base|endpoint)["'\]]{0,2}\s{0,8}(?:=>|[:=(])(?![=>])\s{0,20}` +
    String.raw`([^\s,;)}][^\n,;)}]{0,120})`,
  'gi',
);
const WRITTEN = /["'\x60]\w{1,10}:\/\//;
const NOTHING = /\b(?:None|null|nil|undefined)\b/;
/** One of two, or a variable of the environment that need not be set: then a client asks its own service. */
const MAY_BE_OTHER =
  /\?|\|\||\b(?:if|or|else|unless)\b|getenv\b|environ\.get|[:=(]\s{0,8}(?:process|import\.meta)\.env\b|ENV\[/i;
/** A line that goes on with the other of two. */
const GOES_ON = /^\s*(?:\?|:(?!:)|if\b|else\b|or\b|\|\||&&)/;
/** What makes a client of OpenAI. */
const CLIENT = /OpenAI\w{0,20}\(|\b(?:openai|option)\.NewClient\w{0,20}\(|\bOpenAI(?:::Client)?\.new\b/g;
/** Names that may stand for nothing: then a client asks its own service. */
const OPTIONAL = new RegExp(
  String.raw`(?<![\w$])([A-Za-z_$][\w$]{0,60})\s{0,4}(?:\?\s{0,4}:|(?::[^=,()\n]{0,60})?=\s{0,4}` +
    String.raw`(?:None\b|null\b|nil\b|undefined\b|""|'')|` +
    String.raw`:\s{0,4}(?:Optional\[|[^,()=\n|]{1,40}\|\s{0,4}(?:None|null|undefined)\b))`,
  'g',
);

/** Whether a place is in a condition, on its line or around it. */
function isOneOfTwo(text: string, index: number): boolean {
  const before = textBefore(text, index, LONGEST_LINE).split('\n').slice(-2);
  const [own = '', ...after] = text.slice(index, index + LONGEST_LINE).split('\n', 3);
  return (
    MAY_BE_OTHER.test(`${before.at(-1) ?? ''}${own}`) ||
    (before.length > 1 && /\?\s*$/.test(before[0] ?? '')) ||
    after.some((line) => GOES_ON.test(line))
  );
}

/** Whether all clients of a text are given addresses, and those that it does not write are surely of a gateway. */
const givesGateway = perObject(({ text }: Knowledge): boolean => {
  const all = [...matchesOf(text, GIVEN)];
  if (all.length < [...matchesOf(text, CLIENT)].length) return false;
  const open = all.filter(([, value = '']) => !WRITTEN.test(value));
  if (open.some(({ index }) => isOneOfTwo(text, index))) return false;
  const given = open.map(([, value = '']) => value);
  if (given.length === 0 || !given.every(saysGateway)) return false;
  const optional = new Set(Array.from(matchesOf(text, OPTIONAL), ([, name = '']) => name));
  const mayBeNothing = (value: string): boolean =>
    NOTHING.test(value) || Array.from(matchesOf(value, NAME)).some(([name]) => optional.has(name));
  return !given.some(mayBeNothing);
});

/** So much of a line is looked at on each side. */
const LONGEST_LINE = 300;

/** How far before a name the command begins that sends it. */
const LONGEST_COMMAND = 2_000;
/** A program of a shell that sends a request. */
const SENDS = /(?<![^\s`$(|;&])(?:curl|wget|xh|https?)\s/g;
/** The variable that the address begins with. */
const BEGINS_WITH = /[\s"'=](?:https?:\/\/)?\$\{?([A-Za-z_]\w{0,80})\}?[:/]/g;
/** Where a command ends: a line that does not go on, and opens no text. */
const END = /[^\\\s][ \t]*\r?\n/g;

/** Whether the command that sends a name has an address that begins with the variable of a gateway. */
function isSentToGateway({ text, start, site, knowledge }: Place): boolean {
  if (site.where === 'code' || !knowledge.mentions('$')) return false;
  const before = textBefore(text, start, LONGEST_COMMAND);
  const last = [...matchesOf(before, SENDS)].at(-1);
  const command = last === undefined ? '' : before.slice(last.index);
  if (
    command === '' ||
    /:\/\/(?!\$)|\s(?:-x|--(?:pre|socks\w{0,8})?proxy)\b/.test(command) ||
    isOver(command)
  )
    return false;
  const variables = Array.from(matchesOf(command, BEGINS_WITH), ([, name = '']) => name);
  return variables.length > 0 && variables.every(saysGateway);
}

/** Whether a line ends in what was taken for one command, outside of its texts. */
function isOver(command: string): boolean {
  return Array.from(matchesOf(command, END)).some(({ index }) => {
    const before = command.slice(0, index + 1);
    return before.split("'").length % 2 === 1 && before.split(/(?<!\\)"/).length % 2 === 1;
  });
}

/** A use whose client or command is given the address of a gateway that is not written: nobody knows who is asked. */
export function throughGateway(place: Place, use: Use): Use {
  if (use.role !== 'calls' || use.host === null || use.address !== undefined) return use;
  if (isAddressOpen(use.why))
    return use.host === 'openai' && givesGateway(place.knowledge) ? { ...use, host: null } : use;
  return isToldBySpelling(use.why) && isSentToGateway(place)
    ? { ...use, host: null, why: [...use.why, AT_RUN_TIME] }
    : use;
}
