import { perObject } from '../once';
import { IDENTIFIER, IN_WORD, WORD_START } from '../text/charClass';
import { escapeRegExp } from '../text/escapeRegExp';
import { textBefore, textBehind, textFrom } from '../text/pieces';
import type { TextRange } from '../text/range';
import { matchesOf } from '../text/matches';
import type { HostEvidence } from './beside';
import { calleeBefore, callsBefore, type Bracket } from './brackets';
import { classAround } from './classAround';
import { importsOf } from './imports';
import type { Knowledge } from './knowledge';
import { MOST_SETTINGS, REGION_KINDS } from './regionSettings';
import { lineBefore, textOf, type Part } from './surroundings';

/**
 * The regions of clients, by the variables that they are given: `hk = boto3.client("bedrock", region_name=…)`,
 * `cfg, err := config.LoadDefaultConfig(ctx, config.WithRegion(…))` and the client that is made with `cfg`.
 */

/** A variable that is given a client, or what clients are made with, and the regions that it has there. */
interface Made {
  readonly name: string;
  /** Where the variable stands. */
  readonly at: number;
  readonly regions: readonly string[];
}

/** How far before a bracket, or a part of a chain of calls, its variable stands, in characters. */
const LEAD = 300;
/** How many brackets outwards. */
const MOST_LEVELS = 4;
/** How often a client is made with what has the region of another. */
const MOST_STEPS = 3;
/** How far behind what is asked for a client may get it, and how far before a place the head of its function stands. */
const REACH = 1_500;

/** A variable that is given something, and the one beside: `cfg, err :=`, `val hk =`, `private hk: Client = new`. */
const VARIABLE =
  String.raw`(?<![${IN_WORD}])(${WORD_START}{1,61})(?:\s{0,9},\s{0,9}${WORD_START}{1,61})?\s{0,9}` +
  String.raw`(?::\s{0,9}[\w.<>[\]|?*]{1,60}\s{0,9})?(?::?=|=>)\s{0,20}`;
/** A chain of calls up to a bracket or a further part of it: `Client.builder().credentials(mine()).`. */
const CHAIN =
  String.raw`(?:(?:return|new|await)\s{1,9}|&|\(){0,4}[${IN_WORD}.:>!?]{0,120}` +
  String.raw`(?:\([^()]{0,200}(?:\([^()]{0,200}\)[^()]{0,200}){0,4}\)(?:\s{0,40}[.?:][${IN_WORD}.:>!?]{0,120})?){0,8}` +
  String.raw`(?:<[^<>]{0,60}>)?\s{0,9}$`;
const GIVEN_CHAIN = new RegExp(VARIABLE + CHAIN);
/** A choice of several: `hk if inChina else`. */
const GIVEN_CHOICE = new RegExp(String.raw`${VARIABLE}(?:[^;{}\n=]|[=!<>]==?){0,200}$`);

/** The end of a text in which no statement or block begins or ends. */
function lastStatement(text: string): string {
  return text.slice(Math.max(...[...';{}'].map((mark) => text.lastIndexOf(mark))) + 1);
}

