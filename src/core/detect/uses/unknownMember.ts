import { perObject } from '../../once';
import { matchesOf } from '../../text/matches';
import { bodyOf, classAround } from '../classAround';
import { isService } from '../host';
import type { Knowledge } from '../knowledge';
import { textOf } from '../surroundings';
import { isFile } from './client/asked';
import { needing, type Needs, type Place } from './place';
import { askedAt, isUnknown, OF_ONE_SERVICE } from './unknownProvider';

/** A member of an enumeration of providers: `ServiceType.ACME`, `LlmProvider::Acme`, `Provider.ACME.value`. */
const MEMBER =
  String.raw`\b(\w{0,40}(?:Provider|Vendor|ServiceType)(?:s|Type|Kind|Id|Name)?)(?:\.|::)([A-Z]\w{1,40})` +
  String.raw`(?:\.(?:value|name|id))?(?![\w.(]|::)`;
const MEMBERS = new RegExp(MEMBER, 'g');
/** A field of a class that says whose models it is for. */
const OF_CLASS = new RegExp(
  String.raw`\b(?:[a-z]\w{0,40})?(?:[pP]rovider|[vV]endor|[sS]ervice)(?:Type|Kind|Id|_?type|_?id)?` +
    String.raw`(?:\s{0,4}:\s{0,4}[\w.?]{1,60})?\s{0,4}=\s{0,4}${MEMBER}`,
  'g',
);
const IN_CODE: Needs = { where: ['code'], loader: false, words: ['provider', 'vendor', 'servicetype'] };

/**
 * `Default(ServiceType.ACME, Haiku_4_5.id)`: a provider by the project's own enumeration, which has providers that are
 * known and this one that is not. Somebody of that name is asked, and not the maker of the model: beside the name, or
 * for all that a class names.
 */
export const byUnknownMember = needing(IN_CODE, (place, around) => {
  const { registry, match, text, start, knowledge } = place;
  if (!isService(registry) || isFile(match) || OF_ONE_SERVICE.test(match.evidence)) return undefined;
  const types = typesOfProviders(knowledge);
  if (types.size === 0) return undefined;
  const own = knowledge.brackets.around(start).length > 0 ? textOf(text, around().own) : '';
  const beside = membersIn(own, MEMBERS, types);
  const said = onlyUnknown(beside.length > 0 ? beside : membersOfClass(place, types), knowledge);
  return said === undefined ? undefined : askedAt(said);
});

/** The types of a text that have a member which is a provider that is known. */
const typesOfProviders = perObject(
  ({ text, hosts }: Knowledge): ReadonlySet<string> =>
    new Set(
      Array.from(matchesOf(text, MEMBERS), ([, type = '', member = '']) =>
        hosts.ofProvider(member) === undefined ? '' : type,
      ).filter((type) => type !== ''),
    ),
);

function membersIn(text: string, form: RegExp, types: ReadonlySet<string>): readonly string[] {
  return Array.from(matchesOf(text, form), ([, type = '', member = '']) =>
    types.has(type) ? member : '',
  ).filter((member) => member !== '');
}

function membersOfClass({ text, start }: Place, types: ReadonlySet<string>): readonly string[] {
  const head = classAround(text, start);
  if (head === undefined) return [];
  const body = bodyOf(head, text, start);
  return membersIn(text.slice(body.start, body.end), OF_CLASS, types);
}

/** The one of members that all are, where nobody knows it. */
function onlyUnknown([first, ...others]: readonly string[], { hosts }: Knowledge): string | undefined {
  if (first === undefined || others.some((other) => other !== first)) return undefined;
  return isUnknown(first, hosts) ? first : undefined;
}
