import dns from 'node:dns';
import net from 'node:net';
import tls from 'node:tls';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { audit } from '../../../src/core/audit/audit';
import { auditWithResearch } from '../../../src/core/audit/auditWithResearch';
import { createEngine } from '../../../src/core/engine';
import { hoverCard } from '../../../src/core/hover/hoverCard';
import { createClaimStore } from '../../../src/core/lookup/claim';
import { createFetchClient, type WebPlatform } from '../../../src/core/lookup/hub/fetchClient';
import { createResearch } from '../../../src/core/lookup/research';
import { english } from '../../../src/core/message';
import { NEVER_CANCELED } from '../../../src/core/ports';
import { decode, pause, systemClock } from '../../../src/node/host';
import { TEST_CATALOG } from '../../support/catalog';
import { memoryFiles } from '../../support/memoryFiles';

/** Every way a program on Node has to the network. */
const attempts: string[] = [];

beforeEach(() => {
  attempts.length = 0;
  const forbid = (what: string) => (): never => {
    attempts.push(what);
    throw new Error(`the network is off limits: ${what}`);
  };
  vi.spyOn(net.Socket.prototype, 'connect').mockImplementation(forbid('net.Socket.connect'));
  vi.spyOn(tls, 'connect').mockImplementation(forbid('tls.connect'));
  vi.spyOn(dns, 'lookup').mockImplementation(forbid('dns.lookup') as never);
  vi.spyOn(globalThis, 'fetch').mockImplementation(forbid('fetch'));
});
afterEach(() => {
  vi.restoreAllMocks();
});

const SOURCE =
  'AutoModel.from_pretrained("acme/unheard-of-7b")\nAutoModel.from_pretrained("Qwen/Qwen3-8B")\n# ollama run qwen3:8b\n';

function engineWith(claims = createClaimStore()) {
  return { engine: createEngine(TEST_CATALOG, systemClock, claims), claims };
}

describe('while look-ups are off, no socket is opened', () => {
  it('by analysis, look-up and hover', () => {
    const { engine } = engineWith();
    const context = engine.evaluation({ policy: undefined });
    const { references, findings, modelOf } = engine.analyze(
      { path: 'a.py', text: SOURCE },
      { policy: undefined },
    );
    expect(references.length).toBeGreaterThan(1);
    for (const reference of references)
      hoverCard(
        { reference, model: modelOf(reference), findings, context },
        { translate: english, commandLink: () => undefined, countryName: (code) => code },
      );
    expect(attempts).toEqual([]);
  });

  it('by an audit, with a lock file and weights in the tree', async () => {
    const { engine, claims } = engineWith();
    const source = memoryFiles({
      'a.py': SOURCE,
      'm/model.safetensors': 'x',
      'm/README.md': '---\nlicense: mit\n---\n',
      '.model-lock.yaml': 'version: 1\nmodels: {}\n',
    });
    const result = await audit(
      { folders: [{ name: 'root', source }] },
      { engine, decode, clock: systemClock, pause, weights: { claims } },
    );
    expect(result.references.length).toBeGreaterThan(2);
    expect(attempts).toEqual([]);
  });

  it('by research without a Hub, which reads only files', async () => {
    const { engine, claims } = engineWith();
    const research = createResearch({
      claims,
      local: { hubCache: memoryFiles({}), ollama: memoryFiles({}) },
      tools: { decode, recognizeLicense: () => undefined, today: '2026-11-24' },
    });
    await auditWithResearch(
      { folders: [{ name: 'root', source: memoryFiles({ 'a.py': SOURCE }) }] },
      { engine, decode, clock: systemClock, pause },
      research,
    );
    expect(attempts).toEqual([]);
  });

  it('which this test would notice', async () => {
    const http = createFetchClient(globalThis as unknown as WebPlatform);
    await expect(
      http.get({
        url: 'https://huggingface.co/',
        headers: {},
        timeoutMs: 1000,
        maxBytes: 1000,
        signal: NEVER_CANCELED,
      }),
    ).rejects.toThrow('off limits');
    expect(() => net.connect(9)).toThrow('off limits');
    expect(attempts).toEqual(['fetch', 'net.Socket.connect']);
  });
});
