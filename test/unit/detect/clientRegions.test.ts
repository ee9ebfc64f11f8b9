import { describe, expect, it } from 'vitest';
import { detect } from './marked';

const HAIKU = 'anthropic.claude-haiku-4-5-20251001-v1:0';
const NOVA = 'amazon.nova-2-lite-v1:0';

/** The region, or all that it may be, of each call in a text. */
function regionsOf(path: string, text: string): readonly (string | readonly string[] | undefined)[] {
  return detect(text, path).references.map(({ region, possibleRegions }) => region ?? possibleRegions);
}

const BOTH = ['eu-central-1', 'ap-east-1'];
const CLIENTS = `eu = boto3.client("bedrock-runtime", region_name="eu-central-1")
hk = boto3.client("bedrock-runtime", region_name="ap-east-1")
`;
const SDK = 'import { BedrockRuntimeClient, ConverseCommand } from "@aws-sdk/client-bedrock-runtime";\n';

describe('the region of the client that is called', () => {
  it.each([
    ['its variable', 'a.py', `${CLIENTS}hk.converse(modelId="${HAIKU}")\neu.converse(modelId="${NOVA}")`],
    [
      'its field',
      'a.py',
      `class C:
    def __init__(self):
        self.eu = boto3.client("bedrock-runtime", region_name="eu-central-1")
        self.hk = boto3.client(
            "bedrock-runtime",
            region_name="ap-east-1",
        )
    def a(self): return self.hk.converse(modelId="${HAIKU}")
    def b(self): return self.eu.converse(modelId="${NOVA}")`,
    ],
    [
      'the same variable of another function',
      'a.py',
      `def a():
    client = boto3.client("bedrock-runtime", region_name="ap-east-1")
    return client.converse(modelId="${HAIKU}")
def b():
    client = boto3.client("bedrock-runtime", region_name="eu-central-1")
    return client.converse(modelId="${NOVA}")`,
    ],
    [
      'constants',
      'a.py',
      `HK = "ap-east-1"
EU = "eu-central-1"
hk = boto3.client("bedrock-runtime", region_name=HK)
eu = boto3.client("bedrock-runtime", region_name=EU)
hk.converse(modelId="${HAIKU}")
eu.converse(modelId="${NOVA}")`,
    ],
    [
      'a client that is handed on',
      'a.py',
      `${CLIENTS}a = ChatBedrock(client=hk, model_id="${HAIKU}")\nb = ChatBedrock(client=eu, model_id="${NOVA}")`,
    ],
    [
      'a chain of calls',
      'a.py',
      `boto3.client("bedrock-runtime", region_name="ap-east-1").converse(modelId="${HAIKU}")
boto3.client("bedrock-runtime", region_name="eu-central-1").converse(modelId="${NOVA}")`,
    ],
    [
      'commands of TypeScript',
      'a.ts',
      `${SDK}const eu = new BedrockRuntimeClient({ region: "eu-central-1" });
const hk = new BedrockRuntimeClient({ region: process.env.AWS_REGION ?? "ap-east-1" });
await hk.send(new ConverseCommand({ modelId: "${HAIKU}" }));
const command = new ConverseCommand({ modelId: "${NOVA}" });
await eu.send(command);`,
    ],
    [
      'configurations of Go',
      'a.go',
      `func main() {
	cfgEU, err := config.LoadDefaultConfig(ctx, config.WithRegion("eu-central-1"))
	cfgHK, err := config.LoadDefaultConfig(ctx, config.WithRegion("ap-east-1"))
	eu := bedrockruntime.NewFromConfig(cfgEU)
	hk := bedrockruntime.NewFromConfig(cfgHK)
	hk.Converse(ctx, &bedrockruntime.ConverseInput{ModelId: aws.String("${HAIKU}")})
	input := &bedrockruntime.ConverseInput{
		ModelId: aws.String("${NOVA}"),
	}
	eu.Converse(ctx, input)
}`,
    ],
    [
      'builders of Java',
      'A.java',
      `class A { void go() {
    BedrockRuntimeClient eu = BedrockRuntimeClient.builder().region(Region.EU_CENTRAL_1).build();
    BedrockRuntimeClient hk = BedrockRuntimeClient.builder()
        .credentialsProvider(DefaultCredentialsProvider.create())
        .region(Region.of("ap-east-1"))
        .build();
    hk.converse(r -> r.modelId("${HAIKU}").messages(m));
    ConverseRequest req = ConverseRequest.builder().modelId("${NOVA}").build();
    eu.converse(req);
} }`,
    ],
    [
      'builders of Rust',
      'a.rs',
      `let eu_config = aws_config::defaults(BehaviorVersion::latest()).region(Region::new("eu-central-1")).load().await;
let hk_config = aws_config::defaults(BehaviorVersion::latest()).region(Region::new("ap-east-1")).load().await;
let eu = aws_sdk_bedrockruntime::Client::new(&eu_config);
let hk = aws_sdk_bedrockruntime::Client::new(&hk_config);
hk.converse().model_id("${HAIKU}").send().await?;
eu.converse().model_id("${NOVA}").send().await?;`,
    ],
    [
      'endpoints of .NET',
      'a.cs',
      `using Amazon.BedrockRuntime;
var eu = new AmazonBedrockRuntimeClient(RegionEndpoint.EUCentral1);
var hk = new AmazonBedrockRuntimeClient(RegionEndpoint.APEast1);
await hk.ConverseAsync(new ConverseRequest { ModelId = "${HAIKU}" });
await eu.ConverseAsync(new ConverseRequest { ModelId = "${NOVA}" });`,
    ],
  ])('is told by %s', (_how, path, text) =>
    expect(regionsOf(path, text)).toEqual(['ap-east-1', 'eu-central-1']),
  );

  it.each([
    [
      'a.ts',
      `class HkStack extends cdk.Stack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new lambda.Function(this, "F", { environment: { MODEL_ID: "${HAIKU}" } });
  }
}
class EuStack extends cdk.Stack {}
new EuStack(app, "Eu", { env: { region: "eu-central-1" } });
new HkStack(app, "Hk", { env: { region: "ap-east-1" } });`,
    ],
    [
      'a.py',
      `class HkStack(Stack):
    def __init__(self, scope, id, **kw):
        super().__init__(scope, id, **kw)
        Function(self, "F", environment={"MODEL_ID": "${HAIKU}"})
class EuStack(Stack):
    pass
EuStack(app, "Eu", env=cdk.Environment(region="eu-central-1"))
HkStack(app, "Hk", env=cdk.Environment(region="ap-east-1"))`,
    ],
  ])('is what its class is made with in %s', (path, text) =>
    expect(regionsOf(path, text)).toEqual(['ap-east-1']),
  );

  it('is that of the provider whose alias a resource of Terraform names', () => {
    const text = `provider "aws" {
  region = "eu-central-1"
}
provider "aws" {
  alias  = "hk"
  region = "ap-east-1"
}
resource "aws_bedrockagent_agent" "a" {
  provider         = aws.hk
  foundation_model = "${HAIKU}"
}`;
    expect(regionsOf('a.tf', text)).toEqual(['ap-east-1']);
  });

  it('is not looked for in a table of regions', () => {
    const stack = `class HkStack extends Stack {\n  a = { modelId: "${HAIKU}" };\n}\n`;
    const made = 'new HkStack({ region: "ap-east-1" });\n';
    const other = 'new EuStack({ region: "eu-central-1" });\n';
    expect(regionsOf('a.ts', stack + made + other)).toEqual(['ap-east-1']);
    const [all] = regionsOf('a.ts', stack + made + other.repeat(200));
    expect([...(all ?? [])].sort()).toEqual([...BOTH].sort());
  });

  it.each([
    [
      'a branch',
      'a.py',
      `if inside:
    client = boto3.client("bedrock-runtime", region_name="ap-east-1")
else:
    client = boto3.client("bedrock-runtime", region_name="eu-central-1")
client.converse(modelId="${HAIKU}")`,
    ],
    ['a choice', 'a.py', `${CLIENTS}client = hk if inside else eu\nclient.converse(modelId="${HAIKU}")`],
    [
      'a choice of TypeScript',
      'a.ts',
      `${SDK}const eu = new BedrockRuntimeClient({ region: "eu-central-1" });
const hk = new BedrockRuntimeClient({ region: "ap-east-1" });
const client = inside ? hk : eu;
await client.send(new ConverseCommand({ modelId: "${HAIKU}" }));`,
    ],
    ['a parameter', 'a.py', `${CLIENTS}def ask(eu):\n    eu.converse(modelId="${HAIKU}")\nask(hk)`],
    [
      'a loop',
      'a.py',
      `for region in ["eu-central-1", "ap-east-1"]:
    boto3.client("bedrock-runtime", region_name=region).converse(modelId="${HAIKU}")`,
    ],
    [
      'a loop of TypeScript',
      'a.ts',
      `${SDK}for (const region of ["eu-central-1", "ap-east-1"]) {
  const client = new BedrockRuntimeClient({ region });
  await client.send(new ConverseCommand({ modelId: "${HAIKU}" }));
}`,
    ],
    [
      'the default of a parameter',
      'a.py',
      `def client(region="eu-central-1"):
    return boto3.client("bedrock-runtime", region_name=region)
client("ap-east-1").converse(modelId="${HAIKU}")`,
    ],
    [
      'a mapping',
      'a.py',
      `c = {"eu": ${CLIENTS.slice(5, 65)}, "hk": ${CLIENTS.slice(70, 127)}}\nc["hk"].converse(modelId="${HAIKU}")`,
    ],
  ])('may be each that the text sets where %s leaves it open', (_how, path, text) => {
    const [found] = regionsOf(path, text);
    expect([...(found ?? [])].sort()).toEqual([...BOTH].sort());
  });
});

