/** What holds in a folder that the user has not trusted. */
import { runTests } from '../harness';
import '../suite/restricted.test';

export async function run(): Promise<void> {
  await runTests();
}
