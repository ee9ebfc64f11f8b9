import { readsLike } from '../../catalog/lookAlike';
import { isAddressOpen } from '../../detect/uses/client/asked';
import { ownAddressOf } from '../../detect/uses/ownAddress';
import { type Service } from '../../lookup/service';
import { placeOfProcessing } from '../../lookup/whereItRuns';
import { message, type Message } from '../../message';
import type { OriginSelector, Policy } from '../policy';
import { nameOfOwnAddress, namesOfHost } from '../hostNames';
import { isWithin, looksLikeCountry } from '../regions';
import type { Hit, ReferenceRule, Subject } from '../rule';
import { byPolicy, nameOf } from './wording';
import { SELF } from '../../vocabulary';

export const HOSTING_DENIED: ReferenceRule = {
  code: 'hosting/denied',
  severity: 'error',
  withoutPolicy: false,
  summary: message('The model runs at a host that the policy does not allow'),
  checks: message(
    "Who runs a called model is compared with `hosting.deny` and `hosting.allow`: the host, the country of its operator, and the region of processing where the name tells it; the same of a gateway that passes the call on. Where a text does not name the model that it calls, the address that it gives its client counts. One of them denied is denied. With entries under `allow`, the host or all known countries must be listed; `self`, the project's own machines, need an entry where the list names hosts. An address whose operator nobody knows is denied too, until it is listed. `hosting.processedIn` bounds where requests are processed, whoever runs the model.",
  ),
  why: message(
    'Prompts and documents go to who runs the model, whoever made it. The same open model can run at home, in the EU or in another country.',
  ),
  settle: [
    message('Call the model at an allowed host, or run its weights yourself.'),
    message('Add the host to `hosting.allow`, or an exception for this model, with a reason and a date.'),
  ],
  example: 'hosting: { deny: [openrouter] }\n# and in the code\nmodel: openrouter("mistralai/mistral-nemo")',
  check: (subject) => firstOf(subject, (...at) => deniedAt(...at) ?? processedAbroad(...at)),
};

export const HOSTING_WARNED: ReferenceRule = {
  code: 'hosting/warned',
  severity: 'warning',
  withoutPolicy: false,
  summary: message('The policy asks for a review of the host, or its operator is unknown'),
  checks: message(
    'Who runs a called model is compared with `hosting.warn`. Where `hosting.allow` or `hosting.deny` has entries, a host whose operator or country is unknown is reported as well (an address that nobody knows is denied where `hosting.allow` has entries and not that one), and one that passes calls on to services that it chooses, unless `hosting.allow` has it or the request names them (`provider: { only: [...] }`); where only `hosting.warn` has, it is information. A name that leaves open in which of several countries a request is processed is reported where the policy does not allow one of them, and so is one that leaves it open under `hosting.processedIn`.',
  ),
  why: message('Unknown is not the same as allowed: the host may be in a place that the policy denies.'),
  settle: [
    message('Find out who runs the host, and list its address under `hosting.allow`.'),
    message('Name the services that the host may pass the call on to in the request.'),
    message(
      'Call the model at an address, in a region or by a name that tells where requests are processed. Where the contract with the host tells it, list the host under `hosting.processedIn`.',
    ),
    message('Add an exception for this model, with a reason and a date.'),
  ],
  example: 'hosting: { warn: [US] }\n# and in the code\nclient = Groq()\nmodel = "openai/gpt-oss-20b"',
  check: (subject) => firstOf(subject, warnedAt),
};

export const HOSTING_LOOK_ALIKE: ReferenceRule = {
  code: 'hosting/look-alike',
  severity: 'error',
  withoutPolicy: 'warning',
  summary: message('The address of the host imitates that of a known one'),
  checks: message(
    'The name in the address of the client is read as people see it: letters of other scripts, written out or as `xn--`, that look like those of a known host.',
  ),
  why: message('Prompts and keys that are sent to such an address go to somebody else.'),
  settle: [message('Write the address again, in plain letters, as the host states it.')],
  example: 'client = OpenAI(base_url="https://xn--pi-6kc.openai.com/v1")',
  check: checkLookAlike,
};

