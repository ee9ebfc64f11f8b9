import { describe, expect, it } from 'vitest';
import { detect } from './marked';

/** The expressions that are told as chosen when the program runs. */
function chosen(text: string, path: string): readonly string[] {
  return detect(text, path).runtimeChoices.map(({ expression }) => expression);
}

const BEDROCK = 'import boto3\nclient = boto3.client("bedrock-runtime")\n';

describe('a request whose arguments come as a variable', () => {
  it.each([
    ['of a client', 'a.py', `${BEDROCK}client.converse(**args)`, '**args'],
    [
      'of a client from a helper',
      'a.py',
      'client = get_client()\nclient.converse(**self.args)',
      '**self.args',
    ],
    ['beside other arguments', 'a.py', 'BedrockModel(region_name="eu-central-1", **cfg)', '**cfg'],
    ['of OpenAI', 'a.py', 'client.chat.completions.create(messages=[], **args)', '**args'],
    [
      'in TypeScript',
      'a.ts',
      'await client.chat.completions.create({ stream: true, ...params });',
      '...params',
    ],
  ])('is told as chosen when the program runs: %s', (_, path, text, expression) => {
    expect(chosen(`${text}\n`, path)).toEqual([expression]);
  });

  it.each([
    ['that says a model itself', 'client.chat.completions.create(model="gpt-5.1", **args)'],
    [
      'where the text names what it calls',
      'args = {"model": "gpt-5.1"}\nopenai.chat.completions.create(**args)',
    ],
    ['of which nothing is known', 'shop.order(**args)'],
    ['that is defined here', 'def converse(**args):\n    pass'],
    ['that is a method of a class', 'class A {\n  converse(...args) {\n  }\n}'],
    ['in a comment', '# client.converse(**args)'],
  ])('is not told %s', (_, text) => {
    expect(chosen(`${text}\n`, 'a.py')).toEqual([]);
  });
});
