import { readLanguage } from '../../../../src/core/detect/readers/read';
import type { Intake } from '../../../../src/core/detect/site';

interface Place {
  readonly start: number;
  readonly end: number;
}

/**
 * What a reader tells of a text, in its order: a value with the names that it has (`gpt-4o key<table call()0`), a name
 * that is given one (`key := gpt-4o`), running text in quotes, the words of a command behind `$`, what is open behind `?`,
 * and a document of its own behind its language.
 */
export function toldOf(text: string, language: string): readonly string[] {
  const found: string[] = [];
  const at = ({ start, end }: Place): string => text.slice(start, end);
  let groups = 0;
  const intake: Intake = {
    text,
    accepted: 0,
    programOf: () => undefined,
    importOf: () => undefined,
    factoryFrom: () => undefined,
    isPromised: () => false,
    mayBeName: () => true,
    newGroup: () => ++groups,
    candidate: () => undefined,
    constant: () => undefined,
    value: (range, { key, parents, call, isKey, isCompared }) => {
      const names = [key, ...parents].join('<');
      const argument = call === undefined ? '' : `${call.callee}()${call.argument}`;
      const marks = [isKey === true && 'is a key', isCompared === true && 'is compared'].filter(Boolean);
      found.push([at(range), names, argument, ...marks].filter((part) => part !== '').join(' '));
    },
    prose: (range, { lexical }) => found.push(`"${at(range).trim()}" ${lexical}`),
    command: (words) => found.push(`$ ${words.map(at).join(' ')}`),
    define: (name, value) => found.push(`${name} := ${at(value)}`),
    dynamic: ({ range }) => found.push(`? ${at(range)}`),
    asks: () => undefined,
    passed: ({ range }) => found.push(`? ${at(range)}`),
    withdraw: (range) => found.push(`nothing in ${at(range)}`),
    pin: (range, revision) => found.push(`@${revision} ${at(range)}`),
    embed: (name, document) => {
      found.push(`${name} {${document.text.trim()}}`);
      return true;
    },
  };
  readLanguage(intake, language, { start: 0, end: text.length });
  return found;
}
