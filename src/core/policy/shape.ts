import type { Message } from '../message';

/**
 * A small language for what a file of plain data may hold. The policy's shape is written once in it; the reader, the
 * completions, the hovers and the JSON schema all follow from that.
 */
export type Shape = MapShape | RecordShape | ListShape | ScalarShape;

export interface Field {
  readonly name: string;
  readonly about: Message;
  readonly shape: Shape;
  readonly required?: boolean;
}

/** A fixed set of keys. */
export interface MapShape {
  readonly kind: 'map';
  readonly fields: readonly Field[];
}

/** Keys that the file chooses, all with the same kind of value. */
export interface RecordShape {
  readonly kind: 'record';
  readonly keys: ScalarShape;
  readonly value: Shape;
  /** Keys with a meaning of their own beside those that the file chooses. */
  readonly fields?: readonly Field[];
}

export interface ListShape {
  readonly kind: 'list';
  readonly item: Shape;
  /** A list of one may be written without brackets. */
  readonly orOne?: true;
  /** What is wrong with a list without entries, and with a key that has no value. */
  readonly empty?: Message;
}

export interface Choice {
  readonly value: string | number;
  readonly about: Message;
}

export type ScalarShape =
  /** One of a fixed set of words. */
  | { readonly kind: 'choice'; readonly choices: readonly Choice[] }
  /** Text in a form that its name tells. */
  | { readonly kind: 'text'; readonly form: TextForm }
  /** A whole number, not negative; `_` may stand between digits. */
  | { readonly kind: 'count' }
  | { readonly kind: 'boolean' };

/**
 * - `date`: a day, `YYYY-MM-DD`. `rule`: a rule code. `license`: a license's key or other name. `selector`: a license, or `category:` and a category.
 * - `region`: a country code or `EU`. `country`: a country code. `origin`: a region or an organization id.
 * - `glob`: `*`, `**`, `?` and `{a,b}`. `model`: a model id. `path`: a path relative to the policy's own folder, or `npm:` and a package.
 * - `host`: a region, a host's id, or the name in an address. `duration`: days or weeks, `60d`, `8w`.
 * - `sha256`: 64 hexadecimal digits.
 * - `word`: a name in code or configuration, or several joined by points.
 */
export type TextForm =
  | 'prose'
  | 'word'
  | 'date'
  | 'rule'
  | 'license'
  | 'selector'
  | 'region'
  | 'country'
  | 'origin'
  | 'glob'
  | 'model'
  | 'path'
  | 'host'
  | 'duration'
  | 'sha256';
