import spdxIds from 'spdx-license-ids/index.json';
import { describe, expect, it } from 'vitest';
import { coarseLicense } from '../../../src/core/licenses/coarseLicense';
import { judge, judgeClosed } from '../../../src/core/licenses/compatibility';
import { judgeNames } from '../../../src/core/licenses/judgeNames';
import type { Judgement } from '../../../src/core/licenses/judgement';
import { render } from '../../../src/core/message';
import { RELATIONS, type LineageRelation, type Relation, type Verdict } from '../../../src/core/vocabulary';
import { CATALOG, LICENSES, license } from './support';

function judged(upstream: string, downstream: string, relation: Relation): Judgement {
  return judgeNames({ upstream, downstream, relation }, CATALOG);
}

function verdict(upstream: string, downstream: string, relation: Relation): Verdict {
  return judged(upstream, downstream, relation).verdict;
}

const LETTER: Readonly<Record<Verdict, string>> = {
  ok: '.',
  obligations: 'o',
  review: 'R',
  conflict: 'X',
  unknown: '?',
};

/** One line a model license, one letter a label. */
function matrix(relation: Relation, labels: readonly string[], models: readonly string[]): string {
  return models
    .map(
      (model) =>
        `${model.padEnd(22)} ${labels.map((label) => LETTER[verdict(model, label, relation)]).join(' ')}`,
    )
    .join('\n');
}

const LABELS = [
  'mit',
  'apache-2.0',
  'mpl-2.0',
  'gpl-2.0',
  'gpl-3.0',
  'agpl-3.0',
  'cc-by-sa-4.0',
  'cc-by-nc-4.0',
  'cc-by-nc-sa-4.0',
  'creativeml-openrail-m',
  'openrail',
  'gemma',
  'llama3.1',
  'proprietary',
  'none-stated',
  'unheard-of-1.0',
];
const MODELS = [
  'mit',
  'apache-2.0',
  'cc-by-4.0',
  'cc0-1.0',
  'mpl-2.0',
  'lgpl-3.0',
  'gpl-3.0',
  'agpl-3.0',
  'cc-by-sa-4.0',
  'cc-by-nd-4.0',
  'cc-by-nc-4.0',
  'cc-by-nc-sa-4.0',
  'creativeml-openrail-m',
  'openrail++',
  'bigcode-openrail-m',
  'openrail',
  'gemma',
  'llama2',
  'llama3.1',
  'qwen',
  'apple-amlr',
  'mrl-0.1',
  'kimi-k2-modified-mit',
  'sam-license',
  'alphafold3-weights',
  'openai-terms',
  'other',
  'none-stated',
];

describe('the Fair AI Public License', () => {
  it('lets what is derived go under AGPL-3.0, in words of its own (Alternatives), and under no other GNU license', () => {
    expect(verdict('faipl-1.0', 'agpl-3.0', 'derives')).toBe('obligations');
    expect(verdict('faipl-1.0', 'gpl-3.0', 'derives')).toBe('conflict');
  });

  it('does not for a model under the variant for Stable Diffusion', () => {
    expect(verdict('faipl-1.0-sd', 'agpl-3.0', 'derives')).toBe('conflict');
  });
});

