import type { DecodedText } from '../documents/decodedText';
import type { TextRange } from '../text/range';
import type { Registry, Role, Where } from '../vocabulary';
import type { Imported } from './imports';

/** What kind of token a value is. `span` is marked-up code in running text. */
export type Lexical = 'string' | 'bare' | 'comment' | 'prose' | 'span';

/** The call that a value is an argument of. */
export interface Call {
  /** The called name with its receivers, as written: `client.chat.completions.create`. */
  readonly callee: string;
  /** Position among the arguments, from 0. A keyword argument has its keyword in {@link Site.key}. */
  readonly argument: number;
  /** The module that the called name is imported from, where the text says so. */
  readonly module?: string;
}

/** The place of a command line that expects a model. */
export interface Operand {
  readonly registry: Registry;
  readonly role: Role;
  readonly evidence: string;
}

/** What a reader knows about the place of a value: all that decides beside the value itself. */
export interface Site {
  readonly lexical: Lexical;
  readonly where: Where;
  /** The nearest name: property, keyword, flag, variable, environment variable, element. `''` when there is none. */
  readonly key: string;
  /** Names further out, nearest first. */
  readonly parents: readonly string[];
  readonly call?: Call;
  readonly operand?: Operand;
  /** What a command elsewhere takes it for, which gets the elements of a list one by one. */
  readonly passedTo?: Operand;
  /** Where the text asks by a name for what is kept here: this is the site of what gets it. */
  readonly askedAt?: number;
  /** The value is itself the key of a mapping. */
  readonly isKey?: boolean;
  /** The key is certain although the place is running text: `model="…"`. */
  readonly isPair?: boolean;
  /** The line speaks of a model before the name. */
  readonly saysModel?: boolean;
  /** A cell of a table without the marks of code: a name for people as often as one for programs. */
  readonly isCell?: boolean;
  /** The value is compared with something. */
  readonly isCompared?: boolean;
  /** Number of the list, mapping or table column that the value is an element of; 0 for none. */
  readonly group: number;
  /**
   * Number of the mapping that the value is in, where the reader tells it apart from a list; else {@link group} is
   * it.
   */
  readonly entry?: number;
}

/** Nothing around a place: no name stands at it, and it is in no list. */
export const ALONE: Pick<Site, 'key' | 'parents' | 'group'> = { key: '', parents: [], group: 0 };

/** The place of a word of a command, before anything is known of its words. */
export const OF_COMMAND: Site = { lexical: 'bare', where: 'cli', ...ALONE };

/**
 * The nearest name that a value has: its own key, or for an element the next one further out. `''` when there is
 * none.
 */
export function nearestKey({ key, parents }: Pick<Site, 'key' | 'parents'>): string {
  return key === '' ? (parents[0] ?? '') : key;
}

/** The number of the mapping that a value is in; 0 where it is in none. */
export function entryOf({ key, entry, group }: Pick<Site, 'key' | 'entry' | 'group'>): number {
  return key === '' ? 0 : (entry ?? group);
}

/** An expression at a loader that is not a plain string. */
export interface DynamicArgument {
  readonly range: TextRange;
  readonly site: Site;
}

/** Receives what the readers of the file types find. Ranges are offsets of the whole text. */
export interface Intake {
  readonly text: string;
  /** The words that a variable in a command stands for, where the text keeps a program in it. */
  programOf(word: string): readonly TextRange[] | undefined;
  /** One value without blanks in it: a string, a word of a command, a scalar. */
  value(range: TextRange, site: Site): void;
  /** A value that was found to speak for a model, or that something points at. */
  candidate(range: TextRange, site: Site): void;
  /** Running text: names in it stand among words. */
  prose(range: TextRange, site: Site): void;
  /** The words of one command, in order. */
  command(words: readonly TextRange[], site: Site): void;
  /** A constant of a client's package that may stand for a model: `openai.GPT4o`, with what stands before its name. */
  constant(range: TextRange, site: () => Site): void;
  /** The project says that an argument of this call, or a value of this key, is a model whatever it looks like. */
  isPromised(callee: string, key: string): boolean;
  /** Something in the word itself speaks for a model: where nothing does, only its place can. */
  mayBeName(word: string): boolean;
  /** What a name stands for, when the text imports it. */
  importOf(name: string): Imported | undefined;
  /** The package that a name of the text is a factory of models from: `az = createAzure()` of `@ai-sdk/azure`. */
  factoryFrom(name: string): string | undefined;
  /** A name is given a value that is written in the text. */
  define(name: string, value: TextRange, at: number): void;
  /** A call gets an argument that is not written in place. */
  dynamic(argument: DynamicArgument): void;
  /** A place that is for a model gets a name of the text: `.modelName(MODEL)`, `model: MODEL`. */
  asks(argument: DynamicArgument): void;
  /** A program gets an operand that is not written in place: `ollama pull "$model"`. */
  passed(argument: DynamicArgument): void;
  /** Nothing in this range is a model, whatever was found there so far. */
  withdraw(range: TextRange): void;
  /** The references found in this range so far are asked for at a revision. */
  pin(range: TextRange, value: string): void;
  /**
   * A document of its own in another language, with the way back to this text. False when documents are nested too
   * deeply: then the reader reads the place as text.
   * @param name that it has there, which may be a file's
   */
  embed(language: string, document: DecodedText, name?: string): boolean;
  /** How many references have been found so far. */
  readonly accepted: number;
  /**
   * A number for a new list, mapping or table column.
   * @param outer the number of the one that it is a value of, where it is one
   */
  newGroup(outer?: number): number;
}
