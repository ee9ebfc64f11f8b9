import type { RuntimeChoice } from '../reference';
import type { TextRange } from '../text/range';
import { membersOfOthers } from './askedMembers';
import type { Contexts } from './context/context';
import type { Imported } from './imports';
import { lastName } from './intent';
import type { Knowledge } from './knowledge';
import { hasModel, openRequests, type OpenRequest } from './openRequests';
import { isRequest } from './requests';
import { type SpreadRequest, spreadRequests } from './spreadRequests';

/** An argument that is a key to a service. */
const SECRET = /\bSecret\b|api[-_]?key|\btoken\b|getpass/i;
/** What stands where a client may get its address in place of a model: `new Uri(base)`, `baseUrl`. */
const OF_ADDRESS =
  /^(?:new\s)?(?:\w{1,40}\.){0,3}(?:Uri|URL|Url)\(|^["'\x60]https?:|^[\w.]{0,60}(?:base|api|server|ollama)_?ur[il]$/i;
/** Names of loaders that other calls have too, with the libraries that a text speaks of where it means these. */
const COMMON_CALLS: Readonly<Record<string, readonly string[] | undefined>> = {
  pipeline: ['transformers', 'huggingface', 'modelscope', 'lmdeploy'],
  run: ['replicate', 'cloudflare', '.ai.run'],
  stream: ['replicate'],
  predictions: ['replicate'],
  get: ['replicate'],
  create: ['replicate'],
};

/** A text whose requests are looked at, when all names in it are known. */
export interface AskedText {
  readonly knowledge: Knowledge;
  readonly contexts: Contexts;
  readonly importOf: (name: string) => Imported | undefined;
  /** Whether a name was found that begins in a stretch of the text. */
  readonly isNamedIn: (range: TextRange) => boolean;
  /** Whether the text names something that it calls. */
  readonly isCalling: () => boolean;
}

/** Requests to an address that nothing in the text or the configuration tells, and whose model it does not name. */
export function askedElsewhere(asked: AskedText): readonly RuntimeChoice[] {
  const { contexts, knowledge } = asked;
  const { text } = knowledge;
  const requests = openRequests(text, knowledge.brackets);
  if (requests.length === 0 || contexts.isDescription === true) return [];
  const isTold = ({ range, within = range }: OpenRequest): boolean =>
    contexts.at(range.start).context === 'docs' ||
    knowledge.evidence.in('requests', range).length > 0 ||
    asked.isNamedIn(within) ||
    (!hasModel(text, within) && asked.isCalling());
  return requests
    .filter((request) => !isTold(request))
    .map(({ range, callee }) => ({
      range,
      loader: callee,
      expression: text.slice(range.start, range.end),
    }));
}

/** Members of types of other files that calls get as their models. */
export function askedOfOthers(asked: AskedText): readonly RuntimeChoice[] {
  const { contexts, knowledge } = asked;
  return membersOfOthers(knowledge).flatMap(({ path, callee, range }) => {
    const [type = '', ...rest] = path;
    const { name = type, module = type } = asked.importOf(type) ?? {};
    const imported = { module, path: name === '' ? rest : [name, ...rest], host: null };
    return contexts.at(range.start).context === 'docs'
      ? []
      : [
          {
            range,
            loader: callee,
            expression: knowledge.text.slice(range.start, range.end),
            imported,
            isOfType: true,
          },
        ];
  });
}

/** Requests whose arguments come as a variable, where the text names nothing that they could ask for. */
export function askedBySpread(asked: AskedText): readonly RuntimeChoice[] {
  const { contexts, knowledge } = asked;
  const { text } = knowledge;
  const requests = spreadRequests(text, knowledge.brackets);
  if (requests.length === 0 || contexts.isDescription === true) return [];
  const isMeant = ({ range, callee: loader }: SpreadRequest): boolean =>
    contexts.at(range.start).context !== 'docs' &&
    !asked.isCalling() &&
    (isRequest(loader) || isLoading({ range, loader, expression: '' }, knowledge));
  return requests.filter(isMeant).map(({ range, callee }) => ({
    range,
    loader: callee,
    expression: text.slice(range.start, range.end),
  }));
}

/** Nothing is known of what the call gets, so its name must tell that it loads, or the text speak of the library. */
export function isLoading({ loader: callee, expression }: RuntimeChoice, knowledge: Knowledge): boolean {
  if (SECRET.test(expression) || OF_ADDRESS.test(expression)) return false;
  const words = COMMON_CALLS[lastName(callee)];
  return words === undefined || words.some((word) => knowledge.mentions(word));
}
