import type { HubFacts } from '../../core';
import type { ClaimRow } from '../merge/claims';

/** The source in whose name a refresh speaks, as `sources.yaml` knows it. */
const HUB_API = 'hub-api';

/** What the Hub said of a model on a day, as a row of a claims file. Its keys stand in one order, so that two runs write the same. */
export function claimRow(facts: HubFacts, date: string): ClaimRow {
  const license = wordingOf(facts);
  return {
    id: facts.id,
    namespace: 'hf',
    sources: [
      {
        source: HUB_API,
        date,
        hub: true,
        ...(license !== undefined && { license }),
        ...(license === 'other' && facts.licenseName !== null && { license_name: facts.licenseName }),
        base_model: facts.bases.map(({ model, relation }) => `${relation}:${model}`).sort(),
        ...(facts.gated !== null && { gated: facts.gated }),
        ...(facts.created !== null && { released: facts.created }),
        ...(facts.task !== null && { task: facts.task }),
      },
    ],
  };
}

/** `undefined` for a card that states no license. Several in one card are one wording, which a person has to read. */
function wordingOf({ licenses }: HubFacts): string | undefined {
  return licenses.length === 0 ? undefined : [...licenses].sort().join(', ');
}
