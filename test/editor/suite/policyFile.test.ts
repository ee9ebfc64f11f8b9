import * as vscode from 'vscode';
import { equal, ok, until } from '../expect';
import { test } from '../harness';
import {
  noProblem,
  open,
  problem,
  problems,
  rangeOf,
  readText,
  remove,
  replace,
  undo,
  write,
  writeAndOpen,
} from '../workbench';

const POLICY = '.model-policy.yaml';
const INVALID = 'policy/invalid';
const DENIED = 'license/denied';

test('policy: a mistake is shown in its line, and the last good policy stays in force', async () => {
  const code = await open('service/kotoba/search.py');
  await problem(code.uri, DENIED);
  const policy = await open(POLICY);
  const line = rangeOf(policy, 'purpose: commercial');
  await replace(policy, line, 'purpose: [commercial');
  const mistake = await problem(policy.uri, INVALID);
  equal(mistake.severity, vscode.DiagnosticSeverity.Error, 'its severity');
  ok(
    Math.abs(mistake.range.start.line - line.start.line) <= 1,
    `it is at the broken line ${line.start.line}, not ${mistake.range.start.line}`,
  );
  await problem(code.uri, DENIED);
  await undo(policy);
  await noProblem(policy.uri, INVALID);
});

test('policy: a key that is not known is shown where it stands', async () => {
  const policy = await open(POLICY);
  const key = rangeOf(policy, 'unknown: warning');
  await replace(policy, key, 'unknwon: warning');
  const mistake = await problem(policy.uri, INVALID);
  equal(mistake.range.start.line, key.start.line, 'its line');
  await undo(policy);
  await noProblem(policy.uri, INVALID);
});

test('policy: exceptions that ran out or silence nothing are shown in the policy', async () => {
  const policy = await open(POLICY);
  await problem(policy.uri, 'policy/expired-exception');
});

test('policy: the nearest file up the tree wins', async () => {
  const code = await open('service/kotoba/search.py');
  await problem(code.uri, 'origin/warned');
  await write(`service/${POLICY}`, 'version: 1\nlicenses:\n  deny: ["category:non-commercial"]\n');
  await noProblem(code.uri, 'origin/warned');
  await problem(code.uri, DENIED);
  await remove(`service/${POLICY}`);
  await problem(code.uri, 'origin/warned');
});

test('policy: without one there is nothing above information', async () => {
  const before = await readText(POLICY);
  const code = await open('service/kotoba/search.py');
  await problem(code.uri, DENIED);
  await remove(POLICY);
  await noProblem(code.uri, DENIED);
  await until(
    () =>
      problems(code.uri).every(({ severity }) => severity >= vscode.DiagnosticSeverity.Information)
        ? true
        : undefined,
    'the warnings to go',
  );
  await write(POLICY, before);
  await problem(code.uri, DENIED);
});

test('policy: a broken one that never was good is never taken for "all allowed"', async () => {
  await write(
    `pilot/${POLICY}`,
    'version: 1\nlicenses:\n  deny: ["category:non-commercial"\n  unknown: warning\n',
  );
  const policy = await open(`pilot/${POLICY}`);
  await problem(policy.uri, INVALID);
  const code = await writeAndOpen('pilot/app.py', 'SentenceTransformer("jinaai/jina-embeddings-v3")\n');
  await until(
    () => (problems(code.uri).length > 0 ? true : undefined),
    'the model to be shown although the policy is broken',
  );
});
