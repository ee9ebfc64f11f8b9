import { join } from 'node:path';
import {
  type AuditedFinding,
  type AuditResult,
  type ChosenChange,
  closest,
  type FileEdit,
  type Finding,
  type FixContext,
  grouped,
  type KeptName,
  type Language,
  leftReason,
  message,
  type ModelReference,
  replaceChosen,
  type Refused,
  settle,
  type Settlement,
  type Severity,
  ToldError,
  type Wanted,
} from '../core';
import { diskFiles } from '../node/fileSource';
import type { Target } from '../node/target';
import { encodeText } from '../node/encodeText';
import { writeText } from '../node/writeText';
import { auditTarget } from './auditTarget';
import type { Cli } from './cli';
import { openedForFixes, opening, type Opening } from './openedForFixes';
import { reasonText } from './shownReason';

/** A change that settles a finding, and where it is. */
export interface Change extends Settlement {
  readonly path: string;
  readonly at: AuditedFinding['span'];
  /** What stands in the place of the new text, and the characters on both sides of it: empty at the ends of the file. */
  readonly was: string;
  readonly before: string;
  readonly after: string;
}

/** A change that is not made, where, and why. */
export interface RefusedChange extends Refused {
  readonly path: string;
  readonly at: AuditedFinding['span'];
}

export interface Changes {
  readonly changes: readonly Change[];
  readonly refused: readonly RefusedChange[];
  /** Further places of the names that are changed. */
  readonly kept: readonly PlacedKept[];
  /** Files that could not be changed, each with the reason. */
  readonly failed: readonly string[];
  /** Whether everything could be read. */
  readonly complete: boolean;
}

/** How the changes are asked for. */
interface Asked {
  /** Whether to write them, or only to find them. */
  readonly apply: boolean;
  /** Of the errors that are told. */
  readonly language: Language;
}

/**
 * Audits a target and finds what the editor's quick fixes of some kinds would change, file by file.
 * @param wanted which of them
 */
export async function changesOf(
  target: Target,
  wanted: Wanted,
  { apply, language }: Asked,
  cli: Cli,
): Promise<Changes> {
  const changes: Change[] = [];
  const refused: RefusedChange[] = [];
  const outcome = await inEachFile(target, ({ findings }) => findings, {
    apply,
    cli,
    language,
    rewrite: (findings, context) =>
      settle(
        findings.map(({ finding }) => finding),
        context,
        wanted,
      ),
    take(path, findings, file) {
      const spans = new Map(findings.map(({ finding, span }) => [finding, span]));
      const placed = <T extends { readonly finding: Finding }>(one: T) => {
        const at = spans.get(one.finding);
        return at === undefined ? [] : [{ ...one, path, at }];
      };
      changes.push(
        ...file.settlements.flatMap(placed).map((one) => ({ ...one, ...around(one.edit, file.was) })),
      );
      refused.push(...file.refused.flatMap(placed));
    },
  });
  const { references, findings, ...read } = outcome;
  return {
    changes,
    refused,
    kept: keptOf({ references, findings }, { changes, refused }, wanted.least),
    ...read,
  };
}

/** Where the names that are changed stand too, and why they are left there: no program may compile, and no test pass, without a look. */
function keptOf(
  { references, findings }: Pick<AuditResult, 'references' | 'findings'>,
  { changes, refused }: Pick<Changes, 'changes' | 'refused'>,
  least: Severity,
): readonly PlacedKept[] {
  const changed = changes.flatMap(({ finding }) => finding.reference?.id.toLowerCase() ?? []);
  const names = new Set(changed);
  const told = new Set([...changes, ...refused].map(({ path, finding }) => `${path} ${finding.range.start}`));
  const found = grouped(findings, ({ path, finding }) => `${path} ${finding.range.start}`);
  return references
    .filter(
      ({ path, reference: { id, range } }) =>
        names.has(id.toLowerCase()) && !told.has(`${path} ${range.start}`),
    )
    .map(({ path, span, reference, reservations }) => {
      const here = found.get(`${path} ${reference.range.start}`) ?? [];
      const place = { reference, reservations, findings: here.map(({ finding }) => finding) };
      return { path, at: span, reference, reason: leftReason(place, least) };
    });
}

/** One place of a name that a person chose, and where it is. */
export interface PlacedChoice extends ChosenChange {
  readonly path: string;
  readonly at: AuditedFinding['span'];
}

/** One place that keeps its name, where, and why. */
export interface PlacedKept extends KeptName {
  readonly path: string;
  readonly at: AuditedFinding['span'];
}

