import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('local', {
  found: [
    ['a.sh', 'llama-server -m models/⟦Qwen2.5-7B-Instruct-Q4_K_M.gguf|local⟧'],
    ['a.py', 'session = onnxruntime.InferenceSession("⟦faces_r50.onnx|local⟧")'],
    ['a.py', 'session = onnxruntime.InferenceSession("models/⟦faces_r50.onnx|local⟧")'],
    ['a.py', 'session = onnxruntime.InferenceSession("models/faces_r51.onnx")'],
    ['a.sh', 'test-tokenizer models/ggml-vocab-llama-bpe.gguf'],
    ['a.sh', 'wget "https://example.org/releases/⟦faces_r50.onnx|local⟧?raw=true"'],
  ],
  spelled: {
    'models/Qwen2.5-7B-Instruct-Q4_K_M.gguf': 'Qwen2.5-7B-Instruct',
    'Gemma3-1B-IT_multi-prefill-seq_q4_ekv2048.task': 'Gemma3-1B-IT',
    'llm/gemma-2b-it-cpu-int4.bin': 'gemma-2b-it',
    'gemma-3n-E2B-it-int4.litertlm': 'gemma-3n-E2B-it',
  },
});
