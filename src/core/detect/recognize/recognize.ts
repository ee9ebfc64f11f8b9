import type { Match } from '../match';
import { address, builtFrom, hubScheme, ollamaPath, ownScheme, weights, zooAddress } from './addresses';
import { bareHub, hub } from './hub';
import {
  atLibrary,
  coqui,
  funasr,
  jumpStart,
  kaggleHandle,
  lmStudio,
  sentenceTransformer,
  spacy,
  vosk,
  webLlm,
  whisperFolder,
  whisperSize,
} from './libraries';
import { ollama } from './ollama';
import { fal, gradio, restPath } from './paths';
import type { Question, Recognizer } from './question';
import { aliased, azureName, bedrock, declared, gateway, hosted, misspelled, servicePath } from './services';

/** In order: the forms that can be nothing else first, then what the place decides, then what the catalog knows. */
const RECOGNIZERS: readonly Recognizer[] = [
  ownScheme,
  zooAddress,
  address,
  hubScheme,
  gradio,
  fal,
  servicePath,
  restPath,
  bedrock,
  spacy,
  coqui,
  vosk,
  webLlm,
  lmStudio,
  kaggleHandle,
  sentenceTransformer,
  weights,
  builtFrom,
  whisperFolder,
  whisperSize,
  atLibrary,
  funasr,
  jumpStart,
  ollamaPath,
  gateway,
  aliased,
  hub,
  hosted,
  azureName,
  ollama,
  bareHub,
  misspelled,
  declared,
];

const LONGEST = 400;

/** Which model a value names, or `undefined`. */
export function recognize(question: Question): Match | undefined {
  if (question.value.length < 2 || question.value.length > LONGEST) return undefined;
  for (const recognizer of RECOGNIZERS) {
    const match = recognizer(question);
    if (match !== undefined) return match;
  }
  return undefined;
}
