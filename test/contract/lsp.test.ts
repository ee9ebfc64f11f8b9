import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type CodeAction,
  type CompletionList,
  createProtocolConnection,
  type Diagnostic,
  type Hover,
  type InitializeResult,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentEdit,
} from 'vscode-languageserver/node';
import type { AuditReport } from '../../src/core/report/auditReport';
import { rulePageUrl } from '../../src/core/report/rulePages';
import { loadCatalog } from '../../src/node/loadCatalog';
import { cli, CLI, DEMO, folderWith, ROOT, withoutDuties } from './cli';

/** Findings that only an audit of the whole workspace can make. */
const WORKSPACE_RULES = /^(obligation|policy)\//;
const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;

/** A client of the server, as an editor is one. */
class Client {
  readonly published = new Map<string, Diagnostic[]>();
  private readonly waiting = new Map<string, (diagnostics: Diagnostic[]) => void>();
  private constructor(
    private readonly child: ChildProcess,
    readonly connection: ProtocolConnection,
    readonly root: string,
  ) {
    connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }) => {
      this.published.set(uri, diagnostics);
      this.waiting.get(uri)?.(diagnostics);
      this.waiting.delete(uri);
    });
    connection.onRequest('client/registerCapability', () => null);
    connection.listen();
  }

  static async start(
    root: string,
    locale?: string,
  ): Promise<{ readonly client: Client; readonly said: InitializeResult }> {
    const child = spawn(process.execPath, [CLI, 'lsp', '--stdio'], { cwd: root, stdio: 'pipe' });
    const client = new Client(
      child,
      createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin)),
      root,
    );
    const said = await client.connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      capabilities: {},
      ...(locale !== undefined && { locale }),
      rootUri: null,
      workspaceFolders: [{ uri: pathToFileURL(root).href, name: 'project' }],
    });
    await client.connection.sendNotification('initialized', {});
    return { client, said };
  }

  uriOf(path: string): string {
    return pathToFileURL(join(this.root, path)).href;
  }

  async open(path: string, text: string): Promise<Diagnostic[]> {
    const uri = this.uriOf(path);
    const diagnostics = this.next(uri);
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: '', version: 1, text },
    });
    return diagnostics;
  }

  next(uri: string): Promise<Diagnostic[]> {
    return new Promise((resolve) => this.waiting.set(uri, resolve));
  }

  ask<T>(method: string, path: string, params: object): Promise<T> {
    return this.connection.sendRequest<T>(`textDocument/${method}`, {
      textDocument: { uri: this.uriOf(path) },
      ...params,
    });
  }

  /** @returns the exit code of the server */
  async stop(): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => this.child.once('exit', resolve));
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    return ended;
  }
}

async function audited(folder: string): Promise<AuditReport> {
  return JSON.parse(
    (await cli(['audit', '.', '--format', 'json', '--fail-on', 'never'], { cwd: folder })).stdout,
  ) as AuditReport;
}

/** What the audit finds in a file, as the protocol says it. */
function expected({ findings }: AuditReport, path: string): readonly object[] {
  return sorted(
    findings
      .filter((one) => one.path === path && !WORKSPACE_RULES.test(one.rule))
      .map(({ rule, severity, message, line, column, endLine, endColumn }) => ({
        code: rule,
        page: rulePageUrl(rule),
        severity: SEVERITIES.indexOf(severity) + 1,
        message: withoutDuties(message),
        range: {
          start: { line: line - 1, character: column - 1 },
          end: { line: endLine - 1, character: endColumn - 1 },
        },
      })),
  );
}

function told(diagnostics: readonly Diagnostic[]): readonly object[] {
  return sorted(
    diagnostics
      .filter(({ code }) => !WORKSPACE_RULES.test(String(code)))
      .map(({ code, codeDescription, severity, message, range }) => ({
        code,
        page: codeDescription?.href,
        severity,
        message,
        range,
      })),
  );
}

