import { isToldByOwnAddress } from '../../detect/uses/ownAddress';
import { isChosenName } from '../../lookup/service';
import { isOwnersArn } from '../../registries/bedrock/ids';
import { isVoskModel } from '../../registries/names/library';
import type { Subject } from '../rule';

/** A folder of Vosk's models has their name, which the server did not choose. */
function isChosenByServer({ registry, id, why }: Subject['reference']): boolean {
  return registry === 'other' && isToldByOwnAddress(why) && !isVoskModel(id);
}

/** The same of a reference alone, of which the host tells whether its name is one that the owner of a deployment chose. */
export function isChosenByOwner(reference: Subject['reference']): boolean {
  const { host, id, role, isDeployed } = reference;
  return role === 'calls' && typeof host === 'string'
    ? (isChosenName(host) && isDeployed !== true) || isOwnersArn(id)
    : isChosenByServer(reference);
}

/**
 * Whether who runs a model chose the name that it is asked for by: of a deployment or a profile at a service, or of
 * what the project's own server offers. What sets a deployment up names the model itself.
 */
export function isOwnersName({ reference, service }: Pick<Subject, 'reference' | 'service'>): boolean {
  return service === undefined
    ? isChosenByServer(reference)
    : (isChosenName(service.host) && reference.isDeployed !== true) || isOwnersArn(reference.id);
}
