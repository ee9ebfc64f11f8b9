import type { Catalog } from '../catalog/records';
import type { DecodedText } from '../documents/decodedText';
import type { ImportedName, ClientName, Detection, ModelReference, RuntimeChoice } from '../reference';
import { once } from '../once';
import { byStart, type TextRange } from '../text/range';
import { isUse } from '../vocabulary';
import { cut } from '../text/interner';
import {
  COLON,
  DASH,
  DIGIT,
  HOLE,
  LETTER,
  OTHER,
  QUOTE,
  shapeOf,
  SIGN,
  SLASH,
  UNDERSCORE,
} from '../text/shape';
import { readAsWord } from '../text/lookAlikes';
import type { Additions } from './additions';
import { importedName } from './askedConstants';
import { splitCommands } from './argumentLists';
import { type BindingHost, Bindings } from './bindings';
import { calledHosts } from './calledHosts';
import { ClientConstants } from './clientConstants';
import { readCommand } from './command';
import { Echoes } from './echoes';
import { isFilePath } from './filePath';
import { settleFilesBesideWeights } from './filesBesideWeights';
import { settleKeysOfEntries } from './keysOfEntries';
import { scanText } from './freeText';
import { isArchitectureName, type Waiting } from './groups';
import { mayBeSibling } from './neighbors';
import { atLeast, evidenceOr, intentOf } from './intent';
import { lengthOfName } from './joinedNames';
import { Knowledge } from './knowledge';
import { regionsFor } from './mappingRegions';
import { whole } from './match';
import { Imports, type Imported } from './imports';
import { hubId } from '../registries/names/hubId';
import { hostedRegistry } from '../registries/names/hosted';
import { mayStartName } from '../registries/names/starts';
import { ownClasses } from './ownClasses';
import { addressesForOthers } from './keptAddresses';
import { regionsForOthers } from './keptRegions';
import { regionOf } from './regions';
import { surroundingsOf } from './surroundings';
import { clientsForOthers, importedClient } from './ownClients';
import { withoutOverlaps } from './overlaps';
import { ProgramVariables } from './programVariables';
import { Recognition } from './recognition';
import { contextsOf, type Contexts } from './context/context';
import { requestedModels } from './requests';
import { listedOf } from './recognize/hosted';
import { isTemplate, templateValues } from './templateValues';
import { operandOfLoop } from './uses/looped';
import { Flows } from './flows';
import { mayBeKeyOfTable, Tables } from './tables';
import { ALONE, OF_COMMAND, type DynamicArgument, type Intake, type Site } from './site';
import { ComposedValues, siteOf } from './composedValues';
import type { FoundReferences } from './foundReferences';
import { isGiven, isOfItsType, isReturned } from './givenConstants';
import { askedBySpread, askedElsewhere, askedOfOthers, type AskedText, isLoading } from './runtimeChoices';
import { type Names, settleEchoes, settleKin, settleTables, settleWaiting } from './settleNames';
import {
  settleArchitectures,
  settleDigests,
  settleFiles,
  settleFlows,
  settleTraining,
  settleUses,
} from './settleUses';
import {
  addressAsked,
  type AskedCode,
  settleAsked,
  settleMembers,
  settleValues,
  withPath,
} from './settleAsked';
import { isOwnName, mayBeComposed, mayBeValue, mayEcho, mayPromise } from './valueForms';

/** The place of an argument of a loader, which asks no host. */
const OF_LOADER: Site = { lexical: 'bare', where: 'code', ...ALONE };
const ASTERISK = 42;
const LONGEST_PATTERN = 80;
/** What words are made of that are names only where they begin like one. */
const PLAIN = LETTER | DASH | UNDERSCORE;
/** Names in places for models that are followed in one text. */
const MOST_NAMED = 100;
/** Documents in documents that are read as such. */
const DEEPEST_DOCUMENT = 8;

/** A document that a text holds, and its language. */
export interface EmbeddedDocument {
  readonly language: string;
  readonly document: DecodedText;
  /** The name that it has there, which may be a file's; `''` for none. */
  readonly name: string;
}

