import * as vscode from 'vscode';
import { describeFailure } from '../log';
import { TOOL_IDS, toolName, type ToolId } from '../names';
import type { Services } from '../services';
import { TOOLS } from './tools';

/** Offers the tools to agents, in editors that have agents. */
export function registerTools(services: Services): vscode.Disposable[] {
  const { lm } = vscode as { readonly lm?: typeof vscode.lm };
  if (typeof lm?.registerTool !== 'function') return [];
  return TOOL_IDS.map((id) => lm.registerTool(toolName(id), asTool(id, services)));
}

function asTool(id: ToolId, services: Services): vscode.LanguageModelTool<unknown> {
  const { doing, run } = TOOLS[id];
  return {
    prepareInvocation: ({ input }) => ({
      invocationMessage: doing(input),
      confirmationMessages: { title: vscode.l10n.t('Model License Lens'), message: vscode.l10n.t('{0}. Nothing is changed or sent.', doing(input)) },
    }),
    invoke: async ({ input }) => {
      const answer = await run(services, input).catch((failure: unknown) => ({ error: describeFailure(failure) }));
      return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(JSON.stringify(answer))]);
    },
  };
}