describe('license pairs by relation', () => {
  it('derives', () => {
    expect(matrix('derives', LABELS, MODELS)).toBe(
      [
        'mit                    o o o o o o o o o o o o o o ? ?',
        'apache-2.0             o o o R o o o o o o o o o o ? ?',
        'cc-by-4.0              o o o o o o o o o o o o o o ? ?',
        'cc0-1.0                . . . . . . . . . . . . . . ? ?',
        'mpl-2.0                X X o o o o X X X X X X X X ? ?',
        'lgpl-3.0               X X X X o o X X X X X X X X ? ?',
        'gpl-3.0                X X X X o o X X X X X X X X ? ?',
        'agpl-3.0               X X X X X o X X X X X X X X ? ?',
        'cc-by-sa-4.0           X X X X o X o X X X X X X X ? ?',
        'cc-by-nd-4.0           X X X X X X X X X X X X X X X X',
        'cc-by-nc-4.0           X X X X X X X o o X X X X X ? ?',
        'cc-by-nc-sa-4.0        X X X X X X X X o X X X X X ? ?',
        'creativeml-openrail-m  X X X X X X X R R o R R R R ? ?',
        'openrail++             X X X X X X X R R o R R R R ? ?',
        'bigcode-openrail-m     X X X X X X X R R R R R R R ? ?',
        'openrail               X X X X X X X R R R o R R R ? ?',
        'gemma                  X X X X X X X R R X X o X R ? ?',
        'llama2                 X X X X X X X R R X X X X R ? ?',
        'llama3.1               X X X X X X X R R X X X o R ? ?',
        'qwen                   X X X X X X X R R X X X X R ? ?',
        'apple-amlr             X X X X X X X R R X X X X X ? ?',
        'mrl-0.1                X X X X X X X R R X X X X X ? ?',
        'kimi-k2-modified-mit   X X X X X X X R R X X X X R ? ?',
        'sam-license            X X X X X X X X X X X X X X ? ?',
        'alphafold3-weights     X X X X X X X X X X X X X X X X',
        'openai-terms           X X X X X X X X X X X X X X X X',
        'other                  ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ?',
        'none-stated            ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ?',
      ].join('\n'),
    );
  });

  it('ships', () => {
    expect(
      matrix('ships', LABELS, [
        'mit',
        'mpl-2.0',
        'gpl-3.0',
        'cc-by-sa-4.0',
        'cc-by-nd-4.0',
        'cc-by-nc-4.0',
        'creativeml-openrail-m',
        'llama3.1',
      ]),
    ).toBe(
      [
        'mit                    o o o o o o o o o o o o o o ? ?',
        'mpl-2.0                o o o o o o o o o o o o o o ? ?',
        'gpl-3.0                X X X X o o X X X X X X X X ? ?',
        'cc-by-sa-4.0           o o o o o o o o o o o o o o ? ?',
        'cc-by-nd-4.0           o o o o o o o o o o o o o o ? ?',
        'cc-by-nc-4.0           X X X X X X X o o X X X X X ? ?',
        'creativeml-openrail-m  X X X X X X X R R o R R R R ? ?',
        'llama3.1               X X X X X X X R R X X X o R ? ?',
      ].join('\n'),
    );
  });

  it('serves', () => {
    expect(
      matrix('serves', LABELS, [
        'mit',
        'gpl-3.0',
        'agpl-3.0',
        'cc-by-sa-4.0',
        'cc-by-nc-4.0',
        'creativeml-openrail-m',
        'gemma',
        'llama3.1',
        'mrl-0.1',
        'flux-1-dev-nc',
      ]),
    ).toBe(
      [
        'mit                    . . . . . . . . . . . . . . . .',
        'gpl-3.0                . . . . . . . . . . . . . . . .',
        'agpl-3.0               R R R R R o R R R R R R R R R R',
        'cc-by-sa-4.0           . . . . . . . . . . . . . . . .',
        'cc-by-nc-4.0           R R R R R R R . . R R R R R R R',
        'creativeml-openrail-m  R R R R R R R R R o R R R R R R',
        'gemma                  o o o o o o o o o o o o o o o o',
        'llama3.1               o o o o o o o o o o o o o o o o',
        'mrl-0.1                X X X X X X X X X X X X X X X X',
        'flux-1-dev-nc          X X X X X X X X X X X X X X X X',
      ].join('\n'),
    );
  });

  it('references', () => {
    expect(matrix('references', LABELS, MODELS)).toBe(
      [
        'mit                    . . . . . . . . . . . . . . . .',
        'apache-2.0             . . . . . . . . . . . . . . . .',
        'cc-by-4.0              . . . . . . . . . . . . . . . .',
        'cc0-1.0                . . . . . . . . . . . . . . . .',
        'mpl-2.0                . . . . . . . . . . . . . . . .',
        'lgpl-3.0               . . . . . . . . . . . . . . . .',
        'gpl-3.0                . . . . . . . . . . . . . . . .',
        'agpl-3.0               o o o o o o o o o o o o o o o o',
        'cc-by-sa-4.0           . . . . . . . . . . . . . . . .',
        'cc-by-nd-4.0           . . . . . . . . . . . . . . . .',
        'cc-by-nc-4.0           R R R R R R R . . R R R R R R R',
        'cc-by-nc-sa-4.0        R R R R R R R . . R R R R R R R',
        'creativeml-openrail-m  R R R R R R R R R o R R R R R R',
        'openrail++             R R R R R R R R R o R R R R R R',
        'bigcode-openrail-m     R R R R R R R R R R R R R R R R',
        'openrail               R R R R R R R R R R o R R R R R',
        'gemma                  o o o o o o o o o o o o o o o o',
        'llama2                 o o o o o o o o o o o o o o o o',
        'llama3.1               o o o o o o o o o o o o o o o o',
        'qwen                   o o o o o o o o o o o o o o o o',
        'apple-amlr             X X X X X X X R R X X X X X R R',
        'mrl-0.1                X X X X X X X R R X X X X X R R',
        'kimi-k2-modified-mit   . . . . . . . . . . . . . . . .',
        'sam-license            . . . . . . . . . . . . . . . .',
        'alphafold3-weights     R R R R R R R o o R R R R R R R',
        'openai-terms           o o o o o o o o o o o o o o o o',
        'other                  ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ?',
        'none-stated            ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ?',
      ].join('\n'),
    );
  });
});

