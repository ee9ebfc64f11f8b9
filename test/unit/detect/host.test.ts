import { builtCatalog } from '../../support/builtCatalog';
import { describe, expect, it } from 'vitest';
import { testCatalog } from '../../support/catalog';
import { hostRecord } from '../../support/hosts';
import {
  hostOfRegistry,
  hostsOf,
  isOwnMachine,
  registryOfHost,
  splitHost,
} from '../../../src/core/detect/host';

const catalog = builtCatalog();
const hosts = hostsOf(catalog);
const hostAt = (address: string): string | undefined => hosts.at(address);

describe('the host at an address', () => {
  it.each([
    ['https://api.groq.com/openai/v1', 'groq'],
    ['api.openai.com', 'openai'],
    ['https://my-resource.openai.azure.com/', 'azure'],
    ['https://bedrock-runtime.eu-central-1.amazonaws.com', 'bedrock'],
    ['https://s3.amazonaws.com/x', 's3.amazonaws.com'],
    ['https://europe-west4-aiplatform.googleapis.com/v1', 'vertex'],
    ['https://generativelanguage.googleapis.com/v1beta', 'google'],
    ['https://dashscope-intl.aliyuncs.com/compatible-mode/v1', 'alibaba'],
    ['https://ark.cn-beijing.volces.com/api/v3', 'volcengine'],
    ['https://ark.ap-southeast.bytepluses.com/api/v3', 'byteplus'],
    ['https://api.siliconflow.cn/v1', 'siliconflow'],
    ['http://localhost:11434', 'self'],
    ['127.0.0.1:1234/v1', 'self'],
    ['http://host.docker.internal:8000/v1', 'self'],
    ['http://vllm:8000/v1', 'self'],
    ['reranker:8000/v1', 'self'],
    ['mailto:8000@acme.ai', 'acme.ai'],
    ['http://llm.models.svc.cluster.local/v1', 'self'],
    ['http://192.168.1.20:8080', 'self'],
    ['https://eu.api.openai.com/v1', 'openai'],
    ['https://llm.acme.ai/v1', 'llm.acme.ai'],
    ['https://user:secret@llm.acme.ai/v1', 'llm.acme.ai'],
    ['https://notopenai.com/v1', 'notopenai.com'],
    ['https://api.openai.com@evil.net/v1', 'evil.net'],
    ['https://api.openai.com.evil.net/v1', 'api.openai.com.evil.net'],
    ['HTTPS://API.DEEPSEEK.COM./v1', 'deepseek'],
    ['https://api.deepseek.com:8443/v1', 'deepseek'],
    ['https://api.deepseek.com:99999/v1', 'deepseek'],
    ['http://[::1]:8000/v1', 'self'],
    ['http://[fd12:3456::7]:8000/v1', 'self'],
    ['http://[fe80::1]/v1', 'self'],
    ['http://[2001:db8::1]:8000/v1', '[2001:db8::1]'],
    ['http://[2001:db8::1', undefined],
    // Letters of other scripts: a host of its own, which is never the one that it looks like.
    ['https://api.ореnai.com/v1', 'api.ореnai.com'],
    ['https://api.xn--penai-3ve.com/v1', 'api.xn--penai-3ve.com'],
    ['https:///v1', undefined],
    ['https://', undefined],
    ['https://{host}/v1', undefined],
    ['https://{{ .Values.host }}/v1', undefined],
    ['https://%s/v1', undefined],
    ['https://api.${REGION}.acme.ai/v1', undefined],
    ['https://${HOST}/v1', undefined],
    ['https://your-resource.example.com', undefined],
    ['vllm', undefined],
    ['', undefined],
  ])('%s is %s', (address, host) => expect(hostAt(address)).toBe(host));
});

