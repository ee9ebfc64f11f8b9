import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('xai', {
  found: [
    ['a.ts', "xai('⟦grok-4|xai⟧')"],
    ['a.yaml', 'model: ⟦xai/grok-code-fast-1|xai⟧'],
  ],
  constants: [['a.rs', 'use rig::providers::xai;\nfn f() { c.agent(xai::⟦GROK_2_1212|grok-2-1212⟧) }']],
});
