import { isAsked, isRequestPath, type HostEvidence } from './beside';
import { type Bracket, untilClosed, type Brackets } from './brackets';
import type { Evidence, EvidenceKind } from './evidence';
import type { Hosts } from './host';
import { textAround, textBefore, textBehind, textFrom } from '../text/pieces';
import type { TextRange } from '../text/range';
import { IDENTIFIER, IN_WORD, WORD_START } from '../text/charClass';
import { escapeRegExp } from '../text/escapeRegExp';
import { lastBefore, lastUpTo } from '../text/sorted';
import { lineBefore } from './surroundings';
import { matchesOf } from '../text/matches';
import { addTo } from '../text/grouped';

/** How far before the bracket of a call its name is looked for. */
const LEAD = 160;
/** How far from the body of a request its address may stand. */
const BEFORE = 700;
const BEHIND = 500;

/** The addresses that are set for a service, and those of them that are set for the whole program. */
interface Settings {
  readonly all: readonly HostEvidence[];
  readonly ofProgram: readonly HostEvidence[];
}

/**
 * The addresses that a text gives its clients: by the names of the clients, by the settings of a whole library, and
 * by the requests that it writes out. Read in one pass when it is first asked.
 */
export class ClientAddresses {
  private named: ReadonlyMap<string, readonly HostEvidence[]> | undefined;
  private readonly made = new Map<string, readonly number[]>();
  private readonly libraries = new Map<string, readonly HostEvidence[]>();
  private readonly settings = new Map<string, Settings>();
  private readonly filled = new Map<string, HostEvidence | undefined>();
  private readonly sent = new Map<string, HostEvidence | undefined>();

  constructor(
    private readonly text: string,
    private readonly brackets: Brackets,
    private readonly evidence: Evidence,
    private readonly hosts: Hosts,
  ) {}

  /**
   * The address that the client was made with whose method or factory is called at a place:
   * `client.chat.completions.create`, `groqClient`. Functions of a text may each give their client the same name.
   */
  of(callee: string, at = this.text.length): HostEvidence | undefined {
    const name = CLIENT.exec(callee.replace(/^await\s+/, ''))?.[1];
    if (name === undefined) return undefined;
    this.named ??= this.byName();
    const addresses = this.named.get(name);
    if (addresses === undefined) return undefined;
    const address = lastBefore(addresses, at) ?? addresses[0];
    const places = this.madeOf(name);
    const made = lastUpTo(places, at - 1, (place) => place);
    return made === undefined || (address !== undefined && made <= address.at && address.at < at)
      ? address
      : undefined;
  }

  /** Where a name is given what a call makes, but for one that gets what it stood for before. */
  private madeOf(name: string): readonly number[] {
    let places = this.made.get(name);
    if (places === undefined) {
      const own = escapeRegExp(name);
      const form = new RegExp(
        String.raw`(?<![${IN_WORD}])_?${own}\s{0,4}(?::[^=\n]{1,60})?:?=(?!=)\s{0,4}(?:(?:await|new)\s{1,4}|&)*` +
          String.raw`${WORD_START}[${IN_WORD}.:]{0,80}[({]` +
          String.raw`(?![^\n;]{0,80}(?<![${IN_WORD}.])${own}(?![${IN_WORD}]))`,
        'g',
      );
      this.made.set(name, (places = [...matchesOf(this.text, form)].map(({ index }) => index)));
    }
    return places;
  }

  /**
   * The last address before a place that the settings of a client library give: `OPENAI_BASE_URL`, `openai.api_base`.
   */
  ofLibrary(library: string, before: number): HostEvidence | undefined {
    let own = this.libraries.get(library);
    if (own === undefined) {
      const form = new RegExp(`^["']?\\w*${library}[\\w.]*(?:base|url|endpoint|host)`, 'i');
      own = this.evidence
        .all('addresses')
        .filter(({ at }) => form.test(textBehind(this.text, at, LONGEST_KEY)));
      this.libraries.set(library, own);
    }
    return lastBefore(own, before);
  }

