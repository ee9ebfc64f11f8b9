import { env, pipeline, type AutomaticSpeechRecognitionPipeline } from '@huggingface/transformers';

env.allowLocalModels = false;

const ASR_MODEL = 'onnx-community/whisper-base';

let asr: AutomaticSpeechRecognitionPipeline | undefined;

export async function load(onProgress: (p: number) => void) {
  asr ??= await pipeline('automatic-speech-recognition', ASR_MODEL, {
    dtype: { encoder_model: 'fp32', decoder_model_merged: 'q4' },
    device: 'webgpu',
    progress_callback: (e: { progress?: number }) => onProgress(e.progress ?? 0),
  });
  return asr;
}

export const embed = () => pipeline('feature-extraction', 'Xenova/all-MiniLM-L6-v2', { quantized: true });

// also good, but twice as slow: Xenova/bge-base-en-v1.5
self.onmessage = async ({ data }) => {
  if (data.type === 'audio/pcm') self.postMessage(await (await load(() => {}))(data.samples));
};
