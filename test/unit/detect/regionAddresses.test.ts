import { describe, expect, it } from 'vitest';
import { hostsOf } from '../../../src/core/detect/host';
import { regionAddressesIn, regionAt, tellsRegion } from '../../../src/core/detect/regionAddresses';
import { builtCatalog } from '../../support/builtCatalog';
import { detect } from './marked';

const hosts = hostsOf(builtCatalog());
const TOKYO = 'https://bedrock-runtime.ap-northeast-1.amazonaws.com';
const NOVA = 'amazon.nova-pro-v1:0';

const regionsOf = (path: string, text: string) =>
  detect(text, path).references.map(({ region, possibleRegions }) => region ?? possibleRegions);

describe('the regions in the addresses of a text', () => {
  it.each([
    [`endpoint_url="${TOKYO}"`, ['bedrock ap-northeast-1']],
    ['"asia-northeast1-aiplatform.googleapis.com"', ['vertex asia-northeast1']],
    ['url: https://inference.generativeai.ap-osaka-1.oci.oraclecloud.com', ['oci ap-osaka-1']],
    ['HOST=runtime.sagemaker.eu-west-1.amazonaws.com', ['sagemaker eu-west-1']],
    // Where a region is a word, its address may be for speech or pictures as well.
    ['"https://japaneast.api.cognitive.microsoft.com"', []],
    ['"https://bedrock-runtime.${REGION}.amazonaws.com"', []],
    ['"https://s3.ap-northeast-1.amazonaws.com"', []],
    ['"https://api.openai.com/v1"', []],
  ])('%s: %j', (text, told) =>
    expect(regionAddressesIn(text, hosts).map(({ host, said }) => `${host} ${said}`)).toEqual(told),
  );

  it('are told by a label that is a region by its form, or that the host has as a place', () => {
    expect(tellsRegion('bedrock', 'bedrock-runtime.ap-southeast-9.amazonaws.com', hosts)).toBe(true);
    expect(tellsRegion('azure', 'japaneast.api.cognitive.microsoft.com', hosts)).toBe(true);
    expect(tellsRegion('azure', 'contoso.openai.azure.com', hosts)).toBe(false);
    expect(tellsRegion('deepseek', 'api.deepseek.com', hosts)).toBe(false);
    expect(tellsRegion('bedrock', undefined, hosts)).toBe(false);
  });
});

describe('where a host processes what it is asked at an address', () => {
  it.each([
    [`${TOKYO}/openai/v1`, 'bedrock', undefined, 'bedrock-runtime.ap-northeast-1.amazonaws.com'],
    [`${TOKYO}/openai/v1`, 'bedrock', 'eu-west-3', 'bedrock-runtime.ap-northeast-1.amazonaws.com'],
    ['https://me:secret@contoso.openai.azure.com:443/v1', 'azure', undefined, 'contoso.openai.azure.com'],
    ['https://contoso.openai.azure.com/v1', 'azure', 'swedencentral', 'swedencentral'],
    ['http://gateway:4000/v1', 'gateway', undefined, undefined],
  ])('%s of %s, set %s: %s', (address, host, written, region) =>
    expect(regionAt(address, host, { hosts, written })).toBe(region),
  );
});

describe('a call at an address with a region in it', () => {
  it('is processed there where the address has the name in it, whatever is set for others', () => {
    const machine = 'bedrock-runtime.ap-northeast-1.amazonaws.com';
    const other = `aws bedrock-runtime converse --region us-east-1 --model-id ${NOVA}\n`;
    expect(regionsOf('a.sh', `curl ${TOKYO}/model/${NOVA}/converse\n${other}`)).toEqual([
      machine,
      'us-east-1',
    ]);
    expect(regionsOf('a.py', `requests.post("${TOKYO}/model/${NOVA}/converse", json={})`)).toEqual([machine]);
    const code = `const c = new BedrockRuntimeClient({ region: "us-east-1" });\nawait fetch("${TOKYO}/model/${NOVA}/converse");`;
    expect(regionsOf('a.ts', code)).toEqual([machine]);
  });

  it('is processed there where its client has the address', () => {
    const client = `c = boto3.client("bedrock-runtime", endpoint_url="${TOKYO}")\nc.converse(modelId="${NOVA}")\n`;
    expect(regionsOf('a.py', client)[0]).toContain('ap-northeast-1');
    const openai = `c = OpenAI(base_url="${TOKYO}/openai/v1")\ns = boto3.client("x", region_name="us-east-1")\n`;
    expect(regionsOf('a.py', `${openai}c.chat.completions.create(model="${NOVA}")`)).toEqual([
      'bedrock-runtime.ap-northeast-1.amazonaws.com',
    ]);
  });

  it('is processed there where the text has no other', () => {
    const text = `MODEL = "${NOVA}"\nrequests.post(f"${TOKYO}/model/{MODEL}/converse", json={})`;
    expect(regionsOf('a.py', text)).toEqual(['ap-northeast-1']);
    expect(regionsOf('a.py', text.replace('ap-northeast-1', '{region}'))).toEqual([undefined]);
  });

  it('is processed where its path says', () => {
    const url = 'https://aiplatform.googleapis.com/v1/projects/p/locations/global/publishers/google/models';
    const text = `gcloud ai endpoints list --region=us-central1\ncurl ${url}/gemini-3.5-flash:generateContent`;
    expect(regionsOf('a.sh', text)).toEqual(['global']);
  });
});
