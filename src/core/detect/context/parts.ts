import { message } from '../../message';
import { unreadRanges } from '../../text/lexicalState';
import { textBefore, textBehind } from '../../text/pieces';
import { covers, type TextRange } from '../../text/range';
import { isInOne } from '../../text/sorted';
import { matchesOf } from '../../text/matches';
import { untilClosed } from '../brackets';
import { makeTargets, taskTargets } from '../makeTargets';
import { type ContextFound, DESCRIPTION, found, type PartFound } from './found';

/**
 * Parts of a text of another context than the rest: tests and previews among code, targets for developers, examples
 * in instructions, code that a page shows.
 */

const TEST_FUNCTION = found('test', message('the place is in a function that tests'));
const TEST_TARGETS = found('test', message('only targets of tests use it'));
const DEVELOPER_TARGETS = found('tooling', message('only targets for developers use it'));
const PREVIEW = found('test', message('the place is in a preview of a view'));
const INLINE_TEST = found('test', message('the place is in a module of tests'));

/**
 * What is only built for tests, and functions that a runner of tests calls: `#[test]`, `#[tokio::test]`, `#[rstest]`.
 * With `#![cfg(test)]` it is the whole file.
 */
const RUST_TESTS = new RegExp(
  String.raw`^([ \t]*)#(!?)\[(?:cfg\((?:all\()?test\b|` +
    String.raw`(?:\w{1,40}::){0,3}(?:(?:tokio_|wasm_bindgen_)?test|rstest|test_case|bench)\b)`,
  'gm',
);

function rustTests(text: string): readonly PartFound[] {
  const parts: PartFound[] = [];
  /** Of each indent, where the last block of it ends: what begins before that ends there too. */
  const ends = new Map<string, number>();
  for (const { index, 1: indent = '', 2: isOfFile } of matchesOf(text, RUST_TESTS)) {
    if (isOfFile === '!') return [{ range: { start: 0, end: text.length }, found: INLINE_TEST }];
    if (index < (ends.get(indent) ?? 0)) continue;
    const end = rustBlockEnd(text, index, indent);
    ends.set(indent, end);
    parts.push({ range: { start: index, end }, found: INLINE_TEST });
  }
  return parts;
}

/** The first line that closes a block at a column and is no line of a string: an item or the text's end follows. */
function rustBlockEnd(text: string, from: number, indent: string): number {
  const item = ITEM_BEHIND.exec(textBehind(text, from, LONGEST_HEAD));
  if (item?.[1] === ';') return from + item[0].length;
  const form = new RegExp(
    String.raw`\n${indent}\}(?=\s*(?:$(?![\s\S])|(?:#!?\[|//|\}|(?:pub|fn|mod|use|impl|struct|enum|trait|const|` +
      String.raw`static|type|unsafe|async|extern|macro_rules)\b)))`,
    'g',
  );
  form.lastIndex = from;
  return form.exec(text)?.index ?? text.length;
}

/** How far behind an attribute its item begins its block, or ends: `#[cfg(test)] mod tests;`. */
const LONGEST_HEAD = 1_000;
const ITEM_BEHIND = new RegExp(
  String.raw`^(?:\s*(?:#!?\[[^\n]*|//[^\n]*)\n)*(?:[^{};()[\]]|\[(?:[^[\]]|\[[^[\]]*\])*\]|` +
    String.raw`\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))*(;|\{)`,
);

/**
 * A function that is called like a test, with its name and, where they have defaults, its parameters: what stands on
 * either side of their marks has none, so that they can be read in one way only.
 */
const PYTHON_TEST =
  /^(?:async )?def (test_\w{1,80})\(((?:[^,=()*\n]{1,120}=[^,=()\n]{1,120}(?:,|(?=\)))){0,12})\).{0,80}:/gm;

/**
 * Functions that a runner of tests calls by their name and without arguments. One with a decorator may be an
 * endpoint. The end is the next line at the column of the function.
 */