export interface Choices extends Pick<Changes, 'kept' | 'failed' | 'complete'> {
  readonly changes: readonly PlacedChoice[];
  /** The name that was probably meant, where no place has the one that is to be replaced. */
  readonly nearest: string | undefined;
}

/**
 * Writes a name that a person chose wherever a target uses another.
 */
export async function choicesOf(
  target: Target,
  names: { readonly from: string; readonly to: string },
  { apply, language }: Asked,
  cli: Cli,
): Promise<Choices> {
  const changes: PlacedChoice[] = [];
  const kept: PlacedKept[] = [];
  const outcome = await inEachFile(target, ({ references }) => references, {
    apply,
    cli,
    language,
    rewrite(references, context) {
      const { changes: settlements, ...chosen } = replaceChosen(
        references.map(({ reference }) => reference),
        names,
        context,
      );
      return { ...chosen, settlements };
    },
    take(path, references, file) {
      const spans = new Map(references.map(({ reference, span }) => [reference, span]));
      const placed = <T extends { readonly reference: ModelReference }>(one: T) => {
        const at = spans.get(one.reference);
        return at === undefined ? [] : [{ ...one, path, at }];
      };
      changes.push(...file.settlements.flatMap(placed));
      kept.push(...file.kept.flatMap(placed));
    },
  });
  const { references, failed, complete } = outcome;
  const nearest =
    changes.length + kept.length > 0
      ? undefined
      : closest(
          names.from,
          references.flatMap(({ reference: { id, text, model } }) => [
            id,
            text,
            ...(model === null ? [] : [model]),
          ]),
        );
  return { changes, kept, nearest, failed, complete };
}

/** A text with its changes. */
interface Rewritten {
  readonly text: string;
  readonly settlements: readonly unknown[];
}

interface Steps<Item, Result extends Rewritten> {
  readonly apply: boolean;
  readonly cli: Cli;
  readonly language: Language;
  rewrite(items: readonly Item[], context: FixContext): Result;
  /** Takes what `rewrite` gave, once it is written where that is asked for. `was` is the text that the file had. */
  take(path: string, items: readonly Item[], file: Result & { readonly was: string }): void;
}

/** Audits a target, and rewrites each file of which the result has something. A file that cannot be read or written stops no other. */
async function inEachFile<Item extends { readonly path: string }, Result extends Rewritten>(
  target: Target,
  itemsOf: (result: AuditResult) => readonly Item[],
  { apply, cli, language, rewrite, take }: Steps<Item, Result>,
): Promise<Pick<Changes, 'failed' | 'complete'> & Pick<AuditResult, 'references' | 'findings'>> {
  const source = diskFiles(target.root);
  const result = await auditTarget(target, source, cli, { language });
  const work = { ...opening(target.root, cli, source), apply };
  const failed: string[] = [];
  for (const [path, items] of grouped(itemsOf(result), (item) => item.path)) {
    try {
      const file = await rewritten(path, (context) => rewrite(items, context), work);
      if (file !== undefined) take(path, items, file);
    } catch (error) {
      failed.push(`${path}: ${reasonText(error, language)}`);
    }
  }
  const complete = result.stats.complete && failed.length === 0;
  const { references, findings } = result;
  return { references, findings, failed, complete };
}

/** The characters that an edit replaces, and those on both sides of them. */
function around({ range: { start, end } }: FileEdit, text: string) {
  return {
    before: text.slice(Math.max(0, start - 1), start),
    was: text.slice(start, end),
    after: text.slice(end, end + 1),
  };
}

interface Work extends Opening {
  readonly apply: boolean;
}

const NOT_WRITABLE = message(
  'in its encoding the changed text cannot be written with all else kept as it is; save it as UTF-8 first, or change it by hand',
);

/**
 * One file with changes, written where that is asked for. Rejects when it cannot be read or written, whether it is to be or not.
 * @returns what `rewrite` gives, with the text that the file had; `undefined` where the file is no text
 */
async function rewritten<T extends Rewritten>(
  path: string,
  rewrite: (context: FixContext) => T,
  { apply, ...opening }: Work,
): Promise<(T & { readonly was: string }) | undefined> {
  const opened = await openedForFixes(path, opening);
  if (opened === undefined) return undefined;
  const { bytes, text, context } = opened;
  const result = rewrite(context);
  if (result.settlements.length > 0) {
    const changed = encodeText(result.text, bytes);
    // That it cannot be written is said before anybody asks for it.
    if (changed === undefined) throw new ToldError(NOT_WRITABLE);
    if (apply) await writeText(join(opening.root, path), changed);
  }
  return { ...result, was: text };
}
