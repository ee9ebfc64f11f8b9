import { perObject } from '../once';
import { matchesOf } from '../text/matches';
import { bodyOf } from './classAround';
import type { Knowledge } from './knowledge';

/** The head of a class of Python that holds values: by what stands above it, or what it is made from. */
const OF_PYTHON = new RegExp(
  String.raw`(?:^|\n)(?:[ \t]*@(?:\w{1,20}\.)?(?:dataclass|define|frozen)\b[^\n]{0,120}\r?\n` +
    String.raw`([ \t]*)class[ \t]+(\w{2,60})(?:\((?:ABC|object)?\))?:|` +
    String.raw`([ \t]*)class[ \t]+(\w{2,60})\((?:\w{1,20}\.)?(?:NamedTuple|TypedDict|BaseModel)\):)`,
  'g',
);
/** What such a class does itself, in its body. */
const DOES = /\n[ \t]+(?:async[ \t]+)?def[ \t]/;
/** A class of Kotlin or record of Java and C# that has nothing but values. */
const WITHOUT_BODY = new RegExp(
  String.raw`\b(?:data[ \t]+class|record(?:[ \t]+(?:class|struct))?)[ \t]+([A-Z]\w{1,60})\([^()]{0,600}\)[ \t]*` +
    String.raw`(?:;|\r?\n|\{\s{0,20}\})`,
  'g',
);

/** The classes of a text that only hold values, by name: what is given to one asks nobody. */
export const recordClassesOf = perObject(
  ({ text }: Pick<Knowledge, 'text'>): ReadonlySet<string> =>
    new Set([
      ...Array.from(matchesOf(text, OF_PYTHON)).flatMap((found) => {
        const { 0: head, 1: indent = found[3] ?? '', 2: name = found[4] ?? '', index } = found;
        const at = index + head.length;
        const body = bodyOf({ name, at, indent: indent.length }, text, at);
        return DOES.test(text.slice(body.start, body.end)) ? [] : [name];
      }),
      ...Array.from(matchesOf(text, WITHOUT_BODY), ([, name = '']) => name),
    ]),
);
