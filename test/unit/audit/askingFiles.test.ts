import { describe, expect, it } from 'vitest';
import { AskingFiles } from '../../../src/core/audit/askingFiles';
import { audit } from '../../../src/core/audit/audit';
import { createEngine, type Engine } from '../../../src/core/engine';
import { TEST_CATALOG } from '../../support/catalog';
import { memoryFiles, memoryHost } from './memory';

const engine = createEngine(TEST_CATALOG, { now: () => Date.UTC(2026, 10, 30) });

/** What an editor says of one file of a tree, and how often a folder was listed and a text searched for it. */
async function shown(
  tree: Record<string, string>,
  path: string,
): Promise<{
  asking: AskingFiles;
  again: () => Promise<readonly unknown[]>;
  others: () => Promise<readonly unknown[]>;
  listed: number;
  searched: string[];
}> {
  const seen = { listed: 0, searched: [] as string[] };
  const counting: Pick<Engine, 'detect'> = {
    detect: (source, context) => {
      seen.searched.push(source.path);
      return engine.detect(source, context);
    },
  };
  const source = () => {
    const files = memoryFiles(tree);
    return { ...files, list: (folder: string) => (seen.listed++, files.list(folder)) };
  };
  const asking = new AskingFiles(source, { ...memoryHost, engine: counting });
  const referencesShown = async () => {
    const document = { path, text: tree[path] ?? '' };
    const detection = engine.detect(document, {});
    const askedHosts = await asking.askedFor(path, detection, {});
    return engine.judgeDetected(document, detection, { policy: undefined, askedHosts }).references;
  };
  return {
    asking,
    again: async () => (await referencesShown()).map(({ text, role, host }) => [text, role, host]),
    others: async () => (await referencesShown()).map(({ otherHosts }) => otherHosts),
    ...seen,
    get listed() {
      return seen.listed;
    },
    searched: seen.searched,
  };
}

const AZURE = 'import { AzureOpenAI } from "openai";\nconst azure = new AzureOpenAI({});\n';
const USE = `${AZURE}import { CHAT, Llm } from "./models";
azure.chat.completions.create({ model: CHAT, messages: [] });
azure.chat.completions.create({ model: Llm.Fast, messages: [] });
`;
const KEPT = 'export const CHAT = "gpt-4o";\nexport enum Llm { Fast = "gpt-4o-mini", Spare = "gpt-4" }\n';

describe('whom other files of a folder ask for what a document keeps', () => {
  it.each([
    ['beside it', { 'models.ts': KEPT, 'use.ts': USE }],
    ['anywhere below the root', { 'src/models.ts': KEPT, 'apps/chat/use.ts': USE }],
    ['in tests only', { 'models.ts': KEPT, 'test/use.test.ts': USE }],
    ['nowhere', { 'models.ts': KEPT, 'use.ts': AZURE }],
    ['of a document that is a test', { 'test/models.ts': KEPT, 'use.ts': USE }],
  ])('is what an audit finds: %s', async (_, tree) => {
    const path = Object.keys(tree)[0] as string;
    const audited = await audit(
      { folders: [{ name: 'a', source: memoryFiles(tree) }] },
      { ...memoryHost, engine },
    );
    const expected = audited.references.filter((one) => one.path === path);
    expect(await (await shown(tree, path)).again()).toEqual(
      expected.map(({ reference: { text, role, host } }) => [text, role, host]),
    );
  });

  it('is not looked for where a document keeps nothing', async () => {
    const editor = await shown({ 'models.ts': KEPT, 'use.ts': USE }, 'use.ts');
    await editor.again();
    expect(editor.listed).toBe(0);
    expect(editor.asking.forget()).toBe(false);
  });

  it('is looked for anew once the files were forgotten, in those that changed', async () => {
    const tree: Record<string, string> = {
      'models.ts': KEPT,
      'use.ts': USE,
      'other.ts': 'import "./models";\n',
    };
    const editor = await shown(tree, 'models.ts');
    const before = await editor.again();
    expect(await editor.again()).toEqual(before);
    tree['use.ts'] = 'import { CHAT } from "./models";\n';
    expect(await editor.again()).toEqual(before);
    expect(editor.asking.forget()).toBe(true);
    expect(await editor.again()).not.toEqual(before);
    expect(editor.searched).toEqual(['other.ts', 'use.ts', 'use.ts']);
  });
});

it('shows who is asked by a client that another file makes', async () => {
  const { again } = await shown(
    {
      'lib/ai.ts': 'import { AzureOpenAI } from "openai";\nexport const ai = new AzureOpenAI({});\n',
      'a.ts':
        'import { ai } from "./lib/ai";\nai.chat.completions.create({ model: "gpt-4o", messages: [] });\n',
    },
    'a.ts',
  );
  expect(await again()).toEqual([['gpt-4o', 'calls', 'azure']]);
});

it('shows who is asked for a constant by a client of a third file', async () => {
  const { again } = await shown(
    {
      'lib/ai.ts': 'import { AzureOpenAI } from "openai";\nexport const ai = new AzureOpenAI({});\n',
      'models.ts': 'export const CHAT = "gpt-4o";\n',
      'a.ts':
        'import { ai } from "./lib/ai";\nimport { CHAT } from "./models";\n' +
        'ai.chat.completions.create({ model: CHAT, messages: [] });\n',
    },
    'models.ts',
  );
  expect(await again()).toEqual([['gpt-4o', 'calls', 'azure']]);
});

describe('the addresses that files put in place of the one that a document asks at', () => {
  const CONFIG = 'URL = "https://api.groq.com/openai/v1"\n';
  const SETS = 'from app import config\n\nconfig.URL = "https://openrouter.ai/api/v1"\n';
  const ASKS =
    'from openai import OpenAI\nfrom app.config import URL\n\nclient = OpenAI(base_url=URL)\n' +
    'client.chat.completions.create(model="llama-3.3-70b-versatile", messages=[])\n';
  const KEEPS = 'MODEL = "llama-3.3-70b-versatile"\n';
  const ASKS_FOR_KEPT = ASKS.replace('import URL\n', 'import URL\nfrom web.models import MODEL\n').replace(
    '"llama-3.3-70b-versatile"',
    'MODEL',
  );

  it.each<[string, string, Record<string, string>]>([
    ['of a client', 'web/asker.py', { 'web/asker.py': ASKS }],
    [
      'of a client of a third file',
      'web/models.py',
      { 'web/models.py': KEEPS, 'web/asker.py': ASKS_FOR_KEPT },
    ],
  ])('are what an audit finds: %s', async (_, path, asking) => {
    const tree = {
      'app/config.py': CONFIG,
      'app/start.py': SETS,
      'app/about.py': 'URL_OF_PAGE = "https://openrouter.ai/api/v1"\n',
      ...asking,
    };
    const audited = await audit(
      { folders: [{ name: 'a', source: memoryFiles(tree) }] },
      { ...memoryHost, engine },
    );
    const expected = audited.references.filter((one) => one.path === path);
    const editor = await shown(tree, path);
    expect(await editor.others()).toEqual(expected.map(({ reference }) => reference.otherHosts));
    expect(await editor.others()).toEqual([['openrouter']]);
    expect(editor.searched).not.toContain('app/about.py');
  });
});
