import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('moonshot', {
  found: [
    ['a.yaml', 'model: ⟦moonshot/kimi-k2-0711-preview|moonshot⟧'],
    ['a.json', '{"model": "⟦moonshot-v1-8k|moonshot⟧"}'],
  ],
});
