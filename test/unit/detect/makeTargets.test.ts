import { describe, expect, it } from 'vitest';
import { makeTargets, taskTargets } from '../../../src/core/detect/makeTargets';

/** The first words of the parts that only tests, or only developers, run. */
function parts(text: string): { readonly tests: readonly string[]; readonly tooling: readonly string[] } {
  const { tests, tooling } = makeTargets(text);
  const wordOf = ({ start, end }: { start: number; end: number }): string =>
    /^(?:export )?[^\s:=]+/.exec(text.slice(start, end))?.[0] ?? '';
  return { tests: tests.map(wordOf), tooling: tooling.map(wordOf) };
}

describe('the parts of a Makefile that only tests run', () => {
  it.each([
    'test',
    'tests',
    'unit-test',
    'integration_tests',
    'e2e',
    'test-models',
    'run-bench',
    'smoke/test',
    'TEST',
  ])('are the targets called %s', (name) => {
    const target = name.replace('smoke/test', 'test/smoke');
    expect(parts(`${target}:\n\tpytest\n`).tests).toEqual([target]);
  });

  it.each(['build', 'latest', 'contest', 'testament', 'serve', 'attest-model'])(
    'are not those called %s',
    (name) => expect(parts(`${name}:\n\tpython a.py\n`).tests).toEqual([]),
  );

  it('are the targets and variables that nothing else needs', () => {
    const text = [
      'TEST_MODEL = a/b',
      'MODEL := c/d',
      'fetch-test:',
      '\tcurl $(TEST_MODEL)',
      'fetch: ',
      '\tcurl $(MODEL)',
      'test: fetch-test fetch',
      '\tpytest --model $(TEST_MODEL) $(MODEL)',
      'run: fetch',
      '\tpython run.py',
      '',
    ].join('\n');
    expect([...parts(text).tests].sort()).toEqual(['TEST_MODEL', 'fetch-test', 'test']);
  });

  it('are followed from target to target', () => {
    const chain = Array.from({ length: 5 }, (_, at) => `step${at}: step${at + 1}\n\techo ${at}\n`).join('');
    const text = `test: step0\n\tpytest\n${chain}step5:\n\tcurl \${LAST}\nLAST ?= a/b\n`;
    expect(parts(text).tests).toHaveLength(8);
    // One of them is needed by something else.
    expect(parts(`${text}run: step3\n\tpython run.py\n`).tests).toHaveLength(4);
  });

  it('have the lines that belong to them', () => {
    const text = 'test: a \\\n  b\n\tpytest\n\n\tmore\nrun:\n\tpython run.py\n';
    const [range] = makeTargets(text).tests;
    expect(range && text.slice(range.start, range.end)).toBe('test: a \\\n  b\n\tpytest\n\n\tmore');
  });

  it('are not rules for several targets of which one is another', () => {
    expect(parts('test e2e:\n\tpytest\n').tests).toEqual(['test']);
    expect(parts('test run:\n\tpytest\n').tests).toEqual([]);
  });

  it('are no special targets, and none is one that a variable hides', () => {
    expect(parts('.PHONY: test\ntest:\n\tpytest\n').tests).toEqual(['test']);
    expect(parts('test := a/b\n').tests).toEqual([]);
    expect(parts('run: x # test\n\tpython run.py\nx:\n\ttrue\n').tests).toEqual([]);
  });
});

describe('the parts of a Makefile that only developers run', () => {
  it.each(['dev', 'run-dev', 'serve_local', 'start-debug', 'up-dev', 'dev-server'])('are %s', (name) =>
    expect(parts(`${name}:\n\tpython run.py\n`)).toEqual({ tests: [], tooling: [name] }),
  );
  it.each(['run', 'deploy', 'develop', 'dev-deploy', 'run-production'])('are not %s', (name) =>
    expect(parts(`${name}:\n\tpython run.py\n`).tooling).toEqual([]),
  );
});

describe('a target that runs the program from its source', () => {
  it.each([
    'go run . config set model x',
    'cargo run -- --model x',
    'dotnet run',
    './gradlew bootRun',
    'npm run dev',
  ])('is for developers: %s', (command) => expect(parts(`ask:\n\t${command}\n`).tooling).toEqual(['ask']));

  it.each(['ollama pull x', 'docker run x', 'npm run develop', 'argo run x'])(
    'is none that does else: %s',
    (command) => expect(parts(`ask:\n\t${command}\n`).tooling).toEqual([]),
  );
});

describe('the tasks of a Taskfile', () => {
  const text =
    "version: '3'\nvars:\n  test: 1\ntasks:\n  build:\n    cmds:\n      - go build\n  run:set:openai:\n    cmds:\n" +
    '      - go run . set gpt-4\n  test:model:\n    deps: [fixture]\n    cmds:\n      - task: ask\n  ask:\n    cmds:\n' +
    '      - app ask gpt-4\n  fixture:\n    cmds: [x]\n  serve:\n    cmds:\n      - ollama pull llama3\n\nsilent: true\n';
  const named = (ranges: readonly { start: number; end: number }[]): readonly string[] =>
    ranges.map(({ start, end }) => /^ *([\w:]+):(?=\s)/.exec(text.slice(start, end))?.[1] ?? '');

  it('are for tests by their names, with what only these need', () => {
    expect(named(taskTargets(text).tests)).toEqual(['test:model', 'ask', 'fixture']);
  });

  it('are for developers where they run the source', () => {
    expect(named(taskTargets(text).tooling)).toEqual(['run:set:openai']);
  });

  it('are none of another file in YAML', () => {
    expect(taskTargets('test:\n  model: gpt-4\n')).toEqual({ tests: [], tooling: [] });
  });
});
