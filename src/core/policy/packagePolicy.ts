/** Names of npm packages, with an owner or without (https://docs.npmjs.com/cli/v11/configuring-npm/package-json#name). */
const PACKAGE = /^npm:((?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*)((?:\/[A-Za-z0-9_.-]+)*)$/;

/** What a package calls its policy where the policy that builds on it names no file; npm packs names that begin with a dot too. */
const FILE_NAMES = ['.model-policy.yaml', 'model-policy.yaml'];

/** Whether an entry of `extends` names a package, in whatever form. */
export function namesPackage(written: string): boolean {
  return written.startsWith('npm:');
}

/** Whether it is one that can be looked for: `npm:@acme/model-policy`, `npm:acme-policies/strict.yaml`. */
export function isPackagePolicy(written: string): boolean {
  const file = PACKAGE.exec(written)?.[2];
  return file !== undefined && !file.split('/').includes('..');
}

/**
 * Where the policy of a package may lie: in the `node_modules` folders beside the policy that builds on it and above, the nearest first,
 * as Node.js looks for packages. Nothing outside of the workspace is looked at, and nothing is fetched.
 * @param from path of the policy that names it, relative to the workspace folder, with `/`
 * @returns `undefined` for an entry that names no package
 */
export function packageFiles(written: string, from: string): readonly string[] | undefined {
  const match = isPackagePolicy(written) ? PACKAGE.exec(written) : null;
  if (match === null) return undefined;
  const [, name = '', file = ''] = match;
  const files = file === '' ? FILE_NAMES : [file.slice(1)];
  const folders = from.split('/').slice(0, -1);
  return folders
    .map((_, depth) => folders.slice(0, folders.length - depth))
    .concat([[]])
    .filter((parts) => parts.at(-1) !== 'node_modules')
    .flatMap((parts) => files.map((one) => [...parts, 'node_modules', name, one].join('/')));
}
