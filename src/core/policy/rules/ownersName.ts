import { isToldByOwnAddress } from '../../detect/uses/ownAddress';
import { isChosenName } from '../../lookup/service';
import { isOwnersArn } from '../../registries/bedrock/ids';
import type { Subject } from '../rule';

/**
 * Whether who runs a model chose the name that it is asked for by: of a deployment or a profile at a service, or of
 * what the project's own server offers.
 */
export function isOwnersName({ reference, service }: Pick<Subject, 'reference' | 'service'>): boolean {
  return service === undefined
    ? reference.registry === 'other' && isToldByOwnAddress(reference.why)
    : isChosenName(service.host) || isOwnersArn(reference.id);
}
