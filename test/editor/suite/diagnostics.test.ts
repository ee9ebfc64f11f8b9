import * as vscode from 'vscode';
import { contains, equal, ok, until } from '../expect';
import { afterwards, test } from '../harness';
import {
  close,
  codeOf,
  noProblem,
  open,
  problem,
  problems,
  rangeOf,
  replace,
  undo,
  writeAndOpen,
} from '../workbench';

const NON_COMMERCIAL = 'jinaai/jina-embeddings-v3';
const DENIED = 'license/denied';

/** What the demo workspace's policy says of its models: file, name and rule. */
const OUTCOMES = [
  ['service/kotoba/search.py', NON_COMMERCIAL, DENIED],
  ['service/kotoba/translate.py', 'facebook/seamless-m4t-v2-large', DENIED],
  ['service/kotoba/media.py', 'meta-llama/Llama-3.2-11B-Vision-Instruct', 'license/region'],
  ['service/kotoba/media.py', 'stabilityai/stable-diffusion-3.5-large', 'license/threshold'],
  ['service/kotoba/media.py', 'XLabs-AI/flux-ip-adapter-v2', DENIED],
  ['service/kotoba/search.py', 'BAAI/bge-m3', 'origin/warned'],
  ['service/kotoba/search.py', 'hikari-labs/ticket-router-small', 'openness/below-required'],
  ['service/kotoba/drafts.py', 'distilbert-base-uncased-finetuned-sst-2-english', 'model/renamed'],
  ['service/kotoba/archive.py', 'claude-2.1', 'openness/below-required'],
  ['web/src/assistant.ts', 'gpt-4o', 'openness/below-required'],
] as const;

for (const [path, name, rule] of OUTCOMES) {
  test(`problems: ${rule} on ${name}, at exactly the name`, async () => {
    const document = await open(path);
    const found = await problem(document.uri, rule, rangeOf(document, name));
    equal(found.message.split('\n').length, 1, 'the lines of its message');
    ok(typeof found.code === 'object', 'its code links to an explanation');
  });
}

test('problems: none for a model that the policy allows', async () => {
  const document = await open('service/kotoba/media.py');
  await problem(document.uri, 'license/region');
  const whisper = rangeOf(document, 'openai/whisper-large-v3');
  equal(
    problems(document.uri)
      .filter(({ range }) => range.intersection(whisper) !== undefined)
      .map(codeOf),
    [],
    'problems of Whisper',
  );
});

test('problems: the code opens a page that explains the rule', async () => {
  const document = await open('service/kotoba/search.py');
  const { code } = await problem(document.uri, DENIED);
  ok(typeof code === 'object', 'the code has a target');
  const page = await vscode.workspace.openTextDocument(code.target);
  contains(page.getText(), DENIED, 'the page');
});

test('problems: point to the line of the policy that decided', async () => {
  const document = await open('service/kotoba/search.py');
  const { relatedInformation = [] } = await problem(document.uri, DENIED);
  const [decided] = relatedInformation;
  ok(decided, 'there is a related place');
  ok(decided.location.uri.path.endsWith('.model-policy.yaml'), 'it is in the policy');
  const policy = await vscode.workspace.openTextDocument(decided.location.uri);
  contains(policy.lineAt(decided.location.range.start.line).text, 'category:non-commercial', 'the line');
});

test('problems: vanish when the name is edited, and come back with it', async () => {
  const document = await open('service/kotoba/search.py');
  const range = rangeOf(document, NON_COMMERCIAL);
  await problem(document.uri, DENIED, range);
  await replace(document, range, 'sentence-transformers/all-MiniLM-L6-v2');
  await noProblem(document.uri, DENIED);
  await undo(document);
  await problem(document.uri, DENIED, range);
});

test('problems: vanish and come back as the policy is edited', async () => {
  const document = await open('service/kotoba/search.py');
  await problem(document.uri, 'origin/warned');
  const policy = await open('.model-policy.yaml');
  await replace(policy, rangeOf(policy, 'warn: [CN]'), 'warn: []');
  await noProblem(document.uri, 'origin/warned');
  await undo(policy);
  await problem(document.uri, 'origin/warned');
});

test('problems: a retired model is struck through', async () => {
  const document = await open('service/kotoba/archive.py');
  const { tags } = await problem(document.uri, 'openness/below-required', rangeOf(document, 'claude-2.1'));
  equal(tags, [vscode.DiagnosticTag.Deprecated], 'its tags');
});

test('problems: an exception in force silences its rule, one that has run out does not', async () => {
  const suggest = await open('web/src/suggest.ts');
  const archive = await open('service/kotoba/archive.py');
  await problem(
    archive.uri,
    'openness/below-required',
    rangeOf(archive, 'anthropic.claude-3-haiku-20240307-v1:0'),
  );
  const mini = rangeOf(suggest, 'gpt-4o-mini');
  equal(
    problems(suggest.uri)
      .filter(({ range }) => range.isEqual(mini))
      .map(codeOf),
    [],
    'problems of the excepted model',
  );
});

test('problems: a comment with the rule and a reason silences a line', async () => {
  const document = await open('service/kotoba/translate.py');
  await problem(document.uri, DENIED, rangeOf(document, 'facebook/seamless-m4t-v2-large'));
  const ignored = rangeOf(document, 'facebook/nllb-200-distilled-600M');
  equal(
    problems(document.uri)
      .filter(({ range }) => range.isEqual(ignored))
      .map(codeOf),
    [],
    'problems of the ignored line',
  );
});

test('problems: go when the file is closed', async () => {
  const document = await writeAndOpen('closed.py', `SentenceTransformer("${NON_COMMERCIAL}")\n`);
  const { uri } = document;
  await problem(uri, DENIED);
  await close(document);
  await until(() => (problems(uri).length === 0 ? true : undefined), 'the problems of a closed file to go');
});

test('problems: can be switched off and on again without a reload', async () => {
  const document = await open('service/kotoba/search.py');
  await problem(document.uri, DENIED);
  const settings = vscode.workspace.getConfiguration('modelLicenseLens');
  afterwards(() => settings.update('diagnostics.enabled', undefined, vscode.ConfigurationTarget.Workspace));
  await settings.update('diagnostics.enabled', false, vscode.ConfigurationTarget.Workspace);
  await noProblem(document.uri, DENIED);
  await settings.update('diagnostics.enabled', undefined, vscode.ConfigurationTarget.Workspace);
  await problem(document.uri, DENIED);
});
