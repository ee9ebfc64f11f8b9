import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('mistral', {
  found: [
    [
      'a.ts',
      "import { Mistral } from '@mistralai/mistralai';\nconst m = new Mistral();\n" +
        "m.chat.complete({ model: '⟦new-thing-latest|mistral⟧' });",
    ],
    ['a.py', 'ChatMistralAI(model="⟦mistral-large-latest|mistral⟧")'],
    ['a.yaml', 'model: ⟦mistral/codestral-2501|mistral⟧'],
    ['a.yaml', 'model: ⟦codestral/codestral-latest|mistral⟧'],
  ],
  spelled: {
    'mistral-large-latest': 'mistral:mistral-large',
  },
  constants: [
    [
      'A.java',
      'import static dev.langchain4j.model.mistralai.MistralAiChatModelName.OPEN_MISTRAL_7B;\n' +
        'b.modelName(⟦OPEN_MISTRAL_7B|open-mistral-7b⟧)',
    ],
    [
      'A.java',
      'import org.springframework.ai.mistralai.api.MistralAiApi;\n' +
        'o.model(MistralAiApi.ChatModel.⟦MISTRAL_LARGE|mistral-large⟧)',
    ],
    [
      'a.go',
      'import "github.com/gage-technologies/mistral-go"\n' +
        'c.Chat(mistral.⟦ModelMistralSmallLatest|mistral-small-latest⟧, m, nil)',
    ],
    ['a.cs', 'using Mistral.SDK;\nvar r = new R(ModelDefinitions.⟦MistralLarge|mistral-large⟧, m);'],
    ['a.rs', 'use rig::providers::mistral;\nfn f() { c.agent(mistral::⟦MISTRAL_LARGE|mistral-large⟧) }'],
    [
      'a.php',
      '<?php\nuse Symfony\\AI\\Platform\\Bridge\\Mistral\\Mistral;\n' +
        '$m = new Mistral(Mistral::⟦MISTRAL_LARGE|mistral-large⟧);',
    ],
    [
      'a.py',
      'from camel.types import ModelType\nm = create(model_type=ModelType.⟦MISTRAL_7B|open-mistral-7b⟧)',
    ],
  ],
});
