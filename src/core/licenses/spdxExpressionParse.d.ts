declare module 'spdx-expression-parse' {
  type Expression =
    | { readonly license: string; readonly plus?: true; readonly exception?: string }
    | { readonly left: Expression; readonly conjunction: 'and' | 'or'; readonly right: Expression };
  /** Throws on a text that is no SPDX license expression. */
  export default function parse(source: string): Expression;
}
