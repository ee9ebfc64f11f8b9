import type { OwnPath } from '../registry';

/** `accounts/fireworks/models/name`, with a gateway's prefix or without. */
export function fireworksPath(value: string): OwnPath | undefined {
  return /^(?:fireworks(?:_ai|-ai)?\/)?accounts\/[\w-]+\/(?:models|deployedModels|routers)\/[\w.@#-]+$/.test(
    value,
  )
    ? { id: value, certain: true }
    : undefined;
}
