import { languageOf } from '../documents/fileTypes';
import { message, type Message } from '../message';
import type { Finding } from '../policy/finding';
import type { EvaluationContext } from '../policy/evaluationContext';
import type { ModelReference } from '../reference';
import { textBefore } from '../text/pieces';
import type { TextRange } from '../text/range';
import type { FileEdit, Fix, FixContext } from './fix';

/** How far around a name a call or command is looked at. */
const REACH = 200;

/** Calls that take `revision` as a keyword, up to the name's opening quote. */
const PYTHON_CALL =
  /\b(?:from_pretrained|pipeline|snapshot_download|hf_hub_download|SentenceTransformer|CrossEncoder|LLM)\(\s*(?:[^()'"]{0,60}['"][^'"]{0,60}['"]\s*,\s*)?(?:\w{1,40}\s*=\s*)?['"]$/;
/** The end of the name's string, where nothing or a keyword follows: a positional argument may not follow a keyword. */
const KEYWORDS_FOLLOW = /^['"](?=\s*(?:,\s*)?(?:\)|\w{1,40}\s*=[^=]))/;
const PYTHON_REVISION = /^['"][^()]{0,150}?\brevision\s*=\s*(['"])/;

/** Commands that take `--revision` after the name. */
const COMMAND = /\b(?:(?:hf|huggingface-cli)\s+download|vllm\s+serve)\s+$/;

/** Names the commit that the Hub, or the copy on this machine, has now. Offered where that is known and the place has a way to say it. */
export function pinRevision({ rule, reference }: Finding, context: FixContext): readonly Fix[] {
  if (rule !== 'model/unpinned-revision' || reference === undefined) return [];
  const revision = knownRevision(reference, context.evaluation);
  // Only where the place has a way to say it.
  if (revision === undefined || pin(reference, revision, context).length === 0) return [];
  return [
    {
      id: `pin:${revision}`,
      kind: 'pin',
      title: message('Pin to the commit {0}', revision.slice(0, 12)),
      preferred: true,
      action: { kind: 'edit', needs: [], edits: () => pin(reference, revision, context) },
    },
  ];
}

/** Why no commit is named at a place, as a sentence; `undefined` where one is, or the finding is about something else. */
export function noPin(finding: Finding, context: FixContext): Message | undefined {
  const { rule, reference } = finding;
  if (rule !== 'model/unpinned-revision' || reference === undefined) return undefined;
  if (pinRevision(finding, context).length > 0) return undefined;
  const { id } = reference;
  return knownRevision(reference, context.evaluation) === undefined
    ? message(
        'No commit is written beside {0}: only the Hub tells its present one, and nothing is asked here. {1} lists them',
        id,
        `https://huggingface.co/${id}/commits`,
      )
    : message('No commit is written beside {0}: nothing tells how the text would name one', id);
}

/** The full hash of a commit: anything shorter, or a name, can come to mean something else. */
function knownRevision(
  { id, registry }: ModelReference,
  { claims, lookup }: EvaluationContext,
): string | undefined {
  const said = [
    ...(claims?.claimsOf(id) ?? []),
    ...(claims?.claimsOf(lookup.find(id, registry)?.id ?? id) ?? []),
  ];
  const hashes = said.filter(({ revision }) => /^[0-9a-f]{40}$/.test(revision ?? ''));
  return (hashes.find(({ origin }) => origin === 'hub') ?? hashes[0])?.revision;
}

function pin(
  { range, text: name, revision: written }: ModelReference,
  revision: string,
  { document, languageId }: FixContext,
): readonly FileEdit[] {
  const text = document.text() ?? '';
  if (text.slice(range.start, range.end) !== name) return [];
  const before = textBefore(text, range.start, REACH);
  const after = text.slice(range.end, range.end + REACH);
  const change =
    languageOf(document.path, languageId) === 'python'
      ? inCall({ before, after, revision, written: written?.value })
      : inCommand(before, revision, written !== undefined);
  if (change === undefined) return [];
  const at: TextRange = { start: range.end + change.from, end: range.end + change.to };
  return [{ path: document.path, range: at, newText: change.newText, create: false }];
}

/** Offsets from the end of the name. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly newText: string;
}

interface Call {
  readonly before: string;
  readonly after: string;
  readonly revision: string;
  /** The branch or tag that stands there. */
  readonly written: string | undefined;
}

function inCall({ before, after, revision, written }: Call): Change | undefined {
  if (!PYTHON_CALL.test(before)) return undefined;
  if (written !== undefined) {
    const stands = PYTHON_REVISION.exec(after)?.[0].length;
    return stands !== undefined && after.startsWith(written, stands)
      ? { from: stands, to: stands + written.length, newText: revision }
      : undefined;
  }
  return KEYWORDS_FOLLOW.test(after) ? { from: 1, to: 1, newText: `, revision="${revision}"` } : undefined;
}

function inCommand(before: string, revision: string, isWritten: boolean): Change | undefined {
  return !isWritten && COMMAND.test(before)
    ? { from: 0, to: 0, newText: ` --revision ${revision}` }
    : undefined;
}
