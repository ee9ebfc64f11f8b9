import { once } from '../once';
import { IN_WORD, WORD_START } from '../text/charClass';
import { escapeRegExp } from '../text/escapeRegExp';
import { matchesOf } from '../text/matches';
import { textBefore, textBehind } from '../text/pieces';
import { covers, type TextRange } from '../text/range';
import { lastBefore } from '../text/sorted';
import { isAsked, isRequestPath, type HostEvidence } from './beside';
import { ADDS, MAY_GIVE_ADDRESS } from './clients';
import type { Bracket, Brackets } from './brackets';
import { type Assignment, type Choice, type CodeVariables, LONGEST_VALUE } from './codeVariables';
import { isInComment, type Evidence } from './evidence';
import type { Hosts } from './host';
import type { VendorClients } from './vendorClients';
import { addTo } from '../text/grouped';

/** So many variables, calls around and names beside are followed. */
const DEEPEST = 3;
const MOST_LEVELS = 4;
const MOST_NAMES = 8;
/** Longest part of a chain of calls, in characters, and parts of one. */
const LONGEST_LINK = 160;
const MOST_LINKS = 16;

/** A record of a table of providers or settings, by its key. */
interface Entry {
  readonly key: string;
  readonly table: Bracket;
}

/** What else is known of a text. */
interface Around {
  readonly brackets: Brackets;
  readonly evidence: Evidence;
  readonly hosts: Hosts;
  readonly vendors: Pick<VendorClients, 'ofClass' | 'ofConnector'>;
}

/**
 * The addresses of the clients that make the requests of a text, one for each request, in whatever language: told from
 * the chain of calls that a name is given in, `Model.builder().baseUrl("…").modelName(NAME)`, from the variable whose
 * method is called, `client.chat(…)`, and from what a call gets beside the name, `new ChatClient(NAME, key, options)`.
 * Variables are followed to what they are made with.
 */
export class RequestClients {
  private readonly brackets: Brackets;
  private readonly evidence: Evidence;
  private readonly hosts: Hosts;
  private readonly vendors: Around['vendors'];
  /** By where a place begins, for each depth at which it is followed. */
  private readonly known = Array.from({ length: DEEPEST + 1 }, () => new Map<number, Client | undefined>());

  constructor(
    private readonly text: string,
    private readonly variables: CodeVariables,
    { brackets, evidence, hosts, vendors }: Around,
  ) {
    this.brackets = brackets;
    this.evidence = evidence;
    this.hosts = hosts;
    this.vendors = vendors;
  }

  /** The address of the one client that makes the requests which a name at a place goes into. */
  of(place: TextRange): HostEvidence | undefined {
    return addressOf(this.clientOf(place));
  }

  /** Whether that client is known to be made without any address. */
  isPlain(place: TextRange): boolean {
    return this.clientOf(place)?.kind === 'plain';
  }

  /** What makes the client of that request, where it gives it no address: its class tells whom it asks. */
  makerOf(place: TextRange): MadeClient | undefined {
    if (!this.makesAny()) return undefined;
    const client = this.follow(place, 0) ?? this.classGetting(place);
    return client === undefined || !isMade(client) || client.callee === '' ? undefined : client;
  }

  /** The one class that gets the variable which a name is given, `new Embedding({ model })`, perhaps a client's. */
  private classGetting({ start }: TextRange): Client | undefined {
    const given = this.variables.givenTo(start);
    const uses = given === undefined ? [] : this.variables.usesOf(given);
    if (uses.length > MOST_CLASSES) return undefined;
    return onlyOne(
      uses.flatMap((use) => {
        const call = this.brackets.around(use.start).find(({ mark }) => mark === '(');
        const before = call === undefined ? '' : textBefore(this.text, call.at, LONGEST_LINK);
        const [callee] = CLASS_CALLED.exec(before) ?? [];
        return call === undefined || callee === undefined
          ? []
          : { kind: 'closed', callee, given: this.text.slice(call.at + 1, call.close) };
      }),
    );
  }

  /**
   * Whether the variable that is given what an address is in is called, or a method of it, or is a client which only
   * other files use: it is of no mere table.
   */
  isCalledAt({ at, end: endOfAddress }: HostEvidence): boolean {
    const given = this.variables.givenTo(at);
    if (given === undefined) return false;
    // Its address may have the name of the variable too.
    const uses = this.variables.usesOf(given).filter(({ start }) => start < at || start >= endOfAddress);
    return uses.length === 0
      ? MAKES_CLIENT.test(textBehind(this.text, given.from, LONGEST_LINK))
      : uses.some(({ end }) => CALLS_IT.test(textBehind(this.text, end, LONGEST_LINK)));
  }

  /** The variable that is given what an address is in. */
  givenTo({ at }: HostEvidence): string | undefined {
    return this.variables.givenTo(at)?.name;
  }

