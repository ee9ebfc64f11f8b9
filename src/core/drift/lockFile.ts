import { originCodes } from '../lookup/originCountries';
import { declaredKeys, licenseEvidence, type Model } from '../model';
import { message, type Message } from '../message';
import type { PolicyProblem } from '../policy/policy';
import { readYaml, type YamlEntry, type YamlLimits, type YamlMap, type YamlNode } from '../policy/yamlTree';
import { closest } from '../text/closest';
import type { TextRange } from '../text/range';

export const LOCK_FILE_NAME = '.model-lock.yaml';

/** What was true of a model when somebody approved it. `null` means that it was not known then. */
export interface LockEntry {
  readonly model: string;
  readonly license: string | null;
  readonly effectiveLicense: string | null;
  readonly openness: string;
  readonly publisher: string | null;
  /** Countries of the model and its bases, self first, each once. */
  readonly origin: readonly string[];
  readonly revision: string | null;
  readonly gated: boolean | null;
  /** Source of the license fact. */
  readonly evidence: string | null;
  readonly approvedBy: string | null;
  /** `YYYY-MM-DD`. */
  readonly approvedOn: string | null;
}

export type LockProblem = Pick<PolicyProblem, 'message' | 'range'>;

export interface LockReading {
  /** By lower-cased id, with the range of the id in the file. `undefined` when the file cannot be trusted. */
  readonly entries: ReadonlyMap<string, { readonly entry: LockEntry; readonly range: TextRange }> | undefined;
  readonly problems: readonly LockProblem[];
}

/** Many thousands of models, as {@link writeLock} writes them: without aliases. */
const LIMITS: YamlLimits = { length: 5_000_000, values: 400_000, aliases: 0 };
const HEADER =
  '# Models in use and what was true of them when they were approved. Written by Model License Lens; review its changes like code.\n';

/** The entry that records what is known of a model now. */
export function lockEntry(
  model: Model,
  found: { readonly revision: string | null },
  approval: Pick<LockEntry, 'approvedBy' | 'approvedOn'>,
): LockEntry {
  return {
    model: model.id,
    license: declaredKeys(model),
    effectiveLicense: model.license.effective?.key ?? null,
    openness: model.openness.level,
    publisher: model.publisher?.id ?? null,
    origin: originCodes({ origin: model.origin.filter(({ probable }) => probable !== true) }),
    revision: found.revision,
    gated: model.gated,
    evidence: licenseEvidence(model)?.source ?? null,
    ...approval,
  };
}

/** Writes a lock: sorted, one fact a line, so that two people's changes merge and a changed fact is one changed line. */
export function writeLock(entries: readonly LockEntry[]): string {
  const sorted = [...entries].sort((a, b) => (a.model < b.model ? -1 : a.model > b.model ? 1 : 0));
  return `${HEADER}version: 1\nmodels:${sorted.length === 0 ? ' {}' : ''}\n${sorted.map(writeEntry).join('')}`;
}

function writeEntry(entry: LockEntry): string {
  const { model, ...facts } = entry;
  const lines = Object.entries(facts).map(([key, value]) => `    ${key}: ${JSON.stringify(value)}\n`);
  return `  ${JSON.stringify(model)}:\n${lines.join('')}`;
}

/**
 * Reads a lock. A file with a mistake is not half-read: nothing in it counts until it is mended. A key that no lock has and a value of
 * another type are mistakes, since a fact that is overlooked would count as one that nobody knew. Never throws.
 */
export function readLock(text: string): LockReading {
  const { root, problems } = readYaml(text, LIMITS);
  if (problems.length > 0) return { entries: undefined, problems };
  if (root?.kind !== 'map' || valueOf(root, 'version') !== 1)
    return brokenLock(
      message('the lock file has no "version: 1": it was written by another version, or is not a lock'),
    );
  const models = root.entries.find(({ key }) => key === 'models')?.value;
  if (models?.kind !== 'map' && !isNull(models))
    return brokenLock(message('"models" of the lock file must map each model to its facts'), models?.range);
  return new LockReader().read(root, models?.kind === 'map' ? models.entries : []);
}

/** A lock that is there and cannot be used. */
export function brokenLock(problem: Message, range: TextRange = { start: 0, end: 0 }): LockReading {
  return { entries: undefined, problems: [{ message: problem, range }] };
}

