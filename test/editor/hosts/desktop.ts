/** The whole suite, for an extension host that runs on Node: VS Code on a desktop, or the remote one of a server. */
import { runTests } from '../harness';
import '../suite/activation.test';
import '../suite/hover.test';
import '../suite/notebook.test';
import '../suite/diagnostics.test';
import '../suite/policyFile.test';
import '../suite/policyAbove.test';
import '../suite/policyLanguage.test';
import '../suite/quickFixes.test';
import '../suite/audit.test';
import '../suite/lookup.test';
import '../suite/catalog.test';
import '../suite/badInput.test';

export async function run(): Promise<void> {
  await runTests();
}
