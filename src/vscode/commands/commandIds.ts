import { PREFIX } from '../names';

/** The commands of the manifest, without their prefix: in the command palette, in menus, in the welcome view. */
export const PUBLIC_COMMANDS = [
  'auditWorkspace',
  'cancelAudit',
  'showReport',
  'exportReport',
  'clearResults',
  'groupResults',
  'filterResults',
  'clearFilter',
  'lookUpModel',
  'compareModels',
  'openLicense',
  'explainRule',
  'checkCompatibility',
  'createPolicy',
  'approveModels',
  'lookUpOnHub',
  'setHubToken',
  'forgetHubToken',
  'clearLookups',
  'updateCatalog',
  'rollBackCatalog',
  'showLog',
  'showFixes',
  'copyPlace',
] as const;

/** Those that only a row, a link or a fix of this extension runs, with its arguments. */
const INTERNAL_COMMANDS = ['openPlace', 'showDetails', 'applyFix'] as const;

export const COMMANDS = [...PUBLIC_COMMANDS, ...INTERNAL_COMMANDS] as const;
export type CommandId = (typeof COMMANDS)[number];

export function commandName(id: CommandId): string {
  return `${PREFIX}.${id}`;
}
