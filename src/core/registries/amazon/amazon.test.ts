import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('amazon', {
  found: [
    ['a.json', '{"model": "⟦nova-pro|amazon⟧"}'],
    ['a.yaml', 'model: ⟦amazon_nova/nova-micro-v1|amazon⟧'],
  ],
});
