/**
 * `npm run l10n`: writes the English sentences of the source to media/l10n/bundle.l10n.json, takes those that are gone out
 * of the translations, and prints what still has to be translated. The exit code is 1 as long as something has.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUNDLES, ENGLISH_BUNDLE, sourceSentences } from './sentences.mjs';

const { sentences, refused } = sourceSentences();
for (const place of refused)
  process.stderr.write(
    `${place}: this sentence is put together while the program runs, so it cannot be translated\n`,
  );
mkdirSync(BUNDLES, { recursive: true });
write(ENGLISH_BUNDLE, Object.fromEntries(sentences.map((sentence) => [sentence, sentence])));
const missing = translations()
  .map(update)
  .reduce((sum, count) => sum + count, 0);
process.exitCode = refused.length + missing > 0 ? 1 : 0;

function translations() {
  return readdirSync(BUNDLES).filter((name) => /^bundle\.l10n\..+\.json$/.test(name));
}

/** @returns how many sentences of a bundle have no translation */
function update(name) {
  const known = JSON.parse(readFileSync(join(BUNDLES, name), 'utf8'));
  const missing = sentences.filter((sentence) => known[sentence] === undefined);
  write(
    name,
    Object.fromEntries(
      sentences
        .filter((sentence) => known[sentence] !== undefined)
        .map((sentence) => [sentence, known[sentence]]),
    ),
  );
  for (const sentence of missing) process.stdout.write(`${name}: ${JSON.stringify(sentence)}\n`);
  return missing.length;
}

function write(name, bundle) {
  writeFileSync(join(BUNDLES, name), `${JSON.stringify(bundle, null, 2)}\n`);
}
