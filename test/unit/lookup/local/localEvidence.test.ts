import { describe, expect, it } from 'vitest';
import type { EvidenceTools } from '../../../../src/core/lookup/local/evidenceTools';
import { claimFromHubCache } from '../../../../src/core/lookup/local/hubCache';
import { readModelCard } from '../../../../src/core/lookup/local/modelCard';
import { claimFromFolder } from '../../../../src/core/lookup/local/modelFolder';
import { readOllamaEntry } from '../../../../src/core/lookup/local/ollamaStore';
import { claimFromWeights } from '../../../../src/core/lookup/local/weightsFile';
import type { Decode } from '../../../../src/core/ports';
import { memoryFiles } from '../../../support/memoryFiles';
import { safetensorsFile } from '../../../support/weights';

const decode: Decode = (bytes, encoding) => new TextDecoder(encoding).decode(bytes);
const tools: EvidenceTools = {
  decode,
  today: '2026-11-24',
  recognizeLicense: (text) =>
    text.includes('Apache License')
      ? 'apache-2.0'
      : text.includes('LLAMA 3.1 COMMUNITY')
        ? 'llama3.1'
        : undefined,
};
const card = (body: string): string => `---\n${body}\n---\n# A model\n`;

describe('a model card', () => {
  it('declares license, name, link and bases', () => {
    expect(
      readModelCard(
        card(
          'license: other\nlicense_name: acme-1.0\nlicense_link: LICENSE\nbase_model:\n- Qwen/Qwen3-8B\nbase_model_relation: merge',
        ),
      ),
    ).toEqual({
      licenses: ['other'],
      licenseName: 'acme-1.0',
      licenseLink: 'LICENSE',
      bases: [{ model: 'Qwen/Qwen3-8B', relation: 'merge' }],
      gatedPrompt: false,
    });
  });

  it('states no license when its front matter has none', () => {
    expect(readModelCard(card('language: ja'))?.licenses).toEqual([]);
  });

  for (const [name, text] of [
    ['no front matter', '# Title\nlicense: mit\n'],
    ['an end that never comes', '---\nlicense: mit\n'],
    ['broken YAML', card('license: [mit')],
    ['a list', card('- license')],
    [
      'an alias bomb',
      card(
        `a: &a [x,x,x]\n${'bcdefgh'
          .split('')
          .map((key, index) => `${key}: &${key} [${`*${'abcdefgh'[index]},`.repeat(9)}]`)
          .join('\n')}`,
      ),
    ],
  ] as const) {
    it(`says nothing with ${name}`, () => expect(readModelCard(text)).toBeUndefined());
  }

  it('reads CRLF and a byte order mark', () => {
    expect(readModelCard('\uFEFF---\r\nlicense: MIT\r\n---\r\n')?.licenses).toEqual(['mit']);
  });

  it('does not take free text or a path for a base', () => {
    expect(readModelCard(card('base_model: [XLM-RoBERTa large, ./out/checkpoint, a/b/c]'))?.bases).toEqual(
      [],
    );
  });
});

