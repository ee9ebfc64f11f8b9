import { describe, expect, it } from 'vitest';
import { readCommand } from '../../../src/core/detect/command';
import { detectReferences } from '../../../src/core/detect/detectReferences';
import { ALONE, type Intake, type Site } from '../../../src/core/detect/site';
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
    [
      'a.sh',
      'vllm serve acme/thing --lora-modules claims=acme/claims-lora triage=acme/triage-lora --port 80',
      [
        'acme/thing huggingface serves',
        'acme/claims-lora huggingface serves',
        'acme/triage-lora huggingface serves',
      ],
    ],
    [
      'a.sh',
      'vllm serve acme/thing --lora-modules=claims=acme/claims-lora',
      ['acme/thing huggingface serves', 'acme/claims-lora huggingface serves'],
    ],
    ['a.sh', 'vllm serve acme/thing --lora-modules sql=./loras/sql', ['acme/thing huggingface serves']],
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
    ['a.sh', 'docker run -p 80:80 vllm/vllm-openai:v1 acme/thing', ['acme/thing huggingface serves']],
    [
      'a.sh',
      'docker run ghcr.io/ggml-org/llama.cpp:server -hf acme/thing-gguf:Q4_K_M --port 80',
      ['acme/thing-gguf:Q4_K_M huggingface serves'],
    ],
    ['a.sh', 'docker run acme/other:v1 acme/thing', []],
    ...[
      '--gpus all -v ~/.cache/vllm:/root/.cache/vllm vllm/vllm-openai:latest',
      '--name vllm vllm/vllm-openai',
      '-itd --rm --network=vllm -dp80:80 -p 80:80 $OPTIONS ghcr.io/acme/my-vllm-cpu-env:v1',
      '--name vllm localhost:5000/rocm/vllm@sha256:0',
    ].flatMap((given): [string, string, string[]][] =>
      ['run', 'container create'].map((sub) => [
        'a.sh',
        `docker ${sub} ${given} acme/thing`,
        ['acme/thing huggingface serves'],
      ]),
    ),
    ...[
      'docker run --name vllm-proxy acme/proxy acme/thing',
      'docker run --network vllm -p 80:80 acme/webui acme/thing',
      'docker run -v ~/.cache/vllm:/cache acme/api:latest acme/thing',
      'docker run acme/vllm-dashboard acme/thing',
      'docker run vllm/router acme/thing',
      'docker run acme/app:vllm acme/thing',
      'docker build -t acme/vllm ./docker/vllm',
      'docker exec vllm acme/thing',
      'docker compose run vllm acme/thing',
      'docker run -d --name localai',
    ].map((command): [string, string, string[]] => ['a.sh', command, []]),
    ['a.sh', 'docker push vllm/vllm-openai:v1', []],
    ['a.sh', 'llama-server --hf-repo acme/thing-gguf', ['acme/thing-gguf huggingface serves']],
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

