import { describe, expect, it } from 'vitest';
import { limitsOf, type Hit, type Limit } from '../../../src/core/licenses/limits';
import { dutiesOf, type Duty } from '../../../src/core/licenses/obligations';
import type { Obligation } from '../../../src/core/catalog/records';
import type { ProjectUse } from '../../../src/core/policy/policy';
import type { Relation } from '../../../src/core/vocabulary';
import { CATALOG, license } from './support';

const SILENT: ProjectUse = {
  purpose: null,
  distribution: null,
  regions: [],
  monthlyActiveUsers: null,
  annualRevenueUsd: null,
  trainsOnOutputs: null,
};
const SHOP: ProjectUse = {
  ...SILENT,
  purpose: 'commercial',
  distribution: 'service',
  regions: ['JP'],
  monthlyActiveUsers: 50_000,
  annualRevenueUsd: 500_000,
  trainsOnOutputs: false,
};
const GIANT: ProjectUse = { ...SHOP, monthlyActiveUsers: 900_000_000, annualRevenueUsd: 5_000_000_000 };

function duty(key: string, obligation: Obligation, relation: Relation, use?: ProjectUse): Duty | undefined {
  return dutiesOf(license(key), relation, use).find((found) => found.obligation === obligation);
}

function limit(
  key: string,
  kind: Limit['kind'],
  use: ProjectUse,
  multimodal: boolean | null = null,
): Limit | undefined {
  return limitsOf(license(key), use, { multimodal, parameters: null }).find((found) => found.kind === kind);
}

const hit = (...of: Parameters<typeof limit>): Hit | undefined => limit(...of)?.hit;
const hits = (key: string, use: ProjectUse): Hit[] =>
  limitsOf(license(key), use, { multimodal: null, parameters: null })
    .filter((found) => found.kind === 'threshold')
    .map((found) => found.hit);

