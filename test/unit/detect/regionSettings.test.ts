import { describe, expect, it } from 'vitest';
import { hostsOf } from '../../../src/core/detect/host';
import { deploymentTypesIn, regionsIn } from '../../../src/core/detect/regionSettings';
import { builtCatalog } from '../../support/builtCatalog';

const regions = (text: string): readonly string[] => regionsIn(text).map(({ said }) => said);

describe('the regions that a text sets', () => {
  it.each([
    ['region_name="eu-west-1"', ['eu-west-1']],
    ['AWS_REGION=us-east-1\nAWS_DEFAULT_REGION: eu-central-1', ['us-east-1', 'eu-central-1']],
    ['vertexai.init(project=p, location="europe-west4")', ['europe-west4']],
    ["os.environ['GOOGLE_CLOUD_LOCATION'] = 'us-central1'", ['us-central1']],
    ['vertex_location: us-east5', ['us-east5']],
    ['CLOUD_ML_REGION=US-EAST5', ['us-east5']],
    ['"region": "ap-northeast-1"', ['ap-northeast-1']],
    ['region := "swedencentral"', ['swedencentral']],
    ['config.WithRegion("eu-west-1")', ['eu-west-1']],
    ['Region: aws.String("eu-west-1")', ['eu-west-1']],
    ['os.getenv("AWS_REGION") or "eu-west-1"', ['eu-west-1']],
    ['.region(Region.AP_EAST_1)', ['ap-east-1']],
    ['.region(Region.of("ap-east-1"))', ['ap-east-1']],
    ['Client(RegionEndpoint.APNortheast1)', ['ap-northeast-1']],
    ['Region::new("eu-west-1")', ['eu-west-1']],
    ['HK = "ap-east-1"\nclient(region_name=HK)', ['ap-east-1']],
    ['location            = "eastus"', ['eastus']],
    ['location = "Japan East"', ['japaneast']],
    ["location: 'East US 2'", ['eastus2']],
    ['location: Germany West Central\n', ['germanywestcentral']],
    ['az group create --location "UK South"', ['uksouth']],
    [
      'var.location\nvariable "location" {\n  default = "Japan East"\n}\nlocation = var.location\n',
      ['japaneast'],
    ],
    ["param location string = 'West Europe'\nresource a 'b' = {\n  location: location\n}", ['westeurope']],
    ['location = "Main Office"', ['main']],
    ['region       := "eu-west-1"', ['eu-west-1']],
    ['aws bedrock-runtime converse --region us-east-1', ['us-east-1']],
    ['account create --location japaneast', ['japaneast']],
    ["param location string = 'japaneast'\nresource a 'b' = {\n  location: location\n}", ['japaneast']],
    ['variable "place" {\n  default = "japaneast"\n}\nlocation    = var.place\n', ['japaneast']],
    [
      `{ "place": { "type": "string", "defaultValue": "japaneast" }, "location": "[parameters('place')]" }`,
      ['japaneast'],
    ],
    ['const data = { at: "ap-east-1" };\nnew Client({ region: data.place });', ['ap-east-1']],
    ['PLACE = "ap-east-1"\nclient(region_name=local.place)', ['ap-east-1']],
    ['provider "aws" {\n  region = local.place\n}\nlocals {\n  zone = "ap-east-1"\n}', []],
    ['my_region="eu-west-1"', []],
    ['regional="eu-west-1"', []],
    ['region="1-eu"', []],
    ['region = x', []],
    ['region', []],
  ])('%s: %j', (text, found) => expect(regions(text)).toEqual(found));

  it('begin with their key and end with their value', () => {
    const text = 'client(region_name="eu-west-1", x=1)';
    const [found] = regionsIn(text);
    expect(found && text.slice(found.at, found.end)).toBe('region_name="eu-west-1');
  });
});

describe('the types that a text gives deployments', () => {
  const hosts = hostsOf(builtCatalog());

  it.each([
    ["sku: { name: 'GlobalStandard', capacity: 30 }", ['GlobalStandard']],
    ['sku {\n    name     = "DataZoneStandard"', ['DataZoneStandard']],
    ['sku:\n  name: GlobalBatch', ['GlobalBatch']],
    ['--sku-name Standard --sku-capacity 10', ['Standard']],
    ['-SkuName "GlobalProvisionedManaged"', ['GlobalProvisionedManaged']],
    ['new CognitiveServicesSku("GlobalStandard")', ['GlobalStandard']],
    ["isLarge ? 'GlobalStandard' : 'Standard'", ['GlobalStandard', 'Standard']],
    ["@allowed(['Standard', 'GlobalStandard'])", []],
    ["sku: { name: 'Standard_LRS' }", []],
    ['as a GlobalStandard deployment', []],
  ])('%s: %j', (text, found) =>
    expect(deploymentTypesIn(text, hosts).map(({ said }) => said)).toEqual(found),
  );
});
