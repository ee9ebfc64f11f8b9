import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import { createFetchClient, type WebPlatform } from '../../../src/core/lookup/hub/fetchClient';
import { render } from '../../../src/core/message';
import { SILENT } from '../../../src/core/ports';
import type { ClaimRow } from '../../../src/catalog-tool/merge/claims';
import { mergeClaims } from '../../../src/catalog-tool/merge/mergeClaims';
import { readLicenses } from '../../../src/catalog-tool/readData';
import { refresh, type RefreshResult } from '../../../src/catalog-tool/refresh/refresh';
import { readRefreshOptions } from '../../../src/catalog-tool/refresh/refreshOptions';
import { openStateFile } from '../../../src/catalog-tool/refresh/stateFile';
import { hubAccess } from '../../../src/node/hubAccess';

const SRC = resolve(import.meta.dirname, '../../../src/catalog');

/** JSON is YAML, and quickly read. */
const LICENSES = JSON.stringify(
  readLicenses(SRC).filter(({ key }) =>
    ['apache-2.0', 'mit', 'cc-by-nc-4.0', 'llama3', 'llama3.1', 'other'].includes(key),
  ),
);

/** A catalog of a handful of models, with some licenses and the wordings of the real one. */
const MODELS = `registry: huggingface
models:
  acme/changed-7b: { license: apache-2.0, released: 2024-05-01, sources: [ hub-2025-01 ] }
  acme/gated-7b: { license: llama3.1, released: 2024-07-23, sources: [ hub-2025-01 ] }
  acme/old-name: { license: mit, task: text-generation, sources: [ hub-2022-02 ] }
  acme/own-file: { license: cc-by-nc-4.0, sources: [ github:acme/own-file@1a2b3c4 2026-01-05 ] }
  acme/same-7b: { license: mit, gated: false, lineage: [ { model: acme/changed-7b, relation: finetune } ], sources: [ hub-2026 ] }
  acme/settled-7b: { license: apache-2.0, sources: [ hub-2025-01 ] }
`;
const SETTLED =
  '- models: [acme/settled-7b]\n  license: llama3\n  reason: "license: the weights are those of Llama 3"\n  source: "github:acme/settled@1a2b3c4 LICENSE"\n  date: "2024-04-18"\n';
const SPELLINGS = 'registry: huggingface\nsources: [hub-2022-02]\nspellings:\n  same-7b: acme/same-7b\n';

export interface World {
  readonly root: string;
  /** Milliseconds since 1970; grows only by waiting. */
  now: number;
  /** Pauses that were waited for, in seconds. */
  readonly waits: number[];
  readonly signal: { canceled: boolean };
  run(args: readonly string[], ids?: string): Promise<RefreshResult>;
  /** Merges claims as `catalog merge` does. */
  merge(rows: readonly ClaimRow[]): void;
  /** A file that was written, `''` when there is none. */
  read(path: string): string;
  /** Every file of the catalog with its text. */
  data(): Readonly<Record<string, string>>;
}

/** A catalog in a folder of its own, beside a Hub at `origin`. The state is kept in `state.jsonl`, the proposal in `p.jsonl` and `p.md`. */
export function makeWorld(origin: string): World {
  const root = mkdtempSync(join(tmpdir(), 'mll-refresh-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const data = join(root, 'src/catalog');
  for (const name of ['sources.yaml', 'license-names.yaml', 'family-names.yaml'])
    cpSync(join(SRC, name), join(data, name));
  for (const [path, text] of Object.entries({
    'licenses/few.yaml': LICENSES,
    'generated/huggingface/acme.yaml': MODELS,
    'overrides/acme.yaml': SETTLED,
    'aliases/huggingface.yaml': SPELLINGS,
  })) {
    mkdirSync(dirname(join(data, path)), { recursive: true });
    writeFileSync(join(data, path), text);
  }
  const world: World = {
    root,
    now: Date.UTC(2026, 10, 25, 10),
    waits: [],
    signal: { canceled: false },
    merge(rows) {
      writeFileSync(join(root, 'claims.jsonl'), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
      mergeClaims(data, [join(root, 'claims.jsonl')], join(root, 'losing.jsonl'));
    },
    read: (path) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : ''),
    data: () =>
      Object.fromEntries(
        readdirSync(data, { recursive: true, encoding: 'utf8' })
          .filter((path) => path.endsWith('.yaml'))
          .map((path) => [path, readFileSync(join(data, path), 'utf8')]),
      ),
    async run(args, ids = '') {
      const access = hubAccess({ HF_ENDPOINT: origin }, await openStateFile(join(root, 'state.jsonl')));
      if (access === undefined || 'refused' in access)
        throw new Error(access === undefined ? 'offline' : render(access.refused));
      const http = createFetchClient(globalThis as unknown as WebPlatform);
      return refresh(readRefreshOptions([...args, '--proposal', join(root, 'p')], join(root, 'src')), {
        dataFolder: data,
        signal: world.signal,
        onProgress: () => undefined,
        readIds: async () => ids,
        hub: {
          ...access,
          http: { get: (request) => http.get({ ...request, timeoutMs: 1_000 }) },
          clock: { now: () => world.now },
          logger: SILENT,
        },
        waitUntil: async (time) => {
          if (time > world.now) world.waits.push((time - world.now) / 1000);
          world.now = Math.max(world.now, time);
        },
      });
    },
  };
  return world;
}