describe('every pair of licenses', () => {
  const permissive = LICENSES.filter((record) => record.category === 'permissive');
  const open = LICENSES.filter((record) =>
    ['permissive', 'weak-copyleft', 'copyleft'].includes(record.category),
  );
  const rail = LICENSES.filter((record) => record.category === 'responsible-ai');
  const nonCommercial = LICENSES.filter((record) => record.category === 'non-commercial');
  const keysOf = (
    relation: Relation,
    ups: typeof LICENSES,
    downs: typeof LICENSES,
    wrong: (verdict: Verdict) => boolean,
  ): string[] =>
    ups.flatMap((upstream) =>
      downs
        .filter((downstream) => wrong(judge({ upstream, downstream, relation }).verdict))
        .map((downstream) => `${upstream.key} → ${downstream.key}`),
    );

  it.each(RELATIONS)('permissive under any open label is never a conflict (%s)', (relation) => {
    expect(
      keysOf(relation, permissive, open, (found) => found === 'conflict' || found === 'unknown'),
    ).toEqual([]);
  });

  it.each(['ships', 'derives'] as const)(
    'use restrictions under a permissive label are always seen (%s)',
    (relation) => {
      expect(keysOf(relation, rail, permissive, (found) => found !== 'conflict')).toEqual([]);
    },
  );

  it.each(['ships', 'derives'] as const)(
    'non-commercial under a permissive label is always seen (%s)',
    (relation) => {
      expect(keysOf(relation, nonCommercial, permissive, (found) => found !== 'conflict')).toEqual([]);
    },
  );

  it.each(['references', 'serves'] as const)(
    'a lighter relation is never judged as harder than passing the weights on (%s)',
    (relation) => {
      const order: readonly Verdict[] = ['ok', 'obligations', 'review', 'unknown', 'conflict'];
      const harder = LICENSES.flatMap((upstream) =>
        open
          .filter(
            (downstream) =>
              order.indexOf(judge({ upstream, downstream, relation }).verdict) >
              order.indexOf(judge({ upstream, downstream, relation: 'derives' }).verdict),
          )
          .map((downstream) => `${upstream.key} → ${downstream.key}`),
      );
      expect(harder).toEqual([]);
    },
  );

  it.each(RELATIONS)('a missing or unread license is unknown and never a conflict (%s)', (relation) => {
    for (const upstream of ['none-stated', 'unknown', 'other', 'cc', 'unheard-of-1.0']) {
      for (const downstream of open) expect(verdict(upstream, downstream.key, relation)).toBe('unknown');
    }
  });

  const labels = ['mit', 'gpl-3.0', 'cc-by-nc-4.0', 'other'].map(license);
  const everything = LICENSES.flatMap((upstream) =>
    labels.flatMap((downstream) =>
      RELATIONS.map((relation) => ({
        upstream,
        name: `${upstream.key} → ${downstream.key} (${relation})`,
        ...judge({ upstream, downstream, relation }),
      })),
    ),
  );

  it('has a reason that is as severe as the verdict, unless only duties are left', () => {
    expect(
      everything
        .filter((found) => found.verdict !== 'obligations' && found.reasons[0]?.verdict !== found.verdict)
        .map((found) => found.name),
    ).toEqual([]);
    expect(
      everything.filter(
        (found) =>
          found.verdict === 'obligations' &&
          found.reasons.some((reason) => reason.verdict !== 'ok' && reason.verdict !== 'obligations'),
      ),
    ).toEqual([]);
  });

  it('names where a conflict was read', () => {
    const silent = everything.filter(
      (found) =>
        found.verdict === 'conflict' &&
        found.upstream.verification !== 'unverified' &&
        found.upstream.evidence.length > 0 &&
        found.reasons[0]?.source === null,
    );
    expect(silent.map((found) => found.name)).toEqual([]);
  });

  it('says it in whole sentences', () => {
    const broken = everything
      .flatMap((found) => [...found.reasons, ...found.obligations].map((said) => render(said.text)))
      .filter((text) => /\{\d\}|undefined|null/.test(text));
    expect(broken).toEqual([]);
  });
});

