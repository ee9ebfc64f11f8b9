import { FoundationModel, FoundationModelIdentifier } from 'aws-cdk-lib/aws-bedrock';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';

export const model = FoundationModel.fromFoundationModelId(this, 'M', FoundationModelIdentifier.ANTHROPIC_CLAUDE_3_HAIKU_20240307_V1_0);
export const other = new FoundationModelIdentifier('global.anthropic.claude-sonnet-4-5-20250929-v1:0');
export const allow = new PolicyStatement({
  actions: ['bedrock:InvokeModel'],
  resources: [
    `arn:aws:bedrock:${region}::foundation-model/anthropic.claude-3-5-haiku-20241022-v1:0`,
    'arn:aws:bedrock:us-east-1:111122223333:provisioned-model/abc123def456',
  ],
});
