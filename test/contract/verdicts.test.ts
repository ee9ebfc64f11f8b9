import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditAnswer } from '../../src/core/agent/answers';
import { audit } from '../../src/core/audit/audit';
import { countAudit } from '../../src/core/audit/counts';
import { auditEntries, groupEntries } from '../../src/core/audit/entries';
import type { AuditResult } from '../../src/core/audit/result';
import { createEngine, type Engine } from '../../src/core/engine';
import { hoverCard } from '../../src/core/hover/hoverCard';
import { findingsAbout } from '../../src/core/hover/referenceAt';
import { english, render } from '../../src/core/message';
import { graver } from '../../src/core/policy/verdict';
import type { AuditReport } from '../../src/core/report/auditReport';
import { htmlBody, toHtml } from '../../src/core/report/html';
import { toJsonLines, type UseLine } from '../../src/core/report/jsonLines';
import { toMarkdown } from '../../src/core/report/markdown';
import { modelRows } from '../../src/core/report/summary';
import { toTable } from '../../src/core/report/table';
import { toReport } from '../../src/core/report/toReport';
import { isUse, SEVERITIES, VERDICTS, type Verdict } from '../../src/core/vocabulary';
import { joinReservations, type Reservation } from '../../src/core/policy/reservations';
import { verdictWord } from '../../src/core/wording';
import { diskFiles } from '../../src/node/fileSource';
import { documentProject } from '../../src/node/documentProject';
import { decode, pause } from '../../src/node/host';
import { loadCatalog } from '../../src/node/loadCatalog';
import { cli, DEMO, ROOT } from './cli';
import { joined } from '../support/joined';

const DAY = '2026-11-24';
const HUB_LOAD = (id: string): string => `model = AutoModel.from_pretrained("${id}")\n`;

/** Projects that each stress something else: no policy, every verdict with exceptions and tests, and names that nobody knows. */
const FIXTURES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'without a policy': {
    'app.py': `from transformers import AutoModel\n${HUB_LOAD('mistralai/Mistral-7B-Instruct-v0.3')}${HUB_LOAD('facebook/nllb-200-distilled-600M')}`,
    'old.py': 'from openai import OpenAI\nOpenAI().chat.completions.create(model="gpt-4-32k", messages=[])\n',
    'README.md': 'It was tried with `meta-llama/Llama-3.1-8B-Instruct`.\n',
  },
  'with every verdict': {
    '.model-policy.yaml': [
      'version: 1',
      'use: { purpose: commercial, distribution: service }',
      'licenses: { deny: [cc-by-nc-4.0], unknown: warning }',
      'origins: { warn: [CN] }',
      'exceptions: [{ model: jinaai/jina-embeddings-v3, reason: bought }]',
      '',
    ].join('\n'),
    'app.py': `from transformers import AutoModel\n${[
      'mistralai/Mistral-7B-Instruct-v0.3',
      'meta-llama/Llama-3.1-8B-Instruct',
      'facebook/nllb-200-distilled-600M',
      'Qwen/Qwen3-8B',
      'jinaai/jina-embeddings-v3',
      'nobody-knows/kestrel-7b',
    ]
      .map(HUB_LOAD)
      .join('')}`,
    'tests/test_app.py': `from transformers import AutoModel\n${HUB_LOAD('facebook/seamless-m4t-v2-large')}`,
    'notes.md': 'Later perhaps `microsoft/Phi-4-mini-instruct`.\n',
  },
  'with denied names that nobody knows': {
    '.model-policy.yaml': 'version: 1\nmodels: { deny: ["*uncensored*"] }\n',
    'app.py': `from transformers import AutoModel\n${HUB_LOAD('nobody-knows/uncensored-7b')}${HUB_LOAD('nobody-knows/kestrel-7b')}`,
    'compose.yaml':
      'services:\n  llm:\n    image: vllm/vllm-openai\n    command: --model mistralai/Mistral-7B-Instruct-v0.3\n',
  },
};

interface Counts {
  readonly models: number;
  readonly places: number;
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
}

/** Verdict words by model, as one surface says them. */
type Words = Readonly<Record<string, string>>;

