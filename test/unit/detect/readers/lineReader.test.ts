import { describe, expect, it } from 'vitest';
import { detect } from '../marked';
import { toldOf } from './told';

const found = (text: string, path: string): readonly string[] =>
  detect(text, path).references.map(({ text: name, role, where }) => `${name} ${role} ${where}`);

describe('a line of settings', () => {
  it.each([
    ['a.properties', 'model=\\\n    acme/thing-7b\n', ['acme/thing-7b loads config']],
    ['a.properties', 'model = \\\n  \\\n  gpt-4o\nx=1\\\n', ['gpt-4o calls config']],
    ['a.properties', 'x=1\\\n', []],
    ['a.properties', '! model=gpt-4o\n', ['gpt-4o mentions comment']],
    ['a.properties', '# a \\\nmodel=gpt-4o\n', ['gpt-4o calls config']],
    [
      'a.ini',
      '[llm]\nmodel = gpt-4o\n; model = gpt-4o-mini\n',
      ['gpt-4o calls config', 'gpt-4o-mini mentions comment'],
    ],
    [
      'sizes.properties',
      'text-embedding-ada-002=1536\nacme/thing-7b = 1024\ngpt-4-max-tokens=4096\ngpt-4o=big\n',
      ['text-embedding-ada-002 lists config', 'acme/thing-7b lists config'],
    ],
    ['a.env', 'export MODEL="gpt-4o"\n', ['gpt-4o calls config']],
    ['a.env', "MODEL='gpt-4o'\n", ['gpt-4o calls config']],
    ['a.env', 'MODEL="gpt-4o\n', ['gpt-4o mentions config']],
    ['a.env', '# MODEL=gpt-4o\n', ['gpt-4o mentions comment']],
    ['a.env', 'MODEL=\nOTHER_MODEL=gpt-4o\n', ['gpt-4o calls config']],
    ['a.env', 'MODEL=gpt-4o # the big one\n', ['gpt-4o calls config']],
    [
      'nginx.conf',
      'location /a {\n  proxy_pass https://acme.openai.azure.com/openai/deployments/gpt-4o/chat/completions;\n}\n',
      ['gpt-4o calls url'],
    ],
    [
      'apache.conf',
      'ProxyPass "/a" "https://acme.openai.azure.com/openai/deployments/gpt-4o/chat/completions"\n',
      ['gpt-4o calls url'],
    ],
    ['a.env', 'MODELS=gpt-4o,gpt-4o-mini\n', ['gpt-4o calls config', 'gpt-4o-mini calls config']],
  ])('of %s: %j', (path, text, expected) => expect(found(text, path)).toEqual(expected));
});

describe('what is told of settings one a line', () => {
  it.each([
    ['ini', 'm = gpt-4o\n', ['gpt-4o m', 'm := gpt-4o']],
    ['dotenv', 'm = gpt-4o\n', ['gpt-4o m', 'm := gpt-4o']],
    ['ini', '[s]\nm=gpt-4o\n', ['gpt-4o m<s', 'm := gpt-4o']],
    ['dotenv', '[s]\nm=gpt-4o\n', ['gpt-4o m<s', 'm := gpt-4o']],
    ['ini', 'm: gpt-4o\n', ['gpt-4o m', 'm := gpt-4o']],
    ['dotenv', 'm: gpt-4o\n', ['gpt-4o m', 'm := gpt-4o']],
    ['ini', '; gpt-4o\n# gpt-4.1\n', ['"; gpt-4o" comment', '"# gpt-4.1" comment']],
    ['ini', 'm = "gpt-4o" ; so\n', ['"; so" comment', 'gpt-4o m', 'm := gpt-4o']],
    ['dotenv', 'm = "gpt-4o" ; so\n', ['""gpt-4o" ; so" prose', 'm := "gpt-4o" ; so']],
    ['ini', 'export M=gpt-4o\n', ['gpt-4o M', 'M := gpt-4o']],
    ['dotenv', 'export M=gpt-4o\n', ['gpt-4o M', 'M := gpt-4o']],
    ['ini', 'm = a gpt-4o\n', ['"a gpt-4o" prose', 'm := a gpt-4o']],
    ['dotenv', 'm = a gpt-4o\n', ['"a gpt-4o" prose', 'm := a gpt-4o']],
  ])('%s: %j', (language, text, told) => expect(toldOf(text, language)).toEqual(told));
});

describe('several models in one value', () => {
  it.each([
    ['OPENAI_MODEL_LIST=-all,+gpt-4-turbo,+gpt-4o\n', ['gpt-4-turbo', 'gpt-4o']],
    ['AZURE_MODEL_LIST=-all,+gpt-4o->eastus-chat=Big<128000:fc>,+gpt-4.1->o2\n', ['gpt-4o', 'gpt-4.1']],
    ['AZURE_MODEL_LIST=gpt-4o->chat\n', ['gpt-4o']],
    ['OPENAI_MODEL_LIST=-gpt-4-turbo,+gpt-4o=Big<128000:vision:fc>\n', ['gpt-4o']],
    ['OPENAI_MODEL_LIST=gpt-4-turbo,gpt-4o\n', ['gpt-4-turbo', 'gpt-4o']],
    ['DEFAULT_AGENT_CONFIG="model=gpt-4o;provider=openai"\n', ['gpt-4o']],
    ['LLM="Endpoint=https://api.openai.com;Key=x;Model=gpt-4o"\n', ['gpt-4o']],
    ['DB="Server=gpt-4o;Database=x"\n', []],
  ])('are those that it adds or sets: %j', (text, names) => {
    const used = detect(text, '.env').references.filter(({ role }) => role === 'calls');
    expect(used.map((one) => one.text)).toEqual(names);
  });
});

describe('a call of R in a value of settings', () => {
  it.each([
    ['a.yml', 'default:\n  ellmer: ellmer::chat_openai(model = "gpt-4o")\n', ['gpt-4o calls code']],
    ['a.yml', 'chat: ellmer::chat_openai(model="gpt-4o")\n', ['gpt-4o calls code']],
    ['a.env', "CHAT=ellmer::chat_ollama(model = 'llama3.1:8b')\n", ['llama3.1:8b loads code']],
    ['a.yml', 'note: see chat_openai(model = "gpt-4o")\n', ['gpt-4o mentions config']],
    ['a.yml', 'note: ellmer::chat_openai(model = "gpt-4o") is what it calls\n', ['gpt-4o mentions config']],
  ])('is evaluated, in %s: %s', (path, text, expected) => {
    expect(found(text, path)).toEqual(expected);
  });
});
