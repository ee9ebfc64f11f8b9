import { message, type Message } from '../../message';
import { type Registry, type Role, SELF } from '../../vocabulary';
import type { HostEvidence } from '../beside';
import { isMemberNamedLike } from '../constants';
import { hostOfRegistry, isService } from '../host';
import { lastName } from '../intent';
import type { Knowledge } from '../knowledge';
import { isWeightsFile } from '../match';
import { keyWords } from '../signatures/keys';
import { lineBefore } from '../surroundings';
import { calledAt } from './client/asked';
import { mentioned, needing, type Decision, type Place, type Use } from './place';
import { matchesOf } from '../../text/matches';
import { textAround, textBefore } from '../../text/pieces';
import { perObject } from '../../once';

/** Names with this tag are run by Ollama's own service: https://docs.ollama.com/cloud */
const CLOUD_TAG = /[:-]cloud$/;

export const byCloudTag: Decision = ({ match: { registry, id } }) =>
  registry === 'ollama' && CLOUD_TAG.test(id)
    ? {
        role: 'calls',
        host: 'ollama-cloud',
        why: [message('a name with this tag is run by the service of Ollama')],
      }
    : undefined;

/** A command that loads, serves or trains whatever it is given. */
export const byCommand: Decision = ({ site: { operand }, knowledge, registry }) => {
  if (operand === undefined || operand.role === 'calls') return undefined;
  const does = operand.evidence.replace(/^(?:command|flag|form|call|modelfile):/, '');
  if (operand.role === 'mentions')
    return { role: 'mentions', host: null, why: [message('{0} loads nothing', does)] };
  return knowledge.isTraining() || operand.role === 'derives'
    ? derived(registry)
    : { role: operand.role, host: SELF, why: [reasonOf(operand.role, does)] };
};

/** An image that holds or fetches the weights it runs: NVIDIA NIM. */
export const byContainer = needing({ words: ['nvcr.io'] }, ({ match, site, text, start }) => {
  const isImage =
    match.evidence === 'path:nvidia' &&
    text.startsWith('nim/', start - 'nim/'.length) &&
    (text.startsWith('nvcr.io/', start - 'nvcr.io/nim/'.length) || !keyWords(site.key).includes('model')) &&
    (site.key === '' ||
      /^[A-Z][A-Z\d_]*$/.test(site.key) ||
      keyWords(site.key).some((word) => /^(?:image|from|repository)$/.test(word)));
  if (!isImage) return undefined;
  return /^from$/i.test(site.key) || /^\s*(?:FROM|COPY)\b/.test(lineBefore(text, start))
    ? { role: 'ships', host: SELF, why: [message('the image is built from a container with it')] }
    : { role: 'serves', host: SELF, why: [message('a container of this project runs it')] };
});