export interface CollectorOptions {
  /** Values of configuration keys found in other files of the workspace. */
  readonly configValues?: ReadonlyMap<string, string> | undefined;
  /** Of the file that the text is or stands in, relative to the project. */
  readonly path?: string;
  /** The contexts of the text's places, where they are not told from the text itself. */
  readonly contexts?: Contexts | undefined;
  /** How many documents the text is embedded in. */
  readonly depth?: number;
  /** What the document around it sets variables of the environment to. */
  readonly environment?: ReadonlyMap<string, string> | undefined;
  /** What the project says of its own code. */
  readonly additions?: Additions | undefined;
  /** Only what stands at these places, which are in order, is asked for: what others name need not be told. */
  readonly only?: readonly number[] | undefined;
}

/** Takes in what the readers find, asks the recognizers, and keeps the answers. */
export class Collector implements Intake {
  private readonly recognition: Recognition;
  private readonly references: FoundReferences;
  private readonly knowledge: Knowledge;
  private readonly tables = new Tables();
  private readonly echoes = new Echoes();
  private readonly bindings = new Bindings();
  /** Names of the text in places that are for models, which are no arguments of known calls. */
  private readonly named: DynamicArgument[] = [];
  private readonly imports: Imports;
  readonly contexts: Contexts;
  /** The mappings that lists and mappings are values of, by their numbers. */
  private readonly outer: number[] = [0];

  /** What is set for a document that begins at an offset of the text, by variables of the environment. */
  environmentAt(offset: number): ReadonlyMap<string, string> {
    return new Map([...this.knowledge.environment.at(offset), ...regionsFor(this.knowledge, offset)]);
  }

  /** Documents of their own that the text holds, to be read when it is. */
  readonly embedded: EmbeddedDocument[] = [];

  constructor(
    readonly text: string,
    catalog: Catalog,
    {
      configValues = new Map(),
      path = '',
      contexts = contextsOf(path, text),
      depth = 0,
      environment = new Map(),
      additions,
      only,
    }: CollectorOptions = {},
  ) {
    this.configValues = configValues;
    this.depth = depth;
    this.additions = additions;
    this.contexts = contexts;
    this.knowledge = new Knowledge(text, catalog, { path, configValues, environment });
    this.recognition = new Recognition(this.knowledge, contexts, { additions, only, outerOf: this.outerOf });
    this.references = this.recognition.references;
    this.flows = new Flows(text, this.knowledge.brackets);
    this.imports = new Imports(text);
    this.programs = new ProgramVariables(text);
    this.clientConstants = new ClientConstants(text, this.knowledge, this.imports);
    this.composed = new ComposedValues(this.knowledge, (range, value, by) =>
      this.recognition.recognize(range, value, by),
    );
  }

  private readonly composed: ComposedValues;

  private readonly clientConstants: ClientConstants;
  private readonly flows: Flows;
  private readonly programs: ProgramVariables;
  private readonly depth: number;
  private readonly additions: Additions | undefined;
  private readonly configValues: ReadonlyMap<string, string>;

  get accepted(): number {
    return this.references.found.size;
  }

  /** The list or mapping that another is an element of, by its number; 0 for none. */
  private readonly outerOf = (group: number): number => this.outer[group] ?? 0;

  newGroup(outer = 0): number {
    return this.outer.push(outer) - 1;
  }

  isPromised(callee: string, key: string): boolean {
    return this.additions?.promises(callee, key) === true;
  }

  value(range: TextRange, site: Site): void {
    this.take(range, site, false);
  }

  candidate(range: TextRange, site: Site): void {
    this.take(range, site, true);
  }

  constant(range: TextRange, siteOf: () => Site): void {
    const model = this.recognition.only === undefined ? this.clientConstants.at(range) : undefined;
    if (model === undefined) return;
    const site = siteOf();
    const intent = this.recognition.intentOf(site);
    if (intent.excluded || site.isCompared === true) return;
    const { registry, id, isLoaded } = model;
    const isAsked =
      isLoaded ||
      isGiven(site, intent) ||
      isReturned(this.text, range) ||
      isOfItsType(this.text, range, site);
    if (!isAsked) return;
    const end = range.end - range.start;
    this.recognition.add(
      range.start,
      { start: 0, end, registry, id, evidence: 'constant' },
      { site, intent },
    );
  }

