import { describe, expect, it } from 'vitest';
import { detect } from '../marked';
import { toldOf } from './told';

const found = (text: string): readonly string[] =>
  detect(text, 'a.md').references.map(
    ({ text: name, registry, evidence }) => `${name} ${registry} ${evidence[0]}`,
  );

/** By its form alone: nothing around it says that it is a model. */
const ALONE = ['acme/thing-7b huggingface family:'];

describe('a table', () => {
  const table = (heading: string, cell: string): string =>
    `| ${heading} | Note |\n|---|---|\n| ${cell} | x |\n`;

  it.each([
    ['Model', 'acme/thing-7b', ['acme/thing-7b huggingface key:Model']],
    ['**Model**', 'acme/thing-7b', ['acme/thing-7b huggingface key:Model']],
    ['Default model', 'acme/thing-7b', ['acme/thing-7b huggingface key:Default model']],
    ['Models of 2024', 'acme/thing-7b', ALONE],
    ['What a model is', 'acme/thing-7b', ALONE],
    ['Owner', 'acme/thing-7b', ALONE],
    ['Model', '**acme/thing-7b**', ['acme/thing-7b huggingface key:Model']],
    ['Model', '`acme/thing-7b`', ['acme/thing-7b huggingface key:Model']],
    ['Model', 'acme/thing-7b and more', ALONE],
    ['Source', '<https://huggingface.co/acme/thing-7b>', ['acme/thing-7b huggingface url:huggingface']],
    ['Source', '<br>', []],
    ['Model', '', []],
  ])('under %s: %s', (heading, cell, expected) => expect(found(table(heading, cell))).toEqual(expected));

  it.each([
    ['`MODEL_ID`', ['acme/thing-7b huggingface key:MODEL_ID']],
    ['`--model-id`', ['acme/thing-7b huggingface key:--model-id']],
    ['see MODEL_ID', ALONE],
    ['MODEL_ID of it', ALONE],
    ['PORT_ID', ALONE],
  ])('with a row for the setting %s', (setting, expected) =>
    expect(found(`| Setting | Default |\n|---|---|\n| ${setting} | acme/thing-7b |\n`)).toEqual(expected),
  );

  it('need not begin with a bar', () => {
    expect(found('Model | Note\n--- | ---\nacme/thing-7b | x\n')).toEqual([
      'acme/thing-7b huggingface key:Model',
    ]);
    expect(found('Model|Note\nacme/thing-7b|x\n')).toEqual(ALONE);
  });

  it('ends at the first line that is none of it', () => {
    expect(found(`${table('Model', 'x')}\n| acme/thing-7b | x |\n`)).toEqual(ALONE);
  });
});

describe('a block of code', () => {
  const CODE = 'm = AutoModel.from_pretrained("acme/thing-7b")\n';
  const rolesIn = (text: string): readonly string[] =>
    detect(text, 'a.md').references.map(({ role }) => role);

  it.each([
    ['backticks', `\`\`\`python\n${CODE}\`\`\`\n`],
    ['tildes', `~~~python\n${CODE}~~~\n`],
    ['more marks', `\`\`\`\`python\n${CODE}\`\`\`\`\n`],
    ['a quotation', `> \`\`\`python\n> ${CODE}> \`\`\`\n`],
    ['a list', `- a\n\n  \`\`\`python\n  ${CODE}  \`\`\`\n`],
    ['settings of it', `\`\`\`{.python title="x"}\n${CODE}\`\`\`\n`],
    ['no end', `\`\`\`python\n${CODE}`],
  ])('is read with %s', (_, text) => expect(rolesIn(text)).toEqual(['loads']));

  it('ends at as many of its own marks as it began with', () => {
    expect(rolesIn(`\`\`\`\`python\n\`\`\`\n${CODE}\`\`\`\`\n`)).toEqual(['loads']);
    expect(rolesIn(`~~~python\n\`\`\`\n${CODE}~~~\n`)).toEqual(['loads']);
    expect(rolesIn(`\`\`\`python\nx\n\`\`\`\n${CODE}`)).toEqual(['mentions']);
    expect(rolesIn(`\`\`\`x\`\`\`\n${CODE}`)).toEqual(['mentions']);
  });
});

