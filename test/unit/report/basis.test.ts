import { describe, expect, it } from 'vitest';
import { catalogText, commitName } from '../../../src/core/report/basis';
import { renderReport } from '../../../src/core/report/formats';
import { model, reference, report } from './sample';

const project = { commit: 'c'.repeat(40), license: null, use: null };
const tool = {
  name: 'model-license-lens',
  version: '1.0.0',
  catalogDate: '2026-11-28',
  catalogVersion: '8.20261128.0',
  catalogDigest: `sha256:${'d'.repeat(64)}`,
};

describe('what a report rests on', () => {
  it('is a commit, with a mark where the files are others', () => {
    expect(commitName({ ...project, differs: false })).toBe(project.commit);
    expect(commitName({ ...project, differs: true })).toBe(`${project.commit}+changes`);
    expect(commitName({ ...project, commit: null })).toBeNull();
    expect(commitName(undefined)).toBeNull();
  });

  it('is of the day by which all is judged, in every format that asks when it was made', () => {
    const times = (more: object): readonly unknown[] => {
      const render = (format: 'cyclonedx' | 'spdx'): string =>
        renderReport({ ...report({ tool }), ...more }, format, { project: 'demo' });
      const { metadata } = JSON.parse(render('cyclonedx')) as { metadata: { timestamp?: string } };
      return [metadata.timestamp, /"created": ?"([^"]*)"/.exec(render('spdx'))?.[1]];
    };
    expect(times({ day: '2026-12-02' })).toEqual(['2026-12-02T00:00:00Z', '2026-12-02T00:00:00Z']);
    expect(times({})).toEqual(['2026-11-28T00:00:00Z', '2026-11-28T00:00:00Z']);
  });

  it('is a system by the name that its policy states, in whatever folder it lies', () => {
    const inventory = { facts: { name: 'Claim Desk' }, datasets: {} };
    const named = report({ project: { ...project, inventory }, references: [reference('a.py', 1, 'x/y')] });
    for (const format of ['html', 'cyclonedx', 'spdx', 'notice', 'inventory'] as const) {
      const text = renderReport(named, format, { project: 'release-4.2' });
      expect(text, format).toContain('Claim Desk');
      expect(text, format).toBe(renderReport(named, format, { project: 'elsewhere' }));
    }
    expect(renderReport(report({ project }), 'html', { project: 'elsewhere' })).toContain('elsewhere');
  });

  it('is a catalog, as far as it is known which', () => {
    expect(catalogText(tool)).toBe(`2026-11-28 (8.20261128.0, ${tool.catalogDigest})`);
    expect(catalogText({ name: tool.name, version: '1.0.0', catalogDate: '2026-11-28' })).toBe('2026-11-28');
  });

  it.each(['json', 'markdown', 'html', 'cyclonedx', 'spdx', 'inventory', 'sarif', 'jsonl'] as const)(
    'stands in the report as %s',
    (format) => {
      const of = report({
        tool,
        project: { ...project, differs: true },
        models: [model('acme/a')],
        references: [reference('a.py', 1, 'acme/a')],
      });
      expect(renderReport(of, format, { project: 'demo' })).toContain(tool.catalogVersion);
    },
  );

  it.each(['cyclonedx', 'spdx'] as const)(
    'tells of changes in the version of the project as %s',
    (format) => {
      const of = report({ tool, project: { ...project, differs: true } });
      expect(renderReport(of, format, { project: 'demo' })).toContain(`${project.commit}+changes`);
    },
  );
});
