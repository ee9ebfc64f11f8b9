/** Files as `audit --format jsonl` writes them, for repositories that are made up. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const USES = 20;

/**
 * Writes a file for each repository.
 * @param folder where they are written
 * @param count how many
 * @param lines uses to repeat, as parsed lines that the program wrote itself
 */
export function writeOrganization(folder, count, lines) {
  for (let number = 0; number < count; number++) {
    const text = Array.from({ length: USES }, (_, at) => {
      const line = lines[(number * 7 + at) % lines.length];
      return `${JSON.stringify({ ...line, repository: `git.example.org/team-${number % 40}/app-${number}`, line: at + 1 })}\n`;
    });
    writeFileSync(join(folder, `app-${number}.jsonl`), text.join(''));
  }
  return { repositories: count, uses: count * USES };
}
