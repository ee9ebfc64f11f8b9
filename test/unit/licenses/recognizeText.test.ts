import { describe, expect, it } from 'vitest';
import { recognizeText } from '../../../src/core/licenses/recognizeText';
import { SIGNATURES } from '../../../src/core/licenses/textSignatures';
import { CATALOG } from './support';

const MIT =
  'Permission is hereby granted, free of charge, to any person obtaining a copy\nof this software … shall be included in all copies or\nsubstantial portions of the Software.';
const APACHE =
  '  Apache License\n  Version 2.0, January 2004\n 2. Grant of Copyright License. 3. Grant of Patent License.';
const BSD =
  'Redistribution and use in source and binary forms, with or without\nmodification, are permitted provided that …';

const keyOf = (text: string): string | undefined => recognizeText(text)?.license;

describe('a license text', () => {
  it('is told by its title and its own lines, however it is wrapped, quoted or marked up', () => {
    expect(keyOf(`MIT License\n\nCopyright (c) 2026 A\n\n${MIT}`)).toBe('mit');
    expect(keyOf(MIT.replaceAll(' ', '\r\n   '))).toBe('mit');
    expect(keyOf(APACHE)).toBe('apache-2.0');
    expect(
      keyOf(
        '# **Llama 3.1** Community License Agreement\n… is greater than 700 million monthly active users …',
      ),
    ).toBe('llama3.1');
    expect(keyOf('### JAPANESE STABLELM RESEARCH LICENSE AGREEMENT\nDated: August 7, 2023')).toBe(
      'japanese-stablelm-research',
    );
    expect(keyOf(`${MIT} you shall prominently display “Kimi K2” on the user interface`)).toBe(
      'kimi-k2-modified-mit',
    );
  });

  it('that looks like a well-known one but adds a clause is not taken for it', () => {
    expect(keyOf(`Modified MIT License\n${MIT} Our only modification is that …`)).toBe('modified-mit');
    expect(keyOf(`${MIT} for non-commercial use only`)).toBeUndefined();
    expect(keyOf(`LFM Open License v1.0\n${APACHE} 5. Commercial Use Limitation.`)).toBe('lfm-open-1.0');
    expect(keyOf(`${APACHE} 5. Acceptable Use Policy.`)).toBeUndefined();
    expect(keyOf(`${BSD} All advertising materials mentioning features …`)).toBeUndefined();
  });

  it('keeps the members of a family apart', () => {
    expect(keyOf(BSD)).toBe('bsd-2-clause');
    expect(keyOf(`${BSD} … may be used to endorse or promote products derived from this software`)).toBe(
      'bsd-3-clause',
    );
    expect(keyOf('CreativeML Open RAIL++-M License … Use-based restrictions')).toBe('openrail++');
    expect(keyOf('CreativeML Open RAIL-M … Use-based restrictions')).toBe('creativeml-openrail-m');
    expect(keyOf('GNU LESSER GENERAL PUBLIC LICENSE\nVersion 2.1, February 1999')).toBe('lgpl-2.1');
    expect(
      keyOf(
        'Attribution-NonCommercial 4.0 International\nCreative Commons … NonCommercial means not primarily intended for or directed towards commercial advantage',
      ),
    ).toBe('cc-by-nc-4.0');
    expect(keyOf('Attribution 4.0 International\nCreative Commons')).toBe('cc-by-4.0');
  });

  it('keeps the texts of Tencent apart', () => {
    const hunyuan = (territory: string, more = ''): string =>
      `TENCENT HUNYUAN COMMUNITY LICENSE AGREEMENT\nTHIS LICENSE AGREEMENT DOES NOT APPLY IN THE ${territory} AND IS EXPRESSLY LIMITED TO THE TERRITORY ${more}`;
    expect(keyOf(hunyuan('EUROPEAN UNION'))).toBe('tencent-hunyuan-dit');
    expect(keyOf(hunyuan('EUROPEAN UNION, UNITED KINGDOM AND SOUTH KOREA'))).toBe(
      'tencent-hunyuan-community',
    );
    expect(
      keyOf(
        hunyuan(
          'EUROPEAN UNION, UNITED KINGDOM AND SOUTH KOREA',
          'the full legal name and entity of the actual provider',
        ),
      ),
    ).toBe('tencent-hunyuan-community-2025-10');
    expect(
      keyOf('TENCENT HY COMMUNITY LICENSE AGREEMENT\nEUROPEAN UNION, UNITED KINGDOM AND SOUTH KOREA'),
    ).toBe('tencent-hy-community');
    expect(keyOf('TENCENT HUNYUAN 3D 2.1 COMMUNITY LICENSE AGREEMENT')).toBe('tencent-hunyuan3d-2.1');
    expect(keyOf(`${MIT} Youtu-VL IS NOT INTENDED FOR USE WITHIN THE EUROPEAN UNION.`)).toBe(
      'tencent-youtu-vl',
    );
    expect(
      keyOf(`${MIT} You agree to use the DepthCrafter only for academic, research and education purposes`),
    ).toBe('tencent-depthcrafter');
  });

  it('is not told from a mention far from the start, or from nothing', () => {
    expect(keyOf(`${'Some notes. '.repeat(80)} GNU General Public License version 3`)).toBeUndefined();
    expect(keyOf('')).toBeUndefined();
    expect(keyOf('All rights reserved.')).toBeUndefined();
  });

  it('points only to licenses of the catalog', () => {
    expect(
      SIGNATURES.filter((signature) => CATALOG.license(signature.license)?.key !== signature.license),
    ).toEqual([]);
  });

  it('is told in one pass over a long file', () => {
    expect(keyOf(`${MIT}${' word'.repeat(400_000)}`)).toBe('mit');
  });
});