describe('the host at a private address that the records of an organization name', () => {
  const ENDPOINTS = [
    'llm.acme.internal',
    'litellm.llm.svc.cluster.local',
    'litellm',
    '10.2.3.4',
    'localhost:4000',
  ];
  const layered = hostsOf(
    testCatalog([], [...catalog.hosts, hostRecord('gateway', { endpoints: ENDPOINTS })]),
  );

  it.each([
    'https://llm.acme.internal/v1',
    'http://litellm.llm.svc.cluster.local:4000/v1',
    'http://litellm:4000',
    'http://10.2.3.4:4000/v1',
    'http://localhost:4000/v1',
  ])('%s is that host', (address) => expect(layered.at(address)).toBe('gateway'));

  it.each([
    'http://localhost:11434/v1',
    'http://10.2.3.5:4000/v1',
    'http://vllm:8000/v1',
    'https://acme.internal',
  ])('%s is the own machine', (address) => expect(layered.at(address)).toBe('self'));
});

describe('a machine of the own network', () => {
  it.each([
    ['http://litellm:4000/v1', true],
    ['https://llm.acme.internal', true],
    ['http://10.2.3.4:4000', true],
    ['http://localhost:4000', true],
    ['https://api.openai.com/v1', false],
    ['https://localhost.acme.ai', false],
    ['', false],
  ])('%s: %s', (address, isOwn) => expect(isOwnMachine(address)).toBe(isOwn));
});

describe('the host of a provider', () => {
  it.each([
    ['openai', 'openai'],
    ['Azure_OpenAI', 'azure'],
    ['amazon-bedrock', 'bedrock'],
    ['google-genai', 'google'],
    ['lm_studio', 'self'],
    ['FoundryLocal', 'self'],
    ['hosted_vllm', 'self'],
    ['ollama_chat', 'self'],
    ['zhipuai', 'zhipu'],
    ['github-copilot', 'github-copilot'],
    ['postgres', undefined],
    ['Whisperkit', 'self'],
    ['whisperx', 'self'],
    ['mlx_whisper', 'self'],
    ['sherpa-onnx', 'self'],
  ])('%s is %s', (word, host) => expect(hosts.ofProvider(word)).toBe(host));
});

describe('hosts and registries', () => {
  it('are called alike where a service is both', () => {
    expect(hostOfRegistry('groq')).toBe('groq');
    expect(registryOfHost('groq')).toBe('groq');
  });

  it('differ where one runs the names of another', () => {
    expect(hostOfRegistry('amazon')).toBe('bedrock');
    expect(hostOfRegistry('ollama')).toBe('self');
    expect(hostOfRegistry('other')).toBeNull();
    expect(registryOfHost('siliconflow')).toBeUndefined();
  });
});

describe('the hosts of the catalog', () => {
  it('are found at each of their addresses under the same id', () => {
    const wrong = catalog.hosts.flatMap(({ id, endpoints }) =>
      endpoints
        .map((address) => address.replaceAll('*', 'x1'))
        .filter(
          (address) => hostAt(address.includes(':') ? `http://[${address}]` : `https://${address}`) !== id,
        )
        .map((address) => `${address}: ${hostAt(`https://${address}`) ?? 'none'}, not ${id}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('splitHost', () => {
  it.each([
    ['scaleway/qwen3.6-27b', 'qwen3.6-27b'],
    ['siliconflow-cn/Qwen/Qwen3-8B', 'Qwen/Qwen3-8B'],
  ])('finds the word of a host before a name: %s', (value, rest) => {
    expect(splitHost(value, hosts)).toEqual({
      prefix: value.slice(0, -rest.length - 1),
      rest,
      at: value.length - rest.length,
    });
  });

  it.each(['acme/qwen3.6-27b', 'scaleway', 'scaleway/', '/qwen3.6-27b', 'Scaleway/qwen', 'ollama/qwen3:8b'])(
    'finds none in %s',
    (value) => expect(splitHost(value, hosts)).toBeUndefined(),
  );
});

describe('the hosts that call a model by a name', () => {
  it('are all that have it in their calendars, as it is written, and nobody for any other word', () => {
    expect(hosts.naming('gpt-4o')).toEqual(expect.arrayContaining(['azure', 'openai']));
    expect(hosts.naming('some-other-word')).toEqual([]);
    expect(hosts.naming('GPT-4o')).not.toContain('openai');
  });
});
