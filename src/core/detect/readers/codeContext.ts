import { IDENTIFIER, isWordCode } from '../../text/charClass';
import { matchesOf } from '../../text/matches';
import { textBefore, textBehind, textFrom } from '../../text/pieces';
import type { TextRange } from '../../text/range';
import type { Where } from '../../vocabulary';
import { nameOfRecord } from '../namedValues';
import { keyKind } from '../signatures/keys';
import { loaderAt } from '../signatures/loaders';
import type { Call, Intake, Site } from '../site';
import { calleeOf, delegates, OPEN_BLOCK, OPEN_CALL, type Callee, type Frame } from './frame';

/** How many brackets outwards the context of a value reaches. */
const REACH = 8;
/** Longest name of a call or property that is read. */
const LONGEST_NAME = 120;

/** What the brackets around a place in code say about a value there. */
export class CodeContext {
  /** The names around the text, or of the table of TOML that the entries belong to, innermost first. */
  table: readonly string[] = [];
  private readonly text: string;

  constructor(
    private readonly intake: Intake,
    private readonly where: Where,
  ) {
    this.text = intake.text;
  }

  /** What is known of the value that comes next in a frame. */
  siteOf(frame: Frame, isKey: boolean): Site {
    const parents = this.parentsOf(frame);
    const { call, key } = this.callOf(frame);
    if (
      call === undefined &&
      frame.open === OPEN_BLOCK &&
      frame.argument === 1 &&
      this.text.startsWith(':hf', frame.start)
    ) {
      return {
        lexical: 'string',
        where: this.where,
        key: '',
        parents,
        group: 0,
        operand: { registry: 'huggingface', role: 'loads', evidence: 'form:hf' },
      };
    }
    const own = isDefault(key) && parents.length > 0 ? (parents.shift() ?? key) : key;
    return {
      lexical: 'string',
      where: this.where,
      key: own,
      parents,
      group: frame.group,
      ...(call !== undefined && { call }),
      ...(isKey && { isKey }),
      ...(frame.compared && { isCompared: true }),
    };
  }

  /** Whether a plain word may be a model here: at a loader, or under a key for models. */
  promises(frame: Frame): boolean {
    for (
      let outer: Frame | undefined = frame, steps = 0;
      outer !== undefined && steps < 3;
      outer = outer.parent, steps++
    ) {
      if (outer.callee.isTelling) return true;
      const key = this.keyOf(outer);
      if (key !== '' && keyKind(key) !== 'none') return true;
    }
    return false;
  }

  private parentsOf(frame: Frame): string[] {
    const parents: string[] = [];
    for (
      let outer = frame.parent, steps = 1;
      outer !== undefined && steps < REACH;
      outer = outer.parent, steps++
    ) {
      const name = this.keyOf(outer);
      if (name !== '') parents.push(name);
    }
    return [...parents, ...this.table];
  }

  /**
   * The nearest call around, and the key that counts: the call's own keyword where only lists and wrappers stand
   * between.
   */
  private callOf(frame: Frame): { readonly call: Call | undefined; readonly key: string } {
    const key = this.keyOf(frame);
    const holder = this.holderOf(frame);
    if (holder === undefined) return { call: undefined, key };
    const call = callIn(holder);
    if (holder === frame) return { call, key };
    const own = this.keyOf(holder);
    if (this.passesThrough(frame, holder) && loaderAt(call, own) !== undefined) return { call, key: own };
    const record = key === 'id' && frame.parent !== undefined ? this.keyOf(frame.parent) : '';
    // `new Agent({ model: { id: "deepseek/deepseek-v4-pro", apiKey } })`: the model as a record of its own.
    if (record === 'model' && loaderAt(call, record) !== undefined) return { call, key: record };
    const isElement =
      frame.callee.name === '' && frame.open !== OPEN_CALL && loaderAt(call, key) === undefined;
    return { call: isElement ? undefined : call, key };
  }

  /** The nearest frame that is a call which counts: no wrapper that passes its value on, unless it loads something. */
  private holderOf(frame: Frame): Frame | undefined {
    let holder: Frame | undefined = frame;
    for (let steps = 0; holder !== undefined && steps < REACH; holder = holder.parent, steps++)
      if (holder.callee.name !== '' && this.counts(holder)) return holder;
    return undefined;
  }

