import type { AuditResult } from '../core/audit/result';
import type { FileSource } from '../core/ports';
import { forkPoint, gitFiles } from './git';

/** Runs an audit over the files as they were where the work tree went its own way from `ref`. Throws `GitError` where git cannot tell. */
export async function auditBefore(root: string, ref: string, run: (source: FileSource) => Promise<AuditResult>): Promise<AuditResult> {
  const source = await gitFiles(root, await forkPoint(root, ref));
  try {
    return await run(source);
  } finally {
    source.close();
  }
}
