import { describe, expect, it } from 'vitest';
import { roles } from '../marked';

const NAME = 'deepseek.r1-v1:0';
const ARN = `arn:aws:bedrock:*::foundation-model/${NAME}`;
const json = (entries: string): string => `{"Version": "2012-10-17", "Statement": [{${entries}}]}`;
const hcl = (lines: string): string =>
  `data "aws_iam_policy_document" "a" {\n  statement {\n${lines}\n  }\n}\n`;
const yaml = (effect: string, more = ''): string =>
  `Statement:\n  - Effect: ${effect}\n    Action: bedrock:InvokeModel\n    Resource:\n      - !Sub ${ARN}\n${more}`;
const ACTION = '"Action": "bedrock:InvokeModel"';

describe('a model that a policy of AWS bars', () => {
  it.each([
    ['a.json', json(`"Effect": "Deny", ${ACTION}, "Resource": ["${ARN}"]`)],
    ['a.json', json(`"Sid": "A", "Resource": "${ARN}", ${ACTION}, "Effect": "Deny"`)],
    ['a.json', json(`"Effect": "Deny", "Action": "*", "Resource": {"Fn::Sub": "${ARN}"}`)],
    ['a.tf', hcl(`    effect    = "Deny"\n    actions   = ["bedrock:Invoke*"]\n    resources = ["${ARN}"]`)],
    ['a.yaml', yaml('Deny')],
    ['a.yaml', `Statement:\n- Effect: Deny\n  Action: bedrock:*\n  Resource:\n  - ${ARN}\n`],
    ['a.yaml', `Statement:\n  - Effect: Deny\n    Action: bedrock:*\n    Resource: ${ARN}\n`],
    [
      'a.ts',
      `new PolicyStatement({ effect: Effect.DENY, actions: ['bedrock:InvokeModel'], resources: ['${ARN}'] });\n`,
    ],
    [
      'a.py',
      `iam.PolicyStatement(effect=iam.Effect.DENY, actions=["bedrock:InvokeModel"], resources=["${ARN}"])\n`,
    ],
  ])('is not asked: %s %s', (path, text) => {
    expect(roles(text, path)).toEqual([[NAME, 'mentions']]);
  });

  const PROFILE = `us.${NAME}`;
  const profile = (partition: string, region: string, account: string): string =>
    `arn:${partition}:bedrock:${region}:${account}:inference-profile/${PROFILE}`;

  it.each([
    [
      'a.json',
      json(`"Effect": "Deny", ${ACTION}, "Resource": ["x", "${profile('aws', '*', '123456789012')}"]`),
    ],
    [
      'a.tf',
      hcl(
        '    effect = "Deny"\n    actions = ["bedrock:InvokeModel*"]\n' +
          `    resources = ["${profile('$' + '{local.partition}', '*', '$' + '{data.aws_caller_identity.current.account_id}')}"]`,
      ),
    ],
    [
      'a.yaml',
      'Statement:\n  - Effect: Deny\n    Action: bedrock:InvokeModel\n    Resource:\n' +
        `      - !Sub ${profile('$' + '{AWS::Partition}', '$' + '{AWS::Region}', '$' + '{AWS::AccountId}')}\n`,
    ],
  ])('is not asked by a profile either: %s %s', (path, text) => {
    expect(roles(text, path)).toEqual([[PROFILE, 'mentions']]);
    expect(roles(text.replace('Deny', 'Allow'), path)).toEqual([[PROFILE, 'calls']]);
  });

  it.each([
    ['allows it', 'a.json', json(`"Effect": "Allow", ${ACTION}, "Resource": ["${ARN}"]`)],
    ['bars the others', 'a.json', json(`"Effect": "Deny", ${ACTION}, "NotResource": ["${ARN}"]`)],
    [
      'bars some people',
      'a.json',
      json(`"Effect": "Deny", ${ACTION}, "Resource": "${ARN}", "Condition": {"StringNotEquals": {"a": "b"}}`),
    ],
    [
      'bars what is no request',
      'a.json',
      json(`"Effect": "Deny", "Action": "bedrock:Create*", "Resource": "${ARN}"`),
    ],
    [
      'stands beside one that bars others',
      'a.json',
      `{"Statement": [{"Effect": "Deny", ${ACTION}, "Resource": "x"}, {"Effect": "Allow", ${ACTION}, "Resource": ["${ARN}"]}]}`,
    ],
    [
      'allows by default',
      'a.tf',
      hcl(`    # effect = "Deny"\n    actions = ["bedrock:*"]\n    resources = ["${ARN}"]`),
    ],
    [
      'has the effect of a variable',
      'a.tf',
      hcl(`    effect = var.effect\n    actions = ["bedrock:*"]\n    resources = ["${ARN}"]`),
    ],
    [
      'allows beside one that bars',
      'a.tf',
      `data "aws_iam_policy_document" "a" {\n  statement {\n    effect = "Deny"\n    actions = ["bedrock:*"]\n  }\n` +
        `  statement {\n    actions = ["bedrock:*"]\n    resources = ["${ARN}"]\n  }\n}\n`,
    ],
    [
      'allows it in lines',
      'a.yaml',
      yaml('Allow', '  - Effect: Deny\n    Action: bedrock:*\n    Resource: "*"\n'),
    ],
    ['chooses its effect', 'a.yaml', yaml('!If [A, Deny, Allow]')],
    [
      'chooses in code',
      'a.ts',
      `new PolicyStatement({ effect: on ? Effect.DENY : Effect.ALLOW, actions: ['bedrock:*'], resources: ['${ARN}'] });\n`,
    ],
    [
      'chooses by a word',
      'a.py',
      `S = {"Effect": "Deny" if PROD else "Allow", ${ACTION}, "Resource": ["${ARN}"]}\n`,
    ],
    [
      'gets a condition later',
      'a.ts',
      `const s = new PolicyStatement({ effect: Effect.DENY, actions: ['bedrock:*'], resources: ['${ARN}'] });\n` +
        `s.addCondition('StringNotEquals', { a: 'b' });\n`,
    ],
    [
      'bars answers in pieces',
      'a.json',
      json(`"Effect": "Deny", "Action": "bedrock:InvokeModelWithResponseStream", "Resource": "${ARN}"`),
    ],
  ])('may be asked where a statement %s', (_, path, text) => {
    expect(roles(text, path)).toEqual([[NAME, 'calls']]);
  });
});
