import { expect, it } from 'vitest';
import { regionNamesIn } from '../../../src/core/detect/regionNames';

const names = (text: string): readonly string[] => regionNamesIn(text).map(({ said }) => said);

it.each([
  ['boto3.client("bedrock-runtime", region_name=config.REGION)', ['config.REGION']],
  ['new BedrockRuntimeClient({ region: settings().aws["region"] })', ['settings().aws["region"]']],
  ['new BedrockRuntimeClient({ region })', ['region']],
  ['.region(Region.of(Config.REGION))', ['Config.REGION']],
  ['vertexai.init(location=PLACE)\nmake(region=OTHER)', ['PLACE', 'OTHER']],
])('are what a client gets its region by: %s', (text, expected) => {
  expect(names(text)).toEqual(expected);
});

it.each([
  ['client(region_name="us-east-1")'],
  ['client(region=A\n  if eu else B)'],
  ['my_location_label = 3'],
])('are none of a region that is written, or chosen: %s', (text) => {
  expect(names(text)).toEqual([]);
});
