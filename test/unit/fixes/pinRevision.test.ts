import { describe, expect, it } from 'vitest';
import type { FixContext } from '../../../src/core/fixes/fix';
import { fixesFor } from '../../../src/core/fixes/fixesFor';
import { noPin } from '../../../src/core/fixes/pinRevision';
import { english, render } from '../../../src/core/message';
import { createClaimStore, type ModelClaim } from '../../../src/core/lookup/claim';
import { after, findingIn, fixContext, title, type Workspace } from './support';

const ID = 'Qwen/Qwen3-8B';
const SHA = 'b968826d9c46dd6066d109eabc6255188de91218';
const POLICY = 'version: 1\n';

function claim(facts: Partial<ModelClaim>): ModelClaim {
  return { model: ID, origin: 'hub', source: 'the Hub', date: '2026-11-24', confidence: 'high', ...facts };
}

function contextOf(workspace: Workspace, said: readonly ModelClaim[]): FixContext {
  const claims = createClaimStore();
  for (const one of said) claims.add(ID, one);
  const context = fixContext(workspace);
  return { ...context, evaluation: { ...context.evaluation, claims } };
}

function pins(workspace: Workspace, said = [claim({ revision: SHA })]) {
  return fixesFor(findingIn(workspace, 'model/unpinned-revision'), contextOf(workspace, said)).filter(
    ({ kind }) => kind === 'pin',
  );
}

function python(text: string, more: Partial<Workspace> = {}): Workspace {
  return { path: 'app.py', text, ids: [ID], policy: POLICY, ...more };
}

describe('pin the revision', () => {
  it.each([
    [`m = AutoModel.from_pretrained("${ID}")`, `m = AutoModel.from_pretrained("${ID}", revision="${SHA}")`],
    [
      `m = AutoModel.from_pretrained('${ID}', device_map="auto")`,
      `m = AutoModel.from_pretrained('${ID}', revision="${SHA}", device_map="auto")`,
    ],
    [
      `p = pipeline("text-generation", model="${ID}")`,
      `p = pipeline("text-generation", model="${ID}", revision="${SHA}")`,
    ],
    [
      `p = pipeline(\n    "text-generation",\n    model="${ID}",\n)`,
      `p = pipeline(\n    "text-generation",\n    model="${ID}", revision="${SHA}",\n)`,
    ],
    [`s = SentenceTransformer("${ID}")`, `s = SentenceTransformer("${ID}", revision="${SHA}")`],
  ])('in a call: %j', (text, expected) => {
    const [fix] = pins(python(text));
    expect(after(fix!, 'app.py', text)).toBe(expected);
  });

  it.each([
    ['run.sh', `hf download ${ID} --local-dir x`, `hf download ${ID} --revision ${SHA} --local-dir x`],
    ['Dockerfile', `RUN vllm serve ${ID}`, `RUN vllm serve ${ID} --revision ${SHA}`],
  ])('in a command: %s', (path, text, expected) => {
    const [fix] = pins(python(text, { path }));
    expect(after(fix!, path, text)).toBe(expected);
  });

  it('puts the commit in the place of a branch', () => {
    const text = `AutoModel.from_pretrained("${ID}", device_map="auto", revision='main')`;
    const [fix] = pins(python(text, { reference: { revision: { value: 'main', immutable: false } } }));
    expect(after(fix!, 'app.py', text)).toBe(
      `AutoModel.from_pretrained("${ID}", device_map="auto", revision='${SHA}')`,
    );
  });

  it('says which commit, and prefers what the Hub says to a copy on this machine', () => {
    const old = claim({ origin: 'local file', source: 'cache', revision: 'a'.repeat(40) });
    expect(pins(python(`f.from_pretrained("${ID}")`), [old, claim({ revision: SHA })]).map(title)).toEqual([
      'Pin to the commit b968826d9c46',
    ]);
    expect(pins(python(`f.from_pretrained("${ID}")`), [old]).map(title)).toEqual([
      'Pin to the commit aaaaaaaaaaaa',
    ]);
  });

  it('is offered only where a whole commit hash is known', () => {
    expect(pins(python(`f.from_pretrained("${ID}")`), [])).toEqual([]);
    expect(pins(python(`f.from_pretrained("${ID}")`), [claim({ revision: 'main' })])).toEqual([]);
    expect(pins(python(`f.from_pretrained("${ID}")`), [claim({ revision: 'b968826' })])).toEqual([]);
  });

  it.each([
    ['a positional argument follows', `hf_hub_download("${ID}", "config.json")`],
    ['the name is only given to a variable', `MODEL = "${ID}"`],
    ['the call is not known to take one', `load("${ID}")`],
    ['the name is part of an expression', `f.from_pretrained("${ID}" + suffix)`],
  ])('is not offered where %s', (_why, text) => {
    expect(pins(python(text))).toEqual([]);
  });
});

describe('a place that gets no commit', () => {
  const reason = (text: string, said: readonly ModelClaim[]): string | undefined => {
    const workspace = { text, ids: [ID], policy: POLICY };
    const told = noPin(findingIn(workspace, 'model/unpinned-revision'), contextOf(workspace, said));
    return told && render(told, english);
  };
  const CALL = `AutoModel.from_pretrained("${ID}")\n`;

  it('says why, and where the commits are', () => {
    expect(reason(CALL, [])).toBe(
      `No commit is written beside ${ID}: only the Hub tells its present one, and nothing is asked here. https://huggingface.co/${ID}/commits lists them`,
    );
    expect(reason(`load("${ID}")\n`, [claim({ revision: SHA })])).toBe(
      `No commit is written beside ${ID}: nothing tells how the text would name one`,
    );
    expect(reason(CALL, [claim({ revision: SHA })])).toBeUndefined();
  });
});
