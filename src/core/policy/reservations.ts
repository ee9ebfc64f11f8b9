import { hasReadTerms, type Service } from '../lookup/service';
import type { ModelReference } from '../reference';
import type { EvaluationContext } from './evaluationContext';
import type { Finding } from './finding';
import { useOf } from './traits';

/**
 * What a reader has to know of a verdict that allows a use: what alone lets it through, or what nobody has read. It changes no verdict
 * and is no finding.
 */
export type Reservation =
  /** An exception of the policy excuses what would forbid the use or ask for a review. `until` is its last day, `YYYY-MM-DD`; `null` for none. */
  | { readonly kind: 'exception'; readonly until: string | null }
  /** A comment in the file does the same. `until` is its last day, `YYYY-MM-DD`; absent for none. */
  | { readonly kind: 'comment'; readonly until?: string }
  /**
   * Nobody has read what the host's terms say of commercial use. `host` is what people call it; `null` where the host is not known.
   * `isRecorded` where terms of it are recorded, which were not read so far; absent where none are. `isUnverified` where their record says
   * something of commercial use, and not that anybody verified it, as that of an organization may.
   */
  | {
      readonly kind: 'terms-not-read';
      readonly host: string | null;
      readonly isRecorded?: true;
      readonly isUnverified?: true;
    };

/** What silenced a finding: exceptions of the policy and comments, by the day on which each ends. */
export interface Silencing {
  readonly finding: Finding;
  /** Last days of the exceptions, `null` for one without. */
  readonly exceptions: readonly (string | null)[];
  /** Last days of the comments, in the same way. */
  readonly comments: readonly (string | null)[];
}

/** The reservations that follow from what was silenced about one use: of the exceptions that are all needed, the first to end counts. */
export function excuses(silenced: readonly Silencing[]): readonly Reservation[] {
  const weighty = silenced.filter(
    ({ finding: { severity } }) => severity === 'error' || severity === 'warning',
  );
  const ends = weighty
    .filter(({ exceptions }) => exceptions.length > 0)
    .map(({ exceptions }) => lastOf(exceptions));
  const commented = weighty
    .filter(({ exceptions }) => exceptions.length === 0)
    .map(({ comments }) => lastOf(comments));
  return [
    ...(ends.length > 0 ? [{ kind: 'exception' as const, until: firstOf(ends) }] : []),
    ...(commented.length > 0 ? [commentUntil(firstOf(commented))] : []),
  ];
}

function commentUntil(until: string | null): Reservation {
  return { kind: 'comment', ...(until !== null && { until }) };
}

/** The day of the last exception to end; `null` where one never does. */
function lastOf(days: readonly (string | null)[]): string | null {
  return days.includes(null) ? null : ([...days].sort().at(-1) ?? null);
}

/** The first day on which something ends; `null` where nothing does. */
function firstOf(days: readonly (string | null)[]): string | null {
  return days.filter((day) => day !== null).sort()[0] ?? null;
}

/**
 * That nobody has read the terms under which a model is called, where the policy states a commercial purpose. What a project runs itself
 * is under the license of the weights.
 * @param serviceOf whose service is called; `undefined` where nothing tells. Asked only where it matters.
 */
export function unreadTerms<Named extends Pick<ModelReference, 'role'>>(
  reference: Named,
  serviceOf: (reference: Named) => Service | undefined,
  { policy }: Pick<EvaluationContext, 'policy'>,
): readonly Reservation[] {
  if (reference.role !== 'calls' || useOf(policy).purpose !== 'commercial') return [];
  const service = serviceOf(reference);
  if (hasReadTerms(service)) return [];
  const terms = service?.terms;
  const isRecorded = terms !== undefined;
  const isUnverified = isRecorded && terms.commercialUse !== 'unknown';
  return [
    {
      kind: 'terms-not-read',
      host: service?.name ?? null,
      ...(isRecorded && { isRecorded }),
      ...(isUnverified && { isUnverified }),
    },
  ];
}

/** The reservations of several uses of one model, each once: of several exceptions the first to end. */
export function joinReservations(all: readonly Reservation[]): readonly Reservation[] {
  const ends = all.flatMap((one) => (one.kind === 'exception' ? [one.until] : []));
  const commented = all.flatMap((one) => (one.kind === 'comment' ? [one.until ?? null] : []));
  const unread = all.filter((one) => one.kind === 'terms-not-read');
  const named = new Map(unread.flatMap((one) => (one.host === null ? [] : [[one.host, one] as const])));
  return [
    ...(ends.length > 0 ? [{ kind: 'exception' as const, until: firstOf(ends) }] : []),
    ...(commented.length === 0 ? [] : [commentUntil(firstOf(commented))]),
    ...[...named].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one),
    ...unread.filter(({ host }) => host === null).slice(0, 1),
  ];
}
