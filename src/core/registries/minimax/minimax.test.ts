import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('minimax', {
  found: [
    ['a.json', '{"model": "⟦MiniMax-M1|minimax⟧"}'],
    ['a.yaml', 'model: ⟦minimax/MiniMax-M2|minimax⟧'],
  ],
});
