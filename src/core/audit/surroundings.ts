import { MISNAMED_POLICIES } from '../policy/misnamedPolicy';
import { POLICY_FILE_NAME } from '../policy/readPolicy';
import type { Decode } from '../ports';
import type { IgnoreFileAbove } from './gitignore';
import { readPolicies, within, type PolicyPlaces } from './policyReader';
import type { FoundPolicy } from './policyScope';

/** A folder above an audited root. */
export interface FolderAbove {
  /** The way up to it from the root: `../..`. */
  readonly up: string;
  /** The way down from it to the root: `a/b`. */
  readonly down: string;
  readonly places: PolicyPlaces;
}

/** What governs a root from above. */
export interface Surroundings {
  /** The nearest policy; one that is there and cannot be read is broken, not absent. */
  readonly policyAbove?: FoundPolicy;
  /** The outermost first. */
  readonly ignoresAbove: readonly IgnoreFileAbove[];
  /** Files that are named almost like a policy, by their paths relative to the root. */
  readonly misnamedAbove: readonly string[];
}

/** @param folders above the root, the nearest first. Never rejects. */
export async function readSurroundings(
  folders: readonly FolderAbove[],
  decode: Decode,
): Promise<Surroundings> {
  const policy = await policyAbove(folders, decode);
  const ignores: IgnoreFileAbove[] = [];
  const misnamed: string[] = [];
  for (const { up, down, places } of folders) {
    // A `.gitignore` that cannot be read leaves nothing out: then more is searched, not less.
    const ignore = await readPolicies(places, decode)('.gitignore');
    if ('text' in ignore) ignores.unshift({ root: down, text: ignore.text });
    for (const name of MISNAMED_POLICIES)
      if ((await places.kindOf(name).catch(() => undefined)) !== undefined) misnamed.push(`${up}/${name}`);
  }
  return {
    ...(policy !== undefined && { policyAbove: policy }),
    ignoresAbove: ignores,
    misnamedAbove: misnamed,
  };
}

/** The policy of the nearest folder that has one; what it builds on lies beside or below it. */
export async function policyAbove(
  folders: readonly FolderAbove[],
  decode: Decode,
): Promise<FoundPolicy | undefined> {
  for (const { up, down, places } of folders) {
    const read = readPolicies(places, decode);
    const found = await read(POLICY_FILE_NAME);
    const path = `${up}/${POLICY_FILE_NAME}`;
    if ('text' in found) return { path, down, text: found.text, read: within(`${up}/`, read) };
    if (found.failure !== 'missing') return { path, failure: found.failure };
  }
  return undefined;
}
