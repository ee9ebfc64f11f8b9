import { languageOf } from '../documents/fileTypes';
import { once } from '../once';
import type { ModelReference } from '../reference';
import { lineEnd } from '../text/charClass';
import { commentRanges, commentStart } from '../text/lexicalState';
import type { TextRange } from '../text/range';
import { isInOne } from '../text/sorted';
import { isUse, SELF } from '../vocabulary';
import { hostOfWords, isRequestPath, type HostEvidence } from './beside';
import { Brackets } from './brackets';
import { isAddressName, isConfiguration } from './configValues';
import type { Contexts } from './context/context';
import type { Knowledge } from './knowledge';
import { calledAt, withoutSecrets } from './uses/client/asked';
import { isClientsBase, makesClient } from './uses/client/protocolClient';
import { ASKED_PATH, hasAskedPath } from './openRequests';
import { regionOf } from './regions';
import { ALONE, type Site } from './site';
import { holdsStatements, surroundingsOf, textOf } from './surroundings';
import { textBefore, textFrom } from '../text/pieces';
import { syntaxOf } from '../text/syntax';
import { isAmongProviders } from './uses/presets';

/**
 * So many hosts whose addresses one text has make a table of them: which of them is called, others say, or a client
 * that is called itself.
 */
const FEWEST_OF_TABLE = 3;

/**
 * The hosts whose addresses a text gives its clients, sends requests to or forwards to as a proxy, and those to which a
 * gateway passes on whatever model it is asked for, each once, at its first place: what models are called there, the
 * text need not say. Services of the catalog, and hosts that nobody
 * knows where a client of OpenAI's protocol is given them or a request of it is sent there; of a table the confidence
 * is low.
 */
export function calledHosts(knowledge: Knowledge, contexts: Contexts): readonly ModelReference[] {
  const { evidence } = knowledge;
  const first = new Map<string, HostEvidence>();
  const asked = mayCall(knowledge)
    ? [
        ...evidence.all('addresses').filter((place) => isOfClient(place, knowledge, contexts)),
        ...evidence.all('requests').filter((place) => isRequest(place, knowledge, contexts)),
      ]
    : [];
  const forwarded = evidence.all('forwards').filter(({ said }) => isNoSite(said));
  const routed = evidence.all('openRoutes');
  const told = [...asked, ...forwarded, ...routed].sort((a, b) => a.end - b.end);
  // Asked only now: it reads the text, and most texts have no such place.
  if (told.length === 0 || contexts.isDescription === true) return [];
  const places = withoutCommented(told, knowledge);
  const byKey = new Set(places.filter((place) => isByKey(place, knowledge)));
  for (const place of [...places.filter((one) => !byKey.has(one)), ...byKey])
    if (place.host !== SELF && !first.has(place.host) && !isAmongProviders(place.at, knowledge))
      first.set(place.host, place);
  const tabled = [...first.values()].filter((place) => !isForProgram(place, knowledge));
  const isTable = tabled.length >= FEWEST_OF_TABLE;
  return [...first.values()].map((place) => {
    const isSure = !isTable || !tabled.includes(place) || knowledge.requestClients.isCalledAt(place);
    return referenceAt(place, { knowledge, contexts, confidence: isSure ? 'high' : 'low' });
  });
}

/**
 * Whether an address is only got by a key in quotes, `config.get('base_url')`: the one that the text writes under such
 * a key elsewhere need not be what lies under this one, so that a place that says the host itself goes before it.
 */
