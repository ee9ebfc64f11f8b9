import { describe, expect, it } from 'vitest';
import { REPORT_STYLE } from '../../../src/core/report/htmlStyle';
import { htmlBody, toHtml } from '../../../src/core/report/html';
import { escapeHtml, html } from '../../../src/core/report/htmlText';
import { lineageGraph } from '../../../src/core/report/lineageGraph';
import { finding, model, report, SAMPLE } from './sample';

const page = toHtml(SAMPLE, '<demo> & "co"');

describe('the page', () => {
  it('needs nothing else and runs nothing', () => {
    expect(page).toContain(
      `http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;"`,
    );
    expect(page).not.toMatch(/<script|<link|<img|<iframe| on[a-z]+=|javascript:|url\(|@import/i);
  });

  it('lets no text of the audited files become markup', () => {
    expect(page).toContain('&lt;/script&gt;&lt;b&gt;');
    expect(page).not.toMatch(/<b>\|/);
    expect(page).toContain('<title>AI models of &lt;demo&gt; &amp; &quot;co&quot;</title>');
  });

  it('has a heading for each part, in order of depth', () => {
    const headings = [...page.matchAll(/<h([1-6])>(.*?)<\/h/g)].map(([, level, text]) => `${level} ${text}`);
    expect(headings).toEqual([
      '1 AI models of &lt;demo&gt; &amp; &quot;co&quot;',
      '2 At a glance',
      '3 Verdicts',
      '3 License categories',
      '3 Openness',
      '3 Origin by country',
      '2 Findings',
      '2 Models',
      '2 What leaves this project, to whom, and where',
      '2 Lineage',
      '2 Not known',
      '2 Chosen when the program runs',
      '2 Exceptions',
      '2 Ignored where it stands',
      '2 Not searched',
      '2 Signatures',
    ]);
  });

  it('says the verdict and what matters most before anything else', () => {
    const findings = [1, 2, 3, 4, 5, 6].map((line) =>
      finding('license/denied', 'a.py', line, { message: `bad <${line}>` }),
    );
    const body = toHtml(
      report({ ...SAMPLE, findings: [...findings, { ...findings[0]!, path: 'b.py' }] }),
      'demo',
    );
    const first = body.slice(body.indexOf('<h1>'), body.indexOf('At a glance'));
    expect(first).toMatch(/<strong>Verdict: [^<]+ \d+\.<\/strong>/);
    expect(first).toContain('bad &lt;1&gt; (<code>a.py:1</code> and 1 more)');
    expect(first.match(/<li>/g)).toHaveLength(5);
  });

  it('has lines to sign on paper, beside what was judged and that it is not complete', () => {
    const { stats } = report();
    const day = '2026-11-24';
    const [, sheet = ''] = toHtml(report({ day, stats: { ...stats, complete: false } }), 'demo').split(
      'class="sign-off"',
    );
    expect(sheet).toContain('<strong>AI models of demo</strong>');
    expect(sheet).toContain(`Judged as of ${day}.`);
    expect(sheet).toContain('This audit is not complete');
    expect(sheet.match(/<th scope="(?:col|row)">[^<]+/g)?.map((cell) => cell.replace(/.*>/, ''))).toEqual([
      'Full name',
      'Role',
      'Date',
      'Signature',
      'Prepared by',
      'Approved by',
    ]);
    expect(REPORT_STYLE).toMatch(
      /\.sign-off \{ display: none; \}[^]*@media print \{[^]*\.sign-off \{ display: block;/,
    );
  });

  it('says what leaves the project, to whom and where', () => {
    const [, table = ''] = page.split('What leaves this project, to whom, and where</h2>');
    expect(table.split('</table>')[0]).toMatch(/OpenAI \(US\).*EU.*gpt-9.*ends 2027-01-01 → gpt-10/s);
    expect(toHtml(report({ services: [] }), 'none')).not.toContain('What leaves this project');
  });

  it('closes what it opens', () => {
    const open: string[] = [];
    for (const [, close, name = '', rest = ''] of htmlBody(SAMPLE, 'demo').markup.matchAll(
      /<(\/?)([a-z][a-z0-9]*)([^>]*)>/g,
    )) {
      if (rest.endsWith('/') || name === 'br') continue;
      if (close === '') open.push(name);
      else expect(open.pop()).toBe(name);
    }
    expect(open).toEqual([]);
  });

  it('says when an audit is not complete, and of an empty one that it found nothing', () => {
    expect(page).toContain('This audit is not complete');
    expect(toHtml(report(), 'empty')).toContain(
      '<p>0 models in 0 places: no findings. 3 files searched.</p>',
    );
  });

  it('lists what is chosen when the program runs, and whom an exception excuses from what', () => {
    const table = (title: string): string =>
      new RegExp(`<h2>${title}</h2>[^]*?</table>`).exec(page)?.[0] ?? '';
    const cells = (title: string, tag: 'th' | 'td'): readonly string[] =>
      [...table(title).matchAll(new RegExp(`<${tag}[^>]*>(.*?)</${tag}>`, 'g'))].map(([, text = '']) =>
        text.replace(/<[^>]+>/g, ''),
      );
    expect(cells('Chosen when the program runs', 'th')).toEqual(['Place', 'Call', 'Expression']);
    expect(cells('Chosen when the program runs', 'td')).toEqual([
      'a.py:20',
      'from_pretrained',
      'args.model|x',
    ]);
    const everyRule = {
      ...SAMPLE,
      policies: SAMPLE.policies.map((policy) => ({
        ...policy,
        exceptions: policy.exceptions.map((one) => ({ ...one, rules: [] })),
      })),
    };
    expect(cells('Exceptions', 'td').slice(0, 3)).toEqual(['acme/*', 'license/denied', 'all']);
    expect(toHtml(everyRule, 'demo')).toContain('<td>every rule</td>');
    expect(toHtml(report(), 'empty')).not.toContain('Chosen when the program runs');
    const choices = SAMPLE.runtimeChoices.map((choice) => ({ ...choice, loader: '' }));
    expect(toHtml({ ...SAMPLE, runtimeChoices: choices }, 'demo')).toContain('args.model|x');
    expect(toHtml({ ...SAMPLE, runtimeChoices: choices }, 'demo')).not.toContain('<code></code>');
    expect(toHtml(report(), 'empty')).not.toContain('<h2>Exceptions</h2>');
  });

  it('never counts what is not known as ok', () => {
    const verdicts = page.slice(page.indexOf('<h3>Verdicts'), page.indexOf('<h3>License categories'));
    expect(
      [...verdicts.matchAll(/<th scope="row">([\w ]+)<\/th><td class="number">(\d+)/g)].map(
        ([, key, count]) => `${key} ${count}`,
      ),
    ).toEqual(['Allowed 2', 'Unknown 2', 'Not allowed 1', 'Not used 1']);
  });
});

describe('the drawing of the lineage', () => {
  const chain = (...ids: string[]) =>
    ids.map((id, index) =>
      model(id, {
        lineage: index === 0 ? [] : [{ model: ids[index - 1] ?? '', relation: 'finetune', license: null }],
      }),
    );

  it('has a column for each step from the base', () => {
    const columns = [
      ...(lineageGraph(chain('a', 'b', 'c'))?.markup ?? '').matchAll(/translate\((\d+) \d+\)"><title>(\w)/g),
    ].map(([, x, id]) => `${id} ${x}`);
    expect(columns).toEqual(['a 0', 'b 330', 'c 660']);
  });

  it('ends for a lineage that goes in a circle', () => {
    const circle = [
      model('a', { lineage: [{ model: 'b', relation: 'merge', license: null }] }),
      model('b', { lineage: [{ model: 'a', relation: 'merge', license: null }] }),
    ];
    expect(lineageGraph(circle)?.markup).toContain('<svg');
  });

  it('is left out where there is nothing to draw, or too much', () => {
    expect(lineageGraph([model('a')])).toBeUndefined();
    expect(lineageGraph(chain(...Array.from({ length: 70 }, (_, index) => `m${index}`)))).toBeUndefined();
  });
});

describe('templates', () => {
  it('escape what they are given, but not each other', () => {
    expect(html`<i>${'<'}${html`<b>${"'"}</b>`}${['a', html`<br>`]}${false}${undefined}${0}</i>`.markup).toBe(
      '<i>&lt;<b>&#39;</b>a<br>0</i>',
    );
    expect(escapeHtml('<>&"\'')).toBe('&lt;&gt;&amp;&quot;&#39;');
  });
});