/** The variable that is given what stands at a place, by itself or deep in the arguments of its call. */
function variableAt(
  { text, brackets }: Knowledge,
  at: number,
  form: RegExp,
): Pick<Made, 'name' | 'at'> | undefined {
  const around = brackets.around(at).slice(0, MOST_LEVELS);
  for (const place of [at, ...around.map((bracket) => bracket.at)]) {
    const lead = lastStatement(textBefore(text, place, LEAD));
    const given = (place === at ? form : GIVEN_CHAIN).exec(lead);
    if (given?.[1] !== undefined && !/[(,]\s*$/.test(lead.slice(0, given.index)))
      return { name: given[1], at: place - lead.length + given.index };
  }
  return aliasIn(text, around[0]);
}

/** `alias = "hk"` in the block of Terraform that is for a provider. */
function aliasIn(text: string, block: Bracket | undefined): Pick<Made, 'name' | 'at'> | undefined {
  if (block?.mark !== '{') return undefined;
  const inside = textFrom(text, block.at, block.close, REACH);
  const name = /\balias\s{0,20}=\s{0,20}"([\w-]{1,60})"/.exec(inside)?.[1];
  return name === undefined ? undefined : { name, at: block.at };
}

/** Of each text and the regions that are asked for, what each name is given, in order. */
const MADE = perObject((_knowledge: Knowledge) => new Map<string, ReadonlyMap<string, readonly Made[]>>());

function madeIn(
  knowledge: Knowledge,
  settings: readonly HostEvidence[],
): ReadonlyMap<string, readonly Made[]> {
  const known = MADE(knowledge);
  const key = settings.map(({ at, said }) => `${at}${said}`).join();
  let made = known.get(key);
  if (made === undefined) known.set(key, (made = readMade(knowledge, settings)));
  return made;
}

/** A variable that is set to a region itself: `region = "eu-central-1"`. */
const SET_ITSELF = new RegExp(
  String.raw`^(${IDENTIFIER})\s{0,4}(?::\s{0,4}\w{1,20}\s{0,4})?:?=\s{0,4}["'\x60]`,
);

function readMade(
  knowledge: Knowledge,
  settings: readonly HostEvidence[],
): ReadonlyMap<string, readonly Made[]> {
  const { text } = knowledge;
  const made = new MadeThings();
  for (const { at, said } of settings) {
    const regions = [said];
    const variable = variableAt(knowledge, at, GIVEN_CHAIN);
    if (variable !== undefined) made.add({ ...variable, regions });
    const name = SET_ITSELF.exec(textBehind(text, at, LEAD))?.[1];
    if (name !== undefined) made.add({ name, at, regions });
  }
  made.handOn(knowledge);
  return made.byName;
}

/** Names that are used, and neither given something nor the keys of it; a word of a string is none. */
const USED = new RegExp(
  String.raw`(?<![.\x60"'])${IDENTIFIER}(?![\x60"']|-\w|\s{0,4}(?:=(?!=)|:=)|:(?!:))|(?<=\?\s{0,4})${IDENTIFIER}`,
  'g',
);

class MadeThings {
  readonly byName = new Map<string, readonly Made[]>();

  /** Whether it is new: what is given a region itself has that one. */
  add(made: Made): boolean {
    const before = this.byName.get(made.name) ?? [];
    const same = before.find(({ at }) => at === made.at);
    if (same !== undefined && made.regions.every((region) => same.regions.includes(region))) return false;
    const regions = [...new Set([...(same?.regions ?? []), ...made.regions])];
    const others = before.filter((one) => one !== same);
    this.byName.set(
      made.name,
      [...others, { ...made, regions }].sort((a, b) => a.at - b.at),
    );
    return true;
  }

  /** Gives what is made with a variable that has regions the same ones, which may be a choice of several. */
  handOn(knowledge: Knowledge): void {
    if (this.byName.size === 0) return;
    const names = [...matchesOf(knowledge.text, USED)];
    for (let step = 0; step < MOST_STEPS; step++) {
      const seen = new Map(this.byName);
      let hasMore = false;
      for (const { 0: name, index } of names) {
        const made = seen.get(name);
        const to = made && variableAt(knowledge, index, GIVEN_CHOICE);
        if (made === undefined || to === undefined || to.name === name) continue;
        if (this.add({ ...to, regions: regionsAt(knowledge, made, index) })) hasMore = true;
      }
      if (!hasMore) return;
    }
  }
}

/**
 * The regions that a variable may have at a place: those that it was given last before, as far as no branch leaves that
 * open; where it was not given any before, all. None where it is a parameter there.
 */
function regionsAt({ text }: Knowledge, made: readonly Made[], at: number): readonly string[] {
  const [{ name } = { name: '' }] = made;
  const last = lastBefore(text, made, at);
  const from = Math.max(last.at(-1)?.at ?? 0, at - REACH);
  const parameter = new RegExp(
    String.raw`\b(?:def|func|function|fun|fn)\b[^()\n]{0,80}\([^()]{0,300}` +
      String.raw`(?<![${IN_WORD}])${escapeRegExp(name)}(?![${IN_WORD}])`,
  );
  if (parameter.test(text.slice(from, at))) return [];
  return [...new Set((last.length > 0 ? last : made).flatMap(({ regions }) => regions))];
}

/** What is given last before a place, with what else it may be where a branch leaves that open; in reverse order. */
export function lastBefore<T extends { readonly at: number }>(
  text: string,
  given: readonly T[],
  at: number,
): readonly T[] {
  const depth = indentAt(text, at);
  const before = given.filter((other) => other.at < at).reverse();
  const end = before.findIndex((one) => indentAt(text, one.at) <= depth);
  return end < 0 ? before : before.slice(0, end + 1);
}

function indentAt(text: string, at: number): number {
  return lineBefore(text, at).search(/\S|$/);
}

/**
 * The regions of the client that is called around a value, or gets what it is part of; none where nothing tells the
 * client, or its region.
 *
 * @param settings that may be those of the call
 * @param parts what stands beside the value, where a client may be given as well
 */
export function regionsOfClient(
  knowledge: Knowledge,
  settings: readonly HostEvidence[],
  { place, parts }: { readonly place: TextRange; readonly parts: readonly Part[] },
): readonly string[] {
  const inChain = regionsBefore(knowledge, settings, place.start);
  if (inChain.length > 0) return inChain;
  if (settings.length > MOST_SETTINGS) return [];
  const ofClass = regionsOfClass(knowledge, settings, place.start);
  if (ofClass.length > 0) return ofClass;
  const made = madeIn(knowledge, settings);
  if (made.size === 0) return [];
  for (const { name, at } of clientsOf(knowledge, place.start, parts)) {
    const own = made.get(name);
    if (own !== undefined) return regionsAt(knowledge, own, at);
  }
  return [];
}

/**
 * Those that the chain of calls gives before a value: `boto3.client("bedrock", region_name=…).converse(…)`,
 * `createAmazonBedrock({ region: … })("…")`.
 */
function regionsBefore(
  { text, brackets, evidence }: Knowledge,
  settings: readonly HostEvidence[],
  start: number,
): readonly string[] {
  const written = callsBefore(text, brackets, start).flatMap((call) =>
    REGION_KINDS.flatMap((kind) => evidence.in(kind, call)),
  );
  return [...new Set(written.filter((one) => settings.includes(one)).map(({ said }) => said))];
}

/** Those that the class around a place is made with: `AppStack(app, "App", env=Environment(region=…))`. */
function regionsOfClass(
  knowledge: Knowledge,
  settings: readonly HostEvidence[],
  start: number,
): readonly string[] {
  const { text, brackets } = knowledge;
  const name = classAround(text, start)?.name;
  if (name === undefined) return [];
  const isMade = ({ at }: HostEvidence): boolean =>
    brackets
      .around(at)
      .slice(0, MOST_LEVELS)
      .some((bracket) => bracket.mark === '(' && calleeBefore(text, bracket) === name);
  return [...new Set(settings.filter(isMade).map(({ said }) => said))];
}

/**
 * Whether a value is given to a client that has no region of its own, made as those are that the settings make: its
 * region is that of the machine. Not where anything but a client has one of the regions.
 *
 * @param settings that may be those of the call
 */
export function isOfOtherClients(
  knowledge: Knowledge,
  settings: readonly HostEvidence[],
  { place, parts }: { readonly place: TextRange; readonly parts: readonly Part[] },
): boolean {
  if (settings.length > MOST_SETTINGS || !settings.every((one) => isOfClient(knowledge, one))) return false;
  const made = madeIn(knowledge, settings);
  const makers: Makers = new Set(
    [...made].flatMap(([name, all]) => all.map(({ at }) => makerOf(knowledge, name, at + 1))),
  );
  for (const { name, at } of clientsOf(knowledge, place.start, parts)) {
    if (made.has(name)) return false;
    const maker = makerOf(knowledge, name, at);
    if (maker !== undefined) return makers.has(maker) && !isGivenSettings(knowledge, name, at, makers);
    if (isDefaultProvider(knowledge, name, makers)) return true;
  }
  return false;
}

/** What makes the clients that have a region. */
type Makers = ReadonlySet<string | undefined>;

/** Whether a setting stands in what makes a client for a variable. */
function isOfClient(knowledge: Knowledge, { at }: HostEvidence): boolean {
  const [around] = knowledge.brackets.around(at);
  if (around === undefined) return false;
  const isArgument = around.mark === '(' || !SET_ITSELF.test(textBehind(knowledge.text, at, LEAD));
  return isArgument && variableAt(knowledge, at, GIVEN_CHAIN) !== undefined;
}

/** What makes what a variable is given before a place: `boto3.client`, `BedrockRuntimeClient`. */
function makerOf(knowledge: Knowledge, name: string, at: number): string | undefined {
  return MAKER.exec(valueOf(knowledge, name, at))?.[1];
}

/** Settings of elsewhere, which may have a region: `{ ...eu.config }`, `**kw`, `config=cfg`. */
const SETTINGS_GIVEN = /\.\.\.|\*\*|[cC]onfig(?:uration)?\b|[sS]ession\b/;
/** A variable that is all a client is made of: `NewFromConfig(cfg)`. */
const GIVEN_ALONE = /^\(\s{0,20}(?!(?:None|null|ctx|context)\b)([A-Za-z_$][\w$]{0,60})\s{0,20}\)/;

/** Whether what makes a client gets settings that are not written in it, nor where its text makes them. */
function isGivenSettings(knowledge: Knowledge, name: string, at: number, makers?: Makers): boolean {
  const value = valueOf(knowledge, name, at);
  const given = value.slice(Math.max(0, value.indexOf('(')));
  const [, alone] = GIVEN_ALONE.exec(given) ?? [];
  if (alone === undefined) return SETTINGS_GIVEN.test(given);
  const isMade = makers?.has(makerOf(knowledge, alone, at)) === true;
  return !isMade || isGivenSettings(knowledge, alone, at);
}

/** The beginning of what a variable is given before a place. */
function valueOf({ text, variables }: Knowledge, name: string, at: number): string {
  const given =
    variables.assignedTo(name, { at, isMember: false }) ?? variables.assignedTo(name, { at, isMember: true });
  return given === undefined ? '' : textFrom(text, given.from, variables.endOfValue(given.from), LEAD);
}

/** A class whose builder or constructor makes a client is the same maker in either form. */
const MAKER = new RegExp(
  String.raw`^\s{0,20}(?:(?:new|await)\s{1,9}|&){0,2}((?:[${IN_WORD}]{1,60}(?:\.|::)){0,4}?[${IN_WORD}]{1,60})` +
    String.raw`(?:(?:(?:\.|::)(?:builder|create|new))?\(|(?:\.|::)new\s{0,20}$)`,
);

/** The packages of the AI SDK have a provider that is set up by the machine beside what makes others. */
const PROVIDERS = /^@ai-sdk\//;

/** Whether a name is the provider that a package of the AI SDK sets up itself, beside a maker of others. */
function isDefaultProvider(knowledge: Knowledge, name: string, makers: Makers): boolean {
  const imports = importsOf(knowledge);
  const module = imports.get(name)?.module;
  if (module === undefined || !PROVIDERS.test(module)) return false;
  return [...makers].some((maker) => maker !== undefined && imports.get(maker)?.module === module);
}

/** The names that may be those of the client, the likeliest first, each with where it stands. */
function* clientsOf(
  knowledge: Knowledge,
  start: number,
  parts: readonly Part[],
): Generator<{ readonly name: string; readonly at: number }> {
  const { text, brackets } = knowledge;
  for (const { at, mark } of brackets.around(start).slice(0, MOST_LEVELS))
    if (mark === '(') yield* namesBefore(text, at);
  for (const part of parts)
    for (const [name] of matchesOf(textOf(text, part), OPERAND)) yield { name, at: start };
  const sent = variableAt(knowledge, start, GIVEN_CHAIN)?.name;
  if (sent === undefined) return;
  const call = new RegExp(
    String.raw`\([^()\n]{0,80}(?<![${IN_WORD}.])${escapeRegExp(sent)}(?![${IN_WORD}])`,
    'g',
  );
  for (const { index } of matchesOf(textBehind(text, start, REACH), call))
    yield* namesBefore(text, start + index);
}

/** The names in the chain before a bracket: `self`, `hk` and `converse` of `self.hk.converse().model_id(`. */
function* namesBefore(text: string, at: number): Generator<{ readonly name: string; readonly at: number }> {
  const [chain = ''] = CALLED.exec(textBefore(text, at, LEAD)) ?? [];
  for (const name of chain.replaceAll(ARGUMENTS, ' ').match(NAMES) ?? []) yield { name, at };
}

const NAMES = new RegExp(IDENTIFIER, 'g');
/** A chain of calls up to a bracket. */
const CALLED = new RegExp(
  String.raw`[${IN_WORD}.?:>!-]{0,120}(?:\([^()]{0,200}(?:\([^()]{0,200}\)[^()]{0,200}){0,4}\)` +
    String.raw`(?:\s{0,40}(?:\.|\?\.|::|->)[${IN_WORD}.?:>!-]{0,120})?){0,8}$`,
);
/** The arguments of a call in a chain. */
const ARGUMENTS = /\([^()]{0,200}(?:\([^()]{0,200}\)[^()]{0,200}){0,4}\)/g;

/** A name that stands as a value: `client=hk`, the last part of `provider = aws.hk`. */
const OPERAND = new RegExp(
  String.raw`(?<=(?:^|[=:(,])\s{0,4}(?:[${IN_WORD}]{1,40}\.){0,3})${IDENTIFIER}(?!\s{0,4}[:=(.])`,
  'g',
);