/** What a list can name: the host, and the countries that are known of it. */
interface Place {
  readonly host: string | undefined;
  /** What names the host in a list: its id, its addresses, and the one that is called. */
  readonly names: readonly string[];
  /** The address of a machine of the project's own that is called: what runs there may pass the call on. */
  readonly ownAddress?: string | undefined;
  readonly service: Service | undefined;
  readonly operatorCountry: string | null;
  readonly region: string | null;
  /** Where the name leaves the region open: all countries that it may be. */
  readonly possible: readonly string[];
  /** The host that hands the call on to it. */
  readonly behind?: readonly string[];
  /** The region is what a file has where nobody sets another. */
  readonly isRegionDefault?: boolean;
  /** Only the class of the client says the host: its address is one that the text does not have. */
  readonly isLikely?: boolean;
}

/**
 * Who sees a call: the host, the gateway that passes it on, those whom the host may hand it to, and other hosts that it
 * may go to.
 */
function placesOf(subject: Subject): readonly Place[] {
  const { via, passedTo, elsewhere, context, reference } = subject;
  const place = placeOf({ ...subject, address: reference.region });
  const ownAddress = nameOfOwnAddress(ownAddressOf(reference), context.catalog);
  const own = {
    ...place,
    ...(ownAddress !== undefined && { ownAddress, names: [...place.names, ownAddress] }),
    isLikely: isAddressOpen(reference.why),
    isRegionDefault: reference.isRegionDefault === true,
  };
  return [
    own,
    ...(via === undefined ? [] : [placeOf({ host: via.host, service: via, context })]),
    ...passedTo.map((service) => ({
      ...placeOf({ host: service.host, service, context }),
      behind: own.names,
    })),
    ...elsewhere.map((service) => placeOf({ host: service.host, service, context })),
  ];
}

function placeOf({
  host,
  service,
  context: { catalog },
  address,
}: Pick<Subject, 'host' | 'service' | 'context'> & { readonly address?: string | undefined }): Place {
  const record = host === undefined ? undefined : catalog.host(host);
  const ofHost = record === undefined ? [host] : namesOfHost(record);
  return {
    host,
    names: [...ofHost, address].flatMap((name) => name?.toLowerCase() ?? []),
    service,
    operatorCountry: service?.operator?.country ?? null,
    region: service?.region ?? null,
    possible: service?.possibleRegions ?? [],
  };
}

type List = readonly OriginSelector[];

/** The entry of a list of hosts that names a country, or a union that the country is in. */
export function entryOfCountry(list: List, country: string | null): OriginSelector | undefined {
  return country === null
    ? undefined
    : list.find(({ value }) => looksLikeCountry(value) && isWithin(country, value));
}

function namingHost(list: List, names: readonly string[]): OriginSelector | undefined {
  return list.find(({ value }) => !looksLikeCountry(value) && names.includes(value.toLowerCase()));
}

/** The entry that names a place in one of its parts, with the words for that part. */
function entryFor(
  list: List,
  place: Place,
): { readonly entry: OriginSelector; readonly part: 'host' | 'operator' | 'region' } | undefined {
  const host = namingHost(list, place.names);
  if (host !== undefined) return { entry: host, part: 'host' };
  const operator = entryOfCountry(list, place.operatorCountry);
  if (operator !== undefined) return { entry: operator, part: 'operator' };
  const region = entryOfCountry(list, place.region);
  return region && { entry: region, part: 'region' };
}

/** What a rule says of the first of the places of a use of which it says anything, where there is a policy. */
function firstOf(
  subject: Subject,
  says: (subject: Subject, policy: Policy, place: Place) => Hit | undefined,
): Hit | undefined {
  const { policy } = subject.context;
  return policy && placesOf(subject).flatMap((place) => says(subject, policy, place) ?? [])[0];
}

function deniedAt(subject: Subject, policy: Policy, place: Place): Hit | undefined {
  if (place.isLikely === true) return undefined;
  const denied = entryFor(policy.hosting.deny, place);
  if (denied !== undefined)
    return { message: denialText(subject, place, denied), decision: byPolicy(policy, denied.entry) };
  // Nobody knows to whom what answers at an address of the own network passes the call on.
  if (place.host === undefined) return undefined;
  const [first] = policy.hosting.allow;
  if (first === undefined || isAllowed(policy, place) || isOpen(place)) return undefined;
  return {
    message: isSelf(place)
      ? message(
          "{0} runs on the project's own machines, and `self` is not among the hosts the policy allows",
          nameOf(subject),
        )
      : notAllowedText(subject, policy, place),
    decision: byPolicy(policy, first),
  };
}

