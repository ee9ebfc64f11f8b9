import { describe, expect, it } from 'vitest';
import { hostAddress } from '../../../src/core/catalog/hostAddress';
import { HostIndex } from '../../../src/core/catalog/hostIndex';
import { hostRecord, service } from '../../support/hosts';

const index = new HostIndex([
  hostRecord('azure', { endpoints: ['*.openai.azure.com', '*.azure.com'] }),
  hostRecord('foundry', { endpoints: ['*.services.ai.azure.com'] }),
  hostRecord('groq', { endpoints: ['api.groq.com', 'api.groq.example.org'] }),
  hostRecord('perplexity', {
    names: [service('sonar', { status: 'retired', successor: 'perplexity/sonar' }), service('sonar-pro')],
  }),
  hostRecord('mistral', { names: [service('codestral-2405', { status: 'retired', endsOn: '2025-06-16' })] }),
  hostRecord('bedrock', {
    names: [
      service('anthropic.claude-v2:1'),
      service('anthropic.claude-3-5-haiku-20241022-v1:0'),
      service('anthropic.claude-3-5-sonnet-20241022-v2:0'),
      service('eu.anthropic.claude-old-v1:0'),
      service('anthropic.claude-old-v1:0', { status: 'deprecated', endsOn: '2027-04-08' }),
      service('anthropic.claude-sonnet-4-v1:0', { aliases: ['sonnet-4'] }),
    ],
  }),
  hostRecord('vertex', {
    names: [
      service('claude-3-opus@20240229'),
      service('claude-3-5-sonnet-v2@20241022'),
      service('gemini-2.5-pro'),
    ],
  }),
]);
const at = (text: string): string | undefined => {
  const address = hostAddress(text);
  return address && index.at(address)?.id;
};

describe('HostIndex', () => {
  it('finds the host whose address is the most exact', () => {
    expect(at('https://x.openai.azure.com')).toBe('azure');
    expect(at('https://x.services.ai.azure.com/models')).toBe('foundry');
    expect(at('https://api.unknown.example')).toBeUndefined();
  });

  it('takes a host that says an address of this machine of itself before it', () => {
    const own = hostRecord('self', { endpoints: ['localhost', '127.0.0.1'] });
    const gateway = hostRecord('gateway', { endpoints: ['localhost'] });
    for (const hosts of [
      [own, gateway],
      [gateway, own],
    ]) {
      const named = new HostIndex(hosts);
      expect(named.at({ host: 'localhost', port: 4000, path: '' })?.id).toBe('gateway');
      expect(named.at({ host: '127.0.0.1', port: 4000, path: '' })?.id).toBe('self');
    }
  });

  it('keeps a date that a name has from what only lists it in another form', () => {
    expect(index.service('bedrock', 'eu.anthropic.claude-old-v1:0')?.endsOn).toBe('2027-04-08');
    expect(index.service('bedrock', 'anthropic.claude-v2:1')?.id).toBe('anthropic.claude-v2:1');
  });

  it('does not take a name for one that it succeeds', () => {
    expect(index.service('perplexity', 'perplexity/sonar-pro')?.id).toBe('sonar-pro');
    expect(index.service('perplexity', 'perplexity/sonar')).toBeUndefined();
    expect(index.service('perplexity', 'sonar')?.status).toBe('retired');
  });

  it('takes a domain for that of the host whose interface is at its `api.`', () => {
    expect(at('https://eu.api.groq.com')).toBe('groq');
    expect(at('https://notgroq.com')).toBeUndefined();
    expect(at('https://x.example.org')).toBeUndefined();
  });

  it.each([
    ['mistral', 'Codestral-2405', 'codestral-2405'],
    ['mistral', 'mistral/codestral-2405', 'codestral-2405'],
    ['bedrock', 'eu.anthropic.claude-sonnet-4-v1:0', 'anthropic.claude-sonnet-4-v1:0'],
    ['bedrock', 'in.anthropic.claude-sonnet-4-v1:0', 'anthropic.claude-sonnet-4-v1:0'],
    ['bedrock', 'uk.anthropic.claude-sonnet-4-v1:0', 'anthropic.claude-sonnet-4-v1:0'],
    ['bedrock', 'in.anthropic.claude-v2:1:200k', 'anthropic.claude-v2:1'],
    ['bedrock', 'us.anthropic.claude-sonnet-4-v1:0:200k', 'anthropic.claude-sonnet-4-v1:0'],
    ['bedrock', 'anthropic.claude-sonnet-4-v1', 'anthropic.claude-sonnet-4-v1:0'],
    ['bedrock', 'sonnet-4', 'anthropic.claude-sonnet-4-v1:0'],
    ['bedrock', 'arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-v2:1', 'anthropic.claude-v2:1'],
    ['bedrock', 'claude-3-5-haiku-20241022', 'anthropic.claude-3-5-haiku-20241022-v1:0'],
    ['bedrock', 'claude-3-5-sonnet-20241022', 'anthropic.claude-3-5-sonnet-20241022-v2:0'],
    ['vertex', 'claude-3-opus-20240229', 'claude-3-opus@20240229'],
    ['vertex', 'claude-3-5-sonnet-20241022', 'claude-3-5-sonnet-v2@20241022'],
    ['vertex', 'publishers/anthropic/models/claude-3-opus@20240229', 'claude-3-opus@20240229'],
    ['vertex', 'projects/p/locations/l/publishers/google/models/gemini-2.5-pro', 'gemini-2.5-pro'],
  ])('finds a name of %s written as %s', (host, written, id) => {
    expect(index.service(host, written)?.id).toBe(id);
  });

  it.each([
    ['mistral', 'openrouter/codestral-2405'],
    ['openai', 'codestral-2405'],
    ['bedrock', 'anthropic.claude-v2'],
    ['mistral', ''],
  ])('does not take another name of %s for one that is listed: %s', (host, written) => {
    expect(index.service(host, written)).toBeUndefined();
  });
});
