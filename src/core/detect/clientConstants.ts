import { once } from '../once';
import { CONSTANTS, RESPELLED } from '../registries/tables';
import { isBlankCode, isWordCode } from '../text/charClass';
import { gramsOf } from '../text/grams';
import { textBehind } from '../text/pieces';
import type { TextRange } from '../text/range';
import { DIGIT, shapeOf, UNDERSCORE } from '../text/shape';
import type { Registry } from '../vocabulary';
import { importPathsOf, type ImportPaths } from './importPaths';
import type { Imports } from './imports';
import type { Knowledge } from './knowledge';
import { typesOf } from './statements';
import { addTo } from '../text/grouped';

type Constants = (typeof CONSTANTS)[number];

/** The model that a constant stands for. */
export interface ConstantModel {
  readonly registry: Registry;
  readonly id: string;
  /** Whatever is done with it. */
  readonly isLoaded: boolean;
}

/** Longest name of a constant, or of what it is a member of. */
const LONGEST = 60;
/** How many names before it are looked at: `OpenAIModels.Chat.GPT4o`. */
const MOST_QUALIFIERS = 6;
/** Blanks before a member whose type is left out. */
const LONGEST_GAP = 100;
/** What stands behind a name that is only compared, or the key of a table or the case of a choice. */
const NOT_ASKED = /^\s{0,8}(?:\.eq(?:uals)?\w*\(|[=!]=|(?<=\s)(?:to\s|->|=>))/;
const RENAMED = /^\s{1,20}as\s{1,20}(\w{1,80})/;
const DOT = 46;
const COLON = 58;
const BRACKET = 40;
const QUESTION = 63;
/** The first letter that is no capital. */
const SMALL = 97;
/** What a value may stand behind: `model: .gpt4`, `[.gpt4]`, `(.gpt4)`, `= .gpt4`, `?? .gpt4`, `a ? .gpt4`. */
const BEFORE_VALUE = ':,=([?';
const NONE: readonly Constants[] = [];
/** `com.acme.Model.`: what a member comes from is written whole. */
const FULL_PATH = /^[a-z]\w*(?:\.|::)[a-z]/;

/** What a text has that uses any package of a client with constants. */
export const WORDS_OF_PACKAGES: readonly string[] = (
  'anthropic bedrock bridge camel constructs dashscope deepseek fastembed generativeai googleai groq koog ' +
  'langchain4j llamaindex llphant mistral openai rig:: rig_core springframework torchaudio vertexai'
)
  .split(' ')
  .concat('import mlx', 'com.sap.ai', 'whisper.net');

const BY_QUALIFIER: ReadonlyMap<string, readonly Constants[]> = byQualifier();

function byQualifier(): Map<string, Constants[]> {
  const map = new Map<string, Constants[]>();
  for (const constants of CONSTANTS)
    for (const qualifier of constants.qualifiers) {
      addTo(map, qualifier, constants);
    }
  return map;
}

/** What the first of several comes to that comes to anything. */
function firstOf<T, V>(those: readonly T[], find: (one: T) => V | undefined): V | undefined {
  for (const one of those) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Constants of a type or module that is imported by its path. */
function ofPath(path: string): readonly Constants[] {
  const qualifier = path.split(/\W+/).at(-2) ?? '';
  return (BY_QUALIFIER.get(qualifier) ?? []).filter(({ packages }) => packages.test(path));
}

/**
 * Constants of clients' packages that stand for models, where the text uses such a package and the catalog has a name
 * of just these letters and digits: `openai.GPT4oMini`, `ChatModel.GPT_4O_MINI`,
 * `anthropic.ModelClaude3_7SonnetLatest`.
 */
export class ClientConstants {
  private readonly paths: ImportPaths;
  /** Constants of packages that the text uses, by the names before them. */
  private readonly found = new Map<string, readonly Constants[]>();

  constructor(
    private readonly text: string,
    private readonly knowledge: Knowledge,
    private readonly imports: Imports,
  ) {
    this.paths = importPathsOf(knowledge);
  }

  /**
   * The model that the constant at a place stands for; `undefined` where it is none, or none that is known for sure.
   */
  at({ start, end }: TextRange): ConstantModel | undefined {
    if (!this.mayUse()) return undefined;
    const length = end - start;
    if (length < 2 || length > LONGEST) return undefined;
    const shape = shapeOf(this.text, start, end);
    const isMember = this.beforeMark(start) !== start;
    if ((shape & (DIGIT | UNDERSCORE)) === 0 && !(isMember && this.text.charCodeAt(start) < SMALL))
      return undefined;
    const those = isMember ? this.ofMember({ start, end }) : this.ofImport({ start, end }, shape);
    if (those.length === 0) return undefined;
    if (NOT_ASKED.test(textBehind(this.text, end, LONGEST_GAP))) return undefined;
    const name = this.text.slice(start, end);
    return firstOf(those, (constants) => {
      const id = this.idAmong(constants, name, (shape & DIGIT) !== 0);
      const { registry, areLoaded = false } = constants;
      return id === undefined ? undefined : { registry, id, isLoaded: areLoaded };
    });
  }

  private readonly mayUse = once(() => gramsOf(this.text).mayHaveAny(WORDS_OF_PACKAGES));

  /** Constants that a member may be one of. */
  private ofMember({ start, end }: TextRange): readonly Constants[] {
    let at = start;
    let isType = false;
    for (let count = 0; count < MOST_QUALIFIERS; count++) {
      const stop = this.beforeMark(at);
      const from = this.beginOfWord(stop);
      if (stop === at || from === stop) break;
      isType ||= this.typesBehind(this.text.slice(from, stop)).some((type) => BY_QUALIFIER.has(type));
      at = from;
    }
    if (at === start) return this.isBare(start - 1, end) ? this.ofNames('') : NONE;
    return isType ? this.ofNames(this.text.slice(at, start)) : NONE;
  }

  /** Where the `.`, `?.` or `::` begins that ends at a place; the place itself where there is none. */
  private beforeMark(at: number): number {
    const mark = this.text.charCodeAt(at - 1);
    if (mark === DOT) return this.text.charCodeAt(at - 2) === QUESTION ? at - 2 : at - 1;
    return mark === COLON && this.text.charCodeAt(at - 2) === COLON ? at - 2 : at;
  }

  private beginOfWord(end: number): number {
    const low = Math.max(0, end - LONGEST);
    let at = end;
    while (at > low && isWordCode(this.text.charCodeAt(at - 1))) at--;
    return at;
  }

  /** The type before the point is left out, and what stands there is no call of a method. */
  private isBare(mark: number, end: number): boolean {
    if (this.text.charCodeAt(end) === BRACKET) return false;
    const low = Math.max(0, mark - LONGEST_GAP);
    let at = mark;
    while (at > low && isBlankCode(this.text.charCodeAt(at - 1))) at--;
    return at > low && BEFORE_VALUE.includes(this.text.charAt(at - 1));
  }

  /** Constants of packages that the text uses, by the names before them with their marks. */
  private ofNames(names: string): readonly Constants[] {
    let found = this.found.get(names);
    if (found === undefined) {
      const qualifiers = names === '' ? [''] : names.split(/\W+/).filter((name) => name !== '');
      found = qualifiers
        .flatMap((qualifier) => this.typesBehind(qualifier))
        .flatMap((type) => BY_QUALIFIER.get(type) ?? [])
        .filter(({ packages }) => packages.test(this.text) && this.isFrom(packages, names));
      this.found.set(names, found);
    }
    return found;
  }

  /** A name of a type or module, and what it is called where it comes from: the words of the path of a module. */
  private typesBehind(name: string): readonly string[] {
    const imported = this.imports.get(name);
    if (imported === undefined) return [name, this.paths.original(name) ?? name];
    return [name, ...(imported.name === '' ? imported.module.split(/\W+/) : [imported.name])];
  }

  /** The first of the names is not said to come from anywhere else. */
  private isFrom(packages: RegExp, names: string): boolean {
    if (names === '' || packages.test(names)) return true;
    const first = /^\w*/.exec(names)?.[0] ?? '';
    const imported = this.imports.get(first);
    if (imported !== undefined) return packages.test(`${imported.module}.${imported.name}`);
    const paths = this.paths.of(first);
    if (paths.length > 0) return paths.some((path) => packages.test(path + first));
    return !FULL_PATH.test(names) && !typesOf(this.knowledge).has(first);
  }

  /** Constants that a name without anything before it may be one of: it, or all that its type has, is imported. */
  private ofImport({ start, end }: TextRange, shape: number): readonly Constants[] {
    const name = this.text.slice(start, end);
    if (this.text.charCodeAt(start) < SMALL) {
      const paths = [...this.paths.of(name), ...this.paths.of('*')];
      return [...paths.flatMap((path) => ofPath(path)), ...this.importedAt(name, end)];
    }
    const module = (shape & UNDERSCORE) === 0 ? this.imports.get(name)?.module : undefined;
    return module === undefined
      ? NONE
      : (BY_QUALIFIER.get('') ?? []).filter(({ packages }) => packages.test(module));
  }

  /**
   * Constants that a name may be one of which is imported by itself, where the text does more than import it: also
   * where an import gives it another name, `from torchaudio.pipelines import MMS_FA as bundle`.
   */
  private importedAt(name: string, end: number): readonly Constants[] {
    const own = this.imports.get(name);
    const [, other = name] =
      own === undefined ? (RENAMED.exec(textBehind(this.text, end, LONGEST_GAP)) ?? []) : [];
    const imported = own ?? this.imports.get(other);
    if (imported?.name !== name) return NONE;
    const those = ofPath(`${imported.module}.${name}`);
    const isUsed = those.length > 0 && this.text.indexOf(other) !== this.text.lastIndexOf(other);
    return isUsed ? those : NONE;
  }

  /** The id that a name stands for, as far as it is one of these constants. */
  private idAmong(constants: Constants, name: string, hasNumber: boolean): string | undefined {
    const { named = {}, leads = [], hasWords = false } = constants;
    const rests = ['', ...leads]
      .filter((lead) => name.startsWith(lead))
      .map((lead) => name.slice(lead.length));
    const given = rests.find((rest) => Object.hasOwn(named, rest));
    if (given !== undefined) return named[given];
    return hasNumber || hasWords ? firstOf(rests, (rest) => this.idOf(constants, rest)) : undefined;
  }

  private idOf({ registry, idOf, spells, front = '' }: Constants, name: string): string | undefined {
    if (idOf === undefined && spells === undefined) return this.spelled(name, registry);
    const known = idOf === undefined ? this.spelled(name, spells ?? registry) : idOf(name);
    const id = known === undefined ? undefined : front + known;
    return id !== undefined && this.knowledge.resolve(id, registry) !== undefined ? id : undefined;
  }

  private spelled(name: string, registry: Registry): string | undefined {
    const letters = name
      .replace(/(?<=\d)Dot(?=\d)/g, '')
      .replace(/_/g, '')
      .toLowerCase();
    return firstOf(
      [letters, ...(RESPELLED.get(registry)?.(letters) ?? [])],
      (written) =>
        this.knowledge.spelledOf(written, registry) ??
        this.knowledge.spelledOf(written.replace(/latest$|20\d{6}$/, ''), registry),
    );
  }
}
