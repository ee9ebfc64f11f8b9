import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('cohere', {
  found: [
    ['a.py', 'CohereRerank(model="⟦rerank-english-v3.0|cohere⟧")'],
    ['a.yaml', 'model: ⟦cohere_chat/command-r-plus|cohere⟧'],
  ],
  spelled: {
    'cohere/command-r': 'cohere:command-r',
  },
  constants: [
    ['a.rs', 'use rig::providers::cohere;\nfn f() { c.agent(cohere::⟦COMMAND_R_PLUS|command-r-plus⟧) }'],
  ],
});
