import { nameAtJumpStart } from '../names/library';
import { variants } from '../spelling/hosted';
import { ROUTES } from '../spelling/routes';
import { owned, without, type Candidate, type SpellingRule } from '../spelling/rule';

/** What a program fills in: `[lang]`, `{lang}`, `${lang}`, `<lang>`, `%s`. */
const FILLED_IN = String.raw`\$?[[{<]{1,2}\s?\w{0,40}\s?[\]}>]{1,2}|%s`;
/**
 * Meta's voices of MMS by their language, which a program may fill in, for all are one family under one license, and
 * XTTS by its name alone: `ModelManager._set_model_item` of Coqui TTS.
 */
const OF_COQUI = new RegExp(
  String.raw`^(?:tts_models\/(?:([a-z][a-z_-]*)|${FILLED_IN})\/fairseq\/vits|xtts(?:[-_]?v2(?:\.\d+){0,2})?)$`,
  'i',
);

/** Whether a name stands for all voices of MMS, of which a program chooses one. */
export function isFamilyOfVoices(name: string): boolean {
  const found = OF_COQUI.exec(name);
  return found !== null && found[1] === undefined && name.includes('/');
}

/** The Hub's repository of what Coqui TTS names without an entry in its list. */
export const coquiSpelling: SpellingRule = (spelling) => {
  const found = OF_COQUI.exec(spelling);
  if (found === null) return [];
  const [, language] = found;
  const voices = language === undefined ? 'facebook/mms-tts' : `facebook/mms-tts-${language}`;
  return [{ registry: 'huggingface', spelling: spelling.includes('/') ? voices : 'coqui/XTTS-v2' }];
};

/** Precisions at the end of JumpStart's names: the model is the same. */
const PRECISIONS = /-(?:bf16|fp16|gptq|int8|neuron)$/;
/** Of Llama 2 `-f` is the model for chat: https://huggingface.co/blog/llama2, and JumpStart's own list of models. */
const LLAMA_2_CHAT = /^(llama-2-\d+b)-f$/;

/** Gemma's instruct models end in `it`, at JumpStart in the word. */
function inGemma(name: string): string {
  return name.startsWith('gemma-') ? name.replace(/-instruct$/, '-it') : name;
}

/** The model that SageMaker JumpStart calls by its maker's name behind what it does. */
function ofJumpStart(spelling: string): Candidate[] {
  const name = nameAtJumpStart(spelling)?.replace(PRECISIONS, '');
  if (name === undefined) return [];
  const chat = LLAMA_2_CHAT.exec(name)?.[1];
  return chat === undefined
    ? [
        name,
        name.replace(/^r1-/, 'deepseek-r1-'),
        `${name.replace(/^llama-(?=code)/, '')}-hf`,
        inGemma(name),
      ].map((one): Candidate => ({ name: one }))
    : [{ registry: 'huggingface', spelling: `meta-llama/${chat}-chat-hf` }];
}

/**
 * A service that takes plain names and `vendor/name` alike, and whose own spellings the catalog lists under `other`.
 */
export const anyGatewaySpelling: SpellingRule = (spelling) => [
  { registry: 'other', spelling },
  ...coquiSpelling(spelling),
  ...ofJumpStart(spelling),
  ...(spelling.includes('/')
    ? owned(without(spelling, ROUTES))
    : [spelling, ...variants(spelling)].flatMap((name): Candidate[] => [
        { registry: 'other', spelling: name },
        { name },
      ])),
];