  /** The provider that calls are told in words which get the variable that a name at a place is given. */
  providerOf(place: TextRange): HostEvidence | undefined {
    const given = this.evidence.all('providers').length > 0 ? this.variables.givenTo(place.start) : undefined;
    if (given === undefined) return undefined;
    const said = this.variables.usesOf(given).flatMap((use) => {
      const call = this.brackets.around(use.start).find(({ mark }) => mark === '(');
      return call === undefined
        ? []
        : this.evidence
            .in('providers', { start: call.at, end: call.close })
            .filter(({ at }) => this.brackets.open(at)[0]?.at === call.at);
    });
    return said.every(({ host }) => host === said[0]?.host) ? said[0] : undefined;
  }

  private readonly makesAny = once(() => MAY_MAKE.test(this.text));

  private clientOf(place: TextRange): Client | undefined {
    if (!this.hasAddress()) return undefined;
    return this.follow(place, 0);
  }

  private readonly hasAddress = once(
    () => this.text.includes('://') || this.evidence.all('addresses').length > 0,
  );

  /** The client of the calls around a place, or else of the requests that get the variable which it is given to. */
  private follow(place: TextRange, depth: number, way: Way = STRAIGHT): Client | undefined {
    const known = this.known[depth];
    const key = place.start + numberOf(way) * (this.text.length + 1);
    if (known?.has(key) === true) return known.get(key);
    const client = this.followed(place, depth, way);
    known?.set(key, client);
    return client;
  }

  private followed(place: TextRange, depth: number, before: Way): Client | undefined {
    const given = this.variables.givenTo(place.start);
    const own = this.ofCallsAround(place, given?.from ?? 0, before);
    if (own !== undefined || given === undefined || depth >= DEEPEST) return own;
    const way = this.goesOn(before, given, place.start);
    const record = this.recordAt(place.start, given);
    const uses = this.variables.usesOf(given).filter((use) => !this.isOfOther(record, use));
    const clients = uses.flatMap((use) => this.follow(use, depth + 1, way) ?? []);
    const asked = clients.filter((one) => one.kind !== 'elsewhere');
    // One of several functions that a variable is handed to, each for a provider, says nothing of the others.
    if (asked.some((one) => addressOf(one) !== undefined) && this.isHandedOn(uses, depth, way))
      return undefined;
    return onlyOne(asked.length > 0 ? asked : clients);
  }

  /**
   * The record of a table that a place is in, by its key, where a variable is given the table: one under the word for a
   * provider. Other records, `models` beside `llm`, are settings of one client.
   */
  private recordAt(at: number, { from }: Assignment): Entry | undefined {
    const within = this.brackets.around(at).filter((bracket) => bracket.at >= from);
    const [record, table] = within.slice(-2);
    if (record === undefined || table === undefined) return undefined;
    const [, key] = RECORD_KEY.exec(textBefore(this.text, record.at, LONGEST_LINK)) ?? [];
    return key === undefined || !this.isProvider(key) ? undefined : { key, table };
  }

  private isProvider(key: string): boolean {
    return this.hosts.ofProvider(key) !== undefined;
  }

  /**
   * Whether a use of a table asks for another of its records than one: `providers.groq.baseURL` is nothing to what
   * stands under `openai: { … }`.
   */
  private isOfOther(record: Entry | undefined, { end }: TextRange): boolean {
    if (record === undefined) return false;
    const [, member, quoted] = ENTRY_BEHIND.exec(textBehind(this.text, end, LONGEST_LINK)) ?? [];
    const asked = member ?? quoted;
    if (asked === undefined || asked === record.key || !this.isProvider(asked)) return false;
    const other = new RegExp(BEFORE_KEY + escapeRegExp(asked) + GIVES_RECORD);
    return other.test(this.text.slice(record.table.at, record.table.close));
  }

  /** What is known of the way on from a value that a variable is given: the first one tells. */
  private goesOn(way: Way, given: Assignment, at: number): Way {
    if (way.beside !== undefined) return way;
    const choice = this.variables.choiceAt(given.from);
    if (choice === undefined) return this.variables.isGivenAgain(given) ? { beside: given } : way;
    return { beside: given, condition: choice.condition, isMet: isYes(choice, at) };
  }

  /**
   * The one of two clients that a condition chooses, where it has chosen the name as well. Else it may be either, and
   * the one whose address is written counts; of two written ones nobody says which.
   */
  private chosen({ from }: Assignment, at: number, way: Way): Client | undefined {
    const choice = this.variables.choiceAt(from);
    if (choice === undefined) return undefined;
    const [yes, no] = [choice.yes, choice.no].map((value) => this.valueOf(value));
    const isMet = this.isMet(choice.condition, at, way);
    if (isMet !== undefined) return isMet ? yes : no;
    const either = [yes, no].flatMap((one) => one ?? []);
    const written = either.filter((one) => addressOf(one) !== undefined);
    return onlyOne(written.length > 0 ? written : either) ?? WITHOUT;
  }

  /** Whether a condition that has chosen the name at a place is met; `undefined` where it has not chosen it. */
  private isMet(condition: string, at: number, way: Way): boolean | undefined {
    if (way.condition !== undefined) return way.condition === condition ? way.isMet : undefined;
    const choice = this.variables.choiceAround(at);
    return choice?.condition === condition ? isYes(choice, at) : undefined;
  }

