import { describe, expect, it } from 'vitest';
import type { ReportedService } from '../../src/core/report/auditReport';
import type { Model } from '../../src/core/model';
import { cli } from './cli';

async function lookup(...ids: string[]): Promise<{ query: string; model: Model | null }[]> {
  const { stdout } = await cli(['lookup', ...ids]);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { query: string; model: Model | null });
}

describe('lookup', () => {
  it('tells who runs a model that is asked for at a host, apart from who made it', async () => {
    const { stdout } = await cli([
      'lookup',
      'alibaba:qwen3.5-397b-a17b',
      'scaleway:qwen3.5-397b-a17b',
      'Qwen/Qwen3-8B',
    ]);
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { model: Model; service?: ReportedService });
    expect(
      answers.map(({ model, service }) => [model.publisher?.country, service?.host, service?.country]),
    ).toEqual([
      ['CN', 'alibaba', 'CN'],
      ['CN', 'scaleway', 'FR'],
      ['CN', undefined, undefined],
    ]);
    expect(answers[1]?.service).toMatchObject({
      id: 'qwen3.5-397b-a17b',
      model: 'Qwen/Qwen3.5-397B-A17B',
      operator: 'scaleway',
      terms: 'scaleway-terms',
      region: 'EU',
    });
  });

  it("prints one object a line for ids in any registry's spelling", async () => {
    const ids = [
      'meta-llama/Llama-3.1-8B-Instruct',
      'qwen3:8b',
      'gpt-4o',
      'anthropic.claude-3-haiku-20240307-v1:0',
      'nobody/nothing',
    ];
    const answers = await lookup(...ids);
    expect(answers.map(({ query }) => query)).toEqual(ids);
    const [llama, qwen, gpt, claude, nothing] = answers.map(({ model }) => model);
    expect(llama).toMatchObject({
      id: 'meta-llama/Llama-3.1-8B-Instruct',
      registry: 'huggingface',
      publisher: { country: 'US' },
      openness: { level: 'weights-available' },
      license: {
        declared: { key: 'llama3.1', category: 'community-restricted', commercialUse: 'conditional' },
      },
    });
    expect(qwen).toMatchObject({
      id: 'Qwen/Qwen3-8B',
      publisher: { country: 'CN' },
      openness: { level: 'open-weights' },
      license: { declared: { key: 'apache-2.0', spdx: 'Apache-2.0' } },
    });
    expect(gpt).toMatchObject({
      registry: 'openai',
      publisher: { name: 'OpenAI', country: 'US' },
      openness: { level: 'api-only' },
    });
    expect(claude).toMatchObject({
      publisher: { name: 'Anthropic', country: 'US' },
      openness: { level: 'api-only' },
    });
    expect(nothing).toBeNull();
  });

  it('says where and when each fact was read', async () => {
    const [answer] = await lookup('meta-llama/Llama-3.1-8B-Instruct');
    expect(answer?.model?.evidence.length).toBeGreaterThan(0);
    for (const { source, date, confidence } of answer?.model?.evidence ?? []) {
      expect(source).not.toBe('');
      expect(date).toMatch(/^\d{4}(-\d{2}){0,2}$/);
      expect(['high', 'medium', 'low']).toContain(confidence);
    }
  });

  it('says of a copy what follows from its original, listed or not, and that the license is inferred', async () => {
    const ids = [
      'unsloth/Llama-3.1-8B-Instruct',
      'Qwen/Qwen2.5-14B-Instruct-AWQ',
      'nobody/Qwen3-8B-W4A16-G128',
      'nobody/Qwen3-8B-heretic-GGUF',
    ];
    const [llama, qwen, unlisted, more] = (await lookup(...ids)).map(({ model }) => model);
    expect(llama).toMatchObject({
      copyOf: 'meta-llama/Llama-3.1-8B-Instruct',
      license: { declared: { key: 'llama3.1' } },
    });
    expect(llama?.lineage[0]).toMatchObject({ relation: 'quantized', license: 'llama3.1' });
    expect(llama?.origin.map(({ country }) => country)).toContain('US');
    expect(qwen).toMatchObject({
      copyOf: 'Qwen/Qwen2.5-14B-Instruct',
      license: { declared: { key: 'apache-2.0' } },
      openness: { level: 'open-weights' },
    });
    expect(unlisted).toMatchObject({ copyOf: 'Qwen/Qwen3-8B', license: { declared: { key: 'apache-2.0' } } });
    for (const model of [llama, qwen, unlisted]) {
      expect(model?.evidence.find(({ fact }) => fact === 'license')).toMatchObject({
        origin: 'inferred',
        date: expect.stringMatching(/^\d{4}-\d{2}/),
        confidence: expect.stringMatching(/^(low|medium)$/),
      });
    }
    expect(more).toBeNull();
  });

  it('prints a table for people', async () => {
    const { stdout } = await cli(['lookup', 'qwen3:8b', 'nobody/nothing', '--format', 'table']);
    expect(stdout.split('\n')[1]).toMatch(/^qwen3:8b +Qwen\/Qwen3-8B +apache-2\.0 +yes +open-weights +CN/);
    expect(stdout.split('\n')[2]).toMatch(/^nobody\/nothing +unknown$/);
  });

  it('says in the table of a name without a record what is inferred, and of none that it is offered', async () => {
    const names = ['Qwen/Qwen3-8', 'meta-llama/Llama-3.3-9B'];
    const { stdout } = await cli(['lookup', ...names, '--format', 'table']);
    const [, slip, inferred] = stdout.split('\n');
    expect(slip).toMatch(/^Qwen\/Qwen3-8 +Qwen\/Qwen3-8 +unknown +unknown +unknown +CN +unknown$/);
    expect(inferred).toMatch(/ llama3\.3 \(inferred\) .* unknown$/);
  });

  it('prints the table where people read it as it is written, unless they ask for JSON', async () => {
    const { stdout } = await cli(['lookup', 'qwen3:8b'], { terminal: true });
    expect(stdout).toMatch(/^ID +MODEL +LICENSE/);
    const json = await cli(['lookup', 'qwen3:8b', '--format', 'json'], { terminal: true });
    expect(JSON.parse(json.stdout)).toMatchObject({ query: 'qwen3:8b' });
  });

  it('says which name was probably meant', async () => {
    const { code, stdout, stderr } = await cli(['lookup', 'gpt-4oo', 'gpt-4o', 'nobody/nothing']);
    expect(code).toBe(0);
    expect(stdout.trim().split('\n')).toHaveLength(3);
    expect(stderr).toBe('No model gpt-4oo is known. Did you mean gpt-4o?\n');
  });
});

