import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/core/policy/finding';
import { toldBeside } from '../../../src/core/policy/toldBeside';
import type { ModelReference } from '../../../src/core/reference';
import { reference } from './support';

/** The severities of findings of one rule about a name, at all its places in a text. */
function severities(text: string, name: string, use: Partial<ModelReference> = {}): readonly string[] {
  const findings: Finding[] = Array.from(text.matchAll(new RegExp(name, 'g')), ({ index }) => {
    const range = { start: index, end: index + name.length };
    return {
      rule: 'lineage/conflict',
      severity: 'error',
      range,
      message: { template: '', args: [] },
      model: name,
      reference: { ...reference(name, { role: 'loads' }), host: 'self', ...use, range },
    };
  });
  return toldBeside(text, findings).map(({ severity }) => severity);
}

const HUB = 'https://huggingface.co/acme/thing-7b';
const FROM_ADDRESS = { evidence: ['url:huggingface'] };

describe('files of one repository', () => {
  const got = (file: string): string => `!aria2c ${HUB}/resolve/main/${file} -d models\n`;

  it('are told of at the first', () => {
    const text = `${got('config.json')}${got('model.safetensors')}${got('tokenizer.model')}`;
    expect(severities(text, 'acme/thing-7b', FROM_ADDRESS)).toEqual(['error', 'hint', 'hint']);
  });

  it('are told of apart from what else loads it, and by what only reads a page', () => {
    expect(severities(`${got('a.bin')}load("acme/thing-7b")\n`, 'acme/thing-7b')).toEqual(['error', 'error']);
    expect(severities(`${HUB}\n${HUB}\n`, 'acme/thing-7b', FROM_ADDRESS)).toEqual(['error', 'error']);
  });
});

describe('values of one record', () => {
  it('that are the same model are told of once', () => {
    const record =
      '{\n  "primary": "mimo-v2",\n  "haiku": "mimo-v2",\n  "size": 3,\n  "opus": "mimo-v2"\n}\n';
    expect(severities(record, 'mimo-v2')).toEqual(['error', 'hint', 'hint']);
  });

  it.each([
    '{ "a": { "model": "mimo-v2" }, "b": { "model": "mimo-v2" } }',
    'user.model = "mimo-v2";\nother.model = "mimo-v2";',
    'ask("mimo-v2"); ask("mimo-v2")',
    'CHAT_MODEL=mimo-v2\nTITLE_MODEL=mimo-v2\n',
    `{ "a": "mimo-v2", ${'"size": 30000, '.repeat(30)}"b": "mimo-v2" }`,
  ])('are told of each elsewhere: %s', (text) => {
    expect(severities(text, 'mimo-v2')).toEqual(['error', 'error']);
  });
});

describe('what only informs', () => {
  const places = 'a: acme/one\nb: acme/one\n';
  const told = (
    more: Partial<Finding>,
    use: Partial<ModelReference> = {},
    text = places,
  ): readonly string[] =>
    toldBeside(
      text,
      Array.from(text.matchAll(/acme\/\w+/g), ({ 0: name, index }) => {
        const range = { start: index, end: index + name.length };
        return {
          rule: 'lineage/conflict',
          severity: 'information',
          range,
          message: { template: '', args: [] },
          model: name,
          reference: { ...reference(name, { role: 'loads' }), host: 'self', ...use, range },
          ...more,
        };
      }),
    ).map(({ severity }) => severity);

  it('is told once in a file, of each model', () => {
    expect(told({})).toEqual(['information', 'hint']);
    expect(told({}, {}, 'a: acme/one\nb: acme/two\n')).toEqual(['information', 'information']);
  });

  it('is told at each place of the product that has to be changed', () => {
    expect(told({ rule: 'model/ending' })).toEqual(['information', 'information']);
    expect(told({ rule: 'model/ending' }, { context: 'example' })).toEqual(['information', 'hint']);
  });

  it('is none that asks for more', () => {
    expect(told({ severity: 'warning' })).toEqual(['warning', 'warning']);
  });

  it('is told once of the license that a family suggests for the rows of a table', () => {
    const rows = 'a: acme/one\nb: acme/two\n';
    const data = { suggestedLicense: 'mit' };
    expect(told({ rule: 'license/unknown', data }, {}, rows)).toEqual(['information', 'hint']);
    expect(
      toldBeside(
        rows,
        [0, 1].map((at) => ({
          rule: 'license/unknown',
          severity: 'information',
          range: { start: at, end: at + 1 },
          message: { template: '', args: [] },
          model: `acme/${at}`,
          data,
          reference: {
            ...reference(`acme/${at}`, { role: 'loads' }),
            why: [{ template: 'the setting {0} names a model to run', args: [`MODEL_${at}`] }],
          },
        })),
      ).map(({ severity }) => severity),
    ).toEqual(['information', 'information']);
  });
});

describe('a file that is got and named again', () => {
  /** The severities of a finding at an address and of one at the name of a file behind it. */
  const told = (
    address: string,
    file: string,
    rules = ['lineage/conflict', 'lineage/conflict'],
  ): readonly string[] => {
    const text = `source: ${HUB}/resolve/main/${address}\nmodel: ${file}\n`;
    const at = (name: string, rule: string | undefined, evidence: string): Finding => {
      const start = text.lastIndexOf(name);
      const range = { start, end: start + name.length };
      return {
        rule: rule ?? '',
        severity: 'error',
        range,
        message: { template: '', args: [] },
        model: name,
        reference: {
          ...reference(name, { role: 'loads' }),
          host: 'self',
          text: name,
          evidence: [evidence],
          range,
        },
      };
    };
    return toldBeside(text, [
      at('acme/thing-7b', rules[0], 'url:huggingface'),
      at(file, rules[1], 'weights-file'),
    ]).map(({ severity }) => severity);
  };

  it('is told of once', () => {
    expect(told('a/Llama-3.1-8B.Q4_K_M.gguf', 'models/Llama-3.1-8B.Q4_K_M.gguf')).toEqual(['error', 'hint']);
  });

  it('is told of again where another rule speaks, another file is got, or many are called so', () => {
    const twice = ['error', 'error'];
    const file = 'Llama-3.1-8B.Q4_K_M.gguf';
    expect(told(file, file, ['license/unknown', 'lineage/conflict'])).toEqual(twice);
    expect(told('Llama-3.1-8B.Q8_0.gguf', file)).toEqual(twice);
    expect(told('model.gguf', 'model.gguf')).toEqual(twice);
  });
});
