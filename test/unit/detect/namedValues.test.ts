import { describe, expect, it } from 'vitest';
import { Brackets } from '../../../src/core/detect/brackets';
import {
  nameOfRecord,
  nameOfValue,
  valuesBeside,
  withPlainNames,
} from '../../../src/core/detect/namedValues';
import { detect } from './marked';

const POD =
  'spec:\n  containers:\n    - name: bot\n      image: acme/bot\n      env:\n        - name: LLM_URL\n' +
  '          value: "https://api.deepseek.com/v1"\n        - name: LLM_KEY\n          valueFrom:\n' +
  '            secretKeyRef: { name: a, key: b }\n        # the model\n        - name: LLM_MODEL\n' +
  '          value: NAME\n    - name: other\n      env:\n        - name: LLM_HOST\n          value: https://c.example\n';
const TASK = '{"environment":[{"name":"LLM_URL","value":"https://a.b"},{"name":"LLM_MODEL","value":"NAME"}]}';
const BLOCKS =
  'env {\n  name  = "LLM_URL"\n  value = "https://a.b"\n}\nenv {\n  name  = "LLM_MODEL"\n  value = "NAME"\n}\n';
const KEYS =
  'envs:\n  - key: LLM_URL\n    scope: RUN_TIME\n    value: https://a.b\n  - key: LLM_MODEL\n    scope: RUN_TIME\n    value: NAME\n';
const REVERSED =
  '{\n  "environment": [\n    {\n      "value": "https://a.b",\n      "name": "LLM_URL"\n    },\n' +
  '    {\n      "value": "NAME",\n      "name": "LLM_MODEL"\n    }\n  ]\n}\n';

function place(text: string): { readonly start: number; readonly end: number } {
  const start = text.indexOf('NAME');
  return { start, end: start + 4 };
}

