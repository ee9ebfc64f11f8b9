import { describe, expect, it } from 'vitest';
import { detect } from '../marked';

const roles = (text: string, path: string): readonly unknown[] =>
  detect(text, path).references.map(({ text: name, role }) => [name, role]);

describe('a document in a string that a test compares with', () => {
  it.each([
    [
      'src/test/java/ATest.java',
      'assertThat(body).isEqualTo("{\\"model\\":\\"gpt-4o\\",\\"temperature\\":0.7}");',
    ],
    ['src/test/java/ATest.java', 'assertTrue(curl.contains("-d \'{\\"model\\":\\"gpt-4o\\"}\'"));'],
    [
      'src/test/java/ATest.java',
      'assertThat(body).isEqualTo("""\n    {\n      "model": "gpt-4o",\n      "messages": []\n    }\n    """);',
    ],
    ['tests/test_a.py', 'assert body == \'{"model": "gpt-4o", "messages": []}\''],
  ])('names no use: %s %s', (path, text) => {
    expect(roles(`${text}\n`, path)).toEqual([['gpt-4o', 'lists']]);
  });

  it('is a request where it is sent', () => {
    expect(
      roles(
        'client.post("/v1/chat/completions", "{\\"model\\":\\"gpt-4o\\"}");\n',
        'src/test/java/ATest.java',
      ),
    ).toEqual([['gpt-4o', 'calls']]);
  });
});

describe('a pattern that begins with a whole name', () => {
  it.each([
    ['a.json', '{"allow": ["gpt-4o*"]}'],
    ['a.yaml', 'allow:\n  - gpt-4o*\n'],
    ['a.py', 'ALLOWED = ["gpt-4o*"]'],
  ])('lists it: %s', (path, text) => {
    expect(roles(text, path)).toEqual([['gpt-4o', 'lists']]);
  });

  it('lists nothing where it goes on', () => {
    expect(roles('{"allow": ["gpt-4-*", "gpt-9*"]}', 'a.json')).toEqual([]);
  });
});
