import { describe, expect, it } from 'vitest';
import { detect } from './marked';

describe('how sure a name is', () => {
  it.each([
    [
      'a known name in running text is not certain',
      'We compared it with openai/whisper-large-v3.\n',
      'a.md',
      'medium',
    ],
    ['nor is it in a text without marks', 'We compared openai/whisper-large-v3.\n', 'a.txt', 'medium'],
    ['nor in a comment', '# openai/whisper-large-v3 was tried\nx = 1\n', 'a.py', 'medium'],
    ['a known name as a value is', 'x = "openai/whisper-large-v3"\n', 'a.py', 'high'],
    ['so is any name that is loaded', 'AutoModel.from_pretrained("acme/nobody-knows")\n', 'a.py', 'high'],
  ])('%s', (_, text, path, confidence) => {
    expect(detect(text, path).references.map((found) => found.confidence)).toEqual([confidence]);
  });
});
