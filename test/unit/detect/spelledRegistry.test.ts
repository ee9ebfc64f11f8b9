import { describe, expect, it } from 'vitest';
import type { HostRecord } from '../../../src/core/catalog/hostRecords';
import { detectReferences } from '../../../src/core/detect/detectReferences';
import { isChosenName, serviceAt } from '../../../src/core/lookup/service';
import { builtCatalog } from '../../support/builtCatalog';

const foundIn = (text: string, path = 'a.py'): readonly unknown[] =>
  detectReferences(text, { path, catalog: builtCatalog() }).references.map(({ id, registry, model }) => [
    registry,
    id,
    model,
  ]);

describe('openai/ before a name', () => {
  const ask = (name: string, base = 'http://localhost:8020/v1'): string =>
    `import litellm\nlitellm.completion(model="${name}", api_base="${base}")\n`;

  it('says how a server of the project is spoken to, and not who made the model', () => {
    expect(foundIn(ask('openai/house-model'))).toEqual([['other', 'house-model', null]]);
    expect(foundIn(ask('openai/nomic-embed-text-v1'))).toEqual([
      ['other', 'nomic-embed-text-v1', 'nomic-ai/nomic-embed-text-v1'],
    ]);
  });

  it('is the publisher of weights that are known as OpenAI’s, and where weights are got', () => {
    expect(foundIn(ask('openai/gpt-oss-20b'))).toEqual([
      ['huggingface', 'openai/gpt-oss-20b', 'openai/gpt-oss-20b'],
    ]);
    expect(
      foundIn('from transformers import AutoModel\nAutoModel.from_pretrained("openai/new-thing")\n'),
    ).toEqual([['huggingface', 'openai/new-thing', 'openai/new-thing']]);
  });
});

describe('a key that says whose protocol is spoken', () => {
  const spring = (address: string, model: string): string =>
    `spring:\n  ai:\n    openai:\n      base-url: ${address}\n      chat:\n        options:\n          model: ${model}\n`;

  it('does not say who has the model that is asked for elsewhere', () => {
    const dashScope = 'https://dashscope.aliyuncs.com/compatible-mode';
    expect(foundIn(spring(dashScope, 'qwen3.7-plus'), 'a.yml')[0]).toContain('alibaba');
    expect(foundIn(spring('https://api.openai.com', 'gpt-4o'), 'a.yml')[0]).toContain('openai');
  });
});

describe('a name of a gateway at a client whose address is not written', () => {
  const listed = 'import { createOpenRouter } from "@openrouter/ai-sdk-provider";\n';
  const found = (name: string): readonly unknown[] =>
    foundIn(`${listed}const [model, setModel] = useState('${name}');\n`, 'a.tsx');

  it('is looked up as the gateway tells of it', () => {
    expect(found('minimax/minimax-m2.1')).toEqual([
      ['openrouter', 'minimax/minimax-m2.1', 'MiniMaxAI/MiniMax-M2.1'],
    ]);
    expect(found('minimax/minimax-m2.7')[0]).toContain('minimax-m2.7');
  });
});

describe('a name that is asked for at a host', () => {
  const catalog = builtCatalog();
  const hosts = catalog.hosts.filter(
    ({ id, endpoints }) => !isChosenName(id) && endpoints.some((address) => !address.includes('*')),
  );

  /** The ends that its calendar tells of names, which a client at its address asks for, and those that are found. */
  const endsAt = ({
    id,
    endpoints,
    names,
  }: HostRecord): { told: readonly string[]; found: readonly string[] } => {
    const told = names.filter(({ status }) => status === 'retired').map((name) => name.id);
    const address = endpoints.find((one) => !one.includes('*')) ?? '';
    const text =
      `from openai import OpenAI\nclient = OpenAI(base_url="https://${address}/v1")\n` +
      told.map((name) => `client.chat.completions.create(model="${name}")\n`).join('');
    const found = detectReferences(text, { path: 'a.py', catalog }).references.filter(
      (reference) =>
        reference.host === id && serviceAt(catalog, id, reference.id, reference).status.state === 'retired',
    );
    return { told, found: found.map((reference) => reference.text) };
  };

  it.each(hosts.map((host) => [host.id, host] as const))(
    'ends there as its calendar tells: %s',
    (_, host) => {
      const { told, found } = endsAt(host);
      expect(told.filter((name) => !found.includes(name))).toEqual([]);
    },
  );
});
