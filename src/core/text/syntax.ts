/**
 * What the languages look like to someone who only wants to know what is a string, what a comment and what neither.
 * One description serves every language that agrees in that.
 */

import {
  CPP_RAW,
  CSHARP_RAW,
  CSHARP_RAW_FILLED,
  DOLLAR_QUOTED,
  HASHED,
  HERE_DOCUMENT,
  LONG_BRACKETS,
  PHP_HERE_DOCUMENT,
  R_RAW,
  RUST_RAW,
  type LongStringForm,
} from './longStrings';

export interface StringForm {
  readonly open: string;
  readonly close: string;
  /** Whether it may run over line ends; where not, the line end closes it, so that a stray quote costs one line. */
  readonly multiline: boolean;
  /** How the closing mark is written inside: after a backslash, doubled, or not at all. */
  readonly escape: 'backslash' | 'doubled' | 'none';
  /** What opens a part that is computed, such as `${`. */
  readonly hole?: string;
  /** A single character only (`'x'`): otherwise the quote is something else, such as a lifetime or an apostrophe. */
  readonly character?: boolean;
  /** A shell runs it. */
  readonly runs?: boolean;
}

export interface Syntax {
  readonly lineComments: readonly string[];
  readonly blockComments: readonly (readonly [open: string, close: string])[];
  /** Longer marks before their prefixes. */
  readonly strings: readonly StringForm[];
  /** Strings whose closing mark follows from the opening one. They are looked for before {@link strings}. */
  readonly longStrings?: readonly LongStringForm[];
  /** `/…/` is a literal where a value may start. */
  readonly regexLiterals?: boolean;
  /** A word at the start of a line is the key of the string behind it: `model "…"`. */
  readonly spacedEntries?: boolean;
  /** A word behind a colon is the key of what follows: `:model "…"`. */
  readonly keywords?: boolean;
  /** A word before a brace names what is in it: `model { … }`. */
  readonly namedBlocks?: boolean;
  /** A line `[providers.groq]` names the table that the entries below it belong to. */
  readonly namedTables?: boolean;
  /** Strings between that word and the brace are labels of the block: `resource "aws_s3_bucket" "weights" {`. */
  readonly blockLabels?: boolean;
  /** The language ends a statement at the end of a line. */
  readonly lineStatements?: boolean;
  /** The type of a name stands behind it, without a mark between them: `const Model ChatModel = "…"`. */
  readonly typesBehindNames?: boolean;
  /** A string behind a field of a type says more of it, its default too: `` Model string `default:"…"` ``. */
  readonly fieldTags?: boolean;
  /** The body of a function without a name stands behind a colon: `lambda: Client(model="…")`. */
  readonly lambdas?: boolean;
}

const DOUBLE: StringForm = { open: '"', close: '"', multiline: false, escape: 'backslash' };
const SINGLE: StringForm = { open: "'", close: "'", multiline: false, escape: 'backslash' };
const CHARACTER: StringForm = { ...SINGLE, character: true };
const TRIPLE_DOUBLE: StringForm = { open: '"""', close: '"""', multiline: true, escape: 'backslash' };
const TRIPLE_SINGLE: StringForm = { open: "'''", close: "'''", multiline: true, escape: 'backslash' };
/** A command of one line, as Ruby, Perl and PHP run it. */
const COMMAND: StringForm = { open: '`', close: '`', multiline: false, escape: 'backslash', runs: true };
const LONG_DOUBLE: StringForm = { ...DOUBLE, multiline: true };
const C_COMMENTS = { lineComments: ['//'], blockComments: [['/*', '*/']] } as const;

