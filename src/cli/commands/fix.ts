import { dirname, join } from 'node:path';
import {
  type AuditedFinding,
  decodeText,
  escapeMarkdown,
  type FileSource,
  type FixKind,
  KeptPromises,
  markdownTable,
  NOTICE_FILE_NAME,
  POLICY_FILE_NAME,
  type ProjectContext,
  render,
  settle,
  type Settlement,
  visible,
} from '../../core';
import { diskFiles } from '../../node/fileSource';
import { decode } from '../../node/host';
import { projectAt } from '../../node/projectAt';
import { targetOf, type Target } from '../../node/target';
import { writeText } from '../../node/writeText';
import { EXIT, UsageError, type Arguments, type Command, type ExitCode } from '../command';
import { auditTarget } from '../auditTarget';
import { CATALOG_OPTION } from '../catalogOption';
import type { Cli } from '../cli';
import { engineOf } from '../engine';

/** What changes the line with the model and asks nobody for a reason. */
const KINDS = ['rename', 'replace', 'pin'] as const satisfies readonly FixKind[];

export const fixCommand: Command = {
  name: 'fix',
  usage: ['[paths…]'],
  options: [
    {
      name: 'kind',
      value: 'KIND',
      choices: KINDS,
      many: true,
      help: 'rename: present names and successors (default); replace: models that the policy allows; pin: the present commit',
    },
    { name: 'apply', help: 'write the changes; without it nothing is written' },
    CATALOG_OPTION,
  ],
  examples: ['fix', 'fix --apply', 'fix src --kind rename --kind replace --apply'],
  exits: [
    '0  listed, or written',
    '2  wrong usage or unreadable policy',
    '3  incomplete: something could not be read or written',
  ],
  run,
};

interface Change extends Settlement {
  readonly path: string;
  readonly at: AuditedFinding['span'];
}

async function run(args: Arguments, cli: Cli): Promise<ExitCode> {
  const target = targetOf(args.positionals, cli.cwd);
  if (target.missing.length > 0)
    throw new UsageError(
      `There is no file or folder ${target.missing.map((path) => `"${path}"`).join(', ')}.`,
    );
  const chosen = args.values('kind') as readonly FixKind[];
  const kinds = new Set<FixKind>(chosen.length === 0 ? ['rename'] : chosen);
  const source = diskFiles(target.root);
  const result = await auditTarget(target, source, cli);
  // Read once for each folder, however many of its files change.
  const projects = new KeptPromises<ProjectContext>();
  const changes: Change[] = [];
  const failed: string[] = [];
  for (const [path, findings] of byPath(result.findings)) {
    try {
      changes.push(
        ...(await settledFile(
          { path, findings, kinds, source, projects, apply: args.has('apply') },
          target,
          cli,
        )),
      );
    } catch (error) {
      failed.push(`${path}: ${(error as Error).message}`);
    }
  }
  await cli.print(summaryOf(changes, args.has('apply')));
  for (const text of failed) cli.say(visible(`not changed: ${text}`));
  return result.stats.complete && failed.length === 0 ? EXIT.ok : EXIT.incomplete;
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
    return at === undefined ? [] : [{ ...one, path, at }];
  });
}

/** What a reviewer reads: each place, what stood and stands there, and why. */
function summaryOf(changes: readonly Change[], applied: boolean): string {
  if (changes.length === 0) return 'Nothing to change.\n';
  const files = new Set(changes.map(({ path }) => path)).size;
  const head = `${applied ? 'Changed' : 'To change'}: ${changes.length} (files: ${files})\n`;
  const rows = changes.map(({ path, at, finding, fix, edit }) =>
    [
      `${path}:${at.line}:${at.column}`,
      finding.reference?.text ?? '',
      edit.newText,
      render(fix.title),
      `${render(finding.message)} (${finding.rule})`,
    ].map((cell) => escapeMarkdown(visible(cell))),
  );
  return `${head}\n${markdownTable(['Place', 'Was', 'Now', 'Change', 'Reason'], rows).join('\n')}\n`;
}
