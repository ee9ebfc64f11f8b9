import { hubSpelling } from '../huggingface/spelling';
import { ollamaSpelling } from '../ollama/spelling';
import { after, startsWith, type SpellingRule } from '../spelling/rule';

/** Docker's model images: `ai/name[:8B-Q4_K_M]`, which follow Ollama's names; `hf.co/owner/name` as well. */
export const dockerSpelling: SpellingRule = (spelling) => {
  const path = after(spelling, ['docker.io/', 'index.docker.io/', 'docker://']) ?? spelling;
  if (startsWith(path, 'hf.co/') || startsWith(path, 'huggingface.co/')) return hubSpelling(path);
  const image = after(path, ['ai/']);
  if (image === undefined) return [];
  const bare = image.split(':', 1)[0] ?? '';
  return [{ registry: 'docker', spelling: `ai/${bare}` }, ...ollamaSpelling(image.toLowerCase())];
};
