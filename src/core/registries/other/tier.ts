import { isHubId } from '../names/hubId';

/**
 * What SiliconFlow puts before the ids of the Hub that it sells for money: `Pro/Qwen/Qwen2-7B-Instruct`, as gateways
 * list them (https://pkg.go.dev/github.com/cubeofcube-dev/one-api@v0.0.1/relay/adaptor/siliconflow).
 */
const TIER = 'Pro/';

/** The id of the Hub behind the tier that a service sells it under; `undefined` where no tier stands before one. */
export function behindTier(name: string): string | undefined {
  const id = name.startsWith(TIER) ? name.slice(TIER.length) : undefined;
  return id !== undefined && isHubId(id) ? id : undefined;
}
