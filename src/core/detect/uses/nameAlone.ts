import { message, type Message } from '../../message';
import { namesOwnServer } from '../host';
import type { Registry } from '../../vocabulary';

/** Why a model is asked for at whoever a provider's name, key or setting beside it says. */
export const namedByProvider = (said: string): Message =>
  message('the provider {0} is written beside it', said);

/** Whether a server of its user's runs a model, as the name of the server beside it says. */
export function isToldByServer([first]: readonly Message[]): boolean {
  const [said] = first?.args ?? [];
  return first?.template === namedByProvider('').template && typeof said === 'string' && namesOwnServer(said);
}

/** Why a name counts as one that is run where no code or command says so: by its spelling. */
export const spelledAs = (registry: Registry): Message => message('it is a name of {0}', registry);

/** The same where nothing beside the name tells who runs it: another host may have it under this name. */
export const spelledAlone = (registry: Registry): Message =>
  message('nothing but its name tells who runs it: it is a name of {0}', registry);

/** The same by the setting whose value it is. */
export const namedBySetting = (setting: string): Message =>
  message('the setting {0} names a model to run', setting);

/** The same for want of anything else, so that nothing passes unseen. */
export const nothingMore = (): Message => message('nothing says more of its use');

/** Whether nothing told what is done with a name: that it is used is a guess, so that it is not overlooked. */
export function isRoleGuessed([first]: readonly Message[]): boolean {
  return first?.template === nothingMore().template;
}

/** Why a name is only mentioned that stands among other words. */
export const inWords = (): Message => message('it stands in running text');

/** Whether only the words around a name told that it is mentioned. */
export function isToldByText([first]: readonly Message[]): boolean {
  return first?.template === inWords().template;
}

const SPELLED: ReadonlySet<string> = new Set(
  [spelledAs('other'), spelledAlone('other')].map(({ template }) => template),
);

const ALONE: ReadonlySet<string> = new Set([
  ...SPELLED,
  ...[namedBySetting(''), nothingMore()].map(({ template }) => template),
]);

/** Whether only the spelling of a name told who is asked for it. */
export function isToldBySpelling([first]: readonly Message[]): boolean {
  return first !== undefined && SPELLED.has(first.template);
}

/**
 * Whether a name stands for itself: nothing that the text does gets weights, so it does not say whether the program, a
 * server of its user or somebody else runs the model.
 */
export function isNamedAlone([first]: readonly Message[]): boolean {
  return first !== undefined && ALONE.has(first.template);
}