describe('a folder of weights', () => {
  it('says what its license text says, and more surely than its card', async () => {
    const files = memoryFiles({
      'm/README.md': card('license: mit'),
      'm/LICENSE': 'Apache License\nVersion 2.0',
    });
    expect(await claimFromFolder(files, 'm', 'acme/m', tools)).toMatchObject({
      licenses: ['apache-2.0'],
      licenseText: 'm/LICENSE',
      confidence: 'high',
      source: 'm/LICENSE',
    });
  });

  it('falls back to its card, and names its license where the key is "other"', async () => {
    const files = memoryFiles({ 'README.md': card('license: other\nlicense_name: acme-1.0') });
    expect(await claimFromFolder(files, '', 'acme/m', tools)).toMatchObject({
      licenses: ['acme-1.0'],
      confidence: 'medium',
      source: 'README.md',
      date: '2026-11-24',
    });
  });

  it('finds the base of an adapter and of a fine-tune', async () => {
    const adapter = memoryFiles({
      'adapter_config.json': '{"base_model_name_or_path":"meta-llama/Llama-3.1-8B"}',
    });
    expect((await claimFromFolder(adapter, '', 'x/y', tools))?.lineage).toEqual([
      { model: 'meta-llama/Llama-3.1-8B', relation: 'adapter' },
    ]);
    const tuned = memoryFiles({ 'config.json': '{"_name_or_path":"Qwen/Qwen3-8B"}' });
    expect((await claimFromFolder(tuned, '', 'x/y', tools))?.lineage).toEqual([
      { model: 'Qwen/Qwen3-8B', relation: 'finetune' },
    ]);
  });

  it('names the file that tells the base, each as sure as that is', async () => {
    const claim = async (files: Readonly<Record<string, string>>) =>
      claimFromFolder(memoryFiles(files), '', 'x/y', tools);
    const config = { 'config.json': '{"_name_or_path":"Qwen/Qwen3-8B"}' };
    expect(await claim(config)).toMatchObject({ source: 'config.json', confidence: 'low' });
    expect(
      await claim({ 'adapter_config.json': '{"base_model_name_or_path":"meta-llama/Llama-3.1-8B"}' }),
    ).toMatchObject({ source: 'adapter_config.json', confidence: 'medium' });
    expect(await claim({ ...config, 'README.md': card('license: mit') })).toMatchObject({
      source: 'README.md',
      confidence: 'medium',
      lineageFrom: { source: 'config.json', confidence: 'low' },
    });
    expect(
      await claim({ ...config, 'README.md': card('license: mit\nbase_model: Qwen/Qwen3-4B') }),
    ).toMatchObject({ lineageFrom: { source: 'README.md', confidence: 'medium' } });
  });

  it('says nothing when it holds nothing, or only a path on another machine, or broken JSON', async () => {
    for (const content of ['{"_name_or_path":"/home/me/out"}', '{"_name_or_path":', 'null', '[]']) {
      expect(
        await claimFromFolder(memoryFiles({ 'config.json': content }), '', 'x/y', tools),
      ).toBeUndefined();
    }
  });
});

describe('the cache of Hub clients', () => {
  const revision = 'a'.repeat(40);

  it('gives the claim of the downloaded revision', async () => {
    const cache = memoryFiles({
      'models--acme--m/refs/main': `${revision}\n`,
      [`models--acme--m/snapshots/${revision}/README.md`]: card('license: llama3.1'),
    });
    expect(await claimFromHubCache(cache, 'acme/m', tools)).toMatchObject({
      revision,
      licenses: ['llama3.1'],
      model: 'acme/m',
    });
  });

  it('takes the only snapshot when no mark says which is current, and none of several', async () => {
    const one = { [`models--acme--m/snapshots/${revision}/README.md`]: card('license: mit') };
    expect((await claimFromHubCache(memoryFiles(one), 'acme/m', tools))?.revision).toBe(revision);
    const two = {
      ...one,
      [`models--acme--m/snapshots/${'b'.repeat(40)}/README.md`]: card('license: apache-2.0'),
    };
    expect(await claimFromHubCache(memoryFiles(two), 'acme/m', tools)).toBeUndefined();
  });

  it('does not leave the cache for an id that climbs, nor for a mark that does', async () => {
    const cache = memoryFiles({
      'models--acme--m/refs/main': '../../../secret',
      'secret/README.md': card('license: mit'),
    });
    expect(await claimFromHubCache(cache, '../secret', tools)).toBeUndefined();
    expect(await claimFromHubCache(cache, 'acme/m', tools)).toBeUndefined();
  });
});

