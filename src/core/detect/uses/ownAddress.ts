import { message, type Message } from '../../message';

/** Why a model is run by a server of the project, by an address that is written. */
export const ownAddress = (address: string): Message =>
  message('the address {0} is of this project', address);

/** Whether such an address told who runs a model. */
export function isToldByOwnAddress([first]: readonly Message[]): boolean {
  return first?.template === ownAddress('').template;
}
