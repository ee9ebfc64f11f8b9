import { describe, expect, it } from 'vitest';
import { detect } from '../marked';

const rolesIn = (text: string, path: string): readonly string[] =>
  detect(text, path).references.map(({ text: name, role }) => `${role} ${name}`);
const M = 'meta-llama/Llama-3.1-8B-Instruct';

describe('a list of words behind its program', () => {
  it.each([
    ['a.hs', `main = callProcess "vllm" ["serve", "${M}"]\n`],
    ['a.erl', `start() -> open_port({spawn_executable, "vllm"}, [{args, ["serve", "${M}"]}]).\n`],
    ['a.rs', `fn main() { Command::new("vllm").args(["serve", "${M}"]).status(); }\n`],
    ['a.swift', `process.launchPath = "/usr/bin/vllm"; process.arguments = ["serve", "${M}"]\n`],
    ['a.lua', `vim.system({"vllm", "serve", "${M}"})\n`],
    ['a.java', `class A { void f() { exec(new String[]{"vllm", "serve", "${M}"}); } }\n`],
    ['a.cpp', `const char* argv[] = {"vllm", "serve", "${M}", NULL};\n`],
  ])('is a command in %s', (path, text) => expect(rolesIn(text, path)).toEqual([`serves ${M}`]));

  it('needs a word that the program knows', () => {
    expect(rolesIn(`x = f("vllm"); NAMES = ["gpt-4o", "${M}"]\n`, 'a.py')).toEqual([
      'lists gpt-4o',
      `lists ${M}`,
    ]);
    expect(
      rolesIn(`const NAMES = {"gpt-4o", "${M}"};\n`, 'a.cpp').every((one) => one.startsWith('lists')),
    ).toBe(true);
  });

  it('is none where each word has a name', () => {
    expect(rolesIn(`const t = { a: "vllm", b: "serve", c: "${M}" };\n`, 'a.ts')).toEqual([`loads ${M}`]);
  });
});

describe('a list of words without quotes', () => {
  it.each(['system(*%w[ollama pull llama3.2:3b])', 'cmd = %w(ollama pull llama3.2:3b)'])(
    'is a command: %s',
    (text) => {
      expect(rolesIn(text, 'a.rb')).toEqual(['loads llama3.2:3b']);
    },
  );
});

