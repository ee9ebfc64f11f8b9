import { describe, expect, it } from 'vitest';
import { audit } from '../../../src/core/audit/audit';
import { createEngine } from '../../../src/core/engine';
import { explainLine, explanationText } from '../../../src/core/explain/explainLine';
import { english } from '../../../src/core/message';
import { TEST_CATALOG } from '../../support/catalog';
import { memoryFiles, memoryHost } from '../audit/memory';

const HOST = { ...memoryHost, engine: createEngine(TEST_CATALOG, { now: () => Date.UTC(2026, 10, 24) }) };
const LLAMA = 'meta-llama/Llama-3.1-8B-Instruct';

async function explained(files: Readonly<Record<string, string>>, path: string, line: number) {
  const result = await audit({ folders: [{ name: 'root', source: memoryFiles(files) }] }, HOST);
  return explainLine(result, { path, line });
}

const FILES = {
  '.model-policy.yaml': 'version: 1\nlicenses:\n  deny: [llama3.1]\n',
  'app.py': `import os\npair = [AutoModel.from_pretrained("${LLAMA}"), AutoModel.from_pretrained("mistralai/Mistral-7B-Instruct-v0.3")]\n`,
  'tests/test_app.py': `AutoModel.from_pretrained("${LLAMA}")\n`,
};

