import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('ai21', {
  found: [
    ['a.json', '{"model": "⟦jamba-large-1.6|ai21⟧"}'],
    ['a.yaml', 'model: ⟦ai21/jamba-mini-1.6|ai21⟧'],
  ],
});
