import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../../src/core/engine';
import { message } from '../../../src/core/message';
import type { ModelReference } from '../../../src/core/reference';
import { LineIndex } from '../../../src/core/text/lineIndex';
import { withinCell } from '../../../src/vscode/cellAnalysis';

const FIRST = 'NAME = "openai/whisper-tiny"\n';
const SECOND = 'x = 1\nload(NAME, "Qwen/Qwen3-8B")\n';
const TEXT = FIRST + SECOND;

function reference(text: string, from = 0, definedAt?: ModelReference['range']): ModelReference {
  const start = TEXT.indexOf(text, from);
  return {
    range: { start, end: start + text.length },
    text,
    id: text,
    registry: 'huggingface',
    role: 'loads',
    host: 'self',
    context: 'product',
    why: [],
    where: 'code',
    confidence: 'high',
    evidence: [],
    model: null,
    ...(definedAt && { definedAt }),
  };
}

const whisper = reference('openai/whisper-tiny');
const qwen = reference('Qwen/Qwen3-8B');
const use = reference('NAME', FIRST.length, whisper.range);
const whole = {
  path: 'a.ipynb',
  lines: new LineIndex(TEXT),
  references: [whisper, qwen],
  uses: [use],
  skipped: [],
  ignores: [
    {
      range: { start: FIRST.length, end: FIRST.length + 5 },
      rules: ['license/denied'],
      reason: 'r',
      lines: [2, 3],
      silenced: new Set(),
    },
  ],
  runtimeChoices: [],
  usedExceptions: new Set<number>(),
  modelOf: () => undefined,
  findings: [whisper, qwen].map((about) => ({
    rule: 'license/denied',
    severity: 'error',
    range: about.range,
    message: message('no'),
    model: about.id,
    reference: about,
  })),
} as unknown as Analysis;
const second = withinCell(whole, { text: TEXT, own: { start: FIRST.length, end: TEXT.length }, version: 1 });

describe('withinCell', () => {
  it("keeps what lies in the cell, in the cell's own offsets", () => {
    expect(second.references.map(({ range }) => SECOND.slice(range.start, range.end))).toEqual([
      'Qwen/Qwen3-8B',
    ]);
    expect(second.lines.positionAt(second.references[0]?.range.start ?? 0)).toEqual({ line: 2, column: 13 });
  });

  it("counts the lines of an ignore comment from the cell's first", () => {
    expect(second.ignores.map(({ range, lines }) => [range, lines])).toEqual([
      [{ start: 0, end: 5 }, [1, 2]],
    ]);
  });

  it('lets a finding go on pointing at its reference', () => {
    expect(second.findings).toHaveLength(1);
    expect(second.findings[0]?.reference).toBe(second.references[0]);
    expect(second.findings[0]?.range).toEqual(second.references[0]?.range);
  });

  it('knows a name that another cell gives, without a place for it in this one', () => {
    expect(
      second.uses.map(({ range, definedAt }) => [SECOND.slice(range.start, range.end), definedAt]),
    ).toEqual([['NAME', undefined]]);
  });

  it('keeps the place of a name that the cell itself gives', () => {
    const all = withinCell(whole, { text: TEXT, own: { start: 0, end: TEXT.length }, version: 1 });
    expect(all.uses[0]?.definedAt).toEqual(whisper.range);
  });
});
