import type { HostEvidence } from './beside';
import type { Hosts } from './host';
import { IN_WORD, WORD_START } from '../text/charClass';
import { matchesOf } from '../text/matches';

/**
 * A region of Azure as it is shown to people, which tools take as well: `Japan East`, `East US 2`
 * (https://learn.microsoft.com/azure/reliability/regions-list).
 */
const SHOWN_REGION =
  String.raw`(?=(?:[a-z]{2,12} ){0,2}(?:north|south|east|west|central))[a-z]{2,12}(?: [a-z]{2,12}){1,2}(?: \d)?` +
  String.raw`(?=["'\x60]|[ \t]*(?:[\r\n]|$))`;
/**
 * Keys of settings that say in which region a cloud's client works, as its documentation and that of gateways name
 * them.
 */
const REGION_KEY = new RegExp(
  String.raw`(?:\b|(?<=\bWith))(?:(?:model_?|bedrock_?(?:aws_?)?)?region(?:_?name)?|` +
    String.raw`aws_?(?:default_?|bedrock_?)?region(?:_?name)?|location|vertex_?(?:ai_?)?(?:location|region)|` +
    String.raw`google_(?:cloud|vertex)_(?:location|region)|cloud_ml_region|gcp_(?:location|region)|` +
    String.raw`azure_?(?:openai_?)?(?:region|location))` +
    String.raw`["'\x60\]]{0,2}\s{0,40}(?::=|=>|[:=(,]|\)?\s{0,4}(?:\?\?|\|\||\bor\b)|(?<=\s--[\w-]{1,30})(?=\s))` +
    String.raw`\s{0,40}(?:[\w.:]{1,40}\(\s{0,4}(?=["'\x60]))?["'\x60]?` +
    String.raw`(${SHOWN_REGION}|[a-z]{2}[a-z\d-]{1,28}\b(?![\w(]|\.[a-z]))`,
  'gi',
);

/** Members of the lists of regions of Java and .NET: `Region.AP_EAST_1`, `RegionEndpoint.APEast1`. */
const REGION_MEMBER =
  /\b(?:Regions?\.([A-Z]{2}(?:_[A-Z]{2,10}){1,3}_\d)|RegionEndpoint\.([A-Z]{2}(?:[A-Z][a-z]+){1,3}\d))\b/g;
/**
 * A region that stands by itself, as an argument or for a variable: `Region.of("ap-east-1")` of Java,
 * `RegionEndpoint.GetBySystemName("ap-east-1")` of .NET; the second argument of Vertex AI's client for Java; and what
 * the command line of AWS keeps for all its commands.
 */
const REGION_MADE = new RegExp(
  String.raw`(?:(?<!region\()\bRegion\.of|\bRegionEndpoint\.GetBySystemName|\bRegions\.fromName|` +
    String.raw`\bVertexAI(?=\([^,()]{1,80},))\((?:[^,()]{1,80},)?\s{0,40}["']([a-z]{2}[a-z\d-]{1,28})["']|` +
    String.raw`\bconfigure[ \t]{1,4}set[ \t]{1,4}(?:[\w.-]{1,60}\.)?region[ \t]{1,4}["']?([a-z]{2}[a-z\d-]{1,28})\b`,
  'g',
);
/** A variable or member that is given where a region is: `region_name=region`, `{ region }`. */
const REGION_VARIABLE = new RegExp(
  String.raw`(?:\b|(?<=\bWith))(?:aws_?)?(?:region(?:_?name)?|location)["']?\s{0,40}[:=(]\s{0,40}` +
    String.raw`(?:((?:[${IN_WORD}]{1,40}\.){0,3})|["']\[(?:parameters|variables)\(')(${WORD_START}{1,41})\s{0,4}` +
    String.raw`(?=[,)}\n;]|'\)\])|(?<=[{,]\s{0,4})(region)(?=\s{0,4}[,}])`,
  'gi',
);
/**
 * What a constant is set to, or a parameter of a template is where nobody gives another, which is no argument or
 * parameter of a function: `param location string = 'x'`, `variable "location" { default = "x" }`,
 * `"location": { "defaultValue": "x" }`.
 */
