import { type HubFacts, isoDay, type Message, type ModelRecord } from '../../core';
import type { ClaimRow } from '../merge/claims';
import type { Outcome } from './askModels';
import type { CatalogView } from './catalogView';
import { claimRow } from './claimRow';

/** One model that the Hub answered for, beside what the catalog says of it. */
export interface Answered {
  readonly asked: string;
  readonly facts: HubFacts;
  readonly record: ModelRecord | undefined;
  readonly license: {
    /** Keys; `null`: the catalog knows none, or a merge would leave none. */
    readonly before: string | null;
    readonly after: string | null;
    /** As the card words it, and the key that it means; `undefined` where nobody has read such a wording yet. */
    readonly wording: string;
    readonly said: string | undefined;
  };
}

/** What a refresh found, sorted by id: everything the claims file and the summary are written from. */
export interface Proposal {
  readonly rows: readonly ClaimRow[];
  readonly answered: readonly Answered[];
  readonly absent: readonly { readonly asked: string; readonly reason: Message; readonly known: boolean }[];
  readonly failed: readonly { readonly asked: string; readonly reason: Message }[];
  /** Lists of an owner that may have more. */
  readonly cut: readonly Message[];
}

/** Puts the answers beside the catalog. A model asked for by two names is proposed once. */
export function propose(
  outcomes: readonly Outcome[],
  cut: readonly Message[],
  catalog: CatalogView,
): Proposal {
  const found = outcomes.flatMap(({ asked, answer }) =>
    answer.kind === 'found'
      ? [{ asked, facts: answer.facts, row: claimRow(answer.facts, isoDay(answer.fetchedAt)) }]
      : [],
  );
  const rows = [...new Map(found.map(({ row }) => [row.id.toLowerCase(), row])).values()].sort((a, b) =>
    byId(a.id, b.id),
  );
  const after = catalog.afterMerge(rows);
  return {
    rows,
    cut,
    answered: found
      .sort((a, b) => byId(a.asked, b.asked))
      .map(({ asked, facts, row }): Answered => {
        const record = catalog.find(facts.id) ?? catalog.find(asked);
        return {
          asked,
          facts,
          record,
          license: {
            before: record?.license ?? null,
            after: after.get(catalog.present(facts.id).toLowerCase()) ?? null,
            wording: wordingOf(row),
            said: catalog.licenseIn(row),
          },
        };
      }),
    absent: outcomes.flatMap(({ asked, answer }) =>
      answer.kind === 'absent'
        ? [{ asked, reason: answer.reason, known: catalog.find(asked) !== undefined }]
        : [],
    ),
    failed: outcomes.flatMap(({ asked, answer }) =>
      answer.kind === 'failed' ? [{ asked, reason: answer.reason }] : [],
    ),
  };
}

/** The claims file: one model a line, as `catalog merge` reads it. */
export function claimsFile({ rows }: Pick<Proposal, 'rows'>): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

/** Whether everything that was to be asked has an answer. */
export function isComplete({ failed, cut }: Proposal): boolean {
  return failed.length === 0 && cut.length === 0;
}

export function isRenamed({ asked, facts }: Answered): boolean {
  return asked.toLowerCase() !== facts.id.toLowerCase();
}

function wordingOf({ sources: [said] }: ClaimRow): string {
  if (said?.license === undefined) return 'none stated';
  return said.license_name === undefined ? said.license : `${said.license}: ${said.license_name}`;
}

function byId(a: string, b: string): number {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  return left < right ? -1 : left > right ? 1 : 0;
}
