/** Reports to merge, or to compare with, that are not whole. */
import { write } from '../repository.mjs';

/** Changes to a report that a run of the program wrote. */
const CHANGES = {
  'no schema': (report) => delete report.schema,
  'a later schema': (report) => (report.schema = 2),
  'a schema that is a text': (report) => (report.schema = '1'),
  'no tool': (report) => delete report.tool,
  'a tool that is null': (report) => (report.tool = null),
  'no findings': (report) => delete report.findings,
  'findings that are null': (report) => (report.findings = null),
  'findings that are a map': (report) => (report.findings = {}),
  'findings of null': (report) => (report.findings = [null]),
  'findings of numbers': (report) => (report.findings = [1]),
  'findings of nothing': (report) => (report.findings = [{}]),
  'a finding without a severity': (report) => delete report.findings[0].severity,
  'a finding with another severity': (report) => (report.findings[0].severity = 'ERROR'),
  'a finding with a fatal severity': (report) => (report.findings[0].severity = 'fatal'),
  'a finding without a rule': (report) => delete report.findings[0].rule,
  'a finding whose line is a text': (report) => (report.findings[0].line = '1'),
  'a finding whose path is null': (report) => (report.findings[0].path = null),
  'a finding whose message is a list': (report) => (report.findings[0].message = []),
  'no models': (report) => delete report.models,
  'models of null': (report) => (report.models = [null]),
  'a model without a license': (report) => delete report.models[0].license,
  'a model whose license is null': (report) => (report.models[0].license = null),
  'a model whose id is a number': (report) => (report.models[0].id = 5),
  'a model without openness': (report) => delete report.models[0].openness,
  'references of null': (report) => (report.references = [null]),
  'a reference without a path': (report) => delete report.references[0].path,
  'a reference whose column is below one': (report) => (report.references[0].column = -1),
  'no statistics': (report) => delete report.stats,
  'statistics of nothing': (report) => (report.stats = {}),
  'complete as a text': (report) => (report.stats.complete = 'false'),
  'complete as null': (report) => (report.stats.complete = null),
  'files left out that are null': (report) => (report.stats.filesSkipped = null),
  'policies of numbers': (report) => (report.policies = [7]),
  'a policy that is a text': (report) => (report.policy = 'x'),
  'ignores of null': (report) => (report.ignores = [null]),
  'obligations of null': (report) => (report.obligations = [null]),
  'licenses of null': (report) => (report.licenses = [null]),
};

const TEXTS = {
  nothing: '',
  null: 'null',
  'a list': '[]',
  'a number': '5',
  'half of it': undefined,
  'no JSON': 'hello',
  'a prototype': '{"__proto__": {"schema": 1}}',
  '5,000 open brackets': '['.repeat(5000),
};

/** @param {string} whole the report of the repository itself */
export function shards(whole) {
  const changed = Object.entries(CHANGES).map(([name, change]) => {
    const report = JSON.parse(whole);
    change(report);
    return [name, JSON.stringify(report)];
  });
  const texts = Object.entries(TEXTS).map(([name, text]) => [name, text ?? whole.slice(0, whole.length / 2)]);
  return [...changed, ...texts].flatMap(([name, text]) => [
    {
      class: 'broken shards',
      name: `${name}, merged`,
      kind: 'input',
      build: (folder) => write(folder, 'shard.json', text),
      args: ['report', 'merge', 'shard.json', '--format', 'json'],
      plain: true,
      allowed: [2],
    },
    {
      class: 'broken shards',
      name: `${name}, merged with a whole one`,
      kind: 'input',
      build(folder) {
        write(folder, 'shard.json', text);
        write(folder, 'whole.json', whole);
      },
      args: ['report', 'merge', 'whole.json', 'shard.json', '--format', 'sarif'],
      plain: true,
      allowed: [2],
    },
    {
      class: 'broken baselines',
      name,
      kind: 'input',
      build: (folder) => write(folder, 'baseline.json', text),
      args: ['audit', '--baseline', 'baseline.json', '--format', 'json'],
      plain: true,
      allowed: [2],
    },
  ]);
}
