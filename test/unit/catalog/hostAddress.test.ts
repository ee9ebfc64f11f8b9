import { describe, expect, it } from 'vitest';
import { hostAddress, matchAddress } from '../../../src/core/catalog/hostAddress';

describe('hostAddress', () => {
  it.each([
    ['https://api.openai.com/v1', { host: 'api.openai.com', port: null, path: '/v1' }],
    ['HTTPS://API.OpenAI.com./v1?key=1#x', { host: 'api.openai.com', port: null, path: '/v1' }],
    ['api.example.com', { host: 'api.example.com', port: null, path: '' }],
    ['http://localhost:8000/v1', { host: 'localhost', port: 8000, path: '/v1' }],
    ['http://[::1]:8000/v1', { host: '::1', port: 8000, path: '/v1' }],
    ['http://[fe80::1%eth0]/v1', { host: 'fe80::1', port: null, path: '/v1' }],
    ['//cdn.example.com/x', { host: 'cdn.example.com', port: null, path: '/x' }],
    ['https://münchen.example/v1', { host: 'münchen.example', port: null, path: '/v1' }],
  ])('reads %s', (text, address) => {
    expect(hostAddress(text)).toEqual(address);
  });

  it('never keeps userinfo', () => {
    expect(JSON.stringify(hostAddress('https://me:s3cret@api.example.com:8443/v1'))).not.toMatch(/me|s3cret/);
    expect(hostAddress('https://api.openai.com@evil.example/v1')?.host).toBe('evil.example');
  });

  it.each([
    '',
    '   ',
    '/v1/chat',
    'https://',
    'https:///v1',
    'http://host:99999/v1',
    'http://[::1',
    'http://a b/v1',
    'http://a..b/',
  ])('finds no host in %j', (text) => {
    expect(hostAddress(text)).toBeUndefined();
  });

  it.each([
    'https://${HOST}/v1',
    'https://{{ host }}/v1',
    'http://$HOST:$PORT/v1',
    '${BASE_URL}',
    'https://{host}:{port}',
    'https://<your-host>/v1',
  ])('does not guess a host that is filled in at run time: %s', (text) => {
    expect(hostAddress(text)).toBeUndefined();
  });

  it('keeps what is written around a template', () => {
    expect(hostAddress('https://${LOCATION}-aiplatform.googleapis.com/v1')?.host).toBe(
      '*-aiplatform.googleapis.com',
    );
    expect(hostAddress('https://api.openai.com${PATH}')?.host).toBe('api.openai.com');
    expect(hostAddress('https://api.openai.com:${PORT}/v1')).toEqual({
      host: 'api.openai.com',
      port: null,
      path: '/v1',
    });
  });
});

describe('matchAddress', () => {
  const match = (pattern: string, text: string): number => {
    const address = hostAddress(text);
    return address === undefined ? 0 : matchAddress(pattern, address);
  };

  it('wants the whole name', () => {
    expect(match('api.openai.com', 'https://api.openai.com/v1')).toBeGreaterThan(0);
    expect(match('api.openai.com', 'https://api.openai.com.evil.example/v1')).toBe(0);
    expect(match('api.openai.com', 'https://notapi.openai.com/v1')).toBe(0);
  });

  it('lets a star stand for labels and parts of them, never for nothing', () => {
    expect(match('*.openai.azure.com', 'https://contoso.openai.azure.com')).toBeGreaterThan(0);
    expect(match('*.openai.azure.com', 'https://openai.azure.com')).toBe(0);
    expect(
      match('bedrock-runtime.*.amazonaws.com', 'https://bedrock-runtime.eu-west-1.amazonaws.com'),
    ).toBeGreaterThan(0);
    expect(
      match('bedrock-runtime.*.amazonaws.com', 'https://bedrock-runtime.${REGION}.amazonaws.com'),
    ).toBeGreaterThan(0);
    expect(
      match('*-aiplatform.googleapis.com', 'https://europe-west4-aiplatform.googleapis.com/v1'),
    ).toBeGreaterThan(0);
  });

  it('compares a path by its segments', () => {
    expect(match('example.com/inference', 'https://example.com/inference/v1')).toBeGreaterThan(0);
    expect(match('example.com/inference', 'https://example.com/inferences')).toBe(0);
    expect(match('example.com/inference', 'https://example.com')).toBe(0);
  });

  it('is of all ports, or of the one that it says', () => {
    expect(match('litellm', 'http://litellm:4000/v1')).toBeGreaterThan(0);
    expect(match('litellm:4000', 'http://litellm:4000/v1')).toBeGreaterThan(
      match('litellm', 'http://litellm:4000'),
    );
    expect(match('litellm:4000/v1', 'http://litellm:4000/v1')).toBeGreaterThan(0);
    expect(match('litellm:4000', 'http://litellm:4001')).toBe(0);
    expect(match('litellm:4000', 'http://litellm')).toBe(0);
    expect(match('::1', 'http://[::1]:8000')).toBeGreaterThan(0);
  });
});
