import { loader } from '../define';
import { localFileSpelling } from './spelling';
import type { RegistryDefinition } from '../registry';

/** Files of weights, named by their path: `models/Qwen2.5-7B-Instruct-Q4_K_M.gguf`. */
export const local: RegistryDefinition = {
  kind: 'files',
  runsHere: true,
  prefixes: ['llamafile', 'llama-cpp', 'local'],
  loaders: [loader('gpt4all', 'GPT4All', { keywords: 'model_name model' })],
  needsContext: true,
  spelling: localFileSpelling,
};
