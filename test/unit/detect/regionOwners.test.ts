import { describe, expect, it } from 'vitest';
import { detect } from './marked';

const NOVA = 'amazon.nova-pro-v1:0';
const regionsOf = (path: string, text: string) =>
  detect(text, path).references.map(({ region, possibleRegions }) => region ?? possibleRegions);

describe('the region of a call', () => {
  it.each([
    ['boto3', 'a.py', `s3 = boto3.client("s3", region_name="us-east-1")\nb.converse(modelId="${NOVA}")`],
    [
      'boto3 with its settings',
      'a.py',
      `s3 = boto3.resource("dynamodb", config=Config(region_name="us-east-1"))\nb.converse(modelId="${NOVA}")`,
    ],
    [
      'JavaScript',
      'a.ts',
      `const s3 = new S3Client({ region: "us-east-1" });\nawait b.send(new ConverseCommand({ modelId: "${NOVA}" }));`,
    ],
    [
      'Java',
      'A.java',
      `class A { S3Client s = S3Client.builder().region(Region.US_EAST_1).build();\n  void a() { b.converse(r -> r.modelId("${NOVA}")); } }`,
    ],
    [
      '.NET',
      'a.cs',
      `var s3 = new AmazonS3Client(RegionEndpoint.USEast1);\nawait b.ConverseAsync(new ConverseRequest { ModelId = "${NOVA}" });`,
    ],
    ['Ruby', 'a.rb', `s3 = Aws::S3::Client.new(region: 'us-east-1')\nb.converse(model_id: '${NOVA}')`],
    [
      'PHP',
      'a.php',
      `<?php\n$s3 = new S3Client(['region' => 'us-east-1']);\n$b->converse(['modelId' => '${NOVA}']);`,
    ],
    [
      'Go',
      'a.go',
      `func a() {\n\ts := s3.New(s3.Options{Region: "us-east-1"})\n\tb.Converse(ctx, &bedrockruntime.ConverseInput{ModelId: aws.String("${NOVA}")})\n}`,
    ],
  ])('is not that of the client of another service: %s', (_language, path, text) => {
    expect(regionsOf(path, text)).toEqual([undefined]);
    const own = text
      .replace(/"(?:s3|dynamodb)"/, '"bedrock-runtime"')
      .replace(/AmazonS3Client/, 'AmazonBedrockRuntimeClient')
      .replace(/S3Client/g, 'BedrockRuntimeClient')
      .replace('::S3', '::BedrockRuntime')
      .replace('s3.New(s3.', 'bedrockruntime.New(bedrockruntime.');
    expect(regionsOf(path, own)).toEqual(['us-east-1']);
  });

  it.each([
    [
      'Java',
      'A.java',
      `class A { All make() { return new All(S3Client.create(), BedrockRuntimeClient.builder().region(Region.US_EAST_1).build()); }\n  void a(All c) { c.b().converse(r -> r.modelId("${NOVA}")); } }`,
    ],
    [
      'Go',
      'a.go',
      `func a() {\n\ts, b := s3.NewFromConfig(cfg), bedrockruntime.New(bedrockruntime.Options{Region: "us-east-1"})\n\tb.Converse(ctx, &bedrockruntime.ConverseInput{ModelId: aws.String("${NOVA}")})\n}`,
    ],
    [
      '.NET',
      'a.cs',
      `var a = new Pair(new AmazonS3Client(), new AmazonBedrockRuntimeClient(RegionEndpoint.USEast1));\nawait a.Two.ConverseAsync(new ConverseRequest { ModelId = "${NOVA}" });`,
    ],
    [
      'Kotlin',
      'a.kt',
      `val all = listOf(S3Client.create(), BedrockRuntimeClient.builder().region(Region.US_EAST_1).build())\nval r = all[1].converse { it.modelId("${NOVA}") }`,
    ],
    [
      'JavaScript',
      'a.ts',
      `const all = wrap(new S3Client(it), it.regional({ region: "us-east-1" }));\nawait all.send(new ConverseCommand({ modelId: "${NOVA}" }));`,
    ],
  ])('is that of its client which is made behind the one of another service: %s', (_language, path, text) => {
    expect(regionsOf(path, text)).toEqual(['us-east-1']);
  });

  it('is not that of another service whose client is made with more', () => {
    const text = `var s3 = new AmazonS3Client(mine(a, b), RegionEndpoint.USEast1);\nawait b.ConverseAsync(new ConverseRequest { ModelId = "${NOVA}" });`;
    expect(regionsOf('a.cs', text)).toEqual([undefined]);
  });

  it('is that of the resource which may take the value of a template', () => {
    const block = (value: string): string =>
      `resource "aws_lambda_function" "f" {\n  environment {\n    variables = {\n      BEDROCK_REGION   = "ap-east-1"\n      BEDROCK_MODEL_ID = ${value}\n    }\n  }\n}\n`;
    const locals = `locals {\n  model_id = "${NOVA}"\n}\n`;
    const variable = `variable "model_id" {\n  default = "${NOVA}"\n}\n`;
    expect(regionsOf('a.tf', locals + block('local.model_id'))).toEqual(['ap-east-1']);
    expect(regionsOf('a.tf', block('var.model_id') + variable)).toEqual(['ap-east-1']);
    expect(regionsOf('a.tf', locals + block('"none"'))).toEqual([undefined]);
    const bicep = (value: string): string =>
      `param modelId string = '${NOVA}'\nresource a 'Microsoft.App/containerApps@2024-03-01' = {\n  env: [{ name: 'MODEL', value: ${value} }]\n  aws: { region: 'ap-east-1' }\n}\n`;
    expect(regionsOf('a.bicep', bicep('modelId'))).toEqual(['ap-east-1']);
    expect(regionsOf('a.bicep', bicep('other'))).toEqual([undefined]);
  });

  it('is not that of a client which is asked at once, but for the one that it asks', () => {
    const made = 'createAmazonBedrock({ region: "us-east-1" })';
    expect(regionsOf('a.ts', `const a = ${made}("${NOVA}");\nconst b = bedrock("${NOVA}");`)).toEqual([
      'us-east-1',
      undefined,
    ]);
    const other = made.replace('us-east-1', 'ap-northeast-1');
    expect(regionsOf('a.ts', `const a = ${made}("${NOVA}");\nconst b = ${other}("${NOVA}");`)).toEqual([
      'us-east-1',
      'ap-northeast-1',
    ]);
  });

  it('is that of its account, and not of another resource of the template', () => {
    const storage = 'resource "azurerm_storage_account" "s" {\n  location = "eastus"\n}\n';
    const account = 'resource "azurerm_cognitive_account" "a" {\n  location = "japaneast"\n}\n';
    const deployment =
      'resource "azurerm_cognitive_deployment" "d" {\n  model {\n    format = "OpenAI"\n    name   = "gpt-4.1"\n  }\n}\n';
    expect(regionsOf('a.tf', storage + account + deployment)).toEqual(['japaneast']);
    expect(regionsOf('a.tf', storage + deployment)).toEqual([undefined]);
    const bicep = (type: string, place: string): string =>
      `resource r 'Microsoft.${type}@2024-10-01' = {\n  name: 'r'\n  location: '${place}'\n}\n`;
    const made = `resource d 'Microsoft.CognitiveServices/accounts/deployments@2024-10-01' = {\n  name: 'x'\n  properties: { model: { format: 'OpenAI', name: 'gpt-4.1' } }\n}\n`;
    const both =
      bicep('Storage/storageAccounts', 'eastus') + bicep('CognitiveServices/accounts', 'japaneast');
    expect(regionsOf('a.bicep', both + made)).toEqual(['japaneast']);
  });
});
