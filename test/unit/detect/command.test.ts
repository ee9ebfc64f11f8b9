import { describe, expect, it } from 'vitest';
import { readCommand } from '../../../src/core/detect/command';
import { detectReferences } from '../../../src/core/detect/detectReferences';
import type { Intake, Site } from '../../../src/core/detect/site';
import { builtCatalog } from '../../support/builtCatalog';
import { stepsOf } from '../steps';

/** The names that are found, with their registries, what is done with them, and the revision that is asked for. */
function namesIn(path: string, text: string): readonly string[] {
  return detectReferences(`${text}\n`, { path, catalog: builtCatalog() }).references.map(
    ({ text: name, registry, role, revision }) =>
      `${name} ${registry} ${role}${revision === undefined ? '' : ` @${revision.value}`}`,
  );
}

describe('the words of a command', () => {
  it.each([
    ['a.sh', 'vllm serve acme/thing', ['acme/thing huggingface serves']],
    ['a.sh', 'vllm serve acme/thing --revision abc123', ['acme/thing huggingface serves @abc123']],
    ['a.sh', 'vllm serve acme/thing --revision', ['acme/thing huggingface serves']],
    ['a.sh', 'ollama run mistral', ['mistral ollama loads']],
    ['a.sh', 'ollama pull "llama3.1:8b"', ['llama3.1:8b ollama loads']],
    ['a.sh', 'python x.py --model=acme/thing-7b', ['acme/thing-7b huggingface loads']],
    ['a.sh', 'python x.py --model acme/thing', ['acme/thing huggingface loads']],
    ['a.sh', 'MODEL=acme/thing-7b python x.py', ['acme/thing-7b huggingface loads']],
    [
      'a.sh',
      'python x.py --models acme/thing-7b acme/other-7b --other x',
      ['acme/thing-7b huggingface loads', 'acme/other-7b huggingface loads'],
    ],
    [
      'a.sh',
      'python x.py --model-list acme/thing acme/other',
      ['acme/thing huggingface loads', 'acme/other huggingface loads'],
    ],
    ['a.sh', 'docker run acme/llama-7b', []],
    ['a.sh', 'docker run $IMAGE --model acme/thing-7b', ['acme/thing-7b huggingface loads']],
    ['a.sh', 'docker run $IMAGE acme/llama-7b', ['acme/llama-7b huggingface loads']],
    ['a.sh', 'docker pull gpt-4o', []],
    ...['--entrypoint hf', '--entrypoint=/usr/bin/hf', '--entrypoint=hf'].map(
      (entry): [string, string, string[]] => [
        'a.sh',
        `docker run --rm ${entry} --shm-size 1g acme/tools:1 download acme/thing`,
        ['acme/thing huggingface loads'],
      ],
    ),
    ['a.sh', 'docker run --entrypoint sh acme/tools:1 download acme/thing', []],
    ...[
      'HF=hf\n$HF download acme/thing',
      'if x; then HF=hf; else HF=huggingface-cli; fi\n"${HF}" download acme/thing',
      'HF="${HF:-hf}"\nsudo "$HF" download acme/thing',
      'RUN="docker exec tools hf"\n$RUN download acme/thing',
      'CMD=(hf download)\n"${CMD[@]}" acme/thing',
    ].map((text): [string, string, string[]] => ['a.sh', text, ['acme/thing huggingface loads']]),
    ['Makefile', 'HF ?= hf\nget:\n\t$(HF) download acme/thing\n', ['acme/thing huggingface loads']],
    ['a.sh', 'HF=cat\n$HF download acme/thing', []],
    ['a.sh', '$HF download acme/thing', []],
    ['a.sh', 'cd acme/llama-7b', []],
    ['a.sh', 'sudo mkdir -p acme/llama-7b', []],
    ['a.sh', 'docker model pull ai/llama3.2', ['ai/llama3.2 docker loads']],
    ['a.sh', 'make gpt-4o', []],
    ['a.sh', 'make MODEL=gpt-4o x', ['gpt-4o openai calls']],
    ['a.sh', 'FOO=1 make gpt-4o', []],
    ['a.sh', 'huggingface-cli download acme/thing', ['acme/thing huggingface loads']],
    ['a.sh', 'huggingface-cli download acme/thing --repo-type dataset', []],
    ['a.sh', 'huggingface-cli download acme/thing x.gguf --local-dir y', ['acme/thing huggingface loads']],
    ['a.sh', 'git clone https://huggingface.co/acme/thing', ['acme/thing huggingface loads']],
    [
      'a.sh',
      'curl https://huggingface.co/acme/thing/resolve/main/x.gguf',
      ['acme/thing huggingface loads @main'],
    ],
    ['a.sh', 'llm -m gpt-4o "hi"', ['gpt-4o openai calls']],
    ['a.sh', 'x --model "gpt-4o",', ['gpt-4o openai calls']],
    ['a.sh', 'python -m spacy download en_core_web_sm', ['en_core_web_sm spacy loads']],
    ['a.sh', '# use gpt-4o', ['gpt-4o openai mentions']],
    ['a.sh', 'cat <<EOF\nmodel: gpt-4o\nEOF', ['gpt-4o openai mentions']],
    [
      'a.sh',
      'curl -d \'{"model":"gpt-4o"}\' https://api.openai.com/v1/chat/completions',
      ['gpt-4o openai calls'],
    ],
    ['a.sh', 'x | y --model gpt-4o; z gpt-4o-mini', ['gpt-4o openai calls', 'gpt-4o-mini openai calls']],
  ])('%s: %s', (path, text, names) => expect(namesIn(path, text)).toEqual(names));
});

describe('a long command', () => {
  it('is read word by word, however many flags stand before', () => {
    const site: Site = { lexical: 'bare', where: 'cli', key: '', parents: [], group: 0 };
    const steps = (times: number): number => {
      const text = `docker ${'-a '.repeat(times)}${'x '.repeat(times)}`;
      const ranges = [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({
        start: index,
        end: index + word.length,
      }));
      const intake: Pick<Intake, 'text' | 'value' | 'programOf'> = {
        text,
        value: () => undefined,
        programOf: () => undefined,
      };
      return stepsOf(() => readCommand(intake as Intake, ranges, site));
    };
    expect(steps(800) / steps(400)).toBeLessThan(2.4);
  });
});
