import { describe, expect, it } from 'vitest';
import { modelDescription, releasedParts } from '../../../src/core/report/modelDescription';
import { model } from './sample';

describe('the description of a model', () => {
  it('says what it is for, how large it is, its languages and what it was made from', () => {
    const tuned = model('acme/tuned', {
      parameters: 8e9,
      languages: ['en', 'ja'],
      lineage: [
        { model: 'acme/base', relation: 'finetune', license: null },
        { model: 'acme/big', relation: 'distilled', license: null },
      ],
      copyOf: 'acme/first',
    });
    expect(modelDescription(tuned)).toBe(
      'Task: text-generation. 8000000000 parameters. Languages: en, ja. Fine-tuned from acme/base. Distilled from acme/big. A copy of acme/first in another format.',
    );
  });

  it('is none where nothing of that is known', () => {
    expect(modelDescription(model('acme/base', { task: null, parameters: null }))).toBeUndefined();
  });
});

describe('the parts of a model', () => {
  it('are told apart by whether they were released; of others nothing is said', () => {
    const components = { weights: true, trainingData: false, paper: true };
    expect(releasedParts(model('a/b', { openness: { level: 'open-weights', components } }))).toEqual({
      released: ['weights', 'paper'],
      withheld: ['trainingData'],
    });
  });
});
