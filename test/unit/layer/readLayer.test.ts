import { expect, it } from 'vitest';
import { readLayer } from '../../../src/core/layer/readLayer';
import { render } from '../../../src/core/message';

function problemsOf(text: string): readonly string[] {
  const reading = readLayer(text);
  return 'problems' in reading
    ? reading.problems.map(({ line, column, message }) => `${line}:${column} ${render(message)}`)
    : [];
}

const HEAD = 'title: Acme\ndate: 2026-11-30\n';

it('reads a layer that states nothing yet', () => {
  expect(readLayer(`${HEAD}models:\n`)).toMatchObject({
    layer: { title: 'Acme', date: '2026-11-30', models: [] },
  });
});

it('reads JSON', () => {
  const text = JSON.stringify({
    title: 'Acme',
    date: '2026-11-30',
    models: { 'acme/x': { license: 'mit' } },
  });
  expect(readLayer(text)).toMatchObject({
    layer: { models: [{ key: 'acme/x', facts: { license: 'mit' } }] },
  });
});

it.each([
  ['', ['1:1 Keys and values are expected here, as in "key: value"']],
  ['- a\n', ['1:1 Keys and values are expected here, as in "key: value"']],
  ['models: {}\n', ['1:1 The key "title" is missing', '1:1 The key "date" is missing']],
  ['title: Acme\ndate: yesterday\n', ['2:7 This is no value that "date" can have']],
  [`${HEAD}modles: {}\n`, ['3:1 There is no key "modles" here; did you mean "models"?']],
  [`${HEAD}models: [a]\n`, ['3:9 Keys and values are expected here, as in "key: value"']],
  [`${HEAD}models:\n  acme/x: mit\n`, ['4:11 Keys and values are expected here, as in "key: value"']],
  [
    `${HEAD}models:\n  acme/x: { licence: mit }\n`,
    ['4:13 There is no key "licence" here; did you mean "license"?'],
  ],
  [`${HEAD}models:\n  acme/x: { openness: open }\n`, ['4:23 This is no value that "openness" can have']],
  [
    `${HEAD}models:\n  acme/x: { lineage: [Qwen/Qwen3-8B] }\n`,
    ['4:22 This is no value that "lineage" can have'],
  ],
  [
    `${HEAD}organizations:\n  acme: { country: Germany }\n`,
    ['4:20 This is no value that "country" can have'],
  ],
  ...(
    [
      ['words', '[""]'],
      ['words', '["--"]'],
      ['endpoints', '["*"]'],
      ['endpoints', '["*.com"]'],
      ['endpoints', '[""]'],
      ['endpoints', '["*:4000"]'],
      ['endpoints', '["llm:port"]'],
      ['endpoints', '["https://a.test"]'],
      ['regions', '{ from: setting, form: "(" }'],
      ['sources', '["https://a.test 2026-13-45"]'],
    ] as const
  ).map(([key, value]): [string, string[]] => [
    `${HEAD}hosts:\n  acme: { ${key}: ${value} }\n`,
    [`4:${13 + key.length} This is no value that "${key}" can have`],
  ]),
  [
    `${HEAD}hosts:\n  acme: { sources: ["https://a.test"] }\n`,
    ['4:20 This is no value that "sources" can have'],
  ],
  [
    `${HEAD}licenses:\n  acme: { toString: 1, category: free }\n`,
    [
      expect.stringContaining('4:11 There is no key "toString" here; known are: ') as string,
      '4:34 This is no value that "category" can have',
    ],
  ],
  [
    `${HEAD}hosts:\n  openai: { names: { gpt-9: { endson: "2026-01-01" } } }\n`,
    ['4:31 There is no key "endson" here; did you mean "endsOn"?'],
  ],
  [
    `${HEAD}hosts:\n  openai: { names: { gpt-9: { endsOn: "2026-02-30" } } }\n`,
    ['4:39 This is no value that "endsOn" can have'],
  ],
  [
    `${HEAD}hosts:\n  acme: { endpoints: [a.test], sources: [] }\n`,
    ['4:41 This is no value that "sources" can have'],
  ],
  [
    `${HEAD}licenses:\n  acme: { restrictions: [{ restriction: nonsense, triggers: [use], clause: null }] }\n`,
    ['4:25 This is no value that "restrictions" can have'],
  ],
  [
    `${HEAD}licenses:\n  acme: { rights: [{ right: use, value: denied, clause: null, nots: x }] }\n`,
    ['4:19 This is no value that "rights" can have'],
  ],
  [
    `${HEAD}constructor: {}\n`,
    [expect.stringContaining('3:1 There is no key "constructor" here; known are: ') as string],
  ],
])('tells what is wrong, and where: %j', (text, problems) => {
  expect(problemsOf(text)).toEqual(problems);
});

it('takes endpoints with a name of their own, whatever stands for what is before it', () => {
  const endpoints = '[a.test, "*.a.test", "*-llm.a.test/v1", llm, "llm:4000", "*.a.test:8080/v1"]';
  expect(
    problemsOf(
      `${HEAD}hosts:\n  acme: { endpoints: ${endpoints}, sources: ["https://a.test 2026-11-30"] }\n`,
    ),
  ).toEqual([]);
});
