const QUOTE = 0x22;
const COMMA = 0x2c;
const OPEN_BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

/** The depth of what the outermost object holds, and of the items of a list there. */
const IN_OBJECT = 1;
const IN_LIST = 2;
/** So far into an item its texts are shared: the places of a service lie three levels deep. */
const SHARED_LEVELS = 4;

/**
 * The value of a JSON text that arrives in pieces: an object that may have long lists. Neither the whole text nor a whole list as text is
 * held in memory, and texts that are alike are one string.
 * @param pieces the bytes of the text, in UTF-8 with or without a byte order mark
 * @returns `undefined` for all else, whether or not it is JSON: who reads a text as a whole can say what is wrong with it
 */
export async function parseJsonInParts(pieces: AsyncIterable<Uint8Array>): Promise<object | undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parts = new Parts();
  try {
    for await (const piece of pieces) parts.read(decoder.decode(piece, { stream: true }));
    parts.read(decoder.decode());
    return parts.value();
  } catch (error) {
    if (error instanceof SyntaxError || isUndecodable(error)) return undefined;
    throw error;
  }
}

function isUndecodable(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA';
}

type Step = 'begins' | 'goes on' | 'ends' | undefined;

class Parts {
  /** The text without the items of its lists: each list holds its number instead. */
  private frame = '';
  private readonly lists: unknown[][] = [];
  private readonly shared = new Shared();
  /** The list that is being read, and what is there of items that have not ended. */
  private list: unknown[] | undefined;
  private begun = '';
  private depth = 0;
  private inString = false;
  private escaped = false;

  /** @throws {SyntaxError} for what is no JSON, as far as that can be seen by now */
  read(text: string): void {
    let from = 0;
    let lastEnd = -1;
    for (let at = 0; at < text.length; at++) {
      const step = this.step(text.charCodeAt(at));
      if (step === undefined) continue;
      if (step === 'goes on') lastEnd = at;
      else {
        if (step === 'begins') this.beginList(text.slice(from, at + 1));
        else this.endList(text.slice(from, at));
        from = step === 'begins' ? at + 1 : at;
        lastEnd = -1;
      }
    }
    if (this.list === undefined) this.frame += text.slice(from);
    else if (lastEnd < 0) this.begun += text.slice(from);
    else {
      if (this.addItems(this.list, text.slice(from, lastEnd)) === 0)
        throw new SyntaxError('an item is missing');
      this.begun = text.slice(lastEnd + 1);
    }
  }

  /** @throws {SyntaxError} for what is no JSON, or no object */
  value(): object {
    const value = JSON.parse(this.frame) as unknown;
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new SyntaxError('no object');
    for (const [key, content] of Object.entries(value) as [keyof typeof value, unknown][])
      if (Array.isArray(content)) Object.assign(value, { [key]: this.lists[content[0] as number] });
    return value;
  }

  /** What a character does to the lists of the outermost object. */
  private step(char: number): Step {
    if (this.inString) return this.stepInString(char);
    switch (char) {
      case QUOTE:
        this.inString = true;
        return undefined;
      case COMMA:
        return this.list !== undefined && this.depth === IN_LIST ? 'goes on' : undefined;
      case OPEN_BRACKET:
        return this.depth++ === IN_OBJECT ? 'begins' : undefined;
      case OPEN_BRACE:
        this.depth++;
        return undefined;
      case CLOSE_BRACKET:
      case CLOSE_BRACE:
        return --this.depth === IN_OBJECT && this.list !== undefined ? 'ends' : undefined;
      default:
        return undefined;
    }
  }

  private stepInString(char: number): undefined {
    if (this.escaped) this.escaped = false;
    else if (char === BACKSLASH) this.escaped = true;
    else if (char === QUOTE) this.inString = false;
  }

  private beginList(before: string): void {
    this.frame += `${before}${this.lists.length}`;
    this.lists.push((this.list = []));
  }

  private endList(rest: string): void {
    const list = this.list ?? [];
    if (this.addItems(list, rest) === 0 && list.length > 0) throw new SyntaxError('an item is missing');
    this.list = undefined;
  }

  /** Adds the items that stand in a text, behind what has begun. Gives how many they are. */
  private addItems(list: unknown[], text: string): number {
    const items = JSON.parse(`[${this.begun}${text}]`) as unknown[];
    this.begun = '';
    for (const item of items) list.push(this.shared.share(item, SHARED_LEVELS));
    return items.length;
  }
}

/** Strings, and lists of them, that many items have: each is kept once. */
class Shared {
  private readonly strings = new Map<string, string>();
  private readonly lists = new Map<string, unknown[]>();

  /** The value with its texts shared, down to so many levels. */
  share(value: unknown, levels: number): unknown {
    if (typeof value === 'string') return once(this.strings, value, value);
    if (typeof value !== 'object' || value === null || levels === 0) return value;
    for (const [key, content] of Object.entries(value))
      if (typeof content === 'string' || typeof content === 'object')
        (value as Record<string, unknown>)[key] = this.share(content, levels - 1);
    return Array.isArray(value) && value.every((item) => typeof item === 'string')
      ? once(this.lists, JSON.stringify(value), value)
      : value;
  }
}

function once<T>(known: Map<string, T>, key: string, value: T): T {
  const before = known.get(key);
  if (before === undefined) known.set(key, value);
  return before ?? value;
}
