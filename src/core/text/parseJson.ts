import { createScanner, parse, parseTree, type Node, type ParseError } from 'jsonc-parser';
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

/** The value of a JSON text (comments and trailing commas allowed); `undefined` when it is broken or nested too deep to be parsed. */
export function parseJson(text: string): unknown {
  if (tooDeepInJson(text) !== undefined) return undefined;
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true });
  return errors.length > 0 ? undefined : value;
}

/** The nodes of a JSON text as far as they can be read, with their offsets (UTF-16); `undefined` for none, or when it is nested too deep. */
export function parseJsonTree(text: string): Node | undefined {
  return tooDeepInJson(text) === undefined ? parseTree(text, []) : undefined;
}
