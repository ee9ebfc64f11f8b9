import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createEngine, type Analysis, type Engine } from '../../src/core/engine';
import { hoverCard } from '../../src/core/hover/hoverCard';
import { english, render } from '../../src/core/message';
import { messageOf } from '../../src/core/policy/oneCause';
import { readPolicy } from '../../src/core/policy/readPolicy';
import type { AuditReport } from '../../src/core/report/auditReport';
import { documentProject } from '../../src/node/documentProject';
import { decode, systemClock } from '../../src/node/host';
import { loadCatalog } from '../../src/node/loadCatalog';
import { cli, DEMO, ROOT, withoutDuties } from './cli';

/**
 * The editor analyses one document at a time, the command line audits a folder: both must say the same of the same text
 * under the same policy. Findings that need the whole workspace are the audit's alone, and the editor shows the audit's.
 */
const WORKSPACE_RULES = /^(obligation|policy)\//;

let engine: Engine;
let report: AuditReport;
let analyses: ReadonlyMap<string, Analysis>;

beforeAll(async () => {
  report = JSON.parse(
    (await cli(['audit', DEMO, '--format', 'json', '--fail-on', 'never'])).stdout,
  ) as AuditReport;
  engine = createEngine(loadCatalog(join(ROOT, 'dist')), systemClock);
  const { policy } = readPolicy(readFileSync(join(DEMO, '.model-policy.yaml'), 'utf8'), '.model-policy.yaml');
  expect(policy).toBeDefined();
  const paths = [...new Set(report.references.map(({ path }) => path))];
  analyses = new Map(
    await Promise.all(
      paths.map(async (path) => {
        const { context } = await documentProject(DEMO, folderOf(path), engine);
        const text = decode(readFileSync(join(DEMO, path)), 'utf-8');
        return [path, engine.analyze({ path, text }, { ...context, policy })] as const;
      }),
    ),
  );
});

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
const relative = (path: string): string => path.replace(/^.*test\/fixtures\/demo\//, '');

describe('surfaces agree on the demo workspace', () => {
  it('which is worth comparing', () => {
    expect(report.references.length).toBeGreaterThan(20);
    expect(report.findings.length).toBeGreaterThan(15);
    expect(new Set(report.findings.map(({ rule }) => rule)).size).toBeGreaterThan(8);
  });

  it('on where models are named', () => {
    const inEditor = [...analyses].flatMap(([path, { references, lines }]) =>
      references.map(({ range, text, role, registry }) => ({
        path,
        ...lines.spanOf(range),
        text,
        role,
        registry,
      })),
    );
    const inAudit = report.references.map(
      ({ path, line, column, endLine, endColumn, text, role, registry }) => ({
        path: relative(path),
        line,
        column,
        endLine,
        endColumn,
        text,
        role,
        registry,
      }),
    );
    expect(sorted(inAudit)).toEqual(sorted(inEditor));
  });

  it('on what is found about them', () => {
    const inEditor = [...analyses].flatMap(([path, { findings, lines }]) =>
      findings.map((finding) => ({
        path,
        rule: finding.rule,
        severity: finding.severity,
        ...lines.spanOf(finding.range),
        message: render(messageOf(finding)),
      })),
    );
    const inAudit = report.findings
      .filter(({ rule }) => !WORKSPACE_RULES.test(rule))
      .map(({ path, rule, severity, line, column, endLine, endColumn, message }) => ({
        path: relative(path),
        rule,
        severity,
        line,
        column,
        endLine,
        endColumn,
        message: withoutDuties(message),
      }));
    expect(sorted(inAudit)).toEqual(sorted(inEditor.filter(({ rule }) => !WORKSPACE_RULES.test(rule))));
  });

  it('on what is known of each model', async () => {
    const looked = await cli(['lookup', ...report.models.map(({ id }) => id), '--format', 'json']);
    const models = looked.stdout
      .trim()
      .split('\n')
      .map((line) => facts((JSON.parse(line) as { model: AuditReport['models'][number] | null }).model));
    const listed = report.models.filter(({ evidence }) =>
      evidence.every(({ origin }) => origin !== 'policy override'),
    );
    for (const model of listed) expect(models).toContainEqual(facts(model));
  });

  it('in the hover: the card names the model, its license and what was found', () => {
    const project = {
      policy: readPolicy(readFileSync(join(DEMO, '.model-policy.yaml'), 'utf8'), '.model-policy.yaml').policy,
    };
    let cards = 0;
    for (const analysis of analyses.values()) {
      for (const reference of analysis.references) {
        const model = analysis.modelOf(reference);
        const findings = analysis.findings.filter((finding) => finding.reference === reference);
        const card = hoverCard(
          { reference, model, findings, context: engine.evaluation(project) },
          { translate: english, commandLink: () => undefined, countryName: (code) => code },
        );
        if (model?.license.declared) expect(plain(card)).toContain(plain(model.license.declared.name));
        else expect(card).toMatch(/unknown|nothing is known/i);
        if (findings.some(({ severity }) => severity === 'error')) expect(card).toContain('$(error)');
        expect(card.split('\n').filter((line) => line !== '').length).toBeLessThanOrEqual(12);
        cards++;
      }
    }
    expect(cards).toBe(report.references.length);
  });
});

/**
 * What is known of a model wherever it stands. Each service ends a name at its own time, and the audit knows which service a file
 * means, and by whose calendar; its verdict is about the project.
 */
function facts(model: AuditReport['models'][number] | null): object {
  const evidence = model?.evidence.filter(({ fact }) => fact !== 'status');
  return { ...model, evidence, status: undefined, verdict: undefined };
}

function sorted<T>(list: readonly T[]): readonly string[] {
  return list.map((item) => JSON.stringify(item)).sort();
}

/** Without what Markdown escapes. */
function plain(text: string): string {
  return text
    .replace(/\\/g, '')
    .replace(/&[a-z]+;|&#\d+;/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
}
