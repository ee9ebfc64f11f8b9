import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('zhipu', {
  found: [
    ['a.yaml', 'model: ⟦zai-coding-plan/glm-4.6|zhipu⟧'],
    ['a.yaml', 'model: ⟦zai/glm-4.5-air|zhipu⟧'],
    ['a.py', 'client = ZhipuAI()\nm = client.chat.completions.create(model="⟦glm-4-plus|zhipu⟧")'],
  ],
});
