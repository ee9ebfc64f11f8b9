import { describe, expect, it } from 'vitest';
import { ProgramVariables } from '../../../src/core/detect/programVariables';

const wordsIn = (text: string, word: string): string | undefined =>
  new ProgramVariables(text)
    .wordsOf(word)
    ?.map(({ start, end }) => text.slice(start, end))
    .join(' ');

describe('a variable with a program in it', () => {
  it.each([
    ['HF=hf\n', '$HF', 'hf'],
    ['HF="hf"\n', '"${HF}"', 'hf'],
    ['HF ?= hf\n', '$(HF)', 'hf'],
    ['HF := $(shell which hf)\nHF := hf\n', '$(HF)', 'hf'],
    ['HF="${HF:-hf}"\n', '$HF', 'hf'],
    ['RUN="docker exec tools ollama"\n', '$RUN', 'docker exec tools ollama'],
    ['CMD=(vllm serve)\n', '"${CMD[@]}"', 'vllm serve'],
    ['HF=huggingface-cli\nHF=hf\n', '$HF', 'huggingface-cli'],
    ['HF=hf\n', 'HF', undefined],
    ['HF=hf\n', '$OTHER', undefined],
    ['HF=cat\n', '$HF', undefined],
    ['HF="$HF hf"\n', '$HF', undefined],
  ])('%j: %s stands for %j', (text, word, words) => expect(wordsIn(text, word)).toBe(words));
});
