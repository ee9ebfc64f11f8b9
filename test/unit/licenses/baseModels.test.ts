import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { effectiveLicense } from '../../../src/core/licenses/effectiveLicense';
import { CATALOG } from './support';

interface Row {
  readonly model: string;
  readonly modelLicense: string;
  readonly base: string;
  readonly baseLicense: string;
}

/** 139 derived models of the Hub with their bases; see test/evaluation/data/README.md. */
const ROWS = readFileSync(join(__dirname, '../../evaluation/data/base-models.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Row);

function findingsOf(row: Row) {
  return effectiveLicense(CATALOG.license(row.modelLicense), [
    { model: row.base, relation: 'finetune', license: CATALOG.license(row.baseLicense) },
  ]).findings;
}

describe('derived models as their cards state them', () => {
  it('the seven permissive labels over restricted bases are found, and one copyleft label over a non-commercial base', () => {
    expect(
      ROWS.filter((row) => findingsOf(row).some((finding) => finding.kind === 'relabelled'))
        .map((row) => row.model)
        .sort(),
    ).toEqual(
      [
        'AsphyXIA/baarat-MTH',
        'FinGPT/fingpt-forecaster_dow30_llama2-7b_lora',
        'MohamedRashad/arabic-base-nougat',
        'TencentARC/t2i-adapter-canny-sdxl-1.0',
        'TencentARC/t2i-adapter-lineart-sdxl-1.0',
        'TencentARC/t2i-adapter-sketch-sdxl-1.0',
        'TencentARC/t2iadapter_seg_sd14v1',
        'songkey/hello_group_facemodel',
      ].sort(),
    );
  });

  it('family tags over the text they may stand for are for people to look at, and nothing else is reported', () => {
    const others = ROWS.flatMap((row) =>
      findingsOf(row)
        .filter((finding) => finding.kind !== 'relabelled')
        .map((finding) => `${finding.kind}: ${row.baseLicense} → ${row.modelLicense}`),
    );
    expect([...new Set(others)].sort()).toEqual([
      'review: creativeml-openrail-m → openrail',
      'review: openrail++ → openrail',
    ]);
  });
});
