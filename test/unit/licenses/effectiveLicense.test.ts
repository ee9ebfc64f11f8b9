import { describe, expect, it } from 'vitest';
import {
  effectiveLicense,
  type Base,
  type EffectiveLicense,
} from '../../../src/core/licenses/effectiveLicense';
import { render } from '../../../src/core/message';
import type { LineageRelation } from '../../../src/core/vocabulary';
import { license } from './support';

type Named = readonly [model: string, key: string | null, relation?: LineageRelation];

function effective(declared: string | null, ...bases: readonly Named[]): EffectiveLicense {
  return effectiveLicense(
    declared === null ? undefined : license(declared),
    bases.map(
      ([model, key, relation = 'finetune']): Base => ({
        model,
        relation,
        license: key === null ? undefined : license(key),
      }),
    ),
  );
}

describe('the license that governs', () => {
  it.each([
    ['apache-2.0', 'llama2', 'llama2'],
    ['mit', 'llama3.1', 'llama3.1'],
    ['mit', 'apache-2.0', 'mit'],
    ['apache-2.0', 'mit', 'apache-2.0'],
    ['apache-2.0', 'openrail++', 'openrail++'],
    ['mit', 'creativeml-openrail-m', 'creativeml-openrail-m'],
    ['cc-by-nc-4.0', 'llama3.1', 'cc-by-nc-4.0'],
    ['cc-by-nc-4.0', 'apache-2.0', 'cc-by-nc-4.0'],
    ['llama3.1', 'cc-by-nc-4.0', 'cc-by-nc-4.0'],
    ['cc-by-nc-4.0', 'mrl-0.1', 'mrl-0.1'],
    ['mit', 'gpl-3.0', 'gpl-3.0'],
    ['gpl-3.0', 'mit', 'gpl-3.0'],
    ['gemma', 'gemma', 'gemma'],
    // What lets a changed version be shared within limits is freer than what does not let it be shared at all.
    ['llama3.1', 'cc-by-nd-4.0', 'cc-by-nd-4.0'],
    ['cc-by-nd-4.0', 'llama3.1', 'cc-by-nd-4.0'],
    ['cc-by-nd-4.0', 'cc-by-nc-4.0', 'cc-by-nc-4.0'],
    ['openrail++', 'llama3.1', 'llama3.1'],
    ['gpl-3.0', 'openrail++', 'openrail++'],
    ['mpl-2.0', 'gpl-3.0', 'gpl-3.0'],
  ])('%s over %s is %s', (declared, base, expected) => {
    expect(effective(declared, ['base', base]).license?.key).toBe(expected);
  });

  it('a deployment is under the contract of the model that it runs, which is no conflict with itself', () => {
    expect(effective('openai-terms', ['gpt-4-turbo', 'openai-terms'])).toMatchObject({
      license: { key: 'openai-terms' },
      findings: [],
    });
    expect(effective('apache-2.0', ['gpt-4-turbo', 'openai-terms']).findings).not.toEqual([]);
  });

  it('a publisher puts what it makes of its own model under the terms that it states', () => {
    const own: Base = {
      model: 'meta-llama/Llama-3.1-70B',
      relation: 'finetune',
      license: license('llama3.1'),
      isOwn: true,
    };
    expect(effectiveLicense(license('llama3.3'), [own])).toMatchObject({
      license: { key: 'llama3.3' },
      findings: [],
    });
    // Where it states none, those of the base are all that is known.
    expect(effectiveLicense(undefined, [own]).license?.key).toBe('llama3.1');
    expect(
      effectiveLicense(license('llama3.3'), [{ ...own, isOwn: false }]).findings.map(({ kind }) => kind),
    ).toEqual(['relabelled']);
  });

  it('of equally strict terms those of a base that the label drops govern', () => {
    expect(effective('llama3', ['meta-llama/Llama-3.1-8B', 'llama3.1']).parts.map(({ key }) => key)).toEqual([
      'llama3.1',
      'llama3',
    ]);
  });

  it('a family tag gives way to the text it may stand for', () => {
    expect(effective('openrail', ['sd', 'creativeml-openrail-m']).license?.key).toBe('creativeml-openrail-m');
  });

  it('where the card states none, a restricted base is the floor and a permissive one grants nothing', () => {
    expect(effective('none-stated', ['base', 'llama2']).license?.key).toBe('llama2');
    expect(effective('none-stated', ['base', 'apache-2.0']).license?.key).toBe('none-stated');
    expect(effective('other', ['base', 'cc-by-nc-4.0']).license?.key).toBe('cc-by-nc-4.0');
    expect(effective('other', ['base', 'mit']).license?.key).toBe('other');
    expect(effective(null, ['base', 'llama3'])?.license?.key).toBe('llama3');
    expect(effective(null, ['base', 'mit']).license).toBeUndefined();
    expect(effective(null).license).toBeUndefined();
  });

  it('a converted copy without a label of its own has the license of what it copies', () => {
    expect(effective('none-stated', ['base', 'apache-2.0', 'quantized']).license?.key).toBe('apache-2.0');
    expect(effective(null, ['base', 'mit', 'quantized']).license?.key).toBe('mit');
    expect(effective('none-stated', ['base', 'llama3.1', 'quantized']).parts.map((part) => part.key)).toEqual(
      ['llama3.1'],
    );
  });

  it('outputs carry a license on only where its text says so', () => {
    expect(effective('apache-2.0', ['teacher', 'llama3.1', 'distilled']).license?.key).toBe('apache-2.0');
    expect(effective('apache-2.0', ['teacher', 'gemma', 'distilled']).license?.key).toBe('gemma');
    expect(effective('mit', ['student', 'apache-2.0'], ['teacher', 'mit', 'distilled']).license?.key).toBe(
      'mit',
    );
  });

  it('lists every license that holds, the strictest first', () => {
    expect(
      effective(
        'mit',
        ['a', 'cc-by-nc-4.0', 'merge'],
        ['b', 'llama3.1', 'merge'],
        ['c', 'apache-2.0', 'merge'],
      ).parts.map((part) => part.key),
    ).toEqual(['cc-by-nc-4.0', 'llama3.1', 'mit']);
  });
});

