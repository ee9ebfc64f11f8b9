import { describe, expect, it } from 'vitest';
import { splitCommands } from '../../../src/core/detect/argumentLists';
import { Brackets } from '../../../src/core/detect/brackets';
import { detect } from './marked';

const commandsIn = (text: string): readonly string[] =>
  splitCommands(text, new Brackets(text)).map(({ lead, words }) =>
    [...lead, ...words.map(({ start, end }) => text.slice(start, end))].join(' '),
  );

const SERVED = 'vllm serve acme/thing-7b';

describe('a command that is written in parts', () => {
  it.each([
    ['containers', 'command: ["vllm", "serve"]\nargs: ["acme/thing-7b"]\n'],
    ['containers, sorted by key', 'args: ["acme/thing-7b"]\ncommand: ["vllm", "serve"]\nimage: x\n'],
    [
      'containers, with an item a line',
      '- command:\n    - vllm\n  args:\n    - "serve"\n    - acme/thing-7b\n',
    ],
    ['compose', 'entrypoint: ["vllm"]\ncommand: ["serve", "acme/thing-7b"]\n'],
    ['compose, as strings', 'entrypoint: vllm\ncommand: serve acme/thing-7b\n'],
    ['with comments', 'command = "vllm"  # "the" server\nargs = [\'serve\', "acme/thing-7b"]\n'],
    ['items with comments', '- command:\n    - vllm # all\n  args:\n    - serve\n    - acme/thing-7b\n'],
    ['without an end', 'command: ["vllm", "serve"]\nargs: ["acme/thing-7b"'],
    ['attributes', 'command="vllm" args="serve acme/thing-7b"\n'],
    [
      'on other lines of the same brackets',
      'C(x="#", command=["vllm"],\n y=1, args=["serve", "acme/thing-7b"])',
    ],
    ['all three', 'entrypoint: [vllm]\ncommand: [serve]\nargs: [acme/thing-7b]\n'],
    ['an image', 'FROM x\nENTRYPOINT ["vllm", "serve"]\nCMD ["acme/thing-7b"]\n'],
    ['a task', '{"entryPoint": ["vllm"], "command": ["serve", "acme/thing-7b"]}'],
    ['settings', 'command = "vllm"\nargs = ["serve", "acme/thing-7b"]\n'],
    ['a process manager', "{ script: 'vllm', args: 'serve acme/thing-7b' }"],
    ['Go', 'x := C{\n\tCommand: []string{"vllm"},\n\tArgs: []string{"serve", "acme/thing-7b"},\n}\n'],
    ['a builder', 'new B().withCommand("vllm")\n  .withArgs("serve", "acme/thing-7b")'],
    ['arguments of Python', 'C(command=["vllm"], args=["serve", "acme/thing-7b"])'],
    [
      'Rust',
      'Command::new("vllm").env("A", "b").set_arg("c").args_of("d").arg("serve").args(["acme/thing-7b"]).spawn()',
    ],
  ])('is put together: %s', (_, text) => expect(commandsIn(text)).toEqual([SERVED]));

  it.each([
    ['of two containers', '- command: ["vllm", "serve"]\n- args: ["acme/thing-7b"]\n'],
    ['of two objects', '[{"command": ["vllm", "serve"]}, {"args": ["acme/thing-7b"]}]'],
    ['of two sections', '[a]\ncommand = "vllm serve"\n[b]\nargs = ["acme/thing-7b"]\n'],
    ['of two images', 'FROM x\nENTRYPOINT ["vllm", "serve"]\nFROM y\nCMD ["acme/thing-7b"]\n'],
    ['of which one is a comment', 'command: ["vllm", "serve"]\n# args: ["acme/thing-7b"]\n'],
    [
      'of which one is a comment in brackets',
      'C(command=["vllm", "serve"],\n  # args=["acme/thing-7b"]\n)\n',
    ],
    ['one of which has all', 'command: ["vllm", "serve", "acme/thing-7b"]\nx:\n  args: [a]\n'],
    ['with the last key twice', 'entrypoint: [vllm]\nargs: [serve]\nargs: [acme/thing-7b]\n'],
    ['of which one is further in', 'command: [vllm, serve]\n  args: [acme/thing-7b]\n'],
    ['in two blocks', 'a:\n  command: [vllm, serve]\nb:\n  args: [acme/thing-7b]\n'],
    ['too far apart', `command: [vllm, serve]\n${'x: y\n'.repeat(700)}args: [acme/thing-7b]\n`],
    ['of two builders', 'a.withCommand("vllm", "serve");\nbb.withArgs("acme/thing-7b");\n'],
    ['of no program that takes models', 'command: ["echo"]\nargs: ["acme/thing-7b"]\n'],
    ['twice the same key', 'args: ["vllm", "serve"]\nargs: ["acme/thing-7b"]\ncommand: [x]\n'],
    ['under keys of other names', 'x_command: ["vllm", "serve"]\nargs_of: ["acme/thing-7b"]\n'],
  ])('is none: %s', (_, text) => expect(commandsIn(text)).toEqual([]));

  it.each([
    ['a string', 'image: vllm/vllm-openai:v1\ncommand: acme/thing-7b\n'],
    ['a list', 'image: "vllm/vllm-openai"\nargs: ["acme/thing-7b"]\n'],
    ['before the image', '- args:\n    - acme/thing-7b\n  image: vllm/vllm-openai\n'],
    ['JSON', '{"image": "vllm/vllm-openai", "command": ["acme/thing-7b"]}'],
    ['of a build', 'image: ghcr.io/acme/vllm-cpu-env:v0.9\ncommand: acme/thing-7b\n'],
    ['of a build of its own', 'image: registry.acme.io/vllm-acme-patched:3\ncommand: ["acme/thing-7b"]\n'],
    ['of one with another name first', 'image: acme-vllm-llama:3\ncommand: ["acme/thing-7b"]\n'],
    ['with its command', 'image: vllm/vllm-openai\ncommand: serve acme/thing-7b\n'],
  ])('is begun by the image that it is given to: %s', (_, text) =>
    expect(commandsIn(text)).toEqual([SERVED]),
  );

  it.each([
    ['another image', 'image: acme/app\ncommand: acme/thing-7b\n'],
    ['an image for a server', 'image: acme/vllm-dashboard\ncommand: ["acme/server", "start"]\n'],
    ['an image with a word that begins so', 'image: acme/vllmx\ncommand: ["acme/thing-7b"]\n'],
    ['a build that routes', 'image: acme/acme-vllm-router\ncommand: ["acme/thing-7b"]\n'],
    ['a build of its own with a path', 'image: acme/vllm-acme\ncommand: ["/app/run.sh", "acme/thing-7b"]\n'],
    ['an image of the owner of a server', 'image: vllm/router\ncommand: acme/thing-7b\n'],
    ['an image with a server in its tag', 'image: acme/app:vllm\ncommand: acme/thing-7b\n'],
    ['an image in a comment', '# image: vllm/vllm-openai\ncommand: acme/thing-7b\n'],
    ['the image of another service', 'a:\n  image: vllm/vllm-openai\nb:\n  command: acme/thing-7b\n'],
    ['another entry', 'image: vllm/vllm-openai\nentrypoint: python\ncommand: acme/thing-7b\n'],
  ])('is none with %s', (_, text) => expect(commandsIn(text)).toEqual([]));

  it('says what it does with a name that nobody knows, in place of a list that holds it', () => {
    const text =
      'spec:\n  containers:\n    - command: ["hf", "download"]\n      args: ["acme/thing-7b", "--local-dir", "/m"]\n';
    const { references } = detect(text, 'deploy/a.yaml');
    expect(references.map(({ id, role, host }) => [id, role, host])).toEqual([
      ['acme/thing-7b', 'loads', 'self'],
    ]);
  });
});