  /** A place, with what a command takes it for that gets the elements of its list. */
  private passedOn(range: TextRange, site: Site): Site {
    const { text, knowledge } = this;
    const passedTo = operandOfLoop({ text, knowledge, ...range, site });
    return passedTo === undefined ? site : { ...site, passedTo };
  }

  private take(range: TextRange, ownSite: Site, isVetted: boolean): void {
    if (this.recognition.isLeftOut(range)) return;
    if (range.end - range.start < 2) return;
    const site = this.passedOn(range, ownSite);
    const vetted = isVetted || site.passedTo !== undefined || this.additions?.intentOf(site) !== undefined;
    this.recognition.digests.noteVersion(this.text, range, site);
    this.recognition.revisions.note(this.text, range, site, this.outerOf);
    const shape = shapeOf(this.text, range.start, range.end);
    if ((shape & QUOTE) !== 0) return this.quoted(range, site, vetted);
    if (!mayBeValue(range, shape)) return this.beyondNames(range, shape, site);
    if ((shape & SIGN) !== 0 && this.pattern(range, site)) return;
    if (!vetted && this.isPlainWord(range, shape, site)) return;
    const value = cut(this.text, range.start, range.end);
    this.recognition.digests.note(value, site);
    const length = lengthOfName(value, shape);
    const word = { range: { start: range.start, end: range.start + length }, site };
    this.word(word, value.slice(0, length), { shape, vetted });
  }

  /**
   * A value with what no name of a registry has: one that only looks like such a name, the path of a file, a name that
   * a host knows. What a string says else is running text.
   */
  private beyondNames(range: TextRange, shape: number, site: Site): void {
    if ((shape & OTHER) === 0) return;
    const isLikeName = (shape & (SLASH | DASH | DIGIT)) !== 0;
    const read = isLikeName ? readAsWord(this.text, range) : undefined;
    if (read !== undefined) return this.lookAlike(range, read, site);
    const value = this.text.slice(range.start, range.end);
    const isPath = (shape & (SLASH | SIGN)) !== 0 && isFilePath(this.text, range);
    if (isPath && (shape & HOLE) !== 0) return this.composed.template(range, value, site);
    const mayBeTaken = isPath || this.isNameOfSomebody(value, site);
    if (mayBeTaken && this.isTaken(range, value, site)) return;
    if (site.lexical === 'string' || isPath)
      this.prose(range, { ...ALONE, lexical: 'prose', where: site.where });
  }

  /** Whether a host or somebody else may call a model so. */
  private isNameOfSomebody(value: string, site: Site): boolean {
    return (
      value.length <= LONGEST_PATTERN &&
      (this.knowledge.hosts.naming(value).length > 0 || isOwnName(value, site))
    );
  }

  /** Whether a value names a model, or a folder of one. */
  private isTaken(range: TextRange, value: string, site: Site): boolean {
    return this.recognition.recognize(range, value, { site }) || this.recognition.folders.has(range.start);
  }

  /** `meta-llаma/Llama-3.1-8B` with a Cyrillic letter: what only looks like a name where a model has to stand. */
  private lookAlike(range: TextRange, read: string, site: Site): void {
    const value = this.text.slice(range.start, range.end);
    const intent = this.recognition.intentOf(site);
    const registry = hubId(read) === undefined ? hostedRegistry(read) : 'huggingface';
    if (registry !== undefined && !intent.excluded && atLeast(intent, 'model'))
      this.recognition.add(
        range.start,
        whole(value, registry, value, evidenceOr(intent, 'form:look-alike')),
        {
          site,
          intent,
        },
      );
  }

  /** A value of one name, or one that is made of several. */
  private word(
    word: Waiting,
    value: string,
    { shape, vetted }: { readonly shape: number; readonly vetted: boolean },
  ): void {
    const { range, site } = word;
    if ((shape & HOLE) !== 0 && this.composed.ofRepository(range, value, site)) return;
    if (mayBeComposed(value, shape) && this.composed.read(range, value, { shape, site })) return;
    this.placed(word, value, { shape, isName: this.recognition.recognize(range, value, { site, vetted }) });
  }

