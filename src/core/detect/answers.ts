import { textBefore } from '../text/pieces';
import type { TextRange } from '../text/range';
import type { Brackets } from './brackets';

/**
 * What only the answer of a service says: why it ended, what it counted, what kind of thing it is. Ollama's and
 * Google's also list the models that they have (https://docs.ollama.com/api, https://ai.google.dev/api/models).
 */
const ANSWER = new RegExp(
  String.raw`\b(?:finish_?reason|stop_?reason|system_fingerprint|(?:prompt|completion)_?tokens)["']?\s*[:=]|` +
    String.raw`\busage["']?\s*(?:[:=]|=>)\s*(?:[{[]|[\w.]*usage\b)|["']chat\.completion(?:\.chunk)?["']|` +
    String.raw`["']object\\?["']\s*:\s*\\?["'](?:list|model|embedding|response|assistant|batch|file|` +
    String.raw`text_completion|fine_tuning\.job|thread\.[\w.]+|realtime\.\w+|chat\.\w[\w.]*)\b|["'](?:first_id|` +
    String.raw`last_id|(?:total|load|eval|prompt_eval)_duration|modified_at|supportedGenerationMethods|` +
    String.raw`(?:in|out)putTokenLimit)\\?["']\s*:|["']done["']\s*:\s*(?:true|false)\b`,
  'i',
);

/**
 * Whether a name stands in a recorded answer of a service: the mapping or call that it is a value of also says how the
 * answer ended or what it used up. No request has that. A block of statements is no mapping.
 */
export function isInAnswer(text: string, brackets: Brackets, { start, end }: TextRange): boolean {
  const [open] = brackets.around(start);
  if (
    open === undefined ||
    (open.mark === '[' && !/=>\s*["']?$/.test(textBefore(text, start, 8))) ||
    (open.mark === '{' && !/(?::|=>)\s*["'`]?$/.test(textBefore(text, start, 8)))
  )
    return false;
  const content = brackets.contentOf(open, end);
  return ANSWER.test(text.slice(content.start, content.end));
}
