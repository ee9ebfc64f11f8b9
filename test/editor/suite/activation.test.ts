import * as vscode from 'vscode';
import { equal, ok } from '../expect';
import { test } from '../harness';
import { extension } from '../workbench';

test('activation: the extension activates', async () => {
  await extension().activate();
  ok(extension().isActive, 'it is active');
});

test('activation: every command of the manifest is registered', async () => {
  await extension().activate();
  const { contributes } = extension().packageJSON as { contributes: { commands: { command: string }[] } };
  const registered = new Set(await vscode.commands.getCommands(true));
  const missing = contributes.commands
    .map(({ command }) => command)
    .filter((command) => !registered.has(command));
  equal(missing, [], 'commands without code');
});
