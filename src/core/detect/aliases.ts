import { KEY_WORDS } from '../registries/tables';
import type { Registry } from '../vocabulary';
import { keyWords } from './signatures/keys';
import { isAliasOfLlama, isBehindFlag } from './namesOfServer';
import { nearestKey, type Site } from './site';
import { matchesOf } from '../text/matches';
import { textBefore, textBehind } from '../text/pieces';

/** How far behind a name its entry is looked at for what is served under it. */
const REACH = 600;
/** Where an entry ends: the next element, document or name. */
const NEXT_ENTRY = /\n(?:---|[ \t]*-[ \t]|[ \t]*(?:model_)?name:)/;
/** What is served under the name: LocalAI's and LiteLLM's settings of a model. */
const SERVED = /\n[ \t]*(?:litellm_params:|parameters:[ \t]*\n[ \t]+(?:\w+:[^\n]*\n[ \t]+)*model:)/;

interface AskedName {
  readonly at: number;
  readonly site: Site;
  /** The nearest service that the text speaks of is a server on this machine. */
  readonly isAsked: boolean;
  /** The service that has such names, too. */
  readonly maker: Registry;
}

/**
 * Whether a name is one that a server of the project's own gives its model, whatever else has that name: it is given
 * by the server's settings, or asked of a server on this machine.
 */
export function isServedName(text: string, { at, site, isAsked, maker }: AskedName): boolean {
  if (site.lexical !== 'string' && site.lexical !== 'bare') return false;
  if (isToldToServer(text, at, site)) return true;
  const words = keyWords(site.key);
  if (isAsked && words.includes('model') && (site.where !== 'cli' || mayAskHere(text, at, maker)))
    return true;
  return (
    (site.key === 'name' || site.key === 'model_name') &&
    site.where === 'config' &&
    SERVED.test(entryFrom(text, at))
  );
}

/** Whether the settings of a server, or its flag for names, have a name as one that it answers to. */
export function isToldToServer(text: string, at: number, site: Site): boolean {
  return keyWords(nearestKey(site)).includes('served') || isBehindFlag(text, at) || isAliasOfLlama(text, at);
}

/** What a command is given that says where it asks, and a variable that all commands below get. */
const ADDRESS = /localhost|\b127\.|\b0\.0\.0\.0|https?:|base[-_]?url|api[-_]?base|endpoint|\bhost\b/i;
const VARIABLE = new RegExp(
  String.raw`^[ \t]*(?:export[ \t]+|-[ \t]+)?([A-Z][A-Z\d_]*(?:BASE_URL|API_BASE|API_URL|ENDPOINT|_HOST))["']?` +
    String.raw`[ \t]*(?:\?|:)?[=:](?!\S+[ \t]+[a-z])`,
  'gm',
);
/** Where a command begins and ends: at the end of a line that is not gone on with, at a pipe and its like. */
const COMMAND_EDGE = /(?<!\\)\r?\n|[|;&]/;
const COMMAND_REACH = 400;

/**
 * Whether the program of a command may ask a server on this machine: it is given an address, or a variable has one that
 * is not for other services alone. What a pipe brings from there to an agent says nothing of whom the agent asks.
 */
function mayAskHere(text: string, at: number, maker: Registry): boolean {
  const before = textBefore(text, at, COMMAND_REACH).split(COMMAND_EDGE).at(-1) ?? '';
  const [behind = ''] = textBehind(text, at, COMMAND_REACH).split(COMMAND_EDGE, 1);
  // One word of a list in lines: the others are near.
  if (/^[ \t]*-[ \t]/.test(before) || ADDRESS.test(before + behind)) return true;
  return [...matchesOf(text, VARIABLE)].some(([, name = '']) => {
    const of = keyWords(name).find((word) => KEY_WORDS.has(word));
    return of === undefined || KEY_WORDS.get(of) === maker;
  });
}

function entryFrom(text: string, at: number): string {
  const ahead = textBehind(text, at, REACH);
  const end = ahead.search(NEXT_ENTRY);
  return end < 0 ? ahead : ahead.slice(0, end);
}