interface Project {
  readonly root: string;
  readonly result: AuditResult;
  readonly report: AuditReport;
  /** What the command line prints of it. */
  readonly json: AuditReport;
}

let engine: Engine;
const scratch = mkdtempSync(join(tmpdir(), 'mll-verdicts-'));
const projects = new Map<string, Project>();

beforeAll(async () => {
  const clock = { now: () => Date.parse(`${DAY}T12:00:00Z`) };
  engine = createEngine(loadCatalog(join(ROOT, 'dist')), clock);
  const roots = new Map([['demo', DEMO]]);
  for (const [name, files] of Object.entries(FIXTURES)) {
    const root = join(scratch, name.replaceAll(' ', '-'));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    roots.set(name, root);
  }
  for (const [name, root] of roots) {
    const result = await audit(
      { folders: [{ name, source: diskFiles(root) }] },
      { engine, decode, clock, pause },
    );
    const printed = await cli(
      ['audit', '.', '--format', 'json', '--fail-on', 'never', '--today', DAY, '--offline'],
      { cwd: root },
    );
    expect(printed.stderr).toBe('');
    projects.set(name, {
      root,
      result,
      report: toReport(result, { version: '0', catalogDate: engine.catalog.date }),
      json: JSON.parse(printed.stdout) as AuditReport,
    });
  }
});

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function project(name: string): Project {
  const found = projects.get(name);
  if (found === undefined) throw new Error(`no project ${name}`);
  return found;
}

const NAMES = ['demo', ...Object.keys(FIXTURES)];

describe.each(NAMES)('counts of the project %s', (name) => {
  const all = (): ReadonlyMap<string, Partial<Counts>> => {
    const { result, report, json } = project(name);
    return new Map<string, Partial<Counts>>([
      ['toast and tree header', countAudit(result)],
      ['JSON', countsOfJson(json)],
      ['table', countsOfText(toTable(report))],
      ['Markdown', countsOfText(toMarkdown(report).replaceAll('\n', ' '))],
      ['HTML', countsOfHtml(toHtml(report, name))],
      ['panel', countsOfHtml(htmlBody(report, name).markup)],
      ['problems', countsOfProblems(result)],
      ['tree', countsOfTree(result)],
      ['agent tool', (auditAnswer(report) as { readonly counts: Counts }).counts],
    ]);
  };

  it('are equal on every surface', () => {
    const expected = countAudit(project(name).result);
    expect(expected.models).toBeGreaterThan(1);
    expect(expected.errors + expected.warnings + expected.notes).toBeGreaterThan(0);
    for (const [surface, counts] of all())
      for (const [what, count] of Object.entries(counts))
        expect(`${surface}: ${what} ${count}`).toBe(`${surface}: ${what} ${expected[what as keyof Counts]}`);
  });
});

describe.each(NAMES)('verdict words of the project %s', (name) => {
  it('are equal on every surface', async () => {
    const { result, report, json } = project(name);
    const expected = wordsOfTable(report);
    expect(Object.keys(expected).length).toBeGreaterThan(1);
    expect(wordsOfTree(result)).toEqual(expected);
    expect(wordsOfAgent(report)).toEqual(expected);
    // Pages tell known models in a table with verdicts, and unknown names in a list of their own.
    const known = pick(expected, new Set(report.models.map(({ id }) => id)));
    expect(wordsOfHtml(toHtml(report, name))).toEqual(known);
    expect(wordsOfHtml(htmlBody(report, name).markup)).toEqual(known);
    expect(wordsOfMarkdown(report)).toEqual(known);
    const hasPolicy = report.policies.length > 0;
    const reservationsOn = (id: string): readonly Reservation[] =>
      joinReservations(
        json.references
          .filter((place) => (place.model ?? place.id) === id)
          .flatMap(({ reservations = [] }) => reservations),
      );
    const word = (verdict: Verdict | null, id: string): string =>
      render(verdictWord(verdict, hasPolicy, reservationsOn(id)));
    expect(Object.fromEntries(json.models.map(({ id, verdict = null }) => [id, word(verdict, id)]))).toEqual(
      known,
    );
    const used = new Set(
      report.references.filter(({ role }) => isUse(role)).map(({ model, id }) => model ?? id),
    );
    expect(
      Object.fromEntries(
        joined(toJsonLines(report, name))
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as UseLine)
          .map(({ model, verdict }) => [model, word(verdict, model)]),
      ),
    ).toEqual(pick(expected, used));
    // A card is of one place: what the others need to have said stands in theirs.
    const plainWords = modelRows(report).map(({ id, verdict }) => [
      id,
      render(verdictWord(verdict, hasPolicy)),
    ]);
    expect(await wordsOfHover(project(name))).toEqual(pick(Object.fromEntries(plainWords) as Words, used));
  });

  it('agree with the problems: an error is not allowed, and nothing that is allowed has an error or a warning', () => {
    const { result, report } = project(name);
    const words = wordsOfTable(report);
    for (const { finding } of result.findings) {
      const said = finding.model === null ? undefined : words[finding.model];
      if (said === undefined || finding.reference === undefined) continue;
      if (finding.severity === 'error') expect(said).toBe('Not allowed');
    }
  });
});