/** What may stand for each fact. */
const FACTS = {
  license: 'text',
  effectiveLicense: 'text',
  openness: 'text',
  publisher: 'text',
  origin: 'list',
  revision: 'text',
  gated: 'boolean',
  evidence: 'text',
  approvedBy: 'text',
  approvedOn: 'text',
} as const satisfies Record<Exclude<keyof LockEntry, 'model'>, 'text' | 'list' | 'boolean'>;
type Fact = keyof typeof FACTS;

const EXPECTED = {
  text: message('Text in quotes, or null, is expected here'),
  boolean: message('true, false or null is expected here'),
  list: message('A list of texts is expected here, as in ["a", "b"]'),
};

/** A file that is no lock has a mistake in every line; the first ones say enough. */
const MAX_PROBLEMS = 10;

class LockReader {
  private readonly problems: LockProblem[] = [];
  private readonly entries = new Map<string, { readonly entry: LockEntry; readonly range: TextRange }>();

  read(root: YamlMap, models: readonly YamlEntry[]): LockReading {
    this.checkKeys(root, ['version', 'models']);
    for (const model of models) this.model(model);
    return this.problems.length > 0
      ? { entries: undefined, problems: this.problems.slice(0, MAX_PROBLEMS) }
      : { entries: this.entries, problems: [] };
  }

  private model({ key: model, keyRange: range, value }: YamlEntry): void {
    const id = model.toLowerCase();
    const twin = this.entries.get(id)?.entry.model;
    if (twin !== undefined)
      return this.add(range, message('"{0}" and "{1}" are the same model: keep one of them', twin, model));
    if (value.kind !== 'map')
      return this.add(range, message('"{0}" of the lock file must map to its facts', model));
    this.checkKeys(value, Object.keys(FACTS));
    this.entries.set(id, { entry: this.entry(model, value), range });
  }

  private entry(model: string, facts: YamlMap): LockEntry {
    const text = (fact: Fact): string | null => {
      const value = this.fact(facts, fact);
      return typeof value === 'string' ? value : null;
    };
    const origin = this.fact(facts, 'origin');
    const gated = this.fact(facts, 'gated');
    return {
      model,
      license: text('license'),
      effectiveLicense: text('effectiveLicense'),
      openness: text('openness') ?? 'unknown',
      publisher: text('publisher'),
      origin: Array.isArray(origin) ? origin : [],
      revision: text('revision'),
      gated: typeof gated === 'boolean' ? gated : null,
      evidence: text('evidence'),
      approvedBy: text('approvedBy'),
      approvedOn: text('approvedOn'),
    };
  }

  /** The value of a fact, `null` where it is not known or not of its type. */
  private fact(facts: YamlMap, fact: Fact): string | boolean | readonly string[] | null {
    const node = facts.entries.find(({ key }) => key === fact)?.value;
    if (node === undefined || isNull(node)) return null;
    const type = FACTS[fact];
    if (type === 'list') {
      const texts = textsOf(node);
      if (texts !== undefined) return texts;
    } else if (node.kind === 'scalar' && typeof node.value === (type === 'text' ? 'string' : type))
      return node.value as string | boolean;
    this.add(node.range, EXPECTED[type]);
    return null;
  }

  private checkKeys({ entries }: YamlMap, known: readonly string[]): void {
    for (const { key, keyRange } of entries) {
      if (known.includes(key)) continue;
      const near = closest(key, known);
      this.add(
        keyRange,
        near === undefined
          ? message('There is no key "{0}" here; known are: {1}', key, known.join(', '))
          : message('There is no key "{0}" here; did you mean "{1}"?', key, near),
      );
    }
  }

  private add(range: TextRange, problem: Message): void {
    this.problems.push({ range, message: problem });
  }
}

function textsOf(node: YamlNode): readonly string[] | undefined {
  if (node.kind !== 'list') return undefined;
  const texts = node.items.flatMap((item) =>
    item.kind === 'scalar' && typeof item.value === 'string' ? [item.value] : [],
  );
  return texts.length === node.items.length ? texts : undefined;
}

function isNull(node: YamlNode | undefined): boolean {
  return node?.kind === 'scalar' && node.value === null;
}

function valueOf({ entries }: YamlMap, name: string): unknown {
  const value = entries.find(({ key }) => key === name)?.value;
  return value?.kind === 'scalar' ? value.value : undefined;
}
