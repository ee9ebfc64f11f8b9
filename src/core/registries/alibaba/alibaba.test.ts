import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('alibaba', {
  found: [
    ['a.yaml', 'model: ⟦qwen-max|alibaba⟧'],
    ['a.py', 'DashScopeTextEmbedding(model_name="⟦text-embedding-v2|alibaba⟧")'],
    ['a.yaml', 'model: ⟦dashscope/qwen3-coder-plus|alibaba⟧'],
  ],
  constants: [
    [
      'a.py',
      'from dashscope import Generation\nGeneration.call(model=Generation.Models.⟦qwen_turbo|qwen-turbo⟧)',
    ],
  ],
});
