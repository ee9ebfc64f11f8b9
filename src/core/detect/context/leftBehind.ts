import { byName, inFolder, words } from './found';
import { type Parts, type Rule, SOURCES } from './pathParts';

/** Archived code, and copies that editors and merges leave behind. */

/**
 * Where code lies that is out of use. `archive/` may be what a product offers, as may `archived/` in its sources.
 */
const ARCHIVES = words('archived _archive _archived .archive .archived attic _attic __archive__');
/** What a service that archives things is deployed by: a manifest of an old deployment is called after what it ran. */
const OF_SERVICE = new RegExp(
  String.raw`^(?:(?:[\w-]{1,80}[-_.])?(?:deployments?|services?|config(?:map)?|settings|values|kustomization|ingress|` +
    String.raw`(?:cron)?jobs?|statefulset|application|compose|chart|workflow|pipeline|app|` +
    String.raw`archiver?|main|index)` +
    String.raw`(?:[-_.][\w-]{1,80})?)\.ya?ml$`,
);

/**
 * The folder in which a manifest lies that is kept and no longer deployed, deep in a tree of them:
 * `configs/serving/archive/llama-3.1-8b.yaml`. What lies further out may be all that a project has.
 */
function archiveOfManifest({ folders, name }: Parts): string | undefined {
  const own = folders.at(-1) ?? '';
  return /^archives?$/.test(own) && folders.length > 2 && /\.ya?ml$/.test(name) && !OF_SERVICE.test(name)
    ? own
    : undefined;
}

/** `chat.py~`, `chat.py.bak2`, `chat.backup.20250101.py`, `chat_bak.py`, `Copy of chat.py`, `chat - Copy (2).py`. */
const BACKUP = new RegExp(
  String.raw`(?:~|\.(?:bak|orig|old|backup|save)[-_.]?\d{0,14})$|` +
    String.raw`(?:\.(?:bak|orig|old|backup)|[-_]bak)(?:[-_.]?\d{1,14})?\.\w{1,5}$|` +
    String.raw`^copy of |(?: -)? copy(?: \d{1,3}| \(\d{1,3}\))?\.\w{1,5}$`,
);

/**
 * What is kept to be read and runs no more: archived code, and copies that editors and merges leave behind. It is told
 * like documentation: nobody has to change it, and its authors have said so by the name.
 */
export const leftBehind: Rule = (parts) => {
  const { folders, file, name } = parts;
  const archive = archiveOfManifest(parts);
  const folder = folders.find((one) => one === archive || ARCHIVES.has(one) || SOURCES.has(one));
  if (folder !== undefined && !SOURCES.has(folder)) return inFolder('docs', folder);
  return BACKUP.test(name) ? byName('docs', file) : undefined;
};
