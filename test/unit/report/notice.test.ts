import { describe, expect, it } from 'vitest';
import type { ReportedObligation } from '../../../src/core/report/auditReport';
import { toNotice } from '../../../src/core/report/notice';
import { report } from './sample';

function duty(more: Partial<ReportedObligation>): ReportedObligation {
  return {
    model: 'meta/llama', license: 'llama3.1', kind: 'ship', what: 'include-notice', text: 'Ship the notice', words: null, certain: true, clause: 's.1', source: null,
    state: 'open', where: null, ...more,
  };
}
const noticeOf = (...obligations: ReportedObligation[]): string => toNotice(report({
  obligations, licenses: [{ key: 'llama3.1', name: 'Llama 3.1 Community License', url: 'https://example.org/l' }, { key: 'mit', name: 'MIT License', url: null }],
}), 'demo');

describe('a notice', () => {
  it('quotes the words that a licence prescribes, once, under the licence and its models', () => {
    expect(noticeOf(duty({ words: 'Built with Llama', what: 'display-phrase' }), duty({ model: 'acme/tuned', words: 'Built with Llama', what: 'display-phrase' }))).toBe(`NOTICE: AI models used by demo

The models below are licensed by their publishers under the terms named with them.

Llama 3.1 Community License
---------------------------
Terms: https://example.org/l
Models:
  acme/tuned
  meta/llama

Built with Llama
`);
  });

  it('says in words what a licence wants done without prescribing any', () => {
    expect(noticeOf(duty({ license: 'mit', what: 'retain-copyright', text: 'Keep the copyright notices' }))).toMatch(/MIT License\n-+\nModels:\n {2}meta\/llama\n\nKeep the copyright notices \(s\.1\)\.\n$/);
  });

  it('sets apart what is only due when the models are given to others', () => {
    expect(noticeOf(duty({ words: 'The notice.', certain: false }))).toContain('Where the models themselves are given or offered to others:\n\nThe notice.\n');
  });

  it('leaves out duties that no notice can meet', () => {
    expect(noticeOf(duty({ kind: 'avoid', what: 'follow-use-policy', text: 'Keep to the use policy' }))).toContain('No licence of a model asks for a notice');
  });
});
