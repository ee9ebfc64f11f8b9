import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { buildCatalog } from '../../../src/catalog-tool/buildCatalog';
import { whyOf } from '../../../src/catalog-tool/why';

const folder = mkdtempSync(join(tmpdir(), 'why-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const FILES: Readonly<Record<string, string>> = {
  'sources.yaml':
    'list: { title: A list, url: null, license: null, date: "2026-01-01", kind: list }\n' +
    'by-name: { title: Names, url: null, license: null, date: "2026-01-01", kind: list, inferred: true }\n' +
    'days: { title: Days, url: null, license: null, date: "2026-01-01", kind: list, daysOfCreation: true }\n',
  'family-names.yaml': 'hints: []\nunrelated: []\n',
  'organizations/companies.yaml':
    '- { id: acme, name: Acme, kind: company, country: null, owners: ["huggingface:acme"], sources: { list: [name] } }\n',
  'licenses/all.yaml': '[]\n',
  'generated/huggingface/acme.yaml':
    'registry: huggingface\nmodels:\n  acme/one: { license: mit, sources: [ list ] }\n' +
    '  acme/two:\n    task: text-generation\n    sources: [ list ]\n' +
    '  acme/three: { released: 2023-05-05, sources: [ days ] }\n' +
    '  acme/four: { released: 2023-05-05, sources: [ days ] }\n',
  'curated/acme.yaml':
    'registry: openai\ndefaults: { openness: api-only }\nmodels:\n  acme-1: { sources: [ list ] }\n',
  'overrides/acme.yaml':
    '- models: [acme/other, Acme/One]\n  license: apache-2.0\n  source: the card\n  date: "2026-02-03"\n' +
    '- models: [acme/three]\n  released: "2023-06-28"\n  source: a post\n  date: "2023-06-28"\n',
  'license-families/acme.yaml': '- { id: acme-family, match: acme/*, license: gemma, sources: [list] }\n',
};
for (const [path, text] of Object.entries(FILES)) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
const records = buildCatalog(folder);
const why = (model: string, fact?: string) =>
  whyOf(folder, records, model, fact).map((line) => line.replace(`${folder}/`, ''));

describe('why a model has a fact', () => {
  it('is a file and line with its source, then what that outranked', () => {
    expect(why('acme/one', 'license')).toEqual([
      'acme/one',
      '  license: apache-2.0',
      '    overrides/acme.yaml:2  the card (2026-02-03)',
      '    outranked: generated/huggingface/acme.yaml:3  A list (2026-01-01), mit',
    ]);
  });

  it('is the line of the fact itself in an entry of several lines, and that of the defaults of a file', () => {
    expect(why('acme/two', 'task')[2]).toBe('    generated/huggingface/acme.yaml:5  A list (2026-01-01)');
    expect(why('acme-1', 'openness')[2]).toBe('    curated/acme.yaml:2  A list (2026-01-01)');
  });

  it('is the rule of a family or the owner of the namespace where no file names the model', () => {
    expect(why('acme/two', 'license').slice(1)).toEqual([
      '  license: gemma',
      '    inferred from license-families/: acme-family; A list (2026-01-01)',
    ]);
    expect(why('acme/two', 'publisher')[2]).toBe('    by the owner of its namespace, organizations/: acme');
  });

  it('has one day, that of a release or else that of a creation', () => {
    for (const fact of ['released', 'created']) {
      expect(why('acme/three', fact).slice(1)).toEqual([
        '  released: 2023-06-28',
        '    overrides/acme.yaml:6  a post (2023-06-28)',
        '    outranked: generated/huggingface/acme.yaml:7  Days (2026-01-01), 2023-05-05',
      ]);
      expect(why('acme/four', fact)[1]).toBe('  created: 2023-05-05');
    }
  });

  it('tells all facts that are known, and refuses what there is not', () => {
    expect(why('acme/two').filter((line) => /^ {2}\S/.test(line))).toEqual([
      '  publisher: acme',
      '  license: gemma',
      '  components: {"weights":true}',
      '  task: text-generation',
    ]);
    expect(() => why('acme/two', 'colour')).toThrow('there is no fact "colour"');
    expect(() => why('nothing')).toThrow('the catalog has no model "nothing"');
  });
});