const CONSTANT = new RegExp(
  String.raw`(?:(?<![${IN_WORD}.]|[(,]\s{0,40})(${WORD_START}{1,41})` +
    String.raw`(?:(?<=\bparam\s{1,4}\w{1,40})\s{1,4}string)?\s{0,40}(?::\s{0,4}[\w.]{1,20}\s{0,4})?:?=|` +
    String.raw`\bvariable\s{1,4}"(\w{1,40})"\s{0,4}\{[^{}]{0,300}?\bdefault\s{0,40}=|` +
    String.raw`"(\w{1,40})"\s{0,4}:\s{0,4}\{[^{}]{0,300}?"defaultValue"\s{0,4}:)\s{0,40}` +
    String.raw`["'\x60]([a-z]{2}[a-z\d-]{1,28}|[A-Z][A-Za-z]{1,11}(?: [A-Z][A-Za-z]{1,11}){1,2}(?: \d)?)["'\x60]`,
  'g',
);
/** A word that is given to something, by a key, an argument, a choice or a flag: `name = "GlobalStandard"`. */
const GIVEN_WORD = new RegExp(
  String.raw`(?:[:=(?][ \t]{0,20}["'\x60]?|(?<![\w-])--?[A-Za-z][\w-]{0,30}[ \t=]{1,4}["'\x60]?)` +
    String.raw`((?:[A-Z][a-z]{2,15}){1,4})(?![\w-])`,
  'g',
);

/** What says where calls go: regions, or the names by which they are got of other files. */
export const REGION_KINDS = ['regions', 'regionNames'] as const;
export type RegionKind = (typeof REGION_KINDS)[number];

/** So many settings of regions make a table of them, which is no text that makes clients. */
export const MOST_SETTINGS = 200;

/** The types that a text gives deployments, of the hosts that have any. */
export function deploymentTypesIn(text: string, hosts: Hosts): readonly HostEvidence[] {
  return [...matchesOf(text, GIVEN_WORD)].flatMap((match) =>
    [...hosts.deploymentTypes].flatMap(([host, forms]) => {
      const said = match[1] ?? '';
      return forms.some((form) => form.test(said)) ? { ...placed(match, ''), host, said } : [];
    }),
  );
}

/** A region as a value by itself, of a cloud that has hyphens in them. */
const LITERAL = /["'\x60]([a-z]{2,12}(?:-[a-z]{2,12}){1,3}-?\d{1,2})["'\x60]/g;

/** The regions that a text sets, in order. */
export function regionsIn(text: string): readonly HostEvidence[] {
  const variables = byVariables(text);
  const given = new Set(variables.map(({ at }) => at));
  const keys = [...matchesOf(text, REGION_KEY)]
    .filter(({ index }) => !given.has(index))
    .map((match) => placed(match, match[1] ?? ''));
  const members = [...matchesOf(text, REGION_MEMBER)].map((match) => placed(match, memberRegion(match)));
  const made = [...matchesOf(text, REGION_MADE)].map((match) => placed(match, match[1] ?? match[2] ?? ''));
  return [...keys, ...members, ...made, ...variables].sort((a, b) => a.at - b.at);
}

function placed({ 0: all, index }: RegExpExecArray, said: string): HostEvidence {
  return {
    host: '',
    said: said.replaceAll(' ', '').toLowerCase(),
    kind: 'key',
    at: index,
    end: index + all.length,
  };
}

/** `ap-east-1` of `AP_EAST_1` and of `APEast1`. */
function memberRegion([, constant, member = '']: RegExpExecArray): string {
  return (
    constant?.replaceAll('_', '-') ?? member.replace(/^..|[A-Z][a-z]+|\d/g, (part) => `-${part}`).slice(1)
  );
}

/**
 * Regions that are given by the names of constants, `region_name=HONG_KONG`, or by a variable that may be any of those
 * that the text has.
 */
function byVariables(text: string): readonly HostEvidence[] {
  const given = [...matchesOf(text, REGION_VARIABLE)].filter(([all]) => all.search(REGION_MEMBER) < 0);
  if (given.length === 0) return [];
  const constants = new Map<string, Set<string>>();
  for (const [, set = '', variable, name, value = ''] of matchesOf(text, CONSTANT)) {
    const key = variable === undefined ? (name ?? set) : VARIABLES + variable;
    constants.set(key, (constants.get(key) ?? new Set()).add(value));
  }
  const isTemplate = TEMPLATE.test(text);
  const all = new Set([...matchesOf(text, LITERAL)].map(([, value = '']) => value));
  return given.flatMap((match) => {
    const [, path = '', variable, same = ''] = match;
    const key = path === VARIABLES ? path + (variable ?? '') : (variable ?? same);
    const others = isTemplate && OF_TEMPLATE.test(path) ? [] : all;
    return [...(constants.get(key) ?? others)].map((value) => placed(match, value));
  });
}

/** Before the names of variables of Terraform, whose values, and those of its other blocks, are no others of a text. */
const VARIABLES = 'var.';
const OF_TEMPLATE = /^(?:var|local|data|module|each)\./;
/** A block of Terraform: in other languages these are names like any other. */
const TEMPLATE = new RegExp(
  String.raw`^[ \t]{0,40}(?:(?:resource|data)[ \t]{1,9}"[\w-]{1,80}"[ \t]{1,9}"[\w-]{1,80}"|` +
    String.raw`(?:provider|variable|module|output)[ \t]{1,9}"[\w-]{1,80}"|locals|terraform)[ \t]{0,9}\{`,
  'm',
);
