/** A workspace folder as an editor knows it. */
export interface ServedFolder {
  readonly name: string;
  readonly uri: { readonly scheme: string; readonly fsPath: string };
}

/** How the server for agents is started for one folder. */
export interface ServerStart {
  readonly label: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly version: string;
}

export interface ServerParts {
  /** Runs JavaScript on this machine: the editor itself, or Node on a remote host. */
  readonly program: string;
  /** Absolute path of the command line's bundle. */
  readonly commandLine: string;
  readonly version: string;
  /** Absolute paths of the files of an organization's own records, by which the editor judges too. */
  readonly layers: readonly string[];
}

const LABEL = 'Model License Lens';

/**
 * The servers for agents of a workspace, one for each folder on the disk, for each has a policy of its own. None while the workspace is
 * not trusted: a server reads its files for whoever asks.
 */
export function mcpDefinitions(
  folders: readonly ServedFolder[],
  trusted: boolean,
  { program, commandLine, version, layers }: ServerParts,
): readonly ServerStart[] {
  const served = trusted ? folders.filter(({ uri }) => uri.scheme === 'file') : [];
  return served.map(({ name, uri }) => ({
    label: served.length === 1 ? LABEL : `${LABEL}: ${name}`,
    command: program,
    args: [commandLine, 'mcp', uri.fsPath, ...layers.flatMap((path) => ['--catalog-layer', path])],
    // The editor's own program is Node when this is set; Node itself takes no notice of it.
    env: { ELECTRON_RUN_AS_NODE: '1' },
    version,
  }));
}
