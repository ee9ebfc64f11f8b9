import { KEY_WORDS } from '../registries/tables';
import type { Confidence, Registry, Role } from '../vocabulary';
import { memoized } from '../text/memo';
import { nearestKey, type Call, type Site } from './site';
import { keyKindIn, keyKindOfList, keyWords, type KeyKind } from './signatures/keys';
import { loaderAt, type Loader } from './signatures/loaders';
import { makesModel, providerOfCallee } from './signatures/providers';

/**
 * How strongly a place says that a model is named there. Names must say the more, the less the place does. `loader`:
 * a call or command whose model this is. `model`: a key that is for models. `value`: a value of some key or of code.
 * `loose`: a value in a place for other names. `text`: running text.
 */
export type Strength = 'loader' | 'model' | 'value' | 'loose' | 'text';

export interface Intent {
  readonly strength: Strength;
  /** The place is for data sets, images, packages: nothing in it names a model, but for addresses of models. */
  readonly excluded: boolean;
  readonly registry: Registry | undefined;
  readonly role: Role | undefined;
  readonly loader: Loader | undefined;
  /** The place's own evidence, `''` for none. */
  readonly evidence: string;
  /** The project itself says that a model stands there which it uses. */
  readonly isStated?: true;
}

const RANK: Readonly<Record<Strength, number>> = { loader: 4, model: 3, value: 2, loose: 1, text: 0 };

export function atLeast(intent: Intent, strength: Strength): boolean {
  return RANK[intent.strength] >= RANK[strength];
}

export function intentOf(site: Site): Intent {
  const { operand = site.passedTo, call, key } = site;
  if (operand !== undefined) {
    return intent('loader', operand.evidence, { registry: operand.registry, role: operand.role });
  }
  const own = call === undefined ? undefined : ofCall(site);
  if (own !== undefined) return own;
  const [first = '', ...outer] = key === '' ? site.parents : [key, ...site.parents];
  const kind = isElement(site) ? keyKindOfList(first, outer) : keyKindIn(first, outer);
  return kind === 'image' && isOfResult(site) ? LOOSE : ofKey(kind, site);
}

/** Whether a value is an element of a list, whose key is that of the list where lines make it. */
function isElement({ key, group, entry, lexical }: Site): boolean {
  return key === '' || (group > 0 && entry === undefined && lexical === 'bare');
}

const DATA_CALL = new RegExp(
  String.raw`(?:^|[.:_])(?:load_dataset\w*|load_dataset_builder|get_dataset\w*|loadDataset|Dataset|` +
    String.raw`load_from_disk|DatasetDict|dataset_info|list_datasets|push_to_hub\w*|create_repo|upload_file|` +
    String.raw`upload_folder|save_pretrained\w*|delete_repo|import|require|include)$`,
);
const PATH_CALL = /(?:^|[.:])(?:join|resolve|Path|path|open|exists|addPath|dirname)$/;

/** First words of calls that ask a store, a folder or an interface of the web for what lies under a path. */
const ASKS_STORE = new Set(
  (
    'list write put post patch head delete remove copy move scan stat upload exists unlink glob rglob iglob ' +
    'listdir readdir scandir iterdir walk mkdir ls blob lrange hget'
  ).split(' '),
);
/** What is read of files that hold no model: `readFileSync`, `read_text`. */
const READ = new Set('file files text json bytes csv lines dir stream'.split(' '));

/** Whether a call asks a store for a path: what it comes to may be a model's, but the path names none. */
function asksStore(callee: string): boolean {
  const name = lastName(callee);
  const [verb = '', what = ''] = keyWords(name);
  if (verb === 'read') return READ.has(what);
  return ASKS_STORE.has(verb) && keyKindIn(name, []) !== 'model';
}

/**
 * Calls that are given the name of an action, event, channel, route or sentence, which often has a slash in it:
 * `createAsyncThunk("chat/fetchModels", …)` (https://redux-toolkit.js.org/api/createAsyncThunk#type). Verbs that many
 * things have count by what has them: `models.push("owner/name")` is none of them.
 */
