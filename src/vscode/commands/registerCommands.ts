import * as vscode from 'vscode';
import type { OpenWorkroom } from '../workroom';
import { COMMANDS, commandName } from './commandIds';

export function registerCommands(open: OpenWorkroom): vscode.Disposable[] {
  return COMMANDS.map((id) =>
    vscode.commands.registerCommand(commandName(id), async (argument: unknown) => {
      const { handlers, services } = await open();
      return handlers[id](services, argument);
    }),
  );
}
