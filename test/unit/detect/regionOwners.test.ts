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