describe('pairs published as incompatible by LISCAN.AI (IEEE TSE 2026)', () => {
  it.each([
    ['llama3', 'apache-2.0'],
    ['openrail', 'apache-2.0'],
    ['openrail', 'mit'],
    ['openrail', 'gpl-3.0'],
    ['cc-by-nc-4.0', 'apache-2.0'],
    ['cc-by-nc-sa-4.0', 'apache-2.0'],
    ['gpl-3.0', 'apache-2.0'],
    ['gpl-3.0', 'mit'],
    ['cc-by-nc-4.0', 'mit'],
    ['cc-by-nc-4.0', 'creativeml-openrail-m'],
    ['cc-by-nc-4.0', 'llama3.1'],
    ['gpl-3.0', 'openrail'],
    ['cc-by-nc-sa-4.0', 'llama3.1'],
    ['cc-by-nc-nd-4.0', 'creativeml-openrail-m'],
    ['gemma', 'creativeml-openrail-m'],
    ['llama3', 'creativeml-openrail-m'],
    ['llama3.1', 'gemma'],
    ['llama2', 'openrail'],
    ['llama3.1', 'openrail'],
  ])('%s → %s', (upstream, downstream) => {
    expect(verdict(upstream, downstream, 'derives')).toBe('conflict');
  });

  it('llama3.1 → cc-by-nc-4.0 narrows the label, which is for people to look at', () => {
    expect(verdict('llama3.1', 'cc-by-nc-4.0', 'derives')).toBe('review');
  });
});

