import type { OwnPath } from '../registry';

/** `models/gemini-1.5-pro` of Google's own API. */
export function googlePath(value: string): OwnPath | undefined {
  return /^(?:models|tunedModels)\/(?:gemini|gemma|text-embedding|embedding|imagen|veo|learnlm|aqa|text-bison|chat-bison)[\w.@-]*$/.test(
    value,
  )
    ? { id: value.slice(value.lastIndexOf('/') + 1), certain: true }
    : undefined;
}
