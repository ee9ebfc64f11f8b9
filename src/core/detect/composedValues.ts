import { isFamilyOfVoices } from '../registries/other/spelling';
import type { TextRange } from '../text/range';
import { COLON, HOLE, SIGN } from '../text/shape';
import { joinedBy, lengthOfName } from './joinedNames';
import type { Knowledge } from './knowledge';
import type { Site } from './site';
import { type TemplateValue, valueOfVariable } from './templateValues';

/**
 * What stands before a query with parts that are filled in: `models/gemini-pro:generateContent?k={k}`,
 * `$BASE/models/gemini-pro:generateContent?k=$KEY`. In braces a question mark begins no query: `${a?b}`.
 */
const QUERY_OF_PARTS =
  /^((?:[$#]?\{[^{}]{0,120}\}|\$(?!\{)|[^?{}$#]){1,200})\?((?:[^{$&]{1,200}&){0,20})[^{$]*[{$]/;
/** A parameter for a model among those of a query that are written. */
const MODEL_IN_QUERY = /(?:^|&)model/i;
/**
 * The address of a repository before a path of its files that is filled in:
 * `https://huggingface.co/owner/name/resolve/main/{file}`.
 */
const REPOSITORY_OF_PARTS =
  /^(https?:\/\/[\w.-]{1,80}\/(?:[\w.-]{1,96}\/){1,4}(?:resolve|raw|blob)\/)[^\s]{0,200}[{$]/;
/** A tag or quantization behind a variable: `${REPO:-owner/name-GGUF}:Q4_K_M`, `${M:-llama3}:${TAG:-8b}`. */
const TAG_BEHIND = /^\$\{[^{}]{1,300}\}(:(?:[\w.-]{1,60}|\$\{[^{}]{1,60}\}))$/;

/** Asks what a value names. Returns whether it names something. */
type Recognize = (range: TextRange, value: string, by: { readonly site: Site }) => boolean;

/** Values that are made of several: lists and assignments in one text, and templates with parts that are filled in. */
export class ComposedValues {
  constructor(
    private readonly knowledge: Knowledge,
    private readonly recognize: Recognize,
  ) {}

  /** Reads a value that is made of several: a list, an assignment, a template. False when it is one value. */
  read(range: TextRange, value: string, { shape, site }: { shape: number; site: Site }): boolean {
    const mark = joinedBy(value, shape, { knowledge: this.knowledge, where: site.where });
    if (mark !== undefined) this.list(range, value.split(mark), site);
    else if ((shape & HOLE) !== 0) this.template(range, value, site);
    else return (shape & SIGN) !== 0 && this.assignment(range, value, site);
    return true;
  }

  /** `model=owner/name` as one word. */
  private assignment(range: TextRange, value: string, site: Site): boolean {
    const equals = value.indexOf('=');
    if (equals <= 0 || !/^[\w.-]+$/.test(value.slice(0, equals))) return false;
    this.recognize({ start: range.start + equals + 1, end: range.end }, value.slice(equals + 1), {
      site: { ...site, key: value.slice(0, equals) },
    });
    return true;
  }

  /** Several values in one string, separated by commas. */
  private list(range: TextRange, parts: readonly string[], site: Site): void {
    let start = range.start;
    for (const written of parts) {
      const part = written.slice(0, lengthOfName(written, COLON | SIGN));
      const end = start + part.length;
      const equals = part.indexOf('=');
      const key = equals > 0 ? part.slice(0, equals) : site.key;
      const from = equals > 0 ? start + equals + 1 : start;
      if (end > from)
        this.recognize({ start: from, end }, part.slice(from - start), { site: { ...site, key } });
      start += written.length + 1;
    }
  }

  /**
   * A value with parts that are filled in: its default (`${VAR:-default}`, `${VAR=default}`), or a last part that is
   * whole.
   */
  template(range: TextRange, value: string, site: Site): void {
    const path = withoutQuery(value);
    if (path !== undefined) return this.beforeQuery(range.start, path, site);
    // A dollar that a string of Kotlin or Groovy escapes, for Spring to fill in.
    if (value.startsWith('\\$'))
      return this.template({ start: range.start + 1, end: range.end }, value.slice(1), site);
    if (value.startsWith('$') && value.charCodeAt(1) !== 123) return this.behindVariable(range, value, site);
    const start = value.indexOf('${');
    const close = value.lastIndexOf('}');
    const tag = TAG_BEHIND.exec(value)?.[1]?.length;
    if (tag !== undefined)
      return this.template({ start: range.start, end: range.end - tag }, value.slice(0, -tag), site);
    if (start === 0 && close === value.length - 1) return this.defaultOf(range, value, site);
    this.behindParts(range, value, site);
  }

  /** What stands before a query, or the parameters of it that are filled in. */
  private beforeQuery(start: number, value: string, site: Site): void {
    const range = { start, end: start + value.length };
    if (/[{$]/.test(value)) this.template(range, value, site);
    else this.recognize(range, value, { site });
  }

  /** A file of a repository, by whatever name: the revision may be filled in as well. */
  ofRepository({ start }: TextRange, value: string, site: Site): boolean {
    const view = REPOSITORY_OF_PARTS.exec(value)?.[1];
    if (view === undefined) return false;
    const hole = value.search(/[{$]/);
    const end = value.lastIndexOf('/', hole) + 1;
    return this.recognize({ start, end: start + end }, value.slice(0, end), { site });
  }

  /** What stands whole behind the parts that are filled in, or all of it where every member of a family is alike. */
  private behindParts(range: TextRange, value: string, site: Site): void {
    if (isFamilyOfVoices(value)) return void this.recognize(range, value, { site });
    const close = value.lastIndexOf('}');
    const slash = value.lastIndexOf('/');
    const publisher = value.lastIndexOf('publishers/');
    if (publisher > close)
      this.recognize({ start: range.start + publisher, end: range.end }, value.slice(publisher), { site });
    else if (close >= 0 && value.charCodeAt(close + 1) === 47)
      this.recognize({ start: range.start + close + 1, end: range.end }, value.slice(close + 1), { site });
    if (close >= 0 && slash > close && value.startsWith('arn:')) {
      this.recognize({ start: range.start + slash + 1, end: range.end }, value.slice(slash + 1), {
        site: { ...site, key: 'model_id' },
      });
    }
  }

  /** `$HOME/wheels/name.whl`: a path in a folder that is not known. */
  private behindVariable(range: TextRange, value: string, site: Site): void {
    const slash = value.indexOf('/');
    if (slash > 0 && !value.includes('$', 1))
      this.recognize({ start: range.start + slash, end: range.end }, value.slice(slash), { site });
  }

  private defaultOf(range: TextRange, value: string, site: Site): void {
    const given = valueOfVariable(value, range.start);
    if (given === undefined) return;
    const name = value.slice(given.start - range.start, given.end - range.start);
    this.recognize(given, name, { site: siteOf(given, site) });
  }
}

/** A value up to its query, or the parameters of it that are filled in; `undefined` where none is. */
function withoutQuery(value: string): string | undefined {
  const [, path, written = ''] = QUERY_OF_PARTS.exec(value) ?? [];
  const named = MODEL_IN_QUERY.test(written) ? written.length + 1 : 0;
  return path && value.slice(0, path.length + named);
}

/** The place of what a template gives: of the variable whose place it takes, below the key that it is the value of. */
export function siteOf({ variable }: TemplateValue, site: Site): Site {
  if (variable === '') return site;
  return { ...site, key: variable, parents: site.key === '' ? site.parents : [site.key, ...site.parents] };
}