describe('the clause that decides', () => {
  it.each([
    ['creativeml-openrail-m', 'apache-2.0', 'derives', 'R4', 's.4.a, s.5'],
    ['creativeml-openrail-m', 'gpl-3.0', 'derives', 'R5', 's.4.a, s.5'],
    ['gemma', 'mit', 'derives', 'R8', 's.3.1, s.3.2'],
    ['llama2', 'apache-2.0', 'derives', 'R7', 's.1.b.i'],
    ['llama3.1', 'mit', 'ships', 'R7', 's.1.b.i'],
    ['qwen', 'mit', 'derives', 'R7', 's.3.a'],
    ['kimi-k2-modified-mit', 'mit', 'derives', 'R7', 'permission notice'],
    ['gpl-3.0', 'mit', 'derives', 'R3', 's.5.c'],
    ['agpl-3.0', 'mit', 'serves', 'R3', 's.5.c, s.13'],
    ['mpl-2.0', 'mit', 'derives', 'R24', 's.3.1, s.3.3'],
    ['cc-by-sa-4.0', 'mit', 'derives', 'R11', 's.3.b'],
    ['cc-by-nd-4.0', 'cc-by-nd-4.0', 'derives', 'R12', 's.2.a.1.B, s.3.a'],
    ['cc-by-nc-4.0', 'mit', 'references', 'R9', 's.2.a.1, s.1'],
    ['mrl-0.1', 'mit', 'references', 'R14', 's.3.2'],
    ['alphafold3-weights', 'other', 'ships', 'R22', 'key point 3, s.7'],
    ['flux-1-dev-nc', 'mit', 'serves', 'R22', 's.1.c, s.4.a'],
    ['apache-2.0', 'gpl-2.0', 'derives', 'R2', 's.3'],
    ['afl-3.0', 'gpl-2.0', 'derives', 'R2', 's.2, s.10'],
    ['ecl-2.0', 'gpl-2.0', 'derives', 'R2', 's.3'],
    ['openmdw-1.1', 'gpl-2.0', 'derives', 'R2', 'grant, lawsuit paragraph'],
    ['lppl-1.3c', 'mit', 'derives', 'R7', 's.10.a'],
    ['c-uda', 'apache-2.0', 'derives', 'R7', 's.3.1.2'],
  ] as const)('%s → %s (%s): %s at %s', (upstream, downstream, relation, rule, clause) => {
    const found = judged(upstream, downstream, relation).reasons.find((reason) => reason.rule === rule);
    expect(found?.clause).toBe(clause);
  });

  it('of LGPL 2.1 lets a derivative go under LGPL 3.0 only where later versions are allowed, and under any GPL (s.3)', () => {
    expect(judged('LGPL-2.1-only', 'lgpl-3.0', 'derives').verdict).toBe('conflict');
    expect(judged('LGPL-2.1-or-later', 'lgpl-3.0', 'derives').verdict).toBe('obligations');
    expect(judged('LGPL-2.1-only', 'gpl-3.0', 'derives').verdict).toBe('obligations');
  });

  it('says what the conflict is in one sentence', () => {
    const [reason] = judged('cc-by-nc-4.0', 'MIT', 'derives').reasons;
    expect(reason && render(reason.text)).toBe(
      'Creative Commons Attribution-NonCommercial 4.0 bars commercial use, which MIT License allows',
    );
  });
});

describe('the reason of a verdict', () => {
  const reasons = (...[upstream, downstream, relation]: Parameters<typeof judged>): readonly unknown[] =>
    judged(upstream, downstream, relation).reasons.map(
      ({ rule, verdict: of, text, license: about, clause }) => ({
        rule,
        of,
        about,
        clause,
        text: render(text),
      }),
    );

  it('is that nothing is asked, or that duties are, where no rule has one', () => {
    expect(reasons('yi-community-2.1', 'mit', 'references')).toEqual([
      {
        rule: 'R1',
        of: 'ok',
        about: 'yi-community-2.1',
        clause: null,
        text: `${license('yi-community-2.1').name} sets no conditions for this`,
      },
    ]);
    expect(reasons('vercel-terms', 'mit', 'derives')).toEqual([
      {
        rule: 'R7',
        of: 'obligations',
        about: 'vercel-terms',
        clause: null,
        text: `${license('vercel-terms').name} allows this with the duties below`,
      },
    ]);
  });

  it.each(['llama3.1', 'cc-by-nc-4.0'])('is the same label for %s over itself', (key) => {
    expect(reasons(key, key, 'derives')).toContainEqual({
      rule: 'R21',
      of: 'ok',
      about: key,
      clause: null,
      text: 'The label is the license of the model itself',
    });
  });

  it.each([
    ['llama3.1', 'llama3.3'],
    ['mit', 'mit'],
    ['none-stated', 'none-stated'],
    ['unheard-of-1.0', 'unheard-of-1.0'],
  ])('is not the same label for %s under %s', (upstream, downstream) => {
    expect(judged(upstream, downstream, 'derives').reasons.map(({ rule }) => rule)).not.toContain('R21');
  });

  it('comes with the gravest first', () => {
    const order = ['conflict', 'unknown', 'review', 'obligations', 'ok'];
    for (const upstream of MODELS)
      for (const downstream of LABELS) {
        const places = judged(upstream, downstream, 'derives').reasons.map((one) =>
          order.indexOf(one.verdict),
        );
        expect(places, `${upstream} ${downstream}`).toEqual([...places].sort((a, b) => a - b));
      }
  });
});

