import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('baseten', {
  found: [
    ['a.ts', "baseten('⟦deepseek-ai/DeepSeek-V3-0324|baseten⟧')"],
    ['a.yaml', 'model: ⟦baseten/deepseek-ai/DeepSeek-V3|baseten⟧'],
  ],
  spelled: {
    'baseten/deepseek-ai/DeepSeek-V3': 'huggingface:deepseek-ai/DeepSeek-V3',
  },
});
