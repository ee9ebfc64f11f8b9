import { isUnderOwnName } from '../detect/ownDeployments';
import { hostOf } from '../lookup/hostOf';
import { isChosenName } from '../lookup/service';
import { message, type Message } from '../message';
import type { ModelReference } from '../reference';

/**
 * Why no model's name is written in the place of a deployment's, as a sentence; `undefined` where the text says which
 * model runs. Nobody deploys another under a name that a fix makes up, so that the call would find nothing.
 */
export function deploymentReason(reference: ModelReference): Message | undefined {
  const host = hostOf(reference);
  const isModels = reference.isDeployed === true && !isUnderOwnName(reference);
  return host !== undefined && isChosenName(host) && !isModels
    ? message("the name of a deployment is its owner's")
    : undefined;
}
