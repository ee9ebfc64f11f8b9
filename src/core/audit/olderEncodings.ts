import type { Decode, TextEncoding } from '../ports';
import { firstMatch } from '../text/matches';

/** An encoding of East Asia: how it writes a character in two bytes, and which of them a text in it mostly consists of. */
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

/** Least share of common characters among those of two bytes, and what is none. */
const LEAST_COMMON = 0.9;
/** Least share of common ones with no byte of ASCII among all: a quote or a letter of the West before another has the form of the rest. */
const LEAST_HIGH = 1 / 3;
/**
 * As many of them are different: words of an alphabet may happen to have the form of pairs, but few of them, or the same ones again and
 * again. More are where some have a byte of ASCII, which is taken for half of a character, and many where these are rare ones.
 */
const LEAST_DIFFERENT = { high: 4, halved: 8, rare: 40 };
/** Share of broken characters that a text may have. */
const MOST_BROKEN = 0.02;

/** A text in the encoding that its file is surely in. */
export interface OlderText {
  readonly text: string;
  readonly encoding: TextEncoding;
  /** The file does not say it: its bytes do. */
  readonly isGuessed: boolean;
}

/**
 * The text of a file that is no UTF-8, and that says which encoding of East Asia it is in, or of which hardly a byte could be otherwise.
 * Characters and columns are right then; where nothing is sure, a text is better left as it is than read as what it may not be, for then
 * halves of characters, which look like ASCII, would be taken for letters of the West or the other way round.
 *
 * @param text as UTF-8
 * @returns `undefined` where nothing is sure
 */
export function inOlderEncoding(bytes: Uint8Array, text: string, decode: Decode): OlderText | undefined {
  const older = asDeclared(bytes, text, decode) ?? asGuessed(bytes, text, decode);
  return older && endsOf(older.text) === endsOf(text) ? older : undefined;
}

function asDeclared(bytes: Uint8Array, text: string, decode: Decode): OlderText | undefined {
  const encoding = declaredIn(text);
  if (encoding === undefined) return undefined;
  const decoded = decode(bytes, encoding);
  return decoded.includes(BROKEN) ? undefined : { text: decoded, encoding, isGuessed: false };
}

function asGuessed(bytes: Uint8Array, text: string, decode: Decode): OlderText | undefined {
  // A text in another encoding has few characters that happen to be valid; one in UTF-8 with a broken byte has many.
  const guessed = isMostlyBroken(text) ? guessEncoding(bytes) : undefined;
  if (guessed === undefined) return undefined;
  const decoded = decode(bytes, guessed.encoding);
  return countOf(decoded, BROKEN) <= guessed.characters * MOST_BROKEN
    ? { text: decoded, encoding: guessed.encoding, isGuessed: true }
    : undefined;
}

/**
 * How often two backslashes and a quote stand in a text. Behind a character that ends in a backslash, people write another one for tools
 * that know no encodings: to them the string ends there, to others it does not, and nothing tells by which the file is read.
 */
function endsOf(text: string): number {
  return text.match(/\\\\["'`]/g)?.length ?? 0;
}

const BROKEN = '\uFFFD';
/** What begins a file, in UTF-16 code units: what says the encoding stands there. */
const HEAD = 1_024;

/** Comments of Python (PEP 263), Ruby and Perl on the first two lines, of Emacs on the first; XML; HTML. */
const DECLARATIONS: readonly RegExp[] = [
  /^(?:[ \t\f]*(?:#[^\n]*)?\n)?[ \t\f]*#[^\n]*coding[:=][ \t]*([-\w]+)/,
  /^[^\n]*-\*-[^\n]*coding:[ \t]*([-\w]+)/,
  /^<\?xml[ \t][^>]*\bencoding=["']([-\w]+)/,
  /<meta[ \t][^>]*\bcharset=["']?([-\w]+)/i,
];

/** Names of encodings as programs write them, without marks, and what reads all of the characters that they have. */
const LABELS: Readonly<Record<string, TextEncoding>> = {
  shiftjis: 'shift_jis',
  sjis: 'shift_jis',
  xsjis: 'shift_jis',
  cp932: 'shift_jis',
  ms932: 'shift_jis',
  windows31j: 'shift_jis',
  eucjp: 'euc-jp',
  ujis: 'euc-jp',
  euckr: 'euc-kr',
  cp949: 'euc-kr',
  ms949: 'euc-kr',
  uhc: 'euc-kr',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  gb18030: 'gb18030',
  cp936: 'gb18030',
  big5: 'big5',
  big5hkscs: 'big5',
  cp950: 'big5',
};

/** The encoding of East Asia that a text says it is in. */
function declaredIn(text: string): TextEncoding | undefined {
  const label = firstMatch(text.slice(0, HEAD), DECLARATIONS)?.[1];
  return label === undefined ? undefined : LABELS[label.toLowerCase().replaceAll(/[-_]/g, '')];
}

/** Whether more characters are broken than stand for themselves, of those beyond ASCII. */
function isMostlyBroken(text: string): boolean {
  let balance = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x7f) balance += code === 0xfffd ? 1 : -1;
  }
  return balance > 0;
}

/** In which encoding of East Asia a text is that is no UTF-8: the one in which it says most; `undefined` where none is sure. */
function guessEncoding(
  bytes: Uint8Array,
): { readonly encoding: TextEncoding; readonly characters: number } | undefined {
  let best: { readonly form: TwoByteForm; readonly counts: Counts; readonly share: number } | undefined;
  for (const form of FORMS) {
    const counts = countsOf(bytes, form);
    const share = counts.common / counts.all;
    if (isSure(counts) && share > (best?.share ?? 0)) best = { form, counts, share };
  }
  return best && { encoding: best.form.encoding, characters: best.counts.all };
}

interface Counts {
  /** Characters beyond ASCII, and bytes that are none. */
  all: number;
  /** Characters of one byte among them. */
  single: number;
  /** Bytes that are none. */
  broken: number;
  common: number;
  /** Common ones without a byte of ASCII. */
  high: number;
  /** Others with one. */
  rare: number;
  different: number;
}

function isSure({ all, single, broken, common, high, rare, different }: Counts): boolean {
  const kind = rare > 0 ? 'rare' : common > high ? 'halved' : 'high';
  return (
    different >= LEAST_DIFFERENT[kind] &&
    broken <= all * MOST_BROKEN &&
    common >= (all - single) * LEAST_COMMON &&
    high >= all * LEAST_HIGH
  );
}

function countsOf(bytes: Uint8Array, { isLead, isTrail, isCommon, isSingle }: TwoByteForm): Counts {
  const counts = { all: 0, single: 0, broken: 0, common: 0, high: 0, rare: 0 };
  const different = new Set<number>();
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] as number;
    if (lead < 0x80) continue;
    counts.all++;
    const trail = bytes[at + 1] ?? 0;
    if (isSingle?.(lead) === true) counts.single++;
    else if (!isLead(lead) || !isTrail(trail)) counts.broken++;
    else {
      at++;
      if (isCommon(lead, trail)) {
        counts.common++;
        if (trail >= 0x80) counts.high++;
        different.add((lead << 8) | trail);
      } else if (trail < 0x80) counts.rare++;
    }
  }
  return { ...counts, different: different.size };
}

/** How often a character stands in a text. */
export function countOf(text: string, character: string): number {
  let count = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count++;
  return count;
}
