import { describe, expect, it } from 'vitest';
import { withKnownFolders } from '../../../../src/core/detect/localFolders';
import { detect, unmark } from '../marked';

const COMMIT = 'eb115a19a10d14909256db740ed109532ab1483c';

describe('a path that ends in the name of a known model', () => {
  it.each([
    ['run.sh', 'vllm serve /mnt/x/⟦Llama-3.1-8B-Instruct⟧ --port 80', 'serves'],
    [
      'run.sh',
      'python -m vllm.entrypoints.openai.api_server --model /opt/hub/⟦meta-llama/Llama-3.1-8B-Instruct⟧',
      'serves',
    ],
    ['run.sh', 'python -m acme.train actor.model.path="$HOME/m/⟦Llama-3.1-8B-Instruct⟧"', 'derives'],
    [
      'compose.yaml',
      'services:\n  a:\n    image: vllm/vllm-openai\n    command: ["--model", "/w/⟦Llama-3.1-8B-Instruct⟧/"]\n',
      'serves',
    ],
    ['app.yaml', 'model:\n  path: ~/m/⟦Llama-3.1-8B-Instruct⟧\n', 'loads'],
    ['app.py', 'MODEL = "/home/a/m/⟦meta-llama/Llama-3___1-8B-Instruct⟧"', 'loads'],
    ['app.py', 'AutoModel.from_pretrained("./ckpt/⟦Llama-3.1-8B-Instruct⟧/")', 'loads'],
    ['app.py', 'AutoModel.from_pretrained("models/⟦Llama-3.1-8B-Instruct⟧")', 'loads'],
    ['app.py', 'DIR = "/w/⟦Llama-3.1-8B-Instruct⟧"\nAutoModel.from_pretrained(DIR)', 'loads'],
    ['app.py', 'AutoModel.from_pretrained("D:\\\\m\\\\⟦Llama-3.1-8B-Instruct⟧")', 'loads'],
    ['app.py', `AutoModel.from_pretrained("/c/hub/⟦models--acme--thing⟧/snapshots/${COMMIT}")`, 'loads'],
  ])('is that model: %s, %s', (path, marked, role) => {
    const { text, expected } = unmark(marked);
    const found = withKnownFolders(detect(text, path), { text, path }, { idOf: () => undefined });
    expect(found.references).toMatchObject(expected.map((name) => ({ text: name.text, role })));
    expect(found.runtimeChoices).toEqual([]);
  });

  it.each([
    ['app.py', 'AutoModel.from_pretrained("/w/Llama-3.1-8B-Instruct-of-ours")'],
    ['app.py', 'model.save_pretrained("/w/Llama-3.1-8B-Instruct")'],
    ['app.ts', 'router.push("/models/Llama-3.1-8B-Instruct");'],
    ['app.ts', 'const modelUrl = "/models/Llama-3.1-8B-Instruct";'],
    ['app.ts', 'const card = { modelPage: "/compare/Llama-3.1-8B-Instruct" };'],
    ['app.yaml', 'model: /api/Llama-3.1-8B-Instruct'],
    ['app.yaml', 'cache: /c/hub/models--acme--thing'],
  ])('is no other: %s, %s', (path, text) => {
    expect(detect(text, path).references).toEqual([]);
  });

  it('is a commit of the repository where the cache of the Hub has it', () => {
    const text = `AutoModel.from_pretrained("/c/hub/models--acme--thing/snapshots/${COMMIT}")`;
    expect(detect(text, 'app.py').references).toMatchObject([
      { id: 'acme/thing', registry: 'huggingface', revision: { value: COMMIT, immutable: true } },
    ]);
  });

  it('is what the project says of the folder', () => {
    const text = 'AutoModel.from_pretrained("/w/Llama-3.1-8B-Instruct")';
    const idOf = (folder: string): string | undefined =>
      folder === '/w/Llama-3.1-8B-Instruct' ? 'ours' : undefined;
    const { references } = withKnownFolders(detect(text, 'app.py'), { text, path: 'app.py' }, { idOf });
    expect(references.map(({ id }) => id)).toEqual(['ours']);
  });
});