  /** A value with quotes in it: a default within them, or text. */
  private quoted(range: TextRange, site: Site, vetted: boolean): void {
    if (!this.given(range, site, vetted))
      this.prose(range, { ...site, lexical: site.lexical === 'comment' ? 'comment' : 'prose' });
  }

  /** Takes what a template gives by itself, when the range is nothing else. Returns whether it gives something. */
  private given(range: TextRange, site: Site, vetted: boolean): boolean {
    const values = isTemplate(this.text, range) ? templateValues(this.text, range) : [];
    for (const value of values) this.take(value, siteOf(value, site), vetted);
    return values.length > 0;
  }

  /** Letters and hyphens that begin like no name, at a place that does not say that they are one. */
  private isPlainWord({ start }: TextRange, shape: number, site: Site): boolean {
    return (
      (shape & ~PLAIN) === 0 &&
      !mayStartName(this.text.charCodeAt(start), this.text.charCodeAt(start + 1)) &&
      !mayPromise(site)
    );
  }

  /** `claude-3-5-sonnet*`: all names that begin with a whole one. */
  private pattern({ start, end }: TextRange, site: Site): boolean {
    if (this.text.charCodeAt(end - 1) !== ASTERISK) return false;
    const name = end - start > LONGEST_PATTERN ? '' : this.text.slice(start, end - 1);
    if (!/^[\w.:/-]*\w$/.test(name) || hostedRegistry(name) === undefined || !this.knowledge.knows(name))
      return false;
    this.value({ start, end: end - 1 }, { ...site, isCompared: true });
    return true;
  }

  /** What was no name may turn out to be one: by another place of the text, or by what stands beside it. */
  private placed(word: Waiting, value: string, { shape, isName }: { shape: number; isName: boolean }): void {
    const { site } = word;
    if (!isName && mayEcho(shape)) this.echoes.addValue(value, word);
    if (site.isKey === true && site.where === 'code') this.key(word, value, isName);
    if (site.group > 0 && (shape & COLON) === 0) this.element(word, value, { shape, isName });
  }

  /** A key may stand in a table of models. */
  private key(word: Waiting, value: string, isName: boolean): void {
    const registry = isName ? this.references.found.get(word.range.start)?.registry : undefined;
    if (registry !== undefined) this.tables.addName(word.site.group, registry);
    else if (!isName && mayBeKeyOfTable(value)) this.tables.wait(word);
  }

  /** A word of a list may tell what the others are, or be told by them. */
  private element(word: Waiting, value: string, { shape, isName }: { shape: number; isName: boolean }): void {
    if ((shape & (DASH | UNDERSCORE)) === UNDERSCORE && isArchitectureName(value))
      this.recognition.elements.holdsArchitectures(word.site.group);
    if (!isName && mayBeSibling(value)) this.recognition.elements.wait(word);
  }

  prose(range: TextRange, site: Site): void {
    if (this.recognition.isLeftOut(range)) return;
    if (this.given(range, { ...site, lexical: 'string' }, false)) return;
    this.echoes.addText(range, site);
    scanText(this, range, site);
  }

  programOf(word: string): readonly TextRange[] | undefined {
    return word.includes('$') ? this.programs.wordsOf(word) : undefined;
  }

  command(words: readonly TextRange[], site: Site): void {
    readCommand(this, words, site);
  }

  embed(language: string, document: DecodedText, name = ''): boolean {
    if (this.depth >= DEEPEST_DOCUMENT) return false;
    if (this.recognition.isLeftOut(document.sourceRange({ start: 0, end: document.text.length })))
      return true;
    this.embedded.push({ language, document, name });
    return true;
  }

  withdraw(range: TextRange): void {
    this.bindings.withdraw(range.start);
    this.recognition.withdraw(range);
  }

  pin(range: TextRange, value: string): void {
    this.recognition.pin(range, value);
  }

  mayBeName(word: string): boolean {
    return this.knowledge.mayBeName(word);
  }

  importOf(name: string): Imported | undefined {
    return this.imports.get(name);
  }

  factoryFrom(name: string): string | undefined {
    return this.knowledge.vendors.factoryFrom(name);
  }

  define(name: string, value: TextRange, at: number): void {
    this.bindings.define({ name, range: value, at });
  }

