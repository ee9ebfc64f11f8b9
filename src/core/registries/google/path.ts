import { hasFileEnding } from '../names/hubId';
import type { OwnPath } from '../registry';

const OWN_PATH = new RegExp(
  String.raw`^(?:models|tunedModels)/(?:(?:gemini|gemma|text-embedding|embedding|imagen|veo|learnlm|` +
    String.raw`text-bison|chat-bison)-[\w.@-]*|aqa)$`,
);

/** `models/gemini-1.5-pro` of Google's own API; `models/gemma-3-1b-it-Q4_K_M.gguf` is a file in a folder. */
export function googlePath(value: string): OwnPath | undefined {
  return OWN_PATH.test(value) && !hasFileEnding(value)
    ? { id: value.slice(value.lastIndexOf('/') + 1), certain: true }
    : undefined;
}
