import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('together', {
  found: [
    ['a.py', 'ChatTogether(model="⟦meta-llama/Llama-3.3-70B-Instruct-Turbo|together⟧")'],
    ['a.yaml', 'model: ⟦together_ai/deepseek-ai/DeepSeek-V3|together⟧'],
  ],
  spelled: {
    'meta-llama/Llama-3.3-70B-Instruct-Turbo': 'huggingface:meta-llama/Llama-3.3-70B-Instruct',
  },
});
