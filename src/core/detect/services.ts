import { countUpTo } from '../text/sorted';
import type { Registry } from '../vocabulary';

/**
 * Services that sell models under the same names as their makers or the Hub. Which of them a text talks to is seen from its
 * addresses, packages and settings; the nearest one before a name counts, or the only one of the text.
 */
const MARKS: readonly (readonly [mark: string, registry: Registry])[] = [
  ['api.openai.com', 'openai'],
  ['openai_model', 'openai'],
  ['addopenai', 'openai'],
  ['nvidia_ai_endpoints', 'nvidia'],
  ['engine: nim', 'nvidia'],
  ['openrouter', 'openrouter'],
  ['api.together', 'together'],
  ['together.ai', 'together'],
  ['together_ai', 'together'],
  ['api.fireworks.ai', 'fireworks'],
  ['api.groq.com', 'groq'],
  ['integrate.api.nvidia', 'nvidia'],
  ['nvidia nim', 'nvidia'],
  ['chatnvidia', 'nvidia'],
  ['nvcr.io/nim', 'nvidia'],
  ['nvidia_api_key', 'nvidia'],
  ['from modelscope', 'modelscope'],
  ['import modelscope', 'modelscope'],
  ['modelscope download', 'modelscope'],
  ['use_modelscope', 'modelscope'],
  ['modelscope.cn/v1', 'modelscope'],
  ['api-inference.modelscope', 'modelscope'],
  ['modelscope_', 'modelscope'],
  ['azureopenai', 'azure'],
  ['azure_openai', 'azure'],
  ['openai.azure.com', 'azure'],
  ['cognitiveservices', 'azure'],
  ['azure-openai', 'azure'],
  ['azurerm_cognitive', 'azure'],
  ['azurerm_ai', 'azure'],
  ['models.ai.azure.com', 'azure'],
  ['services.ai.azure.com', 'azure'],
  ['azure.ai.inference', 'azure'],
  ['aiplatform', 'vertex'],
  ['vertexai', 'vertex'],
  ['vertex_ai', 'vertex'],
  ['import replicate', 'replicate'],
  ['"replicate"', 'replicate'],
  ['from groq', 'groq'],
  ['groq()', 'groq'],
  ['together()', 'together'],
  ['groq_api_key', 'groq'],
];

/** This machine: whatever answers there is the project's own. */
const LOOPBACK = /(?:localhost|127\.0\.0\.1|0\.0\.0\.0)/;
/** Such an address of an interface with OpenAI's paths. */
const OWN_SERVER = new RegExp(`${LOOPBACK.source}(?::\\d{1,5})?/v\\d`, 'g');

/** Classes of clients, and whose client they are when no other address is given. */
const CLIENTS: Readonly<Record<string, Registry>> = {
  OpenAI: 'openai',
  AzureOpenAI: 'azure',
  Groq: 'groq',
  Together: 'together',
  Anthropic: 'anthropic',
  Mistral: 'mistral',
  MistralClient: 'mistral',
  Fireworks: 'fireworks',
  Replicate: 'replicate',
  InferenceClient: 'huggingface',
  HfInference: 'huggingface',
};
const CLIENT = new RegExp(`\\b(?:Async)?(${Object.keys(CLIENTS).join('|')})\\(`, 'g');
/** Characters before and behind the class that tell the client's name and its address. */
const CLIENT_REACH = 80;
const ARGUMENTS_REACH = 300;

/** The clients of services that a text makes, by the names that it gives them. Read in one pass when it is first asked for. */
export class Clients {
  private clients: ReadonlyMap<string, Registry> | undefined;

  constructor(private readonly text: string) {}

  /** The service that a call like `client.chat.completions.create` goes to. */
  of(callee: string): Registry | undefined {
    const name = /^(?:this\.|self\.)?([A-Za-z_$][\w$]*)\./.exec(callee)?.[1];
    if (name === undefined) return undefined;
    this.clients ??= this.read();
    return this.clients.get(name);
  }

