import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('bedrock', {
  found: [
    ['a.yaml', 'model: ⟦in.anthropic.claude-sonnet-4-5-20250929-v1:0|bedrock⟧'],
    ['a.py', 'c.invoke_model(modelId="⟦anthropic.claude-3-haiku-20240307-v1:0|bedrock⟧")'],
    ['a.tf', 'model = "⟦us.meta.llama3-1-70b-instruct-v1:0|bedrock⟧"'],
    ['a.yaml', 'model: ⟦bedrock/anthropic.claude-v2|bedrock⟧'],
    [
      'a.py',
      'c.converse(modelId="⟦arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/ab12cd34|bedrock⟧")',
    ],
    ['a.yaml', 'model_id: ⟦arn:aws-us-gov:bedrock:us-gov-west-1:123456789012:imported-model/ab12|bedrock⟧'],
    ['a.json', '{ "Resource": "arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/*" }'],
    ['a.py', 'role = "arn:aws:iam::123456789012:role/bedrock"'],
  ],
  spelled: {
    'in.anthropic.claude-3-haiku-20240307-v1:0': 'bedrock:anthropic.claude-3-haiku-20240307-v1:0',
    'eu.anthropic.claude-3-haiku-20240307-v1:0': 'bedrock:anthropic.claude-3-haiku-20240307-v1:0',
    'meta.llama3-1-70b-instruct-v1:0': 'meta/llama3-1-70b-instruct',
  },
});
