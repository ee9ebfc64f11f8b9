import { variants } from '../spelling/hosted';
import { ROUTES } from '../spelling/routes';
import { owned, without, type Candidate, type SpellingRule } from '../spelling/rule';

/** Meta's voices of MMS by their language, and XTTS by its name alone: `ModelManager._set_model_item` of Coqui TTS. */
const OF_COQUI = /^(?:tts_models\/([a-z][a-z_-]*)\/fairseq\/vits|xtts(?:_v2(?:\.\d+){0,2})?)$/;

/** The Hub's repository of what Coqui TTS names without an entry in its list. */
function ofCoqui(spelling: string): Candidate[] {
  const found = OF_COQUI.exec(spelling);
  if (found === null) return [];
  const [, language] = found;
  return [
    {
      registry: 'huggingface',
      spelling: language === undefined ? 'coqui/XTTS-v2' : `facebook/mms-tts-${language}`,
    },
  ];
}

/**
 * A service that takes plain names and `vendor/name` alike, and whose own spellings the catalog lists under `other`.
 */
export const anyGatewaySpelling: SpellingRule = (spelling) => [
  { registry: 'other', spelling },
  ...ofCoqui(spelling),
  ...(spelling.includes('/')
    ? owned(without(spelling, ROUTES))
    : [spelling, ...variants(spelling)].flatMap((name): Candidate[] => [
        { registry: 'other', spelling: name },
        { name },
      ])),
];
