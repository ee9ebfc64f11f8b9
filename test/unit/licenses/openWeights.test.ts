import { describe, expect, it } from 'vitest';
import { opennessOfWeights } from '../../../src/core/licenses/openWeights';
import { license } from './support';

describe('how open weights are under their licenses', () => {
  it.each([
    [['apache-2.0'], 'open-weights'],
    [['apache-2.0', 'mit'], 'open-weights'],
    [['llama3.1'], 'weights-available'],
    [['apache-2.0', 'gemma'], 'weights-available'],
    [['none-stated'], 'weights-available'],
  ] as const)('%s: %s', (keys, level) => {
    expect(opennessOfWeights(keys.map(license))).toBe(level);
  });

  it('is not known where a license is not, unless another one closes them', () => {
    expect(opennessOfWeights([])).toBeNull();
    expect(opennessOfWeights([undefined])).toBeNull();
    expect(opennessOfWeights([license('other')])).toBeNull();
    expect(opennessOfWeights([license('mit'), undefined])).toBeNull();
    expect(opennessOfWeights([license('gemma'), undefined])).toBe('weights-available');
  });
});
