import { describe, expect, it } from 'vitest';
import type { AuditedProject } from '../../../src/core/audit/result';
import type { ReportedReference } from '../../../src/core/report/auditReport';
import { ENGLISH } from '../../../src/core/report/language';
import { downstreamSheet, originStatement } from '../../../src/core/report/regulatorySheets';
import { model, reference, report, service } from './sample';

const day = '2026-11-24';
const commit = 'c'.repeat(40);
const project = { commit, differs: false, license: null, use: null };

describe('the statement on where models and hosts are from', () => {
  it('has a row for each country, bases among the models, and holds for all others as of a commit', () => {
    const of = report({
      day,
      project,
      models: [
        model('acme/tuned', {
          origin: [
            { model: 'acme/tuned', organization: 'acme', country: 'JP' },
            { model: 'meta/llama', organization: 'meta', country: 'US' },
          ],
        }),
        model('gpt-9', { origin: [{ model: 'gpt-9', organization: 'openai', country: 'US' }] }),
        model('acme/named', { origin: [{ model: 'acme/named', organization: 'acme', country: 'CN' }] }),
      ],
      references: [
        reference('a.py', 1, 'acme/tuned'),
        reference('a.py', 2, 'gpt-9', { role: 'calls', host: 'openai' }),
        reference('a.md', 1, 'acme/named', { role: 'mentions' }),
      ],
      services: [service('gpt-9')],
    });
    expect(originStatement(of, ENGLISH).slice(2)).toEqual([
      `As of commit ${commit}, judged on ${day}, with the catalog of 2026-11-24: the project uses no model of a country that is not in this table, and calls no host run from one. Where requests are processed is not part of it.`,
      '',
      '| Country | Models | Hosts |',
      '| --- | --- | --- |',
      '| JP | acme/tuned |  |',
      '| US | gpt-9, meta/llama (base of acme/tuned) | OpenAI (OpenAI) |',
    ]);
  });

  it('does not speak of a commit from which the files differ, or may', () => {
    const { differs: _, ...unchecked } = project;
    const first = (of: AuditedProject): string => originStatement(report({ project: of }), ENGLISH)[2] ?? '';
    expect(first({ ...project, differs: true })).toContain(`As of files that differ from commit ${commit}, `);
    expect(first(unchecked)).toContain(
      `commit ${commit} (whether the files are those of that commit was not checked), `,
    );
  });

  it('does not hold for models of other countries that a program may choose from a list', () => {
    const from = (id: string, country: string | null) =>
      model(id, { origin: [{ model: id, organization: null, country }] });
    const listed = (path: string, id: string, more: Partial<ReportedReference> = {}) =>
      reference(path, 1, id, { role: 'lists', ...more });
    const of = report({
      models: [from('a/used', 'US'), from('a/same', 'US'), from('b/far', 'CN'), from('c/told', 'FR')],
      references: [
        reference('a.py', 1, 'a/used'),
        listed('b.py', 'a/same'),
        listed('c.py', 'b/far'),
        listed('d.py', 'nobody/nothing', { model: null }),
        listed('README.md', 'c/told', { context: 'docs' }),
        listed('a.test.ts', 'c/told', { context: 'test' }),
      ],
    });
    expect(originStatement(of, ENGLISH)).toContain(
      'This does not hold for 2 models that files list, of which a program may choose one when it runs (countries: CN, not known).',
    );
  });

  it('says what it does not hold for', () => {
    const of = report({
      models: [model('acme/base', { origin: [{ model: 'acme/base', organization: null, country: null }] })],
      references: [
        reference('a.py', 1, 'acme/base', { role: 'calls', host: null }),
        reference('a.py', 2, 'nobody/nothing', { model: null }),
      ],
      services: [service('x', { country: null })],
      runtimeChoices: [
        { path: 'a.py', line: 3, column: 1, endLine: 3, endColumn: 2, loader: 'load', expression: 'name' },
      ],
    });
    expect(originStatement(of, ENGLISH).slice(2, 4)).toEqual([
      'As of the files that were read, with the catalog of 2026-11-24: the project uses no model of a country that is not in this table, and calls no host run from one. Where requests are processed is not part of it.',
      'This does not hold for 2 models of a country that is not known, 1 host of a country that is not known, 1 name whose host is not known, 1 place at which a model, and with it perhaps its host, is chosen at run time.',
    ]);
  });

  it('does not hold for a model at whose maker only a name hints that its owner chose', () => {
    const hint = { model: 'gpt-4o-prod', organization: 'openai', country: 'US', probable: true } as const;
    const of = report({
      models: [model('gpt-4o-prod', { origin: [hint] })],
      references: [reference('a.py', 1, 'gpt-4o-prod')],
    });
    const lines = originStatement(of, ENGLISH);
    expect(lines).toContain('This does not hold for 1 model of a country that is not known.');
    expect(lines.join('\n')).toMatch(/\| US \|[^|]*gpt-4o-prod[^|]*\(perhaps, by its name\)/);
  });

  it('does not hold for what is called at an address of elsewhere, nor for bases that nobody recorded', () => {
    const based = { model: 'acme/base', relation: 'finetune', license: null } as const;
    const of = report({
      models: [
        model('gpt-9'),
        model('acme/support-finetuned-v2'),
        model('acme/mails-lora', { lineage: [based] }),
        model('acme/draft'),
      ],
      references: [
        reference('a.py', 1, 'gpt-9', { role: 'calls', host: 'openai', isAddressOpen: true }),
        reference('a.py', 2, 'acme/support-finetuned-v2'),
        reference('a.py', 3, 'acme/mails-lora'),
        reference('a.py', 4, 'acme/draft'),
      ],
      services: [service('gpt-9')],
    });
    expect(originStatement(of, ENGLISH)[3]).toBe(
      'This does not hold for 1 name called at an address that the files do not hold, 1 model made from others by name, with no base recorded.',
    );
  });

  it('says of a host that passes calls on that nobody knows the country behind it', () => {
    const of = report({ services: [service('x', { name: 'Router', country: 'US', passesOn: true })] });
    expect(originStatement(of, ENGLISH)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('1 host of a country that is not known'),
        expect.stringMatching(/^\| not known \|.*services behind Router/),
      ]),
    );
  });

  it('names what was not searched', () => {
    const of = report();
    const filesSkipped = ['.env', 'local/'].map((path) => ({ path, reason: 'left out by .gitignore' }));
    expect(originStatement({ ...of, stats: { ...of.stats, filesSkipped } }, ENGLISH).slice(-3)).toEqual([
      'Not searched for models:',
      '',
      '- left out by .gitignore: .env, local/',
    ]);
  });

  it('says nothing of an audit that was not complete', () => {
    const { stats } = report();
    const lines = originStatement(report({ stats: { ...stats, complete: false } }), ENGLISH);
    expect(lines.join()).toContain('nothing can be said');
    expect(lines.join()).not.toContain('uses no model');
  });
});

