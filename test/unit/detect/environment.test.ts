import { describe, expect, it } from 'vitest';
import { Brackets } from '../../../src/core/detect/brackets';
import { Environment } from '../../../src/core/detect/environment';
import { isAddressOpen } from '../../../src/core/detect/uses/client/asked';
import { detect } from './marked';

const ADDRESS = 'https://api.deepseek.com';

/** Whom each name of a text is asked at, in the order of the text. */
function hostsOf(text: string, path: string): readonly (string | null | undefined)[] {
  return detect(text, path).references.map(({ host }) => host);
}

const aider = (name = 'gpt-5'): string => `aider --model ${name} --message hi`;

describe('the environment of a command', () => {
  it.each([
    ['exported before', `export OPENAI_BASE_URL=${ADDRESS}\n${aider()}\n`, ['deepseek']],
    ['exported behind', `${aider()}\nexport OPENAI_BASE_URL=${ADDRESS}\n`, ['openai']],
    [
      'for one command',
      `OPENAI_BASE_URL=${ADDRESS} ${aider()}\n${aider('gpt-4o')}\n`,
      ['deepseek', 'openai'],
    ],
    [
      'over lines that go on',
      `OPENAI_BASE_URL=${ADDRESS} \\\n  ${aider()}\n${aider('gpt-4o')}\n`,
      ['deepseek', 'openai'],
    ],
    [
      'the last one counts',
      `export OPENAI_BASE_URL=https://openrouter.ai/api/v1\nexport OPENAI_BASE_URL=${ADDRESS}\n${aider()}\n`,
      ['deepseek'],
    ],
    [
      'of another client',
      `export ANTHROPIC_BASE_URL=https://api.z.ai/api/anthropic\nclaude --model claude-sonnet-4-5\n${aider()}\n`,
      ['zhipu', 'openai'],
    ],
    [
      'on a machine of the developer',
      `export OPENAI_BASE_URL=http://localhost:4000\n${aider()}\n`,
      ['openai'],
    ],
  ])('in a script: %s', (_, text, hosts) => {
    expect(hostsOf(text, 'run.sh')).toEqual(hosts);
  });

  it.each(['ENV OPENAI_BASE_URL=', 'ENV OPENAI_BASE_URL ', 'ARG OPENAI_BASE_URL='])(
    'in a stage of an image: %s',
    (set) => {
      const stage = (first: string): string =>
        `FROM python:3.12\n${first}CMD ["aider", "--model", "gpt-5"]\n`;
      expect(hostsOf(stage(`${set}${ADDRESS}\n`) + stage(''), 'Dockerfile')).toEqual(['deepseek', 'openai']);
    },
  );

  it('of a job or a step of a workflow, and of no other', () => {
    const text = `jobs:
  one:
    env:
      OPENAI_BASE_URL: ${ADDRESS}
    steps:
      - run: ${aider()}
      - run: |
          echo hi
          ${aider('gpt-4o')}
      - run: ${aider('gpt-4.1')}
        env:
          OPENAI_BASE_URL: https://openrouter.ai/api/v1
  two:
    steps:
      - run: ${aider('gpt-4o-mini')}
`;
    expect(hostsOf(text, '.github/workflows/a.yml')).toEqual([
      'deepseek',
      'deepseek',
      'openrouter',
      'openai',
    ]);
  });

  it('of the service of a compose file, as a mapping and as a list', () => {
    const service = (name: string, environment: string): string =>
      `  ${name}:\n    environment:\n${environment}    command: ${aider()}\n`;
    const text = `services:\n${service('a', `      OPENAI_BASE_URL: ${ADDRESS}\n`)}${service(
      'b',
      `      - OPENAI_BASE_URL=https://openrouter.ai/api/v1\n`,
    )}${service('c', '      A: b\n')}`;
    expect(hostsOf(text, 'compose.yaml')).toEqual(['deepseek', 'openrouter', 'openai']);
  });

  it('of a container, whose variables are records', () => {
    const container = (name: string, env: string): string =>
      `    - name: ${name}\n${env}      command: ["aider", "--model", "gpt-5"]\n`;
    const env = `      env:\n        - name: OPENAI_BASE_URL\n          value: ${ADDRESS}\n`;
    const flat = `      env:\n      - name: OPENAI_BASE_URL\n        value: ${ADDRESS}\n`;
    const text = `spec:\n  containers:\n${container('a', env)}${container('b', '')}${container('c', flat)}`;
    expect(hostsOf(text, 'job.yaml')).toEqual(['deepseek', 'openai', 'deepseek']);
  });

  it('of a program that JSON starts', () => {
    const program = (env: object): object => ({ command: 'aider', args: ['--model', 'gpt-5'], env });
    const text = JSON.stringify({
      servers: { a: program({ OPENAI_BASE_URL: ADDRESS }), b: program({ A: 'b' }) },
    });
    expect(hostsOf(text, 'mcp.json')).toEqual(['deepseek', 'openai']);
    const task = {
      command: ['aider', '--model', 'gpt-5'],
      environment: [{ name: 'OPENAI_BASE_URL', value: ADDRESS }],
    };
    expect(hostsOf(JSON.stringify({ containerDefinitions: [task] }), 'task.json')).toEqual(['deepseek']);
  });

  it('of the documents of a stream each its own', () => {
    const text = `OPENAI_BASE_URL: ${ADDRESS}\nrun: ${aider()}\n---\nrun: ${aider()}\n`;
    expect(hostsOf(text, 'a.yaml')).toEqual(['deepseek', 'openai']);
  });

  it.each([
    ['a.sh', `export OPENAI_BASE_URL="$LLM_URL"\n${aider()}\n`],
    [
      'compose.yaml',
      `services:\n  a:\n    environment:\n      OPENAI_BASE_URL: \${LLM_URL}\n    command: ${aider()}\n`,
    ],
    [
      '.github/workflows/a.yml',
      `jobs:\n  a:\n    env:\n      OPENAI_BASE_URL: \${{ secrets.URL }}\n    steps:\n      - run: ${aider()}\n      - run: |\n          ${aider()}\n`,
    ],
    [
      'job.yaml',
      `spec:\n  containers:\n    - env:\n        - name: OPENAI_BASE_URL\n          valueFrom: { secretKeyRef: { name: s, key: url } }\n      command: ["aider", "--model", "gpt-5"]\n`,
    ],
    [
      'a.ts',
      'import OpenAI from "openai";\nnew OpenAI({ baseURL: url }).chat.completions.create({ model: "gpt-5" });\n',
    ],
  ])('leaves open where a call goes whose address comes from elsewhere: %s', (path, text) => {
    for (const { why } of detect(text, path).references) expect(isAddressOpen(why)).toBe(true);
  });

  it.each([
    ['a.sh', `export OPENAI_BASE_URL=https://api.openai.com/v1\n${aider()}\n`],
    [
      'compose.yaml',
      `services:\n  a:\n    environment:\n      OPENAI_BASE_URL: \${LLM_URL:-}\n    command: ${aider()}\n`,
    ],
    [
      'a.ts',
      'import OpenAI from "openai";\nnew OpenAI({ baseURL: undefined }).chat.completions.create({ model: "gpt-5" });\n',
    ],
  ])('leaves nothing open in %s', (path, text) => {
    const whys = detect(text, path).references.map(({ why }) => isAddressOpen(why));
    expect(whys).toEqual([false]);
  });

  it('of code that a workflow has in it', () => {
    const text = `jobs:
  one:
    env:
      OPENAI_BASE_URL: ${ADDRESS}
    steps:
      - shell: python
        run: |
          from openai import OpenAI
          OpenAI().chat.completions.create(model="gpt-5", messages=[])
`;
    expect(hostsOf(text, '.github/workflows/a.yml')).toEqual(['deepseek']);
  });
});

