import { perObject } from '../../once';
import { matchesOf } from '../../text/matches';
import { textBehind } from '../../text/pieces';
import { COLON, DASH, DOT, OTHER, shapeOf, SIGN, SLASH, UNDERSCORE } from '../../text/shape';
import { SELF } from '../../vocabulary';
import type { Hosts } from '../host';
import { atLeast } from '../intent';
import type { Match } from '../match';
import {
  address,
  belowBase,
  builtFrom,
  chosenFile,
  hubScheme,
  ollamaPath,
  ownScheme,
  providedAddress,
  stored,
  weights,
  whisperAddress,
  zooAddress,
} from './addresses';
import { isRegistered } from '../uses/definedProvider';
import { bareHub, hub } from './hub';
import {
  atLibrary,
  coqui,
  funasr,
  rembg,
  jumpStart,
  kaggleHandle,
  lmStudio,
  sentenceTransformer,
  spacy,
  torchaudioBundle,
  vosk,
  webLlm,
  whisperFile,
  whisperFolder,
  whisperSize,
} from './libraries';
import { ollama } from './ollama';
import { fal, gradio, restPath } from './paths';
import { isGivenProvider } from './plainWords';
import { cached, calledAfter } from './folders';
import type { Question, Recognizer } from './question';
import { aliased, gateway, routed, tiered } from './gateways';
import { azureName, deployed, deployment } from './azure';
import { bedrock, ownersArn, servicePath } from './servicePaths';
import { declared } from './declared';
import { hosted, misspelled } from './hosted';
import { setting } from './settings';

/** A recognizer, and marks without any of which in it a value has none of the recognizer's forms. */
interface Rule {
  readonly recognizer: Recognizer;
  readonly marks: number;
}

/** Of what a path may name, in which blanks may stand, and of what an owner calls it, in letters of any script. */
const OF_ANY_SCRIPT: ReadonlySet<Recognizer> = new Set([
  weights,
  builtFrom,
  cached,
  calledAfter,
  gateway,
  deployment,
  ollama,
  setting,
  declared,
]);

/** Of a recognizer that any value may be a name for. */
const ANY = -1;

/** In order: the forms that can be nothing else first, then what the place decides, then what the catalog knows. */
const RULES: readonly Rule[] = [
  { recognizer: ownScheme, marks: COLON },
  { recognizer: zooAddress, marks: COLON },
  { recognizer: whisperAddress, marks: COLON },
  { recognizer: stored, marks: COLON },
  { recognizer: address, marks: SLASH },
  { recognizer: providedAddress, marks: SLASH },
  { recognizer: belowBase, marks: SLASH },
  { recognizer: hubScheme, marks: COLON },
  { recognizer: chosenFile, marks: SLASH },
  { recognizer: gradio, marks: SLASH },
  { recognizer: fal, marks: SLASH },
  { recognizer: cached, marks: DASH },
  { recognizer: servicePath, marks: SLASH | DOT },
  { recognizer: restPath, marks: SLASH | SIGN },
  { recognizer: bedrock, marks: DOT },
  { recognizer: ownersArn, marks: COLON },
  { recognizer: spacy, marks: DASH | UNDERSCORE },
  { recognizer: coqui, marks: ANY },
  { recognizer: torchaudioBundle, marks: UNDERSCORE },
  { recognizer: vosk, marks: DASH },
  { recognizer: webLlm, marks: DASH },
  { recognizer: lmStudio, marks: SIGN },
  { recognizer: kaggleHandle, marks: SLASH },
  { recognizer: sentenceTransformer, marks: DASH },
  { recognizer: weights, marks: DOT },
  { recognizer: builtFrom, marks: SLASH },
  { recognizer: calledAfter, marks: DASH },
  { recognizer: deployed, marks: ANY },
  { recognizer: whisperFile, marks: DASH },
  { recognizer: whisperFolder, marks: DASH },
  { recognizer: whisperSize, marks: ANY },
  { recognizer: atLibrary, marks: ANY },
  { recognizer: funasr, marks: DASH | SIGN },
  { recognizer: rembg, marks: ANY },
  { recognizer: jumpStart, marks: DASH },
  { recognizer: ollamaPath, marks: SLASH },
  { recognizer: gateway, marks: SLASH | COLON },
  { recognizer: aliased, marks: COLON },
  { recognizer: routed, marks: SLASH },
  { recognizer: tiered, marks: SLASH },
  { recognizer: hub, marks: SLASH },
  { recognizer: hosted, marks: ANY },
  { recognizer: azureName, marks: ANY },
  { recognizer: deployment, marks: ANY },
  { recognizer: ollama, marks: ANY },
  { recognizer: bareHub, marks: ANY },
  { recognizer: misspelled, marks: DASH | DOT },
  { recognizer: setting, marks: ANY },
  { recognizer: declared, marks: ANY },
];