  /**
   * The last address before a place that a program sets for all calls of a service: in its environment, in the module
   * of the service or where a library is configured, `os.environ["OPENAI_API_BASE"] = "…"`. In any other object it is
   * set for what the same function asks.
   */
  setFor(service: string, before: number): HostEvidence | undefined {
    let own = this.settings.get(service);
    if (own === undefined) {
      const setting = String.raw`${service}_?\w{0,20}(?:base|url|endpoint)\w{0,8}`;
      const form = new RegExp(
        String.raw`^(?:(?:[A-Za-z_]\w{0,40}\.){1,4}${setting}|["']?${setting}["']\])\s{0,20}=(?![=>])`,
        'i',
      );
      const all = this.evidence
        .all('addresses')
        .filter(({ at }) => form.test(textBehind(this.text, at, LONGEST_KEY)));
      own = { all, ofProgram: all.filter((one) => this.isSetForAll(service, one)) };
      this.settings.set(service, own);
    }
    const last = lastBefore(own.all, before);
    if (last === undefined || last === lastBefore(own.ofProgram, before)) return last;
    const isSame =
      before - last.at < FUNCTION_REACH && !OTHER_FUNCTION.test(this.text.slice(last.at, before));
    return isSame ? last : lastBefore(own.ofProgram, before);
  }

  /** Whether the setting at an address is one of the whole program. */
  private isSetForAll(service: string, { at }: HostEvidence): boolean {
    const before = textBefore(this.text, at, CONFIGURED_WITHIN);
    const receiver = /^(?:[A-Za-z_]\w{0,40}\.){1,4}/.exec(textBehind(this.text, at, LONGEST_KEY))?.[0] ?? '';
    if (receiver === '') return ENVIRONMENT.test(before);
    const name = receiver.slice(0, receiver.indexOf('.'));
    return (
      name.toLowerCase() === service ||
      ENVIRONMENT.test(receiver) ||
      new RegExp(String.raw`\bconfigure\b(?:(?!\n[ \t]*\n)[^}]){0,20}\b${name}\b(?!\.)`).test(before)
    );
  }

  /** The address that a variable is filled into: `https://api.example.com/generation/${engine}/text-to-image`. */
  filledWith(name: string): HostEvidence | undefined {
    if (!this.filled.has(name))
      this.filled.set(name, this.filled.size < MOST_FILLED ? this.readFilled(name) : undefined);
    return this.filled.get(name);
  }

  /** The address of the command that sends the variable of a shell: `curl "$API/chat" -d "{\"model\": \"$MODEL\"}"`. */
  sentWith(name: string): HostEvidence | undefined {
    if (!this.sent.has(name))
      this.sent.set(name, this.sent.size < MOST_FILLED ? this.readSent(name) : undefined);
    return this.sent.get(name);
  }

  private readSent(name: string): HostEvidence | undefined {
    if (!VARIABLE.test(name)) return undefined;
    const uses = this.text.matchAll(new RegExp(String.raw`\$(?:\{${name}\}|${name}(?!\w))`, 'g'));
    let seen = 0;
    for (const { 0: use, index } of uses) {
      const address = requestAddress(this.text, this.evidence, { start: index, end: index + use.length });
      if (address !== undefined) return address;
      if (++seen >= MOST_USES) break;
    }
    return undefined;
  }

  private readFilled(name: string): HostEvidence | undefined {
    if (!VARIABLE.test(name)) return undefined;
    const address = new RegExp(`https?://[^\\s"'\`<>]{3,200}?\\{${name}\\}`).exec(this.text);
    if (address === null || !isRequestPath(address[0]) || !isAsked(address[0], this.hosts)) return undefined;
    const [said] = address;
    const host = this.hosts.at(said);
    return host === undefined
      ? undefined
      : { host, said, kind: 'address', at: address.index, end: address.index + said.length };
  }

