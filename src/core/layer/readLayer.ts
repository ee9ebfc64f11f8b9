import { isDay, type Check } from '../catalog/shape';
import { message, type Message } from '../message';
import type { PolicyProblem } from '../policy/policy';
import { readYaml, type YamlEntry, type YamlLimits, type YamlMap, type YamlNode } from '../policy/yamlTree';
import { closest } from '../text/closest';
import { LineIndex } from '../text/lineIndex';
import { byStart, type TextRange } from '../text/range';
import {
  type Fields,
  HEAD_FIELDS,
  HOST_FIELDS,
  LICENSE_FIELDS,
  MODEL_FIELDS,
  ORGANIZATION_FIELDS,
} from './layerFields';

/** One entry as it is written: its key, what it states and where. */
export interface Written {
  readonly key: string;
  readonly range: TextRange;
  readonly facts: Readonly<Record<string, unknown>>;
  /** Where a fact is stated; where the entry is, for one that it does not state. */
  readonly at: (fact: string) => TextRange;
}

/** An organization's own records, as its file has them: each was checked by itself, and none against the others or the catalog. */
export interface CatalogLayer {
  /** Who states them: the source that is named for each. */
  readonly title: string;
  /** The day as of which they are right, `YYYY-MM-DD`. */
  readonly date: string;
  readonly models: readonly Written[];
  readonly organizations: readonly Written[];
  readonly licenses: readonly Written[];
  readonly hosts: readonly Written[];
}

/** What is wrong with a layer; `line` and `column` are 1-based, in UTF-16 code units. */
export interface LayerProblem {
  readonly line: number;
  readonly column: number;
  readonly message: Message;
}

export type LayerReading = { readonly layer: CatalogLayer } | { readonly problems: readonly LayerProblem[] };

const SECTIONS = {
  models: MODEL_FIELDS,
  organizations: ORGANIZATION_FIELDS,
  licenses: LICENSE_FIELDS,
  hosts: HOST_FIELDS,
} satisfies Readonly<Record<string, Fields>>;

type Section = keyof typeof SECTIONS;

/** Some thousands of models, each with some facts. */
const LIMITS: YamlLimits = { length: 5_000_000, values: 400_000, aliases: 100 };

/**
 * Reads a file of an organization's own records: YAML or JSON, with `title`, `date` and any of `models`, `organizations`, `licenses` and
 * `hosts`, each by id. Never throws.
 */
export function readLayer(text: string): LayerReading {
  const { root, problems } = readYaml(text, LIMITS);
  const reader = new LayerReader();
  const layer = problems.length > 0 ? undefined : reader.read(root);
  const all = [...problems, ...reader.problems];
  return layer === undefined || all.length > 0 ? { problems: placed(all, text) } : { layer };
}

/** Problems of a text with their places in it, in their order. */
export function placed(
  problems: readonly Pick<PolicyProblem, 'range' | 'message'>[],
  text: string,
): readonly LayerProblem[] {
  const lines = new LineIndex(text);
  return problems
    .toSorted(byStart)
    .map(({ range, message: told }) => ({ ...lines.positionAt(range.start), message: told }));
}

class LayerReader {
  readonly problems: { readonly range: TextRange; readonly message: Message }[] = [];

  read(root: YamlNode | undefined): CatalogLayer | undefined {
    if (root?.kind !== 'map') {
      this.tell(
        root?.range ?? { start: 0, end: 1 },
        message('Keys and values are expected here, as in "key: value"'),
      );
      return undefined;
    }
    const head = this.fields(
      {
        kind: 'map',
        range: root.range,
        entries: root.entries.filter(({ key }) => !Object.hasOwn(SECTIONS, key)),
      },
      HEAD_FIELDS,
      Object.keys(SECTIONS),
    );
    const { title, date } = head;
    for (const key of Object.keys(HEAD_FIELDS))
      if (head[key] === undefined && !root.entries.some((entry) => entry.key === key))
        this.tell({ start: 0, end: 1 }, message('The key "{0}" is missing', key));
    const section = (name: Section): readonly Written[] =>
      this.section(
        root.entries.find(({ key }) => key === name),
        SECTIONS[name],
      );
    return {
      title: String(title),
      date: isDay(date) ? String(date) : '',
      models: section('models'),
      organizations: section('organizations'),
      licenses: section('licenses'),
      hosts: section('hosts'),
    };
  }

  private section(entry: YamlEntry | undefined, fields: Fields): readonly Written[] {
    return this.mapOf(entry?.value).map(({ key, keyRange, value }) => {
      const places = new Map(this.mapOf(value).map((fact) => [fact.key, fact.value.range]));
      return {
        key,
        range: keyRange,
        facts: this.fields({ kind: 'map', range: value.range, entries: this.mapOf(value, false) }, fields),
        at: (fact) => places.get(fact) ?? keyRange,
      };
    });
  }

  /** The entries of a map; a key without a value has none. */
  private mapOf(node: YamlNode | undefined, tells = true): readonly YamlEntry[] {
    if (node === undefined || (node.kind === 'scalar' && node.value === null)) return [];
    if (node.kind === 'map') return node.entries;
    if (tells) this.tell(node.range, message('Keys and values are expected here, as in "key: value"'));
    return [];
  }

  private fields(
    { entries }: YamlMap,
    fields: Fields,
    others: readonly string[] = [],
  ): Record<string, unknown> {
    const facts: Record<string, unknown> = {};
    for (const { key, keyRange, value } of entries) {
      const check = Object.hasOwn(fields, key) ? fields[key] : undefined;
      if (check === undefined) this.unknownKey(key, keyRange, [...Object.keys(fields), ...others]);
      else if (typeof check === 'function') this.fact(facts, { key, node: value, check });
      else facts[key] = this.entriesOf(value, check.each);
    }
    return facts;
  }

  private entriesOf(node: YamlNode, each: Fields): Readonly<Record<string, unknown>> {
    return Object.fromEntries(
      this.mapOf(node).map(({ key, value }) => [
        key,
        this.fields({ kind: 'map', range: value.range, entries: this.mapOf(value) }, each),
      ]),
    );
  }

  private fact(
    facts: Record<string, unknown>,
    { key, node, check }: { readonly key: string; readonly node: YamlNode; readonly check: Check },
  ): void {
    const value = plain(node);
    if (check(value)) facts[key] = value;
    else this.tell(node.range, message('This is no value that "{0}" can have', key));
  }

  private unknownKey(key: string, range: TextRange, names: readonly string[]): void {
    const near = closest(key, names);
    this.tell(
      range,
      near === undefined
        ? message('There is no key "{0}" here; known are: {1}', key, names.join(', '))
        : message('There is no key "{0}" here; did you mean "{1}"?', key, near),
    );
  }

  private tell(range: TextRange, told: Message): void {
    this.problems.push({ range, message: told });
  }
}

function plain(node: YamlNode): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(plain);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key, plain(value)]));
}
