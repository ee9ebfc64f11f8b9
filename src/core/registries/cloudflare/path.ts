import type { OwnPath } from '../registry';

/** `@cf/owner/name`, all of which is the id. */
export function cloudflarePath(value: string): OwnPath | undefined {
  if (!value.startsWith('@')) return undefined;
  const parts = value.split('/');
  const isPath =
    parts.length > 2 && parts.every((part) => part !== '') && /^@(?:cf|hf)\/[@\w./-]+$/.test(value);
  return isPath ? { id: value, certain: true, isAnywhere: true } : undefined;
}