const NAMES_OTHER = new RegExp(
  String.raw`(?:^|[.:])(?:create(?:AsyncThunk|AsyncAction|AppAsyncThunk|Action|ActionCreator)|` +
    String.raw`(?:use|get)Translations?|i18n(?:ext)?\.(?:t|tc|global\.t)|\$tc?|` +
    String.raw`\$?store\.(?:dispatch|commit)|ipc(?:Main|Renderer)\.\w{1,30}|` +
    String.raw`(?:emit|addEventListener|subscribe|send_task|sendTask)|` +
    String.raw`(?:\$?(?:use)?[rR]outer|(?:app|nav)Router|history|navigation)\.(?:push|replace|navigate|prefetch))$`,
);

/** What is looked for in a name need not be a name. */
const PART_TEST = new RegExp(
  String.raw`(?:^|[.:])(?:includes|startsWith|endsWith|StartsWith|EndsWith|startswith|endswith|starts_with|` +
    String.raw`ends_with|start_with\?|end_with\?|HasPrefix|HasSuffix|hasPrefix|hasSuffix|Contains|contains|` +
    String.raw`indexOf|find)$`,
);

function ofCall(site: Site): Intent | undefined {
  const { call, key } = site;
  if (call === undefined) return undefined;
  const loader = loaderAt(call, key);
  if (loader !== undefined) {
    return intent('loader', `loader:${loader.library}.${lastName(call.callee)}`, {
      registry: loader.registry,
      role: loader.role,
      loader,
    });
  }
  return isOfOtherThings(call, key) ? EXCLUDED : ofCallee(call, site);
}

/** A repository of `torch.hub`, which is no model but has some, and the name that an evaluation is given. */
function isOfOtherThings({ callee, argument }: Call, key: string): boolean {
  const isFirst = key === '' && argument === 0;
  return (
    (isFirst && /(?:^|\.)hub\.(?:load|list|help)$/.test(callee)) ||
    (key === 'name' && callee.endsWith('Evaluator'))
  );
}

/** What a call that loads nothing says of an argument by its name alone. */
function ofCallee({ callee, argument, module }: Call, site: Site): Intent | undefined {
  const isPositional = site.key === '';
  const { isData, isPath, provider, isBuilder } = meaningOf(callee);
  if (isData && (isPositional || !isInclude(callee))) return EXCLUDED;
  if (isPath || (isPositional && takesOther(callee, argument))) return LOOSE;
  if (!isPositional || argument !== 0) return undefined;
  if (provider !== undefined) return intent('model', `call:${callee}`, { registry: provider, role: 'calls' });
  if (makesModel(callee, module)) return intent('model', `call:${callee}`, { registry: registryIn(site) });
  return isBuilder ? intent('model', `call:${lastName(callee)}`, { registry: registryIn(site) }) : undefined;
}

/** Whether a call takes something else than a model at this position. */
function takesOther(callee: string, argument: number): boolean {
  const { isOther, namesOther } = meaningOf(callee);
  return isOther || (namesOther && argument === 0);
}

/** With keywords it is no import but a matcher of tests: `include(model: 'llama3.1')`. */
function isInclude(callee: string): boolean {
  return lastName(callee) === 'include';
}

/** What a called name says whatever it is called with. */
export const meaningOf = memoized((callee: string) => {
  const isTest = PART_TEST.test(callee);
  return {
    isData: DATA_CALL.test(callee),
    isPath: PATH_CALL.test(callee),
    isTest,
    isOther: isTest || asksStore(callee),
    namesOther: NAMES_OTHER.test(callee),
    provider: providerOfCallee(callee),
    isBuilder: keyKindIn(builderKey(callee), []) === 'model',
  };
});

