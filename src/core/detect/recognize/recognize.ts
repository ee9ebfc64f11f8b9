import { COLON, DASH, DOT, shapeOf, SIGN, SLASH, UNDERSCORE } from '../../text/shape';
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

/** A recognizer, and marks without any of which in it a value has none of the recognizer's forms. */
interface Rule {
  readonly recognizer: Recognizer;
  readonly marks: number;
}

/** Of a recognizer that any value may be a name for. */
const ANY = -1;

/** In order: the forms that can be nothing else first, then what the place decides, then what the catalog knows. */
const RULES: readonly Rule[] = [
  { recognizer: ownScheme, marks: COLON },
  { recognizer: zooAddress, marks: COLON },
  { recognizer: address, marks: SLASH },
  { recognizer: hubScheme, marks: COLON },
  { recognizer: gradio, marks: SLASH },
  { recognizer: fal, marks: SLASH },
  { recognizer: servicePath, marks: SLASH | DOT },
  { recognizer: restPath, marks: SLASH | SIGN },
  { recognizer: bedrock, marks: DOT },
  { recognizer: spacy, marks: DASH | UNDERSCORE },
  { recognizer: coqui, marks: SLASH },
  { recognizer: vosk, marks: DASH },
  { recognizer: webLlm, marks: DASH },
  { recognizer: lmStudio, marks: SIGN },
  { recognizer: kaggleHandle, marks: SLASH },
  { recognizer: sentenceTransformer, marks: DASH },
  { recognizer: weights, marks: DOT },
  { recognizer: builtFrom, marks: SLASH },
  { recognizer: whisperFolder, marks: DASH },
  { recognizer: whisperSize, marks: ANY },
  { recognizer: atLibrary, marks: ANY },
  { recognizer: funasr, marks: DASH | SIGN },
  { recognizer: jumpStart, marks: DASH },
  { recognizer: ollamaPath, marks: SLASH },
  { recognizer: gateway, marks: SLASH | COLON },
  { recognizer: aliased, marks: COLON },
  { recognizer: hub, marks: SLASH },
  { recognizer: hosted, marks: ANY },
  { recognizer: azureName, marks: ANY },
  { recognizer: ollama, marks: ANY },
  { recognizer: bareHub, marks: ANY },
  { recognizer: misspelled, marks: DASH | DOT },
  { recognizer: declared, marks: ANY },
];

const LONGEST = 400;

/** The recognizers for values with the same marks, by these. */
const byShape = new Map<number, readonly Recognizer[]>();

function recognizersFor(value: string): readonly Recognizer[] {
  const shape = shapeOf(value, 0, value.length);
  let chosen = byShape.get(shape);
  if (chosen === undefined) {
    chosen = RULES.filter(({ marks }) => (marks & shape) !== 0).map(({ recognizer }) => recognizer);
    byShape.set(shape, chosen);
  }
  return chosen;
}

/** Which model a value names, or `undefined`. */
export function recognize(question: Question): Match | undefined {
  if (question.value.length < 2 || question.value.length > LONGEST) return undefined;
  for (const recognizer of recognizersFor(question.value)) {
    const match = recognizer(question);
    if (match !== undefined) return match;
  }
  return undefined;
}
