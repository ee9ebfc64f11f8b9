import * as vscode from 'vscode';
import { contains, equal, lacks, ok, until } from '../expect';
import { afterwards, test } from '../harness';
import {
  audit,
  choose,
  clearAudit,
  close,
  codeActions,
  noProblem,
  open,
  problem,
  quickFix,
  quickFixes,
  rangeOf,
  readText,
  remove,
  replace,
  undo,
  write,
  writeAndOpen,
} from '../workbench';

const NON_COMMERCIAL = 'jinaai/jina-embeddings-v3';
const POLICY = '.model-policy.yaml';
const SEARCH = 'service/kotoba/search.py';
const DRAFTS = 'service/kotoba/drafts.py';

/** The policy as it is in its file: its editor may still show what an earlier test had written there, and is told to read again. */
async function openPolicy(): Promise<vscode.TextDocument> {
  const policy = await open(POLICY);
  const inFile = await readText(POLICY);
  await until(async () => {
    if (policy.getText() === inFile) return true;
    await vscode.commands.executeCommand('workbench.action.files.revert');
    return undefined;
  }, 'the policy as it is in its file');
  return policy;
}

test('fix: replaces a model by one that the policy allows, and can be undone', async () => {
  const document = await open(SEARCH);
  const range = rangeOf(document, NON_COMMERCIAL);
  await problem(document.uri, 'license/denied', range);
  const before = document.getText();
  const fix = await quickFix(document.uri, range, /^Replace with \S+ \(/);
  const [, name = ''] = /^Replace with (\S+)/.exec(fix.title) ?? [];
  await choose(fix);
  equal(document.getText(), before.replace(NON_COMMERCIAL, name), 'the text');
  await noProblem(document.uri, 'license/denied');
  await noProblem(document.uri, 'license/non-commercial');
  await undo(document);
  equal(document.getText(), before, 'the text after undo');
  await problem(document.uri, 'license/denied', range);
});

test('fix: offers at most three replacements, each with its license and country', async () => {
  const document = await open(SEARCH);
  const range = rangeOf(document, NON_COMMERCIAL);
  await quickFix(document.uri, range, /^Replace with/);
  const titles = (await quickFixes(document.uri, range))
    .map(({ title }) => title)
    .filter((title) => title.startsWith('Replace with'));
  ok(titles.length >= 1 && titles.length <= 3, `there are one to three:\n${titles.join('\n')}`);
  equal(new Set(titles).size, titles.length, 'how many of them differ');
});

test('fix: writes the present name of a renamed model, and can be undone', async () => {
  const document = await open(DRAFTS);
  const old = 'distilbert-base-uncased-finetuned-sst-2-english';
  const range = rangeOf(document, old);
  await problem(document.uri, 'model/renamed', range);
  const before = document.getText();
  await choose(await quickFix(document.uri, range, /^Write the present name/));
  equal(document.getText(), before.replace(`"${old}"`, `"distilbert/${old}"`), 'the text');
  await noProblem(document.uri, 'model/renamed');
  await undo(document);
  equal(document.getText(), before, 'the text after undo');
});

test('fix: offers no successor that the policy denies', async () => {
  const document = await open('service/kotoba/archive.py');
  const range = rangeOf(document, 'claude-2.1');
  await problem(document.uri, 'openness/below-required', range);
  await quickFix(document.uri, range, /^Add an exception/);
  const titles = (await quickFixes(document.uri, range)).map(({ title }) => title);
  ok(!titles.some((title) => title.startsWith('Move to the successor')), titles.join('\n'));
});

test('fix: allows a license in the policy, keeps its comments and order, and can be undone', async () => {
  const document = await open(SEARCH);
  const range = rangeOf(document, NON_COMMERCIAL);
  await problem(document.uri, 'license/denied', range);
  const policy = await openPolicy();
  const before = policy.getText();
  await choose(await quickFix(document.uri, range, /^Allow the license cc-by-nc-4.0/));
  equal(
    policy.getText(),
    before.replace(
      '"category:proprietary-api", proprietary]',
      '"category:proprietary-api", proprietary, cc-by-nc-4.0]',
    ),
    'the policy',
  );
  await noProblem(document.uri, 'license/denied');
  await undo(policy);
  equal(policy.getText(), before, 'the policy after undo');
  await problem(document.uri, 'license/denied', range);
});

test('fix: mends a misspelt key of the policy, and can be undone', async () => {
  const policy = await openPolicy();
  const before = policy.getText();
  await replace(policy, rangeOf(policy, 'unknown: warning'), 'unknwon: warning');
  const broken = policy.getText();
  await problem(policy.uri, 'policy/invalid');
  await choose(await quickFix(policy.uri, rangeOf(policy, 'unknwon'), /^Change to unknown/));
  equal(policy.getText(), before, 'the policy');
  await noProblem(policy.uri, 'policy/invalid');
  await undo(policy);
  equal(policy.getText(), broken, 'the policy after undo');
});

test('fix: starts a policy where there is none', async () => {
  await remove(POLICY);
  const document = await open(SEARCH);
  const range = rangeOf(document, NON_COMMERCIAL);
  const fix = await quickFix(document.uri, range, /^Start a policy with an exception/);
  ok(fix.command !== undefined && fix.edit === undefined, 'it asks for a reason first');
});

test('fix: adds the required words to the README, and can be undone', async () => {
  // Whether they stand anywhere in the workspace is what the audit finds out.
  afterwards(clearAudit);
  await audit();
  const document = await open(DRAFTS);
  const range = rangeOf(document, 'meta-llama/Llama-3.1-8B-Instruct');
  await problem(document.uri, 'license/warned', range);
  const readme = await open('README.md');
  const before = readme.getText();
  await choose(await quickFix(document.uri, range, /^Add “Built with Llama” to README.md/));
  contains(readme.getText(), 'Built with Llama', 'the README');
  ok(readme.getText().startsWith(before.trimEnd()), 'what stood there before still stands');
  await undo(readme);
  equal(readme.getText(), before, 'the README after undo');
});

test('fix: starts a NOTICE with the required words where the weights are shipped, and can be undone', async () => {
  await write(POLICY, (await readText(POLICY)).replace('distribution: service', 'distribution: weights'));
  afterwards(clearAudit);
  await audit();
  const document = await open(DRAFTS);
  const range = rangeOf(document, 'meta-llama/Llama-3.1-8B-Instruct');
  await choose(await quickFix(document.uri, range, /^Create NOTICE with the required notice/));
  const notice = await until(
    () => vscode.workspace.textDocuments.find(({ uri }) => uri.path.endsWith('/NOTICE')),
    'the NOTICE to be open',
  );
  afterwards(() => close(notice));
  contains(notice.getText(), 'Llama 3.1 is licensed under the Llama 3.1 Community License', 'the NOTICE');
  await undo(notice);
  // Undo takes the words out and then the file away; its editor closes a moment later.
  await until(() => notice.isClosed || undefined, 'the editor of the NOTICE to close');
  ok(
    await vscode.workspace.fs.stat(notice.uri).then(
      () => false,
      () => true,
    ),
    'undo took the NOTICE away',
  );
});

test('fix: takes an expired exception out of the policy, and can be undone', async () => {
  const policy = await openPolicy();
  const before = policy.getText();
  const expired = await problem(policy.uri, 'policy/expired-exception');
  await choose(await quickFix(policy.uri, expired.range, /^Remove the exception/));
  lacks(policy.getText(), 'pilot with two shops', 'the policy');
  contains(policy.getText(), 'subject lines only', 'the policy');
  await undo(policy);
  equal(policy.getText(), before, 'the policy after undo');
});

test('fix: takes out an ignore comment that has no effect, and can be undone', async () => {
  const clean = 'x = "nothing"\n';
  const document = await writeAndOpen(
    'unused.py',
    `x = "nothing"  # model-license-lens: ignore[license/denied] was needed once\n`,
  );
  const before = document.getText();
  const unused = await problem(document.uri, 'policy/unused-ignore');
  await choose(await quickFix(document.uri, unused.range, /^Remove the comment/));
  equal(document.getText(), clean, 'the text');
  await undo(document);
  equal(document.getText(), before, 'the text after undo');
});

test('fix: leads to the text of the license', async () => {
  const document = await open(SEARCH);
  const { command, edit } = await quickFix(
    document.uri,
    rangeOf(document, NON_COMMERCIAL),
    /^Open the license: /,
  );
  ok(edit === undefined, 'it edits nothing');
  equal(command?.title, 'Open the license: Creative Commons Attribution-NonCommercial 4.0', 'what it does');
});

test('fix: none is offered for "fix all", and none where nothing is wrong', async () => {
  const document = await open(SEARCH);
  await problem(document.uri, 'license/denied');
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  equal(
    (await codeActions(document.uri, whole, vscode.CodeActionKind.SourceFixAll)).map(({ title }) => title),
    [],
    'what is offered as "fix all"',
  );
  equal(
    (await quickFixes(document.uri, rangeOf(document, 'import os'))).map(({ title }) => title),
    [],
    'what is offered on an import',
  );
});

test('fix: what accepts a finding asks for a reason first', async () => {
  const document = await open(SEARCH);
  const range = rangeOf(document, NON_COMMERCIAL);
  for (const title of [/^Add an exception for .*…$/, /^Ignore license\/denied on this line…$/]) {
    const fix = await quickFix(document.uri, range, title);
    ok(fix.edit === undefined && fix.command !== undefined, `${fix.title} edits nothing by itself`);
    ok(fix.isPreferred !== true, `${fix.title} is not the preferred fix`);
  }
});

test('fix: an edit of a file that is not open is left for the person to save', async () => {
  const document = await open(SEARCH);
  const range = rangeOf(document, NON_COMMERCIAL);
  const saved = await readText(POLICY);
  await choose(await quickFix(document.uri, range, /^Allow the license cc-by-nc-4.0/));
  const policy = await until(
    () => vscode.workspace.textDocuments.find(({ uri }) => uri.path.endsWith(POLICY)),
    'the policy to be open',
  );
  ok(policy.isDirty, 'the policy is changed and not saved');
  equal(await readText(POLICY), saved, 'the file');
  await undo(policy);
});
