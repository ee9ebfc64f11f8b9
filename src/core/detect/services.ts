import { once } from '../once';
import { IDENTIFIER } from '../text/charClass';
import { escapeRegExp } from '../text/escapeRegExp';
import { gramsOf } from '../text/grams';
import { textBefore, textBehind } from '../text/pieces';
import { covers, type TextRange } from '../text/range';
import { countUpTo, lastBefore, lastOutside } from '../text/sorted';
import { matchesOf } from '../text/matches';
import { CLIENTS, MARKS, PREFIX_MARKS, SWITCHES } from '../registries/tables';
import { CALLS_OWN, type CodeVariables } from './codeVariables';
import { lineBefore } from './surroundings';
import type { Registry } from '../vocabulary';

/** This machine: whatever answers there is the project's own. */
const LOOPBACKS = ['localhost', '127.0.0.1', '0.0.0.0'];
const LOOPBACK = new RegExp(`(?:${LOOPBACKS.map(escapeRegExp).join('|')})`);
/** Such an address of an interface with OpenAI's paths. */
const OWN_SERVER = new RegExp(`${LOOPBACK.source}(?::\\d{1,5})?/v\\d`, 'g');

/** A line that is commented out: nothing is asked at what it says. */
const COMMENTED = /^\s*(?:#|\/\/|;|--\s)/;
/** Such lines of code. */
const COMMENT_LINES = /^[ \t]*(?:#|\/\/)[^\n]*$/gm;

/** Where a client is made; whose it is when no other address is given. */
const CLIENT = new RegExp(`\\b(?:Async)?(${[...CLIENTS.keys()].map(escapeRegExp).join('|')})\\(`, 'g');
/** What a text must have that makes one. */
const OF_CLIENT = [...CLIENTS.keys()].map((type) => `${type}(`);
/** What stands before a client that is made: its name in the text, `client, err := genai.NewClient(` too. */
const NAMED = new RegExp(
  String.raw`(${IDENTIFIER})(?:\s*,\s*(?:err|_))?\s*(?::[^=\n]{0,40})?=\s*(?:new\s|await\s)?(?:\w{1,40}\.){0,2}$`,
);
/** The client whose method is called. */
const FIRST = new RegExp(String.raw`^(?:this\.|self\.)?(${IDENTIFIER})\.`);
/** A client is called where it is made: what gets a name is what the call gives. */
const CALLED = /^\)\s{0,40}\.\s{0,4}\w/;
/** Characters before and behind the class that tell the client's name and its address. */
const CLIENT_REACH = 80;
const ARGUMENTS_REACH = 300;
/** Characters between a client that is called where it is made, and the name that it is asked for. */
const CHAIN_REACH = 600;
/** What makes a client of a cloud, and the service that it is made for, in its brackets. */
const OF_CLOUD = /\.client$/;
const CLOUD_SERVICE = /^\s*(?:service_name\s*=\s*)?["'](bedrock|sagemaker)(?:-agent)?(?:-runtime)?["']/;
/** Clients of one name that are told apart. */
const MOST_CLIENTS = 100;

/**
 * The clients of services that a text makes, by the names that it gives them. Read in one pass when it is first asked
 * for.
 */
export class Clients {
  private clients: MadeClients | undefined;

  constructor(
    private readonly text: string,
    private readonly variables?: Pick<CodeVariables, 'assignedTo' | 'endOfValue'>,
  ) {}

  /** The service that a call like `client.chat.completions.create` goes to; `at` is where its argument stands. */
  of(callee: string, at: number): Registry | undefined {
    this.clients ??= this.read();
    if (callee.startsWith('.')) return this.inChain(this.clients.unnamed, at);
    const name = FIRST.exec(callee)?.[1];
    const made = name === undefined ? undefined : this.clients.named.get(name);
    return name === undefined || made === undefined
      ? undefined
      : this.madeFor({ name, isMember: CALLS_OWN.test(callee) }, made, at)?.registry;
  }

  /** The one of the clients of a name that is called: functions of a text may each give their client the same name. */
  private madeFor(
    { name, isMember }: { readonly name: string; readonly isMember: boolean },
    made: readonly Mention[],
    at: number,
  ): Mention | undefined {
    const given = this.variables?.assignedTo(name, { at, isMember });
    if (given !== undefined && this.variables !== undefined) {
      const value = { start: given.at, end: this.variables.endOfValue(given.from) };
      const own = made.find((one) => covers(value, one.at));
      if (own !== undefined) return own;
      if (isOtherMade(this.text.slice(given.from, value.end), name)) return undefined;
    }
    return lastBefore(made, at) ?? made[0];
  }

  /** Whom a client asks that is made by a class with what stands behind its bracket. */
  madeBy(callee: string, given: string): Registry | undefined {
    const type = callee.split('.').at(-1) ?? '';
    const name = [callee, type, type.replace(/^Async/, '')].find((one) => CLIENTS.has(one));
    return name === undefined ? undefined : ofClient(name, argumentsFrom(given, 0), this.text);
  }

  /** The host that a client of a cloud asks, by the service that it is made for: `boto3.client("bedrock-runtime")`. */
  hostOfCloud(callee: string, given: string): string | undefined {
    return OF_CLOUD.test(callee) ? CLOUD_SERVICE.exec(given)?.[1] : undefined;
  }

  /** `Groq().chat.completions.create(…)`: the client that is made in the statement that calls it. */
  private inChain(unnamed: readonly Mention[], at: number): Registry | undefined {
    const last = lastBefore(unnamed, at);
    if (last === undefined || at - last.at > CHAIN_REACH) return undefined;
    return /;|\n[ \t]*\r?\n/.test(this.text.slice(last.at, at)) ? undefined : last.registry;
  }

  private read(): MadeClients {
    const named = new Map<string, Mention[]>();
    const unnamed: Mention[] = [];
    const clients = gramsOf(this.text).mayHaveAny(OF_CLIENT) ? matchesOf(this.text, CLIENT) : [];
    for (const { index, 0: found, 1: type = '' } of clients) {
      const before = textBefore(this.text, index, CLIENT_REACH);
      const name = NAMED.exec(before)?.[1];
      const given = argumentsFrom(this.text, index + found.length);
      const registry = ofClient(type, given.replace(COMMENT_LINES, ''), this.text);
      if (registry === undefined || COMMENTED.test(lineBefore(this.text, index))) continue;
      const end = index + found.length + given.length;
      if (name === undefined || CALLED.test(textBehind(this.text, end, CLIENT_REACH)))
        unnamed.push({ at: index, registry });
      if (name !== undefined)
        named.set(name, [...(named.get(name) ?? []), { at: index, registry }].slice(-MOST_CLIENTS));
    }
    return { named, unnamed };
  }
}

/** What stands in the parenthesis that is opened before a place, as far as its reach. */
function argumentsFrom(text: string, start: number): string {
  const reach = textBehind(text, start, ARGUMENTS_REACH);
  let open = 1;
  for (const { 0: mark, index } of reach.matchAll(/[()]/g)) {
    open += mark === '(' ? 1 : -1;
    if (open === 0) return reach.slice(0, index);
  }
  return reach;
}

/** Whom a client asks that is made of a class with these arguments; `undefined` where an address says nothing. */
function ofClient(type: string, given: string, text: string): Registry | undefined {
  if (/base_?url/i.test(given) && !PERHAPS.test(given))
    return LOOPBACK.test(given) ? 'local' : findAll(given.toLowerCase())[0]?.registry;
  const registry = CLIENTS.get(type);
  if (registry !== undefined && TURNED.has(registry)) return byArguments(registry, `${type}(${given}`, text);
  return registry === 'openai' && /azure/i.test(given) ? 'azure' : registry;
}

/** An address that is given under a condition, and else none: `base_url=MOCK if testing else None`. */
const PERHAPS =
  /base_?url["']?\s{0,4}[=:]\s{0,4}[^,\n]{1,200}\s(?:else\s{1,4}None|:\s{1,4}(?:undefined|null))\b/i;

/** Services whose clients ask another one where they are told so. */
const TURNED: ReadonlySet<Registry> = new Set(SWITCHES.map(([, { from }]) => from));

/**
 * Whom a client asks by what it is made with: `genai.Client(vertexai=True)`, `genai.Client(api_key=key)`; without
 * arguments its own service, unless the text speaks of the variable that turns it. `undefined` where that is open.
 */
function byArguments(registry: Registry, made: string, text: string): Registry | undefined {
  for (const [to, { from, variable, makes, makesFrom, key }] of SWITCHES) {
    if (from !== registry) continue;
    if (makes.test(made)) return to;
    const isPlain = /\(\s*$/.test(made) && !text.includes(variable);
    if (isPlain || makesFrom.test(made) || key.test(made)) return from;
  }
  return undefined;
}

/** `boto3.client("bedrock-runtime")`: what a call makes of something else than the name that is given it. */
function isOtherMade(value: string, name: string): boolean {
  const [made] = MAKES.exec(value) ?? [];
  const ofItself = new RegExp(`(?<![\\w$])${escapeRegExp(name)}(?![\\w$])`);
  return made !== undefined && !ofItself.test(value.slice(made.length));
}

const MAKES = /^(?:(?:await|new)\s{1,4}){0,2}[A-Za-z_$][\w$.:]{0,80}\(/;

/** Clients by the names of their variables, and those that are called where they are made, in the order of the text. */
interface MadeClients {
  readonly named: ReadonlyMap<string, readonly Mention[]>;
  readonly unnamed: readonly Mention[];
}

/** How far a mention reaches, in characters, and an address from the body of its request. */
const REACH = 1_500;
const REQUEST = 600;
/** What examples in a document begin and end with. */
const FENCE = '```';

interface Place {
  readonly at: number;
}

interface Mention extends Place {
  readonly registry: Registry;
}

/** Where a text mentions services. Made in one pass per mark, when it is first asked for. */
export class ServiceMentions {
  /** Where addresses of servers on this machine stand. */
  private own: readonly Place[] | undefined;

  /**
   * `text` is in lower case; `others` are the other elements of the lists that an offset is in; `original` is the text
   * as it is written.
   */
  constructor(
    private readonly text: () => string,
    private readonly others: (offset: number) => readonly TextRange[] = () => [],
    private readonly original = text,
  ) {}

  private readonly all = once((): readonly Mention[] =>
    gramsOf(this.original()).mayHaveAny(ALL_MARKS) ? findAll(this.text()) : [],
  );

  /** The service that a name at this offset is most likely meant for, or `undefined`. */
  near(offset: number): Registry | undefined {
    if (this.all().length === 0) return undefined;
    const others = this.others(offset);
    const before = lastOutside(this.all(), offset, others);
    return this.isOnlyImported(before, others) ? undefined : this.meantAt(offset, before, others);
  }

  /** The same where something else than an import of the text says it. */
  private meantAt(
    offset: number,
    before: Mention | undefined,
    others: readonly TextRange[],
  ): Registry | undefined {
    const isBefore = before !== undefined && offset - before.at <= REACH;
    const registry = isBefore ? before.registry : this.onlyOneFor(offset, others);
    if (registry !== 'azure') return registry;
    if (!isBefore && this.choosesOpenAi()) return undefined;
    if (this.makesOnlyOpenAi() || this.choosesByName() || this.isOfAgent(offset)) return 'openai';
    return this.saysOpenAi(isBefore ? before.at : 0, offset) ? 'openai' : registry;
  }

  /**
   * Whether a mention only imports a client that the text makes in another element or branch than the one of a place:
   * one of `others`.
   */
  private isOnlyImported(mention: Mention | undefined, others: readonly TextRange[]): boolean {
    if (mention === undefined || others.length === 0) return false;
    const { at, registry } = mention;
    if (!IMPORT.test(lineBefore(this.text(), at))) return false;
    const isOther = (one: Mention): boolean => others.some((range) => covers(range, one.at));
    return this.all().some((one) => one.registry === registry && isOther(one));
  }

  /** Where the text has the name of OpenAI. */
  private readonly openAi = once((): readonly Place[] =>
    [...matchesOf(this.text(), OPENAI_NAME)].map(({ index }) => ({ at: index })),
  );

  /**
   * Whether something between the last word for Azure and a name says that OpenAI itself is meant: the class around it,
   * `class OpenAI`, a choice between providers, or the key in the same paragraph of settings.
   */
  private saysOpenAi(from: number, to: number): boolean {
    const text = this.text();
    // Each of these has that name in it: most names stand far from it.
    const last = lastBefore(this.openAi(), to)?.at ?? -Infinity;
    if (last >= to - LONGEST_GIVEN && isGivenBesideAzure(text, to)) return true;
    const start = Math.max(from, to - HEAD_REACH);
    return last >= start && saysOpenAi(text.slice(start, to));
  }

  /** The one service that the text speaks of, unless only a class does that is made of the one around a name. */
  private onlyOneFor(offset: number, others: readonly TextRange[]): Registry | undefined {
    const mentions = this.all();
    const first = mentions[0]?.at ?? 0;
    const ofOthers = others.reduce((sum, { start, end }) => sum + countIn(mentions, start, end), 0);
    if (ofOthers === mentions.length) return undefined;
    return first > offset && isInDerived(this.text(), offset, first) ? undefined : this.onlyOne();
  }

  /** Whether the text makes clients of OpenAI, and none of Azure's. */
  private readonly makesOnlyOpenAi = once((): boolean => {
    const text = this.text();
    return MAKES_OPENAI.test(text) && !MAKES_AZURE.test(text);
  });

  /** Whether OpenAI's own SDK for agents is used, and not told to ask anybody else. */
  private readonly asksByAgents = once((): boolean => {
    const text = this.text();
    return AGENTS_SDK.test(text) && !AGENTS_ASK_OTHERS.test(text);
  });

  /** Whether a name is given to an agent of that SDK, whatever other clients the text makes. */
  private isOfAgent(offset: number): boolean {
    if (!this.asksByAgents()) return false;
    const text = this.text();
    const before = IN_AGENT.exec(textBefore(text, offset, AGENT_REACH))?.[1];
    if (before === undefined) return false;
    const [behind = ''] = REST_OF_AGENT.exec(textBehind(text, offset, AGENT_REACH)) ?? [];
    const given = (before + behind).replace(/"[^"\n]*"|'[^'\n]*'/g, "''");
    return !GIVES_CLIENT.test(given) && (AGENTS_RUN.test(text) || OF_SDK.every((one) => one.test(given)));
  }

  /** Whether OpenAI itself is one of the providers that the text chooses from. */
  private readonly choosesOpenAi = once((): boolean => CHOOSES_OPENAI.test(this.text()));

  /**
   * Whether the text asks Azure only for models whose names say so, and OpenAI for all others: one whose name does is
   * told by that.
   */
  private readonly choosesByName = once((): boolean => {
    const text = this.text();
    return CHOOSES_BY_NAME.test(text) && MAKES_ANY_OPENAI.test(text);
  });

  /** The one service that the text speaks of. */
  private readonly onlyOne = once((): Registry | undefined => {
    const [first, ...others] = this.all();
    return others.every(({ registry }) => registry === first?.registry) ? first?.registry : undefined;
  });

  /**
   * Where the address of the server on this machine stands that a request at this offset goes to: before it, and
   * neither the address of a service nor the edge of an example between them.
   */
  ownBefore(offset: number): number | undefined {
    if (!gramsOf(this.original()).mayHaveAny(LOOPBACKS)) return undefined;
    const text = this.text();
    this.own ??= [...matchesOf(text, OWN_SERVER)].flatMap(({ index }) =>
      COMMENTED.test(lineBefore(text, index)) ? [] : [{ at: index }],
    );
    const last = lastBefore(this.own, offset);
    if (last === undefined || offset - last.at > REQUEST || text.slice(last.at, offset).includes(FENCE))
      return undefined;
    return (lastBefore(this.all(), offset)?.at ?? 0) <= last.at ? last.at : undefined;
  }
}

/** The beginning of a line that takes names from another module. */
const IMPORT = /^\s*(?:from|import|use|using|require|(?:const|let|var)\s+[\w{}, $]{1,200}=\s*require)\b/;
/** The longest key of a value, with what stands between them. */
const LONGEST_GIVEN = 240;
const OPENAI_NAME = /open[-_]?ai/g;
/** How far above a name the head of its class, or the key of its paragraph of settings, is looked for. */
const HEAD_REACH = 6_000;
/** https://openai.github.io/openai-agents-python/models, whose clients are OpenAI's unless it is given others. */
const AGENTS_SDK = /(?:^|\n)[ \t]*from agents import\b[^\n]*(?:\bagent\b|\()|@openai\/agents\b/;
const AGENTS_ASK_OTHERS = new RegExp(
  'set_?default_?openai_?(?:client|api)|openai_?(?:chat_?completions|responses)_?model|' +
    '_?model_?provider\\b|openai_?provider',
);
/** What is given to an agent before its model: `Agent(name="…", instructions="…", model="`. */
const IN_AGENT = /(?<![\w.])agent(?:\[\w{1,60}\])?\(((?:[^()]|\([^()]{0,200}\)){0,900})$/;
const REST_OF_AGENT = /^(?:[^()]|\([^()]{0,200}\)){0,900}/;
/** What no agent of that SDK gets: one of a module of the project that is called so may. */
const GIVES_CLIENT = /client|azure|openai|llm|provider|endpoint|api_?key|base_?url/;
/** What tells that SDK from such a module: its other words in the text, or two of its arguments. */
const AGENTS_RUN =
  /@openai\/agents\b|\b(?:runner\.run|function_tool|handoffs?|modelsettings|(?:in|out)put_guardrails?)\b/;
const OF_SDK = [/\bname\b/, /\binstructions\b/];
const AGENT_REACH = 1_500;
const CLASS_HEAD = /(?:^|\n)[ \t]*(?:[a-z]+[ \t]+){0,4}(?:class|object|struct)[ \t]+(\w{2,60})/g;
/** How far around a name its class, and one made of it, are looked for. */
const CLASS_REACH = 30_000;

/** Whether between two places a class begins that is made of the one around the first: `class AzureBot(Bot)`. */
function isInDerived(text: string, from: number, to: number): boolean {
  const own = [...matchesOf(textBefore(text, from, CLASS_REACH), CLASS_HEAD)].at(-1)?.[1];
  if (own === undefined || to - from > CLASS_REACH) return false;
  const derived = new RegExp(String.raw`\b(?:class|object|struct)[ \t]+\w{2,60}[^\n{]{0,80}?\b${own}\b`);
  return derived.test(text.slice(from, to + LONGEST_GIVEN));
}

/** What a text makes that imports the clients of both. */
const MAKES_OPENAI = /(?<!azure)openai\(/;
const MAKES_AZURE = /azure(?:chat)?openai(?:client)?\(|azure\.com/;
/** Also by the module of the library: `openai.AsyncClient(`, `openai.NewClient(`. */
const MAKES_ANY_OPENAI =
  /(?<!azure)openai(?:(?:\.|::)(?:async)?(?:client|openai|newclient)(?:(?:\.|::)new)?)?\(/;
const MODEL_NAME = String.raw`(?:self\.|this\.|\$)?\w{0,40}(?:model|name|deployment)\w{0,20}`;
/** `"azure" in model`, `model.startswith("azure/")`, `strings.Contains(model, "azure")`: the name is asked. */
export const CHOOSES_BY_NAME = new RegExp(
  String.raw`["'\x60]azure[/:_-]?["'\x60] in ${MODEL_NAME}|` +
    String.raw`(?<![\w.$])${MODEL_NAME}(?:\.(?:lower|tolowercase)\(\))?` +
    String.raw`\.(?:starts_?with|includes?|contains|start_with|indexof)\??\(["'\x60]azure|` +
    String.raw`\b(?:contains|hasprefix|str_contains|str_starts_with)\(${MODEL_NAME},\s?["'\x60]azure`,
);
const FLAT_SETTING = /(?:^|\n)[ \t]*(?:export[ \t]+)?[a-z][a-z\d_.-]*[ \t]*=[ \t]*["']?$/;
/** OpenAI's name as a provider, as a word or a constant: `"openai"`, `Provider::OpenAI`. */
const OPENAI_WORD = String.raw`(?![\w.:"'\x60]{0,60}azure)["'\x60:]?[\w.:]{0,60}?open_?ai["'\x60]?(?![\w-])`;
/**
 * OpenAI itself as one of several providers: `provider == "openai"`, `case ProviderOpenAI:`, `"openai" => …`,
 * `"openai" | "azure"`.
 */
const CHOOSES_OPENAI = new RegExp(
  String.raw`(?:(?<!\bkind[ \t]?)===?|\b(?:case|when)\b)[ \t]*${OPENAI_WORD}|` +
    String.raw`(?<![\w.:"'\x60-])${OPENAI_WORD}[ \t]*(?:=>|->)|` +
    String.raw`["'\x60]open_?ai["'\x60]\s*[,|]\s*["'\x60]azure|` +
    String.raw`["'\x60]azure[\w-]*["'\x60]\s*[,|]\s*["'\x60]open_?ai["'\x60]`,
);

/** Whether what stands before a name says that OpenAI itself is meant, and not Azure. It is in lower case. */
function saysOpenAi(before: string): boolean {
  const name = [...matchesOf(before, CLASS_HEAD)].at(-1)?.[1];
  if (name !== undefined && /azure|openai/.test(name)) return !name.includes('azure');
  if (CHOOSES_OPENAI.test(before)) return true;
  if (name !== undefined || !FLAT_SETTING.test(before.slice(-LONGEST_GIVEN))) return false;
  const paragraph = before.split(/\n[ \t]*\r?\n/).at(-1) ?? '';
  return /openai(?:_api)?_key/.test(paragraph) && !paragraph.includes('azure');
}

/** A name with OpenAI's in it, which the value behind it is given, and what it has before and behind that. */
const GIVEN =
  /(?<![\w.-])([\w.-]{0,60}?)(open[-_]?ai)([\w-]{0,40})([\w.-]{0,60})["']?[ \t]*(?::=|[:=])[ \t]*["'\x60]?$/;

/**
 * `$modelOpenAI = "gpt-4o"` in a text that has the same name for Azure's service, `$modelAzureOpenAI`; so has
 * `langchain4j.open-ai.chat-model.model-name` its own section beside `langchain4j.azure-open-ai`.
 */
function isGivenBesideAzure(text: string, at: number): boolean {
  const [all = '', lead = '', word = '', rest = ''] = GIVEN.exec(textBefore(text, at, LONGEST_GIVEN)) ?? [];
  if (word === '' || all.includes('azure')) return false;
  return ['azure', 'azure_', 'azure-', 'azure.'].some((azure) =>
    text.includes(`${lead}${azure}${word}${rest}`),
  );
}

function countIn(places: readonly Mention[], start: number, end: number): number {
  return countUpTo(places, end - 1, placeOf) - countUpTo(places, start - 1, placeOf);
}

function placeOf({ at }: Place): number {
  return at;
}

/**
 * Services sell models under the same names as their makers or the Hub. Which of them a text talks to is seen from its
 * addresses, packages and settings; the nearest one before a name counts, or the only one of the text.
 * Plain words only: nothing in it can backtrack.
 */
const ALL_MARKS = [...MARKS.keys()];
const ANY_MARK = new RegExp(ALL_MARKS.map((mark) => mark.replace(/[.]/g, '\\.')).join('|'), 'g');

function findAll(text: string): readonly Mention[] {
  const found: Mention[] = [];
  for (const match of matchesOf(text, ANY_MARK)) {
    const registry = MARKS.get(match[0]);
    if (registry === undefined) continue;
    const end = match.index + match[0].length;
    if (PREFIX_MARKS.has(match[0]) && text.startsWith('/', end)) continue;
    const isSaid =
      !SAID_OFF.test(textBehind(text, end, LONGEST_OFF)) &&
      !FOR_ELSE.test(textBefore(text, match.index, LONGEST_ADDRESS));
    if (isSaid) found.push({ at: match.index, registry });
  }
  return found;
}

/** `callback: https://acme.openai.azure.com`: an address that nothing is asked at, up to its host. */
const FOR_ELSE = new RegExp(
  String.raw`(?<![a-z\d])(?:callback|webhook|redirect|logo|home_?page|referer|issuer)[-_]?(?:ur[il])?` +
    String.raw`["']?[ \t]{0,4}[:=][ \t]{0,4}["']?https?:\/\/[\w.-]{0,80}$`,
);
const LONGEST_ADDRESS = 120;

/** `vertexai=False`, `"use_azure": false`: the text says that it is not that service. */
const SAID_OFF = /^["']?[ \t]{0,4}[:=][ \t]{0,4}["']?(?:false|nil|off)\b/;
const LONGEST_OFF = 16;
