import { perObject } from '../once';
import type { TextRange } from '../text/range';
import { typeOfAllMembers } from './enumerations';
import type { Knowledge } from './knowledge';
import { Loops } from './loops';
import { typesOf } from './statements';

/** A loop over the members of a type that the text does not declare. */
interface LoopOverType {
  readonly type: string;
  /** The words of what stands for a member. */
  readonly names: readonly string[];
  readonly bodies: readonly TextRange[];
}

/** A type, as its name is written: no constant in capitals, which is a list. */
const TYPE_NAME = /^[A-Z][\w$]*[a-z]/;
/** Longest expression that a loop goes over. */
const LONGEST_LIST = 120;

/** Loops over the members of types of other files: `for encoder in Encoder:`, `Encoder.entries.forEach { … }`. */
const loopsOverTypes = perObject((knowledge: Knowledge): readonly LoopOverType[] => {
  const { text, brackets } = knowledge;
  const own = typesOf(knowledge);
  return [...new Loops(text, brackets).all()].flatMap(({ pattern, list, bodies }) => {
    const isShort = list.end - list.start <= LONGEST_LIST;
    const type = isShort ? typeOfAllMembers(text.slice(list.start, list.end)) : undefined;
    return type === undefined || !TYPE_NAME.test(type) || own.has(type)
      ? []
      : [{ type, names: pattern.split(/[^\w$]+/), bodies }];
  });
});

/** The type of another file whose members a name stands for at a place, one after the other. */
export function loopedType(name: string, at: number, knowledge: Knowledge): string | undefined {
  return loopsOverTypes(knowledge).find(
    ({ names, bodies }) => names.includes(name) && bodies.some(({ start, end }) => start <= at && at < end),
  )?.type;
}
