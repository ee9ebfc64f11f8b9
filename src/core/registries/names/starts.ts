import { familyWords } from './families';
import { hostedStarts } from './hosted';
import { sentenceTasks, spacyStarts } from './library';
import { bedrockStarts } from '../bedrock/ids';
import { libraryNames } from './ollama';
import { weightsExtensions } from './weights';

/**
 * How names of models without an owner begin, by their first two letters: most words can be put aside by that alone.
 */
const STARTS: Uint8Array = starts();
const ENDS: Uint8Array = ends();

function starts(): Uint8Array {
  const table = new Uint8Array(128 * 128);
  const publishers = [
    'meta',
    'databricks',
    'google',
    'openai',
    'nvidia',
    'ibm',
    'microsoft',
    'deepset',
    'spacy-model',
    'cross-',
    'unsloth',
    'model-',
    'wide_',
    'facebook',
    'intfloat',
    'multi',
    'uncased',
  ];
  for (const word of [
    ...familyWords(),
    ...hostedStarts(),
    ...sentenceTasks(),
    ...libraryNames(),
    ...bedrockStarts(),
    ...spacyStarts(),
    ...publishers,
  ]) {
    const lower = word.toLowerCase();
    for (const first of [lower.charCodeAt(0), lower.toUpperCase().charCodeAt(0)]) {
      for (const second of [lower.charCodeAt(1), lower.toUpperCase().charCodeAt(1)])
        if (first < 128 && second < 128) table[first * 128 + second] = 1;
    }
  }
  return table;
}

/** Whether a name of a model may begin with these two characters. */
export function mayStartName(first: number, second: number): boolean {
  return first < 128 && second < 128 && STARTS[first * 128 + second] === 1;
}

function ends(): Uint8Array {
  const table = new Uint8Array(128 * 128);
  for (const extension of weightsExtensions()) {
    for (const word of [extension, extension.toUpperCase()])
      table[`.${word}`.charCodeAt(word.length - 1) * 128 + word.charCodeAt(word.length - 1)] = 1;
  }
  return table;
}

/** Whether the name of a weights file may end in these two characters. */
export function mayEndWeights(first: number, second: number): boolean {
  return first < 128 && second < 128 && ENDS[first * 128 + second] === 1;
}
