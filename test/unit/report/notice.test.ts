import { describe, expect, it } from 'vitest';
import type { ReportedObligation } from '../../../src/core/report/auditReport';
import { render } from '../../../src/core/message';
import { toHtml } from '../../../src/core/report/html';
import { toMarkdown } from '../../../src/core/report/markdown';
import { toNotice } from '../../../src/core/report/notice';
import { USE_NOT_STATED } from '../../../src/core/report/summary';
import { model, NONE_STATED_LICENSE, reference, report } from './sample';

function duty(more: Partial<ReportedObligation>): ReportedObligation {
  return {
    model: 'meta/llama',
    license: 'llama3.1',
    kind: 'ship',
    what: 'include-notice',
    text: 'Ship the notice',
    words: null,
    certain: true,
    waitsFor: [],
    clause: 's.1',
    source: null,
    state: 'open',
    where: null,
    ...more,
  };
}
const noticeOf = (...obligations: ReportedObligation[]): string =>
  toNotice(
    report({
      obligations,
      licenses: [
        { key: 'llama3.1', name: 'Llama 3.1 Community License', url: 'https://example.org/l' },
        { key: 'mit', name: 'MIT License', url: null },
      ],
    }),
    'demo',
  );

describe('a notice', () => {
  it('quotes the words that a license prescribes, once, under the license and its models', () => {
    expect(
      noticeOf(
        duty({ words: 'Llama is licensed.' }),
        duty({ model: 'acme/tuned', words: 'Llama is licensed.' }),
      ),
    ).toBe(`NOTICE: AI models used by demo

The models below are licensed by their publishers under the terms named with them.

Llama 3.1 Community License
---------------------------
Terms: https://example.org/l
Models:
  acme/tuned
  meta/llama

Llama is licensed.
`);
  });

  it('says to the author, and not to recipients, what a license wants done without prescribing words', () => {
    const text = noticeOf(
      duty({ license: 'mit', what: 'retain-copyright', text: 'Keep the copyright notices' }),
      duty({ words: 'The notice.' }),
    );
    const [forRecipients, forAuthor] = text.split('# For the author');
    expect(forRecipients).toMatch(
      /^# Incomplete: add, .*\n# {3}the copyright lines .*: meta\/llama\n\nNOTICE/,
    );
    expect(forRecipients).toMatch(/MIT License\n-+\nModels:\n {2}meta\/llama\n\n$/);
    expect(forRecipients).not.toContain('Keep');
    expect(forAuthor).toBe(
      ': these lines are no part of the notice. Take them out of what is given on.\n#\n# MIT License:\n#   Keep the copyright notices (s.1).\n',
    );
  });

  it('leaves to the author what a notice does not show, due now or above a size, until it is found', () => {
    const credit = (more: Partial<ReportedObligation>) =>
      duty({ words: 'Built with Llama', what: 'display-phrase', text: 'Show “Built with Llama”', ...more });
    const text = noticeOf(
      credit({}),
      credit({ model: 'acme/tuned', certain: false, waitsFor: ['offer'] }),
      credit({
        model: 'acme/big',
        text: 'Show “Kimi K2” above 100M MAU',
        certain: false,
        waitsFor: ['size'],
      }),
    );
    expect(text).not.toMatch(/^Built with Llama$/m);
    expect(text.split('\n').filter((line) => line.includes('Show'))).toEqual([
      '#   Show “Built with Llama” (s.1).',
      '#   Show “Kimi K2” above 100M MAU (s.1).',
    ]);
    expect(noticeOf(credit({ state: 'done' }))).not.toContain('Show');
  });

  it('names who published a model, what it was made from, and its page', () => {
    const credited = model('acme/tuned', {
      publisher: { id: 'acme', name: 'Acme Labs', country: null },
      origin: [
        { model: 'acme/tuned', organization: 'acme', country: null },
        { model: 'meta/llama', organization: 'meta', country: 'US' },
      ],
    });
    const text = toNotice(
      report({
        references: [reference('a.py', 1, 'acme/tuned')],
        models: [credited],
        obligations: [duty({ model: 'acme/tuned', what: 'give-credit', text: 'Credit the authors' })],
      }),
      'demo',
    );
    expect(text).toContain(
      '  acme/tuned\n    Publisher: Acme Labs\n    https://huggingface.co/acme/tuned\n    Based on: meta/llama\n',
    );
    expect(text).not.toContain('Incomplete');
  });

  it('says on top what only the author can add', () => {
    const text = noticeOf(
      duty({ license: 'mit', what: 'include-license', text: 'Give recipients a copy' }),
      duty({ what: 'include-license', text: 'Give recipients a copy', state: 'done' }),
      duty({ what: 'give-credit', text: 'Credit the authors' }),
      duty({ license: 'mit', what: 'include-notice' }),
    );
    expect(text.split('\n\n')[0]).toBe(
      [
        '# Incomplete: add, before this is given on, and take these lines out:',
        '#   the notice that came with the model, where it has one: meta/llama',
        '#   the text of the license, or a file with it: MIT License',
        '#   who made the model, which is not known: meta/llama',
      ].join('\n'),
    );
  });

  it('tells the author which models are not allowed, and of which the license is only inferred', () => {
    const guess = {
      fact: 'license',
      source: 'its family',
      date: '2026-01-01',
      confidence: 'low',
      origin: 'inferred',
    } as const;
    const text = toNotice(
      report({
        references: [reference('a.py', 1, 'acme/denied'), reference('a.py', 2, 'acme/guessed')],
        models: [
          { ...model('acme/denied'), verdict: 'conflict' },
          { ...model('acme/guessed', { evidence: [guess] }), verdict: 'unknown' },
        ],
        obligations: [duty({ model: 'acme/denied' }), duty({ model: 'acme/guessed', certain: false })],
      }),
      'demo',
    );
    expect(text).toContain(
      '#\n# Not allowed, as the audit says, which a notice does not change (1 name):\n#   acme/denied\n',
    );
    expect(text).toContain('#\n# The license is only inferred; check it (1 name):\n#   acme/guessed\n');
    expect(text).not.toContain('Not covered');
  });

  it('asks nothing for a model that is only called', () => {
    const called = report({
      references: [reference('a.py', 1, 'meta/llama', { role: 'calls' })],
      models: [model('meta/llama')],
      obligations: [duty({ words: 'The notice.' })],
    });
    expect(toNotice(called, 'demo')).toBe(
      'NOTICE: AI models used by demo\n\nNo license of a model asks for a notice, for what this project does with it.\n',
    );
  });

  it('does not say of a model that it names under a license that none is known of it', () => {
    const adapter = model('acme/adapter', { license: { declared: NONE_STATED_LICENSE, effective: null } });
    const text = toNotice(
      report({
        references: [reference('a.py', 1, 'acme/adapter')],
        models: [{ ...adapter, verdict: 'unknown' }],
        obligations: [duty({ model: 'acme/adapter' })],
      }),
      'demo',
    );
    expect(text).toContain('acme/adapter');
    expect(text).not.toContain('Not covered');
  });

  it('lists what it does not cover, so that it does not look complete', () => {
    const references = [
      reference('a.py', 1, 'nobody/nothing', { model: null }),
      reference('a.py', 2, 'acme/silent'),
      reference('a.py', 3, 'acme/base'),
      reference('a.py', 4, 'only/named', { model: null, role: 'mentions' }),
      reference('a.py', 5, 'only/called', { model: null, role: 'calls' }),
    ];
    const silent = model('acme/silent', { license: { declared: NONE_STATED_LICENSE, effective: null } });
    const text = toNotice(
      report({
        references,
        models: [silent, model('acme/base')],
        stats: { ...report().stats, complete: false },
      }),
      'demo',
    );
    expect(text.split('\n').filter((line) => line.startsWith('#'))).toEqual([
      '# For the author: these lines are no part of the notice. Take them out of what is given on.',
      '#',
      '# Not covered, for no license is known of them (2 names):',
      '#   acme/silent',
      '#   nobody/nothing',
      '# The audit is not complete: models may be missing here.',
    ]);
  });

  it('sets apart what is only due when the models are given to others', () => {
    expect(noticeOf(duty({ words: 'The notice.', certain: false, waitsFor: ['offer'] }))).toContain(
      'Where the models themselves are given or offered to others:\n\nThe notice.\n',
    );
  });

  it('leaves duties that no notice can meet to the author', () => {
    const text = noticeOf(
      duty({ kind: 'avoid', what: 'follow-use-policy', text: 'Keep to the use policy' }),
      duty({ kind: 'name', what: 'name-prefix', words: 'Llama', text: 'Begin the name with “Llama”' }),
    );
    expect(text).toContain('No license of a model asks for a notice');
    expect(text).toContain('#   Begin the name with “Llama” (s.1).\n#   Keep to the use policy (s.1).\n');
  });
});

