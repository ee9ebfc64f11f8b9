import type { ModelReference } from '../reference';
import type { TextRange } from '../text/range';
import { countUpTo } from '../text/sorted';
import { isUse } from '../vocabulary';
import { cut } from '../text/interner';
import type { Additions } from './additions';
import { isAmongFallbacks } from './askedLists';
import { Digests } from './digests';
import { FileOrigins } from './fileOrigins';
import { Groups } from './groups';
import { atLeast, EXCLUDED, evidenceOr, intentOf, type Intent } from './intent';
import type { Knowledge } from './knowledge';
import { folderAt } from './localFolders';
import { isFolderOfProject } from './manifests';
import { pin as revisionPin, whole, type Match } from './match';
import { splitProvider } from '../registries/names/providerPath';
import { HOLDS_FILES } from '../registries/tables';
import { hasWeightsEnding } from '../registries/names/weights';
import { providerBeside } from './provider';
import { isGotFromRepository } from './recognize/addresses';
import { recognize } from './recognize/recognize';
import type { Contexts } from './context/context';
import { Revisions } from './revisions';
import { useOf } from './role';
import { withOwner } from './owners';
import { isOnlyNamed as isOnlyNamedAt } from './uses/named';
import type { Place } from './uses/place';
import { keyWords, mayTellModel } from './signatures/keys';
import { surroundingsOf, textOf } from './surroundings';
import { entryOf, nearestKey, type Site } from './site';
import { FoundReferences } from './foundReferences';
import { isSure } from './sureNames';
import { mayPromise } from './valueForms';