  private byName(): ReadonlyMap<string, readonly HostEvidence[]> {
    const named = new Map<string, HostEvidence[]>();
    const add = (name: string, address: HostEvidence): void => {
      addTo(named, name, address);
    };
    for (const address of this.evidence.all('addresses')) {
      const key = textBehind(this.text, address.at, LONGEST_KEY);
      const library = /^([A-Za-z_]\w*)\.[A-Za-z_]\w*\s*=/.exec(key)?.[1];
      if (library !== undefined && library !== 'self' && library !== 'this') add(library, address);
      for (const { at } of this.brackets.around(address.at).slice(0, 3)) {
        const name = assignedBefore(textBefore(this.text, at, LEAD));
        if (name === undefined) continue;
        add(name, address);
        break;
      }
    }
    return named;
  }
}

/** What may give a client its address, in the call that makes it. */
export const MAY_GIVE_ADDRESS =
  /url|uri|endpoint|host|base|config|options|settings|http_?client|\.\.\.|\*\*/i;

/** A call that adds one of several to what is built, `.AddOllamaChatCompletion(`: the others' arguments are theirs. */
export const ADDS = /\.Add[A-Z]\w{0,80}$/;

/** The client whose method or factory is called. */
const CLIENT = new RegExp(String.raw`^(?:(?:this|self|@)\.?)?_?(${WORD_START}+)`);
const NAMES = new RegExp(IDENTIFIER, 'g');
const LONGEST_KEY = 60;
/** What holds the variables of the environment, up to one of them. */
const ENVIRONMENT = /(?:\benv(?:iron)?|\bENV|_ENV|\bEnvironment)(?:\.|\[["']?)$/;
/** How far behind a setting the function may go on that it is made in. */
const FUNCTION_REACH = 10_000;
/** How far before a setting what configures a library begins. */
const CONFIGURED_WITHIN = 600;
/** A variable that is filled into an address or sent by a command. */
const VARIABLE = /^[A-Za-z_]\w{1,60}$/;
/** Variables whose addresses are looked for, each in one pass over the text. */
const MOST_FILLED = 40;
/** Uses of a variable that are looked at. */
const MOST_USES = 20;

const ASSIGNED = new RegExp(
  String.raw`(?:^|[\s.@({,>])_?(${WORD_START}+)\s*(?::\s*[\w<>.[\]|][\w<>.[\]| ]{0,40})?(?:(?<!\s)\s+)?` +
    String.raw`(?::?=|=>)\s*(?:return\s+)?(?:new\s+|await\s+|&|\()?(?:[${IN_WORD}]+(?:\.|::|->))*[${IN_WORD}!]+` +
    String.raw`\s*(?:<[^<>]*>)?$`,
);

/**
 * The variable or property that is given what a call makes: `client = OpenAI`,
 * `private readonly api: OpenAI = new OpenAI`.
 */
function assignedBefore(lead: string): string | undefined {
  return ASSIGNED.exec(lead)?.[1];
}

/**
 * The address that a request goes to whose body or arguments a name stands in: the nearest one before it in the same
 * statement, or behind it in the same command.
 */
export function requestAddress(
  text: string,
  evidence: Evidence,
  { start, end }: TextRange,
  kind: EvidenceKind = 'requests',
): HostEvidence | undefined {
  const last = evidence.before(kind, start, BEFORE);
  if (last !== undefined && isRequestFor(text, last, start)) return last;
  const [next] = evidence.in(kind, { start: end, end: end + BEHIND });
  return next !== undefined &&
    COMMAND.test(textBefore(text, start, BEFORE)) &&
    !BLOCK_END.test(text.slice(end, next.at)) &&
    !endsCommand(text, start, next.at)
    ? next
    : undefined;
}

/**
 * Whether a place stands in the request at an address: behind it in the same statement. The base of a client belongs
 * to the call that gets it, which may be closed; what follows a command is another.
 */
function isRequestFor(text: string, { at, end }: HostEvidence, start: number): boolean {
  const between = text.slice(end, start);
  const lead = textBefore(text, at, LEAD);
  if (BLOCK_END.test(between) || OTHER_FUNCTION.test(between)) return false;
  const isFirst = !REQUESTED.test(lead);
  if (isFirst && !SENT_TO.test(lead)) return false;
  if (COMMAND.test(lineBefore(text, at)) && endsCommand(text, at, start)) return false;
  const rest = untilClosed(between);
  const isClosed = rest.length < between.length;
  return !(isClosed && (isFirst || BASE_KEY.test(lead) || OWN_MODEL.test(lead + rest)));
}

/**
 * Whether the command of a shell that a place is in ends before another: with its line, unless that goes on, in what it
 * quotes or in the text that it is given behind.
 */
function endsCommand(text: string, from: number, to: number): boolean {
  const own = [...matchesOf(textBefore(text, from, BEFORE), COMMANDS)].at(-1);
  const start = own === undefined ? from : Math.max(0, from - BEFORE) + own.index;
  const plain = text.slice(start, to).replace(GIVEN_TEXT, '\n').replace(QUOTED, '');
  return !GIVEN_BEHIND.test(plain) && COMMAND_END.test(plain);
}

/** What a shell takes as it is, also up to the end of what is looked at. */
const QUOTED = /'[^']*(?:'|$)|"(?:[^"\\]|\\[\s\S])*(?:"|$)/g;
const GIVEN_BEHIND = /<<-?\s?\\?["']?\w/;
/** The same with the whole text. */
const GIVEN_TEXT = /<<-?\s?\\?["']?(\w{1,40})["']?[^\n]*\n(?:[^\n]*\n)*?[ \t]*\1(?=\s|$)/g;
/** A line goes on behind `\`, behind `^` in cmd, and in PowerShell behind a blank and a backtick. */
export const COMMAND_END = /(?<!(?:[\\^]|[ \t]`)\r?)\n/;

/** A request whose body names a model of its own: no other is of it. */
const OWN_MODEL = /[{,]\s{0,40}["'](?:model|model_?(?:id|name))["']\s{0,4}:/i;

/** The key of a client's address, or of what a setting is by default, at the end of a text. */
const BASE_KEY = new RegExp(
  String.raw`(?:base[-_]?(?:ur[il]|path)|api[-_]?base|endpoint|\bdefault)["']?\s{0,4}(?:=>|[:=(])\s{0,4}` +
    String.raw`(?:(?:new\s{1,4})?ur[il]\(\s{0,4})?["'\x60]?$`,
  'i',
);

/** How far behind the body of a request it may be sent. */
const SENT_WITHIN = 1_500;
/** How far behind the address of a request its body may stand. */
const BODY_WITHIN = 400;
/** The variable that is given a mapping, or a text of one: `payload = {`, `let body: [String: Any] = [`. */
const BODY = new RegExp(
  String.raw`(?<![${IN_WORD}])(${WORD_START}{1,61})\s{0,4}(?::\s{0,4}[^=\n]{1,60})?\s{0,4}(?::?=|<-)\s{0,4}` +
    String.raw`([^=;\n"'\x60{]{0,60})(?:["'\x60]{1,3}\s{0,20})?$`,
);
/** What makes a mapping of its arguments, or the text of one. */
const MAKES_MAPPING = new RegExp(
  String.raw`(?:mapOf|Map\.of|ofEntries|hash|dict|list|json!|dumps|stringify|encode\w{0,10}|JSONObject|HashMap|` +
    String.raw`Map|object|to_json|ToJson|Marshal|Serialize)\s{0,4}(?:<[^<>]*>)?(?:\(?\s{0,4}|\(\)\.apply\s{0,4})$`,
  'i',
);
/** What puts an entry into a mapping: `body.put(`. */
const PUT = new RegExp(
  String.raw`^(?:(?:.*[.>])?(${IDENTIFIER})(?:\.|->))?(?:put|set|add|addProperty|insert)$`,
  'i',
);
/** The head of another function. */
export const OTHER_FUNCTION = new RegExp(
  String.raw`\n[ \t]*(?:(?:export|public|private|protected|internal|static|async|override|suspend)\s+)*` +
    String.raw`(?:def|func|fun|fn|function|class|defp)\s`,
);

/** The variable that is given what begins at a place, `''` for none, and what stands between the two. */
export function givenTo(text: string, at: number): { readonly name: string; readonly made: string } {
  const [, name = '', made = ''] = BODY.exec(textBefore(text, at, LEAD)) ?? [];
  return { name, made };
}

/**
 * The address that the mapping is sent to which a name stands in, where it is given a variable first and the request
 * follows in the same function: `payload = {"model": …}`, `requests.post(address, json=payload)`.
 * @param callee of the call that a name is an argument of, `''` for none
 */
export function addressOfBody(
  text: string,
  evidence: Evidence,
  brackets: Brackets,
  { start, end, callee }: TextRange & { readonly callee: string },
): HostEvidence | undefined {
  const put = PUT.exec(callee);
  if (callee !== '' && put === null) return undefined;
  if (put?.[1] !== undefined) return sentAs(put[1], { text, evidence, brackets }, end);
  const around = brackets.around(start).slice(0, 4);
  for (const [index, { at, close, mark }] of around.slice(0, 3).entries()) {
    const { name, made } = givenTo(text, at);
    if (name === '' || isArgument(mark, around[index + 1])) continue;
    // What a call gives back is no mapping, but where it makes one of its arguments.
    const isCall = mark === '(' || made.includes('(');
    return isCall && !MAKES_MAPPING.test(made)
      ? undefined
      : sentAs(name, { text, evidence, brackets }, close);
  }
  return undefined;
}

/**
 * Whether a mapping stands right in the parentheses of a call: `post(url, json={…})` names an argument, and another
 * call's of the same name sends something else.
 */
function isArgument(mark: string, around: Bracket | undefined): boolean {
  return mark !== '(' && around?.mark === '(';
}

/** A text with what is read of all of it. */
interface Read {
  readonly text: string;
  readonly evidence: Evidence;
  readonly brackets: Brackets;
}

/** The address of the first request behind a place, in the same function, that a variable is sent with. */
function sentAs(name: string, within: Read, from: number): HostEvidence | undefined {
  const { text, evidence } = within;
  const [request] = evidence.in('requests', { start: from, end: from + SENT_WITHIN });
  if (request === undefined || OTHER_FUNCTION.test(text.slice(from, request.at)))
    return sentTo(name, within, from);
  // The base of a client asks nothing itself: what is sent with the client stands behind it.
  const isBase = BASE_KEY.test(textBefore(text, request.at, LEAD));
  const sent = text.slice(isBase ? request.end : from, request.end + BODY_WITHIN);
  return variable(name).test(sent) ? request : undefined;
}

/** A variable where it stands by itself. */
function variable(name: string): RegExp {
  return new RegExp(String.raw`(?<![${IN_WORD}.])${escapeRegExp(name)}(?![${IN_WORD}])`);
}

/** How far around the place where a body is sent the variable of its address stands. */
const SENT_AROUND = 300;

/**
 * The address that the function gives a variable before, which stands where another is sent behind:
 * `url = "https://…"`, then `requests.post(url, json=payload)`.
 */
function sentTo(name: string, { text, evidence, brackets }: Read, from: number): HostEvidence | undefined {
  const behind = textBehind(text, from, SENT_WITHIN).split(OTHER_FUNCTION, 1)[0] ?? '';
  const use = behind.search(variable(name));
  if (use < 0) return undefined;
  const words = new Set(textAround(behind, use, use, SENT_AROUND).match(NAMES));
  const own = evidence
    .in('requests', { start: from - SENT_WITHIN, end: from })
    .findLast(
      ({ at, end }) => words.has(givenTo(text, at).name) && !OTHER_FUNCTION.test(text.slice(end, from)),
    );
  return own ?? sentToMember(callAt(text, brackets, from + use), text, evidence, from);
}

/** What a call gets that a place is an argument of, also in a call or a mapping in there; `''` where there is none. */
function callAt(text: string, brackets: Brackets, at: number): string {
  const around = brackets.around(at);
  // The braces of a block are no argument: what stands before them is sent by itself.
  const block = around.findIndex(
    ({ at: open, mark }) => mark === '{' && !/[,(:=[]\s{0,80}$/.test(textBefore(text, open, LEAD)),
  );
  const call = (block < 0 ? around : around.slice(0, block)).findLast(({ mark }) => mark === '(');
  return call === undefined ? '' : textFrom(text, call.at, call.close, BODY_WITHIN);
}

/** So many addresses of members are looked at, no further away than so many characters. */
const MOST_MEMBERS = 20;
const CLASS_REACH = 12_000;
/** A member of the object itself, and one that is given what stands behind. */
const MEMBER_NAME = String.raw`(?<![${IN_WORD}.])(?:self|this)\.(?:#|_)?(${WORD_START}{1,61})`;
const MEMBER = new RegExp(String.raw`${MEMBER_NAME}(?![${IN_WORD}])(?!\s{0,4}[=(])`, 'g');
const GIVEN = String.raw`\s{0,4}(?::\s{0,4}[^=\n]{1,60})?(?:\|\||\?\?|[-+|])?=(?![=>])`;
const MEMBER_GIVEN = new RegExp(String.raw`${MEMBER_NAME}${GIVEN}\s{0,4}["'\x60]$`);
const GIVEN_ANY = new RegExp(MEMBER_NAME + GIVEN, 'g');
/** The head of a class. */
const CLASS_HEAD = /(?:^|\n)[ \t]*(?:(?:export|default|abstract|public|final)\s+){0,3}class\s/;

/**
 * The one address that the class gives a member which a call gets beside a body: `post(self.url, json=body)`. A member
 * that is also given something else may be any address.
 * @param sending what the call gets
 */
function sentToMember(
  sending: string,
  text: string,
  evidence: Evidence,
  from: number,
): HostEvidence | undefined {
  const members = new Set(Array.from(matchesOf(sending, MEMBER), ([, name = '']) => name));
  if (members.size === 0) return undefined;
  const given = evidence
    .all('requests')
    .slice(0, MOST_MEMBERS)
    .filter(({ at, end }) => {
      if (Math.abs(at - from) > CLASS_REACH) return false;
      const [, name] = MEMBER_GIVEN.exec(textBefore(text, at, LEAD)) ?? [];
      const between = text.slice(Math.min(end, from), Math.max(at, from));
      return name !== undefined && members.has(name) && !CLASS_HEAD.test(between);
    });
  const [first, ...others] = given;
  if (first === undefined || others.some(({ host }) => host !== first.host)) return undefined;
  const around = textAround(text, from, from, CLASS_REACH);
  const times = Array.from(matchesOf(around, GIVEN_ANY)).filter(([, name = '']) => members.has(name)).length;
  return times > given.length ? undefined : first;
}

/** A blank line or a fence. */
const BLOCK_END = /\n[ \t]*\r?\n|\n```/;
const COMMAND = /(?:^|[\n`$( ])(?:curl|http|https|wget|xh|Invoke-RestMethod|Invoke-WebRequest)\s/;
/** Those of them that a shell ends with the line. */
const COMMANDS = /(?:^|(?<=[\n`$( ]))(?:curl|http|https|wget|xh)\s/g;
/** What stands in the line of an address that something is asked at. */
const REQUESTED = new RegExp(
  String.raw`\b(?:curl|http|https|xh|wget|fetch|post|Post|POST|request|Request|NewRequest\w*|ajax|axios|ky|` +
    String.raw`got|urlopen|Invoke-\w+|send|put|PutAsync|PostAsync|PostAsJsonAsync|Uri|URI|url|URL|endpoint|` +
    String.raw`api)\b[^\n]*$`,
);
/** A call of the project's own that sends, and takes the address first: nothing but what it gets besides is sent. */
const SENT_TO = new RegExp(
  String.raw`(?:[rR]equest|[fF]etch|[pP]ost|[sS]end)(?:_?(?:[rR]equest|[pP]ost|[jJ]son|JSON|[hH]ttp|HTTP|[bB]ody|` +
    String.raw`[aA]sync|[mM]essages?|[cC]hat|[cC]ompletions?|[pP]rompt)){0,3}\(\s{0,40}["'\x60]?$`,
);
