import { createHash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { recognizeText } from '../../../../src/core/licenses/recognizeText';
import type { EvidenceTools } from '../../../../src/core/lookup/local/evidenceTools';
import { localClaims } from '../../../../src/core/lookup/local/localClaims';
import { claimFromFolder } from '../../../../src/core/lookup/local/modelFolder';
import { diskFiles } from '../../../../src/node/fileSource';
import { readGgufMetadata } from '../../../../src/node/ggufHeader';
import { decode } from '../../../../src/node/host';
import { knownFolders } from '../../../../src/node/knownFolders';
import { ggufFile, safetensorsFile } from '../../../support/weights';

/** The readers as the hosts put them together, over real files. */
const tools: EvidenceTools = {
  decode,
  today: '2026-11-24',
  readGguf: readGgufMetadata,
  recognizeLicense: (text) => recognizeText(text)?.license,
};

const PACKAGE = resolve(import.meta.dirname, '../../../../node_modules/wink-eng-lite-web-model');
const APACHE = readFileSync(resolve(import.meta.dirname, '../../../../LICENSE'), 'utf8');

function onDisk(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = mkdtempSync(join(tmpdir(), 'mll-evidence-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

const digestOf = (content: string): string => `sha256:${createHash('sha256').update(content).digest('hex')}`;

describe('a model package of the npm registry', () => {
  it('is recognized by the license text that it carries', async () => {
    expect(
      await claimFromFolder(diskFiles(PACKAGE), '', 'winkjs/wink-eng-lite-web-model', tools),
    ).toMatchObject({
      licenses: ['mit'],
      licenseText: 'LICENSE',
      confidence: 'high',
      origin: 'local file',
      source: 'LICENSE',
    });
  });
});

describe('a GGUF file on disk', () => {
  const header = {
    'general.architecture': 'llama',
    'general.license': 'apache-2.0',
    'general.organization': 'Acme',
    'general.base_model.0.repo_url': 'https://huggingface.co/Qwen/Qwen3-8B',
  };

  it('says license and base, and of a file of 20 GB only the header is read', async () => {
    const root = onDisk({ 'models/acme.gguf': ggufFile(header) });
    truncateSync(join(root, 'models/acme.gguf'), 20_000_000_000);
    const source = diskFiles(root);
    let read = 0;
    const counted = {
      ...source,
      readRange: async (path: string, start: number, end: number) => {
        const bytes = await source.readRange(path, start, end);
        read += bytes.length;
        return bytes;
      },
    };
    expect(
      await localClaims(
        { id: 'acme.gguf', registry: 'local', path: 'models/acme.gguf' },
        { workspace: counted },
        tools,
      ),
    ).toMatchObject([
      {
        model: 'acme.gguf',
        registry: 'local',
        licenses: ['apache-2.0'],
        lineage: [{ model: 'Qwen/Qwen3-8B', relation: 'quantized' }],
        source: 'models/acme.gguf',
      },
    ]);
    expect(read).toBeLessThan(10_000_000);
  });

  it('that is cut off or something else says nothing, and nothing throws', async () => {
    for (const content of [
      ggufFile(header).slice(0, 40),
      new Uint8Array(0),
      new TextEncoder().encode('GGUF but not really'),
      new Uint8Array(5000),
    ]) {
      const root = onDisk({ 'x.gguf': content });
      expect(
        await localClaims(
          { id: 'x.gguf', registry: 'local', path: 'x.gguf' },
          { workspace: diskFiles(root) },
          tools,
        ),
      ).toEqual([]);
    }
  });
});

describe('a folder of safetensors on disk', () => {
  it('is known by the license text beside the weights, where their header says nothing', async () => {
    const root = onDisk({
      'models/acme/model.safetensors': safetensorsFile('{"__metadata__":{"format":"pt"}}'),
      'models/acme/LICENSE': APACHE,
      'models/acme/README.md': '---\nlicense: mit\nbase_model: Qwen/Qwen3-8B\n---\n',
    });
    expect(
      await localClaims(
        { id: 'model', registry: 'local', path: 'models/acme/model.safetensors' },
        { workspace: diskFiles(root) },
        tools,
      ),
    ).toMatchObject([
      {
        licenses: ['apache-2.0'],
        licenseText: 'models/acme/LICENSE',
        lineage: [{ model: 'Qwen/Qwen3-8B', relation: 'finetune' }],
      },
    ]);
  });

  it('that is named itself is known by what lies in it, or else by the header of its weights', async () => {
    const root = onDisk({
      'models/acme/model.safetensors': safetensorsFile('{"__metadata__":{"license":"mit"}}'),
      'models/kept/README.md': '---\nlicense: apache-2.0\n---\n',
      'models/kept/model.safetensors': safetensorsFile('{"__metadata__":{"license":"mit"}}'),
    });
    symlinkSync(join(root, 'models/kept'), join(root, 'models/linked'));
    const licensesIn = async (folder: string): Promise<unknown> =>
      (
        await localClaims({ id: folder, registry: 'local', folder }, { workspace: diskFiles(root) }, tools)
      ).map(({ licenses }) => licenses);
    expect(await licensesIn('models/acme')).toEqual([['mit']]);
    expect(await licensesIn('models/kept')).toEqual([['apache-2.0']]);
    expect(await licensesIn('models/linked')).toEqual([]);
    expect(await licensesIn('models/none')).toEqual([]);
  });

  it('does not follow a link out of the workspace, of a file or of a folder', async () => {
    const outside = onDisk({
      'README.md': '---\nlicense: mit\n---\n',
      'model.safetensors': safetensorsFile('{"__metadata__":{"license":"mit"}}'),
    });
    const root = onDisk({ 'models/acme/model.safetensors': safetensorsFile('{}') });
    symlinkSync(join(outside, 'README.md'), join(root, 'models/acme/README.md'));
    symlinkSync(outside, join(root, 'models/linked'));
    for (const path of ['models/acme/model.safetensors', 'models/linked/model.safetensors']) {
      expect(
        await localClaims({ id: 'model', registry: 'local', path }, { workspace: diskFiles(root) }, tools),
      ).toEqual([]);
    }
  });

  it('in the root of the workspace does not take the project’s own license', async () => {
    const root = onDisk({ 'model.safetensors': safetensorsFile('{}'), LICENSE: APACHE });
    expect(
      await localClaims(
        { id: 'model', registry: 'local', path: 'model.safetensors' },
        { workspace: diskFiles(root) },
        tools,
      ),
    ).toEqual([]);
  });
});

describe('the stores of this machine', () => {
  const model = digestOf('weights');
  const license = digestOf(APACHE);
  const manifest = JSON.stringify({
    schemaVersion: 2,
    layers: [
      { mediaType: 'application/vnd.ollama.image.model', digest: model, size: 7 },
      { mediaType: 'application/vnd.ollama.image.license', digest: license, size: APACHE.length },
    ],
  });
  const revision = 'a'.repeat(40);
  const files = {
    'ollama/manifests/registry.ollama.ai/library/acme/8b': manifest,
    [`ollama/blobs/${license.replace(':', '-')}`]: APACHE,
    'hf/hub/models--acme--m/refs/main': revision,
    [`hf/hub/models--acme--m/snapshots/${revision}/README.md`]: '---\nlicense: cc-by-nc-4.0\n---\n',
  };

  it('are where their owners’ variables say', async () => {
    const root = onDisk(files);
    const { hubCache, ollama } = knownFolders(
      { HF_HOME: join(root, 'hf'), OLLAMA_MODELS: join(root, 'ollama') },
      root,
    );
    expect(
      await localClaims({ id: 'acme:8b', registry: 'ollama' }, { ...(ollama && { ollama }) }, tools),
    ).toMatchObject([{ model: 'acme:8b', registry: 'ollama', licenses: ['apache-2.0'], revision: model }]);
    expect(
      await localClaims({ id: 'acme/m', registry: 'huggingface' }, { ...(hubCache && { hubCache }) }, tools),
    ).toMatchObject([{ model: 'acme/m', licenses: ['cc-by-nc-4.0'], revision }]);
  });

  it('are by default in the home folder, and are not missed where there are none', () => {
    const home = onDisk({ '.ollama/models/manifests/x': '', '.cache/huggingface/hub/x': '' });
    expect(Object.keys(knownFolders({}, home)).sort()).toEqual(['hubCache', 'ollama']);
    expect(knownFolders({}, onDisk({}))).toEqual({});
  });

  it('say nothing while a host does not open them', async () => {
    expect(await localClaims({ id: 'acme:8b', registry: 'ollama' }, {}, tools)).toEqual([]);
    expect(await localClaims({ id: 'acme/m', registry: 'huggingface' }, {}, tools)).toEqual([]);
  });
});