it('together say every verdict', () => {
  const said = new Set(NAMES.flatMap((name) => Object.values(wordsOfTable(project(name).report))));
  expect([...said].sort()).toEqual([
    'Allowed',
    'Allowed, by an exception',
    'Allowed, by an ignore comment',
    'Allowed, with duties',
    'Allowed, with duties; whether the terms of Hugging Face Inference Providers allow commercial use is not known',
    'Needs review',
    'No policy',
    'Not allowed',
    'Not used',
    'Unknown',
  ]);
});

function pick(words: Words, names: ReadonlySet<string>): Words {
  return Object.fromEntries(Object.entries(words).filter(([id]) => names.has(id)));
}

function countsOfJson({ references, findings }: AuditReport): Counts {
  const number = (severity: string): number => findings.filter((one) => one.severity === severity).length;
  return {
    models: new Set(references.map(({ model, id }) => model ?? id)).size,
    places: references.length,
    errors: number('error'),
    warnings: number('warning'),
    notes: number('information'),
  };
}

function countsOfText(text: string): Counts {
  const number = (pattern: RegExp): number => Number(pattern.exec(text)?.[1] ?? 0);
  return {
    models: number(/(\d+) models?\b/),
    places: number(/ in (\d+) places?\b/),
    errors: number(/(\d+) errors?\b/),
    warnings: number(/(\d+) warnings?\b/),
    notes: number(/(\d+) notes?\b/),
  };
}

function countsOfHtml(page: string): Partial<Counts> {
  const sentence = countsOfText(/<p>(\d+ models?.*?)<\/p>/.exec(page)?.[1] ?? '');
  const cards = new Map(
    [...page.matchAll(/<li><b>(\d+)<\/b>([^<]+)<\/li>/g)].map(([, count, label = '']) => [
      // One of them is said in the singular.
      count === '1'
        ? label.replace(/^(place|file|model|error|warning)\b/, '$1s').replace('names one', 'name one')
        : label,
      Number(count),
    ]),
  );
  expect(cards.get('models')).toBe(sentence.models);
  expect(cards.get('errors')).toBe(sentence.errors);
  expect(cards.get('warnings')).toBe(sentence.warnings);
  return { ...sentence, places: cards.get('places that name one') ?? NaN };
}

/** Each finding of an audit is one problem; hints are shown as dots, and not counted by the editor. */
function countsOfProblems({ findings }: AuditResult): Partial<Counts> {
  const [errors = 0, warnings = 0, notes = 0] = SEVERITIES.map(
    (severity) => findings.filter(({ finding }) => finding.severity === severity).length,
  );
  return { errors, warnings, notes };
}

/** The rows of all groups, as they are when every group is opened. */
function countsOfTree(result: AuditResult): Counts {
  const rows = groupEntries(auditEntries(result), 'file').flatMap(({ entries }) => entries);
  const found = rows.flatMap(({ findings }) => findings);
  const [errors = 0, warnings = 0, notes = 0] = SEVERITIES.map(
    (severity) => found.filter((finding) => finding.severity === severity).length,
  );
  const named = rows.filter(({ kind }) => kind === 'model');
  return {
    models: new Set(named.map((row) => row.name)).size,
    places: named.length,
    errors,
    warnings,
    notes,
  };
}

