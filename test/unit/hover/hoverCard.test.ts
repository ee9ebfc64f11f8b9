import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hoverCard } from '../../../src/core/hover/hoverCard';
import type { HoverOptions } from '../../../src/core/hover/card';
import { drawnLines, MAX_LINES } from '../../../src/core/hover/lines';
import { plain, safeUrl } from '../../../src/core/hover/markdown';
import { english, type Translate } from '../../../src/core/message';
import type { Model } from '../../../src/core/model';
import type { ModelReference } from '../../../src/core/reference';
import type { Registry, Role } from '../../../src/core/vocabulary';
import { contextOf, judged, reference, type Scenario } from '../policy/support';

const OPTIONS: HoverOptions = {
  translate: english,
  commandLink: (command, args) => `command:${command}?${encodeURIComponent(JSON.stringify(args))}`,
  countryName: (code) => ({ FR: 'France (FR)', US: 'United States (US)', CN: 'China (CN)' })[code] ?? code,
};

interface Given extends Scenario {
  readonly policy?: string;
  readonly options?: Partial<HoverOptions>;
  readonly model?: Partial<Model>;
  readonly definedOnLine?: number;
}

function card(id: string, { policy, options, model, definedOnLine, ...scenario }: Given = {}): string {
  const context = contextOf(policy, scenario);
  const at: ModelReference = reference(id, scenario);
  const known = context.lookup.find(id, at.registry);
  return hoverCard(
    {
      reference: at,
      model: known && { ...known, ...model },
      findings: judged(id, policy, scenario),
      context,
      ...(definedOnLine !== undefined && { definedOnLine }),
    },
    { ...OPTIONS, ...options },
  );
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}

/** The line below the verdict: what most readers want to know beside it. */
function summary(text: string): string {
  return text.split('  \n')[1]?.split('\n')[0] ?? '';
}

const PRODUCT = 'use: { purpose: commercial, distribution: service, regions: [EU] }\n';

describe('the verdict', () => {
  it('comes first, then the name', () => {
    expect(firstLine(card('mistralai/Mistral-7B-Instruct-v0.3', { policy: PRODUCT }))).toBe(
      '$(pass) Allowed · **mistralai/Mistral-7B-Instruct-v0.3**  ',
    );
  });

  it('says what is left to an audit where the host does not judge the whole project', () => {
    const left = 'Whether the project does what is asked, only';
    const options = { leavesDuties: true } as const;
    const of = (policy: string | undefined, more: Given = {}): string =>
      card('meta-llama/Llama-3.1-8B-Instruct', { ...(policy !== undefined && { policy }), ...more });
    expect(of(PRODUCT, { options })).toContain(left);
    expect(of(PRODUCT)).not.toContain(left);
    expect(of(undefined, { options })).not.toContain(left);
    expect(of('licenses: { deny: [llama3.1] }', { options })).not.toContain(left);
    expect(card('mistralai/Mistral-7B-Instruct-v0.3', { policy: PRODUCT, options })).not.toContain(left);
  });

  it.each([
    ['licenses: { deny: [llama3.1] }', '$(error) Not allowed'],
    ['licenses: { warn: [llama3.1] }', '$(warning) Needs review'],
    ['use: { purpose: commercial }', '$(pass) Allowed, with duties'],
    [
      'licenses: { deny: [llama3.1] }\nexceptions: [{ model: "**", reason: pilot }]',
      '$(pass) Allowed, with duties, by an exception',
    ],
    [
      'licenses: { deny: [llama3.1] }\nexceptions: [{ model: "**", reason: pilot, expires: 2099-12-31 }]',
      '$(pass) Allowed, with duties, by an exception until 2099-12-31',
    ],
    [undefined, '$(law) No policy'],
  ])('under %j is %s', (policy, result) => {
    const text = firstLine(card('meta-llama/Llama-3.1-8B-Instruct', policy === undefined ? {} : { policy }));
    expect(text.startsWith(`${result} · `), text).toBe(true);
  });

  it.each([
    ['nobody/nothing', '$(question) Unknown'],
    ['someone/no-license', '$(question) Unknown'],
    ['someone/other-license', '$(question) Unknown'],
  ])('never calls %s allowed', (id, result) => {
    expect(firstLine(card(id)).startsWith(result)).toBe(true);
    expect(firstLine(card(id, { policy: 'licenses: { unknown: off }' })).startsWith(result)).toBe(true);
    expect(card(id, { policy: 'version: 1' })).not.toContain('$(pass)');
  });

  it('judges a mention as if it were a use', () => {
    expect(
      firstLine(
        card('meta-llama/Llama-3.1-8B-Instruct', {
          role: 'mentions',
          policy: 'licenses: { deny: [llama3.1] }',
        }),
      ),
    ).toMatch(/^\$\(error\) Not allowed/);
  });
});