describe('Llama', () => {
  it.each([
    ['llama3', 'Built with Meta Llama 3'],
    ['llama3.1', 'Built with Llama'],
    ['llama3.2', 'Built with Llama'],
    ['llama3.3', 'Built with Llama'],
    ['llama4', 'Built with Llama'],
  ])('%s: a service shows “%s” (s.1.b.i)', (key, phrase) => {
    expect(duty(key, 'display-phrase', 'references', SHOP)).toMatchObject({
      phrase,
      clause: 's.1.b.i',
      certain: true,
    });
  });

  it('2 asks for no display and no name', () => {
    expect(duty('llama2', 'display-phrase', 'derives')).toBeUndefined();
    expect(duty('llama2', 'name-prefix', 'derives')).toBeUndefined();
  });

  it('3 speaks of products that use it, so a call through another host counts; from 3.1 on of products that contain it', () => {
    expect(duty('llama3', 'display-phrase', 'calls', SHOP)?.certain).toBe(true);
    expect(duty('llama3.1', 'display-phrase', 'calls', SHOP)).toBeUndefined();
  });

  it.each([
    [
      'llama2',
      'Llama 2 is licensed under the LLAMA 2 Community License, Copyright (c) Meta Platforms, Inc. All Rights Reserved.',
    ],
    [
      'llama3',
      'Meta Llama 3 is licensed under the Meta Llama 3 Community License, Copyright © Meta Platforms, Inc. All Rights Reserved.',
    ],
    [
      'llama3.3',
      'Llama 3.3 is licensed under the Llama 3.3 Community License, Copyright © Meta Platforms, Inc. All Rights Reserved.',
    ],
    [
      'llama4',
      'Llama 4 is licensed under the Llama 4 Community License, Copyright © Meta Platforms, Inc. All Rights Reserved.',
    ],
  ])('%s: copies carry the notice in its own words (s.1.b.iii)', (key, phrase) => {
    expect(duty(key, 'include-notice', 'ships')).toMatchObject({ phrase, clause: 's.1.b.iii' });
    expect(duty(key, 'include-notice', 'references')).toBeUndefined();
  });

  it('a derived model is named “Llama 3 …” under 3 and “Llama …” from 3.1 on (s.1.b.i)', () => {
    expect(duty('llama3', 'name-prefix', 'derives')?.phrase).toBe('Llama 3');
    expect(duty('llama3.1', 'name-prefix', 'derives')?.phrase).toBe('Llama');
    expect(duty('llama3.1', 'name-prefix', 'references', { ...SHOP, trainsOnOutputs: true })).toMatchObject({
      trigger: 'output-training',
      certain: true,
    });
  });

  it('outputs may not train other models up to 3, and may under conditions from 3.1 on', () => {
    const training = { ...SHOP, trainsOnOutputs: true };
    expect(
      ['llama2', 'llama3', 'llama3.1', 'llama4'].map((key) => hit(key, 'output-training', training)),
    ).toEqual(['yes', 'yes', 'possible', 'possible']);
    expect(limit('llama2', 'output-training', training)?.clause).toBe('s.1.b.v');
    expect(hit('llama2', 'output-training', SHOP)).toBe('no');
  });

  it('the 700 million users are counted once, at the release: a giant of today may have been small then (s.2)', () => {
    expect(limit('llama3.1', 'threshold', GIANT)).toMatchObject({
      hit: 'possible',
      clause: 's.2',
      threshold: { measured: 'at-release', consequence: 'separate-license' },
    });
    expect(hit('llama3.1', 'threshold', SHOP)).toBe('no');
    expect(hit('llama3.1', 'threshold', SILENT)).toBe('possible');
  });

  it('the EU limit meets multimodal models of 3.2 and 4 only, and stands in the policy', () => {
    const berlin = { ...SHOP, regions: ['DE'] };
    expect(hit('llama4', 'region', berlin, true)).toBe('yes');
    expect(hit('llama3.2', 'region', berlin, false)).toBe('no');
    expect(hit('llama3.2', 'region', berlin, null)).toBe('possible');
    expect(hit('llama4', 'region', SHOP, true)).toBe('no');
    expect(hit('llama4', 'region', berlin, null)).toBe('yes'); // All of them take images,
    expect(hit('llama4', 'region', berlin, false)).toBe('no'); // but for the guards of prompts.
    expect(hit('llama3.3', 'region', berlin, true)).toBe('no'); // There is only a text model.
    expect(hit('llama4', 'region', SILENT, true)).toBe('possible');
    expect(limit('llama4', 'region', berlin, true)?.clause).toContain('Acceptable Use Policy');
    expect(['llama2', 'llama3', 'llama3.1'].map((key) => limit(key, 'region', berlin, true))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('Gemma', () => {
  it('a hosted service is distribution: the restrictions are passed on and users get a copy (s.1.1(b), s.3.1)', () => {
    expect(duty('gemma', 'pass-on-restrictions', 'serves')).toMatchObject({
      certain: true,
      clause: 's.3.1, s.3.2',
    });
    expect(duty('gemma', 'include-license', 'serves')?.certain).toBe(true);
    expect(duty('gemma', 'include-notice', 'serves')).toBeUndefined();
    expect(duty('gemma', 'include-notice', 'ships')?.phrase).toBe(
      'Gemma is provided under and subject to the Gemma Terms of Use found at ai.google.dev/gemma/terms',
    );
  });

  it('has no size, no place and no display', () => {
    expect(
      limitsOf(license('gemma'), GIANT, { multimodal: true, parameters: null }).filter(
        (found) => found.kind === 'threshold' || found.kind === 'region',
      ),
    ).toEqual([]);
    expect(duty('gemma', 'display-phrase', 'derives', SHOP)).toBeUndefined();
  });
});

describe('Qwen', () => {
  it('2024 text: a model made with it or its outputs says so in its documentation (s.5.b)', () => {
    expect(duty('qwen', 'display-phrase', 'derives')).toMatchObject({
      phrase: 'Built with Qwen',
      alternatives: ['Improved using Qwen'],
      clause: 's.5.b',
    });
    expect(duty('qwen', 'display-phrase', 'references', SHOP)).toBeUndefined();
    expect(duty('qwen', 'display-phrase', 'references', { ...SHOP, trainsOnOutputs: true })?.certain).toBe(
      true,
    );
  });

  it('2023 text: outputs may not improve other language models (s.5.b)', () => {
    expect(limit('tongyi-qianwen', 'output-training', { ...SHOP, trainsOnOutputs: true })).toMatchObject({
      hit: 'yes',
      clause: 's.5.b',
    });
  });

  it('the 100 million users are counted all the time (s.4)', () => {
    expect(limit('qwen', 'threshold', GIANT)).toMatchObject({
      hit: 'yes',
      clause: 's.4',
      threshold: { measured: 'continuous' },
    });
    expect(hit('qwen', 'threshold', SHOP)).toBe('no');
  });

  it('the research texts bar commerce', () => {
    expect(
      ['qwen-research', 'tongyi-qianwen-research'].map((key) => hit(key, 'non-commercial', SHOP)),
    ).toEqual(['yes', 'yes']);
  });
});

describe('Tencent Hunyuan', () => {
  it.each([
    ['DE', 'yes'],
    ['EU', 'yes'],
    ['GB', 'yes'],
    ['KR', 'yes'],
    ['JP', 'no'],
  ] as const)('is not licensed in %s: %s', (region, expected) => {
    expect(hit('tencent-hunyuan-community', 'region', { ...SHOP, regions: [region] })).toBe(expected);
  });

  it('the first text leaves out the EU only', () => {
    expect(
      (['DE', 'GB', 'KR'] as const).map((region) =>
        hit('tencent-hunyuan-dit', 'region', { ...SHOP, regions: [region] }),
      ),
    ).toEqual(['yes', 'no', 'no']);
  });

  it('the gate of Hunyuan3D is a hundred times lower (s.4)', () => {
    const two = { ...SHOP, monthlyActiveUsers: 2_000_000 };
    expect(hits('tencent-hunyuan3d-2.0', two)).toEqual(['possible']);
    expect(hits('tencent-hunyuan3d-2.1', two)).toEqual(['possible']);
    expect(hits('tencent-hunyuan-community', two)).toEqual(['no']);
  });

  it('credit is only encouraged, restrictions are passed on, outputs train nothing else (s.3.c, s.5)', () => {
    expect(duty('tencent-hunyuan-community', 'display-phrase', 'derives', SHOP)).toBeUndefined();
    expect(duty('tencent-hunyuan-community', 'pass-on-restrictions', 'serves')?.clause).toBe('s.5.a');
    expect(
      limit('tencent-hunyuan-community', 'output-training', { ...SHOP, trainsOnOutputs: true })?.clause,
    ).toBe('s.5.b');
  });

  it('a product that uses it passes the text on as well (s.3.a)', () => {
    for (const key of [
      'tencent-hunyuan-community',
      'tencent-hunyuan-dit',
      'tencent-hunyuan3d-2.0',
      'tencent-hunyuan3d-2.1',
      'tencent-hy-community',
    ]) {
      expect(duty(key, 'include-license', 'references', { ...SHOP, distribution: 'product' })?.clause).toBe(
        's.3.a',
      );
    }
  });

  it('since October 2025 a service names its provider (s.3.e)', () => {
    expect(duty('tencent-hunyuan-community-2025-10', 'give-credit', 'serves')?.clause).toBe('s.3.e');
    expect(duty('tencent-hy-community', 'give-credit', 'serves')?.clause).toBe('s.3.e');
  });

  it('Youtu-VL is MIT but for the EU, DepthCrafter for research only', () => {
    expect(
      (['DE', 'GB'] as const).map((region) =>
        hit('tencent-youtu-vl', 'region', { ...SHOP, regions: [region] }),
      ),
    ).toEqual(['yes', 'no']);
    expect(hit('tencent-depthcrafter', 'non-commercial', SHOP)).toBe('yes');
  });
});

describe('Stability', () => {
  it('ends above USD 1 million revenue, at any time and from any source (s.III)', () => {
    expect(
      limit('stabilityai-community', 'threshold', { ...SHOP, annualRevenueUsd: 1_000_001 }),
    ).toMatchObject({ hit: 'yes', clause: 's.III', threshold: { consequence: 'no-rights' } });
    expect(hit('stabilityai-community', 'threshold', { ...SHOP, annualRevenueUsd: 1_000_000 })).toBe('no');
  });

  it('a product that uses it shows the credit, also where it only calls it (s.IV.a)', () => {
    expect(duty('stabilityai-community', 'display-phrase', 'calls', SHOP)).toMatchObject({
      phrase: 'Powered by Stability AI',
      certain: true,
    });
    expect(
      duty('stabilityai-community', 'display-phrase', 'references', { ...SHOP, distribution: 'none' }),
    ).toBeUndefined();
  });

  it('bars foundation models from its outputs (s.IV.b)', () => {
    expect(
      limit('stabilityai-community', 'output-training', { ...SHOP, trainsOnOutputs: true }),
    ).toMatchObject({ hit: 'yes', clause: 's.IV.b' });
  });
});

describe('FLUX [dev]', () => {
  it.each([
    ['commercial', 'yes'],
    ['internal', 'possible'],
    ['personal', 'no'],
    ['research', 'no'],
    [null, 'possible'],
  ] as const)('purpose %s: %s (s.2.b)', (purpose, expected) => {
    expect(hit('flux-1-dev-nc', 'non-commercial', { ...SHOP, purpose })).toBe(expected);
  });

  it('sells images, but trains no rival on them (s.2.d)', () => {
    const rights = Object.fromEntries(
      license('flux-1-dev-nc').rights.map((term) => [term.right, term.value]),
    );
    expect(rights).toMatchObject({
      'use-outputs': 'allowed',
      'train-on-outputs': 'denied',
      'commercial-use': 'denied',
    });
    expect(limit('flux-1-dev-nc', 'output-training', { ...SHOP, trainsOnOutputs: true })?.clause).toBe(
      's.2.d',
    );
  });
});

describe('Mistral', () => {
  it('the research license reaches outputs, and personal use is for people to judge (s.3.2)', () => {
    expect(limit('mrl-0.1', 'non-commercial', SHOP)).toMatchObject({ hit: 'yes', clause: 's.3.2' });
    expect(hit('mrl-0.1', 'non-commercial', { ...SHOP, purpose: 'personal' })).toBe('possible');
    expect(hit('mrl-0.1', 'output-training', { ...SHOP, trainsOnOutputs: true })).toBe('possible');
    expect(duty('mrl-0.1', 'include-notice', 'ships')?.phrase).toBe(
      'Licensed by Mistral AI under the Mistral AI Research License',
    );
  });

  it('the modified MIT takes every right above USD 20 million a month', () => {
    expect(limit('mistral-modified-mit', 'threshold', GIANT)).toMatchObject({
      hit: 'yes',
      threshold: { consequence: 'no-rights' },
    });
    expect(hit('mistral-modified-mit', 'threshold', SHOP)).toBe('no');
  });
});

describe('Kimi and MiniMax', () => {
  it('Kimi K2 asks for a credit only above 100 million users or USD 20 million a month', () => {
    expect(duty('kimi-k2-modified-mit', 'display-phrase', 'references', SHOP)).toBeUndefined();
    expect(duty('kimi-k2-modified-mit', 'display-phrase', 'references', GIANT)).toMatchObject({
      phrase: 'Kimi K2',
      certain: true,
    });
    expect(
      duty('kimi-k2-modified-mit', 'display-phrase', 'references', { ...SHOP, annualRevenueUsd: 300_000_000 })
        ?.certain,
    ).toBe(true);
    expect(
      duty('kimi-k2-modified-mit', 'display-phrase', 'references', { ...SHOP, monthlyActiveUsers: null })
        ?.certain,
    ).toBe(false);
  });

  it('MiniMax M2 counts USD 30 million a year, M2.5 every commercial product, M2.7 is non-commercial', () => {
    expect(
      duty('minimax-m2-modified-mit', 'display-phrase', 'references', {
        ...SHOP,
        annualRevenueUsd: 31_000_000,
      })?.phrase,
    ).toBe('MiniMax M2');
    expect(duty('minimax-m2-modified-mit', 'display-phrase', 'references', SHOP)).toBeUndefined();
    expect(duty('minimax-m2.5-modified-mit', 'display-phrase', 'references', SHOP)).toMatchObject({
      phrase: 'MiniMax M2.5',
      certain: true,
    });
    expect(
      duty('minimax-m2.5-modified-mit', 'display-phrase', 'references', { ...SHOP, purpose: 'research' }),
    ).toBeUndefined();
    expect(hit('minimax-m2.7-nc', 'non-commercial', SHOP)).toBe('yes');
  });

  it('Kimi K3 and MiniMax M3 have gates above USD 20 million', () => {
    expect(hits('kimi-k3', SHOP)).toEqual(['no', 'no', 'no']);
    expect(hits('kimi-k3', GIANT)).toEqual(['yes', 'yes', 'yes']);
    expect(limit('minimax-community-m3', 'threshold', GIANT)).toMatchObject({
      hit: 'yes',
      clause: 'clause 3',
    });
  });
});

describe('EXAONE', () => {
  it('is for research, can be taken back, and keeps its name in front (s.2.1, s.7.1)', () => {
    for (const key of ['exaone-1.1-nc', 'exaone-1.2-nc']) {
      expect(limit(key, 'non-commercial', SHOP)).toMatchObject({ hit: 'yes', clause: 's.2.1, s.2.2' });
      expect(limit(key, 'revocable', SHOP)?.clause).toBe('s.2.1, s.7.1, s.9.1');
      expect(duty(key, 'name-prefix', 'derives')).toMatchObject({ phrase: 'EXAONE', clause: 's.2.1.c' });
    }
  });

  it('the owner of the output changed between versions (s.4.2)', () => {
    const owner = (key: string): string | undefined =>
      license(key).rights.find((term) => term.right === 'use-outputs')?.note;
    expect(owner('exaone-1.1-nc')).toContain('LG owns the output');
    expect(owner('exaone-1.2-nc')).not.toContain('LG owns');
  });
});

describe('RAIL', () => {
  it.each(['creativeml-openrail-m', 'openrail++', 'bigscience-openrail-m', 'bigscience-bloom-rail-1.0'])(
    '%s: users of a product are bound too (s.5)',
    (key) => {
      expect(duty(key, 'pass-on-restrictions', 'references', SHOP)).toMatchObject({
        certain: true,
        clause: 's.4.a, s.5',
      });
      expect(limit(key, 'use-policy', SHOP)).toMatchObject({ hit: 'possible', clause: 's.5, Attachment A' });
    },
  );

  it('lists the barred uses: BLOOM also undisclosed machine text, BigCode also malware', () => {
    const uses = (key: string): readonly string[] =>
      license(key).restrictions.find((term) => term.restriction === 'field-of-use')?.uses ?? [];
    expect(uses('creativeml-openrail-m')).not.toContain('undisclosed-machine-content');
    expect(uses('bigscience-bloom-rail-1.0')).toEqual(
      expect.arrayContaining([
        ...uses('creativeml-openrail-m'),
        'undisclosed-machine-content',
        'impersonation',
      ]),
    );
    expect(uses('bigcode-openrail-m')).toContain('malware');
  });
});

describe('Creative Commons and GNU', () => {
  it('NC is judged by the purpose (s.1)', () => {
    expect(
      (['commercial', 'internal', 'personal', 'research'] as const).map((purpose) =>
        hit('cc-by-nc-4.0', 'non-commercial', { ...SHOP, purpose }),
      ),
    ).toEqual(['yes', 'possible', 'no', 'no']);
  });

  it('credit is owed where the work is shared, not where it is only used', () => {
    expect(duty('cc-by-4.0', 'give-credit', 'ships')).toMatchObject({ certain: true, clause: 's.3.a' });
    expect(duty('cc-by-4.0', 'give-credit', 'references')).toBeUndefined();
    expect(
      duty('cc-by-4.0', 'give-credit', 'references', { ...SHOP, distribution: 'product' })?.certain,
    ).toBe(false);
  });

  it('the AGPL offers source to users of a service, the GPL to recipients (s.13)', () => {
    expect(duty('agpl-3.0', 'disclose-source', 'serves')).toMatchObject({
      certain: true,
      clause: 's.6, s.13',
    });
    expect(duty('gpl-3.0', 'disclose-source', 'serves')).toBeUndefined();
    expect(duty('gpl-3.0', 'disclose-source', 'ships')?.certain).toBe(true);
  });
});

describe('terms that a second reading of the texts corrected', () => {
  it('Llama names nuclear uses and, from 3.2 on, guardrails (Acceptable Use Policy 1, 2)', () => {
    const uses = (key: string): readonly string[] =>
      license(key).restrictions.find((term) => term.restriction === 'field-of-use')?.uses ?? [];
    expect(uses('llama3.1')).toContain('nuclear');
    expect(['llama3.1', 'llama3.2', 'llama4'].map((key) => uses(key).includes('guardrail-removal'))).toEqual([
      false,
      true,
      true,
    ]);
  });

  it.each([
    [
      'opt-175b',
      'OPT-175B is licensed under the OPT-175B license, Copyright (c) Meta Platforms, Inc. All Rights Reserved.',
      's.3',
    ],
    [
      'seer-license',
      'SEER is licensed under SEER license, Copyright (c) Meta Platforms, Inc. All Rights Reserved.',
      's.3',
    ],
    [
      'stability-svd-nc',
      'Stable Video Diffusion is licensed under the Stable Video Diffusion Research License, Copyright (c) Stability AI Ltd. All Rights Reserved.',
      's.1.b',
    ],
    [
      'japanese-stablelm-research',
      'Japanese StableLM is licensed under the Japanese StableLM Research License, Copyright (c) Stability AI Ltd. All Rights Reserved.',
      's.1',
    ],
    [
      'chameleon-research',
      'Chameleon is licensed under the Chameleon Research License, Copyright (c) Meta Platforms, Inc. All Rights Reserved.',
      's.2.2.3',
    ],
  ])('%s: copies carry a notice of its own', (key, phrase, clause) => {
    expect(duty(key, 'include-notice', 'ships')).toMatchObject({ phrase, clause });
  });

  it('the first text of Stable Video Diffusion names no hosted services, the later one bars them (s.1)', () => {
    const hosting = (key: string): string | undefined =>
      license(key).rights.find((term) => term.right === 'hosted-service')?.value;
    expect([hosting('stability-svd-nc'), hosting('stabilityai-nc-research-community')]).toEqual([
      'conditional',
      'denied',
    ]);
  });

  it('a product that uses a Stability or Fish Audio model gives a copy of the license (s.IV.a.i)', () => {
    expect(duty('stabilityai-community', 'include-license', 'calls', SHOP)).toMatchObject({
      certain: true,
      clause: 's.IV.a.i',
    });
    expect(duty('fish-audio-research', 'include-license', 'calls', SHOP)).toMatchObject({
      certain: true,
      clause: 'IV.a.i',
    });
  });

  it('a service with TabPFN in it shows the phrase (s.10.B), one with MiniCPM too (s.2)', () => {
    expect(duty('prior-labs-1.2', 'display-phrase', 'serves')).toMatchObject({
      phrase: 'Built with PriorLabs-TabPFN',
      certain: true,
    });
    expect(duty('minicpm-community', 'display-phrase', 'references', SHOP)).toMatchObject({
      clause: 's.2',
      certain: true,
    });
  });

  it('users of a product with LTX Video or Playground are bound too (s.4, s.1.b.iv)', () => {
    expect(duty('ltxv-open-weights', 'pass-on-restrictions', 'references', SHOP)).toMatchObject({
      certain: true,
      clause: 's.3.1, s.4',
    });
    expect(duty('playground-v2-community', 'pass-on-restrictions', 'references', SHOP)).toMatchObject({
      certain: true,
      clause: 's.1.b.iv, Attachment A',
    });
  });

  it.each(['ltx-2-community', 'ltx-2.x-community'])(
    '%s: trains no other model in commercial use, and needs a paid license from USD 10 million on (s.2, Attachment A 18)',
    (key) => {
      expect(limit(key, 'output-training', { ...SHOP, trainsOnOutputs: true })).toMatchObject({
        hit: 'yes',
        clause: 'Attachment A(18)',
      });
      expect(hits(key, GIANT)).toEqual(['yes']);
    },
  );

  it('LTX-2 of January 2026 and LTX-2.5 of August stand under two texts, each under its own name', () => {
    expect(CATALOG.license('ltx-2-community-license-agreement')?.key).toBe('ltx-2-community');
    expect(CATALOG.license('ltx-2.x-community-license-agreement')?.key).toBe('ltx-2.x-community');
  });

  it('Yi 2.1 counts a service as distribution: its users get the text and the source (s.1, s.2(4))', () => {
    expect(duty('yi-community-2.1', 'include-license', 'serves')).toMatchObject({
      certain: true,
      clause: 's.2(4)',
    });
    expect(duty('yi-community-2.1', 'give-credit', 'serves')?.certain).toBe(true);
  });

  it('a hosted OpenAtom model keeps its notices and needs no copy of the license (s.3.1)', () => {
    expect(duty('openatom-model-1.0', 'retain-copyright', 'serves')).toMatchObject({
      certain: true,
      clause: 's.3.1(2)',
    });
    expect(duty('openatom-model-1.0', 'include-license', 'serves')).toBeUndefined();
  });
});

describe('terms that a third reading of the texts corrected', () => {
  const uses = (key: string): readonly string[] =>
    license(key).restrictions.find((term) => term.restriction === 'field-of-use')?.uses ?? [];
  const right = (key: string, of: string): string | undefined =>
    license(key).rights.find((term) => term.right === of)?.value;

  it.each([
    ['orion-14b', '【Orion-14B Series】 Inside'],
    ['skywork-community', 'Skywork Inside'],
    ['telechat', 'TeleChat Inside'],
  ])('%s: a derivative that is shown says “%s”', (key, phrase) => {
    expect(duty(key, 'display-phrase', 'derives')).toMatchObject({ phrase });
  });

  it.each([
    ['qwen-research', 'display-phrase', 's.4.b'],
    ['qwen-research', 'state-changes', 's.3.b'],
    ['telechat', 'state-changes', 'II.5'],
    ['dbrx', 'state-changes', 's.2.2.3'],
    ['glm-130b', 'include-license', 's.2'],
    ['kimi-k2-modified-mit', 'include-license', 'permission notice'],
    ['minimax-m2-modified-mit', 'include-license', 'permission notice'],
    ['deepfloyd-if-license', 'include-notice', 's.3'],
    ['deepfloyd-if-license', 'retain-copyright', 's.2.b'],
    ['seamless-license', 'include-notice', 's.1.b.iv'],
    ['osl-3.0', 'state-changes', 's.6'],
    ['epl-2.0', 'retain-copyright', 's.3.3'],
    ['odbl', 'disclose-source', 's.4.6'],
    ['lgpl-3.0', 'state-changes', 'GPL-3.0 s.5.a'],
  ] as const)('%s: a derivative owes %s (%s)', (key, obligation, clause) => {
    expect(duty(key, obligation, 'derives')).toMatchObject({ clause });
  });

  it('the notice of FLUX.1 goes on to the disclaimer (s.3.b), that of XVERSE is Chinese (II.3)', () => {
    expect(duty('flux-1-dev-nc', 'include-notice', 'ships')?.phrase).toMatch(
      /^The FLUX\.1 \[dev\] Model is licensed .* IN CONNECTION WITH USE OF THIS MODEL\.$/,
    );
    expect(duty('xverse', 'include-notice', 'serves')?.phrase).toMatch(/^XVERSE 大模型以/);
  });

  it('a derivative of Krea 2 begins with “Krea”, without the number (s.3.1(b))', () => {
    expect(duty('krea-2-community', 'name-prefix', 'derives')).toMatchObject({ phrase: 'Krea' });
  });

  it('outputs of AlphaFold 3 carry notice and credit, and no similar model may be trained on them', () => {
    expect(
      license('alphafold3-weights')
        .obligations.filter((term) => term.triggers.includes('output-use'))
        .map((term) => term.obligation),
    ).toEqual(['include-notice', 'state-changes', 'give-credit']);
    expect(
      limit('alphafold3-weights', 'output-training', { ...SILENT, trainsOnOutputs: true }),
    ).toMatchObject({ hit: 'possible' });
    expect(uses('alphafold3-weights')).toContain('clinical-use');
  });

  it('lists that had lost some of their bans have them back', () => {
    expect(uses('gemma')).toContain('sensitive-personal-data');
    expect(uses('minimax-m2.7-nc')).toEqual(
      expect.arrayContaining(['military', 'harm-minors', 'discrimination']),
    );
    expect(uses('seamless-license')).toEqual(
      expect.arrayContaining(['nuclear', 'espionage', 'guardrail-removal']),
    );
    expect(uses('seamless-license')).not.toContain('unlicensed-practice');
    expect(uses('glm-130b')).toContain('rights-infringement');
  });

  it.each(['minimax-m2.7-nc', 'cpml-1.0', 'sarashina-nc'])(
    '%s: a service that earns nothing is not barred',
    (key) => {
      expect(right(key, 'hosted-service')).toBe('conditional');
    },
  );

  it('Stability asks those who use a model commercially to register, and nobody else (s.III)', () => {
    expect(duty('stabilityai-community', 'register', 'serves', SHOP)).toMatchObject({
      clause: 's.III',
      certain: true,
    });
    expect(
      duty('stabilityai-community', 'register', 'serves', { ...SHOP, purpose: 'personal' }),
    ).toBeUndefined();
  });

  it('users of a service with Kolors get its license (s.2.b.i)', () => {
    expect(duty('kolors', 'include-license', 'references', SHOP)).toMatchObject({
      certain: true,
      clause: 's.2.b.i',
    });
  });

  it.each([
    ['mnpl-0.1', 'include-notice', 's.2.2'],
    ['mnpl-0.1', 'state-changes', 's.2.3'],
    ['glm-5.3', 'include-license', 's.1'],
    ['qwen-community-1.0', 'include-license', 'clause 1'],
    ['livekit-model', 'share-alike', 's.2, s.3'],
    ['falcon-llm-license-2.0', 'include-notice', 's.4.1.5'],
  ] as const)('%s, now read in full: a derivative owes %s (%s)', (key, obligation, clause) => {
    expect(duty(key, obligation, 'derives')).toMatchObject({ clause });
  });

  it('Mistral leaves outputs of its non-production models alone, and binds those of its research models (s.4.2)', () => {
    expect([right('mnpl-0.1', 'train-on-outputs'), right('mrl-0.1', 'train-on-outputs')]).toEqual([
      'allowed',
      'conditional',
    ]);
    expect(hit('mnpl-0.1', 'non-commercial', SHOP)).toBe('yes');
  });

  it('LiveKit models may train no other model (s.3), and Mistral Medium 3.5 gives large companies no rights', () => {
    expect(limit('livekit-model', 'output-training', { ...SHOP, trainsOnOutputs: true })).toMatchObject({
      clause: 's.3',
    });
    expect(hits('mistral-medium-3.5', GIANT)).toEqual(['yes']);
  });

  it('a license without a right to sublicense says nothing of one', () => {
    expect(['bsd-2-clause', 'bsd-3-clause', 'isc', 'zlib'].map((key) => right(key, 'sublicense'))).toEqual([
      'silent',
      'silent',
      'silent',
      'silent',
    ]);
    expect(right('mit', 'sublicense')).toBe('allowed');
  });

  it('a hosted work under the AFL keeps its notices (s.5)', () => {
    expect(duty('afl-3.0', 'retain-copyright', 'serves')).toMatchObject({
      certain: true,
      clause: 's.5, s.6',
    });
  });

  it('BY-NC-ND 3.0 gives no right to adapt, 4.0 lets you adapt and keep it', () => {
    expect([right('cc-by-nc-nd-3.0', 'fine-tune'), right('cc-by-nc-nd-4.0', 'fine-tune')]).toEqual([
      'denied',
      'conditional',
    ]);
  });
});

describe('duties', () => {
  it('of a project that says nothing are possible, not certain', () => {
    expect(duty('llama3.1', 'display-phrase', 'references', SILENT)).toMatchObject({
      certain: false,
      waitsFor: ['offer'],
    });
    expect(duty('llama3.1', 'display-phrase', 'references')).toBeUndefined();
  });

  it('say what they wait for', () => {
    expect(duty('llama3.1', 'display-phrase', 'references', SHOP)?.waitsFor).toEqual([]);
    expect(
      duty('kimi-k3', 'display-phrase', 'references', { ...SHOP, monthlyActiveUsers: null })?.waitsFor,
    ).toEqual(['size']);
    expect(duty('kimi-k3', 'display-phrase', 'references', SILENT)?.waitsFor).toEqual(['offer', 'size']);
    expect(
      duty('minimax-m2.5-modified-mit', 'display-phrase', 'references', { ...SHOP, purpose: null })?.waitsFor,
    ).toEqual(['commercial-use']);
  });

  it('of a called model are never those of its host', () => {
    expect(dutiesOf(license('gemma'), 'calls', SHOP).map((found) => found.obligation)).toEqual([
      'follow-use-policy',
    ]);
    expect(dutiesOf(license('apache-2.0'), 'calls', SHOP)).toEqual([]);
  });

  it('begin with what others see', () => {
    expect(dutiesOf(license('llama3.1'), 'derives').map((found) => found.obligation)).toEqual([
      'display-phrase',
      'name-prefix',
      'include-notice',
      'include-license',
      'follow-use-policy',
    ]);
  });
});
