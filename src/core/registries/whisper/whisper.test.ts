import { expect, it } from 'vitest';
import { candidates } from '../spelling/rules';
import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('whisper', {
  found: [
    ['a.py', 'WhisperModel("⟦large-v3|whisper⟧")'],
    ['a.py', 'from faster_whisper.utils import download_model\ndownload_model("⟦large-v3|whisper⟧")'],
    ['a.swift', 'WhisperKit(WhisperKitConfig(model: "⟦large-v3-v20240930_626MB|whisper⟧"))'],
    ['a.sh', 'whisper a.wav --model ⟦medium|whisper⟧'],
    ['a.cpp', 'get("https://ggml.ggerganov.com/⟦ggml-model-whisper-base.en-q5_1.bin|whisper⟧", sha);'],
    ['a.sh', 'whisper-server -m models/⟦ggml-model-whisper-tiny.bin|whisper⟧'],
    ['a.swift', 'WhisperModel(name: "⟦ggml-tiny.en|whisper⟧"), WhisperModel(name: "⟦ggml-base|whisper⟧")'],
    ['a.kt', 'val whisper = mapOf("⟦ggml-large-v3-turbo-q5_0|whisper⟧" to 574)'],
    ['a.ts', 'const WHISPER_MODEL = "⟦ggml-medium|whisper⟧";'],
    ['a.yaml', 'whisper:\n  model: ⟦ggml-small.en-q8_0|whisper⟧\n'],
    ['a.sh', 'WHISPER_MODEL=⟦ggml-small|whisper⟧'],
    ['build.rs', 'for name in ["whisper", "ggml", "ggml-base", "ggml-cpu"] { link(name); }'],
    ['a.py', 'LIBRARIES = ["whisper", "ggml-base-x", "ggml-small-cpu", "ggml-metal"]'],
    ['a.ts', 'load("whisper"); load("ggml-base"); copy("libggml-base.dylib");'],
    ['a.py', 'MODEL = "ggml-tiny"'],
    ['a.sh', 'llama-server -m models/⟦ggml-model-qwen2-7b-q4_0.bin|local⟧'],
  ],
  constants: [
    [
      'A.cs',
      'using Whisper.net.Ggml;\n' +
        'await WhisperGgmlDownloader.Default.GetGgmlModelAsync(GgmlType.⟦LargeV3Turbo|large-v3-turbo⟧);',
    ],
    ['A.cs', 'using Whisper.net.Ggml;\nvar ggmlType = GgmlType.⟦MediumEn|medium.en⟧;\nLoad(ggmlType);'],
    ['A.cs', 'using Whisper.net.Ggml;\nvar y = size switch { "tiny" => GgmlType.Tiny, _ => null };'],
    ['A.cs', 'enum GgmlType { LargeV3 }\nvar ggmlType = GgmlType.LargeV3;'],
  ],
  spelled: {
    turbo: 'huggingface:openai/whisper-large-v3-turbo',
    'ggml-base.en.bin': 'whisper:base.en',
    'ggml-model-whisper-base.en-q5_1.bin': 'huggingface:openai/whisper-base.en',
    'ggml-model-whisper-large-q5_0.bin': 'huggingface:openai/whisper-large',
    'large-v1': 'huggingface:openai/whisper-large',
    'ggml-large-v1.bin': 'huggingface:openai/whisper-large',
    'ggml-large-v1-q5_0.bin': 'huggingface:openai/whisper-large',
    'ggml-large-q5_0.bin': 'huggingface:openai/whisper-large-v3',
    'large-v3-v20240930_626MB': 'huggingface:openai/whisper-large-v3-turbo',
    'openai_whisper-large-v3-v20240930_turbo': 'huggingface:openai/whisper-large-v3-turbo',
    'openai_whisper-large-v3_turbo_954MB': 'huggingface:openai/whisper-large-v3',
    'distil-large-v3_turbo_600MB': 'huggingface:distil-whisper/distil-large-v3',
  },
});

it('takes what is no size of Whisper for no model of OpenAI', () => {
  expect(candidates('parakeet-tdt-0.6b', 'whisper')).toEqual([
    { registry: 'whisper', spelling: 'parakeet-tdt-0.6b' },
  ]);
});
