import type { Registry } from '../../vocabulary';
import { PREFIXES } from '../tables';

/** A name without what is written behind it to say how or by whom the model is served. */
export interface ServedName {
  readonly name: string;
  /** The registry of the provider that is named: `azure` of `gpt-4o@azure`. */
  readonly provider?: Registry;
}

/**
 * The size of the context (`claude-sonnet-4-5[1m]`, of Claude Code), the way to answer (`claude-3-7-sonnet:thinking`,
 * of OpenRouter and NanoGPT) and the class of service (`gpt-5-batch` of Vercel's gateway, `gpt-5:batch` of
 * OpenRouter).
 */
const MODE = /(?:\[\d{1,4}[km]\]|:thinking(?::\d{1,6})?|(?<=\d[^/]{0,40})-(?:batch|fast)|:batch|:fast)$/i;
const PROVIDER = /@([a-z][\w-]{1,30})$/i;
/**
 * The versions of the model and of its interface that Bedrock puts behind all names, also where the maker's is not
 * before them: `claude-sonnet-4-5-20250929-v1:0`, `gpt-oss-120b-1:0`. Nobody else does.
 */
const BEDROCK_VERSION = /(?:-v[1-9]|-1):\d$/;
const WITHOUT_MAKER = /^[a-z][a-z\d-]*:\d$/;

/** Whether a name has the version behind it that Bedrock gives its names. */
export function hasBedrockVersion(name: string): boolean {
  return name.charCodeAt(name.length - 2) === COLON && BEDROCK_VERSION.test(name) && WITHOUT_MAKER.test(name);
}

/** The last letter is that of a mode: `]`, thinkin*g*, batc*h*, fas*t*, or a number behind a colon. */
function mayEndInMode(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  const lower = last | 32;
  return (
    last === CLOSE || lower === 103 || lower === 104 || lower === 116 || (last < 58 && text.includes(':'))
  );
}
const CLOSE = 93;
const COLON = 58;

/**
 * Takes off what stands behind a name: the model is the same with and without it. Linear; a name without any is given
 * back as it is.
 */
export function servedName(text: string): ServedName {
  if (hasBedrockVersion(text)) return { name: text.replace(BEDROCK_VERSION, '') };
  const name = mayEndInMode(text) ? text.replace(MODE, '') : text;
  const word = name.includes('@') ? PROVIDER.exec(name)?.[1] : undefined;
  const provider = word === undefined ? undefined : PREFIXES.get(word.toLowerCase());
  return provider === undefined || word === undefined
    ? { name }
    : { name: name.slice(0, -word.length - 1), provider };
}