function isByKey({ kind, said, end }: HostEvidence, { text }: Knowledge): boolean {
  return kind === 'address' && !text.endsWith(said, end) && /["'\x60]/.test(text.charAt(end));
}

/** A model that a variable of the environment says: `model: "${SUMMARY_MODEL}"`, `model: !env SUMMARY_MODEL`. */
const MODEL_AT_RUN_TIME =
  /(?<![A-Za-z])model(?:[-_]?(?:id|name))?["']?\s{0,8}[:=]\s{0,8}["']?(?:\$\{?|!\w{1,20}\s{1,4})(\w{1,80})/i;

/** Settings in which the variables of one program stand apart from those of another. */
const SCOPED = /^(?:yaml|jsonc?)$/;

/**
 * Whether an address is in no table, for a program is given it: by what no key says, by a variable of a service or
 * container of its own, or beside a model that a variable says which is called like no provider.
 */
function isForProgram(place: HostEvidence, knowledge: Knowledge): boolean {
  const { text, path, hosts, evidence, environment, brackets } = knowledge;
  const { kind, at, end } = place;
  if (kind !== 'address') return true;
  if (!isConfiguration(path)) return false;
  if (isAddressName(evidence.keyOf(place))) {
    const reach = environment.reachOf({ start: at, end });
    const hosts = new Set(evidence.in('addresses', reach).map(({ host }) => host));
    return SCOPED.test(languageOf(path)) && hosts.size < FEWEST_OF_TABLE;
  }
  const { own } = surroundingsOf(text, brackets, { start: end - 1, end });
  const [, variable] = MODEL_AT_RUN_TIME.exec(textOf(text, own)) ?? [];
  return variable !== undefined && hostOfWords(variable, hosts) === undefined;
}

/** Places but for those in comments, which are for people: `# See https://openrouter.ai/models for the names.` */
function withoutCommented(
  places: readonly HostEvidence[],
  { text, path }: Knowledge,
): readonly HostEvidence[] {
  const language = languageOf(path);
  const comments = commentRanges(text, language).flatMap((range) => withoutWord(range, text, language));
  return places.filter(({ at, end, said }) => {
    const place = text.endsWith(said, end) ? end - said.length : at;
    return !isInOne(comments, place);
  });
}

/** `#` inside a word opens no comment, as in `${TAG#v}` and `$#list`: one may open further on, behind a blank. */
function withoutWord(range: TextRange, text: string, language: string): readonly TextRange[] {
  const syntax = syntaxOf(language);
  const marks = /^#+/.exec(textFrom(text, range.start, range.end, LONGEST_LEAD))?.[0].length ?? 0;
  if (marks === 0 || syntax === undefined || /^\s?$/.test(textBefore(text, range.start, 1))) return [range];
  const end = lineEnd(text, range.start, range.end);
  const start = commentStart(text, { start: range.start + marks, end }, syntax);
  return start < end ? [{ start, end }] : [];
}

/** Told from a few words of a text, before its addresses are read. */
function mayCall(knowledge: Knowledge): boolean {
  const { text, hosts } = knowledge;
  return (
    (hosts.areNamedIn(text) && knowledge.isAboutModels()) ||
    (text.includes('OpenAI') && makesClient(knowledge)) ||
    (hasAskedPath(text) && ASKED.test(text))
  );
}

/** The path of a request of OpenAI's interface, which says whatever host answers it that a model is asked. */
const ASKED = new RegExp(`/${ASKED_PATH}`);

/** A request to a service, or one for a model to a host that nobody knows. */
function isRequest({ host, said, at }: HostEvidence, knowledge: Knowledge, contexts: Contexts): boolean {
  const { hosts, text } = knowledge;
  if (isToRead(text, at)) return false;
  if (hosts.answersAt(said)) return true;
  return host.includes('.') && ASKED.test(said) && contexts.at(at).context !== 'docs';
}

/** What stands before an address that people are to read at: a link of Markdown, and a word of a sentence. */
const LINK = /\]\(\s{0,4}$/;
const IN_SENTENCE = /[A-Za-z,;:] (?:at|on|see|in|from|visit|under) {1,4}[(<]{0,2}$/;
/**
 * A text for people, from its key or call up to the address. Without quotes only behind a colon: behind `=` stands
 * code. What a shell runs, in `$(…)` or between backticks right behind `=`, nobody reads.
 */
const DESCRIBED = new RegExp(
  String.raw`(?:\b(?:description|desc|title|label|help(?:_?text)?|tooltip|placeholder|hint|summary|note)["']?` +
    String.raw`\s{0,4}[:=]|\.(?:describe|meta)\()\s{0,9}` +
    String.raw`(?:[rbfu]{0,2}(?:"(?:(?!\$\()[^"\n])*|'[^'\n]*|(?<!=)\x60[^\x60]*)|` +
    String.raw`(?<=:\s{0,9})(?![^"'\x60\n,]*\$\()[^"'\x60\s,{][^"'\x60\n,]*(?<!:\s{0,9}))$`,
  'i',
);
/** What sends a request on the line of an address before it, or a shell's loop over addresses. */
const SENT = new RegExp(
  String.raw`\b(?:curl|wget)(?:\.exe)?\s|\bInvoke-\w|(?:fetch|post|request)\w{0,20}(?:\.\w|\()|` +
    String.raw`(?:^|[;&|({-]|\b(?:do|then|else|run:))[ \t]{0,40}for \w{1,40} in `,
  'i',
);
const LONGEST_LEAD = 700;

/** Whether an address stands where people read it: no program sends a request there. */
function isToRead(text: string, at: number): boolean {
  const before = textBefore(text, at, LONGEST_LEAD);
  if (LINK.test(before)) return true;
  return [IN_SENTENCE, DESCRIBED].some((form) => form.test(before)) && !SENT.test(lastLineOf(before));
}

function lastLineOf(text: string): string {
  return text.slice(text.lastIndexOf('\n') + 1);
}

function isOfClient(place: HostEvidence, knowledge: Knowledge, contexts: Contexts): boolean {
  const { text, hosts } = knowledge;
  const { said, at } = place;
  const isBase = isClientsBase(text, place);
  if (!hosts.answersAt(said))
    return isBase && /[.:]/.test(said) && contexts.at(at).context !== 'docs' && makesClient(knowledge);
  return isBase || isNoSite(said);
}

/** At the site of a service, whose name is that of its interface too, only some paths are no pages. */
function isNoSite(said: string): boolean {
  return isRequestPath(said) || !/^(?:\w+:\/\/)?[^./]+\.[^./]+(?:[/:]|$)/.test(said);
}

function referenceAt(
  place: HostEvidence,
  {
    knowledge,
    contexts,
    confidence,
  }: {
    readonly knowledge: Knowledge;
    readonly contexts: Contexts;
    readonly confidence: ModelReference['confidence'];
  },
): ModelReference {
  const { text, hosts, brackets, evidence } = knowledge;
  const { said, at, end } = place;
  const start = text.endsWith(said, end) ? end - said.length : at;
  const { context, why } = contexts.at(start);
  const via = hosts.via(said);
  const use = calledAt(place);
  const site: Site = { ...ALONE, lexical: 'string', where: 'url', key: evidence.keyOf(place) };
  const around = once(() => surroundingsOf(text, brackets, { start, end }));
  const region = place.kind === 'address' ? regionOf({ text, start, end, site, knowledge }, use, around) : {};
  return {
    range: { start, end },
    text: text.slice(start, end),
    id: withoutSecrets(said),
    registry: 'other',
    role: use.role,
    host: use.host,
    ...region,
    ...(via !== undefined && { via }),
    context,
    why: why === undefined ? use.why : [...use.why, why],
    where: 'url',
    confidence,
    evidence: ['address'],
    model: null,
  };
}

/**
 * Addresses without those of hosts at which the text names what it calls, or lists what is asked there, each host once.
 * A list that stands elsewhere in code, as of prices, is not of what the client asks for.
 */
export function notTold(
  addresses: readonly ModelReference[],
  references: readonly ModelReference[],
  { text, path }: { readonly text: string; readonly path: string },
): readonly ModelReference[] {
  const told = new Set(references.flatMap(({ role, host, via }) => (isUse(role) ? [host, via] : [])));
  const brackets = new Brackets(text);
  const isListed = (address: ModelReference): boolean => {
    const listed = references.filter(
      ({ role, host, via }) => role === 'lists' && (host === address.host || via === address.host),
    );
    if (listed.length === 0 || isConfiguration(path)) return listed.length > 0;
    const [record] = brackets.open(address.range.start);
    return (
      record !== undefined &&
      listed.some(({ range }) => record.at < range.start && range.end <= record.close) &&
      !holdsStatements(text, record, address.range.end)
    );
  };
  return addresses.filter((address) => {
    const { host } = address;
    if (told.has(host) || isListed(address)) return false;
    told.add(host);
    return true;
  });
}
