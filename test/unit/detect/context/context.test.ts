import { describe, expect, it } from 'vitest';
import { contextsBelow, contextsOf } from '../../../../src/core/detect/context/context';

describe('what a text says of itself', () => {
  const FACTORY = String.raw`Illuminate\Database\Eloquent\Factories\Factory`;
  const context = (path: string, text: string, at = 0): string => contextsOf(path, text).at(at).context;

  it('is documentation in the code that coding agents are shown, and tooling around it', () => {
    const text = 'Use it so:\n\n```ruby\nmodel: "gpt-4o"\n```\n\nAsk gpt-4o.\n';
    expect(context('AGENTS.md', text, text.indexOf('"gpt-4o"'))).toBe('docs');
    expect(context('AGENTS.md', text, text.indexOf('Ask'))).toBe('tooling');
    expect(context('docs/a/AGENTS.md', text, text.indexOf('Ask'))).toBe('docs');
    expect(context('.github/a.yml', text, text.indexOf('"gpt-4o"'))).toBe('tooling');
    expect(context('fixtures/rules/a.md', text, text.indexOf('"gpt-4o"'))).toBe('test');
    const paths = ['.claude/skills/x/SKILL.md', '.claude/skills/x/areas/a.md', '.cursor/rules/a.mdc'];
    for (const path of [...paths, '.claude/references/a.md', 'web/.cursor/a.md', '.agents/notes/a.md']) {
      expect(context(path, text, text.indexOf('"gpt-4o"'))).toBe('docs');
      expect(context(path, text, text.indexOf('Ask'))).toBe('tooling');
    }
  });

  it('is tooling in the front matter of an agent, in a command, and in the settings of an agent', () => {
    const agent = '---\nname: a\nmodel: gpt-4o\n---\n\n```python\nask("gpt-5")\n```\n';
    expect(context('.claude/agents/a.md', agent, agent.indexOf('gpt-4o'))).toBe('tooling');
    expect(context('.claude/agents/a.md', agent, agent.indexOf('gpt-5'))).toBe('docs');
    for (const path of ['.claude/commands/a.md', '.claude/settings.json', '.agents/workflows/a.md'])
      expect(context(path, agent, agent.indexOf('gpt-5'))).toBe('tooling');
  });

  it.each([
    ['check.ts', "import { expect, it } from 'vitest';", 'test'],
    ['check.ts', "import {\n  expect,\n} from 'vitest';", 'test'],
    ['check.js', "const {\n  it,\n} = require('node:test');", 'test'],
    ['write.ts', 'const HEAD = "import { test } from \'vitest\'";', 'product'],
    ['write.ts', "const HEAD = `\nimport { test } from 'vitest';\n`;", 'product'],
    ['write.py', 'HEAD = """Begin with:\n\nimport pytest\n"""\n', 'product'],
    ['write.py', '"""Tests."""\nimport pytest\n', 'test'],
    ['write.py', '"""Don`t."""\nimport pytest\n', 'test'],
    ['write.py', "'''It holds \"\"\"one.'''\nimport pytest\n", 'test'],
    ['write.ts', "// Don`t.\nimport { it } from 'vitest';\n", 'test'],
    ['write.ts', "const HEAD = `import { it } from 'vitest'`;\nimport { it } from 'vitest';\n", 'test'],
    ['check.js', 'const assert = require("assert"),\n  test = require("node:test");\n', 'test'],
    ['llm.py', 'HELP = "from alembic import op"\n', 'product'],
    ['check.py', 'import pytest\n', 'test'],
    ['Check.java', 'import org.junit.jupiter.api.Test;', 'test'],
    ['src/ChatSpecs.cs', 'using Machine.Specifications;\n', 'test'],
    ['spec/ChatSpec.cs', 'using NSpec;\n', 'test'],
    ['src/ChatSpec.cs', 'using Ardalis.Specification;\n', 'product'],
    ['check.rb', 'RSpec.describe Model do\n', 'test'],
    ['factories/price.py', 'class PriceFactory(factory.django.DjangoModelFactory):\n', 'test'],
    ['app/ModelFactory.php', `<?php\nuse ${FACTORY};\n\nclass ModelFactory extends Factory {`, 'test'],
    ['app/Model.php', `<?php\nuse ${FACTORY};\n\nclass Chat extends Model {`, 'product'],
    [
      'app/ModelFactory.php',
      '<?php\nuse App\\Chat\\Factory;\nclass ModelFactory extends Factory {',
      'product',
    ],
    ['api/scripts/ask.sh', 'curl -s https://a.example/v1/chat/completions \\\n  -d "{}"\n', 'tooling'],
    ['api/scripts/ask.sh', 'curl -s https://a.example/v1/chat/completions -d "{}" > out.json\n', 'product'],
    ['api/scripts/get.sh', 'curl -sL https://a.example/model.gguf\n', 'product'],
    ['scripts/ask.sh', 'curl -s https://a.example/v1/chat/completions -d "{}"\n', 'product'],
    ['Check.php', 'final class Check extends TestCase {', 'test'],
    ['change.py', 'class Migration(migrations.Migration):', 'migration'],
    ['change.rb', 'class AddModel < ActiveRecord::Migration[7.1]', 'migration'],
    ['issues.json', '[{"number": 1, "title": "x", "body": "y"}]', 'data'],
    ['models.json', '[{"id": "x", "name": "y"}]', 'product'],
    ['chat.yml', '---\nhttp_interactions:\n- request:\n    method: post\n', 'test'],
    ['chat.yaml', 'version: 2\ninteractions:\n- request:\n    body: x\n', 'test'],
    ['chat.json', '{"log": {"_recordingName": "x"}}', 'test'],
    ['talk.yaml', 'interactions:\n  model: x\n', 'product'],
    ['Chat.tsx', "import type { Meta } from '@storybook/react';", 'test'],
    ['api.yaml', '# x\nopenapi: 3.1.0\ninfo: {}\n', 'docs'],
    ['tests/api.yaml', 'openapi: 3.1.0\n', 'test'],
    ['main.py', 'import transformers\n', 'product'],
    ['main.py', `${'x = 1\n'.repeat(1_100)}import pytest\n`, 'product'],
    ['tool/traces.yaml', 'defaults:\n  outputRoot: test/fixtures/traces\n', 'tooling'],
    ['job.yaml', 'outputRoot: latest/fixtures\n', 'product'],
    ['src/chat.rs', '#![cfg(test)]\nconst A: &str = "a";\n', 'test'],
    ['src/chat.rs', 'const A: &str = "a";\n#![cfg(test)]\n', 'test'],
    ['src/chat.rs', 'const A: &str = "a";\n#[cfg(test)]\nmod tests {}\n', 'product'],
  ])('%s with %s is %s', (path, text, expected) => expect(context(path, text)).toBe(expected));

  it('tells the tests of a Rust file from the rest of it', () => {
    const text =
      'const A: &str = "a";\n#[cfg(test)]\nmod tests {\n    const B: &str = "b";\n}\nconst C: &str = "c";\n';
    expect(['a";', 'b";', 'c";'].map((mark) => context('src/lib.rs', text, text.indexOf(mark)))).toEqual([
      'product',
      'test',
      'product',
    ]);
  });

  it('takes the helpers between the tests of a Rust module for tests as well', () => {
    const text =
      '#[cfg(test)]\nmod tests {\n    #[test]\n    fn a() {\n    }\n\n    fn helper() {\n        "b"\n    }\n}\n';
    expect(context('src/lib.rs', text, text.indexOf('"b"'))).toBe('test');
  });

  it.each([
    ['src/main.rs', 'mod chat;\n#[cfg(test)]\nmod tests;\n\nfn main() {\n    = 2\n}\n'],
    ['a.kt', '@Preview\nfun P() =\n    ChatScreen(\n      a,\n    )\n\nfun ask() {\n  = 2\n}\n'],
    ['src/lib.rs', '#[cfg(test)]\n#[rustfmt::skip]\nuse mockall::automock;\n\npub fn ask() {\n    = 2\n}\n'],
    ['A.kt', '@Preview\n@Composable\nfun P() = X()\n\nfun ask() {\n  = 2\n}\n'],
    ['A.swift', '#Preview { ContentView() }\n\nfunc ask() {\n  = 2\n}\n'],
    ['A.swift', '#Preview { Text("}") }= 2\n'],
    ['A.kt', '@Preview\nfun P() = ChatScreen(a)\n\nfun ask() {\n  = 2\n}\n'],
    ['a.py', 'def test_a():\n    pass\n\n@app.get("/x")\ndef test_b():\n    = 2\n'],
    ['a.py', '@app.get("/x")\ndef test_a():\n    = 2\n'],
    ['a.py', 'class A:\n    def test_a():\n        = 2\n'],
    ['a.ts', 'if (import.meta.vitest) {\n  const x = 1; }\n= 2\n'],
    ['a.go', 'func TestA(t *testing.T) { run(t) }\n\nfunc Ask() {\n\t= 2\n}\n'],
  ])('ends what is for tests in %s where that ends: %s', (path, text) =>
    expect(context(path, text, text.indexOf('= 2'))).toBe('product'),
  );

  it.each([
    ['src/lib.rs', '#[cfg(test)]\nfn help(key: [u8; 32]) {\n    = 1\n}\n'],
    ['src/lib.rs', '#[cfg(test)]\nconst A: u8 = 1;\n'],
    ['a.py', 'def a():\n    pass\n\nasync def test_a() -> None:\n    = 1\n'],
    ['a.py', '@x\ndef a():\n    pass\n\ndef test_b():\n    = 1\n\ndef run():\n    pass\n'],
    ['a.py', '@pytest.mark.slow\ndef test_b():\n    = 1\n'],
    ['a.go', 'func Ask() {\n}\n\nfunc TestA(t *testing.T) {\n\t= 1\n}\n'],
    ['a.zig', 'test "a" {\n  test "b" {\n  }\n  = 1\n}\n'],
    ['A.swift', `#Preview {\n${'  Text()\n'.repeat(2_500)}  = 1\n}\n`],
    ['src/lib.rs', '#[cfg(test)]\nfn help() -> [&str; 2] {\n    = 1\n}\n'],
    ['chat.go', 'func TestA(t *testing.T) {\n\tif got != "}" {\n\t\tt.Fatal("x")\n\t}\n\t= 1\n}\n'],
    ['a.ts', 'if (import.meta.vitest) {\n  // it\'s }\n  expect(x).toBe("{}}");\n  = 1\n}\n'],
    ['A.kt', '@Preview\n@Composable\nfun P() {\n  Text("}")\n  = 1\n}\n'],
    ['A.kt', '@Preview\nfun P() =\n    ChatScreen(\n      = 1,\n    )\n\nfun ask() {}\n'],
  ])('ends what is for tests in %s not before that ends: %s', (path, text) =>
    expect(context(path, text, text.indexOf('= 1'))).toBe('test'),
  );

  it('tells a module of tests in which strings have lines that look like its end', () => {
    const text =
      '#[cfg(test)]\nmod tests {\n    const A: &str = r#"{\n}\n"#;\n    const B: &str = "b";\n}\nconst C: &str = "c";\n';
    expect(['b";', 'c";'].map((mark) => context('src/lib.rs', text, text.indexOf(mark)))).toEqual([
      'test',
      'product',
    ]);
  });

  it('tells many tests of a Rust file that one line ends, or none, in time', () => {
    for (const end of ['', '    }\n']) {
      const text = `${'    #[test]\n'.repeat(150_000)}    = 1\n${end}`;
      expect(context('src/lib.rs', text, text.indexOf('= 1'))).toBe('test');
    }
  }, 8_000);

  it.each([
    ['lib.rs', '#[test]\nfn a() {\n    = 1\n}\n\nfn b() {\n    = 2\n}\n'],
    ['lib.rs', '#[tokio::test(flavor = "x")]\nasync fn a() {\n    = 1\n}\n\npub fn b() {\n    = 2\n}\n'],
    [
      'lib.rs',
      'mod m {\n    #[rstest]\n    fn a() {\n        = 1\n    }\n\n    fn b() {\n        = 2\n    }\n}\n',
    ],
    ['chat.go', 'func TestChat(t *testing.T) {\n\t= 1\n}\n\nfunc Chat(t string) {\n\t= 2\n}\n'],
    ['chat.go', 'func setUp(t testing.TB, name string) {\n\t= 1\n}\n\nfunc Testify(x int) {\n\t= 2\n}\n'],
    ['chat.zig', 'test "asks" {\n    = 1\n}\n\nfn ask() void {\n    = 2\n}\n'],
    ['chat.d', 'unittest {\n    = 1\n}\n\nvoid ask() {\n    = 2\n}\n'],
    ['chat.ts', 'if (import.meta.vitest) {\n  = 1\n}\n\nexport function ask() {\n  = 2\n}\n'],
    ['chat.jl', '@testset "asks" begin\n  = 1\nend\n\nfunction ask()\n  = 2\nend\n'],
  ])('tells a test among the code of %s', (path, text) => {
    const found = ['= 1', '= 2'].map((mark) => context(path, text, text.indexOf(mark)));
    expect(found).toEqual(['test', 'product']);
  });

  it.each([
    [
      'Screen.kt',
      '@Preview(showBackground = true)\n@Composable\nprivate fun ScreenPreview(\n  a: Int = 1,\n) {\n  val b = 2\n}\n\nfun Screen() {\n  val c = 3\n}\n',
    ],
    ['Screen.swift', '#Preview {\n  let a = 1, b = 2\n}\n\nstruct Screen: View {\n  let c = 3\n}\n'],
    [
      'Screen.swift',
      'struct Screen_Previews: PreviewProvider {\n  let a = 1\n  let b = 2\n}\nstruct Screen {\n  let c = 3\n}\n',
    ],
  ])('tells a preview of a view from the rest of %s', (path, text) => {
    const found = ['= 1', '= 2', '= 3'].map((mark) => context(path, text, text.indexOf(mark)));
    expect(found).toEqual(['test', 'test', 'product']);
  });

  it('tells a function of tests from the rest of a Python file', () => {
    const text =
      'def test_bark():\n    a = 1\n\n# b\n    c = 2\n\ndef run():\n    d = 3\n\n@app.get("/x")\ndef test_chat():\n    e = 4\n\ndef test_model(name):\n    f = 5\n';
    expect(
      ['a =', 'c =', 'd =', 'e =', 'f ='].map((mark) => context('src/tts.py', text, text.indexOf(mark))),
    ).toEqual(['test', 'test', 'product', 'product', 'product']);
  });

  it.each([
    'class Bot:\n    pass\n\ndef test_bot(n=1):\n    bot = Bot("m1")\n    print(bot.ask())\n\nif __name__ == "__main__":\n    test_bot()\n',
    'from .bot import Bot\n\ndef test_bot(question="x", model="m1"):\n    print(Bot(model).ask(question))\n\n# test_bot()\n',
    'try:\n    from .bot import Bot\nexcept ImportError:\n    pass\n\ndef test_bot(model="m1"):\n    assert Bot(model).ask()\n',
  ])('tells a trial of a Python module from the rest: %s', (text) => {
    expect(context('src/bot.py', text, text.indexOf('m1'))).toBe('test');
  });

  it.each([
    'class Bot:\n    pass\n\ndef test_bot(n=1):\n    bot = Bot("m1")\n    return bot.ask()\n',
    'from .bots import Bot\n\ndef test_bot(n=1):\n    bot = Bot("m1")\n    print(bot.ask())\n',
    'class Bot:\n    pass\n\ndef test():\n    bot = Bot("m1")\n    print(bot.ask())\n\nif __name__ == "__main__":\n    test()\n',
    'class Bot:\n    pass\n\ndef test_bot(model="m1"):\n    print(Bot(model).ask())\n\ndef run():\n    test_bot()\n',
    'from transformers import Bot\n\ndef test_bot(n=1):\n    print(Bot("m1").ask())\n\nif __name__ == "__main__":\n    test()\n',
    'class Bot:\n    pass\n\ndef test_bot(n=1):\n    Bot("m1").serve()\n',
    'class Bot:\n    pass\n\n@app.command()\ndef test_bot(n=1):\n    print(Bot("m1").ask())\n',
    'class Bot:\n    pass\n\nif __name__ == "__main__":\n    print(Bot("m1").ask())\n',
  ])('takes what may be more for the product: %s', (text) => {
    expect(context('src/bot.py', text, text.indexOf('m1'))).toBe('product');
  });

  it.each([
    [
      'src/api.py',
      '@router.post(\n    "/x",\n    openapi_extra={\n        "x-codeSamples": [\n            {"source": dedent("""\n' +
        '                a = 1\n            """)},\n        ]\n    },\n)\ndef f():\n    b = 2\n',
    ],
    [
      'src/api.ts',
      "const route = {\n  'x-codeSamples': [\n    { source: `a = 1` },\n  ],\n};\nconst b = 2;\n",
    ],
  ])('tells samples of code for the page of an interface from the rest of %s', (path, text) => {
    expect(['a =', 'b ='].map((mark) => context(path, text, text.indexOf(mark)))).toEqual([
      'docs',
      'product',
    ]);
  });

  it('tells the targets of a Makefile that tests and developers run, with what only they need', () => {
    const text = [
      'URL := https://a/one.onnx',
      'BOTH := https://a/two.onnx',
      'all: build',
      'build:',
      '\tcurl three $(BOTH)',
      'test-e2e: models \\',
      '  more',
      '\techo four $(BOTH)',
      '.PHONY: models',
      'models:',
      '\tcurl five $(URL)',
      'run-dev:',
      '\tserve six',
      '',
    ].join('\n');
    expect(
      ['one', 'two', 'three', 'four', 'five', 'six'].map((mark) =>
        context('a/Makefile', text, text.indexOf(mark)),
      ),
    ).toEqual(['test', 'product', 'product', 'test', 'test', 'tooling']);
  });

  it('tells the tasks of a Taskfile that tests and developers run', () => {
    const text =
      'tasks:\n  test:\n    cmds: [one]\n  ask:\n    cmds: [go run . two]\n  serve:\n    cmds: [three]\n';
    expect(
      ['one', 'two', 'three'].map((mark) => context('Taskfile.dist.yaml', text, text.indexOf(mark))),
    ).toEqual(['test', 'tooling', 'product']);
  });

  it.each([
    ['plugins/agents/a.md', '---\nname: x\nmodel: o3\n---\nReview.\n', 'product'],
    ['agents/a.mdx', '---\nmodel: o3\n---\n', 'product'],
    ['agents/a.md', '# Reviewer\n', 'docs'],
    ['agents/a.md', '---\nname: x\n---\nmodel: o3\n', 'docs'],
    ['agents/a.md', '---\nthe model: o3\n---\n', 'docs'],
    ['agents/a.md', 'Say:\n---\nmodel: o3\n---\n', 'docs'],
    ['pages/a.md', '---\nmodel: o3\n---\n', 'docs'],
    ['fixtures/agents/a.md', '---\nmodel: o3\n---\n', 'test'],
  ])(
    'takes an agent with a model in its front matter for a part of the product: %s, %j',
    (path, text, told) => expect(context(path, text)).toBe(told),
  );

  it.each([
    'app/help.prompt',
    'app/chat.prompty',
    'app/chat.prompt.md',
    'plugins/agents/reviewer.md',
    'agents/a.mdc',
  ])('is documentation in the code that the prompt %s shows, and the product around it', (path) => {
    const text = '---\nmodel: gpt-4o\n---\nRun it so:\n```bash\nserve llama\n```\nAnswer.\n';
    expect(['gpt-4o', 'serve', 'Answer'].map((mark) => context(path, text, text.indexOf(mark)))).toEqual([
      'product',
      'docs',
      'product',
    ]);
  });

  it.each([
    ['```\nserve\n```\n', 'docs'],
    ['~~~\nserve\n~~~\n', 'docs'],
    ['1. Run it:\n\n    ```\n    serve\n    ```\n', 'docs'],
    ['Say ```\nserve\n```\n', 'product'],
    ['~\nserve\n~\n', 'product'],
    ['`\nserve\n`\n', 'product'],
  ])('finds the fences of shown code: %j', (text, expected) => {
    expect(context('app/a.prompt.md', text, text.indexOf('serve'))).toBe(expected);
  });

  it.each([
    ['docs/a.md', 'docs/'],
    ['run/evals/a.py', 'evals/'],
    ['run/notebooks/a.ipynb', 'notebooks/'],
    ['configs/serving/archive/llama.yaml', 'archive/'],
    ['db/drizzle/meta/0001_x.json', 'drizzle/'],
    ['src/a.py', undefined],
  ])('says what decided, and nothing for the product: %s', (path, folder) =>
    expect(contextsOf(path, '').at(0).why?.args[0]).toBe(folder),
  );

  it('is that of a folder for a file of which another one says it', () => {
    const { context: told, why } = contextsBelow('migration', 'v1').at(0);
    expect([told, why?.args]).toEqual(['migration', ['v1/']]);
  });

  it('says whether it describes an interface', () => {
    expect(contextsOf('api.yaml', 'openapi: 3.1.0\n').isDescription).toBe(true);
    expect(contextsOf('a.yaml', 'a: 1\n').isDescription).toBe(false);
  });

  it('looks at a long text without telling words in time that does not grow with it', () => {
    expect(context('a.py', ' '.repeat(2_000_000))).toBe('product');
  });
});
