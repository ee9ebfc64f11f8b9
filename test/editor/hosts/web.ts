/** The part of the suite that the web extension is held to: all that needs no file system of its own. */
import { runTests } from '../harness';
import '../suite/activation.test';

export async function run(): Promise<void> {
  await runTests();
}