describe('what a word of a command is told to be', () => {
  /** Each word that may name something, with the key or the evidence that it stands under. */
  function told(text: string): readonly string[] {
    const found: string[] = [];
    const at = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
    const intake: Pick<Intake, 'text' | 'programOf' | 'value' | 'dynamic' | 'pin'> = {
      text,
      programOf: () => undefined,
      value: (range, { key, operand }) => found.push(`${at(range)} ${operand?.evidence ?? key}`.trim()),
      dynamic: ({ range }) => found.push(`${at(range)} is open`),
      pin: (_, revision) => found.push(`at ${revision}`),
    };
    const ranges = [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({
      start: index,
      end: index + word.length,
    }));
    readCommand(intake as Intake, ranges, { ...ALONE, lexical: 'bare', where: 'cli' });
    return found;
  }

  it.each([
    // Operands, also as variables.
    ['vllm serve a', ['vllm', 'serve', 'a command:vllm serve']],
    ['ollama pull "${model}";', ['ollama', 'pull', '"${model}"; is open', '${model} command:ollama pull']],
    ['ollama pull $model-x', ['ollama', 'pull', '$model-x command:ollama pull']],
    ['x $model', ['x', '$model']],
    // Flags, and settings.
    ['x --model a b', ['x', 'a --model', 'b']],
    ['x --models a b --c d e', ['x', 'a --models', 'b --models', 'd --c', 'e']],
    ['x --chat-models a b', ['x', 'a --chat-models', 'b --chat-models']],
    ['x --model-list a b', ['x', 'a --model-list', 'b --model-list']],
    ['x --modelss a b', ['x', 'a --modelss', 'b']],
    ['x --no--model-lists a b', ['x', 'a --no--model-lists', 'b']],
    ['x -models a', ['x', 'a']],
    ['x --models=a b', ['x', 'a --models', 'b']],
    ['x --a --b c', ['x', '--b --a', 'c --b']],
    ['MODEL=a x', ['a MODEL', 'x']],
    ['x a.b=c 1a=c', ['x', 'c a.b', '1a=c']],
    ['ollama --model a run b', ['ollama', 'a flag:--model', 'run', 'b']],
    ['ollama --port 1 run b', ['ollama', '1 --port', 'run', 'b command:ollama run']],
    // Quotes that a word still has around it.
    ['x --m="a"', ['x', 'a --m']],
    ["x --m 'a',", ['x', 'a --m']],
    ['x --m \\"a\\"', ['x', 'a --m']],
    ["x a'b", ['x', "a'b"]],
    // Revisions.
    ['x --revision b', ['x', 'b --revision', 'at b']],
    ['--revision b', ['b --revision', 'at b']],
    ['x --revision', ['x']],
    // Images, up to the one that a variable holds.
    ['docker run a b', ['docker image', 'run image', 'a image', 'b image']],
    ['sudo /x/docker run a', ['sudo', '/x/docker image', 'run image', 'a image']],
    ['docker ps a', ['docker image', 'ps image', 'a']],
    ['docker running a', ['docker image', 'running image', 'a']],
    ['docker -D run a', ['docker image', 'run image', 'a image']],
    ['docker run "${VLLM_IMAGE}" a', ['docker image', 'run image', '${VLLM_IMAGE} image', 'a']],
    ['docker run $IMAGES a', ['docker image', 'run image', '$IMAGES image', 'a image']],
    ['dockerx run a', ['dockerx', 'run', 'a']],
    // Programs in containers.
    ['docker run --entrypoint vllm i serve a', ['vllm', 'serve', 'a command:vllm serve']],
    ['docker run --entrypoint=/b/vllm --x y i serve a', ['/b/vllm', 'serve', 'a command:vllm serve']],
    ['docker run --entrypoint vllm vllm serve a', ['vllm', 'serve', 'a command:vllm serve']],
    ['run --entrypoint vllm i serve a', ['run', 'vllm --entrypoint', 'i', 'serve', 'a']],
    ['docker run --entrypoint', ['docker image', 'run image']],
    // Goals of a maker are none of its settings.
    ['make a', ['make']],
    ['A=b make c', ['b A', 'make']],
    ['make A=b c --d e', ['make', 'b A', 'e --d']],
    ['/usr/bin/gmake a', ['/usr/bin/gmake']],
    ['$(MAKE) a', ['$(MAKE)']],
    ['makes a', ['makes', 'a']],
    ['cmake a', ['cmake', 'a']],
    ['x make a', ['x', 'make', 'a']],
    // Folders and data sets.
    ['cd a/b', []],
    ['sudo A=b mkdir a/b', []],
    ['hf download a/b --repo-type dataset', []],
  ])('%s: %j', (text, found) => expect(told(text)).toEqual(found));

  it('is nothing where it is too long', () => {
    expect(told(`M=${'a'.repeat(998)}`)).toHaveLength(1);
    expect(told(`M=${'a'.repeat(999)}`)).toEqual(['M='.concat('a'.repeat(999))]);
  });
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