  /** A wrapper does where it loads something, a record with a class where it is what that is made with. */
  private counts(frame: Frame): boolean {
    if (frame.open === OPEN_BLOCK) return loaderAt(callIn(frame), this.keyOf(frame)) !== undefined;
    return !frame.callee.isTransparent || isLoading(frame);
  }

  /** Nothing but lists, parentheses and transparent calls stand between. */
  private passesThrough(from: Frame, to: Frame): boolean {
    for (let frame: Frame | undefined = from; frame !== undefined && frame !== to; frame = frame.parent) {
      if (frame.open === OPEN_BLOCK && this.keyOf(frame) !== '') return false;
    }
    return true;
  }

  /** The name of a frame's current argument: its keyword, or what the call's first string says the others are. */
  keyOf(frame: Frame): string {
    if (frame.key !== undefined) return (frame.keyText ??= this.readKey(frame, frame.key));
    if (frame.argument === 0) return '';
    return frame.callee.namesFirst ? this.firstName(frame) : this.nameBefore(frame);
  }

  /**
   * What the string before a value says that this is, where strings stand in pairs of name and value:
   * `{ "model", "…" }` in an initializer of C#, `["model", "…"]` in a map of JavaScript, `("model", "…")` among tuples,
   * `Map.of("model", "…", …)`. Two texts beside each other may be anything else, so the first has to be for a model.
   */
  private nameBefore(frame: Frame): string {
    const [name, value] = frame.strings.slice(-2);
    if (name === undefined || value === undefined || frame.argument % 2 === 0) return '';
    if (!NEXT_ARGUMENT.test(this.text.slice(name.end, value.start))) return '';
    const isNamed = isNamedByTurns(frame) || (isInList(frame) && this.endsBracket(value.end));
    const written = isNamed ? textFrom(this.text, name.start, name.end, LONGEST_NAME) : '';
    return written !== '' && keyKind(written) === 'model' ? written : '';
  }

  private endsBracket(end: number): boolean {
    return BRACKET_END.test(textBehind(this.text, end, LONGEST_KEY_END));
  }

  private readKey(frame: Frame, { start, end }: TextRange): string {
    const key = unquoted(textFrom(this.text, start, end, LONGEST_NAME));
    const member = key === 'value' ? this.memberBefore(start, end) : undefined;
    if (member !== undefined) return member;
    const variable = /^value$/i.test(key) ? nameOfRecord(this.text, start) : undefined;
    if (variable !== undefined) return variable;
    return isDefault(key) || (key === 'choices' && frame.callee.namesFirst)
      ? this.firstName(frame, start) || key
      : key;
  }

  /** The member whose value is the key of an entry: `Tier.LOW.value: "…"`, `Tier::Low->value => "…"`. */
  private memberBefore(start: number, end: number): string | undefined {
    const isOfEntry = ENTRY_BEHIND.test(textBehind(this.text, end, LONGEST_KEY_END));
    return isOfEntry ? MEMBER_BEFORE.exec(textBefore(this.text, start, LONGEST_NAME))?.[1] : undefined;
  }

  /**
   * The first string of a call that names what the others are: one before the keyword, whose own value names nothing.
   */
  private firstName(frame: Frame, before = Infinity): string {
    for (const { start, end } of frame.strings.slice(0, 3)) {
      // The value that a call is given says nothing of what it is, and neither does a keyword's own.
      if (start >= before || (frame.open === OPEN_CALL && start >= frame.argumentStart)) break;
      if (KEY_END.test(textBehind(this.text, end, LONGEST_KEY_END))) continue;
      if (TYPE_BEFORE.test(textBefore(this.text, start, LONGEST_KEY_END))) continue;
      const name = textFrom(this.text, start, end, 60);
      if (/^-{0,2}[A-Za-z][\w.:-]*(?: <.*)?$/.test(name)) return name.split(' ', 1)[0] ?? '';
    }
    return '';
  }

