import { describe, expect, it } from 'vitest';
import { joinedLiterals } from '../../../src/core/documents/joinedLiterals';

function joined(text: string, language: string): string {
  return joinedLiterals(text, language).reduceRight(
    (all, { start, end, meaning }) => all.slice(0, start) + meaning + all.slice(end),
    text,
  );
}

describe('string literals that the language makes one', () => {
  it.each([
    ['python', '"meta-llama/"\n    "Llama-3.1-8B"'],
    ['cpp', '"meta-llama/"\n"Llama-3.1-8B"'],
    ['ruby', '"meta-llama/" "Llama-3.1-8B"'],
    ['ruby', '"meta-llama/" \\\n  "Llama-3.1-8B"'],
    ['typescript', '"meta-llama/" +\n  "Llama-3.1-8B"'],
    ['php', '"meta-llama/" . "Llama-3.1-8B"'],
  ])('of %s: %s', (language, text) => {
    expect(joined(text, language)).toBe('"meta-llama/Llama-3.1-8B"');
  });

  it.each([
    ['ruby', 'when "claude-2"\n  "anthropic.claude-v2:1"'],
    ['typescript', '"a"\n"b"'],
    ['python', '"a", "b"'],
  ])('are two of %s: %s', (language, text) => {
    expect(joined(text, language)).toBe(text);
  });
});
