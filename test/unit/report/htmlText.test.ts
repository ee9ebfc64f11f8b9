import { expect, it } from 'vitest';
import { html, sentence } from '../../../src/core/report/htmlText';

it('shows as code what a sentence has between backticks, and nothing as markup', () => {
  expect(html`<p>${sentence('state `use.seat` if <b>`x`</b> is not')}</p>`.markup).toBe(
    '<p>state <code>use.seat</code> if &lt;b&gt;<code>x</code>&lt;/b&gt; is not</p>',
  );
});

it('leaves a backtick that nothing closes, and one around what is longer than a key', () => {
  expect(sentence('a ` b').markup).toBe('a ` b');
  expect(sentence(`\`${'x'.repeat(81)}\``).markup).toBe(`\`${'x'.repeat(81)}\``);
});
