/** The end that a comment states. */
export interface StatedEnd {
  /** As written, which is no reason. */
  readonly whole: string;
  /** The day of it; all of it where that cannot be read. */
  readonly until: string;
}

/** A day or month in the ways in which people write it, in full-width forms made plain. */
const DAY = [
  String.raw`\d{4}[-/.]\d{1,2}[-/.]\d{1,2}`,
  String.raw`\d{1,2}[-/.]\d{1,2}[-/.]\d{4}`,
  String.raw`\d{4}-\d{2}(?![\d-])`,
  String.raw`(?:\d{2,4}|令和 ?(?:\d{1,2}|元))年(?:\d{1,2}月)?(?:\d{1,2}日)?`,
  String.raw`\d{1,2}月(?:\d{1,2}日)?`,
  String.raw`(?:R|令和?) ?(?:\d{1,2}|元)[-/.]\d{1,2}[-/.]\d{1,2}`,
].join('|');
const MONTH = `(?:${[
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?',
  'aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?',
].join('|')})`;
/** As people name the end of a year, a quarter or a month. */
const PERIOD_END = '(?<![数何半])[今来本当翌明下]?(?:年度?|月|週|周|季度?|四半期)[内末底中]';
/** What tells a time beside words that tell less of an end: names of months alone are names of people too. */
const TIME = [
  DAY,
  String.raw`20[23]\d(?:[-/.]\d{1,2})?(?![\w.])|20[23]\d{5}`,
  String.raw`(?:R|令和?)\d{1,2}\.\d{1,2}`,
  String.raw`\d{1,2}/\d{1,2}(?:/\d{2})?|\d{2}-\d{1,2}-\d{1,2}`,
  String.raw`\d{1,2}(?:st|nd|rd|th)? ${MONTH}\b|${MONTH}\.? \d{1,4}`,
  String.raw`(?:the )?end of\b|next (?:week|month|quarter|year)\b|q[1-4]\b|eo[mqy]\b|year-end`,
  PERIOD_END,
].join('|');
/** Neither in a longer number nor in the name of a model. */
const ALONE = String.raw`(?<![\w.]|\w[-/])`;
/** The end of what a time is written in: what follows is a time of another form. */
const REST = String.raw`[\w/.-]*`;

/** A word for an end at the beginning: whatever follows is one. */
const FIRST_END = /^[\s([:,-]*(?:until|till|expires)(?![a-z])(?: on\b)?[\s:=]*([^\s:=]\S*)?/i;
/** The same further on, where the words are of an end only before what tells a time. */
const LATER_END = new RegExp(
  String.raw`\b(?:until|till?|expir(?:es|y|ing|ation)|valid (?:to|thru|through)|deadline|not? (?:after|later than))` +
    String.raw`(?: (?:date|day|on|is|in|the))*[\s:=(]+((?:\d|${MONTH}\b|${TIME})\S*)`,
  'i',
);
/** Names of an end in Japanese and Chinese before any time, and words that are one only before a day or month. */
const NAMED_END = '(?:期限|期日|有[効效]期間?|(?:失[効效]|満了|終了|到期|截止)日期?)';
const WEAKER_END = '失[効效]|満了|終了|到期|截[止至]|締め?切り?|〆切|まで|迄|至|到|[~〜]';
const AFTER_A_DAY = [
  'まで|迄|[为為]?止|いっぱい|限り|到期|有[効效]|[にで]?(?:失[効效]|終了)(?!し|済)|[をが]?期限',
  'at the latest|deadline|expiry',
].join('|');
/** The forms of an end, the surer ones first, with the day in brackets; one without them names no last day. */
const FORMS: readonly RegExp[] = [
  FIRST_END,
  LATER_END,
  new RegExp(`${NAMED_END} ?[:=はがを至到]? ?((?:${TIME}|\\d)${REST})`, 'i'),
  new RegExp(`(?:${WEAKER_END}) ?((?:${TIME})${REST})`, 'i'),
  new RegExp(`(?:${NAMED_END}|expir(?:es|y))\\s*[:=]\\s*(?!なし|無|无|永|never|none)\\S+`, 'i'),
  /(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|月\d{1,2}日|[年月][底末]) ?[之以]?前/,
  new RegExp(
    `${ALONE}(${TIME})(?: \\d{1,2}:\\d{2})?(?: ?\\([日月火水木金土]\\))?[末中頃]? ?(?:${AFTER_A_DAY})`,
    'i',
  ),
  new RegExp(`${PERIOD_END}(?:のみ|だけ)`),
  new RegExp(`${ALONE}(?:${DAY}) ?(?:から|to|[–—/]|-+>?) ?((?:${TIME})${REST})`, 'i'),
  new RegExp(`\\b(?:by|thru|through|up to|ends?|due)(?: on)? ((?:${TIME})${REST})`, 'i'),
  new RegExp(`\\bbefore (?:${TIME})${REST}`, 'i'),
  /\bvalid for \d+ ?(?:day|week|month|year)s?\b/i,
  new RegExp(`^[\\s([:,-]*(${DAY})(?![\\d月日]| ?(?:から|以[来降]|より|起))${REST}`),
];

/** The end that the words behind the rules state; `undefined` where they state none. */
export function statedEnd(words: string): StatedEnd | undefined {
  // One character for one, so that what is found lies at the same place in both.
  const plain = words.replace(/[！-～\u3000]/g, (wide) => wide.normalize('NFKC'));
  for (const form of FORMS) {
    const match = form.exec(plain);
    if (match === null) continue;
    const [stated, last = ''] = match;
    const day = /^\d{4}-\d{2}-\d{2}(?![\w/.-]*\w)/.exec(last)?.[0];
    return {
      whole: words.slice(match.index, match.index + stated.length),
      until: day ?? stated.replace(/^[\s([:,-]+/, ''),
    };
  }
  return undefined;
}

/**
 * What a comment gives as its reason, apart from the end that it states.
 * @param words behind the rules, as written
 * @returns the last day in `until`; `null` for none
 */
export function endAndReason(words: string): { readonly until: string | null; readonly reason: string } {
  const end = statedEnd(words);
  if (end === undefined) return { until: null, reason: words };
  const reason = words
    .replace(end.whole, '')
    .replace(/[([（［]\s*[)\]）］]/, '')
    .replace(/^[\s)\]）］:;,.、。：-]+/, '')
    .trimEnd()
    .replace(/[([（［]$/, '')
    .trimEnd()
    .replaceAll('  ', ' ');
  return { until: end.until, reason };
}