  /** The client that a value makes. */
  private valueOf(value: TextRange): Client | undefined {
    const written = this.addressesIn(value);
    return written.length > 0 ? onlyOne(written) : this.withoutAddress(value);
  }

  /** Whether a variable is handed to functions, by its place among their arguments, of which nothing is known. */
  private isHandedOn(uses: readonly TextRange[], depth: number, way: Way): boolean {
    const isHanded = (use: TextRange): boolean =>
      this.follow(use, depth + 1, way) === undefined &&
      HANDED_BEHIND.test(textBehind(this.text, use.end, LONGEST_LINK)) &&
      RETURNED.test(textBefore(this.text, use.start, LONGEST_LINK));
    return uses.filter(isHanded).length > 1;
  }

  /** The client that is called around a place, nearest first, up to where its statement begins. */
  private ofCallsAround(place: TextRange, from: number, way: Way): Client | undefined {
    let inner = place.start;
    for (const bracket of this.brackets.around(place.start).slice(0, MOST_LEVELS)) {
      const isOther = CALLBACK.test(this.text.slice(bracket.at, inner)) || this.variables.isBody(bracket);
      if (bracket.at < from || isOther) return undefined;
      inner = bracket.at;
      const found = bracket.mark === '(' ? this.ofCall(bracket, place, way) : undefined;
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** The client that a call is of: by its chain, by the variable that is called, or by what it gets beside a name. */
  private ofCall(bracket: Bracket, place: TextRange, way: Way): Client | undefined {
    const chain = this.chainOf(bracket);
    const isBeside = (at: number): boolean => this.isBeside(at, place, bracket);
    const written = this.addressesIn(chain).filter(({ at }) => isBeside(at));
    if (written.length > 0) return onlyOne(written);
    const callee = this.text.slice(chain.start, bracket.at);
    if (FALLS_BACK.test(callee) || (SENDS.test(callee) && this.isOtherPath(bracket))) return ELSEWHERE;
    for (const { name, isMember, isOwn, member } of receivers(callee)) {
      const made = this.variables.assignedTo(name, { at: chain.start, isMember, isOwn, beside: way.beside });
      const client =
        made && (this.ofEntry(made, member, place.start) ?? this.ofVariable(made, place.start, way));
      if (client !== undefined) return client;
    }
    // What an option is given goes to whom the call around it makes.
    if (OPTION.test(callee)) return undefined;
    return this.ofArguments(bracket, chain, isBeside);
  }

  /** What makes a client under a key that is asked of a table, `clients.own`, `CLIENTS["own"]`: one of several. */
  private ofEntry({ from }: Assignment, key: string, until: number): Client | undefined {
    const value = this.text.slice(from, this.variables.endOfValue(from));
    if (key === '' || !value.includes(key)) return undefined;
    const form = new RegExp(BEFORE_KEY + escapeRegExp(key) + GIVES_ENTRY, 'g');
    const last = [...matchesOf(value, form)]
      .map(({ 0: { length }, index }) => ({ at: from + index, from: from + index + length }))
      .findLast(({ at }) => this.isEntryOf(from, at) && !isInComment(this.text, at));
    const entry = last && { ...last, name: key, isMember: true, isEntry: true };
    const client = entry && this.madeWith(entry, { until, depth: 0 });
    return client?.kind === 'plain' || addressOf(client) !== undefined ? client : undefined;
  }

  /** Whether what stands at a place is an entry of the one mapping that begins behind another. */
  private isEntryOf(from: number, at: number): boolean {
    const [own, outer] = this.brackets.open(at);
    if (own === undefined || own.at < from || (outer !== undefined && outer.at >= from)) return false;
    return own.mark !== '(' || MAKES_TABLE.test(textBefore(this.text, own.at, LONGEST_LINK));
  }

  /** The client in a chain of calls, by what it is given beside a name. */
  private ofArguments(
    bracket: Bracket,
    chain: TextRange,
    isBeside: (at: number) => boolean,
  ): Client | undefined {
    const isOfMaker = this.isOwnMaker(this.text.slice(chain.start, chain.end));
    const others = this.namesIn(chain).filter(
      ({ at, name }) => isBeside(at) && (isOfMaker || this.isSettings(name, chain)),
    );
    const named = this.ofNames(others, chain.start, 0);
    if (named !== undefined) return named;
    const isOpen = others.some(({ name, at }) => at > chain.start && !KEY.test(name));
    const callee = this.text.slice(chain.start, bracket.at);
    const isPlain = this.withoutAddress(chain).kind === 'plain' || this.isOfModule(callee);
    return this.builtFor(bracket, chain, isOpen) ?? (isPlain ? PLAIN : undefined);
  }

  /**
   * What a class or package makes for its provider in a chain of calls that says no address,
   * `MistralAiChatModel.builder()`, or what a kernel is given by a method that is called after one:
   * `kernel.AddMistralChatCompletion(`.
   */
  private builtFor(call: Bracket, chain: TextRange, isOpen: boolean): MadeClient | undefined {
    const [, added] = ADDED.exec(textBefore(this.text, call.at, LONGEST_LINK)) ?? [];
    const written = this.text.slice(chain.start, chain.end);
    const { callee, given } = added === undefined ? madeBy(written) : { callee: added, given: written };
    const builder = (BUILDS.exec(callee) ?? PACKAGE_MAKES.exec(callee))?.[1];
    const host = builder === undefined ? this.vendors.ofConnector(callee) : this.vendors.ofClass(builder);
    // OpenAI's is the protocol of many.
    const mayAskOthers = host === 'openai' && (isOpen || MAY_GIVE_ADDRESS.test(given));
    if (host === undefined || mayAskOthers) return undefined;
    return { kind: 'plain', callee: builder ?? callee, given };
  }

  /** The client that a variable is at a place. */
  private ofVariable(made: Assignment, until: number, way: Way): Client | undefined {
    const client = this.chosen(made, until, way) ?? this.madeWith(made, { until, depth: 0 });
    return client !== undefined && isMade(client) ? this.amongOthers(client, made, way.beside) : client;
  }

  /** Whether a name is one of what a client is made with, or of the client, by itself or by what makes it. */
  private isSettings(name: string, { start }: TextRange): boolean {
    if (SETTINGS.test(name)) return true;
    const made = this.variables.assignedTo(name, { at: start, isMember: false });
    const maker = made && /^[^("'{]{0,80}/.exec(textBehind(this.text, made.from, LONGEST_LINK))?.[0];
    return maker !== undefined && SETTINGS.test(maker);
  }

  /** Whether what is sent goes to a path at which no models are asked. */
  private isOtherPath({ at, close }: Bracket): boolean {
    const path = PATH.exec(this.text.slice(at + 1, Math.min(close, at + LONGEST_LINK)))?.[1];
    return path?.includes('/') === true && !isRequestPath(path);
  }

  /**
   * Whether what stands in a chain of calls speaks for a place in one of them: not what another element of a list is
   * made with, or another entry that is a mapping or a call as the own one is.
   */
  private isBeside(at: number, place: TextRange, call: Bracket): boolean {
    if (covers(place, at)) return false;
    if (at < call.at || at > call.close) return true;
    const around = this.brackets.open(place.start);
    const [own] = this.brackets.open(at);
    const common = around.find((one) => one.at < at && at < one.close);
    return common?.mark !== '[' && (common?.at === own?.at || common?.at === around[0]?.at);
  }

  /** The address of what names stand for that a client is made with: `options`, `api`. */
  private ofNames(names: readonly Name[], at: number, depth: number): Client | undefined {
    return onlyOne(
      names.slice(0, MOST_NAMES).flatMap(({ name, isMember }) => {
        const made = this.variables.assignedTo(name, { at, isMember });
        return addressOf(made && this.madeWith(made, { until: at, depth })) ?? [];
      }),
    );
  }

  /**
   * The address that a variable is made with, or is given before a place; that of what it is made of. `undefined` where
   * it is made with several.
   */
  private madeWith(
    made: Assignment,
    { until, depth }: { readonly until: number; readonly depth: number },
  ): Client | undefined {
    const value = { start: made.from, end: this.variables.endOfValue(made.from) };
    const set = this.setOn(made.name, value.end, until);
    if (set !== undefined) return set;
    const written = this.addressesIn({ start: made.at, end: value.end });
    if (written.length > 0 || depth >= DEEPEST) return onlyOne(written);
    const names = this.namesIn(value).filter(
      ({ name }) => name !== made.name && (SETTINGS.test(name) || this.members().has(name)),
    );
    return this.ofNames(names, made.at, depth + 1) ?? this.withoutAddress(value);
  }

  /** A client whose value says no address: whether it may be given one, and what makes it. */
  private withoutAddress(value: TextRange): Client {
    const written = this.text.slice(value.start, value.end);
    const { callee, given } = madeBy(written);
    const mayGive = MAY_GIVE_ADDRESS.test(given) || MAY_GIVE_ADDRESS.test(callee.replace(HTTP_CLIENT, ''));
    const isModel = this.makesModel(callee);
    if (callee === '' || mayGive || !(isModel || MAKER.test(written))) return WITHOUT;
    const isClient = isModel || MAKES_CLIENT.test(written);
    return { kind: isClient ? 'plain' : 'closed', callee, given };
  }

  /** Whether what is called makes a model of a provider, by a class that is called after it or by a word for it. */
  private makesModel(callee: string): boolean {
    const [all, provider] = MAKES_MODEL.exec(callee) ?? [];
    return all !== undefined && (provider === undefined || this.hosts.ofProvider(provider) !== undefined);
  }

  /**
   * A client without an address beside whatever else a text gives its variable, in a branch or from another function:
   * which of them is called, nobody says, but for those that another branch makes together with another name.
   */
  private amongOthers(client: MadeClient, made: Assignment, beside?: Assignment): Client {
    const isMadeWith = (one: Assignment): boolean =>
      beside !== undefined && this.variables.isOfOtherBranch(one, beside);
    const others = this.variables.othersOf(made, MOST_NAMES + 1).filter((one) => !isMadeWith(one));
    if (others.length > MOST_NAMES) return WITHOUT;
    let isOne = true;
    for (const other of others) {
      const until = this.variables.endOfValue(other.from);
      if (NOTHING.test(this.text.slice(other.from, until))) continue;
      const its = this.madeWith(other, { until, depth: 0 });
      if (its?.kind !== client.kind) return WITHOUT;
      isOne &&= isMade(its) && its.callee === client.callee;
    }
    return isOne ? client : { ...client, callee: '' };
  }

  /** Whether a module makes a request itself, and the text neither makes nor configures it. */
  private isOfModule(callee: string): boolean {
    const name = STATIC.exec(callee)?.[1];
    return name !== undefined && !this.ownModules().has(name);
  }

  /** The names of the modules that the text makes or configures. */
  private readonly ownModules = once(
    () =>
      new Set(
        [...matchesOf(this.text, OWN_MODULE)].map(({ 1: made = '', 2: configured = made }) => configured),
      ),
  );

  /** The last address that a member of a variable is given between two places: `config.BaseURL = "…"`. */
  private setOn(name: string, from: number, to: number): HostEvidence | undefined {
    const set = this.members().get(name) ?? [];
    const last = lastBefore(set, to);
    return last !== undefined && last.at >= from ? last : undefined;
  }

  /** The addresses that are given to members of variables, by the names of these. */
  private readonly members = once((): ReadonlyMap<string, readonly HostEvidence[]> => {
    const found = new Map<string, HostEvidence[]>();
    for (const address of this.evidence.all('addresses')) {
      const name = MEMBER.exec(textBehind(this.text, address.at, LONGEST_LINK))?.[1];
      if (name === undefined) continue;
      addTo(found, name, address);
    }
    return found;
  });

  /** The addresses in a stretch that say so by their keys; else those that what makes a client gets without. */
  private addressesIn(range: TextRange): readonly HostEvidence[] {
    const keyed = this.evidence.in('addresses', range).filter((one) => !this.isReplaced(one));
    if (keyed.length > 0 || range.end - range.start > LONGEST_VALUE) return keyed;
    const value = this.text.slice(range.start, range.end);
    if (!value.includes('://') || !(MAKES_CLIENT.test(value) || this.isOwnMaker(value))) return [];
    return [...matchesOf(value, GIVEN_ADDRESS)].flatMap(({ 1: said = '', index, 0: all }) => {
      const host = isAsked(said, this.hosts) ? this.hosts.at(said) : undefined;
      const at = range.start + index;
      return host === undefined || isInComment(this.text, at)
        ? []
        : [{ host, said, kind: 'address' as const, at, end: at + all.length }];
    });
  }

  /** Whether a value is what a function of the text gives back that makes a client at the address that it gets. */
  private isOwnMaker(value: string): boolean {
    const { callee } = madeBy(value);
    return callee !== '' && this.ownMakers().has(callee.slice(callee.lastIndexOf('.') + 1));
  }

  private readonly ownMakers = once((): ReadonlySet<string> => {
    const heads = [...matchesOf(this.text, FUNCTION_HEAD)];
    return new Set(
      heads.flatMap(({ index, 1: plain, 2: given = plain, 3: name = given ?? '' }, place) => {
        const next = heads[place + 1]?.index ?? this.text.length;
        return MAKES_AT.test(this.text.slice(index, Math.min(next, index + LONGEST_MAKER))) ? [name] : [];
      }),
    );
  });

  /** Whether an address is that of a variable which is given others in the same block: which of them, nobody says. */
  private isReplaced({ at, end, said }: HostEvidence): boolean {
    const written = this.text.slice(at, end);
    const [name] = written.includes(said) ? [] : (/[A-Za-z_]\w{0,60}$/.exec(written) ?? []);
    const last = name === undefined ? undefined : this.variables.assignedTo(name, { at, isMember: false });
    if (last !== undefined && this.isOtherAddress(last, said)) return true;
    return (
      last !== undefined &&
      this.variables.assignedTo(last.name, { at: last.at, isMember: false }) !== undefined
    );
  }

  /** Whether a variable is given another address than the one that a text gives its name elsewhere. */
  private isOtherAddress({ from }: Assignment, said: string): boolean {
    const value = this.text.slice(from, this.variables.endOfValue(from));
    return value.includes('://') && !value.includes(said);
  }

  /** The names in a stretch that stand for values of their own: no keys, no members and nothing that is called. */
  private namesIn({ start, end }: TextRange): readonly Name[] {
    if (end - start > LONGEST_VALUE) return [];
    return [...matchesOf(this.text.slice(start, end), VALUE_NAME)].map(
      ({ 1: owner = '', 2: name = '', index }) => ({ name, isMember: owner !== '', at: start + index }),
    );
  }

  /** The chain of calls that a call is in; only its arguments where it adds one of several to what is built. */
  private chainOf({ at, close }: Bracket): TextRange {
    return ADDS.test(textBefore(this.text, at, LONGEST_LINK))
      ? { start: at, end: close }
      : { start: chainStart(this.text, this.brackets, at), end: this.chainEnd(close) };
  }

  /** Where the chain of calls ends that goes on behind a closing bracket. */
  private chainEnd(close: number): number {
    let at = close + 1;
    for (let count = 0; count < MOST_LINKS; count++) {
      const [link] = LINK_BEHIND.exec(textBehind(this.text, at, LONGEST_LINK)) ?? [];
      if (link === undefined) break;
      at += link.length;
      const [call] = /[({]$/.test(link) ? this.brackets.open(at) : [];
      if (call !== undefined) at = call.close + 1;
    }
    return Math.min(at, this.text.length);
  }
}

/** Where the chain of calls begins that ends at an opening bracket: `get_client().chat.create(`. */
export function chainStart(text: string, brackets: Brackets, open: number): number {
  let at = open;
  for (let count = 0; count < MOST_LINKS; count++) {
    const [link = '', mark] = LINK_BEFORE.exec(textBefore(text, at, LONGEST_LINK)) ?? [];
    at -= link.length;
    if (mark === undefined) break;
    const call = /[)\]]/.test(text.charAt(at - 1)) ? brackets.closedAt(at - 1) : undefined;
    if (call !== undefined) at = call.at;
  }
  return at;
}

/** What is known of the way from a name to the request that it goes into. */
interface Way {
  /** What a variable was given first, where the text gives it other values too. */
  readonly beside?: Assignment;
  /** The condition that chose it, and whether it is met. */
  readonly condition?: string;
  readonly isMet?: boolean;
}
const STRAIGHT: Way = {};

/** Another number for each way that leads to a place. */
function numberOf({ beside, condition, isMet }: Way): number {
  const met = isMet === true ? 2 : 1;
  return (beside === undefined ? 0 : beside.at + 1) * 3 + (condition === undefined ? 0 : met);
}

interface Name {
  readonly name: string;
  readonly at: number;
  readonly isMember: boolean;
}

/** The address that a client is given, or that it is given none as far as is known. */
type Client = HostEvidence | MadeClient | Unknown;
/** A client that is made and given no address. */
export interface MadeClient {
  /** It asks the service that it is of; or, where it is `closed`, it may be no client at all. */
  readonly kind: 'plain' | 'closed';
  /** What makes it, `''` where that is one or another, and what stands behind its bracket. */
  readonly callee: string;
  readonly given: string;
}
/** Nothing tells an address of it, or what it sends goes where no models are asked. */
interface Unknown {
  readonly kind: 'without' | 'elsewhere';
}
const WITHOUT: Unknown = { kind: 'without' };
const ELSEWHERE: Unknown = { kind: 'elsewhere' };
/** It is made where it is asked, and what else it is given says whom it asks. */
const PLAIN: MadeClient = { kind: 'plain', callee: '', given: '' };

function isMade(client: Client): client is MadeClient {
  return client.kind === 'plain' || client.kind === 'closed';
}

/** Whether a place is in what is chosen where the condition is met. */
function isYes({ yes }: Choice, at: number): boolean {
  return covers(yes, at);
}

function addressOf(client: Client | undefined): HostEvidence | undefined {
  return client !== undefined && 'host' in client ? client : undefined;
}

/** What a value is made by: `OpenAI` and what it is given in `new OpenAI({ apiKey })`. */
function madeBy(value: string): Pick<MadeClient, 'callee' | 'given'> {
  const [all = '', callee = ''] = MADE_BY.exec(value) ?? [];
  return { callee, given: value.slice(all.length) };
}

/** The first of several clients, where all are of one host, or all without an address in the same way. */
function onlyOne(clients: readonly Client[]): Client | undefined {
  const [first, ...others] = clients;
  const host = addressOf(first)?.host;
  if (!others.every((one) => one.kind === first?.kind && addressOf(one)?.host === host)) return undefined;
  if (first === undefined || !isMade(first)) return first;
  return others.every((one) => isMade(one) && one.callee === first.callee) ? first : { ...first, callee: '' };
}

/** The variables that may be the client in a chain of calls, from the outermost; what is called is none. */
function receivers(chain: string): readonly Receiver[] {
  const [lead = ''] = chain
    .replace(/^[&*\s]+/, '')
    .replace(ENTRY, '.$1$2')
    .split(/[([]/, 1);
  const parts = lead.split(LINK);
  const own = OWN.test(parts[0] ?? '') ? 1 : 0;
  const nameOf = (part = ''): string => part.trim().replace(/^(?:[@#$]|_(?=\w))+|(?:!!|[!?])$/g, '');
  return parts.slice(own, -1).map((part, index) => ({
    name: nameOf(part),
    isMember: index + own > 0 || /^[@#]/.test(part),
    isOwn: index === 0 && (own > 0 || part.startsWith('@')),
    member: nameOf(parts[own + index + 1]),
  }));
}

interface Receiver {
  readonly name: string;
  readonly isMember: boolean;
  readonly isOwn: boolean;
  /** What is called of it, or asked of it as a mapping: `''` for neither. */
  readonly member: string;
}

/** `clients["own"]`, `clients[:own]`, `clients.get("own")`: the entry of a mapping, as its member. */
const ENTRY =
  /\[\s?["':]([\w-]{1,60})["']?\s?\]|\.(?:get(?:Value)?|fetch|at)\(\s?["':]([\w-]{1,60})["']?\s?\)(?:!!)?/g;
/** What stands around the key of an entry, and what makes a mapping of its arguments. */
const BEFORE_KEY = String.raw`(?<=[{[(,\n]\s{0,80})(?:\["|["':])?`;
const GIVES_ENTRY = String.raw`["']?\]?\s{0,4}(?:=>|to\s|[:=](?![=:>]))`;
/** The key of an entry that is a mapping, before and behind it; and what asks a table for one. */
const RECORD_KEY = /(?:^|[^\w-])([\w-]{1,60})["']?\s{0,8}(?::|=>)\s{0,8}$/;
const GIVES_RECORD = String.raw`["']?\s{0,8}(?::\s{0,8}\{|=>\s{0,8}[[{])`;
const ENTRY_BEHIND = /^[?!]{0,2}(?:\.([A-Za-z_]\w{0,60})(?=[?!.[])|\[\s?["':]([\w-]{1,60})["']?\s?\])/;
const MAKES_TABLE = /(?:\b(?:dict|array)|[mM]apOf)(?:<[^<>\n]{0,80}>)?$/;
/** A method that gets other clients than the one it is of: https://python.langchain.com/docs/how_to/fallbacks */
const FALLS_BACK = /\.with_?fallbacks?$/i;
/** What makes a model of a provider, with its own client: `ChatDeepSeek(`, `init_chat_model(`. */
const MAKES_MODEL = /(?:^|[.:])(?:Chat([A-Z]\w{1,40})|init_?[cC]hat_?[mM]odel)$/;
/** A method that sends something, and the path that it gets. */
const SENDS = /\.(?:post|put|patch|request|send|fetch)\w{0,12}$/i;
const PATH = /^\s{0,20}[a-z]{0,2}["'\x60](\/?[\w./-]{1,80})["'\x60]/;
/** The object itself: `this.client`, `$this->client`. */
const OWN = /^\$?(?:this|self|cls)$/;
const LINK_MARK = String.raw`(?:(?:!!|[?!&])?\.|->|::)`;
const LINK = new RegExp(LINK_MARK);
/** What calls a variable or a method of it, behind that. */
const CALLS_IT = new RegExp(String.raw`^(?:${LINK_MARK}\w{1,60}){0,6}\(`);
/** The last part of a chain of calls, with the mark before it where it is not the first. */
const LINK_BEFORE = new RegExp(
  String.raw`(?:(\s{0,80}${LINK_MARK}\s{0,4}))?[@#$]{0,2}(?:[${IN_WORD}]{1,80}[!?]?(?:<[^<>\n]{0,60}>)?)?$`,
);
/** The next part of one; a pipe hands what it gives on, and an object may be given its members behind. */
const LINK_BEHIND = new RegExp(
  String.raw`^(?:\s{0,80}${LINK_MARK}\s{0,4}[${IN_WORD}]{1,80}[!?]?\(?|\s{0,80}\|>\s{0,8}[\w.]{1,120}[!?]?\(|` +
    String.raw`\s{0,4}\{(?=[^{}]{0,80}=))`,
);
/** A member of a variable, where it is given an address. */
const MEMBER = new RegExp(String.raw`^[$_]?(${WORD_START}{1,60})\.`);
/** What builds a client or a model, behind its class, and a method that adds one to a kernel. */
const BUILDS = /(?:^|[.:])([A-Z]\w{2,60})(?:\.|::)(?:builder|newBuilder|default|new)$/;
const PACKAGE_MAKES = /^([a-z]\w{0,40})\.New(?:[A-Z]\w{0,40})?$/;
const ADDED = /\.(Add[A-Z]\w{0,80})$/;
/** Names of what a client is made with that say no address. */
const KEY = /key|token|secret/i;
/** A name by itself. */
const VALUE_NAME = new RegExp(
  String.raw`(?<![${IN_WORD}"'.:@#-])((?:self|this)\.|\$this->|@)?[$]?(?:\*\*|\.{3})?` +
    String.raw`((?!\d)(?:[A-Za-z_]|[^\x00-\x7f])[${IN_WORD}]{0,60})` +
    String.raw`(?![${IN_WORD}"'(-]|\s{0,4}[=:](?![=:])|\s{0,4}[({]|::)`,
  'g',
);
/** Names of what a client is made with. */
const SETTINGS =
  /opt|conf|cfg|setting|client|api|base|ur[il]|host|endpoint|transport|http|provider|arg|param|model|llm/i;
/** The call of what makes a client, by its name. */
const MAKES_CLIENT = new RegExp(
  String.raw`^\s{0,40}(?:[^=("']{1,80}=\s{0,40})?(?:(?:new|await|try)\s{1,4}){0,2}[\w.:]{0,80}` +
    String.raw`(?:openai|anthropic|client|llm|(?:ai|chat|model)(?:service|factory|api))\w{0,40}(?:(?:\.|::)\w{1,40})?` +
    String.raw`\(`,
  'i',
);
/** The heads of functions, of those that a variable is given, and of methods, by their names. */
const FUNCTION_HEAD = new RegExp(
  String.raw`\b(?:def|function|func|fun|fn)\s{1,4}(\w{1,60})\s?[(\n]|` +
    String.raw`\b(?:const|let|var|val)\s{1,4}(\w{1,60})(?:\s?:[^=\n]{1,80})?\s?=\s?(?:async\s)?` +
    String.raw`(?:function\b|\([^()\n]{0,200}\)[^=\n]{0,60}=>)|` +
    String.raw`(?<=\s)(?!(?:if|for|while|switch|catch|foreach|using|lock|with)\b)(\w{1,60})\s?` +
    String.raw`\([^()]{0,200}\)\s?(?::\s?[\w<>.]{1,60}\s?)?(?:\{|=>)`,
  'g',
);
/** How much of a function is looked at, in characters. */
const LONGEST_MAKER = 600;
/** What makes a client, with an address among what it is given that is not written there. */
const MAKES_AT = new RegExp(
  String.raw`(?:OpenA[Ii]|Anthropic|Client|LLM|Chat)\w{0,40}(?:(?:\.|::)\w{1,40})?\([^;]{0,200}?` +
    String.raw`(?:base_?ur[il]|uri_?base|api_?base|endpoint|host)["']?\s{0,8}[=:(,]`,
  'i',
);
/** What is called is a class, or makes something: no client that is called. */
const MAKER = new RegExp(
  String.raw`^\s{0,40}(?:[^=("']{1,80}=\s{0,40})?(?:new\s|[A-Z]|[\w.:]{0,80}(?:\b[Nn]ew(?![a-z])|create(?=[A-Z])|` +
    String.raw`[.:][A-Z]\w{0,40}(?:::(?:from_env|new|default|builder)\w{0,12})?\())`,
);
/** A function of a package that makes an option: `openai.WithModel(`. */
const OPTION = /^[a-z]\w{0,40}\.With[A-Z]\w{0,60}$/;
/** A request that a module or class makes itself: `RubyLLM.chat(`. */
const STATIC =
  /^([A-Z]\w{1,40})(?:\.|::)(?:chat|complete|completions?|embed|ask|generate|transcribe|rerank|paint|moderate)\b/;
/** Where a text makes or configures such a module. */
const OWN_MODULE = new RegExp(
  String.raw`\b(?:(?:class|module|object|struct|enum|type)(?=\s+([A-Z]\w{1,40})\b)|` +
    String.raw`([A-Z]\w{1,40})(?=(?:\.|::)(?:config|set|init|base|api_)|\s{0,4}=[^=]))`,
  'g',
);
/** A class, or what makes one's object, is called. */
const MAY_MAKE = /(?<![\w$])(?:[A-Z]\w{0,60}|[nN]ew\w{0,60}|\w{0,40}[cC]lient)(?:(?:\.|::)\w{1,40})?\(/;
/** A variable that is named more often is the value of more than a class. */
const MOST_CLASSES = 8;
/** A class by itself, before what it is called with. */
const CLASS_CALLED = new RegExp(String.raw`(?<![${IN_WORD}.:])[A-Z]\w{0,60}$`);
/** A variable among the arguments of a function whose answer is given back, and what stands behind it. */
const RETURNED = /\breturn\s{1,4}(?:await\s{1,4})?\w{1,80}\([^()\n]{0,100}$/;
const HANDED_BEHIND = /^\s{0,4}[,)]/;
/** What is called to make a value. */
const MADE_BY =
  /^\s{0,40}(?:[^=("']{1,80}=\s{0,40})?(?:(?:new|await|try)\s{1,4}){0,2}&?([\w$.:]{1,120})(?:<[^<>]{0,60}>)?\(/;
/** What a variable has before it is given a client. */
const NOTHING = /^\s*(?:None|null|undefined|nil)\s*$/;
/** What some clients are called after: `OpenAIOkHttpClient`. */
const HTTP_CLIENT = /Http_?Client/;
/** An address without a key. */
const GIVEN_ADDRESS = /(?<=[(,]\s{0,40}(?:ur[il])?)["'](https?:\/\/[^\s"'\x60{}$]{3,200})/gi;
/** The head of a function that a call gets, whose requests are none of that call's; no key of a mapping. */
const CALLBACK = new RegExp(
  String.raw`(?:\)|(?<![${IN_WORD}:"'])[A-Za-z_$]\w{0,40})\s{0,4}=>|\b(?:lambda|function|func)\b|\)\s{0,20}\{|\bdo\b`,
);
