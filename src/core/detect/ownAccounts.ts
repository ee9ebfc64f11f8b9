import { matchesOf } from '../text/matches';
import { Brackets } from './brackets';

/**
 * Where an account of the project lies, as the template or the command that makes it says: the address of a service for
 * which it is made begins with its subdomain, `https://acme-claims.openai.azure.com`.
 */
export type AccountIn = `account:${string}`;

const MARK = 'account:';

/** `custom_subdomain_name = "…"` of Terraform, `customSubDomainName: '…'` of Bicep and JSON. */
const SUBDOMAIN = /\bcustom_?sub_?domain_?name["']?\s{0,60}[:=]\s{0,8}["']([\w-]{2,64})["']/gi;
const LOCATION = /(?:^|[\s{,])["']?location["']?\s{0,60}[:=]\s{0,8}["']([A-Za-z][\w ]{2,40})["']/;
/** The same with the name of a value: `location: place` of Bicep, `location = local.place` of Terraform. */
const LOCATION_NAME =
  /(?:^|[\s{,])location\s{0,60}[:=]\s{0,8}(?:local\.)?([A-Za-z_]\w{1,60})[ \t]*(?:[,}\r\n]|$)/;
/** `az cognitiveservices account create`, with the lines that go on in it. */
const COMMAND = /\bcognitiveservices\s+account\s+create\b((?:[^\n\\]|\\\r?\n|\\.){0,1000})/g;
const DOMAIN_FLAG = /--custom-domain[\s=]+["']?([\w-]{2,64})/;
const LOCATION_FLAG = /(?:--location|\s-l)[\s=]+["']?((?<=["'])[A-Za-z][\w ]{2,40}(?=["'])|[A-Za-z]\w{2,40})/;
/** How long a block is that is looked at, and how many around a place: its own, and that whose properties it has. */
const LONGEST_BLOCK = 4_000;
const MOST_LEVELS = 2;

/** Under this name is kept where an account lies: nothing that is served is called so. */
const accountAt = (subdomain: string): string => `account at ${subdomain.toLowerCase()}`;

/** The accounts that a text makes, by names that {@link regionOfAccount} knows. */
export function accountsIn(text: string): ReadonlyMap<string, AccountIn> {
  const found = new Map<string, AccountIn>();
  if (!/custom.?sub.?domain|custom-domain/i.test(text)) return found;
  for (const [subdomain, location] of [...inTemplate(text), ...inCommands(text)])
    found.set(accountAt(subdomain), oneAccount(found.get(accountAt(subdomain)), `${MARK}${plain(location)}`));
  return found;
}

/** Where an account is of which two places tell; where they differ, nobody knows. */
export function oneAccount(known: AccountIn | undefined, told: AccountIn): AccountIn {
  return known === undefined || known === told ? told : MARK;
}

export function isAccount(told: string): told is AccountIn {
  return told.startsWith(MARK);
}

/** The region of the account at an address, among what servers and templates of the project say. */
export function regionOfAccount(served: ReadonlyMap<string, string>, address: string): string | undefined {
  const told = served.get(accountAt(address.split('.', 1)[0] ?? ''));
  return told === undefined || told === MARK ? undefined : told.slice(MARK.length);
}

/** `West Europe` is `westeurope`. */
function plain(location: string): string {
  return location.replaceAll(' ', '').toLowerCase();
}

function inTemplate(text: string): readonly (readonly [string, string])[] {
  const brackets = new Brackets(text);
  return [...matchesOf(text, SUBDOMAIN)].flatMap(({ 1: subdomain = '', index }) => {
    const location = brackets
      .open(index)
      .filter(({ mark, at, close }) => mark === '{' && close - at < LONGEST_BLOCK)
      .slice(0, MOST_LEVELS)
      .map(({ at, close }) => locationIn(text, text.slice(at + 1, close)))
      .find((one) => one !== undefined);
    return location === undefined ? [] : [[subdomain, location] as const];
  });
}

/** Where a block says that it lies: as it is written there, or as the text gives it to a name. */
function locationIn(text: string, block: string): string | undefined {
  const written = LOCATION.exec(block)?.[1];
  const name = written === undefined ? LOCATION_NAME.exec(block)?.[1] : undefined;
  return name === undefined ? written : valueOf(text, name);
}

/**
 * What a template itself gives a name: a `var` of Bicep, or a value in `locals` of Terraform. A parameter or variable
 * may be given another value than it has by default, by who deploys it.
 */
function valueOf(text: string, name: string): string | undefined {
  const given = new RegExp(
    String.raw`(?:^|\n)(?:var\s{1,8}|locals\s{0,8}\{(?:[^{}]{0,600}[\n{])?[ \t]{0,40})${name}` +
      String.raw`[ \t]{0,40}=[ \t]{0,40}["']([A-Za-z][\w ]{2,40})["']`,
  );
  return given.exec(text)?.[1];
}

function inCommands(text: string): readonly (readonly [string, string])[] {
  return [...matchesOf(text, COMMAND)].flatMap(([, options = '']) => {
    const [subdomain, location] = [DOMAIN_FLAG, LOCATION_FLAG].map((of) => of.exec(options)?.[1]);
    return subdomain === undefined || location === undefined ? [] : [[subdomain, location] as const];
  });
}