const LONGEST = 400;

/** The recognizers for values with the same marks, by these. */
const byShape = new Map<number, readonly Recognizer[]>();

function recognizersFor(value: string): readonly Recognizer[] {
  const shape = shapeOf(value, 0, value.length);
  let chosen = byShape.get(shape);
  if (chosen === undefined) {
    chosen = RULES.filter(
      ({ marks, recognizer }) =>
        (marks & shape) !== 0 && ((shape & OTHER) === 0 || OF_ANY_SCRIPT.has(recognizer)),
    ).map(({ recognizer }) => recognizer);
    byShape.set(shape, chosen);
  }
  return chosen;
}

/**
 * The length of a provider's name before a model's, where the settings define that provider: `"model": "lan/phi-4"`
 * above `"provider": { "lan": {…} }`, as in https://opencode.ai/docs/providers, or code registers it. 0 for none.
 */
function definedProvider({ value, site, intent, knowledge }: Question): number {
  if (site.where === 'code') return registeredProvider(value, knowledge);
  if (site.where !== 'config' || !atLeast(intent, 'value') || intent.loader !== undefined) return 0;
  const slash = value.indexOf('/');
  const prefix = value.slice(0, slash);
  const isDefined =
    definedIn(knowledge).has(prefix) && !knowledge.knows(value) && !isKnownService(prefix, knowledge.hosts);
  return isDefined ? slash + 1 : 0;
}

/** The same of a client that code registers under a key: `registry.languageModel('sf:owner/name')`. */
function registeredProvider(value: string, knowledge: Question['knowledge']): number {
  const [lead = '', key = ''] = /^([A-Za-z][\w-]{0,40}):/.exec(value) ?? [];
  return key !== '' && isRegistered(key, knowledge) && !isKnownService(key, knowledge.hosts)
    ? lead.length
    : 0;
}

/** The word of a service, which is asked whatever else the settings say of it. */
function isKnownService(word: string, hosts: Hosts): boolean {
  return (hosts.ofProvider(word) ?? SELF) !== SELF;
}

const PROVIDER_BLOCK = /\bproviders?["']?\s{0,4}:\s{0,4}(?:\{|\r?\n)/;
const PROVIDER = /(?<=[\s,{]["']?)[\w.-]{2,40}(?=["']?\s{0,4}:\s{0,4}(?:\{|\r?\n))/g;
/** How far the providers of settings are read, in characters. */
const LONGEST_BLOCK = 20_000;
/** The providers that settings define: looked for once in a text, for it may have as many names as a long table. */
const definedIn = perObject(({ text }: Question['knowledge']): ReadonlySet<string> => {
  const at = text.search(PROVIDER_BLOCK);
  const block = at < 0 ? '' : textBehind(text, at, LONGEST_BLOCK);
  return new Set([...matchesOf(block, PROVIDER)].map(([name]) => name));
});

/** Which model a value names, or `undefined`. */
export function recognize(question: Question): Match | undefined {
  const lead = definedProvider(question);
  if (lead === 0) return recognizeWhole(question);
  const { value, at } = question;
  const rest = recognizeWhole({ ...question, value: value.slice(lead), at: at + lead });
  return rest && { ...rest, start: rest.start + lead, end: rest.end + lead };
}

function recognizeWhole(question: Question): Match | undefined {
  if (question.value.length < 2 || question.value.length > LONGEST || isGivenProvider(question))
    return undefined;
  for (const recognizer of recognizersFor(question.value)) {
    const match = recognizer(question);
    if (match !== undefined) return match;
  }
  return undefined;
}