describe('what is told of Markdown', () => {
  it.each([
    ['We use `gpt-4o`.\n', ['"We use `gpt-4o`." prose']],
    ['# gpt-4o\n', ['"# gpt-4o" prose']],
    ['```py\nm = "gpt-4o"\n```\n', ['m := gpt-4o', 'gpt-4o m']],
    ['```\ngpt-4o\n```\n', ['"gpt-4o" prose']],
    ['    m = "gpt-4o"\n', ['"m = "gpt-4o"" prose']],
    [
      '| Model | X |\n|---|---|\n| gpt-4o | `gpt-4.1` |\n',
      ['Model', 'X', '--- Model', '---', 'gpt-4o Model', 'gpt-4.1'],
    ],
    ['---\nm: gpt-4o\n---\nText\n', ['gpt-4o m', '"Text" prose']],
    ['- a\n- `gpt-4o`\n', ['"- a" prose', '"- `gpt-4o`" prose']],
    ['<!-- gpt-4o -->\n', ['"<!-- gpt-4o -->" prose']],
    ['~~~sh\nhf download a/b\n~~~\n', ['$ hf download a/b']],
    ['[a](https://a.example/gpt-4o)\n', ['"[a](https://a.example/gpt-4o)" prose']],
    ['``gpt-4o``\n', ['"``gpt-4o``" prose']],
  ])('%j: %j', (text, told) => expect(toldOf(text, 'markdown')).toEqual(told));
});

describe('a page of R', () => {
  const rolesOf = (text: string): readonly (readonly [string, string])[] =>
    detect(text, 'man/chat.Rd').references.map(({ text: name, role }) => [name, role] as const);

  it('has code in its sections of usage and examples, and text elsewhere', () => {
    const page = [
      '\\arguments{',
      '\\item{model}{A model such as "acme/thing-7b".}',
      '}',
      '\\examples{',
      'm <- from_pretrained("acme/thing-8b")',
      '}',
      'See "acme/thing-9b".',
    ];
    expect(rolesOf(page.join('\n'))).toEqual([
      ['acme/thing-7b', 'mentions'],
      ['acme/thing-8b', 'loads'],
      ['acme/thing-9b', 'mentions'],
    ]);
  });

  it.each([
    ['if (a) {\n  b\n}\nfrom_pretrained("acme/thing-8b")\n}\nSee "acme/thing-9b".\n'],
    ['\\dontrun{\nx <- "\\}"\n}\nfrom_pretrained("acme/thing-8b")\n}\nSee "acme/thing-9b".\n'],
    ['from_pretrained("acme/thing-8b")\ncat("{")\n}\nSee "acme/thing-9b".\n'],
  ])('has code up to the brace that closes it: %j', (code) => {
    expect(rolesOf(`\\examples{\n${code}`)).toEqual([
      ['acme/thing-8b', 'loads'],
      ['acme/thing-9b', 'mentions'],
    ]);
  });

  it('has code up to its end where no brace closes it', () => {
    expect(rolesOf('\\usage{\nfrom_pretrained("acme/thing-8b")\n')).toEqual([['acme/thing-8b', 'loads']]);
  });
});

describe('a block of a shell that holds an object', () => {
  const roleOf = (language: string, body: string): readonly unknown[] =>
    detect(`\`\`\`${language}\n${body}\n\`\`\`\n`, 'a.md').references.map(({ role }) => role);
  const ANSWER =
    '{\n  "type": "message",\n  "model": "gpt-4o",\n  "usage": { "input_tokens": 1, "output_tokens": 2 }\n}';

  it.each([
    ['shell', ANSWER, ['lists']],
    ['bash', ANSWER, ['lists']],
    ['json', ANSWER, ['lists']],
    ['bash', `curl https://api.openai.com/v1/chat/completions -d '{ "model": "gpt-4o" }'`, ['calls']],
    ['bash', '{\n  sgpt --model gpt-4o hi\n}', ['calls']],
  ])('is read as what a command answers, in %s: %s', (language, body, roles) =>
    expect(roleOf(language, body)).toEqual(roles),
  );
});

describe('a block that says no language', () => {
  const rolesOf = (body: string): readonly unknown[] =>
    detect(`Then:\n\n\`\`\`\n${body}\n\`\`\`\n`, 'a.md').references.map(({ role }) => role);

  it.each([
    ['vllm serve acme/thing-7b', ['serves']],
    ['hf download acme/thing-7b', ['loads']],
    ['$ ollama run llama3.2\n>>> hi', ['loads']],
    ['# first\nollama pull llama3.2\nollama pull mistral', ['loads', 'loads']],
    ['./build/bin/sd -m models/flux1-schnell-q8_0.gguf -p x', ['loads']],
    ['sd.exe -m ..\\models\\flux1-schnell-q8_0.gguf', ['loads']],
  ])('is of commands where its lines begin with programs: %s', (body, roles) =>
    expect(rolesOf(body)).toEqual(roles),
  );

  it.each([
    'ollama is what runs llama3.2 here.',
    'acme/thing-7b\nacme/other-7b',
    'We serve acme/thing-7b',
    'answer from gpt-4o: hello',
  ])('is text elsewhere: %s', (body) =>
    expect(rolesOf(body).filter((role) => role !== 'mentions')).toEqual([]),
  );
});