describe('an Ollama store', () => {
  const digest = `sha256:${'c'.repeat(64)}`;
  const model = `sha256:${'d'.repeat(64)}`;
  const manifest = JSON.stringify({
    layers: [
      { mediaType: 'application/vnd.ollama.image.model', digest: model },
      { mediaType: 'application/vnd.ollama.image.license', digest },
    ],
  });

  it('gives the license texts and the digest of what is installed', async () => {
    const store = memoryFiles({
      'manifests/registry.ollama.ai/library/llama3.1/8b': manifest,
      [`blobs/sha256-${'c'.repeat(64)}`]: 'LLAMA 3.1 COMMUNITY LICENSE',
    });
    expect(await readOllamaEntry(store, 'llama3.1:8b', decode)).toEqual({
      licenseTexts: ['LLAMA 3.1 COMMUNITY LICENSE'],
      digest: model,
    });
  });

  it('finds a user’s model and one of another host', async () => {
    const store = memoryFiles({
      'manifests/registry.ollama.ai/me/tuned/latest': manifest,
      'manifests/hf.co/a/b/Q4': manifest,
    });
    expect((await readOllamaEntry(store, 'me/tuned', decode))?.digest).toBe(model);
    expect((await readOllamaEntry(store, 'hf.co/a/b:Q4', decode))?.digest).toBe(model);
  });

  it('has nothing for a name it does not hold, a name that climbs, or a broken manifest', async () => {
    const store = memoryFiles({
      'manifests/registry.ollama.ai/library/x/latest': '{"layers":7}',
      'manifests/registry.ollama.ai/library/y/latest': '{',
    });
    for (const name of ['nothing', '../../x', 'x', 'y', 'a/b/c/d', ''])
      expect(await readOllamaEntry(store, name, decode)).toBeUndefined();
  });

  it('does not read a blob whose digest is none', async () => {
    const store = memoryFiles({
      'manifests/registry.ollama.ai/library/z/latest':
        '{"layers":[{"mediaType":"application/vnd.ollama.image.license","digest":"sha256:../../../etc/passwd"}]}',
    });
    expect(await readOllamaEntry(store, 'z', decode)).toEqual({ licenseTexts: [], digest: null });
  });
});

describe('a safetensors file', () => {
  it('says its license, and its weights are not read', async () => {
    const files = memoryFiles({
      'm.safetensors': safetensorsFile(
        '{"__metadata__":{"license":"cc-by-nc-4.0","format":"pt"},"w":{"dtype":"F16","shape":[1],"data_offsets":[0,2]}}',
        5_000_000,
      ),
    });
    expect(await claimFromWeights(files, 'm.safetensors', 'm', tools)).toMatchObject({
      licenses: ['cc-by-nc-4.0'],
      source: 'm.safetensors',
    });
    expect(files.bytesRead()).toBeLessThan(1_000);
  });

  it('says nothing when it is cut off, claims an absurd header, or is something else', async () => {
    const absurd = new Uint8Array(16);
    new DataView(absurd.buffer).setBigUint64(0, 1n << 60n, true);
    for (const bytes of [
      new Uint8Array(3),
      absurd,
      safetensorsFile('not json'),
      safetensorsFile('[]'),
      safetensorsFile('{"w":{}}'),
    ]) {
      expect(
        await claimFromWeights(memoryFiles({ 'm.safetensors': bytes }), 'm.safetensors', 'm', tools),
      ).toBeUndefined();
    }
  });
});

describe('a GGUF header', () => {
  const withHeader = (entries: Record<string, string>): EvidenceTools => ({
    ...tools,
    readGguf: async () => new Map(Object.entries(entries)),
  });

  it('says license and bases', async () => {
    const claim = await claimFromWeights(
      memoryFiles({ 'm.gguf': '' }),
      'm.gguf',
      'm',
      withHeader({
        'general.license': 'apache-2.0',
        'general.base_model.0.repo_url': 'https://huggingface.co/Qwen/Qwen3-8B',
        'general.base_model.1.repo_url': 'https://evil.example/a/b',
      }),
    );
    expect(claim).toMatchObject({ licenses: ['apache-2.0'], lineage: [{ model: 'Qwen/Qwen3-8B' }] });
  });

  it('prefers the license’s own name, and says nothing where the host cannot read one', async () => {
    const files = memoryFiles({ 'm.gguf': '' });
    expect(
      (
        await claimFromWeights(
          files,
          'm.gguf',
          'm',
          withHeader({ 'general.license': 'other', 'general.license.name': 'qwen-research' }),
        )
      )?.licenses,
    ).toEqual(['qwen-research']);
    expect(await claimFromWeights(files, 'm.gguf', 'm', tools)).toBeUndefined();
  });
});
