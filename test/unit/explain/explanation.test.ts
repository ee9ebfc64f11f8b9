import { describe, expect, it } from 'vitest';
import { decisionText, explanationOf, type DecidedBy } from '../../../src/core/explain/explanation';
import { message, render } from '../../../src/core/message';
import { contextOf, judged, reference } from '../policy/support';

const LLAMA = 'meta-llama/Llama-3.1-8B-Instruct';
const POLICY = 'version: 1\nlicenses:\n  deny: [llama3.1]\n';

function explained(id: string, policyText = POLICY) {
  const { lookup } = contextOf(policyText);
  return explanationOf({
    reference: { why: [message('it stands in a comment')] },
    model: lookup.find(id, 'huggingface'),
    findings: judged(id, policyText),
    policyTexts: new Map([['.model-policy.yaml', policyText]]),
  });
}

describe('an explanation', () => {
  it('has the reasons of the use and the facts with their sources', () => {
    const { why, facts } = explained(LLAMA);
    expect(why.map((reason) => render(reason))).toEqual(['it stands in a comment']);
    const license = facts.find(({ fact }) => fact === 'license');
    expect(license).toMatchObject({ value: expect.stringContaining('Llama 3.1'), sureness: 'read' });
    expect(license?.source).toBeTruthy();
  });

  it('says that a fact is only inferred, and which license a base brings', () => {
    const of = (id: string) => explained(id).facts.find(({ fact }) => fact === 'license');
    expect(of('someone/guessed-mit')?.sureness).toBe('inferred');
    expect(of('someone/llama-in-apache')?.value).toContain('→');
    expect(of('someone/two-licenses')?.value).toBe(
      'Apache License 2.0 AND Llama 3.3 Community License Agreement AND Gemma Terms of Use',
    );
  });

  it.each([
    ['high', 'read'],
    ['medium', 'listed'],
  ] as const)(
    'says of a publisher told with %s confidence that it was %s, as of a license',
    (confidence, told) => {
      const model = contextOf(POLICY).lookup.find(LLAMA, 'huggingface');
      const source = { source: 'a table', date: '2026-11-01', confidence, origin: 'catalog' } as const;
      const { facts } = explanationOf({
        reference: { why: [] },
        model: model && {
          ...model,
          evidence: [
            { fact: 'origin', ...source },
            { fact: 'license', ...source },
          ],
        },
        findings: [],
      });
      const of = (name: string) => facts.find(({ fact }) => fact === name)?.sureness;
      expect([of('publisher'), of('origin'), of('license')]).toEqual([told, told, told]);
    },
  );

  it('tells a model whose base nobody recorded from one that is made from another', () => {
    const of = (id: string) => explained(id).facts.find(({ fact }) => fact === 'lineage');
    expect(of('someone/two-licenses')).toMatchObject({
      value: 'no base recorded',
      sureness: null,
      source: null,
    });
    expect(of('someone/llama-in-apache')?.value).toContain('meta-llama/');
  });

  it('says of the end of a name whether its host tells it, or a list of somebody else', () => {
    const model = contextOf(POLICY).lookup.find('claude-2.1', 'anthropic');
    const told = (isOwnPage: boolean) =>
      explanationOf({
        reference: { why: [] },
        model: model && { ...model, evidence: [] },
        service: {
          source: { url: 'https://example.org/ends', read: '2026-11-01' },
          isOwnPage,
          status: { state: 'retired', date: '2026-11-02' },
        },
        findings: [],
      }).facts.find(({ fact }) => fact === 'status');
    expect(told(true)).toMatchObject({
      value: 'ended 2026-11-02',
      sureness: 'read',
      source: 'https://example.org/ends',
    });
    expect(told(false)?.sureness).toBe('listed');
  });

  it('names the line of the policy that decided', () => {
    const [denied] = explained(LLAMA).findings.filter(({ rule }) => rule === 'license/denied');
    expect(denied?.decidedBy).toEqual({
      kind: 'policy',
      path: '.model-policy.yaml',
      line: 3,
      text: 'deny: [llama3.1]',
    });
  });

  it('has no facts of what nobody knows', () => {
    expect(explained('nobody/nothing').facts).toEqual([]);
  });
});

describe('what decided', () => {
  it.each<readonly [DecidedBy, string]>([
    [{ kind: 'policy', path: 'p.yaml', line: 4, text: 'deny: [a]' }, 'decided by p.yaml:4: deny: [a]'],
    [{ kind: 'policy', path: 'p.yaml', line: null, text: null }, 'decided by p.yaml'],
    [
      { kind: 'clause', license: 'llama3.1', clause: 's.1.b', source: null },
      'decided by the license llama3.1, s.1.b',
    ],
    [{ kind: 'clause', license: 'mit', clause: null, source: null }, 'decided by the license mit'],
    [{ kind: 'fact', source: 'the host' }, 'decided by a fact from the host'],
  ])('%j', (decided, text) => expect(render(decisionText(decided))).toBe(text));

  it('is a clause where a license and no policy says it', () => {
    const { findings } = explanationOf({
      reference: reference('someone/agpl-detector'),
      model: undefined,
      findings: judged('CohereLabs/c4ai-command-r-v01', 'use: { purpose: commercial }'),
    });
    expect(findings[0]?.decidedBy).toMatchObject({ kind: 'clause' });
  });
});
