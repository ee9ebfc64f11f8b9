import * as vscode from 'vscode';
import type { Services } from '../services';
import { COMMAND_IDS, commandName, type CommandId } from './commandIds';

/**
 * A command's work. Anyone may run a command with anything (a link, a key binding, another extension), so the arguments
 * are unknown until the handler has looked at them.
 */
export type CommandHandler = (services: Services, ...args: readonly unknown[]) => unknown;

const HANDLERS: Readonly<Record<CommandId, CommandHandler>> = {
  showLog: ({ log }) => log.show(),
};

export function registerCommands(services: Services): vscode.Disposable[] {
  return COMMAND_IDS.map((id) =>
    vscode.commands.registerCommand(commandName(id), (...args: unknown[]) => HANDLERS[id](services, ...args)));
}
