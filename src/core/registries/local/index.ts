import { loader } from '../define';
import { localFileSpelling } from './spelling';
import type { RegistryDefinition } from '../registry';

/** Files of weights, named by their path: `models/Qwen2.5-7B-Instruct-Q4_K_M.gguf`. */
export const local: RegistryDefinition = {
  kind: 'files',
  runsHere: true,
  prefixes: ['llamafile', 'llama-cpp', 'local'],
  loaders: [
    loader('gpt4all', 'GPT4All', { keywords: 'model_name model' }),
    // https://github.com/k2-fsa/sherpa-onnx/blob/master/sherpa-onnx/python/sherpa_onnx/offline_recognizer.py
    loader('sherpa-onnx', 'from_sense_voice from_nemo_ctc from_tdnn_ctc from_wenet_ctc', {
      at: [],
      receivers: 'OfflineRecognizer',
      keywords: 'model',
    }),
    loader('sherpa-onnx', 'from_paraformer', {
      at: [],
      receivers: 'OfflineRecognizer OnlineRecognizer',
      keywords: 'paraformer encoder',
    }),
    loader('sherpa-onnx', 'from_transducer from_whisper', {
      at: [],
      receivers: 'OfflineRecognizer OnlineRecognizer',
      keywords: 'encoder',
    }),
  ],
  needsContext: true,
  spelling: localFileSpelling,
};