describe('a line that names models', () => {
  it('is explained for every reference on it', async () => {
    const places = await explained(FILES, 'app.py', 2);
    expect(places.map(({ id }) => id)).toEqual([LLAMA, 'mistralai/Mistral-7B-Instruct-v0.3']);
    expect(places[0]).toMatchObject({
      role: 'loads',
      host: 'self',
      context: 'product',
      model: LLAMA,
      policy: '.model-policy.yaml',
      why: ['from_pretrained loads it'],
    });
    expect(places[0]?.findings).toContainEqual(
      expect.objectContaining({
        rule: 'license/denied',
        severity: 'error',
        decidedBy: { kind: 'policy', path: '.model-policy.yaml', line: 3, text: 'deny: [llama3.1]' },
      }),
    );
    expect(places[1]?.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('has the verdict of this use, what decided it, and that of all uses where it is another', async () => {
    const [denied, fine] = await explained(FILES, 'app.py', 2);
    expect(denied).toMatchObject({ verdict: 'conflict', verdictBy: ['license/denied'] });
    expect(fine).toMatchObject({ verdict: 'ok', verdictBy: ['nothing found against it'] });
    const inTest = explanationText(await explained(FILES, 'tests/test_app.py', 1));
    expect(inTest).toMatch(
      /^ {2}Verdict +Needs review \(license\/denied\)\n +of all its uses: Not allowed$/m,
    );
    const asked = await explained({ 'a.py': 'AutoModel.from_pretrained("acme/x")\n' }, 'a.py', 1);
    expect(asked).toMatchObject([{ verdict: 'unknown', verdictBy: ['nothing is known of the name'] }]);
    const listed = await explained({ 'README.md': `We tried ${LLAMA} once.\n` }, 'README.md', 1);
    expect(listed).toMatchObject([{ verdict: null, verdictBy: [], verdictOfAll: null }]);
  });

  it('tells an end as the finding does, by the day of judging', async () => {
    const text = 'client = Anthropic()\nclient.messages.create(model="claude-3-opus")\n';
    const endOn = async (now: number): Promise<string | undefined> => {
      const clock = { now: () => now };
      const host = { ...HOST, clock, engine: createEngine(TEST_CATALOG, clock) };
      const files = memoryFiles({ 'a.py': `from anthropic import Anthropic\n${text}` });
      const result = await audit({ folders: [{ name: 'root', source: files }] }, host);
      const [place] = explainLine(result, { path: 'a.py', line: 3 });
      return place?.facts.find(({ fact }) => fact === 'status')?.value;
    };
    expect(await endOn(Date.UTC(2027, 0, 4))).toBe('ends 2027-01-05');
    expect(await endOn(Date.UTC(2027, 0, 5))).toBe('ended 2027-01-05');
  });

  it('tells where a request is processed, and from where that is known', async () => {
    const model = 'eu.anthropic.claude-x-v1:0';
    const places = await explained({ 'a.py': `draft_model = "${model}"\n` }, 'a.py', 1);
    const [{ url, read } = { url: '', read: '' }] = TEST_CATALOG.host('bedrock')?.sources ?? [];
    expect(places).toMatchObject([{ processedIn: { place: 'EU: one of CH, DE', sources: [{ url, read }] } }]);
    const text = explanationText(places);
    expect(text).toContain(
      `  Processed EU: one of CH, DE\n            recorded of the host from ${url} (${read})\n`,
    );
    const own = await explained(FILES, 'app.py', 2);
    expect(explanationText(own)).not.toContain('Processed');
  });

  it('says why its context is another', async () => {
    const [place] = await explained(FILES, 'tests/test_app.py', 1);
    expect(place).toMatchObject({ context: 'test' });
    expect(place?.why).toContain('the file is called test_app.py');
  });

  it('names the comment that silences a finding, and the policy that governs a folder', async () => {
    const files = {
      ...FILES,
      'sub/.model-policy.yaml': 'version: 1\nlicenses:\n  deny: [llama3.1]\n',
      'sub/a.py': `# model-license-lens: ignore[license/denied] approved\nAutoModel.from_pretrained("${LLAMA}")\n`,
    };
    const [place] = await explained(files, 'sub/a.py', 2);
    expect(place?.policy).toBe('sub/.model-policy.yaml');
    expect(place?.ignored).toEqual([{ rules: ['license/denied'], reason: 'approved' }]);
  });

  it('tells what only an exception excuses: the rule, what decided, and who grants it until when', async () => {
    const files = {
      '.model-policy.yaml': `version: 1
licenses:
  deny: [llama3.1]
exceptions:
  - model: "meta-llama/*"
    rules: [license/denied]
    reason: ticket 4711
    approvedBy: legal
    expires: 2026-12-31
`,
      'app.py': `AutoModel.from_pretrained("${LLAMA}")\n`,
      'tests/test_app.py': `AutoModel.from_pretrained("${LLAMA}")\n`,
    };
    for (const path of ['app.py', 'tests/test_app.py']) {
      const [place] = await explained(files, path, 1);
      expect(place?.excused).toMatchObject([
        {
          rule: 'license/denied',
          decidedBy: { kind: 'policy', path: '.model-policy.yaml', line: 3 },
          exceptions: [
            {
              grantedBy: { kind: 'policy', path: '.model-policy.yaml', line: 5 },
              reason: 'ticket 4711',
              approvedBy: 'legal',
              until: '2026-12-31',
            },
          ],
        },
      ]);
      expect(place?.verdictBy).not.toContain('nothing found against it');
      expect(explanationText(place === undefined ? [] : [place])).toMatch(
        /Excused +\w+ license\/denied: .+\n +decided by .+\n +excused by \.model-policy\.yaml:5: ticket 4711 \(approved by legal, until 2026-12-31\)\n/,
      );
    }
    const [silent] = await explained(FILES, 'app.py', 2);
    expect(silent?.excused).toEqual([]);
  });

  it('is nothing where no model is named', async () => {
    expect(await explained(FILES, 'app.py', 1)).toEqual([]);
  });

  it('is written for people with the whole chain', async () => {
    const text = explanationText(await explained(FILES, 'app.py', 2));
    for (const part of [
      `app.py:2:36 ${LLAMA}`,
      '  Use       loads, not through a service, in product\n',
      '            from_pretrained loads it',
      '  License   Llama 3.1 Community License Agreement (read, ',
      '  Policy    .model-policy.yaml',
      '  Finding   error license/denied',
      'decided by .model-policy.yaml:3: deny: [llama3.1]',
    ])
      expect(text).toContain(part);
  });
});

describe('a line that calls a model', () => {
  it('tells the terms of the host, and names no source of what nobody recorded', async () => {
    const text = explanationText(
      await explained({ 'a.py': 'client = OpenAI()\nclient.responses.create(model="gpt-4o")\n' }, 'a.py', 2),
    );
    expect(text).toMatch(/^ {2}Terms +OpenAI Services Agreement$/m);
    expect(text).toMatch(/^ {2}Lineage +no base recorded$/m);
  });

  it('has the duties of this call alone where another one is made at another host', async () => {
    const files = {
      '.model-policy.yaml': 'version: 1\nuse: { purpose: commercial, distribution: service }\n',
      'a.py':
        'a = Anthropic()\nb = OpenAI()\na.messages.create(model="claude-sonnet-4-5")\n' +
        'b.responses.create(model="gpt-4o")\nmodel = "anthropic/gpt-4o"\n',
    };
    const dutiesAt = async (line: number) =>
      (await explained(files, 'a.py', line)).map(({ host, duties }) => [
        host,
        [...new Set(duties.map(({ license }) => license))],
      ]);
    expect(await dutiesAt(4)).toEqual([['openai', ['openai-terms']]]);
    expect(await dutiesAt(5)).toEqual([['anthropic', ['anthropic-terms']]]);
  });

  it('says that no terms are recorded', async () => {
    const files = {
      'a.py': 'c = OpenAI(base_url="https://llm.acme.dev/v1")\nc.responses.create(model="gpt-4o")\n',
    };
    expect(explanationText(await explained(files, 'a.py', 2))).toMatch(/^ {2}Terms +none recorded$/m);
  });

  it('is explained where it has only the address, with what is found about that', async () => {
    const files = {
      '.model-policy.yaml': 'version: 1\nhosting: { deny: [CN] }\n',
      'nginx.conf': 'location / { proxy_pass https://dashscope.aliyuncs.com; }\n',
    };
    const [place, ...others] = await explained(files, 'nginx.conf', 1);
    expect(others).toEqual([]);
    expect(place).toMatchObject({ text: 'https://dashscope.aliyuncs.com', model: null, host: 'alibaba' });
    expect(place?.findings).toMatchObject([
      { rule: 'hosting/denied', decidedBy: { kind: 'policy', line: 2 } },
    ]);
  });

  it('says of a fact that the policy states no more than that', async () => {
    const files = {
      '.model-policy.yaml': 'version: 1\ndescribe: { acme/x: { license: mit } }\n',
      'a.py': 'AutoModel.from_pretrained("acme/x")\n',
    };
    expect(explanationText(await explained(files, 'a.py', 1))).toMatch(
      /^ {2}License +MIT License \(the policy\)$/m,
    );
  });
});

describe('an explanation in another language', () => {
  const language = {
    tag: 'ja',
    translate: (template: string, ...args: (string | number)[]) => `«${english(template, ...args)}»`,
  };

  it('has no sentence or label of its own in English', async () => {
    const result = await audit({ folders: [{ name: 'root', source: memoryFiles(FILES) }] }, HOST);
    const places = explainLine(result, { path: 'app.py', line: 2 }, language);
    const [, ...lines] = explanationText(places.slice(0, 1), language).trimEnd().split('\n');
    expect(lines.filter((line) => !line.includes('«'))).toEqual([]);
    expect(lines.join('\n')).toContain('«from_pretrained loads it»');
  });
});

describe('the sources of an explanation', () => {
  it('are the policy for what it states, and the place of what was found for a duty', async () => {
    const files = {
      '.model-policy.yaml': `version: 1\nuse: { purpose: commercial, distribution: product }\ndescribe: { ${LLAMA}: { license: llama3.1 } }\n`,
      'README.md': '# App\n\nBuilt with Llama\n',
      'app.py': `AutoModel.from_pretrained("${LLAMA}")\n`,
    };
    const text = explanationText(await explained(files, 'app.py', 1));
    expect(text).toContain('Llama 3.1 Community License Agreement (the policy)');
    expect(text).toMatch(/Show “Built with Llama” .*: found in README\.md:3/);
  });
});

describe('what several rules say of one place', () => {
  const policy = `version: 1
use: { purpose: commercial, distribution: product }
licenses:
  deny: [llama3.1]
origins:
  deny: [US]
`;
  const files = { ...FILES, '.model-policy.yaml': policy };

  it('is told with the reason of each, and with the rules that one exception has to name', async () => {
    const places = await explained(files, 'app.py', 2);
    const [finding] = places[0]?.findings ?? [];
    expect(finding).toMatchObject({ rule: 'license/denied' });
    expect(finding?.merged).toContainEqual(
      expect.objectContaining({
        rule: 'origin/denied',
        decidedBy: { kind: 'policy', path: '.model-policy.yaml', line: 6, text: 'deny: [US]' },
      }),
    );
    expect(finding?.rulesToExcuse).toEqual(expect.arrayContaining(['license/denied', 'origin/denied']));
    const text = explanationText(places);
    expect(text).toMatch(/also error origin\/denied: .*\n +decided by \.model-policy\.yaml:6: deny: \[US\]/);
    expect(text).toContain(`An exception for all of it names rules: [${finding?.rulesToExcuse.join(', ')}]`);
  });

  it('comes with the duties of the model', async () => {
    const places = await explained(files, 'app.py', 2);
    expect(places[1]).toMatchObject({
      verdict: 'obligations',
      verdictBy: ['obligation/license-copy-missing', 'a duty that is due'],
    });
    expect(places[0]?.duties).toContainEqual(
      expect.objectContaining({ license: 'llama3.1', text: expect.stringContaining('Built with Llama') }),
    );
    expect(explanationText(places)).toMatch(
      / {2}Duty {6}.*Built with Llama.*\(llama3\.1 .*\): not found in the files/,
    );
  });

  it('comes with duties that are all done, and says so', async () => {
    const stated = (done: string): string =>
      `version: 1\nuse: { purpose: commercial, distribution: product }\nduties: [{ model: "**", done: [${done}], how: annex 2 }]\n`;
    const reasonsAt = async (done: string): Promise<unknown> => {
      const [, place] = await explained({ ...files, '.model-policy.yaml': stated(done) }, 'app.py', 2);
      return [place?.verdict, place?.verdictBy];
    };
    const all = 'include-license, retain-copyright, state-changes, include-notice';
    expect(await reasonsAt(all)).toEqual([
      'obligations',
      ['duties that are due, each found in the files or stated by the policy to be done'],
    ]);
    expect(await reasonsAt('include-license')).toEqual(['obligations', ['a duty that is due']]);
  });

  it('says what an exception alone lets through', async () => {
    const excused = `${policy}exceptions: [{ model: "**", reason: pilot, expires: 2027-01-31 }]\n`;
    const places = await explained({ ...files, '.model-policy.yaml': excused }, 'app.py', 2);
    expect(explanationText(places)).toContain(', by an exception until 2027-01-31');
  });
});
