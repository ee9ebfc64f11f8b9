import type { ModelClaim } from '../claim';
import type { Endpoint } from './endpoint';
import type { HubFacts } from './hubFacts';

/** What the Hub's answer says, as a claim. `other` with a name is the name: the key alone says only "not in the list". */
export function claimFromHub(facts: HubFacts, fetchedAt: number, endpoint: Endpoint): ModelClaim {
  const named = facts.licenseName !== null && facts.licenses.every((key) => key === 'other');
  return {
    model: facts.id,
    origin: 'hub',
    registry: 'huggingface',
    source: `${endpoint.origin}${endpoint.basePath}/${facts.id}`,
    date: new Date(fetchedAt).toISOString().slice(0, 10),
    confidence: 'high',
    licenses: named ? [facts.licenseName ?? ''] : facts.licenses,
    lineage: facts.bases,
    ...(facts.revision !== null && { revision: facts.revision }),
    ...(facts.gated !== null && { gated: facts.gated }),
    ...(facts.euDisallowed && { euDisallowed: true }),
    ...(facts.task !== null && { task: facts.task }),
    ...(facts.weights !== null && { weights: facts.weights }),
  };
}