/** What is not allowed: the host with its operator, or only the region where it works. */
function notAllowedText(subject: Subject, { hosting: { allow, warn } }: Policy, place: Place): Message {
  if (place.operatorCountry === null)
    return message(
      '{0} is called at {1}, whose operator is unknown and which is not among the hosts the policy allows: where you know who runs it, list the address under `hosting.allow`',
      nameOf(subject),
      hostText(place),
    );
  const isOperatorListed = entryOfCountry([...allow, ...warn], place.operatorCountry) !== undefined;
  return isOperatorListed && place.region !== null
    ? message(
        '{0} is called at {1} and processed in {2}, which is not among the hosts the policy allows',
        nameOf(subject),
        hostText(place),
        place.region,
      )
    : message(
        '{0} is called at {1}, which is not among the hosts the policy allows',
        nameOf(subject),
        hostText(place),
      );
}

function isSelf({ host }: Place): boolean {
  return host === SELF;
}

/** Whether it stays open if a place is allowed: nobody knows whose country it is, and the list has countries. */
function isOpen({ host, service, operatorCountry }: Place): boolean {
  return host !== SELF && service?.known === true && operatorCountry === null;
}

/** The host, or the one that hands the call on to it, is listed, or every country that is known of it. What is under review is not denied. */
function isAllowed({ hosting: { allow, warn } }: Policy, place: Place): boolean {
  const lists = [...allow, ...warn];
  if (namingHost(lists, place.names) !== undefined || namingHost(allow, place.behind ?? []) !== undefined)
    return true;
  if (isSelf(place)) return allow.every(({ value }) => looksLikeCountry(value));
  return (
    entryOfCountry(lists, place.operatorCountry) !== undefined &&
    (place.region === null || isRegionNamed(lists, place))
  );
}

/** A region is named as a whole, or by all countries that it may be. */
function isRegionNamed(list: List, place: Place): boolean {
  return entryOfCountry(list, place.region) !== undefined || outsideOf(list, place).length === 0;
}

function denialText(
  subject: Subject,
  place: Place,
  { entry, part }: { readonly entry: OriginSelector; readonly part: 'host' | 'operator' | 'region' },
): Message {
  const name = nameOf(subject);
  if (isSelf(place) && entry.value.toLowerCase() !== place.ownAddress)
    return message("{0} runs on the project's own machines, which the policy denies", name);
  if (part === 'region')
    return message(
      '{0} is called at {1} and processed in {2}, which the policy denies',
      name,
      hostText(place),
      place.region ?? '?',
    );
  return message('{0} is called at {1}, which the policy denies', name, hostText(place));
}

/** `SiliconFlow (CN)`, or the address of a host nobody knows. */
function hostText({ host, service, operatorCountry, ownAddress }: Place): string {
  const name = service?.name ?? ownAddress ?? host ?? '?';
  return operatorCountry === null ? name : `${name} (${operatorCountry})`;
}

function warnedAt(subject: Subject, policy: Policy, place: Place): Hit | undefined {
  const warned = entryFor(policy.hosting.warn, place);
  if (warned !== undefined && entryFor(policy.hosting.deny, place) === undefined)
    return {
      message: isSelf(place)
        ? message(
            "{0} runs on the project's own machines: the policy asks for a review of that",
            nameOf(subject),
          )
        : message(
            '{0} is called at {1}: the policy asks for a review of that',
            nameOf(subject),
            hostText(place),
          ),
      decision: byPolicy(policy, warned.entry),
    };
  return possibleRegion(subject, policy, place) ?? unknownHost(subject, policy, place);
}

/**
 * Whether a request is processed where the policy lets it be, whoever runs the model: `elsewhere` for all that it may be, `open` where
 * nothing tells, or it may be here or there, and the policy does not answer for the host. `undefined` where the policy says nothing of it, and on the project's own machines.
 */
