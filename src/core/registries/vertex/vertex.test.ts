import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('vertex', {
  found: [
    ['a.py', 'm = "⟦publishers/anthropic/models/claude-3-haiku@20240307|vertex⟧"'],
    ['a.py', 'ChatVertexAI(model="⟦gemini-1.5-pro-002|vertex⟧")'],
    ['a.yaml', 'model: ⟦gcp_vertex_gemini::gemini-2.0-flash|vertex⟧'],
    ['a.yaml', 'model: ⟦vertex_ai/gemini-2.0-flash|vertex⟧'],
    ...['deepseek-v3.1-maas', 'llama-4-maverick-17b-128e-instruct-maas', 'kimi-k2-thinking-maas'].map(
      (name): [string, string] => [
        'a.sql',
        `CREATE OR REPLACE MODEL d.n REMOTE WITH CONNECTION \`eu.c\` OPTIONS (ENDPOINT = '⟦${name}|vertex⟧');`,
      ],
    ),
    ['a.py', 'TENANT = "acme-maas"'],
  ],
  spelled: {
    'publishers/meta/models/llama-3.1-405b-instruct-maas': 'meta/llama-3.1-405b-instruct',
    'claude-3-haiku@20240307': 'anthropic:claude-3-haiku-20240307',
    'claude-3-5-sonnet-v2@20241022': 'anthropic:claude-3-5-sonnet-20241022',
    'publishers/google/models/gemma3@gemma-3-12b-it': 'google/gemma-3-12b-it',
    'publishers/meta/models/llama3-3@llama-3.3-70b-instruct-maas': 'meta/llama-3.3-70b-instruct',
  },
  constants: [
    [
      'a.ts',
      "import { gemini15Pro } from '@genkit-ai/vertexai';\nai.generate({ model: ⟦gemini15Pro|gemini-1.5-pro⟧ });",
    ],
    [
      'a.ts',
      "import { claude3Opus } from '@genkit-ai/vertexai';\nai.generate({ model: ⟦claude3Opus|claude-3-opus⟧ });",
    ],
    [
      'a.cs',
      'using Anthropic.SDK.Constants;\nvar p = new P { Model = VertexAIModels.⟦Claude3Opus|claude-3-opus⟧ };',
    ],
  ],
});
