import { describe, expect, it } from 'vitest';
import { auditAnswer, checkAnswer, lookUpAnswer } from '../../../src/core/agent/answers';
import { createEngine } from '../../../src/core/engine';
import { readPolicy } from '../../../src/core/policy/readPolicy';
import { ENGLISH } from '../../../src/core/report/language';
import { rulesText } from '../../../src/core/report/summary';
import { builtCatalog } from '../../support/builtCatalog';
import { finding, reference, report, service } from '../report/sample';

const engine = createEngine(builtCatalog(), { now: () => Date.parse('2026-11-28T00:00:00Z') });
const { policy } = readPolicy('version: 1\nhosting: { deny: [CN] }\n', '.model-policy.yaml');
const { policy: ofEurope } = readPolicy(
  'version: 1\nuse: { purpose: commercial, distribution: service, regions: [EU] }\n',
  '.model-policy.yaml',
);
const CHINA = 'alibaba:qwen3.5-397b-a17b';
const EUROPE = 'scaleway:qwen3.5-397b-a17b';
const OWN = 'Qwen/Qwen3.5-397B-A17B';

interface Told {
  readonly id: string;
  readonly originCountries: readonly string[];
  readonly findings: readonly { rule: string }[];
  readonly service?: Readonly<Record<string, unknown>>;
}

const told = (answer: object): readonly Told[] => (answer as { models: readonly Told[] }).models;

describe('what an agent is told of an audit', () => {
  const found = report({
    references: [reference('a.py', 1, 'gpt-9', { role: 'calls' }), reference('b.py', 2, 'gpt-9')],
    findings: [
      finding('hosting/warned', 'a.py', 1, { severity: 'warning', also: ['model/retired'] }),
      finding('model/unpinned-revision', 'b.py', 1, { severity: 'hint' }),
      finding('model/retired', 'b.py', 2, { also: ['license/denied'], hints: ['license/denied'] }),
    ],
    services: [service('gpt-9', { termsName: null })],
  });
  const answer = auditAnswer(found) as {
    readonly findingsByRule: object;
    readonly findings: readonly { readonly path: string }[];
    readonly services: readonly { readonly terms: string }[];
  };

  it('counts rules as the reports do, those that a finding speaks for among them', () => {
    expect(answer.findingsByRule).toEqual({ 'model/retired': 2, 'hosting/warned': 1 });
    expect(rulesText(found, ENGLISH)).toBe('model/retired 2, hosting/warned 1');
  });

  it('begins with what is gravest', () => {
    expect(answer.findings.map(({ path }) => path)).toEqual(['b.py', 'a.py', 'b.py']);
  });

  it('says of terms that nobody read what reports say', () => {
    expect(answer.services.map(({ terms }) => terms)).toEqual(['none recorded']);
  });
});

describe('what an agent is told of the same model at other hosts', () => {
  it('keeps who runs it apart from who made it', () => {
    const answers = told(lookUpAnswer(engine, [CHINA, EUROPE, OWN]));
    expect(answers.map(({ id }) => id)).toEqual([OWN, OWN, OWN]);
    expect(answers.map(({ originCountries }) => originCountries)).toEqual([['CN'], ['CN'], ['CN']]);
    expect(answers.map(({ service }) => service?.['operatorCountry'])).toEqual(['CN', 'FR', undefined]);
    expect(answers[1]?.service).toMatchObject({
      host: 'scaleway',
      calledAs: 'qwen3.5-397b-a17b',
      operator: 'Scaleway',
      processedIn: 'EU',
      endpoints: ['api.scaleway.ai'],
      terms: { key: 'scaleway-terms' },
    });
  });

  it('judges each by the policy where it runs', () => {
    const rules = told(checkAnswer(engine, [CHINA, EUROPE, OWN], { policy })).map(({ findings }) =>
      findings.map(({ rule }) => rule).filter((rule) => rule.startsWith('hosting/')),
    );
    expect(rules).toEqual([['hosting/denied'], [], []]);
  });

  it('tells all that is found, in the words of the audit', () => {
    const [answer] = told(checkAnswer(engine, ['tencent/Hunyuan-A13B-Instruct'], { policy: ofEurope }));
    expect(answer?.findings).toEqual([
      {
        rule: 'license/region',
        severity: 'error',
        message: expect.stringContaining('is not licensed in EU'),
        also: expect.arrayContaining(['license/use-policy', 'model/unpinned-revision']),
        further: [{ rule: 'license/use-policy', message: expect.stringContaining('use restrictions') }],
      },
    ]);
  });

  it('names the end and the successor of a service, on the day of the question', () => {
    const [answer] = told(lookUpAnswer(engine, ['scaleway:mistral-nemo-instruct-2407']));
    expect(answer?.service).toMatchObject({
      status: 'retired',
      endsOn: '2026-04-16',
      successor: 'mistral-small-3.2-24b-instruct-2506',
    });
  });

  it('tells who runs a name whose model nobody knows', () => {
    const [answer] = told(lookUpAnswer(engine, ['groq:kestrel-9b-nobody']));
    expect(answer).toMatchObject({ service: { host: 'groq', operatorCountry: 'US', status: 'unknown' } });
  });

  it('takes no name for known that nobody recorded, and says which was probably meant', () => {
    const names = ['Qwen/Qwen3-8', 'rinna/nobody-9b', 'meta-llama/Llama-3.3-9B', 'Qwen/Qwen3-8B'];
    const [slip, owned, ofFamily, known] = told(lookUpAnswer(engine, names));
    expect(slip).toMatchObject({
      known: false,
      didYouMean: 'Qwen/Qwen3-8B',
      license: 'unknown',
      status: { state: 'unknown' },
    });
    expect(owned).toMatchObject({ known: false, originCountries: ['JP'], status: { state: 'unknown' } });
    expect(ofFamily).toMatchObject({
      known: false,
      license: { key: 'llama3.3' },
      status: { state: 'unknown' },
    });
    expect(known).toMatchObject({ known: true, status: { state: 'active' } });
    expect(told(checkAnswer(engine, names, { policy }))).toMatchObject([
      { known: false, verdict: 'unknown' },
      { known: false, verdict: 'unknown' },
      { known: false, verdict: 'unknown' },
      { known: true },
    ]);
  });

  it('names the exception that lets a model through in some paths, and none that has expired', () => {
    const excepted = readPolicy(
      `version: 1
licenses: { deny: ["category:non-commercial"] }
exceptions:
  - { model: jinaai/jina-embeddings-v3, rules: [license/denied], paths: ["worker/**"], reason: bought, expires: 2027-06-30 }
  - { model: jinaai/jina-embeddings-v3, rules: [license/denied], paths: ["old/**"], reason: past, expires: 2026-01-31 }
`,
      '.model-policy.yaml',
    ).policy;
    expect(excepted).toBeDefined();
    const [jina, other] = told(
      checkAnswer(engine, ['jinaai/jina-embeddings-v3', 'Qwen/Qwen3-8B'], { policy: excepted }),
    );
    expect(jina).toMatchObject({
      verdict: 'conflict',
      exceptions: [{ paths: ['worker/**'], rules: ['license/denied'], expires: '2027-06-30' }],
    });
    expect(other).not.toHaveProperty('exceptions');
  });
});
