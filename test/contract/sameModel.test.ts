import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { audit } from '../../src/core/audit/audit';
import { auditEntries, groupEntries, hostDetails, type EntryGroup } from '../../src/core/audit/entries';
import { createEngine } from '../../src/core/engine';
import { hoverCard } from '../../src/core/hover/hoverCard';
import { whereItRuns } from '../../src/core/lookup/whereItRuns';
import { english, render } from '../../src/core/message';
import { readPolicy } from '../../src/core/policy/readPolicy';
import { htmlBody } from '../../src/core/report/html';
import { toMarkdown } from '../../src/core/report/markdown';
import { toReport } from '../../src/core/report/toReport';
import { diskFiles } from '../../src/node/fileSource';
import { decode, pause } from '../../src/node/host';
import { loadCatalog } from '../../src/node/loadCatalog';
import { ROOT } from './cli';

/**
 * The same open model three times: at a host in China, at one in Europe, and on the project's own machines. Who made it is the same in
 * all three, who runs it is not, and each surface answers each of them in one line.
 */
const FOLDER = join(ROOT, 'test/fixtures/same-model');
const MODEL = 'Qwen/Qwen3.5-397B-A17B';
const COUNTRIES: Readonly<Record<string, string>> = {
  CN: 'China (CN)',
  FR: 'France (FR)',
  EU: 'European Union (EU)',
};
const countryName = (code: string): string => COUNTRIES[code] ?? code;

const clock = { now: () => Date.parse('2026-11-28T00:00:00Z') };
const engine = createEngine(loadCatalog(join(ROOT, 'dist')), clock);
const textOf = (path: string): string => readFileSync(join(FOLDER, path), 'utf8');
const { policy } = readPolicy(textOf('.model-policy.yaml'), '.model-policy.yaml');

const PLACES = [
  {
    path: 'china.py',
    verdict: 'Not allowed',
    line: 'called at Alibaba Cloud Model Studio (DashScope) (China (CN)), processed in China (CN)',
    group: 'Alibaba Cloud Model Studio (DashScope) · China (CN) · processed in China (CN)',
    rules: ['hosting/denied'],
  },
  {
    path: 'europe.py',
    verdict: 'Allowed, with duties',
    line: 'called at Scaleway Generative APIs (France (FR)), processed in European Union (EU)',
    group: 'Scaleway Generative APIs · France (FR) · processed in European Union (EU)',
    rules: [],
  },
  {
    path: 'compose.yaml',
    verdict: 'Allowed',
    line: 'runs where this project deploys it',
    group: "This project's own machines · no model service is called",
    rules: ['model/unpinned-revision'],
  },
] as const;

let groups: readonly EntryGroup[];
let markdown: string;
let html: string;

beforeAll(async () => {
  const result = await audit(
    { folders: [{ name: '', source: diskFiles(FOLDER) }] },
    { engine, decode, clock, pause },
  );
  groups = groupEntries(auditEntries(result), 'host');
  const report = toReport(result, { version: '1.0.0', catalogDate: engine.catalog.date });
  markdown = toMarkdown(report);
  html = htmlBody(report, 'same-model').markup;
});

describe('the same open model at three places', () => {
  it('has three different answers', () => {
    expect(new Set(PLACES.map(({ line }) => line)).size).toBe(PLACES.length);
  });

  it.each(PLACES)('is answered in one line of the hover: $path', ({ path, verdict, line }) => {
    const text = textOf(path);
    const project = { policy };
    const analysis = engine.analyze({ path, text }, project);
    const [reference] = analysis.references;
    if (reference === undefined) throw new Error(`${path} names no model`);
    const card = hoverCard(
      {
        reference,
        model: analysis.modelOf(reference),
        findings: analysis.findings,
        context: engine.evaluation(project),
      },
      { translate: english, countryName, commandLink: () => undefined },
    );
    const lines = card.split('\n');
    expect(lines[0]).toContain(`${verdict} · **${MODEL}**`);
    expect(lines.filter((one) => one.replaceAll('\\', '').includes(line))).toHaveLength(1);
    // Made in China in all three: the origin is told apart from the host.
    expect(lines.slice(0, 3).join(' ')).toContain('Alibaba Cloud, China (CN)');
  });

  it.each(PLACES)('is answered in one row of the tree by host: $path', ({ path, line, group, rules }) => {
    const found = groups.filter(({ entries }) => entries.some((entry) => entry.path === path));
    expect(found).toHaveLength(1);
    const [{ label = '', entries = [] } = {}] = found;
    const row = [label, ...hostDetails({ entries }, countryName)];
    expect(row.map((part) => (typeof part === 'string' ? part : render(part))).join(' · ')).toBe(group);
    expect(entries.map(({ name }) => name)).toEqual([MODEL]);
    const [entry] = entries;
    expect(
      entry?.use &&
        whereItRuns(entry.use, countryName)
          .map((part) => render(part))
          .join(', '),
    ).toBe(line);
    expect(entry?.findings.map(({ rule }) => rule)).toEqual(rules);
  });

  it('is answered in one line each of the reports', () => {
    const section = markdown.slice(markdown.indexOf('## What leaves this project, to whom, and where'));
    const line = (text: string): readonly string[] => section.split('\n').filter((one) => one.includes(text));
    expect(line('china.py:15')).toEqual([
      expect.stringMatching(
        /DashScope.* \| Alibaba Cloud \(CN\) \| CN \| `qwen3\.5-397b-a17b` .*`hosting\/denied`/,
      ),
    ]);
    expect(line('europe.py:15')).toEqual([
      expect.stringMatching(/Scaleway.* \| Scaleway \(FR\) \| EU \| `qwen3\.5-397b-a17b` \| Scaleway/),
    ]);
    expect(line('compose.yaml:4')).toEqual([
      `1 model is used by its weights, not through a model service; on whose machines it runs is not known. The licenses of the weights apply: \`${MODEL}\` (\`compose.yaml:4\`).`,
    ]);
    expect(html).toContain('not through a model service');
    expect(html).toMatch(/<td>Scaleway \(FR\)<\/td><td>EU<\/td>/);
    expect(html).toMatch(/<td>Alibaba Cloud \(CN\)<\/td><td>CN<\/td>/);
  });
});
