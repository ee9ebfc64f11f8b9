import { isPlaceholder } from './hubId';

/**
 * Names that people give their own models and servers in letters of any script: `社内LLM`, `résumé-v2`, `модель-1`. No
 * registry has any, so that only a place can say that one is meant, and labels in the same letters say it of none.
 */

/** One word: scripts without blanks between words write whole sentences so, but not without any sign. */
const NAME = /^(?=[^\x80-\uffff]*[\x80-\uffff])[\p{L}\p{N}][\p{L}\p{M}\p{N}_.・-]{1,59}$/u;

/** What stands for a name that the reader should fill in, or is the label of a field for one. */
const FILLED_IN = new RegExp(
  String.raw`(?:モデル|模型|模組|모델|модел[ьи]|modèle)[ _-]?(?:の?名前?|の?id|識別子|名[称稱]|标识|標識|명|이름|아이디)` +
    String.raw`|^(?:ここに|任意の|お使いの|あなたの|使用する|利用する|指定の|你的|您的|请|請|填|选择|選擇|여기에|사용할)` +
    String.raw`|(?:入力|選択|指定|记入|输入|輸入|填写|填寫|选择|입력|선택)(?:して|する)?(?:ください|하세요)?$`,
  'iu',
);

/** The word for a model at the end, as labels of fields have it, and names as well. */
const MODEL_WORD = /(?:モデル|模型|模組|모델|модель|modèle)$/iu;
/** The word alone, or behind a name in Latin letters: what a field for one is called. */
const LABEL = /^[\p{sc=Latin}\d_.-]{0,30}(?:モデル|模型|模組|모델|модель|modèle)$/iu;

/** Whether a word is a name in letters of any script, and no label of a field for one. */
export function isAnyScriptName(value: string): boolean {
  return NAME.test(value) && !FILLED_IN.test(value) && !LABEL.test(value) && !isPlaceholder(value);
}

/** Whether such a name may as well be a label, in a file of settings or of translations. */
export function mayBeLabel(value: string): boolean {
  return MODEL_WORD.test(value);
}