  private read(): ReadonlyMap<string, Registry> {
    const clients = new Map<string, Registry>();
    for (const { index, 0: found, 1: type = '' } of this.text.matchAll(CLIENT)) {
      const before = this.text.slice(Math.max(0, index - CLIENT_REACH), index);
      const name = /([A-Za-z_$][\w$]*)\s*(?::[^=\n]{1,40})?=\s*(?:new\s|await\s)?(?:\w{1,40}\.){0,2}$/.exec(
        before,
      )?.[1];
      const given =
        this.text.slice(index + found.length, index + found.length + ARGUMENTS_REACH).split(')', 1)[0] ?? '';
      const registry = /base_?url/i.test(given)
        ? LOOPBACK.test(given)
          ? 'local'
          : findAll(given.toLowerCase())[0]?.registry
        : CLIENTS[type];
      if (name !== undefined && registry !== undefined) clients.set(name, registry);
    }
    return clients;
  }
}

/** How far a mention reaches, in characters, and an address from the body of its request. */
const REACH = 1_500;
const REQUEST = 600;
/** What examples in a document begin and end with. */
const FENCE = '```';

interface Mention {
  readonly at: number;
  readonly registry: Registry;
}

/** Where a text mentions services. Made in one pass per mark, when it is first asked for. */
export class ServiceMentions {
  private mentions: readonly Mention[] | undefined;
  /** Where addresses of servers on this machine stand. */
  private own: readonly { readonly at: number }[] | undefined;

  /** `text` is in lower case. */
  constructor(private readonly text: () => string) {}

  /** The service that a name at this offset is most likely meant for, or `undefined`. */
  near(offset: number): Registry | undefined {
    this.mentions ??= findAll(this.text());
    const before = this.before(offset);
    if (before !== undefined && offset - before.at <= REACH) return before.registry;
    const [first] = this.mentions;
    return first !== undefined && this.mentions.every(({ registry }) => registry === first.registry)
      ? first.registry
      : undefined;
  }

  /**
   * Whether a request at this offset goes to a server on this machine: its address stands before it, and neither that of a
   * service nor the edge of an example between them.
   */
  isOwn(offset: number): boolean {
    const text = this.text();
    this.own ??= [...text.matchAll(OWN_SERVER)].map(({ index }) => ({ at: index }));
    const last = lastBefore(this.own, offset);
    if (last === undefined || offset - last.at > REQUEST || text.slice(last.at, offset).includes(FENCE))
      return false;
    this.mentions ??= findAll(text);
    return (this.before(offset)?.at ?? 0) <= last.at;
  }

  private before(offset: number): Mention | undefined {
    return lastBefore(this.mentions ?? [], offset);
  }
}

/** The last of some places, in the order of the text, that is not behind an offset. */
function lastBefore<T extends { readonly at: number }>(places: readonly T[], offset: number): T | undefined {
  return places[countUpTo(places, offset, ({ at }) => at) - 1];
}

/** `openrouter/anthropic/claude-3.5-sonnet` says where that one name is from, not the others. */
const PREFIXES = new Set(['openrouter', 'together_ai']);

const REGISTRY_OF: ReadonlyMap<string, Registry> = new Map(MARKS);
/** Plain words only: nothing in it can backtrack. */
const ANY_MARK = new RegExp(MARKS.map(([mark]) => mark.replace(/[.]/g, '\\.')).join('|'), 'g');

function findAll(text: string): readonly Mention[] {
  const found: Mention[] = [];
  for (const match of text.matchAll(ANY_MARK)) {
    const registry = REGISTRY_OF.get(match[0]);
    if (
      registry !== undefined &&
      !(PREFIXES.has(match[0]) && text.startsWith('/', match.index + match[0].length))
    )
      found.push({ at: match.index, registry });
  }
  return found;
}