describe('the summary', () => {
  it('says whether it may be used commercially, license with its SPDX id, openness, publisher with country', () => {
    expect(summary(card('mistralai/Mistral-7B-Instruct-v0.3', { policy: PRODUCT }))).toBe(
      'Commercial use: allowed · Apache License 2.0 (Apache-2.0) · open weights · Mistral AI, France (FR) · runs where this project deploys it',
    );
  });

  it.each([
    ['meta-llama/Llama-3.1-8B-Instruct', 'with conditions'],
    // What is in effect counts, not what the label says.
    ['someone/llama-in-apache', 'with conditions'],
    ['someone/no-license', 'unknown'],
    ['someone/other-license', 'unknown'],
  ])('answers for %s: %s', (id, answer) => {
    expect(summary(card(id))).toMatch(new RegExp(`^Commercial use: ${answer} ·`));
  });

  it('says plainly what is not known', () => {
    expect(summary(card('nobody/nothing'))).toBe('nothing is known of this model');
    expect(summary(card('placeless/model'))).toContain('Placeless, country unknown');
    expect(summary(card('someone/no-license'))).toContain('no license stated · openness unknown');
    expect(summary(card('someone/other-license'))).toContain('license unknown (other)');
  });

  it('tells the label from what is in effect', () => {
    expect(summary(card('someone/llama-in-apache'))).toContain(
      'Apache License 2.0 (Apache-2.0), in effect Llama 3.1 Community License Agreement (llama3.1)',
    );
  });

  it('names all licenses that hold at once', () => {
    expect(summary(card('someone/two-licenses'))).toContain(
      'Apache License 2.0 (Apache-2.0) and Llama 3.3 Community License Agreement (llama3.3) and Gemma Terms of Use (gemma) ·',
    );
  });
});

