import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('xai', {
  found: [
    ['a.ts', "xai('⟦grok-4|xai⟧')"],
    ['a.yaml', 'model: ⟦xai/grok-code-fast-1|xai⟧'],
  ],
});