describe('a label that does not carry the terms', () => {
  it('names the base, the clause and the source', () => {
    const [finding] = effective('apache-2.0', [
      'meta-llama/Llama-2-7b-chat-hf',
      'llama2',
      'adapter',
    ]).findings;
    expect(finding).toMatchObject({
      kind: 'relabelled',
      bases: ['meta-llama/Llama-2-7b-chat-hf'],
      rule: 'R7',
      clause: 's.1.b.i',
    });
    expect(finding?.baseLicense.key).toBe('llama2');
    expect(finding?.source).toContain('llama-models@');
    expect(finding && render(finding.text)).toBe(
      'Llama 2 Community License Agreement stays with the weights and with what is made from them; the label replaces it',
    );
  });

  it.each([
    ['apache-2.0', 'openrail++', 'relabelled'],
    ['mit', 'cc-by-nc-4.0', 'relabelled'],
    ['mit', 'gpl-3.0', 'relabelled'],
    ['gpl-3.0', 'creativeml-openrail-m', 'conflict'],
    ['cc-by-nd-4.0', 'cc-by-nd-4.0', 'conflict'],
    ['cc-by-nc-4.0', 'llama3.1', 'review'],
    ['openrail', 'creativeml-openrail-m', 'review'],
  ] as const)('%s over %s: %s', (declared, base, kind) => {
    expect(effective(declared, ['base', base]).findings.map((finding) => finding.kind)).toEqual([kind]);
  });

  it.each([
    ['mit', 'apache-2.0'],
    ['llama2', 'llama2'],
    ['cc-by-nc-4.0', 'mit'],
    ['creativeml-openrail-m', 'openrail++'],
    ['agpl-3.0', 'gpl-3.0'],
    ['none-stated', 'llama2'],
    ['other', 'llama2'],
    ['apache-2.0', 'none-stated'],
    ['mit', 'other'],
  ])('%s over %s is nothing to report', (declared, base) => {
    expect(effective(declared, ['base', base]).findings).toEqual([]);
  });

  it('a base whose license is not known is no finding', () => {
    expect(effective('mit', ['base', null])).toMatchObject({ findings: [], parts: [{ key: 'mit' }] });
  });
});

describe('a merge', () => {
  it('is said from the copyleft, whichever of the two it is', () => {
    const either = [
      effective('other', ['a', 'gpl-3.0', 'merge'], ['b', 'llama3.1', 'merge']),
      effective('other', ['b', 'llama3.1', 'merge'], ['a', 'gpl-3.0', 'merge']),
    ].map(({ findings: [finding] }) => [
      finding?.bases,
      finding?.baseLicense.key,
      finding && render(finding.text),
    ]);
    expect(either[0]).toEqual(either[1]);
    expect(either[0]).toEqual([
      ['a', 'b'],
      'gpl-3.0',
      expect.stringMatching(/^What is merged cannot meet both GNU General Public License.* and Llama 3\.1 /),
    ]);
  });

  it('does not clash with itself', () => {
    const same = license('gpl-3.0');
    const terms = license('llama3.1');
    const bases: readonly Base[] = [
      { model: 'a', relation: 'merge', license: same },
      { model: 'a', relation: 'merge', license: terms },
    ];
    expect(effectiveLicense(license('other'), bases).findings).toEqual([]);
  });

  it('of copyleft and terms that add to it cannot meet both', () => {
    const findings = effective(
      'other',
      ['a', 'gpl-3.0', 'merge'],
      ['b', 'creativeml-openrail-m', 'merge'],
    ).findings;
    expect(findings).toMatchObject([{ kind: 'conflict', rule: 'R17', bases: ['a', 'b'], clause: 's.5.c' }]);
  });

  it.each([
    ['cc-by-sa-4.0', 'llama3.1', 1],
    ['cc-by-sa-4.0', 'gpl-3.0', 0],
    ['gpl-3.0', 'agpl-3.0', 0],
    ['cc-by-sa-4.0', 'cc-by-nc-4.0', 1],
    ['gpl-3.0', 'apache-2.0', 0],
    ['gpl-2.0', 'apache-2.0', 0],
    ['mit', 'llama3.1', 0],
  ] as const)('of %s and %s: %i conflict', (first, second, count) => {
    expect(effective('other', ['a', first, 'merge'], ['b', second, 'merge']).findings).toHaveLength(count);
  });
});

describe('several licenses at once', () => {
  const under = (declared: string, also: string, ...bases: readonly Base[]): EffectiveLicense =>
    effectiveLicense(license(declared), bases, [license(also)]);

  it('all hold, the strictest first', () => {
    expect(under('mit', 'gemma').parts.map(({ key }) => key)).toEqual(['gemma', 'mit']);
    expect(under('agpl-3.0', 'mit').parts.map(({ key }) => key)).toEqual(['agpl-3.0', 'mit']);
  });

  it('carry the terms of a base when one of them does', () => {
    const base: Base = { model: 'base', relation: 'finetune', license: license('gemma') };
    expect(effectiveLicense(license('llama3.3'), [base]).findings).not.toEqual([]);
    expect(under('llama3.3', 'gemma', base).findings).toEqual([]);
    expect(under('mit', 'apache-2.0', base).findings).toMatchObject([{ kind: 'relabelled' }]);
  });
});
