import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('upstage', {
  found: [
    ['a.json', '{"model": "⟦solar-pro|upstage⟧"}'],
    ['a.yaml', 'model: ⟦upstage/solar-mini|upstage⟧'],
  ],
});