describe('search', () => {
  it('lists models that have every word, as a table or as look-ups print them', async () => {
    const table = await cli(['search', 'qwen3-8b', 'apache-2.0']);
    expect(table.code).toBe(0);
    expect(table.stdout).toMatch(/^MODEL +TASK +LICENSE +OPENNESS +ORIGIN +STATUS\n/);
    expect(table.stdout).toMatch(/^Qwen\/Qwen3-8B .* apache-2\.0 +open-weights +CN +active$/m);
    const { stdout } = await cli(['search', 'qwen3-8b', 'apache-2.0', '--format', 'json']);
    const models = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Model);
    const [{ model: known } = { model: null }] = await lookup('Qwen/Qwen3-8B');
    expect(models).toContainEqual(known);
  });

  it('says how many it left out, and when nothing has all the words', async () => {
    const many = await cli(['search', 'qwen']);
    expect(many.stderr).toMatch(/^50 of \d+ models; --all prints the rest/);
    expect(many.stdout.trim().split('\n')).toHaveLength(51);
    expect(await cli(['search', 'no-such-word-at-all'])).toMatchObject({
      code: 1,
      stdout: '',
      stderr:
        'No model of the catalog has all the words of "no-such-word-at-all" in its id, publisher, task or license.\n',
    });
    expect((await cli(['search', '日本語'])).stderr).toContain('which are in English');
    expect((await cli(['search', 'gpt-4oo'])).stderr).toContain('Did you mean gpt-4o?');
    expect((await cli(['search'])).code).toBe(2);
  });
});

