import { message } from '../../message';
import { perObject } from '../../once';
import { isLibraryName } from '../../registries/names/ollama';
import { matchesOf } from '../../text/matches';
import { textBefore } from '../../text/pieces';
import { SELF } from '../../vocabulary';
import type { HostEvidence } from '../beside';
import { isOwn, isService } from '../host';
import type { Knowledge } from '../knowledge';
import { calledAt, isFile } from './client/asked';
import { isOfCloudForm } from './client/sellers';
import { needing, type Place } from './place';

/**
 * The address that a client of Ollama is made with, without a name for it: as the READMEs of ollama-rs, OllamaSharp
 * and Ollama for Elixir make theirs, and as Ollama's own package for Go takes one
 * (https://pkg.go.dev/github.com/ollama/ollama/api#NewClient).
 */
const MADE = new RegExp(
  String.raw`\b(?:Ollama\w{0,40}(?:(?:::|\.)\w{0,20}(?:new|init)\w{0,20})?\(|url\.(?:Must)?Parse\()\s{0,20}` +
    String.raw`(?:new\s+Uri\(\s{0,20})?["'](https?:\/\/[^"'\s]{3,200})`,
  'g',
);

/**
 * A name of Ollama, in a text whose clients of Ollama are made for one server that is not the project's own: that
 * server runs the model.
 */
export const byOllamaClient = needing({ where: ['code'], words: ['ollama'] }, ({ registry, knowledge }) => {
  const address = registry === 'ollama' ? farServer(knowledge) : undefined;
  return address && calledAt(address);
});

const farServer = perObject(({ text, hosts }: Knowledge): HostEvidence | undefined => {
  const made = [...matchesOf(text, MADE)].flatMap(({ 0: all, 1: said = '', index }): HostEvidence[] => {
    const host = hosts.at(said);
    return host === undefined ? [] : [{ host, said, kind: 'address', at: index, end: index + all.length }];
  });
  const [first] = made;
  return first?.host !== SELF && made.every(({ host }) => host === first?.host) ? first : undefined;
});

/** What a client of Ollama asks for, in a request of its own, also by a constant: its library has the name. */
export const byOllamaRequest = needing({ where: ['code'], words: ['ollama'] }, (place) => {
  if (isFile(place.match) || isOwn(place.registry) || !mayBeThere(place) || !isAskedOfOllama(place))
    return undefined;
  const address = farServer(place.knowledge);
  return address === undefined
    ? { role: 'loads', host: SELF, why: [message('a client of {0} is made before it', 'ollama')] }
    : calledAt(address);
});

/** What Ollama's library has behind a colon, and makers in the names that they serve: `command-r-08-2024`. */
const DATED = /-(?:\d{4}|latest)$/;

/** Whether Ollama may have what is spelled as a service calls it: `mistral-large`, `codestral`. */
function mayBeThere(place: Place): boolean {
  const { hasWeights, match, registry } = place;
  if (isService(registry) && DATED.test(match.id)) return false;
  return hasWeights || (isLibraryName(match.id) && !isOfCloudForm(place));
}

/** Whether a name, or the constant that has it, goes into requests to Ollama alone, whoever else the text asks. */
export function isAskedOfOllama({ start, site, knowledge }: Place): boolean {
  const request = site.where === 'code' ? requestForm(knowledge) : undefined;
  if (request === undefined) return false;
  if (isInRequest(start, request, knowledge)) return true;
  const { text, variables } = knowledge;
  const given = variables.givenTo(start);
  // A method may have the name of a constant: `client.Chat(ctx, &api.ChatRequest{Model: Chat}, f)`.
  const uses = (given === undefined ? [] : variables.usesOf(given)).filter(
    (use) => !text.startsWith('(', use.end) || text.charAt(use.start - 1) !== '.',
  );
  return uses.length > 0 && uses.every((use) => isInRequest(use.start, request, knowledge));
}

function isInRequest(at: number, request: RegExp, { text, brackets }: Knowledge): boolean {
  return (
    SELECTED.test(textBefore(text, at, LONGEST_LEAD)) ||
    brackets
      .around(at)
      .slice(0, MOST_LEVELS)
      .some((open) => request.test(textBefore(text, open.at, LONGEST_LEAD)))
  );
}

/** How deep in its request a name stands: `GenerationRequest::new("…".to_string())`. */
const MOST_LEVELS = 2;
const LONGEST_LEAD = 120;
/** https://github.com/awaescher/OllamaSharp */
const SELECTED =
  /(?:\.|\bnew\s{1,4}OllamaApiClient\([^(){}]{0,80}\)\s{0,4}\{\s{0,20})SelectedModel\s{0,4}=\s{0,4}["']?$/;
const OF_SHARP = /\bnew\s{1,4}OllamaApiClient\s{0,4}$/;
/** https://docs.rs/ollama-rs */
const OF_RUST =
  /\b(?:GenerationRequest|ChatMessageRequest|GenerateEmbeddingsRequest)::new$|\.pull_model(?:_stream)?$/;
/** https://pkg.go.dev/github.com/ollama/ollama/api, with the name that a file gives the package. */
const OF_GO = /(?:\b(?!import\b)([A-Za-z_]\w{0,40})[ \t]{1,8})?"github\.com\/ollama\/ollama\/api"/;

/** How requests of the package begin that a text asks Ollama by. */
const requestForm = perObject(({ text }: Knowledge): RegExp | undefined => {
  const go = text.includes('ollama/ollama/api"') ? OF_GO.exec(text) : null;
  if (go) {
    const [, name = 'api'] = go;
    return new RegExp(String.raw`(?<![\w.])${name}\.\w{1,40}Request\s{0,4}$`);
  }
  if (text.includes('OllamaSharp')) return OF_SHARP;
  return text.includes('ollama_rs') ? OF_RUST : undefined;
});
