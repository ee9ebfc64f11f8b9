import type { ModelReference } from '../reference';
import type { TextRange } from '../text/range';
import { hasFileEnding, hubId, isOfData, isPathLike, isPlaceholder } from '../registries/names/hubId';
import { type Echoes, startOfId } from './echoes';
import type { Groups, Waiting } from './groups';
import type { Intent } from './intent';
import type { Match } from './match';
import { Neighbors } from './neighbors';
import type { Site } from './site';
import { PLAIN_WORD } from './sureNames';
import type { Tables } from './tables';
import type { Registry } from '../vocabulary';

/** Passes that add names which were none by themselves: other names of the text tell that they are. */

const BACKTICK = 96;

/** The names of a text, to which more may be added. */
export interface Names {
  readonly text: string;
  readonly found: ReadonlyMap<number, ModelReference>;
  readonly intentOf: (site: Site) => Intent;
  /** Whose model the catalog has under a name just as it is written, where only its service runs it. */
  readonly listedOf: (name: string) => Registry | undefined;
  readonly add: (at: number, match: Match, by: { readonly site: Site; readonly intent: Intent }) => void;
}

/** A word among names of its kind is one of them. */
export function settleWaiting(names: Names, elements: Groups): void {
  for (const { words, beside } of elements.toSettle()) {
    const neighbors = new Neighbors(
      beside.flatMap((at) => names.found.get(at) ?? []),
      names.listedOf,
    );
    for (const { range, site } of words) {
      const id = names.text.slice(range.start, range.end);
      const match = neighbors.matchOf(id);
      const intent = names.intentOf(site);
      if (match === undefined || intent.excluded) continue;
      names.add(range.start, match, { site, intent });
    }
  }
}

/** A key of a table of models is one of them. */
export function settleTables(names: Names, tables: Tables): void {
  const isFound = ({ range }: Waiting): boolean => names.found.has(range.start);
  for (const { range, site, registry } of tables.toSettle(isFound)) {
    const id = names.text.slice(range.start, range.end);
    const intent = names.intentOf(site);
    if (intent.excluded || isPlaceholder(id) || hasFileEnding(id)) continue;
    names.add(
      range.start,
      { start: 0, end: id.length, registry, id, evidence: 'siblings' },
      { site, intent },
    );
  }
}

/** What the text gives at a sure place is the same thing where it stands again. */
export function settleEchoes(names: Names, echoes: Echoes, sure: ReadonlyMap<string, Match>): void {
  for (const { range, site, name } of echoes.of([...sure.keys()], names.text)) {
    const match = sure.get(name);
    if (
      match === undefined ||
      names.intentOf(site).excluded ||
      (PLAIN_WORD.test(name) && site.lexical !== 'comment' && !isInMarks(names.text, range))
    )
      continue;
    const mention: Site = {
      ...site,
      lexical: site.lexical === 'string' || site.lexical === 'bare' ? 'span' : site.lexical,
      key: '',
      group: 0,
    };
    names.add(
      range.start,
      { ...match, evidence: 'same-file' },
      { site: mention, intent: names.intentOf(mention) },
    );
  }
}

/** Another size of a model that the text loads. */
export function settleKin(names: Names, echoes: Echoes): void {
  const starts = new Set<string>();
  for (const { registry, role, text } of names.found.values()) {
    const start = registry === 'huggingface' && role !== 'mentions' ? startOfId(text) : undefined;
    if (start !== undefined) starts.add(start);
  }
  for (const { range, site, name } of echoes.alike(starts)) {
    const intent = names.intentOf(site);
    const id = hubId(name);
    if (intent.excluded || id === undefined || isPathLike(id) || isOfData(id) || isPlaceholder(name))
      continue;
    names.add(
      range.start,
      { start: 0, end: name.length, registry: 'huggingface', id: name, evidence: 'same-file' },
      { site, intent },
    );
  }
}

function isInMarks(text: string, { start, end }: TextRange): boolean {
  return text.charCodeAt(start - 1) === BACKTICK && text.charCodeAt(end) === BACKTICK;
}
