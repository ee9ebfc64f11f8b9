import { describe, expect, it } from 'vitest';
import { auditAnswer } from '../../../src/core/agent/answers';
import { toCsv } from '../../../src/core/report/csv';
import { toCycloneDx } from '../../../src/core/report/cyclonedx';
import { toHtml } from '../../../src/core/report/html';
import { english } from '../../../src/core/message';
import { renderReport } from '../../../src/core/report/formats';
import { ENGLISH, say } from '../../../src/core/report/language';
import { toMarkdown } from '../../../src/core/report/markdown';
import {
  endText,
  hostTerms,
  ownUses,
  regionText,
  rulesAtServices,
  stayingText,
} from '../../../src/core/report/services';
import { toSpdx } from '../../../src/core/report/spdx';
import { hostTermsNote } from '../../../src/core/report/summary';
import { finding, model, reference, report, service } from './sample';

const TITLE = 'What leaves this project, to whom, and where';
const own = reference('serve.py', 3, 'acme/a', { host: 'self' });
const called = reference('call.py', 7, 'acme/a', { host: 'openai', role: 'calls' });

describe('what leaves a project', () => {
  it('is nothing for the uses of weights, and does not say whose machines they run on', () => {
    const elsewhere = reference('load.py', 2, 'acme/a', { host: null });
    const named = reference('notes.md', 1, 'acme/a', { host: 'self', role: 'mentions' });
    const shown = reference('README.md', 1, 'acme/a', { host: 'self', context: 'docs' });
    expect(ownUses({ places: [own, called, elsewhere, named, shown] })).toEqual([own]);
    expect(stayingText(1)).toMatch(/^1 model is used by its weights, .* it runs is not known\. /);
    expect(stayingText(2)).toMatch(/^2 models are used by their weights, .* they run is not known\. /);
  });

  it('is processed where the name says it, else by whoever is behind a host that passes calls on', () => {
    const router = { name: 'Router', passesOn: true };
    expect(regionText(service('x', { region: null }))).toBe('not stated');
    expect(regionText(service('x', { ...router, region: null }))).toBe('services behind Router');
    expect(regionText(service('x', { ...router, region: 'EU' }))).toBe('EU');
  });

  it.each([
    ['EU', ['CH', 'EU', 'NO'], 'EU: one of CH, EU, NO'],
    [null, ['DE', 'NO'], 'one of DE, NO'],
    [null, ['NO'], 'perhaps NO'],
  ])('is told in the same words on every surface: %s %j', (region, possibleRegions, words) => {
    const place = service('gpt-9', { region, possibleRegions });
    const at = { ...place.places[0], role: 'calls', host: 'openai' } as const;
    const named = reference(at.path ?? '', at.line ?? 0, 'gpt-9', at);
    const made = report({ references: [named], services: [place] });
    const quoted = [...toCsv(made)].join('').includes(words.includes(',') ? `"${words}"` : `,${words},`);
    expect(quoted).toBe(true);
    const bom = [...toCycloneDx(made, { project: 'p' })].join('');
    expect(bom).toContain(`"value": ${JSON.stringify(words)}`);
    expect([...toSpdx(made, { project: 'p' })].join('')).toContain(`Processed in: ${words}.`);
    expect(toMarkdown(made)).toContain(words);
    expect(toHtml(made, 'p')).toContain(words);
    expect(JSON.stringify(auditAnswer(made))).toContain(`"processedIn":${JSON.stringify(words)}`);
  });

  it('has a reference of its own in a bill of materials for each place that the same name is called in', () => {
    const zones = [['DE', 'NO'], ['US', 'CA'], undefined];
    const services = zones.map((zone, at) =>
      service('gpt-9', {
        region: null,
        ...(zone && { possibleRegions: zone }),
        places: [{ path: 'a.py', line: at + 1, column: 1 }],
      }),
    );
    const made = report({ services });
    const bom = JSON.parse([...toCycloneDx(made, { project: 'p' })].join('')) as { services: object[] };
    expect(new Set(bom.services.map((one) => (one as { 'bom-ref': string })['bom-ref'])).size).toBe(3);
  });

  it('says in other languages that notes are in English', () => {
    const other = { tag: 'ja', translate: english };
    expect(say(hostTermsNote(other), other)).toMatch(/are kept\. Notes are in English\.$/);
    expect(say(hostTermsNote(ENGLISH), ENGLISH)).toMatch(/are kept\.$/);
  });

  it('has the rules that found something at its places, each once', () => {
    const places = [
      { path: 'a.py', line: 1, column: 5 },
      { path: 'b.py', line: 2, column: 5 },
    ];
    const found = [
      finding('hosting/denied', 'a.py', 1),
      finding('hosting/denied', 'b.py', 2, { also: ['origin/denied'] }),
      finding('service/terms', 'b.py', 2),
      finding('model/retired', 'a.py', 2),
      finding('model/ending', 'a.py', 1, { severity: 'hint' }),
    ];
    expect(rulesAtServices(report({ findings: found }))(service('gpt', { places }))).toEqual([
      'hosting/denied',
      'origin/denied',
      'service/terms',
    ]);
  });

  it('names the part of the project beside a place outside of the product, which stands behind', () => {
    const documented = reference('README.md', 9, 'gpt', { role: 'calls', context: 'docs' });
    const product = reference('z.py', 2, 'gpt', { role: 'calls', context: 'product' });
    const { path, line, column } = documented;
    const places = [
      { path, line, column },
      { path: product.path, line: product.line, column },
    ];
    const told = report({ references: [documented, product], services: [service('gpt', { places })] });
    expect(toMarkdown(told)).toContain('`z.py:2`, `README.md:9` (docs) |');
    expect(toHtml(told, 'demo')).toContain('<code>z.py:2</code>, <code>README.md:9</code> (docs)</td>');
  });

  it('is said to be nothing where no service is called, and not at all where no model is used', () => {
    const models = [model('acme/a')];
    const staying = report({ models, references: [own] });
    for (const text of [toMarkdown(staying), toHtml(staying, 'demo')]) {
      expect(text).toContain(TITLE);
      expect(text).toContain('Nothing: no service is called.');
      expect(text).toContain('serve.py:3');
    }
    const named = report({ models, references: [reference('notes.md', 1, 'acme/a', { role: 'mentions' })] });
    for (const text of [toMarkdown(named), toHtml(named, 'demo')]) expect(text).not.toContain(TITLE);
  });
});

