import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('perplexity', {
  found: [
    ['a.yaml', 'model: ⟦perplexity/sonar-pro|perplexity⟧'],
    ['a.json', '{"model": "⟦sonar-deep-research|perplexity⟧"}'],
  ],
  constants: [
    ['a.rs', 'use rig::providers::perplexity;\nfn f() { c.agent(perplexity::⟦SONAR_PRO|sonar-pro⟧) }'],
  ],
});
