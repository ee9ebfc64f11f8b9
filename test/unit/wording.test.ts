import { describe, expect, it } from 'vitest';
import { endingText, governingLawText, render } from '../../src/core';

describe('governingLawText', () => {
  it('names the law with who decides disputes', () => {
    const law = { law: 'Singapore', clause: 's.7' };
    expect(render(governingLawText(law))).toBe('Singapore');
    expect(render(governingLawText({ ...law, disputes: 'arbitration' }))).toBe('Singapore; arbitration');
  });

  it('says that a text chooses no law', () => {
    expect(render(governingLawText({ law: null, clause: null }))).toBe('the text chooses none');
  });
});

describe('endingText', () => {
  it.each([
    ['breach', 'ends', undefined, 'Ends by itself on a breach'],
    ['breach', 'ends', 30, 'Ends by itself on a breach that is not mended within 30 days'],
    ['breach', 'may-end', undefined, 'The licensor may end it on a breach'],
    ['patent-suit', 'patent-grant-ends', undefined, 'The grant of patents ends if you sue over patents'],
    ['patent-suit', 'ends', undefined, 'Ends if you sue over patents'],
    ['ip-suit', 'ends', undefined, 'Ends if you sue over intellectual property'],
    ['suit', 'ends', undefined, 'Ends if you sue over the material'],
    ['notice', 'may-end', undefined, 'The licensor may end it at any time, on notice'],
    ['guardrail-removal', 'ends', undefined, 'Ends if a safety measure is removed'],
  ] as const)('says of %s, %s, %s: %s', (cause, effect, cureDays, text) => {
    expect(
      render(endingText({ cause, effect, clause: null, ...(cureDays !== undefined && { cureDays }) })),
    ).toBe(text);
  });
});
