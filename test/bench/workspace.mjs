import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILES_A_FOLDER = 50;

/**
 * Writes the files of a workspace that is made up: a believable mixture, in which
 * most name no model, some one, a few are long.
 *
 * @param {string} root where they are written
 * @param {number} from the number of the first file: those before it are there
 * @param {number} to the number behind the last
 */
export function writeWorkspace(root, from, to) {
  for (let index = from; index < to; index++) write(root, index);
}

function write(root, index) {
  const folder = join(
    root,
    `package-${Math.floor(index / FILES_A_FOLDER / 20)}`,
    `module-${Math.floor(index / FILES_A_FOLDER)}`,
  );
  if (index % FILES_A_FOLDER === 0) mkdirSync(folder, { recursive: true });
  const kind = index % 10;
  const lines = Array.from(
    { length: 20 + ((index * 7) % 120) },
    (_, line) =>
      `def function_${index}_${line}(value, other=${line}):  # from src/utils to "path/of/${line}"\n` +
      `    return value + ${line}`,
  );
  if (kind === 0)
    lines.splice(
      3,
      0,
      `model = AutoModel.from_pretrained("Qwen/Qwen3-${['0.6B', '1.7B', '4B', '8B'][index % 4]}")`,
    );
  if (kind === 5)
    lines.push(`client.chat.completions.create(model="gpt-4o${index % 2 ? '-mini' : ''}", messages=[])`);
  writeFileSync(
    join(folder, kind === 7 ? `config-${index}.json` : `file_${index}.py`),
    kind === 7 ? JSON.stringify({ name: `service-${index}`, values: lines.slice(0, 20) }) : lines.join('\n'),
  );
}
