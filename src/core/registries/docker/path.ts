import type { OwnPath } from '../registry';

/** `ai/name:tag`: an image of Docker's own models. Other things may be called so too. */
export function dockerPath(value: string): OwnPath | undefined {
  return /^(?:docker\.io\/|index\.docker\.io\/)?ai\/[a-z0-9][\w.-]*(?::[\w.-]+)?$/.test(value)
    ? { id: value, certain: false }
    : undefined;
}
