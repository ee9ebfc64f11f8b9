import { describe, expect, it } from 'vitest';
import { createEngine } from '../../../src/core/engine';
import { FORMATS, renderReport } from '../../../src/core/report/formats';
import { toReport } from '../../../src/core/report/toReport';
import { auditTree } from '../audit/memory';
import { builtCatalog } from '../../support/builtCatalog';

const TREE = {
  'a.py': [
    'from openai import OpenAI',
    'known = OpenAI(base_url="https://alice:s3cret@api.groq.com/openai/v1")',
    'known.chat.completions.create(model="openai/gpt-oss-20b")',
    'other = OpenAI(base_url="https://alice:s3cret@llm.example-corp.io:8443/v1?key=t0ken#s3cret")',
    'other.chat.completions.create(model="acme/thing-7b")',
    '',
  ].join('\n'),
};

describe('an address with a user, a password or a key', () => {
  it.each(FORMATS)('is shown without them as %s', async (format) => {
    const engine = createEngine(builtCatalog(), { now: () => Date.parse('2026-11-28T00:00:00Z') });
    const result = await auditTree(TREE, {}, { engine });
    expect(result.references.map(({ reference }) => reference.host)).toEqual(['groq', 'llm.example-corp.io']);
    const report = toReport(result, { version: '1.0.0', catalogDate: '2026-11-28' });
    expect(renderReport(report, format, { project: 'demo' })).not.toMatch(/alice|s3cret|t0ken/);
  });
});
