import { describe, expect, it } from 'vitest';
import { detect } from './marked';

function regionsOf(text: string, path: string): readonly (string | undefined)[] {
  return detect(text, path).references.map(({ region }) => region);
}

const SONNET = 'anthropic.claude-sonnet-4-5-20250929-v1:0';

describe('the region of a call', () => {
  it('is the only one that a program sets', () => {
    const text = `client = boto3.client("bedrock-runtime", region_name="eu-central-1")\nclient.converse(modelId="${SONNET}")`;
    expect(regionsOf(text, 'a.py')).toEqual(['eu-central-1']);
    const vertex =
      'client = genai.Client(vertexai=True, location="europe-west4")\nclient.models.generate_content(model="gemini-2.5-pro")';
    expect(regionsOf(vertex, 'a.py')).toEqual(['europe-west4']);
  });

  it('is that of the name where it is an ARN, whatever the client is set to', () => {
    const ask = (id: string): string =>
      `client = boto3.client("bedrock-runtime", region_name="eu-central-1")\nclient.converse(modelId="${id}")`;
    const arn = `arn:aws:bedrock:us-east-1::foundation-model/${SONNET}`;
    expect(regionsOf(ask(arn), 'a.py')).toEqual(['us-east-1']);
    const profile = `arn:aws:bedrock:us-west-2:123456789012:inference-profile/us.${SONNET}`;
    expect(regionsOf(ask(profile), 'a.py')).toEqual(['us-west-2']);
    expect(regionsOf(`client.converse(modelId="${arn}")`, 'a.py')).toEqual(['us-east-1']);
    expect(regionsOf(`# ${'x'.repeat(400)}\n${ask(arn)}`, 'a.py')).toEqual(['us-east-1']);
    expect(regionsOf(ask(arn.replace('us-east-1', 'local')), 'a.py')).toEqual(['eu-central-1']);
  });

  it('is that in the path of the name, whatever is set beside other names', () => {
    const id = (region: string): string => `bedrock/${region}${SONNET}`;
    const call = (name: string, more = ''): string =>
      `litellm.completion(model="${name}"${more}, messages=m)\n`;
    const set = ', aws_region_name="us-east-1"';
    const python =
      call(id('eu-central-1/')) + call(id(''), set) + call(id('us-gov-west-1/1-month-commitment/'));
    expect(regionsOf(python, 'a.py')).toEqual(['eu-central-1', 'us-east-1', 'us-gov-west-1']);
    expect(regionsOf(call(id('prod-1/')), 'a.py')).toEqual([undefined]);
    expect(
      regionsOf(`model_list:\n  - litellm_params:\n      model: ${id('us-west-2/')}\n`, 'a.yaml'),
    ).toEqual(['us-west-2']);
  });

  it('is not that of another call or entry, which is set beside its name', () => {
    const call = (more: string): string => `litellm.completion(model="bedrock/${SONNET}"${more})\n`;
    const set = ', aws_region_name="us-east-1"';
    expect(regionsOf(call('') + call(set), 'a.py')).toEqual([undefined, 'us-east-1']);
    const ts = (more: string): string => `await ask({ model: 'bedrock/${SONNET}'${more} });\n`;
    expect(regionsOf(ts('') + ts(", aws_region_name: 'us-east-1'"), 'a.ts')).toEqual([
      undefined,
      'us-east-1',
    ]);
    const entry = (more: string): string => `  - litellm_params:\n      model: bedrock/${SONNET}\n${more}`;
    expect(
      regionsOf(`model_list:\n${entry('')}${entry('      aws_region_name: us-east-1\n')}`, 'a.yaml'),
    ).toEqual([undefined, 'us-east-1']);
    // What stands beside no name is for all.
    expect(regionsOf(`litellm.aws_region_name = "us-east-1"\n${call('')}`, 'a.py')).toEqual(['us-east-1']);
    expect(regionsOf(`REGION = "us-east-1"\n${call(', region=REGION')}${call('')}`, 'a.py')[0]).toBe(
      'us-east-1',
    );
  });

  it('is that of another for names of another key, and for a place never its own', () => {
    const call = (key: string, more: string): string => `ask(${key}="bedrock/${SONNET}"${more})\n`;
    const set = ', aws_region_name="us-east-1"';
    const text = call('model', '') + call('model', set) + call('chat_model', '') + call('model', '');
    expect(regionsOf(text, 'a.py')).toEqual([undefined, 'us-east-1', 'us-east-1', undefined]);
  });

  it('is that of its own entry', () => {
    const entry = (region: string) =>
      `  - litellm_params:\n      model: bedrock/${SONNET}\n      aws_region_name: ${region}\n`;
    expect(regionsOf(`model_list:\n${entry('us-west-2')}${entry('eu-west-1')}`, 'a.yaml')).toEqual([
      'us-west-2',
      'eu-west-1',
    ]);
  });

  it('is that of its own mapping before those of records in it', () => {
    const record = (region: string): string => `{ "modelId": "${SONNET}", "region": "${region}" }`;
    const context = (more: string): string =>
      `{ "context": { ${more}"models": [${record('us-west-2')}], "embeddingModelId": "cohere.embed-multilingual-v3" } }`;
    expect(regionsOf(context('"modelRegion": "ap-northeast-1", '), 'cdk.json').at(-1)).toBe('ap-northeast-1');
    expect(regionsOf(context(''), 'cdk.json').at(-1)).toBe('us-west-2');
  });

  it('is the name in the address of the host, without user, port and path', () => {
    const text =
      'c = OpenAI(base_url="https://me:secret@dashscope.aliyuncs.com:443/compatible-mode/v1")\nc.chat.completions.create(model="qwen-plus")';
    expect(regionsOf(text, 'a.py')).toEqual(['dashscope.aliyuncs.com']);
    expect(JSON.stringify(detect(text, 'a.py'))).not.toContain('secret');
  });

  it.each([
    ['import dashscope\ndashscope.Generation.call(model="qwen-plus")', 'dashscope.aliyuncs.com'],
    [
      'from zhipuai import ZhipuAI\nc = ZhipuAI(api_key=k)\nc.chat.completions.create(model="glm-4.5-air")',
      'open.bigmodel.cn',
    ],
    [
      'from zai import ZaiClient\nc = ZaiClient()\nc.chat.completions.create(model="glm-4.5-air")',
      'api.z.ai',
    ],
    [
      'import dashscope\nc = f(region_name="eu-central-1")\ndashscope.Generation.call(model="qwen-plus")',
      'dashscope.aliyuncs.com',
    ],
    ['litellm.completion(model="zai/glm-4.5-air", messages=m)', undefined],
    [
      'from zai import ZaiClient\nc = ZaiClient(base_url=url)\nc.chat.completions.create(model="glm-4.5-air")',
      undefined,
    ],
    [
      'import dashscope\ndashscope.base_http_api_url = url\ndashscope.Generation.call(model="qwen-plus")',
      undefined,
    ],
    [
      'from zai import ZaiClient, ZhipuAiClient\na = ZaiClient()\nb = ZhipuAiClient()\na.chat.completions.create(model="glm-4.5-air")',
      undefined,
    ],
  ])('is the address that its client has of its own: %s', (text, region) => {
    expect(regionsOf(text, 'a.py')).toEqual([region]);
  });

  it('is that of a called model only', () => {
    const client = 'c = boto3.client("bedrock-runtime", region_name="us-east-1")\n';
    expect(regionsOf(`MODELS = ["${SONNET}"]\n${client}`, 'a.py')).toEqual([undefined]);
  });

  it('is the name in an address where several regions are set beside it', () => {
    const text = `c = boto3.client("bedrock-runtime", endpoint_url="https://bedrock-runtime.us-west-2.amazonaws.com")
a = f(region_name="us-east-1")
b = f(region_name="eu-west-1")
c.converse(modelId="${SONNET}")`;
    expect(regionsOf(text, 'a.py')).toEqual(['bedrock-runtime.us-west-2.amazonaws.com']);
  });

  it('may be each of two that are set, stays open where a setting is no region, and where the project runs the model', () => {
    const two = `a = boto3.client("bedrock-runtime", region_name="eu-central-1")\nb = boto3.client("bedrock-runtime", region_name="us-east-1")\nb.converse(modelId="${SONNET}")`;
    expect(regionsOf(two, 'a.py')).toEqual(['us-east-1']);
    const open = two.replace('\nb.', '\nother.');
    expect(detect(open, 'a.py').references[0]?.possibleRegions).toEqual(['eu-central-1', 'us-east-1']);
    const none = `location = "Berlin"\nclient.converse(modelId="${SONNET}")`;
    expect(regionsOf(none, 'a.py')).toEqual([undefined]);
    expect(
      regionsOf(
        'c = OpenAI(base_url="http://localhost:8000/v1")\nc.chat.completions.create(model="acme/thing-7b")',
        'a.py',
      ),
    ).toEqual([undefined]);
  });

  it('is told with the type of the deployment, which is written beside its model or around it', () => {
    const block = (sku: string, model: string) =>
      `resource m 'accounts/deployments@2024-10-01' = {\n  name: 'x'\n  ${sku}\n` +
      `  properties: { model: { format: 'OpenAI', name: '${model}', version: '2025-04-14' } }\n}\n`;
    const typesOf = (text: string) =>
      detect(text, 'a.bicep').references.map(({ deploymentType }) => deploymentType);
    const [own, wide] = ["sku: { name: 'Standard' }", "sku: { name: 'GlobalStandard' }"];
    expect(typesOf(block(own, 'gpt-4.1') + block(wide, 'gpt-4.1-mini'))).toEqual([
      'Standard',
      'GlobalStandard',
    ]);
    const parameter = (value: string) => `param kind string = '${value}'\n`;
    const named = block('sku: { name: kind }', 'gpt-4.1');
    expect(typesOf(parameter('DataZoneStandard') + named)).toEqual(['DataZoneStandard']);
    expect(typesOf(`@allowed(['Standard', 'GlobalStandard'])\n${parameter('Standard')}${named}`)).toEqual([
      'Standard',
    ]);
    expect(typesOf(named)).toEqual([undefined]);
  });
});