/** The entry of a mapping for its model under a key of its own: another name of it is the user's. */
const OWN_MODEL = /(?:^|[\n,{(])[ \t]{0,80}["']?model(?:_?(?:id|name))?["']?\s{0,20}[:=]/i;
/** The entry for what it is called by programs, and a key of a name for people alone. */
const OWN_NAME = /(?:^|[\n,{(])[ \t-]{0,80}["']?(?:id|name|slug|value)["']?\s{0,20}[:=]/i;
const SHOWN = /^(?:display|friendly|pretty|readable|human)[-_ ]?name$/i;

/** What is known of a text before anything is recognized in it, and what of it is asked for. */
interface Asked {
  readonly additions: Additions | undefined;
  readonly only: readonly number[] | undefined;
  /** The list or mapping that another is an element of, by its number; 0 for none. */
  readonly outerOf: (group: number) => number;
}

/** Asks the recognizers what a place names, and keeps the answers with what stands beside them. */
export class Recognition {
  readonly references: FoundReferences;
  readonly elements = new Groups();
  readonly origins = new FileOrigins();
  readonly digests = new Digests();
  readonly revisions = new Revisions();
  /** Names given at places that leave no doubt, which the text may give again. */
  readonly sure = new Map<string, Match>();
  /** Paths in places for models, by where they stand. */
  readonly folders = new Map<number, Place>();
  readonly only: readonly number[] | undefined;
  /** Where references were found, in the order of finding. */
  private readonly order: number[] = [];
  private readonly text: string;
  private readonly additions: Additions | undefined;
  private readonly outerOf: (group: number) => number;

  constructor(
    private readonly knowledge: Knowledge,
    contexts: Contexts,
    { additions, only, outerOf }: Asked,
  ) {
    this.text = knowledge.text;
    this.additions = additions;
    this.only = only;
    this.outerOf = outerOf;
    this.references = new FoundReferences(knowledge, contexts);
  }

  /** What a place says: what the project itself says of it comes first. */
  intentOf(site: Site): Intent {
    return (
      this.additions?.intentOf(site) ??
      (isFolderOfProject(this.knowledge.path, site) ? EXCLUDED : this.intentAt(site))
    );
  }

  /** What a place says by its words: a call that other libraries have too says it where the text has its own. */
  private intentAt(site: Site): Intent {
    const intent = intentOf(site);
    if (!this.isOfOthers(intent.loader)) return intent;
    const { call: _, ...others } = site;
    return intentOf(others);
  }

  /** Whether a loader is one of a library that the text does not speak of. */
  isOfOthers(loader: Intent['loader']): boolean {
    return loader?.onlyWith !== undefined && !this.knowledge.mentions(loader.onlyWith);
  }

  /** Whether nothing is asked for that stands in a stretch of the text. */
  isLeftOut({ start, end }: TextRange): boolean {
    const { only } = this;
    return only !== undefined && countUpTo(only, end, itself) === countUpTo(only, start - 1, itself);
  }

  /** Keeps what a value names, unless something was found where it begins. Returns whether something is. */
  recognize(range: TextRange, value: string, { site, vetted }: { site: Site; vetted?: boolean }): boolean {
    if (this.isLeftOut(range)) return false;
    if (this.references.found.has(range.start)) {
      this.findAnew(range.start, site);
      return true;
    }
    return this.recognizeAlone(range, value, { site, vetted }) || this.recognizeProvided(range, value, site);
  }

  /** A command says more of a word than the list that its words stand in: what was found before is found anew. */
  private findAnew(start: number, site: Site): void {
    const before = this.references.places.get(start);
    const known = this.references.found.get(start);
    if (before === undefined || known === undefined || before.intent.loader !== undefined) return;
    if (!isOfCommand(site) || (isOfCommand(before.site) && !isTextOfCommand(before.site))) return;
    this.foundAnew(known.range, site);
  }

  /** Asks again for what was found at a place, with what is known of it now; it stays where nothing is found. */
  private foundAnew(range: TextRange, site: Site): void {
    const { found } = this.references;
    const known = found.get(range.start);
    found.delete(range.start);
    const isFound = this.recognizeAlone(range, cut(this.text, range.start, range.end), {
      site,
      vetted: true,
    });
    if (!isFound && known !== undefined) found.set(range.start, known);
  }

  private recognizeAlone(
    range: TextRange,
    value: string,
    { site, vetted }: { site: Site; vetted: boolean | undefined },
  ): boolean {
    const prefixed = this.additions?.prefixed(value);
    if (prefixed !== undefined && !intentOf(site).excluded) {
      this.add(range.start, prefixed, { site, intent: this.intentOf(site) });
      return true;
    }
    const sure = vetted === true || this.isSureAt(range, value, site);
    const promised = sure || mayPromise(site);
    if (!promised && !this.knowledge.mayBeName(value)) return false;
    const intent = this.intentOf(site);
    if (!sure && !atLeast(intent, 'model') && !this.mayBeNamed(value)) return false;
    return this.recognizeAs(range, value, { site, intent });
  }

  /** Whether the word itself speaks for a model, or some host calls one so. */
  private mayBeNamed(value: string): boolean {
    return this.knowledge.mayBeName(value) || this.knowledge.hosts.naming(value).length > 0;
  }

  private recognizeAs(
    range: TextRange,
    value: string,
    { site, intent }: { site: Site; intent: Intent },
  ): boolean {
    const match = this.matchOf(range, value, { site, intent });
    // A path may end with a model's name and mean a folder that the project describes.
    if (match === undefined || match.start > 0)
      this.noteFolder(range, folderAt(value, intent), { site, intent });
    if (match !== undefined) this.add(range.start, match, { site, intent });
    return match !== undefined;
  }

  private matchOf(range: TextRange, value: string, by: { site: Site; intent: Intent }): Match | undefined {
    return (
      recognize({ value, at: range.start, ...by, knowledge: this.knowledge }) ??
      this.additions?.named(value, by) ??
      this.nameOfHost(range, value, by)
    );
  }

  /** A name that is no model's by itself, and one at the host that is asked here, by what that host's records say. */
  private nameOfHost(range: TextRange, value: string, by: { site: Site; intent: Intent }): Match | undefined {
    if (by.intent.excluded || !atLeast(by.intent, /[-\d]/.test(value) ? 'value' : 'model')) return undefined;
    const hosts = this.knowledge.hosts.naming(value);
    if (hosts.length === 0) return undefined;
    const match = whole(value, 'other', value, evidenceOr(by.intent, 'catalog'));
    const { role, host } = useOf(this.references.placeOf(range, match, by));
    return isUse(role) && host !== null && hosts.includes(host) ? match : undefined;
  }

  /** A path says nothing of the names around it, for nobody here knows what lies there. */
  private noteFolder(range: TextRange, match: Match | undefined, by: { site: Site; intent: Intent }): void {
    if (match !== undefined) this.folders.set(range.start, this.references.placeOf(range, match, by));
  }

  /** Whether a place by itself, for a value of this form, is of a model. */
  private isSureAt(range: TextRange, value: string, site: Site): boolean {
    return this.isFetched(value, site) || this.isTriedNext(range, value, site);
  }

  /** What a router tries when a model fails, at a provider: nothing else stands there. */
  private isTriedNext({ start }: TextRange, value: string, site: Site): boolean {
    const { text } = this;
    const { brackets } = this.knowledge;
    return splitProvider(value) !== undefined && isAmongFallbacks({ text, start, site, brackets });
  }

  /** The name of a file that is got from a repository, by its ending and its place. */
  private isFetched(value: string, site: Site): boolean {
    return hasWeightsEnding(value) && isGotFromRepository(site, this.knowledge);
  }

  /** A name that says nothing by itself, in a mapping or call that says whose model it is. */
  private recognizeProvided(range: TextRange, value: string, own: Site): boolean {
    const words = keyWords(own.key);
    // The provider's own id: `provider_id: llama-guard` of Llama Stack.
    if (!/^(?:id|name)$/.test(words.at(-1) ?? '') || words.includes('provider')) return false;
    if (!this.knowledge.mentions('provider')) return false;
    const provider = providerBeside(this.text, range);
    if (provider === undefined || this.isBeside(range, OWN_MODEL)) return false;
    if (SHOWN.test(own.key) && this.isBeside(range, OWN_NAME)) return false;
    const site = { ...own, key: 'model', parents: [provider] };
    const intent = this.intentOf(site);
    return intent.registry !== undefined && this.recognizeAs(range, value, { site, intent });
  }

  /** Whether the mapping around a value has an entry whose key has a form. */
  private isBeside(range: TextRange, form: RegExp): boolean {
    return form.test(textOf(this.text, surroundingsOf(this.text, this.knowledge.brackets, range).own));
  }

  /** Keeps what was recognized in a value that begins at an offset, with what its place says. */
  add(at: number, found: Match, { site, intent }: { site: Site; intent: Intent }): void {
    const range = { start: at + found.start, end: at + found.end };
    if (this.references.found.has(range.start)) return;
    const { text, knowledge } = this;
    const match = withOwner(found, range, { text, brackets: knowledge.brackets, knowledge });
    const place = this.references.placeOf(range, match, { site, intent });
    const reference = this.references.reference(place);
    this.references.found.set(range.start, reference);
    this.references.places.set(range.start, place);
    this.order.push(range.start);
    if (site.group > 0) this.elements.add(site.group, range.start);
    this.noteEntry(reference, match, site);
    if (isSure(reference, intent, { isPair: site.isPair === true, isOnlyNamed: isOnlyNamedAt(place) }))
      this.sure.set(reference.text, { ...match, start: 0, end: reference.text.length });
  }

  /** What stands together in a mapping or call: a file of weights and its repository, a name and a digest. */
  private noteEntry(
    { range: { start: at }, text, registry, id }: ModelReference,
    { file }: Match,
    site: Site,
  ): void {
    const entry = entryOf(site);
    const outer = site.where === 'config' ? this.outerOf(entry || site.group) : 0;
    const key = nearestKey(site);
    if (registry === 'local') this.origins.addFile({ at, name: text, entry, outer, key });
    else if (HOLDS_FILES.has(registry) && id.includes('/'))
      this.origins.addRepository({ registry, id }, { at, entry, key, file });
    this.digests.addName(at, entry);
    if (registry === 'huggingface' && site.lexical !== 'prose')
      this.revisions.addName(at, site, this.outerOf);
  }

  /** The reference where a value is written: found before, or made one by the loader that uses it. */
  referenceAt(range: TextRange, site: Site): ModelReference | undefined {
    if (!this.references.found.has(range.start))
      this.recognize(range, this.text.slice(range.start, range.end), {
        site: { ...site, lexical: 'string' },
      });
    return this.references.found.get(range.start) ?? this.namedAtEnd(range);
  }

  /** The folder that a value ends in, which is called after a model. */
  private namedAtEnd({ start, end }: TextRange): ModelReference | undefined {
    if (!this.folders.has(start)) return undefined;
    for (let at = start + 1; at < end; at++) {
      const found = this.references.found.get(at);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** The same of a value that a client gets by a name: what that is called says less than who gets it. */
  referenceAsked(range: TextRange, site: Site): ModelReference | undefined {
    const place = this.references.places.get(range.start);
    if (place !== undefined && isOfVariable(place.site) && this.isMentioned(range))
      this.foundAnew(range, site);
    return this.referenceAt(range, site);
  }

  private isMentioned({ start, end }: TextRange): boolean {
    const known = this.references.found.get(start);
    return known?.role === 'mentions' && known.range.end === end;
  }

  /** The use of a name that is put together, which stands nowhere whole. */
  useOf(range: TextRange, id: string, site: Site): ModelReference | undefined {
    const intent = this.intentOf(site);
    const match = this.matchOf(range, id, { site, intent });
    return match && this.references.reference(this.references.placeOf(range, match, { site, intent }));
  }

  /** Takes back what was found from where a range begins. */
  withdraw(range: TextRange): void {
    for (const at of this.folders.keys()) if (at >= range.start) this.folders.delete(at);
    for (let last = this.order.length - 1; last >= 0 && (this.order[last] ?? 0) >= range.start; last--) {
      this.references.found.delete(this.order[last] ?? -1);
      this.order.pop();
    }
  }

  /** Adds the revision that a call gives to what was found in its range. */
  pin(range: TextRange, value: string): void {
    for (let last = this.order.length - 1; last >= 0 && (this.order[last] ?? 0) >= range.start; last--) {
      const at = this.order[last] ?? 0;
      const reference = this.references.found.get(at);
      if (at < range.end && reference !== undefined && reference.revision === undefined)
        this.references.found.set(at, {
          ...reference,
          revision: revisionPin(value),
          ...this.references.datedAt(reference, value),
        });
    }
  }
}

/** A word of a command: an operand of a program, or the value of a flag. */
function isOfCommand({ operand, key }: Site): boolean {
  return operand !== undefined || (key.startsWith('-') && mayTellModel(key));
}

/** A text that a command is given, which a variable may make a command. */
function isTextOfCommand({ lexical, where }: Site): boolean {
  return lexical === 'prose' && where === 'cli';
}

/** What a variable, and no argument of a call, is given whole. */
function isOfVariable({ where, lexical, call, key, isKey, isCompared }: Site): boolean {
  const isGivenWhole = where === 'code' && lexical === 'string' && call === undefined && key !== '';
  return isGivenWhole && isKey !== true && isCompared !== true;
}

function itself(place: number): number {
  return place;
}