function pythonTests(text: string): readonly PartFound[] {
  const parts: PartFound[] = [];
  const end = /\n(?=[^\s#])/g;
  for (const { index, 0: head, 1: name = '', 2: parameters = '' } of matchesOf(text, PYTHON_TEST)) {
    const before = textBefore(text, index, 200).trimEnd();
    if (/^@(?!pytest\b).*$(?![\s\S])/m.test(before)) continue;
    end.lastIndex = index + head.length;
    const range = { start: index, end: end.exec(text)?.index ?? text.length };
    if (parameters === '' || isTriedOut(text, name, range)) parts.push({ range, found: TEST_FUNCTION });
  }
  return parts;
}

/** How many places of a name are looked at. */
const MOST_PLACES = 20;

/**
 * `def test_bot(model="…"): print(Bot(model).ask("…"))` below `class Bot:`: a module's own trial of what it is for. It
 * makes or imports what it tries out, shows what comes of it and gives nothing back, and nothing calls it but the
 * module as a program; of one that only shows something and is not called, other files may make use. One that is called
 * `test` alone may be all that the program does.
 */
function isTriedOut(text: string, name: string, range: TextRange): boolean {
  const body = text.slice(text.indexOf(':', range.start), range.end);
  if (!/^[ \t]+(?:print\(|assert\b)/m.test(body) || /^[ \t]+(?:return|yield)[ \t]+\S/m.test(body))
    return false;
  const made = new Set(Array.from(matchesOf(body, MADE_CLASS), ([, name = '']) => name));
  if (![...made].some((one) => isOfModule(text, one))) return false;
  const program = text.search(/^if __name__ ?==/m);
  const calls = [...matchesOf(text, new RegExp(String.raw`(?<![\w.]|\bdef )${name}\b`, 'g'))].slice(
    0,
    MOST_PLACES,
  );
  if (calls.length === 0 && !/^[ \t]+assert\b/m.test(body)) return false;
  return calls.every(
    ({ index }) =>
      covers(range, index) ||
      (program >= 0 && index > program) ||
      /#/.test(textBefore(text, index, 80).split('\n').at(-1) ?? ''),
  );
}
const MADE_CLASS = /(?<![\w.])([A-Z]\w{1,80})\(/g;

/** Whether a module defines a class, or gets it from one beside it. */
function isOfModule(text: string, name: string): boolean {
  return new RegExp(
    String.raw`^class ${name}\b|^[ \t]{0,8}from \.[\w.]{0,80} import [^\n]{0,200}\b${name}\b`,
    'm',
  ).test(text);
}

/** What describes an interface in the code that makes it: samples of code for its page, what is added to its page. */
const DESCRIBED_IN_CODE = new RegExp(
  String.raw`^([ \t]{0,120})(?![ \t])[^\n#]{0,200}(?:["']x-code-?[sS]amples["'][ \t]*:[ \t]*\[|` +
    String.raw`\bopenapi_(?:extra|examples)[ \t]*=[ \t]*\{)[ \t]*$`,
  'gm',
);

const describedParts = blocksIn(DESCRIBED_IN_CODE, DESCRIPTION, String.raw`[\])}],?`);

/** A preview of Compose, with its annotation and its indent, and one of SwiftUI. */
const PREVIEWS = {
  kotlin: /^([ \t]*)@Preview\w{0,40}(?:\([^()]{0,400}\))?[ \t]*$/gm,
  swift: /^([ \t]*)(?:#Preview\b[^{}\n]{0,200}\{|struct[ \t]+\w{1,80}[ \t]*:[ \t]*PreviewProvider\b)/gm,
};

/**
 * Tests among the code that they test, each with its indent: Go's functions for its runner and their helpers
 * (https://pkg.go.dev/testing), blocks of Zig and D (https://ziglang.org/documentation/master/#Zig-Test,
 * https://dlang.org/spec/unittest.html), Vitest's in the source (https://vitest.dev/guide/in-source), sets of Julia.
 */
const TESTS_AMONG_CODE = {
  go: /^()func [\w.]{1,120}\((?:\w{1,40} )?(?:\*testing\.[TBFM]|testing\.TB)\b/gm,
  zig: /^([ \t]*)test\b[^\n{;=()]{0,200}\{/gm,
  d: /^([ \t]*)(?:@[\w."() ]{1,80}[ \t]+)?unittest\b[ \t]*(?:\{|$)/gm,
  script: /^([ \t]*)if[ \t]*\([ \t]*import\.meta\.vitest\b[^\n]{0,80}\{/gm,
  julia: /^([ \t]*)@testset\b[^\n]{0,200}$/gm,
};

/** A line that only closes what began at its column. */
const CLOSES = String.raw`[)}](?:\)?;)?`;

/**
 * Blocks of another context than the rest of the code: tests, and what an editor shows of a view with made-up values,
 * and no user sees: https://developer.android.com/develop/ui/compose/tooling/previews.
 * @param form how one begins, with its indent
 * @param closes how the line begins that ends one, behind the indent
 */
function blocksIn(
  form: RegExp,
  found: ContextFound,
  closes = CLOSES,
): (text: string) => readonly PartFound[] {
  return (text) => {
    const parts: PartFound[] = [];
    let last = 0;
    for (const { index, 0: head, 1: indent = '' } of matchesOf(text, form)) {
      if (index < last) continue;
      const end = new RegExp(String.raw`\n${indent}${closes}[ \t]*(?=\r?\n|$)`, 'g');
      end.lastIndex = index + head.length;
      last = Math.min(end.exec(text)?.index ?? text.length, ownEnd(text, index + head.length, head));
      parts.push({ range: { start: index, end: last }, found });
    }
    return parts;
  };
}

/** The longest block whose end is looked for by its brackets, in characters. */
const LONGEST_BLOCK = 20_000;
/** What stands behind the head of a block up to its brace, or to the value that a function of Kotlin is. */
const OPENS =
  /^(?:\s*@\w[^\n]*\n)*\s*[^\n{}]{0,200}?(?:\bfun\b[^{}=\n]{0,200}(=(?![^\n]*\{)(?:[ \t]*\r?\n)?[^\n]*)|\{)/;
/** Texts and comments, whose brackets close nothing. */
const NO_CODE = /(["'\x60])(?:(?!\1)[^\\\n]|\\.)*\1|\/\/[^\n]*/g;

/** Where a block ends that is closed on its own line or in the middle of one. */
function ownEnd(text: string, from: number, head: string): number {
  const rest = textBehind(text, from, LONGEST_BLOCK).replace(NO_CODE, (said) => ' '.repeat(said.length));
  const opened = head.endsWith('{') ? { 0: '', 1: undefined } : OPENS.exec(rest);
  if (opened === null) return text.length;
  const [before, value] = [opened[0], opened[1]];
  if (value !== undefined) {
    const isOpen = value.split('(').length > value.split(')').length;
    return from + before.length + (isOpen ? untilClosed(rest.slice(before.length)).length : 0);
  }
  const inner = untilClosed(rest.slice(before.length));
  return before.length + inner.length < rest.length ? from + before.length + inner.length : text.length;
}

function targetParts({ tests, tooling }: ReturnType<typeof makeTargets>): readonly PartFound[] {
  return [
    ...tests.map((range) => ({ range, found: TEST_TARGETS })),
    ...tooling.map((range) => ({ range, found: DEVELOPER_TARGETS })),
  ];
}

/**
 * What coding agents are told of a project (https://agents.md), what their skills tell them
 * (https://agentskills.io/specification), rules for editors (https://cursor.com/docs/context/rules), and any other
 * page in the folder of such a program but commands, whose code the agent is told to run.
 */
export const INSTRUCTIONS = new RegExp(
  String.raw`(?:^|/)(?:(?:agents|claude(?:\.local)?|gemini|copilot-instructions|skill)\.md|` +
    String.raw`(?:skills/[^/]+|rules|instructions|\.(?:claude|cursor|agents?|codex|gemini|windsurf|opencode|kiro|` +
    String.raw`roo|augment|junie|kilocode|clinerules|copilot)(?!/(?:commands|workflows|prompts|hooks)/))/` +
    String.raw`(?:.*/)?[^/]+\.mdc?)$`,
  'i',
);
const IN_INSTRUCTIONS = found('docs', message('it is an example in instructions'));

/** Code in such a text, or in a prompt: it shows how things are done, and does nothing. */
export function fencedCode(text: string): readonly PartFound[] {
  const parts: PartFound[] = [];
  for (const { index, 0: all } of text.matchAll(/^[ \t]{0,8}(`{3}|~{3})[^\n]*\n[\s\S]*?\n[ \t]{0,8}\1/gm))
    parts.push({ range: { start: index, end: index + all.length }, found: IN_INSTRUCTIONS });
  return parts;
}

/**
 * How code begins that a component of a page shows, up to its first line end: as a text of several lines it runs
 * nowhere.
 */
const SHOWN_CODE = new RegExp(
  String.raw`\x60[ \t\r\n]{0,40}(?:import[ \t]+(?:[\w*{"']|type\b)|from[ \t]+[\w.]{1,60}[ \t]+import\b|` +
    String.raw`(?:\$[ \t]+)?(?:curl|pip3?|npm|pnpm|yarn|bun|uv|npx)[ \t]+[\w-]|` +
    String.raw`(?:const|let|var)[ \t]+\w{1,60}[ \t]*=|client[ \t]*=)[^\x60\n]{0,400}\n[^\x60]{0,20000}\x60`,
  'g',
);

/** Code in the strings of such a component: people copy it. */
function shownCode(text: string): readonly PartFound[] {
  return [...matchesOf(text, SHOWN_CODE)].map(({ index, 0: { length } }) => ({
    range: { start: index, end: index + length },
    found: SHOWN,
  }));
}
const SHOWN = found('docs', message('it is code that a page shows'));

/** Words of names for code that people are shown: `onboarding-snippets.ts`, `pythonSnippet`, `sample_code`. */
const SNIPPET = String.raw`(?:snippet|code[-_.]?(?:sample|example)|(?:sample|example)[-_.]?code)`;
/** Files that are called after such code. What lies in a folder of them may be run from another file. */
const SNIPPETS_FILE = new RegExp(String.raw`${SNIPPET}s?\.[cm]?[jt]s$`, 'i');
/** What a text stands behind that such a name is given, or that a function of such a name gives back. */
const SNIPPET_GIVEN = new RegExp(
  String.raw`${SNIPPET}\w{0,40}["']?\??\s{0,20}(?:` +
    String.raw`(?::[^=;{}()\n]{0,80})?=(?![=>])\s{0,20}` +
    String.raw`(?:\([^()]{0,200}\)[^;{}]{0,80}=>\s{0,20}(?:\{\s{0,20}return)?)?|` +
    String.raw`:|\([^()]{0,200}\)[^;{}]{0,80}\{\s{0,20}return)\s{0,20}\(?\s{0,20}$`,
  'i',
);
/** How far before a text its name is looked for. */
const LONGEST_GIVING = 400;

/** A call that runs code, which is perhaps that of such a string. */
const RUNS_CODE =
  /(?<![\w$])(?:exec|run|eval|spawn|execute|launch)(?:[A-Z_]\w{0,30})?\(|[sS]andbox\w{0,20}\.\w{1,40}\(/g;

/**
 * Code in strings of a script that are called snippets, or are those of a file for them, and that nothing here runs.
 */
const snippetsIn =
  (isOfSnippets: boolean) =>
  (text: string): readonly PartFound[] => {
    const shown = shownCode(text).filter(
      ({ range }) => isOfSnippets || SNIPPET_GIVEN.test(textBefore(text, range.start, LONGEST_GIVING)),
    );
    if (shown.length === 0) return shown;
    const unread = unreadRanges(text, 'typescript');
    const isRun = [...matchesOf(text, RUNS_CODE)].some(({ index }) => !isInOne(unread, index));
    if (isRun) return [];
    // A mark that ends a string is followed by code that runs.
    const begun = new Set(unread.map(({ start }) => start));
    return shown.filter(({ range }) => begun.has(range.start));
  };

const testsInScript = blocksIn(TESTS_AMONG_CODE.script, INLINE_TEST);

/** Files with parts of another context in them. */
export const PARTS: readonly (readonly [file: RegExp, partsIn: (text: string) => readonly PartFound[]])[] = [
  [/\.rs$/, rustTests],
  [/\.py$/, (text) => [...pythonTests(text), ...describedParts(text)]],
  [/\.kt$/, blocksIn(PREVIEWS.kotlin, PREVIEW)],
  [/\.swift$/, blocksIn(PREVIEWS.swift, PREVIEW)],
  [/\.go$/, blocksIn(TESTS_AMONG_CODE.go, TEST_FUNCTION)],
  [/\.zig$/, blocksIn(TESTS_AMONG_CODE.zig, INLINE_TEST)],
  [/\.d$/, blocksIn(TESTS_AMONG_CODE.d, INLINE_TEST)],
  [/\.[jt]sx$|\.(?:vue|svelte|astro)$/, (text) => [...shownCode(text), ...testsInScript(text)]],
  [SNIPPETS_FILE, (text) => [...snippetsIn(true)(text), ...testsInScript(text)]],
  [/\.[cm]?[jt]s$/, (text) => [...snippetsIn(false)(text), ...testsInScript(text), ...describedParts(text)]],
  [/\.jl$/, blocksIn(TESTS_AMONG_CODE.julia, INLINE_TEST, 'end')],
  [/\.(?:prompty?|(?:prompt|instructions|chatmode|agent)\.md)$/i, fencedCode],
  [/(?:^|\/)(?:GNUm|M|m)akefile$|\.mk$|(?:^|\/)\.?[Jj]ustfile$/, (text) => targetParts(makeTargets(text))],
  [/(?:^|\/)[Tt]askfile(?:\.dist)?\.ya?ml$/, (text) => targetParts(taskTargets(text))],
];
