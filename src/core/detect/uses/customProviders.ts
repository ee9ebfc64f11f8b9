import { perObject } from '../../once';
import { escapeRegExp } from '../../text/escapeRegExp';
import { matchesOf } from '../../text/matches';
import { textBefore } from '../../text/pieces';
import type { Knowledge } from '../knowledge';
import { message, type Message } from '../../message';
import { GIVEN, mentioned, needing, type Needs } from './place';

/**
 * Names that a provider of the AI SDK's which the project puts together gives to models of others:
 * https://ai-sdk.dev/docs/reference/ai-sdk-core/custom-provider
 */

const METHODS = 'languageModel|textEmbeddingModel|embeddingModel|imageModel|transcriptionModel|speechModel';
/** `desk.languageModel`, of which the first name is a variable. */
const ASKED = new RegExp(String.raw`^([A-Za-z_$][\w$]*)\.(?:${METHODS})$`);
const MADE = /(?<![\w$.])([A-Za-z_$][\w$]{0,60})\s{0,4}(?::[^=\n]{1,60})?=\s{0,20}customProvider\(/g;
/** How many providers of its own are looked for in a text. */
const MOST = 20;

/** What a text says inside the brackets of each provider that it puts together, by the name of that. */
const customProviders = perObject(({ text, brackets }: Knowledge): ReadonlyMap<string, string> => {
  const made = new Map<string, string>();
  for (const { 0: head, 1: name = '', index } of matchesOf(text, MADE)) {
    const inside = index + head.length;
    const [call] = brackets.around(inside);
    if (made.size < MOST) made.set(name, text.slice(inside, call?.close ?? text.length));
  }
  return made;
});

/** The provider that is asked, and the name that it has for the model. */
interface Asked {
  readonly provider: string;
  readonly name: string;
}

/** `desk.languageModel("fast")`, and `registry.languageModel("desk:fast")` of a registry of providers. */
function askedOf(callee: string, written: string): readonly Asked[] {
  const provider = ASKED.exec(callee)?.[1];
  if (provider === undefined) return [];
  const colon = written.indexOf(':');
  const behind = { provider: written.slice(0, Math.max(0, colon)), name: written.slice(colon + 1) };
  return [{ provider, name: written }, ...(colon < 0 ? [] : [behind])];
}

const OF_CUSTOM: Needs = { where: ['code'], words: ['customprovider'] };

/** A name that a provider of the same text has for another model, which is written there. */
export const aliasOfProvider = needing(OF_CUSTOM, ({ site, registry, text, start, end, knowledge }) => {
  const providers = customProviders(knowledge);
  const before = /["'\x60]([\w$]{1,60}:)$/.exec(textBefore(text, start, 64))?.[1] ?? '';
  const isAlias = askedOf(site.call?.callee ?? '', before + text.slice(start, end)).some(
    ({ provider, name }) =>
      new RegExp(String.raw`(?<![\w$-])["'\x60]?${escapeRegExp(name)}["'\x60]?\s{0,4}:`).test(
        providers.get(provider) ?? '',
      ),
  );
  return isAlias ? mentioned(registry, GIVEN) : undefined;
});

const madeElsewhere = (provider: string): Message =>
  message('another file makes {0}, which is asked for it', provider);

/** Whether a name is asked for by a provider that another file makes, which says at whom. */
export function isToldElsewhere([first]: readonly Message[]): boolean {
  return first?.template === madeElsewhere('').template;
}

const ELSEWHERE: Needs = {
  where: ['code'],
  words: METHODS.split('|').map((method) => `.${method.toLowerCase()}(`),
};

/** A model of a provider that another file of the project makes, called like none of a vendor: that one tells. */
export const byProviderElsewhere = needing(ELSEWHERE, ({ site, knowledge }) => {
  const provider = ASKED.exec(site.call?.callee ?? '')?.[1];
  if (provider === undefined || knowledge.hosts.ofProvider(provider) !== undefined) return undefined;
  return knowledge.vendors.isOfProject(provider)
    ? { role: 'calls', host: null, why: [madeElsewhere(provider)] }
    : undefined;
});
