import { describe, expect, it } from 'vitest';
import { bodyOf, classAround } from '../../../src/core/detect/classAround';

const at = (text: string): ReturnType<typeof classAround> => classAround(text, text.indexOf('HERE'));

describe('the class around a place', () => {
  it.each([
    ['class Chat:\n    model = HERE\n', 'Chat'],
    ['export class AppStack extends Stack {\n  constructor() {\n    HERE\n  }\n}\n', 'AppStack'],
    ['public sealed class Chat(string a)\n{\n    HERE\n}\n', 'Chat'],
    ['class Outer:\n    class Inner:\n        HERE\n', 'Inner'],
    ['class Outer:\n    class Inner:\n        pass\n    HERE\n', 'Outer'],
    ['impl Chat {\n    fn f() { HERE }\n}\n', 'Chat'],
  ])('of %j is %s', (text, name) => expect(at(text)?.name).toBe(name));

  it.each([
    'class Chat:\n    pass\nHERE\n',
    'HERE\nclass Chat:\n    pass\n',
    'subclass of a thing\n  HERE\n',
  ])('is none in %j', (text) => expect(at(text)).toBeUndefined());

  it('has a body that ends where a line is indented no further than its head', () => {
    const text = 'class Chat:\n    x = HERE\n\n    y = 1\nz = 2\n';
    const start = text.indexOf('HERE');
    const head = classAround(text, start);
    const body = head && bodyOf(head, text, start);
    expect(text.slice(body?.start, body?.end)).toBe('class Chat:\n    x = HERE\n\n    y = 1');
  });
});
