import { describe, expect, it } from 'vitest';
import {
  askedInstead,
  collectConfigValues,
  collectTurnedClients,
  isAddress,
  isOn,
  usesTurnedClients,
} from '../../../src/core/detect/configValues';

const valuesOf = (text: string, path = '.env'): Readonly<Record<string, string>> =>
  Object.fromEntries(collectConfigValues(text, path));

describe('the values that configuration gives to names', () => {
  it.each([
    ['.env', 'MODEL_ID=acme/one\nLOG_LEVEL=debug\n', { MODEL_ID: 'acme/one' }],
    ['.env', 'export CHAT_MODEL="gpt-4o"\n', { CHAT_MODEL: 'gpt-4o' }],
    ['conf/app.yaml', 'llm:\n  model_name: gpt-4o\n  level: high\n', { model_name: 'gpt-4o' }],
    ['app.toml', '[llm]\nmodel = "gpt-4o"\n', { model: 'gpt-4o' }],
    ['Dockerfile', 'FROM alpine\nENV MODEL_ID=acme/one\n', { MODEL_ID: 'acme/one' }],
    // The first of several counts.
    ['.env', 'MODEL_ID=acme/one\nMODEL_ID=acme/two\n', { MODEL_ID: 'acme/one' }],
    // Code gives no other file a value.
    ['a.py', 'MODEL_ID = "acme/one"\n', {}],
    ['README.md', 'MODEL_ID=acme/one\n', {}],
  ])('of %s, %j, are %j', (path, text, values) => expect(valuesOf(text, path)).toEqual(values));

  it.each([
    ['API_URL=https://api.groq.com/v1', 'https://api.groq.com/v1'],
    ['OPENAI_API_BASE=http://localhost:8000', 'http://localhost:8000'],
    ['CHAT_ENDPOINT=wss://llm.example.com', 'wss://llm.example.com'],
    ['API_URL=aHR0cHM6Ly9hcGkuZ3JvcS5jb20vdjEK', 'https://api.groq.com/v1'],
    ['API_URL=aHR0cHM6', undefined],
    ['API_URL=localhost:8000', undefined],
    ['API_URL=https://${HOST}/v1', undefined],
    ['API_URL=ftp://files.example.com', undefined],
    // Not the name of a variable of the environment.
    ['api_url=https://api.groq.com/v1', undefined],
    ['API_KEY=https://api.groq.com/v1', undefined],
  ])('of %s is the address %s', (line, address) => {
    const [name = ''] = line.split('=');
    expect(valuesOf(`${line}\n`)[name]).toBe(address);
  });

  it.each([
    ['ab', true],
    ['a', false],
    ['a'.repeat(300), true],
    ['a'.repeat(301), false],
    ['123', false],
    ['a b', false],
  ])('may name a model or not: %s', (value, may) =>
    expect(valuesOf(`MODEL_ID=${value}\n`)).toEqual(may ? { MODEL_ID: value } : {}),
  );

  it.each([
    ['GOOGLE_GENAI_USE_VERTEXAI=1', '1'],
    ['GOOGLE_GENAI_USE_VERTEXAI=True', 'True'],
    ['SOME_OTHER_SWITCH=1', undefined],
  ])('have switches of clients, whatever their value: %s', (line, value) => {
    const [name = ''] = line.split('=');
    expect(valuesOf(`${line}\n`)[name]).toBe(value);
  });
});

describe('a switch', () => {
  it.each(['1', 'true', 'TRUE', 'yes', 'on'])('is on with %s', (value) => expect(isOn(value)).toBe(true));
  it.each([undefined, '', '0', 'false', 'no', 'off', '11', 'only'])('is off with %s', (value) =>
    expect(isOn(value)).toBe(false),
  );
});

describe('the address of a server', () => {
  it.each(['http://a', 'HTTPS://a.example/v1', 'ws://a', 'wss://a', 'grpc://a:50051'])('is %s', (value) =>
    expect(isAddress(value)).toBe(true),
  );
  it.each([
    'a.example',
    'see http://a',
    'http://',
    'http://a b',
    'http://{host}',
    "http://a'",
    'http://$HOST',
  ])('is not %s', (value) => expect(isAddress(value)).toBe(false));
});

describe('clients that may be turned to another service', () => {
  const SWITCH = 'GOOGLE_GENAI_USE_VERTEXAI';

  it.each([
    [`os.environ["${SWITCH}"] = "1"`, 'true'],
    [`${SWITCH}=TRUE`, 'true'],
    [`{ name = "${SWITCH}", value = "false" }`, 'false'],
    [`os.getenv("${SWITCH}")`, 'open'],
    ['nothing of it = 1', 'open'],
  ])('are turned by what is set: %s', (text, turned) => {
    const set = collectTurnedClients(text).get(SWITCH);
    expect(set === undefined ? 'open' : String(isOn(set))).toBe(turned);
  });

  it.each([
    ['vertexai.init(project=p)', 'vertex'],
    ['genai.Client(vertexai=True)', 'vertex'],
    // Where some ask the service itself, it is not told for sure.
    ['genai.Client(api_key=k)\ngenai.Client(vertexai=True)', undefined],
    ['genai.Client()', undefined],
  ])('ask it where they are made for it: %s', (text, asked) => {
    expect(askedInstead(collectTurnedClients(text), 'google')).toBe(asked);
    expect(askedInstead(collectTurnedClients(text), 'openai')).toBeUndefined();
  });

  it('are told by the packages of a program', () => {
    expect(usesTurnedClients('dependencies = ["google-genai>=1.0"]')).toBe(true);
    expect(usesTurnedClients('dependencies = ["openai"]')).toBe(false);
  });
});
