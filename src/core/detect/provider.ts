import { textBefore, textBehind } from '../text/pieces';
import type { TextRange } from '../text/range';

/** How far from a name its provider is looked for. */
const REACH = 240;

const NAMED =
  String.raw`\b(?:llm|model|ai)?_?(?:provider|vendor|platform|backend)(?:_?(?:id|name|type))?` +
  String.raw`["']?\s*(?:[:=]|=>)\s*["']?:?([A-Za-z][\w.]{1,60})\b`;
const BEFORE = new RegExp(String.raw`${NAMED}[^{}()[\]]*$`, 'i');
const AFTER = new RegExp(String.raw`^[^{}()[\]]*?${NAMED}`, 'i');

/**
 * What the mapping or call around a value says of who provides it: `Ollama` of
 * `LLModel(provider = LLMProvider.Ollama, id = "qwq")`, `openai` of `{ "id": "o1", "provider": "openai" }`.
 * `undefined` when nothing near says so.
 */
export function providerBeside(text: string, { start, end }: TextRange): string | undefined {
  return BEFORE.exec(textBefore(text, start, REACH))?.[1] ?? AFTER.exec(textBehind(text, end, REACH))?.[1];
}
