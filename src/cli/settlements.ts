import { dirname, join } from 'node:path';
import {
  type AuditedFinding,
  decodeText,
  type FileSource,
  type FixKind,
  KeptPromises,
  NOTICE_FILE_NAME,
  POLICY_FILE_NAME,
  type ProjectContext,
  settle,
  type Settlement,
} from '../core';
import { diskFiles } from '../node/fileSource';
import { decode } from '../node/host';
import { projectAt } from '../node/projectAt';
import type { Target } from '../node/target';
import { writeText } from '../node/writeText';
import { auditTarget } from './auditTarget';
import type { Cli } from './cli';
import { engineOf } from './engine';

/** A change that settles a finding, and where it is. */
export interface Change extends Settlement {
  readonly path: string;
  readonly at: AuditedFinding['span'];
  /** What stands in the place of the new text, and the characters on both sides of it: empty at the ends of the file. */
  readonly was: string;
  readonly before: string;
  readonly after: string;
}

export interface Changes {
  readonly changes: readonly Change[];
  /** Files that could not be changed, each with the reason. */
  readonly failed: readonly string[];
  /** Whether everything could be read. */
  readonly complete: boolean;
}

/**
 * Audits a target and finds what the editor's quick fixes of some kinds would change, file by file.
 * @param apply whether to write it too
 */
export async function changesOf(
  target: Target,
  kinds: ReadonlySet<FixKind>,
  { apply }: { readonly apply: boolean },
  cli: Cli,
): Promise<Changes> {
  const source = diskFiles(target.root);
  const result = await auditTarget(target, source, cli);
  // Read once for each folder, however many of its files change.
  const projects = new KeptPromises<ProjectContext>();
  const changes: Change[] = [];
  const failed: string[] = [];
  for (const [path, findings] of byPath(result.findings)) {
    try {
      changes.push(...(await settledFile({ path, findings, kinds, source, projects, apply }, target, cli)));
    } catch (error) {
      failed.push(`${path}: ${(error as Error).message}`);
    }
  }
  return { changes, failed, complete: result.stats.complete && failed.length === 0 };
}

function byPath(findings: readonly AuditedFinding[]): ReadonlyMap<string, readonly AuditedFinding[]> {
  const found = new Map<string, AuditedFinding[]>();
  for (const finding of findings) {
    const others = found.get(finding.path);
    if (others === undefined) found.set(finding.path, [finding]);
    else others.push(finding);
  }
  return found;
}

interface Work {
  readonly path: string;
  readonly findings: readonly AuditedFinding[];
  readonly kinds: ReadonlySet<FixKind>;
  readonly source: FileSource;
  readonly projects: KeptPromises<ProjectContext>;
  readonly apply: boolean;
}

/** The changes of one file, written where that is asked for. Rejects when the file cannot be read or written. */
async function settledFile(
  { path, findings, kinds, source, projects, apply }: Work,
  { root }: Target,
  cli: Cli,
): Promise<readonly Change[]> {
  const engine = engineOf(cli);
  const bytes = await source.read(path);
  const decoded = decodeText(bytes, decode);
  if (!('text' in decoded)) return [];
  const folder = dirname(join(root, path));
  const project = await projects.of(folder, () => projectAt(folder, { audited: root, cwd: cli.cwd }, engine));
  const context = {
    document: { path, text: () => decoded.text },
    evaluation: engine.evaluation(project),
    policy: { path: POLICY_FILE_NAME, text: () => undefined },
    notice: { path: NOTICE_FILE_NAME, text: () => undefined },
  };
  const { text, settlements } = settle(
    findings.map(({ finding }) => finding),
    context,
    kinds,
  );
  if (settlements.length === 0) return [];
  if (apply) {
    // A text in another encoding would be written in this one.
    if (!Buffer.from(decoded.text, 'utf8').equals(bytes)) throw new Error('it is not plain UTF-8');
    await writeText(join(root, path), text);
  }
  const spans = new Map(findings.map(({ finding, span }) => [finding, span]));
  return settlements.flatMap((one) => {
    const at = spans.get(one.finding);
    if (at === undefined) return [];
    const { start, end } = one.edit.range;
    const [before, was, after] = [
      decoded.text.slice(Math.max(0, start - 1), start),
      decoded.text.slice(start, end),
      decoded.text.slice(end, end + 1),
    ];
    return [{ ...one, path, at, was, before, after }];
  });
}