/** A file of weights that is put into an image. What a file of the project is called there is no second one. */
export const byCopy: Decision = ({ match, registry, text, start, end, knowledge }) => {
  if (!isWeightsFile(match) || !/docker|container/i.test(knowledge.path)) return undefined;
  const before = lineBefore(text, start);
  if (!/^\s*(?:COPY|ADD)\b/.test(before)) return undefined;
  const isSaid =
    !before.includes('://') &&
    before
      .split(/[\s"',/]/)
      .slice(0, -1)
      .includes(text.slice(start, end).replace(/^.*\//, ''));
  return isSaid
    ? mentioned(registry, message('its address stands beside it'))
    : { role: 'ships', host: SELF, why: [message('the image is built with the file')] };
};

/** A base of a configuration that trains or merges, or of a request to fine-tune. */
export const byTraining: Decision = (place) => {
  if (!isFineTuned(place)) return undefined;
  return place.site.where === 'config' && trainsFromScratch(place.knowledge)
    ? mentioned(undefined, message('the text trains it from scratch'))
    : derived(place.registry);
};

/** Settings by which no weights are read before training: only the architecture is named. */
const SCRATCH = new RegExp(
  String.raw`^[ \t]*["']?(?:initial_checkpoint(?:_dir|_path)?["']?:(?:[ \t]*(?:null|~))?|` +
    String.raw`(?:train_|init_)?from_scratch["']?[ \t]*[:=][ \t]*true|random_init["']?[ \t]*[:=][ \t]*true|` +
    String.raw`init_from["']?[ \t]*[:=][ \t]*["']?scratch["']?)(?=[\s,]*(?:[\r\n]|$))`,
  'im',
);

const trainsFromScratch = perObject(({ text }: Knowledge): boolean => SCRATCH.test(text));

/** A call that loads whatever it is given. Ollama's clients are such calls, but for those of somebody else's server. */
export const byLoader = needing(
  { loader: true },
  ({ site, start, intent: { loader, isStated }, knowledge }, around) => {
    if (loader === undefined || (loader.role === 'calls' && loader.registry !== 'ollama')) return undefined;
    const callee = site.call?.callee ?? loader.library;
    const { clientAddresses, evidence } = knowledge;
    const given = (): HostEvidence | undefined => evidence.inPart('addresses', around().own).at(-1);
    // A call of the project's own may as well ask the server whose address it is given.
    if (loader.role === 'calls' || isStated === true) {
      const address = isStated === true ? given() : (clientAddresses.of(callee, start) ?? given());
      if (address !== undefined && address.host !== SELF) return calledAt(address);
    }
    const role = roleOf(loader.role, { site, start, knowledge });
    return { role, host: SELF, why: [reasonOf(role, lastName(callee))] };
  },
);

/** What an address of its zoo names, the Deep Java Library loads, whatever clients the text makes beside. */
export const byZoo: Decision = ({ match: { evidence } }) =>
  evidence === 'scheme:djl'
    ? { role: 'loads', host: SELF, why: [message('the address or file is of weights')] }
    : undefined;

/** What a call that makes a model of Ollama's is given where it makes other weights: a prompt and parameters do not. */
const CHANGES = /\b(?:adapters?|quantize)\s{0,20}[=:](?!=)|[{,]\s{0,200}(?:adapters?|quantize)\s{0,20}[,}]/;
const QUOTED =
  /"""[^]*?(?:"""|$)|'''[^]*?(?:'''|$)|`(?:[^`\\]|\\[^])*`?|"(?:[^"\\\n]|\\[^])*"?|'(?:[^'\\\n]|\\[^])*'?/g;

/** What a call says but for the words of its texts. A key may stand in quotes. */
function unquoted(text: string): string {
  return text.replace(QUOTED, (quoted) => /^.(adapters?|quantize).$/.exec(quoted)?.[1] ?? '');
}

function roleOf(
  role: Role,
  { site, start, knowledge: { text, brackets } }: Pick<Place, 'site' | 'start' | 'knowledge'>,
): Role {
  if (role === 'calls') return 'loads';
  const call = role === 'derives' ? brackets.around(start).find(({ mark }) => mark === '(') : undefined;
  const isSame = call !== undefined && /\bollama\.create$/i.test(site.call?.callee ?? '');
  return isSame && !CHANGES.test(unquoted(text.slice(call.at, call.close))) ? 'serves' : role;
}

/** Weights are trained where the project runs, a model of a service where the service does. */
export function derived(registry: Registry): Use {
  return {
    role: 'derives',
    host: isService(registry) ? hostOfRegistry(registry) : SELF,
    why: [message('the text trains or merges from it')],
  };
}

function reasonOf(role: Role, does: string): Message {
  if (role === 'serves') return message('{0} serves it', does);
  if (role === 'ships') return message('{0} puts it into what is shipped', does);
  return message('{0} loads it', does);
}

const FINE_TUNES = /(?:fine_?tun\w*|finetun\w*)(?:\.jobs)?\.create$|(?:create_?fine_?tun\w*|FineTuning\w*)$/i;
const MERGE_REACH = 3_000;
/** Sections of settings in which the base is the model that is asked. */
const ASKED = /embed|rerank|^(?:llm|chat|completion)/i;
/** The head of a section of TOML or INI, of which keys have no parents. */
const SECTION = /(?:^|\n)[ \t]*\[{1,2}([\w.-]{1,80})\]{1,2}[ \t]*(?:#[^\n]*)?(?=\r?\n)/g;

/**
 * Whether a base is what is trained. `[embedding] base_model = "…"` is asked, as what nobody has weights of is; in an
 * environment or on a command line a base is what a program starts from as often as what it trains.
 */
function isTrainedBase({ site, registry, text, start }: Place): boolean {
  if (isService(registry) || /^(?:-|[A-Z\d_]+$)/.test(site.key)) return false;
  const before = textBefore(text, start, MERGE_REACH);
  const section = site.parents.length > 0 ? undefined : [...matchesOf(before, SECTION)].at(-1)?.[1];
  return ![...site.parents, section ?? ''].some((name) => ASKED.test(name));
}

/** A model to learn from, and what a library that saves weights notes of where they came from. */
function isSureBase(key: string): boolean {
  return key === '_name_or_path' || keyWords(key).includes('teacher');
}

function isFineTuned(place: Place): boolean {
  const { site, match, text, start } = place;
  if (FINE_TUNES.test(site.call?.callee ?? '')) return !isMemberNamedLike({ text, start, id: match.id });
  if (site.where !== 'config' && site.where !== 'cli') return false;
  if (isSureBase(site.key)) return true;
  const words = keyWords(site.key);
  return words.includes('model') && !words.includes('reward') && isInTraining(place, words);
}

/** Whether a setting for a model, other than one that scores what it answers, is for one that is trained or merged. */
function isInTraining(place: Place, words: readonly string[]): boolean {
  const { site, knowledge, text, start } = place;
  return (
    (words.includes('base') && isTrainedBase(place)) ||
    knowledge.isTraining() ||
    (site.parents.includes('models') && textAround(text, start, start, MERGE_REACH).includes('merge_method'))
  );
}
