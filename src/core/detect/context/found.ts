import { message, type Message } from '../../message';
import type { TextRange } from '../../text/range';
import type { Context } from '../../vocabulary';

/** What a rule says of a text or of a part of it: the context, and why. */

export interface ContextFound {
  readonly context: Context;
  readonly why: Message | undefined;
}

export interface PartFound {
  readonly range: TextRange;
  readonly found: ContextFound;
}

export const found = (context: Context, why: Message): ContextFound => ({ context, why });
export const inFolder = (context: Context, folder: string): ContextFound =>
  found(context, message('the file is below {0}', `${folder}/`));
export const byName = (context: Context, file: string): ContextFound =>
  found(context, message('the file is called {0}', file));

/** The context of a description of an interface. */
export const DESCRIPTION = found('docs', message('the text describes an interface'));

/** Words of a list with blanks between them. */
export const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
