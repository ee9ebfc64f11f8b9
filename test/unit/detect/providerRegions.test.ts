import { describe, expect, it } from 'vitest';
import { detect } from './marked';

const NOVA = 'amazon.nova-pro-v1:0';
const provider = (lines: string): string => `provider "aws" {\n  ${lines}\n}\n`;
const TOKYO = provider('region = "ap-northeast-1"');
const USE1 = provider('alias  = "use1"\n  region = "us-east-1"');
const agent = (more = ''): string =>
  `resource "aws_bedrockagent_agent" "a" {\n${more}  foundation_model = "${NOVA}"\n}\n`;
const PULUMI = 'const use1 = new aws.Provider("use1", { region: "us-east-1" });\n';
const lambda = (more = ''): string =>
  `new aws.lambda.Function("f", { environment: { variables: { MODEL_ID: "${NOVA}" } } }${more});\n`;

const regionsOf = (path: string, text: string) =>
  detect(text, path).references.map(({ region, possibleRegions }) => region ?? possibleRegions);

describe('the region of what is set up with a provider', () => {
  it.each<[string, string, string | undefined]>([
    ['of the one without an alias', TOKYO + USE1 + agent(), 'ap-northeast-1'],
    ['of the one whose alias it names', TOKYO + USE1 + agent('  provider = aws.use1\n'), 'us-east-1'],
    [
      'not of an alias where the other is unknown',
      provider('region = var.region') + USE1 + agent(),
      undefined,
    ],
    [
      'not of the other where that of its alias is unknown',
      TOKYO + provider('alias = "dr"\n  region = var.dr') + agent('  provider = aws.dr\n'),
      undefined,
    ],
    [
      'not of the other where its alias is made elsewhere',
      TOKYO + USE1 + agent('  provider = aws.dr\n'),
      undefined,
    ],
    ['its own', TOKYO + USE1 + agent('  region = "eu-central-1"\n'), 'eu-central-1'],
    [
      'that of a variable',
      `variable "region" {\n  default = "ap-northeast-1"\n}\n${provider('region = var.region')}${USE1}${agent()}`,
      'ap-northeast-1',
    ],
    [
      'that of the resource which has it from a variable',
      `${TOKYO}${USE1}variable "model" {\n  default = "${NOVA}"\n}\nresource "aws_lambda_function" "f" {\n  environment {\n    variables = { MODEL = var.model }\n  }\n}\n`,
      'ap-northeast-1',
    ],
    [
      'that of the resource which has it from the locals',
      `${TOKYO}${USE1}locals {\n  model = "${NOVA}"\n}\nresource "aws_lambda_function" "f" {\n  provider = aws.use1\n  environment {\n    variables = { MODEL = local.model }\n  }\n}\n`,
      'us-east-1',
    ],
    [
      'that which a module is given',
      `${TOKYO}${USE1}module "m" {\n  providers = {\n    aws = aws.use1\n  }\n  model_id = "${NOVA}"\n}\n`,
      'us-east-1',
    ],
  ])('of Terraform is %s', (_how, text, told) => expect(regionsOf('a.tf', text)).toEqual([told]));

  it('may be each where nothing tells what has a name', () => {
    const text = `${TOKYO}${USE1}locals {\n  model = "${NOVA}"\n}\n`;
    expect(regionsOf('a.tf', text)).toEqual([['ap-northeast-1', 'us-east-1']]);
  });

  it('of Pulumi is that of the provider in its options, and no other', () => {
    expect(regionsOf('a.ts', PULUMI + lambda(', { provider: use1 }') + lambda())).toEqual([
      'us-east-1',
      undefined,
    ]);
    const python = `use1 = aws.Provider("use1", region="us-east-1")\naws.bedrock.AgentAgent("a", foundation_model="${NOVA}"`;
    expect(regionsOf('a.py', `${python}, opts=pulumi.ResourceOptions(provider=use1))`)).toEqual([
      'us-east-1',
    ]);
    expect(regionsOf('a.py', `${python})`)).toEqual([undefined]);
  });
});
