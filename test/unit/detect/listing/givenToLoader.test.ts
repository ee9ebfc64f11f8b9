import { describe, expect, it } from 'vitest';
import { rolesIn } from '../marked';

/** Records that make a table wherever no loader gets them. */
const PYTHON = `[
  Part(model_id="acme/thing-7b", pattern="a.safetensors"),
  Part(model_id="acme/other-7b", pattern="b.safetensors"),
]`;
const SCRIPT = `[
  { id: 'acme/thing-7b', tier: 1 },
  { id: 'acme/other-7b', tier: 2 },
]`;

describe('records of a list that a loader gets', () => {
  it.each([
    ['a.py', `pipe = ThingPipeline.from_pretrained(device="cuda", parts=${PYTHON})\n`],
    ['a.py', `parts = ${PYTHON}\npipe = ThingPipeline.from_pretrained(device="cuda", parts=parts)\n`],
    ['a.py', `parts = ${PYTHON}\nrun(ThingPipeline.from_pretrained(parts, device="cuda"))\n`],
    ['a.ts', `const model = await AutoModel.from_pretrained({ parts: ${SCRIPT} });\n`],
    ['a.ts', `const parts = ${SCRIPT};\nconst model = await AutoModel.from_pretrained({ parts: parts });\n`],
  ])('are loaded: %s %s', (path, text) => expect(rolesIn(text, path)).toEqual(['loads', 'loads']));
});

describe('records of a list that no loader gets', () => {
  it.each([
    ['a.py', `PARTS = ${PYTHON}\nshow(PARTS)\\npipe = ThingPipeline.from_pretrained(chosen)\n`],
    [
      'a.ts',
      `const PARTS = ${SCRIPT};\nshow(PARTS);\\nconst model = await AutoModel.from_pretrained(chosen);\n`,
    ],
    ['a.ts', `pipeline(task, () => { offer(${SCRIPT}); });\n`],
  ])('are only listed: %s %s', (path, text) => expect(rolesIn(text, path)).toEqual(['lists', 'lists']));
});
