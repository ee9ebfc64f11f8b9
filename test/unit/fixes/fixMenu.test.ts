import { describe, expect, it } from 'vitest';
import { fixMenu } from '../../../src/core/fixes/fixMenu';
import { judgedText } from '../policy/support';
import { fixContext, type Workspace } from './support';

const workspace: Workspace = {
  text: 'AutoModel.from_pretrained("meta-llama/Llama-3.1-8B")\n',
  ids: ['meta-llama/Llama-3.1-8B'],
  policy:
    'version: 1\nuse: { purpose: commercial, distribution: product }\nlicenses: { deny: [llama3.1] }\norigins: { deny: [US] }\n',
};
const { findings } = judgedText(workspace.text, workspace.ids, workspace.policy, workspace);

describe('the menu of fixes', () => {
  const menu = fixMenu(findings, fixContext(workspace));

  it('offers each title once, with all the findings that it settles', () => {
    const titles = menu.map(({ title }) => title);
    expect(menu.length).toBeGreaterThan(1);
    expect(new Set(titles).size).toBe(titles.length);
    expect(new Set(menu.flatMap((offered) => offered.findings))).toEqual(new Set(findings));
  });

  it('offers a change that is made for each rule with the rule, before the ellipsis', () => {
    const [finding] = findings;
    if (finding === undefined) throw new Error('nothing is found');
    const two = [
      { ...finding, rule: 'license/denied' },
      { ...finding, rule: 'origin/denied' },
    ];
    const exceptions = fixMenu(two, fixContext(workspace))
      .filter(({ fix }) => fix.kind === 'exception')
      .map(({ title }) => title);
    expect(exceptions).toHaveLength(2);
    for (const title of exceptions) expect(title).toMatch(/\(\w+\/\w+\)…?$/);
  });

  it('puts preferred ways first', () => {
    const preferred = menu.map(({ fix }) => fix.preferred);
    expect(preferred).toEqual([...preferred].sort((a, b) => Number(b) - Number(a)));
  });

  it('speaks the language it is given', () => {
    expect(fixMenu(findings, fixContext(workspace), (template) => `<${template}>`)[0]?.title).toMatch(/^</);
  });
});
