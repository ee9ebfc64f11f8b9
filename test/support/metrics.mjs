/**
 * `npm run metrics [-- ROOM …]`: how dense the code of each room of the core is. Prints a line per room: its functions, the lines
 * they take (without blank lines and comments), the branches in them, the branches per line, the highest complexity of a function
 * and the lines that are longer than {@link LONGEST_LINE} characters. Branches are counted as ESLint's `complexity` counts them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { ROOT } from './project.mjs';

const CORE = join(ROOT, 'src', 'core');
/** Characters in a line, beyond which it is counted as long. */
const LONGEST_LINE = 120;

/** What opens a path of its own through a function. */
const BRANCHES = new Set([
  ts.SyntaxKind.IfStatement,
  ts.SyntaxKind.ConditionalExpression,
  ts.SyntaxKind.ForStatement,
  ts.SyntaxKind.ForInStatement,
  ts.SyntaxKind.ForOfStatement,
  ts.SyntaxKind.WhileStatement,
  ts.SyntaxKind.DoStatement,
  ts.SyntaxKind.CaseClause,
  ts.SyntaxKind.CatchClause,
]);
const BRANCHING_OPERATORS = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
  ts.SyntaxKind.AmpersandAmpersandEqualsToken,
  ts.SyntaxKind.BarBarEqualsToken,
  ts.SyntaxKind.QuestionQuestionEqualsToken,
]);

/**
 * How dense a text of TypeScript is.
 *
 * @param {string} text
 * @param {string} [path] for the parser alone
 */
export function metricsOf(text, path = 'a.ts') {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const lines = new Set();
  let functions = 0;
  let branches = 0;
  let highest = 0;
  const visit = (node, own) => {
    if (isFunction(node)) {
      functions++;
      own = { complexity: 1 };
      for (const line of codeLines(node, file)) lines.add(line);
    }
    if (own !== undefined && isBranch(node)) {
      branches++;
      own.complexity++;
    }
    ts.forEachChild(node, (child) => visit(child, own));
    if (isFunction(node)) highest = Math.max(highest, own.complexity);
  };
  visit(file, undefined);
  const long = text.split('\n').filter((line) => line.length > LONGEST_LINE).length;
  return { functions, lines: lines.size, branches, highest, long };
}

function isFunction(node) {
  return ts.isFunctionLike(node) && node.body !== undefined;
}

function isBranch(node) {
  return (
    BRANCHES.has(node.kind) ||
    (ts.isBinaryExpression(node) && BRANCHING_OPERATORS.has(node.operatorToken.kind)) ||
    node.questionDotToken !== undefined ||
    ((ts.isParameter(node) || ts.isBindingElement(node)) && node.initializer !== undefined)
  );
}

/** The lines on which a word of a function stands. */
function* codeLines(node, file) {
  if (node.getChildCount(file) === 0) {
    const from = file.getLineAndCharacterOfPosition(node.getStart(file)).line;
    const to = file.getLineAndCharacterOfPosition(node.getEnd()).line;
    for (let line = from; line <= to; line++) yield line;
  }
  for (const child of node.getChildren(file)) yield* codeLines(child, file);
}

/**
 * How dense a room of the core is, without its tests.
 *
 * @param {string} room folder below `src/core`
 */
export function metricsOfRoom(room) {
  const sum = { functions: 0, lines: 0, branches: 0, highest: 0, long: 0 };
  const names = readdirSync(join(CORE, room), { recursive: true }).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  );
  for (const name of names) {
    const one = metricsOf(readFileSync(join(CORE, room, name), 'utf8'), name);
    for (const key of ['functions', 'lines', 'branches', 'long']) sum[key] += one[key];
    sum.highest = Math.max(sum.highest, one.highest);
  }
  return { ...sum, perLine: sum.branches / sum.lines };
}

function print(rooms) {
  process.stdout.write(
    'room          functions   lines  branches  per line  highest complexity  long lines\n',
  );
  for (const room of rooms) {
    const { functions, lines, branches, perLine, highest, long } = metricsOfRoom(room);
    const cells = [
      [functions, 9],
      [lines, 8],
      [branches, 10],
      [perLine.toFixed(2), 10],
      [highest, 20],
      [long, 12],
    ].map(([value, width]) => String(value).padStart(width));
    process.stdout.write(`${room.padEnd(14)}${cells.join('')}\n`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  print(
    process.argv.length > 2
      ? process.argv.slice(2)
      : readdirSync(CORE, { withFileTypes: true })
          .filter((entry) => entry.isDirectory())
          .map(({ name }) => name),
  );
