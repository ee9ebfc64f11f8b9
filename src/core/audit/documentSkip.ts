import { contentSkip } from './contentRules';
import { fileSkip, folderSkip, holdsVendoredCode, isDocument } from './pathRules';
import type { SkipReason } from './skipReasons';

/**
 * Why an audit would leave out a text that an editor shows, so that nothing is said against it there either; `undefined` where it would
 * not. `.gitignore` and the policy's paths are the host's to ask.
 * @param path relative to the workspace folder, with `/`
 */
export function documentSkip(path: string, text: string): SkipReason | undefined {
  return folderReason(path) ?? fileSkip(path) ?? contentSkip(path, text);
}

function folderReason(path: string): SkipReason | undefined {
  const onlyDocuments = !isDocument(path);
  for (const name of path.split('/').slice(0, -1)) {
    const reason = folderSkip(name);
    if (reason !== undefined) return reason;
    if (onlyDocuments && holdsVendoredCode(name)) return 'vendored-code';
  }
  return undefined;
}
