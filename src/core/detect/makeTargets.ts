import type { TextRange } from '../text/range';
import { matchesOf } from '../text/matches';

/** A rule or variable of a Makefile, or a task of a Taskfile, and what it names. */
interface Part {
  readonly kind: 'rule' | 'variable';
  readonly names: readonly string[];
  /** Targets that the rule needs first. */
  readonly needs: ReadonlySet<string>;
  /** Variables that it is made with. */
  readonly variables: ReadonlySet<string>;
  readonly range: TextRange;
  /** It runs the program from its source, which nobody else has. */
  readonly runsSource: boolean;
}

/** Targets of people who work on the project; what they run is given to nobody. */
const TEST_TARGET =
  /^(?:unit|integration|e2e|smoke|run|prepare)?[-_]?(?:tests?|e2e|bench|benchmarks?)(?:$|[-_./:])/i;
const DEVELOPER_TARGET =
  /^(?:run|start|serve|up)[-_:](?:dev|debug|local)$|^dev(?:[-_:](?:run|up|server|serve))?$/i;
/** Commands that build a program and run it at once, as only those do who work on it. */
const RUNS_SOURCE = new RegExp(
  String.raw`(?<![\w-])(?:(?:go|cargo|dotnet|swift|stack|cabal|zig build) run|(?:\./)?gradlew? (?:bootRun|run)|` +
    String.raw`(?:npm|pnpm|yarn|bun)(?: run)? dev)(?![\w-])`,
);

/** How far what a chain of targets needs is followed. */
const MAX_ROUNDS = 8;

interface TargetRanges {
  readonly tests: readonly TextRange[];
  readonly tooling: readonly TextRange[];
}

/**
 * The parts of a Makefile or justfile that only tests or developers run: their targets, the targets that nothing else
 * needs, and the variables that nothing else is made with.
 */
export function makeTargets(text: string): TargetRanges {
  return rangesOf(partsOf(text));
}

/** The same of a Taskfile: https://taskfile.dev/docs/reference/schema */
export function taskTargets(text: string): TargetRanges {
  return rangesOf(tasksOf(text));
}

function rangesOf(parts: readonly Part[]): TargetRanges {
  const rangesFor = (isOwn: (part: Part) => boolean): readonly TextRange[] => {
    const own = new Set(parts.filter((part) => part.kind === 'rule' && isOwn(part)));
    if (own.size > 0) addWhatOnlyTheyNeed(parts, own);
    return [...own].map(({ range }) => range);
  };
  const isNamed = (target: RegExp, { names }: Part): boolean => names.every((name) => target.test(name));
  return {
    tests: rangesFor((part) => isNamed(TEST_TARGET, part)),
    tooling: rangesFor((part) => part.runsSource || isNamed(DEVELOPER_TARGET, part)),
  };
}

const TASKS = /^tasks:[ \t]*\r?\n/m;
const TASK = /^( {1,8})["']?([\w.*-][\w.:*-]{0,80})["']?:(?=[ \t]|\r?$)/gm;
/** Which tasks a task needs: `task: name`, `deps: [name]`, `- name` below `deps:`. */
const NEEDED = /\btask:[ \t]*["']?([\w.:-]+)|\bdeps:[ \t]*\[([^\]\n]*)\]/g;

/** The tasks of a Taskfile, each with the lines below it. */
function tasksOf(text: string): readonly Part[] {
  const head = TASKS.exec(text);
  if (head === null) return [];
  const from = head.index + head[0].length;
  const close = /^[A-Za-z]/m.exec(text.slice(from));
  const section = text.slice(from, close === null ? undefined : from + close.index);
  const found = [...matchesOf(section, TASK)];
  const own = found.filter(([, indent]) => indent === found[0]?.[1]);
  return own.map(({ index, 2: name = '' }, at) => {
    const body = section.slice(index, own[at + 1]?.index ?? section.length);
    const needs = [...matchesOf(body, NEEDED)].flatMap(([, task, deps = '']) => [
      task ?? '',
      ...deps.split(/[\s,"']+/),
    ]);
    return {
      kind: 'rule',
      names: [name],
      needs: new Set(needs.filter((one) => one !== '')),
      variables: new Set<string>(),
      range: { start: from + index, end: from + index + body.length },
      runsSource: RUNS_SOURCE.test(body),
    };
  });
}

function addWhatOnlyTheyNeed(parts: readonly Part[], own: Set<Part>): void {
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const before = own.size;
    const named = namesOf([...own]);
    const others = namesOf(parts.filter((part) => !own.has(part)));
    for (const part of parts) {
      const key = part.kind === 'rule' ? 'needs' : 'variables';
      const isOwn = (name: string): boolean => named[key].has(name) && !others[key].has(name);
      if (part.names.length > 0 && part.names.every(isOwn)) own.add(part);
    }
    if (own.size === before) return;
  }
}

function namesOf(parts: readonly Part[]): Pick<Part, 'needs' | 'variables'> {
  return {
    needs: new Set(parts.flatMap(({ needs }) => [...needs])),
    variables: new Set(parts.flatMap(({ variables }) => [...variables])),
  };
}

const VARIABLE = /^(?:export |override )*([A-Za-z_][\w.-]*)[ \t]*(?::{1,3}|[?+!])?=/;
const RULE = /^([\w./%$(){} -]+):(?![=/])/;

/** The lines of a part: its first, and those that are indented, go on after a backslash, or are empty in between. */
function partsOf(text: string): readonly Part[] {
  const parts: Part[] = [];
  let open: { start: number; end: number; line: string; continues: boolean } | undefined;
  const close = (): void => {
    const part = open && partOf(text, open);
    if (part !== undefined) parts.push(part);
    open = undefined;
  };
  for (let start = 0; start < text.length; ) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    const line = text.slice(start, end);
    const goesOn = open !== undefined && (open.continues || /^[ \t]/.test(line));
    if (open !== undefined && goesOn) open.end = end;
    else if (line.trim() !== '') {
      close();
      open = { start, end, line, continues: false };
    }
    if (open !== undefined) open.continues = line.endsWith('\\');
    start = end + 1;
  }
  close();
  return parts;
}

function partOf(text: string, { start, end, line }: TextRange & { readonly line: string }): Part | undefined {
  const body = text.slice(start, end);
  const variables = new Set(
    [...body.matchAll(/\$[({]([A-Za-z_][\w.-]*)|\{\{\s*([A-Za-z_][\w-]*)/g)].map(([, a, b]) => a ?? b ?? ''),
  );
  const range = { start, end };
  const variable = VARIABLE.exec(line)?.[1];
  if (variable !== undefined)
    return { kind: 'variable', names: [variable], needs: new Set(), variables, range, runsSource: false };
  const [head, targets] = RULE.exec(line) ?? [];
  if (head === undefined || targets === undefined || targets.startsWith('.')) return undefined;
  const words = (list: string): string[] => list.split(/[\s\\]+/).filter((word) => word !== '');
  const needs = new Set(words(line.slice(head.length).split('#', 1)[0] ?? ''));
  return { kind: 'rule', names: words(targets), needs, variables, range, runsSource: RUNS_SOURCE.test(body) };
}
