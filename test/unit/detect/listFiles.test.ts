import { describe, expect, it } from 'vitest';
import { collectListFiles, operandOfLines } from '../../../src/core/detect/listFiles';
import { detectReferences } from '../../../src/core/detect/detectReferences';
import { builtCatalog } from '../../support/builtCatalog';

const LIST = '# ours\nQwen/Qwen3-8B\n\nacme/thing-7b  # acme/later-7b\n';

/** What a list names where a script reads it. */
function named(script: string, path = 'models.txt'): readonly unknown[] {
  const configValues = collectListFiles(script);
  return detectReferences(LIST, { path, catalog: builtCatalog(), configValues }).references.map(
    ({ text, role, registry, context }) => [text, role, registry, context],
  );
}

const LOADED = [
  ['Qwen/Qwen3-8B', 'loads', 'huggingface', 'product'],
  ['acme/thing-7b', 'loads', 'huggingface', 'product'],
];

describe('a list that a script reads', () => {
  it.each([
    'while read m; do hf download "$m"; done < models.txt',
    'while IFS= read -r m rest; do\n  echo "$m"\n  hf download "$m" --quiet\ndone < "$DIR/models.txt"',
    'for m in $(cat models.txt); do hf download $m; done',
    'for m in $(< conf/models.txt)\ndo\n  huggingface-cli download "$m"\ndone',
    'xargs -n1 -P 4  hf download < models.txt',
    'grep -v "^#" models.txt | xargs -I{} hf download {} --local-dir /m/{}',
    'RUN cat /tmp/models.txt | xargs -n 1 hf download',
  ])('is what its command gets: %s', (script) => {
    expect(named(script)).toEqual(LOADED);
  });

  it.each([
    'while read m; do echo "$m"; done < models.txt',
    'while read m; do hf download "$m"; done < others.txt',
    '# xargs -n1 hf download < models.txt',
    '  # xargs -n1 hf download < models.txt',
    'hf download $m; for m in $(cat models.txt); do echo $m; done; hf download $m',
    'while read m; do hf download "$m"; done < x.txt; while read m; do echo "$m"; done < models.txt',
    'hf download "$m"; done < models.txt',
    'cat models.txt | xargs -n1 echo',
    'hf download acme/other; cat models.txt',
  ])('is text where no command gets a model from it: %s', (script) => {
    expect(named(script).filter((one) => String(one).includes('loads'))).toEqual([]);
  });

  it.each([
    [
      'xargs -n1 ollama pull < models.txt',
      { registry: 'ollama', role: 'loads', evidence: 'command:ollama pull' },
    ],
    [
      'xargs -n1 vllm serve < models.txt',
      { registry: 'huggingface', role: 'serves', evidence: 'command:vllm serve' },
    ],
    [
      'aria2c -x 4 --continue --input-file models.txt',
      { registry: 'huggingface', role: 'loads', evidence: 'command:aria2c' },
    ],
    ['wget -q -i models.txt', { registry: 'huggingface', role: 'loads', evidence: 'command:wget' }],
    ['wget -q -O models.txt https://example.com', undefined],
    ['xargs -n1 ollama pull < names.txt', undefined],
  ])('gives each line the place that it has in a command: %s', (script, operand) =>
    expect(operandOfLines(collectListFiles(script), 'a/models.txt', '')).toEqual(operand),
  );

  it.each([
    ['https://huggingface.co/acme/thing-7b/resolve/main/a.gguf\n  out=llm/a.gguf\n', ['loads product']],
    ['https://huggingface.co/acme/thing-7b\n\tdir=llm\n', ['loads product']],
    ['https://huggingface.co/acme/thing-7b\n  and more\n', ['mentions docs']],
    ['See https://huggingface.co/acme/thing-7b\n  out=llm/a.gguf\n', ['mentions docs']],
    ['https://example.com/thing-7b\n  out=llm/a.zip\n', []],
  ])('is told by the form that a program downloads by: %s', (text, uses) => {
    const { references } = detectReferences(text, { path: 'links.txt', catalog: builtCatalog() });
    expect(references.map(({ role, context }) => `${role} ${context}`)).toEqual(uses);
  });

  it('belongs to what its script is part of, wherever it lies', () => {
    const script = 'xargs -n1 hf download < ollama-names.txt';
    expect(named(script, 'ollama-names.txt')).toEqual(LOADED);
    expect(named(script, 'tests/ollama-names.txt').map((one) => (one as string[])[3])).toEqual([
      'test',
      'test',
    ]);
  });
});