describe('the terms of hosts', () => {
  const duties = [{ text: 'Keep to the use policy', clause: '3.3' }];
  const terms = { name: 'Acme Cloud', termsName: 'Acme Terms', duties };

  it('are told once a host in pages for people, with clause', () => {
    const called = report({ services: [service('one', terms), service('two', terms), service('three')] });
    expect(hostTerms(called)).toEqual([{ host: 'Acme Cloud', terms: 'Acme Terms', duties }]);
    expect(toMarkdown(called)).toContain('| Acme Cloud | Keep to the use policy | Acme Terms, 3.3 |');
    expect(toHtml(called, 'demo')).toContain(
      '<td>Acme Cloud</td><td>Keep to the use policy</td><td>Acme Terms</td><td>3.3</td>',
    );
  });

  it('have no section where they ask nothing', () => {
    const called = report({ services: [service('three')] });
    for (const text of [toMarkdown(called), toHtml(called, 'demo')])
      expect(text).not.toContain('What the terms of the hosts ask');
  });
});

describe('calls of which nothing tells who runs them', () => {
  const of = report({
    models: [model('gpt-9')],
    references: [
      reference('a.py', 1, 'gpt-9', { role: 'calls', host: 'openai' }),
      reference('b.py', 2, 'gpt-9', { role: 'calls', host: null }),
    ],
    services: [service('gpt-9')],
  });

  it('have a row of their own in what leaves the project, also where the model is called at a known host too', () => {
    expect(toMarkdown(of)).toContain(
      '| not known | operator unknown | not stated | `gpt-9` | none recorded |  |  | `b.py:2` |',
    );
    expect(toHtml(of, 'demo')).toContain('<td>not known</td><td>operator unknown</td>');
  });

  it('are services of a bill of materials', () => {
    const { services } = JSON.parse(renderReport(of, 'cyclonedx', { project: 'demo' })) as {
      services: { 'bom-ref': string }[];
    };
    expect(services.map((one) => one['bom-ref'])).toEqual(['service:openai/gpt-9', 'service:unknown/gpt-9']);
  });
});

describe('the endpoints of a service', () => {
  it.each(['cyclonedx', 'spdx'] as const)('are the addresses that the files give, as %s', (format) => {
    const endpoints = { endpoints: ['*.acme.example', 'api.acme.example'] };
    const text = (more: object): string =>
      renderReport(report({ services: [service('one', { ...endpoints, ...more })] }), format, {
        project: 'demo',
      });
    expect(text({})).toContain('https://*.acme.example');
    expect(text({ addresses: ['west.acme.example'] })).toContain('https://west.acme.example');
    expect(text({ addresses: ['west.acme.example'] })).not.toContain('https://*.acme.example');
  });
});

describe('the end of a service', () => {
  it('says where only others list it', () => {
    const ends = { status: 'deprecated', endsOn: '2027-01-14', successor: 'gpt-10' } as const;
    expect(endText(service('gpt-9', ends))).toBe('ends 2027-01-14 → gpt-10');
    expect(endText(service('gpt-9', { ...ends, isListed: true }))).toBe('ends 2027-01-14 (listed) → gpt-10');
    expect(endText(service('gpt-9', { isListed: true }))).toBe('');
  });

  it('is perhaps over where its versions are, or the promise of its host', () => {
    const perhaps = { status: 'unknown', mayHaveEndedSince: '2026-01-30' } as const;
    expect(endText(service('gpt-9', perhaps))).toBe('may have ended since 2026-01-30');
  });
});
