import * as vscode from 'vscode';
import { isAbsoluteLayer, layerUri } from '../catalog/layerUri';
import type { Host } from '../host';
import { onSettingsChanged, readSettings } from '../settings';
import { MCP_PROVIDER } from '../names';
import { mcpDefinitions, type ServerStart } from './mcpDefinitions';

/** What editors since 1.101 have; the types are those of the oldest editor that is supported. */
interface McpEditor {
  readonly McpStdioServerDefinition: new (
    label: string,
    command: string,
    args: string[],
    env: Record<string, string>,
    version: string,
  ) => object;
  readonly lm: {
    registerMcpServerDefinitionProvider(
      id: string,
      provider: {
        readonly onDidChangeMcpServerDefinitions: vscode.Event<void>;
        provideMcpServerDefinitions(): object[];
      },
    ): vscode.Disposable;
  };
}

/** Offers the server for agents to editors that have agents which speak its protocol; none where no program can be started. */
export function registerMcpServers(
  { extension }: vscode.ExtensionContext,
  { program }: Host,
): vscode.Disposable[] {
  const editor: unknown = vscode;
  if (program === undefined || !hasMcp(editor)) return [];
  const { workspace } = vscode;
  const changed = new vscode.EventEmitter<void>();
  const parts = {
    program,
    commandLine: vscode.Uri.joinPath(extension.extensionUri, 'dist', 'cli.js').fsPath,
    version: (extension.packageJSON as { readonly version: string }).version,
    get layers() {
      return readSettings(undefined)
        .catalogLayers.filter(isAbsoluteLayer)
        .map(layerUri)
        .flatMap(({ scheme, fsPath }) => (scheme === 'file' ? [fsPath] : []));
    },
  };
  const define = ({ label, command, args, env, version }: ServerStart): object =>
    new editor.McpStdioServerDefinition(label, command, [...args], { ...env }, version);
  return [
    changed,
    workspace.onDidChangeWorkspaceFolders(() => changed.fire()),
    workspace.onDidGrantWorkspaceTrust(() => changed.fire()),
    onSettingsChanged(() => changed.fire(), 'catalog.layers'),
    editor.lm.registerMcpServerDefinitionProvider(MCP_PROVIDER, {
      onDidChangeMcpServerDefinitions: changed.event,
      provideMcpServerDefinitions: () =>
        mcpDefinitions(workspace.workspaceFolders ?? [], workspace.isTrusted, parts).map(define),
    }),
  ];
}

function hasMcp(editor: unknown): editor is McpEditor {
  const { lm, McpStdioServerDefinition: Definition } = editor as Partial<McpEditor>;
  return typeof lm?.registerMcpServerDefinitionProvider === 'function' && typeof Definition === 'function';
}
