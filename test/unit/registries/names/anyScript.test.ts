import { describe, expect, it } from 'vitest';
import { isAnyScriptName, mayBeLabel } from '../../../../src/core/registries/names/anyScript';

describe('names in letters of any script', () => {
  it.each(['社内LLM', '要約モデル', '通訳・速い', 'résumé-v2', 'модель-1', '사내모델', 'ทดสอบ', '汎用'])(
    'is one: %s',
    (name) => {
      expect(isAnyScriptName(name)).toBe(true);
    },
  );

  it.each([
    'house-1',
    '日',
    '二つ の語',
    '文です。',
    'モデル',
    'LLMモデル',
    'モデル名',
    'モデル名を入力',
    'ここに書く',
    '模型名称',
    '请选择',
    'モデルを選択してください',
    '社'.repeat(61),
  ])('is none: %s', (word) => {
    expect(isAnyScriptName(word)).toBe(false);
  });

  it('may be a label where the word for a model is at its end', () => {
    expect(['要約モデル', '对话模型', '社内LLM'].map(mayBeLabel)).toEqual([true, true, false]);
  });
});
