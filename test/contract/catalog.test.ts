import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createCatalog } from '../../src/core/catalog/createCatalog';
import { decodeCatalog, encodeCatalog } from '../../src/core/catalog/compiled';
import type { CatalogRecords } from '../../src/core/catalog/records';
import { checkFiles, settledTwice } from '../../src/catalog-tool/check/checkFiles';
import { checkLicenses } from '../../src/catalog-tool/check/checkLicenses';
import { checkRecords } from '../../src/catalog-tool/check/checkRecords';
import { sourcePage } from '../../src/catalog-tool/sourceTable';
import { statsOf } from '../../src/catalog-tool/stats';
import { builtCatalog, builtRecords } from '../support/builtCatalog';
import { modelRecord } from '../support/catalog';
import { ROOT } from './cli';

const DATA = join(ROOT, 'src/catalog');
const records = builtRecords();
const compiled = encodeCatalog(records);

describe('the catalog', () => {
  it('is as its schemas say, file by file', () => expect(checkFiles(DATA)).toEqual([]));
  it('agrees with itself', () => expect(checkRecords(records)).toEqual([]));

  it('is large enough to be of use', () => {
    const declared = records.models.filter(
      ({ registry, license }) => registry === 'huggingface' && license !== null,
    );
    expect(declared.length).toBeGreaterThanOrEqual(8_000);
    expect(records.models.filter(({ openness }) => openness === 'api-only').length).toBeGreaterThanOrEqual(
      700,
    );
    expect(records.licenses.length).toBeGreaterThanOrEqual(149);
    expect(records.organizations.filter(({ country }) => country !== null).length).toBeGreaterThanOrEqual(
      150,
    );
  });

  it('knows which files can be had only after terms were accepted, and who says so', () => {
    const model = records.models.find(({ id }) => id === 'meta-llama/Llama-3.1-8B');
    expect(model?.gated).toBe(true);
    expect(model?.sources.find(({ facts }) => facts.includes('gated'))?.source).toContain(
      'Access to Hugging Face',
    );
  });

  it('is small enough to be carried along', () =>
    expect(gzipSync(compiled).length).toBeLessThanOrEqual(720_000));

  it('comes out of its compiled form as it went in', () => {
    const back = decodeCatalog(gunzipSync(gzipSync(compiled)).toString());
    const plain = createCatalog(records);
    for (const { id } of records.models.filter((_, index) => index % 97 === 0))
      expect(back.model(id)).toEqual(plain.model(id));
    expect(back.licenses).toEqual(plain.licenses);
    expect(back.organizations).toEqual(plain.organizations);
  });

  it('finds every model by its own id, and by each of its spellings', () => {
    const catalog = decodeCatalog(compiled);
    const lost = records.models
      .filter(({ id, registry }) => catalog.resolve(id, registry)?.record.id !== id)
      .map(({ id }) => id);
    expect(lost).toEqual([]);
  });

  it.each([
    ['other', 'tts_models/multilingual/multi-dataset/xtts_v2', 'coqui/XTTS-v2', 'cpml-1.0'],
    ['other', 'xtts_v2.0.2', 'coqui/XTTS-v2', 'cpml-1.0'],
    ['other', 'tts_models/multilingual/multi-dataset/your_tts', undefined, 'cc-by-nc-nd-4.0'],
    ['other', 'tts_models/en/ljspeech/glow-tts', undefined, 'mpl-2.0'],
    ['other', 'tts_models/en/vctk/vits', undefined, 'apache-2.0'],
    ['other', 'tts_models/eng/fairseq/vits', 'facebook/mms-tts-eng', 'cc-by-nc-4.0'],
    ['other', 'tts_models/swe/fairseq/vits', 'facebook/mms-tts-swe', 'cc-by-nc-4.0'],
    ['other', 'tts_models/en/jenny/jenny', undefined, null],
    ['torchhub', 'snakers4/silero-vad:silero_vad', 'silero_vad', 'mit'],
    ['torchhub', 'snakers4/silero-models:silero_tts', 'silero_tts', 'cc-by-nc-sa-4.0'],
    ['local', 'silero_vad.onnx', 'silero_vad', 'mit'],
    ['other', 'buffalo_l', undefined, 'insightface-models'],
    ['other', 'rembg:bria-rmbg', 'briaai/RMBG-2.0', 'bria-rmbg'],
    ['other', 'rembg:u2net', undefined, 'apache-2.0'],
    ['local', 'models/bria-rmbg-2.0.onnx', 'briaai/RMBG-2.0', 'bria-rmbg'],
    ['local', 'u2net_cloth_seg.onnx', 'rembg:u2net_cloth_seg', 'mit'],
    ['local', 'models/buffalo_l/w600k_r50.onnx', 'buffalo_l', 'insightface-models'],
    ['local', 'kokoro-v1.0.onnx', 'hexgrad/Kokoro-82M', 'apache-2.0'],
    ['local', 'sam_vit_h_4b8939.pth', 'facebook/sam-vit-huge', 'apache-2.0'],
    [
      'local',
      'v1-5-pruned-emaonly.ckpt',
      'stable-diffusion-v1-5/stable-diffusion-v1-5',
      'creativeml-openrail-m',
    ],
    ['local', 'resnet18-5c106cde.pth', 'timm/resnet18.tv_in1k', 'bsd-3-clause'],
    ['local', 'ig_resnext101_32x8-c38310e5.pth', 'timm/resnext101_32x8d.fb_wsl_ig1b_ft_in1k', 'cc-by-nc-4.0'],
    ['local', 'sd_xl_base_1.0.safetensors', 'stabilityai/stable-diffusion-xl-base-1.0', 'openrail++'],
  ] as const)(
    'knows the license of what libraries load by name, of %s: %s',
    (registry, name, id, license) => {
      expect(builtCatalog().resolve(name, registry)?.record).toMatchObject({ id: id ?? name, license });
    },
  );

  it('credits every source with its license', () => {
    expect(readFileSync(join(ROOT, 'src/catalog/SOURCES.md'), 'utf8')).toBe(sourcePage(records));
  });

  it('counts its records', () =>
    expect(statsOf(records).join('\n')).toContain(`models ${records.models.length}`));
});

