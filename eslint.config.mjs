import { builtinModules } from 'node:module';
import js from '@eslint/js';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

const node = [...builtinModules, ...builtinModules.map((name) => `node:${name}`)];

/** Whatever lies behind the door of the engine. An `import()` that loads a part of it when it is needed may name the part. */
const INSIDE_CORE = '**/core/**';

/** One rule per room: what its files may not import, and why. */
function room(files, { forbid = [], patterns = [] }, message) {
  return {
    files,
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: forbid.map((name) => ({ name, message })),
          patterns: patterns.map((group) => ({ group: [group], message })),
        },
      ],
    },
  };
}

/** A room of the engine, whose files may import none of the rooms that come after it. */
function coreRoom(files, later, message) {
  return room(
    files,
    {
      forbid: ['vscode', ...node],
      patterns: [
        '**/catalog-tool/**',
        '**/vscode/**',
        '**/node/**',
        '**/cli/**',
        ...later.flatMap((name) => [`**/../${name}/**`, `../${name}/**`]),
      ],
    },
    message,
  );
}

/**
 * Parsers that call themselves for each level of a text, and the one file in which each is used: it refuses a text that is nested too deep
 * before the stack ends, which nothing can catch.
 */
const GUARDED_PARSERS = [
  {
    name: 'yaml',
    importNames: ['parse', 'parseDocument', 'parseAllDocuments', 'Composer', 'Parser'],
    guard: 'src/core/text/parseYaml.ts',
  },
  {
    name: 'jsonc-parser',
    importNames: ['parse', 'parseTree', 'getLocation', 'visit'],
    guard: 'src/core/text/parseJson.ts',
  },
];

/** A rule of its own, so that it holds beside those of the rooms. */
function withoutParsers(files, parsers) {
  const paths = parsers.map(({ guard, ...names }) => ({
    ...names,
    message: `a deep text would end the stack: parse by ${guard}`,
  }));
  return { files, rules: { '@typescript-eslint/no-restricted-imports': ['error', { paths }] } };
}

export default tseslint.config(
  {
    ignores: [
      'dist',
      'out',
      'node_modules',
      '.vscode-test',
      'coverage',
      'test/fixtures',
      'test/evaluation/files',
      'test/evaluation/documents/files',
      'media/panel/**/*.js',
    ],
  },
  { files: ['**/*.{mjs,js}'], ...js.configs.recommended },
  {
    // What is asked of all TypeScript stands in .oxlintrc.json: another program answers it, the types included, in a fraction of the
    // time. Here is what it cannot say: what a room may import, and what a pattern may cost. Neither is asked of tests,
    // which `npm run lint` leaves out.
    files: ['**/*.ts', '**/*.d.mts'],
    languageOptions: { parser: tseslint.parser },
    plugins: { '@typescript-eslint': tseslint.plugin },
    linterOptions: { reportUnusedDisableDirectives: 'off' },
  },
  {
    // The search page runs in a browser as it is written, without a build.
    files: ['media/site/*.js'],
    languageOptions: {
      sourceType: 'script',
      globals: { document: 'readonly', navigator: 'readonly', Intl: 'readonly' },
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 4],
      complexity: ['error', 20],
    },
  },
  {
    // The rooms that decide the most: a function decides one thing, and a line is no wider than a screen. A function that
    // is one flat decision says so beside it; a long pattern is made of parts.
    files: ['src/core/{detect,documents,registries}/**/*.ts'],
    rules: { complexity: ['error', 12], 'max-len': ['error', { code: 120 }] },
  },
  {
    // Every text that is searched may be a stranger's, so no pattern may take more than linear time for any.
    files: ['src/**/*.ts'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential', ignoreSticky: false }],
    },
  },
  {
    // `matchAll` makes a new expression of each call, which over thousands of files the engine compiles again and again.
    files: ['src/core/{detect,documents,registries}/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.property.name='matchAll'] > Identifier.arguments[name=/^[A-Z]/]",
          message: 'ask a kept expression by matchesOf (src/core/text/matches.ts)',
        },
      ],
    },
  },
  withoutParsers(['src/core/**/*.ts'], GUARDED_PARSERS),
  ...GUARDED_PARSERS.map(({ guard }) =>
    withoutParsers(
      [guard],
      GUARDED_PARSERS.filter((parser) => parser.guard !== guard),
    ),
  ),
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: {
        globalThis: 'readonly',
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        performance: 'readonly',
        Buffer: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        fetch: 'readonly',
        AbortController: 'readonly',
        AbortSignal: 'readonly',
        URLSearchParams: 'readonly',
      },
    },
  },
  coreRoom(['src/core/**/*.ts'], [], 'core is pure: no vscode, no Node, no data; an entry passes them in'),
  coreRoom(
    ['src/core/documents/**/*.ts', 'src/core/registries/**/*.ts'],
    ['detect', 'catalog', 'lookup', 'licenses', 'policy', 'audit', 'report', 'hover', 'fixes', 'drift'],
    'documents know syntax and registries know names: neither knows who reads them',
  ),
  coreRoom(
    ['src/core/detect/**/*.ts'],
    ['lookup', 'licenses', 'policy', 'audit', 'report', 'hover', 'fixes', 'drift'],
    'detect finds references; what is thought of them comes later',
  ),
  coreRoom(
    ['src/core/catalog/**/*.ts'],
    ['detect', 'lookup', 'licenses', 'policy', 'audit', 'report', 'hover', 'fixes', 'drift'],
    'the catalog is facts alone',
  ),
  { files: ['src/core/**/*.test.ts'], rules: { 'no-restricted-imports': 'off' } },
  room(
    ['src/vscode/**/*.ts'],
    { forbid: node, patterns: ['**/node/**', '**/cli/**', '**/catalog-tool/**', INSIDE_CORE] },
    'vscode/ runs in the browser too: reach Node through a port, and the engine through core/index.ts',
  ),
  room(
    ['src/node/**/*.ts'],
    { forbid: ['vscode'], patterns: ['**/vscode/**', '**/cli/**', '**/catalog-tool/**', INSIDE_CORE] },
    'node/ implements ports, knows no editor, and reaches the engine through core/index.ts',
  ),
  room(
    ['src/cli/**/*.ts'],
    { forbid: ['vscode'], patterns: ['**/vscode/**', INSIDE_CORE] },
    'the command line knows no editor, and reaches the engine through core/index.ts',
  ),
  room(
    ['src/catalog-tool/**/*.ts', 'src/*.ts'],
    { patterns: [INSIDE_CORE] },
    'the engine has one door: core/index.ts',
  ),
);