describe('weights in a project that is closed', () => {
  it.each([
    ['agpl-3.0', 'derives', 'conflict'],
    ['gpl-3.0', 'ships', 'conflict'],
    ['cc-by-nd-4.0', 'derives', 'conflict'],
    ['sam-license', 'derives', 'conflict'],
    ['faipl-1.0-sd', 'ships', 'conflict'],
  ] as const)('%s, %s: %s, by the gravest reason there is', (key, relation, expected) => {
    expect(judgeClosed(license(key), relation)?.verdict).toBe(expected);
  });

  it('offers no service where its users run the model', () => {
    expect(judgeClosed(license('flux-1-dev-nc'), 'serves')).toMatchObject({
      rule: 'R22',
      verdict: 'conflict',
    });
    expect(judgeClosed(license('flux-1-dev-nc'), 'serves', { isRunByUsers: true })?.rule).not.toBe('R22');
  });

  it.each(['sam-license', 'dinov3-license', 'ltx-2-community', 'livekit-model'])(
    'that are given on as they are stay under %s, which binds only them and what is made from them',
    (key) => {
      expect(judgeClosed(license(key), 'ships')).toBeUndefined();
      expect(judge({ upstream: license(key), downstream: license('mit'), relation: 'ships' }).verdict).toBe(
        'conflict',
      );
    },
  );

  it.each(['mit', 'apache-2.0', 'llama3.1'])('says nothing against %s', (key) => {
    expect(judgeClosed(license(key), 'derives')?.verdict).not.toBe('conflict');
  });
});

describe('how a derivative was made', () => {
  const derived = (upstream: string, downstream: string, lineage: LineageRelation): Verdict =>
    judge({ upstream: license(upstream), downstream: license(downstream), relation: 'derives', lineage })
      .verdict;

  it('a converted copy of a work whose license cannot be sublicensed keeps its label', () => {
    expect(derived('cc-by-4.0', 'mit', 'quantized')).toBe('review');
    expect(derived('cc-by-4.0', 'mit', 'finetune')).toBe('obligations');
    expect(derived('mit', 'apache-2.0', 'quantized')).toBe('obligations');
    expect(derived('llama3.1', 'apache-2.0', 'quantized')).toBe('conflict');
  });

  it('a conversion of a no-derivatives work is for people to look at, a fine-tune is not', () => {
    expect(derived('cc-by-nd-4.0', 'cc-by-nd-4.0', 'quantized')).toBe('review');
    expect(derived('cc-by-nd-4.0', 'cc-by-nd-4.0', 'finetune')).toBe('conflict');
  });

  it.each([
    ['llama2', 'apache-2.0', 'conflict'],
    ['llama3', 'mit', 'conflict'],
    ['llama3', 'llama3', 'ok'],
    ['llama3.1', 'apache-2.0', 'obligations'],
    ['qwen', 'apache-2.0', 'obligations'],
    ['tongyi-qianwen', 'mit', 'conflict'],
    ['gemma', 'apache-2.0', 'conflict'],
    ['creativeml-openrail-m', 'mit', 'conflict'],
    ['mit', 'apache-2.0', 'ok'],
    ['apache-2.0', 'gpl-2.0', 'ok'],
    ['hyperclovax-seed', 'apache-2.0', 'conflict'],
    ['c-uda', 'mit', 'ok'],
    ['gpl-3.0', 'mit', 'ok'],
    ['openai-terms', 'apache-2.0', 'review'],
    ['stabilityai-community', 'mit', 'conflict'],
    ['none-stated', 'mit', 'unknown'],
  ] as const)('%s outputs train a model under %s: %s', (upstream, downstream, expected) => {
    expect(derived(upstream, downstream, 'distilled')).toBe(expected);
  });

  it('a model distilled from Llama 3.1 owes the name, and one from Qwen the credit', () => {
    const owed = (upstream: string): (string | null)[] =>
      judge({
        upstream: license(upstream),
        downstream: license('apache-2.0'),
        relation: 'derives',
        lineage: 'distilled',
      }).obligations.map((duty) => duty.phrase);
    expect(owed('llama3.1')).toEqual(['Llama']);
    expect(owed('qwen')).toEqual(['Built with Qwen']);
  });
});

