import { describe, expect, it } from 'vitest';
import { isUsedAs, replacementsAnswer } from '../../../src/core/agent/replacements';
import { createEngine } from '../../../src/core/engine';
import { replaceModel } from '../../../src/core/fixes/replaceModel';
import { readPolicy } from '../../../src/core/policy/readPolicy';
import { builtCatalog } from '../../support/builtCatalog';

const engine = createEngine(builtCatalog(), { now: () => Date.parse('2026-11-28T00:00:00Z') });
const { policy } = readPolicy('version: 1\nhosting: { processedIn: [EU] }\n', '.model-policy.yaml');
const project = { policy };
const NAME = 'eu.anthropic.claude-3-7-sonnet-20250219-v1:0';

interface Answer {
  readonly replacements: readonly { readonly write: string }[];
  readonly places?: readonly string[];
  readonly differs?: readonly Answer[];
  readonly region?: string;
  readonly advice?: string;
}

const client = (region: string): string => `import { createAmazonBedrock } from '@ai-sdk/amazon-bedrock';
const bedrock = createAmazonBedrock({ region: '${region}' });
export const model = bedrock('${NAME}');
`;

function judged(path: string, text: string) {
  const analysis = engine.analyze({ path, text }, project);
  const context = {
    document: { path, text: () => text },
    evaluation: { ...engine.evaluation(project), path },
    policy: { path: '.model-policy.yaml', text: () => undefined },
    notice: { path: 'NOTICE', text: () => undefined },
  };
  return { analysis, context, path };
}

/** What an agent is told of a name in a project of these files. */
function answer(name: string, files: Readonly<Record<string, string>> = {}): Answer {
  const read = Object.entries(files).map(([path, text]) => judged(path, text));
  const named = read.flatMap(({ analysis, context, path }) =>
    analysis.references.map((reference) => ({ place: path, reference, context })),
  );
  return replacementsAnswer(engine, name, project, {
    places: named.filter(({ reference }) => isUsedAs(engine, name, reference)),
    references: named.map(({ reference }) => reference),
  }) as Answer;
}

const written = ({ replacements }: Answer): readonly string[] => replacements.map(({ write }) => write);

describe('what an agent may write in the place of a model', () => {
  it.each([NAME, `bedrock:${NAME}`])('is what a fix writes where the project uses %s', (name) => {
    const { analysis, context } = judged('a.ts', client('eu-central-1'));
    const offered = analysis.findings
      .flatMap((finding) => [finding, ...(finding.merged ?? [])])
      .flatMap((finding) => replaceModel(finding, context))
      .map(({ action }) => (action.kind === 'edit' ? action.edits({})[0]?.newText : undefined));
    const told = answer(name, { 'a.ts': client('eu-central-1') });
    expect(written(told)).toContain('eu.anthropic.claude-sonnet-4-6');
    expect(written(told)).toEqual(expect.arrayContaining(offered));
    expect(told).toMatchObject({ places: ['a.ts'], region: 'eu-central-1' });
  });

  it('is judged in the region of the calls that the project has, where it does not use the name', () => {
    const other = 'eu.anthropic.claude-3-5-sonnet-20240620-v1:0';
    expect(answer(other)).toMatchObject({ replacements: [], places: [] });
    const told = answer(other, { 'a.ts': client('eu-central-1') });
    expect(told.region).toBe('eu-central-1');
    expect(written(told).length).toBeGreaterThan(0);
    const open = answer(other, { 'a.ts': client('eu-central-1'), 'b.ts': client('eu-central-2') });
    expect(open.region).toBeUndefined();
  });

  it('is told apart where it fits at some places only', () => {
    const files = { 'a.ts': client('eu-central-1'), 'b.py': `call(model="bedrock/${NAME}")\n` };
    const told = answer(NAME, files);
    expect(told.differs?.map(({ places }) => places)).toEqual([['a.ts'], ['b.py']]);
    expect(written(told)).toEqual([]);
    expect(told.differs?.[1]?.advice).toContain('ask the user');
  });

  it('is nothing where a revision of the old model stands beside the name, and the answer says so', () => {
    const text = 'AutoModel.from_pretrained("jinaai/jina-embeddings-v3", revision="main")\n';
    expect(answer('jinaai/jina-embeddings-v3', { 'a.py': text })).toMatchObject({
      replacements: [],
      advice: expect.stringContaining('the revision beside it is of this model'),
    });
  });

  it.each([
    ['anthropic.claude-3-5-sonnet-20240620-v1:0', 'anthropic.claude-'],
    ['@cf/meta/llama-3.1-8b-instruct', '@cf/'],
  ])('is written for %s in the same way', (name, start) => {
    const { replacements } = replacementsAnswer(engine, name, { policy: undefined }) as Answer;
    expect(replacements[0]?.write).toMatch(new RegExp(`^${start}`));
  });
});
