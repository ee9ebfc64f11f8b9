import { describe, expect, it } from 'vitest';
import { detect } from '../marked';

describe('requests in a file', () => {
  const text = [
    '# not gpt-4o',
    '@model = gpt-4o',
    '### first',
    'POST https://api.openai.com/v1/chat/completions',
    '{ "model": "gpt-4o",',
    '  "n": 1 }',
    '### second, not gpt-4o',
    'GET https://api.example.com',
  ].join('\n');

  it('have variables, and bodies that are JSON', () => {
    const found = detect(text, 'a.http').references.map(
      ({ range, role }) => `${text.slice(0, range.start).split('\n').length} ${role}`,
    );
    expect(found).toEqual(['1 mentions', '2 calls', '5 calls', '7 mentions']);
  });
});
