import { describe, expect, it } from 'vitest';
import { detectReferences } from '../../../src/core/detect/detectReferences';
import { builtCatalog } from '../../support/builtCatalog';
import { detect } from './marked';

describe('names in running text', () => {
  it.each([
    ['a.md', 'We use gpt-4o.', ['gpt-4o openai mentions']],
    [
      'a.md',
      'We use gpt-4o, gpt-4o-mini and (o3-mini).',
      ['gpt-4o openai mentions', 'gpt-4o-mini openai mentions', 'o3-mini openai mentions'],
    ],
    ['a.md', 'Any gpt-4o-* will do, or gpt-4-<date>, or gemini-2.0-[date].', []],
    ['a.md', 'See src/models/llama-7b/ for more.', []],
    ['a.md', 'The acme/llama-7b dataset and the `acme/llama-8b` corpus.', []],
    ['a.md', '[acme/llama-7b](https://huggingface.co/datasets/acme/llama-7b)', []],
    [
      'a.md',
      '[acme/thing](https://huggingface.co/acme/thing)',
      ['acme/thing huggingface mentions', 'acme/thing huggingface mentions'],
    ],
    [
      'a.md',
      '[`acme/thing`](https://huggingface.co/acme/thing)',
      ['acme/thing huggingface mentions', 'acme/thing huggingface mentions'],
    ],
    ['a.md', '[acme/llama-7b](https://github.com/acme/llama-7b)', []],
    [
      'a.md',
      '[gemma3](https://ollama.com/library/gemma3)',
      ['gemma3 ollama mentions', 'gemma3 ollama mentions'],
    ],
    ['a.md', '[gemma](https://ollama.com/library/gemma3)', ['gemma3 ollama mentions']],
    [
      'a.md',
      '[thing.Q4_K_M.gguf](https://huggingface.co/acme/thing/resolve/main/thing.Q4_K_M.gguf)',
      ['thing.Q4_K_M.gguf huggingface mentions', 'acme/thing huggingface mentions'],
    ],
    ['a.md', 'acme/llama-7b#12 is an issue.', []],
    ['a.md', 'Run `ollama pull llama3.1:8b` first.', ['llama3.1:8b ollama mentions']],
    ['a.md', 'Run docker run ollama/ollama:latest now.', []],
    ['a.md', 'Run docker model run ai/llama3.2 now.', ['ai/llama3.2 docker mentions']],
    ['a.md', 'model="acme/thing" is set.', []],
    ['a.md', '{"model":"acme/thing"}', []],
    ['a.md', 'Use --model acme/thing here.', ['acme/thing huggingface mentions']],
    ['a.md', 'Use --model NAME  which one to use (default: acme/thing).', []],
    ['a.md', 'AutoModel.from_pretrained("acme/thing") loads it.', ['acme/thing huggingface mentions']],
    [
      'a.md',
      'Use `mistral`, `llama3.1` or `qwen3` of ollama.',
      ['mistral ollama mentions', 'llama3.1 ollama mentions', 'qwen3 ollama mentions'],
    ],
    ['a.md', 'https://huggingface.co/acme/thing, and more.', ['acme/thing huggingface mentions']],
    ['a.md', '(https://huggingface.co/acme/thing)', ['acme/thing huggingface mentions']],
    ['a.md', 'https://huggingface.co/acme/thing/discussions/1', ['acme/thing huggingface mentions']],
    ['a.py', '# LLM_MODEL=acme/thing', ['acme/thing huggingface mentions']],
    ['a.py', '# model = acme/thing', []],
    ['a.py', '# change the model: "acme/thing"', []],
    ['a.py', '#   model: "acme/thing",', []],
    ['a.py', '# a `gpt-4o` in marks', ['gpt-4o openai mentions']],
    ['a.py', '# "gpt-4o" in quotes', ['gpt-4o openai mentions']],
    ['a.py', 'x = """\nbase_model: acme/thing\n"""', ['acme/thing huggingface derives']],
    ['a.md', 'Say "gpt-4o" to it.', ['gpt-4o openai mentions']],
    ['a.md', 'Text gpt\\-4o and gpt-4o\\.', []],
    ['a.md', '~/models/llama-2-7b.Q4_K_M.gguf', ['llama-2-7b.Q4_K_M.gguf local mentions']],
    ['a.md', 'foo(bar, gpt-4o)', ['gpt-4o openai mentions']],
    [
      'a.md',
      '"models": ["gpt-4o", "gpt-4o-mini"]',
      ['gpt-4o openai mentions', 'gpt-4o-mini openai mentions'],
    ],
    ['a.md', 'We use model gpt-4o=fast.', ['gpt-4o openai mentions']],
    ['a.md', 'gpt-4o: fast', ['gpt-4o openai mentions']],
    ['a.md', 'default: acme/thing', []],
  ])('%s: %s', (path, text, names) =>
    expect(
      detectReferences(`${text}\n`, { path, catalog: builtCatalog() }).references.map(
        (reference) => `${reference.text} ${reference.registry} ${reference.role}`,
      ),
    ).toEqual(names),
  );
});

/** `name role` of what a line of running text names by a command. */
function named(line: string, path = 'README.md'): readonly string[] {
  return detect(`${line}\n`, path)
    .references.filter(({ evidence }) => evidence[0]?.startsWith('command:') === true)
    .map(({ text, role }) => `${text} ${role}`);
}

describe('a command in running text', () => {
  it.each([
    ['Run ollama pull mistral:7b first.', ['mistral:7b mentions']],
    ['Run ollama pull mistral:7b.', ['mistral:7b mentions']],
    ['(ollama run mistral:7b) answers', ['mistral:7b mentions']],
    [
      'Try `ollama pull mistral:7b`, then `ollama run codestral:22b`',
      ['mistral:7b mentions', 'codestral:22b mentions'],
    ],
    ['ollama   pull   mistral:7b', ['mistral:7b mentions']],
    ['ollama pull', []],
    ['ollama is good, pull mistral:7b', []],
    // What stands behind the end of the command is none of its words.
    ['`ollama pull` gets mistral:7b', []],
  ])('%s: %j', (line, found) => expect(named(line)).toEqual(found));

  it('names the words that stand in it, and no further', () => {
    expect(named(`ollama ${'--x '.repeat(5)}pull mistral:7b`)).toEqual(['mistral:7b mentions']);
    const [found] = detect('see ollama pull mistral:7b!\n', 'README.md').references;
    expect(found?.range).toEqual({ start: 16, end: 26 });
  });
});