describe('compare', () => {
  it('shows models side by side, as a table or as JSON', async () => {
    const { code, stdout } = await cli(['compare', 'qwen3:8b', 'meta-llama/Llama-3.1-8B-Instruct']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ +qwen3:8b +meta-llama\/Llama-3.1-8B-Instruct\n/);
    expect(stdout).toMatch(/^Model +Qwen\/Qwen3-8B +meta-llama\/Llama-3.1-8B-Instruct$/m);
    expect(stdout).toMatch(/^License +apache-2.0 +llama3.1$/m);
    const json = await cli(['compare', 'qwen3:8b', 'nobody/nothing', '--format', 'json']);
    expect(JSON.parse(json.stdout)).toMatchObject({
      models: [{ query: 'qwen3:8b', model: { id: 'Qwen/Qwen3-8B' } }, { model: null }],
      facts: expect.arrayContaining([{ fact: 'License', values: ['apache-2.0', ''] }]),
    });
  });

  it('says which name was probably meant', async () => {
    const { stdout, stderr } = await cli(['compare', 'gpt-4oo', 'gpt-4o']);
    expect(stdout).toMatch(/^Model +unknown +gpt-4o$/m);
    expect(stderr).toBe('No model gpt-4oo is known. Did you mean gpt-4o?\n');
  });

  it.each([[['gpt-4o']], [['a', 'b', 'c', 'd', 'e']]])('needs two to four ids, not %j', async (ids) => {
    expect(await cli(['compare', ...ids])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('compare needs 2 to 4 ids.'),
    });
  });
});

describe('lookup of what a card states', () => {
  it('tells the terms of the license in effect: barred uses, notes and the reading of the AI Act', async () => {
    const { stdout } = await cli([
      'lookup',
      'bartowski/HuatuoGPT-o1-8B-GGUF',
      'no/such-model',
      '--format',
      'json',
    ]);
    const [derived, unknown] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(derived?.terms).toMatchObject({ license: 'llama3.1', aiActOpenSource: 'disqualified' });
    expect(derived?.terms).toHaveProperty('barredUses', expect.arrayContaining(['military']));
    expect(unknown).not.toHaveProperty('terms');
    const both = JSON.parse(
      (await cli(['lookup', 'tokyotech-llm/Llama-3.1-Swallow-8B-Instruct-v0.3', '--format', 'json'])).stdout,
    ) as Record<string, unknown>;
    expect(both.terms).toMatchObject({ license: 'llama3.1', also: ['gemma'] });
    expect(both.terms).toHaveProperty('barredUses', expect.arrayContaining(['military', 'surveillance']));
  });

  it('tells the languages that the card names, with the source, and nothing where none is known', async () => {
    const lines = (await cli(['lookup', 'openai/whisper-large-v3', 'gpt-4o', '--format', 'json'])).stdout;
    const [whisper, gpt] = lines
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { model: Record<string, unknown> }).model);
    expect(whisper?.languages).toEqual(expect.arrayContaining(['ja', 'zh', 'de']));
    expect(whisper?.evidence).toContainEqual(expect.objectContaining({ fact: 'languages' }));
    expect(gpt).not.toHaveProperty('languages');
  });
});

