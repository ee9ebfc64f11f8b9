import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('vertex', {
  found: [
    ['a.py', 'm = "⟦publishers/anthropic/models/claude-3-haiku@20240307|vertex⟧"'],
    ['a.py', 'ChatVertexAI(model="⟦gemini-1.5-pro-002|vertex⟧")'],
    ['a.yaml', 'model: ⟦vertex_ai/gemini-2.0-flash|vertex⟧'],
  ],
  spelled: {
    'publishers/meta/models/llama-3.1-405b-instruct-maas': 'meta/llama-3.1-405b-instruct',
    'claude-3-haiku@20240307': 'anthropic:claude-3-haiku-20240307',
  },
});
