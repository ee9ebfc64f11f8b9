import { once } from '../../once';
import type { TextRange } from '../../text/range';
import { isInOne } from '../../text/sorted';
import type { Context } from '../../vocabulary';
import { isApiDescription } from '../apiDescription';
import { type ContextFound, DESCRIPTION, inFolder, type PartFound } from './found';
import { fencedCode, INSTRUCTIONS, PARTS } from './parts';
import { pathContext } from './path';
import { textContext } from './text';

/**
 * The part of the project that a text belongs to: by the habits of the ecosystems (folders and file names), then by
 * what the text says of itself (a test framework that it imports, the class that a migration extends). What nothing
 * tells is the product.
 */
export interface Contexts {
  /** The context of a place, and what decided it: no reason for the product. */
  at(offset: number): ContextFound;
  /** The text describes an interface, or collects requests to try one: what it names are samples. */
  readonly isDescription?: boolean;
}

const PRODUCT: ContextFound = { context: 'product', why: undefined };
/** How much of a text is looked at for what it says of itself: imports and class names stand at its beginning. */
const HEAD = 6_000;

/**
 * The contexts of a text's places. The path is relative to the project, with `/`. Path and text are read when a context
 * is first asked for: most texts name no model.
 */
export function contextsOf(path: string, text: string): Contexts {
  const contexts = once(() => readContexts(path, text));
  return {
    at: (offset) => contexts().at(offset),
    get isDescription() {
      return contexts().isDescription === true;
    },
  };
}

function readContexts(path: string, text: string): Contexts {
  if (isInstruction(path, text)) return inParts(text, fencedCode, PRODUCT);
  const byPath = pathContext(path);
  if (isApiDescription(path, text)) return { at: () => byPath ?? DESCRIPTION, isDescription: true };
  if (byPath !== undefined)
    return INSTRUCTIONS.test(path) && byPath.context === 'tooling'
      ? inParts(text, fencedCode, byPath)
      : { at: () => byPath };
  const head = text.slice(0, HEAD);
  const byText = textContext(path, head);
  if (byText !== undefined) return { at: () => byText };
  const partsIn = PARTS.find(([file]) => file.test(path))?.[1];
  return partsIn === undefined ? { at: () => PRODUCT } : inParts(text, partsIn, PRODUCT);
}

/** The contexts of parts of a text, which are looked for when the first place is asked for, and of the rest. */
function inParts(
  text: string,
  partsIn: (text: string) => readonly PartFound[],
  rest: ContextFound,
): Contexts {
  const parts = once(() => joined(partsIn(text)));
  return { at: (offset) => parts().find(({ ranges }) => isInOne(ranges, offset))?.found ?? rest };
}

/** All parts of a text that have a context, in order and apart from each other. */
interface PartsFound {
  readonly found: ContextFound;
  readonly ranges: readonly TextRange[];
}

/** Parts by their contexts, the first one's first. */
function joined(parts: readonly PartFound[]): readonly PartsFound[] {
  return [...new Set(parts.map(({ found }) => found))].map((found) => ({
    found,
    ranges: apart(parts.filter((part) => part.found === found).map(({ range }) => range)),
  }));
}

/** Ranges in order without those in others: a test of Rust is in the module for tests. */
function apart(ranges: readonly TextRange[]): readonly TextRange[] {
  const kept: TextRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start))
    if (range.end > (kept.at(-1)?.end ?? 0)) kept.push(range);
  return kept;
}

/** Markdown that a program runs: an agent, command or skill whose front matter says which model it asks. */
function isInstruction(path: string, text: string): boolean {
  return INSTRUCTION.test(path) && contextOfPath(path) === 'docs' && SAYS_MODEL.test(text);
}

const INSTRUCTION = /(?:^|\/)(?:agents|commands|skills|prompts|chatmodes|droids|subagents)\/.*\.md[cx]?$/;
const SAYS_MODEL = /^---[^\n]*\n(?:(?!---)[^\n]*\n)*?model:/;

/** The contexts of a file all of whose places belong to a part of the project, as a folder that it is in says. */
export function contextsBelow(context: Context, folder: string): Contexts {
  const below = inFolder(context, folder);
  return { at: () => below };
}

/** The context of a path alone, for files that are not read as text. */
export function contextOfPath(path: string): Context {
  return (pathContext(path) ?? PRODUCT).context;
}
/** Whether what stands at a place is a part of a description of an interface, as all of a text may be. */
export function isDescribedAt(contexts: Contexts, at: number): boolean {
  return contexts.isDescription === true || contexts.at(at).why === DESCRIPTION.why;
}
