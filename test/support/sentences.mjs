/**
 * The sentences for people that the source code holds: the English texts that the editor translates, and the command line with it, by which they are
 * found in media/l10n. Read with TypeScript's own checker, so that a sentence chosen by a condition or looked up in a
 * constant table is found, and one that is put together while the program runs is refused.
 */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { ROOT } from './project.mjs';

/** Where the editor looks for the translations: `l10n` of package.json. */
export const BUNDLES = join(ROOT, 'media', 'l10n');
export const ENGLISH_BUNDLE = 'bundle.l10n.json';

/** What takes a sentence as its first argument, by the file that declares it. */
const TAKERS = [
  { name: 'message', file: /\/src\/core\/message\.ts$/ },
  { name: 't', file: /\/@types\/vscode\/index\.d\.ts$/ },
];

/** The two places that hand a sentence on, whose texts are those of their callers. */
const HANDED_ON = /\/src\/vscode\/localize\.ts$/;

/**
 * @returns {{ sentences: string[], refused: string[] }} the sentences in alphabetical order, without those that are
 *   placeholders and spaces alone; and the places, `file:line`, whose sentence is not known before the program runs
 */
export function sourceSentences() {
  const program = ts.createProgram(
    ['extension.ts', 'extension.browser.ts', 'cli/main.ts', 'lsp/serve.ts'].map((entry) =>
      join(ROOT, 'src', entry),
    ),
    compilerOptions(),
  );
  const checker = program.getTypeChecker();
  const sentences = new Set();
  const refused = [];
  for (const file of program.getSourceFiles()) {
    if (file.isDeclarationFile || file.fileName.includes('/node_modules/') || HANDED_ON.test(file.fileName))
      continue;
    const names = takersIn(file);
    eachCall(file, (call) => {
      if (!names.has(nameOf(call.expression)) || !isTaker(call, checker)) return;
      const texts = textsOf(call.arguments[0], checker);
      if (texts === undefined) refused.push(placeOf(call, file));
      for (const text of texts ?? [])
        if (/[\p{L},;:(?]/u.test(text.replaceAll(/\{\d+\}/g, ''))) sentences.add(text);
    });
  }
  return { sentences: [...sentences].sort(byCodeUnit), refused };
}

function compilerOptions() {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), (path) => readFileSync(path, 'utf8'));
  return ts.convertCompilerOptionsFromJson(config.compilerOptions, ROOT).options;
}

function eachCall(node, visit) {
  if (ts.isCallExpression(node)) visit(node);
  ts.forEachChild(node, (child) => eachCall(child, visit));
}

/** What the takers are called in a file: a name that it imports one under counts too. Only such calls are worth asking the checker. */
function takersIn(file) {
  const names = new Set(TAKERS.map(({ name }) => name));
  for (const statement of file.statements) {
    if (!ts.isImportDeclaration(statement)) continue;
    const bindings = statement.importClause?.namedBindings;
    if (bindings === undefined || !ts.isNamedImports(bindings)) continue;
    for (const { name, propertyName } of bindings.elements)
      if (propertyName !== undefined && names.has(propertyName.text)) names.add(name.text);
  }
  return names;
}

function nameOf(callee) {
  if (ts.isIdentifier(callee)) return callee.text;
  return ts.isPropertyAccessExpression(callee) ? callee.name.text : undefined;
}

function isTaker(call, checker) {
  const declaration = checker.getResolvedSignature(call)?.declaration;
  if (declaration === undefined || call.arguments.length === 0) return false;
  const file = declaration.getSourceFile().fileName;
  return TAKERS.some((taker) => declaration.name?.getText() === taker.name && taker.file.test(file));
}

/** The text, or the texts, that an expression can be; `undefined` where its type says no more than "some text". */
function textsOf(expression, checker) {
  if (ts.isConditionalExpression(expression)) {
    const texts = [textsOf(expression.whenTrue, checker), textsOf(expression.whenFalse, checker)];
    return texts.includes(undefined) ? undefined : texts.flat();
  }
  const type = checker.getTypeAtLocation(expression);
  const types = type.isUnion() ? type.types : [type];
  return types.every((each) => each.isStringLiteral()) ? types.map(({ value }) => value) : undefined;
}

function placeOf(node, file) {
  const { line } = file.getLineAndCharacterOfPosition(node.getStart());
  return `${relative(ROOT, file.fileName)}:${line + 1}`;
}

/** The same order on every machine, whatever its language. */
function byCodeUnit(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