  dynamic(argument: DynamicArgument): void {
    if (this.recognition.isOfOthers(intentOf(argument.site).loader)) return;
    this.flows.add(argument);
    this.bindings.use(argument);
  }

  asks(argument: DynamicArgument): void {
    if (this.named.length < MOST_NAMED) this.named.push(argument);
  }

  passed(argument: DynamicArgument): void {
    if (!this.recognition.isOfOthers(intentOf(argument.site).loader)) this.flows.add(argument);
  }

  /** Everything found, in order. */
  result(): Detection {
    for (const { lead, words } of splitCommands(this.text, this.knowledge.brackets))
      readCommand(this, words, OF_COMMAND, lead);
    const names = this.names();
    settleWaiting(names, this.recognition.elements);
    settleTables(names, this.tables);
    settleArchitectures(this.references, this.recognition.elements);
    settleEchoes(names, this.echoes, this.recognition.sure);
    settleKin(names, this.echoes);
    settleFiles(this.references, this.recognition.origins);
    settleDigests(this.references, this.recognition.digests, this.recognition.revisions);
    const { uses, composed, choices } = this.bindings.resolve(
      this.text,
      this.bindingHost((range, site) => this.recognition.referenceAt(range, site)),
    );
    settleUses(this.references, uses);
    settleFlows(this.references, this.flows);
    settleTraining(this.references, uses);
    const code = this.askedCode();
    const values = settleValues(code);
    const requests = this.requests();
    const kept = settleAsked(code, requests.uses, values);
    settleMembers(code, requests.uses);
    settleFilesBesideWeights(this.references);
    settleKeysOfEntries(this.references);
    const putTogether = this.namedNowhereElse([...composed, ...requests.composed]);
    const references = withoutOverlaps([...this.references.found.values(), ...putTogether]);
    if (this.recognition.only !== undefined) return { references, uses: [], runtimeChoices: [] };
    const asked = this.askedText();
    return {
      references: references.map((reference) => withPath(reference, code)),
      folders: this.foldersBeside(putTogether),
      addresses: calledHosts(this.knowledge, this.contexts),
      clients: [
        ...clientsForOthers(this.knowledge, this.imports),
        ...addressesForOthers(this.knowledge, this.imports),
        ...regionsForOthers(this.knowledge, this.imports),
      ],
      ownClasses: ownClasses(this.knowledge),
      uses,
      runtimeChoices: eachPlaceOnce([
        ...askedOfOthers(asked),
        ...[...choices.filter((choice) => isLoading(choice, this.knowledge)), ...requests.choices]
          .filter(({ range }) => !kept.has(range.start))
          .map(this.fromElsewhere()),
        ...askedElsewhere(asked),
        ...askedBySpread(asked),
      ]),
    };
  }

  /** The models of requests to services that are no plain texts. */
  private readonly requested = once((): readonly DynamicArgument[] => {
    const { brackets, vendors } = this.knowledge;
    return requestedModels(this.text, brackets, vendors.modelMakers()).filter(
      ({ range }) => this.contexts.at(range.start).context !== 'docs',
    );
  });

  /** The same, and the models that known calls of clients get. */
  private readonly asked = once((): readonly DynamicArgument[] => [
    ...this.requested(),
    ...this.bindings.ofClients(),
  ]);

  /** Requests as uses of what the text defines, and those whose models neither it nor the configuration names. */
  private requests(): ReturnType<Bindings['resolve']> {
    const host = this.bindingHost(({ start }) => this.references.found.get(start));
    const open = this.requested().filter(({ range }) => !this.isNamedIn(range));
    return this.bindings.resolve(this.text, host, open);
  }

  /** Names that are put together from parts, without those whose model a part names by itself. */
  private namedNowhereElse(composed: readonly ModelReference[]): readonly ModelReference[] {
    const named = new Set(
      [...this.references.found.values()].filter(({ role }) => isUse(role)).map(({ model }) => model),
    );
    return composed.filter(({ role, model }) => isUse(role) && !named.has(model));
  }

