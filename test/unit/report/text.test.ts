import { describe, expect, it } from 'vitest';
import type { ReportedObligation } from '../../../src/core/report/auditReport';
import { toCsv } from '../../../src/core/report/csv';
import { toHtml } from '../../../src/core/report/html';
import { toJson } from '../../../src/core/report/json';
import { toMarkdown } from '../../../src/core/report/markdown';
import { codeSpan, escapeMarkdown } from '../../../src/core/report/markdownText';
import { toTable } from '../../../src/core/report/table';
import type { Context, Severity } from '../../../src/core/vocabulary';
import { APACHE, finding, LLAMA, model, reference, report, SAMPLE, service } from './sample';

describe('the table', () => {
  const lines = toTable(SAMPLE, 'demo/').split('\n');

  it('has a row a model, with what is not known said plainly', () => {
    expect(lines.find((line) => line.startsWith('acme/tuned'))).toMatch(
      /^acme\/tuned +Not allowed +apache-2\.0 \(in effect llama3\.1\) +open-weights +JP ← US +1$/,
    );
    expect(lines.find((line) => line.startsWith('acme/silent'))).toMatch(
      /^acme\/silent +Unknown +none stated +open-weights +unknown +1$/,
    );
    expect(lines.find((line) => line.startsWith('=HYPERLINK'))).toMatch(
      /Unknown +unknown +unknown +unknown +1$/,
    );
  });

  it('names all licenses that hold at once', () => {
    const both = model('acme/both', { license: { declared: APACHE, effective: LLAMA, also: [LLAMA] } });
    const of = report({ models: [both], references: [reference('a.py', 1, 'acme/both')] });
    expect(toTable(of)).toMatch(/^acme\/both +No policy +apache-2\.0 AND llama3\.1 +open-weights/m);
    expect(toCsv(of)).toContain(',apache-2.0 AND llama3.1,llama3.1,');
  });

  it('has a line a finding that terminals can follow', () => {
    expect(lines).toContain('demo/b c.ts:7:5 warning license/none-stated: What license/none-stated says.');
  });

  it('groups what is said of one model, the gravest first, with a count and the first places', () => {
    const same = (count: number, message: string, severity: Severity) =>
      Array.from({ length: count }, (_, index) =>
        finding('license/denied', `f${index}.py`, 1, { message, severity, model: 'acme/base' }),
      );
    const text = toTable(
      report({ findings: [...same(2, 'Small.', 'warning'), ...same(250, 'Large.', 'error')] }),
    );
    expect(text.split('\n').slice(0, -1)).toEqual([
      '0 models in 0 places; 3 files searched; 250 errors, 2 warnings.',
      '',
      'No model is named.',
      '',
      'f0.py:1:5 error license/denied: Large.',
      'f1.py:1:5 error license/denied: Large.',
      'f2.py:1:5 error license/denied: Large.',
      '  247 more places of license/denied about acme/base (250 in all)',
      'f0.py:1:5 warning license/denied: Small.',
      'f1.py:1:5 warning license/denied: Small.',
      '',
      'Places of one finding are shortened; --format json has them all.',
    ]);
  });

  it('says what matters most before any list, by severity, then the part of the project', () => {
    const one = (message: string, severity: Severity, context: Context) =>
      finding('license/denied', 'a.py', 1, { message, severity, context });
    const text = toTable(
      report({
        findings: [
          one('An example.', 'warning', 'example'),
          one('Of the product.', 'warning', 'product'),
          one('An error.', 'error', 'test'),
          ...[1, 2, 3].map((at) => one(`Note ${at}.`, 'information', 'product')),
        ],
      }),
    );
    expect(text.split('\n').slice(1, 8)).toEqual([
      'Findings by rule: license/denied 6.',
      'What matters most:',
      '  error license/denied: An error. (1 place)',
      '  warning license/denied: Of the product. (1 place)',
      '  warning license/denied: An example. (1 place)',
      '  note license/denied: Note 1. (1 place)',
      '  note license/denied: Note 2. (1 place)',
    ]);
  });

  it('leaves hints to the editor', () => {
    const text = toTable(
      report({ findings: [finding('model/unpinned-revision', 'a.py', 1, { severity: 'hint' })] }),
    );
    expect(text).not.toContain('unpinned');
    expect(text).toContain('no findings.');
  });

  it('begins with counts, what was left out, and whether it is complete', () => {
    expect(lines.slice(0, 4)).toEqual([
      '6 models (2 not known) in 6 places; 4 files searched; 1 error, 1 warning, 1 note.',
      'Left out: 1 code of a dependency; 1 lock file.',
      'This audit is not complete: it was canceled, or something could not be read.',
      '',
    ]);
  });

  it('passes no control characters of the audited files to a terminal', () => {
    const evil = report({
      references: [reference('a\u001B[31m.py', 1, 'x\u0007y', { model: null })],
      findings: [finding('r/r', 'a\u001B[31m.py', 1)],
    });
    // eslint-disable-next-line no-control-regex -- they are what must not be there
    expect(toTable(evil)).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/);
  });
});

