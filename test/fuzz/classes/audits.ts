import fc from 'fast-check';
import { audit } from '../../../src/core/audit/audit';
import { createEngine } from '../../../src/core/engine';
import { toReport } from '../../../src/core/report/toReport';
import { toJson } from '../../../src/core/report/json';
import { fixesFor } from '../../../src/core/fixes/fixesFor';
import { applyEdits } from '../../../src/core/fixes/policyFile';
import { ignoreLine } from '../../../src/core/fixes/ignoreLine';
import { readPolicy } from '../../../src/core/policy/readPolicy';
import { decode } from '../../../src/node/host';
import { TEST_CATALOG } from '../../support/catalog';
import { memoryFiles } from '../../unit/audit/memory';
import { soup } from '../arbitraries';
import { fuzzClass, must } from '../fuzzClass';
import { joined } from '../../support/joined';

const clock = { now: () => Date.UTC(2026, 10, 24) };
const engine = createEngine(TEST_CATALOG, clock);
const DENIED = 'meta-llama/Llama-3.1-8B-Instruct';
const POLICY = 'version: 1\nlicenses:\n  deny: [llama3.1]\n';
const USE = `from transformers import AutoModel\nmodel = AutoModel.from_pretrained("${DENIED}")\n`;

/** Names that mean something to an audit, but none that may leave out `kept/`, where the denied model is used. */
const NAMES = [
  'a.py',
  'b.ts',
  'c.yaml',
  'd.md',
  'e.ipynb',
  'README.md',
  'package.json',
  'pyproject.toml',
  'LICENSE',
  'NOTICE',
  '.env',
  'weights/model.safetensors',
  'weights/README.md',
  'weights/config.json',
  'sub/.model-policy.yaml',
  'sub/a.py',
  'sub/.gitignore',
  'node_modules/x.js',
  'link@',
  '.model-lock.yaml',
  'Dockerfile',
  '--help',
  'é😀.py',
  '\u001b[31m.py',
];
const CONTENT = [
  'version: 1\n',
  'licenses:\n',
  '  allow: ["**"]\n',
  'exceptions:\n  - model: "**"\n    reason: x\n',
  `"${DENIED}"`,
  'models:\n',
  '{"cells": [',
  '"name": "x"',
  'license: mit\n',
  'generated, do not edit\n',
  '<!-- Model License Lens -->\n',
  '*\n',
  '!*\n',
];

export const AUDITS = [
  fuzzClass<Readonly<Record<string, string>>>({
    name: 'audits: nothing in a tree hides a denied model',
    share: 2,
    values: fc.dictionary(fc.constantFrom(...NAMES), soup(CONTENT, 8), { maxKeys: 5, noNullPrototype: true }),
    async check(tree) {
      const result = await audit(
        {
          folders: [
            {
              name: 'root',
              source: memoryFiles({ ...tree, '.model-policy.yaml': POLICY, 'kept/use.py': USE }),
            },
          ],
        },
        { engine, decode, clock, pause: () => Promise.resolve() },
      );
      const report = toReport(result, { version: '1', catalogDate: '2026-11-24' });
      must(
        report.findings.some(
          ({ rule, path, severity }) =>
            rule === 'license/denied' && path === 'kept/use.py' && severity === 'error',
        ),
        () => `the denied model is found: ${JSON.stringify(report.findings).slice(0, 400)}`,
      );
      for (const { path, line, column } of [...report.references, ...report.findings])
        must(line >= 1 && column >= 1 && path !== '', 'every place is one');
      JSON.parse(joined(toJson(report)));
    },
  }),
  fuzzClass<{ text: string; policy: string }>({
    name: 'fixes: edits lie in the text and can be read back',
    share: 3,
    values: fc.record({
      text: soup(
        [
          `"${DENIED}"`,
          '"gpt-4o"',
          '"claude-2.1"',
          'from_pretrained(',
          'model=',
          '# ',
          '\n',
          '    ',
          ')',
          '\t',
          '\r\n',
        ],
        14,
      ),
      policy: fc.constantFrom(
        POLICY,
        `# ours\n${POLICY}`,
        POLICY.replaceAll('\n', '\r\n'),
        '{version: 1, licenses: {deny: [llama3.1]}}',
        'version: 1\nrequire: { openness: open-source }\n',
      ),
    }),
    check({ text, policy: policyText }) {
      const { policy } = readPolicy(policyText, '.model-policy.yaml');
      must(policy !== undefined, 'the policy is one');
      const project = { policy };
      const context = {
        document: { path: 'a.py', text: () => text },
        evaluation: { ...engine.evaluation(project), path: 'a.py' },
        policy: { path: '.model-policy.yaml', text: () => policyText },
        notice: { path: 'NOTICE', text: () => undefined },
      };
      const before: Readonly<Record<string, string>> = {
        'a.py': text,
        '.model-policy.yaml': policyText,
        NOTICE: '',
      };
      for (const found of engine.analyze({ path: 'a.py', text }, project).findings.slice(0, 2)) {
        for (const { action } of [...fixesFor(found, context), ...ignoreLine(found, context)]) {
          if (action.kind !== 'edit') continue;
          const edits = action.edits({ reason: 'pilot' } as Parameters<typeof action.edits>[0]);
          for (const { path, range } of edits)
            must(
              range.start <= range.end && range.end <= (before[path] ?? '').length,
              () => `an edit of ${path} is within it`,
            );
          const own = edits.filter(({ path }) => path === '.model-policy.yaml');
          if (own.length > 0)
            must(readPolicy(applyEdits(policyText, own), 'p').policy !== undefined, 'a policy stays one');
        }
      }
    },
  }),
];
