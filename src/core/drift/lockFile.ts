import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { licenseEvidence, type Model } from '../model';
import { message, type Message } from '../message';
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

export interface LockReading {
  /** By lower-cased id, with the range of the id in the file. `undefined` when the file cannot be trusted. */
  readonly entries: ReadonlyMap<string, { readonly entry: LockEntry; readonly range: TextRange }> | undefined;
  readonly problems: readonly {
    readonly message: Message;
    readonly range: TextRange;
    readonly line: number;
  }[];
}

const MAX_LOCK = 5_000_000;
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
    license: model.license.declared?.key ?? null,
    effectiveLicense: model.license.effective?.key ?? null,
    openness: model.openness.level,
    publisher: model.publisher?.id ?? null,
    origin: [
      ...new Set(
        model.origin.map(({ country }) => country).filter((country): country is string => country !== null),
      ),
    ],
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

/** Reads a lock. A file with a mistake is not half-read: nothing in it counts until it is mended. */
export function readLock(text: string): LockReading {
  if (text.length > MAX_LOCK) return broken(message('the lock file is larger than {0} characters', MAX_LOCK));
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, logLevel: 'silent' });
  const [fault] = document.errors;
  if (fault !== undefined)
    return broken(
      message('the lock file is not valid YAML: {0}', fault.message.split('\n')[0] ?? ''),
      fault.linePos?.[0].line,
      { start: fault.pos[0], end: fault.pos[1] },
    );
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 0 });
  } catch {
    return broken(message('the lock file uses aliases, which it must not'));
  }
  if (!isRecord(value) || value['version'] !== 1)
    return broken(
      message('the lock file has no "version: 1": it was written by another version, or is not a lock'),
    );
  if (value['models'] !== null && !isRecord(value['models']))
    return broken(message('"models" of the lock file must map each model to its facts'));
  return readEntries(value['models'] ?? {}, document, lines);
}

function readEntries(
  models: Readonly<Record<string, unknown>>,
  document: ReturnType<typeof parseDocument>,
  lines: LineCounter,
): LockReading {
  const entries = new Map<string, { entry: LockEntry; range: TextRange }>();
  const ranges = keyRanges(document);
  for (const [model, facts] of Object.entries(models)) {
    const range = ranges.get(model) ?? { start: 0, end: 0 };
    const { start } = range;
    if (!isRecord(facts))
      return broken(
        message('"{0}" of the lock file must map to its facts', model),
        lines.linePos(start).line,
        range,
      );
    entries.set(model.toLowerCase(), { entry: readEntry(model, facts), range });
  }
  return { entries, problems: [] };
}

function keyRanges(document: ReturnType<typeof parseDocument>): ReadonlyMap<string, TextRange> {
  const models = document.get('models');
  const keys = isMap(models) ? models.items.map(({ key }) => key).filter(isScalar) : [];
  return new Map(
    keys.map(({ value, range }) => [String(value), { start: range?.[0] ?? 0, end: range?.[1] ?? 0 }]),
  );
}

function readEntry(model: string, facts: Readonly<Record<string, unknown>>): LockEntry {
  const text = (key: string): string | null =>
    typeof facts[key] === 'string' ? (facts[key] as string) : null;
  return {
    model,
    license: text('license'),
    effectiveLicense: text('effectiveLicense'),
    openness: text('openness') ?? 'unknown',
    publisher: text('publisher'),
    origin: Array.isArray(facts['origin'])
      ? facts['origin'].filter((item): item is string => typeof item === 'string')
      : [],
    revision: text('revision'),
    gated: typeof facts['gated'] === 'boolean' ? facts['gated'] : null,
    evidence: text('evidence'),
    approvedBy: text('approvedBy'),
    approvedOn: text('approvedOn'),
  };
}

function broken(problem: Message, line = 1, range: TextRange = { start: 0, end: 0 }): LockReading {
  return { entries: undefined, problems: [{ message: problem, line, range }] };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
