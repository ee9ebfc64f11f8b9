import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('local', {
  found: [['a.sh', 'llama-server -m models/⟦Qwen2.5-7B-Instruct-Q4_K_M.gguf|local⟧']],
  spelled: {
    'models/Qwen2.5-7B-Instruct-Q4_K_M.gguf': 'Qwen2.5-7B-Instruct',
  },
});
