import type { HostEvidence } from '../beside';
import { keyWords } from '../signatures/keys';
import { textBefore } from '../../text/pieces';
import type { Place } from './place';

/** What providers beside a name are of, by their keys: models, the same thing as the name, or something else. */

/** Words of keys behind which a provider is that of models, or of whatever the key of the name is for. */
const FOR_MODELS = new RegExp(
  String.raw`^(?:l?llms?|gen|genai|ai|gpt|models?|chat|completions?|text|generat\w+|inference|reasoning|api|apps?|` +
    String.raw`agents?|assistants?|bots?|services?|gateway|proxy|route[rs]?|routing|clients?|servers?|remote|target|` +
    String.raw`conf|config\w*|settings?|options?|opts|params?|parameters|\w*args|properties|spec|env|environment|` +
    String.raw`connection|extra|metadata|data|provider|vendor|backend|engine|langchain|litellm|my|your|the|use|base)$`,
);
/** Words that say which of several of its kind a provider is. */
const WHICH_ONE = /^(?:default|primary|main|active|current|selected|preferred|chosen)$/;

/**
 * The words that say what a provider is of: the last one in its key before `provider`, and in the keys of mappings that
 * it stands in and the name does not; none where they only say that it is of models.
 */
function thingsOf(one: HostEvidence, place: Place): readonly string[] {
  const { site, knowledge } = place;
  const { hosts, evidence } = knowledge;
  if (one.end === 0) return [];
  const lead = evidence.wholeKeyOf(one).slice(0, -evidence.keyOf(one).length || undefined);
  const outer = site.where === 'config' ? evidence.sectionOf(one, lead) : '';
  return [lead, outer, ...keysAround(place, one)].flatMap((key) => {
    const last = keyWords(key).findLast((word) => !WHICH_ONE.test(word));
    return last === undefined || FOR_MODELS.test(last) || hosts.ofProvider(last) !== undefined ? [] : [last];
  });
}

/** The words of the keys that a name stands under. */
function ownWords({ site }: Place): readonly string[] {
  return [site.key, ...site.parents].flatMap((key) => keyWords(key));
}

/** Words of what is no model, and has a provider of its own. */
const NO_MODELS = new RegExp(
  String.raw`^(?:storage|stores?|blobs?|files?|objects?|buckets?|auth\w*|login|sso|oauth|oidc|identity|idp|users?|` +
    String.raw`cloud|cache|caching|secrets?|vault|keys?|kms|search|db|database|vectors?|vectordb|index|log|logs|` +
    String.raw`logging|telemetry|tracing|traces?|metrics?|monitor\w*|observability|analytics|tracking|queues?|` +
    String.raw`broker|events?|e?mail|smtp|sms|notification\w*|payments?|billing|cdn|dns|network|registry|git|scm|` +
    String.raw`vcs|ci|calendar|maps?|geo\w*|sandbox|browser|scrap\w*|crawl\w*|sessions?|documents?)$`,
);
/** Hosts that have such things too; who only runs models is a provider of models under any word. */
const OF_CLOUDS = new Set(
  (
    'alibaba azure baidu bedrock byteplus cloudflare databricks digitalocean github-copilot github-models google ' +
    'huggingface ionos naver nebius oci ovhcloud qiniu sap scaleway snowflake stackit tencent vercel vertex ' +
    'volcengine vultr watsonx yandex'
  ).split(' '),
);
/** Words of models of another kind than most, with what the names of these have in them. */
const KINDS: readonly (readonly [thing: RegExp, names: RegExp])[] = [
  [/^(?:embed\w*|vectori[sz]\w*)$/, /embed|bge|\be5\b|gte|minilm|nomic|voyage|mpnet|titan/i],
  [/^re_?rank\w*$/, /rank/i],
  [
    /^(?:stt|asr|tts|speech|voice|audio|transcri\w*)$/,
    /whisper|tts|voice|speech|transcri|audio|sonic|aura|nova/i,
  ],
  [/^images?$/, /image|dall|flux|diffusion|sd-?xl/i],
];

/**
 * `storage_provider` or `storage: { provider }` beside `model`: a provider of something else than models; or of models
 * of another kind, `embedding_provider`. A word that nobody knows may well say what the model is for.
 */
export function isOfOtherThing(place: Place, one: HostEvidence): boolean {
  return isOfOther({ one, things: thingsOf(one, place) }, place);
}

/** A provider, and the words that say what it is of. */
interface Rated {
  readonly one: HostEvidence;
  readonly things: readonly string[];
}

function isOfOther({ one, things }: Rated, place: Place): boolean {
  return things.some((thing) => isOther(thing, one.host, place)) && !isOwnThing(things, place);
}

function isOther(thing: string, host: string, { match }: Place): boolean {
  return (
    (NO_MODELS.test(thing) && OF_CLOUDS.has(host)) ||
    KINDS.some(([word, names]) => word.test(thing) && !names.test(match.id))
  );
}

/**
 * Of providers beside a name those for the same thing, `fallback_provider` for `fallback_model`, or else those of which
 * nothing says what they are for, or else all that are of no other thing.
 */
export function ofItsThing(place: Place, beside: readonly HostEvidence[]): readonly HostEvidence[] {
  const rated = beside
    .map((one) => ({ one, things: thingsOf(one, place) }))
    .filter((one) => !isOfOther(one, place));
  const own = rated.filter(({ things }) => things.length > 0 && isOwnThing(things, place));
  const plain = rated.filter(({ things }) => things.length === 0);
  const its = own.length > 0 ? own : plain;
  return (its.length > 0 ? its : rated).map(({ one }) => one);
}

function isOwnThing(things: readonly string[], place: Place): boolean {
  const own = ownWords(place);
  return things.every((thing) => own.some((word) => word.startsWith(thing) || thing.startsWith(word)));
}

/** The keys of mappings and calls that an address or provider stands in and a name does not, the innermost first. */
export function keysAround({ text, start, knowledge }: Place, { at }: HostEvidence): readonly string[] {
  return knowledge.brackets
    .open(at)
    .filter((open) => start < open.at || start > open.close)
    .map((open) => keyBefore(text, open.at));
}

/** The key that a mapping or call is the value of which begins at a place. */
export function keyBefore(text: string, at: number): string {
  return /["']?([\w-]{1,40})["']?\s{0,4}[:=]\s{0,4}$/.exec(textBefore(text, at, 60))?.[1] ?? '';
}
