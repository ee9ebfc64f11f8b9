import { languageOf } from '../documents/fileTypes';
import { perObject } from '../once';
import { IDENTIFIER } from '../text/charClass';
import { unreadRanges } from '../text/lexicalState';
import { matchesOf } from '../text/matches';
import { isInOne } from '../text/sorted';
import type { Knowledge } from './knowledge';

const unread = perObject(({ text, path }: Knowledge) => unreadRanges(text, languageOf(path)));

/** The types and modules that a text makes itself, by name. */
export const typesOf = perObject(
  ({ text }: Pick<Knowledge, 'text'>): ReadonlySet<string> =>
    new Set(Array.from(matchesOf(text, MADE_TYPE), ([, name = '']) => name)),
);
/** `enum class Kind`, `record struct Size`: the word before the name counts. */
const KINDS = 'class|struct|object|interface|enum|record|protocol|trait|module|mod';
const MADE_TYPE = new RegExp(String.raw`\b(?:${KINDS})\s+(?!(?:${KINDS})\s)(${IDENTIFIER})`, 'g');

/** Whether what stands at a place of code is read: it is in no comment and no text. */
export function isStatement(knowledge: Knowledge, at: number): boolean {
  return !isInOne(unread(knowledge), at);
}
