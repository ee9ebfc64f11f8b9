import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('reka', {
  found: [
    ['a.json', '{"model": "⟦reka-core|reka⟧"}'],
    ['a.yaml', 'model: ⟦reka/reka-flash|reka⟧'],
  ],
});