describe('the sheet for those who build on the models', () => {
  const rowOf = (id: string, of: ReturnType<typeof report>): string | undefined =>
    downstreamSheet(of, ENGLISH).find((line) => line.startsWith(`| ${id} |`));

  it('has what is known of each model that is used, by the points of the annex', () => {
    const tuned = model('acme/tuned', {
      lineage: [{ model: 'acme/base', relation: 'finetune', license: null }],
      openness: { level: 'open-weights', components: { weights: true, trainingData: false } },
    });
    const of = report({
      models: [tuned, model('acme/named')],
      references: [
        reference('a.py', 1, 'acme/tuned', { role: 'derives' }),
        reference('a.py', 2, 'acme/tuned'),
        reference('a.md', 1, 'acme/named', { role: 'mentions' }),
      ],
    });
    expect(rowOf('acme/tuned', of)).toBe(
      '| acme/tuned | derives, loads | text-generation | 2024-07-23 | about 7 B (from the name) | text → text | apache-2.0 | data not released, fine-tuned from acme/base | https://huggingface.co/acme/tuned |',
    );
    expect(rowOf('acme/named', of)).toBeUndefined();
  });

  it('says of a day of release that only a list of low confidence has it', () => {
    const evidence = {
      fact: 'released',
      source: 'A list',
      date: '',
      confidence: 'low',
      origin: 'catalog',
    } as const;
    const of = report({
      models: [model('acme/listed', { released: '2024-11-01', evidence: [evidence] })],
      references: [reference('a.py', 1, 'acme/listed')],
    });
    expect(rowOf('acme/listed', of)).toContain('| 2024-11-01 (low confidence) |');
  });

  it('gives a number of parameters that a source says as it is, and one of the name as such', () => {
    const evidence = {
      fact: 'parameters',
      source: 'A card',
      date: '',
      confidence: 'high',
      origin: 'catalog',
    } as const;
    const of = report({
      models: [
        model('acme/counted', { parameters: 8_291_375_616, evidence: [evidence] }),
        model('acme/small-270m', { parameters: 270e6 }),
      ],
      references: [reference('a.py', 1, 'acme/counted'), reference('a.py', 2, 'acme/small-270m')],
    });
    expect(rowOf('acme/counted', of)).toContain('| 8,291,375,616 |');
    expect(rowOf('acme/small-270m', of)).toContain('| about 270 M (from the name) |');
  });

  it('leaves empty what is not known, and names the terms of what is called', () => {
    const silent = model('gpt-9', {
      registry: 'openai',
      task: null,
      parameters: null,
      released: null,
      license: { declared: null, effective: null },
    });
    const of = report({
      models: [silent],
      references: [
        reference('a.py', 1, 'gpt-9', { role: 'calls', host: 'openai' }),
        reference('a.py', 2, 'nobody/nothing', { model: null }),
      ],
      services: [service('gpt-9')],
    });
    expect(rowOf('gpt-9', of)).toBe(
      '| gpt-9 | calls |  |  |  |  | openai-terms |  | https://example.org/terms |',
    );
    expect(rowOf('nobody/nothing', of)).toBe('| nobody/nothing | loads |  |  |  |  |  |  |  |');
  });
});
