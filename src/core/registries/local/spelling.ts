import { repackedName } from '../spelling/repack';
import { without, type Candidate, type SpellingRule } from '../spelling/rule';

/** Endings of files of weights, in lower case. */
export const WEIGHTS_ENDINGS = [
  '.gguf',
  '.ggml',
  '.safetensors',
  '.bin',
  '.pt',
  '.pth',
  '.ckpt',
  '.onnx',
  '.llamafile',
  '.mlmodel',
  '.tflite',
  '.task',
  '.litertlm',
];

/**
 * What the names of bundles for phones and browsers end in: `gemma-2b-it-cpu-int4.bin`,
 * `Gemma3-1B-IT_multi-prefill-seq_q4_ekv2048.task` (https://huggingface.co/litert-community).
 */
const BUNDLED = /(?:[-_.](?:[cg]pu|web|int[48]|f32|q[48]|multi-prefill-seq|seq\d{2,5}|ekv\d{3,5})){1,6}$/i;

/** What a file or copy of weights is named after: its name without ending, number of the part and packing. */
export function nameOfWeights(name: string): string {
  const whole = wholeName(without(name, WEIGHTS_ENDINGS));
  return (repackedName(whole) ?? whole).replace(BUNDLED, '');
}

/**
 * A file of weights, named after its model: `models/Qwen2.5-7B-Instruct-Q4_K_M.gguf`, also the first of several
 * parts.
 */
export const localFileSpelling: SpellingRule = (spelling) => {
  const file = spelling.slice(Math.max(spelling.lastIndexOf('/'), spelling.lastIndexOf('\\')) + 1);
  const name = without(file, WEIGHTS_ENDINGS);
  if (name === file) return [];
  const whole = wholeName(name);
  return [
    { registry: 'local', spelling: file },
    ...[...new Set([whole, nameOfWeights(file)])].map((form): Candidate => ({ name: form })),
  ];
};

function wholeName(name: string): string {
  return name.replace(/-\d{5}-of-\d{5}$/, '');
}
