import { perObject } from '../../once';
import { escapeRegExp } from '../../text/escapeRegExp';
import { matchesOf } from '../../text/matches';
import { memoized } from '../../text/memo';
import type { Knowledge } from '../knowledge';
import { keyWords } from '../signatures/keys';
import type { Question } from './question';

/** Where projects keep their code. */
const CODE_HOST = String.raw`(?:github|gitlab|bitbucket|codeberg|gitee)\.(?:com|org)[/:]`;
const HOSTS = ['github', 'gitlab', 'bitbucket', 'codeberg', 'gitee'];
const AT_CODE_HOST = new RegExp(String.raw`${CODE_HOST}([\w-][\w.-]{0,100}/[\w.-]{1,200})`, 'gi');
/** How texts put a value into an address: `${NAME}`, `{NAME}`, `#{NAME}`, `$NAME`, `" + NAME`. */
const PUT_IN = String.raw`(?:[#$]?\{{1,2}\s?|\$|["'\x60]\s?(?:\+|\.{1,2})\s?)(?:(?:\w+|\$this)(?:\.|->|::)){0,3}`;
const IN_ADDRESS = String.raw`(?:${CODE_HOST}(?:repos/)?|raw\.githubusercontent\.com/)${PUT_IN}`;
/**
 * The key under which generators of pages have it, whatever else their text speaks of:
 * https://www.mkdocs.org/user-guide/configuration/#repo_name
 */
const SITE_KEY = /^repo_?name$/i;

/** The repositories of code that a text has addresses of, in lower case, and what stands before dots of their names. */
const codeRepositories = perObject(({ text }: Knowledge): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const [, name = ''] of matchesOf(text, AT_CODE_HOST)) {
    const parts = name.toLowerCase().split('.');
    parts.forEach((_, at) => found.add(parts.slice(0, at + 1).join('.')));
  }
  return found;
});

/** Whether an id that the catalog does not know is the project's code, as an address of the text says, and no model. */
export function isRepositoryOfCode(question: Question): boolean {
  const { value, site, intent, knowledge } = question;
  if (intent.loader !== undefined || !/^[\w.-]+\/[\w.-]+$/.test(value)) return false;
  if (!HOSTS.some((host) => knowledge.mentions(host)) || knowledge.knows(value)) return false;
  return site.where === 'code' ? isPutIntoAddress(question) : isBesideAddress(question);
}

/** `repo_name: owner/name` beside `repo_url: https://github.com/owner/name`. */
function isBesideAddress({ value, site: { key }, knowledge }: Question): boolean {
  return (
    /^repo(?:sitory)?$/.test(keyWords(key)[0] ?? '') &&
    (SITE_KEY.test(key) || !knowledge.mentions('huggingface')) &&
    codeRepositories(knowledge).has(value.toLowerCase())
  );
}

/** `REPO = "owner/name"` above `https://github.com/${REPO}/releases`. */
function isPutIntoAddress({ site: { key }, knowledge }: Question): boolean {
  return keyWords(key).some((word) => /^repo(?:sitory)?$/.test(word)) && addressesWith(knowledge)(key);
}

/** Whether a text puts what has a key into an address, looked for once for each key. */
const addressesWith = perObject(({ text }: Knowledge) =>
  memoized((key) => new RegExp(String.raw`${IN_ADDRESS}${escapeRegExp(key)}(?![\w$])`).test(text)),
);
