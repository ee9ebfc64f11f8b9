import { describe, expect, it } from 'vitest';
import { situationOf } from '../../../src/core/licenses/situation';
import { policy } from '../policy/support';

function triggers(relation: Parameters<typeof situationOf>[0], distribution: string): readonly string[] {
  const { certain, possible } = situationOf(relation, policy(`use: { distribution: ${distribution} }`).use);
  return [[...certain].sort().join(' '), [...possible].sort().join(' ')];
}

describe('the triggers that a use sets off', () => {
  it('hosted service is certain for a service, and up to whoever runs a product', () => {
    expect(triggers('serves', 'service')).toEqual(['hosted-service product-use use', 'output-use']);
    expect(triggers('serves', 'product')).toEqual([
      'product-use use',
      'distribution hosted-service output-use',
    ]);
  });

  it('distribution is certain for what is shipped, and never for what is called', () => {
    expect(triggers('ships', 'product')).toEqual(['distribution product-use use', 'output-use']);
    expect(triggers('calls', 'product')).toEqual(['product-use use', 'output-use']);
    expect(triggers('calls', 'weights')).toEqual(['use', 'output-use']);
  });

  it('a service gives on no copy of what it made from a model, unlike who says nothing of that', () => {
    expect(triggers('derives', 'service')).toEqual([
      'derivative hosted-service product-use use',
      'output-use',
    ]);
    expect(triggers('derives', 'weights')).toEqual(['derivative distribution use', 'output-use']);
    expect(situationOf('derives').certain).toContain('distribution');
  });
});