describe('licenses as people write them', () => {
  it('take any case, SPDX ids, aliases and names ScanCode uses', () => {
    expect(verdict('APACHE-2.0', 'MIT License', 'derives')).toBe('obligations');
    expect(verdict('stable-diffusion-2022-08-22', 'bsd-new', 'derives')).toBe('conflict');
    expect(verdict('CC-BY-NC-4.0', 'GPL-3.0-or-later', 'derives')).toBe('conflict');
  });

  it('of a choice upstream the project takes what suits it', () => {
    expect(verdict('GPL-3.0-only OR MIT', 'apache-2.0', 'derives')).toBe('obligations');
    expect(verdict('GPL-3.0-only AND MIT', 'apache-2.0', 'derives')).toBe('conflict');
  });

  it('a choice downstream must hold under both', () => {
    expect(verdict('gpl-3.0', 'gpl-3.0 or mit', 'derives')).toBe('conflict');
    expect(verdict('gpl-3.0', 'gpl-3.0 and mit', 'derives')).toBe('obligations');
  });

  it('an exception only widens, and brackets group', () => {
    expect(verdict('creativeml-openrail-m', 'apache-2.0 with llvm-exception', 'derives')).toBe('conflict');
    expect(verdict('MIT AND (Apache-2.0 OR GPL-3.0-only)', 'bsd-3-clause', 'derives')).toBe('obligations');
  });

  it('an id without a record is judged by its category, and anything else is unknown', () => {
    expect(verdict('mit', 'Elastic-2.0', 'derives')).toBe('obligations');
    expect(verdict('creativeml-openrail-m', '0BSD', 'derives')).toBe('conflict');
    expect(verdict('gpl-3.0', 'X11', 'derives')).toBe('conflict');
    expect(verdict('CC-BY-NC-SA-2.5', 'mit', 'derives')).toBe('conflict');
    expect(verdict('mit', 'GPL-1.0-or-later', 'derives')).toBe('obligations');
    expect(verdict('unheard of and', 'mit', 'derives')).toBe('unknown');
    expect(verdict('', '', 'derives')).toBe('unknown');
  });

  it('keeps the duties of every license that holds at once', () => {
    const licenses = judged('MIT AND Apache-2.0', 'mit', 'derives').obligations.map((duty) => duty.license);
    expect([...new Set(licenses)].sort()).toEqual(['apache-2.0', 'mit']);
  });
});

describe('SPDX ids without a record', () => {
  const ids = spdxIds as readonly string[];

  it('are put into a category, but for those no license list files under one', () => {
    const unknown = ids.filter(
      (id) => CATALOG.license(id) === undefined && coarseLicense(id).category === 'unknown',
    );
    expect(ids.length - unknown.length).toBeGreaterThan(650);
    expect(unknown).not.toEqual(
      expect.arrayContaining(['0BSD', 'X11', 'BSD-4-Clause', 'CC-BY-NC-2.5', 'SSPL-1.0']),
    );
  });

  it.each([
    ['0bsd', 'permissive'],
    ['MIT-0', 'permissive'],
    ['UPL-1.0', 'permissive'],
    ['CDDL-1.0', 'weak-copyleft'],
    ['AGPL-1.0-only', 'copyleft'],
    ['CC-BY-SA-2.0', 'copyleft'],
    ['CC-BY-NC-SA-2.5', 'non-commercial'],
    ['CC-BY-ND-3.0', 'no-derivatives'],
    ['Elastic-2.0', 'community-restricted'],
    ['made-up-1.0', 'unknown'],
  ])('%s is %s', (id, category) => {
    expect(coarseLicense(id).category).toBe(category);
  });
});
