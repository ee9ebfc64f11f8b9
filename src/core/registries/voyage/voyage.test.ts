import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('voyage', {
  found: [
    ['a.json', '{"model": "⟦voyage-3-large|voyage⟧"}'],
    ['a.yaml', 'model: ⟦voyageai/voyage-code-3|voyage⟧'],
  ],
});