function sorted<T extends object>(list: readonly T[]): readonly T[] {
  const key = (one: T): string =>
    JSON.stringify(one, ['code', 'message', 'range', 'start', 'line', 'character']);
  return [...list].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

describe('in the demo workspace', () => {
  let client: Client;
  let said: InitializeResult;
  let report: AuditReport;
  beforeAll(async () => {
    report = await audited(DEMO);
    ({ client, said } = await Client.start(DEMO));
  });
  afterAll(async () => {
    expect(await client.stop()).toBe(0);
  });

  test('says what it can', () => {
    expect(said.capabilities).toMatchObject({
      hoverProvider: true,
      completionProvider: {},
      codeActionProvider: { codeActionKinds: ['quickfix'] },
    });
  });

  test('finds in each open document what the audit finds in the file', async () => {
    const paths = [...new Set(report.references.map(({ path }) => path))].filter((path) =>
      existsSync(join(DEMO, path)),
    );
    expect(paths.length).toBeGreaterThan(5);
    const byRule = new Set<unknown>();
    for (const path of paths) {
      const diagnostics = told(await client.open(path, readFileSync(join(DEMO, path), 'utf8')));
      expect(diagnostics, path).toEqual(expected(report, path));
      for (const { code } of diagnostics as readonly Diagnostic[]) byRule.add(code);
    }
    expect(byRule.size).toBeGreaterThan(5);
  });

  test('shows a card for each name, without icons of one editor and without commands', async () => {
    const { references, findings } = report;
    const uses = references.filter(({ role }) => role !== 'mentions' && role !== 'lists');
    expect(uses.length).toBeGreaterThan(10);
    for (const { path, line, column, model } of uses) {
      const hover = await client.ask<Hover | null>('hover', path, {
        position: { line: line - 1, character: column - 1 },
      });
      const { value } = hover!.contents as { readonly value: string };
      expect(value).not.toMatch(/\$\(|command:/);
      const denied = findings.some(
        (one) => one.path === path && one.line === line && one.column === column && one.severity === 'error',
      );
      expect(value.startsWith('✗ Not allowed'), `${path}:${line} ${String(model)} ${value}`).toBe(denied);
    }
  });
});

describe.each([
  ['ja', /[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u],
  ['zh-CN', /\p{sc=Han}/u],
])('for a client in %s', (locale, script) => {
  test('says problems, cards and fixes in its language, with the codes of rules', async () => {
    const { client } = await Client.start(DEMO, locale);
    const path = 'service/kotoba/media.py';
    const diagnostics = await client.open(path, readFileSync(join(DEMO, path), 'utf8'));
    const [first] = diagnostics;
    expect(diagnostics.length).toBeGreaterThan(2);
    for (const { message, code } of diagnostics) {
      expect(message).toMatch(script);
      expect(code).toMatch(/^[a-z]+\/[a-z-]+$/);
    }
    const hover = await client.ask<Hover | null>('hover', path, { position: first!.range.start });
    expect((hover!.contents as { readonly value: string }).value.split('\n')[0]).toMatch(script);
    const actions = await client.ask<readonly CodeAction[]>('codeAction', path, {
      range: first!.range,
      context: { diagnostics: [] },
    });
    expect(actions.length).toBeGreaterThan(0);
    for (const { title } of actions) expect(title).toMatch(script);
    await client.stop();
  });
});

describe('in a project of its own', () => {
  const POLICY = `version: 1
use: { purpose: commercial, distribution: service }
licenses:
  allow: [apache-2.0, mit]
  deny: ["category:non-commercial"]
`;
  const ids = spread(
    loadCatalog(join(ROOT, 'dist'))
      .models.filter(({ registry }) => registry === 'huggingface')
      .map(({ id }) => id),
    200,
  );
  const files = Object.fromEntries(
    [0, 50, 100, 150].map((from) => [
      `part${from}.py`,
      `from transformers import AutoModel\n${ids
        .slice(from, from + 50)
        .map((id) => `AutoModel.from_pretrained("${id}")\n`)
        .join('')}`,
    ]),
  );
  let folder: string;
  let client: Client;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lsp-'));
    writeFileSync(join(folder, '.model-policy.yaml'), POLICY);
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    ({ client } = await Client.start(folder));
  });
  afterAll(async () => {
    await client.stop();
    rmSync(folder, { recursive: true });
  });

  test('says of 200 models what the audit says', async () => {
    const report = await audited(folder);
    let count = 0;
    for (const [name, text] of Object.entries(files)) {
      const diagnostics = told(await client.open(name, text));
      expect(diagnostics).toEqual(expected(report, name));
      count += diagnostics.length;
    }
    expect(count).toBeGreaterThan(100);
  });

  test('completes 200 ids with the license and origin that lookup prints', async () => {
    const lines = (await cli(['lookup', ...ids, '--format', 'json'])).stdout.trim().split('\n');
    for (const [index, id] of ids.entries()) {
      const { model } = JSON.parse(lines[index] ?? '');
      const { items } = await client.ask<CompletionList>(
        'completion',
        `part${Math.floor(index / 50) * 50}.py`,
        {
          position: { line: (index % 50) + 1, character: 'AutoModel.from_pretrained("'.length + id.length },
        },
      );
      const item = items.find(({ label }) => label === id);
      expect(item?.textEdit).toMatchObject({ newText: id });
      const [license = '', origin = ''] = (item?.detail ?? '').split(' · ');
      const { declared, effective } = model.license;
      const own =
        declared === null ? 'unknown' : declared.key === 'none-stated' ? 'none stated' : declared.key;
      expect(license).toContain(own);
      if (license !== own && license.includes('in effect'))
        expect(license).toContain(`(in effect ${effective?.key})`);
      const [first] = model.origin;
      const [seat, ...bases] = origin.split(/(?:, perhaps)? ← /);
      expect(seat).toBe(first?.country ?? (bases.length === 0 ? 'unknown' : '?'));
    }
  });

  test('completes nothing in the middle of code, and strikes out what the policy refuses', async () => {
    await client.open('new.py', 'AutoModel.from_pretrained("jinaai/jina-emb")\nfoo.jinaai\n');
    const { items } = await client.ask<CompletionList>('completion', 'new.py', {
      position: { line: 0, character: 'AutoModel.from_pretrained("jinaai/jina-emb'.length },
    });
    expect(items.find(({ label }) => label === 'jinaai/jina-embeddings-v3')).toMatchObject({ tags: [1] });
    expect(items.some(({ tags }) => tags === undefined)).toBe(true);
    const inCode = await client.ask<CompletionList>('completion', 'new.py', {
      position: { line: 0, character: 'AutoMo'.length },
    });
    expect(inCode.items).toEqual([]);
  });

  test('completes what the service that is called has', async () => {
    const text = 'const openrouter = createOpenRouter();\nconst model = openrouter("google/gem");\n';
    await client.open(
      'router.ts',
      `import { createOpenRouter } from "@openrouter/ai-sdk-provider";\n${text}`,
    );
    const { items } = await client.ask<CompletionList>('completion', 'router.ts', {
      position: { line: 2, character: 'const model = openrouter("google/gem'.length },
    });
    const labels = items.map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(['google/gemini-2.5-flash']));
    expect(labels).not.toContain('google/gemma-2b');
  });

  test('offers changes, and they are what the editor writes', async () => {
    const text = 'AutoModel.from_pretrained("jinaai/jina-embeddings-v3")\n';
    await client.open('fix.py', text);
    const at = { line: 0, character: 30 };
    const actions = await client.ask<CodeAction[]>('codeAction', 'fix.py', {
      range: { start: at, end: at },
      context: { diagnostics: [] },
    });
    const replace = actions.find(({ title }) => title.startsWith('Replace'));
    const [{ textDocument, edits }] = replace!.edit!.documentChanges as [TextDocumentEdit];
    expect(textDocument.uri).toBe(client.uriOf('fix.py'));
    expect(edits).toHaveLength(1);
    const [edit] = edits as [{ range: Diagnostic['range']; newText: string }];
    expect(text.slice(edit.range.start.character, edit.range.end.character)).toContain(
      'jinaai/jina-embeddings-v3',
    );
    expect(replace?.diagnostics?.map(({ code }) => code)).toContain('license/denied');
    expect(actions.filter(({ title }) => title.endsWith('…'))).toEqual([]);
  });

  test('leaves the reason of an exception and of a comment to be written', async () => {
    const text = 'AutoModel.from_pretrained("jinaai/jina-embeddings-v3")\n';
    await client.open('excuse.py', text);
    const at = { line: 0, character: 30 };
    const actions = await client.ask<CodeAction[]>('codeAction', 'excuse.py', {
      range: { start: at, end: at },
      context: { diagnostics: [] },
    });
    const written = (beginning: string): readonly [uri: string, text: string] => {
      const { title, edit } = actions.find((one) => one.title.startsWith(beginning))!;
      expect(title).toMatch(/\(then write the reason\)$/);
      const [{ textDocument, edits }] = edit!.documentChanges as [TextDocumentEdit];
      return [textDocument.uri, (edits[0] as { newText: string }).newText];
    };
    const [file, comment] = written('Ignore ');
    expect(file).toBe(client.uriOf('excuse.py'));
    expect(comment).toMatch(/^# model-license-lens: ignore\[license\/denied[^\]]*\] \n$/);
    const commented = await client.open('excused.py', comment + text);
    expect(commented.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['license/denied', 'policy/unused-ignore']),
    );
    const [policy, exception] = written('Add an exception');
    expect(policy).toBe(client.uriOf('.model-policy.yaml'));
    expect(exception).toMatch(
      /model: jinaai\/jina-embeddings-v3[\s\S]*reason: ""[\s\S]*expires: \d{4}-\d\d-\d\d/,
    );
  });

  test('judges anew what is typed', async () => {
    const uri = client.uriOf('typed.py');
    expect(await client.open('typed.py', 'x = 1\n')).toEqual([]);
    const next = client.next(uri);
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: 'AutoModel.from_pretrained("jinaai/jina-embeddings-v3")\n' }],
    });
    expect((await next).map(({ code }) => code)).toContain('license/denied');
  });

  test('judges anew what is closed and opened with another text in the same version', async () => {
    const uri = client.uriOf('closed.py');
    expect(await client.open('closed.py', 'x = 1\n')).toEqual([]);
    const cleared = client.next(uri);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    await cleared;
    const again = await client.open('closed.py', 'AutoModel.from_pretrained("jinaai/jina-embeddings-v3")\n');
    expect(again.map(({ code }) => code)).toContain('license/denied');
  });
});

