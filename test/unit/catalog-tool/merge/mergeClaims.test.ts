import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { onTestFinished, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { mergeClaims } from '../../../../src/catalog-tool/merge/mergeClaims';
import type { ClaimRow } from '../../../../src/catalog-tool/merge/claims';
import type { ModelEntry, ModelFile } from '../../../../src/catalog-tool/readModels';

const SOURCES = `card: { title: Cards, url: null, license: null, date: "2026-01-01", kind: own-card, claims: [card] }
list: { title: A list, url: null, license: null, date: "2025-01-01", kind: list, claims: [list] }
`;
const LICENSES = JSON.stringify(
  ['mit', 'apache-2.0', 'gemma'].map((key) => ({ key, spdx: null, aliases: [], category: 'permissive' })),
);

/** A catalog in a folder of its own. */
function catalogWith(files: Readonly<Record<string, string>>): {
  merge(rows: readonly ClaimRow[]): string;
  files(): Readonly<Record<string, string>>;
} {
  const root = mkdtempSync(join(tmpdir(), 'mll-merge-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const data = join(root, 'data');
  const all = {
    'sources.yaml': SOURCES,
    'license-names.yaml': 'exact: {}\nbyOwner: {}\nnone: []\n',
    'licenses/few.yaml': LICENSES,
    ...files,
  };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(data, path)), { recursive: true });
    writeFileSync(join(data, path), text);
  }
  return {
    merge(rows) {
      writeFileSync(join(root, 'claims'), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
      mergeClaims(data, [join(root, 'claims')], join(root, 'losing'));
      return readFileSync(join(root, 'losing'), 'utf8');
    },
    files: () =>
      Object.fromEntries(
        readdirSync(data, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
          .map((path) => [path.slice(data.length + 1), readFileSync(path, 'utf8')]),
      ),
  };
}

const row = (id: string, said: Omit<ClaimRow['sources'][number], 'source'>, source = 'card'): ClaimRow => ({
  id,
  namespace: 'hf',
  sources: [{ source, ...said }],
});

const HAND = `registry: huggingface
# Two models written by hand.
owner: acme-labs
publisher: acme
defaults:
  openness: open-weights
  contradictions: [ "license: seen otherwise" ]
models:
  # The first.
  one: { name: One, license: mit, parameters: 7, multimodal: true, codeLicense: apache-2.0, copyOf: acme/first, sources: [ list ] } # as read
  two:
    license: mit # not a guess
    aliases: [ "ollama:two" ]
    sources: { list: [ license ] }
`;
const PATH = 'generated/huggingface/acme-labs.yaml';

describe('a merge into a file as people write it', () => {
  it('changes the facts that are claimed and no other byte', () => {
    const catalog = catalogWith({ [PATH]: HAND });
    catalog.merge([row('acme-labs/one', { task: 'text-generation' })]);
    expect(catalog.files()[PATH]).toBe(
      HAND.replace(
        'copyOf: acme/first, sources: [ list ] }',
        'copyOf: acme/first, task: text-generation, sources: { list: [ license, openness, name, parameters, multimodal, codeLicense ], card: [ task ] } }',
      ),
    );
  });

  it('adds a model of the owner without the defaults that were not written for it', () => {
    const catalog = catalogWith({ [PATH]: HAND });
    catalog.merge([row('acme-labs/three', { license: 'gemma' })]);
    expect(catalog.files()[PATH]).toBe(
      HAND.replace(
        '  two:\n',
        '  three: { openness: null, contradictions: [], license: gemma, sources: [ card ] }\n  two:\n',
      ),
    );
  });

  it('leaves a model that is recorded by hand, and tells of what is claimed otherwise', () => {
    const files = { 'curated/acme.yaml': HAND };
    const catalog = catalogWith(files);
    const before = catalog.files();
    const losing = catalog.merge([row('acme-labs/one', { license: 'gemma' })]);
    expect(catalog.files()).toEqual(before);
    expect(JSON.parse(losing)).toMatchObject({ id: 'acme-labs/one', kept: 'mit', value: 'gemma' });
  });

  it('writes nothing at all when one file cannot be changed', () => {
    const catalog = catalogWith({
      'generated/huggingface/a.yaml':
        'registry: huggingface\nmodels:\n  a/x: { sources: { list: [ id ] } }\n',
      'generated/huggingface/b.yaml':
        'registry: huggingface\nmodels: { b/x: { sources: { list: [ id ] } } }\n',
    });
    const before = catalog.files();
    expect(() => catalog.merge([row('a/x', { license: 'mit' }), row('b/x', { license: 'mit' })])).toThrow(
      'b.yaml',
    );
    expect(catalog.files()).toEqual(before);
  });
});

const text = fc.string({ maxLength: 12 });
const facts = fc.record(
  {
    name: text,
    license: fc.constantFrom('mit', 'gemma', 'none-stated', 'not-a-key'),
    codeLicense: fc.constantFrom('mit', null),
    openness: fc.constantFrom('open-weights' as const, 'open-source' as const),
    components: fc.dictionary(fc.constantFrom('weights', 'paper', 'trainingCode'), fc.boolean()),
    lineage: fc.array(
      fc.record({
        model: fc.constantFrom('a/b', 'c/d', 'not an id'),
        relation: fc.constantFrom('finetune', 'merge'),
      }),
      { minLength: 1, maxLength: 2 },
    ),
    copyOf: fc.constantFrom('a/b', 'c/d'),
    task: text,
    multimodal: fc.boolean(),
    parameters: fc.integer({ min: 1 }),
    released: fc.constantFrom('2024', '2024-05', '2024-05-06'),
    gated: fc.boolean(),
    status: fc.constant({ state: 'deprecated' }),
    aliases: fc.array(text, { maxLength: 2 }),
    contradictions: fc.array(text, { maxLength: 2 }),
    publisher: text,
  },
  { requiredKeys: [] },
);

/** An entry whose facts are supplied by one source or the other, or by none, as the two forms of `sources` allow. */
const entry = fc
  .tuple(facts, fc.constantFrom('all', 'split', 'first'), fc.integer())
  .map(([said, form, seed]): Record<string, unknown> => {
    const names = Object.keys(said).filter((fact) => fact !== 'contradictions');
    if (form === 'all') return { ...said, sources: ['list'] };
    const first = names.filter((_, index) => ((seed >> index) & 1) === 0);
    const rest = names.filter((name) => !first.includes(name));
    const sources = { card: first, ...(form === 'split' && { list: rest }) };
    const used = Object.fromEntries(Object.entries(sources).filter(([, list]) => list.length > 0));
    return { ...said, sources: Object.keys(used).length > 0 ? used : { list: ['id'] } };
  });

const file = fc
  .record({
    defaults: fc.option(facts, { nil: undefined }),
    publisher: fc.option(text, { nil: undefined }),
    one: entry,
    two: entry,
    isFlow: fc.boolean(),
  })
  .map(({ defaults, publisher, one, two, isFlow }) => {
    const inline = (value: unknown): string =>
      stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trim();
    const head = stringify({
      registry: 'huggingface',
      ...(publisher !== undefined && { publisher }),
      ...(defaults && { defaults }),
    });
    const models = isFlow
      ? `models:\n  # first\n  x/one: ${inline(one)} # trailing\n  x/two: ${inline(two)}\n`
      : stringify({ models: { 'x/one': one, 'x/two': two } });
    return `${head}# between\n${models}`;
  });

const HOME = 'generated/huggingface/x.yaml';
const entriesOf = (yaml: string): Readonly<Record<string, ModelEntry>> => {
  const { defaults, models } = parse(yaml) as ModelFile;
  return Object.fromEntries(Object.entries(models).map(([id, said]) => [id, { ...defaults, ...said }]));
};

describe('whatever an entry says', () => {
  it('is there byte for byte after a merge of nothing, of another model, and of its own name', () => {
    fc.assert(
      fc.property(file, (yaml) => {
        const catalog = catalogWith({ [HOME]: yaml });
        catalog.merge([]);
        catalog.merge([row('y/other', { license: 'mit' })]);
        expect(catalog.files()[HOME]).toBe(yaml);
        catalog.merge([row('x/one', {}, 'list'), row('x/two', {}, 'list')]);
        expect(catalog.files()[HOME]).toBe(yaml);
      }),
      { numRuns: 25 },
    );
  });

  it('is there after a merge of a new fact, which changes nothing a second time', () => {
    fc.assert(
      fc.property(file, (yaml) => {
        const catalog = catalogWith({ [HOME]: yaml });
        const rows = [row('x/one', { gated: 'manual', date: '2026-11-27' })];
        catalog.merge(rows);
        const once = catalog.files()[HOME] ?? '';
        const before = entriesOf(yaml)['x/one'];
        const after = entriesOf(once)['x/one'];
        expect(after?.sources).toBeDefined();
        expect({ ...after, sources: [] }).toEqual({ ...before, gated: true, sources: [] });
        expect(entriesOf(once)['x/two']).toEqual(entriesOf(yaml)['x/two']);
        expect(once).toContain('# between');
        catalog.merge(rows);
        expect(catalog.files()[HOME]).toBe(once);
      }),
      { numRuns: 25 },
    );
  });
});
