import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('fireworks', {
  found: [
    ['a.py', 'm = "⟦accounts/fireworks/models/llama-v3p1-70b-instruct|fireworks⟧"'],
    ['a.yaml', 'model: ⟦fireworks_ai/accounts/fireworks/models/deepseek-v3|fireworks⟧'],
  ],
  spelled: {
    'accounts/fireworks/models/llama-v3p1-70b-instruct': 'llama-3.1-70b-instruct',
  },
});