describe('licenses', () => {
  it('prints one record by key, SPDX id or alias in any case', async () => {
    for (const name of ['apache-2.0', 'Apache-2.0', 'APACHE-2.0']) {
      expect(JSON.parse((await cli(['licenses', name, '--format', 'json'])).stdout)).toMatchObject({
        key: 'apache-2.0',
        spdx: 'Apache-2.0',
        category: 'permissive',
      });
    }
  });

  it('lists them all, for people and for programs', async () => {
    const records = JSON.parse((await cli(['licenses', '--format', 'json'])).stdout) as { key: string }[];
    expect(records.length).toBeGreaterThanOrEqual(80);
    expect((await cli(['licenses'])).stdout.trim().split('\n')).toHaveLength(records.length + 1);
  });

  it('shows the barred uses, and the reading of the AI Act as an inference', async () => {
    const text = (await cli(['licenses', 'llama3.1'])).stdout;
    expect(text).toMatch(/EU AI Act +inferred: not free and open source/);
    expect(text).toMatch(/field-of-use .*: unlawful, violence/);
  });

  it('shows the law a text chooses, what ends the license, and that a text chooses none', async () => {
    const text = (await cli(['licenses', 'tongyi-qianwen'])).stdout;
    expect(text).toMatch(/governing law +China; People's Courts in Hangzhou \(s\.9\.b\) \(s\.9\.a\)/);
    expect(text).toMatch(/Termination:\n +The licensor may end it on a breach +s\.8\.b/);
    expect((await cli(['licenses', 'mpl-2.0'])).stdout).toMatch(/not mended within 30 days +s\.5\.1/);
    expect((await cli(['licenses', 'apache-2.0'])).stdout).toMatch(/governing law +the text chooses none\n/);
  });

  it('shows the clauses of a record', async () => {
    expect((await cli(['licenses', 'llama3.1'])).stdout).toMatch(
      /Obligations:[\s\S]*display-phrase +s\.1\.b\.i +on [\s\S]*Built with Llama/,
    );
  });
});

describe('compat', () => {
  it('says that a model was named, and the license it is under', async () => {
    const { stdout, stderr } = await cli(['compat', 'meta-llama/Llama-3.1-8B-Instruct', 'apache-2.0']);
    expect(stderr).toContain(
      'meta-llama/Llama-3.1-8B-Instruct is a model, and compat takes licenses: the license in effect for it is llama3.1.',
    );
    expect(JSON.parse(stdout)).toMatchObject({ verdict: 'unknown' });
    expect((await cli(['compat', 'llama3.1', 'apache-2.0'])).stderr).toBe('');
  });

  it('prints verdict, reasons with rule and clause, and obligations', async () => {
    const answer = JSON.parse(
      (await cli(['compat', 'llama3.1', 'apache-2.0', '--relation', 'derives'])).stdout,
    ) as Record<string, unknown>;
    expect(answer).toMatchObject({
      upstream: 'llama3.1',
      downstream: 'apache-2.0',
      relation: 'derives',
      verdict: 'conflict',
    });
    expect(answer['reasons']).toContainEqual(
      expect.objectContaining({
        rule: expect.stringMatching(/^R\d+$/),
        clause: expect.any(String),
        text: expect.any(String),
      }),
    );
    expect(answer['obligations']).not.toEqual([]);
  });

  it('answers pairs in order', async () => {
    const pairs = [
      ['mit', 'apache-2.0', 'ships'],
      ['cc-by-nc-4.0', 'MIT', 'derives'],
      ['no-such-license', 'mit', 'ships'],
    ];
    const input = pairs
      .map(([upstream, downstream, relation]) => JSON.stringify({ upstream, downstream, relation }))
      .join('\n');
    const answers = (await cli(['compat', '--stdin'], { input })).stdout
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { verdict: string }).verdict);
    expect(answers).toEqual(['obligations', 'conflict', 'unknown']);
  });
});

describe('explain', () => {
  it('says what a rule checks, why, and how to settle it', async () => {
    expect((await cli(['explain', 'license/denied'])).stdout).toMatch(
      /^license\/denied\n[\s\S]*What it checks[\s\S]*Why[\s\S]*How to settle it\n {2}- /,
    );
  });
});
