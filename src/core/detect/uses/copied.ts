import { message } from '../../message';
import { perObject } from '../../once';
import type { Knowledge } from '../knowledge';
import { mayLoad } from '../signatures/loaders';
import { lineBefore } from '../surroundings';
import { listedAs, needing, type Needs } from './place';
import { textBefore } from '../../text/pieces';

/**
 * What the classes of LangChain say of themselves:
 * https://github.com/langchain-ai/langchainjs/blob/main/langchain-core/src/load/serializable.ts
 */
const SERIALIZED: Needs = {
  where: ['code'],
  words: ['lc_name', 'lc_namespace', 'lc_serializable', 'lc_secrets'],
};

/** A property of a class and its value: `model = "…"`, `model_name: str = Field(default="…"`. */
const PROPERTY = new RegExp(
  String.raw`^[ \t]{1,12}(?:(?:public|protected|private|readonly|override|declare|static)[ \t]{1,9}){0,3}` +
    String.raw`\w{1,40}[?!]?[ \t]{0,9}(?::[^=\n]{1,60})?=[ \t]{0,9}(?:Field\((?:default[ \t]?=[ \t]?)?)?["'\x60]$`,
);

/** The same as a compiler writes it: `Object.defineProperty(this, "model", { …, value: "`. */
const DEFINED = /\bObject\.defineProperty\(this, ["']\w{1,40}["'], \{[^{}]{0,160}\bvalue: ["']$/;

/**
 * The default of a class that is copied from LangChain with its name: `class ChatOpenAI { model = "gpt-3.5-turbo" }`.
 * It is the library's word; what makes such a class says which model it asks.
 */
export const isOfCopiedClass = needing(SERIALIZED, ({ text, start, registry, knowledge }) =>
  (PROPERTY.test(lineBefore(text, start)) || DEFINED.test(textBefore(text, start, 260))) &&
  definesClassOfLibrary(knowledge)
    ? listedAs(registry, message('it is the default of a class that is copied from a library'))
    : undefined,
);

/** Whether a text defines a class that a library has for models. */
const definesClassOfLibrary = perObject(({ text }: Knowledge): boolean =>
  [...text.matchAll(/\bclass[ \t]+(?:Custom)?([A-Z]\w{2,60})/g)].some(([, name = '']) => mayLoad(name)),
);
