import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import {
  entriesOfPi,
  PACKAGES,
  readPackageLists,
  typeUnions,
} from '../../../../src/catalog-tool/coverage/packageLists';

const entry = (id: string, provider: string) => ({ id, provider, cost: { input: 1 } });

describe('lists of names in packages', () => {
  it('are the literals of the unions that type models, and of no other type', () => {
    const text =
      "type ChatModelId = 'a/b' | 'c/d' | (string & {});\ntype Region = 'eu';\ntype EmbeddingModelId = 'e/f';";
    expect(typeUnions(text, 'vercel')).toEqual([
      { host: 'vercel', id: 'a/b' },
      { host: 'vercel', id: 'c/d' },
      { host: 'vercel', id: 'e/f' },
    ]);
  });

  it('are the keys of the tables that a type of models is derived from', () => {
    const text = [
      'declare const languageModels: {',
      "  'a/b': {",
      '    image: boolean;',
      '  };',
      '  c: Entry;',
      '};',
      'declare const options: {',
      '  d: string;',
      '};',
      'type ModelIds = {',
      '  language: keyof typeof languageModels;',
      '};',
      'type Options = keyof typeof options;',
      "type ChatModelId = ModelIds['language'] | (string & {});",
    ].join('\n');
    expect(typeUnions(text, 'groq')).toEqual([
      { host: 'groq', id: 'a/b' },
      { host: 'groq', id: 'c' },
    ]);
  });

  it('are entries of JSON, with the host as the catalog calls it', () => {
    const text = JSON.stringify({
      'openai-completions': {
        'chat:a': entry('a', 'amazon-bedrock'),
        'chat:b': entry('b', 'xiaomi-token-plan-sgp'),
      },
      messages: {
        c: entry('c', 'minimax-cn'),
        d: entry('d', 'qwen-token-plan-individual-cn'),
        e: { id: 'e' },
      },
    });
    expect(entriesOfPi(text)).toEqual([
      { host: 'bedrock', id: 'a' },
      { host: 'xiaomi', id: 'b' },
      { host: 'minimax', id: 'c' },
      { host: 'alibaba', id: 'd' },
    ]);
  });
});

describe('installed packages', () => {
  const folder = mkdtempSync(join(tmpdir(), 'packages-'));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, 'node_modules', path)), { recursive: true });
    writeFileSync(join(folder, 'node_modules', path), text);
  };

  it('are all read, each name once, or the missing one is named', () => {
    expect(() => readPackageLists(folder)).toThrow('@ai-sdk/gateway is not installed');
    for (const { package: name } of PACKAGES) {
      write(`${name}/package.json`, '{ "version": "1.2.3" }');
      write(`${name}/dist/index.d.ts`, "type ModelId = 'a' | 'a' | 'b';");
    }
    expect(() => readPackageLists(folder)).toThrow('pi-ai');
    write(
      '@earendil-works/pi-ai/dist/providers/data/groq.json',
      JSON.stringify({ x: { a: entry('a', 'groq') } }),
    );
    const lists = readPackageLists(folder);
    expect(lists.map(({ version, names }) => [version, names.length])).toEqual([
      ['1.2.3', 2],
      ['1.2.3', 1],
      ['1.2.3', 2],
      ['1.2.3', 2],
    ]);
  });
});
