/** The whole suite, for an extension host that runs on Node: VS Code on a desktop, or the remote one of a server. */
import { runTests } from '../harness';
import '../suite/activation.test';

export async function run(): Promise<void> {
  await runTests();
}
