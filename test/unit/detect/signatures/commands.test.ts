import { describe, expect, it } from 'vitest';
import {
  isDataCommand,
  isProgram,
  mayStartProgram,
  operandAt,
  operandsOf,
  registryOfProgram,
} from '../../../../src/core/detect/signatures/commands';

const words = (command: string): readonly string[] => command.split(' ');

/** `word registry role` of each word of a command that must be a model. */
function operands(command: string): readonly string[] {
  return operandsOf(words(command)).map(
    ({ index, operand }) => `${words(command)[index] ?? ''} ${operand.registry} ${operand.role}`,
  );
}

describe('the words of a command that must be models', () => {
  it.each([
    ['ollama pull a:7b', ['a:7b ollama loads']],
    ['ollama run a:7b why', ['a:7b ollama loads']],
    ['sudo /usr/local/bin/ollama pull a:7b', ['a:7b ollama loads']],
    ['`ollama pull a:7b', ['a:7b ollama loads']],
    ['(ollama pull a:7b', ['a:7b ollama loads']],
    ['"ollama" pull a:7b', ['a:7b ollama loads']],
    ['.\\ollama.exe pull a:7b', ['a:7b ollama loads']],
    ['ollama --verbose pull --insecure a:7b', ['a:7b ollama loads']],
    // The value of a flag is no operand.
    ['ollama run --keepalive 5m a:7b', ['a:7b ollama loads']],
    ['ollama run --format json a:7b', ['a:7b ollama loads']],
    ['vllm serve a/b --port 8000', ['a/b huggingface serves']],
    ['vllm serve --port 8000 a/b', ['a/b huggingface serves']],
    ['lmdeploy serve api_server a/b --tp 2', ['a/b huggingface serves']],
    ['lmdeploy serve a/b', ['a/b huggingface serves']],
    ['huggingface-cli download a/b c.gguf', ['a/b huggingface loads']],
    ['hf download --revision main a/b', ['a/b huggingface loads']],
    ['docker model pull ai/a', ['ai/a docker loads']],
    ['docker model run ai/a hello', ['ai/a docker loads']],
    ['ollama list', []],
    ['ollama pull', []],
    ['ollama', []],
    ['docker model status ai/a', []],
    ['docker pull ai/a', []],
    ['echo a/b', []],
    ['pollama pull a:7b', []],
    ['ollama-pull a:7b', []],
  ])('of %s are %j', (command, found) => expect(operands(command)).toEqual(found));

  it('are found at their place alone', () => {
    const command = words('ollama pull a:7b');
    expect([0, 1, 2, 3].map((at) => operandAt(command, at)?.registry)).toEqual([
      undefined,
      undefined,
      'ollama',
      undefined,
    ]);
    expect(operandAt(command, 2)?.evidence).toBe('command:ollama pull');
  });
});

describe('a program', () => {
  it.each(['ollama', '/usr/bin/ollama', './ollama', 'vllm', "'ollama'", 'ollama.exe'])('is %s', (word) =>
    expect(isProgram(word)).toBe(true),
  );
  it.each(['ollamas', 'my-ollama', 'ollama/', 'echo', ''])('is not %s', (word) =>
    expect(isProgram(word)).toBe(false),
  );

  it('may be told from its first characters', () => {
    const may = (word: string): boolean => mayStartProgram(word.charCodeAt(0), word.charCodeAt(1));
    for (const word of ['ollama', './x', '/usr/bin/x', 'vllm', 'docker']) expect(may(word)).toBe(true);
    for (const word of ['zz', 'oo', '-x', '=x']) expect(may(word)).toBe(false);
  });
});

describe('a command that gets data', () => {
  it.each([
    ['hf download a/b --repo-type dataset', true],
    ['hf download a/b --repo-type=dataset', true],
    ['hf download a/b --repo-type space', true],
    ['hf download a/b --repo-type model', false],
    ['hf download a/dataset', false],
    ['hf download a/b --repo-type', false],
  ])('%s: %s', (command, is) => expect(isDataCommand(words(command))).toBe(is));
});

describe('the registry that the --model of a program is of', () => {
  it.each([
    ['whisper a.wav --model small', 'whisper'],
    ['sudo /opt/bin/whisperx a.wav --model small', 'whisper'],
    ['modelscope download --model a/b', 'modelscope'],
    ['vllm serve --model a/b', undefined],
    ['ollama-serve --model x', undefined],
    ['echo --model x', undefined],
    ['', undefined],
  ])('%s: %s', (command, registry) => expect(registryOfProgram(words(command))).toBe(registry));
});
