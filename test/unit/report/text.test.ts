import { describe, expect, it } from 'vitest';
import type { AuditReport, ReportedFinding, ReportedObligation } from '../../../src/core/report/auditReport';
import { toCsv } from '../../../src/core/report/csv';
import { renderReport } from '../../../src/core/report/formats';
import { toHtml } from '../../../src/core/report/html';
import { toJson } from '../../../src/core/report/json';
import { toJsonLines, type UseLine } from '../../../src/core/report/jsonLines';
import { ENGLISH } from '../../../src/core/report/language';
import { toMarkdown } from '../../../src/core/report/markdown';
import { codeSpan, escapeMarkdown } from '../../../src/core/report/markdownText';
import { OrganizationTally } from '../../../src/core/report/organization';
import { rulesText } from '../../../src/core/report/summary';
import { toTable } from '../../../src/core/report/table';
import type { Context, Severity } from '../../../src/core/vocabulary';
import { APACHE, finding, LLAMA, model, reference, report, SAMPLE, service } from './sample';
import { joined } from '../../support/joined';

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

  it('tells the first places at which a model is chosen when the program runs', () => {
    const choice = { path: 'a.py', column: 1, endLine: 1, endColumn: 2, loader: 'load', expression: 'name' };
    const of = report({ runtimeChoices: [1, 2, 3, 4].map((line) => ({ ...choice, line })) });
    expect(toTable(of)).toContain(
      'Chosen when the program runs, and not judged: a.py:1, a.py:2, a.py:3 and 1 more.\n',
    );
  });

  it('names all licenses that hold at once', () => {
    const both = model('acme/both', { license: { declared: APACHE, effective: LLAMA, also: [LLAMA] } });
    const of = report({ models: [both], references: [reference('a.py', 1, 'acme/both')] });
    expect(toTable(of)).toMatch(/^acme\/both +No policy +apache-2\.0 AND llama3\.1 +open-weights/m);
    expect(joined(toCsv(of))).toContain(',apache-2.0 AND llama3.1,llama3.1 AND apache-2.0,');
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

  it('counts further places of what is of no model', () => {
    const of = (count: number): string =>
      toTable(
        report({
          findings: Array.from({ length: count }, (_, index) =>
            finding('policy/unused-ignore', `f${index}.py`, 1, { message: 'Unused.', model: null }),
          ),
        }),
      );
    expect(of(4)).toContain('\n  1 more place of policy/unused-ignore (4 in all)\n');
    expect(of(5)).toContain('\n  2 more places of policy/unused-ignore (5 in all)\n');
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

  it('begins with counts, what was left out, whether it is complete, and who is called', () => {
    expect(lines.slice(0, 5)).toEqual([
      '6 models (2 not known) in 6 places; 4 files searched; 1 error, 1 warning, 1 note.',
      'Left out: code of a dependency (1); lock file (1).',
      'This audit is not complete: it was canceled, or something could not be read.',
      'Called at: OpenAI (US). Where requests are processed, and until when: `--format markdown`.',
      'Chosen when the program runs, and not judged: a.py:20.',
    ]);
  });

  it('says of a host which part of the project alone calls it', () => {
    const place = (line: number) => ({ places: [{ path: 'a.py', line, column: 5 }] });
    const calls = (line: number, context: 'product' | 'test') =>
      reference('a.py', line, 'm', { role: 'calls', context });
    const text = toTable(
      report({
        references: [calls(1, 'test'), calls(2, 'product'), calls(3, 'test')],
        services: [
          service('m', place(1)),
          service('n', place(2)),
          service('m', { ...place(3), host: 'groq', name: 'Groq' }),
        ],
      }),
    );
    expect(text).toContain('Called at: Groq (US) (test), OpenAI (US). ');
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

describe('the rules that one cause breaks beside the first', () => {
  const findings = [
    finding('license/denied', 'a.py', 4, {
      model: 'acme/a',
      message: 'acme/a is denied',
      also: ['license/region', 'model/ending', 'model/unpinned-revision'],
      further: [{ rule: 'license/region', message: 'acme/a is not licensed in EU' }],
    }),
    finding('license/denied', 'b.py', 9, {
      model: 'acme/a',
      message: 'acme/a is denied',
      also: ['license/non-commercial'],
      further: [{ rule: 'license/non-commercial', message: 'acme/a bars commercial use' }],
    }),
  ];
  const told = report({
    models: [model('acme/a')],
    references: [reference('a.py', 4, 'acme/a'), reference('b.py', 9, 'acme/a')],
    findings,
  });
  const codes = ['license/denied', 'license/region', 'model/ending', 'license/non-commercial'];

  it.each(['table', 'markdown', 'html', 'csv', 'sarif', 'cyclonedx', 'json', 'jsonl'] as const)(
    'stand in the report as %s',
    (format) => {
      const text = renderReport(told, format, { project: 'demo' });
      for (const code of codes) expect(text).toContain(code);
    },
  );

  it('are said in their own words where people sign', () => {
    const region = 'acme/a is not licensed in EU';
    const commercial = 'acme/a bars commercial use';
    expect(toMarkdown(told)).toContain(
      `| acme/a is denied<br>${region}<br>${commercial} | ${codes.map((code) => `\`${code}\``).join('<br>')} | \`a.py:4\`, \`b.py:9\` |`,
    );
    expect(toHtml(told, 'demo')).toContain(
      `<td>acme/a is denied<br>${region}<br>${commercial}</td><td>${codes.map((code) => `<code>${code}</code>`).join('<br>')}</td>`,
    );
    expect(joined(toCsv(told))).toContain(`,acme/a is denied; ${region},`);
  });

  it('are those that are counted', () => {
    expect(rulesText(told, ENGLISH)).toBe(
      'license/denied 2, license/region 1, model/ending 1, license/non-commercial 1',
    );
  });
});

describe('an exception that is over', () => {
  it('is told as expired, by the day of the audit', () => {
    const exception = { model: 'acme/a', rules: [], reason: 'pilot', approvedBy: null };
    const of = report({
      day: '2026-11-29',
      policies: [
        {
          path: '.model-policy.yaml',
          valid: true,
          exceptions: ['2026-11-28', '2026-11-29'].map((expires) => ({ ...exception, expires })),
        },
      ],
    });
    for (const text of [toMarkdown(of), toHtml(of, 'demo')]) {
      expect(text).toContain('2026-11-28: expired, has no effect');
      expect(text).not.toContain('2026-11-29: expired');
    }
  });
});

describe('a table for spreadsheets', () => {
  const of = report({
    policies: [{ path: '.model-policy.yaml', valid: true, exceptions: [] }],
    models: [{ ...model('acme/a'), verdict: 'conflict' }],
    references: [reference('a.py', 1, 'acme/a')],
  });

  it('has the verdict on each model', () => {
    const [head = '', row = ''] = joined(toCsv(of)).split('\r\n');
    expect([head.split(',').at(-3), row.split(',').at(-3)]).toEqual(['verdict', 'Not allowed']);
  });

  it('begins with a byte order mark where its sentences are in another language', () => {
    const language = { tag: 'ja', translate: () => '不可' };
    expect(joined(toCsv(of, language))).toMatch(/^\uFEFFpath,.*,不可,unknown,2026-11-24\r\n$/s);
    expect(joined(toCsv(of))).toMatch(/^path,/);
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
    expect(toMarkdown(above)).toContain('above one of these: 100M MAU `display-phrase` |');
    expect(toHtml(above, 'demo')).toContain('100M MAU <code>display-phrase</code>');
    expect(toHtml(above, 'demo')).not.toContain('offered or given');
  });
});

describe('CSV', () => {
  const lines = joined(toCsv(SAMPLE)).split('\r\n');

  it('has a row a place, with its findings', () => {
    expect(lines).toHaveLength(SAMPLE.references.length + 2);
    expect(lines.find((line) => line.startsWith('a.py,4'))).toContain(
      ',acme/tuned,apache-2.0,llama3.1,community-restricted,conditional,open-weights,Acme,JP,JP US,error,license/denied model/unpinned-revision,',
    );
  });

  it('has a row for what is found where nothing is named, without facts of a model', () => {
    const places = [
      finding('policy/expired-exception', '.model-policy.yaml', 12, { severity: 'warning' }),
      finding('policy/unused-exception', '.model-policy.yaml', 12, { severity: 'information' }),
      finding('hosting/denied', 'z.tf', 3, { severity: 'error', model: 'acme/base' }),
      finding('model/listed', 'z.tf', 9, { severity: 'hint' }),
    ];
    const text = joined(toCsv({ ...SAMPLE, findings: places }));
    const [head = '', ...all] = text.trim().split('\r\n');
    const cellsAt = (start: string) => {
      const cells = all.filter((line) => line.startsWith(start)).map((line) => line.split(','));
      return cells.map((one) => Object.fromEntries(head.split(',').map((name, at) => [name, one[at] ?? ''])));
    };
    expect(cellsAt('.model-policy.yaml,12,')).toMatchObject([
      {
        text: '',
        role: '',
        model: '',
        effective_license: '',
        severity: 'warning',
        rules: 'policy/expired-exception policy/unused-exception',
        verdict: '',
      },
    ]);
    expect(cellsAt('z.tf,3,')).toMatchObject([
      { role: '', model: 'acme/base', declared_license: 'apache-2.0', severity: 'error' },
    ]);
    expect(cellsAt('z.tf,9,')).toEqual([]);
    expect(all).toHaveLength(SAMPLE.references.length + 2);
  });

  it('says in the row of each place what another one tells of several', () => {
    const copy = (line: number, more: Partial<ReportedFinding>) =>
      finding('obligation/license-copy-missing', 'a.py', line, { severity: 'warning', ...more });
    const findings = [
      copy(3, { model: 'acme/base', message: 'Due (the same is due for 1 more: acme/tuned)' }),
      copy(4, {
        model: 'acme/tuned',
        severity: 'hint',
        message: 'Due of another',
        also: ['model/unpinned-revision', 'license/use-policy'],
        hints: ['model/unpinned-revision', 'license/use-policy'],
        alone: { severity: 'warning', message: 'Due of another', hints: ['model/unpinned-revision'] },
      }),
    ];
    const of = { ...SAMPLE, findings };
    const rows = joined(toCsv(of)).split('\r\n');
    expect(rows.find((row) => row.startsWith('a.py,4,'))).toContain(
      ',warning,obligation/license-copy-missing license/use-policy,Due of another,',
    );
    const lines = [...toJsonLines(of, 'p')].map((line) => JSON.parse(line) as UseLine);
    expect(lines.map(({ severity, isToldElsewhere }) => [severity, isToldElsewhere])).toEqual([
      [null, undefined],
      ['warning', undefined],
      ['warning', true],
      [null, undefined],
      [null, undefined],
    ]);
    expect(toTable(of)).toContain('; 1 warning.');
    const tally = new OrganizationTally();
    for (const line of lines) tally.add(line);
    expect(tally.repositoryRows()[0]?.[1].found.warning).toBe(1);
    expect(tally.factsOf('p', 'acme/tuned')?.worst).toBe('warning');
  });

  it('says where a call goes, to whom and until when, and nothing of it where nothing leaves the project', () => {
    const own = service('gpt-9', { region: 'EU', status: 'deprecated', endsOn: '2027-01-01' });
    const [place] = own.places;
    const text = joined(
      toCsv(
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
      ),
    );
    const [head = '', called = '', loaded = ''] = text.split('\r\n');
    expect(head).toMatch(
      /,host,operator,operator_country,processed_in,terms,service_status,service_ends,license_sureness,license_source,license_read,verdict,commit,catalog$/,
    );
    expect(called).toMatch(/,openai,OpenAI,US,EU,openai-terms,deprecated,2027-01-01,[^,]/);
    expect(loaded).toMatch(/,{8}[^,]/);
  });

  it('says that a name may have ended, and since when', () => {
    const perhaps = service('gpt-9', { status: 'unknown', mayHaveEndedSince: '2026-01-30' });
    const [{ path, line, column } = { path: '', line: 0, column: 0 }] = perhaps.places;
    const references = [reference(path, line, 'gpt-9', { role: 'calls', column })];
    expect(joined(toCsv(report({ references, services: [perhaps] })))).toContain(
      ',perhaps retired,2026-01-30,',
    );
  });

  it('says in each row of which commit and by which catalog it is', () => {
    const ends = (
      project: Partial<AuditReport['project']>,
      tool: Partial<AuditReport['tool']> = {},
    ): unknown =>
      joined(
        toCsv(
          report({
            references: [reference('api/a.py', 1, 'm'), reference('web/b.py', 1, 'm')],
            project: { commit: null, license: null, use: null, ...project },
            tool: { ...SAMPLE.tool, catalogDate: '2026-11-24', ...tool },
          }),
        ),
      )
        .trim()
        .split('\r\n')
        .slice(1)
        .map((line) => line.split(',').slice(-2).join());
    expect(ends({ commit: 'a1', differs: true })).toEqual(['a1+changes,2026-11-24', 'a1+changes,2026-11-24']);
    const parts = [{ path: 'api', commit: 'b2' }];
    expect(ends({ parts }, { catalogVersion: '8.1' })).toEqual(['b2,8.1', 'unknown,8.1']);
  });

  it('lets no cell be taken for a formula', () => {
    expect(lines.find((line) => line.includes('HYPERLINK'))).toMatch(
      /^'=cmd\.py,1,5,"'=HYPERLINK\(""http:\/\/x""\)"/,
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '@octocat/model'])('puts a quote before %s', (name) => {
    const text = joined(toCsv(report({ references: [reference('a.py', 1, name, { model: null })] })));
    expect(text.split('\r\n')[1]).toContain(`,5,'${name},`);
  });

  it('begins no line with a command to a build server', () => {
    for (const path of ['::error file=x::pwn.py', '##vso[task.complete].py'])
      expect(
        joined(toCsv(report({ references: [reference(path, 1, 'm', { model: null })] }))).split('\r\n')[1],
      ).toMatch(/^"(?:::error|##vso)/);
  });

  it('quotes separators and quotes, and shows line breaks', () => {
    const text = joined(toCsv(report({ references: [reference('a,"b"\n.py', 1, 'm', { model: null })] })));
    expect(text.split('\r\n')[1]).toMatch(/^"a,""b""\\u000a\.py",1,/);
  });
});

describe('JSON', () => {
  it('is the report and nothing else', () => {
    expect(JSON.parse(joined(toJson(SAMPLE)))).toEqual(SAMPLE);
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

describe('what changed since a revision', () => {
  const changed = report({
    since: {
      ref: 'v1|2',
      changes: [
        { model: 'acme/base', change: 'added', detail: ['loads in a.py'] },
        { model: 'acme/tuned', change: 'changed', detail: ['now serves in b.py', 'no longer loads in a.py'] },
      ],
    },
  });
  const same = report({ since: { ref: 'main', changes: [] } });

  it('is a line a place in the table', () => {
    expect(toTable(changed).split('\n')).toEqual(
      expect.arrayContaining([
        'Models since v1|2:',
        '  added    acme/base   loads in a.py',
        '  changed  acme/tuned  now serves in b.py',
        '                       no longer loads in a.py',
      ]),
    );
    expect(toTable(same).split('\n')).toContain('No model was added, changed or removed since main.');
    expect(toTable(report())).not.toContain('since');
  });

  it('is a row a model in pages', () => {
    const text = toMarkdown(changed);
    expect(text).toContain('## Models since v1\\|2\n\n| Change | Model | Where |');
    expect(text).toContain('| added | `acme/base` | loads in a.py |');
    expect(text).toContain('| changed | `acme/tuned` | now serves in b.py<br>no longer loads in a.py |');
    expect(toMarkdown(same)).toContain('## Models since main\n\nNo model was added, changed or removed.');
    expect(toMarkdown(report())).not.toContain('since');
    const page = toHtml(changed, 'demo');
    expect(page).toContain('<h2>Models since v1|2</h2>');
    expect(page).toContain('<td>now serves in b.py<br>no longer loads in a.py<br></td>');
    expect(page).not.toContain('No model was added');
    expect(toHtml(same, 'demo')).toContain('No model was added, changed or removed.');
    expect(toHtml(report(), 'demo')).not.toContain('since');
  });
});

describe('a comment that newly excuses', () => {
  it.each([
    ['a pilot until 2027-03-31', 'a pilot (expires: 2027-03-31)'],
    ['試験のみ（2027-03-31まで）', '試験のみ (expires: 2027-03-31)'],
    ['a pilot', 'a pilot (expires: never)'],
  ])('is told with its end, or that it has none: %s', (reason, told) => {
    const ignores = [{ path: 'a.py', line: 3, rules: ['license/denied'], models: ['acme/base'], reason }];
    expect(toTable(report({ since: { ref: 'main', changes: [], ignores } }))).toContain(
      `New ignore comment at a.py:3 (acme/base, license/denied): ${told}\n`,
    );
  });
});

describe('a report in which something is missing', () => {
  const only = (id: string) => report({ models: SAMPLE.models, references: [reference('a.py', 1, id)] });

  it('says unknown of what nothing tells of a model', () => {
    expect(toMarkdown(only('acme/silent'))).toContain(
      '| `acme/silent` | Unknown | none stated | open-weights | unknown | unknown | `a.py:1` |',
    );
    expect(toHtml(only('acme/silent'), 'demo')).toContain(
      '<td>none stated</td><td>-</td><td>unknown</td><td>open-weights</td><td>unknown</td><td>unknown</td>',
    );
    const nameless = report({ references: [reference('a.py', 1, 'acme/none', { model: null })] });
    expect(toMarkdown(nameless)).not.toContain('## Models');
    expect(toMarkdown(nameless)).toContain('## Not known');
    expect(toHtml(nameless, 'demo')).not.toContain('<h2>Models</h2>');
    expect(joined(toCsv(nameless)).split('\r\n')[1]).toMatch(/,unknown,unknown,unknown,unknown,/);
  });

  it('has no part for what it has none of', () => {
    expect(toMarkdown(report()).match(/^## .*/gm)).toBeNull();
    const headings = toHtml(report(), 'demo').match(/<h2>.*?<\/h2>/g);
    expect(headings).toEqual(['<h2>At a glance</h2>', '<h2>Signatures</h2>']);
    expect(toTable(report())).toBe(
      '0 models in 0 places; 3 files searched; no findings.\n\nNo model is named.\n\n',
    );
  });

  it('names the models that stay in the project, and none where all are called', () => {
    const called = report({
      models: SAMPLE.models,
      references: [reference('a.py', 1, 'gpt-9', { registry: 'openai', role: 'calls' })],
      services: [service('gpt-9')],
    });
    const own = report({
      models: SAMPLE.models,
      references: [reference('a.py', 1, 'acme/base', { host: 'self' })],
    });
    const places = '`acme/base` (`a.py:1`).';
    expect(toMarkdown(own)).toContain('Nothing: no service is called.\n\n');
    expect(toMarkdown(own)).toContain(places);
    expect(toMarkdown(called)).not.toContain('no service is called');
    expect(
      toMarkdown(called)
        .trimEnd()
        .split('\n')
        .filter((line) => line.endsWith(').')),
    ).toEqual([]);
    expect(toHtml(own, 'demo')).toMatch(
      /<p>Nothing: no service is called\.<\/p><p>.*<code>acme\/base<\/code> \(.*a\.py:1.*\)\.<\/p>/,
    );
    expect(toHtml(called, 'demo')).not.toContain('no service is called');
  });

  it('counts what it has at a glance, one model as one', () => {
    const page = toHtml(only('acme/base'), 'demo');
    expect(page).toContain('<li><b>1</b>model</li><li><b>1</b>place that names one</li>');
    const some = toHtml(SAMPLE, 'demo');
    expect(some).toContain('<li><b>6</b>models</li>');
    expect(some).toContain('<li><b>2</b>models not known</li><li><b>4</b>files searched</li>');
    expect(page).not.toContain('This audit is not complete');
  });
});

describe('the bars of a page', () => {
  it('begin with the longest, then go by name; what is no country keeps its name', () => {
    const from = (id: string, ...countries: (string | null)[]) =>
      model(id, { origin: countries.map((country) => ({ model: id, organization: 'x', country })) });
    const models = [
      from('a', 'US', null),
      from('b', 'JP'),
      from('c', 'US'),
      from('d', 'the moon'),
      from('e'),
      from('f', 'FR'),
    ];
    const page = toHtml(
      report({ models, references: models.map(({ id }, index) => reference('a.py', index + 1, id)) }),
      'demo',
    );
    const bars = page.slice(page.indexOf('<h3>Origin by country'));
    const rows = [
      ...bars
        .slice(0, bars.indexOf('</section>'))
        .matchAll(/<th scope="row">(.*?)<\/th><td class="number">(\d+)<.*?class="(value.*?)" width="(\d+)"/g),
    ].map(([, key, count, kind, width]) => [key, count, kind, Number(width)]);
    const full = rows[0]?.[3] as number;
    expect(rows).toEqual([
      ['United States', '2', 'value', full],
      ['unknown', '2', 'value unknown', full],
      ['France', '1', 'value', full / 2],
      ['Japan', '1', 'value', full / 2],
      ['the moon', '1', 'value', full / 2],
    ]);
  });
});
