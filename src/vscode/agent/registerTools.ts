import * as vscode from 'vscode';
import { describeFailure } from '../log';
import { TOOL_IDS, toolName, type ToolId } from '../names';
import type { OpenWorkroom } from '../workroom';

/** Offers the tools to agents, in editors that have agents. */
export function registerTools(open: OpenWorkroom): vscode.Disposable[] {
  const { lm } = vscode as { readonly lm?: typeof vscode.lm };
  if (typeof lm?.registerTool !== 'function') return [];
  return TOOL_IDS.map((id) => lm.registerTool(toolName(id), asTool(id, open)));
}

function asTool(id: ToolId, open: OpenWorkroom): vscode.LanguageModelTool<unknown> {
  return {
    prepareInvocation: async ({ input }) => {
      const doing = (await open()).tools[id].doing(input);
      return {
        invocationMessage: doing,
        confirmationMessages: {
          title: 'Model License Lens',
          message: vscode.l10n.t('{0}. Nothing is changed or sent.', doing),
        },
      };
    },
    invoke: async ({ input }) => {
      const { tools, services } = await open();
      const answer = await tools[id]
        .run(services, input)
        .catch((failure: unknown) => ({ error: describeFailure(failure) }));
      return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(JSON.stringify(answer))]);
    },
  };
}
