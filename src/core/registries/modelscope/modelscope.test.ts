import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('modelscope', {
  found: [
    ['a.sh', 'modelscope download --model ⟦acme/thing|modelscope⟧'],
    [
      'a.json',
      '{ "url": "https://api-inference.modelscope.cn/api-inference/v1/models/⟦damo/thing_zh|modelscope⟧" }',
    ],
    ['a.sh', 'ramalama run ⟦ms://acme/thing|modelscope⟧'],
    ['a.md', 'https://www.modelscope.cn/models/⟦acme/thing|modelscope⟧/summary'],
    ['a.sh', 'ollama pull "modelscope.cn/⟦acme/thing-7b-GGUF|modelscope⟧:Q4_K_M"'],
    ['a.sh', 'ollama run modelscope.cn/⟦acme/thing-7b-gguf|modelscope⟧'],
    ['a.md', '# pull\nollama pull "modelscope.cn/⟦acme/thing-7b-GGUF|modelscope⟧:Q4_K_M"\n'],
    ['a.py', 'ask(model="modelscope.cn/⟦acme/thing-7b|modelscope⟧:latest")'],
    [
      'a.md',
      'https://modelscope.cn/organization/acme and modelscope.cn/studios/acme and modelscope.cn/docs/models',
    ],
    [
      'a.py',
      'from modelscope import AutoModel\nAutoModel.from_pretrained("⟦ZhipuAI/glm-4-9b-chat|modelscope⟧")',
    ],
  ],
  spelled: {
    'modelscope://acme/thing': 'modelscope:acme/thing',
    'ms://acme/thing': 'modelscope:acme/thing',
  },
});
