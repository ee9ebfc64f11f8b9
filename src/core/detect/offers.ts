import { matchesOf } from '../text/matches';
import type { Brackets } from './brackets';

/** So many items make a catalog: a configuration of models to run is shorter, and describes none of them. */
const FEWEST_ITEMS = 20;
/** What only an offer says of a model, to people who choose one. */
const TOLD = /^["']?(?:description|summary|tags|licen[cs]e|icon|logo|urls|homepage|<<|!!merge <<)["']?\s*:/;
/** An item that takes over another one's words. */
const INHERITS = /^(?:!!merge )?<<\s*:/;

/**
 * Whether a text of configuration is a catalog that people choose from: a list of many models, each with words for
 * people (description, tags, license, icon). What such a list says how to download is downloaded only when somebody
 * asks for it.
 * @param text YAML in block style, or JSON
 * @param brackets those of the text
 */
export function isCatalog(text: string, brackets: Brackets): boolean {
  return /^\s*[[{]/.test(text) ? isJsonCatalog(text, brackets) : isYamlCatalog(text);
}

const WORDS = /"(?:description|summary)"\s*:/g;
const MARKS = /"(?:tags|licen[cs]e|icon|logo|urls|homepage)"\s*:/g;

/**
 * The manifest of a program has both too, each for other things of it: its settings and its commands. An item has them
 * itself, or in a block of it.
 */
function isJsonCatalog(text: string, brackets: Brackets): boolean {
  const described = placesOf(text, WORDS);
  const marked = placesOf(text, MARKS);
  if (Math.min(described.length, marked.length) < FEWEST_ITEMS) return false;
  const itemsOf = (at: number): readonly number[] => {
    const [own, around] = brackets.open(at);
    return [own, around].flatMap((one) => (one?.mark === '{' ? [one.at] : []));
  };
  const items = new Set(described.flatMap(itemsOf));
  return new Set(marked.flatMap(itemsOf).filter((item) => items.has(item))).size >= FEWEST_ITEMS;
}

function placesOf(text: string, form: RegExp): readonly number[] {
  return Array.from(matchesOf(text, form), ({ index }) => index);
}

/** The outermost list: the items whose dash stands furthest to the left. */
function isYamlCatalog(text: string): boolean {
  const indent = /^(?:\w[^\n]*:[ \t]*\n)?( *)- /m.exec(text)?.[1]?.length;
  if (indent === undefined) return false;
  const items = itemsOf(text, indent);
  const described = items.filter(isDescribed);
  return items.length >= FEWEST_ITEMS && described.length * 2 >= items.length;
}

/**
 * The items of a list in block style whose dashes stand in this column: each with its own entries, a line of text
 * each.
 */
function itemsOf(text: string, indent: number): readonly (readonly string[])[] {
  const dash = `${' '.repeat(indent)}- `;
  const inside = ' '.repeat(indent + 2);
  const items: string[][] = [];
  for (const line of text.split('\n')) {
    const entry = line.slice(indent + 2);
    if (line.startsWith(dash)) items.push([entry]);
    else if (line.startsWith(inside) && !entry.startsWith(' ')) items.at(-1)?.push(entry);
  }
  return items;
}

/** What another item says, which it takes over, is more than one word for people. */
function isDescribed(entries: readonly string[]): boolean {
  const told = entries.filter((entry) => TOLD.test(entry));
  return told.length > 1 || told.some((entry) => INHERITS.test(entry));
}
