import { describe, expect, it } from 'vitest';
import type { FixKind } from '../../../src/core/fixes/fix';
import { settle } from '../../../src/core/fixes/settle';
import { judgedText } from '../policy/support';
import { fixContext } from './support';

const POLICY = 'version: 1\nlicenses: { allow: [apache-2.0, mit] }\n';

function settled(text: string, ids: readonly string[], kinds: readonly FixKind[]) {
  const workspace = { text, ids, policy: POLICY };
  const { findings } = judgedText(text, ids, POLICY);
  return settle(findings, fixContext(workspace), new Set(kinds));
}

const LLAMA = 'meta-llama/Llama-3.1-8B-Instruct';

describe('settle', () => {
  it('writes nothing of a kind that was not asked for', () => {
    const text = `load("${LLAMA}")\n`;
    expect(settled(text, [LLAMA], ['pin'])).toEqual({ text, settlements: [] });
  });

  it('replaces every place once, by what the policy allows', () => {
    const { text, settlements } = settled(`a("${LLAMA}")\nb("${LLAMA}")\n`, [LLAMA], ['replace']);
    expect(settlements).toHaveLength(2);
    const [first] = settlements;
    expect(first?.finding.rule).toMatch(/^license\//);
    expect(text).toBe(`a("${first?.edit.newText}")\nb("${first?.edit.newText}")\n`);
    expect(text).not.toContain(LLAMA);
  });
});
