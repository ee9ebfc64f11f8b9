import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('bedrock', {
  found: [
    ['a.yaml', 'model: ⟦in.anthropic.claude-sonnet-4-5-20250929-v1:0|bedrock⟧'],
    ['a.py', 'c.invoke_model(modelId="⟦anthropic.claude-3-haiku-20240307-v1:0|bedrock⟧")'],
    ['a.tf', 'model = "⟦us.meta.llama3-1-70b-instruct-v1:0|bedrock⟧"'],
    ['a.yaml', 'model: ⟦bedrock/anthropic.claude-v2|bedrock⟧'],
  ],
  spelled: {
    'in.anthropic.claude-3-haiku-20240307-v1:0': 'bedrock:anthropic.claude-3-haiku-20240307-v1:0',
    'eu.anthropic.claude-3-haiku-20240307-v1:0': 'bedrock:anthropic.claude-3-haiku-20240307-v1:0',
    'meta.llama3-1-70b-instruct-v1:0': 'meta/llama3-1-70b-instruct',
  },
});