describe('the check of the catalog', () => {
  it('names a fact that was settled in two ways, and none that was settled alike', () => {
    const from = { source: 's', date: '2026-01-01' };
    expect(
      settledTwice([
        { models: ['a/b', 'c/d'], license: 'mit', ...from },
        { models: ['A/B'], license: 'apache-2.0', ...from },
        { models: ['c/d'], license: 'mit', ...from },
      ]),
    ).toEqual(['A/B: license is settled as "mit" and as "apache-2.0"']);
  });

  const small: CatalogRecords = {
    ...records,
    models: [],
    families: [],
    familyNames: { hints: [], lines: [{ name: 'Thing', base: 'a/b' }], unrelated: [] },
  };
  const problemsOf = (...models: CatalogRecords['models']): string =>
    checkRecords({
      ...small,
      models,
      sources: { ...records.sources, test: { title: 'T', url: null, license: null, date: '2026-01-01' } },
    }).join('\n');
  const cases: [string, CatalogRecords['models'], string][] = [
    ['two records of one id', [modelRecord('a/b'), modelRecord('A/B')], 'stands twice'],
    [
      'a copy that has another name than its original',
      [
        modelRecord('a/llama-tuned-GGUF', { copyOf: 'b/llama' }),
        modelRecord('b/llama'),
        modelRecord('a/other-GGUF', { copyOf: 'b/llama' }),
      ],
      'a/other-GGUF is called a copy of b/llama, whose name it has not',
    ],
    ['two ids that run together', [modelRecord('a/bc/d')], 'cannot be an id of the Hub'],
    [
      'a spelling that leads to two models',
      [modelRecord('a/b', { aliases: ['ollama:x'] }), modelRecord('c/d', { aliases: ['ollama:X'] })],
      'ollama:x leads to a/b and to c/d',
    ],
    ['a license that does not exist', [modelRecord('a/b', { license: 'no-such' })], 'no license no-such'],
    [
      'an organization that does not exist',
      [modelRecord('a/b', { publisher: 'no-such' })],
      'no organization no-such',
    ],
    ['a record without a source', [modelRecord('a/b', { sources: [] })], 'has no source'],
    [
      'a source that nobody can find',
      [
        modelRecord('a/b', {
          sources: [{ source: 'somewhere', date: '2026-01-01', facts: ['license'], confidence: 'low' }],
        }),
      ],
      'somewhere is neither',
    ],
    [
      'a source without a date',
      [
        modelRecord('a/b', {
          sources: [{ source: 'test', date: '', facts: ['license'], confidence: 'low' }],
        }),
      ],
      'no date',
    ],
    [
      'a copy that borrows a license',
      [
        modelRecord('a/b', {
          license: 'mit',
          copyOf: 'c/d',
          sources: [{ source: 'test', date: '2026-01-01', facts: ['license'], confidence: 'low' }],
        }),
      ],
      'a/b is a copy for which only a list states mit',
    ],
    [
      'lineage in a circle',
      [
        modelRecord('a/b', { lineage: [{ model: 'c/d', relation: 'finetune' }] }),
        modelRecord('c/d', { copyOf: 'a/b' }),
      ],
      'circle',
    ],
  ];
  for (const [name, models, words] of cases)
    it(`finds ${name}`, () => expect(problemsOf(...models)).toContain(words));
  it('finds a family whose base has no record with a publisher', () => {
    expect(problemsOf(modelRecord('c/d'))).toBe(
      'family name Thing: its base a/b has no record with a publisher',
    );
  });
  it('finds nothing wrong with a good record', () =>
    expect(problemsOf(modelRecord('a/b', { publisher: 'meta' }))).toBe(''));

  /** A license of the catalog that is right, with one thing changed. */
  const changed = (key: string, change: Partial<CatalogRecords['licenses'][number]>): string => {
    const license = records.licenses.find((record) => record.key === key);
    return license === undefined
      ? `no license ${key}`
      : checkLicenses([{ ...license, ...change }]).join('\n');
  };
  const verdict = (aiActOpenSource: 'qualifies' | 'disqualified', ...aiActReasons: string[]) => ({
    meets: { osi: false, openWeightDefinition: false, aiActOpenSource, aiActReasons },
  });
  it.each([
    [
      'a reason that the rights deny',
      'glm-130b',
      verdict('disqualified', 'non-commercial or research-only', 'distribution prohibited'),
      '"distribution prohibited" is not what its terms say',
    ],
    [
      'a reason that is left out',
      'minimax-h3-community',
      verdict('disqualified', 'separate commercial license above revenue/size'),
      'call for the reason "territorial exclusion"',
    ],
    ['a verdict without a reason', 'chatglm2-6b', verdict('disqualified'), 'no reason says why'],
    [
      'a reason against what qualifies',
      'mit',
      verdict('qualifies', 'user-scale threshold'),
      'speaks against it',
    ],
    [
      'a barred use in an open license',
      'c-uda',
      { meets: { osi: false, openWeightDefinition: true, aiActOpenSource: null, aiActReasons: [] } },
      'rule out',
    ],
    ['a use that only the law bars, in an open license', 'openatom-model-1.0', {}, ''],
    [
      'a ban beside the right to the same thing',
      'proprietary',
      { rights: [{ right: 'modify', value: 'allowed', clause: null }] },
      'no-derivatives, and yet modify is allowed',
    ],
    [
      'outputs that no clause speaks of',
      'mit',
      { rights: [{ right: 'train-on-outputs', value: 'allowed', clause: null }] },
      'a text that says nothing of outputs is silent',
    ],
    [
      'a suit that can be mended',
      'mpl-2.0',
      { termination: [{ cause: 'patent-suit', effect: 'ends', clause: 's.5.2', cureDays: 30 }] },
      'patent-suit cannot be mended',
    ],
    [
      'a breach that ends only the grant of patents',
      'mpl-2.0',
      { termination: [{ cause: 'breach', effect: 'patent-grant-ends', clause: 's.5.1' }] },
      'breach ends more than the grant of patents',
    ],
    [
      'a suit that someone else has to act on',
      'mpl-2.0',
      { termination: [{ cause: 'suit', effect: 'may-end', clause: null }] },
      'suit ends it by itself',
    ],
    [
      'a notice that nobody gives',
      'mpl-2.0',
      { termination: [{ cause: 'notice', effect: 'ends', clause: null }] },
      'a notice is given by someone',
    ],
    [
      'a clause about a law that is not chosen',
      'mpl-2.0',
      { governingLaw: { law: null, clause: 's.8' } },
      'no law is chosen',
    ],
    [
      'commerce that is denied and not',
      'glm-130b',
      { commercialUse: 'yes' },
      'commercial use is yes, the right to it denied',
    ],
    ['a partial reading of nothing', 'proprietary', { verification: 'partial' }, 'no evidence says where'],
  ] as const)('finds in a license %s', (_, key, change, words) => {
    const problems = changed(key, change);
    expect(words === '' ? problems : problems.includes(words)).toBe(words === '' ? '' : true);
  });
});