  /** The dotted name that ends directly before a bracket, type arguments left out. */
  readonly calleeBefore = (open: number): Callee => {
    let at = open - 1;
    while (at >= 0 && this.text.charCodeAt(at) === 32 && open - at < 4) at--;
    if (this.text.charCodeAt(at) === 62) at = this.beforeTypeArguments(at);
    const end = at + 1;
    const low = Math.max(0, end - LONGEST_NAME);
    while (at >= low && isCalleeCode(this.text.charCodeAt(at))) at--;
    if (this.isDeclared(at)) return calleeOf('');
    const written = this.text.slice(at + 1, end);
    const callee = this.calleeNamed(LEAVES_TYPE.test(written) ? this.declaredType(at + 1, written) : written);
    return this.delegateIn(open + 1, callee, written) ?? callee;
  };

  /** What the first argument of a call is called in place of it, or in a pair by whoever gets that. */
  private delegateIn(start: number, callee: Callee, written: string): Callee | undefined {
    if (/^:?$/.test(written)) return this.pairedAt(start);
    return delegates(callee.last) ? this.delegateAt(start) : undefined;
  }

  /** `partial(AutoModel.from_pretrained, "owner/name")`: the function that is called in the end. */
  private delegateAt(start: number): Callee | undefined {
    const name = /^\s*([A-Za-z_][\w.]*)\s*,/.exec(textBehind(this.text, start, LONGEST_NAME))?.[1];
    return name === undefined ? undefined : { ...this.calleeNamed(name), before: 1 };
  }

  /** `(ChatGroq, "owner/name")`: whoever gets the pair makes a client of the class, for the model behind it. */
  private pairedAt(start: number): Callee | undefined {
    const callee = this.delegateAt(start);
    return callee !== undefined && isOfModels(callee) ? callee : undefined;
  }

  /** The same of a list in brackets, and of a record: `{ cls: ChatGroq, model: "owner/name" }`. */
  readonly pairBehind = (open: number): Callee =>
    (this.text.charCodeAt(open) === OPEN_BLOCK ? this.recordAt(open + 1) : this.pairedAt(open + 1)) ??
    calleeOf('');

  private recordAt(start: number): Callee | undefined {
    const [head = ''] = RECORD_HEAD.exec(textFrom(this.text, start, this.text.length, LONGEST_RECORD)) ?? [];
    for (const [, name = ''] of matchesOf(head, CLASS_OF_RECORD)) {
      const callee = this.calleeNamed(name);
      if (isOfModels(callee)) return callee;
    }
    return undefined;
  }

  /** The callee as its module calls it: `st.SentenceTransformer` after `import sentence_transformers as st`. */
  private calleeNamed(written: string): Callee {
    const first = FIRST_NAME.exec(written)?.[0] ?? '';
    const imported = first === '' ? undefined : this.intake.importOf(first);
    if (imported === undefined) return this.madeCallee(written, first);
    const callee = calleeOf(
      (imported.name === '' ? imported.module : imported.name) + written.slice(first.length),
    );
    return { ...callee, module: imported.module };
  }

  /** The callee, with the package that a variable was given a factory of models from. */
  private madeCallee(written: string, first: string): Callee {
    const callee = calleeOf(written);
    const module = first === '' ? undefined : this.intake.factoryFrom(first);
    return module === undefined ? callee : { ...callee, module, isTelling: true };
  }

  /** The name is being declared, not called. */
  private isDeclared(blank: number): boolean {
    if (this.text.charCodeAt(blank) !== 32) return false;
    return /(?:^|\W)(?:def|function|func|fn|fun|class|interface)$/.test(textBefore(this.text, blank, 9));
  }

  /** The type that a variable is declared with which gets a new object; what is written where there is none. */
  private declaredType(start: number, written: string): string {
    const before = textBefore(this.text, start, LONGEST_NAME);
    return (
      DECLARED_TYPE.exec(before)
        ?.slice(1)
        .find((type) => type !== undefined) ?? written
    );
  }

  private beforeTypeArguments(close: number): number {
    const low = Math.max(0, close - 80);
    for (let at = close; at >= low; at--) if (this.text.charCodeAt(at) === 60) return at - 1;
    return close;
  }
}

/** Whether a class is made for a model that it is given first: `ChatGroq`, `SentenceTransformer`. */
function isOfModels({ name, module }: Callee): boolean {
  return (
    CLASS.test(name) &&
    (CHATS.test(name) ||
      loaderAt({ callee: name, argument: 0, ...(module !== '' && { module }) }, '') !== undefined)
  );
}

