import { isService } from '../lookup/hostedName';
import { hostOf } from '../lookup/hostOf';
import { hostOfRegistry } from '../lookup/service';
import { message, type Message } from '../message';
import { type Finding, tellsOfEnd } from '../policy/finding';
import { SEVERITIES, type Severity } from '../vocabulary';
import { byStart } from '../text/range';
import type { FileEdit, Fix, FixContext, FixKind } from './fix';
import { fixesFor } from './fixesFor';
import { applyEdits } from './policyFile';
import { deploymentReason } from './deploymentName';
import { noPin } from './pinRevision';
import { isSettledByAnother } from './proposal';
import { recordReason } from './recordOfOrigin';
import { refusedName, renameModel } from './renameModel';
import { noReplacement } from './replaceModel';

/** One change that settles a finding. */
export interface Settlement {
  readonly finding: Finding;
  /** What the change settles of it: the finding itself, or one that it speaks for. */
  readonly reason: Finding;
  readonly fix: Fix;
  readonly edit: FileEdit;
}

/** A name that is not written in the place of the one that a finding is about, or that none is found: why, as a sentence. */
export interface Refused {
  readonly finding: Finding;
  readonly text: Message;
}

export interface Settled {
  /** The document with all of them. */
  readonly text: string;
  /** In the order of their places. */
  readonly settlements: readonly Settlement[];
  /** In the order of their places; a place that has one may have a settlement too, by another name. */
  readonly refused: readonly Refused[];
}

/** What is asked of {@link settle}. */
export interface Wanted {
  readonly kinds: ReadonlySet<FixKind>;
  /** The least severity for which a text may get the name of another model. */
  readonly least: Severity;
}

/**
 * Settles findings in one document as the editor's quick fixes would: for each the first fix of the kinds asked for that changes
 * this document alone and asks nobody anything. Where the successor that a host names must not be written, another model that the
 * policy allows takes its place. Where two would change the same place, the first holds.
 * @param findings all in the document of the context, with ranges in its text
 */
export function settle(findings: readonly Finding[], context: FixContext, wanted: Wanted): Settled {
  const settlements: Settlement[] = [];
  const refused: Refused[] = [];
  let end = 0;
  for (const all of [...findings].sort(byStart)) {
    const finding = askedOf(all, wanted);
    if (finding === undefined) continue;
    const { settlement, texts } = settlementOf(finding, context, wanted.kinds);
    refused.push(...texts.map((text) => ({ finding: all, text })));
    if (settlement === undefined || settlement.edit.range.start < end) continue;
    settlements.push({ ...settlement, finding: all });
    end = Math.max(settlement.edit.range.end, settlement.edit.range.start + 1);
  }
  return {
    text: applyEdits(
      context.document.text() ?? '',
      settlements.map(({ edit: { range, newText } }) => ({ range, newText })),
    ),
    settlements,
    refused,
  };
}

/** Findings that change no model: what is written is another name of it, or its commit. */
const OF_SAME_MODEL: ReadonlySet<string> = new Set([
  'model/renamed',
  'model/unknown',
  'model/unpinned-revision',
]);

/** What is grave enough of a finding and those it speaks for: a model that is allowed, with a remark, is not replaced. */
function askedOf({ merged = [], ...alone }: Finding, { least }: Wanted): Finding | undefined {
  const [first, ...others] = [alone, ...merged].filter(
    ({ rule, severity }) =>
      OF_SAME_MODEL.has(rule) || SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(least),
  );
  return first === undefined ? undefined : { ...first, merged: others };
}

interface Outcome {
  readonly settlement: Settlement | undefined;
  readonly texts: readonly Message[];
}

function settlementOf(finding: Finding, context: FixContext, kinds: ReadonlySet<FixKind>): Outcome {
  const all = [finding, ...(finding.merged ?? [])];
  // A successor is another model too.
  const named = all.filter(({ rule }) => kinds.has('rename') || (kinds.has('replace') && tellsOfEnd(rule)));
  const refused = named.flatMap((one) => refusedName(one, context) ?? []);
  const isOwners = finding.reference !== undefined && deploymentReason(finding.reference) !== undefined;
  const isKept = isOwners || keepsName(finding, context);
  const tried = refused.length > 0 && !isKept ? new Set([...kinds, 'replace' as const]) : kinds;
  const settlement = firstOf(
    [
      ...named.flatMap((one) => renameModel(one, context).map((fix) => ({ fix, reason: one }))),
      ...fixesFor(finding, context)
        .filter(({ kind }) => tried.has(kind))
        .map((fix) => ({ fix, reason: all.find(({ rule }) => settles(fix, rule)) ?? finding })),
    ],
    finding,
    context,
  );
  const none =
    settlement === undefined && tried.has('replace')
      ? all.map((one) => noReplacement(one, context)).find((text) => text !== undefined)
      : withoutSuccessor(named, { settlement, texts: refused }, context);
  const unpinned = kinds.has('pin') ? all.flatMap((one) => noPin(one, context) ?? []) : [];
  return { settlement, texts: [...refused, ...(none === undefined ? [] : [none]), ...unpinned] };
}

/** That no successor is named for what ends, where nothing else is written or said; `undefined` where something is. */
function withoutSuccessor(
  findings: readonly Finding[],
  { settlement, texts }: Outcome,
  context: FixContext,
): Message | undefined {
  const ending = findings.find(({ rule }) => tellsOfEnd(rule));
  if (ending?.reference === undefined || settlement !== undefined || texts.length > 0) return undefined;
  if (ending.data?.['successor'] !== undefined || keepsName(ending, context)) return undefined;
  if (!isService(hostOf(ending.reference)) && hostOfRegistry(ending.reference.registry) !== undefined)
    return message(
      'Who runs {0} is unknown, and so is what is offered there in its place',
      ending.reference.id,
    );
  return message('No successor of {0} is named: --kind replace looks for another model', ending.reference.id);
}

/** No other model would be true there, or beside its revision. */
function keepsName({ reference }: Finding, context: FixContext): boolean {
  return (
    reference !== undefined &&
    (reference.revision !== undefined || recordReason(reference, context) !== undefined)
  );
}

/** Whether a change is one that settles the findings of a rule. */
function settles({ kind }: Fix, rule: string): boolean {
  if (kind === 'rename') return tellsOfEnd(rule) || OF_SAME_MODEL.has(rule);
  return kind === 'pin' ? rule === 'model/unpinned-revision' : isSettledByAnother(rule);
}

function firstOf(
  fixes: readonly { readonly fix: Fix; readonly reason: Finding }[],
  finding: Finding,
  { document }: FixContext,
): Settlement | undefined {
  for (const { fix, reason } of fixes) {
    if (fix.action.kind !== 'edit' || fix.action.needs.length > 0) continue;
    const [edit, ...more] = fix.action.edits({});
    if (edit !== undefined && more.length === 0 && edit.path === document.path && !edit.create)
      return { finding, reason, fix, edit };
  }
  return undefined;
}
