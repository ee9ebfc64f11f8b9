/**
 * The commands, without their prefix. Kept free of the editor's API so that a test can compare them with the manifest.
 */
export const PREFIX = 'modelLicenseLens';

/** Those of the manifest: in the command palette, in menus, in the welcome view. */
export const PUBLIC_COMMANDS = [
  'auditWorkspace', 'cancelAudit', 'exportReport', 'clearResults', 'groupResults', 'filterResults', 'clearFilter',
  'lookUpModel', 'openLicense', 'showLog', 'showFixes', 'copyPlace',
] as const;

/** Those that only a row, a link or a fix of this extension runs, with its arguments. */
export const INTERNAL_COMMANDS = ['openPlace'] as const;

export const COMMANDS = [...PUBLIC_COMMANDS, ...INTERNAL_COMMANDS] as const;
export type CommandId = (typeof COMMANDS)[number];

export function commandName(id: CommandId): string {
  return `${PREFIX}.${id}`;
}
