import { SELF } from '../../../vocabulary';
import { CODE_WITHOUT_LOADER, needing } from '../place';
import { calledAt, isFile } from './asked';
import { writtenAround } from './namesAround';

/**
 * A type that a library of Julia has for each provider, made as the first argument of what asks it:
 * `aiembed(PT.TogetherOpenAISchema(), "…"; model="…")`. Those of no provider, and of OpenAI's protocol in general, say
 * nothing: https://svilupp.github.io/PromptingTools.jl/dev/examples/working_with_custom_apis
 */
const SCHEMA = /^\(\s{0,80}(?:[A-Za-z]\w{0,40}\.)?([A-Z][A-Za-z]{1,20}?)(?:OpenAI)?Schema\(\)\s{0,80},/;
/** What gives the call an address of its own. */
const GIVES_ADDRESS = /\b(?:base_)?url\s{0,8}=/i;

/** The provider whose type a call of Julia gets as its first argument. */
export const byPromptSchema = needing({ ...CODE_WITHOUT_LOADER, words: ['schema()'] }, (place) => {
  const { text, start, end, knowledge } = place;
  const [call] = knowledge.brackets.around(start);
  if (call?.mark !== '(' || isFile(place.match)) return undefined;
  const content = knowledge.brackets.contentOf(call, end);
  const given = text.slice(call.at, content.end);
  const word = SCHEMA.exec(given)?.[1]?.toLowerCase();
  const host = word === undefined ? undefined : knowledge.hosts.ofProvider(word);
  if (word === undefined || host === undefined || host === SELF || host === 'openai') return undefined;
  return GIVES_ADDRESS.test(given) ? undefined : calledAt(writtenAround(host, word));
});