describe('a string of several words', () => {
  it.each([
    ['a.cs', `Process.Start("vllm", "serve ${M}");\n`],
    ['a.groovy', `"vllm serve ${M}".execute()\n`],
    ['a.scala', `"vllm serve ${M}".!\n`],
    ['a.lua', `os.execute("vllm serve ${M}")\n`],
    ['a.ml', `let () = ignore (Sys.command "vllm serve ${M}")\n`],
    ['a.nim', `discard execCmd("vllm serve ${M}")\n`],
    ['a.erl', `start() -> os:cmd("vllm serve ${M}").\n`],
    ['a.rb', `\`vllm serve ${M}\`\n`],
    ['a.pl', `my $out = qx(vllm serve ${M});\n`],
    ['a.php', `<?php $out = \`vllm serve ${M}\`;\n`],
    ['a.py', `await asyncio.create_subprocess_shell("vllm serve ${M}")\n`],
    ['a.py', `cmd = "vllm serve ${M}"\n`],
    ['a.py', `cmd = f"python -m vllm.entrypoints.openai.api_server --model ${M} --port {port}"\n`],
    ['a.py', `command = "CUDA_VISIBLE_DEVICES=0 vllm serve ${M}"\n`],
    ['a.py', `subprocess.run(shlex.split("vllm serve ${M}"))\n`],
    ['a.js', `spawn("vllm serve ${M}", { shell: true });\n`],
    ['a.rs', `fn main() { Command::new("sh").arg("-c").arg("vllm serve ${M}").spawn(); }\n`],
    ['Jenkinsfile', `pipeline {\n  steps { sh 'vllm serve ${M}' }\n}\n`],
    ['Vagrantfile', `config.vm.provision "shell", inline: "vllm serve ${M}"\n`],
    ['a.php', `<?php Process::run('vllm serve ${M}');\n`],
    ['a.py', `image = Image.debian_slim().run_commands("vllm serve ${M}")\n`],
    ['a.py', `ssh.exec_command("vllm serve ${M}")\n`],
    ['devcontainer.json', `{"onCreateCommand": {"a": "vllm serve ${M}"}}\n`],
    ['fly.toml', `[processes]\napp = "vllm serve ${M}"\n`],
    ['a.nix', `{ x = pkgs.writeShellScriptBin "chat" ''\n  vllm serve ${M}\n''; }\n`],
    ['a.nix', `{ x = runCommand "w" { hash = "y"; } ''\n  vllm serve ${M}\n''; }\n`],
    ['a.nix', `{ x = writeShellApplication { name = "chat"; text = ''\n  vllm serve ${M}\n''; }; }\n`],
    ['a.nix', `{ systemd.services.llm.preStart = ''\n  vllm serve ${M}\n''; }\n`],
  ])('is a command where something runs it, in %s: %s', (path, text) =>
    expect(rolesIn(text, path)).toEqual([`serves ${M}`]),
  );

  it.each([
    ['a.py', `print("vllm serve ${M}")\n`],
    ['a.py', `run_report("vllm serve ${M}")\n`],
    ['a.php', `<?php Log::info('vllm serve ${M}');\n`],
    ['a.groovy', `steps { echo 'vllm serve ${M}' }\n`],
    ['fly.toml', `[notes]\napp = "vllm serve ${M}"\n`],
    ['a.nix', `{ meta.longDescription = ''\n  vllm serve ${M}\n''; }\n`],
  ])('only names a model where nothing does, in %s: %s', (path, text) =>
    expect(rolesIn(text, path)).toEqual([`mentions ${M}`]),
  );

  it.each([
    ['a.py', `print("Start it with: vllm serve ${M}")\n`],
    ['a.py', `parser.add_argument("--command", help="vllm serve ${M}")\n`],
    ['a.rb', `puts "vllm serve ${M} starts it"\n`],
    ['a.py', `cmd = "the model ${M} is served"\n`],
    ['a.py', `usage = "--model ${M}  the model to serve"\n`],
  ])('is one for people elsewhere, in %s: %s', (path, text) =>
    expect(rolesIn(text, path)).toEqual([`mentions ${M}`]),
  );

  it.each([
    [
      'fly.toml',
      `[build]\nimage = "vllm/vllm-openai:v0.11.0"\n\n[processes]\napp = "--model ${M} --max-model-len 8192"\n`,
    ],
    ['a.json', `{ "processes": { "app": "--model ${M} --max-model-len 8192" } }\n`],
    ['a.py', `FLAGS = "--model ${M} --dtype auto"\n`],
  ])('is the arguments of a command where it begins with a flag, in %s', (path, text) =>
    expect(rolesIn(text, path)).toEqual([expect.stringMatching(/^(?:loads|serves) /)]),
  );
});

describe('a method that is called like a loader', () => {
  const client = (parameters: string, pulled = 'this.model'): string =>
    `class A {\n  async embed(text: string): Promise<void> {\n    await this.send('/api/embeddings', { prompt: text });\n  }\n\n` +
    `  async pullModel(${parameters}): Promise<void> {\n    await this.send('/api/pull', { name: ${pulled} });\n  }\n}\n`;

  it.each(['modelName?: string', 'modelName: string'])('is no call where it is defined: %s', (parameters) => {
    expect(detect(client(parameters), 'a.ts').folders ?? []).toEqual([]);
  });

  it.each([
    [
      'a.py',
      'import ollama\ndef get(model):\n    if not ollama.pull(model):\n        return {"ok": False}\n',
    ],
    ['a.ts', 'import ollama from "ollama";\nconst pulled = isLocal ? await ollama.pull(model) : {};\n'],
  ])('is called where something else ends behind it, in %s', (path, text) =>
    expect(detect(text, path).runtimeChoices).toHaveLength(1),
  );

  it('gets what calls of it give, and has its default', () => {
    const called = `const path = 'llama3.2:3b';\nawait new A().pullModel(path);\n`;
    expect(rolesIn(client('modelName?: string') + called, 'a.ts')).toEqual(['loads llama3.2:3b']);
    expect(rolesIn(client("modelName = 'llama3.2:3b'", 'modelName'), 'a.ts')).toEqual(['loads llama3.2:3b']);
  });
});
