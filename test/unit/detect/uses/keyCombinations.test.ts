import { describe, expect, it } from 'vitest';
import { roles } from '../marked';

const NAME = 'command-r';

describe('Command and R among other keys that are pressed together', () => {
  it.each([
    ['keymaps/darwin.json', `{ "reload": "${NAME}", "quit": "command-q" }`],
    ['keymaps/darwin.json', `{ "reload": "${NAME}" }`],
    ['conf/a.yml', `reload: ${NAME}\nhard: command-shift-r\n`],
    ['src/a.ts', `Mousetrap.bind('${NAME}', reload);\nMousetrap.bind('ctrl-r', reload);\n`],
    ['src/a.ts', `export const shortcuts = {\n  reload: '${NAME}',\n  quit: 'command-q',\n};\n`],
    ['src/a.rs', `fn f(k: &mut K) {\n  k.bind("${NAME}", A::B);\n  k.bind("command-f", A::C);\n}\n`],
  ])('is no model: %s', (path, text) => {
    expect(roles(text, path)).toEqual([[NAME, 'mentions']]);
  });

  it.each([
    [
      'a client gets',
      'src/a.ts',
      `const c = new ChatClient({ engine: '${NAME}' });\nbind('ctrl-c', c.stop);\n`,
    ],
    ['a function gets beside words', 'src/a.ts', `ask('${NAME}', text);\nlog('Press ctrl-c to quit');\n`],
    ['is for models', 'src/a.ts', `const keys = ['ctrl-c', 'ctrl-d'];\nconst model = '${NAME}';\n`],
    ['stands beside a provider', 'a.yml', `provider: cohere\nname: ${NAME}\nstop: ctrl-c\n`],
    ['stands alone', 'a.yml', `chat: ${NAME}\n`],
    ['is in another table', 'a.ts', `const a = { chat: '${NAME}' };\nconst keys = { stop: 'ctrl-c' };\n`],
    ['stands beside a key of a program', 'a.toml', `engine = "${NAME}"\nstop = "ctrl-c"\n`],
    ['is asked by a key', 'src/hotkeys/ask.ts', `export const ask = (text) => chat('${NAME}', text);\n`],
    ['is for an assistant', 'a.yaml', `assistant: ${NAME}\nquit: command-q\n`],
  ])('is one that %s', (_, path, text) => {
    expect(roles(text, path)).toEqual([[NAME, 'calls']]);
  });
});
