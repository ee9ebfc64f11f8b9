import path from 'node:path';
import { getLlama, LlamaChatSession, resolveModelFile } from 'node-llama-cpp';

const DIR = path.join(__dirname, '..', 'models');

export async function open() {
  const llama = await getLlama();
  const uri = 'hf:mradermacher/Meta-Llama-3.1-8B-Instruct-GGUF/Meta-Llama-3.1-8B-Instruct.Q4_K_M.gguf';
  const modelPath = await resolveModelFile(uri, DIR);
  const model = await llama.loadModel({ modelPath });
  return new LlamaChatSession({ contextSequence: (await model.createContext()).getSequence() });
}

export const bundled = path.join(DIR, 'Phi-3.5-mini-instruct-Q4_K_M.gguf');
export const embedder = path.join(DIR, 'nomic-embed-text-v1.5.Q8_0.gguf');
