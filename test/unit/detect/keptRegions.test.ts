import { describe, expect, it } from 'vitest';
import { detect } from './marked';

const keptIn = (text: string, path: string): readonly string[] =>
  (detect(text, path).clients ?? [])
    .filter(({ isRegion }) => isRegion === true)
    .map(({ name, address, isDefault }) => `${name} ${address ?? ''}${isDefault ? ' by default' : ''}`);

describe('regions that a text keeps for other files', () => {
  it.each([
    ['a.py', 'REGION = "us-east-1"\n', ['REGION us-east-1']],
    ['a.py', 'REGION = os.getenv("REGION", "us-east-1")\n', ['REGION us-east-1 by default']],
    ['a.py', 'REGION = os.getenv("REGION") or "us-east-1"\n', ['REGION us-east-1 by default']],
    ['a.py', 'REGION = "eu-west-1" if EU else choose()\n', ['REGION eu-west-1 by default']],
    [
      'a.py',
      'class Settings(BaseSettings):\n    region: str = "us-east-1"\n\n\ndef settings() -> Settings:\n    return Settings()\n',
      ['Settings.region us-east-1 by default', 'settings.region us-east-1 by default'],
    ],
    ['a.ts', 'export const config = { aws: { region: "us-east-1" } };\n', ['config.aws.region us-east-1']],
    ['a.go', 'package a\n\nconst (\n\tRegion = "us-east-1"\n)\n', ['Region us-east-1']],
    [
      'A.java',
      'final class App {\n    static final Region REGION = Region.US_EAST_1;\n}\n',
      ['App.REGION us-east-1'],
    ],
    [
      'A.java',
      'final class App {\n    static final Region REGION = Region.of("us-east-1");\n}\n',
      ['App.REGION us-east-1'],
    ],
    [
      'a.rb',
      'module App\n  REGION = ENV.fetch("REGION", "us-east-1")\nend\n',
      ['App.REGION us-east-1 by default'],
    ],
  ])('are found in %s: %s', (path, text, kept) => expect(keptIn(text, path)).toEqual(kept));

  it.each([
    ['a.py', 'def f():\n    region = "us-east-1"\n'],
    ['a.py', 'REGIONS = ["us-east-1"]\n'],
    ['a.py', 'NAME = "some-words-here"\n'],
  ])('are none in %s: %s', (path, text) => expect(keptIn(text, path)).toEqual([]));
});

const BEDROCK = 'anthropic.claude-3-haiku-20240307-v1:0';
const namesIn = (text: string, path: string): readonly unknown[] =>
  detect(text, path).references.flatMap(({ regionsBy = [] }) =>
    regionsBy.map(({ module, path: names }) => [module, ...names]),
  );
const asks = (made: string): string =>
  `${made}\n\n\ndef ask(t):\n    return client.converse(modelId="${BEDROCK}", messages=t)\n`;

describe('names of other files that clients are given as regions', () => {
  it.each([
    [
      asks('from app.config import REGION\nclient = boto3.client("bedrock-runtime", region_name=REGION)'),
      ['app.config', 'REGION'],
    ],
    [
      asks(
        'from app import config\nclient = boto3.client("bedrock-runtime", region_name=config.aws["region"])',
      ),
      ['app', 'config', 'aws.region'],
    ],
    [
      asks(
        'from app.config import settings\ns = settings()\nclient = boto3.client("bedrock-runtime", region_name=s.region)',
      ),
      ['app.config', 'settings', 'region'],
    ],
  ])('are told: %s', (text, name) => expect(namesIn(text, 'a.py')).toEqual([name]));

  it.each([
    asks('REGION = "us-east-1"\nclient = boto3.client("bedrock-runtime", region_name=REGION)'),
    asks(
      'from app.config import REGION\n\n\ndef make(region=REGION):\n    return boto3.client("bedrock-runtime", region_name=region)\n\n\n' +
        'client = make("us-east-1")',
    ),
    asks(
      'from app.config import REGION\ns3 = boto3.client("s3", region_name=REGION)\nclient = boto3.client("bedrock-runtime")',
    ),
    asks(
      'from app.config import REGION\nother = boto3.client("bedrock-runtime", region_name=REGION)\n' +
        'client = boto3.client("bedrock-runtime", region_name=os.environ["R"])',
    ),
  ])('are none of: %s', (text) => expect(namesIn(text, 'a.py')).toEqual([]));
});