/** Where the entries of a record end in which its class is looked for. */
const RECORD_HEAD = /^[^{}()[\];]*[,}]/;
const LONGEST_RECORD = 300;
const CLASS_OF_RECORD = /["'\w]\s?:\s{0,4}([A-Z]\w{1,60})(?=\s{0,20}[,}])/g;

const CLASS = /^(?:\w{1,60}\.)?[A-Z][A-Za-z\d]{2,60}$/;
/** Clients that are called after whom they ask, as libraries like LangChain have them. */
const CHATS = /(?:^|\.)(?:Async|Azure)?Chat[A-Z]\w{2,40}$/;

/** `replicate.models.get("…")`: a call that is transparent by its name alone. */
function isLoading(frame: Frame): boolean {
  return frame.callee.mayLoad && loaderAt(callIn(frame), '') !== undefined;
}

/** The call whose bracket a frame is. */
export function callIn({ callee, argument }: Frame): Call {
  return {
    callee: callee.name,
    argument: argument - callee.before,
    ...(callee.module !== '' && { module: callee.module }),
  };
}

const FIRST_NAME = new RegExp(`^${IDENTIFIER}`);

function isCalleeCode(code: number): boolean {
  return isWordCode(code) || code === 46 || code === 58 || code === 63 || code === 33;
}

/**
 * A constructor whose type is left out: `.init(…)` of Swift, `new(…)` of C#
 * (https://learn.microsoft.com/dotnet/csharp/language-reference/operators/new-operator#target-typed-new).
 */
const LEAVES_TYPE = /^(?:new|\.init)$/;
/** Where the type stands then: `ChatClient chat = `, `ChatClient Chat { get; } = `, `let chat: ChatClient = `. */
const DECLARED_TYPE = new RegExp(
  String.raw`(?:\b([A-Z]\w{1,60})(?:<[^<>]{0,40}>)?\??\s{1,4}\w{1,60}\s{0,4}(?:\{[^{}]{0,40}\}\s{0,4})?|` +
    String.raw`\w:\s{0,4}([A-Z]\w{1,60})[?!]?\s{0,4})=\s{0,12}$`,
);

/** What gets the value of a member of a type, with its name; `self.low.value: str` is a field of an object. */
const MEMBER_BEFORE = new RegExp(String.raw`(?<![\w$])[A-Z]\w{0,60}(?:\.|::)(${IDENTIFIER})(?:\.|->)$`);
const ENTRY_BEHIND = /^\s{0,4}(?:=>|:(?!:)|\]\s{0,4}[:=](?!=))/;
/** What stands behind a key in quotes: `{ "description": …, "value": … }` tells no name by its first key. */
const KEY_END = /^["'`]\s{0,8}:/;
const LONGEST_KEY_END = 10;
/** What kind a value is does not name it: `{"type": "enum", "default": …}`. */
const TYPE_BEFORE = /\btype["']?\s?[:=]\s?["'\x60]$/;

/** What stands between a name and its value, which may be made an object: `"model", box "…"`. */
const NEXT_ARGUMENT = /^["'`]\s{0,8},\s{0,80}(?:\w{1,20} )?[\w@$]{0,2}["'`]$/;
const BRACKET_END = /^["'`]\s{0,8}[)\]}]/;

/** Functions whose arguments are names and values by turns, as of Java's maps and of the objects of databases. */
const BY_TURNS = /(?:Map(?:\.|::)of|jsonb?(?:_build)?_object|named_struct)$/i;

function isNamedByTurns({ callee }: Frame): boolean {
  return BY_TURNS.test(callee.name);
}

/** One of the pairs that a list, an initializer or a call is given. */
function isInList({ open, callee, argument, parent }: Frame): boolean {
  if (callee.name !== '' || argument !== 1 || parent === undefined) return false;
  return parent.open === OPEN_BLOCK ? open === OPEN_BLOCK : parent.open !== 0;
}

/** Keywords of the value that counts when nothing else is given. */
function isDefault(key: string): boolean {
  return (
    key === 'default' ||
    key === 'default_value' ||
    key === 'defaultValue' ||
    key === 'value' ||
    key === 'Default'
  );
}

function unquoted(text: string): string {
  const first = text.charCodeAt(0);
  return first === 34 || first === 39 || first === 96 ? text.slice(1, -1) : text;
}
