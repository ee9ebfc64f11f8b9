import type { ModelRecord } from '../catalog/records';
import type { Registry } from '../vocabulary';

/** Services that pass requests on to the publisher's own. Others run copies of their own, and end them on days of their own. */
const FORWARDING: ReadonlySet<Registry> = new Set(['openrouter', 'other']);

/** The first part of a routed name (`azure/gpt-4`) that says the model runs on such another service. */
const ELSEWHERE: ReadonlySet<string> = new Set(['azure', 'azure_ai', 'bedrock', 'vertex_ai']);

const ACTIVE: ModelRecord['status'] = { state: 'active' };

/**
 * What the publisher says of the end of the model that a spelling names. That goes for the very name which it gives, on its
 * own service, and there for the record's other names; a date or version that the record does not list may be another snapshot.
 */
export function statusOf(record: ModelRecord, spelling: string, asked?: Registry): ModelRecord['status'] {
  const isOwn = asked === undefined || asked === record.registry || FORWARDING.has(asked);
  const parts = spelling.trim().toLowerCase().split('/');
  const id = record.id.toLowerCase();
  const isNamed = parts.join('/') === id || (parts.at(-1) === id && !ELSEWHERE.has(parts[0] ?? ''));
  return (isOwn && isNamed) || isOwnAlias(record, parts, asked) ? record.status : ACTIVE;
}

/** Another name that the record has for the model on its publisher's own service: the catalog's, or with `-latest`. */
function isOwnAlias(
  { id, registry, aliases }: ModelRecord,
  parts: readonly string[],
  asked: Registry | undefined,
): boolean {
  const [name = ''] = parts;
  if (parts.length > 1 || (asked ?? registry) !== registry) return false;
  return name === `${id.toLowerCase()}-latest` || aliases.some((alias) => alias.toLowerCase() === name);
}
