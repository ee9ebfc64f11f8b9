import type { Services } from '../services';

/** Shows the last audit, or a new one when there is none, on one page. */
export async function showReport({ audits, reportPanel }: Services): Promise<void> {
  const run = audits.last ?? (await audits.run());
  if (run !== undefined) await reportPanel.show(run);
}
