import { describe, expect, it } from 'vitest';
import { detect } from './marked';

const NOVA = 'amazon.nova-pro-v1:0';
const LITE = 'amazon.nova-lite-v1:0';
type Told = readonly (string | readonly string[] | undefined)[];

const regionsOf = (path: string, text: string): Told =>
  detect(text, path).references.map(({ region, possibleRegions }) => region ?? possibleRegions);

describe('the region of a call in nested mappings', () => {
  it.each<[string, string, Told]>([
    [
      'its own service',
      `services:\n  a:\n    environment:\n      AWS_REGION: ap-northeast-1\n      MODEL_ID: ${NOVA}\n  b:\n    environment:\n      - AWS_REGION=us-east-1\n      - MODEL_ID=${LITE}\n`,
      ['ap-northeast-1', 'us-east-1'],
    ],
    [
      'no other service',
      `services:\n  a:\n    environment:\n      AWS_REGION: ap-northeast-1\n  b:\n    environment:\n      MODEL_ID: ${NOVA}\n`,
      [undefined],
    ],
    [
      'no other container',
      `containers:\n  - name: a\n    env:\n      - name: AWS_REGION\n        value: ap-northeast-1\n  - name: b\n    env:\n      - name: MODEL_ID\n        value: ${NOVA}\n`,
      [undefined],
    ],
    [
      'no other container of a list that stands no further in',
      `containers:\n- name: a\n  env:\n  - name: AWS_REGION\n    value: ap-northeast-1\n- name: b\n  args:\n  - --model=${NOVA}\n  modelId: ${NOVA}\n`,
      [undefined, undefined],
    ],
    [
      'no other job at the top level',
      `a:\n  variables:\n    AWS_REGION: ap-northeast-1\nb:\n  variables:\n    MODEL_ID: ${NOVA}\n`,
      [undefined],
    ],
    [
      'a program, for what is kept elsewhere',
      `functions:\n  chat:\n    environment:\n      AWS_REGION: ap-northeast-1\n      MODEL_ID: \${self:custom.model}\ncustom:\n  modelId: ${NOVA}\n`,
      ['ap-northeast-1'],
    ],
    [
      'a program, for what an anchor keeps',
      `x-chat: &chat\n  environment:\n    MODEL_ID: ${NOVA}\nservices:\n  a:\n    environment:\n      AWS_REGION: ap-northeast-1\n`,
      ['ap-northeast-1'],
    ],
    [
      'a program, for what all have',
      `env:\n  MODEL_ID: ${NOVA}\njobs:\n  a:\n    env:\n      AWS_REGION: ap-northeast-1\n`,
      ['ap-northeast-1'],
    ],
    [
      'a container, for what a map of settings keeps',
      `kind: Deployment\nspec:\n  containers:\n    - name: a\n      env:\n        - name: AWS_REGION\n          value: ap-northeast-1\n---\nkind: ConfigMap\ndata:\n  BEDROCK_MODEL_ID: ${NOVA}\n`,
      ['ap-northeast-1'],
    ],
    [
      'what a service takes over',
      `x-env: &env\n  AWS_REGION: ap-northeast-1\nservices:\n  a:\n    environment:\n      <<: *env\n      MODEL_ID: ${NOVA}\n`,
      ['ap-northeast-1'],
    ],
    [
      'what all functions have',
      `provider:\n  environment:\n    AWS_REGION: ap-northeast-1\nfunctions:\n  f:\n    environment:\n      MODEL_ID: ${NOVA}\n`,
      ['ap-northeast-1'],
    ],
    [
      'the nearest section',
      `ai:\n  bedrock:\n    auth:\n      region: ap-northeast-1\n    chat:\n      modelId: ${NOVA}\nstorage:\n  region: us-east-1\n`,
      ['ap-northeast-1'],
    ],
    [
      'the section around, of which one in flow style is',
      `bedrock:\n  region: ap-northeast-1\n  chat: { options: { model: "${NOVA}" } }\n`,
      ['ap-northeast-1'],
    ],
    [
      'any where no section has one',
      `a:\n  region: us-east-1\nb:\n  modelId: ${NOVA}\nc:\n  region: eu-west-1\n`,
      [['eu-west-1', 'us-east-1']],
    ],
  ])('is that of %s', (_how, text, told) => {
    const sorted = regionsOf('a.yaml', text).map((one) => (Array.isArray(one) ? [...one].sort() : one));
    expect(sorted).toEqual(told);
  });
});

describe('the region of a call in a script of a workflow', () => {
  const ask = (id: string): string =>
    `      - run: |\n          aws acm list-certificates --region us-west-2\n          aws bedrock-runtime converse --model-id ${id}\n`;

  it('is that of its job, or of all', () => {
    const job = (name: string, region: string, id: string): string =>
      `  ${name}:\n    env:\n      AWS_REGION: ${region}\n    steps:\n${ask(id)}`;
    const two = `jobs:\n${job('a', 'ap-northeast-1', NOVA)}${job('b', 'us-east-1', LITE)}`;
    expect(regionsOf('.github/workflows/a.yml', two)).toEqual(['ap-northeast-1', 'us-east-1']);
    const all = `env:\n  AWS_REGION: ap-northeast-1\njobs:\n  a:\n    steps:\n${ask(NOVA)}`;
    expect(regionsOf('.github/workflows/a.yml', all)).toEqual(['ap-northeast-1']);
  });

  it('is what a step before has set up', () => {
    const setUp = `      - uses: aws-actions/configure-aws-credentials@v4\n        with:\n          aws-region: ap-northeast-1\n`;
    expect(regionsOf('.github/workflows/a.yml', `jobs:\n  a:\n    steps:\n${setUp}${ask(NOVA)}`)).toEqual([
      'ap-northeast-1',
    ]);
  });

  it('is not what another script sets', () => {
    const other = `      - run: |\n          export AWS_REGION=us-east-1\n`;
    expect(regionsOf('.github/workflows/a.yml', `jobs:\n  a:\n    steps:\n${other}${ask(NOVA)}`)).toEqual([
      undefined,
    ]);
  });
});
