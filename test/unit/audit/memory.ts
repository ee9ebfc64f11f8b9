import { audit, type AuditHost, type AuditOptions } from '../../../src/core/audit/audit';
import { createCatalog } from '../../../src/core/catalog/createCatalog';
import { createEngine, type Engine, type SourceText } from '../../../src/core/engine';
import type { AuditResult } from '../../../src/core/audit/result';
import { decode } from '../../../src/node/host';
import type { FileEntry, FileSource } from '../../../src/core/ports';
import type { Detection, ModelReference } from '../../../src/core/reference';
import { TEST_CATALOG } from '../../support/catalog';
import { detection, reference } from '../policy/support';

export type Tree = Readonly<Record<string, string | Uint8Array | Error>>;

/** Files in memory; an `Error` as content is thrown when the file is read. A path that ends with `@` is a link. */
export function memoryFiles(tree: Tree): FileSource {
  const bytes = (path: string): Uint8Array => {
    const content = tree[path];
    if (content === undefined) throw new Error(`no such file: ${path}`);
    if (content instanceof Error) throw content;
    return typeof content === 'string' ? new TextEncoder().encode(content) : content;
  };
  return {
    list: (folder) => Promise.resolve(entriesIn(folder, tree)),
    read: (path) => Promise.resolve().then(() => bytes(path)),
    readRange: (path, start, end) => Promise.resolve().then(() => bytes(path).slice(start, end)),
  };
}

function entriesIn(folder: string, tree: Tree): readonly FileEntry[] {
  const prefix = folder === '' ? '' : `${folder}/`;
  const entries = new Map<string, FileEntry>();
  for (const [path, content] of Object.entries(tree)) {
    if (!path.startsWith(prefix)) continue;
    const [name = '', ...rest] = path.slice(prefix.length).split('/');
    const size = content instanceof Error ? 1 : content.length;
    const kind = rest.length > 0 ? 'folder' : name.endsWith('@') ? 'link' : 'file';
    entries.set(name, { path: prefix + name, kind, size });
  }
  return [...entries.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** An engine that takes every `model:NAME` in a text for a reference, so that audits are tested apart from detection. */
export function markerEngine(): Engine {
  const real = createEngine(
    createCatalog({
      date: '2026-01-01',
      models: [],
      licenses: [],
      organizations: [],
      families: [],
      hosts: [],
      familyNames: { hints: [], unrelated: [] },
      sources: {},
    }),
    { now: () => 0 },
  );
  return {
    ...real,
    detect: markers,
    analyze: (source, project) => real.judge(source, markers(source), project),
  };
}

function markers({ text }: SourceText): Detection {
  const references = [...text.matchAll(/model:([a-z0-9/-]+)/g)].map((match): ModelReference => {
    const start = match.index + 'model:'.length;
    const name = match[1] ?? '';
    return {
      range: { start, end: start + name.length },
      text: name,
      id: name,
      registry: 'huggingface',
      role: 'loads',
      host: 'self',
      context: 'product',
      why: [],
      where: 'code',
      confidence: 'high',
      evidence: ['marker'],
      model: null,
    };
  });
  return { references, uses: [], runtimeChoices: [] };
}

export const memoryHost: AuditHost = {
  engine: markerEngine(),
  decode,
  clock: { now: () => 0 },
  pause: () => Promise.resolve(),
};

const realEngine = createEngine(TEST_CATALOG, { now: () => Date.UTC(2026, 10, 24) });

/** A host that knows the models and licenses of the tests; a file that says `loads ID` or `mentions ID` refers to a model so. */
export const catalogHost: AuditHost = {
  ...memoryHost,
  engine: {
    ...realEngine,
    detect: (source) => {
      const [role, id = ''] = source.text.trim().split(' ');
      const context = source.path.startsWith('tests/') ? 'test' : 'product';
      const found = reference(id, { role: role === 'loads' ? 'loads' : 'mentions', reference: { context } });
      return detection(id === '' ? [] : [found]);
    },
  },
};

export function auditTree(
  tree: Tree,
  options: Partial<AuditOptions> = {},
  host: Partial<AuditHost> = {},
): Promise<AuditResult> {
  return audit(
    { folders: [{ name: 'root', source: memoryFiles(tree) }], ...options },
    { ...memoryHost, ...host },
  );
}

export function placesOf(result: AuditResult): readonly string[] {
  return result.references.map(
    ({ path, span, reference }) => `${path}:${span.line}:${span.column} ${reference.text}`,
  );
}

export function skippedOf(result: AuditResult): Readonly<Record<string, string>> {
  return Object.fromEntries(result.stats.filesSkipped.map(({ path, reason }) => [path, reason]));
}
