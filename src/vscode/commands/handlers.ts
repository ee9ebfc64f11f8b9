import { applyFix } from '../fixes/applyFix';
import type { Services } from '../services';
import { approveModels } from './approveModels';
import { auditWorkspace } from './auditWorkspace';
import { rollBackCatalog, updateCatalog } from './catalogCommands';
import { checkCompatibility } from './checkCompatibility';
import { compareModels } from './compareModels';
import type { CommandId } from './commandIds';
import { createPolicy } from './createPolicy';
import { explainRule } from './explainRule';
import { exportReport } from './exportReport';
import { filterResults } from './filterResults';
import { groupResults } from './groupResults';
import { clearLookups, forgetHubToken, lookUpOnHub, setHubToken } from './hubCommands';
import { lookUpModel } from './lookUpModel';
import { openLicense } from './openLicense';
import { showReport } from './showReport';
import { copyPlace, openPlace, showDetails, showFixes } from './places';

/**
 * A command's work. Anyone may run a command with anything (a link, a key binding, another extension), so the argument
 * is unknown until the handler has looked at it. A failure is shown by the editor, so it has to be a sentence.
 */
type CommandHandler = (services: Services, argument: unknown) => unknown;

export const HANDLERS: Readonly<Record<CommandId, CommandHandler>> = {
  auditWorkspace,
  cancelAudit: ({ audits }) => audits.cancel(),
  showReport,
  exportReport,
  clearResults: ({ audits }) => audits.clear(),
  groupResults,
  filterResults,
  clearFilter: ({ results }) => results.filterBy(''),
  lookUpModel,
  compareModels,
  explainRule,
  checkCompatibility,
  createPolicy,
  approveModels,
  lookUpOnHub,
  setHubToken,
  forgetHubToken,
  clearLookups,
  updateCatalog,
  rollBackCatalog,
  openLicense,
  showLog: ({ log }) => log.show(),
  showFixes,
  copyPlace,
  openPlace,
  showDetails,
  applyFix,
};