test('judges nothing by a policy that cannot be used, and says so', async () => {
  const folder = folderWith({
    '.model-policy.yaml': 'version: 1\nlicences: {}\n',
    'app.py': 'AutoModel.from_pretrained("Qwen/Qwen3-8B")\n',
  });
  const { client } = await Client.start(folder);
  try {
    const [problem, ...others] = await client.open('app.py', readFileSync(join(folder, 'app.py'), 'utf8'));
    expect(problem).toMatchObject({
      code: 'policy/invalid',
      severity: 1,
      message: expect.stringContaining('did you mean "licenses"?'),
    });
    expect(others).toEqual([]);
    const inPolicy = await client.open('.model-policy.yaml', 'version: 1\nlicences: {}\n');
    expect(inPolicy.map(({ code, range }) => [code, range.start.line])).toEqual([['policy/invalid', 1]]);
    const next = client.next(client.uriOf('app.py'));
    writeFileSync(join(folder, '.model-policy.yaml'), 'version: 1\nlicenses: { deny: [apache-2.0] }\n');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: client.uriOf('.model-policy.yaml'), type: 2 }],
    });
    expect((await next).map(({ code }) => code)).toContain('license/denied');
  } finally {
    await client.stop();
  }
});

test('judges what a document keeps by whom other files ask for it, as the audit does', async () => {
  const kept = 'export enum Llm { Fast = "gpt-4o", Spare = "gpt-4" }\n';
  const use = (name: string): string =>
    'import { AzureOpenAI } from "openai";\nimport { Llm } from "../kept/models";\nconst azure = new AzureOpenAI();\n' +
    `azure.chat.completions.create({ model: ${name}, messages: [] });\n`;
  const folder = folderWith({
    '.model-policy.yaml': 'version: 1\nhosting: { deny: [azure] }\n',
    'src/kept/models.ts': kept,
    'src/chat/ask.ts': use('Llm.Fast'),
  });
  const { client } = await Client.start(folder);
  try {
    const diagnostics = await client.open('src/kept/models.ts', kept);
    expect(diagnostics.map(({ code }) => code)).toContain('hosting/denied');
    expect(told(diagnostics)).toEqual(expected(await audited(folder), 'src/kept/models.ts'));
    writeFileSync(join(folder, 'src/chat/ask.ts'), use('process.env.MODEL'));
    const next = client.next(client.uriOf('src/kept/models.ts'));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: client.uriOf('src/chat/ask.ts'), type: 2 }],
    });
    expect((await next).map(({ code }) => code)).not.toContain('hosting/denied');
  } finally {
    await client.stop();
  }
});

function spread<T>(list: readonly T[], count: number): readonly T[] {
  const step = Math.floor(list.length / count);
  return list.filter((_, index) => index % step === 0).slice(0, count);
}