function processing(
  { hosting: { processedIn } }: Policy,
  place: Place,
): 'within' | 'elsewhere' | 'open' | undefined {
  if (processedIn.length === 0 || place.host === undefined || isSelf(place)) return undefined;
  const countries = countriesOf(place);
  const outside = outsideOf(processedIn, place);
  if (countries.length > 0 && outside.length === countries.length) return 'elsewhere';
  const isSettled = countries.length > 0 && outside.length === 0 && place.isRegionDefault !== true;
  return isSettled || namingHost(processedIn, place.names) !== undefined ? 'within' : 'open';
}

/** All that is known of where a request is processed. A region says less than the countries that it may be: some are in no union. */
function countriesOf({ possible, region }: Place): readonly string[] {
  return possible.length > 0 ? possible : region === null ? [] : [region];
}

/** Those of them that no entry of a list names. */
function outsideOf(list: List, place: Place): readonly string[] {
  return countriesOf(place).filter((country) => entryOfCountry(list, country) === undefined);
}

/** A request that is processed in a country where the policy does not let it be, wherever the region may lie. */
function processedAbroad(subject: Subject, policy: Policy, place: Place): Hit | undefined {
  const [first] = policy.hosting.processedIn;
  if (first === undefined || place.isLikely === true || processing(policy, place) !== 'elsewhere')
    return undefined;
  return {
    message: message(
      '{0} is called at {1} and processed in {2}, where the policy does not let requests be processed',
      nameOf(subject),
      hostText(place),
      placeText(place),
    ),
    decision: byPolicy(policy, first),
  };
}

/** Where a request is processed, in the words of reports. */
function placeText({ service, region }: Place): Message | string {
  return (service && placeOfProcessing(service)) ?? region ?? '?';
}

/** The same where nothing tells the country, or it may be one of several. */
function processedAnywhere(subject: Subject, policy: Policy, place: Place): Hit | undefined {
  const [first] = policy.hosting.processedIn;
  if (first === undefined || processing(policy, place) !== 'open') return undefined;
  const outside = outsideOf(policy.hosting.processedIn, place);
  return {
    message:
      outside.length === 0
        ? message(
            'Nothing says that {1} processes {0} where the policy lets requests be processed',
            nameOf(subject),
            hostText(place),
          )
        : message(
            '{0} is called at {1} and may be processed in {2}, where the policy does not let requests be processed',
            nameOf(subject),
            hostText(place),
            outside.join(', '),
          ),
    decision: byPolicy(policy, first),
  };
}

/**
 * What the policy says of the countries in which a request may be processed, by the key that says most: each tells its own countries.
 * Where `processedIn` bounds them, it is asked before the hosts that are allowed.
 */
function possibleRegion(subject: Subject, policy: Policy, place: Place): Hit | undefined {
  const isDenied = entryFor(policy.hosting.deny, place) !== undefined;
  const keys = isDenied
    ? [processedAnywhere]
    : [possiblyDenied, processedAnywhere, possiblyNotAllowed, possiblyWarned];
  for (const key of keys) {
    const hit = key(subject, policy, place);
    if (hit !== undefined) return hit;
  }
  return undefined;
}

/** The countries in which a request may be processed that a list names, and the first of its entries that names one. */
function possibleIn(
  list: List,
  { possible }: Place,
): { readonly named: string; readonly entry: OriginSelector } | undefined {
  const named = possible.filter((country) => entryOfCountry(list, country) !== undefined);
  const entry = entryOfCountry(list, named[0] ?? null);
  return entry && { named: named.join(', '), entry };
}

/** A country in which a request may be processed is no proof that it is: where the policy denies it, people look. */
function possiblyDenied(subject: Subject, policy: Policy, place: Place): Hit | undefined {
  const denied = possibleIn(policy.hosting.deny, place);
  return (
    denied && {
      message: message(
        '{0} is called at {1} and may be processed in {2}, which the policy denies',
        nameOf(subject),
        hostText(place),
        denied.named,
      ),
      decision: byPolicy(policy, denied.entry),
    }
  );
}

/** The same where the policy allows countries, and not all of those: it answers for the regions of a host that it names. */
function possiblyNotAllowed(subject: Subject, policy: Policy, place: Place): Hit | undefined {
  const { allow, warn } = policy.hosting;
  const [first] = allow;
  const outside = place.possible.filter(
    (country) => entryOfCountry([...allow, ...warn], country) === undefined,
  );
  if (first === undefined || outside.length === 0 || namingHost(allow, place.names) !== undefined)
    return undefined;
  return {
    message: message(
      '{0} is called at {1} and may be processed in {2}, which `hosting.allow` does not list',
      nameOf(subject),
      hostText(place),
      outside.join(', '),
    ),
    decision: byPolicy(policy, first),
  };
}

