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
