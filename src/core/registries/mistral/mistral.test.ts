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
});
