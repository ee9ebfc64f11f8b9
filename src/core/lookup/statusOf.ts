import type { ModelRecord } from '../catalog/records';
import type { Registry } from '../vocabulary';

/** Services that pass requests on to the publisher's own. Others run copies of their own, and end them on days of their own. */
const FORWARDING: ReadonlySet<Registry> = new Set(['openrouter', 'other']);

/** The first part of a routed name (`azure/gpt-4`) that says the model runs on such another service. */
const ELSEWHERE: ReadonlySet<string> = new Set(['azure', 'azure_ai', 'bedrock', 'vertex_ai']);

const ACTIVE: ModelRecord['status'] = { state: 'active' };

/**
 * What the publisher says of the end of the model that a spelling names. That goes for the very name which it gives, on its
 * own service: a snapshot that ends says nothing of the family's other names that led to the same record.
 */
export function statusOf(record: ModelRecord, spelling: string, asked?: Registry): ModelRecord['status'] {
  const isOwn = asked === undefined || asked === record.registry || FORWARDING.has(asked);
  const parts = spelling.trim().toLowerCase().split('/');
  const id = record.id.toLowerCase();
  const isNamed = parts.join('/') === id || (parts.at(-1) === id && !ELSEWHERE.has(parts[0] ?? ''));
  return isOwn && isNamed ? record.status : ACTIVE;
}