describe('the address of a variable', () => {
  const V = 'OPENAI_BASE_URL';
  const environmentOf = (path: string, text: string, around: ReadonlyMap<string, string> = new Map()) =>
    new Environment(text, path, new Brackets(text), around);

  /** Host of the address that the variable `V` of a text has at the word `RUN`. */
  const hostAtRun = (path: string, text: string): string | undefined => {
    const whole = text.replaceAll(/\bV\b/g, V).replaceAll(/\b([xy])\.de\b/g, 'http://$1.de');
    return environmentOf(path, whole).addressAt(V, whole.indexOf('RUN'))?.slice('http://'.length);
  };

  it.each([
    ['a.sh', 'V=x.de RUN\n'],
    ['a.sh', 'V="x.de" RUN\n'],
    ['a.sh', '(\n  export V=x.de\n  RUN\n)\n'],
    ['a.sh', 'if a; then\n  export V=x.de\n\n# so\n  RUN\nfi\n'],
    ['a.sh', 'export V=x.de # for all\nRUN\n'],
    ['a.md', 'V: x.de\nRUN\n'],
    ['a.json', '{"V": "x.de", "run": "RUN"}'],
    ['a.json', '{"a": {"env": {"V": "x.de"}, "run": "RUN"}}'],
    ['a.json', '{"a": {"env": [{"name": "V", "value": "x.de"}], "run": "RUN"}}'],
    ['a.yaml', 'a:\n  env:\n    V: x.de\n\n# so\n    W: y\n  run: RUN\n'],
    ['a.yaml', 'a:\n  run: RUN\n  env:\n    W: y\n\n# so\n    V: x.de'],
    ['a.yaml', 'a:\n  env:\n    "V": x.de\n  run: RUN\n'],
    ['a.yaml', 'a:\n  env:\n  -  V=x.de\n  run: RUN\n'],
    ['a.yaml', 'a:\n  env:\n    - "V=x.de"\n  run: RUN\n'],
    ['a.yaml', 'a:\n  env:\n  - name: W\n    value: y\n  -  name:  V\n     value: x.de\n  run: RUN\n'],
    ['a.yaml', 'a:\n  env:\n  - name: "V"\n    value: x.de\n  run: RUN\n'],
    ['a.yaml', '- run: RUN\n  env:\n  - name: V\n    value: x.de\n'],
    // The narrowest one counts, wherever it stands.
    ['a.yaml', 'a:\n  b:\n    run: RUN\n    env:\n      V: x.de\n  env:\n    V: y.de\n'],
    // Of two that hold as far, the last one does.
    ['a.json', '{"env": {"V": "y.de", "V": "x.de"}, "run": "RUN"}'],
  ])('is the one that holds in %s: %j', (path, text) => expect(hostAtRun(path, text)).toBe('x.de'));

  it.each([
    ['a.sh', 'V="x.de" other\nRUN\n'],
    ['a.sh', 'V=x.de  other\nRUN\n'],
    ['a.sh', 'V=x.de other; RUN\n'],
    ['a.sh', 'RUN\n(\n  export V=x.de\n)\n'],
    ['a.sh', 'if a; then\n  export V=x.de\nfi\nRUN\n'],
    ['a.sh', 'print V=x.de\nRUN\n'],
    ['a.json', '{"a": {"b": {"V": "x.de"}}, "run": "RUN"}'],
    ['a.yaml', 'run: |\n  RUN\n  export V=x.de\n'],
    ['a.yaml', 'a:\n  env:\n    V: x.de\nb:\n  run: RUN\n'],
    ['a.yaml', 'b:\n  run: RUN\na:\n  env:\n    V: x.de\n'],
    ['a.yaml', 'run: RUN\n---\nenv:\n  V: x.de\n'],
    ['a.yaml', '- run: RUN\n- env:\n    V: x.de\n'],
    ['a.yaml', '- run: RUN\n- env:\n  - name: V\n    value: x.de\n'],
    ['a.yaml', '- env:\n  - name: V\n    value: x.de\n- run: RUN\n'],
    ['a.yaml', '- env:\n    V: x.de\n- run: RUN\n'],
  ])('is none elsewhere, in %s: %j', (path, text) => expect(hostAtRun(path, text)).toBeUndefined());

  it('is looked for at so many places', () => {
    const text = `${`${V}=http://x.de a\n`.repeat(60)}`;
    const addressIn = (line: number): string | undefined =>
      environmentOf('a.sh', text).addressAt(V, text.indexOf('a\n', (text.length / 60) * line));
    expect([addressIn(49), addressIn(50)]).toEqual(['http://x.de', undefined]);
  });

  it('is what a document in the text has around it, for all that are set', () => {
    const around = new Map([['ANTHROPIC_BASE_URL', 'http://y.de']]);
    const text = `export ${V}=http://x.de\nRUN`;
    expect([...environmentOf('a.sh', text, around).at(text.length - 1)]).toEqual(
      expect.arrayContaining([
        [V, 'http://x.de'],
        ['ANTHROPIC_BASE_URL', 'http://y.de'],
      ]),
    );
    expect(environmentOf('a.sh', text, around).at(0).size).toBe(1);
  });
});
