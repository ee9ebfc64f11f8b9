import { describe, expect, it } from 'vitest';
import { detect } from '../marked';

function roles(text: string, path: string): readonly string[] {
  return detect(text, path).references.map(({ role }) => role);
}

const SAID = '  static lc_name() { return "ChatOpenAI"; }\n  lc_serializable = true;\n';

describe('the default of a class that is copied from LangChain', () => {
  it.each([
    ['a.ts', `export class ChatOpenAI extends BaseChatModel {\n${SAID}  model = "gpt-4o";\n}\n`],
    [
      'a.ts',
      `class Base {\n${SAID}  protected model: string = "gpt-4o";\n}\nclass ChatOpenAI extends Base {}\n`,
    ],
    [
      'a.py',
      'class ChatOpenAI(BaseChatModel):\n    model_name: str = Field(default="gpt-4o", alias="model")\n\n' +
        '    @property\n    def lc_secrets(self):\n        return {}\n',
    ],
    ['a.ts', `export class CustomChatOpenAI extends BaseChatModel {\n${SAID}  model = "gpt-4o";\n}\n`],
    [
      'a.js',
      `class ChatOpenAI extends Base {\n${SAID}  constructor() {\n    Object.defineProperty(this, "modelName", {\n` +
        '      writable: true,\n      value: "gpt-4o"\n    });\n  }\n}\n',
    ],
  ])("is the library's in %s: %s", (path, text) => {
    expect(roles(text, path)).toEqual(['lists']);
  });

  it.each([
    ['a class of the project', `class HouseChat extends BaseChatModel {\n${SAID}  model = "gpt-4o";\n}\n`],
    ['a class that says nothing', 'class ChatOpenAI {\n  model = "gpt-4o";\n}\n'],
    ['what makes it', `class ChatOpenAI {\n${SAID}}\nconst chat = new ChatOpenAI({ model: "gpt-4o" });\n`],
    ['a variable', `class ChatOpenAI {\n${SAID}}\nconst model = "gpt-4o";\n`],
  ])('is no matter of %s', (_what, text) => {
    expect(roles(text, 'a.ts')).toEqual(['calls']);
  });
});
