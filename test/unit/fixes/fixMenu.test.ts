import { describe, expect, it } from 'vitest';
import { fixMenu } from '../../../src/core/fixes/fixMenu';
import { judgedText } from '../policy/support';
import { fixesFor } from '../../../src/core/fixes/fixesFor';
import { edits, fixContext, type Workspace } from './support';

const workspace: Workspace = {
  text: 'AutoModel.from_pretrained("meta-llama/Llama-3.1-8B")\n',
  ids: ['meta-llama/Llama-3.1-8B'],
  policy:
    'version: 1\nuse: { purpose: commercial, distribution: product }\nlicenses: { deny: [llama3.1] }\norigins: { deny: [US] }\n',
};
const { findings } = judgedText(workspace.text, workspace.ids, workspace.policy, workspace);

const known: Workspace = {
  ...workspace,
  text: 'AutoModel.from_pretrained("meta-llama/Llama-3.1-8B-Instruct")\n',
  ids: ['meta-llama/Llama-3.1-8B-Instruct'],
};
const found = judgedText(known.text, known.ids, known.policy, known).findings;

describe('the menu of fixes', () => {
  const menu = fixMenu(findings, fixContext(workspace));

  it('offers each title once, with all the findings that it settles', () => {
    const titles = menu.map(({ title }) => title);
    expect(menu.length).toBeGreaterThan(1);
    expect(new Set(titles).size).toBe(titles.length);
    expect(new Set(menu.flatMap((offered) => offered.findings))).toEqual(new Set(findings));
  });

  it('offers one exception and one comment for all rules that are broken at a place', () => {
    const [finding] = findings;
    if (finding === undefined) throw new Error('nothing is found');
    const two = [
      { ...finding, rule: 'license/denied' },
      { ...finding, rule: 'origin/denied' },
    ];
    const exceptions = fixMenu(two, fixContext(workspace)).filter(({ fix }) => fix.kind === 'exception');
    expect(exceptions).toHaveLength(1);
    const [{ fix, findings: settled } = { fix: undefined, findings: [] }] = exceptions;
    expect(settled).toEqual(two);
    const text = fix && edits(fix, { reason: 'x' })[0]?.newText;
    expect(text).toContain('license/denied');
    expect(text).toContain('origin/denied');
  });

  it('has at most seven ways, and never leaves out the likely ones', () => {
    expect(found.flatMap((one) => fixesFor(one, fixContext(known))).length).toBeGreaterThan(7);
    const kinds = fixMenu(found, fixContext(known)).map(({ fix }) => fix.kind);
    expect(kinds).toHaveLength(7);
    expect(kinds).toEqual(expect.arrayContaining(['allow-license', 'replace', 'exception', 'ignore']));
  });

  it('puts the license first where a model needs a look, and other models where it breaks the policy', () => {
    expect(fixMenu(found, fixContext(known))[0]?.fix.kind).toBe('replace');
    const lighter = found.map((one) => ({ ...one, severity: 'warning' as const }));
    expect(fixMenu(lighter, fixContext(known))[0]?.fix.kind).toBe('allow-license');
  });

  it('puts preferred ways first', () => {
    const preferred = menu.map(({ fix }) => fix.preferred);
    expect(preferred).toEqual([...preferred].sort((a, b) => Number(b) - Number(a)));
  });

  it('speaks the language it is given', () => {
    expect(fixMenu(findings, fixContext(workspace), (template) => `<${template}>`)[0]?.title).toMatch(/^</);
  });
});
