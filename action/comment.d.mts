export const MOST: number;

/** The line by which a later run knows its comment again, for the folder that was audited. */
export function markerOf(folder: string): string;

/** The text of the comment for a report in Markdown, no longer than GitHub takes. */
export function textOf(markdown: string, place: { readonly marker: string; readonly run: string }): string;

/**
 * Writes the comment over its own of an earlier run, else as a new one.
 * @throws if GitHub refuses or cannot be reached.
 */
export function comment(task: {
  readonly pull: { readonly owner: string; readonly name: string; readonly number: number };
  readonly report: {
    readonly references: readonly unknown[];
    readonly findings: readonly unknown[];
    readonly since?: { readonly policies?: readonly unknown[]; readonly ignores?: readonly unknown[] };
  };
  readonly text: string;
  readonly marker: string;
  readonly github: { readonly api: string; readonly graphql: string; readonly token: string };
}): Promise<'updated' | 'created' | 'none'>;
