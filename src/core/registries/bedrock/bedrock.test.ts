import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('bedrock', {
  found: [
    ['a.yaml', 'model: ⟦in.anthropic.claude-sonnet-4-5-20250929-v1:0|bedrock⟧'],
    ['a.py', 'c.invoke_model(modelId="⟦anthropic.claude-3-haiku-20240307-v1:0|bedrock⟧")'],
    ['a.tf', 'model = "⟦us.meta.llama3-1-70b-instruct-v1:0|bedrock⟧"'],
    ['a.yaml', 'model: ⟦bedrock/anthropic.claude-v2|bedrock⟧'],
    ['a.ts', 'const a = { modelId: "⟦claude-sonnet-4-5-20250929-v1:0|bedrock⟧" };'],
    ['a.ts', 'const a = { baseId: "⟦gpt-oss-120b-1:0|bedrock⟧", name: "GPT OSS", maxTokens: 8192 };'],
    ['a.yaml', 'model: ⟦nova-pro-v1:0|bedrock⟧'],
    // How much of a deployment there is to be had is no version.
    ['.env', 'DEPLOYMENTS=⟦gpt-4o|openai⟧:5,⟦gpt-4-turbo|openai⟧:1'],
    [
      'a.py',
      'c.converse(modelId="⟦arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/ab12cd34|bedrock⟧")',
    ],
    ['a.yaml', 'model_id: ⟦arn:aws-us-gov:bedrock:us-gov-west-1:123456789012:imported-model/ab12|bedrock⟧'],
    ['a.json', '{ "Resource": "arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/*" }'],
    ['a.kt', 'client.converse { modelId = "⟦anthropic.claude-3-haiku-20240307-v1:0|bedrock⟧" }'],
    ['a.py', 'role = "arn:aws:iam::123456789012:role/bedrock"'],
    [
      'a.tf',
      'model_source {\n' +
        '  copy_from = "arn:aws:bedrock:eu::foundation-model/⟦anthropic.claude-3-haiku-20240307-v1:0|bedrock⟧"\n}',
    ],
  ],
  spelled: {
    'in.anthropic.claude-3-haiku-20240307-v1:0': 'bedrock:anthropic.claude-3-haiku-20240307-v1:0',
    'eu.anthropic.claude-3-haiku-20240307-v1:0': 'bedrock:anthropic.claude-3-haiku-20240307-v1:0',
    'meta.llama3-1-70b-instruct-v1:0': 'meta/llama3-1-70b-instruct',
  },
  constants: [
    [
      'a.py',
      'from aws_cdk import aws_bedrock as bedrock\n' +
        'm = f(self, "M", bedrock.FoundationModelIdentifier.⟦ANTHROPIC_CLAUDE_V2|anthropic.claude-v2⟧)',
    ],
    [
      'a.go',
      'import "github.com/aws/aws-cdk-go/awscdk/v2/awsbedrock"\n' +
        'm := f(s, awsbedrock.⟦FoundationModelIdentifier_ANTHROPIC_CLAUDE_V2_1|anthropic.claude-v2:1⟧())',
    ],
    [
      'A.java',
      'import software.amazon.awscdk.services.bedrock.*;\n' +
        'f(this, FoundationModelIdentifier.⟦AMAZON_TITAN_TEXT_G1_EXPRESS_V1|amazon.titan-text-express-v1⟧);',
    ],
    [
      'a.ts',
      "import { bedrock } from '@cdklabs/generative-ai-cdk-constructs';\n" +
        'new A({ foundationModel: bedrock.BedrockFoundationModel.' +
        '⟦ANTHROPIC_CLAUDE_3_5_SONNET_V2_0|anthropic.claude-3-5-sonnet-20241022-v2:0⟧ });',
    ],
    [
      'a.ts',
      "import { BEDROCK_MODELS } from '@llamaindex/community';\n" +
        'new B({ model: BEDROCK_MODELS.⟦ANTHROPIC_CLAUDE_2_1|anthropic.claude-v2:1⟧ });',
    ],
    [
      'a.py',
      'from camel.types import ModelType\n' +
        'm = create(model_type=ModelType.⟦AWS_CLAUDE_3_HAIKU|anthropic.claude-3-haiku-20240307-v1:0⟧)',
    ],
  ],
});
