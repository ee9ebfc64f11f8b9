import type { TextEncoding } from '../ports';

/** How an encoding of East Asia writes a character in two bytes, and which of them a text in it mostly consists of. */
interface TwoByteForm {
  readonly encoding: TextEncoding;
  isLead(byte: number): boolean;
  isTrail(byte: number): boolean;
  isCommon(lead: number, trail: number): boolean;
  /** A character of one byte beyond ASCII. */
  isSingle?(byte: number): boolean;
}

const within = (byte: number, first: number, last: number): boolean => byte >= first && byte <= last;

/** JIS X 0208, GB/T 2312 and KS X 1001 in the form of EUC: no byte of ASCII is half of such a character. */
const isHigh = (byte: number): boolean => within(byte, 0xa1, 0xfe);

/**
 * By the indexes of the Encoding Standard (https://encoding.spec.whatwg.org). Common are marks, kana or Hangul, and the first level of
 * ideographs. Where two explain a text alike, what has fewer characters in that part comes first.
 */
const FORMS: readonly TwoByteForm[] = [
  {
    encoding: 'euc-kr',
    isLead: (byte) => within(byte, 0x81, 0xfe),
    isTrail: (byte) => within(byte, 0x41, 0x5a) || within(byte, 0x61, 0x7a) || within(byte, 0x81, 0xfe),
    isCommon: (lead, trail) => isHigh(trail) && (lead === 0xa1 || within(lead, 0xb0, 0xc8)),
  },
  {
    encoding: 'euc-jp',
    isLead: isHigh,
    isTrail: isHigh,
    isCommon: (lead) => lead === 0xa1 || within(lead, 0xa3, 0xa5) || within(lead, 0xb0, 0xcf),
  },
  {
    encoding: 'gb18030',
    isLead: (byte) => within(byte, 0x81, 0xfe),
    isTrail: (byte) => within(byte, 0x40, 0x7e) || within(byte, 0x80, 0xfe),
    isCommon: (lead, trail) => isHigh(trail) && (lead === 0xa1 || lead === 0xa3 || within(lead, 0xb0, 0xd7)),
  },
  {
    encoding: 'big5',
    isLead: (byte) => within(byte, 0x81, 0xfe),
    isTrail: (byte) => within(byte, 0x40, 0x7e) || isHigh(byte),
    isCommon: (lead) => within(lead, 0xa1, 0xc6),
  },
  {
    encoding: 'shift_jis',
    isLead: (byte) => within(byte, 0x81, 0x9f) || within(byte, 0xe0, 0xfc),
    isTrail: (byte) => within(byte, 0x40, 0x7e) || within(byte, 0x80, 0xfc),
    isCommon: (lead) => within(lead, 0x81, 0x83) || within(lead, 0x88, 0x98),
    isSingle: (byte) => within(byte, 0xa1, 0xdf),
  },
];

/** Least share of common characters among those beyond ASCII. */
const LEAST_COMMON = 0.75;
/** Least share of common ones with no byte of ASCII: a quote or dash of the West before a letter has the form of the others. */
const LEAST_HIGH = 1 / 3;

/**
 * In which encoding of East Asia a text is written that is no UTF-8: the one in which it says most.
 * @returns `undefined` where none is sure
 */
export function guessEncoding(bytes: Uint8Array): TextEncoding | undefined {
  let best: { readonly encoding: TextEncoding; readonly share: number } | undefined;
  for (const form of FORMS) {
    const { all, common, high } = countsOf(bytes, form);
    const share = common / all;
    const isSure = share >= LEAST_COMMON && high >= all * LEAST_HIGH;
    if (isSure && share > (best?.share ?? 0)) best = { encoding: form.encoding, share };
  }
  return best?.encoding;
}

interface Counts {
  /** Characters beyond ASCII, and bytes that are none. */
  all: number;
  common: number;
  /** Common ones without a byte of ASCII. */
  high: number;
}

function countsOf(bytes: Uint8Array, form: TwoByteForm): Counts {
  const counts = { all: 0, common: 0, high: 0 };
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] as number;
    if (lead < 0x80) continue;
    counts.all++;
    const trail = bytes[at + 1];
    if (form.isSingle?.(lead) || trail === undefined || !form.isLead(lead) || !form.isTrail(trail)) continue;
    at++;
    if (!form.isCommon(lead, trail)) continue;
    counts.common++;
    if (trail >= 0x80) counts.high++;
  }
  return counts;
}

/** A text with more ASCII than this is UTF-16, whatever else is in it. */
const MOSTLY_ASCII = 0.7;
/** Least share of ASCII in another: marks, spaces and ends of lines. */
const LEAST_ASCII = 0.1;
/** Least share of units in it that are ASCII, kana, an ideograph, Hangul or a wide form. */
const LEAST_PLAIN = 0.95;

/**
 * Which byte comes first in a text in UTF-16 without a mark. ASCII in it has a zero for the second half.
 * @returns `undefined` where it does not look like one
 */
export function guessUtf16(bytes: Uint8Array): TextEncoding | undefined {
  if (looksLikeUtf16(bytes, 0)) return 'utf-16le';
  return looksLikeUtf16(bytes, 1) ? 'utf-16be' : undefined;
}

function looksLikeUtf16(bytes: Uint8Array, low: 0 | 1): boolean {
  const units = bytes.length >> 1;
  let [oneByte, ascii, eastAsian, zeroLow] = [0, 0, 0, 0];
  for (let at = 0; at < 2 * units; at += 2) {
    const code = ((bytes[at + 1 - low] as number) << 8) | (bytes[at + low] as number);
    if (code < 0x100) oneByte++;
    if (isPrintedAscii(code)) ascii++;
    else if (isEastAsian(code)) eastAsian++;
    if ((code & 0xff) === 0) zeroLow++;
  }
  return (
    (zeroLow === 0 && oneByte > units * MOSTLY_ASCII) ||
    (ascii > units * LEAST_ASCII && ascii + eastAsian >= units * LEAST_PLAIN)
  );
}

function isPrintedAscii(code: number): boolean {
  return within(code, 0x20, 0x7e) || code === 0x0a || code === 0x0d || code === 0x09;
}

function isEastAsian(code: number): boolean {
  return (
    within(code, 0x3000, 0x30ff) ||
    within(code, 0x4e00, 0x9fff) ||
    within(code, 0xac00, 0xd7a3) ||
    within(code, 0xff01, 0xffe6)
  );
}
