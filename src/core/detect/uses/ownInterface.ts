import { perObject } from '../../once';
import { SELF } from '../../vocabulary';
import { isService } from '../host';
import type { Knowledge } from '../knowledge';
import { CODE_WITHOUT_LOADER, GIVEN_BY_SERVER, needing, type Place } from './place';
import { textBefore } from '../../text/pieces';

/** The end of the paths at which services of OpenAI's and Anthropic's kind are asked. */
const PATHS =
  '(?:audio/(?:transcriptions|translations|speech)|(?:chat/)?completions|embeddings|responses|messages|' +
  'images/generations|moderations|rerank)';
/** A route that a program answers: `@app.post("/v1/audio/transcriptions"`, `app.post('/v1/embeddings'`. */
const ROUTE = String.raw`\b\w{1,40}\.(?:post|route|api_route)\(\s{0,40}["'\x60][\w/{}.-]{0,40}?/?v\d/${PATHS}["'\x60]`;
const ANY_ROUTE = new RegExp(ROUTE);
/** The head of the function that answers it, up to its parameters. */
const HANDLER = new RegExp(String.raw`@${ROUTE}[^\n]{0,200}\)\s{0,20}(?:async\s{1,4})?def\s{1,4}\w{1,80}$`);
const HEAD_REACH = 500;
/** `req.body.model || "whisper-1"` */
const ASKED_FOR = /\breq(?:uest)?\.body\.model\s{0,4}(?:\|\||\?\?)\s{0,4}["'`]$/;
/** What a text has that passes such requests on. */
const PASSES_ON = [
  'openai(',
  'api.openai.com',
  'litellm',
  'anthropic(',
  'httpx',
  'aiohttp',
  'fetch(',
  'axios',
];

const answersItself = perObject(
  (knowledge: Knowledge): boolean =>
    ANY_ROUTE.test(knowledge.text) && !PASSES_ON.some((mark) => knowledge.mentions(mark)),
);

/**
 * What a server of the project takes for the model where nobody names one: `model: str = Form("whisper-1")` of the
 * function that answers `/v1/audio/transcriptions`. Nobody is called: it is the name that others give what it runs.
 */
export const byOwnInterface = needing({ ...CODE_WITHOUT_LOADER, words: ['/v1/', '/v2/'] }, (place) =>
  isService(place.registry) && answersItself(place.knowledge) && isDefaultOfAnswer(place)
    ? { role: 'mentions', host: SELF, why: [GIVEN_BY_SERVER] }
    : undefined,
);

function isDefaultOfAnswer({ text, start, knowledge: { brackets } }: Place): boolean {
  if (ASKED_FOR.test(textBefore(text, start, HEAD_REACH))) return true;
  return brackets
    .around(start)
    .slice(0, 3)
    .some(({ mark, at }) => mark === '(' && HANDLER.test(textBefore(text, at, HEAD_REACH)));
}
