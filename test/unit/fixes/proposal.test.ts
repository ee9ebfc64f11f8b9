import { describe, expect, it } from 'vitest';
import { refusalOf } from '../../../src/core/fixes/proposal';
import { createLookup } from '../../../src/core/lookup/lookup';
import { render } from '../../../src/core/message';
import { testCatalog } from '../../support/catalog';
import { hostRecord, service } from '../../support/hosts';
import { reference, TODAY } from '../policy/support';

describe('refusalOf', () => {
  it('says of a name that the host does not list what changes with the move, where the host tells', () => {
    const refused = (note: string | null): string | undefined => {
      const catalog = testCatalog(
        [],
        [
          hostRecord('perplexity', {
            names: [service('sonar', { status: 'retired', successor: 'perplexity/sonar', note })],
          }),
        ],
      );
      const context = { catalog, lookup: createLookup(catalog), policy: undefined, today: TODAY };
      const place = reference('sonar', { role: 'calls', registry: 'perplexity' });
      const refusal = refusalOf('perplexity/sonar', place, context);
      return refusal && render(refusal);
    };
    const untold = 'nothing tells whether perplexity/sonar is offered at perplexity';
    expect([refused(null), refused('Another API')]).toEqual([untold, `${untold}; Another API`]);
  });
});
