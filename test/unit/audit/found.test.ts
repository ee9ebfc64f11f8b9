import { describe, expect, it } from 'vitest';
import type { AuditOptions } from '../../../src/core/audit/audit';
import {
  decodeFound,
  type DigestedFile,
  encodeFound,
  type Found,
  type FoundCache,
  type Quiet,
  type Searched,
} from '../../../src/core/audit/found';
import { detectReferences } from '../../../src/core/detect/detectReferences';
import type { AuditResult } from '../../../src/core/audit/result';
import type { FileSource } from '../../../src/core/ports';
import { builtCatalog } from '../../support/builtCatalog';
import { auditTree, memoryFiles, type Tree } from './memory';

const TEXT = `
import os
from transformers import AutoModel
NAME = "Qwen/Qwen3-8B"
model = AutoModel.from_pretrained(NAME, revision="main")
other = AutoModel.from_pretrained(os.environ["MODEL"])
# meta-llama/Llama-3.1-8B-Instruct, 模型
client = OpenAI(base_url="https://api.deepseek.com")
`;

describe('what was found', () => {
  it('is the same when it is read back', () => {
    const detection = detectReferences(TEXT, { path: 'app.py', catalog: builtCatalog() });
    expect(detection.references.length * detection.uses.length).toBeGreaterThan(0);
    expect(detection.runtimeChoices.length).toBe(1);
    expect(detection.addresses).toHaveLength(1);
    for (const evidence of [
      { words: [{ words: 'built with llama', line: 3 }], licenses: [] },
      { words: [], licenses: [{ license: 'llama3.1', holders: ['meta'] }] },
    ]) {
      const line = encodeFound({ detection, evidence });
      expect(line).not.toContain('\n');
      expect(decodeFound(line)).toEqual({ detection, evidence });
    }
  });

  it('takes no room where it is nothing', () => {
    const nothing: Found = {
      detection: { references: [], uses: [], runtimeChoices: [] },
      evidence: { words: [], licenses: [] },
    };
    expect(encodeFound(nothing)).toBe('');
    expect(decodeFound('')).toEqual(nothing);
  });
});

const NOT_QUIET = { quiet: () => undefined, keepQuiet: () => undefined };

describe('an audit with a cache', () => {
  const tree = { 'a.py': 'model:one', '.env': 'NAME=x/y', 'b.py': 'model:two' };

  it('takes what is kept in place of a search, and judges it as if it were found now', async () => {
    const kept = new Map<string, string>();
    let searches = 0;
    const keyOf = ({ path, text, configValues }: Searched): string =>
      JSON.stringify([path, text, [...configValues]]);
    const found: FoundCache = {
      ...NOT_QUIET,
      known(searched) {
        const line = kept.get(keyOf(searched));
        return line === undefined ? undefined : decodeFound(line);
      },
      keep(searched, made) {
        searches++;
        kept.set(keyOf(searched), encodeFound(made));
      },
    };
    const without = await auditTree(tree);
    expect(await auditTree(tree, {}, { found })).toEqual(without);
    expect(searches).toBe(3);
    expect(await auditTree(tree, {}, { found })).toEqual(without);
    expect(searches).toBe(3);
    expect(await auditTree({ ...tree, 'b.py': 'model:three' }, {}, { found })).not.toEqual(without);
    expect(searches).toBe(4);
  });

  it('does not read again what tells nothing and is known to be unchanged', async () => {
    const quiet = new Map<string, Quiet>();
    const keyOf = ({ path, digest, configValues }: DigestedFile): string =>
      JSON.stringify([path, digest, [...configValues]]);
    const found: FoundCache = {
      known: () => undefined,
      keep: () => undefined,
      quiet: (file) => quiet.get(keyOf(file)),
      keepQuiet: (file, kept) => quiet.set(keyOf(file), kept),
    };
    const files: Tree = {
      ...tree,
      'package.json': '{"license": "MIT"}',
      'c.py': 'pass',
      'd.py': '# model-license-lens: ignore[model/retired] until 2027-01-01 as agreed',
      'e.js': '// @generated',
      'f.py': new Uint8Array([...new TextEncoder().encode('x = "a long text, and more of it"'), 0xff]),
      'g.dat': new Uint8Array([0, 1, 2]),
      'h.py': 'import models',
    };
    const read: string[] = [];
    const source: FileSource = {
      ...memoryFiles(files),
      read: (path) => (read.push(path), memoryFiles(files).read(path)),
      digest: (path) => JSON.stringify(files[path]),
    };
    const run = (more: Partial<AuditOptions> = {}): Promise<AuditResult> =>
      auditTree(files, { folders: [{ name: 'w', source }], ...more }, { found });
    const first = await run();
    expect(Object.fromEntries([...quiet].map(([key, kept]) => [key.slice(2, 6), kept]))).toEqual({
      '.env': 'nothing',
      'c.py': 'nothing',
      'e.js': 'generated',
      'g.da': 'not-utf8',
      'h.py': 'nothing',
      pack: 'nothing',
    });
    expect(first.stats.filesPartlyRead.map(({ path }) => path)).toEqual(['f.py']);
    read.length = 0;
    expect(await run()).toEqual(first);
    expect(read.filter((path) => /^[c-h]\./.test(path))).toEqual(['d.py', 'f.py']);
    const named = { folders: [{ name: 'w', source, include: ['e.js'] }] };
    read.length = 0;
    expect((await run(named)).stats.filesScanned).toBe(1);
    expect(read).toContain('e.js');
  });

  it('is told what the policy says for detection', async () => {
    const told: unknown[] = [];
    const found: FoundCache = {
      ...NOT_QUIET,
      known({ additions }) {
        told.push(additions?.keys.size);
        return undefined;
      },
      keep: () => undefined,
    };
    await auditTree({ 'a.py': 'model:one' }, {}, { found });
    await auditTree({ '.model-policy.yaml': 'version: 1\n', 'a.py': 'model:one' }, {}, { found });
    expect(told.slice(0, 2)).toEqual([undefined, 0]);
  });
});
