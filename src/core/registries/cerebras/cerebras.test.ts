import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('cerebras', {
  found: [
    ['a.py', 'ChatCerebras(model="⟦llama3.1-70b|cerebras⟧")'],
    ['a.ts', "cerebras('⟦llama-3.3-70b|cerebras⟧')"],
    ['a.yaml', 'model: ⟦cerebras/llama-3.3-70b|cerebras⟧'],
  ],
  spelled: {
    'cerebras/qwen-3-32b': 'qwen-3-32b',
  },
});
