import * as vscode from 'vscode';
import { contains, equal, lacks, ok, until } from '../expect';
import { afterwards, test } from '../harness';
import { close, hover, hoverOn, open, rangeOf, replace, writeAndOpen } from '../workbench';

const MISTRAL = 'mistralai/Mistral-7B-Instruct-v0.3';

/** Where the demo workspace names models, one place for each kind of file. */
const PLACES = [
  ['service/kotoba/media.py', 'openai/whisper-large-v3'],
  ['web/src/suggest.ts', 'facebook/bart-large-mnli'],
  ['gateway/litellm.yaml', 'openai/gpt-4o-mini'],
  ['training/axolotl.yaml', 'Qwen/Qwen2.5-7B-Instruct'],
  ['compose.yaml', MISTRAL],
  ['service/Dockerfile', 'sentence-transformers/all-MiniLM-L6-v2'],
  ['Modelfile', 'llama3.2:3b'],
  ['.env', 'BAAI/bge-m3'],
  ['README.md', 'openai/whisper-large-v3'],
] as const;

for (const [path, name] of PLACES) {
  test(`hover: ${name} in ${path}, at exactly the name`, async () => {
    const document = await open(path);
    const range = rangeOf(document, name);
    const found = await hoverOn(document, range, shortName(name));
    ok(
      found.range?.isEqual(range),
      `the hover's range is the name: ${JSON.stringify(found.range)} and ${JSON.stringify(range)}`,
    );
  });
}

test('hover: is about the text as it is now, while somebody types in a long one', async () => {
  const lines = 'def add(a, b):\n    return a + b\n'.repeat(2_000);
  const document = await writeAndOpen('long.py', `${lines}model = AutoModel.from_pretrained("${MISTRAL}")\n`);
  for (let key = 0; key < 12; key++) {
    await replace(document, new vscode.Range(key, 0, key, 0), '# typed\n');
    const range = rangeOf(document, MISTRAL);
    const found = await hoverOn(document, range, 'Mistral');
    ok(found.range?.isEqual(range), `the hover's range is the name: ${JSON.stringify(found.range)}`);
    // The thread that reads such texts has started some time.
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
});

test('hover: says the verdict first, then commercial use, license, openness, publisher and country', async () => {
  const document = await open('service/kotoba/drafts.py');
  const { text } = await hoverOn(document, rangeOf(document, MISTRAL), 'Mistral');
  const [first = '', second = ''] = text.split('  \n');
  ok(first.startsWith('$(pass) Allowed'), `the verdict comes first: ${first}`);
  for (const fact of ['Commercial use: allowed', 'Apache', 'open', 'Mistral AI', 'France'])
    contains(second, fact, 'the line below');
});

test('hover: shows the evidence with its date', async () => {
  const document = await open('service/kotoba/drafts.py');
  const { text } = await hoverOn(document, rangeOf(document, MISTRAL), 'Mistral');
  ok(/\b20\d\d-\d\d(-\d\d)?\b/.test(text), `there is a date in\n${text}`);
});

test("hover: says what the project's own use makes of the terms", async () => {
  const document = await open('service/kotoba/media.py');
  const { text } = await hoverOn(
    document,
    rangeOf(document, 'meta-llama/Llama-3.2-11B-Vision-Instruct'),
    'Llama',
  );
  ok(
    /European Union|EU\b/.test(text),
    `the hover speaks of the European Union, where the demo is offered:\n${text}`,
  );
});

test('hover: leads to a page with the reasons, the line of the policy and the evidence', async () => {
  const document = await open('service/kotoba/search.py');
  const { text } = await hoverOn(document, rangeOf(document, 'jinaai/jina-embeddings-v3'), 'jina');
  const [, query = ''] = /command:modelLicenseLens\.showDetails\?([^)]+)\)/.exec(text) ?? [];
  const [place] = JSON.parse(decodeURIComponent(query)) as readonly string[];
  const page = await vscode.workspace.openTextDocument(
    vscode.Uri.from({ scheme: 'model-license', authority: 'place', path: '/place.md', query: place ?? '' }),
  );
  for (const part of ['license/denied', '.model-policy.yaml:', 'What the text does with it', 'Evidence'])
    contains(page.getText().replaceAll('\\', ''), part, 'the page');
});

