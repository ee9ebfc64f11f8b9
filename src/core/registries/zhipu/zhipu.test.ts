import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('zhipu', {
  found: [
    ['a.yaml', 'model: ⟦zai-coding-plan/glm-4.6|zhipu⟧'],
    ['a.yaml', 'model: ⟦zai/glm-4.5-air|zhipu⟧'],
    ['a.py', 'client = ZhipuAI()\nm = client.chat.completions.create(model="⟦glm-4-plus|zhipu⟧")'],
  ],
  constants: [
    ['a.py', 'from camel.types import ModelType\nm = create(model_type=ModelType.⟦GLM_4_PLUS|GLM-4-Plus⟧)'],
  ],
});
