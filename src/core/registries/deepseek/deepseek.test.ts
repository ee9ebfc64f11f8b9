import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('deepseek', {
  found: [
    ['a.json', '{"model": "⟦deepseek-chat|deepseek⟧"}'],
    ['a.yaml', 'model: ⟦deepseek/deepseek-reasoner|deepseek⟧'],
  ],
});
