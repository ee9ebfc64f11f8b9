import * as vscode from 'vscode';
import { auditAnswer, checkAnswer, lookUpAnswer, type ProjectContext } from '../../core';
import { auditReport } from '../audit/auditReport';
import { asText } from '../commands/arguments';
import type { ToolId } from '../names';
import type { Services } from '../services';

/** One tool for agents: reads, and changes nothing. */
export interface AgentTool {
  /** What the person is told, and asked where the editor asks. */
  readonly doing: (input: unknown) => string;
  /** The answer, as data. */
  readonly run: (services: Services, input: unknown) => Promise<object>;
}

export const TOOLS: Readonly<Record<ToolId, AgentTool>> = {
  lookUpModel: {
    doing: (input) => vscode.l10n.t('Look up {0} in the model catalog', namesOf(input).join(', ')),
    run: async ({ engineHost }, input) => lookUpAnswer(await engineHost.engine(), namesOf(input)),
  },
  checkModel: {
    doing: (input) =>
      vscode.l10n.t('Check {0} against the model policy of the workspace', namesOf(input).join(', ')),
    run: async (services, input) =>
      checkAnswer(await services.engineHost.engine(), namesOf(input), await projectOf(services)),
  },
  auditWorkspace: {
    doing: () => vscode.l10n.t('Audit the AI models that the files of the workspace name'),
    run: async ({ audits, context }) => {
      const run = audits.last ?? (await audits.run());
      if (run === undefined)
        return {
          error: 'No folder is open, or an audit is running. Ask the user to open a folder, or try again.',
        };
      return auditAnswer(await auditReport(run, context));
    },
  },
};

/** What the files of the (first) folder are judged by. */
async function projectOf({ projects }: Services): Promise<ProjectContext> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) return { policy: undefined };
  return (await projects.of(vscode.Uri.joinPath(folder.uri, 'model'))).context;
}

/** The names of an input, whatever an agent made of the schema. */
function namesOf(input: unknown): string[] {
  const names = typeof input === 'object' && input !== null && 'names' in input ? input.names : undefined;
  return Array.isArray(names) ? names.map(asText).filter((name) => name !== undefined) : [];
}