/** From the printed table: columns are two blanks apart. */
function wordsOfTable(report: AuditReport): Words {
  const lines = toTable(report).split('\n');
  const first = lines.findIndex((line) => line.startsWith('MODEL '));
  const rows = lines.slice(first + 1, lines.indexOf('', first));
  const words = new Map<string, string>();
  let id = '';
  for (const row of rows) {
    const [name = '', word = ''] = row.split(/ {2,}/);
    // What a verdict has to say goes on under itself.
    if (name !== '') id = name;
    words.set(id, name === '' ? `${words.get(id) ?? ''} ${word}` : word);
  }
  return Object.fromEntries(words);
}

function wordsOfHtml(page: string): Words {
  return Object.fromEntries(
    [...page.matchAll(/<td><code>([^<]+)<\/code><\/td><td><span class="verdict-\w+">([^<]+)</g)].map(
      ([, id = '', word = '']) => [id, word],
    ),
  );
}

function wordsOfMarkdown(report: AuditReport): Words {
  const section =
    toMarkdown(report)
      .split('\n## ')
      .find((part) => part.startsWith('Models\n')) ?? '';
  return Object.fromEntries(
    [...section.matchAll(/^\| `([^`]+)` \| ([^|]+) \|/gm)].map(([, id = '', word = '']) => [id, word]),
  );
}

function wordsOfTree(result: AuditResult): Words {
  return Object.fromEntries(
    groupEntries(auditEntries(result), 'model')
      .flatMap(({ entries }) => entries)
      .flatMap(({ kind, name, verdict }) =>
        kind === 'model' && verdict !== undefined ? [[name, render(verdict)]] : [],
      ),
  );
}

function wordsOfAgent(report: AuditReport): Words {
  const { models } = auditAnswer(report) as {
    readonly models: readonly { readonly id: string; readonly outcome: string }[];
  };
  return Object.fromEntries(models.map(({ id, outcome }) => [id, outcome]));
}

/** Of the cards on all uses of a model the gravest, as read from their text. */
async function wordsOfHover({ root, result }: Project): Promise<Words> {
  const policy = result.policies[0]?.policy;
  const hasPolicy = policy !== undefined;
  const order = new Map(
    [...VERDICTS].reverse().map((verdict) => [render(verdictWord(verdict, hasPolicy)), verdict]),
  );
  const gravest = new Map<string, Verdict>();
  for (const path of new Set(result.references.map((one) => one.path))) {
    const text = decode(readFileSync(join(root, path)), 'utf-8');
    const { context } = await documentProject(
      root,
      path.slice(0, Math.max(0, path.lastIndexOf('/'))),
      engine,
    );
    const analysis = engine.analyze({ path, text }, { ...context, policy });
    const audited = result.findings.filter((one) => one.path === path).map(({ finding }) => finding);
    for (const reference of analysis.references.filter(({ role }) => isUse(role))) {
      const model = analysis.modelOf(reference);
      const card = hoverCard(
        {
          reference,
          model,
          findings: findingsAbout(
            [...analysis.findings, ...audited.filter(({ rule }) => rule.startsWith('obligation/'))],
            reference,
          ),
          context: { ...engine.evaluation({ policy }), path },
        },
        { translate: english, commandLink: () => undefined, countryName: (code) => code },
      );
      const said = /^\$\([a-z]+\) (.*?) · /.exec(card)?.[1] ?? '';
      const word = [...order.keys()]
        .filter((key) => said.startsWith(key))
        .sort((a, b) => b.length - a.length)[0];
      const verdict = order.get(word ?? '');
      if (verdict === undefined) throw new Error(`no verdict: ${card.slice(0, 80)}`);
      const id = model?.id ?? reference.id;
      const before = gravest.get(id);
      gravest.set(id, before === undefined ? verdict : graver(before, verdict));
    }
  }
  return Object.fromEntries(
    [...gravest].map(([id, verdict]) => [id, render(verdictWord(verdict, hasPolicy))]),
  );
}
