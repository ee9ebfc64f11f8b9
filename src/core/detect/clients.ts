import { addressesIn, type HostEvidence } from './beside';
import { hostAt } from './host';
import { countUpTo } from '../text/sorted';
import { bracketsAround } from './surroundings';

/** How far before the bracket of a call its name is looked for. */
const LEAD = 160;
/** Paths of interfaces that models are asked through. */
const REQUEST_PATH =
  /\/(?:v\d(?:beta)?|api|chat|completions?|embeddings?|embed|generate|messages|responses|inference|predict|invoke|models|openai|rerank|audio|images)(?:\/|\b)/;
const ANY_ADDRESS = /\b(?:https?|wss?):\/\/[^\s"'`)\]}>,;|\\]+|\blocalhost:\d{2,5}[^\s"'`)\]}>,;|\\]*/g;
/** How far from the body of a request its address may stand. */
const BEFORE = 700;
const BEHIND = 500;

/**
 * The addresses that a text gives its clients: by the names of the clients, by the settings of a whole library, and by the
 * requests that it writes out. Read in one pass when it is first asked.
 */
export class ClientAddresses {
  private addresses: readonly HostEvidence[] | undefined;
  private named: ReadonlyMap<string, HostEvidence> | undefined;
  private readonly libraries = new Map<string, readonly HostEvidence[]>();
  private readonly constants = new Map<string, string | undefined>();

  constructor(private readonly text: string) {}

  /** The address that the client was made with whose method or factory is called: `client.chat.completions.create`, `groq`. */
  of(callee: string): HostEvidence | undefined {
    const name = /^(?:(?:this|self|@)\.?)?_?([A-Za-z_$][\w$]*)/.exec(callee.replace(/^await\s+/, ''))?.[1];
    if (name === undefined) return undefined;
    this.named ??= this.byName();
    return this.named.get(name);
  }

  /** The last address before a place that the settings of a client library give: `OPENAI_BASE_URL`, `openai.api_base`. */
  ofLibrary(library: string, before: number): HostEvidence | undefined {
    let own = this.libraries.get(library);
    if (own === undefined) {
      const form = new RegExp(`^["']?\\w*${library}[\\w.]*(?:base|url|endpoint|host)`, 'i');
      own = this.all().filter(({ at }) => form.test(this.text.slice(at, at + LONGEST_KEY)));
      this.libraries.set(library, own);
    }
    return lastBefore(own, before);
  }

  /** The nearest address under a key for one before a place, no further away than `reach` characters. */
  before(offset: number, reach: number): HostEvidence | undefined {
    const last = lastBefore(this.all(), offset);
    return last !== undefined && offset - last.at <= reach ? last : undefined;
  }

  /** The value of a constant of the text that is an address. */
  readonly constant = (name: string): string | undefined => {
    if (!this.constants.has(name)) this.constants.set(name, this.readConstant(name));
    return this.constants.get(name);
  };

  private readConstant(name: string): string | undefined {
    if (this.constants.size > MOST_CONSTANTS) return undefined;
    const found = new RegExp(
      `\\b${name}\\b["'\\]]*\\s*(?::\\s*[\\w<>.]+\\s*)?[:=]\\s*[^\\n;]{0,120}?((?:https?|wss?)://[^\\s"'\`)}>,;]+)`,
    ).exec(this.text);
    return found?.[1];
  }

  private all(): readonly HostEvidence[] {
    return (this.addresses ??= addressesIn(this.text, this.constant));
  }

  private byName(): ReadonlyMap<string, HostEvidence> {
    const named = new Map<string, HostEvidence>();
    for (const address of this.all()) {
      const key = this.text.slice(address.at, address.at + LONGEST_KEY);
      const library = /^([A-Za-z_]\w*)\.[A-Za-z_]\w*\s*=/.exec(key)?.[1];
      if (library !== undefined && library !== 'self' && library !== 'this') named.set(library, address);
      for (const { at } of bracketsAround(this.text, address.at).slice(0, 3)) {
        const name = assignedBefore(this.text.slice(Math.max(0, at - LEAD), at));
        if (name === undefined) continue;
        named.set(name, address);
        break;
      }
    }
    return named;
  }
}

/** Names whose values are looked for, each in one pass over the text. */
const MOST_CONSTANTS = 40;
const LONGEST_KEY = 60;

function lastBefore(places: readonly HostEvidence[], offset: number): HostEvidence | undefined {
  return places[countUpTo(places, offset, ({ at }) => at) - 1];
}

/** The variable or property that is given what a call makes: `client = OpenAI`, `private readonly api: OpenAI = new OpenAI`. */
function assignedBefore(lead: string): string | undefined {
  return /(?:^|[\s.@({,>])_?([A-Za-z_$][\w$]*)\s*(?::\s*[\w<>.[\]|\s]{1,40})?\s*(?::?=|=>)\s*(?:return\s+)?(?:new\s+|await\s+|&|\()?(?:[\w$]+(?:\.|::|->))*[\w$!]+\s*(?:<[^<>]*>)?$/.exec(
    lead,
  )?.[1];
}

/**
 * The address that a request goes to whose body or arguments a name stands in: the nearest one before it in the same
 * statement, or behind it in the same command.
 */
export function requestAddress(text: string, start: number, end: number): HostEvidence | undefined {
  const before = inOneBlock(text.slice(Math.max(0, start - BEFORE), start));
  const last = [...before.matchAll(ANY_ADDRESS)].filter(([one]) => isRequestPath(one)).at(-1);
  if (last !== undefined && isRequested(before.slice(0, last.index))) {
    const host = hostAt(last[0]);
    if (host !== undefined) return { host, said: last[0], kind: 'address', at: start };
  }
  const command = /(?:^|\n|[`$( ])(?:curl|http|https|wget|xh|Invoke-RestMethod|Invoke-WebRequest)\s/.test(
    before,
  );
  if (!command) return undefined;
  const behind = text.slice(end, end + BEHIND).split(/\n\s*\n|\n```/, 1)[0] ?? '';
  const next = [...behind.matchAll(ANY_ADDRESS)].find(([one]) => isRequestPath(one));
  const host = next === undefined ? undefined : hostAt(next[0]);
  return host === undefined || next === undefined
    ? undefined
    : { host, said: next[0], kind: 'address', at: start };
}

/** The path behind the host is one that models are asked at. */
function isRequestPath(address: string): boolean {
  return REQUEST_PATH.test(address.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/^[\w.-]+:\d+/, ''));
}

/** From the last blank line or fence on. */
function inOneBlock(text: string): string {
  const cuts = [...text.matchAll(/\n[ \t]*\r?\n|\n```/g)].at(-1);
  return cuts === undefined ? text : text.slice(cuts.index);
}

/** What stands before an address that something is asked at. */
function isRequested(lead: string): boolean {
  return /(?:\b(?:curl|http|https|xh|wget|fetch|post|Post|POST|request|Request|NewRequest\w*|ajax|axios|ky|got|urlopen|Invoke-\w+|send|put|PutAsync|PostAsync|PostAsJsonAsync|Uri|URI|url|URL|endpoint|api)\b)[^\n]{0,160}$/.test(
    lead,
  );
}
