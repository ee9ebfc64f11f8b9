/** The part of the suite that the web extension is held to: all that needs no file system of its own. */
import { runTests } from '../harness';
import '../suite/webHost.test';
import '../suite/activation.test';
import '../suite/hover.test';
import '../suite/notebook.test';
import '../suite/diagnostics.test';
import '../suite/policyFile.test';
import '../suite/policyLanguage.test';
import '../suite/quickFixes.test';
import '../suite/audit.test';
import '../suite/webLookup.test';
import '../suite/webCatalog.test';

export async function run(): Promise<void> {
  await runTests();
}
