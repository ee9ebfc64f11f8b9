/**
 * Names that the manifest and the code share. Kept free of the editor's API so that a test can compare the two.
 */
export const PREFIX = 'modelLicenseLens';

export const RESULTS_VIEW = `${PREFIX}.results`;

/** Facts that menus and welcome texts depend on, set while the extension runs. */
export const CONTEXT_KEYS = ['auditRunning', 'hasResults', 'filtered'] as const;
export type ContextKey = (typeof CONTEXT_KEYS)[number];

/** The manifest's id of what defines the servers for agents. */
export const MCP_PROVIDER = `${PREFIX}.mcp`;

/** Tools for agents. */
export const TOOL_IDS = ['lookUpModel', 'checkModel', 'auditWorkspace'] as const;
export type ToolId = (typeof TOOL_IDS)[number];

export function toolName(id: ToolId): string {
  return `${PREFIX}_${id}`;
}