  /** The paths that stand in place of models, without those that are parts of names. */
  private foldersBeside(names: readonly ModelReference[]): readonly ModelReference[] {
    const all = new Set(names);
    const folders = [...this.recognition.folders.values()]
      .filter(({ start }) => !this.references.found.has(start))
      .map((place) => this.references.reference(place));
    return withoutOverlaps([...folders, ...all]).filter((one) => !all.has(one));
  }

  /** Adds to what clients and loaders get of another file by which name they do. */
  private fromElsewhere(): (choice: RuntimeChoice) => RuntimeChoice {
    const asked = new Map(this.asked().map((argument) => [argument.range.start, argument]));
    return (choice) => {
      const argument = asked.get(choice.range.start) ?? { range: choice.range, site: OF_LOADER };
      const imported = importedName(argument, this.knowledge, (name) => this.importOf(name));
      if (imported === undefined) return choice;
      const client = imported.host === null ? this.clientElsewhere(argument) : undefined;
      const given = client === undefined ? this.regionsFor(argument, imported.host) : { client };
      return { ...choice, imported: { ...imported, ...given } };
    };
  }

  /** The regions that the client is given which gets a name at a place. */
  private regionsFor(
    { range: { start, end }, site }: Pick<DynamicArgument, 'range' | 'site'>,
    host: string | null,
  ): Pick<ImportedName, 'regions' | 'regionsBy'> {
    const { knowledge, text } = this;
    const around = once(() => surroundingsOf(text, knowledge.brackets, { start, end }));
    const place = { text, start, end, site, knowledge };
    // Whom a client asks that only its package tells is known where the model is kept.
    const told = (host === null ? knowledge.hosts.inRegions : [host]).map((one) =>
      regionOf(place, { role: 'calls', host: one, why: [] }, around),
    );
    const regions = told.flatMap(({ region, possibleRegions }) => possibleRegions ?? region ?? []);
    const regionsBy = told.flatMap((one) => one.regionsBy ?? []);
    return { ...(regions.length > 0 && { regions }), ...(regionsBy.length > 0 && { regionsBy }) };
  }

  /** The client of another file that is called at a place, or the address there that a client of the text gets. */
  private clientElsewhere({ range: { start }, site }: DynamicArgument): ClientName | undefined {
    const { knowledge, imports } = this;
    const callee = site.call?.callee;
    if (callee === undefined) return undefined;
    const address = addressAsked(callee, start, knowledge, imports);
    // What a request to any address is sent may be no model.
    return address === undefined || address.isOfRequest
      ? importedClient(callee, start, knowledge, imports)
      : address;
  }

  private askedCode(): AskedCode {
    return {
      references: this.references,
      imports: this.imports,
      asked: this.asked,
      named: this.named,
      intentOf: (site) => this.recognition.intentOf(site),
      referenceAt: (range, site) => this.recognition.referenceAsked(range, site),
    };
  }

  private names(): Names {
    return {
      text: this.text,
      found: this.references.found,
      intentOf: (site) => this.recognition.intentOf(site),
      listedOf: (name) => listedOf(name, this.knowledge),
      add: (at, match, by) => this.recognition.add(at, match, by),
    };
  }

  private askedText(): AskedText {
    return {
      knowledge: this.knowledge,
      contexts: this.contexts,
      importOf: (name) => this.importOf(name),
      isNamedIn: (range) => this.isNamedIn(range),
      isCalling: this.isCalling,
    };
  }

  private readonly isCalling = once(() =>
    [...this.references.found.values()].some(({ role }) => role === 'calls'),
  );

  /** Whether a name was found that begins in a stretch of the text. */
  private isNamedIn({ start, end }: TextRange): boolean {
    for (let at = start; at < end; at++) if (this.references.found.has(at)) return true;
    return false;
  }

  private bindingHost(referenceAt: BindingHost['referenceAt']): BindingHost {
    return {
      configValues: this.configValues,
      referenceAt,
      referenceTo: (range, id, site) => this.recognition.useOf(range, id, site),
    };
  }
}

/** The choices in order; a request may be a call that is known, too. */
function eachPlaceOnce(choices: readonly RuntimeChoice[]): readonly RuntimeChoice[] {
  const places = new Map(choices.map((choice) => [choice.range.start, choice]));
  return [...places.values()].sort(byStart);
}
