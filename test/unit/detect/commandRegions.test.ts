import { describe, expect, it } from 'vitest';
import { commandOf, isInCommand, weightOf } from '../../../src/core/detect/commandRegions';
import { regionsIn } from '../../../src/core/detect/regionSettings';
import { detect } from './marked';

const NOVA = 'amazon.nova-pro-v1:0';
const ASK = 'aws bedrock-runtime converse';
const CERTIFICATE = 'aws acm request-certificate --region us-east-1 --domain-name example.com';

const regionsOf = (text: string, path = 'a.sh') =>
  detect(text, path).references.map(({ region, possibleRegions }) => region ?? possibleRegions);

describe('the region of a command', () => {
  it.each([
    ['its flag', 'aws s3 ls --region us-east-1', true],
    ['its flag with a sign', 'aws s3 ls --region=us-east-1', true],
    ['a variable before its program', 'AWS_REGION=us-east-1 aws s3 ls', true],
    ['a variable between others', 'A=b AWS_REGION=us-east-1 C=d aws s3 ls', true],
    ['a variable for all that follow', 'export AWS_REGION=us-east-1\naws s3 ls', false],
    ['a setting', 'AWS_REGION=us-east-1\naws s3 ls', false],
    ['a key', 'region: us-east-1', false],
  ])('is told by %s', (_how, text, isOwn) => {
    const [setting] = regionsIn(text);
    expect(setting && commandOf(text, setting) !== undefined).toBe(isOwn);
  });

  it.each([
    ['aws bedrock-runtime converse', 2],
    ['aws --region us-east-1 --no-cli-pager sagemaker-runtime invoke-endpoint', 2],
    ['aws lambda update-function-configuration', 1],
    ['aws acm request-certificate', 0],
    ['aws --profile bedrock s3 ls', 0],
    ['gcloud beta ai endpoints list', 2],
    ['gcloud storage buckets create', 0],
    ['az cognitiveservices account create', 2],
    ['az group create', 1],
    ['az storage account create', 0],
    ['terraform apply', 2],
  ])('is more or less likely that of calls elsewhere: %s: %i', (text, weight) =>
    expect(weightOf(text, { start: 0, end: text.length })).toBe(weight),
  );

  it('is asked for in a command, and not beside one', () => {
    const text = `export A=b\n${ASK} --model-id x`;
    expect(isInCommand(text, text.length)).toBe(true);
    expect(isInCommand(text, 8)).toBe(false);
  });
});

describe('the region of a call in a script', () => {
  it.each<[string, string, readonly (string | readonly string[] | undefined)[]]>([
    [
      'is not that of another service',
      `export AWS_REGION=ap-northeast-1\n${ASK} --model-id ${NOVA}\n${CERTIFICATE}`,
      ['ap-northeast-1'],
    ],
    [
      'is not that of another command',
      `${ASK} --region us-east-1 --model-id ${NOVA}\n${ASK} --model-id ${NOVA}`,
      ['us-east-1', undefined],
    ],
    [
      'is that of its own flag',
      `${ASK} \\\n  --region us-east-1 \\\n  --model-id ${NOVA}\n${ASK} --model-id ${NOVA} --region eu-west-1`,
      ['us-east-1', 'eu-west-1'],
    ],
    [
      'is that of its own variable',
      `AWS_REGION=us-east-1 ${ASK} --model-id ${NOVA}\nAWS_REGION=eu-west-1 ${ASK} --model-id ${NOVA}`,
      ['us-east-1', 'eu-west-1'],
    ],
    [
      'is that of the command that asks for what a variable keeps',
      `MODEL=${NOVA}\n${CERTIFICATE}\n${ASK} --region eu-west-1 --model-id $MODEL`,
      ['eu-west-1'],
    ],
    [
      'is the one that was set last',
      `export AWS_REGION=ap-northeast-1\n${ASK} --model-id ${NOVA}\nexport AWS_REGION=us-east-1\n${ASK} --model-id ${NOVA}`,
      ['ap-northeast-1', 'us-east-1'],
    ],
    [
      'may be each that a branch sets',
      `if [ "$P" ]; then\n  export AWS_REGION=us-east-1\nelse\n  export AWS_REGION=eu-west-1\nfi\n${ASK} --model-id ${NOVA}`,
      [['eu-west-1', 'us-east-1']],
    ],
    [
      'is the one that is kept for all',
      `aws configure set region ap-northeast-1\n${ASK} --model-id ${NOVA}`,
      ['ap-northeast-1'],
    ],
  ])('%s', (_how, text, told) => expect(regionsOf(text)).toEqual(told));

  it('is that of the account where a command of Azure makes a deployment', () => {
    const group = 'az group create -n rg --location eastus\n';
    const account = 'az cognitiveservices account create -n a -g rg --kind OpenAI --location japaneast\n';
    const made =
      'az cognitiveservices account deployment create -n a --deployment-name chat --model-name gpt-4.1\n';
    expect(regionsOf(group + account + made)).toEqual(['japaneast']);
    expect(regionsOf(group + made)).toEqual(['eastus']);
  });
});
