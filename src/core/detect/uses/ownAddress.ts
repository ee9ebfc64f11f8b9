import { message, type Message } from '../../message';

/** Why a model is run by a server of the project, by an address that is written. */
export const ownAddress = (address: string): Message =>
  message('the address {0} is of this project', address);

/** Why a model is run by a server of the project whose address is not written. */
export const SERVER_ASKED = message('a server of this project is asked');

/** Why a name is no model of others: the weights that a server of the project has under it are told elsewhere. */
export const OFFERED = message('a server of this project offers a model under this name');

/** Whether such an address or server told who runs a model: it has the weights already. */
export function isToldByOwnAddress([first]: readonly Message[]): boolean {
  return first?.template === ownAddress('').template || first?.template === SERVER_ASKED.template;
}
