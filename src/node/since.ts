import type { AuditResult } from '../core/audit/result';
import type { FileSource } from '../core/ports';
import { gitFiles } from './git';

/** Runs an audit over the files beneath `root` as they were in a commit. */
export async function auditCommit(
  root: string,
  commit: string,
  run: (source: FileSource) => Promise<AuditResult>,
): Promise<AuditResult> {
  const source = await gitFiles(root, commit);
  try {
    return await run(source);
  } finally {
    source.close();
  }
}