test('hover: is at most about ten lines of text', async () => {
  const document = await open('service/kotoba/drafts.py');
  for (const name of [
    MISTRAL,
    'meta-llama/Llama-3.1-8B-Instruct',
    'deepseek-ai/DeepSeek-R1-Distill-Llama-8B',
  ]) {
    const { text } = await hoverOn(document, rangeOf(document, name), shortName(name));
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    ok(lines.length <= 14, `the hover of ${name} is short, not ${lines.length} lines:\n${text}`);
  }
});

test('hover: an unknown model is called unknown, never allowed', async () => {
  const document = await open('service/kotoba/search.py');
  const { text } = await hoverOn(
    document,
    rangeOf(document, 'hikari-labs/ticket-router-small'),
    'ticket-router-small',
  );
  contains(text, 'nothing is known of this model');
  lacks(text, '$(pass)');
});

test('hover: there is none beside the name', async () => {
  const document = await open('service/kotoba/search.py');
  const range = rangeOf(document, 'BAAI/bge-m3');
  await hoverOn(document, range, 'bge-m3');
  const place = rangeOf(document, 'SentenceTransformer(').start;
  equal(await hover(document.uri, place, 'bge-m3'), undefined, 'a hover on the class');
});

test('hover: none for a data set, an image or a package', async () => {
  const training = await open('training/axolotl.yaml');
  await hoverOn(training, rangeOf(training, 'Qwen/Qwen2.5-7B-Instruct'), 'Qwen');
  equal(
    await hover(
      training.uri,
      rangeOf(training, 'kotoba-desk/tickets-2025').start.translate(0, 1),
      'tickets-2025',
    ),
    undefined,
    'a hover on a data set',
  );
  const compose = await open('compose.yaml');
  equal(
    await hover(compose.uri, rangeOf(compose, 'vllm/vllm-openai').start.translate(0, 1), 'vllm-openai'),
    undefined,
    'a hover on an image',
  );
});

test('hover: its links run only the commands it names, and no HTML is let through', async () => {
  const document = await open('service/kotoba/drafts.py');
  const range = rangeOf(document, MISTRAL);
  await hoverOn(document, range, 'Mistral');
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    range.start,
  );
  const parts = hovers
    .flatMap(({ contents }) => contents)
    .filter((part) => part instanceof vscode.MarkdownString);
  ok(parts.length > 0, 'there is a part in Markdown');
  for (const { isTrusted, supportHtml } of parts) {
    ok(isTrusted !== true, 'not every command link is trusted');
    ok(supportHtml !== true, 'HTML is not rendered');
  }
});

test('hover: the range is right after an emoji', async () => {
  const document = await writeAndOpen(
    'emoji.py',
    `name = "🦙🇯🇵"; model = AutoModel.from_pretrained("${MISTRAL}")\n`,
  );
  const range = rangeOf(document, MISTRAL);
  const found = await hoverOn(document, range, 'Mistral');
  ok(found.range?.isEqual(range), 'the range is the name');
});

test('hover: the range is right with CRLF and a byte order mark', async () => {
  const document = await writeAndOpen(
    'crlf.py',
    `\uFEFFimport transformers\r\n\r\nmodel = AutoModel.from_pretrained("${MISTRAL}")\r\n`,
  );
  equal(document.eol, vscode.EndOfLine.CRLF, 'the line ends');
  const range = rangeOf(document, MISTRAL);
  const found = await hoverOn(document, range, 'Mistral');
  ok(found.range?.isEqual(range), 'the range is the name');
});

test('hover: works in a file that was never saved', async () => {
  const document = await vscode.workspace.openTextDocument({
    language: 'python',
    content: `AutoModel.from_pretrained("${MISTRAL}")\n`,
  });
  afterwards(() => close(document));
  await hoverOn(document, rangeOf(document, MISTRAL), 'Mistral');
});

test('hover: can be switched off and on again without a reload', async () => {
  const document = await open('service/kotoba/drafts.py');
  const range = rangeOf(document, MISTRAL);
  await hoverOn(document, range, 'Mistral');
  const settings = vscode.workspace.getConfiguration('modelLicenseLens');
  afterwards(() => settings.update('hover.enabled', undefined, vscode.ConfigurationTarget.Workspace));
  await settings.update('hover.enabled', false, vscode.ConfigurationTarget.Workspace);
  await until(
    async () => ((await hover(document.uri, range.start, 'Apache')) === undefined ? true : undefined),
    'the hover to go',
  );
  await settings.update('hover.enabled', undefined, vscode.ConfigurationTarget.Workspace);
  await hoverOn(document, range, 'Mistral');
});

/** The part of an id that every hover about it contains. */
function shortName(id: string): string {
  return id.split('/').at(-1)?.split(':')[0] ?? id;
}
