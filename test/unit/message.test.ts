import { describe, expect, it } from 'vitest';
import {
  english,
  joined,
  labeled,
  message,
  type Message,
  paragraph,
  render,
  sideBySide,
  type Translate,
  withComma,
} from '../../src/core/message';

const japanese: Translate = (template, ...args) =>
  english(template === '{0}; {1}' ? '{0}。{1}' : template, ...args);

describe('sentences together', () => {
  it('have the marks of their language between them', () => {
    const text = joined(message('one'), message('two {0}', 2), message('three'));
    expect(render(text)).toBe('one; two 2; three');
    expect(render(text, japanese)).toBe('one。two 2。three');
    expect(render(joined(message('one')))).toBe('one');
    expect(render(joined(message('one？'), message('two')), japanese)).toBe('one？two');
  });

  it('are one text of their language', () => {
    const say = (text: Message): string => render(text, japanese);
    expect(sideBySide(['a', 'b', 'c'], say)).toBe('a。b。c');
    expect(sideBySide(['a', 'b', 'c'], say, withComma)).toBe('a, b, c');
    expect([sideBySide(['a'], say), sideBySide([], say)]).toEqual(['a', '']);
  });

  it('have no space behind a wide full stop or colon', () => {
    expect(paragraph(['One.', 'Two.'])).toBe('One. Two.');
    expect(paragraph(['一。', '二。'])).toBe('一。二。');
    expect(paragraph([])).toBe('');
    const wide: Translate = (template, ...args) => english(template.replace('one.', '一。'), ...args);
    expect(render(message('{0} {1}', message('one.'), 'b。 c'), wide)).toBe('一。b。 c');
    expect(render(message('{0} {1}', '一。', 2))).toBe('一。 2');
    expect([labeled('From:', 'a'), labeled('元：', 'a')]).toEqual(['From: a', '元：a']);
  });
});