describe('Markdown', () => {
  const text = toMarkdown(SAMPLE);

  it('has the sections a report is read for', () => {
    expect(text.match(/^## .*/gm)).toEqual([
      '## Models',
      '## Errors',
      '## Warnings',
      '## Information',
      '## What leaves this project, to whom, and where',
      '## Not known',
      '## Chosen when the program runs',
      '## Exceptions',
      '## Ignored where it stands',
      '## Not searched',
    ]);
    expect(text).toContain('model-license-lens 1.2.3, catalog of 2026-11-24, policy `.model-policy.yaml`');
  });

  it('lets no text of the audited files become markup', () => {
    expect(text).not.toMatch(/(?<!`[^`]*)<(script|b)>/);
    const rows = text.split('\n').filter((line) => line.startsWith('| ') && line.includes('a.py:4'));
    for (const row of rows) expect(row.replace(/\\\|/g, '').match(/\|/g)?.length).toBeGreaterThanOrEqual(4);
    expect(text).toContain('\\<b\\>Llama\\</b\\> \\| not allowed.');
  });

  it.each([
    ['a`b', '``a`b``'],
    ['`', '`` ` ``'],
    ['a|b', '`a\\|b`'],
    ['a\nb', '`a b`'],
  ])('puts %j into a code span', (plain, span) => {
    expect(codeSpan(plain)).toBe(span);
  });

  it('stays short enough for a job summary', () => {
    const many = report({
      findings: Array.from({ length: 700 }, (_, index) =>
        finding('license/denied', `f${index}.py`, 1, { message: `Message ${index}.` }),
      ),
    });
    const lines = toMarkdown(many).split('\n');
    expect(lines.filter((line) => line.startsWith('| Message'))).toHaveLength(500);
    expect(lines).toContain('200 more are in the JSON.');
  });

  it('mentions nobody', () => {
    expect(escapeMarkdown('@someone [x](y) *z*')).toBe('&#64;someone \\[x\\](y) \\*z\\*');
  });
});

describe('a duty that is not due now', () => {
  const duty: ReportedObligation = {
    model: 'acme/base',
    license: 'x',
    kind: 'show',
    what: 'display-phrase',
    text: 'Show “Base”',
    words: 'Base',
    certain: false,
    waitsFor: ['offer'],
    clause: null,
    source: null,
    state: 'open',
    where: null,
  };

  it('says what it waits for, unless that is a size, which its own words name', () => {
    expect(toMarkdown(report({ obligations: [duty] }))).toContain(
      'Show “Base” (if it is offered or given to others)',
    );
    expect(toMarkdown(report({ obligations: [{ ...duty, waitsFor: ['commercial-use'] }] }))).toContain(
      'Show “Base” (if it is used commercially)',
    );
    const above = report({
      obligations: [
        {
          ...duty,
          waitsFor: ['offer', 'size'],
          text: 'Show “Base”, once the product is above one of these: 100M MAU',
        },
      ],
    });
    expect(toMarkdown(above)).toContain('above one of these: 100M MAU |');
    expect(toHtml(above, 'demo')).not.toContain('offered or given');
  });
});

describe('CSV', () => {
  const lines = toCsv(SAMPLE).split('\r\n');

  it('has a row a place, with its findings', () => {
    expect(lines).toHaveLength(SAMPLE.references.length + 2);
    expect(lines.find((line) => line.startsWith('a.py,4'))).toContain(
      ',acme/tuned,apache-2.0,llama3.1,community-restricted,conditional,open-weights,Acme,JP,JP US,error,license/denied model/unpinned-revision,',
    );
  });

  it('says where a call goes, to whom and until when, and nothing of it where nothing leaves the project', () => {
    const own = service('gpt-9', { region: 'EU', status: 'deprecated', endsOn: '2027-01-01' });
    const [place] = own.places;
    const text = toCsv(
      report({
        references: [
          reference(place?.path ?? '', place?.line ?? 0, 'gpt-9', {
            role: 'calls',
            column: place?.column ?? 1,
          }),
          reference('z.py', 99, 'acme/base'),
        ],
        services: [own],
      }),
    );
    const [head = '', called = '', loaded = ''] = text.split('\r\n');
    expect(head).toMatch(/,host,operator,operator_country,processed_in,terms,service_status,service_ends$/);
    expect(called).toMatch(/,openai,OpenAI,US,EU,openai-terms,deprecated,2027-01-01$/);
    expect(loaded).toMatch(/,,,,,,,$/);
  });

  it('lets no cell be taken for a formula', () => {
    expect(lines.find((line) => line.includes('HYPERLINK'))).toMatch(
      /^'=cmd\.py,1,5,"'=HYPERLINK\(""http:\/\/x""\)"/,
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '@octocat/model'])('puts a quote before %s', (name) => {
    const text = toCsv(report({ references: [reference('a.py', 1, name, { model: null })] }));
    expect(text.split('\r\n')[1]).toContain(`,5,'${name},`);
  });

  it('quotes separators and quotes, and shows line breaks', () => {
    const text = toCsv(report({ references: [reference('a,"b"\n.py', 1, 'm', { model: null })] }));
    expect(text.split('\r\n')[1]).toMatch(/^"a,""b""\\u000a\.py",1,/);
  });
});

describe('JSON', () => {
  it('is the report and nothing else', () => {
    expect(JSON.parse(toJson(SAMPLE))).toEqual(SAMPLE);
  });
});

describe('what lists of names offer', () => {
  const hint = finding('model/listed', 'prices.py', 2, { severity: 'hint', message: 'Lists some | models' });
  const of = report({ findings: [hint] });

  it('is told in pages, where no other hint is', () => {
    expect(toMarkdown(of)).toContain('## Lists of models\n\n| Place | What |');
    expect(toMarkdown(of)).toContain('| `prices.py:2` | Lists some \\| models |');
    expect(toHtml(of, 'x')).toContain('<td><code>prices.py:2</code></td><td>Lists some | models</td>');
    expect(toMarkdown(report())).not.toContain('Lists of models');
  });

  it('is told once where the policy makes more of it', () => {
    const graver = toMarkdown(report({ findings: [{ ...hint, severity: 'warning' }] }));
    expect(graver).not.toContain('## Lists of models');
    expect(graver).toContain('Lists some');
  });
});
