import { describe, expect, it } from 'vitest';
import { render } from '../../../../src/core/message';
import { detect } from '../marked';

/** Host and first reason of a call through a client that is given an address. */
function callThrough(address: string): { readonly host: string | null | undefined; readonly why: string } {
  const text = `client = OpenAI(base_url="${address}")\nclient.chat.completions.create(model="gpt-4o")\n`;
  const reference = detect(text, 'a.py').references.find(({ range }) =>
    text.startsWith('gpt-4o', range.start),
  );
  return { host: reference?.host, why: (reference?.why ?? []).map((reason) => render(reason)).join('; ') };
}

describe('the reason that an address gives', () => {
  it.each([
    'https://someone:s3cret@api.deepseek.com/v1',
    'https://api.deepseek.com/v1?api_key=s3cret',
    'https://api.deepseek.com/v1#s3cret',
  ])('shows neither user nor query of %s', (address) => {
    expect(callThrough(address)).toEqual({
      host: 'deepseek',
      why: 'the address https://api.deepseek.com/v1 is of deepseek',
    });
  });

  it('has the whole of an address of IPv6', () => {
    expect(callThrough('http://[2001:db8::1]:8000/v1')).toEqual({
      host: '[2001:db8::1]',
      why: 'the address http://[2001:db8::1]:8000/v1 is of [2001:db8::1]',
    });
  });

  it('is a host of its own where letters imitate those of a known one', () => {
    expect(callThrough('https://api.\u043eр\u0435nai.com/v1').host).toBe('api.\u043eр\u0435nai.com');
  });
});
