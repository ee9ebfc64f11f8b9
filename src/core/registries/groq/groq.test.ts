import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('groq', {
  found: [
    ['a.py', 'ChatGroq(model="⟦llama-3.3-70b-versatile|groq⟧")'],
    ['a.ts', "groq('⟦openai/gpt-oss-20b|groq⟧')"],
    ['a.yaml', 'model: ⟦groq/llama-3.1-8b-instant|groq⟧'],
  ],
  spelled: {
    'groq/openai/gpt-oss-20b': 'huggingface:openai/gpt-oss-20b',
  },
});
