import { Composer, Lexer, Parser, type CST, type Document } from 'yaml';
import { MAX_NESTING } from './nesting';

export interface ParsedYaml {
  /** The first document, empty where the text is; what was read of it where {@link tooDeepAt} is set. */
  readonly document: Document.Parsed | undefined;
  /** The second document of the text, which no file of ours has. */
  readonly second: Document.Parsed | undefined;
  /** Offset (UTF-16) of the first value that is nested deeper than {@link MAX_NESTING}; the text is not parsed then. */
  readonly tooDeepAt: number | undefined;
}

/** Tokens out of place that are read before a text counts as broken as a whole. */
const MOST_STRAY_TOKENS = 100;

/**
 * Parses YAML 1.2 (core schema) in linear time, in which it differs from the library's own `parseDocument`: its parser calls itself for
 * each level, and a second text that ends the stack aborts the process, so the depth is watched as the text is read; keys are not
 * compared with each other, which the caller does with a set; and errors are not drawn into the text, which takes quadratic time.
 * Does not throw for any text.
 * @param options.strict false for a text that is being typed
 */
export function parseYaml(text: string, { strict = true }: { readonly strict?: boolean } = {}): ParsedYaml {
  const composer = new Composer({
    schema: 'core',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
    strict,
  });
  const depth = new DepthWatch();
  const documents = composer.compose(depth.tokens(text), true, text.length);
  const document = documents.next().value as Document.Parsed | undefined;
  const second = document === undefined ? undefined : (documents.next().value as Document.Parsed | undefined);
  const { tooDeepAt } = depth;
  return tooDeepAt === undefined
    ? { document, second, tooDeepAt }
    : { document: undefined, second: undefined, tooDeepAt };
}

class DepthWatch {
  tooDeepAt: number | undefined;

  /** The tokens that the library's parser makes of a text, as long as it has no more nodes open than allowed. */
  *tokens(text: string): Generator<CST.Token, void> {
    const parser = new Parser();
    let stray = 0;
    for (const lexeme of new Lexer().lex(text)) {
      for (const token of parser.next(lexeme)) {
        yield token;
        if (token.type === 'error' && ++stray >= MOST_STRAY_TOKENS) return;
      }
      if (parser.stack.length > MAX_NESTING) {
        this.tooDeepAt = Math.min(parser.offset, text.length);
        return;
      }
    }
    yield* parser.end();
  }
}
