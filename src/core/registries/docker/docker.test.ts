import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('docker', {
  found: [
    ['a.yaml', 'model: ⟦dmr/ai/qwen3|docker⟧'],
    ['a.sh', 'docker model pull ⟦ai/gemma3:4B-Q4_K_M|docker⟧'],
    ['compose.yaml', 'models:\n  llm:\n    model: ⟦ai/smollm2|docker⟧\n'],
  ],
  spelled: {
    'docker.io/ai/gemma3:4B-Q4_K_M': 'docker:ai/gemma3',
  },
});
