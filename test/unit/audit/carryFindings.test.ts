import { describe, expect, it } from 'vitest';
import { carryFindings } from '../../../src/core/audit/carryFindings';
import type { Analysis } from '../../../src/core/engine';
import { message } from '../../../src/core/message';
import type { EvaluationContext } from '../../../src/core/policy/evaluationContext';
import type { Finding } from '../../../src/core/policy/finding';
import { readPolicy } from '../../../src/core/policy/readPolicy';
import type { ModelReference } from '../../../src/core/reference';
import { LineIndex } from '../../../src/core/text/lineIndex';

const ID = 'meta-llama/Llama-3.1-8B-Instruct';

function reference(start: number, id = ID): ModelReference {
  return {
    range: { start, end: start + id.length },
    text: id,
    id,
    registry: 'huggingface',
    role: 'loads',
    host: 'self',
    context: 'product',
    why: [],
    where: 'code',
    confidence: 'high',
    evidence: [],
    model: id,
  };
}

function finding(rule: string): Finding {
  const about = reference(10);
  return {
    rule,
    severity: 'warning',
    range: about.range,
    message: message('missing'),
    model: ID,
    reference: about,
  };
}

const analyzed = (references: readonly ModelReference[], ignores: readonly unknown[] = []): Analysis =>
  ({ references, ignores, lines: new LineIndex('x'.repeat(100)) }) as unknown as Analysis;
const now = analyzed([reference(40)]);
const context = (policy = ''): EvaluationContext =>
  ({
    policy: policy === '' ? undefined : readPolicy(policy, '.model-policy.yaml').policy,
    today: '2026-01-01',
  }) as EvaluationContext;

describe('carryFindings', () => {
  it('moves what only the workspace shows to where the name stands now', () => {
    const [moved] = carryFindings([finding('obligation/attribution-missing')], now, context());
    expect(moved?.range).toEqual({ start: 40, end: 40 + ID.length });
    expect(moved?.reference).toBe(now.references[0]);
  });

  it('moves what another finding speaks for, and not that one', () => {
    const speaker = {
      ...finding('license/denied'),
      also: ['obligation/attribution-missing'],
      merged: [finding('obligation/attribution-missing')],
    };
    expect(carryFindings([speaker], now, context()).map(({ rule }) => rule)).toEqual([
      'obligation/attribution-missing',
    ]);
  });

  it('leaves to the text what the text alone shows', () => {
    expect(carryFindings([finding('license/denied')], now, context())).toEqual([]);
  });

  it('drops what is about a name that is gone', () => {
    expect(
      carryFindings(
        [finding('obligation/attribution-missing')],
        analyzed([reference(40, 'Qwen/Qwen3-8B')]),
        context(),
      ),
    ).toEqual([]);
  });

  it('drops what the policy has an exception for by now, and no longer once it has expired', () => {
    const exception = (expires: string): string =>
      `version: 1\nexceptions:\n  - model: ${ID}\n    rules: [obligation/attribution-missing]\n    reason: shown elsewhere\n    expires: ${expires}\n`;
    expect(
      carryFindings([finding('obligation/attribution-missing')], now, context(exception('2026-01-01'))),
    ).toEqual([]);
    expect(
      carryFindings([finding('obligation/attribution-missing')], now, context(exception('2025-12-31'))),
    ).toHaveLength(1);
  });

  it('drops what a comment silences by now, on its own line', () => {
    const comment = (line: number): Analysis =>
      analyzed(
        [reference(40)],
        [
          {
            rules: ['obligation/attribution-missing'],
            reason: 'on our site',
            holds: true,
            lines: [line, line + 1],
          },
        ],
      );
    expect(carryFindings([finding('obligation/attribution-missing')], comment(1), context())).toEqual([]);
    expect(carryFindings([finding('obligation/attribution-missing')], comment(2), context())).toHaveLength(1);
  });
});