describe('what the terms ask', () => {
  function bullets(text: string): readonly string[] {
    return text.split('\n').filter((line) => line.startsWith('- '));
  }

  it('puts the limits that this project runs into first, with the clause', () => {
    const [first] = bullets(card('meta-llama/Llama-4-Scout-17B-16E-Instruct', { policy: PRODUCT }));
    expect(first).toMatch(/^- \$\(error\) Limit on regions: .* leaves out EU \(.+\)/);
  });

  it('says what to show where the project offers the model', () => {
    expect(bullets(card('meta-llama/Llama-3.1-8B-Instruct', { policy: PRODUCT }))[0]).toBe(
      '- Show “Built with Llama” (s.1.b.i)',
    );
    expect(
      card('meta-llama/Llama-3.1-8B-Instruct', { policy: 'use: { purpose: internal, distribution: none }' }),
    ).not.toContain('Built with Llama');
  });

  it('has what the terms of the host ask of whoever calls it, whatever license the model has', () => {
    const called = (id: string) =>
      bullets(card(id, { role: 'calls', policy: PRODUCT, reference: { host: 'bedrock' } }));
    const asked = '- Keep to the use policy of AWS Service Terms';
    expect(called('meta-llama/Llama-3.1-8B-Instruct')).toContain(asked);
    expect(called('gpt-4o')).toContain(asked);
  });

  it('leaves it to the terms of a service where the model is only called', () => {
    const called = (id: string) => bullets(card(id, { role: 'calls', policy: PRODUCT }));
    expect(called('meta-llama/Llama-3.1-8B-Instruct')).toEqual([
      '- The weights are under Llama 3.1 Community License Agreement; the terms of the service that runs them decide',
    ]);
    expect(called('someone/no-license')).toEqual([]);
    expect(called('gpt-4o').join('\n')).toContain('OpenAI Services Agreement');
  });

  it('has at most three bullets, and links to the rest', () => {
    const text = card('meta-llama/Llama-3.2-11B-Vision-Instruct');
    expect(bullets(text)).toHaveLength(3);
    expect(bullets(text)[2]).toMatch(/ · \[and \d more\]\(command:showLicense\?/);
  });

  it('has fewer where their sentences are long, and never a part of one', () => {
    const long = 'w'.repeat(390);
    const text = card('meta-llama/Llama-3.2-11B-Vision-Instruct', {
      options: {
        translate: (template, ...args) =>
          template.startsWith('Keep to') ? long : english(template, ...args),
      },
    });
    expect(text).toContain(long);
    expect(bullets(text)).toHaveLength(1);
    expect(bullets(text)[0]).toMatch(/and \d more/);
  });

  it('says when nothing is asked, but not of a license nobody knows', () => {
    expect(bullets(card('Qwen/Qwen3-8B'))).toEqual(['- Apache License 2.0 asks nothing of this use']);
    expect(bullets(card('someone/other-license'))).toEqual([]);
    expect(bullets(card('nobody/nothing'))).toEqual([]);
  });

  it('names the license of each where several hold', () => {
    const said = bullets(card('someone/nc-over-llama'));
    expect(said[0]).toMatch(/NonCommercial 4\.0 .*\(s\./);
    expect(said[1]).toMatch(/Llama 3\.1 .*\(s\./);
  });
});

describe('facts', () => {
  it('names the bases with license, publisher and country', () => {
    expect(card('someone/qwen-tuned')).toContain(
      '$(git-merge) fine-tuned from Qwen/Qwen3-8B (Apache License 2.0; Alibaba, China (CN))',
    );
  });

  it('tells in one line who runs the model, wherever it comes from', () => {
    const line = (registry: Registry, role: Role = 'calls') =>
      card('Qwen/Qwen3-8B', { role, registry })
        .split('\n')
        .find((text) => text.startsWith('$(cloud)'))
        ?.trim();
    expect(line('alibaba')).toBe('$(cloud) called at DashScope (China (CN)) · no terms recorded');
    expect(line('mistral')).toMatch(/^\$\(cloud\) called at Mistral AI \(France \(FR\)\) · /);
    expect(line('huggingface', 'loads')).toBeUndefined();
    expect(summary(card('Qwen/Qwen3-8B'))).toMatch(/ · runs where this project deploys it$/);
    expect(card('Qwen/Qwen3-8B', { role: 'calls', registry: 'groq' })).toContain(
      'Placeless (country unknown) · Snowflake Terms of Service, commercial use not known',
    );
    expect(card('eu.anthropic.claude-x', { role: 'calls', registry: 'bedrock' })).toContain(
      'called at Amazon Bedrock (United States (US)), processed in EU',
    );
    expect(
      card('meta-llama/Llama-3.1-8B-Instruct', { role: 'calls', reference: { host: 'bedrock' } }),
    ).toContain('to which the terms of the service hold callers as well');
    expect(card('gpt-4o', { role: 'calls', reference: { via: 'alibaba' } })).toContain(
      ', passed on by DashScope',
    );
  });

  it('tells of the end of a service, a new name, copies and contradictions', () => {
    expect(card('claude-2.1', { role: 'calls' })).toContain(
      '$(cloud) called at Anthropic (United States (US)), ended 2025-07-21 → claude-sonnet-4-5 · ',
    );
    expect(card('claude-3-opus', { role: 'calls' })).toContain('ends 2027-01-05 → claude-sonnet-4-5');
    expect(card('THUDM/glm-4-9b-chat')).toContain('now called zai-org/glm-4-9b-chat');
    const text = card('Qwen/Qwen3-8B', {
      model: {
        copyOf: 'a/b',
        contradictions: ['license: mit (x) against gpl-3.0 (y)'],
        status: { state: 'renamed', successor: 'a/new' },
      },
    });
    expect(text).toContain('now called a/new · a copy of a/b');
    expect(text).toContain('$(warning) sources disagree on license: mit');
  });

  it('names no base that has the license, publisher and country of the model itself', () => {
    const base = { model: 'Qwen/Qwen3-8B-Base', relation: 'finetune', license: 'apache-2.0' } as const;
    const own = { model: 'Qwen/Qwen3-8B', organization: 'alibaba', country: 'CN' };
    const of = (changed: Partial<typeof base>, origin: Partial<typeof own> = {}) =>
      card('Qwen/Qwen3-8B', {
        model: {
          publisher: { id: 'alibaba', name: 'Alibaba', country: 'CN' },
          lineage: [{ ...base, ...changed } as typeof base],
          origin: [own, { ...own, model: base.model, ...origin }],
        },
      });
    expect(of({})).not.toContain('fine-tuned from');
    expect(of({ license: 'mit' as 'apache-2.0' })).toContain('fine-tuned from');
    expect(of({}, { country: 'FR' })).toContain('fine-tuned from');
    expect(of({}, { organization: 'someone' })).toContain('fine-tuned from');
  });

  it('gives source, date and confidence of the license, in few words', () => {
    expect(card('Qwen/Qwen3-8B')).toContain('license: The test, 2026-11-01, high confidence · [Details](');
    expect(card('stranger/Llama-3.1-8B-Instruct-AWQ')).toContain(
      'license: That of its original, 2026-11-01, inferred',
    );
    const read = [
      {
        fact: 'license',
        source: 'https://hub.example/a/very/long/path',
        date: '2026-01',
        confidence: 'high',
        origin: 'hub',
      },
    ] as const;
    expect(card('Qwen/Qwen3-8B', { model: { evidence: read } })).toContain(
      'license: hub.example, 2026-01, high',
    );
    const evidence = [
      { fact: 'license', source: 'a rule', date: '2026-01', confidence: 'low', origin: 'inferred' },
    ] as const;
    expect(card('Qwen/Qwen3-8B', { model: { evidence } })).toContain('license: a rule, 2026-01, inferred');
  });

  it('leaves reasons and the source at length to the page of details, and tells them where there is none', () => {
    const policy = 'licenses: { deny: [llama3.1] }';
    const id = 'meta-llama/Llama-3.1-8B-Instruct';
    expect(card(id, { policy })).not.toMatch(/\$\((?:list-tree|book)\)/);
    const alone = card(id, {
      policy,
      reference: { why: [{ template: 'loaded by name', args: [] }] },
      options: { commandLink: () => undefined },
    });
    expect(alone).toContain('decided by');
    expect(alone).toContain('$(book) license: ');
    expect(alone).not.toContain('Details');
  });

  it('says where a variable gets its value', () => {
    expect(card('Qwen/Qwen3-8B', { definedOnLine: 12 })).toContain(
      '$(symbol-variable) Qwen/Qwen3-8B is given its value on line 12',
    );
  });
});

describe('links', () => {
  it('runs only commands it was given, and leaves out those the host has not', () => {
    const text = card('meta-llama/Llama-3.1-8B-Instruct', { policy: 'licenses: { deny: [llama3.1] }' });
    expect(text).toContain(`[Details](command:showDetails?${encodeURIComponent('[]')})`);
    // The problem beside the card leads to its rule.
    expect(text).not.toContain('license/denied');
    expect(
      card('meta-llama/Llama-3.1-8B-Instruct', { options: { commandLink: () => undefined } }),
    ).not.toContain('command:');
  });

  it('offers the Hub where it may know more', () => {
    expect(card('nobody/nothing')).toContain('[Look up on the Hub](');
    expect(card('stranger/Llama-3.1-8B-Instruct-AWQ')).toContain('[Look up on the Hub](');
    expect(card('Qwen/Qwen3-8B')).not.toContain('Look up');
    expect(card('gpt-4o', { role: 'calls' })).not.toContain('Look up');
  });

  it('leads to the steward of the license and to the card', () => {
    expect(card('Qwen/Qwen3-8B')).toContain(
      '[License](https://www.apache.org/licenses/LICENSE-2.0) · [Model card](https://huggingface.co/Qwen/Qwen3-8B)',
    );
    expect(card('gpt-4o', { role: 'calls' })).not.toContain('huggingface.co');
  });

  it.each([
    'http://a.example/',
    'javascript:alert(1)',
    'command:x',
    'https://a.example/)[x](command:y)',
    'https://user@a.example/',
    'https://a.example:8080/x',
    'https://a.example/?q=1',
    'file:///etc/passwd',
    '',
    null,
  ])('does not link to %j', (url) => {
    expect(safeUrl(url)).toBeUndefined();
  });
});

describe('length', () => {
  it.each([
    'mistralai/Mistral-7B-Instruct-v0.3',
    'meta-llama/Llama-3.2-11B-Vision-Instruct',
    'someone/llama-in-apache',
    'someone/sa-and-rail',
    'THUDM/glm-4-9b-chat',
    'nobody/nothing',
  ])('%s fits', (id) => {
    for (const policy of ['version: 1', PRODUCT]) {
      const lines = card(id, { policy, definedOnLine: 3 })
        .split('\n')
        .filter((line) => line !== '');
      expect(lines.reduce((sum, line) => sum + drawnLines(line), 0)).toBeLessThanOrEqual(MAX_LINES);
    }
  });
});

describe('hostile text', () => {
  const HOSTILE = [
    '[click](command:workbench.action.terminal.new)',
    '![x](https://evil.example/pixel.png)',
    '<img src=x onerror=alert(1)>',
    '$(pass) allowed',
    '`code` **bold** _em_ ~~no~~',
    'https://evil.example/x',
    'www.evil.example',
    'me@evil.example',
    '| a | b |',
    '# title',
    '&lt;b&gt;',
    'a\n\n- [x](command:y)',
    '<https://evil.example>',
    'command:evil',
    'ftp://evil.example',
    '\\[x](y)',
  ];

  /** What is left of a Markdown text when everything escaped is taken out. */
  function active(markdown: string): string {
    return markdown.replace(/\\[\s\S]|&#64;/g, '');
  }

  it.each(HOSTILE)('%j stays text', (text) => {
    const shown = plain(text);
    expect(active(shown)).not.toMatch(/[[\]<>`*_|#!~$]/);
    expect(shown).not.toContain('\n');
    expect(shown).not.toMatch(/(?:https?|ftp|command):/);
    expect(shown).not.toMatch(/www\.|@/);
  });

  it.each(HOSTILE)("%j in a model's facts makes no link, icon or element", (text) => {
    const model: Partial<Model> = {
      publisher: { id: 'x', name: text, country: null },
      copyOf: text,
      contradictions: [text],
      lineage: [{ model: text, relation: 'finetune', license: text }],
      evidence: [{ fact: 'license', source: text, date: text, confidence: 'high', origin: 'hub' }],
      license: {
        declared: {
          key: text,
          spdx: null,
          name: text,
          url: `https://x.example/${text}`,
          category: 'unknown',
          commercialUse: 'unknown',
        },
        effective: null,
      },
    };
    const text1 = card('Qwen/Qwen3-8B', { model, reference: { text } });
    const links = [...text1.matchAll(/(?<!\\)\]\(([^)]*)\)/g)].map(([, address]) => address);
    expect(
      links.every((address) =>
        /^(?:command:(?:showDetails|showLicense|lookUpOnHub)\?|https:\/\/(?:www\.apache\.org|huggingface\.co)\/)/.test(
          address ?? '',
        ),
      ),
      links.join(' '),
    ).toBe(true);
    expect(active(text1)).not.toMatch(/<|!\[/);
    const icons = [...active(text1).matchAll(/\$\(([a-z-]+)\)/g)].map(([, icon]) => icon);
    expect(
      icons.every((icon) =>
        ['law', 'question', 'git-merge', 'warning', 'history', 'book', 'symbol-variable'].includes(
          icon ?? '',
        ),
      ),
      icons.join(' '),
    ).toBe(true);
  });

  it("an unknown model's name stays text too", () => {
    for (const text of HOSTILE) {
      const shown = card(text, { registry: 'other' });
      expect(active(shown.split(/ · |\n/)[1] ?? '').replaceAll('**', '')).not.toMatch(/[[\]<>`*_|#!~$]/);
    }
  });
});

describe('language', () => {
  it('passes every sentence through the translation', () => {
    const shout: Translate = (template, ...args) => english(`«${template}»`, ...args);
    const text = card('someone/llama-in-apache', { policy: PRODUCT, options: { translate: shout } });
    for (const sentence of [
      '«openness unknown»',
      '«License»',
      '«Details»',
      '«fine-tuned from»',
      '«Needs review»',
    ])
      expect(text).toContain(sentence);
  });

  it.each([
    ['ja', '重み公開（利用制限あり）', '要確認', '確度：高'],
    ['zh-cn', '可获取权重', '需要核查', '可信度：高'],
  ])('is spoken as the translations to %s have it', (language, openness, result, confidence) => {
    const bundle = JSON.parse(readFileSync(`media/l10n/bundle.l10n.${language}.json`, 'utf8')) as Readonly<
      Record<string, string>
    >;
    const translate: Translate = (template, ...args) =>
      english(bundle[template] ?? `no translation of ${template}`, ...args);
    const text = card('meta-llama/Llama-3.1-8B-Instruct', {
      policy: 'licenses: { warn: [llama3.1] }',
      options: { translate },
    });
    expect(firstLine(text)).toMatch(new RegExp(`^\\$\\(warning\\) ${result} · `));
    expect(summary(text)).toContain(` · ${openness} · Meta, United States (US)`);
    expect(text).toContain(confidence);
    expect(text).not.toContain('no translation');
  });
});
