import { describe, expect, it } from 'vitest';
import { typesOf } from '../../../src/core/detect/statements';

describe('the types that a text makes', () => {
  it.each([
    'class Chat:\n    pass',
    'export interface Chat {',
    'pub struct Chat {',
    'data class Chat(val id: String)',
    'enum class Chat { A }',
    'record struct Chat(string Id);',
    'public record Chat(string Id);',
    'protocol Chat {',
    'trait Chat {',
    'module Chat',
    'mod  Chat {',
  ])('have their names: %s', (text) => expect([...typesOf({ text })]).toEqual(['Chat']));

  it('are none that it only uses', () => {
    expect([...typesOf({ text: 'import Chat\nval chat = Chat()\nsubclass Chat' })]).toEqual([]);
  });
});
