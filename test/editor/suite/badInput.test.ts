import { equal, until } from '../expect';
import { test } from '../harness';
import { hoverOn, open, problems, rangeOf, writeAndOpen } from '../workbench';

const MISTRAL = 'mistralai/Mistral-7B-Instruct-v0.3';

/** Broken files in which the name is still to be found, at its place. */
const BROKEN = {
  'broken.json': `{\n  "model": "${MISTRAL}",\n  "temperature": \n`,
  'broken.yaml': `base_model: ${MISTRAL}\nadapter: lora\n  rank: [8, 16\n`,
  'broken.toml': `[model]\nmodel = "${MISTRAL}"\nname = \n`,
  'unclosed.py': `model = AutoModel.from_pretrained("${MISTRAL}")\nprint("never closed\n`,
};

for (const [path, text] of Object.entries(BROKEN)) {
  test(`bad input: the name is found in ${path}`, async () => {
    const document = await writeAndOpen(path, text);
    const range = rangeOf(document, MISTRAL);
    const found = await hoverOn(document, range, 'Mistral');
    equal(found.range, range, 'the range');
  });
}

test('bad input: a name after bytes that are no UTF-8', async () => {
  const text = new TextEncoder().encode(`\nmodel = AutoModel.from_pretrained("${MISTRAL}")\n`);
  const document = await writeAndOpen('latin.py', new Uint8Array([0x23, 0x20, 0xe9, 0xff, 0xfe, ...text]));
  await hoverOn(document, rangeOf(document, MISTRAL), 'Mistral');
});

test('bad input: a line of a million characters stops nothing', async () => {
  const long = await writeAndOpen('long.js', `const data = "${'a/'.repeat(500_000)}";\n`);
  await until(() => (problems(long.uri).length === 0 ? true : undefined), 'the long line to be looked at');
  const document = await open('service/kotoba/media.py');
  await hoverOn(document, rangeOf(document, 'openai/whisper-large-v3'), 'whisper');
});
