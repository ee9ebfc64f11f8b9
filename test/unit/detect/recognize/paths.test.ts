import { describe, expect, it } from 'vitest';
import { detect } from '../marked';

/** `name registry` of each model that the path of an address names. */
const inPath = (address: string): readonly string[] =>
  detect(`url = "${address}"\n`, 'a.py')
    .references.filter(({ evidence }) => evidence[0]?.startsWith('path:') === true)
    .map(({ text, registry }) => `${text} ${registry}`);

describe('a model in the path of an interface', () => {
  it.each([
    ['https://api.acme.dev/v1/models/gpt-4o', ['gpt-4o openai']],
    ['https://api.acme.dev/v1beta/models/gemini-1.5-pro:generateContent', ['gemini-1.5-pro google']],
    ['https://gateway.acme.dev/openai/deployments/gpt-4o/chat/completions?v=1', ['gpt-4o openai']],
    ['https://x.amazonaws.com/model/anthropic.claude-v2/invoke', ['anthropic.claude-v2 bedrock']],
    ['https://x.amazonaws.com/model/anthropic.claude-v2%3A1/invoke', ['anthropic.claude-v2%3A1 bedrock']],
    ['https://api.openai.com/v1/engines/davinci/completions', ['davinci openai']],
    ['/chat?model=gpt-4o', ['gpt-4o openai']],
    ['/chat?model_id=gpt-4o', ['gpt-4o openai']],
    ['/chat?a=1&modelName=gpt-4o', ['gpt-4o openai']],
    ['https://a.example/chat?model_name=Qwen/Qwen2.5-7B-Instruct', ['Qwen/Qwen2.5-7B-Instruct huggingface']],
    ['/chat?a=1&model=gpt-4o&b=2', ['gpt-4o openai']],
    ['/chat?model=gpt-4o#top', ['gpt-4o openai']],
    [
      'https://x.googleapis.com/v1/projects/p/locations/l/publishers/google/models/gemini-2.0-flash:predict',
      ['publishers/google/models/gemini-2.0-flash vertex'],
    ],
    ['https://a.example/v1/models/Qwen/Qwen2.5-7B-Instruct', ['Qwen/Qwen2.5-7B-Instruct huggingface']],
    ['https://a.example/chat?model=Qwen%2FQwen2.5-7B-Instruct', ['Qwen%2FQwen2.5-7B-Instruct huggingface']],
    ['https://a.example/chat?model=llama3.1:8b', ['llama3.1:8b ollama']],
  ])('%s: %j', (address, found) => expect(inPath(address)).toEqual(found));

  it.each([
    // What a parameter of a database or queue says is stored there.
    'postgres://db:5432/x?model=gpt-4o',
    'redis://cache/0?model=gpt-4o',
    'https://api.acme.dev/v1/models',
    'https://api.acme.dev/v1/models/',
    'https://api.acme.dev/v1/models/list',
    '/models/qwen-small',
    'https://api.acme.dev/v1/models/{model}',
    'https://api.acme.dev/v1/models/gpt-4o.json',
    'https://api.acme.dev/v1/modelsx/gpt-4o',
    'https://api.acme.dev/v1/users/gpt-4o',
    'https://api.acme.dev/v1/engines/davinci/completions',
    '/chat?mode=gpt-4o',
    // A folder is no interface.
    'models/some/thing',
    'app/models/user',
  ])('is none in %s', (address) => expect(inPath(address)).toEqual([]));
});

describe("an endpoint of fal.ai's", () => {
  it.each([
    ['fal-ai/flux/dev', ['fal-ai/flux/dev other']],
    ['fal-ai/flux', ['fal-ai/flux other']],
    ['fal-ai/fal-client', []],
    ['fal-ai/serverless-js', []],
    ['fal-ai/', []],
    ['other-ai/flux/dev', []],
  ])('%s: %j', (value, found) => expect(inPath(value)).toEqual(found));
});

describe('an archive of a package of spaCy', () => {
  const packages = (address: string): readonly unknown[] =>
    detect(`url = "${address}"\n`, 'a.py')
      .references.filter(({ registry }) => registry === 'spacy')
      .map(({ text, revision }) => [text, revision?.value]);
  const at = 'https://github.com/x/y/releases/download';

  it.each([
    [`${at}/a/en_core_web_sm-3.7.1.tar.gz`, [['en_core_web_sm', '3.7.1']]],
    [`${at}/a/en_core_web_sm-3.7.1-py3-none-any.whl`, [['en_core_web_sm', '3.7.1']]],
    [`${at}/a/en_core_web_sm-3.7.1.zip`, []],
    [`${at}/a/en_core_web_sm.tar.gz`, []],
    [`${at}/a/my_own_package-3.7.1.tar.gz`, []],
  ])('%s: %j', (address, found) => expect(packages(address)).toEqual(found));
});