describe('the region of a client without one beside another with one', () => {
  const JAVA = `BedrockRuntimeClient eu = BedrockRuntimeClient.builder().region(Region.EU_CENTRAL_1).build();`;
  it.each([
    [
      'boto3',
      'a.py',
      `eu = boto3.client("bedrock-runtime", region_name="eu-central-1")\nb = boto3.client("bedrock-runtime")\nb.converse(modelId="${NOVA}")\n`,
    ],
    [
      'commands of TypeScript',
      'a.ts',
      `${SDK}const eu = new BedrockRuntimeClient({ region: "eu-central-1" });\nconst b = new BedrockRuntimeClient({});\nawait b.send(new ConverseCommand({ modelId: "${NOVA}" }));`,
    ],
    [
      'the provider of a package',
      'a.ts',
      `import { bedrock, createAmazonBedrock } from "@ai-sdk/amazon-bedrock";\nexport const eu = createAmazonBedrock({ region: "eu-central-1" });\nexport const m = bedrock("${NOVA}");`,
    ],
    [
      'the provider of a package for Vertex',
      'a.ts',
      `import { createVertex, vertex } from "@ai-sdk/google-vertex";\nexport const eu = createVertex({ location: "europe-west4" });\nexport const m = vertex("gemini-2.5-pro");`,
    ],
    [
      'the client of Gen AI',
      'a.py',
      `eu = genai.Client(vertexai=True, location="europe-west4")\nb = genai.Client(vertexai=True)\nb.models.generate_content(model="gemini-2.5-pro")\n`,
    ],
    [
      'Java',
      'A.java',
      `class A { void a() {\n${JAVA}\nBedrockRuntimeClient b = BedrockRuntimeClient.create();\nb.converse(r -> r.modelId("${NOVA}"));\n} }`,
    ],
    [
      'Go',
      'a.go',
      `cfg, _ := config.LoadDefaultConfig(ctx, config.WithRegion("eu-central-1"))\neu := bedrockruntime.NewFromConfig(cfg)\nown, _ := config.LoadDefaultConfig(ctx)\nb := bedrockruntime.NewFromConfig(own)\nb.Converse(ctx, &bedrockruntime.ConverseInput{ModelId: aws.String("${NOVA}")})\n`,
    ],
    [
      'Ruby',
      'a.rb',
      `eu = Aws::BedrockRuntime::Client.new(region: "eu-central-1")\nb = Aws::BedrockRuntime::Client.new\nb.converse(model_id: "${NOVA}")\n`,
    ],
  ])('is not that of the other: %s', (_, path, text) => expect(regionsOf(path, text)).toEqual([undefined]));

  it.each([
    ['a session', `s = boto3.Session(region_name="eu-central-1")\nb = s.client("bedrock-runtime")`],
    [
      'the default session',
      `boto3.setup_default_session(region_name="eu-central-1")\nb = boto3.client("bedrock-runtime")`,
    ],
    [
      'a function that makes it',
      `def make():\n    return boto3.client("bedrock-runtime", region_name="eu-central-1")\nb = make()`,
    ],
    [
      'a variable of the environment',
      `os.environ["AWS_REGION"] = "eu-central-1"\nb = boto3.client("bedrock-runtime")`,
    ],
  ])('is that which it gets elsewhere: %s', (_, made) =>
    expect(regionsOf('a.py', `${made}\nb.converse(modelId="${NOVA}")\n`)).toEqual(['eu-central-1']),
  );

  it.each(['{ ...eu.config }', '{ ...eu.config, maxAttempts: 2 }', 'eu.config'])(
    'is that of the settings of another that it is given: %s',
    (given) => {
      const made = `const eu = new BedrockRuntimeClient({ region: "eu-central-1" });\nconst b = new BedrockRuntimeClient(${given});`;
      const text = `${SDK}${made}\nawait b.send(new ConverseCommand({ modelId: "${NOVA}" }));\n`;
      expect(regionsOf('a.ts', text)).toEqual(['eu-central-1']);
    },
  );

  it.each(['config=own', '**own'])('is not ruled out by settings that it is given: %s', (given) => {
    const made = `eu = boto3.client("bedrock-runtime", region_name="eu-central-1")\nb = boto3.client("bedrock-runtime", ${given})`;
    expect(regionsOf('a.py', `${made}\nb.converse(modelId="${NOVA}")\n`)).toEqual(['eu-central-1']);
  });
});
