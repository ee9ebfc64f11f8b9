import * as vscode from 'vscode';
import { contains, equal, ok, until } from '../expect';
import { test } from '../harness';
import { hoverOn, open, rangeOf, replace, undo } from '../workbench';

const POLICY = '.model-policy.yaml';

/** What this extension proposes at a place: the editor adds the words of the file to it. */
async function proposals(
  uri: vscode.Uri,
  position: vscode.Position,
  expected: string,
): Promise<vscode.CompletionItem> {
  return until(async () => {
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      uri,
      position,
    );
    return items.find(({ label, detail }) => label === expected && detail !== undefined);
  }, `the proposal ${expected}`);
}

test('policy language: proposes the keys that are not there yet', async () => {
  const policy = await open(POLICY);
  const line = rangeOf(policy, 'rules:\n');
  await replace(policy, new vscode.Range(line.start, line.start), 'ign\n');
  const item = await proposals(policy.uri, line.start.translate(0, 3), 'ignore');
  equal(item.insertText, 'ignore:', 'what is written');
  await undo(policy);
});

test('policy language: proposes licenses and categories', async () => {
  const policy = await open(POLICY);
  const list = rangeOf(policy, '"category:non-commercial"]');
  const end = list.end.translate(0, -1);
  await replace(policy, new vscode.Range(end, end), ', ');
  const item = await proposals(policy.uri, end.translate(0, 2), 'category:copyleft');
  equal(item.insertText, '"category:copyleft"', 'what is written');
  await proposals(policy.uri, end.translate(0, 2), 'llama4');
  await undo(policy);
});

test('policy language: says what a key and a license mean', async () => {
  const policy = await open(POLICY);
  const key = rangeOf(policy, 'distribution');
  const { text, range } = await hoverOn(policy, key, 'reaches others');
  contains(text, 'distribution', 'the hover');
  ok(range?.isEqual(key), 'its range is the key');
  const license = rangeOf(policy, 'llama3.1');
  const meaning = await hoverOn(policy, license, 'Llama 3.1 Community License');
  ok(meaning.range?.isEqual(license), 'its range is the license');
});
