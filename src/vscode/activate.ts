import type { ExtensionContext } from 'vscode';
import { registerMcpServers } from './agent/registerMcpServers';
import { registerTools } from './agent/registerTools';
import { registerCommands } from './commands/registerCommands';
import type { Host } from './host';
import { Log } from './log';
import type { Workroom } from './workroom';

/** Registers what the manifest announces and reads nothing: no file, no catalog, no network. The rest follows at once. */
export function activateExtension(context: ExtensionContext, host: Host): void {
  const log = new Log();
  let room: Promise<Workroom> | undefined;
  const open = (): Promise<Workroom> =>
    (room ??= import('./workroom').then(
      ({ openWorkroom }) => openWorkroom(context, host, log),
      (failure: unknown) => {
        // A browser fetches it, which may go better the next time.
        room = undefined;
        throw failure;
      },
    ));
  context.subscriptions.push(
    log,
    ...registerCommands(open),
    ...registerTools(open),
    ...registerMcpServers(context, host),
  );
  setTimeout(() => log.watch(open(), 'start'), 0);
}
