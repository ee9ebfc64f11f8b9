import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type AuditReport, type FileSource, type FoundPolicy, isoDay } from '../core';
import { cacheFile } from '../node/fileStore';
import { jsonParts } from '../node/jsonParts';
import { parseJsonInParts } from '../node/jsonInParts';
import { auditFileName, engineKey, readKept, writeKept } from '../node/keptFile';
import { packedBlocks, PackedText, unpacked } from '../node/packedText';
import { seenAgain, SeenFiles } from '../node/seenFiles';
import type { AskedAudit } from './askedAudit';
import type { Cli } from './cli';
import type { Arguments } from './command';
import { reportLanguage } from './deliver';
import { factsOf } from './facts';

/** What an audit comes to: reports in English, as they are compared with others. */
export interface Reports {
  readonly report: AuditReport;
  /** Where people read it in another language: all that was found in English, and in theirs. */
  readonly translated?: { readonly whole: AuditReport; readonly other: AuditReport };
}

/** Small trees are searched sooner than a file is read and written. In bytes. */
const LEAST_TEXT = 500_000;

/** An audit whose reports are kept for as long as it would come to the same. */
export interface KeptAudit {
  /** The reports of an earlier run; `undefined` where anything has changed since that they follow from. */
  known(): Promise<Reports | undefined>;
  /** The files of the target and what is asked, with a note of all that is seen of them. */
  readonly files: FileSource;
  readonly watched: AskedAudit;
  /** Keeps what came of them. Never rejects: without it the next run searches anew. */
  keep(reports: Reports): Promise<void>;
}

/** Options whose answers follow from more than the files of the target. */
const OTHERS = ['no-cache', 'online', 'local', 'since', 'update-lock'];

/** Where the reports of an audit are kept; `undefined` where they follow from more than its files, its policies, and the day. */
export function keptAudit(asked: AskedAudit, args: Arguments, cli: Cli): KeptAudit | undefined {
  if (OTHERS.some((name) => args.has(name))) return undefined;
  const { target, exclude, policyOverride, surroundings, clock } = asked;
  const { root, include, named } = target;
  const language = reportLanguage(args, cli).tag;
  const day = isoDay(clock.now());
  const policies = { named: policyOverride, above: surroundings.policyAbove };
  const path = cacheFile(
    cli.env,
    join(
      'audits',
      auditFileName([root, ...include, '', ...exclude, policyOverride?.path ?? '', language], 'report'),
    ),
  );
  const engine = engineKey(cli.home, factsOf(cli).loaded.path);
  const key = createHash('sha256')
    .update(
      JSON.stringify([engine, root, include, named, exclude, policyOverride, surroundings, day, language]),
    )
    .digest('base64url');
  const seen = new SeenFiles(root);
  return {
    async known() {
      const kept = await readKept(path, FORM);
      const end = kept?.indexOf(END) ?? -1;
      if (kept === undefined || end < 0) return undefined;
      const notes = kept.toString('utf8', 0, end);
      const rest = kept.subarray(end);
      const hasReports = rest.toString('latin1', END.length, END.length + key.length) === key;
      const now = hasReports ? await seenAgain(notes, root, policies) : undefined;
      const reports = now === undefined ? undefined : await reportsIn(rest.subarray(END.length + key.length));
      if (reports === undefined) seen.trust(notes);
      else if (now !== undefined && now !== notes) await writeKept(path, FORM, () => [now, rest]);
      return reports;
    },
    files: seen.files,
    watched: watched(asked, seen),
    async keep({ report, translated }) {
      const { complete, bytesScanned } = report.stats;
      if (!complete || bytesScanned < LEAST_TEXT || report.day !== day) return;
      const notes = seen.notes();
      if (notes === undefined) return;
      const packed = packedReports({ report, ...(translated && { translated }) });
      const whole = (): Iterable<string | Uint8Array> => [notes + END + key, ...packed];
      // Without the reports the notes still tell which files need not be read.
      if (!(await writeKept(path, FORM, whole))) await writeKept(path, FORM, () => [notes + END]);
    },
  };
}

/** Tells notes from those of another form, whatever engine and day the reports are of. */
const FORM = 'seen 3';
/** Between the notes of what was seen and the reports, which their key begins. */
const END = '\n\n';
/** A longer report is read part by part, which takes three times as long and a fraction of the memory. In blocks, of about 250 KB. */
const MOST_AT_ONCE = 128;

/** The reports, behind a line that says how many blocks each has. */
function packedReports({ report, translated }: Reports): readonly (string | Buffer)[] {
  const all = [report, ...(translated === undefined ? [] : [translated.other])].map((one) => {
    const text = new PackedText();
    for (const part of jsonParts(one)) text.add(part);
    return text.blocks();
  });
  return [`${all.map(({ length }) => length).join(' ')}\n`, ...all.flat()];
}

async function reportsIn(packed: Buffer): Promise<Reports | undefined> {
  const end = packed.indexOf('\n');
  const [first, second = 0] = packed.toString('latin1', 0, end).split(' ').map(Number);
  const blocks = packedBlocks(packed.subarray(end + 1));
  const report = await reportIn(blocks.slice(0, first));
  if (report === undefined || second === 0) return report && { report };
  const other = await reportIn(blocks.slice(first));
  return other && { report, translated: { whole: report, other } };
}

async function reportIn(blocks: readonly Buffer[]): Promise<AuditReport | undefined> {
  const parts = async function* (): AsyncGenerator<Uint8Array> {
    for (const block of blocks) yield unpacked(block);
  };
  const read =
    blocks.length > MOST_AT_ONCE
      ? await parseJsonInParts(parts())
      : JSON.parse(Buffer.concat(blocks.map(unpacked)).toString());
  return read as AuditReport | undefined;
}

function watched(asked: AskedAudit, seen: SeenFiles): AskedAudit {
  const {
    policyOverride,
    surroundings: { policyAbove, ...around },
  } = asked;
  const watch = <P extends FoundPolicy>(name: string, policy: P): P => seen.policy(name, policy);
  return {
    ...asked,
    ...(policyOverride && { policyOverride: watch('named', policyOverride) }),
    surroundings: { ...around, ...(policyAbove && { policyAbove: watch('above', policyAbove) }) },
  };
}
