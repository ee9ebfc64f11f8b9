import { languageOf } from '../documents/fileTypes';
import { perObject } from '../once';
import { unreadRanges } from '../text/lexicalState';
import { countUpTo } from '../text/sorted';
import type { Knowledge } from './knowledge';

const unread = perObject(({ text, path }: Knowledge) => unreadRanges(text, languageOf(path)));

/** Whether what stands at a place of code is read: it is in no comment and no text. */
export function isStatement(knowledge: Knowledge, at: number): boolean {
  const ranges = unread(knowledge);
  const before = ranges[countUpTo(ranges, at, ({ start }) => start) - 1];
  return before === undefined || at >= before.end;
}