const PYTHON: Syntax = {
  lineComments: ['#'],
  blockComments: [],
  strings: [TRIPLE_DOUBLE, TRIPLE_SINGLE, DOUBLE, SINGLE],
  lineStatements: true,
  lambdas: true,
};
const SCRIPT: Syntax = {
  ...C_COMMENTS,
  regexLiterals: true,
  lineStatements: true,
  strings: [{ open: '`', close: '`', multiline: true, escape: 'backslash', hole: '${' }, DOUBLE, SINGLE],
};
const C: Syntax = {
  ...C_COMMENTS,
  longStrings: [CPP_RAW],
  strings: [DOUBLE, CHARACTER],
};
const JVM: Syntax = { ...C_COMMENTS, strings: [TRIPLE_DOUBLE, DOUBLE, CHARACTER], lineStatements: true };
const CSHARP: Syntax = {
  ...C_COMMENTS,
  longStrings: [CSHARP_RAW, CSHARP_RAW_FILLED],
  strings: [
    { open: '$"', close: '"', multiline: false, escape: 'backslash', hole: '{' },
    { open: '@"', close: '"', multiline: true, escape: 'doubled' },
    DOUBLE,
    CHARACTER,
  ],
};
const GO: Syntax = {
  ...C_COMMENTS,
  strings: [{ open: '`', close: '`', multiline: true, escape: 'none' }, DOUBLE, CHARACTER],
  lineStatements: true,
  fieldTags: true,
  typesBehindNames: true,
};
const RUST: Syntax = {
  ...C_COMMENTS,
  longStrings: [RUST_RAW],
  strings: [LONG_DOUBLE, CHARACTER],
};
const HASH: Syntax = {
  lineComments: ['#'],
  blockComments: [],
  strings: [TRIPLE_DOUBLE, DOUBLE, SINGLE],
  lineStatements: true,
};
const JULIA: Syntax = { ...HASH, blockComments: [['#=', '=#']], strings: [TRIPLE_DOUBLE, DOUBLE, CHARACTER] };
const POWERSHELL: Syntax = {
  lineComments: ['#'],
  blockComments: [['<#', '#>']],
  lineStatements: true,
  strings: [
    { open: '@"', close: '\n"@', multiline: true, escape: 'none' },
    { open: "@'", close: "\n'@", multiline: true, escape: 'none' },
    { open: '"', close: '"', multiline: false, escape: 'doubled' },
    { open: "'", close: "'", multiline: false, escape: 'doubled' },
  ],
};
const PHP: Syntax = {
  lineComments: ['//', '#'],
  blockComments: [['/*', '*/']],
  longStrings: [PHP_HERE_DOCUMENT],
  strings: [COMMAND, DOUBLE, SINGLE],
};
const SQL: Syntax = {
  longStrings: [DOLLAR_QUOTED],
  lineComments: ['--'],
  blockComments: [['/*', '*/']],
  strings: [
    { open: "'", close: "'", multiline: false, escape: 'doubled' },
    { open: '"', close: '"', multiline: false, escape: 'doubled' },
    { open: '`', close: '`', multiline: false, escape: 'none' },
  ],
};
const LUA: Syntax = {
  lineComments: ['--'],
  blockComments: [['--[[', ']]']],
  longStrings: [LONG_BRACKETS],
  strings: [DOUBLE, SINGLE],
  lineStatements: true,
};
const TERRAFORM: Syntax = {
  longStrings: [HERE_DOCUMENT],
  lineComments: ['#', '//'],
  blockComments: [['/*', '*/']],
  strings: [DOUBLE],
  lineStatements: true,
  namedBlocks: true,
  blockLabels: true,
};
const BICEP: Syntax = { ...C_COMMENTS, strings: [TRIPLE_SINGLE, SINGLE], lineStatements: true };
const TOML: Syntax = {
  lineComments: ['#'],
  blockComments: [],
  lineStatements: true,
  namedTables: true,
  strings: [
    TRIPLE_DOUBLE,
    { open: "'''", close: "'''", multiline: true, escape: 'none' },
    DOUBLE,
    { open: "'", close: "'", multiline: false, escape: 'none' },
  ],
};
const GRAPHQL: Syntax = {
  lineComments: ['#'],
  blockComments: [],
  strings: [TRIPLE_DOUBLE, DOUBLE],
  lineStatements: true,
};
const JSON_WITH_COMMENTS: Syntax = { ...C_COMMENTS, strings: [DOUBLE, SINGLE] };
const RUBY: Syntax = {
  ...HASH,
  longStrings: [HERE_DOCUMENT],
  strings: [
    { ...COMMAND, open: '%x(', close: ')' },
    { ...COMMAND, open: 'qx(', close: ')' },
    COMMAND,
    ...HASH.strings,
  ],
};
const SWIFT: Syntax = { ...JVM, longStrings: [HASHED] };
const R: Syntax = { ...HASH, longStrings: R_RAW };
const NIX: Syntax = {
  ...HASH,
  blockComments: [['/*', '*/']],
  strings: [{ open: "''", close: "''", multiline: true, escape: 'none' }, LONG_DOUBLE],
};
const HASKELL: Syntax = {
  lineComments: ['--'],
  blockComments: [['{-', '-}']],
  strings: [{ open: '[r|', close: '|]', multiline: true, escape: 'none' }, TRIPLE_DOUBLE, DOUBLE, CHARACTER],
  lineStatements: true,
};
const ERLANG: Syntax = {
  lineComments: ['%'],
  blockComments: [],
  strings: [TRIPLE_DOUBLE, LONG_DOUBLE, SINGLE],
};
const NIM: Syntax = {
  lineComments: ['#'],
  blockComments: [['#[', ']#']],
  strings: [TRIPLE_DOUBLE, DOUBLE, CHARACTER],
  lineStatements: true,
};
const OCAML: Syntax = {
  lineComments: [],
  blockComments: [['(*', '*)']],
  strings: [{ open: '{|', close: '|}', multiline: true, escape: 'none' }, LONG_DOUBLE, CHARACTER],
};
const VISUAL_BASIC: Syntax = {
  lineComments: ["'"],
  blockComments: [],
  strings: [{ open: '"', close: '"', multiline: false, escape: 'doubled' }],
  lineStatements: true,
};
const JSONNET: Syntax = {
  lineComments: ['//', '#'],
  blockComments: [['/*', '*/']],
  strings: [
    { open: '|||', close: '|||', multiline: true, escape: 'none' },
    LONG_DOUBLE,
    { ...SINGLE, multiline: true },
  ],
};
const CUE: Syntax = {
  lineComments: ['//'],
  blockComments: [],
  longStrings: [HASHED],
  strings: [TRIPLE_DOUBLE, TRIPLE_SINGLE, DOUBLE, SINGLE],
  lineStatements: true,
};
/** BAML: blocks with names, entries without a sign between key and value, prompts between marks of their own. */
const BAML: Syntax = {
  lineComments: ['//'],
  blockComments: [],
  longStrings: [HASHED],
  strings: [DOUBLE],
  lineStatements: true,
  namedBlocks: true,
  spacedEntries: true,
};
/** Code of a language that nothing else is known of: by the marks that most languages share. */
const CODE: Syntax = {
  lineComments: ['//'],
  blockComments: [['/*', '*/']],
  strings: [TRIPLE_DOUBLE, DOUBLE, SINGLE],
  lineStatements: true,
};
const HASH_CODE: Syntax = HASH;
/** https://github.com/openwdl/wdl/blob/wdl-1.2/SPEC.md: what a task runs. */
const WDL: Syntax = {
  ...HASH,
  strings: [{ open: '<<<', close: '>>>', multiline: true, escape: 'none', runs: true }, ...HASH.strings],
};
const DASH_CODE: Syntax = { ...HASH, lineComments: ['--'] };
/** Unquoted text with `#` comments after a blank: a quote only counts where a value starts, which the line readers see to. */
const LINES: Syntax = { lineComments: ['#'], blockComments: [], strings: [] };
const SEMICOLON_LINES: Syntax = { lineComments: ['#', ';'], blockComments: [], strings: [] };
const TAGS: Syntax = { lineComments: [], blockComments: [['<!--', '-->']], strings: [] };
const LISP: Syntax = { lineComments: [';'], blockComments: [], strings: [LONG_DOUBLE], keywords: true };

