import { describe, expect, it } from 'vitest';
import {
  decodeFound,
  encodeFound,
  type Found,
  type FoundCache,
  type Searched,
} from '../../../src/core/audit/found';
import { detectReferences } from '../../../src/core/detect/detectReferences';
import { builtCatalog } from '../../support/builtCatalog';
import { auditTree } from './memory';

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

describe('an audit with a cache', () => {
  const tree = { 'a.py': 'model:one', '.env': 'NAME=x/y', 'b.py': 'model:two' };

  it('takes what is kept in place of a search, and judges it as if it were found now', async () => {
    const kept = new Map<string, string>();
    let searches = 0;
    const keyOf = ({ path, text, configValues }: Searched): string =>
      JSON.stringify([path, text, [...configValues]]);
    const found: FoundCache = {
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

  it('is told what the policy says for detection', async () => {
    const told: unknown[] = [];
    const found: FoundCache = {
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
