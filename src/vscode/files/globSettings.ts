/** What a setting holds on each of its levels, as `WorkspaceConfiguration.inspect` tells it. */
export interface SettingLevels {
  readonly defaultValue?: unknown;
  readonly globalValue?: unknown;
  readonly workspaceValue?: unknown;
  readonly workspaceFolderValue?: unknown;
}

/**
 * The globs of files that a setting such as `files.exclude` hides; the nearer level goes before, glob by glob.
 * @param trusted a folder that is not trusted cannot hide its files: what it sets itself does not count
 */
export function hiddenGlobs(levels: SettingLevels | undefined, trusted: boolean): string[] {
  if (levels === undefined) return [];
  const { defaultValue, globalValue, workspaceValue, workspaceFolderValue } = levels;
  const counted = [defaultValue, globalValue, ...(trusted ? [workspaceValue, workspaceFolderValue] : [])];
  return toGlobs(Object.assign({}, ...counted.filter((value) => typeof value === 'object')));
}

/** The globs that an object such as `files.exclude` switches on; one that hangs on a sibling file (`when`) is not a plain glob and is left out. */
export function toGlobs(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([, on]) => on === true)
    .map(([glob]) => glob);
}
