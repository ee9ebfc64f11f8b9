import { describe, expect, it } from 'vitest';
import { recordClassesOf } from '../../../src/core/detect/recordClasses';

const of = (text: string): readonly string[] => [...recordClassesOf({ text })];

describe('a class that only holds values', () => {
  it.each([
    '@dataclass\nclass Config:\n    name: str\n',
    'import x\n\n@dataclasses.dataclass(frozen=True)\nclass Config:\n    """Says what."""\n\n    name: str = ""\n\nx = 1\n',
    'class Config(NamedTuple):\n    name: str\n\ndef run():\n    pass\n',
    'def f():\n    class Config(typing.TypedDict):\n        name: str\n\n    def g():\n        pass\n',
    'data class Config(val name: String)\n',
    'public record Config(string Name, int Size);\n',
  ])('is told by its head: %s', (text) => expect(of(text)).toEqual(['Config']));

  it.each([
    'class Config:\n    name: str\n',
    '@dataclass\nclass Config:\n    name: str\n\n    def run(self):\n        return ask(self.name)\n',
    'class Config(NamedTuple):\n    name: str\n\n    async def run(self):\n        return await ask(self.name)\n',
    'data class Config(val name: String) {\n  fun run() = ask(name)\n}\n',
    '@dataclass\nclass Config(OpenAIChat):\n    name: str\n',
    '@cache\nclass Config:\n    name: str\n',
  ])('is none that does something: %s', (text) => expect(of(text)).toEqual([]));
});
