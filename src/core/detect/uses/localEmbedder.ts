import { perObject } from '../../once';
import { textBefore } from '../../text/pieces';
import { SELF } from '../../vocabulary';
import { calleeBefore, type Bracket } from '../brackets';
import { lastName } from '../intent';
import type { Knowledge } from '../knowledge';
import { textOf, type Surroundings } from '../surroundings';
import { askedBy, isFile } from './client/asked';
import type { Decision, Place } from './place';

/**
 * Libraries that mean weights by the provider `huggingface` of an embedder, which they load with Sentence Transformers:
 * elsewhere the word is for the Hub's own service.
 */

/** The provider of an embedder, with whatever stands between its key and the word. */
const PROVIDER = /\b(?:provider|_type)["']?\s{0,4}[:=]\s{0,4}["']?huggingface\b/;

/**
 * Imports of Mem0 and Embedchain in Python, whose embedder asks a server only where it is given an address:
 * https://docs.mem0.ai/components/embedders/models/huggingface and `embedchain/embedder/huggingface.py` of
 * https://github.com/mem0ai/mem0. Mem0's library for TypeScript knows no weights.
 */
const IMPORTS = new RegExp(
  String.raw`(?:^|\n)[ \t]*(?:from (?:mem0|embedchain)(?:\.\w{1,40}){0,5} import\b|` +
    String.raw`import (?:mem0|embedchain)(?:[ \t]+as \w{1,40})?[ \t]*(?=[\r\n#]|$))`,
);
/** What a module calls the settings for it that another one hands over. */
const SETTINGS_OF_MEM0 = /\bmem0_?config\b/i;
/** Whose embedders stand under the same keys, and are servers: https://docs.crewai.com/en/concepts/memory */
const OTHERS = /(?:^|\n)[ \t]*(?:from|import) crewai/;
const ADDRESS = /huggingface_base_url|\bendpoint(?:_url)?\b/;

const usesMem0 = perObject(
  ({ text, path }: Knowledge): boolean =>
    (IMPORTS.test(text) || (path.endsWith('.py') && SETTINGS_OF_MEM0.test(text))) && !OTHERS.test(text),
);

const EMBEDDER_BEFORE = /\bembedder["']?\s{0,4}[:=]\s{0,4}(?:dict\s?)?$/;
const LONGEST_KEY = 40;

/** Where the settings of the embedder around a place begin and end: `"embedder": {…}`, `EmbedderConfig(…)`. */
function embedderAround({ text, start, knowledge: { brackets } }: Place): Bracket | undefined {
  return brackets
    .around(start)
    .slice(0, 4)
    .find(
      ({ at, mark }) =>
        EMBEDDER_BEFORE.test(textBefore(text, at, LONGEST_KEY)) ||
        (mark === '(' && lastName(calleeBefore(text, { at })) === 'EmbedderConfig'),
    );
}

function ofMem0(place: Place): boolean {
  if (place.site.where !== 'code' || !usesMem0(place.knowledge)) return false;
  const embedder = embedderAround(place);
  return embedder !== undefined && isLocal(contentOf(embedder, place.text));
}

/** `embedders: name: _type: huggingface` of NVIDIA's toolkit for agents (docs.nvidia.com/nemo/agent-toolkit). */
function ofToolkit({ text, site, knowledge }: Place, around: () => Surroundings): boolean {
  return (
    site.where === 'config' &&
    site.parents[1] === 'embedders' &&
    knowledge.mentions('_type') &&
    isLocal(textOf(text, around().own))
  );
}

/** What is in a bracket that nobody may have closed. */
function contentOf({ at, close }: Bracket, text: string): string {
  return text.slice(at, Math.min(close, at + LONGEST_SETTINGS));
}

const LONGEST_SETTINGS = 2_000;

function isLocal(settings: string): boolean {
  return PROVIDER.test(settings) && !ADDRESS.test(settings);
}

const INIT = 'init_embeddings';

/**
 * `init_embeddings("huggingface:owner/name")` of LangChain makes `HuggingFaceEmbeddings`:
 * https://docs.langchain.com/oss/python/integrations/embeddings/huggingfacehub
 */
function ofLangChain({ text, start, site, knowledge: { brackets } }: Place): boolean {
  if (lastName(site.call?.callee ?? '') !== INIT) return false;
  const [call] = brackets.around(start);
  return (
    text.startsWith('huggingface:', start) || (call !== undefined && PROVIDER.test(contentOf(call, text)))
  );
}

/** The weights that an embedder of such a library loads. */
export const byLocalEmbedder: Decision = (place, around) => {
  if (place.registry !== 'huggingface') return undefined;
  if (ofLangChain(place)) return askedBy(INIT, SELF);
  if (isFile(place.match)) return undefined;
  return ofMem0(place) || ofToolkit(place, around) ? askedBy('embedder', SELF) : undefined;
};