describe('fields of a form with their defaults', () => {
  it.each([
    '{"api_base": {"type": "string", "default": "https://a.b"}, "model": {"default": "x"}}',
    'api_base:\n  type: string\n  default: https://a.b\nmodel:\n  default: x\n',
  ])('are written as the setting that they are of, at the same places: %s', (text) => {
    const plain = withPlainNames(text);
    expect(plain.indexOf('https://')).toBe(text.indexOf('https://'));
    expect(plain).toMatch(/api_base: "?https:/);
    expect(plain.split('\n').map(({ length }) => length)).toEqual(
      text.split('\n').map(({ length }) => length),
    );
  });

  it.each(['{"api_base": {"type": {"default": "string"}}}', 'api_base:\ndefault: https://a.b\n'])(
    'are no others: %s',
    (text) => expect(withPlainNames(text)).toBe(text),
  );
});

describe('records of a name and a value', () => {
  it('keep the length of their text, with the name right before the value', () => {
    for (const text of [POD, TASK, BLOCKS, KEYS, REVERSED]) {
      const plain = withPlainNames(text);
      expect(plain).toHaveLength(text.length);
      expect(plain).toMatch(/LLM_URL: ["]?https:\/\//);
      expect(plain.indexOf('NAME')).toBe(text.indexOf('NAME'));
    }
    expect(withPlainNames('- name: bot\n  value: 1\n')).toBe('- name: bot\n  value: 1\n');
  });

  it.each([POD, TASK, BLOCKS, KEYS, REVERSED])('tell the variable that a value is of: %s', (text) => {
    expect(nameOfValue(text, place(text))).toBe('LLM_MODEL');
    expect(nameOfValue(text, { start: 0, end: 0 })).toBeUndefined();
  });

  it('tell the variable before the key of the value is read', () =>
    expect(nameOfRecord(TASK, TASK.lastIndexOf('"value"'))).toBe('LLM_MODEL'));

  it.each([
    [POD, ['LLM_URL', 'LLM_MODEL']],
    [TASK, ['LLM_URL', 'LLM_MODEL']],
    [KEYS, ['LLM_URL', 'LLM_MODEL']],
    [REVERSED, ['LLM_URL', 'LLM_MODEL']],
    [`x = [\n${TASK}]\ny = [{ name: "OTHER", value: "z" }]`, ['LLM_URL', 'LLM_MODEL']],
  ])('stand beside the others of their own list: %s', (text, names) =>
    expect(valuesBeside(text, new Brackets(text), place(text)).map(({ name }) => name)).toEqual(names),
  );
});

describe('the variables of one list', () => {
  /** Each variable beside the value NAME, with its record. */
  const beside = (text: string): readonly string[] =>
    valuesBeside(text, new Brackets(text), place(text)).map(
      ({ name, range }) => `${name}: ${text.slice(range.start, range.end)}`,
    );

  it.each([
    [
      '- name: A_B\n  value: c\n- name: D_E\n  value: NAME',
      ['A_B: name: A_B\n  value: c', 'D_E: name: D_E\n  value: NAME'],
    ],
    [
      'x:\n  - name: D_E\n    value: NAME\n\n  # so\n  - name: A_B\n    value: c\ny:\n  - name: F_G\n    value: h\n',
      ['D_E: name: D_E\n    value: NAME', 'A_B: name: A_B\n    value: c'],
    ],
    [
      'y:\n  - name: F_G\n    value: h\nx:\n  - name: D_E\n    value: NAME\n',
      ['D_E: name: D_E\n    value: NAME'],
    ],
    [
      '  - name: F_G\n    value: h\n- name: D_E\n  value: NAME\n  x:\n    - name: I_J\n      value: k\n',
      ['F_G: name: F_G\n    value: h', 'D_E: name: D_E\n  value: NAME', 'I_J: name: I_J\n      value: k'],
    ],
    [
      'x([{ name: "A_B", value: "c" }], [{ "name": "D_E", "value": "NAME" }, { value: "f", name: "G_H" }])',
      ['D_E: "name": "D_E", "value": "NAME" ', 'G_H: value: "f", name: "G_H" '],
    ],
    [
      '- { name: A_B, value: c }\n- { name: D_E, value: NAME }\n',
      ['A_B: name: A_B, value: c ', 'D_E: name: D_E, value: NAME '],
    ],
    ['f(name: NAME)', []],
  ])('are those beside a value: %j', (text, found) =>
    expect(beside(text).map((one) => one.replace(/: +(?=value)/, ': '))).toEqual(found),
  );

  it('are looked for so far, and so many', () => {
    const one = (name: string, value = 'x'): string => `- name: ${name}\n  value: ${value}\n`;
    const far = (lines: number): string => `${one('A_B')}${'- x: y\n'.repeat(lines)}${one('D_E', 'NAME')}`;
    expect([beside(far(500)).length, beside(far(600)).length]).toEqual([2, 1]);
    expect(beside(one('D_E', 'NAME') + one('A_B').repeat(70))).toHaveLength(60);
  });
});

describe('a model and an address in variables of one container', () => {
  const hosts = (text: string, path: string): readonly unknown[] =>
    detect(text, path).references.map(({ id, role, host }) => `${id} ${role} ${host ?? '-'}`);
  const pod = (...variables: readonly (readonly [name: string, value: string])[]): string =>
    `containers:\n  - name: a\n    env:\n${variables.map(([name, value]) => `      - name: ${name}\n        value: ${value}\n`).join('')}`;

  it.each([
    [pod(['OPENAI_BASE_URL', 'https://api.siliconflow.cn/v1'], ['OPENAI_MODEL', 'Qwen/Qwen3-32B']), 'a.yaml'],
    [pod(['LLM_MODEL', 'Qwen/Qwen3-32B'], ['LLM_BASE_URL', '"https://api.siliconflow.cn/v1"']), 'a.yaml'],
    [
      '{"environment":[{"name":"LLM_MODEL","value":"Qwen/Qwen3-32B"},{"name":"LLM_URL","value":"https://api.siliconflow.cn/v1"}]}',
      'task.json',
    ],
    [
      'env:\n  - { name: LLM_URL, value: "https://api.siliconflow.cn/v1" }\n  - { name: LLM_MODEL, value: Qwen/Qwen3-32B }\n',
      'a.yaml',
    ],
    [
      'env {\n  name = "LLM_URL"\n  value = "https://api.siliconflow.cn/v1"\n}\nenv {\n  name = "LLM_MODEL"\n  value = "Qwen/Qwen3-32B"\n}',
      'a.tf',
    ],
    [
      'x = [{ name: "OPENAI_API_BASE", value: "https://api.siliconflow.cn/v1" },\n  { name: "MODEL_NAME", value: "Qwen/Qwen3-32B" }]',
      'a.ts',
    ],
    [
      "env: [\n  { name: 'OpenAI__Endpoint', value: 'https://api.siliconflow.cn/v1' }\n" +
        "  { name: 'OpenAI__ModelId', value: 'Qwen/Qwen3-32B' }\n]\n",
      'a.bicep',
    ],
    [
      'envs:\n  - key: OPENAI_BASE_URL\n    value: https://api.siliconflow.cn/v1\n' +
        '  - key: MODEL_NAME\n    value: Qwen/Qwen3-32B\n',
      'app.yaml',
    ],
    [
      '[\n  {\n    "value": "https://api.siliconflow.cn/v1",\n    "name": "LLM_URL"\n  },\n' +
        '  {\n    "value": "Qwen/Qwen3-32B",\n    "name": "MODEL_NAME"\n  }\n]\n',
      'task.json',
    ],
  ])('belong together: %s', (text, path) =>
    expect(hosts(path === 'a.tf' ? `resource "a" "b" {\n${text}\n}\n` : text, path)).toEqual([
      'Qwen/Qwen3-32B calls siliconflow',
    ]),
  );

  it('are in no table, whatever the variable is called', () => {
    const text = '[{ name = "A_B", value = "c" }, { name = "MODEL_NAME", value = "Qwen/Qwen3-32B" }]';
    expect(hosts(`resource "a" "b" {\n  x = ${text}\n}\n`, 'a.tf')).toEqual(['Qwen/Qwen3-32B loads self']);
  });

  it('do not where they are for different models', () => {
    const text = pod(['RERANK_URL', 'https://api.siliconflow.cn/v1'], ['CHAT_MODEL', 'gpt-4o']);
    expect(hosts(text, 'a.yaml')).toEqual(['gpt-4o calls openai']);
  });

  it('do not across containers', () => {
    const text =
      pod(['LLM_URL', 'https://api.siliconflow.cn/v1']) +
      pod(['LLM_MODEL', 'gpt-4o']).replace('containers:\n', '');
    expect(hosts(text, 'a.yaml')).toEqual(['gpt-4o calls openai']);
  });
});
