import { isUnderOwnName } from '../detect/ownDeployments';
import { hostOf } from '../lookup/hostOf';
import { isChosenName } from '../lookup/service';
import { message, type Message } from '../message';
import type { ModelReference } from '../reference';
import { isOwnersArn } from '../registries/bedrock/ids';
import { isFineTune } from '../registries/names/hosted';

/**
 * Why no model's name is written in the place of what a customer has at a service, as a sentence; `undefined` where the text says which
 * model runs. Nobody deploys another under a name that a fix makes up, so that the call would find nothing; and what was trained on the
 * customer's own data is lost with the name of a model for everybody.
 */
export function deploymentReason(reference: ModelReference): Message | undefined {
  if (isFineTune(reference.id)) return message('a fine-tune has to be trained again on another model');
  if (isOwnersArn(reference.id)) return message("the name of a deployment is its owner's");
  const host = hostOf(reference);
  const isModels = reference.isDeployed === true && !isUnderOwnName(reference);
  return host !== undefined && isChosenName(host) && !isModels
    ? message("the name of a deployment is its owner's")
    : undefined;
}
