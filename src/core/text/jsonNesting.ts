import { createScanner } from 'jsonc-parser';
import { MAX_NESTING } from './nesting';

/**
 * Where a JSON text (comments allowed, not necessarily valid) nests deeper than {@link MAX_NESTING}: the offset of the first bracket
 * that is too many, `undefined` where none is. Reads the tokens that `jsonc-parser` parses, in linear time and without recursion, so
 * that its recursive parser is never given a text that would end the stack.
 */
export function tooDeepInJson(text: string): number | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (;;) {
    scanner.scan();
    const at = scanner.getTokenOffset();
    if (at >= text.length) return undefined;
    const token = text.charAt(at);
    if (token === '{' || token === '[') {
      if (++depth > MAX_NESTING) return at;
    } else if (token === '}' || token === ']') depth = Math.max(0, depth - 1);
  }
}
