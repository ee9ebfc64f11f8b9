import { describe, expect, it } from 'vitest';
import { Brackets } from '../../../src/core/detect/brackets';
import { ClientAddresses } from '../../../src/core/detect/clients';
import { Evidence } from '../../../src/core/detect/evidence';
import { hostsOf } from '../../../src/core/detect/host';
import { CATALOG } from './marked';

function clientsOf(text: string): ClientAddresses {
  const hosts = hostsOf(CATALOG);
  const brackets = new Brackets(text);
  return new ClientAddresses(text, brackets, new Evidence(text, brackets, hosts, new Map()), hosts);
}

describe('ClientAddresses', () => {
  it('knows the address that a client was made with, by its name', () => {
    const clients = clientsOf(
      'groq = OpenAI(base_url="https://api.groq.com/openai/v1")\nlocal = OpenAI(base_url="http://localhost:8000/v1")\n',
    );
    expect(clients.of('groq.chat.completions.create')?.host).toBe('groq');
    expect(clients.of('local.chat.completions.create')?.host).toBe('self');
    expect(clients.of('other.chat.completions.create')).toBeUndefined();
    expect(clients.of('')).toBeUndefined();
  });

  it('sees through `self` and `await`', () => {
    const clients = clientsOf('this.client = new OpenAI({ baseURL: "https://api.groq.com/openai/v1" });');
    expect(clients.of('await this.client.responses.create')?.host).toBe('groq');
  });

  it('gives the settings of a library that stand before a place', () => {
    const text = 'X=1\nOPENAI_BASE_URL=https://api.groq.com/openai/v1\n';
    const clients = clientsOf(text);
    expect(clients.ofLibrary('openai', text.length)?.host).toBe('groq');
    expect(clients.ofLibrary('openai', 2)).toBeUndefined();
    expect(clients.ofLibrary('cohere', text.length)).toBeUndefined();
  });

  it('gives the address that a variable is filled into', () => {
    const clients = clientsOf('const url = `https://api.groq.com/v1/models/${model}/chat`;');
    expect(clients.filledWith('model')?.host).toBe('groq');
    expect(clients.filledWith('engine')).toBeUndefined();
  });
});