const SYNTAXES: Readonly<Record<string, Syntax>> = {
  python: PYTHON,
  starlark: PYTHON,
  jupyter: PYTHON,
  javascript: SCRIPT,
  javascriptreact: SCRIPT,
  typescript: SCRIPT,
  typescriptreact: SCRIPT,
  java: JVM,
  kotlin: JVM,
  scala: JVM,
  groovy: { ...JVM, strings: [TRIPLE_DOUBLE, TRIPLE_SINGLE, DOUBLE, SINGLE] },
  swift: SWIFT,
  dart: { ...C_COMMENTS, strings: [TRIPLE_DOUBLE, TRIPLE_SINGLE, DOUBLE, SINGLE] },
  csharp: CSHARP,
  fsharp: { ...CSHARP, blockComments: [['(*', '*)']] },
  go: GO,
  rust: RUST,
  c: C,
  cpp: C,
  'objective-c': C,
  'objective-cpp': C,
  cuda: C,
  proto: { ...C, strings: [DOUBLE, SINGLE] },
  zig: C,
  css: { ...C_COMMENTS, strings: [DOUBLE, SINGLE] },
  ruby: RUBY,
  elixir: HASH,
  r: R,
  perl: RUBY,
  shellscript: HASH,
  makefile: LINES,
  julia: JULIA,
  powershell: POWERSHELL,
  nix: NIX,
  php: PHP,
  sql: SQL,
  lua: LUA,
  terraform: TERRAFORM,
  bicep: BICEP,
  toml: TOML,
  graphql: GRAPHQL,
  clojure: LISP,
  lisp: LISP,
  haskell: HASKELL,
  erlang: ERLANG,
  nim: NIM,
  ocaml: OCAML,
  vb: VISUAL_BASIC,
  jsonnet: JSONNET,
  cue: CUE,
  baml: BAML,
  code: CODE,
  'hash-code': HASH_CODE,
  wdl: WDL,
  'dash-code': DASH_CODE,
  json: JSON_WITH_COMMENTS,
  jsonc: JSON_WITH_COMMENTS,
  jsonl: JSON_WITH_COMMENTS,
  yaml: LINES,
  dockerfile: LINES,
  modelfile: LINES,
  dotenv: LINES,
  'pip-requirements': LINES,
  properties: { ...LINES, lineComments: ['#', '!'] },
  http: { ...LINES, lineComments: ['#', '//'] },
  ini: SEMICOLON_LINES,
  html: TAGS,
  xml: TAGS,
  markdown: TAGS,
  mdx: TAGS,
  quarto: TAGS,
  vue: TAGS,
  svelte: TAGS,
  astro: TAGS,
};

/** The syntax of a VS Code language id (or one of this project's own: `modelfile`, `jsonl`, `quarto` …); `undefined` for plain text. */
export function syntaxOf(language: string): Syntax | undefined {
  return Object.hasOwn(SYNTAXES, language) ? SYNTAXES[language] : undefined;
}