/** What tells a model: its place, or something else where the place says nothing. */
export function evidenceOr({ evidence }: Intent, other: string): string {
  return evidence === '' ? other : evidence;
}

/** The last part of a called name: `create` of `client.chat.completions.create`. */
export function lastName(callee: string): string {
  return callee.slice(Math.max(callee.lastIndexOf('.'), callee.lastIndexOf(':')) + 1);
}

/** Builders name their properties: `.modelName("…")`, `withModel("…")`, `setModel("…")`. */
function builderKey(callee: string): string {
  const name = lastName(callee);
  const words = keyWords(name);
  if (
    [
      'for',
      'create',
      'find',
      'resolve',
      'parse',
      'assert',
      'expect',
      'delete',
      'save',
      'list',
      'update',
      'is',
      'has',
      'validate',
      'test',
      'train',
      'register',
      'print',
      'log',
      'check',
      'describe',
    ].includes(words[0] ?? '')
  )
    return '';
  return name;
}

function ofKey(kind: KeyKind, site: Site): Intent {
  const evidence = `key:${nearestKey(site)}`;
  switch (kind) {
    case 'model':
      return intent(inText(site) ? 'value' : 'model', evidence, { registry: registryIn(site) });
    case 'data':
    case 'image':
    case 'code':
      return EXCLUDED;
    case 'other':
      return LOOSE;
    case 'weak':
      return intent(inText(site) ? 'text' : site.where === 'config' ? 'loose' : 'value', evidence, {
        registry: registryIn(site),
      });
    case 'none':
      return intent(inText(site) ? 'text' : 'value', '', { registry: registryIn(site) });
  }
}

/** `images = new ImageClient("dall-e-3")`: the variable says what a call comes to, and not what it is given. */
function isOfResult({ where, call, key }: Site): boolean {
  return where === 'code' && call !== undefined && key === '';
}

function intent(
  strength: Strength,
  evidence: string,
  more: { registry?: Registry | undefined; role?: Role; loader?: Loader },
): Intent {
  return {
    strength,
    excluded: false,
    registry: more.registry,
    role: more.role,
    loader: more.loader,
    evidence,
  };
}

const LOOSE: Intent = intent('loose', '', {});
/** Of a place that names other things than models. */
export const EXCLUDED: Intent = { ...LOOSE, excluded: true };

/** A key in running text may be a word with a colon after it. */
function inText(site: Site): boolean {
  return (
    (site.lexical === 'prose' || site.lexical === 'comment') &&
    site.isPair !== true &&
    !site.key.startsWith('-')
  );
}

/** The registry that the names around a place speak of. */
function registryIn(site: Site): Registry | undefined {
  let registry = registryOfKey(site.key);
  for (let i = 0; registry === undefined && i < site.parents.length; i++)
    registry = registryOfKey(site.parents[i] ?? '');
  if (registry === undefined && site.call !== undefined) registry = registryOfKey(site.call.callee);
  return registry;
}

/** One word, as sections are called, and settings: `OpenAI`, `langchain4j.open-ai.chat-model.model-name`. */
const OPEN_AI =
  /^OpenA[Ii](?=$|Settings|Options|Config)|(?<![A-Za-z\d])(?:open|OPEN)[-_](?:ai|AI)(?![A-Za-z\d])/;

/** The registry that a word of a key speaks of. */
export const registryOfKey = memoized((key): Registry | undefined => {
  const word = keyWords(key.replace(OPEN_AI, 'Openai')).find((part) => KEY_WORDS.has(part));
  return word === undefined ? undefined : KEY_WORDS.get(word);
});

/** How sure a reference is, from the strength of its place and whether the catalog knows it. */
export function confidenceOf(intent: Intent, known: boolean): Confidence {
  if (atLeast(intent, 'model')) return known || intent.strength === 'loader' ? 'high' : 'medium';
  if (known) return intent.strength === 'text' ? 'medium' : 'high';
  return intent.strength === 'value' ? 'medium' : 'low';
}