describe('a notice of a project of which nobody said how its models reach others', () => {
  const unstated = { commit: null, license: null, use: null };

  it('does not say that nothing is asked for', () => {
    const text = toNotice(report({ project: unstated }), 'demo');
    expect(text).toContain('Whether a license of a model asks for a notice is not known.');
    expect(text.startsWith(`# ${render(USE_NOT_STATED)}\n`)).toBe(true);
  });

  it('says in the reports what is left out, also where no duty is listed', () => {
    const of = report({ project: unstated, references: [reference('a.py', 1, 'meta/llama')] });
    for (const text of [toMarkdown(of), toHtml(of, 'demo').replaceAll('&#39;', "'")]) {
      const [, duties = ''] = text.split('What the licenses ask');
      expect(duties).toContain('what licenses ask of those who offer a model to others');
    }
    const mentioned = report({
      project: unstated,
      references: [reference('a.md', 1, 'meta/llama', { role: 'mentions' })],
    });
    expect(toHtml(mentioned, 'demo')).not.toContain('What the licenses ask');
  });
});

describe('the parts of a notice', () => {
  it('come by license, one of which nothing is known under its key', () => {
    const text = noticeOf(
      duty({ license: 'mit', words: 'Words of MIT.' }),
      duty({ license: 'acme-terms', words: 'Words of Acme.' }),
      duty({ words: 'Words of Llama.' }),
    );
    const titles = [...text.matchAll(/^(.+)\n-+$/gm)].map(([, title]) => title);
    expect(titles).toEqual(['acme-terms', 'Llama 3.1 Community License', 'MIT License']);
    expect(text).toContain('acme-terms\n----------\nModels:\n  meta/llama\n\nWords of Acme.\n');
  });

  it('are none where no license asks for a notice', () => {
    expect(noticeOf()).toBe(
      'NOTICE: AI models used by demo\n\nNo license of a model asks for a notice, for what this project does with it.\n',
    );
  });

  it('speak of no model that runs elsewhere', () => {
    const of = (role: 'calls' | 'loads') =>
      toNotice(
        report({
          obligations: [duty({ words: 'Words.' })],
          models: [model('meta/llama')],
          references: [
            reference('a.py', 1, 'meta/llama', { role: 'calls' }),
            reference('a.py', 2, 'meta/llama', { role: 'mentions' }),
            reference('a.py', 3, 'meta/llama', { role }),
          ],
        }),
        'demo',
      );
    expect(of('calls')).not.toContain('Words.');
    expect(of('loads')).toContain('\nWords.\n');
  });
});