/** The same where the policy asks for a review of a country. */
function possiblyWarned(subject: Subject, policy: Policy, place: Place): Hit | undefined {
  const warned = possibleIn(policy.hosting.warn, place);
  return (
    warned && {
      message: message(
        '{0} is called at {1} and may be processed in {2}: the policy asks for a review of that',
        nameOf(subject),
        hostText(place),
        warned.named,
      ),
      decision: byPolicy(policy, warned.entry),
    }
  );
}

function checkLookAlike(subject: Subject): Hit | undefined {
  const { host, service, context } = subject;
  if (host === undefined || service === undefined || service.known) return undefined;
  const plain = readsLike(host);
  const known =
    plain === undefined ? undefined : context.catalog.hostAt({ host: plain, port: null, path: '' });
  if (plain === undefined || known === undefined) return undefined;
  return {
    message: message('{0} is called at {1}, which imitates {2}', nameOf(subject), host, plain),
    decision: { kind: 'fact', source: known.sources[0]?.url ?? known.id },
  };
}

/** Whether the host hands the call on, and nothing tells to whom. */
function isHandedOn(subject: Subject, { service }: Place): boolean {
  if (service?.passesOn !== true) return false;
  const isOwn = service === subject.service && subject.passedTo.length === 0;
  return isOwn || subject.elsewhere.includes(service);
}

/** An unknown host may be one that is denied or not allowed, which has to be found out; where it could at most be under review, it is told. */
function unknownHost(subject: Subject, policy: Policy, place: Place): Hit | undefined {
  const { allow, warn, deny, processedIn } = policy.hosting;
  const lists = [...allow, ...deny, ...warn];
  const [first] = [...lists, ...processedIn];
  if (first === undefined || isSelf(place)) return undefined;
  const asksWhere = processedIn.length > 0 && processing(policy, place) !== 'within';
  const open = {
    message: message('Who runs {0} is unknown, and the policy has lists of hosts', nameOf(subject)),
    decision: byPolicy(policy, first),
    ...(allow.length + deny.length === 0 && !asksWhere && { severity: 'information' as const }),
  };
  if (place.isLikely === true) return open;
  // Where the policy only says where requests may be processed, it answers for a host that it names there.
  if (lists.length === 0 && namingHost(processedIn, place.names) !== undefined) return undefined;
  if (isHandedOn(subject, place) && namingHost(allow, place.names) === undefined)
    return {
      ...open,
      message: message(
        '{0} is called at {1}, which passes calls on to services that it chooses, and the policy has lists of hosts',
        nameOf(subject),
        hostText(place),
      ),
    };
  if (place.host === undefined)
    return subject.relation === 'calls' && !isNamed(policy, place) ? open : undefined;
  if (isOperatorSettled(policy.hosting, place)) return undefined;
  return {
    ...open,
    message: message(
      '{0} is called at {1}, whose operator is unknown, and the policy has lists of hosts',
      nameOf(subject),
      hostText(place),
    ),
  };
}

/** Whether each kind of list that the policy has names the host. */
function isNamed({ hosting: { allow, warn, deny, processedIn } }: Policy, { names }: Place): boolean {
  return [[...allow, ...warn, ...deny], processedIn].every(
    (list) => list.length === 0 || namingHost(list, names) !== undefined,
  );
}

/** Whether nothing has to be found out of who runs a host: it is known, or no list asks, or one of them answers. */
function isOperatorSettled({ allow, warn, deny }: Policy['hosting'], place: Place): boolean {
  const lists = [...allow, ...deny, ...warn];
  return (
    place.operatorCountry !== null ||
    lists.length === 0 ||
    entryFor(lists, place) !== undefined ||
    // An address that is on no list of allowed hosts is denied already.
    (allow.length > 0 && !isOpen(place)) ||
    // Lists of hosts alone settle a host that is known by its id.
    (place.service?.known === true && !lists.some(({ value }) => looksLikeCountry(value)))
  );
}
