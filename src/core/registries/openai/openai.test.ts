import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('openai', {
  found: [
    ['a.py', 'ChatOpenAI(model="⟦gpt-4o-mini|openai⟧")'],
    ['a.ts', "embed({ model: openai.embedding('⟦text-embedding-3-small|openai⟧') })"],
    ['a.yaml', 'model: ⟦openai/gpt-4.1|openai⟧'],
    ['a.json', '{"model": "⟦o3-mini|openai⟧"}'],
  ],
  spelled: {
    'gpt-4o-2024-08-06': 'openai:gpt-4o',
    'ft:gpt-4o-mini-2024-07-18:org::id': 'openai:gpt-4o-mini',
  },
});
